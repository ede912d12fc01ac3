//! Best-worst: what matters most, what matters least, and everything else compared with those two, in steps of plain words.

use weighup_core::consultation::{Action, Weighable};
use weighup_core::view::{PairView, WeighView};
use yew::Html;

use super::id;
use super::points::still;
use crate::Ui;
use crate::markup::{Keyed, h2, markup};
use crate::parts::choices::{ChoiceItem, HowMany, choices};
use crate::parts::sentences::{WordsOf, phrase};
use crate::parts::stepper::{Stepper, stepper};
use crate::texts::Headed;

/// The section.
pub(super) fn best_worst(
    ui: &Ui,
    view: &WeighView,
    best: Option<&Weighable>,
    worst: Option<&Weighable>,
    pairs: &[PairView],
) -> Keyed {
    let texts = &ui.texts.later().weigh;
    let ask = |name: &str, words: Headed, chosen: Option<&Weighable>, action: fn(Weighable) -> Action| {
        let answers = view.items.iter().map(|item| ChoiceItem {
            hint: Some(item.swing.clone()),
            ..ChoiceItem::new(
                ui,
                id(&item.what),
                WordsOf::Aid(&item.name),
                chosen == Some(&item.what),
                action(item.what.clone()),
            )
        });
        choices(
            ui,
            name,
            HowMany::One,
            WordsOf::Ours(words.title),
            Some(WordsOf::Ours(words.hint)),
            answers.collect(),
        )
    };
    markup! { ui,
        <div key="best-worst">
            <section class="wu-card wu-two wu-weigh__first">
                {ask("weigh-best", texts.best, best, Action::choose_best)}
                {ask("weigh-worst", texts.worst, worst, Action::choose_worst)}
            </section>
            <section class="wu-card">
                {h2(ui, texts.pairs.title)}
                if pairs.is_empty() {
                    <div key="wait"><p class="wu-soft">{texts.pairs_wait}</p></div>
                } else {
                    <div key="pairs">
                        <p>{texts.pairs.hint}</p>
                        <ul class="wu-weigh__items wu-pairs">
                            for pair in pairs {
                                <li key={&pair.name} class="wu-weigh__item">
                                    <p class="wu-weigh__name">{phrase(ui, "", &pair.name)}</p>
                                    <div>{answer(ui, pair)}</div>
                                </li>
                            }
                        </ul>
                    </div>
                }
                {still(ui, view)}
            </section>
        </div>
    }
}

fn answer(ui: &Ui, pair: &PairView) -> Html {
    let texts = &ui.texts.later().weigh;
    stepper(
        ui,
        Stepper {
            name: &pair.name,
            buttons: [texts.less, texts.more],
            value: pair.said.as_deref().unwrap_or(texts.unanswered),
            answered: pair.said.is_some(),
            less: pair.less.clone(),
            more: pair.more.clone(),
        },
    )
}
