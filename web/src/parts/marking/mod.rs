//! A mark on an outcome: what it says in a word, the marks to choose from, and a box for words of one's own. It stands in every
//! row of Compare, and is the weighing where only facts are shown.

use weighup_core::aid::OutcomeId;
use weighup_core::consultation::{Action, OutcomeMark, OutcomeOrder, WordsBox};
use weighup_core::view::MarkView;
use yew::{AttrValue, Html};

use crate::Ui;
use crate::act::{Act, Panel};
use crate::markup::{empty, markup, theirs};
use crate::parts::choices::{ChoiceItem, HowMany, choices as choices_of};
use crate::parts::own_words::{place_name, typed};
use crate::parts::sentences::WordsOf;

/// The id of the control of an outcome's mark: after its row has moved, the focus is still on it.
pub(crate) fn mark_control(ui: &Ui, outcome: &OutcomeId) -> AttrValue {
    ui.id(&["mark-", outcome.as_str()].concat())
}

/// The words of a mark.
pub(crate) fn label(ui: &Ui, mark: OutcomeMark) -> &'static str {
    let [matters, worries, does_not] = ui.texts.later().marks.marks;
    match mark {
        OutcomeMark::Matters => matters,
        OutcomeMark::Worries => worries,
        OutcomeMark::DoesNotMatter => does_not,
    }
}

/// What a mark says now, for those who hear it change.
pub(crate) fn said(ui: &Ui, view: &MarkView) -> String {
    let now = view
        .mark
        .map_or(ui.texts.later().marks.none, |mark| label(ui, mark));
    [&view.name, ": ", now].concat()
}

/// Whether the marks to choose from are open.
pub(crate) fn is_open(ui: &Ui, view: &MarkView) -> bool {
    view.may && !ui.still && ui.open.shows(&view.outcome, Panel::Mark, false)
}

/// The mark in a word, which opens what can be chosen. While it is somebody else's turn it only says what was chosen.
pub(crate) fn opener(ui: &Ui, view: &MarkView) -> Html {
    let class = if view.mark.is_some() {
        "wu-marked__now wu-marked__now--said"
    } else {
        "wu-marked__now"
    };
    let now = view
        .mark
        .map_or(ui.texts.later().marks.ask, |mark| label(ui, mark));
    if ui.still {
        return empty();
    }
    markup! { ui,
        <div class="wu-marked">
            if view.may {
                <button
                    key="mark"
                    type="button"
                    id={mark_control(ui, &view.outcome)}
                    aria-expanded={is_open(ui, view)}
                    class={class}
                    act={Act::Card(view.outcome.clone(), Panel::Mark)}
                >
                    <span key={now} class="wu-marked__word">{now}</span>
                    <span class="wu-hidden">{[" ", &view.name].concat()}</span>
                </button>
            } else if view.mark.is_some() {
                <span key={&["said-", now].concat()} class="wu-marked__now wu-marked__now--said">
                    <span class="wu-marked__word">{now}</span>
                </span>
            }
        </div>
    }
}

/// What was said of the outcome in words, where there is anything: who else said it stands before it.
pub(crate) fn own(ui: &Ui, said: &[(Option<WordsBox>, String)]) -> Html {
    let [_, companion, professional] = ui.texts.about.presences_short;
    let who = |place: &Option<WordsBox>| match place {
        Some(WordsBox::Companion) => Some(companion),
        Some(WordsBox::Professional) => Some(professional),
        _ => None,
    };
    markup! { ui,
        <div class="wu-marked__words">
            for (place, words) in said {
                <p key={words.as_str()} class="wu-marked__quote">
                    if let Some(who) = who(place) { <span key="who">{[who, ": "].concat()}</span> }
                    {theirs("q", "", words)}
                </p>
            }
        </div>
    }
}

/// The marks to choose from; the same again takes it back.
pub(crate) fn choices(ui: &Ui, view: &MarkView) -> Html {
    let named = [ui.texts.later().marks.question, " ", &view.name].concat();
    markup! { ui,
        <div role="group" aria-label={named} class="wu-marked__choices">
            for mark in OutcomeMark::ALL {
                <button
                    key={label(ui, mark)}
                    type="button"
                    aria-pressed={view.mark == Some(mark)}
                    class="wu-marked__choice"
                    act={Action::mark(view.outcome.clone(), mark)}
                >
                    {label(ui, mark)}
                    <span class="wu-hidden">{[" (", &view.name, ")"].concat()}</span>
                </button>
            }
        </div>
    }
}

/// The box for words of one's own about the outcome.
pub(crate) fn words(ui: &Ui, view: &MarkView) -> Html {
    let id = ui.id(&["about-", view.outcome.as_str()].concat());
    markup! { ui,
        <div class="wu-marked__own">
            <label for={&id} class="wu-marked__label">
                {ui.texts.later().marks.words}
                <span class="wu-hidden">{[" ", &view.name].concat()}</span>
            </label>
            {typed(ui, (&id, None), "2", &view.words, Act::About(view.outcome.clone()))}
            {linked(ui, view)}
        </div>
    }
}

/// What is written in the boxes and is about the outcome too: it need not be written again.
fn linked(ui: &Ui, view: &MarkView) -> Html {
    if view.boxes.is_empty() {
        return empty();
    }
    let boxes = view.boxes.iter().map(|(place, about)| {
        let action = Action::link_words(*place, view.outcome.clone());
        let label = WordsOf::Ours(ui.texts.words_box(*place).title);
        ChoiceItem::new(ui, place_name(*place), label, *about, action)
    });
    choices_of(
        ui,
        &["linked-", view.outcome.as_str()].concat(),
        HowMany::Any,
        WordsOf::Ours(ui.texts.later().marks.linked),
        None,
        boxes.collect(),
    )
}

/// What a press opens in Compare: the question, the marks, the box, and the way to have what matters first.
pub(crate) fn panel(ui: &Ui, view: &MarkView, bring: Option<&OutcomeOrder>) -> Html {
    markup! { ui,
        <div class="wu-marked__panel">
            <p class="wu-marked__question" aria-hidden="true">{ui.texts.later().marks.question}</p>
            {choices(ui, view)}
            {words(ui, view)}
            <div>
                if let Some(order) = bring {
                    <button
                        type="button"
                        class="wu-link"
                        act={Act::Bring(view.outcome.clone(), order.clone())}
                    >
                        {ui.texts.later().marks.first}
                    </button>
                }
            </div>
        </div>
    }
}
