//! Made-up consultations with known truths in them, for tests, demonstrations and planning.
//!
//! Every aid in them is named `synthetic-…`, which stands in every row, table and page, so that nobody takes them for people.

mod draw;
mod truths;

use std::io::{self, Write};

pub use draw::SeededDraw;
pub use truths::{Likelihoods, Truths};

use crate::row::{GivenRow, NEEDS, PROMPTS, STEPS};

/// What the name of a made-up aid begins with.
pub const SYNTHETIC: &str = "synthetic-";

/// What is drawn.
#[derive(Clone, Debug)]
pub struct MadeUp {
    /// How many consultations.
    pub rows: u64,
    /// Another seed gives other people.
    pub seed: u64,
    /// What is true of them.
    pub truths: Truths,
}

/// The months, in order. The aid that changes does so in the seventh.
pub const MONTHS: [&str; 12] = [
    "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09",
    "2026-10", "2026-11", "2026-12",
];
/// The first month of the second version, by its place.
pub const CHANGE: usize = 6;
/// The aids.
pub const AIDS: [&str; 3] = ["synthetic-ear", "synthetic-knee", "synthetic-statins"];
const LANGUAGES: [(&str, u64); 5] = [("en", 74), ("cy", 6), ("ur", 8), ("pl", 7), ("ar", 5)];
const OUTCOMES: [&str; 5] = [
    "pain",
    "infection",
    "side-effects",
    "time-off",
    "another-operation",
];
const CHECKS: [&str; 3] = ["which-lasts", "how-many", "what-next"];
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

impl MadeUp {
    /// Draws one person after the other.
    ///
    /// # Errors
    /// What `each` fails with.
    pub fn each<E>(&self, mut each: impl FnMut(&GivenRow<'_>) -> Result<(), E>) -> Result<(), E> {
        let mut draw = SeededDraw::new(self.seed);
        let mut id = String::with_capacity(22);
        for _ in 0..self.rows {
            write_id(&mut draw, &mut id);
            each(&one(&mut draw, &self.truths, &id))?;
        }
        Ok(())
    }

    /// Writes JSON Lines.
    ///
    /// # Errors
    /// Where they cannot be written.
    pub fn lines(&self, to: &mut impl Write) -> io::Result<()> {
        self.each(|row| written(row, to))
    }
}

fn write_id(draw: &mut SeededDraw, id: &mut String) {
    id.clear();
    let bits = u128::from(draw.next()) << 64 | u128::from(draw.next());
    for place in 0..22 {
        // 21 characters of six bits and one of two, with nothing below them.
        let six = if place < 21 {
            bits >> (122 - 6 * place) & 63
        } else {
            (bits & 3) << 4
        };
        id.push(char::from(DIGITS.get(six as usize).copied().unwrap_or(b'A')));
    }
}

fn one<'a>(draw: &mut SeededDraw, truths: &Truths, id: &'a str) -> GivenRow<'a> {
    let aid = draw.of(&AIDS);
    let month = draw.below(MONTHS.len() as u64) as usize;
    let language = draw.weighted(&LANGUAGES);
    // Two aids change in the same month; only the first gets better by it.
    let second = month >= CHANGE && aid != "synthetic-statins";
    let chances = truths.of(aid, second, language);
    let mut row = GivenRow {
        id,
        month: MONTHS.get(month).copied().unwrap_or("2026-01"),
        aid,
        version: if second { "1.1.0" } else { "1.0.0" },
        language,
        easy_read: language == "en" && draw.yes(0.08),
        used: draw.maybe(0.9, &["prepare", "prepare", "together", "after"]),
        who: draw.maybe(0.85, &["alone", "alone", "with-someone", "with-professional"]),
        finished: draw.yes(chances.finished),
        ..GivenRow::default()
    };
    for (place, need) in row.needs.iter_mut().enumerate() {
        *need = draw.yes([0.15, 0.3, 0.1, 0.06, 0.12].get(place).copied().unwrap_or(0.0));
    }
    let reached = if row.finished {
        STEPS.len()
    } else {
        2 + draw.below(7) as usize
    };
    row.steps = STEPS
        .iter()
        .take(reached)
        .copied()
        .filter(|step| *step == "about" || draw.yes(0.9))
        .collect();
    row.stopped = row
        .steps
        .last()
        .copied()
        .filter(|_| row.finished || draw.yes(0.95));
    if draw.yes(0.8) {
        let before = draw.below(3) as i8;
        row.stage_before = Some(before);
        row.stage_after = row.finished.then(|| {
            if draw.yes(chances.closer) {
                before + 1
            } else {
                before
            }
        });
    }
    if reached > 7 {
        for prompt in PROMPTS.iter().copied() {
            if draw.yes(chances.fine) {
                row.fine.push(prompt)
            } else {
                row.not_yet.push(prompt)
            }
        }
        row.ready_after = Some(row.not_yet.is_empty());
        row.ready_before = draw.yes(0.6).then(|| draw.yes(0.25));
    }
    row.asked = 3;
    if reached > 4 && draw.yes(0.7) {
        // One draw for all three, so that the share who have all right is what the truths say.
        if draw.yes(chances.understood) {
            row.right = CHECKS.to_vec();
        } else {
            let wrong = draw.below(3) as usize;
            for (place, check) in CHECKS.iter().enumerate() {
                if place == wrong || draw.yes(0.3) {
                    row.other.push(check)
                } else {
                    row.right.push(check)
                }
            }
        }
    }
    row.answered_right = row.right.len() as i8;
    row.answered_otherwise = row.other.len() as i8;
    for outcome in OUTCOMES {
        if draw.yes(0.4) {
            row.opened.push(outcome);
        }
        match draw.below(10) {
            0..3 => row.matters.push(outcome),
            3 => row.worries.push(outcome),
            4 => row.does_not_matter.push(outcome),
            _ => {}
        }
    }
    if reached > 5 {
        row.method = draw.maybe(0.7, &["pairs", "pairs", "ranking", "points"]);
    }
    if row.finished {
        row.decision = Some(draw.of(&["in-progress", "made", "made"]));
        row.leaning = draw.maybe(
            0.9,
            &["option", "option", "undecided", "more-time", "please-advise"],
        );
        row.fits = row.method.map(|_| {
            if draw.yes(chances.agreement) {
                "yes"
            } else {
                draw.of(&["no", "not-separated"])
            }
        });
    }
    if row.who == Some("with-professional") {
        row.gap = draw.maybe(0.6, &["none", "some", "some", "large"]);
    }
    if row.used == Some("after") {
        let top = draw.yes(chances.top);
        row.collaborate = Some(if top { 27 } else { draw.below(27) as i8 });
        if draw.yes(0.5) {
            row.sure = Some(if draw.yes(chances.sure) {
                4
            } else {
                draw.below(4) as i8
            });
        }
    }
    row
}

/// A row as the line that a page would give.
fn written(row: &GivenRow<'_>, to: &mut impl Write) -> io::Result<()> {
    let text = |word: Option<&str>| word.map_or("null".to_owned(), |word| format!("\"{word}\""));
    let list = |words: &[&str]| {
        let quoted: Vec<String> = words.iter().map(|word| format!("\"{word}\"")).collect();
        format!("[{}]", quoted.join(","))
    };
    let stage = |place: Option<i8>| {
        let place = place.and_then(|place| usize::try_from(place).ok());
        text(place.and_then(|place| crate::row::STAGES.get(place).copied()))
    };
    let needs: Vec<&str> = NEEDS
        .iter()
        .zip(row.needs)
        .filter(|(_, there)| *there)
        .map(|(need, _)| *need)
        .collect();
    // Only whether all was fine is kept of the first answers, so one prompt stands for them.
    let before = row.ready_before.map_or("null".to_owned(), |fine| {
        let (yes, no) = if fine {
            ("[\"choice\"]", "[]")
        } else {
            ("[]", "[\"choice\"]")
        };
        format!("{{\"fine\":{yes},\"not_yet\":{no}}}")
    });
    let after = row.ready_after.map_or("null".to_owned(), |_| {
        format!(
            "{{\"fine\":{},\"not_yet\":{}}}",
            list(&row.fine),
            list(&row.not_yet)
        )
    });
    let marks = [
        (&row.matters, "matters"),
        (&row.worries, "worries"),
        (&row.does_not_matter, "does-not-matter"),
    ];
    let marked: Vec<String> = marks
        .iter()
        .flat_map(|(list, mark)| {
            list.iter()
                .map(move |outcome| format!("{{\"outcome\":\"{outcome}\",\"mark\":\"{mark}\"}}"))
        })
        .collect();
    let mut measures = Vec::new();
    if let Some(sum) = row.collaborate {
        let part = |place: i8| (sum - 9 * place).clamp(0, 9);
        measures.push(format!(
            "{{\"id\":\"collaborate\",\"answers\":[{},{},{}]}}",
            part(0),
            part(1),
            part(2)
        ));
    }
    if let Some(yes) = row.sure {
        let part = |place: i8| i8::from(place < yes);
        measures.push(format!(
            "{{\"id\":\"sure\",\"answers\":[{},{},{},{}]}}",
            part(0),
            part(1),
            part(2),
            part(3)
        ));
    }
    writeln!(
        to,
        "{{\"format\":\"weighup-given\",\"version\":1,\"id\":\"{}\",\"month\":\"{}\",\"aid\":{{\"id\":\"{}\",\"version\":\"{}\",\"hash\":null}},\
         \"language\":\"{}\",\"easy_read\":{},\"needs\":{},\"use\":{},\"who\":{},\"stage\":{{\"before\":{},\"after\":{}}},\
         \"ready\":{{\"before\":{before},\"after\":{after}}},\"understanding\":{{\"asked\":{},\"right\":{},\"other\":{}}},\
         \"opened\":{},\"marked\":[{}],\"method\":{},\"decision\":{},\"leaning\":{},\"fits_choice\":{},\"gap\":{},\
         \"steps\":{},\"stopped\":{},\"finished\":{},\"measures\":[{}]}}",
        row.id,
        row.month,
        row.aid,
        row.version,
        row.language,
        row.easy_read,
        list(&needs),
        text(row.used),
        text(row.who),
        stage(row.stage_before),
        stage(row.stage_after),
        row.asked,
        list(&row.right),
        list(&row.other),
        list(&row.opened),
        marked.join(","),
        text(row.method),
        text(row.decision),
        text(row.leaning),
        text(row.fits),
        text(row.gap),
        list(&row.steps),
        text(row.stopped),
        row.finished,
        measures.join(","),
    )
}
