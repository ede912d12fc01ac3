//! What the attributes of a field, a variant or a type say.

use proc_macro2::Span;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, Error, Expr, LitStr, Result, Token, parenthesized};

/// What stands on one field, variant or type.
#[derive(Default)]
pub(super) struct Attributes {
    /// `serde(rename = "…")`: its name in the file.
    pub(super) rename: Option<String>,
    /// `serde(rename_all = "kebab-case")`: words are written with hyphens.
    pub(super) hyphens: bool,
    /// `serde(default)`: the field, or every field of the type, may be left out.
    pub(super) default: bool,
    /// `form(default = …)`: what the field is when it is left out.
    pub(super) otherwise: Option<Expr>,
    /// `serde(skip_serializing_if = "…")`: the field is written only where it says more than nothing.
    pub(super) quiet: bool,
    /// `form(without("a", "b"))`: the field belongs to tables that have none of these fields.
    pub(super) without: Vec<String>,
    /// `form(built)`: the build writes the field and authors do not.
    pub(super) built: bool,
    /// `form(each)`: a table whose names are the author's, kept in their order.
    pub(super) each: bool,
    /// `form(shown)`: the field is about how things are shown, and undo leaves it.
    pub(super) shown: bool,
    /// `form(asked)`: the field is part of the question to the engine.
    pub(super) asked: bool,
    /// `form(skip)`: the variant is in no file.
    pub(super) skip: bool,
    /// `form(stand_in)`: the variant that stands where nothing could be read.
    pub(super) stand_in: bool,
}

impl Attributes {
    pub(super) fn of(attributes: &[Attribute]) -> Result<Self> {
        let mut found = Self::default();
        for attribute in attributes {
            if attribute.path().is_ident("serde") {
                attribute.parse_nested_meta(|meta| found.serde(&meta))?;
            } else if attribute.path().is_ident("form") {
                attribute.parse_nested_meta(|meta| found.form(&meta))?;
            }
        }
        Ok(found)
    }

    fn serde(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        if meta.path.is_ident("rename") {
            self.rename = Some(meta.value()?.parse::<LitStr>()?.value());
        } else if meta.path.is_ident("rename_all") {
            let case: LitStr = meta.value()?.parse()?;
            if case.value() != "kebab-case" {
                return Err(Error::new(case.span(), "words of a form are in kebab-case"));
            }
            self.hyphens = true;
        } else if meta.path.is_ident("default") {
            self.default = true;
            pass(meta)?;
        } else if meta.path.is_ident("skip_serializing_if") {
            self.quiet = true;
            pass(meta)?;
        } else {
            pass(meta)?;
        }
        Ok(())
    }

    fn form(&mut self, meta: &ParseNestedMeta<'_>) -> Result<()> {
        let flag = [
            ("built", &mut self.built),
            ("each", &mut self.each),
            ("shown", &mut self.shown),
            ("asked", &mut self.asked),
            ("skip", &mut self.skip),
            ("stand_in", &mut self.stand_in),
        ]
        .into_iter()
        .find(|(name, _)| meta.path.is_ident(name));
        if let Some((_, flag)) = flag {
            *flag = true;
            return Ok(());
        }
        if meta.path.is_ident("default") {
            self.otherwise = Some(meta.value()?.parse()?);
            return Ok(());
        }
        if meta.path.is_ident("without") {
            let names;
            parenthesized!(names in meta.input);
            let names = names.parse_terminated(<LitStr as syn::parse::Parse>::parse, Token![,])?;
            self.without = names.iter().map(LitStr::value).collect();
            return Ok(());
        }
        Err(meta.error(
            "a form knows `default`, `without`, `built`, `each`, `shown`, `asked`, `skip` and `stand_in` here",
        ))
    }
}

/// Skips the value of an attribute that only serde uses.
fn pass(meta: &ParseNestedMeta<'_>) -> Result<()> {
    if meta.input.peek(Token![=]) {
        meta.value()?.parse::<Expr>()?;
    } else if meta.input.peek(syn::token::Paren) {
        let inside;
        parenthesized!(inside in meta.input);
        inside.parse::<proc_macro2::TokenStream>()?;
    }
    Ok(())
}

/// The name of a variant in a file: `WhatMatters` is `what-matters`.
pub(super) fn hyphened(name: &str) -> String {
    let mut words = String::new();
    for (at, letter) in name.char_indices() {
        if letter.is_uppercase() && at > 0 {
            words.push('-');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// A name as a literal.
pub(super) fn literal(name: &str) -> LitStr {
    LitStr::new(name, Span::call_site())
}
