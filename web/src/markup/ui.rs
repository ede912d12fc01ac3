//! What every part needs to know about the widget it is in.

use std::cell::RefCell;

use weighup_core::aid::OutcomeId;
use weighup_core::consultation::{DecisionStage, RankMove, TypedIn, Weighable};
use weighup_core::given::{GivenAnswer, GivenOffer, GivenWay, LONGEST_FORM};
use weighup_core::record::RecordForm;
use yew::{AttrValue, Html};

use crate::act::{Act, Panel};
use crate::markup::{Speech, Value};
use crate::texts::Texts;

/// What is open on screen and belongs to no answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// Parts of outcomes' cards that were opened or closed in Compare. What is in them is made when they are open: an old
    /// phone feels the time.
    pub cards: Vec<(OutcomeId, Panel)>,
    /// The choice of options and of the order.
    pub choose: bool,
    /// What waits after what is seen first: outcomes in Compare, the longer rows of the options.
    pub others: bool,
    /// What was done last on this step, where it can be taken back or brought back.
    pub history: History,
    /// The choice of whose turn it is to weigh.
    pub turns: bool,
    /// What was asked about and is still open to another answer, in words: everything else that was answered is one line.
    pub asked: Option<Weighable>,
    /// What was moved last in a ranking, and how: its control keeps the focus when its row changes place.
    pub moved: Option<(Weighable, RankMove)>,
    /// The question whether to start again.
    pub again: bool,
    /// The sheet for an appointment is shown in place of the summary.
    pub appointment: bool,
    /// What came of copying.
    pub copying: Copying,
    /// What came of taking the record along.
    pub taking: Taking,
    /// What came of giving the record to the system that opened the page.
    pub giving: Giving,
    /// What came of taking the answers to another device.
    pub carrying: Carrying,
    /// What is kept on this device, where that was asked for: a line for each aid.
    pub kept: Option<Vec<String>>,
}

impl Open {
    /// Whether a part of a card is open, given whether it is at first.
    #[must_use]
    pub fn shows(&self, outcome: &OutcomeId, panel: Panel, at_first: bool) -> bool {
        let pressed = self
            .cards
            .iter()
            .any(|(id, part)| id == outcome && *part == panel);
        pressed != at_first
    }

    /// Opens what is closed, closes what is open.
    pub(crate) fn turn(&mut self, outcome: OutcomeId, panel: Panel) {
        let card = (outcome, panel);
        match self.cards.iter().position(|open| *open == card) {
            Some(at) => {
                self.cards.remove(at);
            }
            None => self.cards.push(card),
        }
    }
}

/// What was done last on a step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum History {
    /// An answer, if anything.
    #[default]
    Changed,
    /// It was undone.
    Undone,
    /// It was brought back.
    Redone,
}

/// What came of copying the summary, or of printing it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copying {
    /// Not tried.
    #[default]
    NotTried,
    /// The browser took the text.
    Copied,
    /// It did not: the text is there to copy by hand.
    ByHand,
    /// The page could not be printed, and the text can be copied.
    Unprinted,
}

/// What came of taking the record along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Taking {
    /// It was not asked for.
    #[default]
    Nothing,
    /// It is being made.
    Making,
    /// It is there to look at and copy.
    Made {
        /// In which form.
        form: RecordForm,
        /// The text.
        text: String,
        /// Whether the browser took it, once it was offered.
        copied: Option<bool>,
    },
    /// It was handed over as a file; whether it was saved no page can see.
    Handed,
    /// It could not be made.
    Failed,
}

/// What came of giving the record to the system that opened the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Giving {
    /// It was not asked for.
    #[default]
    Nothing,
    /// What would go is being made, and the system is asked whether it is there.
    Making,
    /// What would go is there to look at.
    Offered {
        /// As a person reads it.
        text: String,
        /// All of it, as the system gets it.
        whole: String,
        /// It is on its way.
        going: bool,
    },
    /// The system took it; whether it was asked to close the page and did not.
    Given {
        /// It did not.
        stays: bool,
    },
    /// It was not given, and why.
    Failed(&'static str),
}

/// Giving answers at the end. It is asked once in a visit, so going to another step forgets none of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtTheEnd {
    /// What came of it.
    pub came: EndCame,
    /// Where they are with the decision, as asked at the end.
    pub stage: Option<DecisionStage>,
    /// Answers to the questions of the deployment.
    pub answers: [GivenAnswer; LONGEST_FORM],
    /// Outcomes that were opened in this visit, kept only where a site asks for answers.
    pub opened: Vec<OutcomeId>,
}

/// What came of asking for answers at the end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum EndCame {
    /// Nobody looked.
    #[default]
    Nothing,
    /// What would be given is being made.
    Making,
    /// It is there to look at.
    Shown {
        /// What it is.
        offer: Box<GivenOffer>,
        /// A way that was tried and did not work; nothing has gone.
        failed: Option<GivenWay>,
    },
    /// It could not be made.
    Unable,
    /// It was given in this way; with the QR code, where that was it: its side in modules and the dark ones as a path.
    Gone(GivenWay, Option<(String, String)>),
    /// They gave nothing.
    No,
}

/// What came of taking the answers to another device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Carrying {
    /// It was not asked for.
    #[default]
    Nothing,
    /// It is being made.
    Making,
    /// There is a link.
    Made {
        /// The link.
        link: String,
        /// The QR codes that hold it, each with its side in modules and the dark ones as a path, where they were asked for.
        codes: Vec<(String, String)>,
        /// Whether the browser took it, once it was offered.
        copied: Option<bool>,
    },
    /// There is none, and why.
    Failed(&'static str),
}

/// Answers from elsewhere that are not open yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Opening {
    /// There are none.
    #[default]
    Nothing,
    /// The camera looks for QR codes; how many of how many were read, once there is one.
    Scanning(Option<(u32, u32)>),
    /// They are locked; whether a passphrase was tried that does not open them.
    Locked(bool),
    /// They would take the place of what is here.
    Ask {
        /// The answers as text.
        text: String,
        /// Whose they are and when they were saved.
        whose: Vec<String>,
    },
}

/// The widget around a part.
#[derive(Clone)]
pub struct Ui {
    /// Prefix of every id.
    pub instance: AttrValue,
    /// True on the static page: the facts without controls.
    pub still: bool,
    /// Interface texts.
    pub texts: &'static Texts,
    /// Whose language words are in, and how they are laid out.
    pub speech: Speech,
    /// Everything is opened out from the start: the person likes it so.
    pub full: bool,
    /// Large type, one card at a time.
    pub large_type: bool,
    /// The browser reads QR codes with its camera: only there it is offered.
    pub reads_codes: bool,
    /// The origin of the system that opened the page, where the record may be given to it.
    pub ehr: Option<AttrValue>,
    /// The ways in which answers may be given at the end; none where the site asks for none.
    pub give: Vec<GivenWay>,
    /// The name of the key that signed the aid, where the page asks for a signature; empty where the browser cannot check it.
    pub signed: Option<AttrValue>,
    /// What came of asking for them.
    pub at_the_end: AtTheEnd,
    /// How many pieces of a long step are drawn: only the first that a person sees when the step opens, and all of them once
    /// those are on screen.
    pub pieces: usize,
    /// How many rows of a table are drawn with the first piece: more than the window shows of it.
    pub rows_first: usize,
    /// In a second window.
    pub second: bool,
    /// Which card is seen in large type, from 0, and how many there are.
    pub cards: (u32, u32),
    /// The health professional's panel is open. It stays so from step to step.
    pub drawer: bool,
    /// Minutes since the clock was started, while it runs.
    pub minutes: Option<u32>,
    /// Whether answers are kept on this device; `None` where the page does not allow it.
    pub keep: Option<bool>,
    /// A message, and what no longer applies.
    pub notice: Vec<String>,
    /// Answers from elsewhere that are not open yet.
    pub opening: Opening,
    /// What is too long to be kept: it stays in its box.
    pub too_long: Vec<(TypedIn, String)>,
    /// What is open.
    pub open: Open,
    /// The acts of the drawing that is being made: they leave with it.
    acts: RefCell<Vec<Act>>,
}

/// A drawing of the page, and what its controls do: each carries the place of its act in the list it was drawn with.
pub(crate) struct Screen {
    /// The page.
    pub(crate) html: Html,
    /// What its controls do.
    pub(crate) acts: Vec<Act>,
}

/// How many pieces of a long step are drawn before the browser paints anything of it.
pub(crate) const FIRST: usize = 1;
/// How many pieces the second drawing has. The third has all of them: drawn at once they would keep a press waiting.
pub(crate) const NEXT: usize = 3;

impl Ui {
    /// What stands in a box and is too long to be kept.
    #[must_use]
    pub fn too_long(&self, place: &TypedIn) -> Option<&str> {
        let found = self.too_long.iter().find(|(at, _)| at == place);
        found.map(|(_, words)| words.as_str())
    }

    /// A widget with controls.
    #[must_use]
    pub fn new(instance: AttrValue, texts: &'static Texts) -> Self {
        Self {
            instance,
            still: false,
            speech: Speech::default(),
            full: false,
            large_type: false,
            reads_codes: false,
            ehr: None,
            give: Vec::new(),
            signed: None,
            at_the_end: AtTheEnd::default(),
            pieces: usize::MAX,
            rows_first: usize::MAX,
            second: false,
            cards: (0, 0),
            drawer: false,
            minutes: None,
            keep: None,
            notice: Vec::new(),
            opening: Opening::Nothing,
            too_long: Vec::new(),
            texts,
            open: Open::default(),
            acts: RefCell::default(),
        }
    }

    /// A page without controls.
    #[must_use]
    pub fn still(instance: AttrValue, texts: &'static Texts) -> Self {
        Self {
            still: true,
            ..Self::new(instance, texts)
        }
    }

    /// An id that is unique on the page as long as `name` is unique in the widget.
    #[must_use]
    pub fn id(&self, name: &str) -> AttrValue {
        AttrValue::from([self.instance.as_str(), name].join("-"))
    }

    /// The attribute of a control that does `act`. Nobody presses what is not in a browser: there it is left out.
    pub(crate) fn act(&self, act: Act) -> Value {
        let mut acts = self.acts.borrow_mut();
        let place = acts.len();
        acts.push(act);
        cfg!(all(target_arch = "wasm32", feature = "csr")).then(|| AttrValue::from(place.to_string()))
    }

    /// Makes a drawing with a list of acts of its own.
    pub(crate) fn screen(&self, draw: impl FnOnce(&Self) -> Html) -> Screen {
        self.acts.take();
        Screen {
            html: draw(self),
            acts: self.acts.take(),
        }
    }
}
