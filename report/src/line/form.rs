//! The form of a line, field by field. Every field is always there; one that is not known is refused.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer};

/// What every line begins with.
pub(super) const FORMAT: &str = "weighup-given";

/// What every version has: enough to tell what a line is.
#[derive(Deserialize)]
pub(super) struct Head {
    pub(super) format: Option<String>,
    pub(super) version: Option<u64>,
}

type Text<'a> = Cow<'a, str>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Line<'a> {
    #[serde(borrow)]
    pub(super) format: Text<'a>,
    pub(super) version: u32,
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    #[serde(borrow)]
    pub(super) month: Text<'a>,
    #[serde(borrow)]
    pub(super) aid: AidOf<'a>,
    #[serde(borrow)]
    pub(super) language: Text<'a>,
    pub(super) easy_read: bool,
    #[serde(borrow)]
    pub(super) needs: Vec<Text<'a>>,
    #[serde(borrow, rename = "use", deserialize_with = "said")]
    pub(super) used: Option<Text<'a>>,
    #[serde(borrow, deserialize_with = "said")]
    pub(super) who: Option<Text<'a>>,
    #[serde(borrow)]
    pub(super) stage: Stages<'a>,
    #[serde(borrow)]
    pub(super) ready: Ready<'a>,
    #[serde(borrow)]
    pub(super) understanding: Understanding<'a>,
    #[serde(borrow)]
    pub(super) opened: Vec<Text<'a>>,
    #[serde(borrow)]
    pub(super) marked: Vec<Marked<'a>>,
    #[serde(borrow, deserialize_with = "said")]
    pub(super) method: Option<Text<'a>>,
    #[serde(borrow, deserialize_with = "said")]
    pub(super) decision: Option<Text<'a>>,
    #[serde(borrow, deserialize_with = "said")]
    pub(super) leaning: Option<Text<'a>>,
    #[serde(borrow, deserialize_with = "said")]
    pub(super) fits_choice: Option<Text<'a>>,
    #[serde(borrow, deserialize_with = "said")]
    pub(super) gap: Option<Text<'a>>,
    #[serde(borrow)]
    pub(super) steps: Vec<Text<'a>>,
    #[serde(borrow, deserialize_with = "said")]
    pub(super) stopped: Option<Text<'a>>,
    pub(super) finished: bool,
    #[serde(borrow)]
    pub(super) measures: Vec<Measure<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AidOf<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    #[serde(borrow)]
    pub(super) version: Text<'a>,
    #[serde(borrow, deserialize_with = "said")]
    pub(super) hash: Option<Text<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Stages<'a> {
    #[serde(borrow, deserialize_with = "said")]
    pub(super) before: Option<Text<'a>>,
    #[serde(borrow, deserialize_with = "said")]
    pub(super) after: Option<Text<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ready<'a> {
    #[serde(borrow, deserialize_with = "said")]
    pub(super) before: Option<Prompts<'a>>,
    #[serde(borrow, deserialize_with = "said")]
    pub(super) after: Option<Prompts<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Prompts<'a> {
    #[serde(borrow)]
    pub(super) fine: Vec<Text<'a>>,
    #[serde(borrow)]
    pub(super) not_yet: Vec<Text<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Understanding<'a> {
    pub(super) asked: u8,
    #[serde(borrow)]
    pub(super) right: Vec<Text<'a>>,
    #[serde(borrow)]
    pub(super) other: Vec<Text<'a>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Marked<'a> {
    #[serde(borrow)]
    pub(super) outcome: Text<'a>,
    #[serde(borrow)]
    pub(super) mark: Text<'a>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Measure<'a> {
    #[serde(borrow)]
    pub(super) id: Text<'a>,
    pub(super) answers: Vec<Option<u8>>,
}

/// A field that may be `null` but never missing: with a reader of its own, the derived code does not fill it in.
fn said<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<T>, D::Error> {
    Option::deserialize(from)
}
