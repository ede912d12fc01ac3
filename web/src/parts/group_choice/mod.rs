//! Which group the figures are for: asked once for the whole aid, and chosen for nobody.

use weighup_core::consultation::Action;
use weighup_core::view::GroupView;
use yew::Html;

use crate::Ui;
use crate::markup::{empty, markup};
use crate::parts::choices::{ChoiceItem, HowMany, choices};
use crate::parts::sentences::{WordsOf, sentence};

/// The question, and whose figures are shown. Where nothing can be chosen every group's figures stand on the page.
pub(crate) fn group_choice(ui: &Ui, view: &GroupView) -> Html {
    if ui.still {
        return empty();
    }
    let answers = view.choices.iter().map(|choice| {
        ChoiceItem::new(
            ui,
            choice.id.as_str(),
            WordsOf::Aid(&choice.label),
            choice.selected,
            Action::choose_group(choice.id.clone()),
        )
    });
    let question = choices(
        ui,
        "group",
        HowMany::One,
        WordsOf::Aid(&view.question),
        Some(WordsOf::Aid(&view.help)),
        answers.collect(),
    );
    markup! { ui,
        <section class="wu-card">
            {question}
            <div role="status">
                {sentence(ui, "wu-group__shown", &view.shown)}
                {view.kept.as_ref().map(|kept| sentence(ui, "wu-note", kept))}
            </div>
        </section>
    }
}
