//! A point score: what can be ticked, and how far the sum is worked out, in words.

use crate::aid::document::{NONE, ScoreDoc, ScoreItemDoc};
use crate::aid::{Aid, SourceId};
use crate::consultation::{Answers, group_of};
use crate::words::{Words, say};

use super::heads::source;
use super::{ScoreItemView, ScoreView, TickView};

/// The score that answers a question, as far as it is worked out. `aid` is as the person sees it.
pub(super) fn score(aid: &Aid, answers: &Answers, axis: usize) -> Option<Box<ScoreView>> {
    let mut scores = aid.scores().iter();
    let doc = scores.find(|score| score.axis(aid.document()) == Some(axis))?;
    Some(Box::new(ScoreView {
        id: doc.id.clone(),
        name: doc.name.clone(),
        items: doc
            .items
            .iter()
            .map(|item| view_of(aid.wording(), answers, doc, item))
            .collect(),
        none: doc
            .has_none()
            .then(|| (NONE.to_owned(), answers.is_ticked(&doc.id, NONE))),
        said: said(aid, answers, doc),
        validated_in: doc.validated_in.clone(),
        not_for: doc.not_for.clone(),
        source: SourceId::try_from(doc.source.as_str())
            .ok()
            .and_then(|id| source(aid, &id)),
    }))
}

fn view_of(words: &Words, answers: &Answers, doc: &ScoreDoc, item: &ScoreItemDoc) -> ScoreItemView {
    let tick = |what: String, name: &str, points: u8| TickView {
        ticked: answers.is_ticked(&doc.id, &what),
        what,
        name: name.to_owned(),
        points: points_of(words, points),
    };
    let alone = item
        .points
        .map(|points| tick(item.id.clone(), &item.name, points));
    let levels = item
        .levels
        .iter()
        .map(|level| tick(item.tick(&level.id), &level.name, level.points));
    ScoreItemView {
        name: item.name.clone(),
        help: item.help.clone(),
        ticks: alone.into_iter().chain(levels).collect(),
        levels: !item.levels.is_empty(),
    }
}

fn points_of(words: &Words, points: u8) -> String {
    let points = u32::from(points);
    say!(words, context "of a score", points => "1 point", "{points} points")
}

/// The sum in words, with its name, for each score that is begun.
pub(super) fn sums(aid: &Aid, answers: &Answers) -> Vec<String> {
    let words = aid.wording();
    let begun = |doc: &ScoreDoc| {
        let tally = doc.tally(&|what| answers.is_ticked(&doc.id, what));
        let sum = sum(words, &tally.parts, tally.sum());
        tally.is_whole().then(|| {
            say!(
                words,
                context "a score and its sum in words",
                "{name}: {sum}",
                name = doc.name,
                sum
            )
        })
    };
    aid.scores().iter().filter_map(begun).collect()
}

/// "1 for high blood pressure and 2 for age 75 or over make 3."
fn sum(words: &Words, parts: &[(u8, &str)], sum: u32) -> String {
    let said: Vec<String> = parts
        .iter()
        .map(|(points, what)| {
            say!(
                words,
                context "points and what they are for",
                "{points} for {what}",
                points = words.number(*points),
                what
            )
        })
        .collect();
    match said.as_slice() {
        [] => say!(words, "Nothing that is ticked adds a point, so the sum is 0."),
        [one] => say!(words, context "a sum of one part", "The sum is {one}.", one),
        _ => say!(
            words,
            "{parts} make {sum}.",
            parts = words.list(&said),
            sum = words.number(sum)
        ),
    }
}

fn said(aid: &Aid, answers: &Answers, doc: &ScoreDoc) -> Vec<String> {
    let words = aid.wording();
    let tally = doc.tally(&|what| answers.is_ticked(&doc.id, what));
    if !tally.begun {
        return vec![say!(
            words,
            "Nothing is ticked yet, so there is no sum and no group."
        )];
    }
    if !tally.is_whole() {
        let open: Vec<String> = tally.open.iter().map(|name| words.quoted(name)).collect();
        return vec![say!(
            words,
            "For the sum, please answer {list} too.",
            list = words.list(&open)
        )];
    }
    let mut said = vec![sum(words, &tally.parts, tally.sum())];
    let group = group_of(answers, doc);
    let all = aid.document().axes().flat_map(|axis| axis.groups);
    let mut named = all.filter(|known| group.as_ref().is_some_and(|id| id.as_str() == known.id));
    match named.next() {
        Some(named) if answers.groups().any(|chosen| chosen.as_str() == named.id) => said.push(say!(
            words,
            "So the figures are for {people}. You can choose another group.",
            people = named.in_sentence
        )),
        Some(named) => said.push(say!(
            words,
            "This sum is that of {people}. You have chosen otherwise.",
            people = named.in_sentence
        )),
        None => said.push(say!(words, "This sum chooses no group here.")),
    }
    said.extend(doc.meaning(tally.sum()).and_then(|meaning| meaning.says.clone()));
    said
}
