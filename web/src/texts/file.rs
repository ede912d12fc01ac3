//! Texts of another language: a list in the order of the fields, as `weighup texts` compiled it.
//!
//! The list has no names in it. A number worked out from the names, when the program is compiled, says whether a list is
//! one of this program's.

use std::sync::{Mutex, PoisonError};

use weighup_core::words::{TextsFile, hashed};

use super::{Headed, Page, StepText, Texts};

/// The interface in other languages, as translators write it, by the name of the folder in `languages`.
#[cfg(feature = "ssr")]
pub(super) const FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/texts.rs"));

/// The texts of a list, one after another.
pub(super) struct Taking(std::vec::IntoIter<String>);

impl Taking {
    /// The texts of a list.
    pub(super) fn of(list: Vec<String>) -> Self {
        Self(list.into_iter())
    }

    /// The next so many, unread.
    #[inline(never)]
    pub(super) fn several(&mut self, count: usize) -> &'static [String] {
        let several: Vec<String> = self.0.by_ref().take(count).collect();
        Box::leak(several.into_boxed_slice())
    }

    /// The next, kept as long as the program runs: a page has one or two languages, and each is read once.
    #[inline(never)]
    fn next(&mut self) -> &'static str {
        Box::leak(self.0.next().unwrap_or_default().into_boxed_str())
    }
}

/// A part of the interface that is made of texts.
pub(super) trait TextGroup: Sized {
    /// From the names of its fields.
    const NAMES: u32;
    /// How many texts it has.
    const COUNT: usize;

    /// Takes its texts.
    fn take(from: &mut Taking) -> Self;

    /// Every text with its name.
    #[cfg(feature = "ssr")]
    fn tell(&self, name: &str, told: &mut Vec<(String, &'static str)>);
}

impl TextGroup for &'static str {
    const NAMES: u32 = 1;
    const COUNT: usize = 1;

    fn take(from: &mut Taking) -> Self {
        from.next()
    }

    #[cfg(feature = "ssr")]
    fn tell(&self, name: &str, told: &mut Vec<(String, &'static str)>) {
        told.push((name.to_owned(), self));
    }
}

impl<T: TextGroup, const N: usize> TextGroup for [T; N] {
    const NAMES: u32 = T::NAMES.wrapping_mul(31).wrapping_add(N as u32);
    const COUNT: usize = T::COUNT * N;

    fn take(from: &mut Taking) -> Self {
        std::array::from_fn(|_| T::take(from))
    }

    #[cfg(feature = "ssr")]
    fn tell(&self, name: &str, told: &mut Vec<(String, &'static str)>) {
        for (at, part) in self.iter().enumerate() {
            part.tell(&format!("{name}.{at}"), told);
        }
    }
}

/// Makes a struct of texts a part; `#[…]` before a field goes with it.
macro_rules! text_group {
    ($name:ident { $($(#[$when:meta])* $field:ident: $kind:ty,)* }) => {
        impl crate::texts::file::TextGroup for $name {
            const NAMES: u32 = {
                let names = weighup_core::words::hashed(0, stringify!($name).as_bytes());
                $(
                    let names = weighup_core::words::hashed(names, stringify!($field).as_bytes())
                        .wrapping_add(<$kind as crate::texts::file::TextGroup>::NAMES);
                )*
                names
            };
            const COUNT: usize = 0 $(+ <$kind as crate::texts::file::TextGroup>::COUNT)*;

            fn take(from: &mut crate::texts::file::Taking) -> Self {
                Self { $($(#[$when])* $field: <$kind as crate::texts::file::TextGroup>::take(from),)* }
            }

            #[cfg(feature = "ssr")]
            fn tell(&self, name: &str, told: &mut Vec<(String, &'static str)>) {
                let at = |field: &str| if name.is_empty() { field.to_owned() } else { [name, ".", field].concat() };
                $(crate::texts::file::TextGroup::tell(&self.$field, &at(stringify!($field)), told);)*
            }
        }
    };
}
pub(super) use text_group;

text_group! { Headed { title: &'static str, hint: &'static str, } }
text_group! { StepText { name: &'static str, heading: &'static str, lead: &'static str, picture: &'static str, } }

/// How many texts a file holds: those of pages that are made before there is a browser stand last and are not in it.
const IN_A_FILE: usize = <Texts as TextGroup>::COUNT - <Page as TextGroup>::COUNT;

/// The interfaces that were read from files, by language. A text is kept for as long as the program runs, so every widget of a
/// page, and every one that comes after it, has the same copy.
static READ: Mutex<Vec<(String, &'static Texts)>> = Mutex::new(Vec::new());

/// Says which list of names a program has: a file of texts says the same.
pub const NAMES: u32 = hashed(<Texts as TextGroup>::NAMES, b"texts");

impl Texts {
    /// The texts of a file, read once; `None` when it is not a file of this version.
    #[must_use]
    pub fn of(file: &str) -> Option<&'static Self> {
        let file = TextsFile::read(file).filter(|file| file.names == NAMES)?;
        // One text too few would put each of those after it in the place of another.
        if file.texts.len() != IN_A_FILE {
            return None;
        }
        // The list is whole after every line of this, so it can be used even if another thread stopped in the middle.
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, known)) = read.iter().find(|(language, _)| *language == file.language) {
            return Some(known);
        }
        let texts = Self::from_list(file.texts);
        read.push((file.language, texts));
        Some(texts)
    }

    /// The texts of a list in the order of [`Self::names`].
    #[must_use]
    pub fn from_list(texts: Vec<String>) -> &'static Self {
        Box::leak(Box::new(Self::take(&mut Taking::of(texts))))
    }

    /// Every text with its name, those of pages made before there is a browser last.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn names(&self) -> Vec<(String, &'static str)> {
        let mut told = Vec::new();
        self.tell("", &mut told);
        told
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::{NAMES, Texts};
    use crate::texts::EN;
    use weighup_core::words::TextsFile;

    #[test]
    fn a_file_has_as_many_texts_as_there_are_names() {
        let names = EN
            .names()
            .into_iter()
            .filter(|(name, _)| !name.starts_with("page."));
        let all: Vec<String> = names.map(|(_, text)| text.to_owned()).collect();
        let (fewer, more) = (all.len() - 1, all.len() + 1);
        for (length, language, readable) in [
            (all.len(), "a", true),
            (fewer, "b", false),
            (more, "c", false),
            (0, "d", false),
        ] {
            let texts = all.iter().cycle().take(length).cloned().collect();
            let file = TextsFile {
                language: language.to_owned(),
                names: NAMES,
                texts,
            };
            let text = file.to_json();
            assert_eq!(Texts::of(&text).is_some(), readable, "{length} texts");
            // A second widget in the language has the same copy.
            assert!(
                Texts::of(&text)
                    .zip(Texts::of(&text))
                    .is_none_or(|(a, b)| std::ptr::eq(a, b))
            );
        }
    }
}
