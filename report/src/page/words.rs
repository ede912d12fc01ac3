//! Numbers in words. Shares are people of every 100, as everywhere in Weighup.

use crate::ask::Question;
use crate::stats::Share;

/// What stands where a number is hidden.
pub(super) const HIDDEN: &str = "not shown";

/// A count with commas.
pub(super) fn count(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A count that may be hidden.
pub(super) fn shown(number: Option<u64>) -> String {
    number.map_or_else(|| HIDDEN.to_owned(), count)
}

/// A share as people of every 100. What is not nobody never becomes 0, and what is not everybody never 100.
pub(super) fn of_100(share: f64) -> String {
    let rounded = (share * 100.0).round();
    if rounded == 0.0 && share > 0.0 {
        "fewer than 1".to_owned()
    } else if rounded == 100.0 && share < 1.0 {
        "more than 99".to_owned()
    } else {
        format!("{rounded}")
    }
}

/// An interval as people of every 100.
pub(super) fn interval(low: f64, high: f64) -> String {
    format!("{} to {}", end(low), end(high))
}

fn end(share: f64) -> String {
    let rounded = (share * 100.0).round() + 0.0;
    format!("{rounded}")
}

/// A difference in people of every 100, with its direction in words.
pub(super) fn difference(d: f64) -> String {
    let rounded = (d.abs() * 100.0).round();
    match (rounded == 0.0, d > 0.0) {
        (true, _) => "no difference in whole people".to_owned(),
        (false, true) => format!("{rounded} more"),
        (false, false) => format!("{rounded} fewer"),
    }
}

/// The ends of the interval of a difference, which may have different directions.
pub(super) fn difference_between(low: f64, high: f64) -> String {
    let one = |d: f64| {
        let rounded = (d.abs() * 100.0).round();
        match (rounded == 0.0, d > 0.0) {
            (true, _) => "0".to_owned(),
            (false, true) => format!("{rounded} more"),
            (false, false) => format!("{rounded} fewer"),
        }
    };
    format!("{} to {}", one(low), one(high))
}

/// A whole sentence about a share.
pub(super) fn sentence(question: &Question, share: &Share) -> String {
    format!(
        "Of {} people, {} {}: {} of every 100 (interval {}).",
        count(share.of),
        count(share.people),
        question.says,
        of_100(share.share),
        interval(share.low, share.high),
    )
}

/// Why there is no sentence.
pub(super) fn too_few(question: &Question) -> String {
    format!("Fewer than {} people said, so no share is told.", question.least)
}

#[cfg(test)]
mod tests {
    use super::{count, difference, of_100};

    #[test]
    fn numbers_are_people() {
        assert_eq!(count(1_234_567), "1,234,567");
        assert_eq!(count(999), "999");
        assert_eq!(of_100(0.0004), "fewer than 1");
        assert_eq!(of_100(0.9999), "more than 99");
        assert_eq!(of_100(0.0), "0");
        assert_eq!(of_100(0.615), "62");
        assert_eq!(difference(-0.12), "12 fewer");
        assert_eq!(difference(0.001), "no difference in whole people");
    }
}
