//! A test: what it looks for, what follows, and how often it is right, as four counts of one number of people.

use weighup_core::view::{TestBranch, TestCounts, TestResultsView, TestView};
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, details, h3, markup, text};
use crate::parts::sentences::{figure, paragraph, sentence};
use crate::parts::sources::sources;

/// The card.
pub(crate) fn test_figures(ui: &Ui, view: &TestView) -> Html {
    let texts = &ui.texts.later().test;
    let results = match &view.results {
        TestResultsView::NotKnown(why) => sentence(ui, "", why).into(),
        TestResultsView::Counted(counts) => counted(ui, counts),
    };
    markup! { ui,
        <section class="wu-card">
            <h2 class="wu-h2">{texts.title}</h2>
            {h3(ui, texts.purpose)}
            {paragraph(ui, "", &view.purpose)}
            {h3(ui, texts.if_positive)}
            {paragraph(ui, "", &view.if_positive)}
            {h3(ui, texts.if_negative)}
            {paragraph(ui, "", &view.if_negative)}
            {h3(ui, texts.overdiagnosis)}
            {paragraph(ui, "", &view.overdiagnosis)}
            {h3(ui, texts.results)}
            <div>{results}</div>
        </section>
    }
}

/// The tree as a list in a list, the same numbers as a table, and where they come from.
fn counted(ui: &Ui, counts: &TestCounts) -> Html {
    let texts = &ui.texts.later().test;
    let [with, without] = &counts.branches;
    let origin = markup! { ui, <>{sentence(ui, "", &counts.status)}{sources(ui, &counts.sources)}</> };
    markup! { ui,
        <>
            {sentence(ui, "wu-test__of", &counts.of)}
            <ul class="wu-list wu-test__tree">
                for one in &counts.branches { {branch(ui, one)} }
            </ul>
            {counts.without.as_ref().map(|without| sentence(ui, "", without))}
            <div class="wu-test__scroll">
                <table class="wu-test__table">
                    <caption key={&counts.of} class="wu-table__caption">{counts.of.clone()}</caption>
                    <thead>
                        <tr>
                            <td/>
                            <th scope="col">{texts.right}</th>
                            <th scope="col">{texts.wrong}</th>
                            <th scope="col">{texts.all}</th>
                        </tr>
                    </thead>
                    <tbody>{row(ui, texts.with, with)}{row(ui, texts.without, without)}</tbody>
                </table>
            </div>
            {details(ui, text(ui, ui.texts.later().compare.source), origin)}
        </>
    }
}

fn branch(ui: &Ui, branch: &TestBranch) -> Keyed {
    markup! { ui,
        <li key={&branch.words}>
            {sentence(ui, "wu-test__branch", &branch.words)}
            <ul class="wu-list">
                <li key="right">{sentence(ui, "", &branch.right.1)}</li>
                <li key="wrong">{sentence(ui, "", &branch.wrong.1)}</li>
            </ul>
        </li>
    }
}

fn row(ui: &Ui, name: &'static str, branch: &TestBranch) -> Html {
    markup! { ui,
        <tr>
            <th scope="row">{name}</th>
            <td>{figure("", &branch.right.0)}</td>
            <td>{figure("", &branch.wrong.0)}</td>
            <td>{figure("", &branch.count)}</td>
        </tr>
    }
}
