//! About: the decision, who it is for, what it does not do, who made it, who is here.

use weighup_core::consultation::{Action, Presence};
use weighup_core::view::AboutView;
use yew::{Html, html};

use crate::Ui;
use crate::parts::choices::{Choice, Kind, choices};
use crate::parts::said::{numerals, paragraphs, sentence, sentences};

/// The step.
pub fn about(ui: &Ui, view: &AboutView) -> Html {
    let texts = &ui.texts.about;
    html! {
        <>
            <section class="wu-card">
                <h2 class="wu-h2">{ texts.decision }</h2>
                { sentence("wu-about__decision", &view.decision) }
                { sentence("wu-soft", &view.condition) }
                <h3 class="wu-h3">{ texts.purpose }</h3>
                { paragraphs(&view.purpose) }
                <div class="wu-two">
                    <div>
                        <h3 class="wu-h3">{ texts.how_long }</h3>
                        { sentence("", &view.how_long) }
                    </div>
                    <div>
                        <h3 class="wu-h3">{ texts.privacy.title }</h3>
                        <p>{ texts.privacy.hint }</p>
                    </div>
                </div>
            </section>
            <section class="wu-card wu-two">
                <div>
                    <h2 class="wu-h2">{ texts.who_for }</h2>
                    { sentences("", &view.who_for) }
                </div>
                <div>
                    <h2 class="wu-h2">{ texts.not_for }</h2>
                    { sentences("", &view.not_for) }
                </div>
            </section>
            <section class="wu-card">
                <h2 class="wu-h2">{ texts.intended_use }</h2>
                { sentences("", &view.intended_use) }
            </section>
            { present(ui, view) }
            <section class="wu-card">
                <h2 class="wu-h2">{ texts.facts }</h2>
                <dl class="wu-facts">
                    for (label, text) in &view.facts {
                        <dt key={format!("t:{label}")}>{ label.clone() }</dt>
                        <dd key={format!("d:{label}:{text}")}>{ numerals(text) }</dd>
                    }
                </dl>
            </section>
        </>
    }
}

fn present(ui: &Ui, view: &AboutView) -> Html {
    if ui.still {
        return html! { <div /> };
    }
    let text = ui.texts.about.present;
    let answers = view.present.iter().map(|(who, here)| {
        Choice::new(
            id(*who),
            ui.texts.presence(*who),
            *here,
            Action::TogglePresence(*who),
        )
    });
    html! {
        <section class="wu-card">
            { choices(ui, "present", Kind::Any, text.title, Some(text.hint), answers.collect()) }
        </section>
    }
}

const fn id(who: Presence) -> &'static str {
    match who {
        Presence::Me => "me",
        Presence::SomeoneWithMe => "someone-with-me",
        Presence::Professional => "professional",
    }
}
