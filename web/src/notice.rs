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
    /// A record was handed over as a file.
    FileRecord,
    /// A record could not be made.
    NoRecord,
    /// The answers are too long for a link.
    LinkLong,
    /// The system that opened the page took the record.
    EhrGiven,
    /// It did not close the page.
    EhrStays,
    /// It does not answer.
    EhrSilent,
    /// It is not what opened the page.
    EhrElsewhere,
    /// It did not take the record.
    EhrRefused,
    /// It may hold a part of it.
    EhrUnsure,
    /// What would be given could not be made.
    EhrUnable,
    /// The browser reads no QR codes.
    NoReader,
    /// The camera was refused, or there is none.
    NoCamera,
    /// The address was one of several QR codes.
    OpenPart,
    /// There is a code among those that were read that belongs to other answers.
    OtherCode,
    /// The browser has not what a link or a passphrase needs.
    CarryUnable,
    /// What was to be opened is not whole.
    OpenBroken,
    /// It is too large.
    OpenLarge,
    /// It was made by a newer page.
    OpenNewer,
    /// It is something else.
    OpenForeign,
}

impl Notice {
    /// Whether it says why something was not opened.
    #[must_use]
    pub const fn is_of_opening(self) -> bool {
        matches!(
            self,
            Self::OpenBroken | Self::OpenLarge | Self::OpenNewer | Self::OpenForeign | Self::CarryUnable
        )
    }

    const ALL: [(&'static str, Self); 27] = [
        ("keep-refused", Self::KeepRefused),
        ("keep-ended", Self::KeepEnded),
        ("keep-other", Self::KeepOther),
        ("file-answers", Self::FileAnswers),
        ("file-picture", Self::FilePicture),
        ("no-picture", Self::NoPicture),
        ("second-silent", Self::SecondSilent),
        ("first-silent", Self::FirstSilent),
        ("file-record", Self::FileRecord),
        ("no-record", Self::NoRecord),
        ("link-long", Self::LinkLong),
        ("ehr-given", Self::EhrGiven),
        ("ehr-stays", Self::EhrStays),
        ("ehr-silent", Self::EhrSilent),
        ("ehr-elsewhere", Self::EhrElsewhere),
        ("ehr-refused", Self::EhrRefused),
        ("ehr-unsure", Self::EhrUnsure),
        ("ehr-unable", Self::EhrUnable),
        ("no-reader", Self::NoReader),
        ("no-camera", Self::NoCamera),
        ("open-part", Self::OpenPart),
        ("other-code", Self::OtherCode),
        ("carry-unable", Self::CarryUnable),
        ("open-broken", Self::OpenBroken),
        ("open-large", Self::OpenLarge),
        ("open-newer", Self::OpenNewer),
        ("open-foreign", Self::OpenForeign),
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
        let told = &texts.later().told;
        match self {
            Self::KeepRefused => told.keep_refused,
            Self::KeepEnded => told.keep_ended,
            Self::KeepOther => told.keep_other,
            Self::FileAnswers => told.file_answers,
            Self::FilePicture => told.file_picture,
            Self::NoPicture => told.no_picture,
            Self::SecondSilent => told.second_silent,
            Self::FirstSilent => told.first_silent,
            Self::FileRecord => texts.later().take.handed,
            Self::NoRecord => texts.later().take.failed,
            Self::LinkLong => texts.carry.link_long,
            Self::EhrGiven => texts.later().give.given,
            Self::EhrStays => texts.later().give.stays,
            Self::EhrSilent => texts.later().give.silent,
            Self::EhrElsewhere => texts.later().give.elsewhere,
            Self::EhrRefused => texts.later().give.refused,
            Self::EhrUnsure => texts.later().give.unsure,
            Self::EhrUnable => texts.later().give.unable,
            Self::NoReader => texts.carry.no_reader,
            Self::NoCamera => texts.carry.no_camera,
            Self::OpenPart => texts.carry.part,
            Self::OtherCode => texts.carry.other_code,
            Self::CarryUnable => texts.carry.unable,
            Self::OpenBroken => texts.carry.broken,
            Self::OpenLarge => texts.keep.large,
            Self::OpenNewer => texts.keep.newer,
            Self::OpenForeign => texts.keep.unreadable,
        }
    }

    /// Whether it is of giving the record to the system that opened the page, which is said where that is asked for.
    #[must_use]
    pub const fn is_of_giving(self) -> bool {
        matches!(
            self,
            Self::EhrGiven
                | Self::EhrStays
                | Self::EhrSilent
                | Self::EhrElsewhere
                | Self::EhrRefused
                | Self::EhrUnsure
                | Self::EhrUnable
        )
    }

    /// Whether answers are no longer kept on the device once this message appears.
    #[must_use]
    pub const fn ends_keeping(self) -> bool {
        matches!(self, Self::KeepRefused | Self::KeepEnded | Self::KeepOther)
    }
}
