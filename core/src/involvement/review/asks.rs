//! The questions that an author asks of parts of an aid, beside those that every form has.

use schemars::JsonSchema;
use serde::Serialize;

use super::super::AidPlaces;
use crate::aid::{Aid, Code, Place, Problem};
use crate::authoring::{SourceFile, form_of};
use crate::format::Form;

/// Questions of an author's own that one part may have: more are a questionnaire, which nobody fills in beside a page.
const MOST_OF_ONE_PART: usize = 5;

/// Letters of a question.
const LONGEST: usize = 300;

/// A file of questions for reviewers.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ReviewAsks {
    /// Identifier of the aid.
    pub aid: String,
    /// False where the three questions of every form (clear, fair, missing) are not asked.
    #[form(default = true)]
    #[schemars(default)]
    pub usual: bool,
    /// The questions.
    #[serde(default)]
    pub ask: Vec<ReviewAsk>,
}

/// A question that is answered with yes or no, and with words if somebody wishes.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ReviewAsk {
    /// Paths of the parts it is asked of, as `option`, `option.surgery` or `outcome`; every part where it is left out.
    #[serde(default)]
    pub of: Vec<String>,
    /// The question, in the language of the aid. Answers in every language are counted under it.
    pub question: String,
    /// The question in other languages.
    #[serde(default)]
    pub said: Vec<ReviewAskSaid>,
}

/// A question in another language.
#[derive(Clone, Debug, PartialEq, Form, Serialize, JsonSchema)]
#[schemars(deny_unknown_fields)]
pub struct ReviewAskSaid {
    /// The language, as `lang` of the page in it says.
    pub language: String,
    /// The question.
    pub text: String,
}

impl ReviewAsk {
    /// Whether it is asked of a part.
    pub(super) fn is_of(&self, part: &str) -> bool {
        let inside = |path: &String| {
            part.strip_prefix(path.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        self.of.is_empty() || self.of.iter().any(inside)
    }

    /// The question in a language; the aid's own where it has not been translated.
    pub(super) fn in_language(&self, language: &str) -> &str {
        let said = self.said.iter().find(|said| said.language == language);
        said.map_or(&self.question, |said| &said.text)
    }
}

/// The JSON Schema (2020-12) of a file of questions for reviewers, for editors and programs.
#[must_use]
pub fn review_asks_schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(ReviewAsks).to_value();
    if let Some(whole) = schema.as_object_mut() {
        let title = "Weighup questions for reviewers, as `weighup review --ask` reads them";
        whole.insert("title".to_owned(), title.into());
    }
    schema
}

/// Reads a file of questions for an aid.
#[must_use]
pub fn read_asks(aid: &Aid, file: SourceFile<'_>) -> (Option<ReviewAsks>, Vec<Problem>) {
    let places = AidPlaces::of(aid);
    let wrong = |asks: &ReviewAsks| {
        let mut problems = Vec::new();
        let mut say = |place: Place, message: String, remedy: &str| {
            problems.push(Problem::new(Code::BadInvolvement, place, message, remedy));
        };
        let root = Place::root();
        if asks.aid != aid.id() {
            let message = format!(
                "the questions are about `{}`, and the aid is `{}`",
                asks.aid,
                aid.id()
            );
            say(
                root.key("aid"),
                message,
                "name the aid, or give the file of its own questions",
            );
        }
        for (index, ask) in asks.ask.iter().enumerate() {
            let place = root.key("ask").index(index);
            for (at, path) in ask.of.iter().enumerate() {
                if !places.holds(path) {
                    let message = format!("the aid has no part `{path}`");
                    let remedy = "write the path of a part: `about`, `choice`, `option`, `option.ID`, `outcome`, `outcome.ID`";
                    say(place.key("of").index(at), message, remedy);
                }
            }
            let texts = ask
                .said
                .iter()
                .enumerate()
                .map(|(at, said)| (place.key("said").index(at).key("text"), &said.text));
            for (place, text) in std::iter::once((place.key("question"), &ask.question)).chain(texts) {
                let count = text.chars().count();
                if text.trim().is_empty() || count > LONGEST || text.chars().any(char::is_control) {
                    let message = format!("the question has {count} characters, or a sign that is not shown");
                    say(
                        place,
                        message,
                        "write one question on one line, of 1 to 300 characters",
                    );
                }
            }
            let earlier = asks.ask.iter().take(index);
            if earlier.clone().any(|other| other.question == ask.question) {
                let message = format!("“{}” is asked twice", ask.question);
                say(place.key("question"), message, "name all its parts in one `of`");
            }
        }
        for section in places.sections() {
            let count = asks.ask.iter().filter(|ask| ask.is_of(&section.name)).count();
            if count > MOST_OF_ONE_PART {
                let message = format!(
                    "`{}` is asked {count} questions, and the most is {MOST_OF_ONE_PART}",
                    section.name
                );
                say(
                    root.key("ask"),
                    message,
                    "ask fewer: people write more when less is asked",
                );
                break;
            }
        }
        problems
    };
    form_of(file, ReviewAsks::of_fields, wrong)
}
