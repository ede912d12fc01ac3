//! Values that files write as one of a few words.

/// A value written as one of a few words.
pub(crate) trait Word: Copy + PartialEq + 'static {
    /// The words, in the order of the values.
    const WORDS: &'static [&'static str];

    /// The value of the word at a place.
    fn at(index: usize) -> Option<Self>;

    /// Its word.
    fn word(self) -> &'static str {
        let at = (0..Self::WORDS.len()).find(|at| Self::at(*at) == Some(self));
        let word = at.and_then(|at| Self::WORDS.get(at));
        word.copied().unwrap_or_default()
    }
}
