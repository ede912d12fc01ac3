//! What each control does when it is used.

use weighup_core::consultation::{Action, OutcomeOrder, Room, TypedIn, too_long};
use yew::{AttrValue, Context};

use super::clock::Clock;
use super::effects::Effect;
use super::model::StepView;
use super::shell::neighbours;
use super::{App, Msg};
use crate::act::{Act, Format};
use crate::forms::{Waiting, waiting};
use crate::parts::copy_text::write;
use crate::parts::large_type;
use crate::parts::marking::mark_control;
use crate::parts::outcome::saved;
use crate::settings::WidgetEvent;
use crate::steps::order_control;
use crate::texts::fill;
use crate::ui::Ui;
use web_sys::{Element, HtmlElement};

impl App {
    /// Does what a control stands for, with the text that was typed into it; true when something on screen is to change.
    pub(super) fn act(&mut self, ctx: &Context<Self>, act: Act, text: String) -> bool {
        match act {
            Act::Do(action) => self.answer(ctx, action),
            Act::Words(which) => self.typed(ctx, TypedIn::Words(which), text),
            Act::Questions => self.typed(ctx, TypedIn::Questions, text),
            Act::Review => self.answer(ctx, Action::set_review(text)),
            Act::AddConcern | Act::AddNote(..) => self.add(ctx, &act, &text),
            Act::Raise(outcome, order) => self.raise(ctx, order_control(&self.session.ui, &outcome), order),
            Act::Bring(outcome, order) => self.raise(ctx, mark_control(&self.session.ui, &outcome), order),
            Act::About(outcome) => self.typed(ctx, TypedIn::Outcome(outcome), text),
            Act::Card(outcome, panel) => self.look(|ui| ui.open.turn(outcome, panel)),
            Act::Choose => self.look(|ui| ui.open.choose = !ui.open.choose),
            Act::Others => self.look(|ui| ui.open.others = !ui.open.others),
            Act::Steps => self.look(|ui| ui.open.steps = !ui.open.steps),
            Act::Turns => self.look(|ui| ui.open.turns = !ui.open.turns),
            Act::AskAgain(asking) => self.look(|ui| ui.open.again = asking),
            Act::Dismiss => self.look(|ui| ui.notice = Vec::new()),
            Act::Large => self.large(),
            Act::Turn(on) => self.turn(ctx, on),
            Act::Clock => self.start_or_stop_clock(ctx),
            Act::Picture { card, cell, format } => self.picture(ctx, card, cell, format),
            Act::Copy => self.copy(ctx),
            Act::Print => self.tell(ctx, WidgetEvent::Print),
            Act::Second => self.tell(ctx, WidgetEvent::Second),
            Act::Save => self.tell(ctx, WidgetEvent::Save),
            Act::Open => self.tell(ctx, WidgetEvent::Open),
            Act::Keep(keep) => {
                self.session.ui.keep = Some(keep);
                self.tell(ctx, WidgetEvent::Keep(keep));
                true
            }
        }
    }

    /// Takes what stands in a box. What is too long to be kept stays there and is no answer: only the person shortens it.
    fn typed(&mut self, ctx: &Context<Self>, place: TypedIn, text: String) -> bool {
        let unkept = &mut self.session.ui.too_long;
        unkept.retain(|(at, _)| *at != place);
        if matches!(Room::beside(&text), Some(Room::TooLong(_))) {
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

    /// Adds what stands in a form, which is emptied once that is in the answers and not before.
    fn add(&mut self, ctx: &Context<Self>, act: &Act, text: &str) -> bool {
        let (what, when) = text.split_once('\n').unwrap_or((text, ""));
        let action = match act {
            _ if what.trim().is_empty() => return false,
            Act::AddNote(list, who) => Action::add_note(*list, *who, what.to_owned(), when.to_owned()),
            _ => Action::add_concern(what.trim().to_owned()),
        };
        if !self.done(ctx, action) {
            if let Some(over) = too_long(what).or_else(|| too_long(when)) {
                let said = self.session.ui.texts.told.room_none;
                self.session.ui.notice = vec![fill(said, &[("n", &over.to_string())])];
            }
            return true;
        }
        for form in self.waiting(ctx) {
            if form.act == *act && form.text == text {
                form.taken();
            }
        }
        true
    }

    /// Adds what waits in forms, as though their buttons had been pressed; true when something was there.
    pub(super) fn add_waiting(&mut self, ctx: &Context<Self>) -> bool {
        let waiting = self.waiting(ctx);
        for form in &waiting {
            self.add(ctx, &form.act, &form.text);
        }
        !waiting.is_empty()
    }

    fn waiting(&self, ctx: &Context<Self>) -> Vec<Waiting> {
        let root = self.nodes.root.cast::<Element>();
        root.map_or_else(Vec::new, |root| waiting(&root, &ctx.props().acts))
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
}
