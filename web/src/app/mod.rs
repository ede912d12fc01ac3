//! The whole widget: one consultation, the frame around every step, the step on screen.

mod shell;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};
use weighup_core::aid::Aid;
use weighup_core::consultation::{Action, Consultation, Step};
use yew::{Callback, Component, Context, Html, NodeRef, Properties};

use crate::act::Act;
use crate::markup::{copied, is, keyed, list, tag, tag_at, wrap};
use crate::model::{Model, StepView};
use crate::parts::copy_text::write;
use crate::settings::{Event, Settings};
use crate::ui::{Copying, Open, Ui};

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
}

/// The widget.
pub struct App {
    model: Model,
    ui: Ui,
    root: NodeRef,
    heading: NodeRef,
    /// The text to copy by hand.
    area: NodeRef,
    said: Said,
    arrived: bool,
    select: bool,
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
        let consultation = props.shared.borrow().clone();
        Self {
            model: Model::new(
                props.aid.clone(),
                consultation,
                props.settings.results(),
                props.settings.engine.clone(),
            ),
            ui: Ui::new(props.settings.instance.clone()),
            root: NodeRef::default(),
            heading: NodeRef::default(),
            area: NodeRef::default(),
            said: Said::default(),
            arrived: false,
            select: false,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, msg: Msg) -> bool {
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
        }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Props) -> bool {
        let settings = &ctx.props().settings;
        self.model.show(settings.results(), settings.engine.clone());
        self.ui.instance = settings.instance.clone();
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.ui.forget_acts();
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
                is("weighup"),
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
        if std::mem::take(&mut self.arrived) {
            arrive(&self.root, &self.heading);
        }
        if self.ui.open.moved.is_some()
            && let Some(root) = self.root.cast::<HtmlElement>()
            && let Ok(Some(control)) = root.query_selector("[data-focus]")
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
}

impl App {
    /// True when something on screen is to change.
    fn act(&mut self, ctx: &Context<Self>, act: Act, text: String) -> bool {
        let open = &mut self.ui.open;
        match act {
            Act::Do(action) => self.answer(ctx, action),
            Act::Words(which) => self.answer(ctx, Action::SetWords(which, text)),
            Act::Questions => self.answer(ctx, Action::SetQuestions(text)),
            Act::AddConcern if text.trim().is_empty() => false,
            Act::AddConcern => self.answer(ctx, Action::AddConcern(text.trim().to_owned())),
            Act::Card(outcome) => {
                let new = !open.cards.contains(&outcome);
                if new {
                    open.cards.push(outcome);
                }
                new
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
            Act::Copy => {
                if let StepView::Summary(view) = &*self.model.view() {
                    let text = view.plain_text.clone();
                    ctx.link()
                        .send_future(async move { Msg::Copied(write(&text).await) });
                }
                false
            }
            Act::Print => {
                if let Some(window) = web_sys::window() {
                    // A browser without printing keeps the page as it is.
                    drop(window.print());
                }
                false
            }
        }
    }

    fn answer(&mut self, ctx: &Context<Self>, action: Action) -> bool {
        let before = self.model.step();
        if matches!(action, Action::GoTo(_) | Action::StartAgain) {
            // What was open belongs to where the person was. The list of steps folds away under the press, so the
            // focus goes where it would on another step.
            self.ui.open = Open::default();
            self.arrived = true;
        }
        if matches!(action, Action::TakeTurn(_)) {
            // Handing over is arriving at one's own questions: the panel folds away under the press.
            self.ui.open.turns = false;
            self.arrived = true;
        }
        self.ui.open.moved = match &action {
            Action::Rank(what, place) => Some((what.clone(), *place)),
            _ => None,
        };
        let news = shell::News::of(&action);
        if !self.model.apply(action) {
            // A control may show what was refused: draw it again as it is.
            return true;
        }
        if let Some(text) = news.text(&self.ui, &self.model) {
            self.said = Said {
                count: self.said.count.wrapping_add(1),
                text,
            };
        }
        let settings = &ctx.props().settings;
        let step = self.model.step();
        if step != before {
            self.ui.open = Open::default();
            self.arrived = true;
            settings.on_event.emit(Event::Step(step));
        }
        ctx.props().shared.replace(self.model.consultation().clone());
        settings.on_event.emit(Event::Changed);
        true
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
