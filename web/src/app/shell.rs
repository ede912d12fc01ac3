//! The whole screen: the frame around every step, and the step in it.

use weighup_core::consultation::{Action, Answers, Liking, Mode, Step};
use weighup_core::view::FitView;
use weighup_core::words::{Language, is_easy};
use yew::{Html, NodeRef};

use super::later::Around;
use super::model::{Model, StepView};
use super::session::Session;
use super::{Nodes, Props};
use crate::markup::{
    button, content as own, copied, drawing, el, foreign, is, keyed, line, list, maybe, none, p, part,
    picture_slot, says, space, speaks, tag, tag_at, text, when, wrap,
};
use crate::parts::keep::{foot, notice};
use crate::parts::review_notice::review_notice;
use crate::parts::said::phrase;
use crate::parts::steps_nav::steps_nav;
use crate::parts::words_strip::words_strip;
use crate::steps;
use crate::texts::{StepText, fill};
use crate::ui::Ui;

/// The whole widget as it stands.
pub(super) fn screen(session: &Session, nodes: &Nodes, props: &Props) -> Html {
    let Session { model, ui, said, .. } = session;
    let settings = &props.settings;
    ui.forget_acts();
    own_language(props);
    let said = keyed(&said.count.to_string(), wrap("p", "", copied(&said.text)));
    tag_at(
        &nodes.root,
        "div",
        &["lang", "dir", "data-theme", "class"],
        vec![
            Some(settings.lang.clone()),
            is(settings.dir.name()),
            Some(settings.theme.clone()),
            is(class(ui, model.consultation().answers())),
        ],
        list(vec![
            view(ui, model, &nodes.heading, &nodes.area),
            tag(
                "div",
                &["role", "class"],
                vec![is("status"), is("wu-hidden")],
                said,
            ),
        ]),
    )
}

/// Says in which language the aid's own words are, where that is another than the interface's.
fn own_language(props: &Props) {
    let document = props.aid.document();
    let (own, lang) = (&document.language, &props.settings.lang);
    let easy = is_easy(lang);
    let foreign = Language::of(own) != Language::of(lang) || easy && !is_easy(own);
    let translation = document.translation.as_ref();
    let original = translation.map_or(own, |translation| &translation.from);
    speaks(says(if foreign { own } else { original }), foreign, easy);
}

/// How the widget looks as a whole. In the consultation two people read it from one screen.
fn class(ui: &Ui, answers: &Answers) -> &'static str {
    if ui.room {
        "weighup weighup--room"
    } else if answers.mode == Some(Mode::Together) || answers.liking.contains(&Liking::Large) {
        "weighup weighup--large"
    } else {
        "weighup"
    }
}

/// What stands around a step, once the code for it is there; nothing has happened before that needs it.
fn around(ui: &Ui, model: &Model, what: Around) -> Option<Html> {
    model.later().map(|later| (later.around)(ui, model, what))
}

/// The frame and the step in it.
fn view(ui: &Ui, model: &Model, heading: &NodeRef, area: &NodeRef) -> Html {
    let together = model.consultation().answers().mode == Some(Mode::Together) && !ui.room;
    let beside = if together {
        around(ui, model, Around::Panel)
    } else {
        None
    };
    let class = if together { "wu-desk--two" } else { "" };
    el("div", class, vec![body(ui, model, heading, area), maybe(beside)])
}

fn body(ui: &Ui, model: &Model, heading: &NodeRef, area: &NodeRef) -> Html {
    let frame = model.frame();
    let step = model.step();
    let texts = heading_of(ui, model, step);
    let stamp = list(vec![
        line("span", "", ui.texts.shell.version),
        space(),
        phrase("wu-foot__stamp", &frame.stamp),
    ]);
    el(
        "div",
        "wu-body",
        vec![
            el(
                "header",
                "wu-top",
                vec![
                    wrap("p", "wu-top__title", own(copied(&frame.short_title))),
                    history(ui, frame.can_undo, frame.can_redo),
                ],
            ),
            steps_nav(ui, &frame.steps),
            review_notice(&frame.review),
            notice(maybe(if ui.notice.is_empty() {
                None
            } else {
                around(ui, model, Around::Notice)
            })),
            maybe(foreign().then(|| p("wu-review wu-review--open", ui.texts.shell.not_translated))),
            keyed(
                texts.name,
                el(
                    "div",
                    if ui.parts < usize::MAX {
                        "wu-step wu-step--begun"
                    } else {
                        "wu-step"
                    },
                    vec![
                        picture_slot(
                            &["picture-step-", step.name()],
                            drawing("wu-step__picture", texts.picture),
                        ),
                        tag_at(
                            heading,
                            "h1",
                            &["tabindex", "class", "part"],
                            vec![is("-1"), is("wu-h1"), part("wu-h1")],
                            text(texts.heading),
                        ),
                        p("wu-lead", texts.lead),
                        wrap(
                            "div",
                            "wu-step__words",
                            maybe(if shows_words(step) {
                                around(ui, model, Around::Words)
                            } else {
                                None
                            }),
                        ),
                        content(ui, model, area),
                    ],
                ),
            ),
            if ui.room {
                maybe(around(ui, model, Around::Room))
            } else {
                onward(ui, step)
            },
            el("footer", "wu-foot", vec![foot(ui), wrap("p", "", stamp)]),
        ],
    )
}

/// The step's texts; where only facts are shown, nothing that promises a fit.
fn heading_of(ui: &Ui, model: &Model, step: Step) -> StepText {
    let texts = ui.texts.step(step);
    match &*model.view() {
        StepView::Fit(FitView::FactsOnly { .. }, _) => StepText {
            heading: ui.texts.fit.facts.title,
            lead: ui.texts.fit.facts.hint,
            ..texts
        },
        _ => texts,
    }
}

/// Back and on.
fn onward(ui: &Ui, step: Step) -> Html {
    let (back, next) = neighbours(step);
    let back = back.map(|back| {
        button(
            "wu-button wu-button--quiet",
            ui.does(Action::go_to(back)),
            text(ui.texts.shell.back),
        )
    });
    let next = next.map(|next| {
        let name = ui.texts.step(next).name;
        let label = fill(ui.texts.shell.next, &[("name", name)]);
        button(
            "wu-button",
            ui.does(Action::go_to(next)),
            keyed(name, wrap("span", "", copied(&label))),
        )
    });
    el(
        "div",
        "wu-onward",
        vec![
            wrap("div", "wu-onward__back", maybe(back)),
            wrap("div", "wu-onward__next", maybe(next)),
        ],
    )
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

/// Their words stand on every step between saying them and the summary, which has them itself.
fn shows_words(step: Step) -> bool {
    step > Step::WhatMatters && step < Step::Summary
}

/// Undo and redo. They stay in place when there is nothing to undo, so that focus is never lost.
fn history(ui: &Ui, can_undo: bool, can_redo: bool) -> Html {
    let one = |label: &'static str, able: bool, action: Action| {
        tag(
            "button",
            &["type", "aria-disabled", "class", "part", "data-act"],
            vec![
                is("button"),
                when(!able, "true"),
                is("wu-button wu-button--small"),
                part("wu-button wu-button--small"),
                ui.does(action),
            ],
            text(label),
        )
    };
    el(
        "div",
        "wu-top__history",
        vec![
            one(ui.texts.shell.undo, can_undo, Action::undo()),
            one(ui.texts.shell.redo, can_redo, Action::redo()),
        ],
    )
}

fn content(ui: &Ui, model: &Model, area: &NodeRef) -> Html {
    match &*model.view() {
        StepView::About(view) => steps::about(ui, view),
        view => maybe(model.later().map(|later| (later.content)(ui, view, area))),
    }
}

/// What every step but the first holds.
pub(super) fn content_of_later(ui: &Ui, view: &StepView, area: &NodeRef) -> Html {
    match view {
        StepView::About(_) => none(),
        StepView::WhatMatters(view) => steps::what_matters(ui, view),
        StepView::Choice(view) => steps::choice(ui, view),
        StepView::Options(view) => steps::options(ui, view),
        StepView::Compare(view, table) => steps::compare(ui, view, table.as_ref()),
        StepView::Weigh(view, beside) => steps::weigh(ui, view, beside),
        StepView::Fit(view, beside) => steps::fit(ui, view, beside),
        StepView::Ready(view) => steps::ready(ui, view),
        StepView::Decide(view) => steps::decide(ui, view),
        StepView::Summary(view, plain) => steps::summary(ui, view, plain, area),
    }
}

/// Their words, where there are any.
pub(super) fn words(ui: &Ui, model: &Model) -> Html {
    maybe(model.frame().their_words.map(|words| words_strip(ui, &words)))
}
