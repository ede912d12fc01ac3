//! What a person types into a field, as the value that is written in the file.

use serde_json::Value;

use super::shape::Is;
use super::sheet::FieldSaid;
use super::text::OTHER;
use crate::format::Decimal;

/// The longest text of one field, in bytes.
const LONGEST: usize = 100_000;

/// Most entries of one list of texts.
const MOST: usize = 1_000;

/// The value of what was typed; `None` leaves the field out. An error says why not, and what to write instead.
pub(super) fn value(is: &Is, said: &FieldSaid) -> Result<Option<Value>, String> {
    match is {
        Is::Texts | Is::Many(_) | Is::Words(_) => list(is, said).map(Some),
        Is::Flag => match said {
            FieldSaid::Flag(flag) => Ok(Some(Value::Bool(*flag))),
            FieldSaid::Text(text) if text == "true" || text == "false" => {
                Ok(Some(Value::Bool(text == "true")))
            }
            _ => Err("it is yes or no: true or false".to_owned()),
        },
        Is::Range => {
            let FieldSaid::List(ends) = said else {
                return Err("it has two ends, the low and the high".to_owned());
            };
            let [low, high] = ends.as_slice() else {
                return Err("it has two ends, the low and the high".to_owned());
            };
            Ok(Some(Value::from(vec![whole(low)?, whole(high)?])))
        }
        Is::Table(_) | Is::List(_) | Is::Map(_) => Err("it has fields of its own; write those".to_owned()),
        _ => {
            let FieldSaid::Text(text) = said else {
                return Err("it is one text".to_owned());
            };
            one(is, text)
        }
    }
}

fn one(is: &Is, text: &str) -> Result<Option<Value>, String> {
    sound(text)?;
    if text.is_empty() {
        return Ok(None);
    }
    let value = match is {
        Is::Number => Value::from(whole(text)?),
        Is::Decimal => decimal(text)?,
        Is::Word(words) => Value::from(known(words, text)?),
        _ => Value::from(text),
    };
    Ok(Some(value))
}

fn list(is: &Is, said: &FieldSaid) -> Result<Value, String> {
    let texts = match said {
        FieldSaid::List(texts) => texts.as_slice(),
        FieldSaid::Text(text) if text.is_empty() => &[],
        FieldSaid::Text(text) => std::slice::from_ref(text),
        FieldSaid::Flag(_) => return Err("it is a list of texts".to_owned()),
    };
    if texts.len() > MOST {
        return Err(format!("it has {} entries and the most is {MOST}", texts.len()));
    }
    for text in texts {
        sound(text)?;
        if let Is::Words(words) = is {
            known(words, text)?;
        }
    }
    Ok(texts.iter().map(|text| Value::from(text.as_str())).collect())
}

fn known<'t>(words: &[super::sheet::DeskChoice], text: &'t str) -> Result<&'t str, String> {
    if words.iter().any(|known| known.word == text) {
        return Ok(text);
    }
    let all: Vec<&str> = words.iter().map(|known| known.word.as_str()).collect();
    Err(format!("it is one of {}", all.join(", ")))
}

/// Refuses what no text of a file can have, and what nobody reads.
pub(super) fn sound(text: &str) -> Result<(), String> {
    if text.len() > LONGEST {
        return Err(format!(
            "it is {} bytes and the most is {LONGEST}; shorten it",
            text.len()
        ));
    }
    // A line end and a tab are what a person can type.
    if let Some(sign) = text
        .chars()
        .find(|sign| sign.is_control() && !matches!(sign, '\n' | '\t'))
    {
        return Err(format!(
            "it has the control character U+{:04X}, which nobody can see; take it out",
            u32::from(sign)
        ));
    }
    debug_assert!(!text.starts_with(OTHER), "it is a control character");
    Ok(())
}

/// A whole number, with or without commas or spaces between its thousands.
pub(super) fn whole(text: &str) -> Result<u32, String> {
    let refused = || "write a whole number of 0 or more, in digits".to_owned();
    let text = text.trim();
    let groups: Vec<&str> = text.split([',', ' ', '\u{a0}', '\u{202f}', '\u{2009}']).collect();
    let (first, rest) = groups.split_first().ok_or_else(refused)?;
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let sound = digits(first) && rest.iter().all(|group| digits(group) && group.len() == 3);
    // "0,123" is a decimal of another language, and no 123.
    if !sound || !(rest.is_empty() || first.len() <= 3 && !first.starts_with('0')) {
        return Err(refused());
    }
    groups
        .concat()
        .parse()
        .map_err(|_| format!("the largest number is {}", u32::MAX))
}

/// A number that may have decimals, as files have it: whole without quotation marks, other ones in them.
pub(super) fn decimal(text: &str) -> Result<Value, String> {
    let text = text.trim().replace('\u{2212}', "-");
    if text.contains(',') && whole(&text).is_err() {
        return Err("write decimals with a point: 5.2".to_owned());
    }
    if let Ok(number) = whole(&text) {
        return Ok(Value::from(number));
    }
    match Decimal::parse(&text) {
        Some(_) => Ok(Value::from(text)),
        None => Err("write a number with at most three decimals, such as 5.2".to_owned()),
    }
}

/// A value as a form shows it; `None` when it is not of the field's form.
pub(super) fn shown(value: &Value) -> Option<FieldSaid> {
    let one = |value: &Value| match value {
        Value::String(text) => Some(text.strip_prefix(OTHER).unwrap_or(text).to_owned()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        _ => None,
    };
    match value {
        Value::Bool(flag) => Some(FieldSaid::Flag(*flag)),
        Value::Array(list) => list
            .iter()
            .map(one)
            .collect::<Option<Vec<_>>>()
            .map(FieldSaid::List),
        other => one(other).map(FieldSaid::Text),
    }
}

/// A text that is quoted in a message, cut where it is long.
pub(super) fn quoted(text: &str) -> String {
    const LONGEST: usize = 60;
    let short: String = text.chars().take(LONGEST).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    format!(
        "“{}{more}”",
        short
            .escape_debug()
            .to_string()
            .replace("\\\"", "\"")
            .replace("\\'", "'")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_taken_as_spreadsheets_give_them() {
        for (text, number) in [
            ("12", 12),
            (" 1,234 ", 1234),
            ("10 000", 10_000),
            ("0", 0),
            ("1\u{a0}000", 1000),
        ] {
            assert_eq!(whole(text), Ok(number), "{text}");
        }
        for bad in [
            "",
            "12%",
            "1.5",
            "-1",
            "12,34",
            "1,2345",
            "0,123",
            "00,123",
            "0 123",
            "4294967296",
            "١٢",
            "1e3",
            "12a",
            ",123",
        ] {
            assert!(whole(bad).is_err(), "{bad}");
        }
        assert_eq!(decimal("5.2"), Ok(Value::from("5.2")));
        assert_eq!(decimal("5"), Ok(Value::from(5)));
        assert_eq!(decimal("\u{2212}1.7"), Ok(Value::from("-1.7")));
        for comma in ["5,2", "0,123", "-0,123", "1,2345"] {
            assert!(decimal(comma).is_err_and(|why| why.contains("point")), "{comma}");
        }
        assert!(decimal("5.2345").is_err());
    }

    #[test]
    fn what_nobody_can_see_is_refused() {
        assert!(
            value(&Is::Text, &FieldSaid::Text("a\u{1b}[31m".to_owned()))
                .is_err_and(|why| why.contains("U+001B"))
        );
        assert!(value(&Is::Text, &FieldSaid::Text("a".repeat(100_001))).is_err());
        assert_eq!(value(&Is::Text, &FieldSaid::Text(String::new())), Ok(None));
        assert_eq!(quoted("a\u{1b}\"b\""), "“a\\u{1b}\"b\"”");
    }
}
