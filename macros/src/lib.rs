//! Macros that the crates of Weighup are written with. They run at build time, and nothing of them ships.
//!
//! Each macro has a module of its own, and this file only exports them.

mod form;
mod markup;

use proc_macro::TokenStream;

/// The reader and the writer of a type, from its declaration: see the module `form` of `weighup-core`.
#[proc_macro_derive(Form, attributes(form, serde))]
pub fn form(input: TokenStream) -> TokenStream {
    form::expand(input.into())
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}

/// Markup as tags, for components of `weighup-web`: see the module `markup` of that crate.
#[proc_macro]
pub fn markup(input: TokenStream) -> TokenStream {
    markup::expand(input.into())
        .unwrap_or_else(syn::Error::into_compile_error)
        .into()
}
