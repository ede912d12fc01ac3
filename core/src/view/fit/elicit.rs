//! From what a person answered, in whichever way, to the weights and the exact set of weights in keeping with it.

use crate::consultation::{Method, Weighable, Weighing};
use crate::values::{Allowed, BestWorst, Constraint, Elicited, best_worst, ranking, ratings};

use super::super::weigh::MAIN;
use super::in_words::in_words;

/// How far an answer may be from what was said: each swing answer, and each number of points, stands for anything from a
/// fifth less to a fifth more. Answers come in tens, and a person asked again seldom gives the very same ten; a fifth is
/// the neighbouring ten in the middle of the scale (50 stands for 40 to 60).
pub const SWING_BAND: f64 = 0.2;
/// A comparison stands for anything from this many times less to this many times more: as far as two swing answers that
/// are each a fifth off can bring their ratio. Comparisons that pull further apart than that are read more widely, by
/// just as much as lets all of them be met.
pub const TIMES_BAND: f64 = (1.0 + SWING_BAND) / (1.0 - SWING_BAND);

/// What weights are made of, in whole numbers that a person can add up.
pub(super) struct Counted {
    /// The way.
    pub(super) method: Method,
    /// Points given; of every other way, the weight in hundredths, each rounded on its own.
    pub(super) points: Vec<u32>,
}

impl Counted {
    /// What they are parts of: all points given, or the hundred. Rounded hundredths may add up to one more or less, and a part of 99
    /// would then not be what the weight comes to.
    pub(super) fn total(&self) -> u32 {
        match self.method {
            Method::Swing | Method::Points => self.points.iter().sum(),
            Method::Ranking | Method::BestWorst | Method::Pairs => 100,
        }
    }
}

/// The weights of some things, in the way in use. `None` when that is not answered yet.
pub(super) fn elicit(said: &Weighing, of: &[&Weighable]) -> Option<(Elicited, Counted)> {
    elicit_in(said, said.used(MAIN), of)
}

/// The same in any way.
pub(super) fn elicit_in(said: &Weighing, method: Method, of: &[&Weighable]) -> Option<(Elicited, Counted)> {
    if !said.can_be_read(method, of) {
        return None;
    }
    let points = |what: &&Weighable| match method {
        Method::Swing => said.swing.points_of(what),
        _ => said.share_of(what),
    };
    let elicited = match method {
        Method::Swing | Method::Points => {
            let points: Vec<u32> = of.iter().map(|what| points(what).unwrap_or(0).into()).collect();
            let as_given: Vec<f64> = points.iter().map(|points| f64::from(*points)).collect();
            let elicited = ratings(&as_given, Some(SWING_BAND)).ok()?;
            return Some((elicited, Counted { method, points }));
        }
        Method::Ranking => {
            let place = |what: &Weighable| of.iter().position(|known| *known == what);
            let order: Vec<Vec<usize>> = said
                .ranking
                .iter()
                .map(|together| together.iter().filter_map(place).collect())
                .collect();
            ranking(of.len(), &order).ok()?
        }
        Method::BestWorst => compared(said, of)?,
        Method::Pairs => in_words(&said.pairs, of)?,
    };
    let points = elicited.point.iter().map(|weight| hundredths(*weight)).collect();
    Some((elicited, Counted { method, points }))
}

/// A weight in whole hundredths, each rounded on its own: what matters the same counts the same.
pub(super) fn hundredths(weight: f64) -> u32 {
    let whole = (weight.clamp(0.0, 1.0) * 100.0).round();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 0..=1 before scaling"
    )]
    let whole = whole as u32;
    whole
}

/// The comparisons as the method has them: numbers of the best with every other and of every other with the worst.
pub(super) fn comparisons(said: &Weighing, of: &[&Weighable]) -> Option<BestWorst> {
    let find = |what: &Option<Weighable>| of.iter().position(|known| what.as_ref() == Some(*known));
    let (best, worst) = (find(&said.best_worst.best)?, find(&said.best_worst.worst)?);
    let mut answers = BestWorst {
        best,
        worst,
        best_to_others: vec![1.0; of.len()],
        others_to_worst: vec![1.0; of.len()],
    };
    for at in 0..of.len() {
        let times = |more: &usize, less: &usize| {
            let (more, less) = (of.get(*more)?, of.get(*less)?);
            said.best_worst.times_of(more, less).map(f64::from)
        };
        if at != best {
            *answers.best_to_others.get_mut(at)? = times(&best, &at)?;
        }
        if at != worst {
            *answers.others_to_worst.get_mut(at)? = times(&at, &worst)?;
        }
    }
    Some(answers)
}

/// How far one comparison of three with the best and the worst is from agreeing: 1 when `best : this` times
/// `this : worst` is `best : worst`, else how many times too much or too little.
pub(super) fn misfit(answers: &BestWorst, at: usize) -> f64 {
    let get = |all: &[f64], at: usize| all.get(at).copied().unwrap_or(1.0);
    let whole = get(&answers.best_to_others, answers.worst);
    let found = get(&answers.best_to_others, at) * get(&answers.others_to_worst, at) / whole;
    found.max(1.0 / found)
}

/// The linear best-worst model for the weights. The set: every comparison met within [`TIMES_BAND`], or within the
/// smallest band that lets all be met, which for each of the others spreads the misfit over its three comparisons.
fn compared(said: &Weighing, of: &[&Weighable]) -> Option<Elicited> {
    let answers = comparisons(said, of)?;
    let others = || (0..of.len()).filter(|at| *at != answers.best && *at != answers.worst);
    let band = others()
        .map(|at| misfit(&answers, at).cbrt() * (1.0 + 1e-9))
        .fold(TIMES_BAND, f64::max);
    let mut rows = Vec::new();
    let mut within = |more: usize, less: usize, times: f64| {
        for (a, b) in [(1.0, -times / band), (-1.0, times * band)] {
            let coefficients = (0..of.len()).map(|at| match at {
                _ if at == more => a,
                _ if at == less => b,
                _ => 0.0,
            });
            rows.push(Constraint {
                coefficients: coefficients.collect(),
                equal: false,
            });
        }
    };
    let numbers = answers.best_to_others.iter().zip(&answers.others_to_worst);
    for (at, (to, from)) in numbers.enumerate() {
        if at != answers.best {
            within(answers.best, at, *to);
        }
        if at != answers.best && at != answers.worst {
            within(at, answers.worst, *from);
        }
    }
    // Nothing can matter less than the least important: a comparison that says so counts as that far.
    let whole = answers.best_to_others.get(answers.worst).copied()?;
    let mut held = answers;
    for number in held.best_to_others.iter_mut().chain(&mut held.others_to_worst) {
        *number = number.min(whole);
    }
    let point = best_worst(&held).ok()?.point;
    Some(Elicited {
        point,
        allowed: Allowed::rows(of.len(), rows),
        consistency: None,
    })
}
