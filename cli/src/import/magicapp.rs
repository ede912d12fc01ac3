//! JSON of a MAGICapp guideline: its PICO tables and their outcomes.
//!
//! No example of the whole file could be read when this was written, so that fields are looked for under several names at any
//! depth, and what is not found is listed. Absolute figures are taken only where the file gives them for an option.

use serde_json::{Map, Value};

use super::draft::{Cell, Draft, Row, Source, certainty};
use super::number::whole_number;

/// Deepest place that is looked at.
const DEEPEST: u8 = 24;

/// Reads a guideline.
pub(super) fn read(name: &str, value: &Value, draft: &mut Draft) {
    let title = first(value, &["name", "title", "guidelineName", "shortName"])
        .unwrap_or(name)
        .to_owned();
    let source = draft.source(Source {
        id: String::new(),
        short: plain(&title).chars().take(60).collect(),
        citation: format!("To be written: the full citation of {}.", plain(&title)),
        address: String::new(),
        year: None,
        read: format!("To be written: the guideline itself. The figures came from the file {name}."),
    });
    let mut found = 0;
    walk(value, name, 0, &mut |place, pico| {
        let Some(outcomes) = pico
            .get("outcomes")
            .or_else(|| pico.get("outcomeList"))
            .and_then(Value::as_array)
        else {
            return;
        };
        for (index, outcome) in outcomes.iter().enumerate() {
            found += 1;
            self::outcome(
                &format!("{place}, outcome {}", index + 1),
                pico,
                outcome,
                &source,
                draft,
            );
        }
    });
    if found == 0 {
        draft.cannot(
            name,
            "no table of outcomes was found",
            "a PICO has a list `outcomes`; export the guideline with its evidence",
        );
    }
}

fn walk(value: &Value, place: &str, deep: u8, visit: &mut dyn FnMut(&str, &Map<String, Value>)) {
    if deep > DEEPEST {
        return;
    }
    match value {
        Value::Object(fields) => {
            visit(place, fields);
            for (name, inner) in fields
                .iter()
                .filter(|(name, _)| !["outcomes", "outcomeList"].contains(&name.as_str()))
            {
                walk(inner, &format!("{place}, {name}"), deep + 1, visit);
            }
        }
        Value::Array(list) => {
            for (index, inner) in list.iter().enumerate() {
                walk(inner, &format!("{place} {}", index + 1), deep + 1, visit);
            }
        }
        _ => {}
    }
}

fn first<'v>(value: &'v Value, names: &[&str]) -> Option<&'v str> {
    names
        .iter()
        .find_map(|name| value.get(*name)?.as_str())
        .filter(|text| !text.trim().is_empty())
}

/// A text without the tags of HTML that guidelines are written in.
fn plain(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => {
                inside = false;
                out.push(' ');
            }
            _ if !inside => out.push(c),
            _ => {}
        }
    }
    out.replace("&nbsp;", " ")
        .replace("&amp;", "&")
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn outcome(place: &str, pico: &Map<String, Value>, outcome: &Value, source: &str, draft: &mut Draft) {
    let pico = Value::Object(
        pico.iter()
            .filter(|(_, value)| value.is_string())
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect(),
    );
    let Some(title) = first(outcome, &["shortName", "name", "title", "outcomeName", "label"]).map(plain)
    else {
        draft.cannot(
            place,
            "the outcome has no name",
            "see which it is in the guideline",
        );
        return;
    };
    let treated = first(&pico, &["intervention", "interventionName", "interventionShort"]).map(plain);
    let control = first(
        &pico,
        &["comparator", "comparatorName", "control", "comparatorShort"],
    )
    .map(plain);
    let follow = first(outcome, &["followUp", "followup", "timeFrame", "timeframe"])
        .map(plain)
        .unwrap_or_default();
    let mut row = Row {
        sources: vec![source.to_owned()],
        at: draft.time(&follow),
        group: draft.group(""),
        ..Row::default()
    };
    if let Some(who) = first(&pico, &["population", "populationName", "patient"]) {
        row.said
            .push(format!("The guideline's population: {}", plain(who)));
    }
    let grade = first(
        outcome,
        &[
            "certainty",
            "quality",
            "certaintyOfEvidence",
            "confidence",
            "overallQuality",
        ],
    );
    row.certainty = grade
        .and_then(|grade| certainty(&grade.replace('_', " ")))
        .map(str::to_owned);
    let sides = [
        (
            treated.unwrap_or_else(|| "To be written: the treatment".to_owned()),
            &[
                "interventionRisk",
                "interventionEstimate",
                "interventionAbsolute",
                "absoluteIntervention",
                "intervention",
            ][..],
        ),
        (
            control.unwrap_or_else(|| "To be written: the comparison".to_owned()),
            &[
                "comparatorRisk",
                "baselineRisk",
                "controlRisk",
                "comparatorEstimate",
                "comparatorAbsolute",
                "absoluteComparator",
                "comparator",
            ][..],
        ),
    ];
    for (option, names) in sides {
        let Some(id) = draft.option(&option, None) else {
            draft.cannot(
                place,
                &format!("\"{option}\" is one option too many"),
                "an aid has 6 options at most",
            );
            continue;
        };
        if let Some(cell) = names
            .iter()
            .find_map(|name| absolute(outcome.get(*name)?, outcome))
        {
            row.cells.push((id, cell));
        } else {
            draft.cannot(
                place,
                &format!("no figure for \"{option}\" was found"),
                "the draft has a gap there; no baseline was made up",
            );
        }
    }
    let relative = [
        "relativeEffect",
        "effectEstimate",
        "pointEstimate",
        "relativeEstimate",
    ]
    .iter()
    .find_map(|name| outcome.get(*name));
    if let Some(relative) = relative {
        row.said.push(format!(
            "Published effect, as the file has it: {}",
            relative.to_string().chars().take(200).collect::<String>()
        ));
    }
    if !draft.row(&title, None, None, None, row) {
        draft.cannot(
            place,
            "there are more than 100 outcomes",
            "import the part that the aid needs",
        );
    }
}

/// An absolute figure: events of people, or so many of 1,000 where the file says of how many.
fn absolute(value: &Value, outcome: &Value) -> Option<Cell> {
    let whole = |value: &Value| match value {
        Value::Number(number) => number.as_u64().and_then(|n| u32::try_from(n).ok()),
        Value::String(text) => whole_number(text),
        _ => None,
    };
    if let Value::Object(_) = value {
        let field = |names: &[&str]| names.iter().find_map(|name| whole(value.get(*name)?));
        let events = field(&["events", "numerator", "cases", "n"]);
        let people = field(&["total", "denominator", "participants", "N"]);
        if let Some(counted) = Cell::counted(events, people) {
            return Some(counted);
        }
        let count = field(&["value", "risk", "estimate", "pointEstimate"])?;
        let per = field(&["per", "denominator", "of"]).or_else(|| per(outcome))?;
        return rate(count, per);
    }
    rate(whole(value)?, per(outcome)?)
}

/// Of how many people the outcome's figures are, when it says so.
fn per(outcome: &Value) -> Option<u32> {
    ["denominator", "per", "riskDenominator", "absoluteDenominator"]
        .iter()
        .find_map(|name| outcome.get(*name)?.as_u64())
        .and_then(|per| u32::try_from(per).ok())
}

fn rate(count: u32, per: u32) -> Option<Cell> {
    ([100, 1_000, 10_000].contains(&per) && count <= per).then_some(Cell::Rate {
        count,
        per,
        range: None,
    })
}
