//! What follows from a change: the sheet and the remarks are made anew, and the preview soon after.

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, HtmlDetailsElement, HtmlElement, HtmlSelectElement, HtmlTextAreaElement, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};
use weighup_core::desk::{AuthorDesk, FieldSaid, FileKind};
use yew::Context;

use super::{App, Drafts, Msg, Preview, Seen, Wrong};
use crate::place::{self, Group};

/// How soon after a change the preview follows, in milliseconds.
const SOON: u32 = 250;

impl App {
    /// Makes anew what the page shows of the files, after anything but typing in a field.
    pub(super) fn refresh(&mut self, ctx: &Context<Self>) {
        self.remake(ctx);
        self.stand(true);
        self.unsaved(ctx);
    }

    /// Makes anew what the page shows of the files.
    pub(super) fn remake(&mut self, ctx: &Context<Self>) {
        let Some(desk) = &self.desk else { return };
        let sheet = desk.sheet();
        self.remarks = desk.problems(ctx.props().day);
        let of = |name: &str| sheet.files.iter().any(|file| file.name == name);
        if !of(&self.file) {
            "aid.toml".clone_into(&mut self.file);
        }
        let mut languages = sheet.files.iter().filter(|file| file.is == FileKind::Translation);
        if !of(&format!("{}.toml", self.language)) {
            let first = languages.next().map(|file| file.name.trim_end_matches(".toml"));
            first.unwrap_or_default().clone_into(&mut self.language);
        }
        self.sheet = Some(sheet);
        self.soon(ctx);
    }

    /// Draws the preview in a moment.
    pub(super) fn soon(&mut self, ctx: &Context<Self>) {
        let link = ctx.link().clone();
        self.drawing = Some(Timeout::new(SOON, move || link.send_message(Msg::Draw)));
    }

    /// Puts a folder on the desk.
    pub(super) fn lay(&mut self, ctx: &Context<Self>, desk: AuthorDesk, place: String, said: &str) {
        self.desk = Some(desk);
        self.place = place;
        self.drafts = Drafts::default();
        self.pasting = None;
        self.clash = None;
        self.not_saved = None;
        self.leaving = false;
        self.wrong = Wrong::default();
        self.preview = Preview::default();
        self.group = Group::About;
        self.seen = Seen::Form;
        self.language = String::new();
        self.say(said);
        self.refresh(ctx);
        let form = self.sheet.iter().flat_map(|sheet| &sheet.files);
        if form.clone().any(|file| file.is == FileKind::Aid && !file.form) {
            self.group = Group::Text;
        }
        self.fill();
        self.focus = vec!["dk-heading".to_owned()];
    }

    /// Remembers which fields have a value, by which those are told that stand in view from those that are folded away.
    pub(super) fn fill(&mut self) {
        self.filled = self.sheet.iter().flat_map(place::filled).collect();
        let refused = self.drafts.refused();
        let boxes = refused.filter_map(|(at, draft)| Some(place::id(&at.file, draft.path()?)));
        self.filled.extend(boxes);
    }

    /// Tells the page whether leaving would lose something, where that is news.
    pub(super) fn unsaved(&mut self, ctx: &Context<Self>) {
        let is = self.drafts.any() || self.changed().next().is_some();
        if is != self.told_unsaved {
            self.told_unsaved = is;
            ctx.props().host.unsaved(is);
        }
    }

    /// The language of the aid's own words, as it says itself.
    pub(crate) fn tongue(&self) -> String {
        let field = self
            .sheet
            .as_ref()
            .and_then(|sheet| place::field(sheet, "aid.toml", "language"));
        match field.and_then(|field| field.value) {
            Some(FieldSaid::Text(tag)) => tag,
            _ => "en-GB".to_owned(),
        }
    }

    /// The files that differ from what is kept.
    pub(crate) fn changed(&self) -> impl Iterator<Item = &str> {
        let files = self.sheet.iter().flat_map(|sheet| &sheet.files);
        files.filter(|file| file.changed).map(|file| file.name.as_str())
    }
}

/// Shows in every choice what is chosen. A browser no longer follows the page once a person has chosen in it, and undo would not be seen.
pub(super) fn choose() {
    let document = web_sys::window().and_then(|window| window.document());
    let Some(found) = document.and_then(|document| document.query_selector_all("select[data-chosen]").ok())
    else {
        return;
    };
    for at in 0..found.length() {
        let select = found
            .get(at)
            .and_then(|node| node.dyn_into::<HtmlSelectElement>().ok());
        if let Some(select) = select {
            let chosen = select.get_attribute("data-chosen").unwrap_or_default();
            if select.value() != chosen {
                select.set_value(&chosen);
            }
        }
    }
}

/// Puts the focus on the first of these that is there, and opens what it is folded in.
pub(super) fn focus(ids: &[String]) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else {
        return;
    };
    let Some(found) = ids.iter().find_map(|id| document.get_element_by_id(id)) else {
        return;
    };
    let mut around: Option<Element> = found.parent_element();
    while let Some(element) = around {
        if let Some(details) = element.dyn_ref::<HtmlDetailsElement>() {
            details.set_open(true);
        }
        around = element.parent_element();
    }
    // A table, a group of boxes or a heading takes the focus by itself or has a first control that does.
    if let Some(details) = found.dyn_ref::<HtmlDetailsElement>() {
        details.set_open(true);
    }
    let into = |element: &Element| {
        let control = "summary, input, textarea, select, button";
        let takes = element.has_attribute("tabindex") || element.matches(control).unwrap_or(false);
        let inside = || element.query_selector(control).ok().flatten();
        if takes { Some(element.clone()) } else { inside() }
    };
    if let Some(target) = into(&found).and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        let _ = target.focus();
        let how = ScrollIntoViewOptions::new();
        how.set_block(ScrollLogicalPosition::Nearest);
        target.scroll_into_view_with_scroll_into_view_options(&how);
    }
}

/// Chooses a line of a text box, counted from 1, and brings it into view.
pub(super) fn to_line(id: &str, line: u32) {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.and_then(|document| document.get_element_by_id(id));
    let Some(area) = found.and_then(|found| found.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let text = area.value();
    let (mut start, mut lines) = (0_u32, 0_u32);
    let mut chosen = None;
    for one in text.split('\n') {
        let length = u32::try_from(one.encode_utf16().count()).unwrap_or(u32::MAX);
        lines += 1;
        if lines == line {
            chosen = Some((start, start.saturating_add(length)));
        }
        start = start.saturating_add(length).saturating_add(1);
    }
    let Some((from, to)) = chosen else { return };
    let _ = area.set_selection_range(from, to);
    // A browser brings the cursor into view when it is moved by a key, and not when it is set.
    let above = f64::from(area.scroll_height()) * f64::from(line - 1) / f64::from(lines);
    area.set_scroll_top((above - f64::from(area.client_height()) / 3.0).max(0.0) as i32);
}
