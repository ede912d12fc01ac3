//! Calendar days in words, in every language.

use super::{Words, say};
use crate::date::Date;

impl Date {
    /// "31 March 2026".
    #[must_use]
    pub fn in_words(self, words: &Words) -> String {
        let (day, year) = (self.day.to_string(), self.year.to_string());
        let month = self.month_in_words(words);
        say!(words, context "a date", "{day} {month} {year}", day, month, year)
    }

    /// "March".
    fn month_in_words(self, words: &Words) -> String {
        match self.month {
            1 => say!(words, context "a month in a date", "January"),
            2 => say!(words, context "a month in a date", "February"),
            3 => say!(words, context "a month in a date", "March"),
            4 => say!(words, context "a month in a date", "April"),
            5 => say!(words, context "a month in a date", "May"),
            6 => say!(words, context "a month in a date", "June"),
            7 => say!(words, context "a month in a date", "July"),
            8 => say!(words, context "a month in a date", "August"),
            9 => say!(words, context "a month in a date", "September"),
            10 => say!(words, context "a month in a date", "October"),
            11 => say!(words, context "a month in a date", "November"),
            _ => say!(words, context "a month in a date", "December"),
        }
    }

    /// "March 2026".
    #[must_use]
    pub fn month_and_year(self, words: &Words) -> String {
        let (month, year) = (self.month_in_words(words), self.year.to_string());
        say!(words, context "a month and a year", "{month} {year}", month, year)
    }
}

impl Words {
    /// A day of the aid in words; as it stands when it is none.
    #[must_use]
    pub fn day(&self, date: &str) -> String {
        Date::parse(date).map_or_else(|| date.to_owned(), |day| day.in_words(self))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_in_words() {
        assert_eq!(Words::english().day("2024-02-29"), "29 February 2024");
        assert_eq!(Words::english().day("2023-02-29"), "2023-02-29");
    }
}
