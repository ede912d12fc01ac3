//! Giving answers at the end, where a site asks for them: a few questions, all that would be given in words and as it is
//! stored, and then the ways to give it, or not. It is folded below everything else, and asked once.

use weighup_core::consultation::{DecisionStage, Presence};
use weighup_core::given::{AskedNow, GivenAnswer, GivenLine, GivenOffer, GivenWay};
use weighup_core::view::SummaryView;
use yew::Html;

use crate::Ui;
use crate::act::Act;
use crate::markup::{Keyed, details, folded, h2, h3, markup};
use crate::parts::carry::drawn;
use crate::parts::sentences::WordsOf;
use crate::texts::Given;
use crate::ui::EndCame;

const STAGES: [DecisionStage; 4] = [
    DecisionStage::NotStarted,
    DecisionStage::Considering,
    DecisionStage::CloseToChoosing,
    DecisionStage::Chosen,
];

/// The part. What came of it stays in its place once it is given or not, so that nobody is asked twice.
pub fn given(ui: &Ui, view: &SummaryView) -> Html {
    let texts = &ui.texts.later().given;
    let id = ui.id("given-came");
    let body = match &ui.at_the_end.came {
        EndCame::Gone(way, code) => markup! { ui,
            <>
                <p id={&id} tabindex="-1">{said_of(texts.gone, *way)}</p>
                if let Some((side, path)) = code { {drawn(texts.code_alt, side, path)} }
            </>
        },
        EndCame::No => markup! { ui, <><p id={&id} tabindex="-1">{texts.nothing}</p></> },
        came => asked(ui, texts, view, came),
    };
    markup! { ui, <section class="wu-card wu-noprint">{folded(ui, h2(ui, texts.title), body)}</section> }
}

/// What it is for, what would go, and the answers to that.
fn asked(ui: &Ui, texts: &'static Given, view: &SummaryView, came: &EndCame) -> Html {
    let together = view.present.contains(&Presence::Professional);
    let said = match came {
        EndCame::Making => ui.texts.later().take.making,
        EndCame::Unable => texts.unable,
        EndCame::Shown {
            failed: Some(GivenWay::Page),
            ..
        } => texts.untaken,
        EndCame::Shown { failed: Some(_), .. } => texts.long,
        _ => "",
    };
    markup! { ui,
        <>
            <p>{texts.hint}</p>
            <p>{texts.whose}</p>
            if together { <p>{texts.together}</p> }
            if let EndCame::Shown { offer, .. } = came {
                {shown(ui, texts, offer)}
            } else {
                <div class="wu-row">
                    <button type="button" class="wu-button wu-button--quiet" act={Act::SeeGiven}>{texts.see}</button>
                    <button type="button" class="wu-button wu-button--quiet" act={Act::GiveNothing}>{texts.no}</button>
                </div>
            }
            <div role="status"><p key={said} class="wu-copy__said">{said}</p></div>
        </>
    }
}

/// The questions, all that would be given, and the ways.
fn shown(ui: &Ui, texts: &'static Given, offer: &GivenOffer) -> Html {
    let stored = ui.id("given-stored");
    let as_stored = markup! { ui,
        <textarea id={&stored} aria-label={texts.stored} rows="8" readonly dir="ltr" class="wu-input" value={&offer.line}/>
    };
    markup! { ui,
        <div key="shown" id={ui.id("given-all")} tabindex="-1" role="group" aria-label={texts.title}>
            if let Some(questions) = &offer.questions { {items(ui, texts, questions)} }
            if offer.asks_stage { {stage(ui, texts)} }
            {h3(ui, texts.all)}
            <dl class="wu-facts">
                for (at, line) in offer.lines.iter().enumerate() { {term(ui, at, line)} {meaning(ui, at, line)} }
            </dl>
            {details(ui, markup! { ui, <span>{texts.stored}</span> }, as_stored)}
            <p>{texts.once}</p>
            <div class="wu-row">
                for way in &ui.give {
                    <button key={way.name()} type="button" class="wu-button wu-button--quiet" act={Act::GiveAway(*way)}>
                        {said_of(texts.ways, *way)}
                    </button>
                }
                <button key="no" type="button" class="wu-button wu-button--quiet" act={Act::GiveNothing}>{texts.no}</button>
            </div>
        </div>
    }
    .into()
}

/// What a fact is about.
fn term(ui: &Ui, at: usize, line: &GivenLine) -> Keyed {
    let key = ["t:", &at.to_string(), ":", &line.what].concat();
    markup! { <dt key={&key}>{WordsOf::Aid(&line.what).html(ui)}</dt> }
}

/// What was said of it.
fn meaning(ui: &Ui, at: usize, line: &GivenLine) -> Keyed {
    let key = ["d:", &at.to_string(), ":", &line.said.concat()].concat();
    markup! {
        <dd key={&key}>
            for said in &line.said {
                <div key={said}>{WordsOf::Aid(said).html(ui)}</div>
            }
        </dd>
    }
}

/// Where they are with the decision now.
fn stage(ui: &Ui, texts: &'static Given) -> Html {
    let group = ui.id("given-stage");
    let chosen = ui.at_the_end.stage;
    markup! { ui,
        <fieldset key="stage" class="wu-choices">
            <legend class="wu-choices__legend">{texts.stage}</legend>
            <div class="wu-choices__list">
                for stage in STAGES {
                    <label key={ui.texts.stage(stage)} class="wu-choice wu-choice--one">
                        <input
                            type="radio"
                            name={&group}
                            class="wu-choice__input"
                            act={Act::StageNow(stage)}
                            checked={chosen == Some(stage)}
                        />
                        <span class="wu-choice__text"><span class="wu-choice__label">{ui.texts.stage(stage)}</span></span>
                    </label>
                }
            </div>
        </fieldset>
    }
    .into()
}

/// The questions as their authors worded them, with whose they are.
fn items(ui: &Ui, texts: &'static Given, questions: &AskedNow) -> Html {
    // Two answers have their words on them; of more, only the ends have words.
    let ends = [
        (questions.scale.first(), &questions.low_end),
        (questions.scale.last(), &questions.high_end),
    ];
    let ends: Vec<String> = ends
        .into_iter()
        .filter_map(|(answer, end)| {
            let answer = answer.filter(|answer| questions.in_words(**answer).is_none())?;
            Some([&answer.to_string(), ": ", end].concat())
        })
        .collect();
    markup! { ui,
        <div key="items" lang={questions.lang.clone()}>
            if !questions.intro.is_empty() { <p key={&questions.intro}>{WordsOf::Aid(&questions.intro).html(ui)}</p> }
            <div>
                for (at, item) in questions.items.iter().enumerate() {
                    <div key={item}>{one(ui, texts, at, item, &ends, questions)}</div>
                }
            </div>
            <p key={&questions.licence} class="wu-small">{WordsOf::Aid(&questions.licence).html(ui)}</p>
        </div>
    }
    .into()
}

/// One item: every answer on its scale, and none.
fn one(ui: &Ui, texts: &'static Given, at: usize, item: &str, ends: &[String], questions: &AskedNow) -> Html {
    let group = ui.id(&["given-item-", &at.to_string()].concat());
    let chosen = ui.at_the_end.answers.get(at).copied().unwrap_or_default();
    let answer = |label: Html, key: &str, answer: GivenAnswer| {
        markup! { ui,
            <label key={key} class="wu-segmented__choice">
                <input
                    type="radio"
                    name={&group}
                    class="wu-segmented__input"
                    act={Act::AnswerItem(at, answer)}
                    checked={chosen == answer}
                />
                <span class="wu-segmented__label">{label}</span>
            </label>
        }
    };
    let none = answer(
        markup! { ui, <span>{texts.left_out}</span> },
        "none",
        GivenAnswer(None),
    );
    markup! { ui,
        <fieldset class="wu-segmented">
            <legend class="wu-choices__legend">{WordsOf::Aid(item).html(ui)}</legend>
            for end in ends { <p key={end} class="wu-soft">{WordsOf::Aid(end).html(ui)}</p> }
            <div class="wu-segmented__row">
                for each in &questions.scale {
                    {answer(label(ui, questions, *each), &each.to_string(), GivenAnswer(Some(*each)))}
                }
            </div>
            <div class="wu-segmented__row">{none}</div>
        </fieldset>
    }
}

/// What stands on an answer.
fn label(ui: &Ui, questions: &AskedNow, answer: u8) -> Html {
    let number = answer.to_string();
    WordsOf::Aid(questions.in_words(answer).unwrap_or(&number)).html(ui)
}

/// The text of a way.
fn said_of(texts: [&'static str; 3], way: GivenWay) -> &'static str {
    let [file, code, page] = texts;
    match way {
        GivenWay::File => file,
        GivenWay::Code => code,
        GivenWay::Page => page,
    }
}
