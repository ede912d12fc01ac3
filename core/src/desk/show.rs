//! Makes the sheet: the form of each file, filled with what the file says.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::doing::form_of;
use super::place::name_of;
use super::shape::{self, FieldShape, Is, Shapes, To, label};
use super::sheet::{
    Column, DeskChoice, DeskSheet, EntryList, Field, FieldKind, FieldSaid, FieldTable, FigureKind, FigureRow,
    Figures, FileKind, FileSheet, Part, Section, TextReading,
};
use super::value::shown;
use super::{AID, AuthorDesk, FigureCell, cell, words};
use crate::aid::Place;
use crate::standards;

/// Types whose texts no patient reads: their reading age says nothing.
const NOT_READ: [&str; 9] = [
    "SourceDoc",
    "EvidenceCheck",
    "Reviewer",
    "Development",
    "Involved",
    "Evaluation",
    "Finding",
    "FindingCode",
    "RowDoc",
];

/// Fields that are no sentences.
const NO_SENTENCE: [&str; 8] = [
    "drawing", "version", "language", "phone", "url", "licence", "doi", "authors",
];

/// Lists that fields name entries of.
const LISTS: [&str; 7] = [
    "option",
    "horizon",
    "reference_class",
    "source",
    "population",
    "heard",
    "activity",
];

/// Fewest words of which a reading age says anything.
const ENOUGH_WORDS: usize = 12;

impl AuthorDesk {
    pub(super) fn make_sheet(&self) -> DeskSheet {
        let mut sections = Vec::new();
        let mut figures = None;
        for kind in [
            FileKind::Aid,
            FileKind::Review,
            FileKind::Involvement,
            FileKind::Overlay,
        ] {
            let file = self.files.iter().find(|file| file.kind() == kind);
            let (Some(file), Some(form)) = (file, form_of(kind)) else {
                continue;
            };
            let Some(said) = file.now.said.as_deref() else {
                continue;
            };
            let show = Show {
                shapes: shape::of(form),
                english: self.is_english(),
                glossary: self.glossary(),
            };
            sections.extend(show.sections(&file.name, kind, said));
            if kind == FileKind::Aid {
                figures = Some(show.figures(said, self.choices("option")));
            }
        }
        let mut lists: BTreeMap<&'static str, Vec<DeskChoice>> =
            LISTS.into_iter().map(|list| (list, self.choices(list))).collect();
        lists.insert(To::Group.name(), self.choices("group"));
        DeskSheet {
            files: self
                .files
                .iter()
                .map(|file| FileSheet {
                    name: file.name.clone(),
                    is: file.kind(),
                    form: file.now.said.is_some() && file.kind() != FileKind::Other,
                    changed: file.changed(),
                })
                .collect(),
            sections,
            figures,
            lists,
            undo: self.past.last().map(|step| step.words.clone()),
            redo: self.future.last().map(|step| step.words.clone()),
        }
    }

    fn is_english(&self) -> bool {
        let language = self.said(AID).and_then(|said| said.get("language")?.as_str());
        language.is_some_and(|language| language.starts_with("en"))
    }

    fn glossary(&self) -> Vec<String> {
        let terms = self.said(AID).and_then(|said| said.get("term")?.as_array());
        let terms = terms
            .into_iter()
            .flatten()
            .filter_map(|term| term.get("term")?.as_str());
        terms
            .flat_map(str::split_whitespace)
            .map(str::to_lowercase)
            .collect()
    }

    /// What a field that names an entry of a list can name.
    pub(super) fn choices(&self, list: &str) -> Vec<DeskChoice> {
        let entries = |said: &Value| -> Vec<DeskChoice> {
            let group = |question: &Value| question.get("group").map_or_else(Vec::new, choices_of);
            match list {
                "group" => {
                    let baseline = said.get("baseline");
                    let mut all = baseline.map_or_else(Vec::new, group);
                    all.extend(
                        baseline
                            .and_then(|first| first.get("also"))
                            .map_or_else(Vec::new, group),
                    );
                    all
                }
                list => said.get(list).map_or_else(Vec::new, choices_of),
            }
        };
        let files = [AID, "overlay.toml", "involvement.toml"]
            .into_iter()
            .filter_map(|file| self.said(file));
        files.flat_map(entries).collect()
    }
}

fn choices_of(list: &Value) -> Vec<DeskChoice> {
    let entries = list.as_array().into_iter().flatten();
    entries
        .filter_map(|entry| {
            let word = entry.get("id")?.as_str().filter(|id| !id.is_empty())?;
            Some(DeskChoice {
                word: word.to_owned(),
                label: name_of(entry).unwrap_or(word).to_owned(),
                help: String::new(),
            })
        })
        .collect()
}

/// The levels of an outcome.
pub(super) fn levels(outcome: Option<&Value>) -> Vec<DeskChoice> {
    outcome
        .and_then(|outcome| outcome.get("level"))
        .map_or_else(Vec::new, choices_of)
}

/// What an outcome's cells are.
pub(super) fn figure_kind(outcome: Option<&Value>) -> FigureKind {
    let has = |key: &str| outcome.is_some_and(|outcome| outcome.get(key).is_some());
    if has("amount") {
        FigureKind::Amount
    } else if has("level") {
        FigureKind::Level
    } else {
        FigureKind::Chance
    }
}

/// The form of one file.
struct Show {
    shapes: &'static Shapes,
    english: bool,
    /// Words that the aid explains.
    glossary: Vec<String>,
}

impl Show {
    /// The fields of the file itself, then each of its tables and lists.
    fn sections(&self, file: &str, kind: FileKind, said: &Value) -> Vec<Section> {
        let Some(root) = self.shapes.get("") else {
            return Vec::new();
        };
        let whole = Place::root();
        let (mut fields, mut out) = (Vec::new(), Vec::new());
        for field in &root.fields {
            let place = whole.key(&field.key);
            let part = self.part("", field, said.get(&field.key), &place, kind);
            if matches!(part, Part::Field(_)) {
                fields.push(part);
            } else {
                out.push(Section {
                    file: file.to_owned(),
                    path: field.key.clone(),
                    label: label(&field.key),
                    help: field.help.clone(),
                    part,
                });
            }
        }
        if !fields.is_empty() {
            let first = Section {
                file: file.to_owned(),
                path: String::new(),
                label: label(file.trim_end_matches(".toml")),
                help: root.help.clone(),
                part: Part::Table(FieldTable {
                    path: String::new(),
                    label: label(file.trim_end_matches(".toml")),
                    help: root.help.clone(),
                    name: None,
                    present: true,
                    required: true,
                    parts: fields,
                }),
            };
            out.insert(0, first);
        }
        out
    }

    fn part(
        &self,
        of: &str,
        field: &FieldShape,
        said: Option<&Value>,
        place: &Place,
        kind: FileKind,
    ) -> Part {
        match &field.is {
            Is::Table(name) => Part::Table(self.table(name, field, said, place, kind)),
            Is::List(name) => {
                let entries = said.and_then(Value::as_array).into_iter().flatten().enumerate();
                Part::List(EntryList {
                    path: place.to_string(),
                    label: label(&field.key),
                    help: field.help.clone(),
                    columns: self.columns(name),
                    entries: entries
                        .map(|(index, entry)| self.entry(name, field, entry, &place.index(index), kind))
                        .collect(),
                })
            }
            // Cells of an overlay's own outcomes: a table for each option.
            Is::Map(name) => {
                let cells = said.and_then(Value::as_object).into_iter().flatten();
                Part::Table(FieldTable {
                    path: place.to_string(),
                    label: label(&field.key),
                    help: field.help.clone(),
                    name: None,
                    present: said.is_some(),
                    required: field.required,
                    parts: cells
                        .map(|(key, cell)| {
                            let mut table = self.table(name, field, Some(cell), &place.key(key), kind);
                            table.name = Some(key.clone());
                            Part::Table(table)
                        })
                        .collect(),
                })
            }
            _ => Part::Field(self.field(of, field, said, place)),
        }
    }

    fn entry(
        &self,
        name: &str,
        field: &FieldShape,
        entry: &Value,
        place: &Place,
        kind: FileKind,
    ) -> FieldTable {
        let mut table = self.table(name, field, Some(entry), place, kind);
        table.name = name_of(entry).map(str::to_owned);
        table.help = self
            .shapes
            .get(name)
            .map_or_else(String::new, |shape| shape.help.clone());
        table
    }

    fn table(
        &self,
        name: &str,
        field: &FieldShape,
        said: Option<&Value>,
        place: &Place,
        kind: FileKind,
    ) -> FieldTable {
        let shape = self.shapes.get(name);
        let fields = shape.map(|shape| shape.fields.as_slice()).unwrap_or_default();
        // An aid's figures are one table by themselves.
        let shown =
            |field: &&FieldShape| !(kind == FileKind::Aid && name == "OutcomeDoc" && field.key == "figures");
        FieldTable {
            path: place.to_string(),
            label: label(&field.key),
            help: field.help.clone(),
            name: None,
            present: said.is_some(),
            required: field.required,
            parts: fields
                .iter()
                .filter(shown)
                .map(|field| {
                    let inside = said.and_then(|said| said.get(&field.key));
                    self.part(name, field, inside, &place.key(&field.key), kind)
                })
                .collect(),
        }
    }

    fn field(&self, of: &str, field: &FieldShape, said: Option<&Value>, place: &Place) -> Field {
        let value = said.and_then(shown);
        let sentences = matches!(field.is, Is::Text | Is::Texts)
            && self.english
            && !NOT_READ.contains(&of)
            && !NO_SENTENCE.contains(&field.key.as_str());
        Field {
            path: place.to_string(),
            key: field.key.clone(),
            label: label(&field.key),
            help: field.help.clone(),
            kind: kind_of(&field.is),
            required: field.required,
            reading: value
                .as_ref()
                .filter(|_| sentences)
                .and_then(|value| self.reading(value)),
            value,
        }
    }

    fn reading(&self, said: &FieldSaid) -> Option<TextReading> {
        let texts = match said {
            FieldSaid::Text(text) => std::slice::from_ref(text),
            FieldSaid::List(list) => list.as_slice(),
            FieldSaid::Flag(_) => return None,
        };
        let block = standards::reading(texts.iter().map(String::as_str), &self.glossary);
        (block.words > 0).then(|| TextReading {
            age: (block.words >= ENOUGH_WORDS).then_some(block.reading_age),
            words: block.words,
            long: block.long_sentences,
        })
    }

    fn columns(&self, name: &str) -> Vec<Column> {
        let fields = self
            .shapes
            .get(name)
            .map(|shape| shape.fields.as_slice())
            .unwrap_or_default();
        let mut out = Vec::new();
        for field in fields {
            match &field.is {
                Is::List(_) | Is::Map(_) => {}
                Is::Table(inside) => out.extend(self.columns(inside).into_iter().map(|column| Column {
                    key: format!("{}.{}", field.key, column.key),
                    required: false,
                    ..column
                })),
                _ => out.push(column(field)),
            }
        }
        out
    }

    fn figures(&self, said: &Value, options: Vec<DeskChoice>) -> Figures {
        let row_fields = self
            .shapes
            .get("RowDoc")
            .map(|shape| shape.fields.as_slice())
            .unwrap_or_default();
        let mut rows = Vec::new();
        for (index, outcome) in said
            .get("outcome")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .enumerate()
        {
            let of = figure_kind(Some(outcome));
            let text = |key: &str| {
                outcome
                    .get(key)
                    .and_then(Value::as_str)
                    .unwrap_or_default()
                    .to_owned()
            };
            for (row, figures) in outcome
                .get("figures")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .enumerate()
            {
                let place = Place::root()
                    .key("outcome")
                    .index(index)
                    .key("figures")
                    .index(row);
                let parts = row_fields.iter().filter(|field| !matches!(field.is, Is::Map(_)));
                rows.push(FigureRow {
                    path: place.to_string(),
                    outcome: text("id"),
                    name: text("name"),
                    label: words::row(said, outcome, figures),
                    of,
                    levels: levels(Some(outcome)),
                    parts: parts
                        .map(|field| {
                            self.part(
                                "RowDoc",
                                field,
                                figures.get(&field.key),
                                &place.key(&field.key),
                                FileKind::Aid,
                            )
                        })
                        .collect(),
                    cells: cells(
                        figures.get("cells").and_then(Value::as_object),
                        &place.key("cells"),
                        &options,
                    ),
                });
            }
        }
        Figures {
            options,
            columns: self.columns("CellDoc"),
            rows,
        }
    }
}

/// A cell for every option, and then those that are of none.
fn cells(cells: Option<&Map<String, Value>>, place: &Place, options: &[DeskChoice]) -> Vec<FigureCell> {
    let known = options.iter().map(|option| option.word.as_str());
    let stray = cells.into_iter().flatten().map(|(key, _)| key.as_str());
    let stray = stray.filter(|key| !options.iter().any(|option| option.word == *key));
    known
        .chain(stray)
        .map(|option| {
            let cell = cells.and_then(|cells| cells.get(option)?.as_object());
            FigureCell {
                path: place.key(option).to_string(),
                option: option.to_owned(),
                is: cell::kind(cell),
                said: cell::said(cell),
                values: cell::values(cell),
            }
        })
        .collect()
}

fn column(field: &FieldShape) -> Column {
    Column {
        key: field.key.clone(),
        label: label(&field.key),
        help: field.help.clone(),
        kind: kind_of(&field.is),
        required: field.required,
    }
}

fn kind_of(is: &Is) -> FieldKind {
    match is {
        Is::Texts => FieldKind::Paragraphs,
        Is::Date => FieldKind::Date,
        Is::Number => FieldKind::Number,
        Is::Decimal => FieldKind::Decimal,
        Is::Range => FieldKind::Range,
        Is::Flag => FieldKind::Flag,
        Is::Id => FieldKind::Id,
        Is::Word(of) => FieldKind::Choice { of: of.clone() },
        Is::Words(of) => FieldKind::Several { of: of.clone() },
        Is::One(to) => FieldKind::Reference { to: to.name() },
        Is::Many(to) => FieldKind::References { to: to.name() },
        Is::Text | Is::Table(_) | Is::List(_) | Is::Map(_) => FieldKind::Line,
    }
}
