//! Questionnaires, scored by their published rules in `core::measures`.

use weighup_core::given::GivenMeasure;
use weighup_core::measures::{self, ItemAnswer};

use crate::row::GivenRow;

/// Scores what was given, which core has held to its questionnaires. What the rules refuse, a form with gaps, has no score and is
/// counted, and so is a deployment's own, whose rules are not known here.
pub(super) fn score(given: &[GivenMeasure], row: &mut GivenRow<'_>) {
    for measure in given {
        let answers: Vec<ItemAnswer> = measure.answers.iter().map(|answer| answer.0).collect();
        let scored = match (measure.id.as_str(), &answers[..]) {
            ("collaborate", [Some(a), Some(b), Some(c)]) => {
                row.collaborate = i8::try_from(a + b + c).ok();
                row.collaborate
            }
            ("sure", answers) => {
                row.sure = measures::sure(answers)
                    .ok()
                    .and_then(|score| i8::try_from(score.score).ok());
                row.sure
            }
            _ => None,
        };
        if scored.is_none() {
            row.unscored = row.unscored.saturating_add(1);
        }
    }
}
