//! What only the page around the widget can know, as a message in the widget.

use crate::texts::Texts;

/// Something that did not happen, or may not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The browser gives no storage, or no more of it.
    KeepRefused,
    /// Keeping was ended in another window.
    KeepEnded,
    /// Another window keeps other answers.
    KeepOther,
    /// Answers were handed over as a file; whether it was saved no page can see.
    FileAnswers,
    /// A picture was.
    FilePicture,
    /// The browser made no picture.
    NoPicture,
    /// The second window does not answer.
    SecondSilent,
    /// The first window does not answer the second.
    FirstSilent,
}

impl Notice {
    const ALL: [(&'static str, Self); 8] = [
        ("keep-refused", Self::KeepRefused),
        ("keep-ended", Self::KeepEnded),
        ("keep-other", Self::KeepOther),
        ("file-answers", Self::FileAnswers),
        ("file-picture", Self::FilePicture),
        ("no-picture", Self::NoPicture),
        ("second-silent", Self::SecondSilent),
        ("first-silent", Self::FirstSilent),
    ];

    /// The one of this name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let found = Self::ALL.iter().find(|(known, _)| *known == name);
        found.map(|(_, notice)| *notice)
    }

    /// The sentence for the person.
    #[must_use]
    pub fn text(self, texts: &Texts) -> &'static str {
        let told = &texts.told;
        match self {
            Self::KeepRefused => told.keep_refused,
            Self::KeepEnded => told.keep_ended,
            Self::KeepOther => told.keep_other,
            Self::FileAnswers => told.file_answers,
            Self::FilePicture => told.file_picture,
            Self::NoPicture => told.no_picture,
            Self::SecondSilent => told.second_silent,
            Self::FirstSilent => told.first_silent,
        }
    }

    /// Whether answers are no longer kept on the device once this message appears.
    #[must_use]
    pub const fn ends_keeping(self) -> bool {
        matches!(self, Self::KeepRefused | Self::KeepEnded | Self::KeepOther)
    }
}
