//! What is typed and in no file: it is counted with the problems, leads to its box, and what has no box any more can be copied.

use yew::{Context, Html, html};

use super::head::sentence;
use crate::app::{App, Aside, At, Draft, Msg};
use crate::place::{self, Group};

/// "1 text is not taken", where there is any.
pub(super) fn count(app: &App) -> Option<String> {
    match app.drafts.refused().count() + app.drafts.aside().len() {
        0 => None,
        1 => Some("1 text is not taken".to_owned()),
        many => Some(format!("{many} texts are not taken")),
    }
}

/// How many boxes of a group hold what is not taken.
pub(super) fn in_group(app: &App, of: Group) -> usize {
    let here = |(at, draft): &(&At, &Draft)| match draft.path() {
        Some(path) => Group::of(&at.file, path) == of,
        None => of == Group::Text,
    };
    app.drafts.refused().filter(here).count()
}

/// The boxes, as lines of a list: each leads there and says why.
pub(super) fn lines(app: &App, ctx: &Context<App>) -> Html {
    let each = |(at, draft): (&At, &Draft)| {
        let (file, path) = (at.file.clone(), draft.path().map(str::to_owned));
        let why = sentence(draft.refused.as_deref().unwrap_or_default());
        let follow = ctx
            .link()
            .callback(move |_| Msg::Follow(Some(file.clone()), path.clone(), None));
        html! {
            <li>
                <button type="button" class="wu-link" onclick={follow}>{ format!("Not taken: {} in {}", short(&draft.text), draft.place()) }</button>
                <span class="wu-soft dk-problems__where">{ format!("It is in no file. {why}") }</span>
            </li>
        }
    };
    app.drafts.refused().map(each).collect()
}

/// The same by itself, with what has no box any more.
pub(super) fn list(app: &App, ctx: &Context<App>) -> Html {
    let none = app.drafts.refused().next().is_none();
    html! {
        <>
            if !none { <ul class="dk-untaken">{ lines(app, ctx) }</ul> }
            if !app.drafts.aside().is_empty() { <p>{ "What was taken out of its box stands above the form, to be copied." }</p> }
        </>
    }
}

/// What was not taken and whose place the file has something else in by now.
pub(super) fn aside(app: &App, ctx: &Context<App>) -> Html {
    let all = app.drafts.aside();
    if all.is_empty() {
        return Html::default();
    }
    html! {
        <section class="wu-card" id="dk-aside" tabindex="-1" aria-labelledby="dk-aside-title">
            <h3 class="wu-h2" id="dk-aside-title">{ "Not taken before" }</h3>
            <p class="wu-soft">{ "This was typed and never taken, and something else is in its place by now. It is in no file. Copy what you need of it." }</p>
            { for all.iter().enumerate().map(|(number, one)| kept(ctx, number, one)) }
        </section>
    }
}

fn kept(ctx: &Context<App>, number: usize, one: &Aside) -> Html {
    let id = format!("dk-aside-{number}");
    let (file, path) = (one.file.clone(), one.path.clone());
    let link = ctx.link();
    let follow = link.callback(move |_| Msg::Follow(Some(file.clone()), path.clone(), None));
    html! {
        <div class="wu-field" key={format!("{}/{}/{}", place::id(&one.file, one.path.as_deref().unwrap_or_default()), number, one.text)}>
            <label class="wu-field__label" for={id.clone()}>{ format!("For {}", one.place) }</label>
            <textarea class="wu-input dk-box" rows="1" readonly=true {id} value={one.text.clone()} />
            <div class="dk-row">
                <button type="button" class="wu-button wu-button--quiet wu-button--small" onclick={follow}>{ "Go there" }<span class="wu-hidden">{ format!(": {}", one.place) }</span></button>
                <button type="button" class="wu-button wu-button--quiet wu-button--small" onclick={link.callback(move |_| Msg::LetGo(number))}>{ "Let it go" }<span class="wu-hidden">{ format!(": {}", one.place) }</span></button>
            </div>
        </div>
    }
}

/// A text in quotation marks, cut where it is long.
fn short(text: &str) -> String {
    const MOST: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let cut: String = line.chars().take(MOST).collect();
    if cut == line {
        format!("“{cut}”")
    } else {
        format!("“{cut}…”")
    }
}
