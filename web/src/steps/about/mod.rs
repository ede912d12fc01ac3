//! About: the decision, who it is for, what it does not do, who made it, who is here.

use weighup_core::consultation::{Action, CompareAs, Liking, Presence};
use weighup_core::view::{AboutView, RetoldView};
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{Keyed, details, empty, folded, h2, h3, markup, text};
use crate::parts::choices::{ChoiceItem, HowMany, choices};
use crate::parts::sentences::{WordsOf, facts, paragraphs, phrase, sentence, sentences};
use crate::texts::fill;

/// The step. What a person needs to begin stands in the first view; who made it is one tap away.
pub fn about(ui: &Ui, view: &AboutView) -> Html {
    let texts = &ui.texts.about;
    let half = |heading: &'static str, lines: &[String]| {
        markup! { ui, <div>{h3(ui, heading)}{sentences(ui, "wu-list", lines)}</div> }
    };
    let who = markup! { ui,
        <div class="wu-two">
            {half(texts.who_for, &view.who_for)}
            {half(texts.not_for, &view.not_for)}
            if !view.options_for.is_empty() {
                <div>{h3(ui, texts.options_for)}{facts(ui, &view.options_for)}</div>
            }
        </div>
    };
    let intended = markup! { ui,
        <>
            {h3(ui, texts.purpose)}
            {paragraphs(ui, &view.purpose)}
            {sentences(ui, "wu-list", &view.intended_use)}
        </>
    };
    markup! { ui,
        <>
            {sentence(ui, "wu-lead", &view.no_advice)}
            <section class="wu-card">
                <h2 class="wu-h3 wu-about__label">{texts.decision}</h2>
                {sentence(ui, "wu-about__decision", &view.decision)}
                {sentence(ui, "wu-soft", &view.condition)}
                <p>
                    <span>{texts.how_long}</span>
                    ": "
                    {phrase(ui, "", &view.how_long)}
                </p>
                // The foot of every step says that answers stay on the page.
                if ui.full || ui.still {
                    <div>
                        {h3(ui, texts.privacy.title)}
                        <p>{texts.privacy.hint}</p>
                    </div>
                }
                <div class="wu-about__start">
                    if !ui.still {
                        <button type="button" class="wu-button" act={Action::go_to(view.start)}>
                            {texts.start}
                        </button>
                        <button type="button" class="wu-link" act={Act::Open}>{ui.texts.keep.open}</button>
                        if ui.reads_codes {
                            <button type="button" class="wu-link" act={Act::Scan}>{ui.texts.carry.scan}</button>
                        }
                    }
                </div>
            </section>
            {present(ui, view)}
            <div class="wu-sheet">
                {folded(ui, h2(ui, texts.who), who)}
                {folded(ui, h2(ui, texts.intended_use), intended)}
                {folded(ui, h2(ui, texts.facts), made(ui, view))}
                for told in &view.retold { {retold(ui, told)} }
            </div>
        </>
    }
}

/// Who made it, and who published it where the page checks that. It stands here and nowhere else: a signature says whose it is, not that it is good.
fn made(ui: &Ui, view: &AboutView) -> Html {
    let texts = &ui.texts.about;
    let Some(name) = &ui.signed else {
        return facts(ui, &view.facts);
    };
    let said = if name.is_empty() {
        texts.unchecked.to_owned()
    } else {
        fill(texts.signed_by, &[("name", name.as_str())])
    };
    markup! { ui,
        <>
            {facts(ui, &view.facts)}
            <dl class="wu-facts">
                <dt>{texts.signed}</dt>
                <dd>{said}</dd>
            </dl>
        </>
    }
}

/// What is told to a child or to someone who helps: a fold, to be read together or printed. Its words are the author's.
fn retold(ui: &Ui, view: &RetoldView) -> Keyed {
    let parts = markup! { ui,
        <div class="wu-retold">
            for (title, text) in &view.parts {
                <section key={title} class="wu-retold__part">
                    <h3 class="wu-h3">{phrase(ui, "", title)}</h3>
                    for line in text { <p key={line} class="wu-retold__line">{phrase(ui, "", line)}</p> }
                </section>
            }
        </div>
    };
    let title = markup! { ui, <h2 class="wu-h2">{phrase(ui, "", &view.title)}</h2> };
    markup! { ui, <div key={&view.title}>{folded(ui, title, parts)}</div> }
}

fn present(ui: &Ui, view: &AboutView) -> Html {
    if ui.still {
        return empty();
    }
    let words = ui.texts.about.present;
    let answers = view.present.iter().map(|(who, here)| {
        let action = Action::toggle_presence(*who);
        ChoiceItem::new(
            ui,
            id(*who),
            WordsOf::Ours(ui.texts.presence(*who)),
            *here,
            action,
        )
    });
    let present = choices(
        ui,
        "present",
        HowMany::Any,
        WordsOf::Ours(words.title),
        Some(WordsOf::Ours(words.hint)),
        answers.collect(),
    );
    markup! { ui,
        <section class="wu-card">
            <div class="wu-about__you">
                {present}
                {used(ui, view)}
                {details(ui, text(ui, ui.texts.about.liking.title), liked(ui, view))}
            </div>
        </section>
    }
}

/// Alone before, together, or afterwards.
fn used(ui: &Ui, view: &AboutView) -> Html {
    let answers = view.modes.iter().map(|(mode, chosen)| {
        let action = Action::set_mode(*mode);
        ChoiceItem::new(
            ui,
            mode.name(),
            WordsOf::Ours(ui.texts.mode(*mode)),
            *chosen,
            action,
        )
    });
    let title = ui.texts.about.mode;
    choices(
        ui,
        "mode",
        HowMany::One,
        WordsOf::Ours(title),
        None,
        answers.collect(),
    )
}

/// How they like information. It changes how the next pages look, and nothing else.
fn liked(ui: &Ui, view: &AboutView) -> Html {
    let texts = &ui.texts.about;
    let table = view.show_as == CompareAs::Table;
    let other = if table {
        CompareAs::Matrix
    } else {
        CompareAs::Table
    };
    let [in_full, large] = texts.likings;
    let mut answers = vec![ChoiceItem::new(
        ui,
        "table",
        WordsOf::Ours(texts.table_first),
        table,
        Action::compare_as(other),
    )];
    answers.extend(view.liking.iter().filter_map(|(liking, on)| {
        let (id, label) = match liking {
            Liking::InFull => ("in-full", in_full),
            Liking::Large => ("large", large),
            // It is chosen where the questions are.
            Liking::OneByOne => return None,
        };
        Some(ChoiceItem::new(
            ui,
            id,
            WordsOf::Ours(label),
            *on,
            Action::toggle_liking(*liking),
        ))
    }));
    let text = texts.liking;
    choices(
        ui,
        "liking",
        HowMany::Any,
        WordsOf::Ours(text.title),
        Some(WordsOf::Ours(text.hint)),
        answers,
    )
}

const fn id(who: Presence) -> &'static str {
    match who {
        Presence::Me => "me",
        Presence::SomeoneWithMe => "someone-with-me",
        Presence::Professional => "professional",
    }
}
