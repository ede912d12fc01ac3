//! Every message of the sources: what stands in `say!(…)`.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::{Expr, Ident, LitStr, Token};
use weighup_core::authoring::SourceMessage;

/// Why a message could not be read out of a source.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum ScanError {
    #[error(
        "{file}:{line}: this `say!` cannot be read; write it as the documentation of `core/src/words` says"
    )]
    Message { file: String, line: usize },
    #[error("{file}:{line}: this is no Rust source: {cause}")]
    Source {
        file: String,
        line: usize,
        cause: String,
    },
}

/// The messages of a source, in its order. What a `#[cfg(test)] mod` holds is no message.
pub(crate) fn messages(file: &str, text: &str) -> Result<Vec<SourceMessage>, ScanError> {
    let tokens: TokenStream = text
        .parse()
        .map_err(|cause: proc_macro2::LexError| ScanError::Source {
            file: file.to_owned(),
            line: cause.span().start().line,
            cause: cause.to_string(),
        })?;
    let mut calls = Vec::new();
    gather(tokens, &mut calls);
    let lines: Vec<&str> = text.lines().collect();
    let mut found = Vec::new();
    for Call { line, inside } in calls {
        let call: Said = syn::parse2(inside).map_err(|_| ScanError::Message {
            file: file.to_owned(),
            line,
        })?;
        found.push(SourceMessage {
            context: call.context,
            text: call.other,
            one: call.one,
            count: call.count,
            file: file.to_owned(),
            line: u32::try_from(line).unwrap_or(u32::MAX),
            note: note(lines.get(..line.saturating_sub(1)).unwrap_or_default()),
        });
    }
    Ok(found)
}

/// A `say!` and what stands in its brackets.
struct Call {
    line: usize,
    inside: TokenStream,
}

/// Finds every call, in the arguments of other macros too. Tests and the definition of the macro itself are passed by.
fn gather(tokens: TokenStream, found: &mut Vec<Call>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut rest = tokens.as_slice();
    while let [first, after @ ..] = rest {
        rest = match rest {
            [
                hash,
                TokenTree::Group(attribute),
                word,
                name,
                TokenTree::Group(_),
                after @ ..,
            ] if is_mark(hash, '#')
                && attribute.stream().to_string().replace(' ', "") == "cfg(test)"
                && is_name(word, "mod")
                && matches!(name, TokenTree::Ident(_)) =>
            {
                after
            }
            [word, mark, name, TokenTree::Group(_), after @ ..]
                if is_name(word, "macro_rules") && is_mark(mark, '!') && is_name(name, "say") =>
            {
                after
            }
            [word, mark, TokenTree::Group(group), after @ ..]
                if is_name(word, "say") && is_mark(mark, '!') && group.delimiter() != Delimiter::None =>
            {
                // In a macro of its own, what is said is put in later.
                let inside = group.stream();
                let first = inside.clone().into_iter().next();
                if !first.is_some_and(|first| is_mark(&first, '$') || is_mark(&first, '@')) {
                    found.push(Call {
                        line: word.span().start().line,
                        inside,
                    });
                }
                // A value may be a message itself.
                gather(group.stream(), found);
                after
            }
            _ => {
                if let TokenTree::Group(group) = first {
                    gather(group.stream(), found);
                }
                after
            }
        };
    }
}

fn is_name(token: &TokenTree, name: &str) -> bool {
    matches!(token, TokenTree::Ident(found) if found == name)
}

fn is_mark(token: &TokenTree, mark: char) -> bool {
    matches!(token, TokenTree::Punct(found) if found.as_char() == mark)
}

/// What stands in the brackets: `words, [context "…",] "…"` or `words, [context "…",] n [= …] => "…", "…"`.
struct Said {
    context: String,
    count: Option<String>,
    one: Option<String>,
    other: String,
}

impl Parse for Said {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        input.parse::<Expr>()?;
        input.parse::<Token![,]>()?;
        let mut context = String::new();
        if input.peek(Ident) && input.peek2(LitStr) {
            let word: Ident = input.parse()?;
            if word != "context" {
                return Err(syn::Error::new(
                    word.span(),
                    "only a context stands before a text",
                ));
            }
            context = input.parse::<LitStr>()?.value();
            input.parse::<Token![,]>()?;
        }
        let (mut count, mut one) = (None, None);
        if !input.peek(LitStr) {
            count = Some(input.parse::<Ident>()?.to_string());
            if !input.peek(Token![=>]) {
                input.parse::<Token![=]>()?;
                input.parse::<Expr>()?;
            }
            input.parse::<Token![=>]>()?;
            one = Some(input.parse::<LitStr>()?.value());
            input.parse::<Token![,]>()?;
        }
        let other = input.parse::<LitStr>()?.value();
        // What fills the holes is the compiler's matter.
        input.parse::<TokenStream>()?;
        Ok(Self {
            context,
            count,
            one,
            other,
        })
    }
}

/// What a comment `// Translators: …` just above says; `before` are the lines above.
fn note(before: &[&str]) -> String {
    let comment = |line: &str| Some(line.trim().strip_prefix("//")?.trim().to_owned());
    let mut lines: Vec<String> = before
        .iter()
        .rev()
        .take(6)
        .map_while(|line| comment(line))
        .collect();
    lines.reverse();
    let all = lines.join(" ");
    all.split_once("Translators:")
        .map(|(_, note)| note.trim().to_owned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, Option<String>, String)> {
        let found = messages("a.rs", text).expect("readable");
        found
            .into_iter()
            .map(|message| (message.context, message.one, message.text))
            .collect()
    }

    fn plain(context: &str, text: &str) -> (String, Option<String>, String) {
        (context.to_owned(), None, text.to_owned())
    }

    #[test]
    fn every_form_is_read() {
        let found = read(
            r##"
            // say!(words, "a comment")
            let a = say!(words, "One {a}.", a = f("not this, \"say!\""));
            let b = say!(aid.wording(f(x, 'y', '"')), context "a rating", "good");
            let c: &'static str = "say!(words, \"a string\")";
            let d = say!(self, n = f(1, 2) => "1 day", "{n} days \
                          and more", x = '\'');
            let e = say!(words, context r#"here"#, n => "one", "{n}");
            macro_rules! say { (@ $a:expr) => {}; ($w:expr, $($r:tt)+) => { $crate::say!(@ $w, $($r)+) }; }
            #[cfg(test)]
mod tests { fn f() { say!(words, "no message"); } }
            "##,
        );
        assert_eq!(
            found,
            [
                plain("", "One {a}."),
                plain("a rating", "good"),
                (
                    String::new(),
                    Some("1 day".to_owned()),
                    "{n} days and more".to_owned()
                ),
                ("here".to_owned(), Some("one".to_owned()), "{n}".to_owned()),
            ]
        );
    }

    #[test]
    fn notes_go_to_translators() {
        let text = "fn f() {\n    // Translators: the end of\n    // a list.\n    say!(words, \"{a} and {b}\", a, b);\n}\n";
        let found = messages("a.rs", text).expect("readable");
        assert_eq!(found[0].note, "the end of a list.");
        assert_eq!(found[0].line, 4);
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        let error = messages("core/a.rs", "\nsay!(words, TEXT);").expect_err("not a message");
        assert!(error.to_string().starts_with("core/a.rs:2: this `say!`"));
    }
}
