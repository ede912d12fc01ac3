//! Ranking: what has a place, in order, with buttons to move it; below it what is still to place.

use weighup_core::consultation::{Action, RankMove, Weighable};
use weighup_core::view::{PlacedView, StartView, WeighItem, WeighView};
use yew::Html;

use super::points::still;
use super::{beside, id};
use crate::Ui;
use crate::markup::{Keyed, h2, h3, markup, when};
use crate::parts::sentences::{figure, phrase, sentence};
use crate::texts::fill;

/// The section.
pub(super) fn ranking(ui: &Ui, view: &WeighView, placed: &[PlacedView]) -> Keyed {
    let texts = &ui.texts.later().weigh;
    let of = |what: &Weighable| view.items.iter().find(|item| item.what == *what);
    let rows: Vec<_> = placed
        .iter()
        .filter_map(|at| of(&at.what).map(|item| (at, item)))
        .collect();
    let open: Vec<_> = view
        .items
        .iter()
        .filter(|item| placed.iter().all(|at| at.what != item.what))
        .collect();
    markup! { ui,
        <section key="ranking" class="wu-card">
            {h2(ui, texts.rank.title)}
            <p>{texts.rank.hint}</p>
            <div>{view.start.as_ref().map(|from| start(ui, from))}</div>
            <div>
                if !rows.is_empty() {
                    <ol key="placed" class="wu-weigh__items">
                        for (at, item) in rows { {row(ui, at, item)} }
                    </ol>
                }
            </div>
            <div>
                if !open.is_empty() {
                    <div key="open">
                        {h3(ui, texts.rank_open)}
                        <ul class="wu-weigh__items">for item in open { {to_place(ui, item)} }</ul>
                    </div>
                }
            </div>
            {still(ui, view)}
        </section>
    }
}

/// A start that was marked: offered as one, and taken by a press.
fn start(ui: &Ui, from: &StartView) -> Html {
    markup! { ui,
        <div class="wu-rank__start">
            for said in &from.said { {sentence(ui, "", said)} }
            <button type="button" class="wu-button wu-button--quiet" act={from.action.clone()}>
                {ui.texts.later().marks.start}
            </button>
        </div>
    }
}

fn named(ui: &Ui, item: &WeighItem) -> Html {
    markup! { ui,
        <div class="wu-weigh__what">
            <p class="wu-weigh__name">{phrase(ui, "", &item.name)}</p>
            {sentence(ui, "wu-weigh__swing", &item.swing)}
            {beside(ui, item)}
        </div>
    }
}

fn row(ui: &Ui, at: &PlacedView, item: &WeighItem) -> Keyed {
    let texts = &ui.texts.later().weigh;
    let class = if at.same {
        "wu-weigh__item wu-rank wu-rank--same"
    } else {
        "wu-weigh__item wu-rank"
    };
    let sign = |place: RankMove, sign: &'static str, template: &str, action: Option<&Action>| {
        markup! { ui,
            <button
                type="button"
                aria-label={fill(template, &[("name", &item.name)])}
                aria-disabled={when(action.is_none(), "true")}
                class="wu-stepper__button"
                act={action.cloned()}
                data-focus={focus(ui, at, place)}
            >
                <span aria-hidden="true">{sign}</span>
            </button>
        }
    };
    markup! { ui,
        <li key={id(&at.what)} class={class}>
            <p key={&at.place} class="wu-rank__place">{figure("", &at.place)}</p>
            {named(ui, item)}
            <div class="wu-rank__buttons">
                {sign(RankMove::Up, "↑", texts.rank_up, at.up.as_ref())}
                {sign(RankMove::Down, "↓", texts.rank_down, at.down.as_ref())}
                <button
                    type="button"
                    aria-pressed={at.same}
                    aria-disabled={when(at.together.is_none(), "true")}
                    class="wu-button wu-button--small wu-rank__same"
                    act={at.together.clone()}
                    data-focus={focus(ui, at, RankMove::Same)}
                >
                    {texts.rank_same}
                    <span class="wu-hidden">{[" ", &item.name].concat()}</span>
                </button>
            </div>
        </li>
    }
}

/// The mark of the control that had the focus before its row moved. What was just placed goes on with its first button.
fn focus(ui: &Ui, at: &PlacedView, place: RankMove) -> Option<&'static str> {
    let held = ui.open.moved.as_ref()?;
    let here = held.0 == at.what && (held.1 == place || (held.1 == RankMove::Next && place == RankMove::Up));
    here.then_some("true")
}

fn to_place(ui: &Ui, item: &WeighItem) -> Keyed {
    markup! { ui,
        <li key={id(&item.what)} class="wu-weigh__item">
            {named(ui, item)}
            <div>
                <button
                    type="button"
                    class="wu-button wu-button--quiet"
                    act={Action::rank(item.what.clone(), RankMove::Next)}
                >
                    {ui.texts.later().weigh.rank_next}
                    <span class="wu-hidden">{[" ", &item.name].concat()}</span>
                </button>
            </div>
        </li>
    }
}
