//! What each control does when it is used.

use weighup_core::aid::OutcomeId;
use weighup_core::consultation::{
    Action, Liking, Mode, OutcomeOrder, Room, ShowAction, Step, TypedIn, too_long,
};
use yew::{AttrValue, Context};

use super::clock::Clock;
use super::effects::Effect;
use super::model::StepView;
use super::shell::neighbours;
use super::{App, Msg};
#[cfg(feature = "csr")]
use crate::act::Acts;
use crate::act::{Act, Format, Panel};
use crate::forms::{Waiting, waiting};
use crate::parts::copy_text::write;
use crate::parts::large_type;
use crate::parts::marking::mark_control;
use crate::parts::outcome::saved;
use crate::settings::WidgetEvent;
use crate::steps::order_control;
use crate::texts::fill;
use crate::ui::{Carrying, Giving, Opening, Taking, Ui};
use web_sys::{Element, HtmlElement};

/// What came of what waited in forms.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Waited {
    /// There was nothing.
    Nothing,
    /// All of it is in the answers.
    Added,
    /// Some of it is not, and still stands in its form: nobody leads away from it.
    Refused,
}

impl App {
    /// Does what a control stands for, with the text that was typed into it; true when something on screen is to change.
    pub(super) fn act(&mut self, ctx: &Context<Self>, act: Act, text: String) -> bool {
        if let Some(place) = act.place() {
            return self.typed(ctx, place, text);
        }
        match act {
            Act::Do(action) => {
                // Another question is on screen: it is read from its top.
                if let Action::Show(ShowAction::AskAt(_) | ShowAction::ToggleLiking(Liking::OneByOne)) =
                    &action
                {
                    self.then(Effect::Focus(AttrValue::Static(
                        ".wu-matters__at, .wu-matters .wu-link",
                    )));
                }
                self.answer(ctx, action)
            }
            // Typed in, above.
            Act::Words(_) | Act::Questions | Act::About(_) => false,
            Act::Review => self.answer(ctx, Action::set_review(text)),
            Act::AddConcern | Act::AddNote(..) => {
                self.add(ctx, &act, &text);
                true
            }
            Act::Raise(outcome, order) => self.raise(ctx, order_control(&self.session.ui, &outcome), order),
            Act::Bring(outcome, order) => self.raise(ctx, mark_control(&self.session.ui, &outcome), order),
            Act::Card(outcome, panel) => {
                self.speak_of(ctx, &outcome, panel);
                self.look(|ui| {
                    ui.at_the_end.looked_at(!ui.give.is_empty(), &outcome, panel);
                    ui.open.turn(outcome, panel);
                })
            }
            Act::Choose => self.look(|ui| ui.open.choose = !ui.open.choose),
            Act::Others => self.look(|ui| ui.open.others = !ui.open.others),
            Act::Reword(what) => {
                self.then(Effect::Focus(AttrValue::Static(
                    ".wu-weigh__first input:checked, .wu-pair--again [aria-pressed=\"true\"]",
                )));
                self.look(|ui| ui.open.asked = Some(what))
            }
            Act::Turns => self.look(|ui| ui.open.turns = !ui.open.turns),
            Act::Drawer => self.look(|ui| ui.drawer = !ui.drawer),
            Act::Sheet(appointment) => self.sheet(ctx, appointment),
            Act::AskAgain(asking) => self.look(|ui| ui.open.again = asking),
            Act::Dismiss => self.look(|ui| {
                ui.notice = Vec::new();
                ui.opening = Opening::Nothing;
            }),
            Act::Large => self.large(),
            Act::Turn(on) => self.turn(ctx, on),
            Act::Clock => self.start_or_stop_clock(ctx),
            Act::Picture { card, cell, format } => self.picture(ctx, card, cell, format),
            Act::Copy => self.copy(ctx),
            Act::Print => self.tell(ctx, WidgetEvent::Print),
            Act::Take(form) => {
                self.session.ui.open.taking = Taking::Making;
                self.tell(ctx, WidgetEvent::Record(form));
                true
            }
            Act::SeeGift => {
                self.session.ui.open.giving = Giving::Making;
                self.tell(ctx, WidgetEvent::SeeGift);
                true
            }
            Act::Give(yes) => self.give(ctx, yes),
            Act::Done => self.tell(ctx, WidgetEvent::Done),
            Act::SeeGiven | Act::StageNow(_) | Act::AnswerItem(..) | Act::GiveAway(_) | Act::GiveNothing => {
                self.at_the_end(ctx, act)
            }
            Act::CopyTaken => self.copy_taken(ctx),
            Act::Link | Act::Code => {
                self.session.ui.open.carrying = Carrying::Making;
                self.tell(ctx, WidgetEvent::Link(act == Act::Code));
                true
            }
            Act::CopyLink => self.copy_link(ctx),
            Act::Scan => {
                self.session.ui.notice = Vec::new();
                self.session.ui.opening = Opening::Scanning(None);
                self.focus_on("scan-stop");
                self.tell(ctx, WidgetEvent::Scan);
                true
            }
            Act::Kept(true) => self.tell(ctx, WidgetEvent::List),
            Act::Kept(false) => self.look(|ui| ui.open.kept = None),
            Act::ClearKept => {
                if self.session.ui.keep.is_some() {
                    self.session.ui.keep = Some(false);
                }
                self.tell(ctx, WidgetEvent::ClearKept);
                true
            }
            Act::Unlock => self.tell(ctx, WidgetEvent::Unlock),
            Act::Replace(yes) => {
                if let Opening::Ask { text, .. } = std::mem::take(&mut self.session.ui.opening)
                    && yes
                {
                    self.session.ui.notice = self.opened(ctx, &text);
                }
                true
            }
            Act::Second => self.tell(ctx, WidgetEvent::Second),
            Act::Save => self.tell(ctx, WidgetEvent::Save),
            Act::Open => self.tell(ctx, WidgetEvent::Open),
            Act::Keep(keep) => {
                self.session.ui.keep = Some(keep);
                self.session.ui.open.kept = None;
                self.tell(ctx, WidgetEvent::Keep(keep));
                true
            }
        }
    }

    /// Takes what stands in a box. What is too long to be kept stays there and is no answer: only the person shortens it.
    fn typed(&mut self, ctx: &Context<Self>, place: TypedIn, text: String) -> bool {
        let unkept = &mut self.session.ui.too_long;
        unkept.retain(|(at, _)| *at != place);
        if matches!(Room::beside(&place, &text), Some(Room::TooLong(_))) {
            unkept.push((place, text));
            return true;
        }
        self.answer(
            ctx,
            match place {
                TypedIn::Words(which) => Action::set_words(which, text),
                TypedIn::Questions => Action::set_questions(text),
                TypedIn::Outcome(outcome) => Action::say_about(outcome, text),
            },
        )
    }

    /// Adds what stands in a form, which is emptied once that is in the answers and not before; false when it was refused, and then it is
    /// said why.
    fn add(&mut self, ctx: &Context<Self>, act: &Act, text: &str) -> bool {
        let (what, when) = match text.split_once('\n').unwrap_or((text, "")) {
            // Only the second field was filled.
            (what, when) if what.trim().is_empty() => (when, ""),
            both => both,
        };
        if what.trim().is_empty() {
            return true;
        }
        let action = match act {
            Act::AddNote(list, who) => Action::add_note(*list, *who, what.to_owned(), when.to_owned()),
            _ => Action::add_concern(what.trim().to_owned()),
        };
        if !self.done(ctx, action) {
            let told = &self.session.ui.texts.later().told;
            self.session.ui.notice = match too_long(what).or_else(|| too_long(when)) {
                Some(over) => vec![fill(told.room_none, &[("n", &over.to_string())])],
                // The last place was taken meanwhile, and the form goes: its words stand here.
                None => vec![told.places_none.to_owned(), what.to_owned()],
            };
            return false;
        }
        for form in self.waiting(ctx) {
            if form.act == *act && form.text == text {
                form.taken();
            }
        }
        true
    }

    /// Adds what waits in forms, as though their buttons had been pressed.
    pub(super) fn add_waiting(&mut self, ctx: &Context<Self>) -> Waited {
        let waiting = self.waiting(ctx);
        let refused = waiting
            .iter()
            .filter(|form| !self.add(ctx, &form.act, &form.text))
            .count();
        match (waiting.len(), refused) {
            (0, _) => Waited::Nothing,
            (_, 0) => Waited::Added,
            _ => Waited::Refused,
        }
    }

    /// Whether something is written that is in no answer: too long to be kept, or in a form whose button was not pressed.
    #[cfg(feature = "csr")]
    pub(super) fn holds(&self, acts: &Acts) -> bool {
        let root = self.nodes.root.cast::<Element>();
        !self.session.ui.too_long.is_empty() || root.is_some_and(|root| !waiting(&root, acts).is_empty())
    }

    fn waiting(&self, ctx: &Context<Self>) -> Vec<Waiting> {
        let root = self.nodes.root.cast::<Element>();
        root.map_or_else(Vec::new, |root| waiting(&root, &ctx.props().acts))
    }

    /// In the consultation a row that is opened is what two people speak about. One that is closed gives way to the row that was
    /// opened before it and still is.
    fn speak_of(&mut self, ctx: &Context<Self>, outcome: &OutcomeId, panel: Panel) {
        let together = self.session.model.consultation().answers().mode == Some(Mode::Together);
        if !together || panel != Panel::Meaning {
            return;
        }
        let ui = &self.session.ui;
        let rows = ui.open.cards.iter().rev().filter(|(_, part)| *part == panel);
        let of = if !ui.full && ui.open.shows(outcome, panel, false) {
            rows.map(|(row, _)| row).find(|row| *row != outcome)
        } else {
            Some(outcome)
        };
        if let Some(of) = of.cloned() {
            self.done(ctx, Action::speak_of(of));
        }
    }

    /// Shows one of the two sheets, on the step that has them.
    fn sheet(&mut self, ctx: &Context<Self>, appointment: bool) -> bool {
        if self.session.model.step() != Step::Summary {
            self.done(ctx, Action::go_to(Step::Summary));
        }
        self.look(|ui| ui.open.appointment = appointment)
    }

    /// Changes how things are shown and no answer.
    fn look(&mut self, change: impl FnOnce(&mut Ui)) -> bool {
        change(&mut self.session.ui);
        true
    }

    /// Asks the page for something that only it can do; nothing on screen changes.
    pub(super) fn tell(&self, ctx: &Context<Self>, event: WidgetEvent) -> bool {
        ctx.props().settings.on_event.emit(event);
        false
    }

    /// Puts outcomes in another order; the control of the one that moves has the focus then.
    fn raise(&mut self, ctx: &Context<Self>, control: AttrValue, order: OutcomeOrder) -> bool {
        self.then(Effect::Focus(AttrValue::from(["#", &control].concat())));
        self.answer(ctx, Action::order_outcomes(order))
    }

    /// Goes to large type or back from it.
    fn large(&mut self) -> bool {
        self.then(Effect::Arrive);
        self.look(|ui| {
            ui.large_type = !ui.large_type;
            ui.cards.0 = 0;
        })
    }

    /// Shows the next card in large type, or the one before; past the last, the next step.
    fn turn(&mut self, ctx: &Context<Self>, on: bool) -> bool {
        let (at, all) = self.session.ui.cards;
        let to = if on { at + 1 } else { at.wrapping_sub(1) };
        if to < all {
            self.session.ui.cards.0 = to;
            self.session.say(large_type::place(&self.session.ui));
            if let Some(root) = self.nodes.root.cast::<HtmlElement>() {
                root.scroll_into_view();
            }
            return true;
        }
        let (back, next) = neighbours(self.session.model.step());
        match if on { next } else { back } {
            Some(step) => self.answer(ctx, Action::go_to(step)),
            None => false,
        }
    }

    fn start_or_stop_clock(&mut self, ctx: &Context<Self>) -> bool {
        self.session.clock = if self.session.clock.is_some() {
            None
        } else {
            let link = ctx.link().clone();
            Clock::start(move || link.send_message(Msg::Tick))
        };
        self.session.read_clock();
        true
    }

    /// Hands the page the lines of a picture, which it saves.
    fn picture(&self, ctx: &Context<Self>, card: usize, cell: usize, format: Format) -> bool {
        let ui = &self.session.ui;
        if let StepView::Compare(view, _) = &*self.session.model.view()
            && let Some(lines) = saved(ui.texts, view, card, cell, format)
        {
            self.tell(ctx, WidgetEvent::Picture(lines));
        }
        false
    }

    /// Offers the summary to the browser's clipboard, which says later whether it took it.
    fn copy(&self, ctx: &Context<Self>) -> bool {
        if let StepView::Summary(_, plain) = &*self.session.model.view() {
            let text = plain.clone();
            ctx.link()
                .send_future(async move { Msg::Copied(write(&text).await) });
        }
        false
    }

    /// Offers the text that was made to the browser's clipboard.
    fn copy_taken(&self, ctx: &Context<Self>) -> bool {
        if let Taking::Made { text, .. } = &self.session.ui.open.taking {
            let text = text.clone();
            ctx.link()
                .send_future(async move { Msg::TakenCopied(write(&text).await) });
        }
        false
    }

    /// Gives what is shown to the system that opened the page, once; or nothing, and what was shown goes.
    fn give(&mut self, ctx: &Context<Self>, yes: bool) -> bool {
        match &mut self.session.ui.open.giving {
            Giving::Offered {
                going: going @ false, ..
            } if yes => {
                *going = true;
                self.tell(ctx, WidgetEvent::Give);
            }
            Giving::Offered { going: false, .. } => {
                self.session.ui.open.giving = Giving::Nothing;
                self.focus_on("give-see");
            }
            _ => {}
        }
        true
    }

    /// Offers the link to the browser's clipboard.
    fn copy_link(&self, ctx: &Context<Self>) -> bool {
        if let Carrying::Made { link, .. } = &self.session.ui.open.carrying {
            let link = link.clone();
            ctx.link()
                .send_future(async move { Msg::LinkCopied(write(&link).await) });
        }
        false
    }
}
