//! What is asked about when someone weighs: each outcome's swing from its worst to its best count over the
//! options of this aid. Weights belong to these swings and to nothing else.

use crate::aid::{
    Aid, Cell, GapKind, HorizonId, Measure, MissingFigure, OptionId, Outcome, OutcomeId, Row, Stand,
    document::Better,
};
use crate::chance::{Denominator, PeopleCount};
use crate::words::say;

/// Every outcome, either with its swing or with the reason it drops out of weighing.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Swings {
    /// The options, which give the ranges.
    options: Vec<OptionId>,
    /// The largest number of people that counts of the aid are out of.
    largest: u32,
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
    pub(crate) worst_end: End,
    pub(crate) best_end: End,
    /// The highest limit there can be: everybody, the high end of the scale, the last level.
    pub(crate) most: u32,
}

/// One end of a swing, as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// People.
    People(PeopleCount),
    /// Steps of the shown decimals above the low end of the scale, with what they are steps of.
    Steps(u32, String),
    /// Place of a level, and its name.
    Level(u32, String),
}

impl End {
    pub(crate) fn of(stand: Stand, measure: &Measure, of: Denominator) -> Option<Self> {
        match (stand, measure) {
            (Stand::People(share), Measure::Chance) => Some(Self::People(of.people(share))),
            (Stand::Amount(amount), Measure::Amount(scale)) => Some(Self::Steps(
                scale.steps_up(amount),
                format!("{} {}-{} {}", scale.many, scale.low, scale.high, scale.decimals),
            )),
            (Stand::Level(place, _), Measure::Levels(levels)) => Some(Self::Level(
                u32::try_from(place).unwrap_or(u32::MAX),
                levels.get(place)?.name.clone(),
            )),
            _ => None,
        }
    }

    /// As a limit counts it: people, steps, or the level's place.
    pub(crate) fn count(&self) -> u32 {
        match self {
            Self::People(people) => people.rounded(),
            Self::Steps(count, _) | Self::Level(count, _) => *count,
        }
    }
}

/// The highest limit an outcome can have.
pub(crate) fn most(measure: &Measure, of: Denominator) -> u32 {
    match measure {
        Measure::Chance => of.people_in_all(),
        Measure::Amount(scale) => scale.steps_up(scale.high),
        Measure::Levels(levels) => u32::try_from(levels.len().saturating_sub(1)).unwrap_or(u32::MAX),
    }
}

/// From one end to the other, in words: "from 24 down to 8 of every 100 men, at 12 years".
pub(crate) fn in_words(aid: &Aid, outcome: &Outcome, row: &Row, from: &End, to: &End) -> String {
    let said = aid.wording();
    match (from, to, &outcome.measure) {
        (End::People(worst), End::People(best), _) => {
            said.swing([*worst, *best], outcome.of, &row.group, &row.horizon)
        }
        (End::Steps(worst, _), End::Steps(best, _), Measure::Amount(scale)) => {
            said.amount_swing(scale, [*worst, *best], &row.horizon)
        }
        (End::Level(_, worst), End::Level(_, best), _) => {
            let (from, to) = (said.quoted(worst), said.quoted(best));
            let when = said.horizon(&row.horizon);
            say!(said, "from {from} to {to}, {when}", from, to, when)
        }
        _ => String::new(),
    }
}

impl SwingOf {
    /// The swing in words.
    pub(super) fn words(&self, aid: &Aid) -> Option<String> {
        let outcome = aid.outcome(&self.outcome)?;
        let row = outcome.weigh_row()?;
        Some(in_words(aid, outcome, row, &self.worst_end, &self.best_end))
    }

    /// Both ends as counts, and what they are out of: what a swing is compared by, in every language.
    pub(super) fn counts(&self) -> [u32; 3] {
        [self.worst_end.count(), self.best_end.count(), self.most]
    }

    /// How far one press moves a limit: one person of 100. Of larger denominators a round number of people, so
    /// that the whole swing takes at most 100 presses.
    pub(crate) fn limit_step(&self) -> u32 {
        let width = self.worst_end.count().abs_diff(self.best_end.count());
        [1, 2, 5, 10, 20, 50]
            .into_iter()
            .find(|step| width <= step * 100)
            .unwrap_or(100)
    }
}

/// What an option is weighed as on an outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum WeighedAs {
    /// A figure, or what does not apply counts as.
    At(Stand),
    /// Anything between the two, as the author says of a figure that is not known.
    Between(Stand, Stand),
    /// Anything from the worst to the best of the others: nobody says what it may be.
    Anything,
}

impl WeighedAs {
    /// `None` where it cannot be weighed.
    pub(crate) fn of(cell: &Cell) -> Option<Self> {
        Some(match cell {
            Cell::Known(figure) => Self::At(Stand::People(figure.share())),
            Cell::Amount(amount) => Self::At(Stand::Amount(amount.value())),
            Cell::Level(level) => Self::At(Stand::Level(level.place(), level.value())),
            Cell::Gap(gap) => match (&gap.kind, gap.between()) {
                (GapKind::DoesNotApply { counts_as }, _) => Self::At((*counts_as)?),
                (GapKind::NotSaid, _) => return None,
                (_, Some(between)) => Self::Between(between.low, between.high),
                (_, None) => Self::Anything,
            },
        })
    }

    /// The ends it gives the range that weights are about.
    fn ends(self) -> impl Iterator<Item = Stand> {
        let [a, b] = match self {
            Self::At(stand) => [Some(stand), None],
            Self::Between(low, high) => [Some(low), Some(high)],
            Self::Anything => [None, None],
        };
        a.into_iter().chain(b)
    }
}

/// The worst and the best end of the range that weights of an outcome are about; `None` when nothing gives it one.
pub(crate) fn ends(outcome: &Outcome, row: &Row) -> Option<[Stand; 2]> {
    let all = row
        .cells
        .iter()
        .filter_map(WeighedAs::of)
        .flat_map(WeighedAs::ends);
    extremes(outcome, &all.collect::<Vec<_>>())
}

/// The same of the figures alone, without what gaps may be; `None` where there is no figure.
pub(crate) fn known_ends(outcome: &Outcome, row: &Row) -> Option<[Stand; 2]> {
    let known = row.cells.iter().filter(|cell| cell.is_known());
    let all = known.filter_map(WeighedAs::of).flat_map(WeighedAs::ends);
    extremes(outcome, &all.collect::<Vec<_>>())
}

fn extremes(outcome: &Outcome, all: &[Stand]) -> Option<[Stand; 2]> {
    let extreme = |beats: fn(f64, f64) -> bool| {
        let mut found: Option<Stand> = None;
        for stand in all {
            if found.is_none_or(|most| beats(stand.number(), most.number())) {
                found = Some(*stand);
            }
        }
        found
    };
    let (low, high) = (extreme(|a, b| a < b)?, extreme(|a, b| a > b)?);
    // A level's number is how good it is already.
    Some(match (outcome.better, &outcome.measure) {
        (Better::Higher, _) | (_, Measure::Levels(_)) => [low, high],
        (Better::Lower, _) => [high, low],
    })
}

/// Why an outcome drops out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LeftOut {
    /// The aid says so, and why.
    ByTheAid(String),
    /// We do not know the figure for these options.
    NotKnown(Vec<OptionId>),
    /// It does not apply to these options, and nobody says what that is weighed as.
    DoesNotApply(Vec<OptionId>),
    /// One figure was published for all options together.
    Pooled,
    /// The counts are the same for every option.
    NoDifference,
    /// The figures depend on a group, and none is chosen.
    NoGroup,
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
        largest: aid.denominators().last().map_or(0, |of| of.people_in_all()),
        weighed,
        left_out,
    }
}

fn swing(aid: &Aid, outcome: &Outcome) -> Result<SwingOf, LeftOut> {
    if let Some(why) = &outcome.not_weighed {
        return Err(LeftOut::ByTheAid(why.clone()));
    }
    let row = outcome.weigh_row().ok_or_else(|| {
        if aid.depends_on_group(&outcome.id) {
            LeftOut::NoGroup
        } else {
            LeftOut::NotKnown(Vec::new())
        }
    })?;
    let options = |is: &dyn Fn(&Cell) -> bool| -> Vec<OptionId> {
        let cells = aid.options().iter().zip(&row.cells);
        let found = cells.filter(|(_, cell)| is(cell));
        found.map(|(option, _)| option.id.clone()).collect()
    };
    let kind = |cell: &Cell| cell.gap().map(|gap| gap.kind.clone());
    let unsaid = options(&|cell| kind(cell) == Some(GapKind::NotSaid));
    if !unsaid.is_empty() {
        return Err(LeftOut::NotKnown(unsaid));
    }
    let not_valued = options(&|cell| kind(cell) == Some(GapKind::DoesNotApply { counts_as: None }));
    if !not_valued.is_empty() {
        return Err(LeftOut::DoesNotApply(not_valued));
    }
    if row.cells.iter().all(Cell::is_pooled) {
        return Err(LeftOut::Pooled);
    }
    let of = outcome.of;
    let end = |stand: Stand| End::of(stand, &outcome.measure, of);
    let open = || options(&|cell| cell.gap().is_some_and(MissingFigure::is_open));
    let Some([worst, best]) = ends(outcome, row) else {
        return Err(LeftOut::NotKnown(open()));
    };
    match (end(worst), end(best)) {
        (Some(worst_end), Some(best_end)) if worst_end != best_end => Ok(SwingOf {
            outcome: outcome.id.clone(),
            horizon: row.horizon.id.clone(),
            group: row.group.id.to_string(),
            worst_end,
            best_end,
            most: most(&outcome.measure, of),
        }),
        _ => {
            let open = open();
            Err(if open.is_empty() {
                LeftOut::NoDifference
            } else {
                LeftOut::NotKnown(open)
            })
        }
    }
}

impl Swings {
    /// A hash of everything the weighing questions were about: the options, the outcomes, their horizons and
    /// groups, and both ends of every swing as they were shown. FNV-1a, 64 bit: it guards against change, not
    /// against forgery.
    pub(crate) fn hash(&self) -> String {
        let mut hash = Fnv::default();
        hash.number(self.largest);
        for option in &self.options {
            hash.text(option.as_str());
        }
        for swing in &self.weighed {
            for text in [swing.outcome.as_str(), swing.horizon.as_str(), &swing.group] {
                hash.text(text);
            }
            // Said where it differs from the largest alone, as answers of before outcomes differed are hashed.
            if let End::People(people) = &swing.worst_end
                && people.of().people_in_all() != self.largest
            {
                hash.number(people.of().people_in_all());
            }
            for end in [&swing.worst_end, &swing.best_end] {
                match end {
                    End::People(count) => hash.number(match count {
                        PeopleCount::Exactly(people, _) => *people,
                        PeopleCount::FewerThanOne(_) => u32::MAX,
                        PeopleCount::AllButFewerThanOne(_) => u32::MAX - 1,
                    }),
                    End::Steps(count, what) | End::Level(count, what) => {
                        hash.text(what);
                        hash.number(*count);
                    }
                }
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
