//! Ways of answering with points: what to change first and everything next to it, or 100 points to share out.

use weighup_core::consultation::Action;
use weighup_core::view::{WeighItem, WeighView};
use yew::Html;

use super::{beside, id};
use crate::Ui;
use crate::markup::{Keyed, h2, markup};
use crate::parts::choices::{ChoiceItem, HowMany, choices};
use crate::parts::sentences::{WordsOf, figure, phrase, sentence};
use crate::parts::stepper::{Stepper, stepper};
use crate::ui::FIRST;

/// What to change first, and everything next to it.
pub(super) fn swing(ui: &Ui, view: &WeighView) -> Keyed {
    markup! { ui,
        <div key="swing">
            {first(ui, view)}
            if ui.pieces > FIRST { {others(ui, view)} }
        </div>
    }
}

fn first(ui: &Ui, view: &WeighView) -> Html {
    let text = ui.texts.later().weigh.first;
    let answers = view.items.iter().map(|item| ChoiceItem {
        hint: Some(item.swing.clone()),
        ..ChoiceItem::new(
            ui,
            id(&item.what),
            WordsOf::Aid(&item.name),
            item.first,
            Action::choose_first(item.what.clone()),
        )
    });
    let answers = answers.collect();
    let question = choices(
        ui,
        "weigh-first",
        HowMany::One,
        WordsOf::Ours(text.title),
        Some(WordsOf::Ours(text.hint)),
        answers,
    );
    markup! { <section class="wu-card wu-weigh__first">{question}</section> }
}

fn others(ui: &Ui, view: &WeighView) -> Html {
    let texts = &ui.texts.later().weigh;
    markup! { ui,
        <section class="wu-card">
            {h2(ui, texts.others.title)}
            if view.items.iter().any(|item| item.first) {
                <p key="hint">{WordsOf::Ours(texts.others.hint).html(ui)}</p>
                {items(ui, view)}
                {still(ui, view)}
            } else {
                <div key="wait"><p class="wu-soft">{texts.others_wait}</p></div>
            }
        </section>
    }
}

/// 100 points to share out. What is left stands above and below, and never stops anyone.
pub(super) fn share(ui: &Ui, view: &WeighView, left: &str) -> Keyed {
    let texts = &ui.texts.later().weigh;
    markup! { ui,
        <section key="points" class="wu-card">
            {h2(ui, texts.share.title)}
            <p>{WordsOf::Ours(texts.share.hint).html(ui)}</p>
            {sentence(ui, "wu-weigh__left wu-weigh__remainder", left)}
            {items(ui, view)}
            {still(ui, view)}
        </section>
    }
}

fn items(ui: &Ui, view: &WeighView) -> Html {
    markup! { <ul class="wu-weigh__items">for item in &view.items { {one(ui, item)} }</ul> }
}

/// What is still to answer.
pub(super) fn still(ui: &Ui, view: &WeighView) -> Html {
    let left = view.still_to_answer.as_ref();
    markup! { ui, <div>{left.map(|left| sentence(ui, "wu-weigh__left", left))}</div> }
}

fn one(ui: &Ui, item: &WeighItem) -> Keyed {
    let texts = &ui.texts.later().weigh;
    let points = item.points.map(|points| points.to_string());
    let class = if item.first {
        "wu-weigh__item wu-weigh__item--first"
    } else {
        "wu-weigh__item"
    };
    let step = |points: Option<&str>| {
        stepper(
            ui,
            Stepper {
                name: &item.name,
                buttons: [texts.less, texts.more],
                value: points.unwrap_or(texts.unanswered),
                answered: item.points.is_some(),
                less: item.less.clone(),
                more: item.more.clone(),
            },
        )
    };
    markup! { ui,
        <li key={id(&item.what)} class={class}>
            <div class="wu-weigh__what">
                <p class="wu-weigh__name">{phrase(ui, "", &item.name)}</p>
                {sentence(ui, "wu-weigh__swing", &item.swing)}
                {beside(ui, item)}
                {length(points.as_deref().unwrap_or("0"))}
            </div>
            <div class="wu-weigh__value">
                if item.first {
                    <p key="first" class="wu-weigh__reference">
                        {figure("wu-stepper__value", points.as_deref().unwrap_or_default())}
                        <span class="wu-soft wu-small">{texts.reference}</span>
                    </p>
                } else {
                    <div key="stepper">{step(points.as_deref())}</div>
                }
            </div>
        </li>
    }
}

/// The value as a length, next to the others of the list.
fn length(points: &str) -> Html {
    markup! {
        <svg
            viewBox="0 0 100 4"
            width="100"
            height="4"
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
            class="wu-weigh__length"
        >
            <rect width="100" height="4" fill="currentColor" class="wu-weigh__track"/>
            <rect width={points.to_owned()} height="4" fill="currentColor"/>
        </svg>
    }
}
