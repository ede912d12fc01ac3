//! Start again, asked twice in the page itself.

use weighup_core::consultation::Action;
use yew::{Html, function_component, html, use_context, use_state_eq};

use crate::Ui;

/// The button and its question.
#[function_component]
pub fn StartAgain() -> Html {
    let asking = use_state_eq(|| false);
    let Some(ui) = use_context::<Ui>() else {
        return html! { <div /> };
    };
    let texts = &ui.texts.summary;
    let set = |value: bool| {
        let asking = asking.clone();
        move |_| asking.set(value)
    };
    let question = ui.id("start-again");
    html! {
        <div class="wu-again">
            <button type="button" class="wu-button wu-button--quiet" aria-expanded={asking.to_string()} onclick={set(!*asking)}>
                { ui.texts.shell.start_again }
            </button>
            if *asking {
                <div class="wu-again__question" role="group" aria-labelledby={question.clone()}>
                    <h3 class="wu-h3" id={question}>{ texts.again.title }</h3>
                    <p>{ texts.again.hint }</p>
                    <div class="wu-row">
                        <button type="button" class="wu-button" onclick={ui.act(Action::StartAgain)}>{ texts.again_yes }</button>
                        <button type="button" class="wu-button wu-button--quiet" onclick={set(false)}>{ texts.again_no }</button>
                    </div>
                </div>
            }
        </div>
    }
}
