//! `weighup evidence --table`: what the evidence of each aid amounts to, in four ways of writing it.

use std::fmt::Write as _;

use weighup_core::standards::{Main, Mains, ReadLevel, Sheet};

use super::quoted;
use crate::report::{STYLE, escaped};

/// Adds a line. A string takes any text.
macro_rules! line {
    ($out:expr, $($text:tt)*) => { let _ = writeln!($out, $($text)*); };
}

/// How much was read of the sources, the most first.
fn read(sheet: &Sheet) -> Vec<(ReadLevel, usize)> {
    let count = |level| sheet.read.get(&level).copied().unwrap_or_default();
    ReadLevel::ALL.map(|level| (level, count(level))).to_vec()
}

/// "12.5": so many of the cells that could have a figure, of every hundred.
fn share(sheet: &Sheet, cells: usize) -> String {
    let could = sheet.cells.could().max(1);
    let tenths = (cells * 2_000 + could) / (2 * could);
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Cells that nobody has read or looked for, and all that have no figure.
fn gaps(sheet: &Sheet) -> [String; 2] {
    [sheet.cells.unknown(), sheet.cells.without()].map(|cells| share(sheet, cells))
}

fn main(main: Option<&Main>) -> String {
    main.map_or_else(|| "no figure".to_owned(), Main::to_string)
}

/// What tells a treatment from those with the same main benefit; nothing where there are none.
fn among(option: &Mains) -> String {
    let each: Vec<String> = option.among.iter().map(Main::to_string).collect();
    each.join("; ")
}

fn weighed(sheet: &Sheet) -> String {
    let fit = if sheet.fit {
        "the fit is worked out"
    } else {
        "facts only"
    };
    let group = sheet
        .group
        .as_ref()
        .map(|group| format!(", for “{group}”"))
        .unwrap_or_default();
    format!("{} ({fit}{group})", sheet.weighable.len())
}

/// Whom the aid is for, and where in care; nothing where its author does not say.
fn found_by(sheet: &Sheet) -> [String; 2] {
    match &sheet.finding {
        Some(finding) => [finding.whom(), finding.places_said()],
        None => Default::default(),
    }
}

/// Aid by aid, for a terminal.
pub(super) fn text(sheets: &[Sheet]) -> String {
    let mut out = String::new();
    for sheet in sheets {
        let cells = sheet.cells;
        let [unknown, without] = gaps(sheet);
        line!(out, "{} {}", sheet.aid, sheet.version);
        if sheet.finding.is_some() {
            let [whom, places] = found_by(sheet);
            line!(out, "  found by: {whom}; {places}");
        }
        line!(
            out,
            "  cells: {} with a figure ({} the same by design), {} do not apply, {} no study found, {} not read, {} without a kind; {} % unknown, {} % without a figure",
            cells.known,
            cells.same,
            cells.does_not_apply,
            cells.no_study,
            cells.not_read,
            cells.not_said,
            unknown,
            without
        );
        let levels: Vec<String> = read(sheet)
            .iter()
            .map(|(level, count)| format!("{} {count}", level.as_str()))
            .collect();
        line!(out, "  sources read: {}", levels.join(", "));
        line!(
            out,
            "  second source: {} of {} outcomes",
            sheet.second.0,
            sheet.second.1
        );
        line!(out, "  to weigh: {}", weighed(sheet));
        for option in &sheet.options {
            line!(out, "  {}", option.name);
            line!(out, "    for:     {}", main(option.benefit.as_ref()));
            line!(out, "    against: {}", main(option.harm.as_ref()));
            if !option.among.is_empty() {
                line!(out, "    beside those with the same benefit: {}", among(option));
            }
        }
        let short = sheet.short_of();
        if !short.is_empty() {
            line!(out, "  falls short: {}", short.join(", "));
        }
        line!(out, "");
    }
    out
}

const HEADS: [&str; 23] = [
    "aid",
    "version",
    "for whom",
    "where in care",
    "with a figure",
    "same by design",
    "does not apply",
    "no study found",
    "not read",
    "without a kind",
    "unknown %",
    "no figure %",
    "read paper",
    "read table",
    "read abstract",
    "read other",
    "second source",
    "outcomes",
    "to weigh",
    "option",
    "main benefit",
    "main harm",
    "beside those with the same benefit",
];

/// RFC 4180: a line for each option of each aid.
pub(super) fn csv(sheets: &[Sheet]) -> String {
    let mut out = String::new();
    let mut add = |fields: &[String]| {
        let fields: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
        out.push_str(&fields.join(","));
        out.push_str("\r\n");
    };
    add(&HEADS.map(str::to_owned));
    for sheet in sheets {
        for option in &sheet.options {
            let mut fields = vec![sheet.aid.clone(), sheet.version.clone()];
            fields.extend(found_by(sheet));
            fields.extend(counts(sheet));
            fields.extend([
                option.option.clone(),
                main(option.benefit.as_ref()),
                main(option.harm.as_ref()),
                among(option),
            ]);
            add(&fields);
        }
    }
    out
}

/// The numbers of an aid, in the order of the heads.
fn counts(sheet: &Sheet) -> Vec<String> {
    let cells = sheet.cells;
    let mut counts = vec![
        cells.known.to_string(),
        cells.same.to_string(),
        cells.does_not_apply.to_string(),
        cells.no_study.to_string(),
        cells.not_read.to_string(),
        cells.not_said.to_string(),
    ];
    counts.extend(gaps(sheet));
    counts.extend(read(sheet).iter().map(|(_, count)| count.to_string()));
    counts.extend([
        sheet.second.0.to_string(),
        sheet.second.1.to_string(),
        sheet.weighable.len().to_string(),
    ]);
    counts
}

/// The heads of a table of aids, without those of options.
fn aid_heads() -> impl Iterator<Item = &'static str> {
    HEADS.into_iter().take(19)
}

/// Two tables: of the aids, and of their options.
pub(super) fn markdown(sheets: &[Sheet]) -> String {
    let cell = |text: &str| text.replace('|', "\\|").replace('\n', " ");
    let mut out = String::new();
    let heads: Vec<&str> = aid_heads().collect();
    line!(out, "| {} |\n|{}", heads.join(" | "), "---|".repeat(heads.len()));
    for sheet in sheets {
        let found = found_by(sheet).map(|text| cell(&text)).to_vec();
        let fields = [vec![cell(&sheet.aid), cell(&sheet.version)], found, counts(sheet)].concat();
        line!(out, "| {} |", fields.join(" | "));
    }
    line!(
        out,
        "\n| aid | option | main benefit | main harm | beside those with the same benefit |\n|---|---|---|---|---|"
    );
    for sheet in sheets {
        for option in &sheet.options {
            line!(
                out,
                "| {} | {} | {} | {} | {} |",
                cell(&sheet.aid),
                cell(&option.name),
                cell(&main(option.benefit.as_ref())),
                cell(&main(option.harm.as_ref())),
                cell(&among(option))
            );
        }
    }
    out
}

/// A page to print and file.
pub(super) fn html(sheets: &[Sheet]) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Evidence, aid by aid</title>\n\
         <style>\n{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>Evidence, aid by aid</h1>\n"
    );
    for sheet in sheets {
        line!(
            out,
            "<article>\n<h2>{} {}</h2>\n<table class=\"numbers\"><tbody>",
            escaped(&sheet.aid),
            escaped(&sheet.version)
        );
        let told = found_by(sheet).into_iter().chain(counts(sheet));
        for (head, told) in aid_heads().skip(2).zip(told) {
            line!(
                out,
                "<tr><th scope=\"row\">{head}</th><td>{}</td></tr>",
                escaped(&told)
            );
        }
        line!(
            out,
            "</tbody></table>\n<table class=\"numbers\"><thead><tr><th scope=\"col\">Option</th><th scope=\"col\">Main benefit</th>\
             <th scope=\"col\">Main harm</th><th scope=\"col\">Beside those with the same benefit</th></tr></thead>\n<tbody>"
        );
        for option in &sheet.options {
            line!(
                out,
                "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>",
                escaped(&option.name),
                escaped(&main(option.benefit.as_ref())),
                escaped(&main(option.harm.as_ref())),
                escaped(&among(option))
            );
        }
        line!(out, "</tbody></table>\n</article>");
    }
    out + "</main>\n</body>\n</html>\n"
}
