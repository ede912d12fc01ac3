//! How they fit: words first, then bars, why, what would change it, how sure, what it leaves out.

use weighup_core::consultation::{Action, Step};
use weighup_core::view::{FitBar, FitResult, FitView};
use yew::{Html, html};

use crate::Ui;
use crate::parts::fit_bars::fit_bars;
use crate::parts::option_mark::option_name;
use crate::parts::said::{numerals, sentence, sentences};
use crate::texts::fill;

/// The step.
pub fn fit(ui: &Ui, view: &FitView) -> Html {
    match view {
        FitView::NotYet { text, go_to } => not_yet(ui, text, *go_to),
        FitView::FactsOnly { text } => {
            html! { <section class="wu-card">{ sentence("wu-fit__lead", text) }</section> }
        }
        FitView::Ready(result) => ready(ui, result),
    }
}

fn not_yet(ui: &Ui, text: &str, go_to: Step) -> Html {
    let label = fill(ui.texts.fit.go_to, &[("name", ui.texts.step(go_to).name)]);
    html! {
        <section class="wu-card">
            { sentence("wu-fit__lead", text) }
            <div class="wu-row">
                <button type="button" class="wu-button" onclick={ui.act(Action::GoTo(go_to))}>{ label }</button>
            </div>
        </section>
    }
}

fn ready(ui: &Ui, result: &FitResult) -> Html {
    let texts = &ui.texts.fit;
    html! {
        <>
            <section class="wu-card">
                <div class="wu-fit__leads">
                    for line in &result.lead {
                        { sentence("wu-fit__lead", line) }
                    }
                </div>
                { sentence("wu-fit__not-advice", &result.not_advice) }
            </section>
            <section class="wu-card">
                <h2 class="wu-h2">{ texts.bars }</h2>
                <p>{ texts.reading }</p>
                { fit_bars(ui, &result.bars) }
                <ul class="wu-bars__key">
                    <li><span class="wu-bars__swatch"></span><span>{ texts.key_solid }</span></li>
                    <li><span class="wu-bars__swatch wu-bars__swatch--pale"></span><span>{ texts.key_pale }</span></li>
                </ul>
            </section>
            { part(texts.dominance, &result.dominance) }
            <section class="wu-card">
                <h2 class="wu-h2">{ texts.why }</h2>
                { sentences("", &result.why) }
                <details class="wu-details">
                    <summary>{ texts.sums }</summary>
                    <div class="wu-details__body">
                        for bar in &result.bars {
                            <div key={bar.option.id.as_str().to_owned()}>{ sums(ui, bar) }</div>
                        }
                    </div>
                </details>
            </section>
            { part(texts.would_change, &result.would_change) }
            { part(texts.how_sure, &result.how_sure) }
            { part(texts.leaves_out, &result.leaves_out) }
        </>
    }
}

fn part(heading: &'static str, lines: &[String]) -> Html {
    if lines.is_empty() {
        return html! { <div /> };
    }
    html! {
        <section class="wu-card">
            <h2 class="wu-h2">{ heading }</h2>
            { sentences("wu-list--plain wu-list--lined", lines) }
        </section>
    }
}

/// What each thing that matters adds to an option's bar, to check by hand.
fn sums(ui: &Ui, bar: &FitBar) -> Html {
    let texts = &ui.texts.fit;
    html! {
        <>
        { sentence("", &bar.words) }
        <table class="wu-sums">
            <caption class="wu-sums__caption">{ option_name(&bar.option) }</caption>
            <thead>
                <tr><th scope="col">{ texts.what }</th><th scope="col">{ texts.sum }</th></tr>
            </thead>
            <tbody>
                for (at, part) in bar.parts.iter().enumerate() {
                    <tr key={format!("{at}:{}:{}", part.name, part.sum)}>
                        <th scope="row">{ part.name.clone() }</th>
                        <td>{ numerals(&part.sum) }</td>
                    </tr>
                }
            </tbody>
        </table>
        </>
    }
}
