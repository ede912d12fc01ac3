//! A draft: what was read, what could not be, and how both are written. Nothing is filled in that no file says.

mod written;

use std::fmt::Write as _;
use std::path::Path;

use weighup_core::aid::HorizonId;

/// A draft of an aid.
pub(super) struct Draft {
    condition: Option<String>,
    options: Vec<Named>,
    outcomes: Vec<Outcome>,
    groups: Vec<Named>,
    times: Vec<Time>,
    sources: Vec<Source>,
    unread: Vec<String>,
    /// Analyses of a review that are there, by the review and their number in it.
    analyses: Vec<(String, Analysis)>,
}

/// An analysis of a review that was read.
#[derive(Clone)]
pub(super) struct Analysis {
    /// The option tried, and the one it was held against.
    pub(super) options: [String; 2],
    /// Whether both have a figure.
    pub(super) has_figures: bool,
}

/// An identifier and a name.
struct Named {
    id: String,
    name: String,
}

struct Time {
    id: String,
    /// `days = 30` and the like; `None` when no file says how long.
    length: Option<(u32, &'static str)>,
    /// Up to then, and not at that moment.
    within: bool,
}

pub(super) struct Source {
    pub(super) id: String,
    pub(super) short: String,
    pub(super) citation: String,
    pub(super) address: String,
    pub(super) year: Option<u32>,
    pub(super) read: String,
}

struct Outcome {
    id: String,
    name: String,
    better: Option<String>,
    unit: Option<String>,
    rows: Vec<Row>,
}

/// A row of figures.
#[derive(Default)]
pub(super) struct Row {
    pub(super) at: String,
    pub(super) group: String,
    pub(super) sources: Vec<String>,
    pub(super) status: Option<String>,
    pub(super) certainty: Option<String>,
    pub(super) certainty_why: Option<String>,
    pub(super) note: Option<String>,
    /// What the file says beside the figures, for the author: written as comments.
    pub(super) said: Vec<String>,
    pub(super) study: Option<String>,
    pub(super) weighed_because: Option<String>,
    /// Published differences and ratios, as their fields stand in the format.
    pub(super) compared: Vec<String>,
    /// By the option's identifier.
    pub(super) cells: Vec<(String, Cell)>,
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Cell {
    Counted {
        events: u32,
        people: u32,
        interval: bool,
    },
    Rate {
        count: u32,
        per: u32,
        range: Option<[u32; 2]>,
    },
    Amount {
        value: String,
        spread: Spread,
    },
    /// As it stands in the format.
    Fields(String),
    Unknown(String),
}

/// What stands around an amount.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Spread {
    None,
    Range { low: String, high: String },
    Deviation { sd: String, people: u32 },
}

/// Why a cell that no file fills is not known.
pub(super) const GAP: &str = "To be written: the figure, or why it is not known.";
const MOST_OPTIONS: usize = 6;
const MOST_OUTCOMES: usize = 100;
const MOST_UNREAD: usize = 200;

impl Cell {
    /// The cell with a status and sources of its own, which are not those of its row.
    pub(super) fn standing_on(self, status: Option<String>, sources: &[String]) -> Self {
        let mut fields = self.fields();
        if let Some(status) = status {
            let _ = write!(fields, ", status = \"{status}\"");
        }
        let sources: Vec<String> = sources.iter().map(|source| format!("\"{source}\"")).collect();
        if !sources.is_empty() {
            let _ = write!(fields, ", sources = [{}]", sources.join(", "));
        }
        Self::Fields(fields)
    }

    /// The people who had an event, of the people counted: nothing where one of the two is not known, where there are more events
    /// than people, or where there are no people.
    pub(super) fn counted(events: Option<u32>, people: Option<u32>) -> Option<Self> {
        let (events, people) = (events?, people?);
        (people > 0 && events <= people).then_some(Self::Counted {
            events,
            people,
            interval: true,
        })
    }

    /// The fields of the cell, as the format has them.
    pub(super) fn fields(&self) -> String {
        match self {
            Self::Counted {
                events,
                people,
                interval,
            } => {
                let worked = if *interval {
                    ", interval = \"wilson95\""
                } else {
                    ""
                };
                format!("events = {events}, people = {people}{worked}")
            }
            Self::Rate {
                count,
                per,
                range: None,
            } => format!("count = {count}, per = {per}"),
            Self::Rate {
                count,
                per,
                range: Some([low, high]),
            } => {
                format!("count = {count}, per = {per}, range = [{low}, {high}], range_kind = \"interval95\"")
            }
            Self::Amount {
                value,
                spread: Spread::None,
            } => format!("value = \"{value}\""),
            Self::Amount {
                value,
                spread: Spread::Range { low, high },
            } => {
                format!(
                    "value = \"{value}\", low = \"{low}\", high = \"{high}\", range_kind = \"interval95\""
                )
            }
            Self::Amount {
                value,
                spread: Spread::Deviation { sd, people },
            } => {
                format!("value = \"{value}\", sd = \"{sd}\", people = {people}")
            }
            Self::Fields(fields) => fields.clone(),
            Self::Unknown(why) => format!("unknown = \"{}\"", weighup_core::authoring::escaped(why)),
        }
    }

    /// Whether it is a mean: it has a standard deviation.
    pub(super) fn is_of_a_mean(&self) -> bool {
        matches!(
            self,
            Self::Amount {
                spread: Spread::Deviation { .. },
                ..
            }
        )
    }

    fn is_amount(&self) -> bool {
        matches!(self, Self::Amount { .. })
            || matches!(self, Self::Fields(fields) if fields.starts_with("value"))
    }

    fn has_range(&self) -> bool {
        match self {
            Self::Counted { interval, .. } => *interval,
            Self::Rate { range, .. } => range.is_some(),
            Self::Amount { spread, .. } => *spread != Spread::None,
            Self::Fields(fields) => ["range", "interval", "sd"]
                .iter()
                .any(|field| fields.contains(field)),
            Self::Unknown(_) => true,
        }
    }
}

impl Draft {
    pub(super) fn new(condition: Option<String>) -> Self {
        Self {
            condition,
            options: Vec::new(),
            outcomes: Vec::new(),
            groups: Vec::new(),
            times: Vec::new(),
            sources: Vec::new(),
            unread: Vec::new(),
            analyses: Vec::new(),
        }
    }

    /// Something that could not be read.
    pub(super) fn cannot(&mut self, place: &str, what: &str, remedy: &str) {
        let unseen = |c: char| {
            c.is_control()
                || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        let clean = |text: &str| {
            text.chars()
                .map(|c| if unseen(c) { ' ' } else { c })
                .take(300)
                .collect::<String>()
        };
        if self.unread.len() < MOST_UNREAD {
            self.unread.push(format!(
                "not read: {}: {}; {}",
                clean(place),
                clean(what),
                clean(remedy)
            ));
        } else if self.unread.len() == MOST_UNREAD {
            self.unread.push(format!(
                "not read: more than {MOST_UNREAD} things; mend these, and import again"
            ));
        }
    }

    pub(super) fn unread(&self) -> &[String] {
        &self.unread
    }

    /// The identifier of an option, which is added when it is not there. `None` when there are too many.
    pub(super) fn option(&mut self, name: &str, id: Option<&str>) -> Option<String> {
        let known = self
            .options
            .iter()
            .find(|option| option.name.eq_ignore_ascii_case(name.trim()) || Some(&*option.id) == id);
        if let Some(option) = known {
            return Some(option.id.clone());
        }
        if self.options.len() >= MOST_OPTIONS || name.trim().is_empty() {
            return None;
        }
        let id = free(
            id.unwrap_or(name),
            "option",
            self.options.iter().map(|option| option.id.as_str()),
        );
        self.options.push(Named {
            id: id.clone(),
            name: short(name),
        });
        Some(id)
    }

    /// Adds a row to an outcome, which is added when it is not there. False when there are too many.
    pub(super) fn row(
        &mut self,
        name: &str,
        id: Option<&str>,
        unit: Option<&str>,
        better: Option<&str>,
        mut row: Row,
    ) -> bool {
        if row.at.is_empty() {
            row.at = self.time("");
        }
        if row.group.is_empty() {
            row.group = self.group("");
        }
        let known = self.outcomes.iter_mut().find(|outcome| match id {
            Some(id) => outcome.id == id,
            None => outcome.name.eq_ignore_ascii_case(name.trim()),
        });
        if let Some(outcome) = known {
            outcome.rows.push(row);
            return true;
        }
        if self.outcomes.len() >= MOST_OUTCOMES {
            return false;
        }
        let id = free(
            id.unwrap_or(name),
            "outcome",
            self.outcomes.iter().map(|outcome| outcome.id.as_str()),
        );
        self.outcomes.push(Outcome {
            id,
            name: short(name),
            better: better.map(str::to_owned),
            unit: unit.filter(|unit| !unit.is_empty()).map(str::to_owned),
            rows: vec![row],
        });
        true
    }

    /// An analysis of a review that was read before.
    pub(super) fn analysis(&self, review: &str, number: &str) -> Option<Analysis> {
        let key = format!("{review} {number}");
        let found = self.analyses.iter().find(|(known, _)| *known == key);
        found.map(|(_, analysis)| analysis.clone())
    }

    /// Takes note of an analysis of a review.
    pub(super) fn found(&mut self, review: &str, number: &str, options: [String; 2], has_figures: bool) {
        let analysis = Analysis { options, has_figures };
        self.analyses.push((format!("{review} {number}"), analysis));
    }

    /// Puts figures where an outcome has a gap in their place, which is no longer `told`.
    pub(super) fn filled(&mut self, name: &str, told: &str, row: Row) {
        let outcome = self
            .outcomes
            .iter_mut()
            .find(|outcome| outcome.name.eq_ignore_ascii_case(name.trim()));
        let gap = outcome.and_then(|outcome| {
            let gap = |known: &&mut Row| {
                known
                    .cells
                    .iter()
                    .all(|(_, cell)| matches!(cell, Cell::Unknown(_)))
            };
            outcome.rows.iter_mut().find(gap)
        });
        if let Some(gap) = gap
            && !row.cells.iter().all(|(_, cell)| matches!(cell, Cell::Unknown(_)))
        {
            gap.said.retain(|said| said != told);
            gap.said.extend(row.said.into_iter().skip(1));
            gap.note = gap.note.take().or(row.note);
            gap.cells = row.cells;
        }
    }

    /// The last row of an outcome at a time and of a group, to add a cell to.
    pub(super) fn last_row(&mut self, id: &str, at: &str, group: &str) -> Option<&mut Row> {
        let outcome = self.outcomes.iter_mut().find(|outcome| outcome.id == id)?;
        outcome
            .rows
            .iter_mut()
            .rev()
            .find(|row| row.at == at && row.group == group)
    }

    /// The identifier of a group of people.
    pub(super) fn group(&mut self, name: &str) -> String {
        let name = if name.trim().is_empty() {
            "people"
        } else {
            name.trim()
        };
        if let Some(group) = self
            .groups
            .iter()
            .find(|group| group.name == name || group.id == name)
        {
            return group.id.clone();
        }
        let id = free(name, "group", self.groups.iter().map(|group| group.id.as_str()));
        self.groups.push(Named {
            id: id.clone(),
            name: short(name),
        });
        id
    }

    /// The identifier of a point in time, such as "12 months" or "1y". What names no length is a gap.
    pub(super) fn time(&mut self, text: &str) -> String {
        let length = length(text);
        let within = text.trim().to_lowercase().starts_with("within ");
        let id = match length {
            Some((many, unit)) => {
                let within = if within { "within-" } else { "" };
                format!("{within}{many}{}", unit.chars().next().unwrap_or('d'))
            }
            None if text.trim().is_empty() => "time".to_owned(),
            None => text.trim().to_owned(),
        };
        let id = weighup_core::authoring::slug(&id);
        let id = if id.is_empty() { "time".to_owned() } else { id };
        // Months and minutes begin alike; a length that is another one has an identifier of its own.
        if !self.times.iter().any(|time| time.id == id) {
            self.times.push(Time {
                id: id.clone(),
                length,
                within,
            });
        }
        id
    }

    /// A point in time by the identifier an aid gave it.
    pub(super) fn time_called(&mut self, id: &str) -> String {
        // It is no point in time, so the draft has none of that name.
        if id == HorizonId::WHOLE {
            return id.to_owned();
        }
        if id.is_empty() || weighup_core::authoring::slug(id) != id {
            return self.time(id);
        }
        if !self.times.iter().any(|time| time.id == id) {
            self.times.push(Time {
                id: id.to_owned(),
                length: length(id),
                within: false,
            });
        }
        id.to_owned()
    }

    /// The identifier of a source.
    pub(super) fn source(&mut self, mut source: Source) -> String {
        if let Some(known) = self
            .sources
            .iter()
            .find(|known| known.id == source.id || known.short == source.short)
        {
            return known.id.clone();
        }
        let wanted = if source.id.is_empty() {
            source.short.clone()
        } else {
            source.id.clone()
        };
        source.id = free(
            &wanted,
            "source",
            self.sources.iter().map(|source| source.id.as_str()),
        );
        let id = source.id.clone();
        self.sources.push(source);
        id
    }

    /// A source that is only named.
    pub(super) fn named_source(&mut self, name: &str, file: &str) -> String {
        let name = if name.trim().is_empty() { file } else { name.trim() };
        self.source(Source {
            id: String::new(),
            short: short(name),
            citation: format!("To be written: the full citation of {name}."),
            address: String::new(),
            year: None,
            read: format!(
                "To be written: the paper, its abstract, or a copy. The figures came from the file {file}."
            ),
        })
    }

    /// What was made, for the author.
    pub(super) fn summary(&self, folder: &Path) -> String {
        let cells: usize = self
            .outcomes
            .iter()
            .flat_map(|outcome| &outcome.rows)
            .map(|row| row.cells.len())
            .sum();
        format!(
            "made {0}: {1} options, {2} outcomes, {cells} figures; {3} could not be read\n\
             Nobody has checked a figure, and nothing was filled in: `weighup check {0}` lists every gap.\n",
            folder.display(),
            self.options.len(),
            self.outcomes.len(),
            match self.unread.len() {
                0 => "nothing".to_owned(),
                many => format!("{many} things"),
            }
        )
    }
}

/// An identifier that nothing else has.
fn free<'i>(name: &str, otherwise: &str, taken: impl Iterator<Item = &'i str> + Clone) -> String {
    let base: String = weighup_core::authoring::slug(name).chars().take(50).collect();
    let base = base.trim_end_matches('-').to_owned();
    let base = if base.is_empty() {
        otherwise.to_owned()
    } else {
        base
    };
    let mut id = base.clone();
    let mut number = 2;
    while taken.clone().any(|known| known == id) {
        id = format!("{base}-{number}");
        number += 1;
    }
    id
}

/// A name for a heading.
fn short(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    plain
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .chars()
        .take(80)
        .collect()
}

/// "12 months", "1y", "at 30 days".
pub(super) fn length(text: &str) -> Option<(u32, &'static str)> {
    let text = text.trim().to_lowercase();
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let rest = text.get(digits..)?;
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let many: u32 = rest.get(..end)?.parse().ok()?;
    let unit = rest.get(end..)?.trim();
    let unit = match unit {
        _ if many == 0 || many > 60_000 => return None,
        "d" | "day" | "days" => "days",
        "w" | "wk" | "week" | "weeks" => "weeks",
        "m" | "mo" | "month" | "months" => "months",
        "y" | "yr" | "year" | "years" => "years",
        _ => return None,
    };
    Some((many, unit))
}

/// GRADE's words, with or without its signs.
pub(super) fn certainty(text: &str) -> Option<&'static str> {
    let plain: String = text
        .to_lowercase()
        .chars()
        .map(|c| if c.is_alphabetic() { c } else { ' ' })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    match words.as_slice() {
        ["very", "low", ..] | ["verylow", ..] => Some("very-low"),
        ["low", ..] => Some("low"),
        ["moderate", ..] => Some("moderate"),
        ["high", ..] => Some("high"),
        _ => None,
    }
}
