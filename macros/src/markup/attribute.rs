//! Attributes: each beside its value, as in HTML.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use rstml::node::{KeyedAttributeValue, NodeAttribute};
use syn::{Error, Expr, ExprLit, Lit, LitStr, Result};

use super::child::value;
use super::{Element, Interface};

/// Attributes that are there or not.
const THERE_OR_NOT: [&str; 6] = ["disabled", "hidden", "open", "readonly", "required", "selected"];

/// The attributes of an element, taken apart.
#[derive(Default)]
pub(super) struct Attributes {
    /// Another key is another element.
    pub(super) key: Option<TokenStream>,
    /// Finds the element once it is in the page.
    pub(super) node: Option<TokenStream>,
    /// Whether an input is checked: always ours.
    pub(super) checked: Option<TokenStream>,
    /// What stands in an input or a text area: always ours.
    pub(super) value: Option<TokenStream>,
    /// Names and values in the order in which they are written.
    pub(super) named: Vec<Named>,
}

/// An attribute with its value.
pub(super) struct Named {
    /// Its name.
    pub(super) name: String,
    /// The text, where it is one that never changes.
    pub(super) literal: Option<LitStr>,
    /// What it becomes.
    pub(super) value: TokenStream,
}

impl Attributes {
    /// Those of `element`.
    pub(super) fn of(element: &Element, interface: Interface<'_>) -> Result<Self> {
        let holds_value = ["input", "textarea"].contains(&element.name().to_string().as_str());
        let mut all = Self::default();
        for attribute in element.attributes() {
            let NodeAttribute::Attribute(attribute) = attribute else {
                return Err(Error::new_spanned(attribute, "an attribute has a name"));
            };
            let name = attribute.key.to_string();
            let literal = literal(&attribute.possible_value);
            let given = given(&attribute.possible_value)?;
            let whole = |slot: &mut Option<TokenStream>| match (&given, slot.is_some()) {
                (Some(given), false) => {
                    *slot = Some(given.clone());
                    Ok(())
                }
                _ => Err(Error::new_spanned(
                    attribute,
                    format!("`{name}` stands once, with its value"),
                )),
            };
            match name.as_str() {
                "key" => whole(&mut all.key)?,
                "ref" => whole(&mut all.node)?,
                "checked" => whole(&mut all.checked)?,
                "value" if holds_value => whole(&mut all.value)?,
                "part" => {
                    return Err(Error::new_spanned(
                        attribute,
                        "`part` follows from the class: see `PARTS` in web/src/markup/make.rs",
                    ));
                }
                "style" => {
                    return Err(Error::new_spanned(
                        attribute,
                        "a strict page allows no `style`: give a class",
                    ));
                }
                _ if all.named.iter().any(|other| other.name == name) => {
                    return Err(Error::new_spanned(attribute, format!("`{name}` stands twice")));
                }
                _ => {
                    let value = becomes(&name, literal.as_ref(), given.as_ref(), interface)
                        .ok_or_else(|| needs_interface(attribute))?;
                    let name = if name == "act" {
                        "data-act".to_owned()
                    } else {
                        name
                    };
                    all.named.push(Named { name, literal, value });
                }
            }
        }
        Ok(all)
    }
}

fn needs_interface(attribute: &impl ToTokens) -> Error {
    Error::new_spanned(
        attribute,
        "`act` is kept by the interface: begin the markup with `ui, `",
    )
}

/// `None` when it needs the interface and there is none.
fn becomes(
    name: &str,
    literal: Option<&LitStr>,
    given: Option<&TokenStream>,
    interface: Interface<'_>,
) -> Option<TokenStream> {
    Some(match (literal, given) {
        (Some(text), _) => quote! { crate::markup::make::is(#text) },
        (None, None) => quote! { crate::markup::make::is(#name) },
        (None, Some(given)) if name == "act" => {
            let ui = interface?;
            quote! { crate::markup::Does::act(#given, #ui) }
        }
        (None, Some(given)) if THERE_OR_NOT.contains(&name) => {
            quote! { crate::markup::when(#given, #name) }
        }
        (None, Some(given)) => quote! { crate::markup::Attribute::value(#given) },
    })
}

/// A text in quotes, or a number as a text.
fn literal(value: &KeyedAttributeValue) -> Option<LitStr> {
    let KeyedAttributeValue::Value(value) = value else {
        return None;
    };
    let rstml::node::KVAttributeValue::Expr(Expr::Lit(ExprLit { lit, .. })) = &value.value else {
        return None;
    };
    match lit {
        Lit::Str(text) => Some(text.clone()),
        Lit::Int(number) => Some(LitStr::new(number.base10_digits(), number.span())),
        _ => None,
    }
}

/// The expression; `None` where the attribute stands alone.
fn given(written: &KeyedAttributeValue) -> Result<Option<TokenStream>> {
    match written {
        KeyedAttributeValue::None => Ok(None),
        KeyedAttributeValue::Value(set) => match &set.value {
            rstml::node::KVAttributeValue::Expr(Expr::Block(block)) => {
                value(Some(&block.block), block).map(Some)
            }
            other => Ok(Some(other.to_token_stream())),
        },
        KeyedAttributeValue::Binding(binding) => {
            Err(Error::new_spanned(binding, "the value stands after `=`"))
        }
    }
}
