//! The paths that Rust sources name, read from their tokens: imports (grouped, renamed, re-exported) and paths that stand in
//! the code, inside macros too. Comments and texts are no paths.

use proc_macro2::{Delimiter, TokenStream, TokenTree};

/// The names of a module, from its crate's root.
pub(crate) type Module = Vec<String>;

/// Every path of a source that begins at a crate's root: the crate's name (`crate` for its own), then the names.
pub(crate) fn paths(text: &str, module: &Module, crates: &[&str]) -> Vec<Vec<String>> {
    let tokens: TokenStream = text.parse().unwrap_or_else(|_| panic!("not Rust: {text:.80}"));
    let mut found = Vec::new();
    walk(tokens, module, crates, &mut found);
    found
}

fn walk(tokens: TokenStream, module: &Module, crates: &[&str], found: &mut Vec<Vec<String>>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            // `mod name { … }` is one module deeper.
            TokenTree::Ident(word) if *word == "mod" => {
                if let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) =
                    (tokens.get(at + 1), tokens.get(at + 2))
                {
                    let inside = [module.clone(), vec![name.to_string()]].concat();
                    walk(body.stream(), &inside, crates, found);
                    at += 3;
                    continue;
                }
            }
            TokenTree::Ident(word)
                if begins(&word.to_string(), crates)
                    && !after_colons(&tokens, at)
                    && colons(&tokens, at + 1) =>
            {
                let start = vec![word.to_string()];
                at = tree(&tokens, at + 1, start, module, found);
                continue;
            }
            TokenTree::Group(group) => walk(group.stream(), module, crates, found),
            _ => {}
        }
        at += 1;
    }
}

fn begins(word: &str, crates: &[&str]) -> bool {
    matches!(word, "crate" | "super" | "self") || crates.contains(&word)
}

/// The rest of a path, with its branches in braces; the place of what follows it.
fn tree(
    tokens: &[TokenTree],
    mut at: usize,
    mut path: Vec<String>,
    module: &Module,
    found: &mut Vec<Vec<String>>,
) -> usize {
    while colons(tokens, at) {
        match tokens.get(at + 2) {
            Some(TokenTree::Ident(name)) => {
                path.push(name.to_string());
                at += 3;
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                for branch in inner.split(|token| matches!(token, TokenTree::Punct(p) if p.as_char() == ','))
                {
                    if let Some(TokenTree::Ident(name)) = branch.first() {
                        let path = [path.clone(), vec![name.to_string()]].concat();
                        tree(branch, 1, path, module, found);
                    }
                }
                return at + 3;
            }
            // `*`, or the angle bracket of a type's arguments: the names so far say where it leads.
            _ => {
                at += 2;
                break;
            }
        }
    }
    found.extend(rooted(path, module));
    at
}

/// A path from the root of its crate; `None` when it stays where it is.
fn rooted(path: Vec<String>, module: &Module) -> Option<Vec<String>> {
    let mut here = module.clone();
    let mut names = path.iter().peekable();
    match names.peek().map(|name| name.as_str())? {
        "self" => {
            names.next();
        }
        "super" => {
            while names.next_if(|name| *name == "super").is_some() {
                here.pop()?;
            }
        }
        _ => return Some(path),
    }
    here.insert(0, "crate".to_owned());
    here.extend(names.cloned());
    Some(here)
}

fn colons(tokens: &[TokenTree], at: usize) -> bool {
    let colon = |at: usize| matches!(tokens.get(at), Some(TokenTree::Punct(p)) if p.as_char() == ':');
    colon(at) && colon(at + 1)
}

fn after_colons(tokens: &[TokenTree], at: usize) -> bool {
    at >= 2 && colons(tokens, at - 2)
}

/// What the root of a crate hands on under a name of its own: the name, and the module it comes from.
pub(crate) fn handed_on(root: &str) -> Vec<(String, String)> {
    let tokens: TokenStream = root.parse().unwrap_or_else(|_| panic!("not Rust"));
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if let (TokenTree::Ident(word), Some(TokenTree::Ident(first))) = (token, tokens.get(at + 1))
            && *word == "use"
        {
            let mut paths = Vec::new();
            tree(&tokens, at + 2, vec![first.to_string()], &Vec::new(), &mut paths);
            found.extend(
                paths
                    .into_iter()
                    .filter_map(|path| Some((path.last()?.clone(), path.first()?.clone()))),
            );
        }
    }
    found
}
