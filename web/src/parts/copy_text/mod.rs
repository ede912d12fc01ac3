//! Copy the summary as text, with a box to copy from by hand where the browser does not allow it.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use yew::{Html, NodeRef};

use crate::Ui;
use crate::act::Act;
use crate::markup::{button, el, is, keyed, maybe, p, tag, text, textarea};
use crate::ui::Copying;

/// The button, and what came of it. `area` finds the box, to select what is in it.
pub fn copy_text(ui: &Ui, words: &str, area: &NodeRef) -> Html {
    let texts = &ui.texts.summary;
    let said = match ui.open.copying {
        Copying::NotTried => "",
        Copying::Copied => texts.copied,
        Copying::ByHand => texts.copy_by_hand,
        Copying::Unprinted => texts.unprinted,
    };
    let by_hand = (ui.open.copying == Copying::ByHand).then(|| {
        textarea(
            area,
            &["rows", "readonly", "aria-label", "class", "part"],
            vec![
                is("8"),
                is("readonly"),
                is(texts.copy_by_hand),
                is("wu-input"),
                is("input"),
            ],
            words,
        )
    });
    el(
        "div",
        "wu-copy",
        vec![
            button("wu-button wu-button--quiet", ui.act(Act::Copy), text(texts.copy)),
            tag(
                "div",
                &["role"],
                vec![is("status")],
                keyed(said, p("wu-copy__said", said)),
            ),
            maybe(by_hand),
        ],
    )
}

/// True when the browser took the text. Pages that are not served securely have no clipboard at all.
pub(crate) async fn write(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let clipboard = window.navigator().clipboard();
    if JsValue::from(&clipboard).is_falsy() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
