//! What every part needs to know about the widget it is in.

use std::cell::RefCell;
use std::rc::Rc;

use weighup_core::aid::OutcomeId;
use weighup_core::consultation::{Action, Place, Weighable};
use yew::AttrValue;

use crate::act::Act;
use crate::markup::Value;
use crate::texts::{EN, Texts};

/// What is open on screen and belongs to no answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Open {
    /// Cards of outcomes that were opened in Compare. What is in them is made then: an old phone feels the time.
    pub cards: Vec<OutcomeId>,
    /// The list of steps, on a narrow screen.
    pub steps: bool,
    /// The choice of whose turn it is to weigh.
    pub turns: bool,
    /// What was moved last in a ranking, and how: its control keeps the focus when its row changes place.
    pub moved: Option<(Weighable, Place)>,
    /// The question whether to start again.
    pub again: bool,
    /// What came of copying.
    pub copying: Copying,
}

/// What came of copying the summary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Copying {
    /// Not tried.
    #[default]
    NotTried,
    /// The browser took the text.
    Copied,
    /// It did not: the text is there to copy by hand.
    ByHand,
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
    /// What is open.
    pub open: Open,
    acts: Rc<RefCell<Vec<Act>>>,
}

impl Ui {
    /// A widget with controls.
    #[must_use]
    pub fn new(instance: AttrValue) -> Self {
        Self {
            instance,
            still: false,
            texts: &EN,
            open: Open::default(),
            acts: Rc::default(),
        }
    }

    /// A page without controls.
    #[must_use]
    pub fn still(instance: AttrValue) -> Self {
        Self {
            still: true,
            ..Self::new(instance)
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
        cfg!(target_arch = "wasm32").then(|| AttrValue::from(place.to_string()))
    }

    /// The attribute of a control that does something about the answers.
    pub(crate) fn does(&self, action: Action) -> Value {
        self.act(Act::Do(action))
    }

    /// Before the page is made anew.
    pub(crate) fn forget_acts(&self) {
        self.acts.borrow_mut().clear();
    }

    /// What the control at `place` does.
    pub(crate) fn act_at(&self, place: usize) -> Option<Act> {
        self.acts.borrow().get(place).cloned()
    }
}
