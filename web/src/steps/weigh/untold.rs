//! What the studies cannot tell apart: left out of the weighing until the person asks, and said to be weighed then.

use weighup_core::view::UntoldView;
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, empty, folded, h2, markup};
use crate::parts::sentences::{phrase, sentence};
use crate::texts::fill;

/// The fold; nothing where the studies tell everything apart.
pub(super) fn untold(ui: &Ui, all: &[UntoldView]) -> Html {
    if all.is_empty() {
        return empty();
    }
    let list = markup! { ui, <ul class="wu-weigh__items">for each in all { {one(ui, each)} }</ul> };
    let seen = all.iter().filter(|each| each.weighed);
    markup! { ui,
        <section class="wu-kept">
            {folded(ui, h2(ui, ui.texts.later().weigh.untold), list)}
            <div class="wu-kept__seen">
                for each in seen {
                    <div key={&each.name}>
                        {sentence(ui, "", &[&each.name, ": ", &each.text].concat())}
                    </div>
                }
            </div>
        </section>
    }
}

fn one(ui: &Ui, each: &UntoldView) -> Keyed {
    let texts = &ui.texts.later().weigh;
    let template = if each.weighed {
        texts.untold_leave
    } else {
        texts.untold_weigh
    };
    let said = fill(template, &[("name", &each.name)]);
    markup! { ui,
        <li key={super::id(&each.what)} class="wu-weigh__item">
            <div class="wu-weigh__what">
                <p class="wu-weigh__name">{phrase(ui, "", &each.name)}</p>
                {sentence(ui, "wu-weigh__swing", &each.swing)}
                {sentence(ui, "wu-soft", &each.text)}
                <div>
                    if let Some(action) = &each.action {
                        <button key="act" type="button" class="wu-link" act={action.clone()}>
                            <span key={&said.clone()}>{said.clone()}</span>
                        </button>
                    }
                </div>
            </div>
        </li>
    }
}
