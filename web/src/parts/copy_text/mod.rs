//! Copy the summary as text, with a box to copy from by hand where the browser does not allow it.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use yew::{Html, NodeRef};

use crate::Ui;
use crate::act::Act;
use crate::markup::markup;
use crate::ui::Copying;

/// The button, and what came of it. `area` finds the box, to select what is in it.
pub fn copy_text(ui: &Ui, words: &str, area: &NodeRef) -> Html {
    let texts = &ui.texts.later().summary;
    let said = match ui.open.copying {
        Copying::NotTried => "",
        Copying::Copied => texts.copied,
        Copying::ByHand => texts.copy_by_hand,
        Copying::Unprinted => texts.unprinted,
    };
    markup! { ui,
        <div class="wu-copy">
            <button type="button" class="wu-button wu-button--quiet" act={Act::Copy}>{texts.copy}</button>
            <div role="status">
                <p key={said} class="wu-copy__said">{said}</p>
            </div>
            if ui.open.copying == Copying::ByHand {
                <textarea
                    ref={area}
                    rows="8"
                    readonly
                    aria-label={texts.copy_by_hand}
                    class="wu-input"
                    value={words}
                />
            }
        </div>
    }
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
