//! The whole screen: the frame around every step, and the step in it.

use weighup_core::consultation::{Action, Answers, Liking, Mode, Step};
use weighup_core::view::FitView;
use yew::{Html, NodeRef};

use super::Nodes;
use super::later::Around;
use super::model::{Model, StepView};
use super::session::Session;
use crate::markup::{content as own, copied, drawing, markup, picture_slot, space};
use crate::parts::keep::{foot, notice};
use crate::parts::review_notice::review_notice;
use crate::parts::sentences::phrase;
use crate::parts::steps_nav::{stages_nav, steps_nav};
use crate::parts::words_strip::words_strip;
use crate::settings::Settings;
use crate::steps;
use crate::texts::{StepText, fill};
use crate::ui::Opening;
use crate::ui::{Screen, Ui};

/// The whole widget as it stands, with what its controls do.
pub(super) fn screen(session: &Session, nodes: &Nodes, settings: &Settings) -> Screen {
    let Session { model, ui, said, .. } = session;
    ui.screen(|ui| {
        markup! {
            <div
                ref={&nodes.root}
                lang={&settings.lang}
                dir={settings.dir.name()}
                data-theme={&settings.theme}
                class={class(ui, model.consultation().answers())}
            >
                {view(ui, model, &nodes.heading, &nodes.area)}
                <div role="status" class="wu-hidden">
                    <p key={&said.count.to_string()}>{said.text.clone()}</p>
                </div>
            </div>
        }
    })
}

/// How the widget looks as a whole. In the consultation two people read it from one screen.
fn class(ui: &Ui, answers: &Answers) -> &'static str {
    if ui.large_type {
        "weighup weighup--room"
    } else {
        match (
            answers.mode == Some(Mode::Together),
            answers.liking.contains(&Liking::Large),
        ) {
            (true, true) => "weighup weighup--together weighup--large",
            (true, false) => "weighup weighup--together",
            (false, true) => "weighup weighup--large",
            (false, false) => "weighup",
        }
    }
}

/// What stands around a step, once the code for it is there; nothing has happened before that needs it.
fn around(ui: &Ui, model: &Model, what: Around) -> Option<Html> {
    model.later().map(|later| (later.around)(ui, model, what))
}

/// The frame and the step in it.
fn view(ui: &Ui, model: &Model, heading: &NodeRef, area: &NodeRef) -> Html {
    let together = together(ui, model);
    let class = if together { "wu-desk--two" } else { "" };
    markup! { ui,
        <div class={class}>
            <div class="wu-desk__page">{body(ui, model, heading, area)}</div>
            if together { {around(ui, model, Around::Panel)} }
        </div>
    }
}

/// Whether two people use the page from one screen.
fn together(ui: &Ui, model: &Model) -> bool {
    model.consultation().answers().mode == Some(Mode::Together) && !ui.large_type
}

fn body(ui: &Ui, model: &Model, heading: &NodeRef, area: &NodeRef) -> Html {
    let frame = model.frame();
    let step = model.step();
    let texts = heading_of(ui, model, step);
    let begun = if ui.pieces < usize::MAX {
        "wu-step wu-step--begun"
    } else {
        "wu-step"
    };
    let shown = if ui.notice.is_empty() && ui.opening == Opening::Nothing {
        None
    } else {
        around(ui, model, Around::Notice)
    };
    markup! { ui,
        <div class="wu-body">
            <header class="wu-top">
                <p class="wu-top__title">{own(ui, copied(&frame.short_title))}</p>
                {stages_nav(ui, &frame.stages)}
                {phrase(ui, "wu-top__review", &frame.review_short)}
            </header>
            {notice(shown.unwrap_or_default())}
            <div key={texts.name} class={begun}>
                {picture_slot(ui, &["picture-step-", step.name()], drawing("wu-step__picture", texts.picture))}
                <div class="wu-step__head">
                    <h1 ref={heading} tabindex="-1" class="wu-h1">{texts.heading}</h1>
                    {steps_nav(ui, &frame.stages)}
                </div>
                if ui.speech.untranslated {
                    <p key="foreign" class="wu-review wu-review--open">{ui.texts.shell.not_translated}</p>
                }
                if leads(ui, step) { <p key="lead" class="wu-lead">{texts.lead}</p> }
                <div class="wu-step__words">
                    if shows_words(step) { {around(ui, model, Around::Words)} }
                </div>
                {content(ui, model, area)}
            </div>
            if frame.can_undo || frame.can_redo { {around(ui, model, Around::Changed)} }
            if ui.large_type { {around(ui, model, Around::LargeType)} } else { {onward(ui, step)} }
            {review_notice(ui, &frame.review)}
            <footer class="wu-foot">
                {foot(ui)}
                <p>
                    <span>{ui.texts.shell.version}</span>
                    {space()}
                    {phrase(ui, "wu-foot__stamp", &frame.stamp)}
                </p>
            </footer>
        </div>
    }
}

/// The step's texts.
fn heading_of(ui: &Ui, model: &Model, step: Step) -> StepText {
    let other = model.later().and_then(|later| (later.heading)(ui, &model.view()));
    other.unwrap_or_else(|| ui.texts.step(step))
}

/// The texts of a step that has others than its own: where only facts are shown, nothing that promises a fit.
pub(super) fn heading_of_later(ui: &Ui, view: &StepView) -> Option<StepText> {
    let texts = ui.texts.later();
    match view {
        StepView::Fit(FitView::FactsOnly { .. }, _) => Some(StepText {
            heading: texts.fit.facts.title,
            lead: texts.fit.facts.hint,
            ..ui.texts.step(Step::Fit)
        }),
        // The other sheet of the last step.
        StepView::Summary(..) if ui.open.appointment => Some(StepText {
            heading: texts.summary.asks.title,
            lead: texts.summary.asks.hint,
            ..ui.texts.step(Step::Summary)
        }),
        _ => None,
    }
}

/// Back and on.
fn onward(ui: &Ui, step: Step) -> Html {
    let (back, next) = neighbours(step);
    let name = |step: Step| ui.texts.step(step).name;
    markup! { ui,
        <div class="wu-onward">
            <div class="wu-onward__back">
                if let Some(back) = back {
                    <button type="button" class="wu-button wu-button--quiet" act={Action::go_to(back)}>
                        {ui.texts.shell.back}
                    </button>
                }
            </div>
            <div class="wu-onward__next">
                if let Some(next) = next {
                    <button type="button" class="wu-button" act={Action::go_to(next)}>
                        <span key={name(next)}>{fill(ui.texts.shell.next, &[("name", name(next))])}</span>
                    </button>
                }
            </div>
        </div>
    }
}

/// The step before and after `step`.
pub(super) fn neighbours(step: Step) -> (Option<Step>, Option<Step>) {
    let at = Step::ALL
        .iter()
        .position(|known| *known == step)
        .unwrap_or_default();
    (
        at.checked_sub(1)
            .and_then(|before| Step::ALL.get(before).copied()),
        Step::ALL.get(at + 1).copied(),
    )
}

/// Whether a step says under its heading how to go about it: where its heading and its questions say it, they are enough. Who likes
/// everything opened out, and Easy Read, have it in all.
fn leads(ui: &Ui, step: Step) -> bool {
    let asks = matches!(step, Step::WhatMatters | Step::Options | Step::Weigh);
    let easy = !ui.texts.step(step).picture.is_empty();
    step != Step::Compare && (asks || easy || ui.full || ui.open.appointment)
}

/// Whether a step shows the person's own words: every step after the one they are written in does, up to the summary, which has
/// them itself.
fn shows_words(step: Step) -> bool {
    step > Step::WhatMatters && step < Step::Summary
}

fn content(ui: &Ui, model: &Model, area: &NodeRef) -> Html {
    match &*model.view() {
        StepView::About(view) => steps::about(ui, view),
        view => later_step(ui, model, view, area),
    }
}

fn later_step(ui: &Ui, model: &Model, view: &StepView, area: &NodeRef) -> Html {
    let later = model.later();
    later.map_or_else(Html::default, |later| (later.content)(ui, view, area))
}

/// What every step but the first holds.
pub(super) fn content_of_later(ui: &Ui, view: &StepView, area: &NodeRef) -> Html {
    match view {
        StepView::About(_) => Html::default(),
        StepView::WhatMatters(view) => steps::what_matters(ui, view),
        StepView::Choice(view) => steps::choice(ui, view),
        StepView::Options(view) => steps::options(ui, view),
        StepView::Compare(view, table) => steps::compare(ui, view, table.as_ref()),
        StepView::Weigh(view, agreement, marks) => steps::weigh(ui, view, agreement, marks),
        StepView::Fit(view, agreement) => steps::fit(ui, view, agreement),
        StepView::Ready(view) => steps::ready(ui, view),
        StepView::Decide(view) => steps::decide(ui, view),
        StepView::Summary(view, plain) => steps::summary(ui, view, plain, area),
    }
}

/// Their words, where there are any.
pub(super) fn words(ui: &Ui, model: &Model) -> Html {
    match model.their_words() {
        words if words.is_empty() && !together(ui, model) => Html::default(),
        words => words_strip(ui, &words),
    }
}
