//! Copy the summary as text, with a box to copy from by hand where the browser does not allow it.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlTextAreaElement;
use yew::{
    AttrValue, Html, NodeRef, Properties, function_component, html, use_context, use_effect_with,
    use_node_ref, use_state_eq,
};

use crate::Ui;

/// Properties of [`CopyText`].
#[derive(PartialEq, Properties)]
pub struct Props {
    /// What is copied.
    pub text: AttrValue,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    NotTried,
    Copied,
    ByHand,
}

/// The button, and what came of it.
#[function_component]
pub fn CopyText(props: &Props) -> Html {
    let outcome = use_state_eq(|| Outcome::NotTried);
    let area = use_node_ref();
    use_effect_with((*outcome, area.clone()), |(outcome, area)| select(*outcome, area));
    let Some(ui) = use_context::<Ui>() else {
        return html! { <div /> };
    };
    let copy = {
        let (outcome, text) = (outcome.clone(), props.text.clone());
        move |_| {
            let (outcome, text) = (outcome.clone(), text.clone());
            spawn_local(async move {
                outcome.set(if write(&text).await {
                    Outcome::Copied
                } else {
                    Outcome::ByHand
                });
            });
        }
    };
    let texts = &ui.texts.summary;
    let said = match *outcome {
        Outcome::NotTried => "",
        Outcome::Copied => texts.copied,
        Outcome::ByHand => texts.copy_by_hand,
    };
    html! {
        <div class="wu-copy">
            <button type="button" class="wu-button wu-button--quiet" onclick={copy}>{ texts.copy }</button>
            <div role="status"><p key={said} class="wu-copy__said">{ said }</p></div>
            if *outcome == Outcome::ByHand {
                <textarea ref={area} class="wu-input" rows="8" readonly=true aria-label={texts.copy_by_hand}
                    value={props.text.clone()} />
            }
        </div>
    }
}

fn select(outcome: Outcome, area: &NodeRef) {
    if let (Outcome::ByHand, Some(area)) = (outcome, area.cast::<HtmlTextAreaElement>()) {
        area.select();
    }
}

/// True when the browser took the text. Pages that are not served securely have no clipboard at all.
async fn write(text: &str) -> bool {
    let Some(window) = web_sys::window() else {
        return false;
    };
    let clipboard = window.navigator().clipboard();
    if JsValue::from(&clipboard).is_falsy() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
