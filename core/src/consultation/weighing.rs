//! Ways of saying how much things matter, and what one person answered in each. All are kept side by side, so that
//! changing the way loses nothing and going back finds everything again.

use serde::Serialize;

use super::{Concern, InPairs, Weighable, reduce::FIRST_POINTS};
use crate::format::Form;

/// A way of saying how much things matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Form, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub enum Method {
    /// What matters most, and everything else next to it, one pair at a time in words.
    #[default]
    Pairs,
    /// What to change first counts as 100; the others stand next to it.
    Swing,
    /// Most important first, ties allowed.
    Ranking,
    /// 100 points to share out.
    Points,
    /// The most and the least important, and everything next to each of them.
    BestWorst,
}

impl Method {
    /// Every way, in the order they are offered.
    pub const ALL: [Self; 5] = [
        Self::Pairs,
        Self::Ranking,
        Self::Swing,
        Self::Points,
        Self::BestWorst,
    ];
}

/// What one person answered.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct Weighing {
    /// The way in use, and the one the result is worked out from. The aid's main way until one is chosen or answered.
    pub method: Option<Method>,
    /// Answers in words.
    pub pairs: InPairs,
    /// Swing answers.
    pub swing: Swing,
    /// What has been ranked so far, most important first; what stands in one group matters the same.
    pub ranking: Vec<Vec<Weighable>>,
    /// Points given out of 100. Unanswered ones are absent, never 0.
    pub shares: Vec<(Weighable, u8)>,
    /// Best-worst answers.
    pub best_worst: BestWorstAnswers,
}

/// Someone who has answered nothing.
pub(super) static NOTHING: Weighing = Weighing {
    method: None,
    pairs: InPairs {
        most: None,
        said: Vec::new(),
    },
    swing: Swing {
        first: None,
        points: Vec::new(),
    },
    ranking: Vec::new(),
    shares: Vec::new(),
    best_worst: BestWorstAnswers {
        best: None,
        worst: None,
        times: Vec::new(),
    },
};

/// Swing answers: the outcome to change first counts as 100; the others stand next to it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Swing {
    /// The one the person would change first.
    pub first: Option<Weighable>,
    /// 0 to 100 in tens. Unanswered ones are absent, never 0.
    pub points: Vec<(Weighable, u8)>,
}

/// Best-worst answers. Comparisons stay under the pair they were about, so that another best or worst loses none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Form, Serialize)]
#[serde(deny_unknown_fields, default)]
pub struct BestWorstAnswers {
    /// The one that matters most.
    pub best: Option<Weighable>,
    /// The one that matters least.
    pub worst: Option<Weighable>,
    /// How many times as much the first matters as the second, one of [`TIMES`].
    pub times: Vec<(Weighable, Weighable, u8)>,
}

/// The steps of a comparison: about as much, twice, 3 times, 5 times, much more.
pub const TIMES: [u8; 5] = [1, 2, 3, 5, 9];
/// Points to share out go in fives.
pub const SHARE_STEP: u8 = 5;
/// The points there are to share out.
pub const SHARED: u8 = 100;

/// Where something goes when it is moved in a ranking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Form, Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "authoring", derive(schemars::JsonSchema))]
pub enum RankMove {
    /// After all that have a place already.
    Next,
    /// One place up; out of those it stood together with, first.
    Up,
    /// One place down.
    Down,
    /// Together with what stands above it, or no longer so.
    Same,
}

fn given(answers: &[(Weighable, u8)], what: &Weighable) -> Option<u8> {
    answers
        .iter()
        .find(|(answered, _)| answered == what)
        .map(|(_, points)| *points)
}

pub(super) fn give(answers: &mut Vec<(Weighable, u8)>, what: Weighable, points: u8) {
    match answers.iter_mut().find(|(answered, _)| *answered == what) {
        Some((_, given)) => *given = points,
        None => answers.push((what, points)),
    }
}

impl Swing {
    /// Points of something: 100 for the first to change, the person's answer for the others, `None` until
    /// answered. An answer given earlier stays underneath while something is first.
    #[must_use]
    pub fn points_of(&self, what: &Weighable) -> Option<u8> {
        if self.first.as_ref() == Some(what) {
            return Some(FIRST_POINTS);
        }
        given(&self.points, what)
    }
}

impl BestWorstAnswers {
    /// How many times as much `more` matters as `less`; `None` until answered.
    #[must_use]
    pub fn times_of(&self, more: &Weighable, less: &Weighable) -> Option<u8> {
        self.times
            .iter()
            .find(|(a, b, _)| a == more && b == less)
            .map(|(.., times)| *times)
    }

    /// The comparisons to make among these things, in order: the most important with every other, then every other
    /// with the least important. Empty until both are chosen, and different.
    #[must_use]
    pub fn pairs<'a>(&self, of: &[&'a Weighable]) -> Vec<(&'a Weighable, &'a Weighable)> {
        let find = |what: &Option<Weighable>| of.iter().find(|known| what.as_ref() == Some(**known));
        let (Some(best), Some(worst)) = (find(&self.best), find(&self.worst)) else {
            return Vec::new();
        };
        if best == worst {
            return Vec::new();
        }
        let others = || of.iter().filter(|what| *what != best && *what != worst);
        std::iter::once((*best, *worst))
            .chain(others().map(|what| (*best, *what)))
            .chain(others().map(|what| (*what, *worst)))
            .collect()
    }
}

impl Weighing {
    /// The way in use; `main` is the aid's.
    #[must_use]
    pub fn used(&self, main: Method) -> Method {
        self.method.unwrap_or(main)
    }

    /// Points given out of 100.
    #[must_use]
    pub fn share_of(&self, what: &Weighable) -> Option<u8> {
        given(&self.shares, what)
    }

    /// Points given to these things in all.
    #[must_use]
    pub fn shared(&self, of: &[&Weighable]) -> u32 {
        of.iter()
            .filter_map(|what| self.share_of(what))
            .map(u32::from)
            .sum()
    }

    /// Whether a way has any answer about these things.
    #[must_use]
    pub fn has_begun(&self, method: Method, of: &[&Weighable]) -> bool {
        let any = |what: &&&Weighable| match method {
            Method::Pairs => {
                let mut said = self.pairs.said.iter();
                self.pairs.most.as_ref() == Some(**what) || said.any(|(a, b, _)| a == **what || b == **what)
            }
            Method::Swing => self.swing.points_of(what).is_some(),
            Method::Ranking => self.ranking.iter().flatten().any(|placed| placed == **what),
            Method::Points => self.share_of(what).is_some(),
            Method::BestWorst => {
                let chosen = [&self.best_worst.best, &self.best_worst.worst];
                chosen.iter().any(|chosen| chosen.as_ref() == Some(**what))
            }
        };
        of.iter().any(|what| any(&what))
    }

    /// Which of these things a way still needs an answer about. Weights can be made of the answers when none is left,
    /// and at least one of them counts.
    #[must_use]
    pub fn open<'a>(&self, method: Method, of: &[&'a Weighable]) -> Vec<&'a Weighable> {
        let all = || of.iter().copied();
        match method {
            Method::Pairs => {
                let Some(most) = self.pairs.most_of(of) else {
                    return of.to_vec();
                };
                all()
                    .filter(|what| *what != most && self.pairs.next_to(most, what).is_none())
                    .collect()
            }
            Method::Swing => all()
                .filter(|what| self.swing.points_of(what).is_none())
                .collect(),
            Method::Ranking => all()
                .filter(|what| !self.ranking.iter().flatten().any(|placed| placed == *what))
                .collect(),
            // Whoever has given out all there is has answered about the rest too: nothing.
            Method::Points if self.shared(of) >= u32::from(SHARED) => Vec::new(),
            Method::Points => all().filter(|what| self.share_of(what).is_none()).collect(),
            Method::BestWorst => {
                let pairs = self.best_worst.pairs(of);
                if pairs.is_empty() {
                    return of.to_vec();
                }
                let unanswered = |what: &&Weighable| {
                    pairs.iter().any(|(more, less)| {
                        (more == what || less == what) && self.best_worst.times_of(more, less).is_none()
                    })
                };
                all().filter(unanswered).collect()
            }
        }
    }

    /// Whether weights of these things can be made of the answers in one way.
    #[must_use]
    pub fn is_complete(&self, method: Method, of: &[&Weighable]) -> bool {
        let counts = match method {
            Method::Swing => of.iter().any(|what| self.swing.first.as_ref() == Some(*what)),
            Method::Points => self.shared(of) > 0,
            Method::Pairs | Method::Ranking | Method::BestWorst => !of.is_empty(),
        };
        counts && self.open(method, of).is_empty()
    }

    /// Whether anything can be worked out of the answers in one way. In words the first answer is enough: what is not said yet
    /// may be anything.
    #[must_use]
    pub fn can_be_read(&self, method: Method, of: &[&Weighable]) -> bool {
        match method {
            Method::Pairs => self.pairs.most_of(of).is_some(),
            _ => self.is_complete(method, of),
        }
    }

    /// How high something stands in one way, to put things in order by; not answered stands lowest.
    pub(crate) fn standing(&self, method: Method, what: &Weighable) -> f64 {
        let found = match method {
            Method::Pairs => {
                let most = self.pairs.most.as_ref();
                match most.map(|most| (most == what, self.pairs.next_to(most, what))) {
                    Some((true, _)) => Some(2.0),
                    Some((_, Some(word))) => Some(word.middle()),
                    _ => None,
                }
            }
            Method::Swing => self.swing.points_of(what).map(f64::from),
            Method::Points => self.share_of(what).map(f64::from),
            Method::Ranking => {
                let place = self.ranking.iter().position(|together| together.contains(what));
                place.map(|place| (self.ranking.len() - place) as f64)
            }
            Method::BestWorst => {
                let best = self.best_worst.best.as_ref();
                match best.map(|best| (best == what, self.best_worst.times_of(best, what))) {
                    Some((true, _)) => Some(2.0),
                    Some((_, Some(times))) => Some(1.0 / f64::from(times)),
                    _ => None,
                }
            }
        };
        found.unwrap_or(-1.0)
    }

    /// Whether anything is answered, in any way.
    pub(crate) fn says_anything(&self) -> bool {
        !self.named().is_empty()
    }

    /// Everything that has an answer, in any way.
    pub(super) fn named(&self) -> Vec<&Weighable> {
        let best_worst = &self.best_worst;
        let points = self.swing.points.iter().chain(&self.shares).map(|(what, _)| what);
        let chosen = [
            &self.pairs.most,
            &self.swing.first,
            &best_worst.best,
            &best_worst.worst,
        ];
        let in_words = self.pairs.said.iter().flat_map(|(a, b, _)| [a, b]);
        let pairs = best_worst
            .times
            .iter()
            .flat_map(|(a, b, _)| [a, b])
            .chain(in_words);
        points
            .chain(self.ranking.iter().flatten())
            .chain(chosen.into_iter().flatten())
            .chain(pairs)
            .collect()
    }

    /// Takes every answer about something away.
    pub(super) fn forget(&mut self, what: &Weighable) {
        self.swing.points.retain(|(answered, _)| answered != what);
        self.shares.retain(|(answered, _)| answered != what);
        for together in &mut self.ranking {
            together.retain(|placed| placed != what);
        }
        self.ranking.retain(|together| !together.is_empty());
        self.best_worst.times.retain(|(a, b, _)| a != what && b != what);
        self.pairs.said.retain(|(a, b, _)| a != what && b != what);
        for chosen in [
            &mut self.pairs.most,
            &mut self.swing.first,
            &mut self.best_worst.best,
            &mut self.best_worst.worst,
        ] {
            if chosen.as_ref() == Some(what) {
                *chosen = None;
            }
        }
    }

    /// Takes away every answer about a concern that is not in the list any more.
    pub(super) fn forget_what_is_gone(&mut self, concerns: &[Concern]) {
        let gone: Vec<Weighable> = self
            .named()
            .into_iter()
            .filter(|what| match what {
                Weighable::Outcome(_) => false,
                Weighable::Concern(id) => concerns.iter().all(|concern| concern.id != *id),
            })
            .cloned()
            .collect();
        for what in gone {
            self.forget(&what);
        }
    }

    /// Puts all of these in order, each once: where it stands first.
    pub(super) fn rank_all(&mut self, order: Vec<Vec<Weighable>>) {
        let mut ranking: Vec<Vec<Weighable>> = Vec::new();
        for together in order {
            let mut group: Vec<Weighable> = Vec::new();
            for what in together {
                if !group.contains(&what) && !ranking.iter().flatten().any(|placed| *placed == what) {
                    group.push(what);
                }
            }
            if !group.is_empty() {
                ranking.push(group);
            }
        }
        self.ranking = ranking;
    }

    pub(super) fn place(&mut self, what: Weighable, place: RankMove) {
        let at = self.ranking.iter().enumerate().find_map(|(group, together)| {
            let inside = together.iter().position(|placed| *placed == what)?;
            Some((group, inside, together.len()))
        });
        let Some((group, inside, together)) = at else {
            if place == RankMove::Next {
                self.ranking.push(vec![what]);
            }
            return;
        };
        match place {
            RankMove::Next => {}
            RankMove::Up | RankMove::Down if together > 1 => {
                if let Some(others) = self.ranking.get_mut(group) {
                    others.retain(|placed| *placed != what);
                }
                let to = group + usize::from(place == RankMove::Down);
                self.ranking.insert(to, vec![what]);
            }
            RankMove::Up if group > 0 => self.ranking.swap(group - 1, group),
            RankMove::Down if group + 1 < self.ranking.len() => self.ranking.swap(group, group + 1),
            RankMove::Up | RankMove::Down => {}
            RankMove::Same if inside > 0 => {
                let apart = self.ranking.get_mut(group).map(|all| all.split_off(inside));
                self.ranking.insert(group + 1, apart.unwrap_or_default());
            }
            RankMove::Same if group > 0 => {
                let joining = self.ranking.remove(group);
                if let Some(above) = self.ranking.get_mut(group - 1) {
                    above.extend(joining);
                }
            }
            RankMove::Same => {}
        }
    }
}
