//! Take it with you: the record as text to copy and as files, made only when it is asked for.

mod give;

use weighup_core::record::RecordForm;
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{folded, h2, h3, markup};
use crate::texts::fill;
use crate::ui::Taking;

/// The ways to take it along, and what came of the one that was chosen last. They wait behind their heading: most people print.
pub fn take(ui: &Ui) -> Html {
    let texts = &ui.texts.later().take;
    let body = markup! { ui,
        <>
            <p>{texts.hint}</p>
            {h3(ui, texts.copy)}
            {forms(ui, &RecordForm::TEXTS, &texts.texts)}
            {h3(ui, texts.save)}
            {forms(ui, &RecordForm::FILES, &texts.files)}
            <div role="status">{said(ui)}</div>
            {made(ui)}
            {give::give(ui)}
        </>
    };
    markup! { ui, <section class="wu-card wu-noprint wu-take">{folded(ui, h2(ui, texts.title), body)}</section> }
}

fn forms(ui: &Ui, forms: &[RecordForm], names: &[&'static str]) -> Html {
    markup! { ui,
        <ul class="wu-take__forms">
            for (form, name) in forms.iter().zip(names) {
                <li key={form.name()}>
                    <button type="button" class="wu-button wu-button--quiet" act={Act::Take(*form)}>{*name}</button>
                </li>
            }
        </ul>
    }
}

/// What came of it, for whoever does not see the box that appears.
fn said(ui: &Ui) -> Html {
    let texts = &ui.texts.later().take;
    let said = match &ui.open.taking {
        Taking::Nothing => "",
        Taking::Making => texts.making,
        Taking::Made { copied, .. } => match copied {
            None => texts.made,
            Some(true) => ui.texts.later().summary.copied,
            Some(false) => ui.texts.later().summary.copy_by_hand,
        },
        Taking::Handed => texts.handed,
        Taking::Failed => texts.failed,
    };
    markup! { ui, <p key={said} class="wu-copy__said">{said}</p> }.into()
}

/// The text in a box, to be looked at before it is copied, and how long it is where a field sets a limit.
fn made(ui: &Ui) -> Html {
    let texts = &ui.texts.later().take;
    let Taking::Made { form, text, .. } = &ui.open.taking else {
        return Html::default();
    };
    let id = ui.id("take-text");
    let name = RecordForm::TEXTS
        .iter()
        .zip(texts.texts)
        .find(|(known, _)| *known == form)
        .map_or("", |(_, name)| name);
    let counted = form.limit().map(|most| {
        let n = RecordForm::units(text).to_string();
        fill(texts.counted, &[("n", &n), ("most", &most.to_string())])
    });
    markup! { ui,
        <div key={form.name()}>
            <label for={&id} class="wu-field__label">{name}</label>
            <textarea id={&id} rows="10" readonly dir="auto" class="wu-input" value={text}/>
            if let Some(counted) = counted { <p class="wu-field__room">{counted}</p> }
            <button type="button" class="wu-button" act={Act::CopyTaken}>{texts.copy_this}</button>
        </div>
    }
    .into()
}
