//! The page: what is open at the top, the groups on the left, the form, and the preview on the right.

mod banner;
mod begin;
mod entry;
mod field;
mod figures;
mod head;
mod paste;
mod preview;
mod problems;
mod sign;
mod text;
mod translate;
mod untaken;

use weighup_core::desk::{DeskSheet, Part, Section};
use yew::{Context, Html, classes, html};

pub(crate) use self::head::sentence;
use crate::app::{App, Msg, Seen};
use crate::place::{self, Group};

/// All of it.
pub(crate) fn page(app: &App, ctx: &Context<App>) -> Html {
    let Some(sheet) = &app.sheet else {
        return begin::begin(app, ctx);
    };
    let seen = app.seen;
    let wide = app.preview.wide.then_some("dk-body--wide");
    html! {
        <>
            { head::head(app, ctx, sheet) }
            { banner::banners(app, ctx) }
            <nav class="dk-views" aria-label="What is in view">
                { for [Seen::List, Seen::Form, Seen::Preview].map(|each| html! {
                    <button type="button" class="wu-button wu-button--quiet" aria-pressed={(each == seen).to_string()}
                        onclick={ctx.link().callback(move |_| Msg::See(each))}>{ each.name() }</button>
                }) }
            </nav>
            <main class={classes!("dk-body", format!("dk-body--{}", seen.name().to_lowercase()), wide)}>
                <nav class="dk-list" aria-label="Sections of the aid">{ list(app, ctx) }</nav>
                <section class="dk-form" aria-labelledby="dk-heading">
                    <h2 id="dk-heading" class="wu-h2" tabindex="-1">{ app.group.name() }</h2>
                    { untaken::aside(app, ctx) }
                    { problems::problems(app, ctx) }
                    { paste::panel(app, ctx) }
                    { form(app, ctx, sheet) }
                </section>
                { preview::preview(app, ctx, sheet) }
            </main>
        </>
    }
}

fn list(app: &App, ctx: &Context<App>) -> Html {
    let line = |group: Group| {
        let count = problems::in_group(app, group) + untaken::in_group(app, group);
        let words = if count == 1 { "problem" } else { "problems" };
        html! {
            <li key={group.name()}>
                <button type="button" class="dk-list__line" aria-current={(group == app.group).then_some("true")}
                    onclick={ctx.link().callback(move |_| Msg::Go(group))}>
                    <span>{ group.name() }</span>
                    if count > 0 {
                        <span class="dk-count">{ count }<span class="wu-hidden">{ format!(" {words}") }</span></span>
                    }
                </button>
            </li>
        }
    };
    html! { <ul>{ for Group::ALL.map(line) }</ul> }
}

fn form(app: &App, ctx: &Context<App>, sheet: &DeskSheet) -> Html {
    match app.group {
        Group::Figures => figures::figures(app, ctx, sheet),
        Group::Translations => translate::translate(app, ctx, sheet),
        Group::Text => text::text(app, ctx, sheet),
        Group::SignOff => html! {
            <>
                { sign::sign(app, ctx) }
                { sections(app, ctx, sheet) }
            </>
        },
        _ => sections(app, ctx, sheet),
    }
}

/// What the schema says of this group.
fn sections(app: &App, ctx: &Context<App>, sheet: &DeskSheet) -> Html {
    let damaged = sheet
        .files
        .iter()
        .filter(|file| !file.form && Group::of(&file.name, "") == app.group);
    let damaged: Vec<Html> = damaged
        .map(|file| {
            let name = file.name.clone();
            html! {
                <div class="wu-card dk-damaged">
                    <p>{ format!("{name} cannot be shown as a form: its text is damaged.") }</p>
                    <p><button type="button" class="wu-button wu-button--quiet" onclick={ctx.link().callback(move |_| Msg::Follow(Some(name.clone()), None, None))}>{ "Mend it as text" }</button></p>
                </div>
            }
        })
        .collect();
    let parts = sheet.sections.iter().filter_map(|section| {
        let part = place::parts_in(section, app.group)?;
        Some((section, part))
    });
    let mut parts: Vec<(&Section, Part)> = parts.collect();
    // What the file says of itself comes after what people read.
    if app.group == Group::About {
        parts.sort_by_key(|(section, _)| section.path.is_empty());
    }
    let parts: Vec<Html> = parts
        .into_iter()
        .map(|(section, part)| {
            let key = format!("{}/{}", section.file, section.path);
            let own = section.path.is_empty() && app.group == Group::About && section.file == "aid.toml";
            let bare = !own && (section.path.is_empty() || matches!(part, Part::Field(_)));
            let label = if own { "Title, version and settings" } else { &section.label };
            html! {
                <section key={key} class="dk-section">
                    if !bare {
                        <h3 class="wu-h2" id={format!("{}-title", place::id(&section.file, &section.path))}>{ label }</h3>
                        if !section.help.is_empty() && !own { <p class="wu-soft">{ coded(&section.help) }</p> }
                    }
                    { entry::part(app, ctx, &section.file, &part, 3) }
                </section>
            }
        })
        .collect();
    if parts.is_empty() && damaged.is_empty() {
        return html! { <p>{ "There is nothing here in this aid." }</p> };
    }
    html! { <>{ damaged }{ parts }</> }
}

/// A help text, with what stands in the file as code.
fn coded(help: &str) -> Html {
    let each = |(at, piece): (usize, &str)| {
        if at % 2 == 1 {
            html! { <code>{ piece }</code> }
        } else {
            html! { piece }
        }
    };
    html! { <>{ for help.split('`').enumerate().map(each) }</> }
}
