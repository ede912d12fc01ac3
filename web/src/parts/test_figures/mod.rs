//! A test: what it looks for, what follows, and how often it is right, as four counts of one number of people.

use weighup_core::view::{TestBranch, TestCounts, TestResultsView, TestView};
use yew::Html;

use crate::Ui;
use crate::markup::{card, copied, details, el, h2, h3, is, keyed, list, maybe, tag, text, wrap};
use crate::parts::said::{figure, paragraph, sentence};
use crate::parts::sources::sources;

/// The card.
pub(crate) fn test_figures(ui: &Ui, view: &TestView) -> Html {
    let texts = &ui.texts.test;
    let results = match &view.results {
        TestResultsView::NotKnown(why) => sentence("", why),
        TestResultsView::Counted(counts) => counted(ui, counts),
    };
    card(vec![
        h2(texts.title),
        h3(texts.purpose),
        paragraph("", &view.purpose),
        h3(texts.if_positive),
        paragraph("", &view.if_positive),
        h3(texts.if_negative),
        paragraph("", &view.if_negative),
        h3(texts.overdiagnosis),
        paragraph("", &view.overdiagnosis),
        h3(texts.results),
        el("div", "", vec![results]),
    ])
}

/// The tree as a list in a list, the same numbers as a table, and where they come from.
fn counted(ui: &Ui, counts: &TestCounts) -> Html {
    let texts = &ui.texts.test;
    let branch = |branch: &TestBranch| {
        let ends = vec![
            keyed("right", wrap("li", "", sentence("", &branch.right.1))),
            keyed("wrong", wrap("li", "", sentence("", &branch.wrong.1))),
        ];
        keyed(
            &branch.words,
            el(
                "li",
                "",
                vec![
                    sentence("wu-test__branch", &branch.words),
                    el("ul", "wu-list", ends),
                ],
            ),
        )
    };
    let [with, without] = &counts.branches;
    let row = |name: &'static str, branch: &TestBranch| {
        let cell = |number: &str| keyed(number, wrap("td", "", figure("", number)));
        el(
            "tr",
            "",
            vec![
                tag("th", &["scope"], vec![is("row")], text(name)),
                cell(&branch.right.0),
                cell(&branch.wrong.0),
                cell(&branch.count),
            ],
        )
    };
    let head = |name: &'static str| tag("th", &["scope"], vec![is("col")], text(name));
    let mut heads = vec![el("td", "", Vec::new())];
    heads.extend([texts.right, texts.wrong, texts.all].map(head));
    let table = vec![
        keyed(
            &counts.of,
            wrap("caption", "wu-table__caption", copied(&counts.of)),
        ),
        wrap("thead", "", el("tr", "", heads)),
        el(
            "tbody",
            "",
            vec![row(texts.with, with), row(texts.without, without)],
        ),
    ];
    list(vec![
        sentence("wu-test__of", &counts.of),
        el(
            "ul",
            "wu-list wu-test__tree",
            counts.branches.iter().map(branch).collect(),
        ),
        maybe(counts.without.as_ref().map(|without| sentence("", without))),
        wrap("div", "wu-test__scroll", el("table", "wu-test__table", table)),
        details(
            ui,
            text(ui.texts.compare.source),
            vec![sentence("", &counts.status), sources(ui, &counts.sources)],
        ),
    ])
}
