//! The text of a file while it is changed from a form: found, replaced, and looked at again.
//!
//! A change is made twice: in the text, as bytes replaced, and in what the text says, as a value. Then the new text is read again,
//! and unless it says exactly that value the change is refused. So no form can say more, or less, than it was asked to.

mod content;
mod edit;
mod layout;
mod list;
mod literal;
mod written;

use serde_json::Value;

use self::content::done;
pub(super) use self::content::{OTHER, Op, at, bare, content};
use self::edit::Edit;

/// The text after these changes, and what it says. `None` when they cannot be made as they are meant.
pub(super) fn changed(text: &str, said: &Value, ops: &[Op]) -> Option<(String, Value)> {
    let mut wanted = said.clone();
    for op in ops {
        done(&mut wanted, op)?;
    }
    let mut text = text.to_owned();
    let mut rest = ops;
    while !rest.is_empty() {
        let (new, count) = Edit::of(&text)?.run(rest)?;
        text = new;
        rest = rest.get(count..)?;
    }
    let says = content(&text)?;
    (bare(&says) == bare(&wanted)).then_some((text, says))
}

#[cfg(test)]
mod tests;
