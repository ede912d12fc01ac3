//! What the authors answer to comments: a text file with a table for each, which is only ever added to.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::Serialize;

use super::{Merged, PlacedComment};
use crate::aid::{Code, Place, Problem};
use crate::authoring::{HeardAs, SourceFile, form_of, quoted, toml_tree};
use crate::format::Form;
use crate::format::tree::{Node, Value, field};

/// `answers.toml`.
#[derive(Clone, Debug, Default, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CommentAnswers {
    /// Identifier of the aid.
    pub aid: String,
    /// The answers, in any order.
    #[serde(default, rename = "answer")]
    pub answers: Vec<CommentAnswer>,
}

/// An answer to a comment, or to several that say the same.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct CommentAnswer {
    /// Identifiers of the comments.
    pub comments: Vec<String>,
    /// Whether anything came of it.
    pub answer: AnswerState,
    /// What was changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub did: Option<String>,
    /// The version it was changed in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Why it was not changed, or not all of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
    /// What they hoped to change, for the record of involvement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hoped: Option<String>,
    /// What they said in plain words, for the record of involvement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub said: Option<String>,
}

/// What came of a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AnswerState {
    /// Nobody has answered.
    Open,
    /// Something was changed.
    Changed,
    /// Nothing was changed.
    NotChanged,
}

impl AnswerState {
    /// In words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Changed => "changed",
            Self::NotChanged => "not changed",
        }
    }
}

/// What a spreadsheet says of a comment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Responded {
    /// The comment.
    pub id: String,
    /// Why it was not changed, or not all of it.
    pub response: String,
    /// What was changed.
    pub changed: String,
}

impl CommentAnswers {
    /// The answer to a comment.
    #[must_use]
    pub fn of(&self, id: &str) -> Option<&CommentAnswer> {
        self.answers
            .iter()
            .find(|answer| answer.comments.iter().any(|known| known == id))
    }
}

/// Reads answers, and says what is wrong with them. `known` are the identifiers of all comments.
#[must_use]
pub fn read_answers(
    file: SourceFile<'_>,
    aid: &str,
    known: &BTreeSet<&str>,
) -> (Option<CommentAnswers>, Vec<Problem>) {
    let wrong = |answers: &CommentAnswers| {
        let mut problems = Vec::new();
        let mut say = |place: Place, message: String, remedy: &str| {
            problems.push(Problem::new(Code::BadInvolvement, place, message, remedy));
        };
        if answers.aid != aid {
            let message = format!(
                "these answer comments on `{}`, and the aid is `{aid}`",
                answers.aid
            );
            say(Place::root().key("aid"), message, "use the answers of this aid");
        }
        let mut seen = BTreeSet::new();
        for (index, answer) in answers.answers.iter().enumerate() {
            let place = Place::root().key("answer").index(index);
            for (at, id) in answer.comments.iter().enumerate() {
                let place = place.key("comments").index(at);
                if !known.contains(id.as_str()) {
                    let message = format!("there is no comment `{id}` in the files that were given");
                    say(
                        place.clone(),
                        message,
                        "give its file too, or correct the identifier",
                    );
                }
                if !seen.insert(id.as_str()) {
                    say(
                        place,
                        format!("`{id}` is answered twice"),
                        "keep one of the answers",
                    );
                }
            }
            match (answer.answer, &answer.did, &answer.because) {
                (AnswerState::Changed, None, _) => say(
                    place,
                    "it says that something was changed, and not what".to_owned(),
                    "write `did`, what was changed",
                ),
                (AnswerState::NotChanged, _, None) => say(
                    place,
                    "it says that nothing was changed, and not why".to_owned(),
                    "write `because`",
                ),
                (AnswerState::NotChanged, Some(_), _) => say(
                    place.key("did"),
                    "it says that nothing was changed, and what was".to_owned(),
                    "write `answer = \"changed\"`, or remove `did`",
                ),
                _ => {}
            }
        }
        problems
    };
    form_of(file, CommentAnswers::of_fields, wrong)
}

/// The most tables that one file of answers is read with, as of any list of the format.
const MOST_ANSWERS: usize = 1_000;

/// The file with a table for every comment that it does not answer yet, and how many had no room. What is there stays as it is,
/// letter by letter.
#[must_use]
pub fn append_answers(
    there: &str,
    aid: &str,
    answers: &CommentAnswers,
    merged: &Merged,
    line: &dyn Fn(&str) -> Option<u32>,
) -> (String, usize) {
    let mut out = there.to_owned();
    if out.is_empty() {
        let _ = writeln!(
            out,
            "# Answers to comments. Write `changed` with `did` (and `version`), or `not-changed` with `because`, in place of `open`.\n\
             # Comments that say the same may share one answer: put their identifiers into one list. `weighup comments` adds what is\n\
             # new, and changes nothing that stands here.\n\naid = {}",
            quoted(aid)
        );
    }
    if !out.ends_with('\n') {
        out.push('\n');
    }
    let answered: BTreeSet<&str> = answers
        .answers
        .iter()
        .flat_map(|one| &one.comments)
        .map(String::as_str)
        .collect();
    let (mut room, mut left) = (MOST_ANSWERS.saturating_sub(answers.answers.len()), 0);
    for one in merged.placed.iter().chain(&merged.orphans) {
        if answered.contains(one.comment.id.as_str()) {
            continue;
        }
        if room == 0 {
            left += 1;
            continue;
        }
        room -= 1;
        out.push('\n');
        let at = line(&one.place)
            .map(|line| format!(", aid.toml line {line}"))
            .unwrap_or_default();
        comment(&mut out, &format!("{}{at}", one.place));
        comment(&mut out, &format!("{}: {}", who(one), told(one)));
        let _ = writeln!(
            out,
            "[[answer]]\ncomments = [{}]\nanswer = \"open\"",
            quoted(&one.comment.id)
        );
    }
    (out, left)
}

/// Lines of a comment of TOML, whatever stands in the text.
fn comment(out: &mut String, text: &str) {
    for line in text.lines() {
        let line: String = line
            .chars()
            .map(|c| if c.is_control() { ' ' } else { c })
            .collect();
        let _ = writeln!(out, "# {}", line.trim_end());
    }
}

/// "carers, a grandmother".
fn who(one: &PlacedComment) -> String {
    let role = if one.by.role.is_empty() {
        String::new()
    } else {
        format!(", {}", one.by.role)
    };
    format!("{}{role}", one.by.kind.name())
}

/// A comment in a line.
fn told(one: &PlacedComment) -> String {
    let comment = &one.comment;
    let mut out = String::new();
    if let Some(quote) = &comment.quote {
        let _ = write!(out, "“{quote}”: ");
    }
    if let Some(question) = &comment.question {
        let _ = write!(out, "{question} ");
    }
    if let Some(yes) = comment.yes {
        out.push_str(if yes { "Yes. " } else { "No. " });
    }
    out.push_str(&comment.text);
    out.trim().to_owned()
}

/// The file with what a spreadsheet says of comments that are still open, and what was not taken over, each with why. Nothing that
/// was answered in the file is changed.
#[must_use]
pub fn settle_answers(there: &str, responded: &[Responded]) -> (String, Vec<String>) {
    let mut told = Vec::new();
    let Some(tree) = toml_tree(there) else {
        return (
            there.to_owned(),
            vec!["the file of answers is not TOML".to_owned()],
        );
    };
    let empty = Vec::new();
    let entries: &Vec<Node<'_>> = match &tree.value {
        Value::Table(root) => match field(root, "answer").map(|node| &node.value) {
            Some(Value::List(list)) => list,
            _ => &empty,
        },
        _ => &empty,
    };
    let mut edits: BTreeMap<usize, (usize, String)> = BTreeMap::new();
    for one in responded {
        if one.response.trim().is_empty() && one.changed.trim().is_empty() {
            continue;
        }
        let Some((ids, state)) = entries.iter().find_map(|entry| answer_of(entry, &one.id)) else {
            told.push(format!(
                "`{}` has no table in the file of answers, so its answer was not taken over",
                one.id
            ));
            continue;
        };
        if !matches!(&state.value, Value::Text(word) if word == "open") {
            told.push(format!(
                "`{}` is answered in the file already, which stays as it is",
                one.id
            ));
            continue;
        }
        let written = settled(one);
        if ids > 1
            && edits
                .get(&state.span.start)
                .is_some_and(|(_, text)| *text != written)
        {
            told.push(format!(
                "`{}` shares an answer with others that the sheet answers otherwise",
                one.id
            ));
            continue;
        }
        edits.insert(state.span.start, (state.span.end, written));
    }
    let mut out = there.to_owned();
    for (start, (end, text)) in edits.into_iter().rev() {
        out.replace_range(start..end, &text);
    }
    (out, told)
}

/// How many comments the answer has that answers this one, and where its state stands.
fn answer_of<'n, 't>(entry: &'n Node<'t>, id: &str) -> Option<(usize, &'n Node<'t>)> {
    let Value::Table(fields) = &entry.value else {
        return None;
    };
    let Value::List(ids) = &field(fields, "comments")?.value else {
        return None;
    };
    let has = |node: &Node<'_>| matches!(&node.value, Value::Text(text) if text == id);
    ids.iter().any(has).then_some(())?;
    Some((ids.len(), field(fields, "answer")?))
}

fn settled(one: &Responded) -> String {
    let (changed, response) = (one.changed.trim(), one.response.trim());
    let mut out = String::new();
    if changed.is_empty() {
        let _ = write!(out, "\"not-changed\"\nbecause = {}", quoted(response));
    } else {
        let _ = write!(out, "\"changed\"\ndid = {}", quoted(changed));
        if !response.is_empty() {
            let _ = write!(out, "\nbecause = {}", quoted(response));
        }
    }
    out
}

/// Groups of fewer people than this are drafted without their number and their roles. A record is published beside the aid, and one
/// grandmother among four people who commented in one clinic may be known by it.
const FEWEST_COUNTED: usize = 5;

/// A draft of `involvement.toml` from answered comments: who commented by group, and what came of what they said. `day` is when
/// the comments closed. What only the authors know is marked as still to be written.
#[must_use]
pub fn said_of(aid: &str, answers: &CommentAnswers, merged: &Merged, day: &str) -> String {
    let all: BTreeMap<&str, &PlacedComment> = merged
        .placed
        .iter()
        .chain(&merged.orphans)
        .map(|one| (one.comment.id.as_str(), one))
        .collect();
    let mut out = format!("aid = {}\n", quoted(aid));
    if all.values().any(|one| one.example) {
        out.push_str("# At least one file of comments is marked as an example.\nexample = true\n");
    }
    out.push_str(
        "aim = \"To be written: why people were asked to comment.\"\n\
         reflections = \"To be written: what went well with the comments, and what did not.\"\n",
    );
    let mut groups: BTreeMap<HeardAs, (BTreeSet<&str>, BTreeSet<&str>)> = BTreeMap::new();
    for one in all.values() {
        let (files, roles) = groups.entry(one.by.kind).or_default();
        files.insert(&one.file);
        if !one.by.role.is_empty() {
            roles.insert(&one.by.role);
        }
    }
    for (kind, (files, roles)) in &groups {
        let few = files.len() < FEWEST_COUNTED;
        let who = if !few && (1..=4).contains(&roles.len()) {
            roles.iter().copied().collect::<Vec<_>>().join(", ")
        } else {
            kind.name().to_owned()
        };
        out.push_str("\n[[heard]]\n");
        if few {
            let _ = writeln!(
                out,
                "# They are fewer than {FEWEST_COUNTED}: how many, and who in their own words, is left out, as they may be known by it. \
                 Add it where they agree."
            );
        }
        let _ = write!(
            out,
            "id = \"{0}\"\nwho = {1}\nkind = \"{0}\"\n",
            kind.word(),
            quoted(&who)
        );
        if !few {
            let _ = writeln!(out, "people = {}", files.len());
        }
        out.push_str("paid = \"not-recorded\"\n");
    }
    let ids: Vec<String> = groups.keys().map(|kind| quoted(kind.word())).collect();
    let _ = write!(
        out,
        "\n[[activity]]\nid = \"comments\"\nstage = \"review\"\nhow = \"Comments on a draft of the aid.\"\ndate = {}\nheard = [{}]\n",
        quoted(day),
        ids.join(", ")
    );
    for answer in answers
        .answers
        .iter()
        .filter(|answer| answer.answer != AnswerState::Open)
    {
        let comments = answer
            .comments
            .iter()
            .filter_map(|id| all.get(id.as_str()).copied());
        let comments: Vec<&PlacedComment> = comments.collect();
        let Some(first) = comments.first() else { continue };
        let by: BTreeSet<HeardAs> = comments.iter().map(|one| one.by.kind).collect();
        let by: Vec<String> = by.into_iter().map(|kind| quoted(kind.word())).collect();
        let said = answer
            .said
            .clone()
            .unwrap_or_else(|| told(first).split_whitespace().collect::<Vec<_>>().join(" "));
        let hoped = answer
            .hoped
            .as_deref()
            .unwrap_or("To be written: what they hoped to change.");
        let ids: Vec<String> = answer.comments.iter().map(|id| quoted(id)).collect();
        let _ = write!(
            out,
            "\n[[said]]\nid = {}\nat = \"comments\"\nby = [{}]\nhoped = {}\nsaid = {}\n",
            quoted(&identifier(&first.comment.id)),
            by.join(", "),
            quoted(hoped),
            quoted(&said)
        );
        for (key, text) in [
            ("did", &answer.did),
            ("version", &answer.version),
            ("not_changed_because", &answer.because),
        ] {
            if let Some(text) = text {
                let _ = writeln!(out, "{key} = {}", quoted(text));
            }
        }
        let _ = writeln!(out, "comments = [{}]", ids.join(", "));
    }
    out
}

/// An identifier of the format from that of a comment.
fn identifier(id: &str) -> String {
    let letters = id.rsplit(['/', ':']).next().unwrap_or(id).to_lowercase();
    let mut out: String = letters
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .take(60)
        .collect();
    out.insert_str(0, "c-");
    out
}
