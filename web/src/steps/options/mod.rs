//! Options: the same rows for every option, in the same order. Where there is room they stand as one table, a column for each
//! option and the name of each row once at its side; else a card for each option, with the name of every row in it. What happens,
//! whether it can be stopped, benefits and risks stand in view. The longer rows come with one press, for every option at once: nobody
//! reads on about one alone.

mod rows;

use weighup_core::view::{OptionCard, Rich};
use weighup_core::words::comma_in;
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{Keyed, drawing, empty, markup, pictured};
use crate::parts::option_mark::option_name;
use crate::parts::sentences::{bullets, paragraph, sentences};
use rows::{Row, rows};

/// The step.
pub fn options(ui: &Ui, cards: &[OptionCard]) -> Html {
    // More than four columns of text are too narrow to read: cards stand in rows of three. Four are a table on a wide page alone.
    // Easy Read has one option under another, each with the names of its rows.
    let class = match cards.len() {
        _ if ui.speech.easy => "wu-options",
        0..=2 => "wu-options wu-options--2 wu-options--table",
        3 => "wu-options wu-options--3 wu-options--table",
        4 => "wu-options wu-options--4 wu-options--four",
        _ => "wu-options wu-options--3",
    };
    // A row that no option has a text for is left out of all.
    let rows: Vec<_> = rows(ui, cards.iter().any(|card| card.help_later))
        .into_iter()
        .filter(|row| cards.iter().any(|card| (row.fill)(ui, card).is_some()))
        .collect();
    // Everything is there from the start for who likes it so, where nothing can be pressed, and on paper.
    let all = ui.still || ui.full || ui.open.others;
    let class = if all {
        class.to_owned()
    } else {
        [class, " wu-options--brief"].concat()
    };
    markup! { ui,
        <>
            <div class="wu-options__further">
                if !ui.still && !ui.full { {further(ui, &rows)} } else { {empty()} }
            </div>
            <div class={class}>
                <div class="wu-options__names" aria-hidden="true">
                    <p class="wu-options__name"/>
                    for row in &rows {
                        <p key={row.name} class={waiting("wu-options__name", "wu-options__name wu-options__more", row.waits)}>{row.name}</p>
                    }
                </div>
                for one in cards { {card(ui, one, &rows)} }
            </div>
        </>
    }
}

const fn waiting(class: &'static str, more: &'static str, waits: bool) -> &'static str {
    if waits { more } else { class }
}

/// The press that brings the longer rows of all options, and their names.
fn further(ui: &Ui, rows: &[Row]) -> Html {
    let more = ui.texts.shell.more;
    let names = rows.iter().filter(|row| row.waits).map(|row| row.name);
    let names: Vec<_> = names.collect();
    let words = [more, ": ", &names.join(comma_in(more))].concat();
    markup! { ui,
        <button type="button" aria-expanded={ui.open.others} class="wu-link wu-opener" act={Act::Others}>
            {words}
        </button>
    }
}

fn card(ui: &Ui, card: &OptionCard, rows: &[Row]) -> Keyed {
    let heading = ui.id(&["option-", card.head.id.as_str()].concat());
    markup! { ui,
        <section key={card.head.id.as_str()} aria-labelledby={&heading} class="wu-card">
            <div class="wu-options__head">
                {pictured(ui, &["picture-option-", card.head.id.as_str()], card.drawing.as_ref())}
                <h2 id={&heading} class="wu-h2">{option_name(ui, &card.head)}</h2>
            </div>
            for row in rows {
                <div key={row.name} class={waiting("wu-options__part", "wu-options__part wu-options__more", row.waits)}>
                    if ui.speech.easy { {drawing("wu-drawing wu-drawing--row", row.drawing)} }
                    <h3 class="wu-h3">
                        {row.name}
                        <span class="wu-hidden">{[" ", &card.head.in_sentence].concat()}</span>
                    </h3>
                    <div class="wu-options__said">{(row.fill)(ui, card).unwrap_or_else(|| silent(ui))}</div>
                </div>
            }
        </section>
    }
}

/// Said alike of every option that a row has no text for.
fn silent(ui: &Ui) -> Html {
    markup! { ui, <p class="wu-soft">{ui.texts.later().options.not_said}</p> }
}

fn others(ui: &Ui, card: &OptionCard) -> Option<Html> {
    Some(markup! { ui,
        <>
            {bullets(ui, &card.alternatives)}
            <p class="wu-options__nothing">{ui.texts.later().options.nothing}</p>
            {bullets(ui, &card.nothing)}
        </>
    })
}

fn experience(ui: &Ui, card: &OptionCard) -> Option<Html> {
    let texts = &ui.texts.later().options;
    let lived = [
        (texts.physical, &card.physical),
        (texts.emotional, &card.emotional),
        (texts.social, &card.social),
    ];
    Some(markup! { ui,
        <dl class="wu-facts">
            for (label, text) in lived {
                <dt key={["t:", label].concat().as_str()}>{label}</dt>
                <dd key={["d:", label].concat().as_str()}>{paragraph(ui, "", text)}</dd>
            }
        </dl>
    })
}

fn listed(ui: &Ui, texts: &[Rich]) -> Option<Html> {
    (!texts.is_empty()).then(|| bullets(ui, texts))
}

fn told(ui: &Ui, texts: &[String]) -> Option<Html> {
    (!texts.is_empty()).then(|| sentences(ui, "wu-list", texts).into())
}
