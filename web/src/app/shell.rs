//! The frame around every step, and what the live region says.

use weighup_core::consultation::{Action, Step, Weighable};
use yew::{Html, NodeRef, html};

use super::neighbours;
use crate::model::{Model, StepView};
use crate::parts::review_notice::review_notice;
use crate::parts::said::phrase;
use crate::parts::steps_nav::StepsNav;
use crate::parts::words_strip::words_strip;
use crate::steps;
use crate::texts::fill;
use crate::ui::Ui;

/// The frame and the step in it.
pub(super) fn view(ui: &Ui, model: &Model, heading: &NodeRef) -> Html {
    let frame = model.frame();
    let step = model.step();
    let texts = ui.texts.step(step);
    let (back, next) = neighbours(step);
    html! {
        <div class="wu-body">
            <header class="wu-top">
                <p class="wu-top__title">{ frame.short_title.clone() }</p>
                { history(ui, frame.can_undo, frame.can_redo) }
            </header>
            <StepsNav steps={frame.steps.clone()} />
            { review_notice(&frame.review) }
            <div class="wu-step" key={texts.name}>
                <h1 ref={heading.clone()} class="wu-h1" tabindex="-1">{ texts.heading }</h1>
                <p class="wu-lead">{ texts.lead }</p>
                <div class="wu-step__words">
                    if let Some(words) = frame.their_words.as_ref().filter(|_| shows_words(step)) {
                        { words_strip(ui, words) }
                    }
                </div>
                { content(ui, model) }
            </div>
            <div class="wu-onward">
                <div class="wu-onward__back">
                    if let Some(back) = back {
                        <button type="button" class="wu-button wu-button--quiet" onclick={ui.act(Action::GoTo(back))}>
                            { ui.texts.shell.back }
                        </button>
                    }
                </div>
                <div class="wu-onward__next">
                    if let Some(next) = next {
                        <button type="button" class="wu-button" onclick={ui.act(Action::GoTo(next))}>
                            <span key={ui.texts.step(next).name}>
                                { fill(ui.texts.shell.next, &[("name", ui.texts.step(next).name)]) }
                            </span>
                        </button>
                    }
                </div>
            </div>
            <footer class="wu-foot">
                <p>{ ui.texts.shell.private }</p>
                <p>
                    <span>{ ui.texts.shell.version }</span>
                    <span>{ " " }</span>
                    { phrase("wu-foot__stamp", &frame.stamp) }
                </p>
            </footer>
        </div>
    }
}

/// Their words stand on every step between saying them and the summary, which has them itself.
fn shows_words(step: Step) -> bool {
    step > Step::WhatMatters && step < Step::Summary
}

/// Undo and redo. They stay in place when there is nothing to undo, so that focus is never lost.
fn history(ui: &Ui, can_undo: bool, can_redo: bool) -> Html {
    let button = |label: &'static str, able: bool, action: Action| {
        html! {
            <button key={label} type="button" class="wu-button wu-button--small"
                aria-disabled={(!able).then_some("true")} onclick={ui.act(action)}>
                { label }
            </button>
        }
    };
    html! {
        <div class="wu-top__history">
            { button(ui.texts.shell.undo, can_undo, Action::Undo) }
            { button(ui.texts.shell.redo, can_redo, Action::Redo) }
        </div>
    }
}

fn content(ui: &Ui, model: &Model) -> Html {
    match model.view() {
        StepView::About(view) => steps::about(ui, &view),
        StepView::WhatMatters(view) => steps::what_matters(ui, &view),
        StepView::Choice(view) => steps::choice(ui, &view),
        StepView::Options(view) => steps::options(ui, &view),
        StepView::Compare(view, table) => steps::compare(ui, &view, &table),
        StepView::Weigh(view) => steps::weigh(ui, &view),
        StepView::Fit(view) => steps::fit(ui, &view),
        StepView::Summary(view) => steps::summary(ui, &view),
    }
}

/// What an action may be worth saying, before it is done.
pub(super) enum News {
    Nothing,
    Undone,
    Redone,
    Cleared,
    Added,
    Removed,
    Points(Weighable),
    Limits,
    Horizon(weighup_core::aid::OutcomeId),
}

impl News {
    pub(super) fn of(action: &Action) -> Self {
        match action {
            Action::Undo => Self::Undone,
            Action::Redo => Self::Redone,
            Action::StartAgain => Self::Cleared,
            Action::AddConcern(_) => Self::Added,
            Action::RemoveConcern(_) => Self::Removed,
            Action::MorePoints(what) | Action::FewerPoints(what) | Action::SetPoints(what, _) => {
                Self::Points(what.clone())
            }
            Action::ToggleDealBreaker(_) | Action::StepLimit(..) => Self::Limits,
            Action::ChooseHorizon(outcome, _) => Self::Horizon(outcome.clone()),
            _ => Self::Nothing,
        }
    }

    /// The line for the live region, once the action is done.
    pub(super) fn text(&self, ui: &Ui, model: &Model) -> Option<String> {
        let shell = &ui.texts.shell;
        match (self, model.view()) {
            (Self::Nothing, _) => None,
            (Self::Undone, _) => Some(shell.undone.to_owned()),
            (Self::Redone, _) => Some(shell.redone.to_owned()),
            (Self::Cleared, _) => Some(shell.started_again.to_owned()),
            (Self::Added, _) => Some(ui.texts.weigh.added.to_owned()),
            (Self::Removed, _) => Some(ui.texts.weigh.removed.to_owned()),
            (Self::Points(what), StepView::Weigh(view)) => {
                let item = view.items.iter().find(|item| item.what == *what)?;
                let points = item.points?.to_string();
                Some(format!(
                    "{}: {}",
                    item.name,
                    fill(ui.texts.weigh.of_100, &[("points", &points)])
                ))
            }
            (Self::Limits, StepView::Weigh(view)) => {
                let set = view.limits.iter().filter(|limit| limit.set);
                let lines: Vec<_> = set
                    .map(|limit| format!("{} {}", limit.sentence, limit.excludes))
                    .collect();
                Some(lines.join(" "))
            }
            (Self::Horizon(outcome), StepView::Compare(view, _)) => {
                let card = view.outcomes.iter().find(|card| card.id == *outcome)?;
                Some(format!("{}: {}", card.name, card.horizon))
            }
            _ => None,
        }
    }
}
