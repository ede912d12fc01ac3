//! What is asked about when someone weighs: each outcome's swing from its worst to its best count over the
//! options of this aid. Weights belong to these swings and to nothing else.

use crate::aid::{Aid, HorizonId, OptionId, Outcome, OutcomeId, document::Better};
use crate::chance::{Figure, PeopleCount};

/// Every outcome, either with its swing or with the reason it drops out of weighing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Swings {
    /// The options, which give the ranges.
    options: Vec<OptionId>,
    /// People that counts are out of, on every screen of the aid.
    pub(crate) denominator: u32,
    /// Outcomes to weigh, in the aid's order.
    pub(crate) weighed: Vec<SwingOf>,
    /// Outcomes that drop out, in the aid's order.
    pub(crate) left_out: Vec<(OutcomeId, LeftOut)>,
}

/// One outcome's swing at its weighing horizon.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct SwingOf {
    pub(crate) outcome: OutcomeId,
    horizon: HorizonId,
    group: String,
    /// Place of an option with the worst and with the best figure, in the aid's order.
    pub(crate) worst: usize,
    pub(crate) best: usize,
    pub(crate) worst_count: PeopleCount,
    pub(crate) best_count: PeopleCount,
}

impl SwingOf {
    /// How far one press moves a limit: one person of 100. Of larger denominators a round number of people, so
    /// that the whole swing takes at most 100 presses.
    pub(crate) fn limit_step(&self) -> u32 {
        let width = self.worst_count.rounded().abs_diff(self.best_count.rounded());
        [1, 2, 5, 10, 20, 50]
            .into_iter()
            .find(|step| width <= step * 100)
            .unwrap_or(100)
    }
}

/// Why an outcome drops out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LeftOut {
    /// The aid says so, and why.
    ByTheAid(String),
    /// We do not know the figure for these options.
    NotKnown(Vec<OptionId>),
    /// One figure was published for all options together.
    Pooled,
    /// The counts are the same for every option.
    NoDifference,
}

/// The swings of an aid.
pub(crate) fn swings(aid: &Aid) -> Swings {
    let mut weighed = Vec::new();
    let mut left_out = Vec::new();
    for outcome in aid.outcomes() {
        match swing(aid, outcome) {
            Ok(swing) => weighed.push(swing),
            Err(why) => left_out.push((outcome.id.clone(), why)),
        }
    }
    Swings {
        options: aid.options().iter().map(|option| option.id.clone()).collect(),
        denominator: aid.denominator().people_in_all(),
        weighed,
        left_out,
    }
}

fn swing(aid: &Aid, outcome: &Outcome) -> Result<SwingOf, LeftOut> {
    if let Some(why) = &outcome.not_weighed {
        return Err(LeftOut::ByTheAid(why.clone()));
    }
    let row = outcome.weigh_row().ok_or_else(|| LeftOut::NotKnown(Vec::new()))?;
    let unknown: Vec<OptionId> = aid
        .options()
        .iter()
        .zip(&row.cells)
        .filter(|(_, cell)| cell.figure().is_none())
        .map(|(option, _)| option.id.clone())
        .collect();
    if !unknown.is_empty() {
        return Err(LeftOut::NotKnown(unknown));
    }
    if row.figures().all(Figure::pooled) {
        return Err(LeftOut::Pooled);
    }
    let shares: Vec<f64> = row.figures().map(Figure::proportion).collect();
    let (low, high) = (extreme(&shares, |a, b| a < b), extreme(&shares, |a, b| a > b));
    let (worst, best) = match outcome.better {
        Better::Lower => (high, low),
        Better::Higher => (low, high),
    };
    let of = aid.denominator();
    let count = |at: usize| {
        row.cell(at)
            .and_then(|cell| cell.figure())
            .map(|figure| figure.people(of))
    };
    match (count(worst), count(best)) {
        (Some(worst_count), Some(best_count)) if worst_count != best_count => Ok(SwingOf {
            outcome: outcome.id.clone(),
            horizon: row.horizon.id.clone(),
            group: row.group.id.to_string(),
            worst,
            best,
            worst_count,
            best_count,
        }),
        _ => Err(LeftOut::NoDifference),
    }
}

/// Place of the most extreme share; the first of equals.
fn extreme(shares: &[f64], beats: fn(f64, f64) -> bool) -> usize {
    let mut found: Option<(usize, f64)> = None;
    for (at, &share) in shares.iter().enumerate() {
        if found.is_none_or(|(_, most)| beats(share, most)) {
            found = Some((at, share));
        }
    }
    found.map_or(0, |(at, _)| at)
}

impl Swings {
    /// A hash of everything the weighing questions were about: the options, the outcomes, their horizons and
    /// groups, and both ends of every swing as they were shown. FNV-1a, 64 bit: it guards against change, not
    /// against forgery.
    pub(crate) fn hash(&self) -> String {
        let mut hash = Fnv::default();
        hash.number(self.denominator);
        for option in &self.options {
            hash.text(option.as_str());
        }
        for swing in &self.weighed {
            for text in [swing.outcome.as_str(), swing.horizon.as_str(), &swing.group] {
                hash.text(text);
            }
            for count in [swing.worst_count, swing.best_count] {
                hash.number(match count {
                    PeopleCount::Exactly(people, _) => people,
                    PeopleCount::FewerThanOne(_) => u32::MAX,
                    PeopleCount::AllButFewerThanOne(_) => u32::MAX - 1,
                });
            }
        }
        format!("{:016x}", hash.0)
    }
}

struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Fnv {
    fn byte(&mut self, byte: u8) {
        self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }

    fn text(&mut self, text: &str) {
        text.bytes().for_each(|byte| self.byte(byte));
        self.byte(0xff);
    }

    fn number(&mut self, number: u32) {
        number.to_le_bytes().into_iter().for_each(|byte| self.byte(byte));
    }
}
