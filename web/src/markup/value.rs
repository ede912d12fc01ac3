//! What an attribute in markup may be given, and what it then is.

use weighup_core::consultation::Action;
use yew::AttrValue;

use crate::Ui;
use crate::act::Act;

/// An attribute's value; `None` leaves the attribute out.
pub(crate) type Value = Option<AttrValue>;

/// What an attribute may be given.
pub(crate) trait Attribute {
    /// Its value.
    fn value(self) -> Value;
}

impl<T: Attribute> Attribute for Option<T> {
    fn value(self) -> Value {
        self.and_then(T::value)
    }
}

impl Attribute for &Option<AttrValue> {
    fn value(self) -> Value {
        self.clone()
    }
}

impl Attribute for AttrValue {
    fn value(self) -> Value {
        Some(self)
    }
}

impl Attribute for &AttrValue {
    fn value(self) -> Value {
        Some(self.clone())
    }
}

/// A text that is always there: what is made for the moment comes as a `String`.
impl Attribute for &'static str {
    fn value(self) -> Value {
        Some(AttrValue::Static(self))
    }
}

impl Attribute for String {
    fn value(self) -> Value {
        Some(AttrValue::from(self))
    }
}

/// "true" or "false", as `aria-expanded` has it.
impl Attribute for bool {
    fn value(self) -> Value {
        Some(AttrValue::Static(if self { "true" } else { "false" }))
    }
}

impl Attribute for u32 {
    fn value(self) -> Value {
        self.to_string().value()
    }
}

impl Attribute for u16 {
    fn value(self) -> Value {
        u32::from(self).value()
    }
}

/// An attribute that is there or not.
pub(crate) fn when(there: bool, value: &'static str) -> Value {
    there.then_some(AttrValue::Static(value))
}

/// What a control may be given to do; `None` where it can do nothing now.
pub(crate) trait Does {
    /// How a press finds it.
    fn act(self, ui: &Ui) -> Value;
}

impl Does for Act {
    fn act(self, ui: &Ui) -> Value {
        ui.act(self)
    }
}

impl Does for Action {
    fn act(self, ui: &Ui) -> Value {
        ui.act(Act::Do(self))
    }
}

impl<T: Does> Does for Option<T> {
    fn act(self, ui: &Ui) -> Value {
        self.and_then(|this| this.act(ui))
    }
}
