//! The questions at the end: those that a deployment brings, as their authors worded them, and whether they are asked of this
//! person now. No wording is in this project: owners of questionnaires license it on terms that cannot be passed on.

use serde::Serialize;

use super::error::{ItemsExpected, ScaleExpected};
use super::value::GivenAnswer;
use super::{AskedNow, GivenError, GivenFault, MOST_ITEMS, QuestionsError};
use crate::consultation::Mode;
use crate::format::Form;
use crate::format::{At, Found, json};
use crate::ids::MeasureId;
use crate::measures::{Instrument, ItemAnswer, NotScored};

/// The version of a file of questions.
const VERSION: u32 = 1;
/// The highest answer of a deployment's own scale: more do not stand in a row on a phone.
const HIGHEST: u8 = 10;
/// How the names of a deployment's own questions begin.
const OWN: &str = "own-";

/// A file of questions.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct Questions {
    /// `weighup-questions`.
    pub format: QuestionsFormat,
    /// 1.
    pub version: u32,
    /// `collaborate`, `sure`, or a name of your own that begins with `own-`.
    pub id: MeasureId,
    /// Who wrote the questions and under which terms they are shown: it stands under them.
    pub licence: String,
    /// Of whom they are asked.
    pub when: QuestionsWhen,
    /// Lowest answer.
    pub low: u8,
    /// Highest answer.
    pub high: u8,
    /// The wording in each language that its authors published it in. Whoever uses the page in another language is not asked.
    pub wordings: Vec<QuestionsWording>,
}

/// What the file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum QuestionsFormat {
    /// A file of questions.
    WeighupQuestions,
}

/// Of whom questions are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum QuestionsWhen {
    /// Of everybody.
    Always,
    /// Of whoever uses the page after a visit: nobody else can answer for one, and nobody in a visit answers in private.
    After,
}

/// The questions in one language, word for word as they were published.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(
    feature = "authoring",
    derive(schemars::JsonSchema),
    schemars(deny_unknown_fields)
)]
pub struct QuestionsWording {
    /// Its BCP 47 tag.
    pub lang: String,
    /// What stands before the items; may be empty.
    #[serde(default)]
    pub intro: String,
    /// The items, in their order.
    pub items: Vec<String>,
    /// What the lowest answer means.
    pub low_end: String,
    /// What the highest answer means.
    pub high_end: String,
}

impl Questions {
    /// Reads a file of questions and refuses what may not be asked.
    ///
    /// # Errors
    /// [`QuestionsError`].
    pub fn from_json(text: &str) -> Result<Self, QuestionsError> {
        let unreadable = |place: String, what: String| QuestionsError::Unreadable { place, what };
        let node =
            json::parse(text).map_err(|wrong| unreadable("the file".to_owned(), wrong.what.to_owned()))?;
        let found = Found::default();
        let read = Self::read(&node, &At::ROOT, &found);
        match (read, found.into_problems().into_iter().next()) {
            (Some(read), None) => read.checked(),
            (_, Some((problem, _))) => Err(unreadable(
                problem.path.to_string(),
                [problem.message, problem.remedy].join(": "),
            )),
            (None, None) => Err(unreadable("the file".to_owned(), "it is not a table".to_owned())),
        }
    }

    /// Holds them to their questionnaire, and a deployment's own to what can be asked at the end.
    fn checked(self) -> Result<Self, QuestionsError> {
        if self.version != VERSION {
            return Err(QuestionsError::Version { found: self.version });
        }
        let known = Instrument::from_id(self.id.as_str());
        if known.is_none() && !self.id.as_str().starts_with(OWN) {
            return Err(QuestionsError::NotKnown {
                id: self.id.to_string(),
            });
        }
        if self.licence.trim().is_empty() {
            return Err(QuestionsError::NoLicence);
        }
        let (low, high) = (self.low, self.high);
        let scale = match known.map(Instrument::scale) {
            Some((from, to)) if (from, to) != (low, high) => Some(ScaleExpected::Exactly(from, to)),
            None if low >= high || high > HIGHEST => Some(ScaleExpected::Short),
            _ => None,
        };
        if let Some(expected) = scale {
            return Err(QuestionsError::Scale { low, high, expected });
        }
        if known.is_some_and(Instrument::is_about_a_visit) && self.when != QuestionsWhen::After {
            return Err(QuestionsError::BeforeAVisit {
                id: self.id.to_string(),
            });
        }
        if self.wordings.is_empty() {
            return Err(QuestionsError::Empty {
                place: "wordings".to_owned(),
            });
        }
        for (at, wording) in self.wordings.iter().enumerate() {
            let before = self.wordings.iter().take(at);
            wording.check(known, before)?;
        }
        Ok(self)
    }

    /// The questions for somebody who uses the page in this way and this language; none where they are not asked. The wording is
    /// that of the language itself: Easy Read and the speech of a country have the words as they were published.
    #[must_use]
    pub fn asked(&self, used: Option<Mode>, lang: &str) -> Option<AskedNow> {
        if self.when == QuestionsWhen::After && used != Some(Mode::After) {
            return None;
        }
        let wording = self.wordings.iter().find(|wording| same(&wording.lang, lang))?;
        Some(AskedNow {
            id: self.id.clone(),
            lang: wording.lang.clone(),
            intro: wording.intro.clone(),
            items: wording.items.clone(),
            scale: (self.low..=self.high).collect(),
            low_end: wording.low_end.clone(),
            high_end: wording.high_end.clone(),
            licence: self.licence.clone(),
        })
    }
}

impl QuestionsWording {
    fn check<'a>(
        &self,
        known: Option<Instrument>,
        mut before: impl Iterator<Item = &'a Self>,
    ) -> Result<(), QuestionsError> {
        let found = self.items.len();
        let expected = match known.map(Instrument::items) {
            Some(items) if items != found => Some(ItemsExpected::Exactly(items)),
            None if found == 0 || found > MOST_ITEMS => Some(ItemsExpected::AtMost),
            _ => None,
        };
        if let Some(expected) = expected {
            return Err(QuestionsError::Items {
                lang: self.lang.clone(),
                found,
                expected,
            });
        }
        let needed = [
            ("lang", &self.lang),
            ("low_end", &self.low_end),
            ("high_end", &self.high_end),
        ];
        let items = self.items.iter().map(|item| ("items", item));
        if let Some((place, _)) = needed
            .into_iter()
            .chain(items)
            .find(|(_, text)| text.trim().is_empty())
        {
            return Err(QuestionsError::Empty {
                place: place.to_owned(),
            });
        }
        if before.any(|other| same(&other.lang, &self.lang)) {
            return Err(QuestionsError::Twice {
                lang: self.lang.clone(),
            });
        }
        Ok(())
    }
}

/// Whether two tags are of one language.
fn same(one: &str, other: &str) -> bool {
    let first = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    first(one) == first(other)
}

/// Holds the answers of a line to their questionnaire.
pub(super) fn accepted(id: &MeasureId, answers: &[GivenAnswer]) -> Result<(), GivenError> {
    let form: Vec<ItemAnswer> = answers.iter().map(|answer| answer.0).collect();
    let refused = |why: NotScored| GivenError::Answers {
        measure: id.to_string(),
        why,
    };
    if let Some(known) = Instrument::from_id(id.as_str()) {
        return known.accept(&form).map_err(refused);
    }
    if form.is_empty() || form.len() > MOST_ITEMS {
        return Err(refused(NotScored::Count {
            expected: MOST_ITEMS,
            found: form.len(),
        }));
    }
    let above = form.iter().zip(1..).find_map(|(answer, item)| {
        let value = answer.filter(|value| *value > HIGHEST)?;
        Some(NotScored::Range {
            item,
            value,
            low: 0,
            high: HIGHEST,
        })
    });
    if !id.as_str().starts_with(OWN) {
        return Err(GivenError::Unreadable {
            place: "measures".to_owned(),
            what: format!("`{id}` is no questionnaire that is known here"),
            fault: GivenFault::Wanted("the id of a questionnaire that is known here".to_owned()),
        });
    }
    above.map_or(Ok(()), |why| Err(refused(why)))
}
