//! Which questionnaires are known by name, and what an answer to one has to be before it may be counted.

use super::{ItemAnswer, NotScored};

/// A questionnaire that is short enough to be asked at the end of a decision aid and whose rules are in this room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instrument {
    /// CollaboRATE: how much effort was made in a visit, three items, 0 to 9.
    CollaboRate,
    /// SURE: whether conflict about a decision is likely, four items, no 0 and yes 1.
    Sure,
}

impl Instrument {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::CollaboRate, Self::Sure];

    /// Its name in files, the same in every language.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::CollaboRate => "collaborate",
            Self::Sure => "sure",
        }
    }

    /// The one of this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.id() == id)
    }

    /// How many items it has.
    #[must_use]
    pub const fn items(self) -> usize {
        match self {
            Self::CollaboRate => 3,
            Self::Sure => 4,
        }
    }

    /// Lowest and highest answer.
    #[must_use]
    pub const fn scale(self) -> (u8, u8) {
        match self {
            Self::CollaboRate => (0, 9),
            Self::Sure => (0, 1),
        }
    }

    /// Whether it asks about a visit that has been: before one there is nothing to answer.
    #[must_use]
    pub const fn is_about_a_visit(self) -> bool {
        match self {
            Self::CollaboRate => true,
            Self::Sure => false,
        }
    }

    /// Whether one person's form may be handed on: items may be left out, since a form with a gap is counted as one and not
    /// scored; what is there has to be on the scale.
    ///
    /// # Errors
    /// [`NotScored::Count`] or [`NotScored::Range`].
    pub fn accept(self, form: &[ItemAnswer]) -> Result<(), NotScored> {
        if form.len() != self.items() {
            return Err(NotScored::Count {
                expected: self.items(),
                found: form.len(),
            });
        }
        let (low, high) = self.scale();
        for (answer, item) in form.iter().zip(1..) {
            if let Some(value) = answer.filter(|value| !(low..=high).contains(value)) {
                return Err(NotScored::Range {
                    item,
                    value,
                    low,
                    high,
                });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Instrument;
    use crate::measures::NotScored;

    #[test]
    fn a_form_may_have_gaps_and_nothing_off_the_scale() {
        let form = Instrument::CollaboRate;
        assert_eq!(Instrument::from_id("collaborate"), Some(form));
        assert_eq!(Instrument::from_id("regret"), None);
        let four = Instrument::from_id("sure").unwrap();
        assert_eq!(four.accept(&[Some(1), Some(0), None, Some(1)]), Ok(()));
        assert_eq!(
            four.accept(&[Some(2), Some(0), None, Some(1)]),
            Err(NotScored::Range {
                item: 1,
                value: 2,
                low: 0,
                high: 1
            })
        );
        assert_eq!(form.accept(&[Some(0), None, Some(9)]), Ok(()));
        assert_eq!(
            form.accept(&[Some(9); 2]),
            Err(NotScored::Count {
                expected: 3,
                found: 2
            })
        );
        assert_eq!(
            form.accept(&[Some(9), Some(9), Some(10)]),
            Err(NotScored::Range {
                item: 3,
                value: 10,
                low: 0,
                high: 9
            })
        );
    }
}
