//! Outcomes the wrong way round, words that do not go together, reasons that say nothing, sources nobody has named yet.

use crate::aid::document::{Better, CellDoc, Document, GapField, OutcomeDoc, Results, SourceDoc};
use crate::aid::{Code, Place, Problem};
use crate::chance::Status;

/// Words for what most people want less of.
const UNWANTED: [&str; 62] = [
    "die",
    "dies",
    "dying",
    "death",
    "deaths",
    "dead",
    "pain",
    "pains",
    "ache",
    "aching",
    "bleed",
    "bleeds",
    "bleeding",
    "infection",
    "infections",
    "stroke",
    "strokes",
    "clot",
    "clots",
    "leak",
    "leaks",
    "leaking",
    "nausea",
    "vomit",
    "vomiting",
    "sick",
    "sickness",
    "diarrhoea",
    "rash",
    "itch",
    "itching",
    "scar",
    "scars",
    "problem",
    "problems",
    "complication",
    "complications",
    "harm",
    "harms",
    "harmed",
    "worse",
    "relapse",
    "relapses",
    "recurrence",
    "fracture",
    "fractures",
    "disability",
    "overdiagnosed",
    "weakness",
    "numbness",
    "tired",
    "tiredness",
    "dizzy",
    "dizziness",
    "fall",
    "falls",
    "bruise",
    "bruises",
    "bruising",
    "swelling",
    "sore",
    "amputation",
];

/// Words for what most people want more of.
const WANTED: [&str; 19] = [
    "alive",
    "survive",
    "survives",
    "survival",
    "survived",
    "surviving",
    "cured",
    "cure",
    "healed",
    "heal",
    "success",
    "successful",
    "satisfied",
    "satisfaction",
    "relief",
    "recovered",
    "recover",
    "well",
    "comfortable",
];

/// Words that turn what is said after them.
const TURNED: [&str; 29] = [
    "no",
    "not",
    "none",
    "free",
    "without",
    "less",
    "fewer",
    "few",
    "relief",
    "better",
    "gone",
    "stop",
    "stopped",
    "stops",
    "avoid",
    "avoided",
    "avoiding",
    "never",
    "little",
    "reduced",
    "under",
    "over",
    "lower",
    "only",
    "improved",
    "improvement",
    "lack",
    "loss",
    "fail",
];

/// First words of a verb phrase whose denial is made of the same word.
const VERBS: [(&str, &str); 12] = [
    ("are", "are not"),
    ("were", "were not"),
    ("can", "cannot"),
    ("will", "will not"),
    ("could", "could not"),
    ("would", "would not"),
    ("may", "may not"),
    ("must", "must not"),
    ("should", "should not"),
    ("did", "did not"),
    ("is", "is not"),
    ("was", "was not"),
];

/// Singulars that authors write where a sentence needs the plural.
const SINGULAR: [&str; 22] = [
    "man",
    "woman",
    "child",
    "person",
    "patient",
    "adult",
    "boy",
    "girl",
    "baby",
    "infant",
    "teenager",
    "adolescent",
    "smoker",
    "mother",
    "father",
    "parent",
    "driver",
    "worker",
    "student",
    "carer",
    "user",
    "somebody",
];

/// What is written where there is nothing to say.
const NOTHING: [&str; 20] = [
    "n/a",
    "na",
    "n.a.",
    "none",
    "nil",
    "unknown",
    "not known",
    "no data",
    "nd",
    "?",
    "-",
    "–",
    "—",
    ".",
    "x",
    "tbc",
    "not applicable",
    "not available",
    "missing",
    "null",
];

pub(super) fn remarks(doc: &Document, problems: &mut Vec<Problem>) {
    let root = Place::root();
    for (index, outcome) in doc.outcomes.iter().enumerate() {
        let place = root.key("outcome").index(index);
        direction(outcome, &place, problems);
        verbs(outcome, &place, problems);
        reasons(outcome, &place, problems);
    }
    for (index, class) in doc.reference_classes.iter().enumerate() {
        if SINGULAR.contains(&&*class.people.trim().to_lowercase()) {
            problems.push(Problem::new(
                Code::NotPlural,
                root.key("reference_class").index(index).key("people"),
                format!(
                    "\"{}\" is one person, and sentences count \"100 {}\"",
                    class.people, class.people
                ),
                "write the plural, such as \"men\" or \"people\"",
            ));
        }
    }
    unnamed(doc, problems);
    weighable(doc, problems);
}

fn words(text: &str) -> Vec<String> {
    let split = text.to_lowercase();
    split
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn direction(outcome: &OutcomeDoc, place: &Place, problems: &mut Vec<Problem>) {
    // An amount's words say what is measured; its ends say which is which.
    if !outcome.levels.is_empty() {
        return;
    }
    let mut all = words(&outcome.name);
    all.extend(words(&outcome.event));
    if all.iter().any(|word| TURNED.contains(&&**word)) {
        return;
    }
    let found = |list: &[&str]| all.iter().find(|word| list.contains(&&***word)).cloned();
    let (unwanted, wanted) = (found(&UNWANTED), found(&WANTED));
    let (word, says, other) = match (outcome.better, unwanted, wanted) {
        (Better::Higher, Some(word), None) => (word, "more of it is better", "lower"),
        (Better::Lower, None, Some(word)) => (word, "less of it is better", "higher"),
        _ => return,
    };
    problems.push(Problem::new(
        Code::BetterDirection,
        place.key("better"),
        format!("\"{word}\" is in this outcome, and `better` says that {says}"),
        format!("write `better = \"{other}\"`, or name the outcome so that nobody reads it the other way"),
    ));
}

fn verbs(outcome: &OutcomeDoc, place: &Place, problems: &mut Vec<Problem>) {
    if outcome.amount.is_some() || !outcome.levels.is_empty() {
        return;
    }
    let first = words(&outcome.event).into_iter().next().unwrap_or_default();
    let denial = outcome.no_event.trim().to_lowercase();
    let expected = VERBS
        .iter()
        .find(|(verb, _)| *verb == first)
        .map(|(_, denied)| *denied);
    let wrong = match expected {
        Some(denied) => (!denial.starts_with(denied)).then_some(denied),
        // "do not" and "have not" follow any other verb.
        None => VERBS
            .iter()
            .any(|(verb, denied)| {
                denial == *denied && *verb != first && ["are", "were", "is", "was"].contains(verb)
            })
            .then_some("do not"),
    };
    if let Some(denied) = wrong {
        problems.push(Problem::new(
            Code::VerbsDiffer,
            place.key("no_event"),
            format!(
                "the sentence would read \"24 {}, and 76 {}\"",
                outcome.event, outcome.no_event
            ),
            format!("write `no_event = \"{denied}\"`, or begin `event` with another verb"),
        ));
    }
}

fn reasons(outcome: &OutcomeDoc, place: &Place, problems: &mut Vec<Problem>) {
    let says_nothing = |text: &str| {
        let plain = text.trim().to_lowercase();
        NOTHING.contains(&&*plain) || plain.chars().filter(|c| c.is_alphanumeric()).count() < 3
    };
    for (index, row) in outcome.rows.iter().enumerate() {
        let place = place.key("figures").index(index);
        for (option, cell) in &row.cells {
            let reasons = [
                ("unknown", &cell.unknown),
                ("not_read", &cell.not_read),
                ("no_study", &cell.no_study),
                ("does_not_apply", &cell.does_not_apply),
                ("because", &cell.because),
            ];
            for (key, why) in reasons {
                if let Some(why) = why.as_deref().filter(|why| says_nothing(why)) {
                    problems.push(Problem::new(
                        Code::NoReason,
                        place.key("cells").key(option).key(key),
                        format!("\"{why}\" does not say why"),
                        "say it in a sentence: patients read it where a figure would be",
                    ));
                }
            }
        }
        let rates = row.cells().any(|cell| cell.per.is_some());
        let mixed = rates && row.cells().any(|cell| cell.events.is_some());
        for (field, text) in [("note", &row.note), ("certainty_why", &row.certainty_why)] {
            let Some(text) = text else { continue };
            let few = field == "note" && mixed && words(text).len() < 4;
            if says_nothing(text) || few {
                problems.push(Problem::new(
                    Code::NoReason,
                    place.key(field),
                    format!("\"{text}\" explains nothing"),
                    if mixed && field == "note" {
                        "say in a sentence why some figures of the row are counted and others published rates"
                    } else {
                        "write a sentence, or remove it"
                    },
                ));
            }
        }
    }
}

/// Whether a source is still that of a new aid.
fn is_unnamed(source: &SourceDoc) -> bool {
    let url = source.url.as_deref().unwrap_or_default();
    let host = url.trim_start_matches("https://").trim_end_matches('/');
    [
        "example.org",
        "example.com",
        "example.net",
        "www.example.org",
        "www.example.com",
    ]
    .contains(&host)
}

/// Figures that are said to have been read in a source nobody has named.
fn unnamed(doc: &Document, problems: &mut Vec<Problem>) {
    let root = Place::root();
    let mut none = !doc.sources.is_empty();
    for (index, source) in doc.sources.iter().enumerate() {
        if is_unnamed(source) {
            problems.push(Problem::new(
                Code::Placeholder,
                root.key("source").index(index).key("url"),
                format!(
                    "`{}` is an address for examples",
                    source.url.as_deref().unwrap_or_default()
                ),
                "write the source's DOI or address",
            ));
        } else {
            none = false;
        }
    }
    let left = |id: &String| {
        doc.sources
            .iter()
            .any(|source| source.id == *id && is_unnamed(source))
    };
    for (index, outcome) in doc.outcomes.iter().enumerate() {
        for (at, row) in outcome.rows.iter().enumerate() {
            if row.status == Status::Derived || row.sources.is_empty() || !row.sources.iter().all(left) {
                continue;
            }
            problems.push(Problem::new(
                Code::Placeholder,
                root.key("outcome").index(index).key("figures").index(at).key("status"),
                "the row says that its figures were read in a source, and the source is still that of a new aid",
                "name the source first; `verified` is for figures that you read in it",
            ));
        }
    }
    if none {
        problems.push(Problem::new(
            Code::Placeholder,
            root.key("about").key("last_reviewed"),
            format!(
                "the evidence is said to have been reviewed on {}, and no source is named",
                doc.about.last_reviewed
            ),
            "name the sources, then write the day they were read",
        ));
    }
}

/// An aid that works out the fit, and in which there is nothing to work it out from.
fn weighable(doc: &Document, problems: &mut Vec<Problem>) {
    if doc.results != Results::Fit {
        return;
    }
    let weighed: Vec<&OutcomeDoc> = doc.outcomes.iter().filter(|outcome| outcome.weighed).collect();
    // Without a row there is another problem.
    let whole = |outcome: &&&OutcomeDoc| {
        let mut rows = outcome
            .rows
            .iter()
            .filter(|row| row.at == outcome.weigh_at)
            .peekable();
        rows.peek().is_none() || rows.any(|row| row.cells().all(can_be_weighed))
    };
    let known = weighed.iter().filter(whole).count();
    if weighed.len() >= 2 && known < 2 {
        let gaps: Vec<String> = weighed
            .iter()
            .filter(|outcome| !whole(outcome))
            .take(3)
            .map(|outcome| format!("“{}”", outcome.name))
            .collect();
        problems.push(Problem::new(
            Code::NothingToWeigh,
            Place::root().key("results"),
            format!(
                "{known} of {} outcomes can be weighed: others have options whose figure is not known, such as {}",
                weighed.len(),
                gaps.join(", ")
            ),
            "write `results = \"facts\"`, or find the figures; two or more outcomes need one for every option",
        ));
    }
}

/// Whether a cell has something to weigh: a figure, what it may be, or what not applying counts as.
fn can_be_weighed(cell: &CellDoc) -> bool {
    match cell.gap() {
        None | Some(GapField::NoStudy | GapField::NotRead) => true,
        Some(GapField::DoesNotApply) => cell.counts_as.is_some(),
        Some(GapField::Unknown) => false,
    }
}
