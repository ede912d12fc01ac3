//! How they fit: words first, then bars and what would change it; why, how sure and what it leaves out one tap away.

use weighup_core::consultation::{Action, Step};
use weighup_core::view::{BesideView, FitBar, FitResult, FitView, SummaryTable};
use yew::Html;

use crate::Ui;
use crate::markup::{
    button, card, copied, el, empty, folded, h2, is, keyed, line, list, maybe, p, sheet, tag, text, wrap,
};
use crate::parts::figures_table::figures_table;
use crate::parts::fit_bars::fit_bars;
use crate::parts::gap::gap;
use crate::parts::option_mark::option_name;
use crate::parts::readings::readings;
use crate::parts::said::{LINED, begun, numerals, sentence, sentences};
use crate::texts::fill;

/// The step.
pub fn fit(ui: &Ui, view: &FitView, beside: &BesideView) -> Html {
    let gap = || wrap("div", "", maybe(beside.gap.as_ref().map(|view| gap(ui, view))));
    match view {
        FitView::NotYet { text, go_to } => not_yet(ui, text, *go_to),
        FitView::Waiting { text } => card(vec![sentence("wu-fit__lead", text)]),
        FitView::FactsOnly { text, said, figures } => {
            list(vec![facts(ui, text, said, figures.as_ref()), gap()])
        }
        FitView::Ready(result) => ready(ui, result, gap()),
    }
}

/// The person's own answers and the figures side by side, and nothing worked out from both.
fn facts(ui: &Ui, text: &str, said: &[String], figures: Option<&SummaryTable>) -> Html {
    let texts = &ui.texts;
    let own = if said.is_empty() {
        wrap("div", "", go(ui, Step::Weigh))
    } else {
        sentences("wu-list wu-list--plain wu-fit__said", said)
    };
    let figures = figures.map(|table| {
        card(vec![
            h2(texts.fit.facts_figures),
            figures_table(ui, table),
            el(
                "div",
                "wu-row",
                vec![go(ui, Step::Compare), go(ui, Step::Summary)],
            ),
        ])
    });
    list(vec![
        card(vec![h2(texts.weigh.read_back), own, sentence("wu-soft", text)]),
        wrap("div", "", maybe(figures)),
    ])
}

fn go(ui: &Ui, to: Step) -> Html {
    let label = fill(ui.texts.fit.go_to, &[("name", ui.texts.step(to).name)]);
    button(
        "wu-button wu-button--quiet",
        ui.does(Action::go_to(to)),
        copied(&label),
    )
}

fn not_yet(ui: &Ui, text: &str, go_to: Step) -> Html {
    let label = fill(ui.texts.fit.go_to, &[("name", ui.texts.step(go_to).name)]);
    let go = button("wu-button", ui.does(Action::go_to(go_to)), copied(&label));
    card(vec![sentence("wu-fit__lead", text), wrap("div", "wu-row", go)])
}

fn ready(ui: &Ui, result: &FitResult, gap: Html) -> Html {
    let texts = &ui.texts.fit;
    let leads = result
        .lead
        .iter()
        .chain(&result.of_bars)
        .map(|line| sentence("wu-fit__lead", line));
    let swatch = |class: &'static str, words: &'static str| {
        el(
            "li",
            "",
            vec![el("span", class, Vec::new()), line("span", "", words)],
        )
    };
    let key = vec![
        swatch("wu-bars__swatch", texts.key_solid),
        swatch("wu-bars__swatch wu-bars__swatch--pale", texts.key_pale),
    ];
    let all = result
        .bars
        .iter()
        .map(|bar| keyed(bar.option.id.as_str(), wrap("div", "", sums(ui, bar))));
    let words = vec![
        el("div", "wu-fit__leads", leads.collect()),
        sentence("wu-fit__not-advice", &result.not_advice),
    ];
    let picture = vec![
        h2(texts.bars),
        p("", texts.reading),
        fit_bars(ui, &result.bars),
        el("ul", "wu-bars__key", key),
    ];
    let sure = vec![
        sentences("wu-list wu-list--plain", &result.how_sure),
        readings(ui, &result.readings),
    ];
    let sure = (!result.readings.is_empty()).then(|| folded(ui, h2(texts.how_sure), sure));
    let fold = |heading: &'static str, lines: &[String]| {
        maybe((!lines.is_empty()).then(|| folded(ui, h2(heading), vec![sentences(LINED, lines)])))
    };
    list(vec![
        el(
            "section",
            "wu-card wu-fit__top",
            vec![el("div", "", words), el("div", "", picture)],
        ),
        gap,
        part(ui, texts.dominance, &result.dominance, result.dominance.len()),
        part(ui, texts.would_change, &result.would_change, 1),
        sheet(vec![
            fold(texts.why, &result.why),
            maybe(sure),
            fold(texts.leaves_out, &result.leaves_out),
            folded(ui, h2(texts.sums), all.collect()),
        ]),
    ])
}

/// A card with its first lines in view.
fn part(ui: &Ui, heading: &'static str, lines: &[String], seen: usize) -> Html {
    if lines.is_empty() {
        return empty();
    }
    card(vec![h2(heading), begun(ui, LINED, heading, lines, seen)])
}

/// What each thing that matters adds to an option's bar, to check by hand.
fn sums(ui: &Ui, bar: &FitBar) -> Html {
    let texts = &ui.texts.fit;
    let head = |scope: &'static str, child: Html| tag("th", &["scope"], vec![is(scope)], child);
    let rows = bar.parts.iter().map(|part| {
        let cells = vec![
            head("row", copied(&part.name)),
            wrap("td", "", numerals(&part.sum)),
        ];
        keyed(&[part.name.as_str(), &part.sum].concat(), el("tr", "", cells))
    });
    let heads = vec![head("col", text(texts.what)), head("col", text(texts.sum))];
    let table = vec![
        wrap("caption", "wu-sums__caption", option_name(&bar.option)),
        wrap("thead", "", el("tr", "", heads)),
        el("tbody", "", rows.collect()),
    ];
    list(vec![sentence("", &bar.words), el("table", "wu-sums", table)])
}
