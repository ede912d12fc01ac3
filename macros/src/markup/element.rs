//! Elements, each as one call.

use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::NodeAttribute;
use syn::{Error, Result};

use super::attribute::{Attributes, Named};
use super::child::{child, several, value};
use super::{Element, Interface, Node};

/// Whether `element` has a key.
pub(super) fn has_key(element: &Element) -> bool {
    element.attributes().iter().any(|attribute| match attribute {
        NodeAttribute::Attribute(attribute) => attribute.key.to_string() == "key",
        NodeAttribute::Block(_) => false,
    })
}

/// The element that a whole piece of markup is: with a key it may stand in a list.
pub(super) fn root(root: &Element, interface: Interface<'_>) -> Result<TokenStream> {
    let html = element(root, interface)?;
    Ok(if has_key(root) {
        quote! { crate::markup::Keyed::new(#html) }
    } else {
        html
    })
}

/// An element with what is in it.
pub(super) fn element(element: &Element, interface: Interface<'_>) -> Result<TokenStream> {
    let name = element.name().to_string();
    if !name.starts_with(|first: char| first.is_ascii_lowercase()) {
        return Err(Error::new_spanned(
            element.name(),
            "a component is a function: call it in braces",
        ));
    }
    let attributes = Attributes::of(element, interface)?;
    let mut made = made(&name, &attributes.named, &element.children, interface)?;
    if let Some(checked) = attributes.checked {
        made = quote! { crate::markup::make::checked(#checked, #made) };
    }
    if let Some(value) = attributes.value {
        made = quote! { crate::markup::make::valued(#value, #made) };
    }
    if let Some(node) = attributes.node {
        made = quote! { crate::markup::make::at(#node, #made) };
    }
    if let Some(key) = attributes.key {
        made = quote! { crate::markup::make::keyed(#key, #made) };
    }
    Ok(made)
}

/// The shortest call there is for elements of this shape: every byte is loaded by a phone.
fn made(
    name: &str,
    attributes: &[Named],
    children: &[Node],
    interface: Interface<'_>,
) -> Result<TokenStream> {
    let fixed = |named: &Named, name: &str, text: &str| {
        named.name == name
            && named
                .literal
                .as_ref()
                .is_some_and(|literal| literal.value() == text)
    };
    match attributes {
        [] => classed(name, &quote!(""), children, interface),
        [class] if class.name == "class" => match &class.literal {
            Some(text) => classed(name, &quote!(#text), children, interface),
            None => {
                let (value, child) = (&class.value, several(children, interface)?);
                Ok(quote! { crate::markup::make::classed(#name, #value, #child) })
            }
        },
        [kind, class, act]
            if name == "button"
                && fixed(kind, "type", "button")
                && class.name == "class"
                && class.literal.is_some()
                && act.name == "data-act" =>
        {
            let (class, act, child) = (&class.literal, &act.value, several(children, interface)?);
            Ok(quote! { crate::markup::make::button(#class, #act, #child) })
        }
        all => {
            // A host page may style what has a part. Its value is found where the element is made.
            let names = all.iter().flat_map(|named| {
                let part = (named.name == "class").then_some("part");
                std::iter::once(named.name.as_str()).chain(part)
            });
            let values = all.iter().map(|named| &named.value);
            let child = several(children, interface)?;
            Ok(quote! {
                crate::markup::make::tag(#name, &[#(#names),*], [#(#values),*], #child)
            })
        }
    }
}

/// An element with nothing but a class that never changes.
fn classed(
    name: &str,
    class: &TokenStream,
    children: &[Node],
    interface: Interface<'_>,
) -> Result<TokenStream> {
    match (children, interface) {
        ([Node::Block(block)], Some(ui)) => {
            let value = value(block.try_block(), block)?;
            Ok(quote! { crate::markup::make::line(#ui, #name, #class, #value) })
        }
        ([_, _, ..], _) => {
            let all = children
                .iter()
                .map(|node| child(node, interface))
                .collect::<Result<Vec<_>>>()?;
            Ok(quote! { crate::markup::make::el(#name, #class, [#(#all),*]) })
        }
        _ => {
            let child = several(children, interface)?;
            Ok(quote! { crate::markup::make::wrap(#name, #class, #child) })
        }
    }
}
