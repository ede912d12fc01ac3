//! How they fit: words first, a picture where one option is in front, what speaks for and against each; why, how sure and what it leaves
//! out one tap away.

use weighup_core::consultation::{Action, Step};
use weighup_core::view::{AgreementView, FitBar, FitResult, FitView, OptionHead, SummaryTable};
use yew::Html;

use crate::Ui;
use crate::markup::{empty, folded, h2, markup, more};
use crate::parts::figures_table::figures_table;
use crate::parts::fit_bars::fit_bars;
use crate::parts::gap::gap;
use crate::parts::option_mark::option_name;
use crate::parts::sentences::{LINED, begun, numerals, sentence, sentences};
use crate::texts::fill;

/// The step.
pub fn fit(ui: &Ui, view: &FitView, agreement: &AgreementView) -> Html {
    let gap = || markup! { ui, <div>{agreement.gap.as_ref().map(|view| gap(ui, view))}</div> };
    match view {
        FitView::NotYet { text, go_to } => not_yet(ui, text, *go_to),
        FitView::Waiting { text } => markup! { ui,
            <section class="wu-card">{sentence(ui, "wu-fit__lead", text)}</section>
        },
        FitView::FactsOnly { text, said, figures } => markup! { ui,
            <>{facts(ui, text, said, figures.as_ref())}{gap()}</>
        },
        FitView::Ready(result) => ready(ui, result, gap()),
    }
}

/// The person's own answers and the figures side by side, and nothing worked out from both.
fn facts(ui: &Ui, text: &str, said: &[String], figures: Option<&SummaryTable>) -> Html {
    let texts = &ui.texts;
    markup! { ui,
        <>
            <section class="wu-card">
                {h2(ui, texts.later().weigh.read_back)}
                if said.is_empty() {
                    <div>{go(ui, Step::Weigh)}</div>
                } else {
                    {sentences(ui, "wu-list wu-list--plain wu-fit__said", said)}
                }
                {sentence(ui, "wu-soft", text)}
            </section>
            <div>
                if let Some(table) = figures {
                    <section class="wu-card">
                        {h2(ui, texts.later().fit.facts_figures)}
                        {figures_table(ui, table)}
                        <div class="wu-row">{go(ui, Step::Compare)}{go(ui, Step::Summary)}</div>
                    </section>
                }
            </div>
        </>
    }
}

fn go(ui: &Ui, to: Step) -> Html {
    markup! { ui,
        <button type="button" class="wu-button wu-button--quiet" act={Action::go_to(to)}>
            {fill(ui.texts.later().fit.go_to, &[("name", ui.texts.step(to).name)])}
        </button>
    }
}

fn not_yet(ui: &Ui, text: &str, go_to: Step) -> Html {
    markup! { ui,
        <section class="wu-card">
            {sentence(ui, "wu-fit__lead", text)}
            <div class="wu-row">
                <button type="button" class="wu-button" act={Action::go_to(go_to)}>
                    {fill(ui.texts.later().fit.go_to, &[("name", ui.texts.step(go_to).name)])}
                </button>
            </div>
        </section>
    }
}

fn ready(ui: &Ui, result: &FitResult, gap: Html) -> Html {
    let texts = &ui.texts.later().fit;
    let sure = || {
        // A reading is no person: how many there are is said, and pictures of a hundred are kept for people.
        let shares = result.readings.iter().map(|reading| &reading.words);
        let said: Vec<String> = result.how_sure.iter().chain(shares).cloned().collect();
        sentences(ui, "wu-list wu-list--plain", &said).into()
    };
    let fold = |heading: &'static str, lines: &[String]| {
        (!lines.is_empty()).then(|| folded(ui, h2(ui, heading), sentences(ui, LINED, lines).into()))
    };
    let all = markup! { ui,
        <>for bar in &result.bars { <div key={bar.option.id.as_str()}>{sums(ui, bar)}</div> }</>
    };
    markup! { ui,
        <>
            <section class="wu-card wu-fit__top">
                <div>
                    <div class="wu-fit__leads">
                        for line in result.lead.iter().chain(&result.of_bars) {
                            {sentence(ui, "wu-fit__lead", line)}
                        }
                    </div>
                    <div>
                        if let Some(so_far) = &result.so_far {
                            <div key="so-far">
                                {sentence(ui, "", so_far)}
                                <div class="wu-row">{go(ui, Step::Weigh)}</div>
                            </div>
                        }
                    </div>
                    {sentence(ui, "wu-fit__not-advice", &result.not_advice)}
                </div>
                if result.separated {
                    <div>
                        {h2(ui, texts.bars)}
                        <p>{texts.reading}</p>
                        {fit_bars(ui, &result.bars, true)}
                        <ul class="wu-bars__key">
                            <li>
                                <span class="wu-bars__swatch"/>
                                <span>{texts.key_solid}</span>
                            </li>
                            <li>
                                <span class="wu-bars__swatch wu-bars__swatch--line"/>
                                <span>{texts.key_pale}</span>
                            </li>
                        </ul>
                    </div>
                } else if result.bars.iter().any(|bar| bar.ruled_out.is_some()) {
                    <div>
                        {h2(ui, texts.ruled_out)}
                        {fit_bars(ui, &result.bars, false)}
                    </div>
                }
            </section>
            {gap}
            {speaks(ui, result)}
            {part(ui, texts.not_known, &result.not_known, 1)}
            {part(ui, texts.dominance, &result.dominance, result.dominance.len())}
            <div class="wu-sheet">
                {fold(texts.why, &result.why)}
                {fold(texts.would_change, &result.would_change)}
                if !result.readings.is_empty() { {folded(ui, h2(ui, texts.how_sure), sure())} }
                {fold(texts.leaves_out, &result.leaves_out)}
                {folded(ui, h2(ui, texts.sums), all)}
            </div>
        </>
    }
}

/// What speaks for and against each option, every option in the same form. Where something is clear the sentences above say it, and this
/// opens. Where nothing is, it is what there is to talk about: of each option, what counts most to the person stands in view.
fn speaks(ui: &Ui, result: &FitResult) -> Html {
    let texts = &ui.texts.later().fit;
    let clear = result.ahead.len() < result.bars.len();
    let side = |heading: &'static str, option: &OptionHead, lines: &[String]| {
        let seen = if clear { lines.len() } else { 1 };
        let (first, rest) = lines.split_at_checked(seen).unwrap_or((lines, &[]));
        // To ears, of which option it is: on screen it stands under it.
        let named = [heading, ", ", &option.in_sentence].concat();
        markup! { ui,
            <div>
                <h4 class="wu-speaks__side">{heading}</h4>
                if lines.is_empty() {
                    <p class="wu-soft">{texts.speaks_nothing}</p>
                } else {
                    {sentences(ui, "wu-list", first)}
                    if !rest.is_empty() { {more(ui, &named, sentences(ui, "wu-list", rest).into())} }
                }
            </div>
        }
    };
    let body = markup! { ui,
        <>
            <div class="wu-speaks">
                for sides in &result.sides {
                    <div key={sides.option.id.as_str()} class="wu-speaks__one">
                        <h3 class="wu-h3">{option_name(ui, &sides.option)}</h3>
                        {side(texts.speaks_for, &sides.option, &sides.speaks_for)}
                        {side(texts.speaks_against, &sides.option, &sides.against)}
                    </div>
                }
            </div>
            {sentences(ui, "wu-list wu-list--plain", &result.not_told_apart)}
        </>
    };
    markup! { ui,
        <div>
            if clear {
                <div key="folded" class="wu-sheet">{folded(ui, h2(ui, texts.speaks), body)}</div>
            } else {
                <section key="seen" class="wu-card">{h2(ui, texts.speaks)}{body}</section>
            }
        </div>
    }
}

/// A card with its first lines in view.
fn part(ui: &Ui, heading: &'static str, lines: &[String], seen: usize) -> Html {
    if lines.is_empty() {
        return empty();
    }
    markup! { ui,
        <section class="wu-card">
            {h2(ui, heading)}
            {begun(ui, LINED, heading, lines, seen)}
        </section>
    }
}

/// What each thing that matters adds to an option's bar, to check by hand.
fn sums(ui: &Ui, bar: &FitBar) -> Html {
    let texts = &ui.texts.later().fit;
    markup! { ui,
        <>
            {sentence(ui, "", &bar.words)}
            <table class="wu-sums">
                <caption class="wu-sums__caption">{option_name(ui, &bar.option)}</caption>
                <thead>
                    <tr>
                        <th scope="col">{texts.what}</th>
                        <th scope="col">{texts.sum}</th>
                    </tr>
                </thead>
                <tbody>
                    for part in &bar.parts {
                        <tr key={&[part.name.as_str(), &part.sum].concat()}>
                            <th scope="row">{part.name.clone()}</th>
                            <td>{numerals(ui, &part.sum)}</td>
                        </tr>
                    }
                </tbody>
            </table>
        </>
    }
}
