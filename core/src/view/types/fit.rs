//! How they fit.

use serde::Serialize;

use super::{OptionHead, SummaryTable};
use crate::aid::OptionId;
use crate::consultation::{Step, Weighable};
use crate::format::Form;

/// One option's bar.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct FitBar {
    /// Heading.
    pub option: OptionHead,
    /// Solid part, thousandths of the full length.
    pub low: u16,
    /// Middle, thousandths.
    pub point: u16,
    /// End of the pale part, thousandths.
    pub high: u16,
    /// The bar in words.
    pub words: String,
    /// Ruled out by a deal-breaker: why.
    pub ruled_out: Option<String>,
    /// Contributions, largest first.
    pub parts: Vec<FitPart>,
}

/// How much one outcome adds to an option's fit.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct FitPart {
    /// Outcome or concern.
    pub what: Weighable,
    /// Name.
    pub name: String,
    /// Length, thousandths of the full bar.
    pub length: u16,
    /// "Weight 40 of 100 × how well it does 0.62 = 25 of 100": checkable by hand.
    pub sum: String,
}

/// What speaks for an option and against it, among what was weighed, in figures.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct FitSides {
    /// Heading.
    pub option: OptionHead,
    /// Where no other option does better, with its figure: what counts most to the person first.
    pub speaks_for: Vec<String>,
    /// Where no other option does worse, in the same way.
    pub against: Vec<String>,
}

/// In how many of 100 readings of the answers and the evidence an option is in front.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct ReadingView {
    /// The option.
    pub option: OptionHead,
    /// Of 100.
    pub count: u32,
    /// In words.
    pub words: String,
}

/// How they fit.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FitView {
    /// It is not worked out: the engine is on its way or at work, or did not arrive.
    #[form(skip)]
    Waiting {
        /// Which.
        text: String,
    },
    /// Not enough said yet: what is missing, and where to say it.
    #[form(stand_in)]
    NotYet {
        /// The sentence.
        text: String,
        /// The step to go to.
        go_to: Step,
    },
    /// The aid or the site shows facts only: the person's answers and the figures, side by side.
    #[form(skip)]
    FactsOnly {
        /// The sentence.
        text: String,
        /// What the person said matters; empty until they have.
        said: Vec<String>,
        /// The figures of what can be weighed, what matters most to them first; `None` when there are none.
        figures: Option<SummaryTable>,
    },
    /// The result.
    Ready(Box<FitResult>),
}

/// The fit of the options with what the person said.
#[derive(Clone, Debug, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub struct FitResult {
    /// Words first: what holds for every reading of the answers and the evidence.
    pub lead: Vec<String>,
    /// What is said in place of a picture where nothing separates the options: that talking may help more.
    pub of_bars: Vec<String>,
    /// What is not compared yet, in a sentence; `None` where all is.
    pub so_far: Option<String>,
    /// Options that no other clearly fits more than; all of them when nothing is clear.
    pub ahead: Vec<OptionId>,
    /// Whether one option clearly fits more than all the others. Where none does there is no picture, as any would rank them.
    pub separated: bool,
    /// Bars, in the aid's order, never ranked.
    pub bars: Vec<FitBar>,
    /// What speaks for and against each option, in the aid's order.
    pub sides: Vec<FitSides>,
    /// What speaks neither for nor against any, since the studies cannot tell the options apart on it, in a sentence.
    pub not_told_apart: Vec<String>,
    /// Why: sentences on what drives the difference.
    pub why: Vec<String>,
    /// What would change it: switch points in words; empty where no option is in front.
    pub would_change: Vec<String>,
    /// How the answers and the evidence were read, in words. Empty where no option is in front.
    pub how_sure: Vec<String>,
    /// The share of readings in which each option is in front; empty where none is in all but a few.
    pub readings: Vec<ReadingView>,
    /// How much of the doubt comes from figures that nobody here knows, and what each is read as; empty when all are known.
    pub not_known: Vec<String>,
    /// Facts about dominance, when there are any.
    pub dominance: Vec<String>,
    /// What the result leaves out: outcomes that drop out, unknown figures, concerns not rated.
    pub leaves_out: Vec<String>,
    /// "This is not advice: it shows your own priorities back to you."
    pub not_advice: String,
}
