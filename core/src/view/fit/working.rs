//! The fit of some answers while it is being worked out: a slice at a time, so that a page answers in between.

use crate::aid::Aid;
use crate::consultation::{Answers, Step};
use crate::values::Budget;
use crate::words::{Words, say};

use super::super::FitView;
use super::super::items::items;
use super::problem::solve;
use super::sampling::Sampling;
use super::{missing, result};

/// Steps in a slice: a few milliseconds of a desk machine, and about thirty of a phone.
pub const SLICE: u64 = 4_000_000;

/// The fit of some answers on its way. What comes of it is the same to the last bit in however many slices it is worked out.
pub struct Working {
    answers: Answers,
    state: State,
}

enum State {
    /// There is nothing to draw.
    Known(Box<FitView>),
    Sampling(Box<Sampling>),
}

/// What came of a slice of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slice {
    /// Whether everything is worked out.
    pub done: bool,
    /// How many steps were taken: [`SLICE`] and what the last piece of work took beyond it, or fewer where all was done.
    pub steps: u64,
}

impl Working {
    /// Begins.
    #[must_use]
    pub fn new(aid: &Aid, answers: Answers) -> Self {
        let state = begin(aid, &answers);
        Self { answers, state }
    }

    /// Whether everything is worked out.
    #[must_use]
    pub fn is_done(&self) -> bool {
        matches!(self.state, State::Known(_))
    }

    /// Works for one slice.
    pub fn go(&mut self) -> Slice {
        let mut budget = Budget::new(SLICE);
        let done = match &mut self.state {
            State::Known(_) => true,
            State::Sampling(sampling) => sampling.go(&mut budget),
        };
        Slice {
            done,
            steps: budget.taken(),
        }
    }

    /// The view; what is left to do is done first. The aid is the one that it began with.
    #[must_use]
    pub fn finish(self, aid: &Aid) -> FitView {
        let sampling = match self.state {
            State::Known(view) => return *view,
            State::Sampling(sampling) => sampling,
        };
        let aid = &self.answers.seen(aid);
        let items = items(aid, &self.answers);
        match sampling.finish() {
            Some(sampled) => {
                let problem = solve(aid, &self.answers, items.usable(), sampled);
                FitView::Ready(Box::new(result(&problem, &items, &self.answers)))
            }
            None => no_use(aid.wording()),
        }
    }
}

fn begin(aid: &Aid, answers: &Answers) -> State {
    let aid = &answers.seen(aid);
    let known = |view| State::Known(Box::new(view));
    let question = aid.to_choose().next().map(|axis| axis.question.to_owned());
    if let Some(question) = question {
        return known(FitView::NotYet {
            text: say!(
                aid.wording(),
                "To see how the options fit, first choose your group. {question}",
                question
            ),
            go_to: Step::Weigh,
        });
    }
    let items = items(aid, answers);
    if let Some((text, go_to)) = missing(aid.wording(), answers, &items) {
        return known(FitView::NotYet { text, go_to });
    }
    match Sampling::new(aid, answers, &items.usable()) {
        Some(sampling) => State::Sampling(Box::new(sampling)),
        None => known(no_use(aid.wording())),
    }
}

fn no_use(words: &Words) -> FitView {
    FitView::NotYet {
        text: say!(
            words,
            "These answers cannot be worked out. Please look at them again."
        ),
        go_to: Step::Weigh,
    }
}
