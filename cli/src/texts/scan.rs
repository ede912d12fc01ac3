//! Every message of the sources: what stands in `say!(…)`.

use weighup_core::authoring::SourceMessage;

/// Why a message could not be read out of a source.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: this `say!` cannot be read; write it as the documentation of `core/src/words` says")]
pub(crate) struct ScanError {
    file: String,
    line: u32,
}

/// The messages of a source, in its order. What a `#[cfg(test)] mod` holds is no message.
pub(crate) fn messages(file: &str, text: &str) -> Result<Vec<SourceMessage>, ScanError> {
    let tested = text.match_indices("#[cfg(test)]\nmod ").find(|(at, found)| {
        let name = text.get(at + found.len()..).and_then(|rest| rest.lines().next());
        name.is_some_and(|line| line.contains('{'))
    });
    let text = tested.and_then(|(at, _)| text.get(..at)).unwrap_or(text);
    let tokens = tokens(text);
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let Some(
            [
                _,
                Token {
                    kind: Kind::Mark('!'),
                    ..
                },
                Token { kind: Kind::Open, .. },
                inside @ ..,
            ],
        ) = tokens.get(at..).filter(|_| token.is_name("say"))
        else {
            continue;
        };
        // The definition of the macro itself.
        if matches!(
            inside.first().map(|token| &token.kind),
            Some(Kind::Mark('@' | '$'))
        ) {
            continue;
        }
        let message = message(inside).ok_or_else(|| ScanError {
            file: file.to_owned(),
            line: line(text, token.at),
        })?;
        found.push(SourceMessage {
            file: file.to_owned(),
            line: line(text, token.at),
            note: note(text, token.at),
            ..message
        });
    }
    Ok(found)
}

/// What stands in the brackets: `words, [context "…",] "…"` or `words, [context "…",] n [= …] => "…", "…"`.
fn message(inside: &[Token]) -> Option<SourceMessage> {
    let mut rest = after(inside, &Kind::Mark(','))?;
    let mut context = "";
    if let [
        name,
        Token {
            kind: Kind::Text(text),
            ..
        },
        Token {
            kind: Kind::Mark(','),
            ..
        },
        more @ ..,
    ] = rest
        && name.is_name("context")
    {
        context = text;
        rest = more;
    }
    let (count, one, other) = match rest {
        [
            Token {
                kind: Kind::Text(text),
                ..
            },
            ..,
        ] => (None, None, text),
        [
            Token {
                kind: Kind::Name(count),
                ..
            },
            more @ ..,
        ] => match after(more, &Kind::Arrow)? {
            [
                Token {
                    kind: Kind::Text(one),
                    ..
                },
                Token {
                    kind: Kind::Mark(','),
                    ..
                },
                Token {
                    kind: Kind::Text(other),
                    ..
                },
                ..,
            ] => (Some(count.clone()), Some(one.clone()), other),
            _ => return None,
        },
        _ => return None,
    };
    Some(SourceMessage {
        context: context.to_owned(),
        text: other.clone(),
        one,
        count,
        file: String::new(),
        line: 0,
        note: String::new(),
    })
}

/// What follows the first such token that stands in no brackets of its own.
fn after<'t>(tokens: &'t [Token], wanted: &Kind) -> Option<&'t [Token]> {
    let mut depth = 0_u32;
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth = depth.checked_sub(1)?,
            _ if depth == 0 && token.kind == *wanted => return tokens.get(at + 1..),
            _ => {}
        }
    }
    None
}

/// What a comment `// Translators: …` just above says.
fn note(text: &str, at: usize) -> String {
    let before = text.get(..at).unwrap_or_default();
    let mut lines: Vec<&str> = Vec::new();
    for line in before.lines().rev().skip(1).take(6) {
        let Some(comment) = line.trim().strip_prefix("//") else {
            break;
        };
        lines.push(comment.trim());
    }
    lines.reverse();
    let all = lines.join(" ");
    all.split_once("Translators:")
        .map(|(_, note)| note.trim().to_owned())
        .unwrap_or_default()
}

fn line(text: &str, at: usize) -> u32 {
    let lines = text.get(..at).unwrap_or_default().matches('\n').count() + 1;
    u32::try_from(lines).unwrap_or(u32::MAX)
}

#[derive(Debug, PartialEq, Eq)]
enum Kind {
    Name(String),
    Text(String),
    Open,
    Close,
    Arrow,
    Mark(char),
}

#[derive(Debug)]
struct Token {
    kind: Kind,
    at: usize,
}

impl Token {
    fn is_name(&self, name: &str) -> bool {
        matches!(&self.kind, Kind::Name(found) if found == name)
    }
}

/// A Rust source in tokens, as far as messages go: comments, characters and lifetimes are left out.
fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let at = text.len() - rest.len();
        let mut push = |kind| out.push(Token { kind, at });
        if rest.starts_with("//") {
            rest = from(rest, rest.find('\n').unwrap_or(rest.len()));
        } else if rest.starts_with("/*") {
            rest = from(rest, rest.find("*/").map_or(rest.len(), |end| end + 2));
        } else if rest.starts_with("=>") {
            push(Kind::Arrow);
            rest = from(rest, 2);
        } else if let Some((string, tail)) = raw_string(rest) {
            push(Kind::Text(string.to_owned()));
            rest = tail;
        } else if first == '"' {
            let (string, tail) = string(from(rest, 1));
            push(Kind::Text(string));
            rest = tail;
        } else if first == '\'' {
            rest = quote(rest);
        } else if first.is_alphabetic() || first == '_' {
            let end = rest
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len());
            push(Kind::Name(rest.get(..end).unwrap_or_default().to_owned()));
            rest = from(rest, end);
        } else {
            match first {
                '(' | '[' | '{' => push(Kind::Open),
                ')' | ']' | '}' => push(Kind::Close),
                space if space.is_whitespace() => {}
                mark => push(Kind::Mark(mark)),
            }
            rest = from(rest, first.len_utf8());
        }
    }
    out
}

fn from(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// `r"…"`, `r#"…"#`.
fn raw_string(text: &str) -> Option<(&str, &str)> {
    let inside = text.strip_prefix('r')?;
    let hashes = inside.len() - inside.trim_start_matches('#').len();
    let inside = from(inside, hashes).strip_prefix('"')?;
    let end = format!("\"{}", "#".repeat(hashes));
    inside.split_once(&*end)
}

/// A string from behind its first quotation mark, as the compiler reads it, and what follows.
fn string(text: &str) -> (String, &str) {
    let mut out = String::new();
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return (out, from(text, at + 1)),
            '\\' => match letters.next().map(|(_, escaped)| escaped) {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some('u') => {
                    let code: String = letters
                        .by_ref()
                        .map(|(_, letter)| letter)
                        .take_while(|letter| *letter != '}')
                        .filter(char::is_ascii_hexdigit)
                        .collect();
                    out.extend(u32::from_str_radix(&code, 16).ok().and_then(char::from_u32));
                }
                Some('\n') => {
                    let next = from(text, at + 2);
                    let (more, tail) = string(next.trim_start());
                    out.push_str(&more);
                    return (out, tail);
                }
                Some(other) => out.push(other),
                None => break,
            },
            _ => out.push(letter),
        }
    }
    (out, "")
}

/// What follows a character (`'x'`, `'\''`) or the mark of a lifetime.
fn quote(text: &str) -> &str {
    let inside = from(text, 1);
    if let Some(escaped) = inside.strip_prefix('\\') {
        let skipped = escaped.chars().next().map_or(0, char::len_utf8);
        let tail = from(escaped, skipped);
        return tail.split_once('\'').map_or("", |(_, tail)| tail);
    }
    let first = inside.chars().next().map_or(0, char::len_utf8);
    from(inside, first).strip_prefix('\'').unwrap_or(inside)
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
