//! The frame around every step, and what the live region says.

use weighup_core::consultation::{
    AboutAction, Action, HistoryAction, Mode, OwnAction, Person, Place, ShowAction, Step, TalkAction,
    TurnAction, WeighAction, Weighable, WordsAction,
};
use weighup_core::view::{AskedView, FitView};
use yew::{Html, NodeRef};

use super::model::{Model, StepView};
use super::neighbours;
use super::rest::{self, Around, around};
use crate::markup::{
    button, content as own, copied, drawing, el, foreign, is, keyed, line, list, maybe, none, p, part,
    picture_slot, space, tag, tag_at, text, when, wrap,
};
use crate::parts::keep::{foot, notice};
use crate::parts::review_notice::review_notice;
use crate::parts::said::{phrase, plain};
use crate::parts::steps_nav::steps_nav;
use crate::parts::words_strip::words_strip;
use crate::steps;
use crate::texts::{StepText, fill};
use crate::ui::Ui;

/// The frame and the step in it.
pub(super) fn view(ui: &Ui, model: &Model, heading: &NodeRef, area: &NodeRef) -> Html {
    let together = model.consultation().answers().mode == Some(Mode::Together) && !ui.room;
    let beside = together.then(|| around(ui, model, Around::Panel));
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
            notice(maybe(
                (!ui.notice.is_empty()).then(|| around(ui, model, Around::Notice)),
            )),
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
                            maybe(shows_words(step).then(|| around(ui, model, Around::Words))),
                        ),
                        content(ui, model, area),
                    ],
                ),
            ),
            if ui.room {
                around(ui, model, Around::Room)
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
        view => rest::content(ui, view, area),
    }
}

/// What every step but the first holds.
pub(super) fn content_of_rest(ui: &Ui, view: &StepView, area: &NodeRef) -> Html {
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

/// What an action may be worth saying, before it is done.
pub(super) enum News {
    Nothing,
    Went,
    Undone,
    Redone,
    Cleared,
    Added,
    Removed,
    Points(Weighable),
    Ranked(Weighable, Place),
    Compared(Weighable, Weighable),
    Turn(Person),
    Revealed,
    Limits,
    Horizon(weighup_core::aid::OutcomeId),
    Order,
    Chances,
    Understood(String),
}

impl News {
    /// Every action says here what it may be worth saying, so that a new one is not silent by accident.
    pub(super) fn of(action: &Action) -> Self {
        match action {
            Action::Go(_) => Self::Went,
            Action::About(action) => match action {
                AboutAction::TogglePresence(_) | AboutAction::SetStage(_) | AboutAction::ChooseGroup(_) => {
                    Self::Nothing
                }
            },
            Action::Words(action) => match action {
                WordsAction::SetWords(..) | WordsAction::SetQuestions(_) => Self::Nothing,
            },
            Action::Show(action) => Self::of_show(action),
            Action::Turn(action) => match action {
                TurnAction::Take(who) => Self::Turn(*who),
                TurnAction::RevealGuess => Self::Revealed,
            },
            Action::Weigh(action) => Self::of_weigh(action),
            Action::Own(action) => match action {
                OwnAction::AddConcern(_) => Self::Added,
                OwnAction::RemoveConcern(_) => Self::Removed,
                OwnAction::RateConcern(..) => Self::Nothing,
                OwnAction::ToggleDealBreaker(_) | OwnAction::StepLimit(..) => Self::Limits,
            },
            Action::Talk(action) => Self::of_talk(action),
            Action::History(action) => match action {
                HistoryAction::Undo => Self::Undone,
                HistoryAction::Redo => Self::Redone,
                HistoryAction::StartAgain => Self::Cleared,
            },
        }
    }

    fn of_show(action: &ShowAction) -> Self {
        match action {
            ShowAction::SayChances(_) => Self::Chances,
            ShowAction::OrderOutcomes(_) => Self::Order,
            ShowAction::ChooseHorizon(outcome, _) => Self::Horizon(outcome.clone()),
            ShowAction::CompareAs(_)
            | ShowAction::ChooseHorizonForAll(_)
            | ShowAction::ToggleOption(_)
            | ShowAction::SetMode(_)
            | ShowAction::ToggleLiking(_) => Self::Nothing,
        }
    }

    fn of_weigh(action: &WeighAction) -> Self {
        match action {
            WeighAction::SetPoints(what, _) | WeighAction::Share(what, _) => Self::Points(what.clone()),
            WeighAction::Rank(what, place) => Self::Ranked(what.clone(), *place),
            WeighAction::SetTimes(more, less, _) => Self::Compared(more.clone(), less.clone()),
            WeighAction::UseMethod(_)
            | WeighAction::ChooseFirst(_)
            | WeighAction::ChooseBest(_)
            | WeighAction::ChooseWorst(_) => Self::Nothing,
        }
    }

    fn of_talk(action: &TalkAction) -> Self {
        match action {
            TalkAction::AddNote(..) => Self::Added,
            TalkAction::RemoveNote(..) => Self::Removed,
            TalkAction::Understand(id, _) => Self::Understood(id.clone()),
            TalkAction::SetLeaning(_)
            | TalkAction::SetReady(..)
            | TalkAction::SetSure(_)
            | TalkAction::SetReview(_)
            | TalkAction::MoveNote(..) => Self::Nothing,
        }
    }

    /// The line for the live region, once the action is done.
    pub(super) fn text(&self, ui: &Ui, model: &Model) -> Option<String> {
        let shell = &ui.texts.shell;
        match (self, &*model.view()) {
            (Self::Nothing | Self::Went, _) => None,
            (Self::Undone, _) => Some(shell.undone.to_owned()),
            (Self::Redone, _) => Some(shell.redone.to_owned()),
            (Self::Cleared, _) => Some(shell.started_again.to_owned()),
            (Self::Order, _) => Some(ui.texts.compare.ordered.to_owned()),
            (Self::Chances, StepView::Compare(view, _)) => Some(view.denominator_note.clone()),
            (Self::Added, _) => Some(ui.texts.weigh.added.to_owned()),
            (Self::Removed, _) => Some(ui.texts.weigh.removed.to_owned()),
            (Self::Points(what), StepView::Weigh(view, _)) => {
                let item = view.items.iter().find(|item| item.what == *what)?;
                let points = item.points?.to_string();
                let now = fill(ui.texts.weigh.of_100, &[("points", &points)]);
                let mut said = [&item.name, ": ", &now].concat();
                if let AskedView::Points(left) = &view.asked {
                    said.push_str(". ");
                    said.push_str(left);
                }
                Some(said)
            }
            (Self::Ranked(what, _), StepView::Weigh(view, _)) => {
                let AskedView::Ranking(placed) = &view.asked else {
                    return None;
                };
                let item = view.items.iter().find(|item| item.what == *what)?;
                let at = placed.iter().find(|at| at.what == *what)?;
                let values = [("name", item.name.as_str()), ("place", at.place.as_str())];
                Some(fill(ui.texts.weigh.rank_at, &values))
            }
            (Self::Compared(more, less), StepView::Weigh(view, _)) => {
                let AskedView::BestWorst { pairs, .. } = &view.asked else {
                    return None;
                };
                let pair = pairs
                    .iter()
                    .find(|pair| pair.more_than == (more.clone(), less.clone()))?;
                Some([&pair.name, ": ", pair.said.as_deref()?].concat())
            }
            (Self::Turn(who), _) => Some(steps::turn_title(ui, *who).to_owned()),
            (Self::Revealed, _) => Some(ui.texts.weigh.guess_shown.to_owned()),
            (Self::Limits, StepView::Weigh(view, _)) => {
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
            (Self::Understood(id), StepView::Ready(view)) => {
                let asked = view.understanding.iter().find(|asked| asked.id == *id)?;
                let (right, because) = asked.feedback.as_ref()?;
                Some([steps::said(ui, *right), " ", &plain(because)].concat())
            }
            _ => None,
        }
    }
}
