//! Summary: one sheet in plain words, filled in as it will print, and one of questions for an appointment; to print, copy or take
//! along.

mod appointment;

use weighup_core::consultation::{Action, DecisionStatus, Step, WordsBox};
use weighup_core::view::SummaryView;
use weighup_core::words::{apart_in, comma_in};
use yew::{Html, NodeRef};

use crate::Ui;
use crate::act::Act;
use crate::markup::{Keyed, copied, details, empty, folded, h2, h3, markup, space, theirs};
use crate::parts::carry::carry;
use crate::parts::copy_text::copy_text;
use crate::parts::figures_table::figures_table;
use crate::parts::given::given;
use crate::parts::keep::{files, on_device};
use crate::parts::own_words::own_words;
use crate::parts::sentences::{WordsOf, begun, listed, numerals, quoted, sentence, sentences};
use crate::parts::sources::{away, sources};
use crate::parts::start_again::start_again;
use crate::parts::take::take;
use crate::steps;
use crate::texts::fill;

const PART: &str = "wu-summary__part";

/// The step. `plain` is the text to copy, `area` finds the text to copy by hand.
pub fn summary(ui: &Ui, view: &SummaryView, plain: &str, area: &NodeRef) -> Html {
    let texts = &ui.texts.later().summary;
    markup! { ui,
        <>
            {change(ui)}
            {which_sheet(ui)}
            <div class="wu-sheets">
                if ui.open.appointment {
                    <div key="appointment">{appointment::appointment(ui, view)}</div>
                } else {
                    <div key="summary">{page(ui, view)}</div>
                }
            </div>
            {take(ui)}
            {carry(ui)}
            <section class="wu-card wu-noprint">
                {h2(ui, texts.keep.title)}
                if ui.keep.is_none() { <p>{texts.keep.hint}</p> }
                <div class="wu-row">
                    <button type="button" class="wu-button" act={Act::Print}>{texts.print}</button>
                    {files(ui)}
                    {copy_text(ui, plain, area)}
                </div>
                {on_device(ui)}
                {start_again(ui)}
            </section>
            if !ui.give.is_empty() { {given(ui, view)} }
        </>
    }
}

/// What is seen is what is printed: one sheet or the other.
fn which_sheet(ui: &Ui) -> Html {
    let texts = &ui.texts.later().summary;
    let [summary, appointment] = texts.sheets;
    let button = |label: &'static str, appointment: bool| {
        markup! { ui,
            <button
                key={label}
                type="button"
                aria-pressed={ui.open.appointment == appointment}
                class="wu-button wu-button--quiet wu-sheets__one"
                act={Act::Sheet(appointment)}
            >
                {label}
            </button>
        }
    };
    markup! { ui,
        <div role="group" aria-label={texts.sheet} class="wu-row wu-noprint">
            {button(summary, false)}
            {button(appointment, true)}
        </div>
    }
}

/// What is asked, on the sheet, one press away under what it says so far; on paper only what it says.
fn here(ui: &Ui, heading: &'static str, body: Html) -> Html {
    let name = markup! { ui, <>{ui.texts.later().summary.fill}<>{space()}<span class="wu-hidden">{heading}</span></></> };
    markup! { ui, <div class="wu-noprint">{details(ui, name, body)}</div> }
}

/// Ways to change, at the top where they are looked for afterwards.
fn change(ui: &Ui) -> Html {
    let texts = ui.texts.later().summary.change;
    let body = markup! { ui,
        <>
            <p>{texts.hint}</p>
            <div class="wu-row">
                for step in [Step::WhatMatters, Step::Weigh, Step::Decide] {
                    <button
                        key={step.name()}
                        type="button"
                        class="wu-button wu-button--quiet"
                        act={Action::go_to(step)}
                    >
                        {fill(ui.texts.later().fit.go_to, &[("name", ui.texts.step(step).name)])}
                    </button>
                }
            </div>
        </>
    };
    markup! { ui, <section class="wu-card wu-noprint">{folded(ui, h2(ui, texts.title), body)}</section> }
}

/// The page itself.
fn page(ui: &Ui, view: &SummaryView) -> Html {
    let texts = &ui.texts.later().summary;
    // What was said before, or is for later, waits behind its heading. On paper it is there.
    let fold = |class: &'static str, heading: &'static str, body: Html| {
        markup! { ui, <section class={class}>{folded(ui, h3(ui, heading), body)}</section> }
    };
    let figures = markup! { ui,
        <>
            <div>for group in &view.group { {sentence(ui, "", group)} }</div>
            {figures_table(ui, &view.figures)}
        </>
    };
    let help = view.get_help.iter().map(|line| WordsOf::Aid(line)).collect();
    let help = listed(ui, "wu-list", help).into();
    let cited = markup! { ui, <div class="wu-small">{sources(ui, &view.sources)}</div> };
    markup! { ui,
        <article class="wu-card wu-summary">
            <h2 class="wu-h2 wu-summary__title">{quoted(ui, "", &view.title)}</h2>
            <div class="wu-two wu-summary__top">
                {words(ui, &view.words)}
                {now(ui, view)}
                {first(ui, texts.weighed, &view.weighed, view.weighed_seen)}
                {part(ui, texts.limits, &view.limits)}
                {actions(ui, view)}
                {asks(ui, view)}
                {again(ui, view)}
            </div>
            {fit(ui, view)}
            {fold(PART, texts.figures, figures)}
            {part(ui, ui.texts.later().test.results, &view.test)}
            <div class="wu-summary__small">{part(ui, texts.not_known, &view.not_known)}</div>
            if view.help_later && !view.get_help.is_empty() {
                {fold("wu-summary__part wu-summary__small", ui.texts.later().options.get_help, help)}
            } else {
                <div class="wu-summary__small">{part(ui, ui.texts.later().options.get_help, &view.get_help)}</div>
            }
            if !view.support.is_empty() { {fold(PART, texts.support, support(ui, view))} }
            {fold(PART, texts.sources, cited)}
        </article>
    }
}

fn words(ui: &Ui, words: &[(WordsBox, String)]) -> Html {
    let texts = &ui.texts.later().summary;
    // What is told at home stands with what it is about.
    let words: Vec<_> = words
        .iter()
        .filter(|(which, _)| *which != WordsBox::TeachBack)
        .collect();
    markup! { ui,
        <section>
            {h3(ui, texts.words)}
            if words.is_empty() {
                <p class="wu-soft">{texts.nothing}</p>
            } else {
                <dl class="wu-summary__words">
                    for (which, text) in words {
                        <dt key={ui.texts.words_box(*which).title}>{ui.texts.words_box(*which).title}</dt>
                        <dd key={text}>{theirs("q", "", text)}</dd>
                    }
                </dl>
            }
        </section>
    }
}

fn now(ui: &Ui, view: &SummaryView) -> Html {
    let texts = &ui.texts.later().summary;
    // Where nothing is chosen the status says all there is.
    let chosen = view.leanings.iter().find(|(_, _, chosen)| *chosen);
    let chosen = chosen.filter(|_| view.status.0 != DecisionStatus::Made);
    let chosen = chosen.map(|(_, label, _)| {
        markup! { <p key={label}><strong>{copied(label)}</strong></p> }
    });
    let who: Vec<&str> = view
        .present
        .iter()
        .map(|who| ui.texts.presence_short(*who))
        .collect();
    let who = (!who.is_empty()).then(|| soft(texts.present, &who.join(comma_in(texts.present))));
    let doubts = &view.reservations;
    let told = view.words.iter().find(|(which, _)| *which == WordsBox::TeachBack);
    let answered = markup! { ui, <>{steps::stands(ui, &view.decide)}{steps::how_sure(ui, &view.decide)}</> };
    markup! { ui,
        <section>
            {h3(ui, texts.now)}
            {sentence(ui, "wu-summary__status", &view.status.1)}
            {chosen}
            {view.sure.map(|sure| soft(texts.sure, ui.texts.sure(sure)))}
            if !doubts.is_empty() {
                <p key={doubts} class="wu-summary__doubts">
                    {[texts.reservations, ": "].concat()}
                    {theirs("q", "", doubts)}
                </p>
            }
            if let Some((_, told)) = told {
                <p key={told} class="wu-summary__told">
                    {[ui.texts.words_box(WordsBox::TeachBack).title, " "].concat()}
                    {theirs("q", "", told)}
                </p>
            }
            {view.stage.map(|stage| soft(texts.stage, ui.texts.stage(stage)))}
            {who}
            {here(ui, texts.now, answered)}
        </section>
    }
}

fn soft(label: &str, said: &str) -> Keyed {
    let words = [label, ": ", said].concat();
    markup! { <p key={&words.clone()} class="wu-soft">{words}</p> }
}

/// Who does what, and when to look again.
fn actions(ui: &Ui, view: &SummaryView) -> Html {
    let texts = &ui.texts.later().summary;
    let actions: Vec<String> = view
        .actions
        .iter()
        .map(|action| {
            let side = ui.texts.side(action.who);
            let mut line = [side, ": ", &apart_in(side, &action.words)].concat();
            if !action.when.is_empty() {
                // When is in their own words: "Friday", "by Friday", "after the scan".
                line.extend([" (", &apart_in(side, &action.when), ")"]);
            }
            line
        })
        .chain(
            view.review_on
                .iter()
                .map(|day| fill(texts.review_on, &[("day", day)])),
        )
        .collect();
    let answered = markup! { ui, <>{steps::sides(ui, &view.decide)}{steps::review(ui, &view.decide)}</> };
    markup! { ui,
        <section>
            {h3(ui, texts.actions)}
            {lines(ui, &actions)}
            {here(ui, texts.actions, answered)}
        </section>
    }
}

/// What the person wants to ask: in their own words, and what they ticked.
fn asks(ui: &Ui, view: &SummaryView) -> Html {
    let texts = &ui.texts.later().ready;
    let own = view.own_questions.as_str();
    let answered = own_words(ui, "questions", texts.own_questions, own, Act::Questions);
    let nothing = own.trim().is_empty() && view.asks.is_empty();
    markup! { ui,
        <section>
            {h3(ui, texts.own_questions.title)}
            if !own.trim().is_empty() { {theirs("p", "wu-summary__own", own)} }
            if !view.asks.is_empty() { {sentences(ui, "wu-list", &view.asks)} }
            if nothing { <p class="wu-soft">{ui.texts.later().summary.nothing}</p> }
            {here(ui, texts.own_questions.title, answered)}
        </section>
    }
}

/// What to look at again first.
fn again(ui: &Ui, view: &SummaryView) -> Html {
    let heading = ui.texts.later().summary.not_yet;
    let not_yet: Vec<String> = view
        .not_yet
        .iter()
        .map(|prompt| ui.texts.prompt(*prompt).to_owned())
        .collect();
    let class = if not_yet.is_empty() {
        "wu-summary__part wu-noprint"
    } else {
        PART
    };
    markup! { ui,
        <section class={class}>
            {h3(ui, heading)}
            {lines(ui, &not_yet)}
            {here(ui, heading, steps::prompts(ui, &view.ready.prompts))}
        </section>
    }
}

/// Lines of the interface's words with a person's in them, or that there are none.
fn lines(ui: &Ui, lines: &[String]) -> Html {
    if lines.is_empty() {
        return markup! { ui, <p class="wu-soft">{ui.texts.later().summary.nothing}</p> };
    }
    listed(
        ui,
        "wu-list",
        lines.iter().map(|line| WordsOf::Ours(line)).collect(),
    )
    .into()
}

/// Of the aid's words, or of core's.
fn part(ui: &Ui, heading: &'static str, lines: &[String]) -> Html {
    said(ui, heading, lines.iter().map(|line| WordsOf::Aid(line)).collect())
}

fn said(ui: &Ui, heading: &'static str, lines: Vec<WordsOf<'_>>) -> Html {
    if lines.is_empty() {
        return empty();
    }
    markup! { ui, <section class="wu-summary__part">{h3(ui, heading)}{listed(ui, "wu-list", lines)}</section> }
}

/// The same with its first lines in view.
fn first(ui: &Ui, heading: &'static str, lines: &[String], seen: usize) -> Html {
    if lines.is_empty() {
        return empty();
    }
    markup! { ui,
        <section class="wu-summary__part">{h3(ui, heading)}{begun(ui, "wu-list", heading, lines, seen)}</section>
    }
}

/// The result, which opens with how it came about; that it is not advice is never folded.
fn fit(ui: &Ui, view: &SummaryView) -> Html {
    let Some((last, lines)) = view.fit.split_last() else {
        return empty();
    };
    let body = markup! { ui,
        <div class="wu-summary__fit">{begun(ui, "wu-list", ui.texts.later().summary.fit, lines, view.fit_seen)}</div>
    };
    markup! { ui,
        <section class={PART}>
            if !lines.is_empty() { {folded(ui, h3(ui, ui.texts.later().summary.fit), body)} }
            {sentence(ui, "", last)}
        </section>
    }
}

fn support(ui: &Ui, view: &SummaryView) -> Html {
    markup! { ui,
        <ul class="wu-list">
            for (name, what, phone, url) in &view.support {
                <li key={name}>
                    <strong>{[name, ". "].concat()}</strong>
                    <span>{numerals(ui, what)}</span>
                    if let Some(phone) = phone {
                        <span key={phone} translate="no">{[" ", phone].concat()}</span>
                    }
                    if let Some(url) = url { {space()} {away(ui, url, url)} }
                </li>
            }
        </ul>
    }
}
