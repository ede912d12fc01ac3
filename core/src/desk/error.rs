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
    #[error("`{path}` cannot be {value}: {why}")]
    Value {
        /// The field.
        path: String,
        /// The value, as it was given, cut where it is long.
        value: String,
        /// What is wrong and what to do.
        why: String,
    },
    /// Something of a pasted table cannot be taken. Nothing of it was.
    #[error("row {row}, column {column} of the table, {cell}: {why}; nothing was pasted")]
    Paste {
        /// The row, from 1.
        row: usize,
        /// The column, from 1.
        column: usize,
        /// What is in the cell, cut where it is long.
        cell: String,
        /// What is wrong and what to do.
        why: String,
    },
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
    #[error("the translation of `{path}` cannot be kept: {why}")]
    Numbers {
        /// The text.
        path: String,
        /// What is missing or too much.
        why: String,
    },
    /// The change would not have come out as it was meant.
    #[error(
        "`{0}` could not be changed here without changing more than was asked; change it in the text of the file"
    )]
    Refused(String),
}
