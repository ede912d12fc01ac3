//! `markup!`: tags as in Yew's `html!`, written out as calls of `weighup_web::markup::make`.
//!
//! What can be read in a component, and what it becomes, stands in `CONTRIBUTING.md` and decision 0029.

mod attribute;
mod child;
mod element;
mod flow;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;
use rstml::node::{Node as Parsed, NodeElement};
use rstml::{Parser, ParserConfig};
use syn::parse::{ParseStream, Parser as _};
use syn::{Error, Ident, Result, Token};

use flow::Flow;

/// A tag, a block, a text, `if` or `for`.
type Node = Parsed<Flow>;
/// A tag with what is in it.
type Element = NodeElement<Flow>;

/// The interface that texts and acts are looked up in, where the markup names one.
type Interface<'a> = Option<&'a Ident>;

/// The calls that make what is written in `input`, or what is wrong with it.
pub(crate) fn expand(input: TokenStream) -> Result<TokenStream> {
    let (interface, nodes) = parse.parse2(input)?;
    match nodes.as_slice() {
        [Node::Element(one)] => element::root(one, interface.as_ref()),
        [one] => child::child(one, interface.as_ref()),
        [] => Ok(quote! { crate::markup::make::none() }),
        [_, second, ..] => Err(Error::new_spanned(
            second,
            "`markup!` gives one node: put several between `<>` and `</>`",
        )),
    }
}

/// `ui, <tag>…</tag>`, or the tag alone where it holds no text of the interface and no control.
fn parse(input: ParseStream<'_>) -> Result<(Option<Ident>, Vec<Node>)> {
    let interface = if input.peek(Ident) && input.peek2(Token![,]) {
        let interface = input.parse()?;
        input.parse::<Token![,]>()?;
        Some(interface)
    } else {
        None
    };
    let config = ParserConfig::new().custom_node::<Flow>();
    let nodes = Parser::new(config).parse_syn_stream(input).into_result()?;
    Ok((interface, nodes))
}
