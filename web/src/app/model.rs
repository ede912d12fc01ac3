//! The one consultation behind a widget, as the app sees it: actions in, views out.

use std::cell::OnceCell;
use std::rc::Rc;

use weighup_core::aid::document::Results;
use weighup_core::aid::{Aid, Date};
use weighup_core::consultation::{
    Action, Applied, CompareAs, Consultation, Dropped, RestoreError, Restored, Step, WordsBox,
};
use weighup_core::record::plain_text;
use weighup_core::view::Engine;
use weighup_core::view::{
    self, AboutView, AgreementView, ChoiceView, CompareView, DecideView, FitView, Frame, MarksView,
    OptionCard, PanelView, ReadyView, SummaryTable, SummaryView, UndoView, WeighView, WhatMattersView,
};

use super::LaterCode;
use crate::settings::Settings;

/// What a step shows.
pub(crate) enum StepView {
    /// About.
    About(AboutView),
    /// What matters.
    WhatMatters(WhatMattersView),
    /// The choice.
    Choice(ChoiceView),
    /// Options.
    Options(Vec<OptionCard>),
    /// Compare, with its table when that is shown.
    Compare(CompareView, Option<SummaryTable>),
    /// Weigh.
    Weigh(WeighView, AgreementView, MarksView),
    /// How they fit.
    Fit(FitView, AgreementView),
    /// Ready?
    Ready(ReadyView),
    /// Decide together.
    Decide(DecideView),
    /// Summary.
    /// With the text to copy.
    Summary(Box<SummaryView>, String),
}

/// The aid and the answers about it.
pub(crate) struct Model {
    aid: Rc<Aid>,
    consultation: Consultation,
    results: Results,
    engine: Rc<dyn Engine>,
    later: Option<&'static LaterCode>,
    shown: OnceCell<Rc<StepView>>,
}

impl Model {
    /// A consultation to go on with.
    pub(crate) fn new(
        aid: Rc<Aid>,
        consultation: Consultation,
        settings: &Settings,
        later: Option<&'static LaterCode>,
    ) -> Self {
        Self {
            aid: scored(&aid, settings),
            consultation,
            results: settings.results(),
            engine: settings.engine.clone(),
            later,
            shown: OnceCell::new(),
        }
    }

    /// Takes over what the embedding page has changed: whether the fit is shown, what works it out, and how much of the
    /// widget's code is there.
    pub(crate) fn set(&mut self, settings: &Settings, later: Option<&'static LaterCode>) {
        self.aid = scored(&self.aid, settings);
        self.results = settings.results();
        self.engine = settings.engine.clone();
        self.later = later;
        self.shown.take();
    }

    /// The code of the later steps, once it is there.
    pub(crate) fn later(&self) -> Option<&'static LaterCode> {
        self.later
    }

    /// Begins with answers that were kept.
    pub(crate) fn begin(&mut self, consultation: Consultation) {
        self.consultation = consultation;
        self.shown.take();
    }

    /// Takes over the answers of another window; true when they differ from those here.
    pub(crate) fn follow(&mut self, consultation: &Consultation) -> bool {
        let applied = self.consultation.follow(&self.aid, consultation);
        self.took(applied)
    }

    /// Takes over the guess that is hidden in the same visit in another language; true when there is one.
    pub(crate) fn keep_guess_of(&mut self, other: &Consultation) -> bool {
        let applied = self.consultation.keep_guess_of(&self.aid, other);
        self.took(applied)
    }

    /// Takes over the answers of a saved file; true when they differ from those here.
    pub(crate) fn open(&mut self, consultation: &Consultation) -> bool {
        let applied = self.consultation.open(consultation);
        self.took(applied)
    }

    fn took(&mut self, applied: Applied) -> bool {
        let changed = applied == Applied::Changed;
        if changed {
            self.shown.take();
        }
        changed
    }

    /// Saved answers, read against the aid as it is.
    pub(crate) fn restored(&self, text: &str) -> Result<Restored, RestoreError> {
        Consultation::restore(&self.aid, text, self.engine.hash(&self.aid))
    }

    /// Whether nothing is answered here.
    pub(crate) fn is_blank(&self) -> bool {
        self.consultation.is_blank(&self.aid)
    }

    /// A day in words.
    pub(crate) fn day(&self, day: Date) -> String {
        day.in_words(self.aid.wording())
    }

    /// What no longer applies, in sentences.
    pub(crate) fn lost(&self, dropped: &[Dropped]) -> Vec<String> {
        let words = self.aid.wording();
        dropped.iter().map(|lost| lost.sentence(words)).collect()
    }

    /// Whether the aid's content is known, so that a change of it would be seen.
    pub(crate) fn knows_content(&self) -> bool {
        self.engine.hash(&self.aid).is_some()
    }

    /// What stands in the health professional's panel.
    pub(crate) fn panel(&self) -> PanelView {
        view::panel(&self.aid, &self.consultation)
    }

    /// The consultation as it stands.
    pub(crate) fn consultation(&self) -> &Consultation {
        &self.consultation
    }

    /// The words that stand on every later step, box by box.
    pub(crate) fn their_words(&self) -> Vec<(WordsBox, String)> {
        view::their_words(&self.consultation)
    }

    /// What can be taken back and brought back on the step on screen.
    pub(crate) fn undo(&self) -> UndoView {
        view::undo(&self.aid, &self.consultation)
    }

    /// The step on screen.
    pub(crate) fn step(&self) -> Step {
        self.consultation.answers().step
    }

    /// What stands on every step.
    pub(crate) fn frame(&self) -> Frame {
        view::frame(&self.aid, &self.consultation, &*self.engine)
    }

    /// What the step on screen shows, worked out once for every change.
    pub(crate) fn view(&self) -> Rc<StepView> {
        self.shown.get_or_init(|| Rc::new(self.work_out())).clone()
    }

    /// What the fit on screen says in place of a result that is not worked out; `None` where nothing waits.
    pub(crate) fn waits_with(&self) -> Option<String> {
        match &*self.view() {
            StepView::Fit(FitView::Waiting { text }, _) => Some(text.clone()),
            _ => None,
        }
    }

    fn work_out(&self) -> StepView {
        match self.later {
            Some(later) if self.step() != Step::About => (later.work_out)(self),
            // Without the later code nobody leaves the first step.
            _ => self.about(),
        }
    }

    fn about(&self) -> StepView {
        StepView::About(view::about(&self.aid, &self.consultation, &*self.engine))
    }

    /// Every step but the first.
    pub(crate) fn work_out_later(&self) -> StepView {
        let (aid, said) = (&*self.aid, &self.consultation);
        match self.step() {
            Step::About => self.about(),
            Step::WhatMatters => StepView::WhatMatters(view::what_matters(aid, said)),
            Step::Choice => StepView::Choice(view::choice(aid, said)),
            Step::Options => StepView::Options(view::options(aid, said)),
            Step::Compare => {
                let view = view::compare(aid, said);
                let table = (view.show_as == CompareAs::Table).then(|| view::compare_table(aid, said));
                StepView::Compare(view, table)
            }
            Step::Weigh => {
                view::fit_ahead(aid, said, self.results, &*self.engine);
                StepView::Weigh(
                    view::weigh(aid, said),
                    self.agreement(),
                    view::marks(aid, said, self.results),
                )
            }
            Step::Fit => StepView::Fit(
                view::fit(aid, said, self.results, &*self.engine),
                self.agreement(),
            ),
            Step::Ready => StepView::Ready(view::ready(aid, said)),
            Step::Decide => StepView::Decide(view::decide(aid, said, self.results, &*self.engine)),
            Step::Summary => {
                let view = view::summary(aid, said, self.results, &*self.engine);
                let plain = plain_text(aid.wording(), &view);
                StepView::Summary(Box::new(view), plain)
            }
        }
    }

    /// Answers next to each other.
    fn agreement(&self) -> AgreementView {
        view::agreement(&self.aid, &self.consultation, self.results, &*self.engine)
    }

    /// Does an action; true when it changed something. What the reducer refuses changes nothing: no control here
    /// offers it, and a press that crossed with another one is best left alone.
    pub(crate) fn apply(&mut self, action: Action) -> bool {
        let changed = matches!(self.consultation.apply(&self.aid, action), Ok(Applied::Changed));
        if changed {
            self.shown.take();
        }
        changed
    }
}

/// The aid with its scores, or without where the site wants none.
fn scored(aid: &Aid, settings: &Settings) -> Rc<Aid> {
    Rc::new(aid.with_scores(!settings.scores_off))
}
