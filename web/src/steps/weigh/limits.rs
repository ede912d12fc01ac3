//! Deal-breakers: options ruled out, and limits on what may happen. They exclude; they never score.

use weighup_core::consultation::{Action, DealBreaker};
use weighup_core::view::{LimitView, WeighView};
use yew::Html;

use crate::Ui;
use crate::markup::{button, copied, el, folded, h2, h3, keyed, line, list, maybe, p, wrap};
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::said::{Words, listed, phrase, sentence};
use crate::parts::stepper::{Stepper, stepper};
use crate::texts::fill;

/// The section.
pub(super) fn limits(ui: &Ui, view: &WeighView) -> Html {
    let texts = &ui.texts.weigh;
    let options = view.ruled_out.iter().map(|(head, out)| {
        let label = fill(texts.rule_out, &[("option", &head.in_sentence)]);
        let action = Action::toggle_deal_breaker(DealBreaker::Option(head.id.clone()));
        Choice::new(head.id.as_str(), Words::Ours(&label), *out, action)
    });
    let options = options.collect();
    let limits = view.limits.iter().map(|limit| {
        let item = el("li", "wu-weigh__item", one(ui, limit));
        keyed(limit.outcome.as_str(), item)
    });
    let body = vec![
        p("", texts.limits.hint),
        wrap(
            "div",
            "wu-limits__options",
            choices(
                ui,
                "rule-out",
                Kind::Any,
                Words::Ours(texts.rule_out_legend),
                None,
                options,
            ),
        ),
        h3(texts.limits_legend),
        el("ul", "wu-weigh__items", limits.collect()),
    ];
    el(
        "section",
        "wu-kept",
        vec![
            folded(ui, h2(texts.limits.title), body),
            wrap("div", "wu-kept__seen", set(ui, view)),
        ],
    )
}

/// What is ruled out now, whether the fold is open or not: it changes the result.
fn set(ui: &Ui, view: &WeighView) -> Html {
    let template = ui.texts.weigh.rule_out;
    let out = view.ruled_out.iter().filter(|(_, out)| *out);
    let out: Vec<String> = out
        .map(|(head, _)| fill(template, &[("option", &head.in_sentence)]))
        .collect();
    let limits = view.limits.iter().filter(|limit| limit.set);
    let limits: Vec<String> = limits
        .map(|limit| [&limit.sentence, " ", &limit.excludes].concat())
        .collect();
    let out = out.iter().map(|words| Words::Ours(words));
    let set: Vec<Words<'_>> = out.chain(limits.iter().map(|words| Words::Aid(words))).collect();
    maybe((!set.is_empty()).then(|| listed("wu-list", set)))
}

fn one(ui: &Ui, limit: &LimitView) -> Vec<Html> {
    let texts = &ui.texts.weigh;
    let count = limit.count.map(|count| count.to_string());
    let said = limit.set.then(|| {
        let words = vec![
            sentence("", &limit.sentence),
            sentence("wu-soft", &limit.excludes),
        ];
        keyed(&limit.sentence, el("div", "", words))
    });
    let stepper = limit.set.then(|| {
        let stepper = stepper(
            ui,
            Stepper {
                name: &limit.name,
                buttons: [texts.limit_less, texts.limit_more],
                value: count.as_deref().unwrap_or_default(),
                answered: true,
                less: limit
                    .can_lower
                    .then(|| Action::step_limit(limit.outcome.clone(), false)),
                more: limit
                    .can_raise
                    .then(|| Action::step_limit(limit.outcome.clone(), true)),
            },
        );
        wrap("div", "", stepper)
    });
    let toggle = if limit.set {
        texts.limit_clear
    } else {
        texts.limit_set
    };
    let toggle = list(vec![
        keyed(toggle, line("span", "", toggle)),
        wrap("span", "wu-hidden", copied(&[" ", &limit.name].concat())),
    ]);
    vec![
        el(
            "div",
            "wu-weigh__what",
            vec![wrap("p", "wu-weigh__name", phrase("", &limit.name)), maybe(said)],
        ),
        el(
            "div",
            "wu-weigh__value wu-limit",
            vec![
                maybe(stepper),
                button("wu-link", ui.does(limit.toggle.clone()), toggle),
            ],
        ),
    ]
}
