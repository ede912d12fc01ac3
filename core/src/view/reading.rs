//! The steps that are read rather than answered: About, What matters, The choice, Options.

use crate::aid::document::{GuidelineDoc, Line};
use crate::aid::{Aid, OutcomeId, TreatmentOption};
use crate::consultation::{
    Action, Answers, Consultation, DecisionStage, Liking, Mode, Presence, Step, WordsBox,
};
use crate::words::{capital, say};

use super::frame::stamp;
use super::heads::{head, heads, paragraphs};
use super::notice::review_notice;
use super::rich::rich;
use super::tested::tested;
use super::{AboutView, BoxView, ChoiceView, Engine, OneView, OptionCard, RetoldView, WhatMattersView};

/// About: who it is for, who made it, who is here.
#[must_use]
pub fn about(aid: &Aid, consultation: &Consultation, engine: &dyn Engine) -> AboutView {
    let answers = consultation.answers();
    let aid = &answers.told(aid);
    let about = &aid.document().about;
    let present = &answers.present;
    let words = aid.wording();
    let mut facts: Vec<(String, String)> = about
        .authors
        .iter()
        .map(|author| {
            (
                say!(words, context "a fact about the aid", "Made by"),
                say!(
                    words,
                    context "an author",
                    "{name}: {role}",
                    name = author.name,
                    role = author.role
                ),
            )
        })
        .collect();
    facts.extend(heard(aid));
    facts.extend(about.setting.iter().map(|setting| {
        (
            say!(words, context "a fact about the aid", "When and where to use it"),
            setting.clone(),
        )
    }));
    facts.extend(about.country.iter().map(|country| {
        (
            say!(words, context "a fact about the aid", "Country"),
            country.clone(),
        )
    }));
    facts.extend([
        (
            say!(words, context "a fact about the aid", "Paid for by"),
            about.funding.clone(),
        ),
        (
            say!(words, context "a fact about the aid", "Interests of the authors"),
            about.interests.clone(),
        ),
        (
            say!(words, context "a fact about the aid", "How the evidence was found"),
            about.evidence_method.clone(),
        ),
        (
            say!(words, context "a fact about the aid", "Published"),
            words.day(&about.published),
        ),
        (
            say!(words, context "a fact about the aid", "Evidence last reviewed"),
            words.day(&about.last_reviewed),
        ),
        (
            say!(words, context "a fact about the aid", "Next review due"),
            words.day(&about.next_review),
        ),
        (
            say!(words, context "a fact about the aid", "How it is kept up to date"),
            about.update_policy.clone(),
        ),
        (
            say!(words, context "a fact about the aid", "Clinical review"),
            review_notice(aid).text,
        ),
        (
            say!(words, context "a fact about the aid", "Licence of the texts"),
            about.licence.clone(),
        ),
        (
            say!(words, context "a fact about the aid", "Version"),
            stamp(aid, engine),
        ),
    ]);
    let no_advice = say!(
        words,
        "It does not recommend an option or replace advice from your health team."
    );
    AboutView {
        condition: about.condition.clone(),
        decision: about.decision.clone(),
        purpose: paragraphs(aid, &about.purpose),
        // What the product is for and what it never does: no aid and no site can change it.
        intended_use: vec![
            say!(
                words,
                "This page supports a conversation between you and a health professional."
            ),
            say!(
                words,
                "It tells you what happened to groups of people in studies, and helps you say what matters to you."
            ),
            say!(
                words,
                "It does not diagnose. It cannot tell what will happen to you."
            ),
            no_advice.clone(),
        ],
        no_advice,
        who_for: about.who_for.clone(),
        not_for: about.not_for.clone(),
        options_for: aid
            .options()
            .iter()
            .filter_map(|option| Some((option.name().to_owned(), option.doc.for_whom.clone()?)))
            .collect(),
        how_long: say!(words, minutes = about.minutes => "About 1 minute", "About {minutes} minutes"),
        facts,
        present: [Presence::Me, Presence::SomeoneWithMe, Presence::Professional]
            .into_iter()
            .map(|who| (who, present.contains(&who)))
            .collect(),
        modes: Mode::ALL
            .into_iter()
            .map(|mode| (mode, answers.mode == Some(mode)))
            .collect(),
        start: answers.mode.and_then(Mode::opens).unwrap_or(Step::WhatMatters),
        show_as: answers.compare_as,
        liking: [Liking::InFull, Liking::Large]
            .into_iter()
            .map(|liking| (liking, answers.liking.contains(&liking)))
            .collect(),
        retold: aid
            .document()
            .retold
            .iter()
            .map(|retold| RetoldView {
                title: retold.title.clone(),
                parts: retold
                    .parts
                    .iter()
                    .map(|part| (part.title.clone(), part.text.clone()))
                    .collect(),
            })
            .collect(),
    }
}

/// Who was heard while the aid was made, then what they said, what was done and what was not, in the order of the record. An
/// example says first that nobody took part.
fn heard(aid: &Aid) -> Vec<(String, String)> {
    let words = aid.wording();
    let Some(record) = &aid.document().involvement else {
        return Vec::new();
    };
    let who = || say!(words, context "a fact about the aid", "Who was heard");
    let mut facts = Vec::new();
    if record.example {
        facts.push((
            who(),
            say!(words, "This is an example of how it will look. Nobody took part."),
        ));
    }
    facts.extend(record.heard.iter().map(|heard| {
        let counted = heard.people.map(
            |people| say!(words, people => "{Who}: 1 person", "{Who}: {people} people", who = heard.who),
        );
        (who(), counted.unwrap_or_else(|| capital(&heard.who)))
    }));
    for said in &record.said {
        facts.push((
            say!(words, context "a fact about the aid", "You said"),
            said.said.clone(),
        ));
        facts.extend(
            said.did
                .iter()
                .map(|did| (say!(words, context "a fact about the aid", "We did"), did.clone())),
        );
        facts.extend(said.not_changed_because.iter().map(|why| {
            (
                say!(words, context "a fact about the aid", "We could not"),
                why.clone(),
            )
        }));
    }
    facts
}

/// What matters: the person's own words, before any option.
#[must_use]
pub fn what_matters(aid: &Aid, consultation: &Consultation) -> WhatMattersView {
    let answers = consultation.answers();
    let boxes = boxes(answers);
    WhatMattersView {
        one: answers
            .liking
            .contains(&Liking::OneByOne)
            .then(|| one(aid, answers, &boxes)),
        prompts: aid
            .document()
            .prompts
            .iter()
            .map(|prompt| prompt.text.clone())
            .collect(),
        boxes: boxes
            .into_iter()
            .map(|place| own_box(aid, answers, place))
            .collect(),
        stages: [
            DecisionStage::NotStarted,
            DecisionStage::Considering,
            DecisionStage::CloseToChoosing,
            DecisionStage::Chosen,
        ]
        .into_iter()
        .map(|stage| (stage, answers.stage == Some(stage)))
        .collect(),
    }
}

/// The boxes that are offered before there are options: one more for someone who is here, or who was.
fn boxes(answers: &Answers) -> Vec<WordsBox> {
    let mut boxes = vec![
        WordsBox::Matters,
        WordsBox::Worries,
        WordsBox::Hopes,
        WordsBox::WouldNotAccept,
    ];
    if answers.present.contains(&Presence::SomeoneWithMe) || answers.words.get(&WordsBox::Companion).is_some()
    {
        boxes.push(WordsBox::Companion);
    }
    boxes
}

/// The question that is on screen. Where they are with the decision is asked last.
fn one(aid: &Aid, answers: &Answers, boxes: &[WordsBox]) -> OneView {
    let last = boxes.len();
    let at = usize::from(answers.question_at).min(last);
    let ask = |at: usize| u8::try_from(at).ok().map(Action::ask_at);
    OneView {
        place: boxes.get(at).copied(),
        said: say!(
            aid.wording(),
            "Question {at} of {all}",
            at = (at + 1).to_string(),
            all = (last + 1).to_string()
        ),
        back: at.checked_sub(1).and_then(ask),
        next: (at < last).then(|| ask(at + 1)).flatten(),
    }
}

/// A box, and what its words are about.
fn own_box(aid: &Aid, answers: &Answers, place: WordsBox) -> BoxView {
    let words = answers.words.get(&place).cloned().unwrap_or_default();
    let linked = |id: &OutcomeId| {
        answers
            .about
            .get(&place)
            .is_some_and(|linked| linked.contains(id))
    };
    let written = !words.trim().is_empty();
    let outcomes = || aid.outcomes().iter().filter(|_| written);
    let about: Vec<String> = outcomes()
        .filter(|outcome| linked(&outcome.id))
        .map(|outcome| outcome.in_sentence.clone())
        .collect();
    let said = aid.wording();
    BoxView {
        place,
        about: (!about.is_empty()).then(|| say!(said, "This is about {list}.", list = said.list(&about))),
        outcomes: outcomes()
            .map(|outcome| (outcome.id.clone(), outcome.name.clone(), linked(&outcome.id)))
            .collect(),
        words,
    }
}

/// The choice: the condition, the decision, what happens if nothing is done.
#[must_use]
pub fn choice(aid: &Aid, consultation: &Consultation) -> ChoiceView {
    let aid = &consultation.answers().told(aid);
    let document = aid.document();
    let choice = &document.choice;
    ChoiceView {
        question: document.about.decision.clone(),
        condition: paragraphs(aid, &choice.condition),
        decision: paragraphs(aid, &choice.decision),
        natural_course: paragraphs(aid, &choice.natural_course),
        urgency: rich(aid, &choice.urgency),
        options: heads(aid),
        test: tested(aid),
        terms: document
            .terms
            .iter()
            .map(|term| (term.term.clone(), term.means.clone()))
            .collect(),
        left_out: document
            .left_out
            .iter()
            .map(|left_out| (left_out.what.clone(), left_out.why.clone()))
            .collect(),
    }
}

/// What each guideline says of an option: who says it, of what day, for whom, and where it puts the option. It is told as
/// what it is, and alike for every option.
fn guidelines(aid: &Aid, option: &TreatmentOption) -> Vec<String> {
    let words = aid.wording();
    let said = |guideline: &GuidelineDoc| {
        let says = guideline
            .says
            .iter()
            .find(|says| says.option == option.id.as_str())?;
        let line = match says.line {
            Line::First => say!(words, "It names this among what to offer first."),
            Line::Second => {
                say!(
                    words,
                    "It names this for when what it offers first does not suit or has not worked."
                )
            }
            Line::Named => say!(
                words,
                "It names this among what may be offered, without an order."
            ),
            Line::NotNamed => say!(words, "It does not name this."),
            Line::NotOffered => say!(words, "It says not to offer this."),
        };
        let head = say!(
            words,
            "{body}, {number}, of {day}, is for {who}.",
            body = guideline.body,
            number = guideline.number,
            day = words.day(&guideline.date),
            who = guideline.for_whom
        );
        let mut all = vec![head, line];
        all.extend(says.words.clone());
        Some(all.join(" "))
    };
    aid.document().guidelines.iter().filter_map(said).collect()
}

/// Options: one card per option, the same headings, the aid's order.
#[must_use]
pub fn options(aid: &Aid, consultation: &Consultation) -> Vec<OptionCard> {
    let aid = &consultation.answers().told(aid);
    aid.options()
        .iter()
        .map(|option| {
            let doc = &option.doc;
            OptionCard {
                head: head(option),
                summary: rich(aid, &doc.summary),
                involves: paragraphs(aid, &doc.involves),
                benefits: paragraphs(aid, &doc.benefits),
                risks: paragraphs(aid, &doc.risks),
                alternatives: paragraphs(aid, &doc.alternatives),
                nothing: paragraphs(aid, &doc.nothing),
                recovery: paragraphs(aid, &doc.recovery),
                practicalities: paragraphs(aid, &doc.practicalities),
                physical: rich(aid, &doc.experience.physical),
                emotional: rich(aid, &doc.experience.emotional),
                social: rich(aid, &doc.experience.social),
                reversible: rich(aid, &doc.reversible),
                guidelines: guidelines(aid, option),
                drawing: doc.drawing.clone(),
                for_whom: doc.for_whom.clone(),
                ways: doc
                    .ways
                    .iter()
                    .map(|way| (way.name.clone(), way.text.clone()))
                    .collect(),
                get_help: doc.get_help.clone(),
                help_later: aid.document().choice.help_later,
            }
        })
        .collect()
}
