//! Scoring of questionnaires about decisions: scores only.
//!
//! One of them may be asked at the end, where a deployment brings its wording (`given`); one person's answers are handed on as
//! they are and never scored on screen. Scores are for whoever counts the answers of many.
//!
//! No item is worded here: the wording of these instruments is licensed by their owners on terms this project cannot
//! pass on, so a service that uses one brings its own copy. Every function refuses a form that is not complete
//! ([`NotScored`]) rather than guess the rest.

mod instrument;

pub use instrument::Instrument;

/// Why there is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotScored {
    /// The wrong number of answers.
    #[error("{found} answers: this instrument has {expected}")]
    Count {
        /// Items of the instrument.
        expected: usize,
        /// Answers given.
        found: usize,
    },
    /// An item without an answer.
    #[error("item {item} has no answer: a form with gaps is not scored")]
    Missing {
        /// Which item, from 1.
        item: usize,
    },
    /// An answer outside the scale.
    #[error("item {item} is {value}: answers go from {low} to {high}")]
    Range {
        /// Which item, from 1.
        item: usize,
        /// The answer.
        value: u8,
        /// Lowest answer.
        low: u8,
        /// Highest answer.
        high: u8,
    },
    /// Too few people to report on.
    #[error("{complete} complete forms: a share of top scores is only reported for {needed} or more")]
    TooFew {
        /// Complete forms.
        complete: usize,
        /// How many are needed.
        needed: usize,
    },
}

/// An answer to an item of a questionnaire; `None` when the item was left out.
pub type ItemAnswer = Option<u8>;

/// Checked answers as numbers.
fn complete(answers: &[ItemAnswer], items: usize, low: u8, high: u8) -> Result<Vec<f64>, NotScored> {
    if answers.len() != items {
        return Err(NotScored::Count {
            expected: items,
            found: answers.len(),
        });
    }
    answers
        .iter()
        .zip(1..)
        .map(|(answer, item)| match *answer {
            None => Err(NotScored::Missing { item }),
            Some(value) if value < low || value > high => Err(NotScored::Range {
                item,
                value,
                low,
                high,
            }),
            Some(value) => Ok(f64::from(value)),
        })
        .collect()
}

fn mean(x: &[f64]) -> f64 {
    x.iter().sum::<f64>() / x.len() as f64
}

/// SURE (Légaré 2010): four items, yes 1 and no 0; 3 or less points to decisional conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SureScore {
    /// Number of yes answers, 0 to 4.
    pub score: u8,
    /// Whether conflict is likely (a screen, not a diagnosis).
    pub conflict_likely: bool,
}

/// Scores SURE.
///
/// # Errors
/// [`NotScored`].
pub fn sure(answers: &[ItemAnswer]) -> Result<SureScore, NotScored> {
    let score = complete(answers, 4, 0, 1)?.iter().sum::<f64>() as u8;
    Ok(SureScore {
        score,
        conflict_likely: score < 4,
    })
}

/// Decisional Conflict Scale, statement format, 2010 manual; all 0 to 100, higher is more conflict.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DecisionalConflict {
    /// All sixteen items.
    pub total: f64,
    /// Items 1 to 3.
    pub informed: f64,
    /// Items 4 to 6.
    pub values_clarity: f64,
    /// Items 7 to 9.
    pub support: f64,
    /// Items 10 to 12.
    pub uncertainty: f64,
    /// Items 13 to 16.
    pub effective_decision: f64,
}

/// Scores the Decisional Conflict Scale: sixteen items, 0 (strongly agree) to 4 (strongly disagree), mean times 25.
///
/// # Errors
/// [`NotScored`].
pub fn decisional_conflict(answers: &[ItemAnswer]) -> Result<DecisionalConflict, NotScored> {
    let x = complete(answers, 16, 0, 4)?;
    let part = |from: usize, count: usize| 25.0 * x.iter().skip(from).take(count).sum::<f64>() / count as f64;
    Ok(DecisionalConflict {
        total: part(0, 16),
        informed: part(0, 3),
        values_clarity: part(3, 3),
        support: part(6, 3),
        uncertainty: part(9, 3),
        effective_decision: part(12, 4),
    })
}

/// Preparation for Decision Making: ten items, 1 (not at all) to 5 (a great deal); 0 to 100, higher is better prepared.
///
/// # Errors
/// [`NotScored`].
pub fn preparation(answers: &[ItemAnswer]) -> Result<f64, NotScored> {
    Ok((mean(&complete(answers, 10, 1, 5)?) - 1.0) * 25.0)
}

/// Decision Regret: five items, 1 (strongly agree) to 5 (strongly disagree), the second and fourth reversed; 0 (none) to
/// 100.
///
/// # Errors
/// [`NotScored`].
pub fn regret(answers: &[ItemAnswer]) -> Result<f64, NotScored> {
    let x = complete(answers, 5, 1, 5)?;
    let turned: Vec<f64> = x
        .iter()
        .enumerate()
        .map(|(i, v)| if i == 1 || i == 3 { 6.0 - v } else { *v })
        .collect();
    Ok((mean(&turned) - 1.0) * 25.0)
}

/// SDM-Q-9: nine items, 0 to 5; sum times 20/9, 0 to 100.
///
/// # Errors
/// [`NotScored`].
pub fn sdm_q_9(answers: &[ItemAnswer]) -> Result<f64, NotScored> {
    Ok(complete(answers, 9, 0, 5)?.iter().sum::<f64>() * 20.0 / 9.0)
}

/// CollaboRATE over many visits to one clinician, clinic or group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CollaboRate {
    /// Share of complete forms with 9 on all three items, in percent.
    pub top_score: f64,
    /// Mean of the forms' means, 0 to 9.
    pub mean: f64,
    /// Complete forms.
    pub complete: usize,
}

/// Fewest complete forms CollaboRATE is reported for.
pub const COLLABORATE_FEWEST: usize = 25;

/// Scores CollaboRATE: forms of three items, 0 to 9. Forms with a gap do not count; with fewer than 25 complete ones there
/// is no score, so that nobody's own answers can be read off.
///
/// # Errors
/// [`NotScored::TooFew`], or an answer outside the scale.
pub fn collaborate(forms: &[[ItemAnswer; 3]]) -> Result<CollaboRate, NotScored> {
    let mut means = Vec::new();
    let mut top = 0usize;
    for form in forms {
        match complete(form, 3, 0, 9) {
            Ok(x) => {
                top += usize::from(x.iter().all(|v| *v == 9.0));
                means.push(mean(&x));
            }
            Err(NotScored::Missing { .. }) => {}
            Err(e) => return Err(e),
        }
    }
    if means.len() < COLLABORATE_FEWEST {
        return Err(NotScored::TooFew {
            complete: means.len(),
            needed: COLLABORATE_FEWEST,
        });
    }
    Ok(CollaboRate {
        top_score: 100.0 * top as f64 / means.len() as f64,
        mean: mean(&means),
        complete: means.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decisional_conflict_runs_from_0_to_100() {
        for (answer, want) in [(0, 0.0), (1, 25.0), (2, 50.0), (4, 100.0)] {
            let s = decisional_conflict(&[Some(answer); 16]).unwrap();
            assert_eq!(
                [
                    s.total,
                    s.informed,
                    s.values_clarity,
                    s.support,
                    s.uncertainty,
                    s.effective_decision
                ],
                [want; 6]
            );
        }
        let mut gap = [Some(1); 16];
        gap[7] = None;
        assert_eq!(decisional_conflict(&gap), Err(NotScored::Missing { item: 8 }));
        let mut last = [Some(0); 16];
        last[15] = Some(4);
        let s = decisional_conflict(&last).unwrap();
        assert_eq!((s.total, s.effective_decision, s.uncertainty), (6.25, 25.0, 0.0));
    }

    #[test]
    fn sure_flags_anything_below_4() {
        assert_eq!(
            sure(&[Some(1); 4]),
            Ok(SureScore {
                score: 4,
                conflict_likely: false
            })
        );
        assert_eq!(
            sure(&[Some(1), Some(1), Some(0), Some(1)]),
            Ok(SureScore {
                score: 3,
                conflict_likely: true
            })
        );
        assert_eq!(
            sure(&[Some(2); 4]),
            Err(NotScored::Range {
                item: 1,
                value: 2,
                low: 0,
                high: 1
            })
        );
    }

    #[test]
    fn the_others() {
        assert_eq!(preparation(&[Some(5); 10]), Ok(100.0));
        assert_eq!(preparation(&[Some(1); 10]), Ok(0.0));
        assert_eq!(regret(&[Some(1), Some(5), Some(1), Some(5), Some(1)]), Ok(0.0));
        assert_eq!(regret(&[Some(5), Some(1), Some(5), Some(1), Some(5)]), Ok(100.0));
        assert_eq!(regret(&[Some(3); 5]), Ok(50.0));
        assert_eq!(sdm_q_9(&[Some(5); 9]), Ok(100.0));
        assert_eq!(
            sdm_q_9(&[Some(5); 8]),
            Err(NotScored::Count {
                expected: 9,
                found: 8
            })
        );
    }

    #[test]
    fn collaborate_needs_25_complete_forms() {
        let full = [Some(9); 3];
        assert_eq!(
            collaborate(&[full; 24]),
            Err(NotScored::TooFew {
                complete: 24,
                needed: 25
            })
        );
        let mut forms = vec![full; 20];
        forms.extend([[Some(9), Some(9), Some(6)]; 5]);
        forms.push([Some(9), None, Some(9)]);
        let s = collaborate(&forms).unwrap();
        assert_eq!((s.top_score, s.mean, s.complete), (80.0, 8.8, 25));
    }
}
