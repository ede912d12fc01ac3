//! The answers on another device: a passphrase for the file and the link, the link itself, and its QR code.

use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{folded, h2, markup};
use crate::texts::fill;
use crate::ui::Carrying;

/// The ways there, and what came of the one that was chosen last. They wait behind their heading, as those to take it along do.
pub fn carry(ui: &Ui) -> Html {
    let texts = &ui.texts.carry;
    let (id, hint) = (ui.id("carry-key"), ui.id("carry-key-hint"));
    let body = markup! { ui,
        <>
            <p>{texts.hint}</p>
            <div class="wu-field">
                <label for={&id} class="wu-field__label">{texts.key.title}</label>
                <span id={&hint} class="wu-field__hint">{texts.key.hint}</span>
                <input type="text" id={&id} aria-describedby={&hint} class="wu-input" autocomplete="off" spellcheck="false"/>
            </div>
            <div class="wu-row">
                <button type="button" class="wu-button wu-button--quiet" act={Act::Link}>{texts.link}</button>
                <button type="button" class="wu-button wu-button--quiet" act={Act::Code}>{texts.code}</button>
                if ui.reads_codes {
                    <button type="button" class="wu-button wu-button--quiet" act={Act::Scan}>{texts.scan}</button>
                }
            </div>
            <div role="status">{said(ui)}</div>
            {made(ui)}
        </>
    };
    markup! { ui, <section class="wu-card wu-noprint wu-carry">{folded(ui, h2(ui, texts.title), body)}</section> }
}

fn said(ui: &Ui) -> Html {
    let said = match &ui.open.carrying {
        Carrying::Nothing => "",
        Carrying::Making => ui.texts.later().take.making,
        Carrying::Made { copied, .. } => match copied {
            None => ui.texts.carry.made,
            Some(true) => ui.texts.later().summary.copied,
            Some(false) => ui.texts.later().summary.copy_by_hand,
        },
        Carrying::Failed(why) => why,
    };
    markup! { ui, <p key={said} class="wu-copy__said">{said}</p> }.into()
}

/// The link, how long it is, and its code.
fn made(ui: &Ui) -> Html {
    let texts = &ui.texts.carry;
    let Carrying::Made { link, codes, .. } = &ui.open.carrying else {
        return Html::default();
    };
    let id = ui.id("carry-link");
    let long = fill(texts.long, &[("n", &link.len().to_string())]);
    markup! { ui,
        <div key={link}>
            <label for={&id} class="wu-field__label">{texts.link_title}</label>
            <textarea id={&id} rows="4" readonly dir="ltr" class="wu-input" value={link}/>
            <p class="wu-field__room">{long}</p>
            <button type="button" class="wu-button wu-button--quiet" act={Act::CopyLink}>{texts.copy}</button>
            if codes.len() > 1 { <p>{texts.codes_hint}</p> }
            for (at, (side, path)) in codes.iter().enumerate() {
                <figure key={&at.to_string()} class="wu-carry__figure">
                    if codes.len() > 1 { <figcaption>{place(ui, at, codes.len())}</figcaption> }
                    {drawn(texts.code_alt, side, path)}
                </figure>
            }
        </div>
    }
    .into()
}

/// Which of several codes it is.
fn place(ui: &Ui, at: usize, all: usize) -> String {
    let n = at.saturating_add(1).to_string();
    fill(ui.texts.carry.code_of, &[("n", &n), ("all", &all.to_string())])
}

/// Light and dark stay as they are in every theme: a camera wants dark on light.
pub(crate) fn drawn(alt: &'static str, side: &str, path: &str) -> Html {
    let area = ["0 0 ", side, " ", side].concat();
    markup! {
        <svg
            class="wu-carry__code"
            viewBox={area}
            role="img"
            aria-label={alt}
            shape-rendering="crispEdges"
        >
            <path class="wu-carry__light" d={["M0 0h", side, "v", side, "h-", side, "z"].concat()}/>
            <path class="wu-carry__dark" d={path.to_owned()}/>
        </svg>
    }
}
