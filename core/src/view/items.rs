//! What can be weighed in this consultation: the aid's swings and the person's own concerns, with their answers.

use crate::aid::{Aid, Cell, OptionId, Outcome, Row};
use crate::consultation::{
    Answers, Concern, Weighable,
    swings::{LeftOut, SwingOf, Swings, in_words, swings},
};

use super::matrix::told_apart_weighed;
use crate::words::{Words, say};

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
    /// Its two ends as limits count them, of figures of the aid.
    pub(crate) ends: Option<[u32; 2]>,
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
    pub(crate) all: Vec<Item<'a>>,
    /// Outcomes that drop out, with why in a sentence.
    pub(crate) left_out: Vec<(String, String)>,
    /// Outcomes on which the studies cannot tell the options apart, whether the person asked to weigh them or not.
    pub(crate) untold: Vec<Item<'a>>,
}

/// The items of a consultation, in the aid's order, own concerns last.
pub(crate) fn items<'a>(aid: &'a Aid, answers: &'a Answers) -> Items<'a> {
    let words = aid.wording();
    let swings = swings(aid);
    let options: Vec<_> = aid.options().iter().collect();
    let (mut all, mut untold) = (Vec::new(), Vec::new());
    for swing in &swings.weighed {
        let Some(outcome) = aid.outcome(&swing.outcome) else {
            continue;
        };
        let Some(row) = outcome.weigh_row() else { continue };
        let item = outcome_item(aid, swing, outcome, row);
        let told = told_apart_weighed(row, &options);
        if told || answers.weighs_anyway(&outcome.id) {
            all.push(item.clone());
        }
        if !told {
            untold.push(item);
        }
    }
    let mut left_out: Vec<(String, String)> = swings
        .left_out
        .iter()
        .filter_map(|(id, why)| {
            aid.outcome(id)
                .map(|outcome| (outcome.name.clone(), reason(aid, outcome, why)))
        })
        .collect();
    for concern in &answers.concerns {
        match concern_item(aid, concern) {
            Some(item) => all.push(item),
            None => left_out.push((
                quoted(words, &concern.words),
                say!(
                    words,
                    "You rated every option the same for this, so it cannot tell them apart."
                ),
            )),
        }
    }
    Items {
        swings,
        all,
        left_out,
        untold,
    }
}

/// That the studies cannot tell the options apart on something, and whether it is weighed all the same.
pub(super) fn untold_reason(words: &Words, weighed: bool) -> String {
    if weighed {
        say!(
            words,
            "The studies cannot tell the options apart on this. It is weighed because you asked for it."
        )
    } else {
        say!(
            words,
            "The studies cannot tell the options apart on this, so it is not weighed unless you ask for it."
        )
    }
}

fn outcome_item<'a>(aid: &Aid, of: &SwingOf, outcome: &'a Outcome, row: &'a Row) -> Item<'a> {
    Item {
        what: Weighable::Outcome(outcome.id.clone()),
        name: outcome.name.clone(),
        in_sentence: outcome.in_sentence.clone(),
        swing: in_words(aid, outcome, row, &of.worst_end, &of.best_end),
        ends: Some([of.worst_end.count(), of.best_end.count()]),
        kind: Kind::Outcome(outcome, row),
    }
}

/// `None` when every option is rated the same.
fn concern_item<'a>(aid: &Aid, concern: &'a Concern) -> Option<Item<'a>> {
    let words = aid.wording();
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
            let (low, high) = (rating(words, low), rating(words, high));
            let swing = say!(words, "from {low} to {high}, by your own rating", low, high);
            (Kind::Rated(concern), swing)
        }
        _ => (Kind::Unrated, say!(words, "rate every option for this first")),
    };
    let what = Weighable::Concern(concern.id.clone());
    Some(Item {
        what,
        name: quoted(words, &concern.words),
        in_sentence: quoted(words, &concern.words),
        swing,
        ends: None,
        kind,
    })
}

/// A rating in words, on a scale of 0 to 4.
pub(crate) fn rating(words: &Words, rating: u8) -> String {
    match rating {
        0 => say!(words, context "a rating", "not good"),
        1 => say!(words, context "a rating", "not very good"),
        2 => say!(words, context "a rating", "in between"),
        3 => say!(words, context "a rating", "good"),
        _ => say!(words, context "a rating", "very good"),
    }
}

/// The person's words, marked as theirs.
pub(crate) fn quoted(words: &Words, theirs: &str) -> String {
    say!(words, context "the person's own words", "“{words}”", words = theirs.trim())
}

/// Names of options inside a sentence.
fn names_of(aid: &Aid, options: &[OptionId]) -> Vec<String> {
    let found = options.iter().filter_map(|id| aid.option(id));
    found.map(|option| option.in_sentence().to_owned()).collect()
}

/// Why an outcome cannot be weighed, in a sentence.
pub(super) fn reason(aid: &Aid, outcome: &Outcome, why: &LeftOut) -> String {
    let words = aid.wording();
    match why {
        LeftOut::ByTheAid(why) => why.clone(),
        LeftOut::DoesNotApply(options) => say!(
            words,
            "It does not apply to {options}, and nobody has said what that counts as. So the options cannot be weighed on \
             it.",
            options = words.list(&names_of(aid, options))
        ),
        LeftOut::NotKnown(options) => {
            let names = names_of(aid, options);
            if names.is_empty() {
                return say!(words, "We do not know the figures, so it cannot be weighed.");
            }
            say!(
                words,
                "We do not know the figure for {options}, so the options cannot be weighed on it.",
                options = words.list(&names)
            )
        }
        LeftOut::Pooled => say!(
            words,
            "One figure was published for all the options together. So the figures cannot tell the options apart."
        ),
        LeftOut::NoDifference => match outcome
            .weigh_row()
            .and_then(|row| row.cells.iter().find(|cell| cell.is_known()))
        {
            Some(cell @ Cell::Level(_)) => say!(
                words,
                "It is the same for every option: {level}.",
                level = aid.inline(outcome, cell)
            ),
            Some(cell) => say!(
                words,
                "The number is about the same for every option: about {figure}.",
                figure = aid.inline(outcome, cell)
            ),
            None => say!(words, "The number is about the same for every option."),
        },
        LeftOut::NoGroup => say!(
            words,
            "Its figures are not the same for everyone. Choose your group in Compare first."
        ),
    }
}

impl<'a> Items<'a> {
    /// Everything that can be weighed.
    pub(crate) fn whats(&self) -> Vec<&Weighable> {
        self.all.iter().map(|item| &item.what).collect()
    }

    /// Everything that can take part in the fit.
    pub(crate) fn usable(&self) -> Vec<&Item<'a>> {
        self.all.iter().filter(|item| item.usable()).collect()
    }

    /// The item of something.
    pub(crate) fn of(&self, what: &Weighable) -> Option<&Item<'a>> {
        self.all.iter().find(|item| item.what == *what)
    }
}

impl Item<'_> {
    /// Whether it can take part in the fit.
    pub(crate) fn usable(&self) -> bool {
        !matches!(self.kind, Kind::Unrated)
    }
}
