//! What stands between tags.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Block, Error, Result, Stmt};

use super::{Interface, Node, element, flow};

/// A node in its place among others.
pub(super) fn child(node: &Node, interface: Interface<'_>) -> Result<TokenStream> {
    match node {
        Node::Element(one) => element::element(one, interface),
        Node::Fragment(all) => several(&all.children, interface),
        Node::Custom(flow) => flow::shown(flow, interface),
        Node::Text(text) => {
            let text = &text.value;
            Ok(quote! { crate::markup::make::fixed(#text) })
        }
        Node::Block(block) => {
            let value = value(block.try_block(), block)?;
            Ok(match interface {
                Some(ui) => quote! { crate::markup::Said::said(#value, #ui) },
                None => quote! { crate::markup::Shown::shown(#value) },
            })
        }
        other => Err(Error::new_spanned(
            other,
            "a text stands in quotes, or in braces where it comes from the interface's texts",
        )),
    }
}

/// Nodes one after another, as one child.
pub(super) fn several(nodes: &[Node], interface: Interface<'_>) -> Result<TokenStream> {
    match nodes {
        [] => Ok(quote! { crate::markup::make::none() }),
        [one] => child(one, interface),
        all => {
            let all = all
                .iter()
                .map(|node| child(node, interface))
                .collect::<Result<Vec<_>>>()?;
            Ok(quote! { crate::markup::make::list([#(#all),*]) })
        }
    }
}

/// An item of a list of changing length: it has a key, so that it stays the same element when others come and go.
pub(super) fn in_list(node: &Node, interface: Interface<'_>) -> Result<TokenStream> {
    match node {
        Node::Element(one) if element::has_key(one) => element::element(one, interface),
        Node::Element(one) => Err(Error::new_spanned(
            &one.open_tag.name,
            "an element in a `for` needs a `key` that no other item of the list has",
        )),
        Node::Block(block) => {
            let value = value(block.try_block(), block)?;
            Ok(quote! { crate::markup::Keyed::in_list(#value) })
        }
        other => Err(Error::new_spanned(
            other,
            "what a `for` repeats is an element with a `key`, or `{…}` that is `Keyed`",
        )),
    }
}

/// What stands between braces, without the braces where they hold one expression.
pub(super) fn value(block: Option<&Block>, written: &impl ToTokens) -> Result<TokenStream> {
    match block {
        Some(block) => Ok(match block.stmts.as_slice() {
            [Stmt::Expr(one, None)] => one.to_token_stream(),
            _ => block.to_token_stream(),
        }),
        None => Err(Error::new_spanned(written, "this is no Rust expression")),
    }
}
