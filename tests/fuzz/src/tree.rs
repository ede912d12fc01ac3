//! Damage to trees of JSON.

use crate::draw::{Draw, ODD};
use serde_json::Value;

/// The tree with one to five of its parts exchanged, renamed, doubled, taken out or replaced, as text.
pub fn changed(draw: &mut Draw, tree: &Value, others: &[Value]) -> String {
    let mut tree = tree.clone();
    for _ in 0..draw.pieces(5) {
        let places = places(&tree);
        let Some(at) = draw.of(&places).cloned() else {
            break;
        };
        match draw.below(7) {
            0 => take_out(draw, &mut tree, &at),
            1 => double(&mut tree, &at),
            2 => {
                let from = draw.of(&places).and_then(|from| tree.pointer(from)).cloned();
                if let (Some(value), Some(there)) = (from, tree.pointer_mut(&at)) {
                    *there = value;
                }
            }
            3 => {
                let other = draw.of(others).cloned().unwrap_or_default();
                let theirs = self::places(&other);
                let value = draw.of(&theirs).and_then(|from| other.pointer(from)).cloned();
                if let (Some(value), Some(there)) = (value, tree.pointer_mut(&at)) {
                    *there = value;
                }
            }
            4 => {
                if let Some(there) = tree.pointer_mut(&at) {
                    nudge(draw, there);
                }
            }
            _ => {
                let odd = draw.of(&ODD).copied().unwrap_or_default();
                if let Some(there) = tree.pointer_mut(&at) {
                    *there = serde_json::from_str(odd).unwrap_or_else(|_| Value::from(odd));
                }
            }
        }
    }
    tree.to_string()
}

/// Every place in it, as pointers.
fn places(tree: &Value) -> Vec<String> {
    let mut found = Vec::new();
    let mut open = vec![(String::new(), tree)];
    while let Some((at, value)) = open.pop() {
        match value {
            Value::Object(map) => {
                open.extend(map.iter().map(|(key, value)| {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    (format!("{at}/{key}"), value)
                }));
            }
            Value::Array(list) => {
                open.extend(
                    list.iter()
                        .enumerate()
                        .map(|(n, value)| (format!("{at}/{n}"), value)),
                );
            }
            _ => {}
        }
        if !at.is_empty() {
            found.push(at);
        }
    }
    found
}

/// Takes a part out of what it is in, or gives its key another name.
fn take_out(draw: &mut Draw, tree: &mut Value, at: &str) {
    let Some((around, key)) = at.rsplit_once('/') else {
        return;
    };
    let rename = draw.one_in(3);
    match tree.pointer_mut(around) {
        Some(Value::Object(map)) => {
            let value = map.remove(&key.replace("~1", "/").replace("~0", "~"));
            if let (true, Some(value)) = (rename, value) {
                map.insert(format!("{key}s"), value);
            }
        }
        Some(Value::Array(list)) => {
            if let Some(n) = key.parse().ok().filter(|n: &usize| *n < list.len()) {
                list.remove(n);
            }
        }
        _ => {}
    }
}

/// Puts a part of a list there twice.
fn double(tree: &mut Value, at: &str) {
    let Some((around, key)) = at.rsplit_once('/') else {
        return;
    };
    if let Some(Value::Array(list)) = tree.pointer_mut(around)
        && let Some(value) = key.parse().ok().and_then(|n: usize| list.get(n)).cloned()
    {
        list.push(value);
    }
}

/// A value near the one that is there: most of them are still of its kind.
fn nudge(draw: &mut Draw, there: &mut Value) {
    match there {
        Value::Number(number) => {
            let by = [1.0, -1.0, 10.0, 0.5, -0.5]
                .get(draw.below(5))
                .copied()
                .unwrap_or(1.0);
            if let Some(whole) = number.as_i64() {
                let step = i64::try_from(draw.below(9)).unwrap_or(0) - 4;
                *there = Value::from(whole.saturating_add(step));
            } else if let Some(float) = number.as_f64() {
                *there = Value::from(float * by);
            }
        }
        Value::String(text) => {
            let cut = draw.below(text.chars().count() + 1);
            *there = Value::from(text.chars().take(cut).collect::<String>());
        }
        Value::Bool(yes) => *there = Value::from(!*yes),
        Value::Array(list) => list.reverse(),
        Value::Object(_) | Value::Null => {}
    }
}

#[cfg(test)]
mod tests {
    use super::{changed, places};
    use crate::draw::Draw;
    use serde_json::{Value, json};

    #[test]
    fn what_comes_out_is_json_and_mostly_different() {
        let tree = json!({ "a/b": [1, 2.5, { "c": "text" }], "d": { "e": true, "f": null } });
        assert_eq!(places(&tree).len(), 8);
        let mut different = 0;
        for number in 0..300 {
            let text = changed(&mut Draw::new(3, number), &tree, &[json!({ "x": [7] })]);
            let value: Value = serde_json::from_str(&text).expect("JSON");
            different += usize::from(value != tree);
        }
        assert!(different > 200, "{different} of 300");
    }
}
