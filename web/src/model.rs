//! The one consultation behind a widget, as the app sees it: actions in, views out.

use std::rc::Rc;

use weighup_core::aid::Aid;
use weighup_core::aid::document::Results;
use weighup_core::consultation::{Action, Applied, Consultation, Step};
use weighup_core::view::{
    self, AboutView, ChoiceView, CompareView, FitView, Frame, OptionCard, SummaryTable, SummaryView,
    WeighView, WhatMattersView,
};

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
    /// Compare, with its table.
    Compare(Rc<CompareView>, Rc<SummaryTable>),
    /// Weigh.
    Weigh(Rc<WeighView>),
    /// How they fit.
    Fit(Rc<FitView>),
    /// Summary.
    Summary(Rc<SummaryView>),
}

/// The aid and the answers about it.
pub(crate) struct Model {
    aid: Rc<Aid>,
    consultation: Consultation,
    results: Results,
}

impl Model {
    /// A consultation to go on with.
    pub(crate) fn new(aid: Rc<Aid>, consultation: Consultation, results: Results) -> Self {
        Self {
            aid,
            consultation,
            results,
        }
    }

    /// Show the fit, or facts only.
    pub(crate) fn show(&mut self, results: Results) {
        self.results = results;
    }

    /// The consultation as it stands.
    pub(crate) fn consultation(&self) -> &Consultation {
        &self.consultation
    }

    /// The step on screen.
    pub(crate) fn step(&self) -> Step {
        self.consultation.answers().step
    }

    /// What stands on every step.
    pub(crate) fn frame(&self) -> Frame {
        view::frame(&self.aid, &self.consultation)
    }

    /// What the step on screen shows.
    pub(crate) fn view(&self) -> StepView {
        let (aid, said) = (&*self.aid, &self.consultation);
        match self.step() {
            Step::About => StepView::About(Rc::new(view::about(aid, said))),
            Step::WhatMatters => StepView::WhatMatters(Rc::new(view::what_matters(aid, said))),
            Step::Choice => StepView::Choice(Rc::new(view::choice(aid, said))),
            Step::Options => StepView::Options(Rc::new(view::options(aid, said))),
            Step::Compare => StepView::Compare(
                Rc::new(view::compare(aid, said)),
                Rc::new(view::compare_table(aid, said)),
            ),
            Step::Weigh => StepView::Weigh(Rc::new(view::weigh(aid, said))),
            Step::Fit => StepView::Fit(Rc::new(view::fit(aid, said, self.results))),
            Step::Summary => StepView::Summary(Rc::new(view::summary(aid, said, self.results))),
        }
    }

    /// Do an action; true when it changed something. What the reducer refuses changes nothing: no control here
    /// offers it, and a press that crossed with another one is best left alone.
    pub(crate) fn apply(&mut self, action: Action) -> bool {
        matches!(self.consultation.apply(&self.aid, action), Ok(Applied::Changed))
    }
}
