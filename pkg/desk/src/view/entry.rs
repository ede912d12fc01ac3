//! Parts of a form: fields, fields that belong together, and lists of entries that are added, moved and removed.

use weighup_core::desk::{
    Column, DeskChange, EntryList, Field, FieldKind, FieldSaid, FieldTable, Part, PasteColumns,
};
use yew::{Context, Html, html};

use super::field::{beside, field};
use crate::app::{After, App, Msg, Pasting};
use crate::place;

/// A part of a form; `level` is that of the headings in it.
pub(super) fn part(app: &App, ctx: &Context<App>, file: &str, part: &Part, level: u8) -> Html {
    match part {
        Part::Field(one) => field(app, ctx, file, one),
        Part::Table(table) => fields(app, ctx, file, table, level, true),
        Part::List(list) => self::list(app, ctx, file, list, level),
    }
}

/// The fields of a table. What has no value and need not have one is folded away. `own` is whether nothing around them stands for the table.
fn fields(app: &App, ctx: &Context<App>, file: &str, table: &FieldTable, level: u8, own: bool) -> Html {
    let remarks = app.remarks_at(file, &table.path, false);
    let id = place::id(file, &table.path);
    let (seen, folded) = divided(app, file, table);
    let each = |parts: &[&Part]| -> Html {
        parts
            .iter()
            .map(|one| inside(app, ctx, file, one, level))
            .collect()
    };
    html! {
        <div id={own.then(|| id.clone())} class="dk-table">
            { beside(&id, None, &remarks) }
            { each(&seen) }
            if !folded.is_empty() {
                <div class="wu-details">
                    <details class="dk-more">
                        <summary>{ more(&folded) }</summary>
                        <div class="dk-more__body">{ each(&folded) }</div>
                    </details>
                </div>
            }
        </div>
    }
}

/// A table or a list in a table has a name of its own there.
fn inside(app: &App, ctx: &Context<App>, file: &str, one: &Part, level: u8) -> Html {
    match one {
        Part::Field(_) => part(app, ctx, file, one, level),
        Part::Table(table) => html! {
            <fieldset class="dk-group" key={table.path.clone()}>
                <legend class="wu-h3">{ &table.label }if !table.required { <span class="dk-optional">{ " (optional)" }</span> }</legend>
                if !table.help.is_empty() { <p class="wu-field__hint">{ super::coded(&table.help) }</p> }
                { fields(app, ctx, file, table, level + 1, true) }
            </fieldset>
        },
        Part::List(list) => html! {
            <div class="dk-group" role="group" aria-label={list.label.clone()} key={list.path.clone()}>
                <p class="wu-field__label">{ &list.label }</p>
                if !list.help.is_empty() { <p class="wu-field__hint">{ super::coded(&list.help) }</p> }
                { self::list(app, ctx, file, list, level + 1) }
            </div>
        },
    }
}

/// What stands in view, and what is folded away.
fn divided<'t>(app: &App, file: &str, table: &'t FieldTable) -> (Vec<&'t Part>, Vec<&'t Part>) {
    let shown = |one: &&Part| match one {
        Part::Field(field) => {
            let id = place::id(file, &field.path);
            field.required || app.filled.contains(&id) || !app.remarks_at(file, &field.path, true).is_empty()
        }
        Part::Table(table) => table.required || table.present,
        // The figures have a table of their own.
        Part::List(list) => !list.entries.is_empty(),
    };
    let parts = table.parts.iter().filter(|one| !is_figures(one));
    parts.partition(shown)
}

fn is_figures(part: &Part) -> bool {
    matches!(part, Part::List(list) if list.path.starts_with("outcome[") && place::key(&list.path) == "figures")
}

/// "More that can be said: year, url".
fn more(folded: &[&Part]) -> String {
    let names: Vec<String> = folded.iter().map(|one| name_of(one).to_lowercase()).collect();
    let shown: Vec<&str> = names.iter().take(3).map(String::as_str).collect();
    let rest = names.len().saturating_sub(shown.len());
    let rest = if rest > 0 {
        format!(" and {rest} more")
    } else {
        String::new()
    };
    format!("More that can be said: {}{rest}", shown.join(", "))
}

fn name_of(part: &Part) -> &str {
    match part {
        Part::Field(field) => &field.label,
        Part::Table(table) => &table.label,
        Part::List(list) => &list.label,
    }
}

/// A list of entries, each folded to its name.
pub(super) fn list(app: &App, ctx: &Context<App>, file: &str, list: &EntryList, level: u8) -> Html {
    let count = list.entries.len();
    let own = app.remarks_at(file, &list.path, false);
    let id = place::id(file, &list.path);
    let what = singular(&list.label);
    html! {
        <div class="dk-entries" id={id.clone()}>
            { beside(&id, None, &own) }
            // By themselves, so that each keeps its place and what is open in it when another moves.
            <div>{ for list.entries.iter().enumerate().map(|(at, table)| entry(app, ctx, file, (list, &what), table, (at, count), level)) }</div>
            <div class="dk-row">
                <button type="button" class="wu-button wu-button--quiet" id={format!("{id}-add")} onclick={add(ctx, file, list, &what)}>{ format!("Add: {what}") }</button>
                if list.columns.len() > 1 && list.columns.iter().all(|column| is_plain(&column.kind)) {
                    <button type="button" class="wu-button wu-button--quiet" id={format!("{id}-paste")} onclick={paste(ctx, file, list, &id)}>{ "Paste from a spreadsheet" }</button>
                }
            </div>
        </div>
    }
}

/// Whether a cell of a spreadsheet can say it.
fn is_plain(kind: &FieldKind) -> bool {
    !matches!(kind, FieldKind::Several { .. } | FieldKind::References { .. })
}

fn paste(ctx: &Context<App>, file: &str, list: &EntryList, id: &str) -> yew::Callback<web_sys::MouseEvent> {
    let pasting = Pasting {
        file: file.to_owned(),
        path: list.path.clone(),
        to: list.label.clone(),
        text: String::new(),
        columns: PasteColumns::AsTheyAre,
        back: format!("{id}-paste"),
    };
    ctx.link().callback(move |_| Msg::Paste(Some(pasting.clone())))
}

fn add(ctx: &Context<App>, file: &str, list: &EntryList, what: &str) -> yew::Callback<web_sys::MouseEvent> {
    let fields: Vec<(String, FieldSaid)> = list
        .columns
        .iter()
        .filter(|column| matches!(column.kind, FieldKind::Id))
        .map(|column| (column.key.clone(), FieldSaid::Text(new_id(list, column, what))))
        .collect();
    let next = format!("{}[{}]", list.path, list.entries.len());
    let first = list
        .columns
        .iter()
        .find(|column| matches!(column.kind, FieldKind::Line | FieldKind::Paragraphs));
    let first = first.map(|column| place::id(file, &format!("{next}.{}", column.key)));
    let after = After {
        focus: first.into_iter().chain([place::id(file, &next)]).collect(),
        said: format!("Added: {what}."),
    };
    let change = DeskChange::Add {
        file: file.to_owned(),
        path: list.path.clone(),
        at: None,
        fields,
    };
    ctx.link()
        .callback(move |_| Msg::Do(change.clone(), after.clone()))
}

/// A name for a new entry that no other of its list has.
fn new_id(list: &EntryList, column: &Column, what: &str) -> String {
    let taken: Vec<&str> = list
        .entries
        .iter()
        .filter_map(|entry| id_of(entry, &column.key))
        .collect();
    let stem: String = what
        .to_lowercase()
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    let stem = stem.trim_matches('-');
    let names = (list.entries.len() + 1..).map(|number| format!("{stem}-{number}"));
    names
        .into_iter()
        .find(|name| !taken.contains(&name.as_str()))
        .unwrap_or_default()
}

fn id_of<'t>(entry: &'t FieldTable, key: &str) -> Option<&'t str> {
    entry.parts.iter().find_map(|part| match part {
        Part::Field(Field {
            key: found,
            value: Some(FieldSaid::Text(word)),
            ..
        }) if found == key => Some(word.as_str()),
        _ => None,
    })
}

fn entry(
    app: &App,
    ctx: &Context<App>,
    file: &str,
    (list, what): (&EntryList, &str),
    table: &FieldTable,
    (at, count): (usize, usize),
    level: u8,
) -> Html {
    let mut name = table.name.clone().unwrap_or_else(|| format!("{what} {}", at + 1));
    // Of several that are called the same, each says what tells it from the others.
    let alike =
        |other: &FieldTable| other.path != table.path && other.name.is_some() && other.name == table.name;
    if list.entries.iter().any(alike) {
        let own = id_of(table, "id").map_or_else(|| (at + 1).to_string(), str::to_owned);
        name = format!("{name} ({own})");
    }
    let id = place::id(file, &table.path);
    let key = id_of(table, "id").map_or_else(|| table.path.clone(), str::to_owned);
    let problems = app.remarks_at(file, &table.path, true).len();
    let said = match problems {
        0 => String::new(),
        1 => "1 problem".to_owned(),
        many => format!("{many} problems"),
    };
    let moved = |to: usize, word: &str, other: &str| {
        let (here, there) = (
            place::id(file, &table.path),
            place::id(file, &format!("{}[{to}]", list.path)),
        );
        let after = After {
            focus: vec![format!("{there}-{word}"), format!("{there}-{other}"), here],
            said: format!("{name} is number {} of {count} now.", to + 1),
        };
        let change = DeskChange::Move {
            file: file.to_owned(),
            path: table.path.clone(),
            to,
        };
        ctx.link()
            .callback(move |_: web_sys::MouseEvent| Msg::Do(change.clone(), after.clone()))
    };
    let removed = {
        let next = if at + 1 < count {
            place::id(file, &table.path)
        } else {
            format!("{}-add", place::id(file, &list.path))
        };
        let after = After {
            focus: vec![next],
            said: format!("Removed: {name}. Undo brings it back."),
        };
        let change = DeskChange::Remove {
            file: file.to_owned(),
            path: table.path.clone(),
        };
        ctx.link()
            .callback(move |_: web_sys::MouseEvent| Msg::Do(change.clone(), after.clone()))
    };
    html! {
        <details class="dk-entry" {key} id={id.clone()}>
            <summary><span class="dk-entry__name">{ &name }</span>if !said.is_empty() { <span class="dk-count">{ said }</span> }</summary>
            <div class="dk-entry__body" role="group" aria-label={name.clone()}>
                <div class="dk-row">
                    if at > 0 { { small(&format!("{id}-up"), "Move up", &name, moved(at - 1, "up", "down")) } }
                    if at + 1 < count { { small(&format!("{id}-down"), "Move down", &name, moved(at + 1, "down", "up")) } }
                    { small(&format!("{id}-remove"), "Remove", &name, removed) }
                </div>
                { fields(app, ctx, file, table, level, false) }
            </div>
        </details>
    }
}

/// A button of an entry; which one is said to those who do not see where it stands.
pub(super) fn small(
    id: &str,
    does: &'static str,
    name: &str,
    onclick: yew::Callback<web_sys::MouseEvent>,
) -> Html {
    html! { <button type="button" class="wu-button wu-button--quiet wu-button--small" id={id.to_owned()} {onclick}>{ does }<span class="wu-hidden">{ format!(": {name}") }</span></button> }
}

/// What one entry of a list is called.
fn singular(label: &str) -> String {
    let label = label.to_lowercase();
    match label.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => label
            .strip_suffix('s')
            .filter(|stem| !stem.ends_with('s'))
            .unwrap_or(&label)
            .to_owned(),
    }
}
