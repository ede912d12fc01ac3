//! The health professional's panel, a drawer beside every step in the consultation, closed at first: what the person said, what to
//! talk about, what one could say, the time. Another voice, and seen to be one; nothing of it is printed.

use weighup_core::consultation::{Action, List, Note, Presence, Step, WordsBox};
use weighup_core::view::PanelView;
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{details, h3, markup, text, theirs};
use crate::parts::notes;
use crate::parts::own_words::own_words;
use crate::parts::sentences::{LINED, WordsOf, listed};
use crate::texts::fill;

/// The panel.
pub fn panel(ui: &Ui, view: &PanelView, step: Step) -> Html {
    let title = ui.texts.later().panel.title;
    let class = if ui.drawer {
        "wu-panel wu-panel--open wu-noprint"
    } else {
        "wu-panel wu-noprint"
    };
    markup! { ui,
        <aside aria-label={title} class={class}>
            <h2 class="wu-panel__title">
                <button type="button" aria-expanded={ui.drawer} class="wu-panel__door" act={Act::Drawer}>{title}</button>
            </h2>
            <div class="wu-panel__parts">if ui.drawer { {parts(ui, view, step)} }</div>
        </aside>
    }
}

fn parts(ui: &Ui, view: &PanelView, step: Step) -> Html {
    let texts = &ui.texts.later().panel;
    let say = ui.texts.to_say(step).map(WordsOf::Ours);
    let notes = own_words(
        ui,
        "professional",
        ui.texts.words_box(WordsBox::Professional),
        &view.notes,
        Act::Words(WordsBox::Professional),
    );
    markup! { ui,
        <>
            <section class="wu-panel__part">
                {h3(ui, texts.say)}
                {listed(ui, LINED, say.into_iter().collect())}
            </section>
            <section class="wu-panel__part">{h3(ui, texts.said)}{said(ui, view)}</section>
            <section class="wu-panel__part">
                {h3(ui, texts.agenda.title)}
                <p class="wu-soft">{texts.agenda.hint}</p>
                {agenda(ui, &view.agenda)}
            </section>
            <section class="wu-panel__part">{notes}</section>
            <section class="wu-panel__part">{clock(ui)}</section>
            <section class="wu-panel__part">{h3(ui, texts.screens)}{screens(ui)}</section>
        </>
    }
}

/// Their words first, then what they weighed, where they are, what is open.
fn said(ui: &Ui, view: &PanelView) -> Html {
    let own = view.words.iter();
    let own = own.map(|(place, words)| (ui.texts.words_box(*place).title, words.as_str()));
    let asked = (!view.questions.is_empty()).then_some((
        ui.texts.later().ready.own_questions.title,
        view.questions.as_str(),
    ));
    let quotes: Vec<_> = own.chain(asked).collect();
    let stage = view.stage.map(|stage| WordsOf::Ours(ui.texts.stage(stage)));
    let prompts = view.not_yet.iter().map(|prompt| ui.texts.prompt(*prompt));
    let prompts: Vec<String> = prompts
        .map(|words| [words, " ", ui.texts.later().ready.not_yet].concat())
        .collect();
    let weighed = view.leaning.iter().chain(&view.weighed);
    let rest: Vec<WordsOf<'_>> = stage
        .into_iter()
        .chain(weighed.map(|words| WordsOf::Aid(words)))
        .chain(prompts.iter().map(|words| WordsOf::Ours(words)))
        .collect();
    if quotes.is_empty() && rest.is_empty() {
        return markup! { ui, <p class="wu-soft">{ui.texts.later().panel.nothing}</p> };
    }
    markup! { ui,
        <>
            <div>
                for (label, words) in quotes {
                    <p key={&[label, words].concat()} class="wu-panel__said">
                        <span class="wu-soft">{label}</span>
                        {theirs("q", "", words)}
                    </p>
                }
            </div>
            {listed(ui, "wu-list", rest)}
        </>
    }
}

/// One list for both people, in the order they agree on.
fn agenda(ui: &Ui, agenda: &[Note]) -> Html {
    let texts = &ui.texts.later().panel;
    let form =
        |name: &str, who, label, add| notes::add(ui, name, List::Agenda, who, &[label], add, agenda.len());
    markup! { ui,
        <>
            <ol class="wu-panel__agenda">
                for (at, topic) in agenda.iter().enumerate() {
                    <li key={&topic.id.to_string()}>
                        <span class="wu-panel__whose">{whose(ui, topic.who)}</span>
                        {notes::note(ui, List::Agenda, topic)}
                        if at > 0 {
                            <button
                                type="button"
                                class="wu-link"
                                act={Action::move_note(List::Agenda, topic.id, true)}
                            >
                                {fill(texts.earlier, &[("words", &topic.words)])}
                            </button>
                        }
                    </li>
                }
            </ol>
            {form("topic", Presence::Me, texts.topic, texts.add)}
            {form("own-topic", Presence::Professional, texts.own_topic, texts.add_own)}
        </>
    }
}

fn whose(ui: &Ui, who: Presence) -> &'static str {
    let [me, someone, professional] = ui.texts.later().panel.whose;
    match who {
        Presence::Me => me,
        Presence::SomeoneWithMe => someone,
        Presence::Professional => professional,
    }
}

/// The clock. It is folded away and runs only when somebody starts it: nobody is to be hurried.
fn clock(ui: &Ui) -> Html {
    let texts = &ui.texts.later().panel;
    let label = if ui.minutes.is_some() {
        texts.stop
    } else {
        texts.start
    };
    let used = ui
        .minutes
        .map(|minutes| fill(texts.minutes, &[("minutes", &minutes.to_string())]));
    let body = markup! { ui,
        <>
            <div>if let Some(used) = &used { <p key={used}>{WordsOf::Ours(used).html(ui)}</p> }</div>
            <button key={label} type="button" class="wu-button wu-button--quiet" act={Act::Clock}>{label}</button>
        </>
    };
    details(ui, text(ui, texts.time), body)
}

fn screens(ui: &Ui) -> Html {
    let texts = &ui.texts.later().panel;
    markup! { ui,
        <div class="wu-row">
            <button type="button" class="wu-button wu-button--quiet" act={Act::Second}>{texts.second}</button>
            <button type="button" class="wu-button wu-button--quiet" act={Act::Large}>{texts.large}</button>
        </div>
    }
}
