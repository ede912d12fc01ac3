//! What the live region says about an action once it is done.

use weighup_core::consultation::{
    AboutAction, Action, HistoryAction, OwnAction, Person, RankMove, ShowAction, TalkAction, TurnAction,
    WeighAction, Weighable, WordsAction,
};
use weighup_core::view::{AskedView, FitView};

use super::model::{Model, StepView};
use crate::parts::changed::told;
use crate::parts::marking;
use crate::parts::sentences::plain;
use crate::steps;
use crate::texts::fill;
use crate::ui::{History, Ui};

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
    Ranked(Weighable, RankMove),
    Compared(Weighable, Weighable),
    InWords(Weighable),
    Most(Weighable),
    Anyway(Weighable),
    Turn(Person),
    Revealed,
    Limits,
    Marked(weighup_core::aid::OutcomeId),
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
                AboutAction::TogglePresence(_)
                | AboutAction::SetStage(_)
                | AboutAction::ChooseGroup(_)
                | AboutAction::Tick(..) => Self::Nothing,
            },
            Action::Words(action) => match action {
                WordsAction::SetWords(..) | WordsAction::SetQuestions(_) | WordsAction::LinkWords(..) => {
                    Self::Nothing
                }
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
                OwnAction::RateConcern(..) | OwnAction::SayAbout(..) => Self::Nothing,
                OwnAction::Mark(outcome, _) => Self::Marked(outcome.clone()),
                OwnAction::WeighAnyway(outcome, _) => Self::Anyway(Weighable::Outcome(outcome.clone())),
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
            | ShowAction::SpeakOf(_)
            | ShowAction::ToggleOption(_)
            | ShowAction::SetMode(_)
            | ShowAction::OpenFor(_)
            | ShowAction::ToggleLiking(_)
            | ShowAction::AskAt(_) => Self::Nothing,
        }
    }

    fn of_weigh(action: &WeighAction) -> Self {
        match action {
            WeighAction::SetPoints(what, _) | WeighAction::Share(what, _) => Self::Points(what.clone()),
            WeighAction::Rank(what, place) => Self::Ranked(what.clone(), *place),
            WeighAction::RankAll(_) => Self::Order,
            WeighAction::SetTimes(more, less, _) => Self::Compared(more.clone(), less.clone()),
            WeighAction::SayNextTo(_, less, _) => Self::InWords(less.clone()),
            WeighAction::TakeBack(..) | WeighAction::WeighAtShown => Self::Removed,
            WeighAction::ChooseMost(what) => Self::Most(what.clone()),
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
            | TalkAction::ToggleAsk(_)
            | TalkAction::SetStatus(_)
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
            // The heading has the focus and is read; that there is more to come is said once.
            (Self::Went, StepView::Fit(FitView::Waiting { text }, _)) => Some(text.clone()),
            (Self::Nothing | Self::Went, _) => None,
            (Self::Undone, _) => told(ui, History::Undone, &model.undo()),
            (Self::Redone, _) => told(ui, History::Redone, &model.undo()),
            (Self::Cleared, _) => Some(shell.started_again.to_owned()),
            (Self::Order, _) => Some(ui.texts.later().compare.ordered.to_owned()),
            (Self::Chances, StepView::Compare(view, _)) => Some(view.denominator_note.clone()),
            (Self::Added, _) => Some(ui.texts.later().weigh.added.to_owned()),
            (Self::Removed, _) => Some(ui.texts.later().weigh.removed.to_owned()),
            (Self::Points(what), StepView::Weigh(view, ..)) => {
                let item = view.items.iter().find(|item| item.what == *what)?;
                let points = item.points?.to_string();
                let now = fill(ui.texts.later().weigh.of_100, &[("points", &points)]);
                let mut said = [&item.name, ": ", &now].concat();
                if let AskedView::Points(left) = &view.asked {
                    said.push_str(". ");
                    said.push_str(left);
                }
                Some(said)
            }
            (Self::Ranked(what, _), StepView::Weigh(view, ..)) => {
                let AskedView::Ranking(placed) = &view.asked else {
                    return None;
                };
                let item = view.items.iter().find(|item| item.what == *what)?;
                let at = placed.iter().find(|at| at.what == *what)?;
                let values = [("name", item.name.as_str()), ("place", at.place.as_str())];
                Some(fill(ui.texts.later().weigh.rank_at, &values))
            }
            (Self::Compared(more, less), StepView::Weigh(view, ..)) => {
                let AskedView::BestWorst { pairs, .. } = &view.asked else {
                    return None;
                };
                let pair = pairs
                    .iter()
                    .find(|pair| pair.more_than == (more.clone(), less.clone()))?;
                Some([&pair.name, ": ", pair.said.as_deref()?].concat())
            }
            // What was said, and what is asked next, which has just come into the page below.
            (Self::InWords(what), StepView::Weigh(view, ..)) => {
                let AskedView::Pairs(pairs) = &view.asked else {
                    return None;
                };
                let this = pairs.others.iter().find(|other| other.what == *what)?;
                let word = this.words.iter().find(|word| word.chosen)?;
                let next = pairs
                    .others
                    .iter()
                    .find(|other| pairs.now.as_ref() == Some(&other.what));
                let next = next.map_or("", |next| &next.question);
                let odds = pairs.at_odds.as_ref().map_or("", |odds| &odds.text);
                Some([&word.name, ". ", odds, " ", next].concat().trim().to_owned())
            }
            (Self::Anyway(what), StepView::Weigh(view, ..)) => {
                let untold = view.untold.iter().find(|untold| untold.what == *what)?;
                Some([&untold.name, ": ", &untold.text].concat())
            }
            (Self::Turn(who), _) => Some(steps::turn_title(ui, *who).to_owned()),
            (Self::Revealed, _) => Some(ui.texts.later().weigh.guess_shown.to_owned()),
            (Self::Limits, StepView::Weigh(view, ..)) => {
                let set = view.limits.iter().filter(|limit| limit.set);
                let lines: Vec<_> = set
                    .map(|limit| format!("{} {}", limit.sentence, limit.excludes))
                    .collect();
                Some(lines.join(" "))
            }
            (Self::Marked(outcome), StepView::Compare(view, _)) => {
                let card = view.outcomes.iter().find(|card| card.id == *outcome)?;
                Some(marking::said(ui, &card.mark))
            }
            (Self::Marked(outcome), StepView::Weigh(_, _, marks)) => {
                let item = marks.items.iter().find(|item| item.mark.outcome == *outcome)?;
                Some(marking::said(ui, &item.mark))
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
