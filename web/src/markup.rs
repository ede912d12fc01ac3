//! Elements made by calls instead of `html!`.
//!
//! The macro writes every element out where it stands: about 300 bytes of WebAssembly each, most of it the same
//! moves again. A call is a tenth of that, so the markup of the widget goes through these few functions (see
//! decision 0009). Each argument is one child and keeps its place: what is not there is [`none`], never a shorter
//! list, so that Yew matches every node with its own last version. Lists of changing length are children of one
//! element ([`el`] or [`list`]) and have keys.

pub(crate) mod ui;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use weighup_core::words::Language;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag};
use yew::{AttrValue, Html, NodeRef};

use crate::Ui;

/// An attribute's value; `None` leaves the attribute out.
pub(crate) type Value = Option<AttrValue>;

/// An element with a class (none when empty) and any number of children.
pub(crate) fn el(name: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    wrap(name, class, list(children))
}

/// An element with a class (none when empty) and one child.
pub(crate) fn wrap(name: &'static str, class: &'static str, child: Html) -> Html {
    let value = when(!class.is_empty(), class);
    match part(class) {
        None => tag(name, &["class"], vec![value], child),
        part => tag(name, &["class", "part"], vec![value, part], child),
    }
}

/// What a host page may style with `::part`, by the class an element begins with. `docs/embedding.md` lists them, and a
/// name that stands there stays.
const PARTS: [(&str, &str); 18] = [
    ("wu-button wu-button--quiet", "button button-secondary"),
    ("wu-button wu-button--small", "button button-small"),
    ("wu-button", "button button-primary"),
    ("wu-link", "link"),
    ("wu-body", "body"),
    ("wu-top", "top"),
    ("wu-top__title", "title"),
    ("wu-review", "notice"),
    ("wu-lead", "lead"),
    ("wu-card", "card"),
    ("wu-sheet", "card"),
    ("wu-h1", "heading"),
    ("wu-h2", "card-heading"),
    ("wu-h3", "sub-heading"),
    ("wu-input", "input"),
    ("wu-table", "table"),
    ("wu-onward", "onward"),
    ("wu-foot", "foot"),
];

/// The value of `part` for an element of this class.
pub(crate) fn part(class: &str) -> Value {
    let begins = |known: &str| {
        class
            .strip_prefix(known)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let (_, part) = PARTS.iter().find(|(known, _)| begins(known))?;
    is(part)
}

/// An element with a class and a text of the interface.
pub(crate) fn line(name: &'static str, class: &'static str, words: &'static str) -> Html {
    wrap(name, class, text(words))
}

/// An element that holds nothing but a person's own words, in whatever direction they run.
pub(crate) fn theirs(name: &'static str, class: &'static str, words: &str) -> Html {
    let class = when(!class.is_empty(), class);
    keyed(
        words,
        tag(name, &["dir", "class"], vec![is("auto"), class], copied(words)),
    )
}

/// An element with attributes: `values` are those of `names`, in the same order.
pub(crate) fn tag(
    name: &'static str,
    names: &'static [&'static str],
    values: Vec<Value>,
    child: Html,
) -> Html {
    finish(VTag::new(name), names, values, child)
}

/// The same, reachable through `at` once it is on the page.
pub(crate) fn tag_at(
    at: &NodeRef,
    name: &'static str,
    names: &'static [&'static str],
    values: Vec<Value>,
    child: Html,
) -> Html {
    let mut tag = VTag::new(name);
    tag.node_ref = at.clone();
    finish(tag, names, values, child)
}

/// An input whose checked state is always ours.
pub(crate) fn input(names: &'static [&'static str], values: Vec<Value>, checked: bool) -> Html {
    let mut tag = VTag::new("input");
    tag.set_checked(checked);
    finish(tag, names, values, none())
}

/// A text area whose value is always ours.
pub(crate) fn textarea(
    at: &NodeRef,
    names: &'static [&'static str],
    values: Vec<Value>,
    value: &str,
) -> Html {
    let mut tag = VTag::new("textarea");
    tag.set_value(Some(AttrValue::from(value.to_owned())));
    tag.node_ref = at.clone();
    finish(tag, names, values, none())
}

/// An input whose value is always ours.
pub(crate) fn valued(names: &'static [&'static str], values: Vec<Value>, value: &str) -> Html {
    let mut tag = VTag::new("input");
    tag.set_value(Some(AttrValue::from(value.to_owned())));
    finish(tag, names, values, none())
}

fn finish(mut tag: VTag, names: &'static [&'static str], values: Vec<Value>, child: Html) -> Html {
    let values = values
        .into_iter()
        .map(|value| value.map(AttributeOrProperty::Attribute))
        .collect();
    tag.set_attributes(Attributes::Dynamic { keys: names, values });
    if let Some(children) = tag.children_mut() {
        *children = child;
    }
    Html::VTag(Rc::new(tag))
}

/// The element with a key: another key is another element.
pub(crate) fn keyed(key: &str, mut html: Html) -> Html {
    if let Html::VTag(tag) = &mut html
        && let Some(tag) = Rc::get_mut(tag)
    {
        tag.key = Some(key.into());
    }
    html
}

/// Nodes one after another, as one child.
pub(crate) fn list(nodes: Vec<Html>) -> Html {
    Html::VList(Rc::new(VList::with_children(nodes, None)))
}

/// Nothing, in its place.
pub(crate) fn none() -> Html {
    Html::default()
}

/// `html` if there is something to show.
pub(crate) fn maybe(html: Option<Html>) -> Html {
    html.unwrap_or_default()
}

/// A text of the interface.
pub(crate) fn text(words: &'static str) -> Html {
    if EASY.get() {
        return broken(lines_of(words).into_iter().map(copied).collect());
    }
    Html::from(AttrValue::Static(words))
}

/// The sentences of a text, where each is to have a line of its own; elsewhere the whole text.
pub(crate) fn lines_of(text: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = text;
    if EASY.get() {
        let ends = |at: usize| {
            let before = text.get(..at).map(|before| before.trim_end_matches(['”', ')']));
            before.is_some_and(|before| before.ends_with(['.', '?', '!']))
        };
        for (at, _) in text.match_indices(' ') {
            if let Some((line, tail)) = rest.split_at_checked(at + rest.len() - text.len())
                && ends(at)
            {
                lines.push(line);
                rest = tail.get(1..).unwrap_or_default();
            }
        }
    }
    lines.push(rest);
    lines
}

/// Lines one under another, with real breaks between them: they are copied as they are seen.
pub(crate) fn broken(mut lines: Vec<Html>) -> Html {
    if lines.len() == 1 {
        return lines.remove(0);
    }
    let mut all = Vec::new();
    for line in lines {
        if !all.is_empty() {
            // The space is for whoever reads the text without its layout: reading aloud, a translator.
            all.push(copied(" "));
            all.push(el("br", "", Vec::new()));
        }
        all.push(wrap("span", "wu-line", line));
    }
    list(all)
}

/// A line drawing beside words that say the same; nothing where there is none.
pub(crate) fn drawing(class: &'static str, path: &'static str) -> Html {
    if path.is_empty() {
        return none();
    }
    let line = tag("path", &["d"], vec![is(path)], none());
    let names = &["class", "viewBox", "aria-hidden"];
    tag("svg", names, vec![is(class), is("0 0 64 64"), is("true")], line)
}

/// In Easy Read, a place for a picture of the page's own, by its name in parts; what is ours stands there until it has one.
/// Its words are beside it in any case.
pub(crate) fn picture_slot(name: &[&str], ours: Html) -> Html {
    if !EASY.get() {
        return ours;
    }
    tag("slot", &["name"], vec![says(&name.concat())], ours)
}

/// Any other text.
pub(crate) fn copied(words: &str) -> Html {
    Html::from(AttrValue::from(words.to_owned()))
}

thread_local! {
    /// The language of the aid's own words where it is not the interface's, and whether that is all of them.
    static AID: RefCell<(Value, bool)> = const { RefCell::new((None, false)) };
    /// Whether each sentence has a line of its own.
    static EASY: Cell<bool> = const { Cell::new(false) };
}

/// Before a view is made: the language of what has no translation, and whether nothing has one; whether it is Easy Read.
pub(crate) fn speaks(language: Value, all: bool, easy: bool) {
    AID.set((language, all));
    EASY.set(easy);
}

/// Whether the whole aid is in another language than the interface.
pub(crate) fn foreign() -> bool {
    AID.with_borrow(|aid| aid.1)
}

/// The aid's own words: marked where the whole aid is in another language than the interface.
pub(crate) fn content(html: Html) -> Html {
    if foreign() { original(html) } else { html }
}

/// Words in the language of the original.
pub(crate) fn original(html: Html) -> Html {
    let language = AID.with_borrow(|aid| aid.0.clone());
    let rtl = language
        .as_deref()
        .and_then(Language::of)
        .is_some_and(Language::is_rtl);
    tag(
        "span",
        &["lang", "dir"],
        vec![language, is(if rtl { "rtl" } else { "ltr" })],
        html,
    )
}

/// The value of an attribute that is always the same.
pub(crate) fn is(value: &'static str) -> Value {
    Some(AttrValue::Static(value))
}

/// The value of an attribute.
pub(crate) fn says(value: &str) -> Value {
    Some(AttrValue::from(value.to_owned()))
}

/// An attribute that is there or not.
pub(crate) fn when(there: bool, value: &'static str) -> Value {
    there.then_some(AttrValue::Static(value))
}

/// "true" or "false".
pub(crate) fn truth(value: bool) -> Value {
    is(if value { "true" } else { "false" })
}

/// The shapes of a page: a card, its headings, a list, terms and what they mean.
pub(crate) fn card(children: Vec<Html>) -> Html {
    el("section", "wu-card", children)
}

/// Sections one under another on one sheet: less to look at than a card for each.
pub(crate) fn sheet(parts: Vec<Html>) -> Html {
    el("div", "wu-sheet", parts)
}

/// A section of a sheet: its heading stands beside what it says where there is room.
pub(crate) fn section(heading: &'static str, child: Html) -> Html {
    el("section", "wu-sheet__part", vec![h2(heading), child])
}

/// A section that opens with a press of its heading.
pub(crate) fn folded(ui: &Ui, heading: Html, body: Vec<Html>) -> Html {
    fold(ui, "wu-details wu-fold", heading, body)
}

/// The rest of what stands above it under `heading`.
pub(crate) fn more(ui: &Ui, heading: &'static str, rest: Html) -> Html {
    let named = list(vec![space(), line("span", "wu-hidden", heading)]);
    let name = list(vec![text(ui.texts.shell.more), named]);
    fold(ui, "wu-details wu-more", name, vec![rest])
}

/// A heading of a card.
pub(crate) fn h2(words: &'static str) -> Html {
    line("h2", "wu-h2", words)
}

/// A heading in a card.
pub(crate) fn h3(words: &'static str) -> Html {
    line("h3", "wu-h3", words)
}

/// A paragraph of the interface.
pub(crate) fn p(class: &'static str, words: &'static str) -> Html {
    line("p", class, words)
}

/// A button; `act` is what [`crate::Ui::act`] gave.
pub(crate) fn button(class: &'static str, act: Value, child: Html) -> Html {
    const NAMES: &[&str] = &["type", "class", "part", "data-act"];
    tag(
        "button",
        NAMES,
        vec![is("button"), is(class), part(class), act],
        child,
    )
}

/// Something one tap away; open where nothing can be tapped.
pub(crate) fn details(ui: &Ui, summary: Html, body: Vec<Html>) -> Html {
    fold(ui, "wu-details", summary, body)
}

/// What opens stands after the `details` and not in it: it is printed though it is closed, and no style sheet can open
/// a `details` in every browser that people have. Whether it is open is the browser's to know: it is said here once, and
/// no answer changes it.
fn fold(ui: &Ui, class: &'static str, summary: Html, body: Vec<Html>) -> Html {
    let open = vec![when(ui.still || ui.full, "open")];
    let head = tag("details", &["open"], open, wrap("summary", "", summary));
    el("div", class, vec![head, el("div", "wu-details__body", body)])
}

/// A space between two inline elements.
pub(crate) fn space() -> Html {
    line("span", "", " ")
}

/// A section that has nothing to show.
pub(crate) fn empty() -> Html {
    el("div", "", Vec::new())
}
