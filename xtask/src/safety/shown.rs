//! The tests that show controls: where they stand, and whether they are there.

use crate::project;
use serde::Deserialize;
use std::fs;

/// A test as a person names it: `core/tests/saved.rs: weights_are_void_when_a_range_changes`.
#[derive(Clone, Debug, Deserialize, Hash, PartialEq, Eq, PartialOrd, Ord)]
#[serde(try_from = "String")]
pub(crate) struct Test {
    /// The file, from the repository's root.
    pub(crate) file: String,
    /// The name of a function, or a title; `${…}` in it stands for anything.
    pub(crate) name: String,
}

/// How a test is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// By cargo, every day.
    Rust,
    /// By cargo, when what takes long is asked for.
    RustSlow,
    /// By Node.
    Node,
}

impl TryFrom<String> for Test {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let (file, name) = text
            .split_once(": ")
            .ok_or_else(|| format!("`{text}` is not `FILE: NAME OF A TEST`"))?;
        Ok(Self {
            file: file.to_owned(),
            name: name.to_owned(),
        })
    }
}

impl Test {
    /// How it is run, or why it is not there.
    pub(crate) fn found(&self) -> Result<Kind, String> {
        let text = fs::read_to_string(project::root().join(&self.file))
            .map_err(|_| format!("there is no file {}", self.file))?;
        let kind = if self.file.ends_with(".rs") {
            function(&text, &self.name)
        } else {
            titled(&text, &self.name).then_some(Kind::Node)
        };
        kind.ok_or_else(|| format!("{} has no test called `{}`", self.file, self.name))
    }

    /// As a link from a page of `docs/safety`, the name as it is read.
    pub(crate) fn link(&self) -> String {
        let mut name = String::new();
        for (at, piece) in pieces(&self.name).iter().enumerate() {
            if at > 0 {
                name.push('…');
            }
            name.push_str(piece);
        }
        format!("[{}](../../{})", name.trim(), self.file)
    }
}

/// The parts of a title between its holes.
pub(crate) fn pieces(title: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = title;
    while let Some((before, after)) = rest.split_once("${") {
        found.push(before);
        rest = after.split_once('}').map_or("", |(_, rest)| rest);
    }
    found.push(rest);
    found
}

/// A function of that name under `#[test]`.
fn function(text: &str, name: &str) -> Option<Kind> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let begins = format!("fn {name}(");
    let at = lines.iter().position(|line| line.starts_with(&begins))?;
    let above = lines.iter().take(at).rev();
    let attributes: Vec<&&str> = above
        .take_while(|line| line.starts_with("#[") || line.starts_with("//"))
        .collect();
    if !attributes.iter().any(|line| **line == "#[test]") {
        return None;
    }
    let slow = attributes.iter().any(|line| line.starts_with("#[ignore"));
    Some(if slow { Kind::RustSlow } else { Kind::Rust })
}

/// A test of that title.
fn titled(text: &str, title: &str) -> bool {
    ['"', '`', '\''].iter().any(|quote| {
        text.lines()
            .any(|line| line.contains(&format!("test({quote}{title}{quote},")))
    })
}

#[cfg(test)]
mod tests {
    use super::{Kind, function, pieces, titled};

    #[test]
    fn a_test_is_one_only_under_its_attribute() {
        let text =
            "#[test]\nfn one() {}\n\nfn two() {}\n#[test]\n#[ignore = \"long\"]\n// why\nfn three() {}\n";
        assert_eq!(function(text, "one"), Some(Kind::Rust));
        assert_eq!(function(text, "two"), None, "a helper shows nothing");
        assert_eq!(function(text, "three"), Some(Kind::RustSlow));
        assert_eq!(function(text, "on"), None);
    }

    #[test]
    fn a_title_is_whole() {
        let text = "test(\"it is so\", () => {});\ntest(`${kind}: it is so too`, async () => {";
        assert!(titled(text, "it is so") && titled(text, "${kind}: it is so too"));
        assert!(!titled(text, "it is") && !titled(text, "it is so too"));
        assert_eq!(pieces("${kind}: it is so"), ["", ": it is so"]);
        assert_eq!(pieces("of ${a} and ${b}"), ["of ", " and ", ""]);
    }
}
