//! How much room there is for words, so that a limit is said before it is reached and nothing is cut by a program.

use super::{ActionError, TypedIn};

/// The most characters of one box that two people read together in a visit: about a page. More is kept, and said to be more.
pub const PAGE: usize = 4_000;
/// The most characters that are kept of one box. Boxes and lists that are all full still fit in a saved file.
pub const MAX_WORDS: usize = 20_000;
/// The most characters of one line of a list, of one concern, or of what is said about one outcome.
pub const MAX_LINE: usize = 4_000;
/// From how many characters before the end of the page on the room that is left is said.
const SOON: usize = 500;

/// How much room there is in a box, where that is worth saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// So many characters still fit on the page.
    Left(usize),
    /// So many more than fit on a page. All of it is kept.
    Over(usize),
    /// So many more than can be kept. The person shortens it, and nobody else.
    TooLong(usize),
}

impl Room {
    /// The room beside the words in a box; `None` while there is plenty.
    #[must_use]
    pub fn beside(place: &TypedIn, words: &str) -> Option<Self> {
        let most = match place {
            TypedIn::Words(_) | TypedIn::Questions => MAX_WORDS,
            TypedIn::Outcome(_) => MAX_LINE,
        };
        let characters = words.chars().count();
        if let over @ 1.. = characters.saturating_sub(most) {
            return Some(Self::TooLong(over));
        }
        if let over @ 1.. = characters.saturating_sub(PAGE) {
            return Some(Self::Over(over));
        }
        let left = PAGE.saturating_sub(characters);
        (left <= SOON).then_some(Self::Left(left))
    }
}

/// How many characters a line of a list, or a concern, is too long by.
#[must_use]
pub fn too_long(line: &str) -> Option<usize> {
    match line.chars().count().saturating_sub(MAX_LINE) {
        0 => None,
        over => Some(over),
    }
}

/// How many places are left in a list of `taken`, of `most`; `None` while there are plenty.
#[must_use]
pub fn places_left(taken: usize, most: usize) -> Option<usize> {
    let left = most.saturating_sub(taken);
    (left <= 3).then_some(left)
}

/// Refuses what is longer than `most` characters.
pub(super) fn fits(words: &str, most: usize) -> Result<(), ActionError> {
    let characters = words.chars().count();
    if characters > most {
        return Err(ActionError::TooLong {
            characters,
            limit: most,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_is_said_before_it_is_used_up() {
        let beside = |characters: usize| Room::beside(&TypedIn::Questions, &"ß".repeat(characters));
        assert_eq!(beside(0), None);
        assert_eq!(beside(3_499), None);
        assert_eq!(beside(3_500), Some(Room::Left(500)));
        assert_eq!(beside(4_000), Some(Room::Left(0)));
        assert_eq!(beside(4_001), Some(Room::Over(1)));
        assert_eq!(beside(20_000), Some(Room::Over(16_000)));
        assert_eq!(beside(20_001), Some(Room::TooLong(1)));
        let about = TypedIn::Outcome("pain".try_into().unwrap());
        assert_eq!(Room::beside(&about, &"ß".repeat(3_600)), Some(Room::Left(400)));
        assert_eq!(Room::beside(&about, &"ß".repeat(4_001)), Some(Room::TooLong(1)));
    }

    #[test]
    fn places_are_said_before_the_last_is_taken() {
        assert_eq!(places_left(1, 5), None);
        assert_eq!(places_left(2, 5), Some(3));
        assert_eq!(places_left(5, 5), Some(0));
        assert_eq!(places_left(7, 5), Some(0));
    }
}
