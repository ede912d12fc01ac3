//! What every component needs to know about the widget it is in, handed down as a Yew context.

use weighup_core::consultation::Action;
use yew::{AttrValue, Callback};

use crate::texts::{EN, Texts};

/// The widget around a component.
#[derive(Clone)]
pub struct Ui {
    /// Prefix of every id.
    pub instance: AttrValue,
    /// True on the static page: the facts without controls.
    pub still: bool,
    /// Interface texts.
    pub texts: &'static Texts,
    dispatch: Callback<Action>,
}

impl Ui {
    /// A widget whose actions go to `dispatch`.
    #[must_use]
    pub fn new(instance: AttrValue, dispatch: Callback<Action>) -> Self {
        Self {
            instance,
            still: false,
            texts: &EN,
            dispatch,
        }
    }

    /// A page without controls.
    #[must_use]
    pub fn still(instance: AttrValue) -> Self {
        Self {
            still: true,
            ..Self::new(instance, Callback::noop())
        }
    }

    /// An id that is unique on the page as long as `name` is unique in the widget.
    #[must_use]
    pub fn id(&self, name: &str) -> AttrValue {
        AttrValue::from(format!("{}-{name}", self.instance))
    }

    /// A listener that does `action`, whatever the event.
    #[must_use]
    pub fn act<E: 'static>(&self, action: Action) -> Callback<E> {
        self.with(move |_| action.clone())
    }

    /// A listener that works its action out from the event.
    #[must_use]
    pub fn with<E: 'static>(&self, action: impl Fn(E) -> Action + 'static) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |event| dispatch.emit(action(event)))
    }

    /// Do an action now.
    pub fn send(&self, action: Action) {
        self.dispatch.emit(action);
    }
}

impl PartialEq for Ui {
    fn eq(&self, other: &Self) -> bool {
        self.instance == other.instance
            && self.still == other.still
            && std::ptr::eq(self.texts, other.texts)
            && self.dispatch == other.dispatch
    }
}
