//! Words for counts of people, and for the same counts in percent.

use super::Words;
use crate::chance::{Denominator, PeopleCount};
use crate::words::{Chances, Plural, say};

impl Words {
    /// "24", "1,024", "fewer than 1", "more than 99"; "24%", "less than 1%" where chances are said in percent.
    #[must_use]
    pub fn count(&self, count: PeopleCount) -> String {
        self.counted(count, self.chances())
    }

    /// The same as people, however chances are said: for pictures, which are people.
    #[must_use]
    pub fn people(&self, count: PeopleCount) -> String {
        self.counted(count, Chances::Counts)
    }

    fn counted(&self, count: PeopleCount, chances: Chances) -> String {
        match count {
            PeopleCount::Exactly(k, of) => self.so_many(k, of, chances),
            PeopleCount::FewerThanOne(of) => match chances {
                Chances::Counts => say!(self, context "a count of people", "fewer than 1"),
                Chances::Percent => {
                    say!(self, context "a percentage", "less than {percent}", percent = self.percent(1, of))
                }
            },
            PeopleCount::AllButFewerThanOne(of) => {
                let n = self.so_many(of.people_in_all() - 1, of, chances);
                say!(self, context "a count of people", "more than {n}", n)
            }
        }
    }

    fn so_many(&self, people: u32, of: Denominator, chances: Chances) -> String {
        match chances {
            Chances::Counts => self.number(people),
            Chances::Percent => self.percent(people, of),
        }
    }

    /// "24%" of 100, "24.0%" of 1,000: exact, and no finer than the denominator.
    #[must_use]
    pub fn percent(&self, people: u32, of: Denominator) -> String {
        [
            &self.decimal(i64::from(people), of.percent_decimals()),
            self.language().percent(),
        ]
        .concat()
    }

    /// "about 24"; nobody, everybody and bounds are not "about".
    #[must_use]
    pub fn about(&self, count: PeopleCount) -> String {
        self.around(count, self.chances())
    }

    pub(super) fn around(&self, count: PeopleCount, chances: Chances) -> String {
        match count {
            PeopleCount::Exactly(k, of) if k > 0 && k < of.people_in_all() => {
                let n = self.so_many(k, of, chances);
                say!(self, context "a count of people", "about {n}", n)
            }
            other => self.counted(other, chances),
        }
    }

    /// The form of a verb phrase after a count as it is said; after a percentage it is always the same.
    pub(super) fn verb(&self, count: PeopleCount) -> Plural {
        match self.chances() {
            Chances::Counts => self.plural_of(count),
            Chances::Percent => self.language().last_plural(),
        }
    }

    /// The form of a verb phrase after a count.
    #[must_use]
    pub fn plural_of(&self, count: PeopleCount) -> Plural {
        self.language().plural(match count {
            PeopleCount::Exactly(k, _) => k,
            PeopleCount::FewerThanOne(_) => 1,
            PeopleCount::AllButFewerThanOne(of) => of.people_in_all() - 1,
        })
    }
}
