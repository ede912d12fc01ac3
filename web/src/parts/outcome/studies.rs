//! Several studies of one outcome, each with its own figures, and why they may differ.

use weighup_core::consultation::CompareAs;
use weighup_core::view::StudyView;
use yew::Html;

use super::{PlacedCard, columns};
use crate::Ui;
use crate::markup::{Keyed, empty, markup};
use crate::parts::amount;
use crate::parts::figure::{Shown, figure};
use crate::parts::sentences::{numerals, sentence, sentences};
use crate::parts::sources::sources;

/// Which study figures are of.
pub(super) fn name(ui: &Ui, name: &str) -> Keyed {
    sentence(ui, "wu-study", name)
}

/// Whether the studies agree and why they may not, then the others, drawn as the first is.
pub(super) fn others(ui: &Ui, place: PlacedCard<'_>, whole: bool) -> Html {
    let Some(studies) = place
        .card
        .studies
        .as_ref()
        .filter(|studies| !studies.said.is_empty())
    else {
        return empty();
    };
    markup! { ui,
        <div class="wu-studies">
            {sentences(ui, "wu-list wu-list--plain", &studies.said)}
            for study in &studies.others {
                <div key={study.name.as_str()} role="group" aria-label={study.name.clone()}>
                    {name(ui, &study.name)}
                    {sentence(ui, "wu-soft wu-outcome__who", &study.group)}
                    {cells(ui, place, study, whole)}
                    if whole { {meaning(ui, study)} }
                </div>
            }
        </div>
    }
}

fn cells(ui: &Ui, place: PlacedCard<'_>, study: &StudyView, whole: bool) -> Html {
    let picture = place.view.show_as != CompareAs::Numbers;
    if let Some(measured) = &study.measured {
        return amount::measured(ui, measured);
    }
    let shown = Shown {
        picture,
        certainty: true,
        whole,
    };
    markup! {
        <div class={columns(study.cells.len(), picture)}>
            for cell in &study.cells { {figure(ui, cell, shown)} }
        </div>
    }
}

fn meaning(ui: &Ui, study: &StudyView) -> Html {
    markup! { ui,
        <div>
            {sentences(ui, "wu-list", &study.differences)}
            if let Some(note) = &study.note { <p key={note} class="wu-note">{numerals(ui, note)}</p> }
            {sentence(ui, "", &study.analysis)}
            {sources(ui, &study.sources)}
        </div>
    }
}
