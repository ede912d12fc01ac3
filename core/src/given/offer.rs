//! What a person sees before they give anything: the questions at the end, the line in words, and the line as it is stored.

use serde::Serialize;

use crate::format::{At, Form, Found, Out, json};
use crate::ids::MeasureId;

/// Nobody is asked more than this at the end, but for [`LONGEST_FORM`].
pub const MOST_ITEMS: usize = 3;

/// The items of the longest published questionnaire that may be asked, which is not shortened: SURE has four.
pub const LONGEST_FORM: usize = 4;

/// One fact as a person reads it.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct GivenLine {
    /// What it is.
    pub what: String,
    /// What was said of it, in a line or more; never none.
    pub said: Vec<String>,
}

/// Questions that are asked of this person now.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct AskedNow {
    /// Which.
    pub id: MeasureId,
    /// Their language.
    pub lang: String,
    /// What stands before the items; may be empty.
    pub intro: String,
    /// The items.
    pub items: Vec<String>,
    /// Every answer there is, from the lowest.
    pub scale: Vec<u8>,
    /// What the lowest answer means.
    pub low_end: String,
    /// What the highest answer means.
    pub high_end: String,
    /// Who wrote them, and their terms.
    pub licence: String,
}

impl AskedNow {
    /// An answer in the words of the questions; none where the scale has answers between its ends, which have no words.
    #[must_use]
    pub fn in_words(&self, answer: u8) -> Option<&str> {
        match self.scale[..] {
            [low, _] if answer == low => Some(&self.low_end),
            [_, high] if answer == high => Some(&self.high_end),
            _ => None,
        }
    }
}

/// What would be given, and what is asked first.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct GivenOffer {
    /// Whether they are asked where they are with the decision now.
    pub asks_stage: bool,
    /// The questions of the deployment, where they are asked.
    pub questions: Option<AskedNow>,
    /// Why the deployment's questions are not asked, for whoever runs the page.
    pub refused: Option<String>,
    /// All that would be given, in words: one entry for each fact, and for nothing else.
    pub lines: Vec<GivenLine>,
    /// All that would be given, as it is stored.
    pub line: String,
}

impl GivenOffer {
    /// As it crosses between two files of the widget.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = Out(String::new());
        self.write(&mut out);
        out.0
    }

    /// What [`Self::to_json`] wrote; nothing for any other text.
    #[must_use]
    pub fn read_back(text: &str) -> Option<Self> {
        let node = json::parse(text).ok()?;
        let found = Found::default();
        Self::read(&node, &At::ROOT, &found).filter(|_| found.is_sound())
    }
}
