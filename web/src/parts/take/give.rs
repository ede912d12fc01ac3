//! The record for the system that opened the page: what would go is shown whole, and goes only when a person then says so.

use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{details, h3, markup};
use crate::texts::fill;
use crate::ui::Giving;

/// The way there, and what came of it; nothing where no system is named that opened the page.
pub(super) fn give(ui: &Ui) -> Html {
    let Some(place) = &ui.ehr else {
        return Html::default();
    };
    let texts = &ui.texts.later().give;
    let to = |text: &str| fill(text, &[("place", place)]);
    let id = ui.id("give-see");
    markup! { ui,
        <div class="wu-take__give">
            {h3(ui, texts.title)}
            <p>{to(texts.hint)}</p>
            <button type="button" id={&id} class="wu-button wu-button--quiet" act={Act::SeeGift}>{to(texts.see)}</button>
            <div role="status">{said(ui)}</div>
            {offered(ui, place)}
            if matches!(ui.open.giving, Giving::Given { .. }) {
                <button type="button" id={ui.id("give-done")} class="wu-button" act={Act::Done}>{texts.done}</button>
            }
        </div>
    }
}

/// What came of it, for whoever does not see what appears.
fn said(ui: &Ui) -> Html {
    let texts = &ui.texts.later().give;
    let said = match &ui.open.giving {
        Giving::Nothing => "",
        Giving::Making => ui.texts.later().take.making,
        Giving::Offered { going: false, .. } => texts.offered,
        Giving::Offered { going: true, .. } => texts.going,
        Giving::Given { stays: false } => texts.given,
        Giving::Given { stays: true } => texts.stays,
        Giving::Failed(why) => why,
    };
    markup! { ui, <p key={said} class="wu-copy__said">{said}</p> }.into()
}

/// All that would go, in words and as data, and the two answers.
fn offered(ui: &Ui, place: &str) -> Html {
    let Giving::Offered { text, whole, .. } = &ui.open.giving else {
        return Html::default();
    };
    let texts = &ui.texts.later().give;
    let to = |text: &str| fill(text, &[("place", place)]);
    let (id, data) = (ui.id("give-text"), ui.id("give-whole"));
    let as_data = markup! { ui,
        <textarea id={&data} aria-label={texts.whole} rows="10" readonly dir="ltr" class="wu-input" value={whole}/>
    };
    markup! { ui,
        <div key="offered">
            <label for={&id} class="wu-field__label">{to(texts.text)}</label>
            <textarea id={&id} rows="10" readonly dir="auto" class="wu-input" value={text}/>
            {details(ui, markup! { ui, <span>{texts.whole}</span> }, as_data)}
            <div class="wu-row">
                <button type="button" class="wu-button wu-button--quiet" act={Act::Give(true)}>{to(texts.give)}</button>
                <button type="button" class="wu-button wu-button--quiet" act={Act::Give(false)}>{texts.keep}</button>
            </div>
        </div>
    }
    .into()
}
