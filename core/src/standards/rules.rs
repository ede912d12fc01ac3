//! Rule sets, as data files beside this one.

use serde::{Deserialize, Serialize};

/// A set of rules an aid is judged by.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    /// Identifier, as `--rules` names it.
    pub id: String,
    /// Full name.
    pub title: String,
    /// Version of the standard.
    pub version: String,
    /// Where the rules come from.
    pub source: String,
    /// What a reader must know about this set.
    pub note: String,
    /// The rules, in the order of the standard.
    #[serde(rename = "rule", skip_serializing)]
    pub rules: Vec<Rule>,
}

/// One rule of a set, with the check that looks at the aid for it.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Identifier.
    pub id: String,
    /// Number in the standard, when it was read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The standard's own class: "qualifying", "essential content", "error".
    pub class: String,
    /// Which aids it applies to.
    #[serde(default)]
    pub when: When,
    /// The rule in our own words.
    pub text: String,
    /// How far the wording was checked against the standard.
    pub wording: Wording,
    /// Who can judge it.
    pub judged: Judged,
    /// Name of the check that looks at the aid.
    #[serde(skip_serializing)]
    pub check: String,
}

/// Which aids a rule applies to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// The rule applies to every aid.
    #[default]
    Always,
    /// The rule applies to aids with a test among the options.
    Tests,
    /// The rule applies to aids with personal stories.
    Stories,
}

/// How far the wording of a rule was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wording {
    /// The requirement was read in the standard itself.
    Source,
    /// It was read in a source that rests on the standard; to be checked against it.
    Secondary,
    /// It was not read; to be checked against the standard.
    Unread,
    /// It is this project's own rule.
    Own,
}

impl Wording {
    /// What a page says of it; `None` when there is nothing to say.
    #[must_use]
    pub fn caveat(self) -> Option<&'static str> {
        match self {
            Self::Source | Self::Own => None,
            Self::Secondary => {
                Some("Wording taken from a source that rests on the standard; not yet checked against it.")
            }
            Self::Unread => Some("Wording not yet checked against the standard."),
        }
    }
}

/// Who can judge a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Judged {
    /// This program, from the files.
    Machine,
    /// This program sees that it is there; a person judges how good it is.
    Shape,
    /// A person alone.
    Person,
}

const FILES: [&str; 3] = [
    include_str!("rules/ipdas-4.0.toml"),
    include_str!("rules/nice-ecd8.toml"),
    include_str!("rules/risk.toml"),
];

impl RuleSet {
    /// Every rule set of this version. A test reads every file, so none is ever left out.
    #[must_use]
    pub fn all() -> Vec<Self> {
        FILES
            .iter()
            .filter_map(|file| toml::from_str(file).ok())
            .collect()
    }

    /// The set of that name.
    #[must_use]
    pub fn named(id: &str) -> Option<Self> {
        Self::all().into_iter().find(|set| set.id == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::standards::judge;

    #[test]
    fn every_file_is_read_and_every_check_is_there() {
        let sets: Vec<(String, usize)> = RuleSet::all()
            .into_iter()
            .map(|set| (set.id, set.rules.len()))
            .collect();
        assert_eq!(
            sets,
            [
                ("ipdas-4.0".to_owned(), 44),
                ("nice-ecd8".to_owned(), 36),
                ("risk".to_owned(), 30)
            ]
        );
        for rule in RuleSet::all().into_iter().flat_map(|set| set.rules) {
            assert!(
                judge::named(&rule.check).is_some(),
                "{}: no check `{}`",
                rule.id,
                rule.check
            );
        }
    }

    #[test]
    fn qualifying_certifying_and_quality_items_are_6_10_and_28() {
        let set = RuleSet::named("ipdas-4.0")
            .map(|set| set.rules)
            .unwrap_or_default();
        let count = |class: &str| set.iter().filter(|rule| rule.class == class).count();
        assert_eq!(
            [count("qualifying"), count("certifying"), count("quality")],
            [6, 10, 28]
        );
        assert_eq!(set.iter().filter(|rule| rule.when == When::Tests).count(), 9);
    }

    #[test]
    fn no_rule_speaks_of_compliance() {
        for file in FILES {
            assert!(!file.to_lowercase().contains("complian"));
        }
    }
}
