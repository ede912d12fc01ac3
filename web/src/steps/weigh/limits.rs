//! Deal-breakers: options ruled out, and limits on what may happen. They exclude; they never score.

use weighup_core::consultation::{Action, DealBreaker};
use weighup_core::view::{LimitView, WeighView};
use yew::Html;

use crate::Ui;
use crate::markup::{Keyed, folded, h2, h3, markup};
use crate::parts::choices::{ChoiceItem, HowMany, choices};
use crate::parts::sentences::{WordsOf, listed, phrase, sentence};
use crate::parts::stepper::{Stepper, stepper};
use crate::texts::fill;

/// The section.
pub(super) fn limits(ui: &Ui, view: &WeighView) -> Html {
    let texts = &ui.texts.later().weigh;
    let options = view.ruled_out.iter().map(|(head, out)| {
        let label = fill(texts.rule_out, &[("option", &head.in_sentence)]);
        let action = Action::toggle_deal_breaker(DealBreaker::Option(head.id.clone()));
        ChoiceItem::new(ui, head.id.as_str(), WordsOf::Ours(&label), *out, action)
    });
    let options = choices(
        ui,
        "rule-out",
        HowMany::Any,
        WordsOf::Ours(texts.rule_out_legend),
        None,
        options.collect(),
    );
    let body = markup! { ui,
        <>
            <p>{texts.limits.hint}</p>
            <div class="wu-limits__options">{options}</div>
            {h3(ui, texts.limits_legend)}
            <ul class="wu-weigh__items">
                for limit in &view.limits { {one(ui, limit)} }
            </ul>
        </>
    };
    markup! { ui,
        <section class="wu-kept">
            {folded(ui, h2(ui, texts.limits.title), body)}
            <div class="wu-kept__seen">{set(ui, view)}</div>
        </section>
    }
}

/// What is ruled out now, whether the fold is open or not: it changes the result.
fn set(ui: &Ui, view: &WeighView) -> Option<Keyed> {
    let template = ui.texts.later().weigh.rule_out;
    let out = view.ruled_out.iter().filter(|(_, out)| *out);
    let out: Vec<String> = out
        .map(|(head, _)| fill(template, &[("option", &head.in_sentence)]))
        .collect();
    let limits = view.limits.iter().filter(|limit| limit.set);
    let limits: Vec<String> = limits
        .map(|limit| [&limit.sentence, " ", &limit.excludes].concat())
        .collect();
    let out = out.iter().map(|words| WordsOf::Ours(words));
    let set: Vec<WordsOf<'_>> = out
        .chain(limits.iter().map(|words| WordsOf::Aid(words)))
        .collect();
    (!set.is_empty()).then(|| listed(ui, "wu-list", set))
}

fn one(ui: &Ui, limit: &LimitView) -> Keyed {
    let texts = &ui.texts.later().weigh;
    let toggle = if limit.set {
        texts.limit_clear
    } else {
        texts.limit_set
    };
    markup! { ui,
        <li key={limit.outcome.as_str()} class="wu-weigh__item">
            <div class="wu-weigh__what">
                <p class="wu-weigh__name">{phrase(ui, "", &limit.name)}</p>
                <div key={&limit.sentence}>
                    {sentence(ui, if limit.set { "" } else { "wu-soft" }, &limit.sentence)}
                    {sentence(ui, "wu-soft", &limit.excludes)}
                </div>
            </div>
            <div class="wu-weigh__value wu-limit">
                if limit.set { <div>{count(ui, limit)}</div> }
                <button type="button" class="wu-link" act={limit.toggle.clone()}>
                    <span key={toggle}>{toggle}</span>
                    <span class="wu-hidden">{[" ", &limit.name].concat()}</span>
                </button>
            </div>
        </li>
    }
}

/// The most that may happen.
fn count(ui: &Ui, limit: &LimitView) -> Html {
    let texts = &ui.texts.later().weigh;
    let count = limit.count.map(|count| count.to_string());
    let step = |up: bool| Action::step_limit(limit.outcome.clone(), up);
    stepper(
        ui,
        Stepper {
            name: &limit.name,
            buttons: [texts.limit_less, texts.limit_more],
            value: count.as_deref().unwrap_or_default(),
            answered: true,
            less: limit.can_lower.then(|| step(false)),
            more: limit.can_raise.then(|| step(true)),
        },
    )
}
