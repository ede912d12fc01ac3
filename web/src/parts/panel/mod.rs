//! The health professional's panel, beside every step in the consultation: what the person said, what to talk about,
//! what one could say, the time. Another voice, and seen to be one; nothing of it is printed.

use weighup_core::consultation::{Action, List, Note, Presence, Step, WordsBox};
use weighup_core::view::PanelView;
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{
    button, copied, details, el, h3, is, keyed, line, list, maybe, p, tag, text, theirs, wrap,
};
use crate::parts::notes;
use crate::parts::own_words::own_words;
use crate::parts::said::{LINED, Words, listed};
use crate::texts::fill;

/// The panel.
pub fn panel(ui: &Ui, view: &PanelView, step: Step) -> Html {
    let texts = &ui.texts.panel;
    let say = ui.texts.to_say(step).map(Words::Ours);
    let notes = own_words(
        ui,
        "professional",
        ui.texts.words_box(WordsBox::Professional),
        &view.notes,
        Act::Words(WordsBox::Professional),
    );
    let parts = vec![
        line("h2", "wu-panel__title", texts.title),
        part(vec![
            h3(texts.say),
            keyed(ui.texts.step(step).name, listed(LINED, say.into())),
        ]),
        part(vec![h3(texts.said), said(ui, view)]),
        part(vec![
            h3(texts.agenda.title),
            p("wu-soft", texts.agenda.hint),
            agenda(ui, &view.agenda),
        ]),
        part(vec![notes]),
        part(vec![clock(ui)]),
        part(vec![h3(texts.screens), screens(ui)]),
    ];
    tag(
        "aside",
        &["aria-label", "class"],
        vec![is(texts.title), is("wu-panel wu-noprint")],
        list(parts),
    )
}

fn part(children: Vec<Html>) -> Html {
    el("section", "wu-panel__part", children)
}

/// Their words first, then what they weighed, where they are, what is open.
fn said(ui: &Ui, view: &PanelView) -> Html {
    let quote = |label: &'static str, words: &str| {
        let quoted = theirs("q", "", words);
        keyed(
            &[label, words].concat(),
            el(
                "p",
                "wu-panel__said",
                vec![line("span", "wu-soft", label), quoted],
            ),
        )
    };
    let mut lines: Vec<Html> = view
        .words
        .iter()
        .map(|(place, words)| quote(ui.texts.words_box(*place).title, words))
        .collect();
    if !view.questions.is_empty() {
        lines.push(quote(ui.texts.ready.own_questions.title, &view.questions));
    }
    let stage = view.stage.map(|stage| Words::Ours(ui.texts.stage(stage)));
    let prompts = view.not_yet.iter().map(|prompt| ui.texts.prompt(*prompt));
    let prompts: Vec<String> = prompts
        .map(|words| [words, " ", ui.texts.ready.not_yet].concat())
        .collect();
    let theirs = view.leaning.iter().chain(&view.weighed);
    let rest: Vec<Words<'_>> = stage
        .into_iter()
        .chain(theirs.map(|words| Words::Aid(words)))
        .chain(prompts.iter().map(|words| Words::Ours(words)))
        .collect();
    if lines.is_empty() && rest.is_empty() {
        return p("wu-soft", ui.texts.panel.nothing);
    }
    list(vec![el("div", "", lines), listed("wu-list", rest)])
}

/// One list for both, in the order they agree on.
fn agenda(ui: &Ui, agenda: &[Note]) -> Html {
    let texts = &ui.texts.panel;
    let lines = agenda.iter().enumerate().map(|(at, topic)| {
        let earlier = fill(texts.earlier, &[("words", &topic.words)]);
        let act = ui.does(Action::move_note(List::Agenda, topic.id, true));
        let earlier = (at > 0).then(|| button("wu-link", act, copied(&earlier)));
        let parts = vec![
            line("span", "wu-panel__whose", whose(ui, topic.who)),
            notes::note(ui, List::Agenda, topic),
            maybe(earlier),
        ];
        keyed(&topic.id.to_string(), el("li", "", parts))
    });
    let form = |name: &str, who, label, add| notes::add(ui, name, List::Agenda, who, &[label], add);
    list(vec![
        el("ol", "wu-panel__agenda", lines.collect()),
        form("topic", Presence::Me, texts.topic, texts.add),
        form(
            "own-topic",
            Presence::Professional,
            texts.own_topic,
            texts.add_own,
        ),
    ])
}

fn whose(ui: &Ui, who: Presence) -> &'static str {
    let [me, someone, professional] = ui.texts.panel.whose;
    match who {
        Presence::Me => me,
        Presence::SomeoneWithMe => someone,
        Presence::Professional => professional,
    }
}

/// Folded away, and it runs only when somebody starts it: nobody is to be hurried.
fn clock(ui: &Ui) -> Html {
    let texts = &ui.texts.panel;
    let label = if ui.minutes.is_some() {
        texts.stop
    } else {
        texts.start
    };
    let used = ui.minutes.map(|minutes| {
        let used = fill(texts.minutes, &[("minutes", &minutes.to_string())]);
        keyed(&used, wrap("p", "", Words::Ours(&used).html()))
    });
    let press = button("wu-button wu-button--quiet", ui.act(Act::Clock), text(label));
    details(
        ui,
        text(texts.time),
        vec![wrap("div", "", maybe(used)), keyed(label, press)],
    )
}

fn screens(ui: &Ui) -> Html {
    let texts = &ui.texts.panel;
    el(
        "div",
        "wu-row",
        vec![
            button(
                "wu-button wu-button--quiet",
                ui.act(Act::Second),
                text(texts.second),
            ),
            button(
                "wu-button wu-button--quiet",
                ui.act(Act::Large),
                text(texts.large),
            ),
        ],
    )
}
