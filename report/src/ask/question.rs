//! A question: its SQL, and what its first lines say of it.

use super::Dialect;
use crate::error::ReportError;

/// The files. A new question is a file and a line here.
pub const QUESTIONS: [(&str, &str); 18] = [
    ("end", include_str!("../../queries/01-end.sql")),
    ("stage", include_str!("../../queries/02-stage.sql")),
    ("ready", include_str!("../../queries/03-ready.sql")),
    (
        "understanding",
        include_str!("../../queries/04-understanding.sql"),
    ),
    ("collaborate", include_str!("../../queries/05-collaborate.sql")),
    ("sure", include_str!("../../queries/06-sure.sql")),
    ("agreement", include_str!("../../queries/07-agreement.sql")),
    ("gap", include_str!("../../queries/08-gap.sql")),
    ("decision", include_str!("../../queries/09-decision.sql")),
    ("leaning", include_str!("../../queries/10-leaning.sql")),
    ("method", include_str!("../../queries/11-method.sql")),
    ("who", include_str!("../../queries/12-who.sql")),
    ("use", include_str!("../../queries/13-use.sql")),
    ("opened", include_str!("../../queries/20-opened.sql")),
    ("marks", include_str!("../../queries/21-marks.sql")),
    ("understood", include_str!("../../queries/22-understood.sql")),
    ("prompts", include_str!("../../queries/23-prompts.sql")),
    ("steps", include_str!("../../queries/24-steps.sql")),
];

const GROUPS: &str = include_str!("../../queries/groups.sql");
const ITEMS: &str = include_str!("../../queries/items.sql");

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Everybody stands in one answer.
    People,
    /// Of everybody with an aid, who said what about each of several things.
    Items,
}

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// Its name in tables.
    pub id: String,
    /// A heading.
    pub title: String,
    /// What it asks.
    pub asks: String,
    /// What is counted.
    pub kind: Kind,
    /// What its things are called, where it is about several.
    pub things: String,
    /// The answers that make up the share.
    pub share: Vec<String>,
    /// The answers of those whom the share is not of.
    pub left_out: Vec<String>,
    /// The end of a sentence: so many of so many …
    pub says: String,
    /// The fewest people a share is told of.
    pub least: u64,
    /// Whether it is charted by month with control limits.
    pub chart: bool,
    /// Whether it is compared between versions and languages.
    pub compare: bool,
    /// Every answer with its words, in the order in which they are shown.
    pub answers: Vec<(String, String)>,
    /// The answer of everybody who said nothing of a thing.
    pub rest: String,
    /// The question itself.
    pub sql: String,
}

/// Numbers of people below this are not shown.
pub const SMALL: u64 = 5;

/// Every question, in order.
///
/// # Errors
/// A file whose first lines do not say what they must.
pub fn questions() -> Result<Vec<Question>, ReportError> {
    QUESTIONS
        .iter()
        .map(|(id, text)| Question::read(id, text))
        .collect()
}

impl Question {
    /// Reads a file.
    ///
    /// # Errors
    /// What its first lines lack.
    pub fn read(id: &str, text: &str) -> Result<Self, ReportError> {
        let wrong = |cause: String| ReportError::Question {
            question: id.to_owned(),
            cause,
        };
        let lines = || text.lines().map_while(|line| line.strip_prefix("-- "));
        let told = |key: &str| {
            lines()
                .find_map(|line| line.strip_prefix(key)?.strip_prefix(": "))
                .map(str::to_owned)
        };
        let must =
            |key: &str| told(key).ok_or_else(|| wrong(format!("its first lines have no `-- {key}: …`")));
        let list = |key: &str| -> Vec<String> {
            told(key)
                .iter()
                .flat_map(|list| list.split(", "))
                .map(str::to_owned)
                .collect()
        };
        let answers: Vec<(String, String)> = lines()
            .filter_map(|line| line.strip_prefix("answer ")?.split_once(": "))
            .map(|(answer, words)| (answer.to_owned(), words.to_owned()))
            .collect();
        let least = match told("least") {
            Some(text) => text
                .parse()
                .map_err(|_| wrong(format!("`least: {text}` is no number")))?,
            None => SMALL,
        };
        let question = Self {
            id: id.to_owned(),
            title: must("title")?,
            asks: must("asks")?,
            kind: if told("kind").as_deref() == Some("items") {
                Kind::Items
            } else {
                Kind::People
            },
            things: told("things").unwrap_or_default(),
            share: list("share"),
            left_out: list("leave out"),
            says: must("says")?,
            least,
            chart: told("chart").as_deref() == Some("yes"),
            compare: told("compare").as_deref() == Some("yes"),
            rest: told("rest").unwrap_or_default(),
            sql: text
                .lines()
                .skip_while(|line| line.starts_with("-- "))
                .collect::<Vec<_>>()
                .join("\n"),
            answers,
        };
        let known = |answer: &String| question.answers.iter().any(|(known, _)| known == answer);
        if let Some(answer) = question
            .share
            .iter()
            .chain(&question.left_out)
            .find(|answer| !known(answer))
        {
            return Err(wrong(format!("`{answer}` has no line `-- answer {answer}: …`")));
        }
        if question.share.is_empty() || (question.kind == Kind::Items && !known(&question.rest)) {
            return Err(wrong(
                "its first lines have no `share` or no `rest` among its answers".to_owned(),
            ));
        }
        Ok(question)
    }

    /// The whole of what an engine is asked.
    #[must_use]
    pub fn whole(&self, dialect: Dialect) -> String {
        let around = match self.kind {
            Kind::People => GROUPS,
            Kind::Items => ITEMS,
        };
        // The comments of the frame name its holes, so they go first.
        let frame: Vec<&str> = around.lines().filter(|line| !line.starts_with("--")).collect();
        let sql = frame
            .join("\n")
            .replace("{rest}", &self.rest)
            .replace("{question}", &self.sql);
        dialect.said(&sql)
    }

    /// The words of an answer.
    #[must_use]
    pub fn words<'q>(&'q self, answer: &'q str) -> &'q str {
        let mut known = self.answers.iter();
        known
            .find(|(known, _)| known == answer)
            .map_or(answer, |(_, words)| words)
    }
}
