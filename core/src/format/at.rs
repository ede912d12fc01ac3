//! The place in a file that a reader or a check has come to.
//!
//! What a patient's phone loads has no authors among its readers, and saying what is wrong and where is a tenth of its
//! download. There (without the feature `spoken`) a place is nothing and a problem is a count: the aid is refused, and
//! the file that comes after says why.

#[cfg(not(feature = "spoken"))]
use std::marker::PhantomData;

#[cfg(feature = "spoken")]
use super::{Place, PlaceStep};

/// Whether problems say what is wrong, where, and what to do.
pub(crate) const SPOKEN: bool = cfg!(feature = "spoken");

/// The place a reader has come to. It borrows the places around it, so that nothing is copied until something is wrong.
#[cfg(feature = "spoken")]
#[derive(Clone, Copy)]
pub(crate) struct At<'a> {
    up: Option<&'a At<'a>>,
    step: Step<'a>,
}

#[cfg(feature = "spoken")]
#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Key(&'a str),
    Index(usize),
    Item(&'a str, usize),
}

#[cfg(feature = "spoken")]
impl<'a> At<'a> {
    /// The whole document.
    pub(crate) const ROOT: At<'static> = At {
        up: None,
        step: Step::Root,
    };

    /// A field of this place.
    pub(crate) fn key(&'a self, key: &'a str) -> Self {
        Self {
            up: Some(self),
            step: Step::Key(key),
        }
    }

    /// An element of this place.
    pub(crate) fn index(&'a self, index: usize) -> Self {
        Self {
            up: Some(self),
            step: Step::Index(index),
        }
    }

    /// An element of a list in a field of this place.
    pub(crate) fn item(&'a self, key: &'a str, index: usize) -> Self {
        Self {
            up: Some(self),
            step: Step::Item(key, index),
        }
    }

    /// The place, to keep.
    pub(crate) fn place(&self) -> Place {
        let mut place = self.up.map_or_else(Place::root, At::place);
        match self.step {
            Step::Root => {}
            Step::Key(key) => place.push(PlaceStep::Key(key.to_owned())),
            Step::Index(index) => place.push(PlaceStep::Index(index)),
            Step::Item(key, index) => {
                place.push(PlaceStep::Key(key.to_owned()));
                place.push(PlaceStep::Index(index));
            }
        }
        place
    }
}

/// A place of which nothing is kept.
#[cfg(not(feature = "spoken"))]
#[derive(Clone, Copy)]
pub(crate) struct At<'a>(PhantomData<&'a ()>);

#[cfg(not(feature = "spoken"))]
impl<'a> At<'a> {
    pub(crate) const ROOT: At<'static> = At(PhantomData);

    pub(crate) fn key(&'a self, _: &'a str) -> Self {
        *self
    }

    pub(crate) fn index(&'a self, _: usize) -> Self {
        *self
    }

    pub(crate) fn item(&'a self, _: &'a str, _: usize) -> Self {
        *self
    }
}
