//! The code that writes records, as one value behind a gate. It comes in a file of its own, once somebody asks for a record.
//!
//! The build follows what is reached only through the gate, the function marked `wasm_split`, and puts it into that file
//! (decision 0056). All that it stands on, the reader of aids and the engine, is in the engine's file already.

use weighup_core::aid::{Aid, document::Results};
use weighup_core::given::{GivenAsked, GivenError, GivenOffer};
use weighup_core::record::{QrPicture, RecordAsked, RecordFailure, RecordWritten, record_of_saved};
use weighup_core::view::Here;

/// Makes what could be given: of the aid, saved answers, a line that was made before, what the site shows, and what is asked.
type Give = fn(&Aid, &str, Option<&str>, Results, &str) -> Result<String, GivenError>;

/// What can be done once the file is there.
pub(crate) struct RecordCode {
    /// The record of saved answers, in one form.
    pub(crate) write: fn(&Aid, &str, RecordAsked<'_>) -> Result<RecordWritten, RecordFailure>,
    /// What could be given at the end, as text: of saved answers, or of a line that was made before and what was answered since.
    pub(crate) give: Give,
    /// A QR code of a text: its side in modules, and the dark ones as an SVG path; `None` for more than one can hold.
    pub(crate) draw: fn(&str) -> Option<String>,
}

static RECORD_CODE: RecordCode = RecordCode { write, give, draw };

fn write(aid: &Aid, saved: &str, asked: RecordAsked<'_>) -> Result<RecordWritten, RecordFailure> {
    record_of_saved(aid, saved, &Here, asked)
}

fn give(
    aid: &Aid,
    saved: &str,
    line: Option<&str>,
    site: Results,
    asked: &str,
) -> Result<String, GivenError> {
    let asked = GivenAsked::from_json(asked)?;
    let offer = match line {
        Some(line) => GivenOffer::answered(aid, line, &asked),
        None => GivenOffer::of_saved(aid, saved, site, &Here, &asked),
    };
    Ok(offer?.to_json())
}

fn draw(text: &str) -> Option<String> {
    let QrPicture { side, dark } = QrPicture::of(text, false)?;
    Some(format!("{side} {dark}"))
}

/// The code. In a browser it may be asked for once its file is there, and not before.
pub(crate) fn record_code() -> Option<&'static RecordCode> {
    weighup_gate::through(gate())
}

#[wasm_split_macros::wasm_split(record, wasm_split_path = weighup_gate::loaded)]
fn gate() -> &'static RecordCode {
    &RECORD_CODE
}
