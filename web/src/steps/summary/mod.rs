//! Summary: one page in plain words, to print, copy or take along.

use weighup_core::consultation::{Action, Step, WordsBox};
use weighup_core::view::SummaryView;
use weighup_core::words::{apart_in, comma_in};
use yew::{Html, NodeRef};

use crate::Ui;
use crate::act::Act;
use crate::markup::{Keyed, copied, empty, folded, h2, h3, markup, space, theirs};
use crate::parts::copy_text::copy_text;
use crate::parts::figures_table::figures_table;
use crate::parts::keep::{files, on_device};
use crate::parts::sentences::{WordsOf, begun, listed, numerals, quoted, sentence, sentences};
use crate::parts::sources::{away, sources};
use crate::parts::start_again::start_again;
use crate::texts::fill;

const PART: &str = "wu-summary__part";

/// The step. `plain` is the text to copy, `area` finds the text to copy by hand.
pub fn summary(ui: &Ui, view: &SummaryView, plain: &str, area: &NodeRef) -> Html {
    let texts = &ui.texts.summary;
    markup! { ui,
        <>
            {change(ui)}
            {page(ui, view)}
            <section class="wu-card wu-noprint">
                {h2(ui, texts.keep.title)}
                <p>{texts.keep.hint}</p>
                <div class="wu-row">
                    <button type="button" class="wu-button" act={Act::Print}>{texts.print}</button>
                    {files(ui)}
                    {copy_text(ui, plain, area)}
                </div>
                {on_device(ui)}
                {start_again(ui)}
            </section>
        </>
    }
}

/// Ways to change, at the top where they are looked for afterwards.
fn change(ui: &Ui) -> Html {
    let texts = ui.texts.summary.change;
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
                        {fill(ui.texts.fit.go_to, &[("name", ui.texts.step(step).name)])}
                    </button>
                }
            </div>
        </>
    };
    markup! { ui, <section class="wu-card wu-noprint">{folded(ui, h2(ui, texts.title), body)}</section> }
}

/// The page itself.
fn page(ui: &Ui, view: &SummaryView) -> Html {
    let texts = &ui.texts.summary;
    let own = view.own_questions.as_str();
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
    let cited = markup! { ui, <div class="wu-small">{sources(ui, &view.sources)}</div> };
    let questions = sentences(ui, "wu-list", &view.questions).into();
    markup! { ui,
        <article class="wu-card wu-summary">
            <h2 class="wu-h2 wu-summary__title">{quoted(ui, "", &view.title)}</h2>
            <div class="wu-two wu-summary__part">
                {words(ui, &view.words)}
                {now(ui, view)}
            </div>
            <div class="wu-two">
                {first(ui, texts.weighed, &view.weighed, view.weighed_seen, None)}
                {part(ui, texts.limits, &view.limits)}
            </div>
            {actions(ui, view)}
            {fit(ui, view)}
            {fold(PART, texts.figures, figures)}
            {part(ui, ui.texts.test.results, &view.test)}
            {part(ui, texts.not_known, &view.not_known)}
            if !own.trim().is_empty() {
                <section class="wu-summary__part">
                    {h3(ui, ui.texts.ready.own_questions.title)}
                    {theirs("p", "wu-summary__own", own)}
                </section>
            }
            {part(ui, ui.texts.options.get_help, &view.get_help)}
            {fold("wu-summary__part wu-summary__questions", texts.questions, questions)}
            if !view.support.is_empty() { {fold(PART, texts.support, support(ui, view))} }
            {fold(PART, texts.sources, cited)}
            <div class="wu-summary__foot wu-small">
                {sentence(ui, "", &view.review.text)}
                {sentence(ui, "wu-soft", &view.stamp)}
            </div>
        </article>
    }
}

fn words(ui: &Ui, words: &[(WordsBox, String)]) -> Html {
    let texts = &ui.texts.summary;
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
    let texts = &ui.texts.summary;
    let chosen = view.leanings.iter().find(|(_, _, chosen)| *chosen);
    let chosen = chosen.map_or(texts.nothing, |(_, label, _)| label);
    let who: Vec<&str> = view
        .present
        .iter()
        .map(|who| ui.texts.presence_short(*who))
        .collect();
    let who = (!who.is_empty()).then(|| soft(texts.present, &who.join(comma_in(texts.present))));
    let doubts = &view.reservations;
    markup! { ui,
        <section>
            {h3(ui, texts.now)}
            <p key={chosen}><strong>{copied(chosen)}</strong></p>
            {view.sure.map(|sure| soft(texts.sure, ui.texts.sure(sure)))}
            if !doubts.is_empty() {
                <p key={doubts} class="wu-summary__doubts">
                    {[texts.reservations, ": "].concat()}
                    {theirs("q", "", doubts)}
                </p>
            }
            {view.stage.map(|stage| soft(texts.stage, ui.texts.stage(stage)))}
            {who}
        </section>
    }
}

fn soft(label: &str, said: &str) -> Keyed {
    let words = [label, ": ", said].concat();
    markup! { <p key={&words.clone()} class="wu-soft">{words}</p> }
}

/// Who does what, when to look again, and what to look at first.
fn actions(ui: &Ui, view: &SummaryView) -> Html {
    let texts = &ui.texts.summary;
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
    let not_yet: Vec<String> = view
        .not_yet
        .iter()
        .map(|prompt| ui.texts.prompt(*prompt).to_owned())
        .collect();
    markup! { ui, <>{ours(ui, texts.actions, &actions)}{ours(ui, texts.not_yet, &not_yet)}</> }
}

/// Of the aid's words, or of core's.
fn part(ui: &Ui, heading: &'static str, lines: &[String]) -> Html {
    said(ui, heading, lines.iter().map(|line| WordsOf::Aid(line)).collect())
}

/// Of the interface's words, with a person's in them.
fn ours(ui: &Ui, heading: &'static str, lines: &[String]) -> Html {
    said(
        ui,
        heading,
        lines.iter().map(|line| WordsOf::Ours(line)).collect(),
    )
}

fn said(ui: &Ui, heading: &'static str, lines: Vec<WordsOf<'_>>) -> Html {
    if lines.is_empty() {
        return empty();
    }
    markup! { ui, <section class="wu-summary__part">{h3(ui, heading)}{listed(ui, "wu-list", lines)}</section> }
}

/// The same with its first lines in view, and `last` after all of them.
fn first(ui: &Ui, heading: &'static str, lines: &[String], seen: usize, last: Option<&String>) -> Html {
    if lines.is_empty() && last.is_none() {
        return empty();
    }
    markup! { ui,
        <section class="wu-summary__part">
            {h3(ui, heading)}
            if !lines.is_empty() { {begun(ui, "wu-list", heading, lines, seen)} }
            {last.map(|last| sentence(ui, "", last))}
        </section>
    }
}

/// The result, how it came about one tap away, and that it is not advice.
fn fit(ui: &Ui, view: &SummaryView) -> Html {
    let (last, lines) = match view.fit.split_last() {
        Some((last, lines)) => (Some(last), lines),
        None => (None, &[] as &[String]),
    };
    first(ui, ui.texts.summary.fit, lines, view.fit_seen, last)
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
