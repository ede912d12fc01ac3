//! `#[derive(Form)]`: one declaration of a type gives what reads it, what writes it and the names of its words.
//!
//! The names are those that `#[serde(…)]` gives, so that a type which is also serialised or described by a schema has
//! one name for each field. What only the reader or the writer needs stands in `#[form(…)]`; the attributes are
//! listed in [`attributes`].

mod attributes;
mod choice;
mod table;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error, Fields, Result};

/// The room of `weighup-core` in which forms are read and written.
fn room() -> TokenStream {
    quote!(crate::format)
}

/// What the derive stands for.
pub(crate) fn expand(input: TokenStream) -> Result<TokenStream> {
    let input: DeriveInput = syn::parse2(input)?;
    if !input.generics.params.is_empty() {
        return Err(Error::new_spanned(
            &input.generics,
            "a form has no type parameters: write the reader of a container by hand",
        ));
    }
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => table::expand(&input, fields),
            Fields::Unnamed(fields) => table::transparent(&input, fields),
            Fields::Unit => Err(Error::new_spanned(
                &input.ident,
                "a form without fields holds nothing",
            )),
        },
        Data::Enum(data) => choice::expand(&input, data),
        Data::Union(_) => Err(Error::new_spanned(&input.ident, "a union has no form")),
    }
}
