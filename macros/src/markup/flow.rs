//! `if`, `if let`, `else` and `for` between tags, written as in Rust.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use rstml::node::CustomNode;
use rstml::recoverable::{ParseRecoverable, RecoverableContext};
use syn::parse::ParseStream;
use syn::{Error, Expr, Pat, Result, Token, braced};

use super::child::{in_list, several};
use super::{Interface, Node};

/// What decides whether nodes are shown, or how often.
#[derive(Debug)]
pub(crate) enum Flow {
    /// `if condition { nodes } else { nodes }`.
    If(Box<If>),
    /// `for pattern in items { nodes }`.
    For(Box<For>),
}

/// A condition and what is shown.
#[derive(Debug)]
pub(crate) struct If {
    keyword: Token![if],
    condition: Expr,
    then: Vec<Node>,
    otherwise: Option<Otherwise>,
}

/// What is shown instead.
#[derive(Debug)]
enum Otherwise {
    If(Box<If>),
    Nodes(Vec<Node>),
}

/// What is shown for each item.
#[derive(Debug)]
pub(crate) struct For {
    keyword: Token![for],
    pattern: Pat,
    items: Expr,
    body: Vec<Node>,
}

impl CustomNode for Flow {
    fn peek_element(input: ParseStream<'_>) -> bool {
        input.peek(Token![if]) || input.peek(Token![for])
    }
}

impl ParseRecoverable for Flow {
    fn parse_recoverable(context: &mut RecoverableContext, input: ParseStream<'_>) -> Option<Self> {
        if input.peek(Token![if]) {
            condition(context, input).map(Box::new).map(Self::If)
        } else {
            repeated(context, input).map(Box::new).map(Self::For)
        }
    }
}

fn condition(context: &mut RecoverableContext, input: ParseStream<'_>) -> Option<If> {
    let keyword = context.parse_simple(input)?;
    let condition = context.save_diagnostics(Expr::parse_without_eager_brace(input))?;
    let then = block(context, input)?;
    let otherwise = if input.peek(Token![else]) {
        context.parse_simple::<Token![else]>(input)?;
        Some(if input.peek(Token![if]) {
            Otherwise::If(Box::new(self::condition(context, input)?))
        } else {
            Otherwise::Nodes(block(context, input)?)
        })
    } else {
        None
    };
    Some(If {
        keyword,
        condition,
        then,
        otherwise,
    })
}

fn repeated(context: &mut RecoverableContext, input: ParseStream<'_>) -> Option<For> {
    let keyword = context.parse_simple(input)?;
    let pattern = context.save_diagnostics(Pat::parse_multi_with_leading_vert(input))?;
    context.parse_simple::<Token![in]>(input)?;
    let items = context.save_diagnostics(Expr::parse_without_eager_brace(input))?;
    let body = block(context, input)?;
    Some(For {
        keyword,
        pattern,
        items,
        body,
    })
}

/// The nodes between two braces.
fn block(context: &mut RecoverableContext, input: ParseStream<'_>) -> Option<Vec<Node>> {
    let content = context.save_diagnostics((|| {
        let content;
        braced!(content in input);
        Ok(content)
    })())?;
    let mut nodes = Vec::new();
    while !content.is_empty() {
        nodes.push(Node::parse_recoverable(context, &content)?);
    }
    Some(nodes)
}

/// As one child, which keeps its place whatever the condition is.
pub(super) fn shown(flow: &Flow, interface: Interface<'_>) -> Result<TokenStream> {
    match flow {
        Flow::If(choice) => choose(choice, interface),
        Flow::For(each) => {
            let items = collected(each, interface)?;
            Ok(quote! { crate::markup::make::list_of(#items) })
        }
    }
}

fn choose(choice: &If, interface: Interface<'_>) -> Result<TokenStream> {
    let If {
        condition,
        then,
        otherwise,
        ..
    } = choice;
    let then = several(then, interface)?;
    let otherwise = match otherwise {
        None => quote! { crate::markup::make::none() },
        Some(Otherwise::If(next)) => choose(next, interface)?,
        Some(Otherwise::Nodes(nodes)) => several(nodes, interface)?,
    };
    Ok(quote! { if #condition { #then } else { #otherwise } })
}

/// All items, each with its key.
fn collected(each: &For, interface: Interface<'_>) -> Result<TokenStream> {
    let For {
        pattern,
        items,
        body,
        keyword,
    } = each;
    let body: Vec<_> = body
        .iter()
        .map(|node| in_list(node, interface))
        .collect::<Result<_>>()?;
    let items = quote! { ::core::iter::IntoIterator::into_iter(#items) };
    match body.as_slice() {
        [] => Err(Error::new_spanned(
            keyword,
            "this `for` shows nothing for its items",
        )),
        [one] => Ok(quote! { #items.map(|#pattern| #one).collect() }),
        some => Ok(quote! { #items.flat_map(|#pattern| [#(#some),*]).collect() }),
    }
}

impl ToTokens for Flow {
    /// For messages only: what is wrong is shown at the keyword.
    fn to_tokens(&self, tokens: &mut TokenStream) {
        match self {
            Self::If(choice) => choice.keyword.to_tokens(tokens),
            Self::For(each) => each.keyword.to_tokens(tokens),
        }
    }
}
