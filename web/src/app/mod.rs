//! The whole widget: one consultation, the frame around every step, the step on screen.

mod clock;
mod model;
pub(crate) mod rest;
mod shell;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use weighup_core::aid::Aid;
use weighup_core::consultation::{Action, Answers, Consultation, Liking, Mode, RestoreError, Step};
use weighup_core::words::{Language, is_easy};
use yew::{AttrValue, Callback, Component, Context, Html, NodeRef, Properties};

use shell::News;

use crate::act::Act;
use crate::markup::{copied, is, keyed, list, says, speaks, tag, tag_at, wrap};
use crate::notice::Notice;
use crate::parts::copy_text::write;
use crate::parts::outcome::saved;
use crate::parts::room;
use crate::settings::{Event, Settings};
use crate::steps::order_control;
use crate::ui::{Copying, FIRST, NEXT, Open, Ui};
use clock::Clock;
use model::{Model, StepView};

/// The consultation as the embedding page may read it at any time.
pub type Shared = Rc<RefCell<Consultation>>;

/// Properties of [`App`].
#[derive(Clone, Properties)]
pub struct Props {
    /// What the embedding page chose.
    pub settings: Settings,
    /// The aid.
    pub aid: Rc<Aid>,
    /// Where the consultation is kept for the embedding page; what is there at first is where the person goes on.
    pub shared: Shared,
    /// Called once, when the first step is in the page.
    pub on_first: Callback<()>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        self.settings == other.settings
            && Rc::ptr_eq(&self.aid, &other.aid)
            && Rc::ptr_eq(&self.shared, &other.shared)
    }
}

/// Something that happened.
pub enum Msg {
    /// A control was used: its place among the acts, and its text.
    Used(usize, String),
    /// The browser took the copied text, or did not.
    Copied(bool),
    /// A step or a mode that the page asks for.
    Asked(Action),
    /// The same consultation in another window.
    Elsewhere(String),
    /// A saved file.
    Opened(String),
    /// The second window did not open.
    Blocked,
    /// Something that only the page knows.
    Notice(Notice),
    /// Nothing came of printing.
    Unprinted,
    /// The next parts of a step that has begun, or all of them.
    More(bool),
    /// This many cards are on the page.
    Cards(u32),
    /// Time has passed.
    Tick,
}

/// The widget.
pub struct App {
    model: Model,
    ui: Ui,
    /// What happened before the rest of the code was there.
    waiting: Vec<Msg>,
    root: NodeRef,
    heading: NodeRef,
    /// The text to copy by hand.
    area: NodeRef,
    said: Said,
    clock: Option<Clock>,
    arrived: bool,
    select: bool,
    /// Something was added above what has the focus.
    grew: bool,
    /// The id of a control that has moved and keeps the focus.
    moved: Option<AttrValue>,
}

/// The line in the live region; the count makes the same text news again.
#[derive(Default)]
struct Said {
    count: u32,
    text: String,
}

impl Component for App {
    type Message = Msg;
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        let props = ctx.props();
        let settings = &props.settings;
        let mut model = Model::new(
            props.aid.clone(),
            props.shared.borrow().clone(),
            settings.results(),
            settings.engine.clone(),
        );
        let mut ui = Ui::new(settings.instance.clone(), settings.texts);
        ui.keep = settings.may_keep.then_some(false);
        if settings.rest && settings.begins_elsewhere() {
            rest::begin(&mut model, &mut ui, settings);
        }
        props.shared.replace(model.consultation().clone());
        Self {
            model,
            ui,
            waiting: Vec::new(),
            clock: None,
            root: NodeRef::default(),
            heading: NodeRef::default(),
            area: NodeRef::default(),
            said: Said::default(),
            arrived: false,
            select: false,
            grew: false,
            moved: None,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        if !ctx.props().settings.rest {
            // The page is not made anew before: what stands at each place then stands there still.
            self.waiting.push(msg);
            ctx.props().settings.on_event.emit(Event::Waiting);
            return false;
        }
        rest::update(self, ctx, msg)
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Props) -> bool {
        let settings = &ctx.props().settings;
        let knew = self.model.knows_content();
        self.model.show(settings.results(), settings.engine.clone());
        let learnt = !knew && self.model.knows_content();
        self.ui.instance = settings.instance.clone();
        self.ui.keep = settings.may_keep.then(|| self.ui.keep == Some(true));
        self.ui.texts = settings.texts;
        if settings.rest {
            if learnt {
                rest::learnt(self, settings);
            }
            for msg in std::mem::take(&mut self.waiting) {
                rest::update(self, ctx, msg);
            }
        }
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.ui.forget_acts();
        let props = ctx.props();
        let own = &props.aid.document().language;
        let lang = &props.settings.lang;
        let easy = is_easy(lang);
        let foreign = Language::of(own) != Language::of(lang) || easy && !is_easy(own);
        let translation = props.aid.document().translation.as_ref();
        let original = translation.map_or(own, |translation| &translation.from);
        speaks(says(if foreign { own } else { original }), foreign, easy);
        let settings = &ctx.props().settings;
        let said = keyed(
            &self.said.count.to_string(),
            wrap("p", "", copied(&self.said.text)),
        );
        tag_at(
            &self.root,
            "div",
            &["lang", "dir", "data-theme", "class"],
            vec![
                Some(settings.lang.clone()),
                is(settings.dir.name()),
                Some(settings.theme.clone()),
                is(class(&self.ui, self.model.consultation().answers())),
            ],
            list(vec![
                shell::view(&self.ui, &self.model, &self.heading, &self.area),
                tag(
                    "div",
                    &["role", "class"],
                    vec![is("status"), is("wu-hidden")],
                    said,
                ),
            ]),
        )
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            ctx.props().on_first.emit(());
        }
        if ctx.props().settings.rest {
            rest::rendered(self, ctx);
        }
    }
}

impl App {
    /// True when something on screen is to change.
    fn take_in(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
        match msg {
            Msg::Used(place, text) => match self.ui.act_at(place) {
                Some(act) => self.act(ctx, act, text),
                None => false,
            },
            Msg::Copied(taken) => {
                self.ui.open.copying = if taken { Copying::Copied } else { Copying::ByHand };
                self.select = !taken;
                true
            }
            Msg::Asked(action) => self.answer(ctx, action),
            Msg::Elsewhere(text) => match self.model.restored(&text) {
                Ok(restored) => self.take(ctx, |model| model.follow(&restored.consultation)),
                // About another aid: this widget goes on alone.
                Err(_) => false,
            },
            Msg::Opened(text) => {
                self.ui.notice = self.opened(ctx, &text);
                true
            }
            Msg::Blocked => {
                self.ui.notice = vec![self.ui.texts.room.blocked.to_owned()];
                true
            }
            Msg::Notice(notice) => {
                self.ui.notice = vec![notice.text(self.ui.texts).to_owned()];
                if notice.ends_keeping() && self.ui.keep.is_some() {
                    self.ui.keep = Some(false);
                }
                true
            }
            Msg::Unprinted if self.model.step() == Step::Summary => {
                self.ui.open.copying = Copying::Unprinted;
                true
            }
            Msg::Unprinted => {
                self.ui.notice = vec![self.ui.texts.summary.unprinted.to_owned()];
                true
            }
            Msg::More(all) => {
                let begun = std::mem::replace(&mut self.ui.parts, usize::MAX);
                if begun == FIRST && !all {
                    self.ui.parts = NEXT;
                }
                begun < usize::MAX
            }
            Msg::Cards(all) => {
                self.ui.cards.1 = all;
                true
            }
            Msg::Tick => {
                let minutes = self.clock.as_ref().map(Clock::minutes);
                std::mem::replace(&mut self.ui.minutes, minutes) != minutes
            }
        }
    }

    /// What is done when the page has been made anew.
    fn follow_up(&mut self, ctx: &Context<Self>) {
        let (at, before) = self.ui.cards;
        if (self.ui.room || before > 0)
            && let Some(root) = self.root.cast::<web_sys::Element>()
        {
            let all = room::show(&root, self.ui.room.then_some(at));
            let all = if self.ui.room { all } else { 0 };
            if all != before {
                ctx.link().send_message(Msg::Cards(all));
            }
        }
        if self.ui.parts < usize::MAX {
            ctx.props().settings.on_event.emit(Event::Begun);
        }
        if std::mem::take(&mut self.arrived) {
            arrive(&self.root, &self.heading);
        }
        if std::mem::take(&mut self.grew) {
            keep_in_view(&self.root);
        }
        let selector = match self.moved.take() {
            Some(id) => Some(["#", &id].concat()),
            None => self.ui.open.moved.is_some().then(|| "[data-focus]".to_owned()),
        };
        if let Some(selector) = selector
            && let Some(root) = self.root.cast::<HtmlElement>()
            && let Ok(Some(control)) = root.query_selector(&selector)
            && let Some(control) = control.dyn_ref::<HtmlElement>()
        {
            drop(control.focus());
        }
        if std::mem::take(&mut self.select)
            && let Some(area) = self.area.cast::<HtmlTextAreaElement>()
        {
            area.select();
        }
    }

    /// True when something on screen is to change.
    fn act(&mut self, ctx: &Context<Self>, act: Act, text: String) -> bool {
        let open = &mut self.ui.open;
        match act {
            Act::Do(action) => self.answer(ctx, action),
            Act::Words(which) => self.answer(ctx, Action::set_words(which, text)),
            Act::Questions => self.answer(ctx, Action::set_questions(text)),
            Act::AddConcern if text.trim().is_empty() => false,
            Act::AddConcern => self.answer(ctx, Action::add_concern(text.trim().to_owned())),
            Act::AddNote(list, who) => {
                let (what, when) = text.split_once('\n').unwrap_or((&text, ""));
                if what.trim().is_empty() {
                    return false;
                }
                self.answer(ctx, Action::add_note(list, who, what.to_owned(), when.to_owned()))
            }
            Act::Review => self.answer(ctx, Action::set_review(text)),
            Act::Card(outcome, panel) => {
                open.turn(outcome, panel);
                true
            }
            Act::Raise(outcome, order) => {
                self.moved = Some(order_control(&self.ui, &outcome));
                self.answer(ctx, Action::order_outcomes(order))
            }
            Act::Choose => {
                open.choose = !open.choose;
                true
            }
            Act::Rest => {
                open.rest = !open.rest;
                true
            }
            Act::Picture { card, cell, format } => {
                if let StepView::Compare(view, _) = &*self.model.view()
                    && let Some(lines) = saved(self.ui.texts, view, card, cell, format)
                {
                    ctx.props().settings.on_event.emit(Event::Picture(lines));
                }
                false
            }
            Act::Steps => {
                open.steps = !open.steps;
                true
            }
            Act::Turns => {
                open.turns = !open.turns;
                true
            }
            Act::AskAgain(asking) => {
                open.again = asking;
                true
            }
            Act::Clock => {
                self.clock = if self.clock.is_some() {
                    None
                } else {
                    let link = ctx.link().clone();
                    Clock::start(move || link.send_message(Msg::Tick))
                };
                self.ui.minutes = self.clock.as_ref().map(Clock::minutes);
                true
            }
            Act::Large => {
                self.ui.room = !self.ui.room;
                self.ui.cards.0 = 0;
                self.arrived = true;
                true
            }
            Act::Turn(on) => self.turn(ctx, on),
            Act::Second => self.tell(ctx, Event::Second),
            Act::Save => self.tell(ctx, Event::Save),
            Act::Open => self.tell(ctx, Event::Open),
            Act::Keep(keep) => {
                self.ui.keep = Some(keep);
                self.tell(ctx, Event::Keep(keep));
                true
            }
            Act::Dismiss => {
                self.ui.notice = Vec::new();
                true
            }
            Act::Copy => {
                if let StepView::Summary(_, plain) = &*self.model.view() {
                    let text = plain.clone();
                    ctx.link()
                        .send_future(async move { Msg::Copied(write(&text).await) });
                }
                false
            }
            Act::Print => self.tell(ctx, Event::Print),
        }
    }

    /// The page is asked for something that only it can do.
    fn tell(&self, ctx: &Context<Self>, event: Event) -> bool {
        ctx.props().settings.on_event.emit(event);
        false
    }

    /// The next card in large type, or the one before; past the last, the next step.
    fn turn(&mut self, ctx: &Context<Self>, on: bool) -> bool {
        let (at, all) = self.ui.cards;
        let (back, next) = neighbours(self.model.step());
        let to = if on { at + 1 } else { at.wrapping_sub(1) };
        if to < all {
            self.ui.cards.0 = to;
            self.say(room::place(&self.ui));
            if let Some(root) = self.root.cast::<HtmlElement>() {
                root.scroll_into_view();
            }
            return true;
        }
        match if on { next } else { back } {
            Some(step) => self.answer(ctx, Action::go_to(step)),
            None => false,
        }
    }

    /// A saved file: what to tell the person of it.
    fn opened(&mut self, ctx: &Context<Self>, text: &str) -> Vec<String> {
        let words = &self.ui.texts.keep;
        let restored = match self.model.restored(text) {
            Ok(restored) => restored,
            Err(RestoreError::OtherAid { .. }) => return vec![words.other.to_owned()],
            Err(_) => return vec![words.unreadable.to_owned()],
        };
        let mut lines = vec![words.opened.to_owned()];
        if restored.content_changed && self.model.knows_content() {
            lines.push(words.changed.to_owned());
        }
        lines.extend(self.model.lost(&restored.dropped));
        if self.take(ctx, |model| model.open(&restored.consultation)) {
            ctx.props().settings.on_event.emit(Event::Changed);
        }
        lines
    }

    /// Goes on with other answers; true when they are others.
    fn take(&mut self, ctx: &Context<Self>, go_on: impl FnOnce(&mut Model) -> bool) -> bool {
        let before = self.model.step();
        if !go_on(&mut self.model) {
            return false;
        }
        self.changed(ctx, before);
        true
    }

    /// The answers are others: the page follows, and who reads along is told of another step.
    fn changed(&mut self, ctx: &Context<Self>, before: Step) {
        self.ui.full = self
            .model
            .consultation()
            .answers()
            .liking
            .contains(&Liking::InFull);
        let step = self.model.step();
        if step != before {
            self.ui.open = Open::default();
            self.ui.cards.0 = 0;
            // In large type the cards are counted.
            let long = matches!(step, Step::Compare | Step::Weigh) && !self.ui.room;
            self.ui.parts = if long { FIRST } else { usize::MAX };
            self.arrived = true;
            ctx.props().settings.on_event.emit(Event::Step(step));
        }
        ctx.props().shared.replace(self.model.consultation().clone());
    }

    fn say(&mut self, text: String) {
        self.said = Said {
            count: self.said.count.wrapping_add(1),
            text,
        };
    }

    fn answer(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let before = self.model.step();
        let news = News::of(&action);
        let again = matches!(news, News::Cleared);
        if again || matches!(news, News::Went) {
            // What was open belongs to where the person was. The list of steps folds away under the press, so the
            // focus goes where it would on another step.
            self.ui.open = Open::default();
            self.arrived = true;
        }
        if matches!(news, News::Turn(_)) {
            // Handing over is arriving at one's own questions: the panel folds away under the press.
            self.ui.open.turns = false;
            self.arrived = true;
        }
        self.ui.open.moved = match &news {
            News::Ranked(what, place) => Some((what.clone(), *place)),
            _ => None,
        };
        self.grew |= matches!(news, News::Added);
        if !self.model.apply(action) {
            // A control may show what was refused: draw it again as it is.
            return true;
        }
        if again {
            begin(&mut self.model, &ctx.props().settings);
            self.ui.notice = Vec::new();
            if self.ui.keep == Some(true) {
                self.ui.keep = Some(false);
            }
            self.tell(ctx, Event::Again);
        }
        if let Some(text) = news.text(&self.ui, &self.model) {
            self.say(text);
        }
        self.changed(ctx, before);
        ctx.props().settings.on_event.emit(Event::Changed);
        true
    }
}

/// Goes on with answers that were kept, and then where the site wants it to begin.
fn restore(model: &mut Model, ui: &mut Ui, settings: &Settings) {
    ui.room = settings.second;
    ui.second = settings.second;
    match settings
        .saved
        .as_ref()
        .filter(|_| settings.may_keep)
        .map(|text| model.restored(text))
    {
        Some(Ok(restored)) => {
            ui.keep = Some(true);
            ui.notice = model.lost(&restored.dropped);
            if restored.content_changed && model.knows_content() {
                ui.notice.insert(0, ui.texts.keep.changed.to_owned());
            }
            model.begin(restored.consultation);
            settings.on_event.emit(Event::Kept);
        }
        // It stays where it is, and nothing is kept unless the person asks for it.
        Some(Err(_)) => ui.notice = vec![ui.texts.told.keep_unread.to_owned()],
        None => {}
    }
    let carried = settings
        .carried
        .as_ref()
        .and_then(|text| model.restored(text).ok());
    match carried {
        // Who was somewhere stays there.
        Some(carried) => model.begin(carried.consultation),
        None => begin(model, settings),
    }
}

/// The aid's content is known now: kept answers that were about other content say so.
fn learnt(app: &mut App, settings: &Settings) {
    let kept = settings.saved.as_ref().filter(|_| app.ui.keep == Some(true));
    if let Some(Ok(restored)) = kept.map(|text| app.model.restored(text))
        && restored.content_changed
    {
        app.ui.notice.insert(0, app.ui.texts.keep.changed.to_owned());
    }
}

/// Where the site wants it to begin.
fn begin(model: &mut Model, settings: &Settings) {
    let asked = [
        settings.mode.map(Action::set_mode),
        settings.step.map(Action::go_to),
    ];
    for action in asked.into_iter().flatten() {
        model.apply(action);
    }
}

/// Bring the top of the widget into view and put the focus on the step's heading.
fn arrive(root: &NodeRef, heading: &NodeRef) {
    if let Some(root) = root.cast::<HtmlElement>() {
        root.scroll_into_view();
    }
    if let Some(heading) = heading.cast::<HtmlElement>() {
        // Focus is a courtesy: a page that forbids it still shows the step.
        drop(heading.focus());
    }
}

/// What has the focus stays on screen while the list above it grows.
fn keep_in_view(root: &NodeRef) {
    if let Some(root) = root.cast::<HtmlElement>()
        && let Ok(Some(focused)) = root.query_selector(":focus")
    {
        let how = ScrollIntoViewOptions::new();
        how.set_block(ScrollLogicalPosition::Nearest);
        focused.scroll_into_view_with_scroll_into_view_options(&how);
    }
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

/// The step before and after `step`.
fn neighbours(step: Step) -> (Option<Step>, Option<Step>) {
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
