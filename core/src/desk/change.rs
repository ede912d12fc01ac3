//! What a form does to a file: one value each, so that a page sends it as data and one press of undo takes it back.

use serde::{Deserialize, Serialize};

use super::paste::PasteColumns;
use super::sheet::FieldSaid;

/// One change of a file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum DeskChange {
    /// Writes a value, or leaves a field out. A table around it that is not there is made.
    Set {
        /// The file; `aid.toml` when it is not said.
        #[serde(default = "aid")]
        file: String,
        /// The field: `outcome[2].name`.
        path: String,
        /// What is written; `null` leaves the field out.
        value: Option<FieldSaid>,
    },
    /// Writes a cell of the figures as a paste would: "12 / 100", "5.2 days", "same as surgery"; empty leaves it out. What else
    /// the cell says (its range, its sources) stays where it is of the same kind.
    Cell {
        /// The cell: `outcome[0].figures[1].cells.surgery`.
        path: String,
        /// What is written.
        said: String,
    },
    /// Adds an entry to a list, with what is known of it.
    Add {
        /// The file.
        #[serde(default = "aid")]
        file: String,
        /// The list: `source`, `outcome[0].figures`.
        path: String,
        /// Its place among the entries, from 0; at the end when it is not said.
        #[serde(default)]
        at: Option<usize>,
        /// Its fields by name; what is not known is left out, and the check asks for it.
        #[serde(default)]
        fields: Vec<(String, FieldSaid)>,
    },
    /// Removes an entry of a list, or a whole table.
    Remove {
        /// The file.
        #[serde(default = "aid")]
        file: String,
        /// The entry: `source[3]`.
        path: String,
    },
    /// Moves an entry within its list.
    Move {
        /// The file.
        #[serde(default = "aid")]
        file: String,
        /// The entry: `option[2]`.
        path: String,
        /// Its new place, from 0.
        to: usize,
    },
    /// Puts a table of a spreadsheet in a place, all of it or nothing.
    Paste {
        /// The file.
        #[serde(default = "aid")]
        file: String,
        /// A cell of the figures, from which it fills rightwards and downwards; or a list, to which it adds an entry a row.
        path: String,
        /// The text, cells apart by tabs or commas.
        text: String,
        /// How the columns of figures are read; as the table says itself when it is not said.
        #[serde(default)]
        columns: PasteColumns,
    },
    /// Calls an entry otherwise, with everything that refers to it, in every file of the folder.
    Rename {
        /// The entry: `option[1]`.
        path: String,
        /// Its new identifier.
        to: String,
    },
}

fn aid() -> String {
    super::AID.to_owned()
}
