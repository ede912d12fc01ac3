//! Where things stand on the desk: the groups of the list on the left, and what each field of the page is called.

use weighup_core::desk::{
    DeskChoice, DeskSheet, Field, FieldKind, FieldSaid, FieldTable, FigureCell, FigureRow, Part, Section,
};

/// A line of the list on the left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Group {
    /// What the aid is.
    About,
    /// The condition and the decision.
    Choice,
    /// The options.
    Options,
    /// The outcomes, of whom, and when.
    Outcomes,
    /// The figures.
    Figures,
    /// Where it comes from.
    Sources,
    /// Groups of people and point scores.
    Groups,
    /// Questions and prompts.
    Questions,
    /// Guidance, words and help.
    Guidance,
    /// Who made it, and who was heard.
    Makers,
    /// What one organisation changes.
    Overlay,
    /// Translations.
    Translations,
    /// Who has checked it.
    SignOff,
    /// The files as text.
    Text,
}

/// The key of a table of `about` that is about who made the aid.
const OF_MAKERS: [&str; 9] = [
    "authors",
    "funding",
    "interests",
    "update_policy",
    "evidence_method",
    "published",
    "last_reviewed",
    "next_review",
    "licence",
];

impl Group {
    /// Every group, in the order of the list.
    pub(crate) const ALL: [Self; 14] = [
        Self::About,
        Self::Choice,
        Self::Options,
        Self::Outcomes,
        Self::Figures,
        Self::Sources,
        Self::Groups,
        Self::Questions,
        Self::Guidance,
        Self::Makers,
        Self::Overlay,
        Self::Translations,
        Self::SignOff,
        Self::Text,
    ];

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::About => "About the aid",
            Self::Choice => "The choice",
            Self::Options => "Options",
            Self::Outcomes => "Outcomes and times",
            Self::Figures => "Figures",
            Self::Sources => "Sources",
            Self::Groups => "Groups and scores",
            Self::Questions => "Questions and prompts",
            Self::Guidance => "Guidance, words and help",
            Self::Makers => "Who made it",
            Self::Overlay => "Changes of one organisation",
            Self::Translations => "Translations",
            Self::SignOff => "Sign-off",
            Self::Text => "The files as text",
        }
    }

    /// The group in which a place of a file is edited.
    pub(crate) fn of(file: &str, path: &str) -> Self {
        match file {
            "aid.toml" => {}
            "review.toml" => return Self::SignOff,
            "involvement.toml" => return Self::Makers,
            "overlay.toml" => return Self::Overlay,
            _ => return Self::Translations,
        }
        let mut steps = path.split(['.', '[']);
        let first = steps.next().unwrap_or_default();
        let second = steps.next().unwrap_or_default();
        match first {
            "about" if OF_MAKERS.contains(&second) => Self::Makers,
            "development" => Self::Makers,
            "choice" => Self::Choice,
            "option" => Self::Options,
            "outcome" if path.contains("].figures") => Self::Figures,
            "outcome" | "reference_class" | "horizon" | "test" => Self::Outcomes,
            "source" => Self::Sources,
            "baseline" | "score" => Self::Groups,
            "prompt" | "questions" | "understanding" => Self::Questions,
            "guideline" | "left_out" | "support" | "term" | "retold" => Self::Guidance,
            _ => Self::About,
        }
    }
}

/// What of a section stands in a group: of the fields without a table, and of `about`, each stands where it belongs.
pub(crate) fn parts_in(section: &Section, group: Group) -> Option<Part> {
    let here = |path: &str| Group::of(&section.file, path) == group;
    match &section.part {
        Part::Table(table) if section.path.is_empty() || section.path == "about" => {
            let mut table = table.clone();
            table.parts.retain(|part| here(path(part)));
            (!table.parts.is_empty()).then_some(Part::Table(table))
        }
        part => here(&section.path).then(|| part.clone()),
    }
}

/// The place of a part.
pub(crate) fn path(part: &Part) -> &str {
    match part {
        Part::Field(field) => &field.path,
        Part::Table(table) => &table.path,
        Part::List(list) => &list.path,
    }
}

/// The key of a part in its table.
pub(crate) fn key(path: &str) -> &str {
    path.rsplit('.').next().unwrap_or(path)
}

/// Every field of a sheet, with the file it is in.
fn fields(sheet: &DeskSheet) -> Vec<(&str, &Field)> {
    let of_sections = sheet
        .sections
        .iter()
        .map(|section| (section.file.as_str(), &section.part));
    let rows = sheet.figures.iter().flat_map(|figures| &figures.rows);
    let of_rows = rows.flat_map(|row| &row.parts);
    let mut parts: Vec<(&str, &Part)> = of_sections
        .chain(of_rows.map(|part| ("aid.toml", part)))
        .collect();
    let mut found = Vec::new();
    while let Some((file, part)) = parts.pop() {
        match part {
            Part::Field(field) => found.push((file, field)),
            Part::Table(table) => parts.extend(table.parts.iter().map(|part| (file, part))),
            Part::List(list) => {
                let inside = list.entries.iter().flat_map(|entry| &entry.parts);
                parts.extend(inside.map(|part| (file, part)));
            }
        }
    }
    found
}

/// The field at a place of a sheet.
pub(crate) fn field(sheet: &DeskSheet, file: &str, at: &str) -> Option<Field> {
    if at.contains("].cells.") {
        let cells = sheet
            .figures
            .iter()
            .flat_map(|figures| &figures.rows)
            .flat_map(|row| &row.cells);
        let mut of = cells.filter(|cell| within(at, &cell.path) && at != cell.path);
        return fields_of(sheet, of.next()?)
            .into_iter()
            .find(|field| field.path == at);
    }
    let mut all = fields(sheet).into_iter();
    all.find(|(of, field)| *of == file && field.path == at)
        .map(|(_, field)| field.clone())
}

/// Everything a cell of the figures can have, with what it has.
pub(crate) fn fields_of(sheet: &DeskSheet, cell: &FigureCell) -> Vec<Field> {
    let columns = sheet.figures.iter().flat_map(|figures| &figures.columns);
    columns
        .map(|column| Field {
            path: format!("{}.{}", cell.path, column.key),
            key: column.key.clone(),
            label: column.label.clone(),
            help: column.help.clone(),
            kind: column.kind.clone(),
            value: cell.values.get(&column.key).cloned(),
            required: column.required,
            reading: None,
        })
        .collect()
}

/// What a field that names an entry of a list can name.
pub(crate) fn choices<'s>(sheet: &'s DeskSheet, path: &str, to: &str) -> &'s [DeskChoice] {
    if to == "level" {
        let mut rows = sheet.figures.iter().flat_map(|figures| &figures.rows);
        let row = rows.find(|row| {
            path.strip_prefix(&row.path)
                .is_some_and(|rest| rest.starts_with('.'))
        });
        return row.map_or(&[], |row| &row.levels);
    }
    sheet.lists.get(to).map_or(&[], Vec::as_slice)
}

/// The ids of the fields that have a value.
pub(crate) fn filled(sheet: &DeskSheet) -> Vec<String> {
    let said = fields(sheet)
        .into_iter()
        .filter(|(_, field)| field.value.is_some());
    let cells = sheet
        .figures
        .iter()
        .flat_map(|figures| &figures.rows)
        .flat_map(|row| &row.cells);
    let of_cells = cells.flat_map(|cell| {
        cell.values
            .keys()
            .map(|key| id("aid.toml", &format!("{}.{key}", cell.path)))
    });
    said.map(|(file, field)| id(file, &field.path))
        .chain(of_cells)
        .collect()
}

/// Whether a place is another one, or in it.
fn within(path: &str, around: &str) -> bool {
    path.strip_prefix(around)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

/// The cell of the figures that a place is, or is in, with its row.
pub(crate) fn cell<'s>(sheet: &'s DeskSheet, path: &str) -> Option<(&'s FigureRow, &'s FigureCell)> {
    let mut rows = sheet.figures.iter().flat_map(|figures| &figures.rows);
    rows.find_map(|row| {
        let found = row.cells.iter().find(|cell| within(path, &cell.path));
        found.map(|cell| (row, cell))
    })
}

/// The identifier of an entry, as a field.
pub(crate) fn id_field(sheet: &DeskSheet, file: &str, entry: &str) -> Option<Field> {
    let own = |field: &Field| {
        matches!(field.kind, FieldKind::Id)
            && field
                .path
                .rsplit_once('.')
                .is_some_and(|(around, _)| around == entry)
    };
    let mut all = fields(sheet).into_iter();
    all.find(|(of, field)| *of == file && own(field))
        .map(|(_, field)| field.clone())
}

/// The entries of lists that a place is in, from the outside.
fn entries<'s>(sheet: &'s DeskSheet, file: &str, path: &str) -> Vec<&'s FieldTable> {
    let sections = sheet.sections.iter().filter(|section| section.file == file);
    let mut parts: Vec<&Part> = sections.map(|section| &section.part).collect();
    let mut found = Vec::new();
    while let Some(part) = parts.pop() {
        match part {
            Part::Field(_) => {}
            Part::Table(table) => parts.extend(&table.parts),
            Part::List(list) => {
                let mut around = list.entries.iter().filter(|entry| within(path, &entry.path));
                if let Some(entry) = around.next() {
                    found.push(entry);
                    parts = entry.parts.iter().collect();
                }
            }
        }
    }
    found
}

/// What a cell of the figures is of: outcome, row and option.
pub(crate) fn cell_name(sheet: &DeskSheet, row: &FigureRow, option: &str) -> String {
    let mut options = sheet.figures.iter().flat_map(|figures| &figures.options);
    let known = options.find(|each| each.word == option);
    let label = known.map_or(option, |each| &each.label);
    format!("{}, {}, {label}", row.name, row.label)
}

/// A place as its reader would call it: "Summary, Surgery", "Published, Who made it".
pub(crate) fn words(sheet: &DeskSheet, file: &str, path: &str, field: Option<&Field>) -> String {
    if let Some((row, cell)) = cell(sheet, path) {
        let name = cell_name(sheet, row, &cell.option);
        return match field {
            Some(field) => format!("{}, {name}", field.label),
            None => name,
        };
    }
    let label = field.map_or_else(|| key(path).to_owned(), |field| field.label.clone());
    let around = entries(sheet, file, path).into_iter().rev();
    let names: Vec<String> = around
        .map(|entry| entry.name.clone().unwrap_or_else(|| entry.label.clone()))
        .collect();
    if names.is_empty() {
        format!("{label}, {}", Group::of(file, path).name())
    } else {
        format!("{label}, {}", names.join(", "))
    }
}

/// Everything that is said in these parts.
fn said_in(parts: &[Part]) -> String {
    let mut parts: Vec<&Part> = parts.iter().collect();
    let mut said = String::new();
    while let Some(part) = parts.pop() {
        match part {
            Part::Field(field) => {
                said.push('\n');
                said.push_str(&crate::app::shown(&field.kind, field.value.as_ref()));
            }
            Part::Table(table) => parts.extend(&table.parts),
            Part::List(list) => parts.extend(list.entries.iter().flat_map(|entry| &entry.parts)),
        }
    }
    said
}

/// Which entries a place is in, each by what tells it from others: another entry in the same place is another one.
pub(crate) fn whose(sheet: &DeskSheet, file: &str, path: &str) -> Vec<String> {
    if let Some((row, _)) = cell(sheet, path) {
        return vec![row.outcome.clone(), row.label.clone()];
    }
    let identity = |entry: &FieldTable| {
        let id = entry.parts.iter().find_map(|part| match part {
            Part::Field(field) if matches!(field.kind, FieldKind::Id) => match &field.value {
                Some(FieldSaid::Text(id)) => Some(id.clone()),
                _ => None,
            },
            _ => None,
        });
        id.or_else(|| entry.name.clone())
            .unwrap_or_else(|| said_in(&entry.parts))
    };
    entries(sheet, file, path).into_iter().map(identity).collect()
}

/// The id of the control of a place on the page.
pub(crate) fn id(file: &str, path: &str) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || c == '_' {
            c
        } else {
            '-'
        }
    };
    let file = file.strip_suffix(".toml").unwrap_or(file);
    format!("at-{file}-{path}").chars().map(plain).collect()
}

/// The ids that may stand for a place: its own, and those of what is around it, nearest first.
pub(crate) fn ids(file: &str, path: &str) -> Vec<String> {
    let mut around = path;
    let mut found = vec![id(file, around)];
    while let Some(at) = around.rfind(['.', '[']) {
        around = around.get(..at).unwrap_or_default();
        found.push(id(file, around));
    }
    found
}
