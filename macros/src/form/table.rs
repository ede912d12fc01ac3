//! A struct is a table in the file, a field of it a field of the table.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{DeriveInput, Error, Field, FieldsNamed, FieldsUnnamed, Ident, LitStr, Result};

use super::attributes::{Attributes, literal};
use super::room;

/// One field, with what its attributes say.
pub(super) struct Part<'a> {
    pub(super) ident: &'a Ident,
    name: LitStr,
    attributes: Attributes,
}

impl<'a> Part<'a> {
    /// The fields of a table, or of a variant that has named fields.
    pub(super) fn all(fields: &'a FieldsNamed, may_be_left_out: bool) -> Result<Vec<Self>> {
        fields
            .named
            .iter()
            .map(|field| Self::of(field, may_be_left_out))
            .collect()
    }

    fn of(field: &'a Field, may_be_left_out: bool) -> Result<Self> {
        let ident = field
            .ident
            .as_ref()
            .ok_or_else(|| Error::new_spanned(field, "a field of a table has a name"))?;
        let mut attributes = Attributes::of(&field.attrs)?;
        attributes.default |= may_be_left_out;
        let name = attributes.rename.clone().unwrap_or_else(|| ident.to_string());
        Ok(Self {
            ident,
            name: literal(&name),
            attributes,
        })
    }

    /// The expression that reads it from the fields `f`.
    pub(super) fn read(&self) -> TokenStream {
        let (room, name) = (room(), &self.name);
        let read = match (&self.attributes.otherwise, self.attributes.default) {
            _ if self.attributes.each => quote!(f.each(#name)),
            (Some(otherwise), _) => quote!(f.maybe(#name).unwrap_or(#otherwise)),
            (None, true) => quote!(f.maybe(#name).unwrap_or_else(#room::Form::stand_in)),
            (None, false) => quote!(f.part(#name)),
        };
        let mut read = read;
        if !self.attributes.without.is_empty() {
            let without = self.attributes.without.iter().map(|name| literal(name));
            read = quote!(if #(f.has(#without))||* { #room::Form::stand_in() } else { #read });
        }
        if self.attributes.built {
            read = quote!(if f.is_built() { #read } else { #room::Form::stand_in() });
        }
        read
    }

    /// The statement that writes it to `out`; `value` is a reference to it.
    pub(super) fn write(&self, value: &TokenStream) -> TokenStream {
        let (room, name) = (room(), &self.name);
        let write = if self.attributes.each {
            quote!(out.key(#name).each(#value);)
        } else {
            quote!(#room::Form::write(#value, out.key(#name));)
        };
        if self.attributes.quiet {
            quote!(if #room::says_something(#value) { #write })
        } else {
            write
        }
    }

    fn write_of_self(&self) -> TokenStream {
        let ident = self.ident;
        self.write(&quote!(&self.#ident))
    }
}

/// A struct with named fields.
pub(super) fn expand(input: &DeriveInput, fields: &FieldsNamed) -> Result<TokenStream> {
    let (room, name) = (room(), &input.ident);
    let attributes = Attributes::of(&input.attrs)?;
    let parts = Part::all(fields, attributes.default)?;
    let idents = parts.iter().map(|part| part.ident);
    let reads = parts.iter().map(Part::read);
    let writes = parts.iter().map(Part::write_of_self);
    let shown = shown(&parts);
    let asked = asked(&parts);
    Ok(quote! {
        impl #name {
            /// Reads it from the fields of a table.
            pub(crate) fn of_fields(f: &mut #room::Fields<'_, '_>) -> Self {
                Self { #(#idents: #reads),* }
            }
            #shown
            #asked
        }

        impl #room::Form for #name {
            const WANTED: Option<&'static str> = Some(#room::TABLE);

            fn read(node: &#room::Node<'_>, at: &#room::At<'_>, found: &#room::Found) -> Option<Self> {
                Some(#room::Fields::read(node, at, found, Self::of_fields))
            }

            fn stand_in() -> Self {
                #room::Fields::nothing(Self::of_fields)
            }

            fn write(&self, out: &mut #room::Out) {
                out.open('{');
                #(#writes)*
                out.close('}');
            }
        }
    })
}

/// The function that keeps how things are shown, where some field is about that.
fn shown(parts: &[Part<'_>]) -> Option<TokenStream> {
    let shown: Vec<_> = parts
        .iter()
        .filter(|part| part.attributes.shown)
        .map(|part| part.ident)
        .collect();
    (!shown.is_empty()).then(|| {
        quote! {
            /// `said`, but what is about how things are shown stays as it is here.
            pub(crate) fn showing_the_same(&self, said: &Self) -> Self {
                Self { #(#shown: self.#shown.clone(),)* ..said.clone() }
            }
        }
    })
}

/// The function that writes what the engine is asked, where some field belongs to that.
fn asked(parts: &[Part<'_>]) -> Option<TokenStream> {
    let asked: Vec<_> = parts
        .iter()
        .filter(|part| part.attributes.asked)
        .map(Part::write_of_self)
        .collect();
    (!asked.is_empty()).then(|| {
        let room = room();
        quote! {
            /// Writes the fields that the engine needs to know, and no others, as the same table.
            pub(crate) fn write_asked(&self, out: &mut #room::Out) {
                out.open('{');
                #(#asked)*
                out.close('}');
            }
        }
    })
}

/// A struct around one value: in the file it is that value.
pub(super) fn transparent(input: &DeriveInput, fields: &FieldsUnnamed) -> Result<TokenStream> {
    let (room, name) = (room(), &input.ident);
    let Some((field, true)) = fields
        .unnamed
        .first()
        .map(|field| (field, fields.unnamed.len() == 1))
    else {
        return Err(Error::new_spanned(fields, "give the fields names, or keep one"));
    };
    let inner = &field.ty;
    Ok(quote! {
        impl #room::Form for #name {
            const WANTED: Option<&'static str> = <#inner as #room::Form>::WANTED;

            fn read(node: &#room::Node<'_>, at: &#room::At<'_>, found: &#room::Found) -> Option<Self> {
                <#inner as #room::Form>::read(node, at, found).map(Self)
            }

            fn stand_in() -> Self {
                Self(#room::Form::stand_in())
            }

            fn write(&self, out: &mut #room::Out) {
                #room::Form::write(&self.0, out);
            }
        }
    })
}
