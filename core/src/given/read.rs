//! Reads a line, strictly, and says of one that is refused what is wrong without repeating what stands in it.

use super::value::{GIVEN_VERSION, Given, MAX_GIVEN_BYTES};
use super::{GivenError, shape};
use crate::format::tree::{Value, field};
use crate::format::{At, Code, Form, Found, Node, Problem, json};

/// What every line says of itself.
const FORMAT: &str = "weighup-given";
/// The most outcomes, questions or steps in one list: more is no visit.
const MOST_ENTRIES: usize = 200;
/// The most questions of an aid, and the most questionnaires.
const MOST_ASKED: usize = 100;
/// The most letters of a name that stands in a message.
const LONGEST_NAME: usize = 40;

/// What is wrong with a line, without a word of what stands in it. Where it is wrong [`GivenError::Unreadable`] says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GivenFault {
    /// It ends too early.
    Cut,
    /// It is not JSON.
    NotJson,
    /// It is JSON of something else.
    Other,
    /// There is no such field in this version. Its name is the end of the place, and may be anything.
    Unknown,
    /// A field is not there.
    Missing,
    /// A field is there twice. The place is its name, and may be anything.
    Twice,
    /// Something else stands there than this.
    Wanted(String),
}

impl Given {
    /// Reads a line, strictly: a field that this version does not know is refused by its name, and so is one that is not there.
    ///
    /// # Errors
    /// [`GivenError`]: what is wrong and where, or that the line is of a later version.
    pub fn read(line: &str) -> Result<Self, GivenError> {
        if line.len() > MAX_GIVEN_BYTES {
            return Err(GivenError::TooLong { bytes: line.len() });
        }
        let node = json::parse(line).map_err(|wrong| not_json(line, &wrong))?;
        is_one(&node)?;
        let found = Found::of_all_fields();
        let given = <Self as Form>::read(&node, &At::ROOT, &found);
        match (given, found.into_problems().into_iter().next()) {
            (Some(given), None) => given.checked(),
            (_, Some((problem, _))) => Err(refused(problem)),
            (None, None) => Err(unreadable(
                "the line",
                "it is not what a person gave",
                GivenFault::Other,
            )),
        }
    }

    /// What the types alone do not hold.
    fn checked(self) -> Result<Self, GivenError> {
        let shaped = [
            ("aid.id", shape::is_identifier(&self.aid.id), "an identifier"),
            (
                "aid.version",
                shape::is_version(&self.aid.version),
                "three numbers such as 1.2.0",
            ),
            (
                "aid.hash",
                self.aid.hash.as_deref().is_none_or(shape::is_hash),
                "twelve digits of a hash",
            ),
            (
                "language",
                shape::is_language(&self.language),
                "the first part of a language tag",
            ),
        ];
        for (place, holds, wanted) in shaped {
            need(holds, place, wanted)?;
        }
        need(each_once(&[&self.needs]), "needs", "a list that names each once")?;
        for (place, said) in [
            ("ready.before", &self.ready.before),
            ("ready.after", &self.ready.after),
        ] {
            let once = said
                .as_ref()
                .is_none_or(|said| each_once(&[&said.fine, &said.not_yet]));
            need(once, place, "lists that name each prompt once")?;
        }
        let answered = &self.understanding;
        need(
            each_once(&[&answered.right, &answered.other]),
            "understanding",
            "lists that name each question once",
        )?;
        let asked = usize::try_from(answered.asked).unwrap_or(usize::MAX);
        need(
            asked <= MOST_ASKED && answered.right.len() + answered.other.len() <= asked,
            "understanding",
            "answers to as many questions as are asked, 100 at most",
        )?;
        need(
            each_once(&[&self.opened]),
            "opened",
            "a list that names each outcome once",
        )?;
        let marked: Vec<_> = self.marked.iter().map(|mark| &mark.outcome).collect();
        need(
            each_once(&[&marked]),
            "marked",
            "a list that names each outcome once",
        )?;
        need(
            each_once(&[&self.steps]),
            "steps",
            "a list that names each step once",
        )?;
        let measures: Vec<_> = self.measures.iter().map(|measure| &measure.id).collect();
        need(
            measures.len() <= MOST_ASKED && each_once(&[&measures]),
            "measures",
            "a list that names each questionnaire once",
        )?;
        for measure in &self.measures {
            super::questions::accepted(&measure.id, &measure.answers)?;
        }
        Ok(self)
    }
}

/// Says of JSON that is no line, or one of a later version, that it is, before anything in it is read: there may be anything.
fn is_one(node: &Node<'_>) -> Result<(), GivenError> {
    let Value::Table(table) = &node.value else {
        return Err(unreadable(
            "the line",
            "it is not a table, and what a person gave is one",
            GivenFault::Other,
        ));
    };
    match field(table, "format").map(|format| &format.value) {
        Some(Value::Text(format)) if format == FORMAT => {}
        _ => {
            let what = format!("it does not say that it is `{FORMAT}`");
            return Err(unreadable("format", &what, GivenFault::Other));
        }
    }
    match field(table, "version").map(|version| &version.value) {
        Some(Value::Number(version)) if *version > u64::from(GIVEN_VERSION) => Err(GivenError::Newer {
            found: u32::try_from(*version).unwrap_or(u32::MAX),
        }),
        Some(Value::Number(version)) if *version < u64::from(GIVEN_VERSION) => {
            let what = format!("there is no version {version}");
            Err(unreadable(
                "version",
                &what,
                GivenFault::Wanted(GIVEN_VERSION.to_string()),
            ))
        }
        _ => Ok(()),
    }
}

fn unreadable(place: &str, what: &str, fault: GivenFault) -> GivenError {
    GivenError::Unreadable {
        place: place.to_owned(),
        what: what.to_owned(),
        fault,
    }
}

fn need(holds: bool, place: &str, wanted: &str) -> Result<(), GivenError> {
    if holds {
        return Ok(());
    }
    let what = format!("it is not {wanted}");
    Err(unreadable(place, &what, GivenFault::Wanted(wanted.to_owned())))
}

/// Whether what stands in lists that share it stands there once.
fn each_once<T: PartialEq>(lists: &[&[T]]) -> bool {
    let all = || lists.iter().copied().flatten();
    all().count() <= MOST_ENTRIES
        && all()
            .enumerate()
            .all(|(place, one)| !all().take(place).any(|other| other == one))
}

fn not_json(line: &str, wrong: &json::NotJson) -> GivenError {
    let rest = line.get(wrong.at..).unwrap_or_default();
    if wrong.what == json::TWICE {
        let name = rest.trim_start_matches('"').split('"').next().unwrap_or_default();
        let name: String = name.chars().take(LONGEST_NAME).collect();
        return unreadable(&name, wrong.what, GivenFault::Twice);
    }
    // It ends in a word, in the digits of a character, or where something else has to follow.
    let in_a_word = ["true", "false", "null"]
        .iter()
        .any(|word| word.starts_with(rest));
    let in_digits =
        wrong.what == json::DIGITS && rest.len() < 4 && rest.bytes().all(|byte| byte.is_ascii_hexdigit());
    let fault = if in_a_word || in_digits {
        GivenFault::Cut
    } else {
        GivenFault::NotJson
    };
    unreadable("the line", wrong.what, fault)
}

/// A problem of the reader as why a line is refused. What to write instead repeats nothing of the line; what is wrong may.
fn refused(problem: Problem) -> GivenError {
    let fault = match problem.code {
        Code::UnknownField => GivenFault::Unknown,
        Code::MissingField => GivenFault::Missing,
        _ => {
            let wanted = problem.remedy.strip_prefix("write ").unwrap_or(&problem.remedy);
            GivenFault::Wanted(wanted.to_owned())
        }
    };
    let place = problem.path.to_string();
    unreadable(
        if place.is_empty() { "the line" } else { &place },
        &[problem.message, problem.remedy].join(": "),
        fault,
    )
}

#[cfg(test)]
pub(super) use tests::LINE;

#[cfg(test)]
mod tests {
    use super::{Given, GivenError, GivenFault};

    pub(in crate::given) const LINE: &str = concat!(
        r#"{"format":"weighup-given","version":1,"id":"AAAAAAAAAAAAAAAAAAAA_-","month":"2026-11","aid":{"id":"example-only","version":"0.1.0","#,
        r#""hash":"0123456789ab"},"language":"en","easy_read":true,"needs":["larger-type"],"use":null,"who":null,"#,
        r#""stage":{"before":"considering","after":null},"ready":{"before":null,"after":{"fine":["chances"],"not_yet":["people"]}},"#,
        r#""understanding":{"asked":2,"right":["better"],"other":["worse"]},"opened":["pain"],"marked":[{"outcome":"pain","mark":"worries"}],"#,
        r#""method":null,"decision":"made","leaning":"option","fits_choice":null,"gap":"none","steps":["about","compare"],"stopped":"decide","#,
        r#""finished":true,"measures":[{"id":"sure","answers":[1,null,0,1]}]}"#,
    );

    fn fault(line: &str) -> (String, GivenFault) {
        match Given::read(line).unwrap_err() {
            GivenError::Unreadable { place, fault, .. } => (place, fault),
            other => panic!("{other}"),
        }
    }

    #[test]
    fn a_line_that_ends_anywhere_is_cut() {
        assert_eq!(Given::read(LINE).unwrap().to_json(), LINE);
        for end in 0..LINE.len() {
            let begun = LINE.get(..end).unwrap();
            assert_eq!(fault(begun), ("the line".to_owned(), GivenFault::Cut), "{begun}");
        }
        let spelled = LINE.replace("example", "ex\\u0061mple");
        assert_eq!(Given::read(&spelled).unwrap().to_json(), LINE);
        let digits = spelled.find("u0061").unwrap();
        for end in digits..digits + 5 {
            assert_eq!(fault(spelled.get(..end).unwrap()).1, GivenFault::Cut);
        }
        assert_eq!(fault("hello").1, GivenFault::NotJson);
        assert_eq!(fault(&[LINE, "}"].concat()).1, GivenFault::NotJson);
    }

    #[test]
    fn every_field_has_to_be_there_and_once() {
        let value: serde_json::Value = serde_json::from_str(LINE).unwrap();
        let tables = [
            "",
            "/aid",
            "/stage",
            "/ready",
            "/ready/after",
            "/understanding",
            "/marked/0",
            "/measures/0",
        ];
        let mut fields = 0;
        for place in tables {
            for key in value.pointer(place).unwrap().as_object().unwrap().keys() {
                let mut without = value.clone();
                without
                    .pointer_mut(place)
                    .unwrap()
                    .as_object_mut()
                    .unwrap()
                    .remove(key);
                let (at, fault) = fault(&without.to_string());
                let wanted = if key == "format" {
                    GivenFault::Other
                } else {
                    GivenFault::Missing
                };
                assert_eq!(fault, wanted, "{place} {key}");
                assert!(at.ends_with(key.as_str()), "{at} {key}");
                fields += 1;
            }
        }
        assert_eq!(fields, 40);
        let twice = LINE.replace("\"easy_read\":true", "\"easy_read\":true,\"easy_read\":true");
        assert_eq!(fault(&twice), ("easy_read".to_owned(), GivenFault::Twice));
        let more = LINE.replace("\"mark\":", "\"name\":\"Anna\",\"mark\":");
        assert_eq!(fault(&more), ("marked[0].name".to_owned(), GivenFault::Unknown));
    }

    /// What stands in a line may be somebody's own words, and a fault is counted and shown.
    #[test]
    fn a_fault_says_what_is_wanted_and_repeats_nothing() {
        let own = "zqx";
        let words = [
            ("\"AAAAAAAAAAAAAAAAAAAA_-\"", "id"),
            ("\"2026-11\"", "month"),
            ("\"example-only\"", "aid.id"),
            ("\"0.1.0\"", "aid.version"),
            ("\"0123456789ab\"", "aid.hash"),
            ("\"en\"", "language"),
            ("\"larger-type\"", "needs[0]"),
            ("\"considering\"", "stage.before"),
            ("\"chances\"", "ready.after.fine[0]"),
            ("\"better\"", "understanding.right[0]"),
            ("[\"pain\"]", "opened"),
            ("\"worries\"", "marked[0].mark"),
            ("\"made\"", "decision"),
            ("\"none\"", "gap"),
            ("\"compare\"", "steps[1]"),
            ("\"decide\"", "stopped"),
            ("null,0", "measures[0].answers[1]"),
        ];
        for (value, place) in words {
            for put in [
                "\"Zqx Zqx.\"",
                "[\"Zqx Zqx.\"]",
                "{\"zqx\":1}",
                "71717",
                "-1",
                "0.5",
            ] {
                let put = if value.ends_with(',') {
                    [put, ","].concat()
                } else {
                    put.to_owned()
                };
                let put = if value == "null,0" {
                    [&put, ",0"].concat()
                } else {
                    put
                };
                if value == "[\"pain\"]" && put.starts_with('[') {
                    continue;
                }
                let (at, fault) = fault(&LINE.replacen(value, &put, 1));
                assert_eq!(at, place, "{value} {put}");
                let GivenFault::Wanted(wanted) = fault else {
                    panic!("{fault:?} {value} {put}");
                };
                assert!(
                    !wanted.is_empty() && !wanted.to_lowercase().contains(own),
                    "{wanted}"
                );
                assert!(!wanted.contains("717"), "{wanted}");
            }
        }
    }

    #[test]
    fn what_is_named_twice_or_more_often_than_asked_is_refused_with_its_place() {
        let changed = |from: &str, to: &str| fault(&LINE.replacen(from, to, 1)).0;
        assert_eq!(
            changed("[\"larger-type\"]", "[\"larger-type\",\"larger-type\"]"),
            "needs"
        );
        assert_eq!(changed("[\"people\"]", "[\"chances\"]"), "ready.after");
        assert_eq!(changed("[\"worse\"]", "[\"better\"]"), "understanding");
        assert_eq!(changed("\"asked\":2", "\"asked\":1"), "understanding");
        assert_eq!(changed("\"asked\":2", "\"asked\":101"), "understanding");
        assert_eq!(changed("[\"pain\"]", "[\"pain\",\"pain\"]"), "opened");
        let mark = r#"{"outcome":"pain","mark":"worries"}"#;
        assert_eq!(changed(mark, &[mark, mark].join(",")), "marked");
        assert_eq!(changed("\"compare\"]", "\"about\"]"), "steps");
        let measure = r#"{"id":"sure","answers":[1,null,0,1]}"#;
        assert_eq!(changed(measure, &[measure, measure].join(",")), "measures");
        assert_eq!(changed("\"version\":1", "\"version\":0"), "version");
    }

    #[test]
    fn a_later_version_is_told_from_what_is_no_line() {
        let newer = Given::read(r#"{"version":7,"format":"weighup-given","mood":"calm"}"#);
        assert_eq!(newer, Err(GivenError::Newer { found: 7 }));
        for other in [
            "[]",
            "1",
            "{}",
            r#"{"version":7}"#,
            r#"{"format":"weighup","version":1}"#,
            r#"{"format":7}"#,
        ] {
            assert_eq!(fault(other).1, GivenFault::Other, "{other}");
        }
    }
}
