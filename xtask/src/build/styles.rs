//! One stylesheet out of the files that stand beside the components, in the order that `web/styles.rs` gives them.

use super::section;
use super::stage::Stage;
use crate::project;
use anyhow::{Context, Result, bail};
use std::fs;

#[path = "../../../web/styles.rs"]
mod order;

/// The file that the styles of later steps come in, and its section that holds them; `pkg/js/lib/dressed.js` reads it.
const REST: &str = "weighup/wasm/weighup_rest.wasm";
const SECTION: &str = "weighup-styles";

/// Writes `weighup/weighup.css` whole; for the element what the first step needs as `weighup/styles.js`, and what only later steps need
/// into the file of their code. Returns the size of all in bytes.
pub(super) fn gather(stage: &Stage, release: bool) -> Result<usize> {
    let source = project::root().join("web/src");
    let later =
        order::named(&source, "styles/later.txt").context("the style sheets of later steps are not there")?;
    let mut css = String::new();
    let mut cut = Cut::default();
    for path in order::in_order(&source).context("the style sheets are not in order")? {
        let text = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
        check(&text).with_context(|| format!("{} is not a whole stylesheet", path.display()))?;
        let text = if release {
            squeeze(&text)
        } else {
            let name = path.strip_prefix(&source).unwrap_or(&path).display().to_string();
            format!("/* {name} */\n{text}\n")
        };
        css.push_str(&text);
        cut.add(&text, later.contains(&path));
    }
    stage.write("weighup/weighup.css", &css)?;
    stage.write(
        "weighup/styles.js",
        format!("export default {};\n", serde_json::to_string(&cut.first)?),
    )?;
    let rest = fs::read(stage.path(REST)).with_context(|| format!("could not read {REST}"))?;
    stage.write(
        REST,
        section::with(rest, SECTION, &serde_json::to_vec(&cut.later)?)?,
    )?;
    Ok(css.len())
}

/// The stylesheet in two, so that it can be put together again in its order: a piece of the first before the piece of the second that
/// stands at the same place.
#[derive(Default)]
struct Cut {
    first: Vec<String>,
    later: Vec<String>,
}

impl Cut {
    fn add(&mut self, css: &str, later: bool) {
        // A pair is whole once its second has begun: what is needed first stands before it.
        if self.first.is_empty() || !later && self.later.last().is_some_and(|piece| !piece.is_empty()) {
            self.first.push(String::new());
            self.later.push(String::new());
        }
        let side = if later { &mut self.later } else { &mut self.first };
        if let Some(piece) = side.last_mut() {
            piece.push_str(css);
        }
    }
}

/// A part of a stylesheet.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Code,
    Comment,
    Quoted(char),
}

/// Calls `each` with every character and the part it stands in.
fn walk(css: &str, mut each: impl FnMut(Part, char)) -> Part {
    let mut part = Part::Code;
    let mut characters = css.chars().peekable();
    while let Some(c) = characters.next() {
        match part {
            Part::Code if c == '/' && characters.peek() == Some(&'*') => {
                characters.next();
                part = Part::Comment;
            }
            Part::Code => {
                each(part, c);
                if c == '"' || c == '\'' {
                    part = Part::Quoted(c);
                }
            }
            Part::Comment => {
                if c == '*' && characters.peek() == Some(&'/') {
                    characters.next();
                    part = Part::Code;
                    each(part, ' ');
                }
            }
            Part::Quoted(quote) => {
                each(part, c);
                if c == '\\' {
                    if let Some(escaped) = characters.next() {
                        each(part, escaped);
                    }
                } else if c == quote {
                    part = Part::Code;
                }
            }
        }
    }
    part
}

/// A brace or quote left open in one file would swallow the files after it.
fn check(css: &str) -> Result<()> {
    let mut depth = 0_i32;
    let mut closed_too_often = false;
    let last = walk(css, |part, c| {
        if part == Part::Code {
            match c {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            closed_too_often |= depth < 0;
        }
    });
    match last {
        Part::Comment => bail!("a comment is not closed: add `*/`"),
        Part::Quoted(quote) => bail!("a quotation is not closed: add {quote}"),
        Part::Code if closed_too_often => bail!("there is one `}}` too many"),
        Part::Code if depth > 0 => bail!("{depth} `{{` not closed: add the missing `}}`"),
        Part::Code => Ok(()),
    }
}

/// Without comments and without white space that means nothing; the rest as written.
pub(crate) fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut space = false;
    walk(css, |part, c| {
        if part == Part::Code && c.is_whitespace() {
            space = true;
            return;
        }
        if space {
            let after = out.ends_with(['{', '}', ';', ',']) || out.is_empty();
            if !(after || part == Part::Code && matches!(c, '{' | '}' | ';' | ',')) {
                out.push(' ');
            }
            space = false;
        }
        if c == '}' && part == Part::Code && out.ends_with(';') {
            out.pop();
        }
        out.push(c);
    });
    out
}

#[cfg(test)]
mod tests {
    use super::{Cut, check, squeeze};

    #[test]
    fn what_is_cut_is_put_together_in_its_order() {
        let mut cut = Cut::default();
        let sheets = [
            ("a", false),
            ("b", false),
            ("c", true),
            ("d", true),
            ("e", false),
            ("f", true),
        ];
        for (css, later) in sheets {
            cut.add(css, later);
        }
        assert_eq!(
            (cut.first.concat(), cut.later.concat()),
            ("abe".to_owned(), "cdf".to_owned())
        );
        let whole: String = cut
            .first
            .iter()
            .zip(&cut.later)
            .flat_map(|(one, two)| [one.as_str(), two])
            .collect();
        assert_eq!(whole, "abcdef");
        let mut begun = Cut::default();
        begun.add("a", true);
        begun.add("b", false);
        assert_eq!(
            (begun.first, begun.later),
            (
                vec![String::new(), "b".to_owned()],
                vec!["a".to_owned(), String::new()]
            )
        );
    }

    #[test]
    fn keeps_what_white_space_means() {
        let css = "/* a */ .a :hover , b{ margin : 0 calc(1em + 2px) ; content: \" /* x */  \" ; }\n\n@media (x) { c { d: e; } }";
        assert_eq!(
            squeeze(css),
            ".a :hover,b{margin : 0 calc(1em + 2px);content: \" /* x */  \"}@media (x){c{d: e}}"
        );
    }

    #[test]
    fn names_what_is_left_open() {
        assert!(check("a { b: \"}\" }").is_ok());
        assert!(check("a { b: c").is_err_and(|e| e.to_string().contains("not closed")));
        assert!(check("a } b").is_err_and(|e| e.to_string().contains("too many")));
        assert!(check("/* a").is_err());
        assert!(check("a { b: 'c }").is_err());
    }
}
