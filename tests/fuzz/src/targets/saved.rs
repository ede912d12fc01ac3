//! Saved answers.
//!
//! What is opened can be shown on every step, and saved and opened again it says the same.

use super::actions::{Stage, not_kept, stages};
use super::aid::every_view;
use super::of_json;
use crate::corpus;
use weighup_core::consultation::{Action, Consultation};
use weighup_fuzz::{Came, Draw, Tried, run};

/// A consultation that is drawn: up to so many actions, one after another, on one of the aids.
pub(super) fn consultation(
    stages: &[Stage],
    seed: u64,
    number: u64,
    most: usize,
) -> Option<(&Stage, Consultation)> {
    let mut draw = Draw::new(seed, number);
    let stage = draw.of(stages)?;
    let mut c = Consultation::new(&stage.aid);
    for _ in 0..draw.below(most) {
        if let Ok(action) = stage.action(&mut draw).parse::<Action>() {
            // What does not fit is refused.
            let _ = c.apply(&stage.aid, action);
        }
    }
    Some((stage, c))
}

/// Saved consultations, one after another, each a line.
pub(crate) fn texts(seed: u64, from: u64, executions: u64, mut tell: impl FnMut(&str)) {
    let stages = stages();
    for number in from..from.saturating_add(executions) {
        if let Some((stage, c)) = consultation(&stages, seed, number, 80) {
            tell(&c.save(&stage.aid, None));
        }
    }
}

/// Files of answers, drawn from what was really saved.
pub(crate) fn saved(seed: u64, from: u64, executions: u64) -> Tried {
    let stages = stages();
    let texts: Vec<Vec<String>> = stages
        .iter()
        .map(|stage| {
            let one = |number| {
                let mut draw = Draw::new(11, number);
                let mut c = Consultation::new(&stage.aid);
                for _ in 0..60 {
                    if let Ok(action) = stage.action(&mut draw).parse::<Action>() {
                        // What does not fit is refused.
                        let _ = c.apply(&stage.aid, action);
                    }
                }
                c.save(&stage.aid, None)
            };
            (0..12).map(one).collect()
        })
        .collect();
    let trees: Vec<_> = texts.iter().map(|texts| corpus::trees(texts)).collect();
    run(
        seed,
        from,
        executions,
        |draw| {
            let at = draw.below(stages.len());
            let (trees, texts) = (trees.get(at), texts.get(at));
            (
                at,
                of_json(
                    draw,
                    trees.map(Vec::as_slice).unwrap_or_default(),
                    texts.map(Vec::as_slice).unwrap_or_default(),
                ),
            )
        },
        |(at, text)| {
            let Some(stage) = stages.get(*at) else {
                return Came::Refused;
            };
            let Ok(back) = Consultation::restore(&stage.aid, text, None) else {
                return Came::Refused;
            };
            let (aid, opened) = (&stage.aid, &back.consultation);
            match every_view(aid, opened).or_else(|| not_kept(aid, opened)) {
                Some(wrong) => Came::Broken(wrong),
                None => Came::Accepted,
            }
        },
        |(_, text)| text.clone(),
    )
}

#[cfg(test)]
mod tests {
    use super::{consultation, not_kept, stages};
    use std::collections::BTreeSet;

    /// Ten thousand in a release build; in a debug build a tenth of them, each with as many actions.
    #[test]
    fn every_consultation_comes_back_from_its_file_letter_by_letter() {
        let all = if cfg!(debug_assertions) { 1_000 } else { 10_000 };
        let stages = stages();
        let mut seen = BTreeSet::new();
        for number in 0..all {
            let Some((stage, c)) = consultation(&stages, 19, number, 80) else {
                panic!("there are no aids");
            };
            assert_eq!(not_kept(&stage.aid, &c), None, "consultation {number}");
            seen.insert(c.save(&stage.aid, None));
        }
        let different = u64::try_from(seen.len()).unwrap_or_default();
        assert!(
            different > all / 10 * 9,
            "{different} of {all} say something of their own"
        );
    }
}
