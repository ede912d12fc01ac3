//! The public interface of this crate as a file, `core/tests/public.txt`: what a change adds, takes away or alters there is seen in its diff, and
//! decides the next version. `PUBLIC=write` writes it anew.
//!
//! Every `pub` of the sources counts: the compiler warns of one that nobody outside can reach (`unreachable_pub`), and the suite has no warnings.
//! What a macro declares stands as it is handed to the macro.

#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test: failing is how it reports"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Fields, ImplItem, Item, TraitItem, Visibility};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut entries: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            found.push(path);
        }
    }
}

/// The interface of the files of a folder, a line for each thing.
fn listed(folder: &Path) -> String {
    let mut paths = Vec::new();
    sources(folder, &mut paths);
    let files: Vec<(String, Vec<Item>)> = paths
        .iter()
        .map(|path| {
            let text = fs::read_to_string(path).expect("a source");
            let file = syn::parse_file(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            let inside = path.strip_prefix(folder).unwrap_or(path);
            (inside.to_string_lossy().replace('\\', "/"), file.items)
        })
        .collect();
    let mut public = BTreeSet::new();
    for (_, items) in &files {
        names(items, &mut public);
    }
    let mut out = String::new();
    for (name, items) in &files {
        let mut lines = Vec::new();
        lists(items, "", &public, &mut lines);
        if !lines.is_empty() {
            out.push_str(&format!("\n{name}\n"));
            lines.iter().for_each(|line| out.push_str(&format!("  {line}\n")));
        }
    }
    out
}

/// The names of public types, so that what is implemented for others is left out.
fn names(items: &[Item], public: &mut BTreeSet<String>) {
    for item in items {
        match item {
            Item::Struct(item) if is_public(&item.vis) => drop(public.insert(item.ident.to_string())),
            Item::Enum(item) if is_public(&item.vis) => drop(public.insert(item.ident.to_string())),
            Item::Type(item) if is_public(&item.vis) => drop(public.insert(item.ident.to_string())),
            // Most types that a macro declares are public ones.
            Item::Macro(item) => idents(item.mac.tokens.clone(), public),
            Item::Mod(item) if !is_test(&item.attrs) => {
                if let Some((_, items)) = &item.content {
                    names(items, public);
                }
            }
            _ => {}
        }
    }
}

fn idents(tokens: TokenStream, found: &mut BTreeSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => drop(found.insert(ident.to_string())),
            TokenTree::Group(group) => idents(group.stream(), found),
            _ => {}
        }
    }
}

const fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| plain(attribute.to_token_stream()).contains("cfg(test"))
}

/// What changes how a thing may be used: features, derives, what a match has to expect.
fn kept(attributes: &[Attribute]) -> String {
    let names = [
        "cfg",
        "cfg_attr",
        "derive",
        "non_exhaustive",
        "macro_export",
        "must_use",
        "deprecated",
    ];
    attributes
        .iter()
        .filter(|attribute| names.iter().any(|name| attribute.path().is_ident(name)))
        .map(|attribute| plain(attribute.to_token_stream()) + " ")
        .collect()
}

fn lists(items: &[Item], within: &str, public: &BTreeSet<String>, lines: &mut Vec<String>) {
    for item in items {
        let mut line = |attributes: &[Attribute], tokens: TokenStream| {
            lines.push(format!("{within}{}{}", kept(attributes), plain(tokens)));
        };
        match item {
            Item::Const(item) if is_public(&item.vis) => {
                let (name, of) = (&item.ident, &item.ty);
                line(&item.attrs, quote!(pub const #name: #of));
            }
            Item::Fn(item) if is_public(&item.vis) => {
                let sig = &item.sig;
                line(&item.attrs, quote!(pub #sig));
            }
            Item::Type(item) if is_public(&item.vis) => line(&item.attrs, bare(item.to_token_stream())),
            Item::Use(item) if is_public(&item.vis) => line(&item.attrs, bare(item.to_token_stream())),
            Item::Trait(item) if is_public(&item.vis) => {
                let (name, generics, above) = (&item.ident, &item.generics, &item.supertraits);
                line(&item.attrs, quote!(pub trait #name #generics: #above));
                for inner in &item.items {
                    if let TraitItem::Fn(method) = inner {
                        let (sig, has) = (&method.sig, method.default.is_some());
                        let has = if has { quote!({ .. }) } else { quote!() };
                        line(&method.attrs, quote!(#name :: #sig #has));
                    }
                }
            }
            Item::Struct(item) if is_public(&item.vis) => {
                let (name, generics) = (&item.ident, &item.generics);
                line(&item.attrs, quote!(pub struct #name #generics));
                for (at, field) in item.fields.iter().enumerate() {
                    if is_public(&field.vis) {
                        let (of, at) = (&field.ty, syn::Index::from(at));
                        let own = field
                            .ident
                            .as_ref()
                            .map_or_else(|| quote!(#at), |ident| quote!(#ident));
                        line(&field.attrs, quote!(#name . #own: #of));
                    }
                }
            }
            Item::Enum(item) if is_public(&item.vis) => {
                let (name, generics) = (&item.ident, &item.generics);
                line(&item.attrs, quote!(pub enum #name #generics));
                for variant in &item.variants {
                    let own = &variant.ident;
                    let fields = match &variant.fields {
                        Fields::Unit => quote!(),
                        fields => bare(fields.to_token_stream()),
                    };
                    line(&variant.attrs, quote!(#name :: #own #fields));
                }
            }
            Item::Impl(item) => {
                let (of, generics) = (&item.self_ty, &item.generics);
                let named = idents_of(of.to_token_stream());
                if !named.iter().any(|name| public.contains(name)) {
                    continue;
                }
                if let Some((path, _)) = &item.trait_ {
                    line(&item.attrs, quote!(impl #generics #path for #of));
                    continue;
                }
                let mut inner = |attributes: &[Attribute], tokens: TokenStream| {
                    lines.push(format!(
                        "{within}{}{}{}",
                        kept(&item.attrs),
                        kept(attributes),
                        plain(tokens)
                    ));
                };
                for method in &item.items {
                    match method {
                        ImplItem::Fn(method) if is_public(&method.vis) => {
                            let sig = &method.sig;
                            inner(&method.attrs, quote!(#of :: #sig));
                        }
                        ImplItem::Const(value) if is_public(&value.vis) => {
                            let (name, kind) = (&value.ident, &value.ty);
                            inner(&value.attrs, quote!(#of :: const #name: #kind));
                        }
                        _ => {}
                    }
                }
            }
            Item::Macro(item) if item.ident.is_none() => {
                let (path, tokens) = (&item.mac.path, bare(item.mac.tokens.clone()));
                line(&item.attrs, quote!(#path ! { #tokens }));
            }
            Item::Mod(item) if !is_test(&item.attrs) => {
                if is_public(&item.vis) {
                    let name = &item.ident;
                    line(&item.attrs, quote!(pub mod #name));
                }
                if let Some((_, items)) = &item.content {
                    lists(items, &format!("{within}{}::", item.ident), public, lines);
                }
            }
            _ => {}
        }
    }
}

fn idents_of(tokens: TokenStream) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    idents(tokens, &mut found);
    found
}

/// The tokens without attributes: what they document is no interface, and those that are one are told by [`kept`].
fn bare(tokens: TokenStream) -> TokenStream {
    let mut out = Vec::new();
    let mut all = tokens.into_iter().peekable();
    while let Some(token) = all.next() {
        let is_attribute = matches!(&token, TokenTree::Punct(mark) if mark.as_char() == '#')
            && matches!(all.peek(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket);
        if is_attribute {
            let _ = all.next();
            continue;
        }
        out.push(match token {
            TokenTree::Group(group) => Group::new(group.delimiter(), bare(group.stream())).into(),
            other => other,
        });
    }
    out.into_iter().collect()
}

/// Tokens as they are written by hand, near enough to be read.
fn plain(tokens: TokenStream) -> String {
    let mut text = tokens
        .to_string()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let closer = [
        (" :: ", "::"),
        (":: ", "::"),
        (" ::", "::"),
        (" : ", ": "),
        (" , ", ", "),
        (" ,", ","),
        (" ;", ""),
        (" ! {", "! {"),
        (" < ", "<"),
        (" <", "<"),
        ("< ", "<"),
        (" >", ">"),
        ("( ", "("),
        (" )", ")"),
        (" (", "("),
        ("& ", "&"),
        ("[ ", "["),
        (" ]", "]"),
        ("# [", "#["),
        (" . ", "."),
        ("' ", "'"),
        (",)", ")"),
    ];
    for (far, near) in closer {
        text = text.replace(far, near);
    }
    text.replace("->", " -> ")
        .replace("  ", " ")
        .trim_end_matches(": ")
        .trim_end_matches(':')
        .to_owned()
}

#[test]
fn the_public_interface_is_the_one_that_is_written_down() {
    let now = format!(
        "Every public thing of weighup-core, file by file. Written by `PUBLIC=write cargo test -p weighup-core --test public`.\n{}",
        listed(&root().join("src"))
    );
    let place = root().join("tests/public.txt");
    if std::env::var("PUBLIC").is_ok_and(|how| how == "write") {
        fs::write(&place, &now).expect("can be written");
    }
    let before = fs::read_to_string(&place).expect("core/tests/public.txt is there");
    let (old, new): (BTreeSet<&str>, BTreeSet<&str>) = (before.lines().collect(), now.lines().collect());
    let gone: Vec<&&str> = old.difference(&new).collect();
    let come: Vec<&&str> = new.difference(&old).collect();
    assert!(
        before == now,
        "the public interface of weighup-core has changed. Gone: {gone:#?}\nCome: {come:#?}\nWrite it down with `PUBLIC=write cargo test -p \
         weighup-core --test public`, and say in CHANGELOG.md what users have to change"
    );
    assert!(now.lines().count() > 500, "{}", now.lines().count());
}

#[test]
fn what_is_added_taken_away_or_altered_shows() {
    let folder = std::env::temp_dir().join(format!("weighup-public-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let said = |text: &str| {
        fs::write(folder.join("a.rs"), text).expect("a file");
        listed(&folder)
    };
    let before = said(
        "/// Words.\npub struct A { /// More.\n pub b: u8, c: u8 } impl A { pub fn d(&self) -> Option<&str> { None } fn e() {} } fn f() {}",
    );
    assert_eq!(
        before,
        "\na.rs\n  pub struct A\n  A.b: u8\n  A::fn d(&self) -> Option<&str>\n"
    );
    for changed in [
        "pub struct A { pub b: u16, c: u8 } impl A { pub fn d(&self) -> Option<&str> { None } }",
        "pub struct A { pub b: u8, pub c: u8 } impl A { pub fn d(&self) -> Option<&str> { None } }",
        "#[derive(Clone)] pub struct A { pub b: u8 } impl A { pub fn d(&self) -> Option<&str> { None } }",
        "pub struct A { pub b: u8 } impl A { pub fn d(&mut self) -> Option<&str> { None } }",
        "pub struct A { pub b: u8 } impl A { pub fn d(&self) -> Option<&str> { None } } impl Drop for A { fn drop(&mut self) {} }",
        "pub struct A { pub b: u8 }",
    ] {
        assert_ne!(said(changed), before, "{changed}");
    }
    // What stands inside a function, and words about it, are nobody else's matter.
    assert_eq!(
        said(
            "pub struct A { pub b: u8, d: u16 } impl A { #[doc = \"x\"] pub fn d(&self) -> Option<&str> { Some(\"\") } }"
        ),
        before
    );
    let tested = said("#[cfg(test)] mod tests { pub struct B; } one! { /// Words.\n B => C }");
    assert_eq!(tested, "\na.rs\n  one! { B => C }\n");
    fs::remove_dir_all(&folder).expect("can be removed");
}
