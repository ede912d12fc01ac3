//! The line that is given, as a value. Every field is always written, in this order; what was not said is `null` or an empty list.

use serde::Serialize;

use super::GivenError;
use crate::aid::OutcomeId;
use crate::consultation::{DecisionStage, DecisionStatus, Method, Mode, OutcomeMark, ReadinessPrompt, Step};
use crate::date::Date;
use crate::format::tree::Value;
use crate::format::{At, Form, Found, Node, Out, wrong};
use crate::ids::{MeasureId, QuestionId};
use crate::measures::ItemAnswer;

/// The version of the line. A reader counts a higher one as from the future.
pub const GIVEN_VERSION: u32 = 1;

/// The longest line that is read, in bytes: the longest that an aid can make is a tenth of it.
pub const MAX_GIVEN_BYTES: usize = 64 * 1024;

macro_rules! part {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $field:ident: $type:ty,)* }) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
        #[cfg_attr(feature = "authoring", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
        pub struct $name { $($(#[$doc])* pub $field: $type,)* }
    };
}

macro_rules! words {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $word:ident,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Form, Serialize)]
        #[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum $name { $($(#[$doc])* $word,)* }
    };
}

part! {
    /// What one person gave at the end of one visit to a decision aid.
    Given {
        /// `weighup-given`.
        format: GivenFormat,
        /// 1.
        version: u32,
        /// 128 random bits, made when the person asked to see what would be given. The same twice is the same line twice.
        id: GivenId,
        /// The month, as 2026-11. Never a day.
        month: GivenMonth,
        /// The decision aid.
        aid: GivenAid,
        /// The first part of the language's BCP 47 tag.
        language: String,
        /// Whether it was in Easy Read.
        easy_read: bool,
        /// What they asked of the page, in broad bands.
        needs: Vec<Need>,
        /// How the page was used; nothing where nobody said.
        #[serde(rename = "use")]
        used: Option<Mode>,
        /// Who was there; nothing where nobody said.
        who: Option<Company>,
        /// Where they were with the decision.
        stage: GivenStage,
        /// What they felt ready about.
        ready: GivenReady,
        /// The aid's own questions about the facts.
        understanding: GivenUnderstanding,
        /// Outcomes that they opened, in the aid's order.
        opened: Vec<OutcomeId>,
        /// Outcomes that they marked, in the aid's order.
        marked: Vec<GivenMark>,
        /// In which way they said how much things matter; nothing where they did not.
        method: Option<Method>,
        /// Whether anything is decided; nothing where nobody said.
        decision: Option<DecisionStatus>,
        /// Which kind of answer they gave to where the decision stands; never which option.
        leaning: Option<GivenLeaning>,
        /// Whether the option they lean to goes with what they said matters; nothing where that was not worked out.
        fits_choice: Option<ChoiceFits>,
        /// How far the person who decides and another who weighed are apart; nothing where nobody else did or may be shown.
        gap: Option<GapBand>,
        /// Steps that were opened, in the order of the path.
        steps: Vec<Step>,
        /// The furthest step on which something was answered.
        stopped: Option<Step>,
        /// Whether they said where the decision stands.
        finished: bool,
        /// Answers to a questionnaire at the end; none where none was asked or all were left out.
        measures: Vec<GivenMeasure>,
    }
}

words! {
    /// What the line is.
    GivenFormat {
        /// A line of what a person gave.
        WeighupGiven,
    }
}

part! {
    /// The decision aid.
    GivenAid {
        /// Its id.
        id: String,
        /// Its version.
        version: String,
        /// The first twelve digits of the hash of its content, where that is known.
        hash: Option<String>,
    }
}

words! {
    /// What somebody asked of the page.
    Need {
        /// Larger type.
        LargerType,
        /// Everything opened out.
        InFull,
        /// One question at a time.
        OneByOne,
        /// Read aloud.
        ReadAloud,
        /// Somebody was with them.
        SomeoneHelped,
    }
}

words! {
    /// Who was there.
    Company {
        /// The person who decides.
        Alone,
        /// And somebody with them.
        WithSomeone,
        /// And a health professional.
        WithProfessional,
    }
}

part! {
    /// Where they were with the decision.
    GivenStage {
        /// What they said first in this visit.
        before: Option<DecisionStage>,
        /// What they said at the end.
        after: Option<DecisionStage>,
    }
}

part! {
    /// What they felt ready about.
    GivenReady {
        /// What they said first of each, where that is known.
        before: Option<ReadyAbout>,
        /// What they said last.
        after: Option<ReadyAbout>,
    }
}

part! {
    /// The prompts of *Ready?*. They are no measure and are never added up here.
    ReadyAbout {
        /// Fine.
        fine: Vec<ReadinessPrompt>,
        /// Not yet.
        not_yet: Vec<ReadinessPrompt>,
    }
}

part! {
    /// The aid's own questions about the facts.
    GivenUnderstanding {
        /// How many the aid asks.
        asked: u32,
        /// Answered as the aid does.
        right: Vec<QuestionId>,
        /// Answered otherwise. What was not answered is in neither list.
        other: Vec<QuestionId>,
    }
}

part! {
    /// A mark on an outcome.
    GivenMark {
        /// Which.
        outcome: OutcomeId,
        /// How it was marked.
        mark: OutcomeMark,
    }
}

words! {
    /// Which kind of answer was given to where the decision stands.
    GivenLeaning {
        /// Towards an option: it is not said which.
        Option,
        /// Not decided.
        Undecided,
        /// Needs more time or information.
        MoreTime,
        /// Would like to be advised.
        PleaseAdvise,
    }
}

words! {
    /// Whether an option goes with what was said to matter.
    ChoiceFits {
        /// No other option clearly fits more.
        Yes,
        /// Another option clearly fits more, or it was ruled out.
        No,
        /// Nothing clearly separates the options.
        NotSeparated,
    }
}

words! {
    /// How far two people are apart on the thing on which they are furthest apart.
    GapBand {
        /// By less than 5 of 100 for everything together, which the page calls much the same.
        None,
        /// By 5 to 19.
        Some,
        /// By 20 or more.
        Large,
    }
}

part! {
    /// Answers to a questionnaire.
    GivenMeasure {
        /// Which.
        id: MeasureId,
        /// Answers in the order of its items; `null` for one that was left out.
        answers: Vec<GivenAnswer>,
    }
}

/// An answer to an item, or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct GivenAnswer(pub ItemAnswer);

impl Form for GivenAnswer {
    const WANTED: Option<&'static str> = u8::WANTED;

    fn read(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<Self> {
        if matches!(node.value, Value::Null) {
            return Some(Self(None));
        }
        u8::read(node, at, found).map(|answer| Self(Some(answer)))
    }

    fn stand_in() -> Self {
        Self(None)
    }

    fn write(&self, out: &mut Out) {
        self.0.write(out);
    }
}

/// A text of one shape: it cannot hold anything else.
macro_rules! shaped {
    ($(#[$about:meta])* $name:ident, $what:literal, $error:ident, $fits:expr) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// As text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<&str> for $name {
            type Error = GivenError;

            fn try_from(text: &str) -> Result<Self, GivenError> {
                let fits: fn(&str) -> bool = $fits;
                if fits(text) {
                    Ok(Self(text.to_owned()))
                } else {
                    Err(GivenError::$error { given: text.chars().take(40).collect() })
                }
            }
        }

        impl Form for $name {
            const WANTED: Option<&'static str> = Some($what);

            fn read(node: &Node<'_>, at: &At<'_>, found: &Found) -> Option<Self> {
                let read = Self::try_from(String::read(node, at, found)?.as_str()).ok();
                if read.is_none() {
                    wrong(found, at, node, $what);
                }
                read
            }

            /// None: what it stands in was reported and is thrown away.
            fn stand_in() -> Self {
                Self(String::new())
            }

            fn write(&self, out: &mut Out) {
                out.text(&self.0);
            }
        }
    };
}

shaped! {
    /// 128 random bits in 22 letters of base64url.
    GivenId, "22 letters, digits, hyphens and underscores", NotAnId,
    super::shape::is_given_id
}

shaped! {
    /// A month, as 2026-11.
    GivenMonth, "a month such as 2026-11", NotAMonth,
    super::shape::is_month
}

impl GivenMonth {
    /// Its first day, to be said in words.
    #[must_use]
    pub fn first_day(&self) -> Option<Date> {
        Date::parse(&[self.as_str(), "-01"].concat())
    }
}

impl Given {
    /// The line as JSON, without a line end.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut out = Out(String::new());
        self.write(&mut out);
        out.0
    }
}
