//! What a form shows of an author's folder: sections, fields and tables with their labels and help, and the figures as one table.
//!
//! It is data for a page to lay out, made anew after every change, and holds no rule of its own: labels and help come from the
//! schema of the files (`authoring::schema`), which has them from the doc comments of the types that the files are read into.

use std::collections::BTreeMap;

use serde::Serialize;

/// Everything a form shows.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DeskSheet {
    /// Every file of the folder, the aid first.
    pub files: Vec<FileSheet>,
    /// What can be filled in, in the order of the schema's files: the aid, its review, its record of involvement, its overlay.
    pub sections: Vec<Section>,
    /// The figures, outcome by outcome; `None` while `aid.toml` is only text.
    pub figures: Option<Figures>,
    /// What fields that name something can name: the options, the sources, the points in time, by the name of their list.
    pub lists: BTreeMap<&'static str, Vec<DeskChoice>>,
    /// What `undo` would take back, in words.
    pub undo: Option<String>,
    /// What `redo` would do again, in words.
    pub redo: Option<String>,
}

/// A file of the folder.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FileSheet {
    /// Its name, without a folder.
    pub name: String,
    /// What it is.
    pub is: FileKind,
    /// Whether a form can show it. If not it is text, to be mended as text; `problems` says what is wrong.
    pub form: bool,
    /// Whether it differs from what was opened or last kept.
    pub changed: bool,
}

/// What a file of the folder is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileKind {
    /// `aid.toml`.
    Aid,
    /// `review.toml`.
    Review,
    /// `involvement.toml`.
    Involvement,
    /// `overlay.toml`.
    Overlay,
    /// A translation, called by its language.
    Translation,
    /// Something else: kept as it is.
    Other,
}

/// A part of a file with a heading of its own.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// The file it is in.
    pub file: String,
    /// Its place there; empty for the fields that stand in no table.
    pub path: String,
    /// Its heading.
    pub label: String,
    /// What it is.
    pub help: String,
    /// What is in it.
    pub part: Part,
}

/// A part of a form.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "shape", rename_all = "kebab-case")]
pub enum Part {
    /// One value.
    Field(Field),
    /// Fields that belong together.
    Table(FieldTable),
    /// A list of them.
    List(EntryList),
}

/// One value of a file.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Field {
    /// Its place: `outcome[2].name`.
    pub path: String,
    /// Its name in the file.
    pub key: String,
    /// Its name in words.
    pub label: String,
    /// What it is, from the schema.
    pub help: String,
    /// What can be written in it.
    pub kind: FieldKind,
    /// What is written in it; `null` when it is left out.
    pub value: Option<FieldSaid>,
    /// Whether it has to be there.
    pub required: bool,
    /// How hard it is to read; only of what people read, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reading: Option<TextReading>,
}

/// A value as a form shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(untagged)]
pub enum FieldSaid {
    /// True or false.
    Flag(bool),
    /// A text, a word, a date, or a number in digits.
    Text(String),
    /// Paragraphs, or identifiers.
    List(Vec<String>),
}

/// What can be written in a field.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum FieldKind {
    /// A text.
    Line,
    /// A list of texts, a paragraph or a point each.
    Paragraphs,
    /// An identifier: what other fields call this entry. Changed by `rename` alone.
    Id,
    /// A day, `2026-03-31`.
    Date,
    /// A whole number.
    Number,
    /// A number that may have decimals.
    Decimal,
    /// Two whole numbers, low and high.
    Range,
    /// Yes or no.
    Flag,
    /// One of a few words.
    Choice {
        /// The words.
        of: Vec<DeskChoice>,
    },
    /// One of the entries of a list: an option, a source.
    Reference {
        /// The list, by its name in [`DeskSheet::lists`]; `level` is one of the outcome's own.
        to: &'static str,
    },
    /// Any number of the entries of a list.
    References {
        /// The list, by its name in [`DeskSheet::lists`].
        to: &'static str,
    },
    /// Any number of a few words.
    Several {
        /// The words.
        of: Vec<DeskChoice>,
    },
}

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeskChoice {
    /// What is written in the file.
    pub word: String,
    /// What people are shown.
    pub label: String,
    /// What it means.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub help: String,
}

/// Fields that belong together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FieldTable {
    /// Its place: `about`, `option[0].experience`.
    pub path: String,
    /// Its name in words.
    pub label: String,
    /// What it is.
    pub help: String,
    /// The name its author gave it, when it is an entry of a list: "Surgery".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Whether it is in the file. Setting a field of one that is not makes it.
    pub present: bool,
    /// Whether it has to be there.
    pub required: bool,
    /// What is in it.
    pub parts: Vec<Part>,
}

/// A list of tables: options, sources, prompts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EntryList {
    /// Its place: `source`.
    pub path: String,
    /// Its name in words.
    pub label: String,
    /// What it is.
    pub help: String,
    /// The fields that every entry has, as the columns of a table: what a paste may bring, in this order.
    pub columns: Vec<Column>,
    /// The entries.
    pub entries: Vec<FieldTable>,
}

/// A column of a list.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Column {
    /// The field's name in the file.
    pub key: String,
    /// Its name in words.
    pub label: String,
    /// What it is.
    pub help: String,
    /// What can be written in it.
    pub kind: FieldKind,
    /// Whether it has to be there.
    pub required: bool,
}

/// The figures as one table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// The options, a column each.
    pub options: Vec<DeskChoice>,
    /// What a cell can have, each once for all cells.
    pub columns: Vec<Column>,
    /// The rows, in the order of the file.
    pub rows: Vec<FigureRow>,
}

/// One outcome at one time, of one group, of one study.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureRow {
    /// Its place: `outcome[0].figures[1]`.
    pub path: String,
    /// Identifier of the outcome.
    pub outcome: String,
    /// Its name.
    pub name: String,
    /// What heads the row: its time, its group and its study, in words.
    pub label: String,
    /// What its cells are: people, an amount, or a level.
    pub of: FigureKind,
    /// The levels that its cells can name; empty where it has none.
    pub levels: Vec<DeskChoice>,
    /// What the row says besides its cells: `at`, `group`, `sources`, `status`, `certainty` and the rest.
    pub parts: Vec<Part>,
    /// A cell for every option, in their order.
    pub cells: Vec<FigureCell>,
}

/// What the cells of an outcome are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum FigureKind {
    /// People who had it.
    Chance,
    /// An amount.
    Amount,
    /// A level in words.
    Level,
}

/// One option's figure in a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FigureCell {
    /// Its place: `outcome[0].figures[1].cells.surgery`.
    pub path: String,
    /// Identifier of the option.
    pub option: String,
    /// What is in it.
    pub is: CellKind,
    /// The same as a paste would give it: "12 / 100", "5.2", "same as surgery"; empty when there is nothing.
    pub said: String,
    /// What it has, by the names of [`Figures::columns`], a field of a table in it as `between.low`. The path of each is the
    /// cell's, a dot and its name.
    pub values: BTreeMap<String, FieldSaid>,
}

/// What is in a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CellKind {
    /// Nothing yet.
    Empty,
    /// `events` of `people`.
    Counts,
    /// `count` in every `per`.
    Rate,
    /// `value`.
    Amount,
    /// `level`.
    Level,
    /// `same_as`.
    Same,
    /// Worked out from another cell by `ratio`.
    Relative,
    /// `does_not_apply`.
    DoesNotApply,
    /// `no_study`.
    NoStudy,
    /// `not_read`.
    NotRead,
    /// `unknown`, of older formats.
    Unknown,
}

/// How hard a text is to read, by the same measure as the aid's report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TextReading {
    /// About the age of a reader in the United Kingdom; `None` for a text of fewer words than say anything.
    pub age: Option<f64>,
    /// How many words it has.
    pub words: usize,
    /// How many of its sentences have more than 20 words.
    pub long: usize,
}
