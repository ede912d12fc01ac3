//! The whole widget: one consultation, the frame around every step, the step on screen.

mod shell;

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::HtmlElement;
use weighup_core::aid::Aid;
use weighup_core::consultation::{Action, Consultation, Step};
use yew::{Component, Context, ContextProvider, Html, NodeRef, Properties, html};

use crate::model::Model;
use crate::settings::{Event, Settings};
use crate::ui::Ui;

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
    /// The person did something.
    Act(Action),
}

/// The widget.
pub struct App {
    model: Model,
    ui: Ui,
    root: NodeRef,
    heading: NodeRef,
    said: Said,
    arrived: bool,
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
            model: Model::new(props.aid.clone(), consultation, props.settings.results()),
            ui: Ui::new(props.settings.instance.clone(), ctx.link().callback(Msg::Act)),
            root: NodeRef::default(),
            heading: NodeRef::default(),
            said: Said::default(),
            arrived: false,
        }
    }

    fn update(&mut self, ctx: &Context<Self>, Msg::Act(action): Msg) -> bool {
        let before = self.model.step();
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
            self.arrived = true;
            settings.on_event.emit(Event::Step(step));
        }
        ctx.props().shared.replace(self.model.consultation().clone());
        settings.on_event.emit(Event::Changed);
        true
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Props) -> bool {
        let settings = &ctx.props().settings;
        self.model.show(settings.results());
        self.ui.instance = settings.instance.clone();
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let settings = &ctx.props().settings;
        html! {
            <ContextProvider<Ui> context={self.ui.clone()}>
                <div ref={self.root.clone()} class="weighup" lang={settings.lang.clone()}
                    dir={settings.dir.name()} data-theme={settings.theme.name()}>
                    { shell::view(&self.ui, &self.model, &self.heading) }
                    <div class="wu-hidden" role="status">
                        <p key={self.said.count}>{ self.said.text.clone() }</p>
                    </div>
                </div>
            </ContextProvider<Ui>>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first_render: bool) {
        if first_render {
            ctx.props().settings.on_event.emit(Event::Ready);
        }
        if std::mem::take(&mut self.arrived) {
            arrive(&self.root, &self.heading);
        }
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
