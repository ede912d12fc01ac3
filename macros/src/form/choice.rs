//! An enum is a word in the file where it holds nothing more, and a table of one field, named after the variant, where
//! it does.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::{DataEnum, DeriveInput, Error, Fields, Ident, LitStr, Result};

use super::attributes::{Attributes, hyphened, literal};
use super::room;
use super::table::Part;

/// One variant, with its name in the file.
struct Choice<'a> {
    ident: &'a Ident,
    name: LitStr,
    fields: &'a Fields,
    attributes: Attributes,
}

pub(super) fn expand(input: &DeriveInput, data: &DataEnum) -> Result<TokenStream> {
    let hyphens = Attributes::of(&input.attrs)?.hyphens;
    let mut choices = Vec::new();
    for variant in &data.variants {
        let attributes = Attributes::of(&variant.attrs)?;
        let plain = variant.ident.to_string();
        let name = match (&attributes.rename, hyphens) {
            (Some(name), _) => name.clone(),
            (None, true) => hyphened(&plain),
            (None, false) => plain,
        };
        choices.push(Choice {
            ident: &variant.ident,
            name: literal(&name),
            fields: &variant.fields,
            attributes,
        });
    }
    let words = choices.iter().all(|choice| matches!(choice.fields, Fields::Unit));
    let stand_in = choices
        .iter()
        .find(|choice| choice.attributes.stand_in)
        .or_else(|| choices.first())
        .ok_or_else(|| Error::new_spanned(&input.ident, "a form that can be nothing is in no file"))?;
    if words {
        Ok(all_words(&input.ident, &choices, stand_in))
    } else {
        tables(&input.ident, &choices, stand_in)
    }
}

/// An enum of words.
fn all_words(name: &Ident, choices: &[Choice<'_>], stand_in: &Choice<'_>) -> TokenStream {
    let room = room();
    let idents: Vec<_> = choices.iter().map(|choice| choice.ident).collect();
    let words = choices.iter().map(|choice| &choice.name);
    let stand_in = stand_in.ident;
    quote! {
        impl #room::Word for #name {
            const WORDS: &'static [&'static str] = &[#(#words),*];

            fn at(index: usize) -> Option<Self> {
                [#(Self::#idents),*].get(index).copied()
            }
        }

        impl #room::Form for #name {
            const WANTED: Option<&'static str> = Some(#room::WORD);

            fn read(node: &#room::Node<'_>, at: &#room::At<'_>, found: &#room::Found) -> Option<Self> {
                #room::word(node, at, found)
            }

            fn stand_in() -> Self {
                Self::#stand_in
            }

            fn write(&self, out: &mut #room::Out) {
                out.text(#room::Word::word(*self));
            }
        }
    }
}

/// An enum some of whose variants hold more than their name.
fn tables(name: &Ident, choices: &[Choice<'_>], stand_in: &Choice<'_>) -> Result<TokenStream> {
    let room = room();
    let mut words = Vec::new();
    let mut parts = Vec::new();
    let mut writes = Vec::new();
    for choice in choices {
        let (ident, word) = (choice.ident, &choice.name);
        writes.push(write(choice)?);
        if choice.attributes.skip {
            continue;
        }
        if matches!(choice.fields, Fields::Unit) {
            words.push(quote!((#word, None) => Some(Self::#ident)));
        } else {
            let read = read(choice)?;
            parts.push(quote! {
                (#word, Some(node)) => {
                    let at = at.key(#word);
                    Some(#read)
                }
            });
        }
    }
    let names = choices
        .iter()
        .filter(|choice| !choice.attributes.skip)
        .map(|choice| &choice.name);
    let stand_in = nothing(stand_in);
    Ok(quote! {
        impl #room::Form for #name {
            const WANTED: Option<&'static str> = Some(#room::WORD);

            fn read(node: &#room::Node<'_>, at: &#room::At<'_>, found: &#room::Found) -> Option<Self> {
                match #room::chosen(node) {
                    #(#words,)*
                    #(#parts,)*
                    _ => {
                        #room::not_chosen(node, at, found, &[#(#names),*]);
                        None
                    }
                }
            }

            fn stand_in() -> Self {
                #stand_in
            }

            fn write(&self, out: &mut #room::Out) {
                match self {
                    #(#writes,)*
                }
            }
        }
    })
}

/// The expression that reads what a variant holds from `node` at `at`.
fn read(choice: &Choice<'_>) -> Result<TokenStream> {
    let (room, ident) = (room(), choice.ident);
    Ok(match choice.fields {
        Fields::Unit => quote!(Self::#ident),
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
            quote!(Self::#ident(#room::read_or_stand_in(node, &at, found)))
        }
        Fields::Unnamed(fields) => {
            let names: Vec<_> = (0..fields.unnamed.len())
                .map(|at| format_ident!("part_{at}"))
                .collect();
            quote!({
                let (#(#names),*) = #room::read_or_stand_in(node, &at, found);
                Self::#ident(#(#names),*)
            })
        }
        Fields::Named(fields) => {
            let parts = Part::all(fields, false)?;
            let idents = parts.iter().map(|part| part.ident);
            let reads = parts.iter().map(Part::read);
            quote!(#room::Fields::read(node, &at, found, |f| Self::#ident { #(#idents: #reads),* }))
        }
    })
}

/// The variant with nothing in it.
fn nothing(choice: &Choice<'_>) -> TokenStream {
    let (room, ident) = (room(), choice.ident);
    match choice.fields {
        Fields::Unit => quote!(Self::#ident),
        Fields::Unnamed(fields) => {
            let parts = fields.unnamed.iter().map(|_| quote!(#room::Form::stand_in()));
            quote!(Self::#ident(#(#parts),*))
        }
        Fields::Named(fields) => {
            let idents = fields.named.iter().map(|field| &field.ident);
            quote!(Self::#ident { #(#idents: #room::Form::stand_in()),* })
        }
    }
}

/// The arm that writes a variant.
fn write(choice: &Choice<'_>) -> Result<TokenStream> {
    let (room, ident, word) = (room(), choice.ident, &choice.name);
    if choice.attributes.skip {
        let rest = match choice.fields {
            Fields::Unit => quote!(),
            Fields::Unnamed(_) => quote!((..)),
            Fields::Named(_) => quote!({ .. }),
        };
        return Ok(quote!(Self::#ident #rest => out.bare("null")));
    }
    Ok(match choice.fields {
        Fields::Unit => quote!(Self::#ident => out.text(#word)),
        Fields::Unnamed(fields) => {
            let names: Vec<_> = (0..fields.unnamed.len())
                .map(|at| format_ident!("part_{at}"))
                .collect();
            let inside = if let [one] = names.as_slice() {
                quote!(#room::Form::write(#one, out);)
            } else {
                quote!(out.open('['); #(#room::Form::write(#names, out);)* out.close(']');)
            };
            quote!(Self::#ident(#(#names),*) => {
                out.open('{').key(#word);
                #inside
                out.close('}');
            })
        }
        Fields::Named(fields) => {
            let parts = Part::all(fields, false)?;
            let idents = parts.iter().map(|part| part.ident);
            let writes = parts.iter().map(|part| {
                let ident = part.ident;
                part.write(&quote!(#ident))
            });
            quote!(Self::#ident { #(#idents),* } => {
                out.open('{').key(#word).open('{');
                #(#writes)*
                out.close('}');
                out.close('}');
            })
        }
    })
}
