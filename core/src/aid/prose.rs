//! What may not stand in a patient's text: typed counts, relative effects, bare words for chance.

use super::check::TextKind;
use super::problem::{Place, Problem};

/// Adds what is wrong with one text.
pub(super) fn lint(_text: &str, _kind: TextKind, _place: &Place, _problems: &mut Vec<Problem>) {}
