//! What a control does, and how a press, a choice or a letter typed finds it.
//!
//! Every control carries the place of its act in the list that its drawing of the page came with, in the attribute
//! `data-act`, and the widget listens once for all of them. What is pressed is looked up at once, in the list of the drawing
//! that is on the page ([`Acts`]): what happens afterwards, and in which order, cannot make it another act. Yew's own listeners are not used: it never lets go of
//! those, so that every widget taken off a page would leave its root behind (decision 0009).

use std::cell::RefCell;
use std::rc::Rc;

use weighup_core::aid::OutcomeId;
use weighup_core::consultation::{
    Action, DecisionStage, List, OutcomeOrder, Presence, ShowAction, TypedIn, Weighable, WordsBox,
};
use weighup_core::given::{GivenAnswer, GivenWay};
use weighup_core::record::RecordForm;

/// A part of an outcome's card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// What the numbers mean and where they come from.
    Meaning,
    /// Pictures to keep.
    Save,
    /// Its mark, to choose.
    Mark,
}

/// What a picture can be saved as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A drawing.
    Svg,
    /// Points.
    Png,
}

impl Format {
    /// Its name, the same in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Svg => "SVG",
            Self::Png => "PNG",
        }
    }
}

/// The attribute that holds the place of a control's act.
pub(crate) const ATTRIBUTE: &str = "data-act";

/// What a control does.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Something about the answers.
    Do(Action),
    /// What is typed goes into a box of own words.
    Words(WordsBox),
    /// What is typed goes into the questions to ask.
    Questions,
    /// The form's text becomes a concern.
    AddConcern,
    /// The form's texts become a line of a list: what, and by when.
    AddNote(List, Presence),
    /// The day chosen is when to look again.
    Review,
    /// Opens or closes a part of an outcome's card, which is made when it is wanted.
    Card(OutcomeId, Panel),
    /// Moves an outcome up by this order, and keeps the focus on it.
    Raise(OutcomeId, OutcomeOrder),
    /// What is typed goes into the box about an outcome.
    About(OutcomeId),
    /// Puts what was marked first by this order, and keeps the focus on the outcome's mark.
    Bring(OutcomeId, OutcomeOrder),
    /// Opens or closes the choice of options and of the order.
    Choose,
    /// Shows what waits after what is seen first.
    Others,
    /// Asks again what was answered in words.
    Reword(Weighable),
    /// Saves a picture: the places of its card and of its cell in Compare.
    Picture {
        /// Place of the card.
        card: usize,
        /// Place of the cell.
        cell: usize,
        /// As what.
        format: Format,
    },
    /// Opens or closes the choice of whose turn it is.
    Turns,
    /// Opens or closes the health professional's panel.
    Drawer,
    /// Asks whether to start again, or no longer asks.
    AskAgain(bool),
    /// Starts or stops the clock.
    Clock,
    /// Opens a second window.
    Second,
    /// Large type, one card at a time; or back from it.
    Large,
    /// The next card, or the one before.
    Turn(bool),
    /// Saves the answers to a file.
    Save,
    /// Opens a saved file.
    Open,
    /// Keeps the answers on this device, or no longer does.
    Keep(bool),
    /// Takes a message away.
    Dismiss,
    /// Opens the summary (`false`) or the sheet for an appointment.
    Sheet(bool),
    /// Copies the summary.
    Copy,
    /// Prints the page.
    Print,
    /// Makes the record in a form, to copy or as a file.
    Take(RecordForm),
    /// Shows what would go to the system that opened the page.
    SeeGift,
    /// Gives what is shown to it (`true`), or nothing.
    Give(bool),
    /// Lets it close the page.
    Done,
    /// Shows what could be given at the end.
    SeeGiven,
    /// Says at the end where they are with the decision.
    StageNow(DecisionStage),
    /// Answers an item of the questions at the end, counted from 0, or leaves it out.
    AnswerItem(usize, GivenAnswer),
    /// Gives what is shown at the end, in a way.
    GiveAway(GivenWay),
    /// Gives nothing at the end.
    GiveNothing,
    /// Copies the text that was made.
    CopyTaken,
    /// Makes a link to the answers.
    Link,
    /// The same as a QR code.
    Code,
    /// Copies the link.
    CopyLink,
    /// Reads QR codes with the camera.
    Scan,
    /// Shows what is kept on this device (`true`), or no longer.
    Kept(bool),
    /// Removes all that is kept on this device.
    ClearKept,
    /// Opens what is locked with the passphrase that was typed.
    Unlock,
    /// Opens answers in place of those here (`true`), or leaves those.
    Replace(bool),
}

impl Act {
    /// The box that is typed in.
    pub(crate) fn place(&self) -> Option<TypedIn> {
        match self {
            Self::Words(which) => Some(TypedIn::Words(*which)),
            Self::Questions => Some(TypedIn::Questions),
            Self::About(outcome) => Some(TypedIn::Outcome(outcome.clone())),
            _ => None,
        }
    }

    /// Whether it leads away from what is on screen, or takes the answers along: what waits in a form goes with it.
    pub(crate) const fn leaves(&self) -> bool {
        matches!(
            self,
            Self::Do(Action::Go(_) | Action::Turn(_) | Action::Show(ShowAction::SetMode(_)))
                | Self::Save
                | Self::Copy
                | Self::Print
                | Self::Take(_)
                | Self::SeeGift
                | Self::SeeGiven
                | Self::Link
                | Self::Code
                | Self::Second
                | Self::Keep(true)
                | Self::Large
                | Self::Drawer
                | Self::Sheet(_)
                | Self::Turn(_)
        )
    }
}

/// What the controls on the page do: the list that came with the drawing that is there.
#[derive(Clone, Default)]
pub struct Acts(Rc<RefCell<Vec<Act>>>);

impl Acts {
    /// The page is drawn anew, with these acts.
    pub(crate) fn drawn(&self, acts: Vec<Act>) {
        self.0.replace(acts);
    }

    /// What the control at `place` does.
    pub(crate) fn at(&self, place: usize) -> Option<Act> {
        self.0.borrow().get(place).cloned()
    }
}
