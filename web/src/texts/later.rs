//! Texts that only the later code shows, kept apart so that the first step does not bring them along: their English is reached from
//! there alone, and of another language they stay a list until they are asked for.

use std::sync::OnceLock;

use super::file::{Taking, TextGroup};
use super::{
    Choice, Compare, Decide, Fit, Gap, LargeType, Marks, Matters, Options, Panel, Ready, Summary, Take, Test,
    Told, Weigh,
};

type Text = &'static str;

catalogue! {
    /// All of them.
    LaterTexts {
        /// What matters.
        matters: Matters,
        /// The choice.
        choice: Choice,
        /// A test.
        test: Test,
        /// Options.
        options: Options,
        /// Compare.
        compare: Compare,
        /// Marks on outcomes.
        marks: Marks,
        /// Weigh.
        weigh: Weigh,
        /// Where people differ.
        gap: Gap,
        /// How they fit.
        fit: Fit,
        /// Ready?
        ready: Ready,
        /// Decide together.
        decide: Decide,
        /// Summary.
        summary: Summary,
        /// Taking the record along.
        take: Take,
        /// The health professional's panel.
        panel: Panel,
        /// Large type, one card at a time.
        large_type: LargeType,
        /// What did not happen.
        told: Told,
        /// Giving the record to the system that opened the page.
        give: Give,
        /// Giving answers at the end.
        given: Given,
    }
    /// Giving the record to the system that opened the page.
    Give {
        /// Name of the part.
        title: Text,
        /// "It goes to {place}", unlike the other ways.
        hint: Text,
        /// "See what would go to {place}".
        see: Text,
        /// It is there to look at.
        offered: Text,
        /// "What would go to {place}".
        text: Text,
        /// All of it, as the system gets it.
        whole: Text,
        /// "Give this to {place}".
        give: Text,
        /// Nothing is given.
        keep: Text,
        /// On its way.
        going: Text,
        /// The system took it.
        given: Text,
        /// Lets the system close the page.
        done: Text,
        /// It did not.
        stays: Text,
        /// It does not answer.
        silent: Text,
        /// It is not what opened the page.
        elsewhere: Text,
        /// It did not take it.
        refused: Text,
        /// It may hold a part.
        unsure: Text,
        /// It could not be made.
        unable: Text,
    }
    /// Giving answers at the end.
    Given {
        /// Heading.
        title: Text,
        /// What it is for, and that nobody has to.
        hint: Text,
        /// Whose answers they are.
        whose: Text,
        /// Where a health professional is at the same screen.
        together: Text,
        /// Shows all of it.
        see: Text,
        /// The first question, in answers of What matters.
        stage: Text,
        /// An item of the questions is left out.
        left_out: Text,
        /// Over all that would be given.
        all: Text,
        /// The same as it is stored.
        stored: Text,
        /// It goes once, and cannot be called back.
        once: Text,
        /// For each of [`GivenWay`](weighup_core::given::GivenWay).
        ways: [Text; 3],
        /// Nothing.
        no: Text,
        /// It went, for each of the ways.
        gone: [Text; 3],
        /// Names the QR code.
        code_alt: Text,
        /// The website did not take it.
        untaken: Text,
        /// It is more than a QR code can hold.
        long: Text,
        /// Nothing was given.
        nothing: Text,
        /// It could not be made.
        unable: Text,
    }
}

/// The texts of one language, or the list of them that nobody has read yet. English has no list: it is compiled in.
#[derive(Debug)]
pub(super) struct Behind {
    list: &'static [String],
    read: OnceLock<LaterTexts>,
}

impl Behind {
    /// English.
    pub(super) const fn english() -> Self {
        Self {
            list: &[],
            read: OnceLock::new(),
        }
    }

    /// Takes those of another language, unread.
    pub(super) fn take(from: &mut Taking) -> Self {
        Self {
            list: from.several(<LaterTexts as TextGroup>::COUNT),
            read: OnceLock::new(),
        }
    }

    pub(super) fn texts(&self) -> &LaterTexts {
        self.read.get_or_init(|| {
            if self.list.is_empty() {
                super::en::LATER
            } else {
                LaterTexts::take(&mut Taking::of(self.list.to_vec()))
            }
        })
    }
}
