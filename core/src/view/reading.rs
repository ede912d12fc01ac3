//! The steps that are read rather than answered: About, What matters, The choice, Options.

use crate::aid::{Aid, Date};
use crate::consultation::{Consultation, Presence, Stage, WordsBox};

use super::frame::stamp;
use super::heads::{head, heads, paragraphs};
use super::tested::tested;
use super::{AboutView, ChoiceView, Engine, OptionCard, WhatMattersView};

/// What the product is for and what it never does. Fixed: no aid and no site can change it.
const INTENDED_USE: [&str; 4] = [
    "This page supports a conversation between you and a health professional.",
    "It tells you what happened to groups of people in studies, and helps you say what matters to you.",
    "It does not diagnose. It cannot tell what will happen to you.",
    "It does not recommend an option or replace advice from your health team.",
];

/// About: who it is for, who made it, who is here.
#[must_use]
pub fn about(aid: &Aid, consultation: &Consultation, engine: &dyn Engine) -> AboutView {
    let about = &aid.document().about;
    let present = &consultation.answers().present;
    let day = |date: &str| Date::parse(date).map_or_else(|| date.to_owned(), Date::in_words);
    let fact = |label: &str, text: String| (label.to_owned(), text);
    let mut facts: Vec<(String, String)> = about
        .authors
        .iter()
        .map(|author| fact("Made by", format!("{}: {}", author.name, author.role)))
        .collect();
    facts.extend(
        about
            .setting
            .iter()
            .map(|setting| fact("When and where to use it", setting.clone())),
    );
    facts.extend(
        about
            .country
            .iter()
            .map(|country| fact("Country", country.clone())),
    );
    facts.extend([
        fact("Paid for by", about.funding.clone()),
        fact("Interests of the authors", about.interests.clone()),
        fact("How the evidence was found", about.evidence_method.clone()),
        fact("Published", day(&about.published)),
        fact("Evidence last reviewed", day(&about.last_reviewed)),
        fact("Next review due", day(&about.next_review)),
        fact("How it is kept up to date", about.update_policy.clone()),
        fact("Clinical review", aid.review_notice().text),
        fact("Licence of the texts", about.licence.clone()),
        fact("Version", stamp(aid, engine)),
    ]);
    AboutView {
        condition: about.condition.clone(),
        decision: about.decision.clone(),
        purpose: paragraphs(aid, &about.purpose),
        intended_use: INTENDED_USE.map(str::to_owned).to_vec(),
        who_for: about.who_for.clone(),
        not_for: about.not_for.clone(),
        how_long: match about.minutes {
            1 => "About 1 minute".to_owned(),
            minutes => format!("About {minutes} minutes"),
        },
        facts,
        present: [Presence::Me, Presence::SomeoneWithMe, Presence::Professional]
            .into_iter()
            .map(|who| (who, present.contains(&who)))
            .collect(),
    }
}

/// What matters: the person's own words, before any option.
#[must_use]
pub fn what_matters(aid: &Aid, consultation: &Consultation) -> WhatMattersView {
    let answers = consultation.answers();
    WhatMattersView {
        prompts: aid
            .document()
            .prompts
            .iter()
            .map(|prompt| prompt.text.clone())
            .collect(),
        boxes: [
            WordsBox::Matters,
            WordsBox::Worries,
            WordsBox::Hopes,
            WordsBox::WouldNotAccept,
        ]
        .into_iter()
        .map(|place| (place, answers.words.get(&place).cloned().unwrap_or_default()))
        .collect(),
        stages: [
            Stage::NotStarted,
            Stage::Considering,
            Stage::CloseToChoosing,
            Stage::Chosen,
        ]
        .into_iter()
        .map(|stage| (stage, answers.stage == Some(stage)))
        .collect(),
    }
}

/// The choice: the condition, the decision, what happens if nothing is done.
#[must_use]
pub fn choice(aid: &Aid, _consultation: &Consultation) -> ChoiceView {
    let document = aid.document();
    let choice = &document.choice;
    ChoiceView {
        question: document.about.decision.clone(),
        condition: paragraphs(aid, &choice.condition),
        decision: paragraphs(aid, &choice.decision),
        natural_course: paragraphs(aid, &choice.natural_course),
        urgency: aid.rich(&choice.urgency),
        options: heads(aid),
        test: tested(aid),
        terms: document
            .terms
            .iter()
            .map(|term| (term.term.clone(), term.means.clone()))
            .collect(),
    }
}

/// Options: one card an option, the same headings, the aid's order.
#[must_use]
pub fn options(aid: &Aid, _consultation: &Consultation) -> Vec<OptionCard> {
    aid.options()
        .iter()
        .map(|option| {
            let doc = &option.doc;
            OptionCard {
                head: head(option),
                summary: aid.rich(&doc.summary),
                involves: paragraphs(aid, &doc.involves),
                benefits: paragraphs(aid, &doc.benefits),
                risks: paragraphs(aid, &doc.risks),
                alternatives: paragraphs(aid, &doc.alternatives),
                nothing: paragraphs(aid, &doc.nothing),
                recovery: paragraphs(aid, &doc.recovery),
                practicalities: paragraphs(aid, &doc.practicalities),
                physical: aid.rich(&doc.experience.physical),
                emotional: aid.rich(&doc.experience.emotional),
                social: aid.rich(&doc.experience.social),
                reversible: aid.rich(&doc.reversible),
            }
        })
        .collect()
}
