//! Checks of how the aid was made: dates, money, people, studies.

use super::super::verdict::Judgement;
use super::{Case, Check, all_of, maybe_there, there};
use crate::aid::{Code, Date, Place};
use crate::authoring::{Development, Measured, Stage, Who};

pub(super) fn named(name: &str) -> Option<Check> {
    Some(match name {
        "published" => published,
        "update-policy" => update_policy,
        "funding" => funding,
        "interests" => |case| {
            all_of(vec![
                there(
                    &case.doc.about.interests,
                    about("interests"),
                    "what interests the authors have",
                ),
                funding(case),
            ])
        },
        "evidence-method" => evidence_method,
        "evidence-appraised" => |case| {
            all_of(vec![
                evidence_method(case),
                super::named("certainty").map_or_else(|| Judgement::person(""), |check| check(case)),
            ])
        },
        "credentials" => credentials,
        "readability-reported" => readability_reported,
        "needs-patients" => |case| stage(case, Stage::Needs, Who::Patients),
        "needs-professionals" => |case| stage(case, Stage::Needs, Who::Professionals),
        "review-patients" => |case| stage(case, Stage::Review, Who::Patients),
        "review-professionals" => |case| stage(case, Stage::Review, Who::Professionals),
        "field-test-patients" => |case| stage(case, Stage::FieldTest, Who::Patients),
        "field-test-professionals" => |case| stage(case, Stage::FieldTest, Who::Professionals),
        "needs" => |case| both(case, Stage::Needs),
        "outside-review" => |case| both(case, Stage::Review),
        "field-test" => |case| both(case, Stage::FieldTest),
        "involvement" => involvement,
        "process-published" => |case| {
            made(
                case,
                "process_url",
                "how it was made and checked, in public",
                |made| made.process_url.as_deref(),
            )
        },
        "equality" => |case| {
            made(case, "equality", "how equality was considered", |made| {
                made.equality.as_deref()
            })
        },
        "country" => |case| {
            if case.doc.about.country.is_some() {
                return maybe_there(
                    case.doc.about.country.as_deref(),
                    about("country"),
                    "which country it is for",
                );
            }
            made(case, "country", "which country it is for", |made| {
                made.country.as_deref()
            })
        },
        "formats" => |case| {
            made(
                case,
                "formats",
                "which other formats and languages there are",
                |made| made.formats.first().map(String::as_str),
            )
        },
        "evaluation-congruence" => |case| evaluated(case, Some(Measured::Congruence)),
        "evaluation-knowledge" => |case| evaluated(case, Some(Measured::Knowledge)),
        "evaluation" => |case| evaluated(case, None),
        _ => return None,
    })
}

fn about(key: &str) -> Place {
    Place::root().key("about").key(key)
}

fn development(key: &str) -> Place {
    Place::root().key("development").key(key)
}

fn made(case: &Case<'_>, key: &str, what: &str, field: impl Fn(&Development) -> Option<&str>) -> Judgement {
    maybe_there(
        case.dossier.development.as_ref().and_then(field),
        development(key),
        what,
    )
}

fn published(case: &Case<'_>) -> Judgement {
    let text = &case.doc.about.published;
    match (Date::parse(text), case.day) {
        (None, _) => Judgement::not_met("There is no date of publication.", "Write `about.published`.")
            .at(about("published")),
        (Some(date), Some(today)) if date > today => Judgement::not_met(
            format!("The date of publication, {text}, is in the future."),
            "Write the day it is published.",
        )
        .at(about("published")),
        _ => Judgement::met(format!("Published on {text}.")).at(about("published")),
    }
}

fn update_policy(case: &Case<'_>) -> Judgement {
    let said = there(
        &case.doc.about.update_policy,
        about("update_policy"),
        "how it is updated",
    );
    let next = &case.doc.about.next_review;
    let Some(date) = Date::parse(next) else {
        return Judgement::not_met(
            "There is no date of the next review.",
            "Write `about.next_review`.",
        )
        .at(about("next_review"));
    };
    if case.problems.iter().any(|problem| problem.code == Code::Expired) {
        return Judgement::not_met(
            format!("The review was due on {next}."),
            "Look for new evidence, then change the dates.",
        )
        .at(about("next_review"));
    }
    let reviewed = Date::parse(&case.doc.about.last_reviewed).zip(case.day);
    if reviewed.is_some_and(|(last, today)| today.day_number() - last.day_number() > 731) {
        return Judgement::partly(
            format!(
                "The evidence was last reviewed on {}, over 24 months ago.",
                case.doc.about.last_reviewed
            ),
            "Look for new evidence.",
        )
        .at(about("last_reviewed"));
    }
    let when = if case.day.is_none() {
        "; no day was given to compare it with"
    } else {
        ""
    };
    all_of(vec![
        said,
        Judgement::met(format!("The next review is due on {date}{when}.")).at(about("next_review")),
    ])
}

fn funding(case: &Case<'_>) -> Judgement {
    there(&case.doc.about.funding, about("funding"), "who paid for it")
}

fn evidence_method(case: &Case<'_>) -> Judgement {
    there(
        &case.doc.about.evidence_method,
        about("evidence_method"),
        "how its evidence was found and put together",
    )
}

fn credentials(case: &Case<'_>) -> Judgement {
    let authors = &case.doc.about.authors;
    if authors.is_empty() {
        return Judgement::not_met(
            "No author is named.",
            "Name the authors with their roles and credentials.",
        )
        .at(about("authors"));
    }
    // A degree, a registration or a profession: anything else needs a person's eye.
    let known = [
        "MB",
        "MD",
        "PhD",
        "RN",
        "FRC",
        "MRC",
        "BSc",
        "MSc",
        "consultant",
        "nurse",
        "doctor",
        "GP",
        "professor",
        "surgeon",
        "registration",
    ];
    let without = authors.iter().enumerate().filter(|(_, author)| {
        !known
            .iter()
            .any(|word| author.role.contains(word) || author.name.contains(word))
    });
    let places: Vec<Place> = without
        .map(|(index, _)| about("authors").index(index).key("role"))
        .collect();
    if places.is_empty() {
        return Judgement::met("Every author has a role with credentials.").at(about("authors"));
    }
    Judgement::partly(
        "Authors are named with roles; no credentials were recognised for all of them.",
        "Write each author's profession and registration in `role`.",
    )
    .at_all(places)
}

fn readability_reported(case: &Case<'_>) -> Judgement {
    match &case.readability {
        Some(read) => Judgement::met(format!(
            "Reported here: grade {:.1}, reading age about {:.0}.",
            read.all.grade, read.all.reading_age
        )),
        None => Judgement::person(format!(
            "Readability is not computed for `{}`.",
            case.doc.language
        )),
    }
}

fn stage(case: &Case<'_>, stage: Stage, who: Who) -> Judgement {
    let found = case
        .dossier
        .took_part()
        .into_iter()
        .find(|step| step.stage == stage && step.who == who);
    let (people, did) = (
        match who {
            Who::Patients => "patients",
            Who::Professionals => "professionals",
        },
        match stage {
            Stage::Needs => "were asked what they need",
            Stage::Review => "from outside reviewed it",
            Stage::FieldTest => "tried it",
        },
    );
    match found {
        Some(step) => {
            Judgement::met(format!("{} ({}).", step.how.trim_end_matches('.'), step.date)).at(step.place)
        }
        None => Judgement::not_met(
            format!("Nothing says that {people} {did}."),
            "When they have, write it into `involvement.toml`, with how many and when.",
        )
        .at(development("involved")),
    }
}

fn both(case: &Case<'_>, of: Stage) -> Judgement {
    all_of(vec![
        stage(case, of, Who::Patients),
        stage(case, of, Who::Professionals),
    ])
}

fn involvement(case: &Case<'_>) -> Judgement {
    let all = case.dossier.took_part();
    let has = |who: Who| all.iter().find(|step| step.who == who);
    let places = || all.iter().map(|step| step.place.clone());
    match (has(Who::Patients).is_some(), has(Who::Professionals).is_some()) {
        (true, true) => Judgement::met("Patients and professionals took part.").at_all(places()),
        (false, false) => Judgement::not_met(
            "Nothing says that patients or professionals took part.",
            "When they have, write it into `involvement.toml`.",
        )
        .at(development("involved")),
        (patients, _) => Judgement::partly(
            format!(
                "Only {} took part.",
                if patients { "patients" } else { "professionals" }
            ),
            "Ask the others too.",
        )
        .at_all(places()),
    }
}

fn evaluated(case: &Case<'_>, measured: Option<Measured>) -> Judgement {
    let studies = case.dossier.development.iter().flat_map(|made| &made.evaluations);
    let found: Vec<(usize, &str)> = studies
        .enumerate()
        .filter(|(_, study)| measured.is_none_or(|what| study.measured == what))
        .map(|(index, study)| (index, study.citation.as_str()))
        .collect();
    match found.first() {
        Some((index, citation)) => {
            Judgement::person(format!("Cited: {citation}")).at(development("evaluations").index(*index))
        }
        None => Judgement::not_met(
            "No such study is cited.",
            "When there is one, add it to `[[development.evaluations]]`.",
        )
        .at(development("evaluations")),
    }
}
