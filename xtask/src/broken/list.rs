//! The slips of `tests/broken`, read and held against the sources.

use super::coverage;
use crate::project;
use crate::safety::Test;
use anyhow::{Context, Result};
use serde::Deserialize;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Where the list stands.
pub(super) const FOLDER: &str = "tests/broken";

/// A slip that somebody might make.
#[derive(Deserialize, Hash)]
#[serde(deny_unknown_fields)]
pub(super) struct Break {
    /// How it is called: letters and hyphens.
    pub(super) name: String,
    /// The file it is put into.
    pub(super) file: String,
    /// What stands there, once.
    pub(super) text: String,
    /// What stands there instead.
    pub(super) instead: String,
    /// What a person would meet.
    pub(super) why: String,
    /// The tests that have to fail.
    pub(super) tests: Vec<Test>,
    /// Rows of reviews that it stands for, each by the beginning of its first cell: the fault put back.
    #[serde(default)]
    pub(super) findings: Vec<String>,
    /// Its number among the switches, once read.
    #[serde(skip)]
    number: u16,
}

/// A file of tests, or a row of a review, that has no slip.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Without {
    #[serde(default)]
    pub(super) file: Option<String>,
    #[serde(default)]
    pub(super) finding: Option<String>,
    pub(super) why: String,
}

/// How a slip is put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Compiled in beside what is right, and switched on: one build serves all of them, and each is told apart.
    Switch,
    /// What a build publishes as it stands, or nearly: put into the built site.
    Published,
    /// Read where it stands.
    Text,
}

/// All of them.
pub(super) struct List {
    pub(super) breaks: Vec<Break>,
    pub(super) without: Vec<Without>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "break")]
    breaks: Vec<Break>,
    #[serde(default)]
    without: Vec<Without>,
}

impl Break {
    pub(super) fn kind(&self) -> Kind {
        if self.file.ends_with(".rs") {
            Kind::Switch
        } else if self.file.starts_with("pkg/") || self.file.starts_with("web/src/") {
            Kind::Published
        } else {
            Kind::Text
        }
    }

    /// The number that switches it on; 0 for one that is no switch.
    pub(super) fn switch(&self) -> u16 {
        self.number
    }

    pub(super) fn is_called(&self, word: &str) -> bool {
        let tests = self.tests.iter().any(|test| test.file.contains(word));
        self.name.contains(word) || self.file.contains(word) || tests
    }

    /// What tells this slip from what it was before somebody changed it.
    pub(super) fn mark(&self) -> String {
        let mut hasher = DefaultHasher::new();
        (&self.file, &self.text, &self.instead).hash(&mut hasher);
        format!("{:016x}", hasher.finish())
    }

    /// The text with the slip in it.
    pub(super) fn put_into(&self, text: &str) -> String {
        let now = if self.kind() == Kind::Switch {
            self.both()
        } else {
            self.instead.clone()
        };
        text.replacen(&self.text, &now, 1)
    }

    /// What is right and what is wrong, beside each other, as an expression or as statements.
    fn both(&self) -> String {
        let both = format!(
            "if crate::weighup_broken::is({}) {{ {} }} else {{ {} }}",
            self.number, self.instead, self.text
        );
        if self.is_statements() {
            both
        } else {
            format!("({both})")
        }
    }

    /// Whether it is whole statements, after which nothing has to stand; else it is an expression.
    fn is_statements(&self) -> bool {
        self.text.trim_end().ends_with([';', '}'])
    }

    fn wrong(&self) -> Vec<String> {
        let mut wrong = Vec::new();
        let told = |what: &str| format!("{FOLDER}: `{}` {what}", self.name);
        let named = self
            .name
            .chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !named || self.name.is_empty() {
            wrong.push(told("is a name of small letters, digits and hyphens"));
        }
        match fs::read_to_string(project::root().join(&self.file)) {
            Err(_) => wrong.push(told(&format!("is put into {}, which is not there", self.file))),
            Ok(text) => match text.matches(&self.text).count() {
                1 if self.kind() == Kind::Switch && in_comment(&text, &self.text) => {
                    wrong.push(told("stands in a comment, where no switch can be: take the code that reads it"));
                }
                1 => {}
                0 => wrong.push(told(&format!(
                    "no longer applies: {} does not hold its text; put it where the same slip can be made now",
                    self.file
                ))),
                many => wrong.push(told(&format!(
                    "is not sure of its place: {} holds its text {many} times; make it longer",
                    self.file
                ))),
            },
        }
        if self.text == self.instead || self.text.trim().is_empty() {
            wrong.push(told("changes nothing"));
        }
        if self.kind() == Kind::Switch && self.text.trim_start().starts_with("let ") {
            wrong.push(told(
                "would hide what its `let` names; take the expression behind it",
            ));
        }
        if self.kind() == Kind::Switch
            && ![&self.text, &self.instead]
                .into_iter()
                .all(|text| is_closed(text))
        {
            wrong.push(told(
                "opens a bracket that it does not close, or closes one that it does not open: in Rust it is an expression, or whole statements",
            ));
        }
        if self.kind() == Kind::Switch && !self.is_statements() && !is_expression(&self.text, &self.instead) {
            wrong.push(told(
                "is an item of a list, or nothing, where Rust needs an expression: leave out the comma, and write what stands there instead",
            ));
        }
        if self.why.trim().is_empty() {
            wrong.push(told("does not say what a person would meet"));
        }
        if self.tests.is_empty() {
            wrong.push(told("names no test that has to notice it"));
        }
        for test in &self.tests {
            if let Err(missing) = test.found() {
                wrong.push(told(&format!("names a test that is not there: {missing}")));
            } else if test.file.ends_with(".rs") && test.file.contains("/src/") {
                wrong.push(told(&format!("names {}, which is no file of tests", test.file)));
            }
        }
        wrong
    }
}

/// Whether the line that a text begins in is a comment, such as one that a form is made of.
fn in_comment(file: &str, text: &str) -> bool {
    let before = file
        .find(text)
        .map_or("", |at| file.get(..at).unwrap_or_default());
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.trim_start().starts_with("//")
}

/// Whether each of both can stand as a value: an item of a list with its comma cannot, and nothing at all cannot.
fn is_expression(text: &str, instead: &str) -> bool {
    let ends = |text: &str| text.trim_end().ends_with(',');
    !ends(text) && !ends(instead) && !instead.trim().is_empty()
}

/// Whether every bracket that a text opens is closed in it, and no other. What cannot be an expression is told here, and not by the
/// compiler after half an hour.
fn is_closed(text: &str) -> bool {
    let mut open = Vec::new();
    text.chars().all(|c| match c {
        '(' => {
            open.push(')');
            true
        }
        '[' => {
            open.push(']');
            true
        }
        '{' => {
            open.push('}');
            true
        }
        ')' | ']' | '}' => open.pop() == Some(c),
        _ => true,
    }) && open.is_empty()
}

impl List {
    /// Reads every file of the list.
    pub(super) fn read() -> Result<Self> {
        let folder = project::root().join(FOLDER);
        let mut paths: Vec<_> = fs::read_dir(&folder)
            .with_context(|| format!("{FOLDER} could not be read"))?
            .map(|entry| Ok(entry?.path()))
            .collect::<Result<_>>()?;
        paths.retain(|path| path.extension().is_some_and(|end| end == "toml"));
        paths.sort();
        let mut list = Self {
            breaks: Vec::new(),
            without: Vec::new(),
        };
        for path in paths {
            let text = fs::read_to_string(&path)?;
            let file: File = toml::from_str(&text)
                .with_context(|| format!("{} is not as expected", project::shown(&path)))?;
            list.breaks.extend(file.breaks);
            list.without.extend(file.without);
        }
        let switches = list.breaks.iter_mut().filter(|each| each.kind() == Kind::Switch);
        for (each, number) in switches.zip(1..) {
            each.number = number;
        }
        Ok(list)
    }

    /// What is wrong with it, a line each.
    pub(super) fn wrong(&self) -> Result<Vec<String>> {
        let mut wrong: Vec<String> = self.breaks.iter().flat_map(Break::wrong).collect();
        for (at, each) in self.breaks.iter().enumerate() {
            if self.breaks.iter().take(at).any(|other| other.name == each.name) {
                wrong.push(format!("{FOLDER}: two slips are called `{}`", each.name));
            }
        }
        for without in &self.without {
            if without.file.is_some() == without.finding.is_some() || without.why.trim().is_empty() {
                wrong.push(format!(
                    "{FOLDER}: what has no slip is a `file` or a `finding`, with `why`: “{}”",
                    without.why
                ));
            }
        }
        wrong.extend(coverage::wrong(self)?);
        Ok(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::{Break, Kind};

    fn slip(file: &str, text: &str, instead: &str) -> Break {
        Break {
            name: "made-up".to_owned(),
            file: file.to_owned(),
            text: text.to_owned(),
            instead: instead.to_owned(),
            why: "made up".to_owned(),
            tests: Vec::new(),
            findings: Vec::new(),
            number: 7,
        }
    }

    #[test]
    fn what_is_right_stands_beside_what_is_wrong() {
        let expression = slip("core/src/a.rs", "a < b", "a <= b");
        assert_eq!(
            expression.put_into("if a < b { c() }"),
            "if (if crate::weighup_broken::is(7) { a <= b } else { a < b }) { c() }"
        );
        let statement = slip("core/src/a.rs", "c();", "");
        assert_eq!(
            statement.put_into("{ c(); }"),
            "{ if crate::weighup_broken::is(7) {  } else { c(); } }"
        );
        let script = slip("pkg/js/a.js", "a", "b");
        assert_eq!(script.put_into("a + c"), "b + c");
    }

    #[test]
    fn a_slip_goes_where_what_it_breaks_is_read() {
        assert_eq!(slip("web/src/app/mod.rs", "a", "b").kind(), Kind::Switch);
        assert_eq!(slip("web/src/steps/a.css", "a", "b").kind(), Kind::Published);
        assert_eq!(slip("pkg/js/lib/a.js", "a", "b").kind(), Kind::Published);
        assert_eq!(slip("docs/embedding.md", "a", "b").kind(), Kind::Text);
    }

    #[test]
    fn a_slip_that_was_changed_has_another_mark() {
        let (one, other) = (slip("a.rs", "a", "b"), slip("a.rs", "a", "c"));
        assert_ne!(one.mark(), other.mark());
    }

    #[test]
    fn a_text_that_is_gone_is_told() {
        let gone = slip("Cargo.toml", "no such text is in there", "b").wrong();
        assert!(
            gone.iter().any(|line| line.contains("no longer applies")),
            "{gone:?}"
        );
        let twice = slip("Cargo.toml", "path = ", "b").wrong();
        assert!(twice.iter().any(|line| line.contains("times")), "{twice:?}");
    }

    #[test]
    fn an_item_of_a_list_is_told() {
        let told = |text, instead| {
            let wrong = slip("core/src/lib.rs", text, instead).wrong();
            wrong.iter().any(|line| line.contains("comma"))
        };
        assert!(told("(a, true),", ""));
        assert!(told("a", "b,"));
        assert!(told("a", ""));
        assert!(!told("a", "b"));
        assert!(!told("a();", ""), "statements may go");
    }

    #[test]
    fn a_comment_is_told() {
        let wrong = |text| slip("core/src/lib.rs", text, "b").wrong().join(" ");
        let first = include_str!("../../../core/src/lib.rs").lines().next().unwrap();
        assert!(wrong(first.trim_start_matches("//! ")).contains("comment"));
        assert!(!wrong("pub mod aid;").contains("comment"));
    }

    #[test]
    fn half_an_expression_is_told() {
        let half = slip("core/src/lib.rs", "if (a", "if (b").wrong();
        assert!(half.iter().any(|line| line.contains("bracket")), "{half:?}");
        let script = slip("pkg/js/index.js", "if (a", "if (b").wrong();
        assert!(!script.iter().any(|line| line.contains("bracket")), "{script:?}");
    }
}
