//! The panel for a table of a spreadsheet: what would be taken is shown before it is, and what cannot be taken is named with its row and column.

use weighup_core::desk::{AuthorDesk, DeskSheet, EntryList, Part};
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
    let ready = matches!(tried, Some(Ok(_)));
    let input = link.callback(|event: InputEvent| Msg::PasteTyped(words(event.target())));
    let change = link.callback(|event: Event| Msg::PasteTyped(words(event.target())));
    html! {
        <section class="wu-card dk-paste" aria-labelledby="dk-paste-title">
            <h3 class="wu-h2" id="dk-paste-title">{ "Paste from a spreadsheet" }</h3>
            <p class="wu-soft" id="dk-paste-help">{ help(pasting) }</p>
            <label class="wu-field__label" for="dk-paste">{ format!("Cells for {}", pasting.to) }</label>
            <textarea class="wu-input dk-plain" id="dk-paste" rows="6" spellcheck="false" aria-describedby="dk-paste-help dk-paste-said" oninput={input} onchange={change} value={pasting.text.clone()} />
            <div id="dk-paste-said" role="status">
                { match &tried {
                    None => html! { <p class="wu-soft">{ "Nothing is pasted yet." }</p> },
                    Some(Err(why)) => html! { <p class="dk-remark dk-remark--error"><strong>{ "Not taken: " }</strong>{ sentence(&why.to_string()) }</p> },
                    Some(Ok(after)) => taken(app, pasting, after),
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
        "A row for each time, a column for each option, from the cell on which they begin. A figure is people with it and people in all: 12 / 100. A percentage is refused, as nobody knows of how many."
    } else {
        "A row for each entry. The first row may name the columns."
    }
}

/// What would be different.
fn taken(app: &App, pasting: &Pasting, after: &AuthorDesk) -> Html {
    let Some(before) = &app.sheet else {
        return Html::default();
    };
    let after = after.sheet();
    if pasting.path.contains("].cells.") {
        return cells(before, &after);
    }
    let (was, is) = (entries(before, pasting), entries(&after, pasting));
    let new: Vec<&String> = is.iter().skip(was.len()).collect();
    html! {
        <>
            <p>{ format!("To be added: {}.", new.len()) }</p>
            <ul class="wu-list">{ for new.iter().map(|name| html! { <li>{ name }</li> }) }</ul>
        </>
    }
}

fn entries(sheet: &DeskSheet, pasting: &Pasting) -> Vec<String> {
    let sections = sheet
        .sections
        .iter()
        .filter(|section| section.file == pasting.file);
    let mut parts: Vec<&Part> = sections.map(|section| &section.part).collect();
    while let Some(part) = parts.pop() {
        match part {
            Part::List(EntryList { path, entries, .. }) if *path == pasting.path => {
                let name = |(at, entry): (usize, &weighup_core::desk::FieldTable)| {
                    entry.name.clone().unwrap_or_else(|| format!("number {}", at + 1))
                };
                return entries.iter().enumerate().map(name).collect();
            }
            Part::List(list) => parts.extend(list.entries.iter().flat_map(|entry| &entry.parts)),
            Part::Table(table) => parts.extend(&table.parts),
            Part::Field(_) => {}
        }
    }
    Vec::new()
}

/// The cells that would be others, with what they are now.
fn cells(before: &DeskSheet, after: &DeskSheet) -> Html {
    let (Some(was), Some(is)) = (&before.figures, &after.figures) else {
        return Html::default();
    };
    let old = |path: &str| {
        was.rows
            .iter()
            .flat_map(|row| &row.cells)
            .find(|cell| cell.path == path)
            .map_or("", |cell| &cell.said)
    };
    let label = |option: &str| {
        is.options
            .iter()
            .find(|each| each.word == option)
            .map_or("", |each| &each.label)
    };
    let mut rows = Vec::new();
    for row in &is.rows {
        for cell in &row.cells {
            let was = old(&cell.path);
            if was != cell.said {
                rows.push(html! {
                    <tr key={cell.path.clone()}>
                        <th scope="row">{ format!("{}, {}", row.name, label(&cell.option)) }</th>
                        <td>{ if was.is_empty() { "nothing" } else { was } }</td>
                        <td>{ &cell.said }</td>
                    </tr>
                });
            }
        }
    }
    if rows.is_empty() {
        return html! { <p>{ "These figures are in the table already." }</p> };
    }
    html! {
        <table class="dk-grid dk-grid--plain">
            <caption>{ format!("To be put in: {}", rows.len()) }</caption>
            <thead><tr><th scope="col">{ "Figure" }</th><th scope="col">{ "Now" }</th><th scope="col">{ "Then" }</th></tr></thead>
            <tbody>{ rows }</tbody>
        </table>
    }
}
