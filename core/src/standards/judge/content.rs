//! Checks of what the aid says: the condition, the decision, the options, the words.

use super::super::balance::{LOPSIDED, UNEVEN};
use super::super::verdict::Judgement;
use super::{Case, Check, all_of, any, there};
use crate::aid::document::{DecisionKind, OptionKind};
use crate::aid::{Code, Place};
use crate::consultation::Step;

pub(super) fn named(name: &str) -> Option<Check> {
    Some(match name {
        "condition" => condition,
        "decision" => decision,
        "decision-and-kind" => |case| all_of(vec![decision(case), decision_kind(case)]),
        "options" => options,
        "inactive-option" => inactive_option,
        "benefits" => benefits,
        "risks" => risks,
        "benefits-and-risks" => |case| all_of(vec![benefits(case), risks(case)]),
        "experience" => experience,
        "balance" => balance,
        "even-handed" => even_handed,
        "natural-course" => natural_course,
        "nothing" => nothing,
        "outcomes" => outcomes,
        "values" => values,
        "values-exercise" => values_exercise,
        "steps" => |_| steps(),
        "questions" => questions,
        "support" => support,
        "plain-words" => plain_words,
        "audience" => audience,
        "test-purpose" => |case| test(case, "purpose"),
        "test-if-positive" => |case| test(case, "if_positive"),
        "test-if-negative" => |case| test(case, "if_negative"),
        "test-overdiagnosis" => |case| test(case, "overdiagnosis"),
        "stories" => |_| Judgement::not_applicable("The format has no personal stories."),
        "no-default" => |_| {
            Judgement::met("No screen preselects or marks an option, and the order is the file's everywhere.")
        },
        "no-average-person" => |case| {
            case.without(
                &[Code::AveragePerson],
                "No text compares the reader with an average person.",
            )
        },
        "chance-not-risk" => |case| case.without(&[Code::RiskWord], "Texts say \"chance\"."),
        "first-view" => first_view,
        _ => return None,
    })
}

/// Steps a path of decision making ends with, that a path may lack: nothing else stands for them.
const CLOSING: [(&str, &str); 2] = [
    ("ready", "a look at whether the person is ready to decide"),
    ("decide", "a page to settle the decision on"),
];

/// The path, from the steps there are.
fn steps() -> Judgement {
    let there: Vec<String> = Step::ALL
        .iter()
        .map(|step| step.name().replace('-', " "))
        .collect();
    let path = format!("Every aid is shown as a path of steps: {}.", there.join(", "));
    let lacking: Vec<&str> = CLOSING
        .iter()
        .filter(|(name, _)| Step::ALL.iter().all(|step| step.name() != *name))
        .map(|(_, what)| *what)
        .collect();
    if lacking.is_empty() {
        return Judgement::met(path);
    }
    Judgement::partly(
        format!("{path} It has no step for {}.", lacking.join(" and ")),
        "Ask about this in `questions`, and leave room for it in the visit.",
    )
    .at(root("questions"))
}

fn root(key: &str) -> Place {
    Place::root().key(key)
}

fn words(list: &[String]) -> usize {
    list.iter().map(|text| text.split_whitespace().count()).sum()
}

fn condition(case: &Case<'_>) -> Judgement {
    let place = root("choice").key("condition");
    match words(&case.doc.choice.condition) {
        0 => Judgement::not_met("Nothing explains the condition.", "Write `choice.condition`.").at(place),
        n @ 1..20 => Judgement::partly(
            format!("The condition is explained in {n} words."),
            "Explain it in 20 words or more, the plain name first.",
        )
        .at(place),
        n => Judgement::met(format!(
            "\"{}\" is explained in {n} words.",
            case.doc.about.condition
        ))
        .at(root("about").key("condition"))
        .at(place),
    }
}

fn decision(case: &Case<'_>) -> Judgement {
    let decision = case.doc.about.decision.trim();
    let place = root("about").key("decision");
    if decision.is_empty() || case.doc.options.len() < 2 {
        return Judgement::not_met(
            "Nothing says which decision, or there are fewer than 2 options.",
            "Write `about.decision` as a question, and two options.",
        )
        .at(place);
    }
    if !decision.ends_with('?') {
        return Judgement::partly(
            "The decision is not put as a question.",
            "Write `about.decision` as the question a person would ask.",
        )
        .at(place);
    }
    Judgement::met(format!("\"{decision}\""))
        .at(place)
        .at(root("choice").key("decision"))
}

/// Which part of care the decision is about: said outright, and not against the options.
fn decision_kind(case: &Case<'_>) -> Judgement {
    let place = root("about").key("decision_kind");
    match (case.doc.about.decision_kind, case.has_test()) {
        (Some(DecisionKind::Test), true) => Judgement::met("The decision is about a test.").at(place),
        (Some(DecisionKind::Treatment), false) => {
            Judgement::met("The decision is about treatment.").at(place)
        }
        (Some(_), _) => Judgement::not_met(
            "What the decision is said to be about does not fit its options.",
            "Write `decision_kind = \"test\"` when an option is a test, and `\"treatment\"` when none is.",
        )
        .at(place),
        // The kinds of the options say it too.
        (None, true) => {
            Judgement::met("The options say that the decision is about a test.").at(root("option"))
        }
        (None, false) => {
            Judgement::met("The options say that the decision is about treatment.").at(root("option"))
        }
    }
}

fn inactive(kind: OptionKind) -> bool {
    matches!(
        kind,
        OptionKind::WatchfulWaiting | OptionKind::NoChange | OptionKind::NoTreatment | OptionKind::NoTest
    )
}

fn inactive_option(case: &Case<'_>) -> Judgement {
    let mut found = case
        .doc
        .options
        .iter()
        .enumerate()
        .filter(|(_, option)| inactive(option.kind));
    match found.next() {
        Some((index, option)) => Judgement::met(format!(
            "\"{}\" is one of the options, and every screen shows it like the others.",
            option.name
        ))
        .at(root("option").index(index).key("kind")),
        None => Judgement::not_met(
            "No option is to watch, change nothing, or have no treatment or test.",
            "Add one.",
        )
        .at(root("option")),
    }
}

fn options(case: &Case<'_>) -> Judgement {
    let told = case.each_option("involves", "a description of what happens", |option| {
        any(&option.involves)
    });
    let left_out = case
        .dossier
        .development
        .as_ref()
        .map_or(0, |made| made.options_left_out.len());
    let mut judged = all_of(vec![told, inactive_option(case)]);
    if left_out > 0 {
        judged
            .because
            .push_str(" Options left out are listed with the reasons.");
        judged.places.push(root("development").key("options_left_out"));
    }
    judged
}

fn benefits(case: &Case<'_>) -> Judgement {
    case.each_option("benefits", "benefits", |option| any(&option.benefits))
}

fn risks(case: &Case<'_>) -> Judgement {
    case.each_option("risks", "risks", |option| any(&option.risks))
}

fn experience(case: &Case<'_>) -> Judgement {
    case.each_option(
        "experience",
        "what it is like in the body, in the mind and with other people",
        |option| {
            let told = &option.experience;
            [&told.physical, &told.emotional, &told.social]
                .iter()
                .all(|text| !text.trim().is_empty())
        },
    )
}

fn balance(case: &Case<'_>) -> Judgement {
    let balance = &case.balance;
    let said = format!(
        "The longest option has {:.1} words for each word of the shortest; within an option, benefits and risks differ by {:.1} at most.",
        balance.words_ratio, balance.benefit_risk_ratio
    );
    let places = case
        .problems
        .iter()
        .filter(|problem| problem.code == Code::Unbalanced);
    let places: Vec<Place> = places.map(|problem| problem.path.clone()).collect();
    let worst = balance.words_ratio.max(balance.benefit_risk_ratio);
    let remedy = "Tell options, and benefits and risks, at about the same length.";
    if worst > LOPSIDED {
        Judgement::not_met(said, remedy).at_all(places)
    } else if worst > UNEVEN {
        Judgement::partly(said, remedy).at_all(places)
    } else {
        Judgement::met(said).at(root("option"))
    }
}

fn even_handed(case: &Case<'_>) -> Judgement {
    let words = case.without(
        &[Code::LoadedWord, Code::Metaphor],
        "No word on our list speaks for or against an option; every option has the same layout, and texts cannot change type or colour.",
    );
    all_of(vec![words, balance(case)])
}

fn natural_course(case: &Case<'_>) -> Judgement {
    let list = &case.doc.choice.natural_course;
    there(
        &list.join(" "),
        root("choice").key("natural_course"),
        "what usually happens when nothing is done",
    )
}

fn nothing(case: &Case<'_>) -> Judgement {
    let rows = case.doc.outcomes.iter().flat_map(|outcome| &outcome.rows);
    let missing = rows
        .filter(|row| {
            case.doc
                .options
                .iter()
                .any(|option| inactive(option.kind) && row.cell(&option.id).is_none())
        })
        .count();
    if missing > 0 {
        return Judgement::partly(
            format!("{missing} rows of figures leave out the option of doing nothing."),
            "Give it a cell in every row; when there is no figure, say why.",
        )
        .at(root("outcome"));
    }
    all_of(vec![inactive_option(case), natural_course(case)])
}

fn outcomes(case: &Case<'_>) -> Judgement {
    let many = case.doc.outcomes.len();
    let serious = case.doc.outcomes.iter().filter(|outcome| outcome.serious).count();
    if many == 0 {
        return Judgement::not_met("There are no outcomes.", "Add outcomes with figures.")
            .at(root("outcome"));
    }
    Judgement::met(format!(
        "There are {many} outcomes, {serious} of them marked serious. Whether course, side effects and daily life are all there is for a person to say."
    ))
    .at_all((0..many).map(|index| root("outcome").index(index)))
}

fn values(case: &Case<'_>) -> Judgement {
    if case.doc.prompts.is_empty() {
        return Judgement::partly(
            "Every aid asks what matters, in the person's own words; this one gives no prompts of its own.",
            "Add `[[prompt]]` questions that help someone say what matters.",
        )
        .at(root("prompt"));
    }
    Judgement::met(format!(
        "The first step asks what matters, in the person's own words, with {} prompts; it comes before the options.",
        case.doc.prompts.len()
    ))
    .at(root("prompt"))
}

fn values_exercise(case: &Case<'_>) -> Judgement {
    let weighed = case.doc.outcomes.iter().filter(|outcome| outcome.weighed).count();
    if weighed < 2 {
        return Judgement::partly(
            "People say what matters in words; fewer than 2 outcomes can be weighed.",
            "Let at least 2 outcomes be weighed.",
        )
        .at(root("outcome"));
    }
    Judgement::met(format!(
        "{weighed} outcomes are weighed against each other by what each difference means to the person."
    ))
    .at(root("outcome"))
}

fn questions(case: &Case<'_>) -> Judgement {
    if any(&case.doc.questions) {
        Judgement::met(format!(
            "Questions to take to the visit: {}. There is a summary to print.",
            case.doc.questions.len()
        ))
        .at(root("questions"))
    } else {
        Judgement::partly(
            "There is a summary to print, and no question to take to the visit.",
            "Write `questions`.",
        )
        .at(root("questions"))
    }
}

fn support(case: &Case<'_>) -> Judgement {
    if case.doc.support.is_empty() {
        return Judgement::not_met(
            "No support is named.",
            "Add `[[support]]`: who can help, and how to reach them.",
        )
        .at(root("support"));
    }
    Judgement::met(format!("{} places of support are named.", case.doc.support.len())).at(root("support"))
}

fn plain_words(case: &Case<'_>) -> Judgement {
    let Some(read) = &case.readability else {
        return Judgement::person(format!(
            "Readability is not computed for `{}`.",
            case.doc.language
        ));
    };
    let age = read.all.reading_age;
    let said = format!(
        "Reading age about {age:.0} (grade {:.1}); {} of {} sentences have more than 20 words.",
        read.all.grade, read.all.long_sentences, read.all.sentences
    );
    let unexplained = case
        .problems
        .iter()
        .filter(|problem| problem.code == Code::UnexplainedTerm);
    let mut places: Vec<Place> = unexplained.map(|problem| problem.path.clone()).collect();
    let terms = !places.is_empty();
    places.extend(read.long_sentences.iter().map(|long| long.place.clone()));
    if places.is_empty() {
        places.push(root("choice"));
    }
    if age > 14.0 {
        Judgement::not_met(
            said,
            "Shorten sentences and use everyday words: 9 to 11 is the aim.",
        )
        .at_all(places)
    } else if age > 11.5 || terms {
        let what = if terms {
            "Explain the terms that `check` lists."
        } else {
            "Shorten the longest sentences."
        };
        Judgement::partly(said, what).at_all(places)
    } else {
        Judgement::met(said).at_all(places)
    }
}

fn audience(case: &Case<'_>) -> Judgement {
    let about = root("about");
    let before = case
        .dossier
        .development
        .as_ref()
        .and_then(|made| made.setting.as_deref());
    let setting = case.doc.about.setting.as_deref().or(before);
    let place = if before.is_some() {
        root("development").key("setting")
    } else {
        about.key("setting")
    };
    let mut parts = vec![
        there(
            &case.doc.about.who_for.join(" "),
            about.key("who_for"),
            "who it is for",
        ),
        there(
            &case.doc.about.not_for.join(" "),
            about.key("not_for"),
            "who it is not for",
        ),
    ];
    parts.push(super::maybe_there(
        setting,
        place,
        "when in care it is to be used",
    ));
    all_of(parts)
}

fn test(case: &Case<'_>, key: &str) -> Judgement {
    let place = root("test").key(key);
    let what = match key {
        "purpose" => "what the test is meant to find",
        "if_positive" => "what happens next when it finds something",
        "if_negative" => "what happens next when it finds nothing",
        _ => "what finding something harmless would mean",
    };
    let text = case.doc.test.as_ref().map(|test| match key {
        "purpose" => test.purpose.as_str(),
        "if_positive" => &test.if_positive,
        "if_negative" => &test.if_negative,
        _ => &test.overdiagnosis,
    });
    super::maybe_there(text, place, what)
}

fn first_view(case: &Case<'_>) -> Judgement {
    let (options, outcomes) = (case.doc.options.len(), case.doc.outcomes.len());
    let said = format!("There are {options} options and {outcomes} outcomes.");
    if options > 4 || outcomes > 7 {
        Judgement::partly(
            format!("{said} Readers choose which to see side by side."),
            "Put options that differ little together, and leave out outcomes that few would weigh.",
        )
        .at(root(if options > 4 { "option" } else { "outcome" }))
    } else {
        Judgement::met(said)
    }
}
