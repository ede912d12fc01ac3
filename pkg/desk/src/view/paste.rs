//! The panel for a table of a spreadsheet: what would be taken is shown before it is, and what cannot be taken is named with its row and column.
//! The words are those of `core/desk`; here they are laid out.

use weighup_core::desk::{PasteColumns, PastePreview};
use yew::{Context, Event, Html, InputEvent, html};

use super::field::words;
use super::head::sentence;
use crate::app::{App, Msg, Pasting};

pub(super) fn panel(app: &App, ctx: &Context<App>) -> Html {
    let Some(pasting) = &app.pasting else {
        return Html::default();
    };
    let link = ctx.link();
    let tried = app.tried();
    let ready = tried.as_ref().is_some_and(PastePreview::is_sound);
    let input = link.callback(|event: InputEvent| Msg::PasteTyped(words(event.target())));
    let change = link.callback(|event: Event| Msg::PasteTyped(words(event.target())));
    html! {
        <section class="wu-card dk-paste" aria-labelledby="dk-paste-title">
            <h3 class="wu-h2" id="dk-paste-title">{ "Paste from a spreadsheet" }</h3>
            <p class="wu-soft" id="dk-paste-help">{ help(pasting) }</p>
            <label class="wu-field__label" for="dk-paste">{ format!("Cells for {}", pasting.to) }</label>
            <textarea class="wu-input dk-plain" id="dk-paste" rows="6" spellcheck="false" aria-describedby="dk-paste-help dk-paste-said" oninput={input} onchange={change} value={pasting.text.clone()} />
            if let Some(told) = tried.as_ref().filter(|told| told.ask) { { choice(ctx, told) } }
            <div id="dk-paste-said" role="status">
                { match &tried {
                    None => html! { <p class="wu-soft">{ "Nothing is pasted yet." }</p> },
                    Some(told) => said(told),
                } }
            </div>
            <div class="dk-row">
                <button type="button" class="wu-button" aria-disabled={(!ready).then_some("true")} onclick={link.batch_callback(move |_| ready.then_some(Msg::PasteTake))}>{ "Put it in" }</button>
                <button type="button" class="wu-button wu-button--quiet" onclick={link.callback(|_| Msg::Paste(None))}>{ "Cancel" }</button>
            </div>
        </section>
    }
}

fn help(pasting: &Pasting) -> &'static str {
    if pasting.path.contains("].cells.") {
        "A row for each time, and for each option a column of figures (12 / 100) or two columns: people with it, and people in all. Headings may stand above them. A percentage is refused, as nobody knows of how many."
    } else {
        "A row for each entry. The first row may name the columns."
    }
}

/// Whether two columns are one figure, where that is a question.
fn choice(ctx: &Context<App>, told: &PastePreview) -> Html {
    let one = |columns: PasteColumns, label: &'static str| {
        let choose = ctx.link().callback(move |_: Event| Msg::PasteColumns(columns));
        html! {
            <label class="dk-tick">
                <input type="radio" name="dk-paste-columns" checked={told.columns == columns} onchange={choose} />
                <span>{ label }</span>
            </label>
        }
    };
    html! {
        <fieldset class="dk-set" id="dk-paste-columns">
            <legend class="wu-field__label">{ "How are the columns to be read?" }</legend>
            { one(PasteColumns::Pairs, "Two columns are one figure: people with it, and people in all") }
            { one(PasteColumns::Each, "Each column is a figure of its own") }
        </fieldset>
    }
}

fn said(told: &PastePreview) -> Html {
    if let Some(why) = &told.refused {
        return html! { <p class="dk-remark dk-remark--error"><strong>{ "Not taken: " }</strong>{ sentence(why) }</p> };
    }
    if !told.mistakes.is_empty() {
        return html! {
            <>
                <p><strong>{ "Not taken: " }</strong>{ format!("{} cannot be taken, so nothing is. Mend it here, or in the spreadsheet.", cells(told.mistakes.len())) }</p>
                <ul class="dk-remarks">{ for told.mistakes.iter().map(|one| html! { <li class="dk-remark dk-remark--error">{ sentence(&one.to_string()) }</li> }) }</ul>
            </>
        };
    }
    html! {
        <>
            if !told.read.is_empty() { <p>{ &told.read }</p> }
            if told.lines.is_empty() {
                <p>{ "These figures are in the table already." }</p>
            } else {
                <table class="dk-grid dk-grid--plain">
                    <caption>{ format!("To be put in: {}", told.lines.len()) }</caption>
                    <thead><tr><th scope="col">{ "Where" }</th><th scope="col">{ "Now" }</th><th scope="col">{ "Then" }</th></tr></thead>
                    <tbody>{ for told.lines.iter().map(|line| html! {
                        <tr key={line.place.clone()}>
                            <th scope="row">{ &line.place }</th>
                            <td>{ if line.now.is_empty() { "nothing" } else { &line.now } }</td>
                            <td>{ &line.then }</td>
                        </tr>
                    }) }</tbody>
                </table>
            }
            { for told.also.iter().map(|also| html! { <p class="dk-remark">{ sentence(also) }</p> }) }
        </>
    }
}

fn cells(many: usize) -> String {
    if many == 1 {
        "1 cell".to_owned()
    } else {
        format!("{many} cells")
    }
}
