//! What the answers come to in broad bands, one fact at a time.

use super::value::{ChoiceFits, Company, GapBand, GivenLeaning, GivenUnderstanding, Need};
use crate::aid::Aid;
use crate::aid::document::Results;
use crate::consultation::{Answers, Consultation, Leaning, Liking, Mode, Person, Presence, Step, WordsBox};
use crate::ids::QuestionId;
use crate::view::{self, Engine, FitView};

/// From here on a gap is large, in hundredths of everything together: a fifth of all that matters.
const LARGE: u32 = 20;
/// Below this the page says that two people weigh things much the same.
const SOME: u32 = 5;

pub(super) fn needs(answers: &Answers, read_aloud: bool) -> Vec<Need> {
    let likes = |liking: Liking| answers.liking.contains(&liking);
    [
        (Need::LargerType, likes(Liking::Large)),
        (Need::InFull, likes(Liking::InFull)),
        (Need::OneByOne, likes(Liking::OneByOne)),
        (Need::ReadAloud, read_aloud),
        (
            Need::SomeoneHelped,
            answers.present.contains(&Presence::SomeoneWithMe),
        ),
    ]
    .into_iter()
    .filter_map(|(need, there)| there.then_some(need))
    .collect()
}

/// Who was there, the farthest from being alone first. A page that is used in a visit has a professional at it.
pub(super) fn company(answers: &Answers) -> Option<Company> {
    let here = |who: Presence| answers.present.contains(&who);
    if here(Presence::Professional) || answers.mode == Some(Mode::Together) {
        Some(Company::WithProfessional)
    } else if here(Presence::SomeoneWithMe) {
        Some(Company::WithSomeone)
    } else {
        here(Presence::Me).then_some(Company::Alone)
    }
}

/// A question whose name has another shape is called by its place.
pub(super) fn understanding(aid: &Aid, answers: &Answers) -> GivenUnderstanding {
    let mut given = GivenUnderstanding {
        asked: 0,
        right: Vec::new(),
        other: Vec::new(),
    };
    for asked in &aid.document().understanding {
        given.asked += 1;
        let place = ["question-", &given.asked.to_string()].concat();
        let id = QuestionId::try_from(asked.id.as_str()).or_else(|_| QuestionId::try_from(place));
        match (answers.understood.get(&asked.id), id) {
            (Some(answer), Ok(id)) if *answer == asked.right => given.right.push(id),
            (Some(_), Ok(id)) => given.other.push(id),
            _ => {}
        }
    }
    given
}

pub(super) fn leaning(answers: &Answers) -> Option<GivenLeaning> {
    Some(match answers.leaning.as_ref()? {
        Leaning::Option(_) => GivenLeaning::Option,
        Leaning::Undecided => GivenLeaning::Undecided,
        Leaning::MoreTime => GivenLeaning::MoreTime,
        Leaning::PleaseAdvise => GivenLeaning::PleaseAdvise,
    })
}

/// Whether the option they lean to goes with what they said, by what *How they fit* shows; nothing where that shows none.
pub(super) fn choice_fits(
    aid: &Aid,
    said: &Consultation,
    site: Results,
    engine: &dyn Engine,
) -> Option<ChoiceFits> {
    let Some(Leaning::Option(chosen)) = &said.answers().leaning else {
        return None;
    };
    let FitView::Ready(result) = view::fit(aid, said, site, engine) else {
        return None;
    };
    if result.ahead.is_empty() {
        return None;
    }
    if !result.ahead.contains(chosen) {
        return Some(ChoiceFits::No);
    }
    let kept = result.bars.iter().filter(|bar| bar.ruled_out.is_none()).count();
    Some(if kept > 1 && result.ahead.len() == kept {
        ChoiceFits::NotSeparated
    } else {
        ChoiceFits::Yes
    })
}

/// How far apart the person who decides and the others are, by what the page shows of it.
pub(super) fn gap(aid: &Aid, said: &Consultation, site: Results, engine: &dyn Engine) -> Option<GapBand> {
    let gap = view::agreement(aid, said, site, engine).gap?;
    let apart = gap.lines.iter().flat_map(|line| {
        let patient = line.marks.iter().find(|mark| mark.who == Person::Patient);
        let count = patient.map_or(0, |mark| mark.count);
        line.marks.iter().map(move |mark| mark.count.abs_diff(count))
    });
    Some(match apart.max()? {
        LARGE.. => GapBand::Large,
        SOME.. => GapBand::Some,
        _ => GapBand::None,
    })
}

/// The furthest step on which the person who decides answered something.
pub(super) fn stopped(answers: &Answers) -> Option<Step> {
    let wrote = |places: &[WordsBox]| {
        let words = |place: &WordsBox| {
            answers
                .words
                .get(place)
                .is_some_and(|words| !words.trim().is_empty())
        };
        places.iter().any(words)
    };
    let about = !answers.present.is_empty() || answers.group.is_some() || !answers.ticked.is_empty();
    let matters = [
        WordsBox::Matters,
        WordsBox::Worries,
        WordsBox::Hopes,
        WordsBox::WouldNotAccept,
    ];
    let weighed = answers.weighing(Person::Patient).says_anything()
        || !answers.concerns.is_empty()
        || !answers.deal_breakers.is_empty();
    let ready = !answers.ready.is_empty()
        || !answers.understood.is_empty()
        || !answers.asks.is_empty()
        || !answers.questions.trim().is_empty();
    let decided = answers.leaning.is_some()
        || answers.status.is_some()
        || answers.sure.is_some()
        || !answers.review.is_empty()
        || !answers.actions.is_empty()
        || wrote(&[WordsBox::Reservations, WordsBox::TeachBack]);
    [
        (Step::Decide, decided),
        (Step::Ready, ready),
        (Step::Weigh, weighed),
        (Step::Compare, !answers.marks.is_empty()),
        (Step::WhatMatters, answers.stage.is_some() || wrote(&matters)),
        (Step::About, about),
    ]
    .into_iter()
    .find_map(|(step, answered)| answered.then_some(step))
}
