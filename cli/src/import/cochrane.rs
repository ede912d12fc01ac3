//! The CSV files of a Cochrane data package: overall estimates, and the rows of studies.
//!
//! The columns are those of the specification that Cochrane publishes with RevMan. Counts are taken as they stand; a pooled
//! ratio is told in a comment, and never turned into a chance: for that a baseline is needed, and nobody gives one.

use std::collections::BTreeMap;

use super::draft::{Cell, Draft, Row, Source, Spread};
use super::number::{decimal, whole_number};
use super::sheet::Sheet;

/// Whether a sheet is one.
pub(super) fn is_it(sheet: &Sheet) -> bool {
    sheet.column(&["analysis name", "analysis number"]).is_some()
        && sheet
            .column(&["experimental n", "experimental cases", "experimental mean"])
            .is_some()
}

/// What stands beside an analysis that has an effect alone, until rows of studies fill it.
const NO_FIGURE: &str =
    "Gap: the package has an effect and no figure for either option. No baseline was made up.";

/// Whether a file looks like rows of studies by its first line.
pub(super) fn is_of_studies(bytes: &[u8]) -> bool {
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let first = String::from_utf8_lossy(first).to_lowercase();
    let mut heads = first
        .split([',', ';', '\t'])
        .map(|head| head.trim_matches(['"', ' ', '\r', '\u{feff}']));
    first.contains("analysis number") && heads.any(|head| head == "study")
}

/// The time that the name of an analysis says: "at 1 year" of "Pain at 1 year (0 to 100)". Nothing when it says none.
fn time_of(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.windows(3).find_map(|three| {
        let [how, many, unit] = three else { return None };
        let how = how.trim_start_matches('(').to_lowercase();
        let unit: String = unit.chars().take_while(|c| c.is_alphabetic()).collect();
        let said = format!("{how} {many} {unit}");
        (["at", "within", "after", "by"].contains(&how.as_str()) && super::draft::length(&said).is_some())
            .then_some(said)
    })
}

/// Reads the sheet.
pub(super) fn read(sheet: &Sheet, draft: &mut Draft) {
    let studies = sheet.column(&["study"]).is_some();
    let mut analyses: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (index, (_, cells)) in sheet.rows.iter().enumerate() {
        let at = |names: &[&str]| sheet.at(cells, sheet.column(names)).to_owned();
        let key = (at(&["analysis group"]), at(&["analysis number"]));
        analyses.entry(key).or_default().push(index);
    }
    let source = review(sheet, draft);
    for rows in analyses.values() {
        analysis(sheet, rows, studies, &source, draft);
    }
}

/// The review, as far as a package names it.
fn review(sheet: &Sheet, draft: &mut Draft) -> String {
    let number = sheet.name.split(['-', '_', '.', ' ']).find(|part| {
        part.len() == 8 && part.starts_with("CD") && part.bytes().skip(2).all(|byte| byte.is_ascii_digit())
    });
    let name = number.map_or_else(
        || "Cochrane review".to_owned(),
        |number| format!("Cochrane review {number}"),
    );
    draft.source(Source {
        id: number.map_or_else(|| "review".to_owned(), str::to_lowercase),
        short: name.clone(),
        citation: format!("To be written: the full citation of the {name}."),
        address: String::new(),
        year: None,
        read: format!(
            "To be written: the review itself. The figures came from the file {} of its data package.",
            sheet.name
        ),
    })
}

/// One analysis: an outcome with a row.
fn analysis(sheet: &Sheet, rows: &[usize], studies: bool, source: &str, draft: &mut Draft) {
    let Some((line, first)) = rows.first().and_then(|index| sheet.rows.get(*index)) else {
        return;
    };
    let at = |cells: &[String], names: &[&str]| sheet.at(cells, sheet.column(names)).to_owned();
    let name = at(first, &["analysis name", "outcome"]);
    if name.is_empty() {
        draft.cannot(
            &sheet.place(*line, 0),
            "the analysis has no name",
            "see which it is in the review",
        );
        return;
    }
    let group = at(first, &["analysis group name"]);
    let label = |side: &str| {
        let graph = at(
            first,
            &[&format!("{side} group label"), &format!("{side} intervention")],
        );
        if !graph.is_empty() {
            return graph;
        }
        // "Splint versus no splint" names both.
        let mut sides = group
            .splitn(2, " versus ")
            .flat_map(|side| side.splitn(2, " vs "));
        let named = if side == "experimental" {
            sides.next()
        } else {
            sides.nth(1)
        };
        let named = named.map(str::trim).filter(|name| !name.is_empty());
        named.map_or_else(|| format!("To be written: the {side} option"), str::to_owned)
    };
    // Rows of studies belong to an analysis that the overall estimates name.
    let key = [at(first, &["analysis group"]), at(first, &["analysis number"])].join(".");
    let known = draft.analysis(source, &key).filter(|_| studies);
    if known.as_ref().is_some_and(|known| known.has_figures) {
        return;
    }
    let ids = match &known {
        Some(known) => known.options.clone().map(Some),
        None => [
            draft.option(&label("experimental"), None),
            draft.option(&label("control"), None),
        ],
    };
    let [Some(experimental), Some(control)] = ids else {
        draft.cannot(
            &sheet.place(*line, 0),
            &format!("\"{name}\" compares an option that is one too many"),
            "an aid has 6 options at most",
        );
        return;
    };
    let mut row = Row {
        sources: vec![source.to_owned()],
        at: draft.time(&time_of(&name).unwrap_or_default()),
        group: draft.group(""),
        ..Row::default()
    };
    row.said.push(if group.is_empty() {
        format!("{name}.")
    } else {
        format!("{group}: {name}.")
    });
    let mut sums: [Option<(u32, u32)>; 2] = [None, None];
    let mut amounts: [Option<Cell>; 2] = [None, None];
    let mut counted = 0;
    for index in rows {
        let Some((line, cells)) = sheet.rows.get(*index) else {
            continue;
        };
        for (side, name) in ["experimental", "control"].into_iter().enumerate() {
            let text = |what: &str| at(cells, &[&format!("{name} {what}")]);
            let (part, people) = (text("cases"), text("n"));
            if !part.is_empty() {
                match (whole_number(&part), whole_number(&people)) {
                    (Some(events), Some(of)) if events <= of && of > 0 => {
                        let sum = sums.get_mut(side);
                        if let Some(sum) = sum {
                            let (a, b) = sum.unwrap_or((0, 0));
                            *sum = a.checked_add(events).zip(b.checked_add(of));
                        }
                        counted += usize::from(side == 0);
                    }
                    _ => {
                        let column = sheet.column(&[&format!("{name} cases")]).unwrap_or(0);
                        draft.cannot(
                            &sheet.place(*line, column),
                            &format!("\"{part}\" of \"{people}\" is no count of people"),
                            "the draft leaves it out",
                        );
                    }
                }
            } else if let (Some(value), Some(sd), Some(people)) = (
                decimal(&text("mean")),
                decimal(&text("sd")),
                whole_number(&people),
            ) && let Some(amount) = amounts.get_mut(side)
            {
                *amount = Some(Cell::Amount {
                    value,
                    spread: Spread::Deviation { sd, people },
                });
            }
        }
    }
    if studies && rows.len() > 1 && counted > 1 {
        row.said.push(format!(
            "Gap: the counts of {counted} studies added up. They are not the review's pooled estimate, and people of different studies differ: choose one study, or a baseline with its source."
        ));
        row.note = Some("To be written: these are the counts of several studies added up.".to_owned());
    }
    estimate(sheet, first, studies, &mut row);
    let several = studies && rows.len() > 1;
    let pair = [experimental, control];
    if known.is_none() && !studies {
        let has_figures = sums.iter().all(Option::is_some) || amounts.iter().all(Option::is_some);
        draft.found(source, &key, pair.clone(), has_figures);
    }
    for (side, option) in pair.iter().cloned().enumerate() {
        let amount = amounts.get(side).cloned().flatten().filter(|_| !several);
        let cell = match sums.get(side).copied().flatten() {
            Some((events, people)) => Some(Cell::Counted {
                events,
                people,
                interval: true,
            }),
            None => amount,
        };
        if let Some(cell) = cell {
            row.cells.push((option, cell));
        }
    }
    if row.cells.is_empty() {
        row.said.push(NO_FIGURE.to_owned());
        for option in pair {
            row.cells.push((
                option,
                Cell::Unknown("To be written: only the difference was published.".to_owned()),
            ));
        }
    }
    if known.is_some() {
        // The analysis is there, with a gap in place of its figures.
        draft.filled(&name, NO_FIGURE, row);
        return;
    }
    let unit = at(first, &["unit of effect measure"]);
    if !draft.row(&name, None, Some(&unit), None, row) {
        draft.cannot(
            &sheet.place(*line, 0),
            "there are more than 100 outcomes",
            "import the part that the aid needs",
        );
    }
}

/// The pooled or study's effect, as a comment.
fn estimate(sheet: &Sheet, cells: &[String], studies: bool, row: &mut Row) {
    let at = |name: &str| sheet.at(cells, sheet.column(&[name])).to_owned();
    let (measure, mean, low, high) = (at("effect measure"), at("mean"), at("ci start"), at("ci end"));
    if !(mean.is_empty() || studies && measure.is_empty()) {
        let what = if measure.to_lowercase().contains("difference") {
            "Where both figures are known, `[[outcome.figures.compared]]` tells it as published."
        } else {
            "A ratio needs a baseline; it was not turned into a figure."
        };
        row.said
            .push(format!("Published {measure}: {mean} ({low} to {high}). {what}"));
    }
}
