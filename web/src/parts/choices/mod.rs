//! A question with answers to choose from: radio buttons for one, checkboxes for any.

use weighup_core::consultation::Action;
use yew::{AttrValue, Html};

use crate::Ui;
use crate::markup::{Value, el, input, is, keyed, list, maybe, says, tag, when, wrap};
use crate::parts::said::Words;

/// How many may be chosen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One.
    One,
    /// Any number.
    Any,
}

/// One answer.
pub struct Choice {
    /// Unique in the question.
    pub id: String,
    /// Its label.
    pub label: Html,
    /// A sentence under it.
    pub hint: Option<String>,
    /// Chosen.
    pub chosen: bool,
    /// False when choosing it would do nothing now.
    pub able: bool,
    /// What choosing it does.
    pub action: Action,
}

impl Choice {
    /// An answer with a plain label.
    #[must_use]
    pub fn new(id: impl Into<String>, label: Words<'_>, chosen: bool, action: Action) -> Self {
        Self {
            id: id.into(),
            label: label.html(),
            hint: None,
            chosen,
            able: true,
            action,
        }
    }
}

/// The question. `name` is unique in the widget.
pub fn choices(
    ui: &Ui,
    name: &str,
    kind: Kind,
    legend: Words<'_>,
    hint: Option<Words<'_>>,
    answers: Vec<Choice>,
) -> Html {
    let group = ui.id(name);
    let hint_id = hint.map(|_| ui.id(&[name, "-hint"].concat()));
    let answers = answers
        .into_iter()
        .map(|answer| keyed(&answer.id.clone(), wrap("div", "", one(ui, &group, kind, answer))));
    let answers = el("div", "wu-choices__list", answers.collect());
    tag(
        "fieldset",
        &["aria-describedby", "class"],
        vec![hint_id.clone(), is("wu-choices")],
        list(vec![
            wrap(
                "legend",
                "wu-choices__legend",
                keyed(legend.text(), wrap("span", "", legend.html())),
            ),
            maybe(hint.map(|hint| hinted("wu-choices__hint", hint_id, hint))),
            answers,
        ]),
    )
}

fn hinted(class: &'static str, id: Value, hint: Words<'_>) -> Html {
    let line = tag("p", &["id", "class"], vec![id, is(class)], hint.html());
    keyed(hint.text(), line)
}

fn one(ui: &Ui, group: &str, kind: Kind, answer: Choice) -> Html {
    let id = AttrValue::from([group, "-", &answer.id].concat());
    let hint_id = answer
        .hint
        .is_some()
        .then(|| AttrValue::from([&id, "-hint"].concat()));
    let (shape, class) = match (kind, answer.able) {
        (Kind::One, true) => ("radio", "wu-choice wu-choice--one"),
        (Kind::Any, true) => ("checkbox", "wu-choice wu-choice--any"),
        (Kind::One, false) => ("radio", "wu-choice wu-choice--one wu-choice--unable"),
        (Kind::Any, false) => ("checkbox", "wu-choice wu-choice--any wu-choice--unable"),
    };
    let control = input(
        &[
            "type",
            "id",
            "name",
            "aria-describedby",
            "disabled",
            "class",
            "data-act",
        ],
        vec![
            is(shape),
            Some(id.clone()),
            says(group),
            hint_id.clone(),
            when(!answer.able, "disabled"),
            is("wu-choice__input"),
            ui.does(answer.action),
        ],
        answer.chosen,
    );
    let label = tag(
        "label",
        &["for", "class"],
        vec![Some(id), is("wu-choice__label")],
        answer.label,
    );
    let hint = answer
        .hint
        .map(|hint| hinted("wu-choice__hint", hint_id, Words::Aid(&hint)));
    el(
        "div",
        class,
        vec![control, el("div", "wu-choice__text", vec![label, maybe(hint)])],
    )
}
