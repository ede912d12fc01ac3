//! The figures: a table for each outcome, a column for each option. A cell is typed as a spreadsheet would give it, "12 / 100"; the arrows for up
//! and down go from row to row, and several cells at once are pasted into the first of them.

use wasm_bindgen::JsCast as _;
use web_sys::{
    ClipboardEvent, Element, Event, HtmlDetailsElement, HtmlElement, HtmlInputElement, KeyboardEvent,
};
use weighup_core::desk::{
    CellKind, DeskChange, DeskSheet, Field, FieldSaid, FieldTable, FigureCell, FigureKind, FigureRow,
    Figures, Part, PasteColumns,
};
use yew::{Context, Html, TargetCast as _, html};

use super::entry::{part, small};
use super::field::{Told, beside, field, writing};
use crate::app::{After, App, At, How, Msg, Pasting};
use crate::place;

const AID: &str = "aid.toml";

pub(super) fn figures(app: &App, ctx: &Context<App>, sheet: &DeskSheet) -> Html {
    let Some(figures) = &sheet.figures else {
        return html! { <p>{ "The figures can be shown once aid.toml is mended as text." }</p> };
    };
    let list = sheet.sections.iter().find_map(|section| match &section.part {
        Part::List(list) if section.file == AID && list.path == "outcome" => Some(list),
        _ => None,
    });
    let outcomes = list.map_or(&[][..], |list| &list.entries);
    html! {
        <>
            <p class="wu-soft">{ "A cell holds people with it and people in all, such as 12 / 100. For an outcome that is measured it holds the amount, and where it has levels the level’s name." }</p>
            <p class="wu-soft">{ "Copy cells in a spreadsheet and paste them into the cell where they begin. Up and down arrows and Enter go from row to row, and on through the outcomes." }</p>
            { for outcomes.iter().map(|outcome| one(app, ctx, figures, outcome)) }
            if outcomes.is_empty() { <p>{ "There is no outcome yet. Add one under Outcomes and times." }</p> }
        </>
    }
}

/// The table of an outcome, and what else its rows say.
fn one(app: &App, ctx: &Context<App>, figures: &Figures, outcome: &FieldTable) -> Html {
    let list = format!("{}.figures", outcome.path);
    let inside = format!("{list}[");
    let rows: Vec<&FigureRow> = figures
        .rows
        .iter()
        .filter(|row| row.path.starts_with(&inside))
        .collect();
    let id = place::id(AID, &list);
    let title = format!("{id}-title");
    let name = outcome
        .name
        .clone()
        .unwrap_or_else(|| "An outcome without a name".to_owned());
    let of = match rows.first().map(|row| row.of) {
        Some(FigureKind::Amount) => "amount",
        Some(FigureKind::Level) => "level",
        _ => "people with it / people in all",
    };
    html! {
        <section class="dk-figures" key={outcome.path.clone()} aria-labelledby={title.clone()}>
            <h3 class="wu-h2" id={title}>{ &name }</h3>
            { beside(&id, None, &app.remarks_at(AID, &list, false)) }
            <div class="dk-scroll" role="region" tabindex="0" aria-label={format!("Figures: {name}")}>
                <table class="dk-grid">
                    <caption>{ format!("{name}: {of}") }</caption>
                    <thead><tr>
                        <th scope="col">{ "When and of whom" }</th>
                        { for figures.options.iter().map(|option| html! { <th scope="col" key={option.word.clone()}>{ &option.label }</th> }) }
                    </tr></thead>
                    <tbody>
                        { for rows.iter().map(|row| line(app, ctx, row)) }
                    </tbody>
                </table>
            </div>
            { for rows.iter().map(|row| rest(app, ctx, figures, row, rows.len())) }
            <div class="dk-row">
                <button type="button" class="wu-button wu-button--quiet" id={format!("{id}-add")} onclick={add(ctx, &list, &rows)}>{ "Add a row" }<span class="wu-hidden">{ format!(" of {name}") }</span></button>
                if let Some(first) = rows.first() {
                    <button type="button" class="wu-button wu-button--quiet" id={format!("{id}-paste")} onclick={paste(ctx, first, &id)}>{ "Paste from a spreadsheet" }<span class="wu-hidden">{ format!(" into {name}") }</span></button>
                }
            </div>
        </section>
    }
}

fn line(app: &App, ctx: &Context<App>, row: &FigureRow) -> Html {
    let name = row.label.clone();
    let label = |option: &str| {
        app.sheet
            .as_ref()
            .map_or_else(String::new, |sheet| place::cell_name(sheet, row, option))
    };
    html! {
        <tr key={row.path.clone()}>
            <th scope="row">{ &name }</th>
            { for row.cells.iter().map(|cell| html! { <td key={cell.option.clone()}>{ self::cell(app, ctx, cell, &label(&cell.option)) }</td> }) }
        </tr>
    }
}

fn cell(app: &App, ctx: &Context<App>, cell: &FigureCell, name: &str) -> Html {
    let id = place::id(AID, &cell.path);
    let at = At {
        file: AID.to_owned(),
        path: cell.path.clone(),
        how: How::Cell,
    };
    let remarks = app.remarks_at(AID, &cell.path, true);
    let draft = app.drafts.at(&at);
    let refused = draft.and_then(|draft| draft.refused.as_deref());
    let wrong = refused.is_some() || remarks.iter().any(|remark| remark.problem.is_error());
    let about = (refused.is_some() || !remarks.is_empty()).then(|| format!("{id}-said"));
    let value = draft.map_or_else(|| cell.said.clone(), |draft| draft.text.clone());
    let told = Told {
        id: id.clone(),
        about,
        wrong,
    };
    let paste = {
        let pasting = Pasting {
            file: AID.to_owned(),
            path: cell.path.clone(),
            to: name.to_owned(),
            text: String::new(),
            columns: PasteColumns::AsTheyAre,
            back: id.clone(),
        };
        ctx.link().batch_callback(move |event: Event| {
            let text = event
                .dyn_ref::<ClipboardEvent>()?
                .clipboard_data()?
                .get_data("text")
                .ok()?;
            // One cell of a sheet takes the place of the whole figure, as in a sheet; where letters are marked it takes the place of those.
            if !text.trim_end().contains(['\t', '\n']) {
                let input = event.target_dyn_into::<HtmlInputElement>()?;
                if input.selection_start() == input.selection_end() {
                    input.select();
                }
                return None;
            }
            event.prevent_default();
            Some(Msg::Paste(Some(Pasting {
                text,
                ..pasting.clone()
            })))
        })
    };
    html! {
        <div class="dk-cell" onpaste={paste} onkeydown={yew::Callback::from(arrows)}>
            <label class="wu-hidden" for={id.clone()}>{ name }</label>
            { writing(ctx, at, value, false, None, &told) }
            if counted(cell) {
                { small(&format!("{id}-range"), "Work out its range", name, ranged(ctx, cell, &id)) }
            }
            { beside(&id, refused, &remarks) }
        </div>
    }
}

/// Whether people were counted and nothing says how far off the figure may be.
fn counted(cell: &FigureCell) -> bool {
    cell.is == CellKind::Counts && !cell.values.contains_key("interval") && !cell.values.contains_key("range")
}

/// The range is worked out from the count: the 95 % interval of Wilson. One that was published is written in all of the figure instead.
fn ranged(ctx: &Context<App>, cell: &FigureCell, id: &str) -> yew::Callback<web_sys::MouseEvent> {
    let change = DeskChange::Set {
        file: AID.to_owned(),
        path: format!("{}.interval", cell.path),
        value: Some(FieldSaid::Text("wilson95".to_owned())),
    };
    let after = After {
        focus: vec![id.to_owned()],
        said: "Its range is worked out from the count.".to_owned(),
    };
    ctx.link()
        .callback(move |_| Msg::Do(change.clone(), after.clone()))
}

fn beyond(element: &Element, step: i32) -> Option<Element> {
    if step < 0 {
        element.previous_element_sibling()
    } else {
        element.next_element_sibling()
    }
}

/// The row that the next outcome begins with, or the one before ends with: an option's column goes on through all of them.
fn in_next_outcome(row: &Element, step: i32) -> Option<Element> {
    let rows = if step < 0 {
        "tbody tr:last-child"
    } else {
        "tbody tr"
    };
    let mut section = row.closest(".dk-figures").ok()??;
    loop {
        section = beyond(&section, step)?;
        if let Some(row) = section.query_selector(rows).ok()? {
            return Some(row);
        }
    }
}

/// Up and down, and Enter for down, go to the cell of the same option in the next row, and on into the next outcome.
fn arrows(event: KeyboardEvent) {
    let step: i32 = match event.key().as_str() {
        "ArrowUp" => -1,
        "ArrowDown" | "Enter" => 1,
        _ => return,
    };
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<HtmlElement>().ok());
    let next = target.and_then(|input| {
        let cell = input.closest("td").ok()??;
        let row = cell.parent_element()?;
        let column = (0..row.children().length())
            .position(|at| row.children().item(at).is_some_and(|other| other == cell))?;
        let other = beyond(&row, step).or_else(|| in_next_outcome(&row, step))?;
        let there = other.children().item(u32::try_from(column).ok()?)?;
        there
            .query_selector("input")
            .ok()??
            .dyn_into::<HtmlElement>()
            .ok()
    });
    if let Some(next) = next {
        event.prevent_default();
        let _ = next.focus();
    }
}

/// What a row says besides its figures, and what each cell says in full.
fn rest(app: &App, ctx: &Context<App>, figures: &Figures, row: &FigureRow, count: usize) -> Html {
    let name = row.label.clone();
    let id = place::id(AID, &row.path);
    let own = app.remarks_at(AID, &row.path, false);
    let removed = {
        let list = row.path.rsplit_once('[').map_or("", |(list, _)| list);
        let after = After {
            focus: vec![format!("{}-add", place::id(AID, list))],
            said: format!("Removed: {}, {name}. Undo brings it back.", row.name),
        };
        let change = DeskChange::Remove {
            file: AID.to_owned(),
            path: row.path.clone(),
        };
        ctx.link()
            .callback(move |_: web_sys::MouseEvent| Msg::Do(change.clone(), after.clone()))
    };
    let label = |option: &str| {
        figures
            .options
            .iter()
            .find(|each| each.word == option)
            .map_or_else(String::new, |each| each.label.clone())
    };
    let problems = app.remarks_at(AID, &row.path, true).len();
    let summary = html! {
        <>
            <span class="dk-entry__name">{ format!("{name}: time, group, sources and certainty") }</span>
            if problems > 0 { <span class="dk-count">{ problems }<span class="wu-hidden">{ " problems" }</span></span> }
        </>
    };
    fold(app, ctx, &id, &format!("{}, {name}", row.name), summary, || {
        html! {
            <>
                { beside(&id, None, &own) }
                if count > 1 {
                    <div class="dk-row">{ small(&format!("{id}-remove"), "Remove this row", &format!("{}, {name}", row.name), removed) }</div>
                }
                { for row.parts.iter().map(|one| part(app, ctx, AID, one, 3)) }
                { for row.cells.iter().map(|cell| whole(app, ctx, cell, &label(&cell.option))) }
            </>
        }
    })
}

/// All that a cell can say.
fn whole(app: &App, ctx: &Context<App>, cell: &FigureCell, label: &str) -> Html {
    let id = format!("{}-all", place::id(AID, &cell.path));
    let summary = html! { <span class="dk-entry__name">{ format!("{label}: all of its figure") }</span> };
    let fields = || {
        app.sheet
            .as_ref()
            .map(|sheet| place::fields_of(sheet, cell))
            .unwrap_or_default()
    };
    fold(app, ctx, &id, label, summary, || {
        let (said, silent): (Vec<Field>, Vec<Field>) = fields()
            .into_iter()
            .partition(|field| app.filled.contains(&place::id(AID, &field.path)));
        html! {
            <>
                { for said.iter().map(|one| field(app, ctx, AID, one)) }
                <div class="wu-details">
                    <details class="dk-more">
                        <summary>{ "What else a figure can say" }</summary>
                        <div class="dk-more__body">{ for silent.iter().map(|one| field(app, ctx, AID, one)) }</div>
                    </details>
                </div>
            </>
        }
    })
}

/// Something folded, which is made when it is opened.
fn fold(
    app: &App,
    ctx: &Context<App>,
    id: &str,
    name: &str,
    summary: Html,
    body: impl FnOnce() -> Html,
) -> Html {
    let open = app.unfolded.contains(id);
    let own = id.to_owned();
    let toggle = ctx.link().batch_callback(move |event: Event| {
        let details = event.target_dyn_into::<HtmlDetailsElement>()?;
        (details.id() == own).then(|| Msg::Unfold(own.clone(), details.open()))
    });
    html! {
        <details class="dk-entry" id={id.to_owned()} key={id.to_owned()} {open} ontoggle={toggle}>
            <summary>{ summary }</summary>
            if open { <div class="dk-entry__body" role="group" aria-label={name.to_owned()}>{ body() }</div> }
        </details>
    }
}

fn paste(ctx: &Context<App>, row: &FigureRow, list: &str) -> yew::Callback<web_sys::MouseEvent> {
    let path = row
        .cells
        .first()
        .map_or_else(String::new, |cell| cell.path.clone());
    let pasting = Pasting {
        file: AID.to_owned(),
        path,
        to: row.name.clone(),
        text: String::new(),
        columns: PasteColumns::AsTheyAre,
        back: format!("{list}-paste"),
    };
    ctx.link().callback(move |_| Msg::Paste(Some(pasting.clone())))
}

/// A new row begins with what the last one says beside its figures.
fn add(ctx: &Context<App>, list: &str, rows: &[&FigureRow]) -> yew::Callback<web_sys::MouseEvent> {
    let last = rows.last().map_or(&[][..], |row| &row.parts);
    let fields: Vec<(String, FieldSaid)> = last
        .iter()
        .filter_map(|part| match part {
            Part::Field(field) if ["group", "sources"].contains(&field.key.as_str()) => {
                Some((field.key.clone(), field.value.clone()?))
            }
            _ => None,
        })
        .collect();
    let next = format!("{list}[{}]", rows.len());
    let change = DeskChange::Add {
        file: AID.to_owned(),
        path: list.to_owned(),
        at: None,
        fields,
    };
    let after = After {
        focus: vec![place::id(AID, &format!("{next}.at")), place::id(AID, &next)],
        said: "Added: a row. Choose its time.".to_owned(),
    };
    ctx.link()
        .callback(move |_| Msg::Do(change.clone(), after.clone()))
}
