//! A value of a file as a control: its label, what it is for, how hard it is to read, and what is wrong with it, beside it.

use wasm_bindgen::JsCast as _;
use web_sys::{EventTarget, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use weighup_core::aid::Severity;
use weighup_core::desk::{DeskChange, DeskChoice, Field, FieldKind, FieldSaid, Remark, TextReading};
use yew::{AttrValue, Context, Event, Html, InputEvent, TargetCast as _, html};

use super::head::sentence;
use crate::app::{After, App, At, How, Msg, shown};
use crate::place;

/// A field with everything around it.
pub(super) fn field(app: &App, ctx: &Context<App>, file: &str, field: &Field) -> Html {
    let id = place::id(file, &field.path);
    let remarks = app.remarks_at(file, &field.path, true);
    let at = at(file, field);
    let refused = app.drafts.at(&at).and_then(|draft| draft.refused.as_deref());
    let wrong = refused.is_some() || remarks.iter().any(|remark| remark.problem.is_error());
    let about = described(&id, field, !remarks.is_empty() || refused.is_some());
    let told = Told {
        id: id.clone(),
        about,
        wrong,
    };
    let name = html! { <>{ &field.label }if !field.required { <span class="dk-optional">{ " (optional)" }</span> }</> };
    let help = html! {
        if !field.help.is_empty() { <span class="wu-field__hint" id={format!("{id}-help")}>{ super::coded(&field.help) }{ hint(&field.kind) }</span> }
    };
    let after = html! {
        <>
            if let Some(reading) = field.reading.as_ref().filter(|reading| reading.age.is_some()) { <span class="dk-reading" id={format!("{id}-read")}>{ read(reading) }</span> }
            { beside(&id, refused, &remarks) }
        </>
    };
    let body = match &field.kind {
        FieldKind::Several { of } => return several(ctx, file, field, of, &told, name, help, after),
        FieldKind::References { to } => {
            let of = choices(app, field, to);
            return several(ctx, file, field, of, &told, name, help, after);
        }
        FieldKind::Flag => return flag(ctx, file, field, &told, name, help, after),
        FieldKind::Choice { of } => select(ctx, file, field, of, &told),
        FieldKind::Reference { to } => select(ctx, file, field, choices(app, field, to), &told),
        _ => typed(app, ctx, field, at, &told),
    };
    html! {
        <div class="wu-field" key={id.clone()}>
            <label class="wu-field__label" for={id}>{ name }</label>
            { help }
            { body }
            { after }
        </div>
    }
}

/// What a field that names an entry of a list can name.
fn choices<'a>(app: &'a App, field: &Field, to: &str) -> &'a [DeskChoice] {
    app.sheet
        .as_ref()
        .map_or(&[], |sheet| place::choices(sheet, &field.path, to))
}

/// What a control says of itself.
pub(super) struct Told {
    pub(super) id: String,
    pub(super) about: Option<String>,
    pub(super) wrong: bool,
}

/// Where words that are typed into a field go.
fn at(file: &str, field: &Field) -> At {
    let (path, how) = match field.kind {
        // An entry is called otherwise, with all that refers to it.
        FieldKind::Id => (
            field.path.rsplit_once('.').map_or("", |(entry, _)| entry),
            How::Rename,
        ),
        _ => (field.path.as_str(), How::Set),
    };
    // The identifier of the aid itself is no entry's.
    let (path, how) = if path.is_empty() {
        (field.path.as_str(), How::Set)
    } else {
        (path, how)
    };
    At {
        file: file.to_owned(),
        path: path.to_owned(),
        how,
    }
}

fn described(id: &str, field: &Field, remarks: bool) -> Option<String> {
    let mut ids = Vec::new();
    if !field.help.is_empty() {
        ids.push(format!("{id}-help"));
    }
    if field
        .reading
        .as_ref()
        .is_some_and(|reading| reading.age.is_some())
    {
        ids.push(format!("{id}-read"));
    }
    if remarks {
        ids.push(format!("{id}-said"));
    }
    (!ids.is_empty()).then(|| ids.join(" "))
}

/// How what is typed is read, where it does not go without saying.
fn hint(kind: &FieldKind) -> &'static str {
    match kind {
        FieldKind::Paragraphs => " An empty line begins the next paragraph or point.",
        FieldKind::Date => " Such as 2026-03-31.",
        FieldKind::Range => " Such as 3 to 7.",
        _ => "",
    }
}

fn read(reading: &TextReading) -> String {
    let words = format!(
        "{} {}",
        reading.words,
        if reading.words == 1 { "word" } else { "words" }
    );
    let long = match reading.long {
        0 => String::new(),
        1 => ", 1 long sentence".to_owned(),
        long => format!(", {long} long sentences"),
    };
    match reading.age {
        Some(age) => format!("Reading age about {age:.0}: {words}{long}"),
        None => format!("{words}{long}"),
    }
}

/// What is wrong, in a list that the control is described by.
pub(super) fn beside(id: &str, refused: Option<&str>, remarks: &[&Remark]) -> Html {
    if refused.is_none() && remarks.is_empty() {
        return Html::default();
    }
    html! {
        <ul class="dk-remarks" id={format!("{id}-said")}>
            if let Some(refused) = refused {
                <li class="dk-remark dk-remark--error"><strong>{ "Not taken: " }</strong>{ sentence(refused) }</li>
            }
            { for remarks.iter().map(|remark| self::remark(remark)) }
        </ul>
    }
}

fn remark(remark: &Remark) -> Html {
    let (class, word) = match remark.problem.severity {
        Severity::Error => ("dk-remark dk-remark--error", "Error: "),
        Severity::Warning => ("dk-remark", "Look at this: "),
    };
    // What stands for many fields is told whole in the list of problems.
    let said = remark.each.as_deref().map_or_else(
        || format!("{} {}", sentence(&remark.said), sentence(&remark.todo)),
        sentence,
    );
    html! { <li class={class}><strong>{ word }</strong>{ said }</li> }
}

/// A box for words. A text of one line may be long: its box grows, and a new line in it is a space.
fn typed(app: &App, ctx: &Context<App>, field: &Field, at: At, told: &Told) -> Html {
    let value = match app.drafts.at(&at) {
        Some(draft) => draft.text.clone(),
        None => shown(&field.kind, field.value.as_ref()),
    };
    let text = matches!(field.kind, FieldKind::Line | FieldKind::Paragraphs);
    let lang = (text && at.file == "aid.toml").then(|| app.tongue());
    writing(ctx, at, value, text, lang, told)
}

/// A box that words are typed into; a large one grows with them.
pub(super) fn writing(
    ctx: &Context<App>,
    at: At,
    value: String,
    large: bool,
    lang: Option<String>,
    told: &Told,
) -> Html {
    let input = ctx
        .link()
        .callback(move |event: InputEvent| Msg::Typed(at.clone(), words(event.target())));
    let change = ctx.link().callback(|_: Event| Msg::Take(true));
    let invalid = told.wrong.then_some("true");
    let (id, about) = (told.id.clone(), told.about.clone());
    if large {
        html! { <textarea class="wu-input dk-box" rows="1" {id} {lang} aria-describedby={about} aria-invalid={invalid} oninput={input} onchange={change} {value} /> }
    } else {
        html! { <input class="wu-input dk-short" type="text" autocomplete="off" spellcheck="false" {id} aria-describedby={about} aria-invalid={invalid} oninput={input} onchange={change} {value} /> }
    }
}

/// The words in a box.
pub(super) fn words(target: Option<EventTarget>) -> String {
    let Some(target) = target else {
        return String::new();
    };
    match target.dyn_into::<HtmlTextAreaElement>() {
        Ok(area) => area.value(),
        Err(target) => target
            .dyn_into::<HtmlInputElement>()
            .map(|input| input.value())
            .unwrap_or_default(),
    }
}

fn set(file: &str, path: &str, value: Option<FieldSaid>) -> DeskChange {
    DeskChange::Set {
        file: file.to_owned(),
        path: path.to_owned(),
        value,
    }
}

fn select(ctx: &Context<App>, file: &str, field: &Field, of: &[DeskChoice], told: &Told) -> Html {
    let chosen = match &field.value {
        Some(FieldSaid::Text(word)) => word.as_str(),
        _ => "",
    };
    let (file, path) = (file.to_owned(), field.path.clone());
    let change = ctx.link().callback(move |event: Event| {
        let word = event
            .target_dyn_into::<HtmlSelectElement>()
            .map(|select| select.value())
            .unwrap_or_default();
        let value = (!word.is_empty()).then_some(FieldSaid::Text(word));
        Msg::Do(set(&file, &path, value), After::default())
    });
    let unknown = !chosen.is_empty() && !of.iter().any(|choice| choice.word == chosen);
    html! {
        <select class="wu-input dk-select" data-chosen={chosen.to_owned()} id={told.id.clone()} aria-describedby={told.about.clone()} aria-invalid={told.wrong.then_some("true")} onchange={change}>
            <option value="" selected={chosen.is_empty()}>{ "Not said" }</option>
            if unknown { <option value={chosen.to_owned()} selected={true}>{ format!("{chosen} (there is none of that name)") }</option> }
            { for of.iter().map(|choice| html! {
                <option value={choice.word.clone()} selected={choice.word == chosen}>{ label(choice, of) }</option>
            }) }
        </select>
    }
}

/// A choice in words, with what it means where that is short enough to stand beside it and says more; of several that are called the same, with
/// what tells it from the others.
fn label(choice: &DeskChoice, of: &[DeskChoice]) -> AttrValue {
    let help = choice.help.trim_end_matches('.');
    if of
        .iter()
        .any(|other| other.label == choice.label && other.word != choice.word)
    {
        format!("{} ({})", choice.label, choice.word).into()
    } else if help.is_empty() || help.len() > 80 || help.eq_ignore_ascii_case(&choice.label) {
        choice.label.clone().into()
    } else {
        format!("{}: {}", choice.label, choice.help).into()
    }
}

#[expect(
    clippy::too_many_arguments,
    reason = "the parts of one field, which stand in it in another order than in others"
)]
fn several(
    ctx: &Context<App>,
    file: &str,
    field: &Field,
    of: &[DeskChoice],
    told: &Told,
    name: Html,
    help: Html,
    after: Html,
) -> Html {
    let chosen: Vec<String> = match &field.value {
        Some(FieldSaid::List(words)) => words.clone(),
        _ => Vec::new(),
    };
    let unknown = chosen
        .iter()
        .filter(|word| !of.iter().any(|choice| choice.word == **word));
    let unknown: Vec<DeskChoice> = unknown
        .map(|word| DeskChoice {
            word: word.clone(),
            label: format!("{word} (there is none of that name)"),
            help: String::new(),
        })
        .collect();
    let tick = |choice: &DeskChoice| {
        let (file, path, word, before) = (
            file.to_owned(),
            field.path.clone(),
            choice.word.clone(),
            chosen.clone(),
        );
        let is = chosen.contains(&word);
        let order: Vec<String> = of.iter().map(|choice| choice.word.clone()).collect();
        let change = ctx.link().callback(move |_: Event| {
            let mut words = before.clone();
            if is {
                words.retain(|other| *other != word);
            } else {
                words.push(word.clone());
                // Those that were there stay in their order; one more goes where the list has it when that order is the list's.
                let place = |word: &String| order.iter().position(|other| other == word);
                if before.is_sorted_by_key(place) {
                    words.sort_by_key(place);
                }
            }
            let value = (!words.is_empty()).then_some(FieldSaid::List(words));
            Msg::Do(set(&file, &path, value), After::default())
        });
        html! {
            <label class="dk-tick" key={choice.word.clone()}>
                <input type="checkbox" checked={is} onchange={change} /><span>{ label(choice, of) }</span>
            </label>
        }
    };
    html! {
        <fieldset class="wu-field dk-set" id={told.id.clone()} aria-describedby={told.about.clone()} key={told.id.clone()}>
            <legend class="wu-field__label">{ name }</legend>
            { help }
            { for unknown.iter().chain(of).map(tick) }
            if of.is_empty() && unknown.is_empty() { <p class="wu-soft">{ "There is nothing to choose from yet." }</p> }
            { after }
        </fieldset>
    }
}

fn flag(
    ctx: &Context<App>,
    file: &str,
    field: &Field,
    told: &Told,
    name: Html,
    help: Html,
    after: Html,
) -> Html {
    let is =
        field.value == Some(FieldSaid::Flag(true)) || field.value == Some(FieldSaid::Text("true".to_owned()));
    let (file, path) = (file.to_owned(), field.path.clone());
    let change = ctx
        .link()
        .callback(move |_: Event| Msg::Do(set(&file, &path, Some(FieldSaid::Flag(!is))), After::default()));
    html! {
        <div class="wu-field" key={told.id.clone()}>
            <label class="dk-tick">
                <input type="checkbox" id={told.id.clone()} aria-describedby={told.about.clone()} checked={is} onchange={change} />
                <span class="wu-field__label">{ name }</span>
            </label>
            { help }
            { after }
        </div>
    }
}
