//! Writes a number into a message for the person who gave it.

use std::fmt;

/// A number as it was given, where that is short; a very large or very small one with its power of ten, as 1e308 would
/// otherwise fill a message with 309 digits.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Told<'a>(pub(crate) &'a f64);

impl fmt::Display for Told<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let size = self.0.abs();
        if size == 0.0 || !size.is_finite() || (1e-9..1e15).contains(&size) {
            write!(f, "{}", self.0)
        } else {
            write!(f, "{:e}", self.0)
        }
    }
}
