//! Everything the check says, in a list that leads to each field.

use weighup_core::desk::Remark;
use yew::{Context, Html, html};

use super::head::sentence;
use super::untaken;
use crate::app::{App, Msg};
use crate::place::Group;

fn group(remark: &Remark) -> Group {
    let file = remark.file.as_deref().unwrap_or("aid.toml");
    match &remark.path {
        Some(path) => Group::of(file, path),
        None => Group::Text,
    }
}

/// How many remarks belong to a group.
pub(super) fn in_group(app: &App, of: Group) -> usize {
    app.remarks.iter().filter(|remark| group(remark) == of).count()
}

pub(super) fn problems(app: &App, ctx: &Context<App>) -> Html {
    let (errors, warnings): (Vec<&Remark>, Vec<&Remark>) =
        app.remarks.iter().partition(|remark| remark.problem.is_error());
    let untaken = untaken::count(app);
    if app.remarks.is_empty() && untaken.is_none() {
        return html! { <p class="dk-sound">{ "The check finds nothing wrong with this aid." }</p> };
    }
    let count = |many: usize, one: &str| {
        if many == 1 {
            format!("1 {one}")
        } else {
            format!("{many} {one}s")
        }
    };
    let said = match (errors.len(), warnings.len()) {
        (0, 0) => "No errors".to_owned(),
        (0, warnings) => format!("No errors, {} to look at", count(warnings, "thing")),
        (errors, 0) => format!("{} to mend before it can be built", count(errors, "error")),
        (errors, warnings) => format!(
            "{} to mend before it can be built, {} to look at",
            count(errors, "error"),
            count(warnings, "thing")
        ),
    };
    html! {
        <details class="dk-problems" id="dk-problems">
            <summary>{ untaken.map_or_else(|| said.clone(), |untaken| format!("{untaken}. {said}")) }</summary>
            <ul>{ untaken::lines(app, ctx) }{ for errors.iter().chain(&warnings).map(|remark| line(ctx, remark)) }</ul>
        </details>
    }
}

fn line(ctx: &Context<App>, remark: &Remark) -> Html {
    let problem = &remark.problem;
    let (file, path, at) = (remark.file.clone(), remark.path.clone(), problem.line);
    let follow = ctx
        .link()
        .callback(move |_| Msg::Follow(file.clone(), path.clone(), at));
    let place = match (group(remark), problem.line) {
        (Group::Text, Some(line)) => format!("{}, line {line}", remark.file.as_deref().unwrap_or("aid.toml")),
        (Group::Text, None) => remark.file.clone().unwrap_or_else(|| "the whole aid".to_owned()),
        (group, _) if remark.place.is_empty() => group.name().to_owned(),
        (group, _) => format!("{}: {}", group.name(), remark.place),
    };
    html! {
        <li>
            <button type="button" class="wu-link" onclick={follow}>{ sentence(&remark.said) }</button>
            <span class="wu-soft dk-problems__where">{ if problem.is_error() { "Error" } else { "To look at" } }{ format!(", {place}. {}", sentence(&remark.todo)) }</span>
            if let Some(text) = &remark.text { <code class="dk-problems__line">{ text }</code> }
        </li>
    }
}
