//! One pair at a time, in words: what matters most, and how much each other thing matters next to it.
//!
//! A word is no number. Each stands for every ratio that a person may mean by it, and neighbouring words overlap. Nothing that was
//! said is dropped when something else comes to matter most: it goes on counting, and where answers cannot all be true they are
//! named. See `docs/decisions/0051-one-pair-at-a-time-in-words.md`.

use serde::Serialize;

use super::Weighable;
use crate::format::Form;

/// How much one thing matters next to another that matters at least about as much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum NextTo {
    /// As much.
    AsMuch,
    /// Nearly as much.
    NearlyAsMuch,
    /// About half as much.
    AboutHalf,
    /// Much less, or not at all.
    MuchLess,
}

impl NextTo {
    /// Every word, the most first.
    pub const ALL: [Self; 4] = [Self::AsMuch, Self::NearlyAsMuch, Self::AboutHalf, Self::MuchLess];

    /// The least and the most that the one may matter next to the other.
    #[must_use]
    pub const fn ratio(self) -> [f64; 2] {
        match self {
            Self::AsMuch => [0.8, LEVEL],
            Self::NearlyAsMuch => [0.6, 1.0],
            Self::AboutHalf => [0.35, 0.65],
            Self::MuchLess => [0.0, 0.4],
        }
    }

    /// The middle of them, to put things in order by.
    pub(crate) fn middle(self) -> f64 {
        let [low, high] = self.ratio();
        0.5 * (low + high)
    }
}

/// The most that anything may matter next to what was chosen as mattering most: who chooses between two that matter as much
/// chooses either.
pub const LEVEL: f64 = 1.25;

/// What one person answered in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form, Serialize)]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct InPairs {
    /// What matters most.
    pub most: Option<Weighable>,
    /// Two things, and how much the second matters next to the first. Two things have one answer, whichever came first.
    pub said: Vec<(Weighable, Weighable, NextTo)>,
}

/// Something that was said, by which others may be contradicted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Claim<'a> {
    /// This matters most.
    Most(&'a Weighable),
    /// How much the second matters next to the first.
    Said(&'a Weighable, &'a Weighable, NextTo),
}

/// That one thing matters at most so many times as much as another, and by which claim.
struct AtMost {
    of: usize,
    next_to: usize,
    times: f64,
    claim: usize,
}

impl InPairs {
    /// How much something matters next to another; `None` until answered.
    #[must_use]
    pub fn next_to(&self, more: &Weighable, less: &Weighable) -> Option<NextTo> {
        let mut said = self.said.iter();
        let found = said.find(|(a, b, _)| a == more && b == less)?;
        Some(found.2)
    }

    /// Says it, in place of whatever was said of the same two.
    pub(super) fn say(&mut self, more: Weighable, less: Weighable, word: NextTo) {
        self.take_back(&more, &less);
        self.said.push((more, less, word));
    }

    /// Takes back what was said of two things.
    pub(super) fn take_back(&mut self, one: &Weighable, other: &Weighable) {
        self.said
            .retain(|(a, b, _)| !((a == one && b == other) || (a == other && b == one)));
    }

    /// What matters most, where it is one of these.
    #[must_use]
    pub fn most_of<'a>(&self, of: &[&'a Weighable]) -> Option<&'a Weighable> {
        of.iter().find(|what| self.most.as_ref() == Some(**what)).copied()
    }

    /// Everything that was said of these things: the claim that one matters most first, then pairs in the order of these things.
    /// It does not depend on what was said first.
    #[must_use]
    pub fn claims<'a>(&self, of: &[&'a Weighable]) -> Vec<Claim<'a>> {
        let most = self.most_of(of).map(Claim::Most);
        let pairs = of.iter().copied().flat_map(|more| {
            of.iter()
                .copied()
                .filter_map(move |less| Some(Claim::Said(more, less, self.next_to(more, less)?)))
        });
        most.into_iter().chain(pairs).collect()
    }

    /// The fewest claims of which not all can be true; empty where all can.
    ///
    /// Every claim says that one thing matters at most so many times as much as another. Multiplied around a circle such numbers
    /// cannot come to less than 1.
    #[must_use]
    pub fn contradiction<'a>(&self, of: &[&'a Weighable]) -> Vec<Claim<'a>> {
        let claims = self.claims(of);
        let limits = limits(&claims, of);
        let mut shortest: Option<Vec<usize>> = None;
        for start in 0..of.len() {
            let most = shortest.as_ref().map_or(of.len(), |found| found.len() - 1);
            if let Some(found) = circle(&limits, start, of.len(), most) {
                shortest = Some(found);
            }
        }
        let mut found: Vec<usize> = shortest
            .unwrap_or_default()
            .into_iter()
            .filter_map(|at| limits.get(at).map(|limit| limit.claim))
            .collect();
        found.sort_unstable();
        found.dedup();
        found
            .into_iter()
            .filter_map(|at| claims.get(at).copied())
            .collect()
    }
}

/// What claims say of how much one thing may matter next to another at most.
fn limits(claims: &[Claim<'_>], of: &[&Weighable]) -> Vec<AtMost> {
    let place = |what: &Weighable| of.iter().position(|known| *known == what);
    let mut out = Vec::new();
    for (claim, said) in claims.iter().enumerate() {
        match said {
            Claim::Most(most) => {
                let Some(next_to) = place(most) else { continue };
                let others = (0..of.len()).filter(|other| *other != next_to);
                out.extend(others.map(|of| AtMost {
                    of,
                    next_to,
                    times: LEVEL,
                    claim,
                }));
            }
            Claim::Said(more, less, word) => {
                let (Some(more), Some(less)) = (place(more), place(less)) else {
                    continue;
                };
                let [low, high] = word.ratio();
                let mut at_most = |of, next_to, times| {
                    out.push(AtMost {
                        of,
                        next_to,
                        times,
                        claim,
                    });
                };
                at_most(less, more, high);
                if low > 0.0 {
                    at_most(more, less, 1.0 / low);
                }
            }
        }
    }
    out
}

/// The shortest way round from a thing to itself, of at most so many steps, on which it would matter less than itself.
fn circle(limits: &[AtMost], start: usize, things: usize, most: usize) -> Option<Vec<usize>> {
    let mut reached: Vec<Option<(f64, Vec<usize>)>> = vec![None; things];
    *reached.get_mut(start)? = Some((1.0, Vec::new()));
    for _ in 0..most {
        let mut next: Vec<Option<(f64, Vec<usize>)>> = vec![None; things];
        for (at, limit) in limits.iter().enumerate() {
            let Some((times, way)) = reached.get(limit.next_to).and_then(Option::as_ref) else {
                continue;
            };
            let times = times * limit.times;
            let slot = next.get_mut(limit.of)?;
            if slot.as_ref().is_none_or(|(known, _)| times < *known) {
                *slot = Some((times, way.iter().copied().chain([at]).collect()));
            }
        }
        if let Some((times, way)) = next.get(start)?
            && *times < 1.0 - 1e-9
        {
            return Some(way.clone());
        }
        reached = next;
    }
    None
}
