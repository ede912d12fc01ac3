//! The CSV of `weighup evidence`, back into an aid with the same figures.

use super::draft::{Cell, Draft, Row, Source};
use super::sheet::Sheet;

/// Whether a sheet is one.
pub(super) fn is_it(sheet: &Sheet) -> bool {
    ["aid", "outcome", "option", "range is", "doi or address"]
        .iter()
        .all(|name| sheet.column(&[name]).is_some())
}

/// Reads the sheet: a line a cell.
pub(super) fn read(sheet: &Sheet, draft: &mut Draft) {
    for (line, cells) in &sheet.rows {
        let at = |name: &str| sheet.at(cells, sheet.column(&[name]));
        let column = |name: &str| sheet.column(&[name]).unwrap_or(0);
        let (outcome, option) = (at("outcome"), at("option"));
        let Some(option) = draft.option(option, Some(option)).filter(|_| !outcome.is_empty()) else {
            draft.cannot(
                &sheet.place(*line, column("option")),
                "the line names no outcome, or one option too many",
                "check the columns `outcome` and `option`",
            );
            continue;
        };
        if !at("compared with").is_empty() {
            let (time, group) = (draft.time_called(at("at")), draft.group(at("group")));
            let sources = sources(draft, &at);
            if let Some(row) = draft.last_row(outcome, &time, &group) {
                row.compared.push(compared(&at, &sources));
            }
            continue;
        }
        let cell = match cell(&at) {
            Ok(cell) => cell,
            Err(why) => {
                draft.cannot(
                    &sheet.place(*line, column("events")),
                    why,
                    "the draft has a gap there",
                );
                continue;
            }
        };
        let (time, group) = (draft.time_called(at("at")), draft.group(at("group")));
        let sources = sources(draft, &at);
        let text = |name: &str| Some(at(name).to_owned()).filter(|text| !text.is_empty());
        let status = text("status");
        if let Some(row) = draft.last_row(outcome, &time, &group)
            && !row.cells.iter().any(|(known, _)| *known == option)
        {
            let own = row.status != status || row.sources != sources;
            let cell = if own {
                cell.standing_on(status, &sources)
            } else {
                cell
            };
            row.cells.push((option, cell));
            continue;
        }
        let row = Row {
            at: time,
            group,
            sources,
            status,
            certainty: text("certainty").map(|certainty| certainty.replace(' ', "-")),
            certainty_why: text("certainty why"),
            note: text("note"),
            said: Vec::new(),
            study: text("study"),
            weighed_because: text("weighed because"),
            compared: Vec::new(),
            cells: vec![(option, cell)],
        };
        let unit = at("unit").to_owned();
        if !draft.row(outcome, Some(outcome), Some(&unit), None, row) {
            draft.cannot(
                &sheet.place(*line, 0),
                "there are more than 100 outcomes",
                "import the part that the aid needs",
            );
            return;
        }
    }
}

/// The sources that a line names, made known to the draft.
fn sources<'r>(draft: &mut Draft, at: &dyn Fn(&str) -> &'r str) -> Vec<String> {
    let addresses: Vec<&str> = at("doi or address").split("; ").collect();
    let mut sources = Vec::new();
    for (index, id) in at("sources")
        .split("; ")
        .enumerate()
        .filter(|(_, id)| !id.is_empty())
    {
        sources.push(draft.source(Source {
            id: id.to_owned(),
            short: id.to_owned(),
            citation: "To be written: the full citation.".to_owned(),
            address: addresses.get(index).copied().unwrap_or_default().to_owned(),
            year: None,
            read: "To be written: the paper, its abstract, or a copy.".to_owned(),
        }));
    }
    sources
}

/// A published difference or ratio, as its fields stand in the format.
fn compared<'r>(at: &dyn Fn(&str) -> &'r str, sources: &[String]) -> String {
    let fields = [
        ("from", "compared with"),
        ("to", "option"),
        ("difference", "difference"),
        ("ratio", "ratio"),
        ("low", "low"),
        ("high", "high"),
        ("adjusted", "adjusted for"),
    ];
    let mut out = String::new();
    for (field, column) in fields {
        // A spreadsheet would take a number below 0 for a formula, so an apostrophe may stand before it.
        let text = at(column).trim_start_matches('\'');
        if !text.is_empty() {
            out += &format!("{field} = \"{}\"\n", weighup_core::authoring::escaped(text));
        }
    }
    if let Some(per) = super::number::whole_number(at("per")) {
        out += &format!("per = {per}\n");
    }
    // Its row may be about another study.
    if !at("status").is_empty() {
        out += &format!(
            "status = \"{}\"\n",
            weighup_core::authoring::escaped(at("status"))
        );
    }
    if !sources.is_empty() {
        let named: Vec<String> = sources
            .iter()
            .map(|id| format!("\"{}\"", weighup_core::authoring::escaped(id)))
            .collect();
        out += &format!("sources = [{}]\n", named.join(", "));
    }
    out
}

/// Why there is no figure, from the words that `weighup evidence` writes for each kind of reason.
fn gap(text: &str) -> Cell {
    let quoted = weighup_core::authoring::escaped;
    let beside = |text: &'_ str, what: &str| -> (String, Option<String>) {
        let found = text
            .strip_suffix(')')
            .and_then(|open| open.rsplit_once(&format!(" ({what}: ")));
        match found {
            Some((why, more)) => (why.to_owned(), Some(more.to_owned())),
            None => (text.to_owned(), None),
        }
    };
    let kinds = [
        (
            "does not apply: ",
            "does_not_apply",
            Some(("counts as", "counts_as")),
        ),
        ("no study found: ", "no_study", Some(("searched", "searched"))),
        ("not read: ", "not_read", None),
        ("not known: ", "unknown", None),
    ];
    for (said, field, more) in kinds {
        let Some(why) = text.strip_prefix(said) else {
            continue;
        };
        let (why, other) = match more {
            Some((what, name)) => {
                let (why, other) = beside(why, what);
                (why, other.map(|text| format!(", {name} = \"{}\"", quoted(&text))))
            }
            None => (why.to_owned(), None),
        };
        return Cell::Fields(format!(
            "{field} = \"{}\"{}",
            quoted(&why),
            other.unwrap_or_default()
        ));
    }
    if let Some((of, because)) = text
        .strip_prefix("same as ")
        .and_then(|rest| rest.split_once(": "))
    {
        return Cell::Fields(format!(
            "same_as = \"{}\", because = \"{}\"",
            quoted(of),
            quoted(because)
        ));
    }
    Cell::Unknown(text.to_owned())
}

fn cell<'r>(at: &dyn Fn(&str) -> &'r str) -> Result<Cell, &'static str> {
    if !at("unknown").is_empty() {
        return Ok(gap(at("unknown")));
    }
    let whole = |name: &str| super::number::whole_number(at(name));
    let kind = match at("range is") {
        "95 % interval" => ", range_kind = \"interval95\"",
        "between studies" => ", range_kind = \"between-studies\"",
        "over time" => ", range_kind = \"over-time\"",
        "span" => ", range_kind = \"span\"",
        "middle half" => ", range_kind = \"middle-half\"",
        "Wilson" => ", interval = \"wilson95\"",
        "exact" => ", interval = \"exact95\"",
        _ => "",
    };
    let fields = if !at("level").is_empty() {
        format!("level = \"{}\"", weighup_core::authoring::escaped(at("level")))
    } else if !at("value").is_empty() {
        let decimal = |name: &str| super::number::decimal(at(name));
        let value = decimal("value").ok_or("the value is no number")?;
        let mut fields = format!("value = \"{value}\"");
        if let Some((low, high)) = decimal("low").zip(decimal("high")) {
            fields += &format!(", low = \"{low}\", high = \"{high}\"{kind}");
        }
        if let Some(sd) = decimal("sd") {
            fields += &format!(", sd = \"{sd}\"");
        }
        if let Some(people) = whole("people") {
            fields += &format!(", people = {people}");
        }
        fields
    } else {
        let mut fields = match (whole("events"), whole("people"), whole("count"), whole("per")) {
            (Some(events), Some(people), ..) => format!("events = {events}, people = {people}"),
            (_, _, Some(count), Some(per)) => format!("count = {count}, per = {per}"),
            _ => return Err("the line has no figure that can be read"),
        };
        match whole("low").zip(whole("high")) {
            Some((low, high)) => fields += &format!(", range = [{low}, {high}]{kind}"),
            None => fields += kind,
        }
        fields
    };
    Ok(Cell::Fields(fields))
}
