//! Reads a text of many lines, for whoever counts what people gave: each line by the one reader, and each that is refused with its place.

use serde::Serialize;

use super::GivenError;
use super::read::GivenFault;
use super::value::Given;

/// The most bytes that are read at once: ten thousand lines and more. Larger files are read in parts.
pub const MAX_GIVEN_TEXT_BYTES: usize = 16 * 1024 * 1024;
/// The most lines whose refusal is told one by one; all are counted.
const TOLD: usize = 100;
/// The most letters of a place, which may end in the name of a field that somebody made up.
const LONGEST_PLACE: usize = 60;

/// What a text of lines came to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct GivenRead {
    /// The lines that were read, in their order. The same `id` twice is one line that was given twice.
    pub given: Vec<Given>,
    /// How many were refused.
    pub refused: u32,
    /// The first of those, a hundred at most.
    pub refusals: Vec<GivenRefusal>,
}

/// A line that was refused. Nothing that stood in it is repeated, since it may be somebody's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GivenRefusal {
    /// Which line of the text, from 1; empty ones are counted.
    pub line: u32,
    /// What is wrong.
    pub fault: RefusedAs,
    /// Where in it; nothing where that is the line itself. Of a field that is not known its name, with `?` for what is unusual in one.
    pub place: Option<String>,
    /// What has to stand there, where something else does.
    pub wanted: Option<String>,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RefusedAs {
    /// It ends too early.
    Cut,
    /// It is not JSON.
    NotJson,
    /// It is JSON of something else.
    Other,
    /// It is of a later version.
    Newer,
    /// It is longer than any line.
    TooLong,
    /// A field that this version does not have.
    Unknown,
    /// A field is not there.
    Missing,
    /// A field is there twice.
    Twice,
    /// Something else stands there than what has to.
    Wrong,
}

impl Given {
    /// Reads a text of lines. What is wrong with one stops none of the others.
    ///
    /// # Errors
    /// [`GivenError::TooMuch`]: the text is too long to be read at once.
    pub fn read_lines(text: &str) -> Result<GivenRead, GivenError> {
        if text.len() > MAX_GIVEN_TEXT_BYTES {
            return Err(GivenError::TooMuch { bytes: text.len() });
        }
        let mut all = GivenRead::default();
        // Other programs may begin a file with the mark of its encoding.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        for (line, number) in text.split('\n').zip(1..) {
            let line = line.trim_ascii();
            if line.is_empty() {
                continue;
            }
            match Self::read(line) {
                Ok(given) => all.given.push(given),
                Err(error) => {
                    all.refused += 1;
                    if all.refusals.len() < TOLD {
                        all.refusals.push(GivenRefusal::of(number, error));
                    }
                }
            }
        }
        Ok(all)
    }
}

impl GivenRefusal {
    fn of(line: u32, error: GivenError) -> Self {
        let (fault, place, wanted) = match error {
            GivenError::Newer { .. } => (RefusedAs::Newer, None, None),
            GivenError::TooLong { .. } => (RefusedAs::TooLong, None, None),
            GivenError::Unreadable { place, fault, .. } => {
                let at = Some(plain(&place));
                match fault {
                    GivenFault::Cut => (RefusedAs::Cut, None, None),
                    GivenFault::NotJson => (RefusedAs::NotJson, None, None),
                    GivenFault::Other => (RefusedAs::Other, None, None),
                    GivenFault::Unknown => (RefusedAs::Unknown, at, None),
                    GivenFault::Missing => (RefusedAs::Missing, at, None),
                    GivenFault::Twice => (RefusedAs::Twice, at, None),
                    GivenFault::Wanted(wanted) => (RefusedAs::Wrong, at, Some(wanted)),
                }
            }
            // The others are about making a line, but for answers that are on no scale.
            _ => (
                RefusedAs::Wrong,
                Some("measures".to_owned()),
                Some(ON_A_SCALE.to_owned()),
            ),
        };
        Self {
            line,
            fault,
            place,
            wanted,
        }
    }
}

/// What has to stand where answers are on no scale.
const ON_A_SCALE: &str = "answers to a questionnaire, on its scale and as many as it has";

/// A place that can stand in a list: short, and of plain characters.
fn plain(place: &str) -> String {
    let usual = |letter: char| letter.is_ascii_alphanumeric() || "_-.[]".contains(letter);
    let shown = place.chars().take(LONGEST_PLACE);
    shown
        .map(|letter| if usual(letter) { letter } else { '?' })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Given, GivenError, MAX_GIVEN_TEXT_BYTES, RefusedAs};
    use crate::given::read::LINE;

    #[test]
    fn each_line_is_read_or_refused_with_its_place() {
        let id = |text: &str| LINE.replace("AAAAAAAAAAAAAAAAAAAA_-", text);
        let text = [
            &["\u{feff}", LINE, "\r"].concat(),
            "",
            &LINE[..300],
            "hello",
            "[1]",
            &LINE.replace("\"version\":1,", "\"version\":2,"),
            &id(&"x".repeat(70_000)),
            &LINE.replace("\"use\":", "\"Anna <b>\":1,\"use\":"),
            &LINE.replace("\"use\":null,", ""),
            &LINE.replace("\"use\":null,", "\"use\":null,\"use\":null,"),
            &LINE.replace("\"2026-11\"", "\"Anna's month\""),
            &LINE.replace("[1,null,0,1]", "[1,null,0,5]"),
            &["  ", &id("BAAAAAAAAAAAAAAAAAAA_-")].concat(),
        ]
        .join("\n");
        let read = Given::read_lines(&text).unwrap();
        assert_eq!(read.given.len(), 2);
        assert_eq!(read.given[0].to_json(), LINE);
        let told: Vec<_> = read
            .refusals
            .iter()
            .map(|one| (one.line, one.fault, one.place.as_deref().unwrap_or_default()))
            .collect();
        assert_eq!(
            told,
            [
                (3, RefusedAs::Cut, ""),
                (4, RefusedAs::NotJson, ""),
                (5, RefusedAs::Other, ""),
                (6, RefusedAs::Newer, ""),
                (7, RefusedAs::TooLong, ""),
                (8, RefusedAs::Unknown, "Anna??b?"),
                (9, RefusedAs::Missing, "use"),
                (10, RefusedAs::Twice, "use"),
                (11, RefusedAs::Wrong, "month"),
                (12, RefusedAs::Wrong, "measures"),
            ]
        );
        assert_eq!(read.refused, 10);
        let wanted: Vec<_> = read
            .refusals
            .iter()
            .filter_map(|one| one.wanted.as_deref())
            .collect();
        assert_eq!(wanted, ["a month such as 2026-11", super::ON_A_SCALE]);
    }

    #[test]
    fn what_comes_back_is_bounded() {
        let hostile = "x\n".repeat(1_000);
        let read = Given::read_lines(&hostile).unwrap();
        assert_eq!((read.refused, read.refusals.len()), (1_000, super::TOLD));
        let long = LINE.replace("\"use\":", &["\"", &"é".repeat(20_000), "\":1,\"use\":"].concat());
        let place = Given::read_lines(&long).unwrap().refusals[0]
            .place
            .clone()
            .unwrap();
        assert_eq!(place, "?".repeat(super::LONGEST_PLACE));
        let bytes = MAX_GIVEN_TEXT_BYTES + 1;
        assert_eq!(
            Given::read_lines(&" ".repeat(bytes)).unwrap_err(),
            GivenError::TooMuch { bytes }
        );
        assert_eq!(Given::read_lines("").unwrap(), super::GivenRead::default());
    }
}
