//! Places as a page names them: `outcome[2].figures[0].cells.surgery.events`.

use serde_json::Value;

use super::shape::{FieldShape, Is, Shapes};
use crate::aid::{Place, PlaceStep};

/// The deepest place of the format.
const DEEPEST: usize = 16;

/// Reads a place; `None` when it is written in no way a place is.
pub(super) fn parsed(path: &str) -> Option<Place> {
    let mut place = Place::root();
    if path.is_empty() {
        return Some(place);
    }
    for part in path.split('.') {
        let (key, mut rest) = part.find('[').map_or((part, ""), |at| part.split_at(at));
        let plain = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
        if key.is_empty() || !key.chars().all(plain) {
            return None;
        }
        place = place.key(key);
        while let Some(inside) = rest.strip_prefix('[') {
            let (number, after) = inside.split_once(']')?;
            place = place.index(
                number
                    .parse()
                    .ok()
                    .filter(|_| number.bytes().all(|byte| byte.is_ascii_digit()))?,
            );
            rest = after;
        }
        if !rest.is_empty() || place.steps().len() > DEEPEST {
            return None;
        }
    }
    Some(place)
}

/// What the form says of a place.
pub(super) struct Spot<'s> {
    /// Its field.
    pub(super) field: &'s FieldShape,
    /// Whether it is one entry of the field, not the whole field.
    pub(super) entry: bool,
}

/// Finds a place in the form of a file.
pub(super) fn spot<'s>(shapes: &'s Shapes, place: &Place) -> Option<Spot<'s>> {
    let mut of = "";
    let mut steps = place.steps();
    loop {
        let [PlaceStep::Key(key), rest @ ..] = steps else {
            return None;
        };
        let field = shapes.get(of)?.fields.iter().find(|field| field.key == *key)?;
        let (entry, rest, inside) = match (&field.is, rest) {
            (Is::Table(name), rest) => (false, rest, Some(name)),
            (Is::List(name), [PlaceStep::Index(_), rest @ ..]) => (true, rest, Some(name)),
            (Is::Map(name), [PlaceStep::Key(_), rest @ ..]) => (true, rest, Some(name)),
            (Is::Texts | Is::Many(_) | Is::Words(_), [PlaceStep::Index(_)]) => (true, &[][..], None),
            (_, rest) => (false, rest, None),
        };
        if rest.is_empty() {
            return Some(Spot { field, entry });
        }
        (of, steps) = (inside?, rest);
    }
}

/// What an entry is called, by its author's words.
pub(super) fn name_of(entry: &Value) -> Option<&str> {
    let text = |key: &&str| entry.get(*key)?.as_str().filter(|text| !text.trim().is_empty());
    [
        "name", "short", "title", "term", "what", "text", "question", "people", "who", "id", "option", "to",
    ]
    .iter()
    .find_map(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_shown() {
        for path in [
            "about.funding",
            "outcome[2].figures[0].cells.surgery.events",
            "questions[12]",
            "id",
        ] {
            assert_eq!(parsed(path).map(|place| place.to_string()).as_deref(), Some(path));
        }
        for bad in [
            "a..b",
            ".a",
            "a[",
            "a[x]",
            "a[+1]",
            "a[1]b",
            "[0]",
            "a b",
            "a[99999999999999999999]",
        ] {
            assert!(parsed(bad).is_none(), "{bad}");
        }
        assert!(parsed(&vec!["a"; 200].join(".")).is_none());
    }
}
