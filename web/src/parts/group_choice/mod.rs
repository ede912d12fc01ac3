//! Which groups the figures are for: each question is asked once for the whole aid, and answered for nobody.

mod score;

use weighup_core::consultation::Action;
use weighup_core::view::{AxisView, GroupView};
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, empty, markup};
use crate::parts::choices::{ChoiceItem, HowMany, choices};
use crate::parts::sentences::{WordsOf, sentence};

#[cfg(feature = "ssr")]
pub(crate) use score::told;

/// The questions, and whose figures are shown. Where nothing can be chosen every group's figures stand on the page.
pub(crate) fn group_choice(ui: &Ui, view: &GroupView) -> Html {
    if ui.still {
        return empty();
    }
    markup! { ui,
        <section class="wu-card">
            for (at, asked) in view.asked.iter().enumerate() { {question(ui, at, asked)} }
            <div role="status">
                for shown in &view.shown { {sentence(ui, "wu-group__shown", shown)} }
                {view.kept.as_ref().map(|kept| sentence(ui, "wu-note", kept))}
            </div>
        </section>
    }
}

fn question(ui: &Ui, at: usize, view: &AxisView) -> Keyed {
    let answers = view.choices.iter().map(|choice| {
        ChoiceItem::new(
            ui,
            choice.id.as_str(),
            WordsOf::Aid(&choice.label),
            choice.selected,
            Action::choose_group(choice.id.clone()),
        )
    });
    let name = if at == 0 { "group" } else { "group-also" };
    let question = choices(
        ui,
        name,
        HowMany::One,
        WordsOf::Aid(&view.question),
        Some(WordsOf::Aid(&view.help)),
        answers.collect(),
    );
    markup! { ui,
        <div key={name} class="wu-group">
            {question}
            {view.score.as_ref().map(|view| score::score(ui, view))}
        </div>
    }
}
