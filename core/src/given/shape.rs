//! The shapes of texts in a line that are words of no list, so that no sentence fits anywhere. Whoever reads lines from another kind of
//! file asks the same of them.

/// 128 random bits in 22 letters of base64url.
#[must_use]
pub fn is_given_id(text: &str) -> bool {
    let letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    text.len() == 22 && text.bytes().all(letter)
}

/// A month, as 2026-11.
#[must_use]
pub fn is_month(text: &str) -> bool {
    let (year, month) = text.split_once('-').unwrap_or_default();
    let digits =
        |part: &str, count: usize| part.len() == count && part.bytes().all(|byte| byte.is_ascii_digit());
    digits(year, 4) && digits(month, 2) && ("01"..="12").contains(&month)
}

/// An identifier of an aid or of something in one.
#[cfg(feature = "spoken")]
#[must_use]
pub fn is_identifier(text: &str) -> bool {
    crate::ids::is_identifier(text)
}

/// The version of an aid: three numbers.
#[cfg(feature = "spoken")]
#[must_use]
pub fn is_version(text: &str) -> bool {
    crate::ids::is_version(text)
}

/// The first part of the tag of a language.
#[cfg(feature = "spoken")]
#[must_use]
pub fn is_language(text: &str) -> bool {
    (2..=8).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// The first twelve digits of a hash.
#[cfg(feature = "spoken")]
pub(super) fn is_hash(text: &str) -> bool {
    text.len() == 12 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
