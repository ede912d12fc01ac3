//! Questionnaires, scored by their published rules in `core::measures`.

use weighup_core::measures;

use super::form::Measure;
use crate::row::{GivenRow, Wrong};

/// Scores what was given. What the rules refuse has no score and is counted; what cannot have been given is wrong.
pub(super) fn score(given: &[Measure<'_>], row: &mut GivenRow<'_>) -> Result<(), Wrong> {
    let wrong = Wrong {
        column: "measures",
        expected: "a list of questionnaires, each once, with answers on their scales",
    };
    for (place, measure) in given.iter().enumerate() {
        if given.iter().take(place).any(|other| other.id == measure.id) {
            return Err(wrong);
        }
        match measure.id.as_ref() {
            "collaborate" => match <[Option<u8>; 3]>::try_from(measure.answers.as_slice()) {
                Ok([Some(a), Some(b), Some(c)]) if [a, b, c].iter().all(|answer| *answer <= 9) => {
                    row.collaborate = i8::try_from(a + b + c).ok();
                }
                Ok(answers) if answers.iter().flatten().all(|answer| *answer <= 9) => row.unscored += 1,
                _ => return Err(wrong),
            },
            "sure" => match measures::sure(&measure.answers) {
                Ok(score) => row.sure = i8::try_from(score.score).ok(),
                Err(measures::NotScored::Missing { .. }) => row.unscored += 1,
                Err(_) => return Err(wrong),
            },
            // A deployment's own: at most three items from 0 to 10. Its rules are not known here.
            own if own.starts_with("own-") => {
                let sound = measure.answers.len() <= 3
                    && measure.answers.iter().flatten().all(|answer| *answer <= 10);
                if !sound {
                    return Err(wrong);
                }
                row.unscored = row.unscored.saturating_add(1);
            }
            _ => return Err(wrong),
        }
    }
    Ok(())
}
