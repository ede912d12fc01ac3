//! The public types that a Rust source declares, read from its tokens.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};

/// Every name a source gives to a public type: its structs, enums, unions, traits and aliases, and what it renames in handing
/// it on (`pub use … as Name`). A name that a macro puts in (`$name`) is not seen.
pub(crate) fn declared(text: &str) -> Vec<String> {
    let tokens: TokenStream = text.parse().unwrap_or_else(|_| panic!("not Rust: {text:.80}"));
    let mut found = Vec::new();
    walk(tokens, &mut found);
    found
}

fn walk(tokens: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            TokenTree::Group(group) => walk(group.stream(), found),
            // `pub(crate)` has a group where a public item has its keyword.
            TokenTree::Ident(word) if *word == "pub" => {
                let next = tokens.get(at + 1).map(ToString::to_string).unwrap_or_default();
                match next.as_str() {
                    "struct" | "enum" | "union" | "trait" | "type" => {
                        if let Some(TokenTree::Ident(name)) = tokens.get(at + 2) {
                            found.push(name.to_string());
                        }
                    }
                    "use" => {
                        let import = tokens.iter().skip(at + 2);
                        let import = import.take_while(|token| token.to_string() != ";").cloned();
                        renamed(import.collect(), found);
                    }
                    _ => {}
                }
            }
            _ => {}
        }
    }
}

/// The types an import renames.
fn renamed(import: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<TokenTree> = import.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        match (token, tokens.get(at + 1)) {
            (TokenTree::Group(group), _) => renamed(group.stream(), found),
            (TokenTree::Ident(word), Some(TokenTree::Ident(name))) if *word == "as" => {
                let name = name.to_string();
                if name.starts_with(char::is_uppercase) && name.contains(char::is_lowercase) {
                    found.push(name);
                }
            }
            _ => {}
        }
    }
}

/// The names that more than one room gives to a type: `Name: room, room`.
pub(crate) fn shared(declared: &BTreeMap<String, BTreeSet<String>>) -> Vec<String> {
    declared
        .iter()
        .filter(|(_, rooms)| rooms.len() > 1)
        .map(|(name, rooms)| {
            let rooms: Vec<&str> = rooms.iter().map(String::as_str).collect();
            format!("`{name}`: {}", rooms.join(", "))
        })
        .collect()
}
