//! What a file says, without how it is written: to see that a change changed what it was meant to change, and nothing else.

use serde_json::{Map, Value};

use crate::aid::{Place, PlaceStep};
use crate::authoring::toml_tree;
use crate::format::tree::{self, Node};

/// Begins a value that the format has not, such as a number with a decimal point; after it stands how it is written.
pub(in crate::desk) const OTHER: char = '\u{0}';

/// What a text says; `None` when it is not TOML.
pub(in crate::desk) fn content(text: &str) -> Option<Value> {
    Some(of(&toml_tree(text)?, text))
}

fn of(node: &Node<'_>, text: &str) -> Value {
    match &node.value {
        tree::Value::Null => Value::Null,
        tree::Value::Flag(flag) => Value::Bool(*flag),
        tree::Value::Number(number) => Value::from(*number),
        tree::Value::Text(said) => Value::from(&**said),
        tree::Value::List(list) => list.iter().map(|node| of(node, text)).collect(),
        tree::Value::Table(fields) => {
            let fields = fields
                .iter()
                .map(|field| (field.key.to_string(), of(&field.node, text)));
            Value::Object(fields.collect())
        }
        tree::Value::Other(_) => {
            let written = text.get(node.span.clone()).unwrap_or_default();
            Value::from(format!("{OTHER}{written}"))
        }
    }
}

/// What stands at a place.
pub(in crate::desk) fn at<'v>(whole: &'v Value, steps: &[PlaceStep]) -> Option<&'v Value> {
    steps.iter().try_fold(whole, |here, step| match step {
        PlaceStep::Key(key) => here.get(key),
        PlaceStep::Index(index) => here.get(*index),
    })
}

fn at_mut<'v>(whole: &'v mut Value, steps: &[PlaceStep]) -> Option<&'v mut Value> {
    steps.iter().try_fold(whole, |here, step| match step {
        PlaceStep::Key(key) => here.get_mut(key),
        PlaceStep::Index(index) => here.get_mut(*index),
    })
}

/// One change of what a file says.
#[derive(Clone, Debug)]
pub(in crate::desk) enum Op {
    /// Writes a value. Tables around it that are not there are made.
    Set(Place, Value),
    /// Leaves a field out.
    Unset(Place),
    /// Adds an entry to a list of tables, which is made when it is not there.
    Add(Place, usize, Vec<(String, Value)>),
    /// Takes an entry out of a list.
    Remove(Place),
    /// Moves an entry within its list.
    Move(Place, usize),
    /// Calls a field otherwise.
    Call(Place, String),
}

/// Does a change to what a file says. `None` when it has no place there.
pub(in crate::desk) fn done(whole: &mut Value, op: &Op) -> Option<()> {
    match op {
        Op::Set(place, value) => {
            let mut here = whole;
            let (last, around) = place.steps().split_last()?;
            for step in around {
                here = match step {
                    PlaceStep::Key(key) => here
                        .as_object_mut()?
                        .entry(key.clone())
                        .or_insert_with(|| Value::Object(Map::new())),
                    PlaceStep::Index(index) => here.get_mut(*index)?,
                };
            }
            match last {
                PlaceStep::Key(key) => {
                    here.as_object_mut()?.insert(key.clone(), value.clone());
                }
                PlaceStep::Index(index) => *here.get_mut(*index)? = value.clone(),
            }
        }
        Op::Unset(place) => {
            let (last, around) = place.steps().split_last()?;
            let PlaceStep::Key(key) = last else { return None };
            at_mut(whole, around)?.as_object_mut()?.remove(key)?;
        }
        Op::Add(place, index, fields) => {
            let (last, around) = place.steps().split_last()?;
            let PlaceStep::Key(key) = last else { return None };
            let list = at_mut(whole, around)?
                .as_object_mut()?
                .entry(key.clone())
                .or_insert_with(|| Value::Array(Vec::new()));
            let list = list.as_array_mut()?;
            (*index <= list.len()).then_some(())?;
            list.insert(*index, Value::Object(fields.iter().cloned().collect()));
        }
        Op::Remove(place) => {
            let (last, around) = place.steps().split_last()?;
            let PlaceStep::Index(index) = last else {
                return None;
            };
            let list = at_mut(whole, around)?.as_array_mut()?;
            (*index < list.len()).then(|| list.remove(*index))?;
        }
        Op::Move(place, to) => {
            let (last, around) = place.steps().split_last()?;
            let PlaceStep::Index(index) = last else {
                return None;
            };
            let list = at_mut(whole, around)?.as_array_mut()?;
            (*index < list.len() && *to < list.len()).then_some(())?;
            let moved = list.remove(*index);
            list.insert(*to, moved);
        }
        Op::Call(place, name) => {
            let (last, around) = place.steps().split_last()?;
            let PlaceStep::Key(key) = last else { return None };
            let table = at_mut(whole, around)?.as_object_mut()?;
            let value = table.remove(key)?;
            table.insert(name.clone(), value);
        }
    }
    Some(())
}

/// The same without lists and tables that are empty: a list without an entry is mostly not written at all.
pub(in crate::desk) fn bare(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let fields = fields.iter().map(|(key, value)| (key.clone(), bare(value)));
            let empty = |value: &Value| match value {
                Value::Object(fields) => fields.is_empty(),
                Value::Array(list) => list.is_empty(),
                _ => false,
            };
            Value::Object(fields.filter(|(_, value)| !empty(value)).collect())
        }
        Value::Array(list) => list.iter().map(bare).collect(),
        other => other.clone(),
    }
}
