//! What `markup!` is written out as: one short call per element.
//!
//! Yew's own macro writes every element out where it stands, about 300 bytes of WebAssembly each, most of it the same
//! moves again; a call is a tenth of that (decisions 0009 and 0029). Each argument is one child and keeps its place: what
//! is not there is [`none`], never a shorter list, so that Yew matches every node with its own last version.

use std::rc::Rc;

use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag};
use yew::{AttrValue, Html, NodeRef};

use super::{Said, Value};
use crate::Ui;

/// What a host page may style with `::part`, by the class an element begins with. `docs/embedding.md` lists them, and a
/// name that stands there stays.
const PARTS: [(&str, &str); 21] = [
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
    ("wu-stages", "stages"),
    ("wu-steps", "steps"),
    ("wu-words", "words"),
];

/// The value of `part` for an element of this class.
fn part(class: &str) -> Value {
    let begins = |known: &str| {
        class
            .strip_prefix(known)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let (_, part) = PARTS.iter().find(|(known, _)| begins(known))?;
    is(part)
}

/// An element with attributes. `values` are those of `names` in the same order, without that of `part`, which stands after
/// `class` and follows from it.
pub(crate) fn tag<const N: usize>(
    name: &'static str,
    names: &'static [&'static str],
    values: [Value; N],
    child: Html,
) -> Html {
    made(name, names, Vec::from(values), child)
}

fn made(name: &'static str, names: &'static [&'static str], values: Vec<Value>, child: Html) -> Html {
    let mut given = values.into_iter();
    let mut found = None;
    let values = names.iter().map(|name| {
        let value = match *name {
            "part" => found.take(),
            "class" => {
                let class = given.next().flatten().filter(|class| !class.is_empty());
                found = class.as_deref().and_then(part);
                class
            }
            _ => given.next().flatten(),
        };
        value.map(AttributeOrProperty::Attribute)
    });
    let values = values.collect();
    let mut tag = VTag::new(name);
    tag.set_attributes(Attributes::Dynamic { keys: names, values });
    if let Some(children) = tag.children_mut() {
        *children = child;
    }
    Html::VTag(Rc::new(tag))
}

/// An element with a class (none when empty) and one child.
pub fn wrap(name: &'static str, class: &'static str, child: Html) -> Html {
    classed(name, is(class), child)
}

/// The same with a class that is put together.
pub(crate) fn classed(name: &'static str, class: Value, child: Html) -> Html {
    made(name, &["class", "part"], vec![class], child)
}

/// An element with a class (none when empty) and several children.
pub(crate) fn el<const N: usize>(name: &'static str, class: &'static str, children: [Html; N]) -> Html {
    wrap(name, class, list(children))
}

/// An element with a class (none when empty) whose only child is what `said` becomes.
pub(crate) fn line<T: Said>(ui: &Ui, name: &'static str, class: &'static str, said: T) -> Html {
    wrap(name, class, said.said(ui))
}

/// A button.
pub(crate) fn button(class: &'static str, act: Value, child: Html) -> Html {
    tag(
        "button",
        &["type", "class", "part", "data-act"],
        [is("button"), is(class), act],
        child,
    )
}

/// Nodes one after another, as one child.
pub(crate) fn list<const N: usize>(nodes: [Html; N]) -> Html {
    list_of(Vec::from(nodes))
}

/// A list of changing length, as one child: its items have keys.
pub fn list_of(mut nodes: Vec<Html>) -> Html {
    apart(&mut nodes);
    Html::VList(Rc::new(VList::with_children(nodes, None)))
}

/// Makes keys of one list different where they are alike. A key is often a text, which may be a person's own and stand in two
/// places, and Yew stops the widget, or mixes up what is on the page, where two of a list have one key.
fn apart(nodes: &mut [Html]) {
    // Yew looks at the keys of a list only where all have one.
    let Some(keys) = nodes
        .iter()
        .map(|node| node.key().cloned())
        .collect::<Option<Vec<_>>>()
    else {
        return;
    };
    for (at, (node, key)) in nodes.iter_mut().zip(&keys).enumerate() {
        let before = keys.iter().take(at).filter(|other| *other == key).count();
        if before > 0 {
            // No text has this character.
            let other = [key, "\0".repeat(before).as_str()].concat();
            *node = keyed(&other, std::mem::take(node));
        }
    }
}

/// Nothing, in its place.
pub fn none() -> Html {
    Html::default()
}

/// A text that is the same in every language.
pub fn fixed(text: &'static str) -> Html {
    Html::from(AttrValue::Static(text))
}

/// The value of an attribute that is always the same.
pub(crate) fn is(value: &'static str) -> Value {
    Some(AttrValue::Static(value))
}

/// The element with a key: another key is another element.
pub fn keyed(key: &str, html: Html) -> Html {
    with(html, |tag| tag.key = Some(key.into()))
}

/// The element, reachable through `node` once it is on the page.
pub(crate) fn at(node: &NodeRef, html: Html) -> Html {
    with(html, |tag| tag.node_ref = node.clone())
}

/// An input whose checked state is always ours.
pub(crate) fn checked(checked: bool, html: Html) -> Html {
    with(html, |tag| tag.set_checked(checked))
}

/// An input or a text area whose value is always ours.
pub(crate) fn valued(value: &str, html: Html) -> Html {
    with(html, |tag| tag.set_value(Some(AttrValue::from(value.to_owned()))))
}

/// The element just made, changed before anything else holds it.
fn with(mut html: Html, change: impl FnOnce(&mut VTag)) -> Html {
    if let Html::VTag(tag) = &mut html
        && let Some(tag) = Rc::get_mut(tag)
    {
        change(tag);
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markup::copied;

    fn keys(list: &Html) -> Vec<String> {
        let Html::VList(list) = list else {
            return Vec::new();
        };
        list.iter()
            .filter_map(|node| node.key().map(ToString::to_string))
            .collect()
    }

    #[test]
    fn what_has_the_same_words_has_keys_of_its_own() {
        let item = |words: &str| keyed(words, wrap("li", "", none()));
        let list = list_of(vec![item("swim"), item("walk"), item("swim"), item("swim")]);
        assert_eq!(keys(&list), ["swim", "walk", "swim\0", "swim\0\0"]);
    }

    #[test]
    fn keys_stay_as_they_are_where_they_differ_or_are_not_looked_at() {
        let item = |words: &str| keyed(words, wrap("li", "", none()));
        assert_eq!(keys(&list_of(vec![item("a"), item("b")])), ["a", "b"]);
        assert_eq!(
            keys(&list_of(vec![item("a"), copied("and"), item("a")])),
            ["a", "a"]
        );
    }
}
