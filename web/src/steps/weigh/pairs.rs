//! One pair at a time, in words: what matters most, then everything else next to it. An answer stays where it was given, and the next
//! question comes below it; both sides of a question have their change beside them. What was answered before is one line, and a
//! press asks it again.

use weighup_core::consultation::{Action, Step, Weighable};
use weighup_core::view::{AtOddsView, NextToView, PairsView, WeighItem, WeighView};
use yew::Html;

use super::points::still;
use super::{beside, id};
use crate::Ui;
use crate::act::Act;
use crate::markup::{Keyed, empty, h2, h3, markup};
use crate::parts::choices::{ChoiceItem, HowMany, choices};
use crate::parts::sentences::{WordsOf, phrase, sentence};
use crate::texts::fill;
use crate::ui::FIRST;

/// The section.
pub(super) fn pairs(ui: &Ui, view: &WeighView, pairs: &PairsView) -> Keyed {
    if let [only] = view.items.as_slice() {
        return alone(ui, view, pairs, only);
    }
    markup! { ui,
        <div key="pairs">
            {most(ui, view, pairs)}
            if ui.pieces > FIRST && pairs.most.is_some() {
                <section key="next" class="wu-card">
                    {h2(ui, ui.texts.later().weigh.next_to.title)}
                    <p>{ui.texts.later().weigh.next_to.hint}</p>
                    {odds(ui, pairs.at_odds.as_ref())}
                    {questions(ui, view, pairs)}
                    {on(ui, view)}
                </section>
            }
        </div>
    }
}

/// One thing is next to nothing: it is said, and can be taken as what matters.
fn alone(ui: &Ui, view: &WeighView, pairs: &PairsView, only: &WeighItem) -> Keyed {
    markup! { ui,
        <section key="alone" class="wu-card">
            <p class="wu-weigh__name">{phrase(ui, "", &only.name)}</p>
            {sentence(ui, "wu-weigh__swing", &only.swing)}
            {beside(ui, only)}
            <p>{ui.texts.later().weigh.only_one}</p>
            <div class="wu-row">
                <button
                    type="button"
                    aria-pressed={pairs.most.is_some()}
                    class="wu-button wu-button--small wu-pair__word"
                    act={Action::choose_most(only.what.clone())}
                >
                    {ui.texts.later().weigh.only_matters}
                </button>
            </div>
            {on(ui, view)}
        </section>
    }
}

/// Whether it is answered, and nobody asks for it again.
fn settled(ui: &Ui, what: &Weighable) -> bool {
    ui.open.asked.as_ref() != Some(what)
}

/// The press that asks again.
fn again(ui: &Ui, item: &WeighItem) -> Html {
    markup! { ui,
        <button type="button" class="wu-link wu-pair__again" act={Act::Reword(item.what.clone())}>
            {ui.texts.shell.change_words}
            <span class="wu-hidden">{[" ", &item.name].concat()}</span>
        </button>
    }
}

/// What matters most: asked until something is said next to it, then what was answered.
fn most(ui: &Ui, view: &WeighView, pairs: &PairsView) -> Html {
    let text = ui.texts.later().weigh.most;
    let chosen = pairs.most.as_ref().filter(|most| settled(ui, most));
    let chosen = chosen.and_then(|most| view.items.iter().find(|item| item.what == *most));
    if let Some(item) = chosen.filter(|_| pairs.others.iter().any(NextToView::answered)) {
        return markup! { ui,
            <section class="wu-card wu-weigh__first">
                {h2(ui, text.title)}
                <p class="wu-weigh__name">{phrase(ui, "", &item.name)}</p>
                {sentence(ui, "wu-weigh__swing", &item.swing)}
                {again(ui, item)}
            </section>
        };
    }
    let items = pairs
        .order
        .iter()
        .filter_map(|what| view.items.iter().find(|item| item.what == *what));
    let answers = items.map(|item| ChoiceItem {
        hint: Some(item.swing.clone()),
        ..ChoiceItem::new(
            ui,
            id(&item.what),
            WordsOf::Aid(&item.name),
            pairs.most.as_ref() == Some(&item.what),
            Action::choose_most(item.what.clone()),
        )
    });
    let answers = answers.collect();
    let question = choices(
        ui,
        "weigh-most",
        HowMany::One,
        WordsOf::Ours(text.title),
        Some(WordsOf::Ours(text.hint)),
        answers,
    );
    markup! { ui,
        <section class="wu-card wu-weigh__first">
            {question}
            if pairs.most.is_none() { {still(ui, view)} }
        </section>
    }
}

/// Those that are answered, and the next.
fn questions(ui: &Ui, view: &WeighView, pairs: &PairsView) -> Html {
    let is_now = |other: &NextToView| pairs.now.as_ref() == Some(&other.what);
    let others = pairs.others.iter();
    let shown = others.filter(|other| other.answered() || is_now(other));
    let left = fill(
        ui.texts.later().weigh.more_pairs,
        &[("count", &pairs.more.to_string())],
    );
    markup! { ui,
        <div>
            <ul class="wu-weigh__items">
                for other in shown {
                    {question(ui, view, other, pairs.next_to.as_deref().filter(|_| is_now(other)))}
                }
            </ul>
            <div>if pairs.more > 0 { <p key={&left} class="wu-soft">{left.clone()}</p> }</div>
        </div>
    }
}

fn question(ui: &Ui, view: &WeighView, other: &NextToView, next_to: Option<&str>) -> Keyed {
    let item = view.items.iter().find(|item| item.what == other.what);
    let word = other.words.iter().find(|word| word.chosen);
    if let (Some(item), Some(word), true) = (item, word, settled(ui, &other.what)) {
        return said(ui, item, &word.name);
    }
    let class = if next_to.is_some() {
        "wu-weigh__item wu-pair wu-pair--now"
    } else {
        "wu-weigh__item wu-pair wu-pair--again"
    };
    let asked = ui.id(&["pair-", id(&other.what)].concat());
    let name = item.map_or("", |item| &item.name);
    let swing = item.map_or("", |item| &item.swing);
    markup! { ui,
        <li key={id(&other.what)} class={class}>
            <div class="wu-weigh__what">
                <p id={&asked} class="wu-weigh__name">
                    {phrase(ui, "", name)}
                </p>
                {sentence(ui, "wu-weigh__swing", swing)}
                <div>{item.map(|item| beside(ui, item))}</div>
                <div>
                    if let Some(most) = next_to {
                        <p key="to" class="wu-pair__to">
                            <span class="wu-soft">{[ui.texts.later().weigh.next_to_this, " "].concat()}</span>
                            {phrase(ui, "", most)}
                        </p>
                    }
                </div>
            </div>
            <div role="group" aria-label={other.question.clone()} class="wu-pair__words">
                for word in &other.words {
                    <button
                        key={&word.name}
                        type="button"
                        aria-pressed={word.chosen}
                        class="wu-button wu-button--small wu-pair__word"
                        act={word.action.clone()}
                    >
                        {word.name.clone()}
                    </button>
                }
            </div>
        </li>
    }
}

/// What was answered, in one line.
fn said(ui: &Ui, item: &WeighItem, word: &str) -> Keyed {
    markup! { ui,
        <li key={id(&item.what)} class="wu-weigh__item wu-pair wu-pair--said">
            <p class="wu-weigh__name">{phrase(ui, "", &item.name)}</p>
            <p key={word} class="wu-pair__said">{word.to_owned()}</p>
            {again(ui, item)}
        </li>
    }
}

/// Answers that cannot all be true, each with a way to take it back.
fn odds(ui: &Ui, odds: Option<&AtOddsView>) -> Html {
    let texts = &ui.texts.later().weigh;
    let Some(odds) = odds else { return empty() };
    markup! { ui,
        <div class="wu-pair__odds">
            {h3(ui, texts.at_odds)}
            {sentence(ui, "", &odds.text)}
            <ul class="wu-list">
                for claim in &odds.claims {
                    <li key={&claim.text}>
                        {phrase(ui, "", &claim.text)}
                        if let Some(action) = &claim.take_back {
                            <button key="back" type="button" class="wu-link" act={action.clone()}>
                                {fill(texts.take_back, &[("words", &claim.text)])}
                            </button>
                        }
                    </li>
                }
            </ul>
        </div>
    }
}

/// On to how the options fit, from the first answer.
fn on(ui: &Ui, view: &WeighView) -> Html {
    let texts = &ui.texts.later().weigh;
    let at_odds =
        matches!(&view.asked, weighup_core::view::AskedView::Pairs(pairs) if pairs.at_odds.is_some());
    let text = if view.still_to_answer.is_some() {
        texts.so_far
    } else {
        texts.to_fit
    };
    markup! { ui,
        <div>
            if view.can_be_read && !at_odds {
                <div key="on" class="wu-row">
                    <button type="button" class="wu-button wu-button--quiet" act={Action::go_to(Step::Fit)}>
                        <span key={text}>{text}</span>
                    </button>
                </div>
            }
        </div>
    }
}
