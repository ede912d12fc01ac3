//! A message as it stands in the sources: its English, its holes, its key.

use super::Plural;

/// A sentence.
#[derive(Clone, Copy, Debug)]
pub struct Message {
    pub(super) key: u32,
    pub(super) text: &'static str,
    /// Names of its holes.
    pub(super) names: &'static [&'static str],
}

/// A sentence that differs with a count.
#[derive(Clone, Copy, Debug)]
pub struct Counted {
    pub(super) key: u32,
    /// For 1.
    pub(super) one: &'static str,
    /// For all others.
    pub(super) other: &'static str,
    /// Names of its holes; the count is the first.
    pub(super) names: &'static [&'static str],
}

impl Message {
    /// Made by `say!`, where it is worked out when the program is compiled.
    #[must_use]
    pub(crate) const fn new(context: &str, text: &'static str, names: &'static [&'static str]) -> Self {
        assert!(
            only(text, names) && all(text, names),
            "a hole of the sentence has no value, or a value has no hole"
        );
        Self {
            key: key(context, text),
            text,
            names,
        }
    }
}

impl Counted {
    /// Made by `say!`, where it is worked out when the program is compiled.
    #[must_use]
    pub(crate) const fn new(
        context: &str,
        one: &'static str,
        other: &'static str,
        names: &'static [&'static str],
    ) -> Self {
        let others = match names.split_first() {
            Some((_, others)) => others,
            None => names,
        };
        assert!(
            only(one, names) && all(one, others) && only(other, names) && all(other, names),
            "a hole of the sentence has no value, or a value has no hole"
        );
        Self {
            key: key(context, other),
            one,
            other,
            names,
        }
    }

    /// The key of the sentence for one plural. The last of a language's plurals has the message's own key.
    pub(super) const fn key_for(&self, plural: Plural) -> u32 {
        key_for(self.key, plural)
    }
}

const FNV_PRIME: u32 = 16_777_619;
const FNV_OFFSET: u32 = 2_166_136_261;

/// The key of a message (FNV-1a of context and English). The build refuses two messages with one key.
#[must_use]
pub const fn key(context: &str, text: &str) -> u32 {
    hashed(hashed(FNV_OFFSET, context.as_bytes()) ^ 4, text.as_bytes())
}

/// The key of the sentence for one plural of a message.
#[must_use]
pub const fn key_for(key: u32, plural: Plural) -> u32 {
    hashed(key, plural.name().as_bytes())
}

/// FNV-1a of some bytes, going on from `hash`.
#[must_use]
pub const fn hashed(mut hash: u32, mut bytes: &[u8]) -> u32 {
    while let [first, rest @ ..] = bytes {
        hash = (hash ^ *first as u32).wrapping_mul(FNV_PRIME);
        bytes = rest;
    }
    hash
}

/// Whether every hole of a text is among the names.
const fn only(text: &str, names: &[&str]) -> bool {
    let mut rest = text.as_bytes();
    while let Some((hole, after)) = next_hole(rest) {
        if !among(hole, names) {
            return false;
        }
        rest = after;
    }
    true
}

/// Whether every name is a hole of the text.
const fn all(text: &str, mut names: &[&str]) -> bool {
    while let [name, others @ ..] = names {
        let mut found = false;
        let mut rest = text.as_bytes();
        while let Some((hole, after)) = next_hole(rest) {
            found = found || hole.eq_ignore_ascii_case(name.as_bytes());
            rest = after;
        }
        if !found {
            return false;
        }
        names = others;
    }
    true
}

const fn among(hole: &[u8], mut names: &[&str]) -> bool {
    while let [name, others @ ..] = names {
        if hole.eq_ignore_ascii_case(name.as_bytes()) {
            return true;
        }
        names = others;
    }
    false
}

/// The name of the next hole, and what comes after it.
const fn next_hole(mut rest: &[u8]) -> Option<(&[u8], &[u8])> {
    while let [first, after @ ..] = rest {
        if *first == b'{' {
            let mut length = 0;
            let mut inside = after;
            while let [next, more @ ..] = inside {
                if *next == b'}' {
                    return Some((after.split_at(length).0, more));
                }
                length += 1;
                inside = more;
            }
            return Some((after, inside));
        }
        rest = after;
    }
    None
}

/// A count as it is looked up and written: what has more people than there are is all of them.
pub(crate) fn whole(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}

/// A sentence in the language of `words`; see the documentation of this module's parent.
macro_rules! say {
    (@value $name:ident) => { &$name };
    (@value $name:ident $value:expr) => { &$value };
    (@ $words:expr, $context:literal, $text:literal $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        static MESSAGE: $crate::words::Message =
            $crate::words::Message::new($context, $text, &[$(stringify!($name)),*]);
        $words.say(&MESSAGE, &[$($crate::words::say!(@value $name $($value)?)),*])
    }};
    (@ $words:expr, $context:literal, $count:ident $(= $number:expr)? => $one:literal, $other:literal
        $(, $name:ident $(= $value:expr)?)* $(,)?) => {{
        static MESSAGE: $crate::words::Counted =
            $crate::words::Counted::new($context, $one, $other, &[stringify!($count) $(, stringify!($name))*]);
        let number = $crate::words::whole(*$crate::words::say!(@value $count $($number)?));
        $words.say_counted(
            &MESSAGE,
            number,
            &[&$words.number(number) $(, $crate::words::say!(@value $name $($value)?))*],
        )
    }};
    ($words:expr, context $context:literal, $($rest:tt)+) => {
        $crate::words::say!(@ $words, $context, $($rest)+)
    };
    ($words:expr, $($rest:tt)+) => { $crate::words::say!(@ $words, "", $($rest)+) };
}
pub(crate) use say;
