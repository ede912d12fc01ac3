//! What each text of a translation was made from: a short hash of the original as it was then, in the table `made_from` of the translation's
//! file. So a text whose original was changed since is told by itself, whatever the aid's version is.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

use super::translation::Translated;

/// The table of a translation's file.
pub(crate) const MADE_FROM: &str = "made_from";

/// How many bytes of the hash are kept: enough that two texts of an aid do not meet, and few enough to be read past.
const KEPT: usize = 4;

/// The mark of an original: the first 8 hex digits of its SHA-256.
pub(crate) fn mark_of(original: &str) -> String {
    let mut mark = String::with_capacity(2 * KEPT);
    for byte in Sha256::digest(original).iter().take(KEPT) {
        // Writing to a string cannot fail.
        let _ = write!(mark, "{byte:02x}");
    }
    mark
}

/// What a translation says a text was made from; nothing where it does not say.
pub(super) fn mark<'t>(given: &'t [Translated<'t>], name: &[String]) -> Option<&'t str> {
    let name = name.join(".");
    let found = given
        .iter()
        .find(|one| matches!(one.name.as_slice(), [table, known] if table == MADE_FROM && *known == name))?;
    Some(found.text)
}

#[cfg(test)]
mod tests {
    use super::mark_of;

    #[test]
    fn a_mark_is_of_every_letter() {
        // The example of FIPS 180-2.
        assert_eq!(mark_of("abc"), "ba7816bf");
        assert_ne!(mark_of("You take a tablet."), mark_of("You take a tablet"));
    }
}
