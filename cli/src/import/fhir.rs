//! EBM-on-FHIR: a summary of findings as a Composition with its Evidence, in a Bundle or contained.
//!
//! The codes of sections are those of the profile SummaryOfFindings of HL7's guide: the result without treatment, the result
//! with it, the effect, and the certainty. A count or a proportion with its number of people is a figure; a ratio is not.

use std::collections::BTreeMap;

use serde_json::Value;

use super::draft::{Cell, Draft, Row, Source, certainty};
use super::number::share;

const CONTROL: &str = "Control-group-alone-Evidence";
const TREATED: &str = "Intervention-group-alone-Evidence";
const BOTH: &str = "Intervention-vs-Control-Evidence";
const CERTAINTY: &str = "Certainty-of-Evidence";

/// Reads a Bundle, a Composition or one Evidence.
pub(super) fn read(name: &str, value: &Value, draft: &mut Draft) {
    let mut all: BTreeMap<String, &Value> = BTreeMap::new();
    collect(value, &mut all, 0);
    let compositions: Vec<&Value> = all
        .values()
        .copied()
        .filter(|one| kind(one) == "Composition")
        .collect();
    let mut found = 0;
    for composition in compositions {
        let source = source(name, composition, draft);
        for (index, section) in list(composition, "section").iter().enumerate() {
            found += usize::from(entry(name, index, section, &all, &source, draft));
        }
    }
    if found == 0 {
        draft.cannot(
            name,
            "no section with results of a single outcome was found",
            "the sections of a summary of findings have codes such as Control-group-alone-Evidence, with Evidence in the same file",
        );
    }
}

fn kind(value: &Value) -> &str {
    value
        .get("resourceType")
        .and_then(Value::as_str)
        .unwrap_or_default()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value
        .get(key)
        .and_then(Value::as_array)
        .map_or(&[], Vec::as_slice)
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// Every resource by what others refer to it by.
fn collect<'v>(value: &'v Value, all: &mut BTreeMap<String, &'v Value>, deep: u8) {
    if kind(value).is_empty() || deep > 3 {
        return;
    }
    let id = text(value, "id");
    all.insert(format!("{}/{id}", kind(value)), value);
    all.insert(format!("#{id}"), value);
    for inner in list(value, "contained") {
        collect(inner, all, deep + 1);
    }
    for inner in list(value, "entry") {
        if let Some(resource) = inner.get("resource") {
            collect(resource, all, deep + 1);
            let url = text(inner, "fullUrl");
            if !url.is_empty() {
                all.insert(url.to_owned(), resource);
            }
        }
    }
}

fn find<'v>(reference: &str, all: &BTreeMap<String, &'v Value>) -> Option<&'v Value> {
    let tail = reference.rsplitn(3, '/').collect::<Vec<_>>();
    let short = match tail.as_slice() {
        [id, kind, ..] => format!("{kind}/{id}"),
        _ => reference.to_owned(),
    };
    all.get(reference).or_else(|| all.get(&short)).copied()
}

fn source(name: &str, composition: &Value, draft: &mut Draft) -> String {
    let title = Some(text(composition, "title"))
        .filter(|title| !title.is_empty())
        .unwrap_or(name);
    let cited = list(composition, "relatesTo").iter().find_map(|one| {
        one.get("targetMarkdown")
            .or_else(|| one.get("citation"))?
            .as_str()
    });
    draft.source(Source {
        id: String::new(),
        short: title.chars().take(60).collect(),
        citation: cited.map_or_else(
            || format!("To be written: the full citation of {title}."),
            str::to_owned,
        ),
        address: text(composition, "url").to_owned(),
        year: text(composition, "date")
            .get(..4)
            .and_then(|year| year.parse().ok()),
        read: format!("To be written: the source itself. The figures came from the file {name}."),
    })
}

/// The codes of a section.
fn codes(section: &Value) -> Vec<&str> {
    let codings = section.get("code").map_or(&[][..], |code| list(code, "coding"));
    codings
        .iter()
        .filter_map(|coding| coding.get("code")?.as_str())
        .collect()
}

/// A section of one outcome; false when it is none.
fn entry(
    name: &str,
    index: usize,
    section: &Value,
    all: &BTreeMap<String, &Value>,
    source: &str,
    draft: &mut Draft,
) -> bool {
    let inner = list(section, "section");
    if codes(section).contains(&"Column-Headers")
        || !inner.iter().any(|part| {
            codes(part)
                .iter()
                .any(|code| [CONTROL, TREATED, BOTH].contains(code))
        })
    {
        return false;
    }
    let place = format!("{name}, section {}", index + 1);
    let focus = section.get("focus").map_or("", |focus| text(focus, "display"));
    let referred = section
        .get("focus")
        .and_then(|focus| find(text(focus, "reference"), all))
        .map_or("", |focus| {
            Some(text(focus, "title"))
                .filter(|title| !title.is_empty())
                .unwrap_or(text(focus, "name"))
        });
    let title = [text(section, "title"), focus, referred]
        .into_iter()
        .find(|title| !title.is_empty());
    let Some(title) = title else {
        draft.cannot(
            &place,
            "the outcome has no name",
            "a section has a title, or a focus with a name",
        );
        return true;
    };
    let mut row = Row {
        sources: vec![source.to_owned()],
        at: draft.time(""),
        group: draft.group(""),
        ..Row::default()
    };
    for part in inner {
        let role = codes(part);
        let evidence = list(part, "entry")
            .iter()
            .find_map(|entry| find(text(entry, "reference"), all));
        let Some(evidence) = evidence else {
            if !list(part, "entry").is_empty() {
                draft.cannot(
                    &place,
                    "the section refers to a resource that is not in the file",
                    "export a Bundle with all that it refers to",
                );
            }
            continue;
        };
        if let Some(found) = list(evidence, "certainty")
            .iter()
            .chain(list(evidence, "rating"))
            .find_map(grade)
        {
            row.certainty = Some(found.to_owned());
        }
        if role.contains(&CERTAINTY) {
            continue;
        }
        let side = if role.contains(&TREATED) {
            "To be written: the treatment"
        } else if role.contains(&CONTROL) {
            "To be written: the comparison"
        } else {
            if role.contains(&BOTH) {
                row.said.push(format!(
                    "Published: {}. A ratio needs a baseline; it was not turned into a figure.",
                    effect(evidence)
                ));
            }
            continue;
        };
        let option = option_name(evidence).unwrap_or(side);
        let Some(id) = draft.option(option, None) else {
            draft.cannot(
                &place,
                "the option is one too many",
                "an aid has 6 options at most",
            );
            continue;
        };
        match list(evidence, "statistic").iter().find_map(figure) {
            Some(cell) => row.cells.push((id, cell)),
            None => draft.cannot(
                &place,
                &format!("the result of \"{option}\" is no count and no proportion of people"),
                "the draft has a gap there",
            ),
        }
    }
    if !draft.row(title, None, None, None, row) {
        draft.cannot(
            &place,
            "there are more than 100 outcomes",
            "import the part that the aid needs",
        );
    }
    true
}

/// Who had the treatment, by the variable of exposure.
fn option_name(evidence: &Value) -> Option<&str> {
    list(evidence, "variableDefinition").iter().find_map(|variable| {
        let role = variable.get("variableRole")?;
        let exposure = role.as_str() == Some("exposure")
            || list(role, "coding")
                .iter()
                .any(|coding| text(coding, "code") == "exposure");
        let named = variable
            .get("observed")
            .or_else(|| variable.get("intended"))
            .map_or("", |one| text(one, "display"));
        let named = if named.is_empty() {
            text(variable, "description")
        } else {
            named
        };
        (exposure && !named.is_empty()).then_some(named)
    })
}

fn grade(certain: &Value) -> Option<&'static str> {
    let rating = certain.get("rating")?;
    let mut codings = list(rating, "coding").iter();
    codings
        .find_map(|coding| {
            certainty(&text(coding, "code").replace('-', " ")).or_else(|| certainty(text(coding, "display")))
        })
        .or_else(|| certainty(text(rating, "text")))
}

/// A count or a proportion.
fn figure(statistic: &Value) -> Option<Cell> {
    let whole = |value: Option<&Value>| value.and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
    let size = statistic.get("sampleSize");
    let people = size.and_then(|size| {
        whole(size.get("knownDataCount")).or_else(|| whole(size.get("numberOfParticipants")))
    });
    let events = whole(statistic.get("numberOfEvents")).or_else(|| whole(statistic.get("numberAffected")));
    if let Some(counted) = Cell::counted(events, people) {
        return Some(counted);
    }
    let kind = statistic.get("statisticType").map(|kind| {
        let coding = list(kind, "coding")
            .first()
            .map_or("", |coding| text(coding, "display"));
        format!("{coding} {}", text(kind, "text")).to_lowercase()
    });
    let quantity = statistic.get("quantity")?;
    let value = quantity.get("value")?.as_f64()?;
    let percent = text(quantity, "unit").contains('%') || text(quantity, "code") == "%";
    let kind = kind.unwrap_or_default();
    if !["proportion", "percent", "incidence", "risk"]
        .iter()
        .any(|word| kind.contains(word))
        || kind.contains("ratio")
        || kind.contains("difference")
    {
        return None;
    }
    let percent = if percent { value } else { value * 100.0 };
    let (count, per) = share(&format!("{percent:.2}"))?;
    Some(Cell::Rate {
        count,
        per,
        range: None,
    })
}

/// An effect, for the author to read.
fn effect(evidence: &Value) -> String {
    let all = list(evidence, "statistic").iter().filter_map(|statistic| {
        let kind = statistic.get("statisticType").map_or("", |kind| {
            list(kind, "coding")
                .first()
                .map_or(text(kind, "text"), |coding| text(coding, "display"))
        });
        let value = statistic.get("quantity")?.get("value")?;
        let range = list(statistic, "attributeEstimate").iter().find_map(|estimate| {
            let range = estimate.get("range")?;
            Some(format!(
                " ({} to {})",
                range.get("low")?.get("value")?,
                range.get("high")?.get("value")?
            ))
        });
        Some(format!("{kind} {value}{}", range.unwrap_or_default()))
    });
    all.collect::<Vec<_>>().join("; ")
}
