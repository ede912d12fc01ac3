//! Summary: one page in plain words, to print, copy or take along.

use weighup_core::consultation::{Action, Step, WordsBox};
use weighup_core::view::SummaryView;
use weighup_core::words::{apart_in, comma_in};
use yew::{Html, NodeRef};

use crate::Ui;
use crate::act::Act;
use crate::markup::{
    button, copied, el, empty, folded, h2, h3, is, keyed, line, list, maybe, p, space, tag, text, theirs,
    wrap,
};
use crate::parts::copy_text::copy_text;
use crate::parts::figures_table::figures_table;
use crate::parts::keep::{files, on_device};
use crate::parts::said::{Words, begun, listed, numerals, quoted, sentence, sentences};
use crate::parts::sources::{away, sources};
use crate::parts::start_again::start_again;
use crate::texts::fill;

const ON_SCREEN: &str = "wu-card wu-noprint";
const PART: &str = "wu-summary__part";

/// The step. `plain` is the text to copy, `area` finds the text to copy by hand.
pub fn summary(ui: &Ui, view: &SummaryView, plain: &str, area: &NodeRef) -> Html {
    let texts = &ui.texts.summary;
    let keep = vec![
        button("wu-button", ui.act(Act::Print), text(texts.print)),
        files(ui),
        copy_text(ui, plain, area),
    ];
    list(vec![
        change(ui),
        page(ui, view),
        el(
            "section",
            ON_SCREEN,
            vec![
                h2(texts.keep.title),
                p("", texts.keep.hint),
                el("div", "wu-row", keep),
                on_device(ui),
                start_again(ui),
            ],
        ),
    ])
}

/// Ways to change, at the top where they are looked for afterwards.
fn change(ui: &Ui) -> Html {
    let texts = ui.texts.summary.change;
    let ways = [Step::WhatMatters, Step::Weigh, Step::Decide].map(|step| {
        let label = fill(ui.texts.fit.go_to, &[("name", ui.texts.step(step).name)]);
        let act = ui.does(Action::go_to(step));
        keyed(
            step.name(),
            button("wu-button wu-button--quiet", act, copied(&label)),
        )
    });
    el(
        "section",
        ON_SCREEN,
        vec![folded(
            ui,
            h2(texts.title),
            vec![p("", texts.hint), el("div", "wu-row", ways.into_iter().collect())],
        )],
    )
}

/// The page itself.
fn page(ui: &Ui, view: &SummaryView) -> Html {
    let texts = &ui.texts.summary;
    let own = view.own_questions.as_str();
    let own = (!own.trim().is_empty()).then(|| {
        let said = theirs("p", "wu-summary__own", own);
        el(
            "section",
            PART,
            vec![h3(ui.texts.ready.own_questions.title), said],
        )
    });
    // What was said before, or is for later, waits behind its heading. On paper it is there.
    let fold = |class: &'static str, heading: &'static str, body: Vec<Html>| {
        wrap("section", class, folded(ui, h3(heading), body))
    };
    el(
        "article",
        "wu-card wu-summary",
        vec![
            wrap("h2", "wu-h2 wu-summary__title", quoted("", &view.title)),
            el(
                "div",
                "wu-two wu-summary__part",
                vec![words(ui, &view.words), now(ui, view)],
            ),
            el(
                "div",
                "wu-two",
                vec![
                    first(ui, texts.weighed, &view.weighed, 1, None),
                    part(texts.limits, &view.limits),
                ],
            ),
            actions(ui, view),
            fit(ui, view),
            fold(
                PART,
                texts.figures,
                vec![
                    maybe(view.group.as_ref().map(|group| sentence("", group))),
                    figures_table(ui, &view.figures),
                ],
            ),
            part(ui.texts.test.results, &view.test),
            part(texts.not_known, &view.not_known),
            maybe(own),
            fold(
                "wu-summary__part wu-summary__questions",
                texts.questions,
                vec![sentences("wu-list", &view.questions)],
            ),
            maybe((!view.support.is_empty()).then(|| fold(PART, texts.support, vec![support(ui, view)]))),
            fold(
                PART,
                texts.sources,
                vec![wrap("div", "wu-small", sources(ui, &view.sources))],
            ),
            el(
                "div",
                "wu-summary__foot wu-small",
                vec![sentence("", &view.review.text), sentence("wu-soft", &view.stamp)],
            ),
        ],
    )
}

fn words(ui: &Ui, words: &[(WordsBox, String)]) -> Html {
    let texts = &ui.texts.summary;
    let said = if words.is_empty() {
        p("wu-soft", texts.nothing)
    } else {
        let said = words.iter().flat_map(|(which, text)| {
            let title = ui.texts.words_box(*which).title;
            [
                keyed(title, line("dt", "", title)),
                keyed(text, wrap("dd", "", theirs("q", "", text))),
            ]
        });
        el("dl", "wu-summary__words", said.collect())
    };
    el("section", "", vec![h3(texts.words), said])
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
    let soft = |label: &str, said: &str| {
        let words = [label, ": ", said].concat();
        keyed(&words, wrap("p", "wu-soft", copied(&words)))
    };
    let stage = view.stage.map(|stage| soft(texts.stage, ui.texts.stage(stage)));
    let sure = view.sure.map(|sure| soft(texts.sure, ui.texts.sure(sure)));
    let doubts = (!view.reservations.is_empty()).then(|| {
        let words = theirs("q", "", &view.reservations);
        let label = [texts.reservations, ": "].concat();
        keyed(
            &view.reservations,
            el("p", "wu-summary__doubts", vec![copied(&label), words]),
        )
    });
    let who = (!who.is_empty()).then(|| soft(texts.present, &who.join(comma_in(texts.present))));
    el(
        "section",
        "",
        vec![
            h3(texts.now),
            keyed(chosen, wrap("p", "", wrap("strong", "", copied(chosen)))),
            maybe(sure),
            maybe(doubts),
            maybe(stage),
            maybe(who),
        ],
    )
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
    list(vec![ours(texts.actions, &actions), ours(texts.not_yet, &not_yet)])
}

/// Of the aid's words, or of core's.
fn part(heading: &'static str, lines: &[String]) -> Html {
    said(heading, lines.iter().map(|line| Words::Aid(line)).collect())
}

/// Of the interface's words, with a person's in them.
fn ours(heading: &'static str, lines: &[String]) -> Html {
    said(heading, lines.iter().map(|line| Words::Ours(line)).collect())
}

fn said(heading: &'static str, lines: Vec<Words<'_>>) -> Html {
    if lines.is_empty() {
        return empty();
    }
    el("section", PART, vec![h3(heading), listed("wu-list", lines)])
}

/// The same with its first lines in view, and `last` after all of them.
fn first(ui: &Ui, heading: &'static str, lines: &[String], seen: usize, last: Option<&String>) -> Html {
    if lines.is_empty() && last.is_none() {
        return empty();
    }
    el(
        "section",
        PART,
        vec![
            h3(heading),
            maybe((!lines.is_empty()).then(|| begun(ui, "wu-list", heading, lines, seen))),
            maybe(last.map(|last| sentence("", last))),
        ],
    )
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
    let items = view.support.iter().map(|(name, what, phone, url)| {
        let phone = phone.as_ref().map(|phone| {
            let words = copied(&[" ", phone].concat());
            keyed(phone, tag("span", &["translate"], vec![is("no")], words))
        });
        let url = url.as_ref().map(|url| list(vec![space(), away(ui, url, url)]));
        let words = vec![
            wrap("strong", "", copied(&[name, ". "].concat())),
            wrap("span", "", numerals(what)),
            maybe(phone),
            maybe(url),
        ];
        keyed(name, el("li", "", words))
    });
    el("ul", "wu-list", items.collect())
}
