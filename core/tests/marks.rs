//! A mark on every outcome: the order it gives, that it comes back, that no word is lost, and that every aid can be marked from
//! end to end.

#![cfg(feature = "authoring")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use common::{after, aid, aids, example, example_text, outcome, read};
use proptest::prelude::*;
use weighup_core::aid::{Aid, OutcomeId, ReferenceClassId, document::Results};
use weighup_core::consultation::{
    Action, ActionError, CompareAs, Consultation, Dropped, MAX_WORDS, Method, OutcomeMark, OutcomeOrder,
    Person, Step, WordsBox,
};
use weighup_core::record::plain_text;
use weighup_core::view::{self, Engine as _, FitView, Here, OrderFrom};
use weighup_core::words::Words;

fn id(name: &str) -> OutcomeId {
    name.try_into().unwrap()
}

fn mark(name: &str, mark: OutcomeMark) -> Action {
    Action::mark(id(name), mark)
}

fn shown(aid: &Aid, c: &Consultation) -> Vec<String> {
    let view = view::compare(aid, c);
    view.outcomes.iter().map(|card| card.id.to_string()).collect()
}

#[test]
fn what_matters_stands_first_when_compare_is_opened_and_never_while_it_is_read() {
    let aid = example();
    let mut c = after(&aid, [Action::go_to(Step::Compare)]);
    let first = shown(&aid, &c);
    let last = first.last().unwrap().clone();
    c.apply(&aid, mark(&last, OutcomeMark::Matters)).unwrap();
    c.apply(&aid, mark(&first[0], OutcomeMark::DoesNotMatter))
        .unwrap();
    c.apply(&aid, mark(&first[1], OutcomeMark::Worries)).unwrap();
    assert_eq!(shown(&aid, &c), first, "no row jumps from under a finger");
    let bring = view::compare(&aid, &c).order.bring.unwrap();
    let mut asked = c.clone();
    asked.apply(&aid, Action::order_outcomes(bring)).unwrap();
    c.apply(&aid, Action::go_to(Step::Options)).unwrap();
    c.apply(&aid, Action::go_to(Step::Compare)).unwrap();
    let now = shown(&aid, &c);
    assert_eq!(shown(&aid, &asked), now, "asked for, it is the same order");
    assert_eq!((&now[0], &now[1]), (&last, &first[1]));
    assert_eq!(now.last(), Some(&first[0]));
    let between: Vec<_> = first
        .iter()
        .filter(|id| now[2..now.len() - 1].contains(id))
        .collect();
    assert!(
        now[2..now.len() - 1].iter().eq(between),
        "the others stay as they stood"
    );
    let order = view::compare(&aid, &c).order;
    assert_eq!((order.from, order.bring), (OrderFrom::Marks, None));
    // The aid's order, once asked for, stays whatever is marked.
    c.apply(&aid, Action::order_outcomes(order.at_first)).unwrap();
    c.apply(&aid, Action::go_to(Step::Options)).unwrap();
    c.apply(&aid, Action::go_to(Step::Compare)).unwrap();
    assert_eq!(shown(&aid, &c), first);
    assert_eq!(view::compare(&aid, &c).order.from, OrderFrom::Aid);
}

#[test]
fn an_order_of_ones_own_stays_and_marks_that_are_taken_back_leave_none() {
    let aid = example();
    let own = OutcomeOrder::Own(vec![id("harm")]);
    let c = after(
        &aid,
        [
            Action::order_outcomes(own.clone()),
            mark("pain", OutcomeMark::Matters),
            Action::go_to(Step::Compare),
        ],
    );
    assert_eq!(c.answers().order, own);
    let c = after(
        &aid,
        [
            mark("harm", OutcomeMark::Matters),
            Action::go_to(Step::Compare),
            mark("harm", OutcomeMark::Matters),
            Action::go_to(Step::Compare),
        ],
    );
    assert_eq!(
        (&c.answers().order, c.answers().marks.len()),
        (&OutcomeOrder::Aid, 0)
    );
}

#[test]
fn a_mark_weighs_nothing() {
    let aid = example();
    let weighed = [
        Action::choose_first(outcome("pain")),
        Action::set_points(outcome("harm"), 30),
        Action::set_points(outcome("walking"), 50),
    ];
    let without = after(&aid, weighed.clone());
    let marks = [
        mark("harm", OutcomeMark::Matters),
        mark("pain", OutcomeMark::DoesNotMatter),
    ];
    let with = after(&aid, weighed.into_iter().chain(marks));
    assert_eq!(with.answers().weighings, without.answers().weighings);
    let fit = |c: &Consultation| view::fit(&aid, c, Results::Fit, &Here);
    assert!(matches!(fit(&with), FitView::Ready(_)));
    assert_eq!(fit(&with), fit(&without));
}

#[test]
fn a_ranking_starts_from_marks_only_when_that_is_pressed() {
    let aid = example();
    let mut c = after(
        &aid,
        [
            mark("harm", OutcomeMark::Matters),
            mark("pain", OutcomeMark::Matters),
            mark("sleep", OutcomeMark::Matters),
            mark("walking", OutcomeMark::DoesNotMatter),
            Action::use_method(Method::Ranking),
        ],
    );
    assert!(c.answers().mine().ranking.is_empty());
    let start = view::weigh(&aid, &c).start.unwrap();
    assert!(start.said[0].contains("only a start"), "{:?}", start.said);
    assert!(
        start
            .said
            .iter()
            .any(|said| said == "What you marked the same stands together.")
    );
    c.apply(&aid, start.action).unwrap();
    assert_eq!(
        c.answers().mine().ranking,
        [vec![outcome("pain"), outcome("harm")]],
        "in the aid's order, together, and nothing that cannot be weighed"
    );
    let view = view::weigh(&aid, &c);
    assert_eq!(view.start, None, "it is offered before anything is placed");
    assert!(view.still_to_answer.unwrap().contains("1 still to place"));
    c.apply(&aid, Action::undo()).unwrap();
    assert!(c.answers().mine().ranking.is_empty());
}

#[test]
fn marks_are_the_persons_who_decides() {
    let aid = example();
    for who in [Person::Companion, Person::Clinician] {
        let mut c = after(&aid, [mark("pain", OutcomeMark::Matters), Action::take_turn(who)]);
        for action in [
            mark("pain", OutcomeMark::Worries),
            Action::say_about(id("pain"), "theirs".into()),
        ] {
            assert_eq!(c.apply(&aid, action), Err(ActionError::NotTheirs));
        }
        c.apply(&aid, Action::use_method(Method::Ranking)).unwrap();
        let weigh = view::weigh(&aid, &c);
        assert_eq!(weigh.start, None);
        assert!(weigh.items.iter().all(|item| item.mark.is_none()));
        assert!(view::compare(&aid, &c).outcomes.iter().all(|card| !card.mark.may));
    }
}

#[test]
fn typing_about_one_outcome_is_one_undo_and_about_another_is_another() {
    let aid = example();
    let typed = |about: &str, words: &str| Action::say_about(id(about), words.into());
    let mut c = after(
        &aid,
        [
            typed("pain", "a"),
            typed("pain", "ab"),
            typed("harm", "c"),
            typed("harm", "cd"),
        ],
    );
    c.apply(&aid, Action::undo()).unwrap();
    assert_eq!(
        (
            c.answers().words_about(&id("pain")),
            c.answers().words_about(&id("harm"))
        ),
        ("ab", "")
    );
    c.apply(&aid, Action::undo()).unwrap();
    assert!(c.answers().marks.is_empty() && !c.can_undo());
}

/// What a person wrote before there were outcomes stands beside the ones it is about: in every view, in the summary, and in a saved file.
#[test]
fn words_of_a_box_stand_beside_what_they_are_about() {
    let aid = example();
    let link = |place, about: &str| Action::link_words(place, id(about));
    let mut c = after(
        &aid,
        [
            Action::set_words(WordsBox::Matters, " To walk. ".into()),
            Action::set_words(WordsBox::Companion, "She naps.".into()),
            link(WordsBox::Matters, "pain"),
            link(WordsBox::Companion, "pain"),
            link(WordsBox::Worries, "harm"),
            Action::say_about(id("pain"), "At night.".into()),
        ],
    );
    let said = [
        (None, "At night.".to_owned()),
        (Some(WordsBox::Matters), "To walk.".to_owned()),
        (Some(WordsBox::Companion), "She naps.".to_owned()),
    ];
    let compare = view::compare(&aid, &c);
    let pain = compare
        .outcomes
        .iter()
        .find(|card| card.id == id("pain"))
        .unwrap();
    assert_eq!(pain.mark.said, said);
    assert_eq!(
        pain.mark.boxes,
        [(WordsBox::Matters, true), (WordsBox::Companion, true)]
    );
    let weigh = view::weigh(&aid, &c);
    let asked = weigh.items.iter().find(|item| item.name == pain.name).unwrap();
    assert_eq!(asked.said, said);
    let text = plain_text(aid.wording(), &view::summary(&aid, &c, Results::Fit, &Here));
    assert!(text.contains("you said: “To walk.”"), "{text}");
    // What the companion said stands in their own box, and not among what the person said and weighed.
    assert!(
        text.contains("She naps.") && !text.contains("said: “She naps.”"),
        "{text}"
    );
    // A box that was emptied is about nothing: what is written next may be about something else.
    let mut other = c.clone();
    other
        .apply(&aid, Action::set_words(WordsBox::Matters, String::new()))
        .unwrap();
    other
        .apply(&aid, Action::set_words(WordsBox::Matters, "To sleep.".into()))
        .unwrap();
    let about: Vec<_> = other
        .answers()
        .said_about(&id("pain"))
        .into_iter()
        .map(|(place, _)| place)
        .collect();
    assert_eq!(about, [None, Some(WordsBox::Companion)]);
    // A box without words is about nothing yet.
    assert!(!text.contains("harm you said") && view::what_matters(&aid, &c).boxes[1].outcomes.is_empty());
    assert!(
        view::what_matters(&aid, &c).boxes[0]
            .about
            .as_ref()
            .unwrap()
            .starts_with("This is about")
    );

    let saved = c.save(&aid, Here.hash(&aid));
    let back = Consultation::restore(&aid, &saved, Here.hash(&aid)).unwrap();
    assert_eq!(back.consultation.answers(), c.answers());
    let now = read(
        &example_text()
            .replace("\"pain\"", "\"ache\"")
            .replace("{pain.", "{ache."),
    );
    let back = Consultation::restore(&now, &saved, Here.hash(&now)).unwrap();
    let answers = back.consultation.answers();
    assert!(
        back.dropped.contains(&Dropped::Link(pain.name.clone())),
        "{:?}",
        back.dropped
    );
    assert!(
        answers
            .words
            .get(&WordsBox::Matters)
            .unwrap()
            .contains("To walk.")
    );
    assert_eq!(answers.about.len(), 1, "only what is about harm is left");

    c.apply(&aid, link(WordsBox::Matters, "pain")).unwrap();
    assert_eq!(
        c.answers().said_about(&id("pain")).len(),
        2,
        "the same again takes it back"
    );
    c.apply(&aid, Action::undo()).unwrap();
    assert_eq!(c.answers().said_about(&id("pain")).len(), 3);
    assert!(c.apply(&aid, link(WordsBox::Matters, "nothing")).is_err());
}

/// An outcome that is gone takes its mark along, and says so by its name; what was written about it does not go.
#[test]
fn a_mark_on_what_is_gone_is_told_and_its_words_are_kept() {
    let old = example();
    let said = [
        mark("sleep", OutcomeMark::Matters),
        Action::say_about(id("sleep"), " I nap.\nOften. ".into()),
        mark("pain", OutcomeMark::Worries),
        Action::set_words(WordsBox::Matters, "x".repeat(MAX_WORDS)),
        Action::go_to(Step::Compare),
    ];
    let saved = after(&old, said).save(&old, Here.hash(&old));
    let name = old.outcome(&id("sleep")).unwrap().name.clone();
    let now = read(&example_text().replace("\"sleep\"", "\"rest\""));
    let back = Consultation::restore(&now, &saved, Here.hash(&now)).unwrap();
    let told: Vec<String> = back
        .dropped
        .iter()
        .map(|lost| lost.sentence(Words::english()))
        .collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].contains(&name) && told[0].contains("stands with your own words"),
        "{told:?}"
    );
    let answers = back.consultation.answers();
    assert_eq!(answers.mark_of(&id("pain")), Some(OutcomeMark::Worries));
    assert_eq!(answers.marks.len(), 1);
    // The first box is full: they stand in the next.
    assert_eq!(
        answers.words.get(&WordsBox::Worries).map(String::as_str),
        Some([&name, ": I nap.\nOften."].concat().as_str())
    );
    let OutcomeOrder::Marks(ids) = &answers.order else {
        unreachable!("{:?}", answers.order)
    };
    assert!(!ids.contains(&id("sleep")) && ids.contains(&id("pain")));
}

#[test]
fn a_mark_without_words_on_what_is_gone_is_told_by_what_the_file_knows() {
    let old = example();
    let saved = after(&old, [mark("sleep", OutcomeMark::Matters)]).save(&old, Here.hash(&old));
    let now = read(&example_text().replace("\"sleep\"", "\"rest\""));
    let older = saved.replace("\"marked\"", "\"else\"");
    for (text, outcome) in [
        (&saved, old.outcome(&id("sleep")).unwrap().name.clone()),
        (&older, "sleep".to_owned()),
    ] {
        let back = Consultation::restore(&now, text, Here.hash(&now)).unwrap();
        assert_eq!(
            back.dropped,
            [Dropped::Mark {
                outcome,
                words: false
            }]
        );
        assert!(back.consultation.answers().marks.is_empty());
        assert!(back.consultation.answers().words.is_empty());
    }
}

/// Groups of an aid to look at it for: none, and each of them.
fn groups(aid: &Aid) -> Vec<Option<ReferenceClassId>> {
    let baseline = aid
        .document()
        .baseline
        .iter()
        .flat_map(|asked| asked.groups.clone());
    let each = baseline.map(|group| Some(ReferenceClassId::try_from(group.id).unwrap()));
    std::iter::once(None).chain(each).collect()
}

/// Whatever the figures are, every outcome is marked, the summary says so in the screen's words and in those to copy, and the
/// file gives it back. Nothing is asked above an empty list.
#[test]
fn every_aid_can_be_marked_or_weighed_from_end_to_end() {
    let (mut tried, mut by_marks) = (0, 0);
    for folder in aids() {
        let aid = aid(&folder);
        for group in groups(&aid) {
            let mut c = after(&aid, group.clone().map(Action::choose_group));
            c.apply(&aid, Action::go_to(Step::Weigh)).unwrap();
            let marks = view::marks(&aid, &c, aid.results());
            let weigh = view::weigh(&aid, &c);
            let of = [aid.id(), " for ", &format!("{group:?}")].concat();
            assert!(
                marks.is_weighing || !weigh.items.is_empty(),
                "{of}: nothing is asked"
            );
            assert_eq!(marks.items.len(), aid.outcomes().len(), "{of}");
            by_marks += usize::from(marks.is_weighing);
            for item in &marks.items {
                assert!(
                    !item.ends.is_empty() && item.ends.iter().all(|said| !said.trim().is_empty()),
                    "{of}"
                );
            }
            for (at, item) in marks.items.iter().enumerate() {
                let with = OutcomeMark::ALL[at % 3];
                c.apply(&aid, Action::mark(item.mark.outcome.clone(), with))
                    .unwrap();
                let words = ["my words ", &at.to_string(), "."].concat();
                c.apply(&aid, Action::say_about(item.mark.outcome.clone(), words))
                    .unwrap();
            }
            let summary = view::summary(&aid, &c, aid.results(), &Here);
            let text = plain_text(aid.wording(), &summary);
            for (at, item) in marks.items.iter().enumerate() {
                let name = &aid.outcome(&item.mark.outcome).unwrap().in_sentence;
                let mark = summary.weighed.get(at % 3).unwrap();
                assert!(
                    mark.contains(name.as_str()) && text.contains(mark.as_str()),
                    "{of}: {mark}"
                );
                assert!(
                    text.contains(&["my words ", &at.to_string(), "."].concat()),
                    "{of}"
                );
            }
            let list = view::marks(&aid, &c, aid.results());
            assert_eq!(
                list.marked.len(),
                marks.items.len(),
                "{of}: words keep those in view that do not matter"
            );
            for each in &list.marked {
                assert!(
                    each.options.is_empty() || each.options.len() == aid.options().len(),
                    "{of}"
                );
            }
            if let FitView::FactsOnly { said, figures, .. } = view::fit(&aid, &c, Results::Facts, &Here) {
                assert!(said.starts_with(&summary.weighed[..1]), "{of}");
                assert!(
                    figures.is_some() || list.marked.iter().all(|each| each.options.is_empty()),
                    "{of}"
                );
            }
            let saved = c.save(&aid, Here.hash(&aid));
            let back = Consultation::restore(&aid, &saved, Here.hash(&aid)).unwrap();
            assert!(back.dropped.is_empty(), "{of}: {:?}", back.dropped);
            assert_eq!(back.consultation.answers(), c.answers(), "{of}");
            tried += 1;
        }
    }
    assert!(
        tried > 24 && by_marks > 7,
        "{tried} aids and groups, {by_marks} by marks"
    );
}

/// Marks stay where the group is chosen anew: they belong to no figure.
#[test]
fn another_group_takes_no_mark_away() {
    let aid = read(include_str!("aids/measured/aid.toml"));
    let group = |name: &str| Action::choose_group(name.try_into().unwrap());
    let name = aid.outcomes().first().unwrap().id.clone();
    let c = after(
        &aid,
        [
            group("low"),
            Action::mark(name.clone(), OutcomeMark::Worries),
            group("high"),
        ],
    );
    assert_eq!(c.answers().mark_of(&name), Some(OutcomeMark::Worries));
}

#[test]
fn every_way_of_showing_has_the_mark() {
    let aid = example();
    for way in [
        CompareAs::Matrix,
        CompareAs::Pictures,
        CompareAs::Difference,
        CompareAs::Table,
        CompareAs::Numbers,
    ] {
        let c = after(
            &aid,
            [mark("pain", OutcomeMark::Worries), Action::compare_as(way)],
        );
        let cards = view::compare(&aid, &c).outcomes;
        let pain = cards.iter().find(|card| card.id == id("pain")).unwrap();
        assert_eq!(
            (pain.mark.mark, pain.mark.may),
            (Some(OutcomeMark::Worries), true)
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// The order is that of the marks, stable in all else, and has every outcome once.
    #[test]
    fn the_order_is_stable(marks in prop::collection::vec(0..4usize, 16)) {
        let aid = example();
        let mut c = Consultation::new(&aid);
        let ids: Vec<OutcomeId> = aid.outcomes().iter().map(|outcome| outcome.id.clone()).collect();
        for (id, at) in ids.iter().zip(&marks) {
            if let Some(mark) = OutcomeMark::ALL.get(*at) {
                c.apply(&aid, Action::mark(id.clone(), *mark)).unwrap();
            }
        }
        c.apply(&aid, Action::go_to(Step::Compare)).unwrap();
        let place = |id: &OutcomeId| match c.answers().mark_of(id) {
            Some(OutcomeMark::Matters) => 0,
            Some(OutcomeMark::Worries) => 1,
            None => 2,
            Some(OutcomeMark::DoesNotMatter) => 3,
        };
        let mut expected = Vec::new();
        for wanted in 0..4 {
            expected.extend(ids.iter().filter(|id| place(id) == wanted).map(ToString::to_string));
        }
        prop_assert_eq!(shown(&aid, &c), expected);
    }
}
