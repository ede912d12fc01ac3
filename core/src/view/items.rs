//! What can be weighed in this consultation: the aid's swings and the person's own concerns, with their answers.

use crate::aid::{Aid, Cell, Outcome, Row};
use crate::consultation::{
    Answers, Concern, MAX_RATING, Weighable,
    swings::{LeftOut, SwingOf, Swings, swings},
};

use super::english::list;

/// A concern's scale in words, 0 to 4.
const RATINGS: [&str; MAX_RATING as usize + 1] =
    ["not good", "not very good", "in between", "good", "very good"];

/// Something to weigh, named and with its swing in words.
#[derive(Clone, Debug)]
pub(crate) struct Item<'a> {
    pub(crate) what: Weighable,
    /// As a heading.
    pub(crate) name: String,
    /// Inside a sentence: "wearing pads for leaking urine", "your own concern, “being near home”".
    pub(crate) in_sentence: String,
    /// "from 24 to 8 of every 100 men, at 12 years".
    pub(crate) swing: String,
    /// 100 for the first, the answer for the others.
    pub(crate) points: Option<u8>,
    pub(crate) kind: Kind<'a>,
}

/// Where an item's values come from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind<'a> {
    /// Figures of the aid.
    Outcome(&'a Outcome, &'a Row),
    /// The person's own rating of every option.
    Rated(&'a Concern),
    /// A concern with options still to rate: it cannot take part in the fit.
    Unrated,
}

/// Everything that can be weighed, and everything that drops out with the reason in a sentence.
pub(crate) struct Items<'a> {
    pub(crate) swings: Swings,
    /// The one to change first.
    pub(crate) first: Option<&'a Weighable>,
    pub(crate) all: Vec<Item<'a>>,
    pub(crate) left_out: Vec<(String, String)>,
}

/// The items of a consultation, in the aid's order, own concerns last.
pub(crate) fn items<'a>(aid: &'a Aid, answers: &'a Answers) -> Items<'a> {
    let swings = swings(aid);
    let mut all: Vec<Item<'a>> = swings
        .weighed
        .iter()
        .filter_map(|swing| {
            let outcome = aid.outcome(&swing.outcome)?;
            outcome
                .weigh_row()
                .map(|row| outcome_item(aid, answers, swing, outcome, row))
        })
        .collect();
    let mut left_out: Vec<(String, String)> = swings
        .left_out
        .iter()
        .filter_map(|(id, why)| {
            aid.outcome(id)
                .map(|outcome| (outcome.name.clone(), reason(aid, outcome, why)))
        })
        .collect();
    for concern in &answers.concerns {
        match concern_item(aid, answers, concern) {
            Some(item) => all.push(item),
            None => left_out.push((
                quoted(&concern.words),
                "You rated every option the same for this, so it cannot tell them apart.".to_owned(),
            )),
        }
    }
    Items {
        swings,
        first: answers.swing.first.as_ref(),
        all,
        left_out,
    }
}

fn outcome_item<'a>(
    aid: &Aid,
    answers: &Answers,
    swing: &SwingOf,
    outcome: &'a Outcome,
    row: &'a Row,
) -> Item<'a> {
    let what = Weighable::Outcome(outcome.id.clone());
    let words = match (row.cell(swing.worst), row.cell(swing.best)) {
        (Some(Cell::Known(worst)), Some(Cell::Known(best))) => {
            aid.wording().swing(worst, best, aid.denominator())
        }
        (Some(Cell::Amount(worst)), Some(Cell::Amount(best))) => aid.wording().amount_swing(worst, best),
        (Some(worst), Some(best)) => {
            let (from, to) = (aid.inline(worst), aid.inline(best));
            let when = aid.wording().horizon(&row.horizon);
            format!("from {from} to {to}, {when}")
        }
        _ => String::new(),
    };
    Item {
        points: answers.swing.points_of(&what),
        what,
        name: outcome.name.clone(),
        in_sentence: outcome.in_sentence.clone(),
        swing: words,
        kind: Kind::Outcome(outcome, row),
    }
}

/// `None` when every option is rated the same.
fn concern_item<'a>(aid: &Aid, answers: &Answers, concern: &'a Concern) -> Option<Item<'a>> {
    let ratings: Vec<u8> = aid
        .options()
        .iter()
        .filter_map(|option| concern.ratings.get(&option.id).copied())
        .collect();
    let complete = ratings.len() == aid.options().len();
    let (low, high) = (ratings.iter().min().copied(), ratings.iter().max().copied());
    let (kind, swing) = match (low, high) {
        (Some(low), Some(high)) if complete => {
            if low == high {
                return None;
            }
            let swing = format!("from {} to {}, by your own rating", rating(low), rating(high));
            (Kind::Rated(concern), swing)
        }
        _ => (Kind::Unrated, "rate every option for this first".to_owned()),
    };
    let what = Weighable::Concern(concern.id.clone());
    Some(Item {
        points: answers.swing.points_of(&what),
        what,
        name: quoted(&concern.words),
        in_sentence: quoted(&concern.words),
        swing,
        kind,
    })
}

/// A rating in words.
pub(crate) fn rating(rating: u8) -> &'static str {
    RATINGS.get(usize::from(rating)).copied().unwrap_or("not rated")
}

/// The person's words, marked as theirs.
pub(crate) fn quoted(words: &str) -> String {
    format!("“{}”", words.trim())
}

fn reason(aid: &Aid, outcome: &Outcome, why: &LeftOut) -> String {
    match why {
        LeftOut::ByTheAid(why) => why.clone(),
        LeftOut::NotKnown(options) => {
            let names: Vec<String> = options
                .iter()
                .filter_map(|id| aid.option(id))
                .map(|option| option.in_sentence().to_owned())
                .collect();
            if names.is_empty() {
                return "We do not know the figures, so it cannot be weighed.".to_owned();
            }
            format!(
                "We do not know the figure for {}, so the options cannot be weighed on it.",
                list(&names)
            )
        }
        LeftOut::Pooled => "One figure was published for all the options together. \
                            So the figures cannot tell the options apart."
            .to_owned(),
        LeftOut::NoDifference => {
            let first = outcome.weigh_row().and_then(|row| row.cells.first());
            match first {
                Some(cell @ Cell::Level(_)) => {
                    let level = aid.inline(cell);
                    format!("It is the same for every option: {level}.")
                }
                Some(cell) => {
                    let count = aid.inline(cell);
                    format!("The number is about the same for every option: about {count}.")
                }
                None => "The number is about the same for every option.".to_owned(),
            }
        }
        LeftOut::NoGroup => {
            "Its figures are not the same for everyone. Choose your group in Compare first.".to_owned()
        }
    }
}

impl Item<'_> {
    /// Whether it can take part in the fit.
    pub(crate) fn usable(&self) -> bool {
        !matches!(self.kind, Kind::Unrated)
    }
}
