//! What has to wait until the page has been drawn: the focus, scrolling, a selection.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, Window};
use yew::{AttrValue, Context};

use super::{App, Msg, Nodes};
use crate::parts::large_type;
use crate::scroll::bring;
use crate::settings::WidgetEvent;

/// Something to do once what was changed is on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// The person has come to another step, or to their own questions: its top comes into view and its heading gets the
    /// focus.
    Arrive,
    /// Something was added above what has the focus, which stays in view.
    KeepInView,
    /// A control that has moved keeps the focus; it is found by this selector.
    Focus(AttrValue),
    /// The text to copy by hand is selected.
    Select,
}

impl App {
    /// Asks for an effect; one that is waiting already is not done twice.
    pub(super) fn then(&mut self, effect: Effect) {
        if !self.effects.contains(&effect) {
            self.effects.push(effect);
        }
    }

    /// Does what waited for the page to be drawn.
    pub(super) fn follow_up(&mut self, ctx: &Context<Self>) {
        self.count_cards(ctx);
        if self.session.ui.pieces < usize::MAX {
            ctx.props().settings.on_event.emit(WidgetEvent::Begun);
        }
        for effect in std::mem::take(&mut self.effects) {
            effect.perform(&self.nodes);
        }
    }

    /// In large type one card is seen at a time: shows it alone, and learns how many there are.
    fn count_cards(&self, ctx: &Context<Self>) {
        let ui = &self.session.ui;
        let (at, before) = ui.cards;
        if (ui.large_type || before > 0)
            && let Some(root) = self.nodes.root.cast::<Element>()
        {
            let all = large_type::show(&root, ui.large_type.then_some(at));
            let all = if ui.large_type { all } else { 0 };
            if all != before {
                ctx.link().send_message(Msg::Cards(all));
            }
        }
    }
}

impl Effect {
    fn perform(&self, nodes: &Nodes) {
        match self {
            Self::Arrive => arrive(nodes),
            Self::KeepInView => keep_in_view(nodes),
            Self::Focus(selector) => focus(nodes, selector),
            Self::Select => {
                if let Some(area) = nodes.area.cast::<HtmlTextAreaElement>() {
                    area.select();
                }
            }
        }
    }
}

fn arrive(nodes: &Nodes) {
    if let Some(root) = nodes.root.cast::<HtmlElement>() {
        root.scroll_into_view();
    }
    if let Some(heading) = nodes.heading.cast::<HtmlElement>() {
        // Focus is a courtesy: a page that forbids it still shows the step.
        drop(heading.focus());
    }
}

/// The button that was pressed lets go of the focus before its step is taken away; the heading of the next step gets it in the same turn.
/// A browser that takes away what has the focus lays the whole page out first, which doubles the time until the next step is seen.
/// A box keeps the focus: leaving it would make what is typed in it an answer in the middle of this one.
pub(super) fn let_go(nodes: &Nodes) {
    if let Some(root) = nodes.root.cast::<HtmlElement>()
        && let Ok(Some(button)) = root.query_selector("button:focus")
        && let Some(button) = button.dyn_ref::<HtmlElement>()
    {
        drop(button.blur());
    }
}

/// How many rows of a table in Compare are surely more than the window shows of it when the step opens. On a narrow one a row has a line
/// for each option.
pub(super) fn rows_seen() -> usize {
    let size = |size: fn(&Window) -> Result<JsValue, JsValue>| {
        let window = web_sys::window()?;
        size(&window).ok()?.as_f64()
    };
    match (size(Window::inner_width), size(Window::inner_height)) {
        (Some(width), _) if width < 700.0 => 4,
        (_, Some(height)) if height < 700.0 => 5,
        _ => 6,
    }
}

fn keep_in_view(nodes: &Nodes) {
    if let Some(root) = nodes.root.cast::<HtmlElement>()
        && let Ok(Some(focused)) = root.query_selector(":focus")
    {
        bring(&focused);
    }
}

fn focus(nodes: &Nodes, selector: &str) {
    if let Some(root) = nodes.root.cast::<HtmlElement>()
        && let Ok(Some(control)) = root.query_selector(selector)
        && let Some(control) = control.dyn_ref::<HtmlElement>()
    {
        drop(control.focus());
    }
}
