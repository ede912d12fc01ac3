//! Why a desk does not do what it was asked. Nothing was changed then.

/// Why nothing was opened or changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DeskError {
    /// There is no aid.
    #[error("there is no `aid.toml` among the files; open the folder of one aid")]
    NoAid,
    /// Two files with one name.
    #[error("`{0}` is there twice; open the folder of one aid")]
    Twice(String),
    /// A name that no file of a folder can have.
    #[error(
        "{0} cannot be the name of a file; use a name without `/`, `\\` and `:` that does not begin with a dot"
    )]
    Name(String),
    /// A new aid that cannot be begun.
    #[error("{0}")]
    Start(String),
    /// More than a folder of an aid can be.
    #[error("{what} and the limit is {limit}; open the folder of one aid")]
    TooMuch {
        /// How much there is.
        what: String,
        /// The limit.
        limit: String,
    },
    /// There is no such file.
    #[error("there is no file `{0}` in the folder")]
    NoFile(String),
    /// A file that no form can show.
    #[error("`{0}` cannot be shown as a form while its text is damaged; mend it as text first")]
    OnlyText(String),
    /// A path that is none, or leads nowhere.
    #[error("there is no place `{path}` in `{file}`{hint}")]
    NoPlace {
        /// The file.
        file: String,
        /// The path.
        path: String,
        /// What is there, when something near is.
        hint: String,
    },
    /// A value that a field cannot hold.
    #[error("{place} cannot be {value}: {why}")]
    Value {
        /// The field, as the file names it.
        path: String,
        /// The same in words: outcome, time, group, option, and what the page calls the field.
        place: String,
        /// The value, as it was given, cut where it is long.
        value: String,
        /// What is wrong and what to do.
        why: String,
    },
    /// Cells of a pasted table that cannot be taken. Nothing of it was.
    #[error("{}; nothing was pasted", listed(.0))]
    Paste(Vec<PasteMistake>),
    /// A pasted table whose columns may be read in two ways.
    #[error(
        "its columns can be read in two ways: each may be a figure, or two may be one figure, those with it and all people; say above which it is; nothing was pasted"
    )]
    PasteUnsure,
    /// A pasted table that has no place to go, as a whole.
    #[error("{0}; nothing was pasted")]
    PasteWhole(String),
    /// An identifier that cannot be one.
    #[error("{id} cannot be the identifier: {why}")]
    Id {
        /// The identifier.
        id: String,
        /// Why.
        why: String,
    },
    /// A signature that cannot be given.
    #[error("it cannot be signed: {0}")]
    Sign(String),
    /// A language that cannot be begun, or is not there.
    #[error("{0}")]
    Language(String),
    /// A translation that would not say the same numbers.
    #[error("the translation of {place} cannot be kept: {why}")]
    Numbers {
        /// The text, by its name in the translation.
        path: String,
        /// The same in words.
        place: String,
        /// What is missing or too much.
        why: String,
    },
    /// The change would not have come out as it was meant.
    #[error(
        "{0} could not be changed here without changing more than was asked; change it in the text of the file"
    )]
    Refused(String),
}

/// A cell of a pasted table that cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, thiserror::Error)]
#[error("row {row}, column {column} of the table, {cell}{}: {why}", named(.place))]
pub struct PasteMistake {
    /// The row, from 1.
    pub row: usize,
    /// The column, from 1.
    pub column: usize,
    /// What is in the cell, cut where it is long.
    pub cell: String,
    /// The figure it would have been, in words; empty where it would have been none.
    pub place: String,
    /// What is wrong and what to do.
    pub why: String,
}

fn named(place: &str) -> String {
    if place.is_empty() {
        String::new()
    } else {
        format!(" ({place})")
    }
}

/// The first mistakes, and how many more there are.
fn listed(mistakes: &[PasteMistake]) -> String {
    const MOST: usize = 20;
    let mut all: Vec<String> = mistakes.iter().take(MOST).map(ToString::to_string).collect();
    if mistakes.len() > MOST {
        all.push(format!("there are {} more", mistakes.len() - MOST));
    }
    all.join("; ")
}
