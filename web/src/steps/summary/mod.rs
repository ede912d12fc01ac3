//! Summary: one page in plain words, to print, copy or take along.

use web_sys::MouseEvent;
use weighup_core::consultation::{Action, Leaning, Presence, WordsBox};
use weighup_core::view::SummaryView;
use yew::{Callback, Html, html};

use crate::Ui;
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::copy_text::CopyText;
use crate::parts::figures_table::figures_table;
use crate::parts::own_words::own_words;
use crate::parts::said::{numerals, sentence, sentences};
use crate::parts::sources::{away, sources};
use crate::parts::start_again::StartAgain;

/// The step.
pub fn summary(ui: &Ui, view: &SummaryView) -> Html {
    let texts = &ui.texts.summary;
    html! {
        <>
            { leaning(ui, view) }
            <section class="wu-card wu-noprint">
                { own_words(ui, "questions", texts.own_questions, &view.own_questions, Action::SetQuestions) }
            </section>
            { page(ui, view) }
            <section class="wu-card wu-noprint">
                <h2 class="wu-h2">{ texts.keep.title }</h2>
                <p>{ texts.keep.hint }</p>
                <div class="wu-row">
                    <button type="button" class="wu-button" onclick={Callback::from(print)}>{ texts.print }</button>
                    <CopyText text={view.plain_text.clone()} />
                </div>
                <StartAgain />
            </section>
        </>
    }
}

fn print(_: MouseEvent) {
    if let Some(window) = web_sys::window() {
        // A browser without printing keeps the page as it is.
        drop(window.print());
    }
}

fn leaning(ui: &Ui, view: &SummaryView) -> Html {
    let text = ui.texts.summary.leaning;
    let answers = view.leanings.iter().map(|(leaning, label, chosen)| {
        let id = match leaning {
            Leaning::Option(option) => format!("option-{option}"),
            Leaning::Undecided => "undecided".to_owned(),
            Leaning::MoreTime => "more-time".to_owned(),
            Leaning::PleaseAdvise => "please-advise".to_owned(),
        };
        Choice::new(id, label, *chosen, Action::SetLeaning(leaning.clone()))
    });
    html! {
        <section class="wu-card wu-noprint">
            { choices(ui, "leaning", Kind::One, text.title, Some(text.hint), answers.collect()) }
        </section>
    }
}

/// The page itself.
fn page(ui: &Ui, view: &SummaryView) -> Html {
    let texts = &ui.texts.summary;
    let chosen = view
        .leanings
        .iter()
        .find(|(_, _, chosen)| *chosen)
        .map(|(_, label, _)| label.clone());
    html! {
        <article class="wu-card wu-summary">
            <h2 class="wu-h2 wu-summary__title"><span key={view.title.clone()}>{ view.title.clone() }</span></h2>
            <div class="wu-two wu-summary__part">
                { words(ui, &view.words) }
                { now(ui, view, chosen) }
            </div>
            <div class="wu-two">
                { part(texts.weighed, &view.weighed) }
                { part(texts.limits, &view.limits) }
            </div>
            { part(texts.fit, &view.fit) }
            <section class="wu-summary__part">
                <h3 class="wu-h3">{ texts.figures }</h3>
                { figures_table(ui, &view.figures) }
            </section>
            { part(texts.not_known, &view.not_known) }
            <section class="wu-summary__part wu-summary__questions">
                <h3 class="wu-h3">{ texts.questions }</h3>
                if !view.own_questions.trim().is_empty() {
                    <p key={view.own_questions.clone()} class="wu-summary__own">{ view.own_questions.clone() }</p>
                }
                { sentences("", &view.questions) }
            </section>
            { support(ui, view) }
            <section class="wu-summary__part">
                <h3 class="wu-h3">{ texts.sources }</h3>
                <div class="wu-small">{ sources(ui, &view.sources) }</div>
            </section>
            <div class="wu-summary__foot wu-small">
                { sentence("", &view.review.text) }
                { sentence("wu-soft", &view.stamp) }
            </div>
        </article>
    }
}

fn words(ui: &Ui, words: &[(WordsBox, String)]) -> Html {
    html! {
        <section>
            <h3 class="wu-h3">{ ui.texts.summary.words }</h3>
            if words.is_empty() {
                <p class="wu-soft">{ ui.texts.summary.nothing }</p>
            } else {
                <dl class="wu-summary__words">
                    for (which, text) in words {
                        <dt key={ui.texts.words_box(*which).title}>{ ui.texts.words_box(*which).title }</dt>
                        <dd key={text.clone()}><q>{ text.clone() }</q></dd>
                    }
                </dl>
            }
        </section>
    }
}

fn now(ui: &Ui, view: &SummaryView, chosen: Option<String>) -> Html {
    let texts = &ui.texts.summary;
    let who: Vec<&str> = view
        .present
        .iter()
        .map(|who: &Presence| ui.texts.presence_short(*who))
        .collect();
    html! {
        <section>
            <h3 class="wu-h3">{ texts.now }</h3>
            <p key={chosen.clone().unwrap_or_default()}>
                <strong>{ chosen.unwrap_or_else(|| texts.nothing.to_owned()) }</strong>
            </p>
            if let Some(stage) = view.stage {
                <p key={ui.texts.stage(stage)} class="wu-soft">{ format!("{}: {}", texts.stage, ui.texts.stage(stage)) }</p>
            }
            if !who.is_empty() {
                <p key={who.concat()} class="wu-soft">{ format!("{}: {}", texts.present, who.join(", ")) }</p>
            }
        </section>
    }
}

fn part(heading: &'static str, lines: &[String]) -> Html {
    if lines.is_empty() {
        return html! { <div /> };
    }
    html! {
        <section class="wu-summary__part">
            <h3 class="wu-h3">{ heading }</h3>
            { sentences("", lines) }
        </section>
    }
}

fn support(ui: &Ui, view: &SummaryView) -> Html {
    if view.support.is_empty() {
        return html! { <div /> };
    }
    html! {
        <section class="wu-summary__part">
            <h3 class="wu-h3">{ ui.texts.summary.support }</h3>
            <ul class="wu-list">
                for (name, what, phone, url) in &view.support {
                    <li key={name.clone()}>
                        <strong>{ format!("{name}. ") }</strong>
                        <span>{ numerals(what) }</span>
                        if let Some(phone) = phone {
                            <span key={phone.clone()} translate="no">{ format!(" {phone}") }</span>
                        }
                        if let Some(url) = url {
                            <span>{ " " }</span>
                            { away(ui, url, url) }
                        }
                    </li>
                }
            </ul>
        </section>
    }
}
