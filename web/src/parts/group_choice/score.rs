//! A point score to work out by ticking: its items with their points, the sum in words, and what the score is.

use weighup_core::consultation::Action;
use weighup_core::view::{ScoreItemView, ScoreView, TickView};
use yew::Html;

use crate::Ui;
#[cfg(feature = "ssr")]
use crate::markup::Keyed;
use crate::markup::{details, markup};
use crate::parts::choices::{ChoiceItem, HowMany, choices};
use crate::parts::sentences::{WordsOf, facts, phrase, sentence};
use crate::parts::sources::sources;
use crate::texts::fill;

/// The score, one tap away. What is ticked stays on the page as every other answer does.
pub(super) fn score(ui: &Ui, view: &ScoreView) -> Html {
    let heading = fill(ui.texts.later().compare.score, &[("name", &view.name)]);
    let body = markup! { ui,
        <div class="wu-score">
            {asked(ui, view)}
            <div role="status" class="wu-score__sum">
                for said in &view.said { {sentence(ui, "", said)} }
            </div>
            {about(ui, view)}
        </div>
    };
    details(ui, markup! { <span>{phrase(ui, "", &heading)}</span> }, body)
}

/// Questions with levels first, each by itself; then all that applies or not.
fn asked(ui: &Ui, view: &ScoreView) -> Html {
    let texts = &ui.texts.later().compare;
    let name = |at: usize| ["score-", &view.id, "-", &at.to_string()].concat();
    let question = |(at, item): (usize, &ScoreItemView)| {
        let levels = item.ticks.iter().map(|level| one(ui, view, level, None));
        let name = name(at);
        let asked = choices(
            ui,
            &name,
            HowMany::One,
            WordsOf::Aid(&item.name),
            item.help.as_deref().map(WordsOf::Aid),
            levels.collect(),
        );
        (name, asked)
    };
    let (levels, alone): (Vec<_>, Vec<_>) = view.items.iter().partition(|item| item.levels);
    let mut parts: Vec<(String, Html)> = levels.into_iter().enumerate().map(question).collect();
    let mut items: Vec<ChoiceItem> = alone
        .into_iter()
        .flat_map(|item| {
            item.ticks
                .iter()
                .map(|tick| one(ui, view, tick, item.help.as_deref()))
        })
        .collect();
    items.extend(view.none.as_ref().map(|(what, ticked)| {
        let action = Action::tick(view.id.clone(), what.clone());
        ChoiceItem::new(
            ui,
            what.as_str(),
            WordsOf::Ours(texts.score_none),
            *ticked,
            action,
        )
    }));
    if !items.is_empty() {
        let name = name(parts.len());
        let asked = choices(
            ui,
            &name,
            HowMany::Any,
            WordsOf::Ours(texts.score_items),
            None,
            items,
        );
        parts.push((name, asked));
    }
    markup! { <div>for (name, asked) in parts { <div key={name.as_str()}>{asked}</div> }</div> }
}

fn one(ui: &Ui, view: &ScoreView, tick: &TickView, help: Option<&str>) -> ChoiceItem {
    let action = Action::tick(view.id.clone(), tick.what.clone());
    let mut item = ChoiceItem::new(
        ui,
        tick.what.as_str(),
        WordsOf::Aid(&tick.name),
        tick.ticked,
        action,
    );
    item.hint = Some(match help {
        Some(help) => [&tick.points, ". ", help].concat(),
        None => tick.points.clone(),
    });
    item
}

/// In whom it was tried out, whom it is not for, and who published it.
fn about(ui: &Ui, view: &ScoreView) -> Html {
    let texts = &ui.texts.later().compare;
    let pairs = [
        (texts.score_tried.to_owned(), view.validated_in.clone()),
        (texts.score_not_for.to_owned(), view.not_for.clone()),
    ];
    markup! { ui,
        <div class="wu-small">
            {facts(ui, &pairs)}
            <p class="wu-h3">{texts.score_by}</p>
            {sources(ui, view.source.as_slice())}
        </div>
    }
}

/// A score where nothing can be ticked: its items with their points.
#[cfg(feature = "ssr")]
pub(crate) fn told(ui: &Ui, view: &ScoreView) -> Keyed {
    let line = |item: &ScoreItemView, tick: &TickView| {
        let name = if item.levels {
            [&item.name, ", ", &tick.name].concat()
        } else {
            tick.name.clone()
        };
        (name, tick.points.clone())
    };
    let lines: Vec<(String, String)> = view
        .items
        .iter()
        .flat_map(|item| item.ticks.iter().map(move |tick| line(item, tick)))
        .collect();
    markup! { ui,
        <section key={view.id.as_str()} class="wu-card">
            <h3 class="wu-h3">{phrase(ui, "", &view.name)}</h3>
            {facts(ui, &lines)}
            {about(ui, view)}
        </section>
    }
}
