//! What was found, for people and programs: words, SARIF, a page to print and file.

mod html;
mod page;
mod sarif;

pub(crate) use html::escaped;
#[cfg(feature = "pages")]
pub(crate) use page::sentence;
pub(crate) use page::{STYLE, page};
pub(crate) use sarif::sarif;
use weighup_core::standards::{Item, Report, SetReport, Verdict};

/// A report as plain lines: every rule that is not met, with its remedy, and a count of the rest.
pub(crate) fn words(report: &Report) -> String {
    let mut out = format!("\n{} {}\n", report.title, report.version);
    if let Some(read) = &report.readability {
        out += &format!(
            "  reading age about {:.0}; Flesch-Kincaid grade {:.1}; SMOG {}; {} of {} sentences over 20 words\n",
            read.all.reading_age,
            read.all.grade,
            read.all
                .smog
                .map_or_else(|| "not computed".to_owned(), |smog| format!("{smog:.1}")),
            read.all.long_sentences,
            read.all.sentences
        );
    }
    for set in &report.sets {
        out += &format!("{} {}: {}\n", set.set.id, set.set.version, counts(set));
        for item in &set.items {
            if matches!(item.verdict, Verdict::NotMet | Verdict::PartlyMet) {
                out += &format!(
                    "  {} {}: {} {}\n",
                    item.rule.id,
                    item.verdict.words(),
                    item.rule.text,
                    item.because
                );
                for place in item.evidence.iter().take(1) {
                    out += &format!("    at {}\n", at(item, place));
                }
                if let Some(remedy) = &item.remedy {
                    out += &format!("    {remedy}\n");
                }
            }
        }
    }
    out.push('\n');
    out
}

/// "12 met, 3 partly met".
pub(crate) fn counts(set: &SetReport) -> String {
    let counted = Verdict::ALL
        .iter()
        .map(|verdict| (set.count(*verdict), verdict.words()));
    let counted: Vec<String> = counted
        .filter(|(n, _)| *n > 0)
        .map(|(n, words)| format!("{n} {words}"))
        .collect();
    counted.join(", ")
}

/// "aid.toml:12" or the field, with how many more there are.
fn at(item: &Item, place: &weighup_core::standards::VerdictPlace) -> String {
    let more = item.evidence.len().saturating_sub(1);
    let more = if more == 0 {
        String::new()
    } else {
        format!(" and {more} more")
    };
    match (&place.file, place.line) {
        (Some(file), Some(line)) => format!("{file}:{line} ({}){more}", place.place),
        _ => format!("{}{more}", place.place),
    }
}
