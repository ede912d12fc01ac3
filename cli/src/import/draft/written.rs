//! A draft as the file of an aid: what was read stands in its fields, and every gap is a comment that says what to write.

use std::fmt::Write as _;
use std::path::Path;

use weighup_core::aid::HorizonId;

use super::{Draft, GAP, Outcome, Row};
use weighup_core::authoring::escaped as quoted;

impl Draft {
    /// The aid as a file.
    pub(in crate::import) fn written(&self, folder: &Path) -> String {
        let id = weighup_core::authoring::slug(&folder.file_name().unwrap_or_default().to_string_lossy());
        let id = if id.is_empty() { "draft".to_owned() } else { id };
        let condition = self
            .condition
            .as_deref()
            .map_or_else(|| "To be written: the condition".to_owned(), quoted);
        let listed: Vec<String> = self
            .options
            .iter()
            .map(|option| weighup_core::authoring::lower(&option.name))
            .collect();
        let head = weighup_core::authoring::HEAD
            .replace("@id@", &id)
            .replace("@condition@", &condition)
            .replace("@options@", &quoted(&listed.join(" or ")))
            .replace("@decision@", "To be written: the decision, as a question?")
            .replace("published = \"@today@\"", "# Gap: published = \"\"")
            .replace(
                "last_reviewed = \"@today@\"",
                "# Gap: last_reviewed = \"\", the day the evidence was last read",
            )
            .replace("next_review = \"@next@\"", "# Gap: next_review = \"\"");
        // Who the figures are about and when comes from the files.
        let (head, _) = head
            .split_once("# Who the figures are about")
            .unwrap_or((&head, ""));
        let mut out = head.to_owned();
        for group in &self.groups {
            let _ = write!(
                out,
                "[[reference_class]]\nid = \"{}\"\n# A plural noun: \"men\", \"women aged 50 to 70\".\npeople = \"people\"\n\
                 description = \"to be written: who they were, where, and how they were put into groups ({})\"\n\
                 # Gap: write intention-to-treat, as-treated or observational.\n# analysis = \"\"\nanalysis_note = \"To be written: how they were counted.\"\n\n",
                group.id,
                quoted(&group.name)
            );
        }
        for time in &self.times {
            match time.length {
                Some((many, unit)) => {
                    let within = if time.within { "within = true\n" } else { "" };
                    let _ = write!(
                        out,
                        "[[horizon]]\nid = \"{}\"\n{unit} = {many}\n{within}\n",
                        time.id
                    );
                }
                None => {
                    let _ = write!(
                        out,
                        "# Gap: no file says when. Write one of days, weeks, months and years.\n[[horizon]]\nid = \"{}\"\n# years = \n\n",
                        time.id
                    );
                }
            }
        }
        for option in &self.options {
            let text = weighup_core::authoring::OPTION
                .replace("@id@", &option.id)
                .replace("@name@", &quoted(&option.name))
                .replace("@lower@", &quoted(&weighup_core::authoring::lower(&option.name)));
            out += &text.replace(
                "kind = \"@kind@\"",
                "# Gap: write active, test, watchful-waiting, no-change, no-treatment or no-test.\n# kind = \"\"",
            );
        }
        if self.options.len() < 2 {
            out += "# Gap: a decision has two or more options, one of them of waiting or no treatment.\n";
        }
        for outcome in &self.outcomes {
            self.outcome(outcome, &mut out);
        }
        for source in &self.sources {
            let address = match source.address.trim_start_matches("https://doi.org/") {
                doi if doi.starts_with("10.") => format!("doi = \"{}\"\n", quoted(doi)),
                url if url.starts_with("https://") => format!("url = \"{}\"\n", quoted(url)),
                _ => "# Gap: doi = \"\" or url = \"\"\n".to_owned(),
            };
            let year = source.year.map_or_else(
                || "# Gap: year = \n".to_owned(),
                |year| format!("year = {year}\n"),
            );
            let _ = write!(
                out,
                "[[source]]\nid = \"{}\"\nshort = \"{}\"\ncitation = \"{}\"\n{address}{year}read = \"{}\"\n\n",
                source.id,
                quoted(&source.short),
                quoted(&source.citation),
                quoted(&source.read)
            );
        }
        if !self.unread.is_empty() {
            out += "# What could not be read:\n";
            for unread in &self.unread {
                let _ = writeln!(out, "# {unread}");
            }
        }
        out
    }

    fn outcome(&self, outcome: &Outcome, out: &mut String) {
        let lower = quoted(&weighup_core::authoring::lower(&outcome.name));
        let amount = outcome
            .rows
            .iter()
            .flat_map(|row| &row.cells)
            .any(|(_, cell)| cell.is_amount());
        let _ = write!(
            out,
            "[[outcome]]\nid = \"{}\"\nname = \"{}\"\nin_sentence = \"{lower}\"\n",
            outcome.id,
            quoted(&outcome.name)
        );
        match outcome.better.as_deref() {
            Some(better @ ("lower" | "higher")) => {
                let _ = writeln!(out, "better = \"{better}\"");
            }
            _ => out.push_str("# Gap: what do most people want, \"lower\" or \"higher\"? With the wrong one every comparison is upside down.\n# better = \"\"\n"),
        }
        if amount {
            let unit = outcome.unit.as_deref().unwrap_or("To be written");
            let rate = unit
                .strip_suffix(" person-years")
                .and_then(|rest| rest.rsplit_once(" per "));
            let whole = |row: &Row| row.at == HorizonId::WHOLE;
            // A standard deviation is one of a mean.
            let mean = outcome
                .rows
                .iter()
                .flat_map(|row| &row.cells)
                .any(|(_, cell)| cell.is_of_a_mean());
            let (unit, more, average) = match rate {
                Some((unit, years)) => (unit, format!(", person_years = {years}"), ""),
                None if outcome.rows.iter().any(whole) => {
                    (unit, ", duration = true".to_owned(), " average (mean or median),")
                }
                None if mean => (unit, ", average = \"mean\"".to_owned(), ""),
                None => (unit, String::new(), " average (mean or median),"),
            };
            let _ = writeln!(
                out,
                "# Gap: the scale. Add unit_one, phrase,{average} and its two ends, low and high.\namount = {{ unit = \"{}\"{more} }}",
                quoted(unit)
            );
        } else {
            let _ = writeln!(
                out,
                "event = \"have this: {lower}\"\nevent_one = \"has this: {lower}\"\nno_event = \"do not\""
            );
        }
        let first = outcome.rows.first().map_or("", |row| row.at.as_str());
        let _ = write!(
            out,
            "about = [\"To be written: what it is, and why it may matter.\"]\n{}\n",
            at("weigh_at", first)
        );
        for row in &outcome.rows {
            self.written_row(row, out);
        }
    }

    fn written_row(&self, row: &Row, out: &mut String) {
        for said in &row.said {
            let clean: String = said
                .chars()
                .map(|c| if c.is_control() { ' ' } else { c })
                .collect();
            let _ = writeln!(out, "# {clean}");
        }
        let sources: Vec<String> = row.sources.iter().map(|source| format!("\"{source}\"")).collect();
        let _ = write!(
            out,
            "[[outcome.figures]]\n{}group = \"{}\"\nsources = [{}]\n",
            at("at", &row.at),
            row.group,
            sources.join(", ")
        );
        match row.status.as_deref() {
            Some(status) => {
                let _ = writeln!(out, "status = \"{status}\"");
            }
            None => out.push_str("# Read in a file that names its source. Write \"verified\" once you have read the source yourself.\nstatus = \"verified-secondary\"\n"),
        }
        match row.certainty.as_deref() {
            Some(certainty) => {
                let _ = writeln!(out, "certainty = \"{certainty}\"");
                let why = row
                    .certainty_why
                    .as_deref()
                    .unwrap_or("To be written: why this sure.");
                let _ = writeln!(out, "certainty_why = \"{}\"", quoted(why));
            }
            None => out.push_str(
                "# Gap: certainty = \"high\", \"moderate\", \"low\" or \"very-low\", and certainty_why\n",
            ),
        }
        for (field, text) in [
            ("note", &row.note),
            ("study", &row.study),
            ("weighed_because", &row.weighed_because),
        ] {
            if let Some(text) = text {
                let _ = writeln!(out, "{field} = \"{}\"", quoted(text));
            }
        }
        for option in &self.options {
            let cell = row
                .cells
                .iter()
                .find(|(id, _)| *id == option.id)
                .map(|(_, cell)| cell);
            match cell {
                Some(cell) => {
                    if !cell.has_range() && row.certainty.is_none() {
                        out.push_str("# Gap: a range, or the row's certainty.\n");
                    }
                    let _ = writeln!(out, "cells.{} = {{ {} }}", option.id, cell.fields());
                }
                None => {
                    let _ = writeln!(out, "cells.{} = {{ unknown = \"{GAP}\" }}", option.id);
                }
            }
        }
        for compared in &row.compared {
            let _ = write!(out, "[[outcome.figures.compared]]\n{compared}");
        }
        out.push('\n');
    }
}

/// A line that says when; none of a duration from start to end.
fn at(field: &str, at: &str) -> String {
    if at == HorizonId::WHOLE {
        String::new()
    } else {
        format!("{field} = \"{at}\"\n")
    }
}
