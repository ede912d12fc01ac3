//! The one consultation behind a widget, as the app sees it: actions in, views out.

use std::rc::Rc;

use weighup_core::consultation::{Action, Answers, Step};
use weighup_core::view::{
    AboutView, ChoiceView, CompareView, FitView, Frame, OptionCard, SummaryView, WeighView, WhatMattersView,
};

use crate::fixtures;

/// What a step shows.
#[derive(Clone, PartialEq)]
pub(crate) enum StepView {
    /// About.
    About(Rc<AboutView>),
    /// What matters.
    WhatMatters(Rc<WhatMattersView>),
    /// The choice.
    Choice(Rc<ChoiceView>),
    /// Options.
    Options(Rc<Vec<OptionCard>>),
    /// Compare.
    Compare(Rc<CompareView>),
    /// Weigh.
    Weigh(Rc<WeighView>),
    /// How they fit.
    Fit(Rc<FitView>),
    /// Summary.
    Summary(Rc<SummaryView>),
}

/// The aid and the answers about it.
pub(crate) struct Model {
    answers: Answers,
}

impl Model {
    /// A consultation that goes on from `answers`.
    pub(crate) fn new(answers: Answers) -> Self {
        Self { answers }
    }

    /// Everything said so far.
    pub(crate) fn answers(&self) -> &Answers {
        &self.answers
    }

    /// The step on screen.
    pub(crate) fn step(&self) -> Step {
        self.answers.step
    }

    /// What stands on every step.
    pub(crate) fn frame(&self) -> Frame {
        fixtures::frame(self.answers.step)
    }

    /// What the step on screen shows.
    pub(crate) fn view(&self) -> StepView {
        match self.answers.step {
            Step::About => StepView::About(Rc::new(fixtures::about())),
            Step::WhatMatters => StepView::WhatMatters(Rc::new(fixtures::what_matters())),
            Step::Choice => StepView::Choice(Rc::new(fixtures::choice())),
            Step::Options => StepView::Options(Rc::new(fixtures::options())),
            Step::Compare => StepView::Compare(Rc::new(fixtures::compare())),
            Step::Weigh => StepView::Weigh(Rc::new(fixtures::weigh())),
            Step::Fit => StepView::Fit(Rc::new(fixtures::fit())),
            Step::Summary => StepView::Summary(Rc::new(fixtures::summary())),
        }
    }

    /// Do an action.
    pub(crate) fn apply(&mut self, action: Action) {
        if let Action::GoTo(step) = action {
            self.answers.visited.insert(self.answers.step);
            self.answers.step = step;
        }
    }
}
