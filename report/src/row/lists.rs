//! The closed lists of what can be given, which are those of the types that `weighup-core` reads a line into. What stands in none of
//! them is refused by name.

use weighup_core::consultation::{
    DecisionStage, DecisionStatus, Method, Mode, OutcomeMark, ReadinessPrompt, Step,
};
use weighup_core::given::{ChoiceFits, Company, GapBand, GivenLeaning, Listed, Need};

/// Needs in broad bands, in the order in which a line names them.
pub const NEEDS: &[&str] = Need::WORDS;

/// How the page was used.
pub const USES: &[&str] = Mode::WORDS;

/// Who was there.
pub const WHO: &[&str] = Company::WORDS;

/// How far someone is with the decision, in the order in which people get there.
pub const STAGES: &[&str] = DecisionStage::WORDS;

/// What someone is asked about being ready.
pub const PROMPTS: &[&str] = ReadinessPrompt::WORDS;

/// What someone can say of an outcome.
pub const MARKS: &[&str] = OutcomeMark::WORDS;

/// Ways of saying what matters.
pub const METHODS: &[&str] = Method::WORDS;

/// Whether anything is decided.
pub const DECISIONS: &[&str] = DecisionStatus::WORDS;

/// What someone leans to; never which option.
pub const LEANINGS: &[&str] = GivenLeaning::WORDS;

/// Whether values and choice are in agreement.
pub const FITS: &[&str] = ChoiceFits::WORDS;

/// How far two people's weights are apart.
pub const GAPS: &[&str] = GapBand::WORDS;

/// The steps, in their order.
pub const STEPS: &[&str] = Step::WORDS;

/// The column that says whether a need was there.
#[must_use]
pub fn need_column(need: &str) -> String {
    format!("need_{}", need.replace('-', "_"))
}
