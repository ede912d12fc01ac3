//! Start again, asked twice in the page itself.

use weighup_core::consultation::Action;
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::markup;

/// The button and its question.
pub fn start_again(ui: &Ui) -> Html {
    let asking = ui.open.again;
    markup! { ui,
        <div class="wu-again">
            <button
                type="button"
                aria-expanded={asking}
                class="wu-button wu-button--quiet"
                act={Act::AskAgain(!asking)}
            >
                {ui.texts.shell.start_again}
            </button>
            if asking { {question(ui)} }
        </div>
    }
}

fn question(ui: &Ui) -> Html {
    let texts = &ui.texts.later().summary;
    let name = ui.id("start-again");
    markup! { ui,
        <div role="group" aria-labelledby={&name} class="wu-again__question">
            <h3 id={&name} class="wu-h3">{texts.again.title}</h3>
            <p>{texts.again.hint}</p>
            <div class="wu-row">
                <button type="button" class="wu-button" act={Action::start_again()}>{texts.again_yes}</button>
                <button type="button" class="wu-button wu-button--quiet" act={Act::AskAgain(false)}>
                    {texts.again_no}
                </button>
            </div>
        </div>
    }
}
