//! Reading aids and scripts from their folders, for every test of a view.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::allow_attributes,
    reason = "each test crate uses a part"
)]

use std::path::{Path, PathBuf};

use weighup_core::aid::{Aid, Date, OptionId, Problem};
use weighup_core::authoring::{self, SourceFile};
use weighup_core::consultation::{Action, ActionError, Consultation, Weighable};
use weighup_core::standards::{Report, RuleSet, examine};
use weighup_core::view;

/// The aid in a folder.
pub fn aid(folder: &Path) -> Aid {
    let text = std::fs::read_to_string(folder.join("aid.toml")).expect("the aid is there");
    read(&text)
}

/// An aid from its text.
pub fn read(text: &str) -> Aid {
    let file = SourceFile {
        name: "aid.toml",
        bytes: text.as_bytes(),
    };
    let reading = authoring::read(file, None);
    reading
        .aid
        .unwrap_or_else(|| panic!("{}", lines(&reading.problems)))
}

fn lines(problems: &[Problem]) -> String {
    problems.iter().map(|problem| format!("{problem}\n")).collect()
}

/// The text of the invented aid.
pub fn example_text() -> &'static str {
    include_str!("../aids/example-only/aid.toml")
}

/// The invented aid that tests of rules stand on.
pub fn example() -> Aid {
    read(example_text())
}

/// The folders of every aid there is, and of the invented one.
pub fn aids() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found: Vec<PathBuf> = [root.join("../decision-aids"), root.join("tests/aids")]
        .iter()
        .flat_map(|folder| std::fs::read_dir(folder).expect("the folder is there"))
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.join("aid.toml").exists())
        .collect();
    found.sort();
    found
}

/// A consultation after some actions.
pub fn after(aid: &Aid, actions: impl IntoIterator<Item = Action>) -> Consultation {
    let mut consultation = Consultation::new(aid);
    for action in actions {
        consultation
            .apply(aid, action.clone())
            .unwrap_or_else(|error| panic!("{action:?}: {error}"));
    }
    consultation
}

/// Why an action is refused, which changes nothing.
pub fn refused(aid: &Aid, consultation: &Consultation, action: Action) -> ActionError {
    let mut tried = consultation.clone();
    let error = tried.apply(aid, action).expect_err("refused");
    assert_eq!(&tried, consultation, "a refused action changes nothing");
    error
}

/// A script: a list of actions as JSON, written for any aid. `@option-2` stands for its second option and
/// `@weighed-2` for the second outcome that can be weighed, counting round again when there are fewer.
pub fn script(aid: &Aid, text: &str) -> Vec<Action> {
    let options: Vec<String> = aid.options().iter().map(|option| option.id.to_string()).collect();
    let fresh = Consultation::new(aid);
    let weighed: Vec<String> = view::weigh(aid, &fresh)
        .limits
        .iter()
        .map(|limit| limit.outcome.to_string())
        .collect();
    let mut text = text.to_owned();
    for at in 0..9 {
        text = text.replace(&format!("@option-{}", at + 1), &options[at % options.len()]);
        if !weighed.is_empty() {
            text = text.replace(&format!("@weighed-{}", at + 1), &weighed[at % weighed.len()]);
        }
    }
    let actions: Vec<serde_json::Value> = serde_json::from_str(&text).expect("the script is a list");
    actions
        .into_iter()
        // An aid in which nothing can be weighed: what is said about weights is left out.
        .filter(|action| !action.to_string().contains("@weighed"))
        // Nor is a thing compared with itself, where there are fewer than the script speaks of.
        .filter(|action| {
            let pair = &action["weigh"]["say-next-to"];
            pair.is_null() || pair[0] != pair[1]
        })
        .map(|action| {
            action
                .to_string()
                .parse()
                .expect("the script is a list of actions")
        })
        .collect()
}

/// What rule sets say of the aid, looked at on a fixed day.
pub fn report(file: &Path) -> Report {
    let bytes = std::fs::read(file).expect("the aid is there");
    let review = std::fs::read(file.with_file_name("review.toml")).ok();
    let aid = SourceFile {
        name: "aid.toml",
        bytes: &bytes,
    };
    let review = review.as_deref().map(|bytes| SourceFile {
        name: "review.toml",
        bytes,
    });
    let day = Date::parse("2026-12-01");
    examine(aid, review, day)
        .report(&RuleSet::all(), aid, review, day)
        .expect("the aid has the format's shape")
}

/// An outcome, to weigh.
pub fn outcome(id: &str) -> Weighable {
    Weighable::Outcome(id.try_into().expect("an identifier"))
}

/// An option.
pub fn option(id: &str) -> OptionId {
    id.try_into().expect("an identifier")
}
