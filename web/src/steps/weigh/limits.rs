//! Deal-breakers: options ruled out, and limits on what may happen. They exclude; they never score.

use weighup_core::consultation::{Action, DealBreaker};
use weighup_core::view::{LimitView, WeighView};
use yew::{Html, html};

use crate::Ui;
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::said::{phrase, sentence};
use crate::parts::stepper::{Stepper, stepper};
use crate::texts::fill;

/// The section.
pub(super) fn limits(ui: &Ui, view: &WeighView) -> Html {
    let texts = &ui.texts.weigh;
    let options = view.ruled_out.iter().map(|(head, out)| {
        let label = fill(texts.rule_out, &[("option", &head.in_sentence)]);
        let action = Action::ToggleDealBreaker(DealBreaker::Option(head.id.clone()));
        Choice::new(head.id.as_str(), &label, *out, action)
    });
    html! {
        <section class="wu-card">
            <h2 class="wu-h2">{ texts.limits.title }</h2>
            <p>{ texts.limits.hint }</p>
            <div class="wu-limits__options">
                { choices(ui, "rule-out", Kind::Any, texts.rule_out_legend, None, options.collect()) }
            </div>
            <h3 class="wu-h3">{ texts.limits_legend }</h3>
            <ul class="wu-weigh__items">
                for limit in &view.limits {
                    <li key={limit.outcome.as_str().to_owned()} class="wu-weigh__item">{ one(ui, limit) }</li>
                }
            </ul>
        </section>
    }
}

fn one(ui: &Ui, limit: &LimitView) -> Html {
    let texts = &ui.texts.weigh;
    let count = limit.count.map(|count| count.to_string());
    html! {
        <>
            <div class="wu-weigh__what">
                <p class="wu-weigh__name">{ phrase("", &limit.name) }</p>
                if limit.set {
                    <div key={limit.sentence.clone()}>
                        { sentence("", &limit.sentence) }
                        { sentence("wu-soft", &limit.excludes) }
                    </div>
                }
            </div>
            <div class="wu-weigh__value wu-limit">
                if limit.set {
                    <div key="stepper">
                        { stepper(ui, &Stepper {
                            name: &limit.name,
                            value: count.as_deref().unwrap_or_default(),
                            answered: true,
                            less: limit.can_lower.then(|| Action::StepLimit(limit.outcome.clone(), false)),
                            more: limit.can_raise.then(|| Action::StepLimit(limit.outcome.clone(), true)),
                        }) }
                    </div>
                }
                <button key="toggle" type="button" class="wu-link" onclick={ui.act(limit.toggle.clone())}>
                    <span key={limit.set.to_string()}>
                        { if limit.set { texts.limit_clear } else { texts.limit_set } }
                    </span>
                    <span class="wu-hidden">{ format!(": {}", limit.name) }</span>
                </button>
            </div>
        </>
    }
}
