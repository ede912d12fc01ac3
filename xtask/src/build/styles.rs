//! One stylesheet out of the files that stand beside the components, in the order that `web/styles.rs` gives them.

use super::stage::Stage;
use crate::project;
use anyhow::{Context, Result, bail};
use std::fs;

#[path = "../../../web/styles.rs"]
mod order;

/// Writes `weighup/weighup.css`, and `weighup/styles.js` for an adopted stylesheet; returns the size in bytes.
pub(super) fn gather(stage: &Stage, release: bool) -> Result<usize> {
    let source = project::root().join("web/src");
    let mut css = String::new();
    for path in order::in_order(&source).context("the style sheets are not in order")? {
        let text = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
        check(&text).with_context(|| format!("{} is not a whole stylesheet", path.display()))?;
        if release {
            css.push_str(&squeeze(&text));
        } else {
            let name = path.strip_prefix(&source).unwrap_or(&path).display().to_string();
            css.push_str(&format!("/* {name} */\n{text}\n"));
        }
    }
    stage.write("weighup/weighup.css", &css)?;
    let module = format!("export default {};\n", serde_json::to_string(&css)?);
    stage.write("weighup/styles.js", module)?;
    Ok(css.len())
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
    use super::{check, squeeze};

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
