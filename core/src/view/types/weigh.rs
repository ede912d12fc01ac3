//! Weigh.

use serde::Serialize;

use super::{GroupView, OptionHead, StartView};
use crate::aid::OutcomeId;
use crate::consultation::{Action, ConcernId, Method, OutcomeMark, Person, Weighable, WordsBox};

/// One thing to weigh.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct WeighItem {
    /// What it is.
    pub what: Weighable,
    /// Name.
    pub name: String,
    /// The swing in counts: "from 24 down to 8 of every 100 men, at 12 years".
    pub swing: String,
    /// "No evidence figure: this is your own concern", for own concerns.
    pub own: bool,
    /// How the person who decides marked it. It weighs nothing by itself.
    pub mark: Option<OutcomeMark>,
    /// What was said of it in words, and in which box.
    pub said: Vec<(Option<WordsBox>, String)>,
    /// Chosen as the first to change.
    pub first: bool,
    /// Points in the way in use, once answered; `None` in a way without points.
    pub points: Option<u8>,
    /// What one step less does; `None` at the end.
    pub less: Option<Action>,
    /// What one step more does; `None` at the end.
    pub more: Option<Action>,
}

/// Someone who can weigh, and how far they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct PersonView {
    /// Who.
    pub who: Person,
    /// Whether they have answered anything.
    pub begun: bool,
    /// Whether weights can be made of their answers.
    pub complete: bool,
}

/// What is known of the health professional's guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum GuessView {
    /// There is none.
    None,
    /// There is one, to be shown once the person deciding has answered.
    Waiting,
    /// There is one that can be shown now.
    Ready,
    /// It has been shown.
    Shown,
}

/// Whose turn it is to weigh.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct TurnView {
    /// Whose.
    pub who: Person,
    /// Everyone who can weigh.
    pub people: Vec<PersonView>,
    /// The guess.
    pub guess: GuessView,
}

/// A way of saying how much things matter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct MethodView {
    /// Which.
    pub method: Method,
    /// Its name.
    pub name: String,
    /// Whether it has answers.
    pub begun: bool,
}

/// Something in its place in a ranking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct PlacedView {
    /// What it is.
    pub what: Weighable,
    /// Its place, 1 for what matters most; what stands together has the same.
    pub place: String,
    /// Stands together with what is above it.
    pub same: bool,
    /// What moving it up does; `None` at the top.
    pub up: Option<Action>,
    /// What moving it down does; `None` at the end.
    pub down: Option<Action>,
    /// What standing together with the one above, or no longer, does; `None` at the top.
    pub together: Option<Action>,
}

/// Two things next to each other in a best-worst comparison.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct PairView {
    /// What is said to matter more, and what less.
    pub more_than: (Weighable, Weighable),
    /// "Wearing pads for leaking urine, next to cancer that spreads".
    pub name: String,
    /// "About twice as much", once answered.
    pub said: Option<String>,
    /// What one step less does; `None` at the end.
    pub less: Option<Action>,
    /// What one step more does; `None` at the end.
    pub more: Option<Action>,
}

/// A word for how much one thing matters next to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct WordView {
    /// "About half as much".
    pub name: String,
    /// What the person said.
    pub chosen: bool,
    /// What saying it does.
    pub action: Action,
}

/// Something next to what matters most.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct NextToView {
    /// What it is.
    pub what: Weighable,
    /// "How much does cancer that spreads matter, next to wearing pads?"
    pub question: String,
    /// The words there are.
    pub words: Vec<WordView>,
}

impl NextToView {
    /// Whether it is answered.
    #[must_use]
    pub fn answered(&self) -> bool {
        self.words.iter().any(|word| word.chosen)
    }
}

/// One of the answers that cannot all be true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct ClaimView {
    /// In the words it was given in.
    pub text: String,
    /// What taking it back does; `None` where another choice changes it.
    pub take_back: Option<Action>,
}

/// Answers that cannot all be true.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct AtOddsView {
    /// That they cannot, and what can be done.
    pub text: String,
    /// Which.
    pub claims: Vec<ClaimView>,
}

/// One pair at a time, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct PairsView {
    /// All things in the order they are asked about: what was marked first.
    pub order: Vec<Weighable>,
    /// What matters most, once chosen.
    pub most: Option<Weighable>,
    /// The same with its change, to stand beside every question.
    pub next_to: Option<String>,
    /// Everything else, next to it.
    pub others: Vec<NextToView>,
    /// The one that is asked now; `None` once all are answered.
    pub now: Option<Weighable>,
    /// How many are asked after it.
    pub more: usize,
    /// Answers that cannot all be true.
    pub at_odds: Option<AtOddsView>,
}

/// An outcome on which the studies cannot tell the options apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct UntoldView {
    /// Which.
    pub what: Weighable,
    /// Its name.
    pub name: String,
    /// "from 3 down to 2 of every 100 men".
    pub swing: String,
    /// That it is not weighed, or that the person asked to.
    pub text: String,
    /// Whether it is weighed.
    pub weighed: bool,
    /// What weighing it, or no longer, does; `None` while it is somebody else's turn.
    pub action: Option<Action>,
}

/// What the way in use asks, beyond the list of things to weigh.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AskedView {
    /// In words: what matters most, and everything else next to it.
    Pairs(Box<PairsView>),
    /// Swing: what to change first, then points.
    Swing,
    /// Ranking: what has a place, in order. The rest is still to place.
    Ranking(Vec<PlacedView>),
    /// Points: what is left of 100, in a sentence.
    Points(String),
    /// Best-worst: what matters most, what least, and comparisons with both.
    BestWorst {
        /// Most.
        best: Option<Weighable>,
        /// Least.
        worst: Option<Weighable>,
        /// Comparisons.
        pairs: Vec<PairView>,
    },
}

/// A concern to rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct ConcernView {
    /// Identifier.
    pub id: ConcernId,
    /// In the person's words.
    pub words: String,
    /// A rating for each option, `None` until given.
    pub ratings: Vec<(OptionHead, Option<u8>)>,
}

/// A limit the person set or may set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct LimitView {
    /// The outcome.
    pub outcome: OutcomeId,
    /// Its name.
    pub name: String,
    /// Whether a limit is set.
    pub set: bool,
    /// "I would not accept more than 20 of every 100 men …".
    pub sentence: String,
    /// The count, once set.
    pub count: Option<u32>,
    /// What to dispatch to set it or take it away.
    pub toggle: Action,
    /// Can go up.
    pub can_raise: bool,
    /// Can go down.
    pub can_lower: bool,
    /// Options it excludes, or would, in a sentence.
    pub excludes: String,
}

/// What is weighed at other times than those that are looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct OtherTimesView {
    /// Which, and when, in a sentence.
    pub text: String,
    /// Begins again with the times that are looked at; nothing where that would change nothing, or would take away what another person
    /// answered.
    pub action: Option<Action>,
}

/// Weigh.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct WeighView {
    /// Which groups the figures are for, where they depend on any.
    pub group: Vec<String>,
    /// The groups to choose from, where figures depend on any.
    pub choose: Option<Box<GroupView>>,
    /// Answers that are kept for another group, in a sentence.
    pub kept: Option<String>,
    /// What is weighed at other times than those that are looked at.
    pub other_times: Option<Box<OtherTimesView>>,
    /// Whose turn it is.
    pub turn: TurnView,
    /// The way in use.
    pub method: Method,
    /// Every way that can be used here. Empty when there is nothing to choose.
    pub methods: Vec<MethodView>,
    /// What it asks.
    pub asked: AskedView,
    /// What an order that has nothing in it yet may start from.
    pub start: Option<StartView>,
    /// Things to weigh.
    pub items: Vec<WeighItem>,
    /// Outcomes on which the studies cannot tell the options apart.
    pub untold: Vec<UntoldView>,
    /// Whether how the options fit can be worked out of what was said so far.
    pub can_be_read: bool,
    /// Outcomes that drop out, each with why in a sentence ("the options do not differ …").
    pub left_out: Vec<(String, String)>,
    /// Read-back: "So leaking urine matters to you about twice as much as …". Empty until something is answered.
    pub read_back: Vec<String>,
    /// "These look about the same to you. Is that right?", when they do.
    pub about_equal: Option<String>,
    /// Own concerns.
    pub concerns: Vec<ConcernView>,
    /// Options and whether the person has ruled each out.
    pub ruled_out: Vec<(OptionHead, bool)>,
    /// Limits on outcomes.
    pub limits: Vec<LimitView>,
    /// How many are still to answer, in a sentence; `None` when all are.
    pub still_to_answer: Option<String>,
}
