//! The files as they are: the same document as the form, for whoever likes text and for what no form can show.

use web_sys::{Event, HtmlSelectElement};
use weighup_core::desk::DeskSheet;
use yew::{Context, Html, TargetCast as _, html};

use super::field::{Told, beside, writing};
use crate::app::{App, At, How, Msg};
use crate::place;

pub(super) fn text(app: &App, ctx: &Context<App>, sheet: &DeskSheet) -> Html {
    let Some(desk) = &app.desk else {
        return Html::default();
    };
    let choose = ctx.link().callback(|event: Event| {
        Msg::File(
            event
                .target_dyn_into::<HtmlSelectElement>()
                .map(|select| select.value())
                .unwrap_or_default(),
        )
    });
    let id = place::id(&app.file, "text");
    let at = At {
        file: app.file.clone(),
        path: "text".to_owned(),
        how: How::Text,
    };
    let draft = app.drafts.at(&at);
    let refused = draft.and_then(|draft| draft.refused.as_deref());
    let remarks: Vec<_> = app
        .remarks
        .iter()
        .filter(|remark| remark.file.as_deref().unwrap_or("aid.toml") == app.file && remark.path.is_none())
        .collect();
    let text = draft.map_or_else(
        || desk.text(&app.file).map(str::to_owned),
        |draft| Some(draft.text.clone()),
    );
    let told = Told {
        id: id.clone(),
        about: (refused.is_some() || !remarks.is_empty()).then(|| format!("{id}-said")),
        wrong: refused.is_some(),
    };
    html! {
        <>
            <p class="wu-soft">{ "What is written here and what is written in the form are one and the same. Comments, order and spaces stay as they are." }</p>
            <div class="wu-field">
                <label class="wu-field__label" for="dk-file">{ "File" }</label>
                <select class="wu-input dk-select" id="dk-file" data-chosen={app.file.clone()} onchange={choose}>{ for sheet.files.iter().map(|file| html! {
                    <option value={file.name.clone()} selected={file.name == app.file}>{ &file.name }</option>
                }) }</select>
            </div>
            <div class="wu-field dk-source" key={app.file.clone()}>
                <label class="wu-field__label" for={id.clone()}>{ format!("Text of {}", app.file) }</label>
                { beside(&id, refused, &remarks) }
                { match text {
                    Some(text) => writing(ctx, at, text, true, None, &told),
                    None => html! { <p>{ "This file is no text. It is kept as it is." }</p> },
                } }
            </div>
        </>
    }
}
