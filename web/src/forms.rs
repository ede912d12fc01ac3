//! Small forms whose text counts once it is added: by their button, or by whatever leads away from them, so that nothing written
//! is lost because a button was not pressed.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use crate::act::{ATTRIBUTE, Act, Acts};

/// A form with something in it, which is not in the answers yet.
pub(crate) struct Waiting {
    form: Element,
    /// What its button does.
    pub(crate) act: Act,
    /// What stands in its fields, a line each.
    pub(crate) text: String,
}

/// The forms in which something waits.
pub(crate) fn waiting(root: &Element, acts: &Acts) -> Vec<Waiting> {
    let Ok(forms) = root.query_selector_all("form[data-act]") else {
        return Vec::new();
    };
    let each = (0..forms.length()).filter_map(|at| forms.get(at)?.dyn_into::<Element>().ok());
    each.filter_map(|form| {
        let act = acts.at(form.get_attribute(ATTRIBUTE)?.parse().ok()?)?;
        // A passphrase that waits for its button is nobody's answer.
        if !matches!(act, Act::AddConcern | Act::AddNote(..)) {
            return None;
        }
        let text = written(&form)?;
        (!text.trim().is_empty()).then_some(Waiting { form, act, text })
    })
    .collect()
}

impl Waiting {
    /// What stood in it is in the answers: it is empty again. Where it has several fields and the focus, the first waits for more.
    pub(crate) fn taken(&self) {
        let fields = inputs(&self.form);
        for field in &fields {
            field.set_value("");
        }
        if let [first, _, ..] = fields.as_slice()
            && self.form.matches(":focus-within").unwrap_or_default()
        {
            drop(first.focus());
        }
    }
}

/// What stands in the fields of a form, a line each.
pub(crate) fn written(form: &Element) -> Option<String> {
    let texts: Vec<_> = inputs(form).iter().map(HtmlInputElement::value).collect();
    (!texts.is_empty()).then(|| texts.join("\n"))
}

fn inputs(form: &Element) -> Vec<HtmlInputElement> {
    let Ok(fields) = form.query_selector_all("input") else {
        return Vec::new();
    };
    (0..fields.length())
        .filter_map(|at| fields.get(at)?.dyn_into().ok())
        .collect()
}
