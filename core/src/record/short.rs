//! The record in few words: for a field of 500 characters, and as a letter to the health team.

use crate::consultation::WordsBox;
use crate::words::{Words, say};

use super::said;
use super::value::Record;

/// The most UTF-16 units of [`short_text`]: what the smallest free-text fields of records hold, counted as they count.
pub const SHORT_LIMIT: usize = 500;

/// Units that a field counts.
fn units(text: &str) -> usize {
    text.encode_utf16().count()
}

/// The record in one paragraph of at most [`SHORT_LIMIT`] units. What it is about, whether anything is decided and that there
/// is more stand in it always; then what fits, in the order of what a reader needs. Own words that do not fit are cut at a
/// word, and the cut is seen.
#[must_use]
pub fn short_text(words: &Words, record: &Record) -> String {
    let (title, day, stamp) = (
        cut(&record.aid.title, 120),
        &record.made.day,
        cut(&record.aid.stamp, 80),
    );
    let first = say!(
        words,
        "Shared decision, {day}: {title} (decision aid {stamp}).",
        day,
        title,
        stamp
    );
    let status = cut(&record.status.said, 120);
    let last = say!(words, "More is in the full record.");
    let mut text = [first, status].join(" ");
    let room = |text: &str| SHORT_LIMIT.saturating_sub(units(text) + units(&last) + 1);
    for (said, may_cut) in further(words, record) {
        let left = room(&text).saturating_sub(1);
        let said = one_line(&said);
        if units(&said) <= left {
            text.push(' ');
            text.push_str(&said);
        } else if may_cut && left >= 40 {
            text.push(' ');
            text.push_str(&cut(&said, left));
        }
    }
    text.push(' ');
    text.push_str(&last);
    text
}

/// What else a short text says, and whether it may be cut: own words may.
fn further(words: &Words, record: &Record) -> Vec<(String, bool)> {
    let mut out = Vec::new();
    out.extend(record.decision.said.iter().map(|said| (said.clone(), false)));
    let own = |place: WordsBox| record.words.iter().filter(move |box_of| box_of.place == place);
    for place in [WordsBox::Matters, WordsBox::WouldNotAccept] {
        out.extend(own(place).map(|box_of| (box_of.said.clone(), true)));
    }
    if !record.decision.doubts.is_empty() {
        out.push((
            said::label(words, WordsBox::Reservations, &record.decision.doubts),
            true,
        ));
    }
    out.extend(record.decision.sure.iter().map(|sure| (sure.said.clone(), false)));
    out.extend(
        record
            .review_on
            .iter()
            .map(|day| (said::look_again(words, &day.said), false)),
    );
    out.extend(record.actions.iter().map(|note| (said::whole(&note.said), true)));
    // A sentence with a number in it stands whole or not at all.
    out.extend(record.weighed.iter().map(|line| (line.clone(), false)));
    out
}

/// A text with its lines in one.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text of at most `most` units, cut at a word where it is longer.
fn cut(text: &str, most: usize) -> String {
    if units(text) <= most {
        return text.to_owned();
    }
    let mut kept = String::new();
    for word in text.split_inclusive(' ') {
        if units(&kept) + units(word.trim_end()) + 2 > most {
            break;
        }
        kept.push_str(word);
    }
    // One word longer than all the room there is: as many of its characters as fit.
    if kept.is_empty() {
        let mut left = most.saturating_sub(1);
        kept = text
            .chars()
            .take_while(|character| {
                let fits = character.len_utf16() <= left;
                left = left.saturating_sub(character.len_utf16());
                fits
            })
            .collect();
    }
    [kept.trim_end(), "…"].concat()
}

/// The record as a letter to a health team that was not there: whether anything is decided first, then what matters, what
/// worries, what is to be done. The figures stand in the full record.
#[must_use]
pub fn letter_text(words: &Words, record: &Record) -> String {
    let (title, day) = (&record.aid.title, &record.made.day);
    let mut text = String::new();
    let mut line = |said: &str| {
        text.push_str(said.trim_end());
        text.push('\n');
    };
    line(&say!(words, "About a shared decision: {title}", title));
    line("");
    line(&say!(
        words,
        "On {day} the person this letter is about used a decision aid about this choice.",
        day
    ));
    line(&record.status.said);
    line(&record.what_it_is);
    line(&say!(words, "Below, “you” and “I” are the person."));
    let mut part = |heading: String, items: Vec<String>| {
        if !items.is_empty() {
            line("");
            line(&heading);
            for item in items {
                line(&["- ", &one_line(&item)].concat());
            }
        }
    };
    let people = record.people.iter().map(|person| person.said.clone()).collect();
    part(
        say!(words, context "a heading of the record", "Who was here"),
        people,
    );
    let own = record.words.iter().map(|words| words.said.clone());
    part(
        say!(words, context "a heading of the record", "In your own words"),
        own.collect(),
    );
    let matters = record.weighed.iter().chain(&record.limits).cloned();
    part(
        say!(words, context "a heading of the record", "What matters most to you here"),
        matters.collect(),
    );
    let mut stands: Vec<String> = record.decision.said.iter().cloned().collect();
    stands.extend(record.decision.sure.iter().map(|sure| sure.said.clone()));
    if !record.decision.doubts.is_empty() {
        stands.push(said::label(
            words,
            WordsBox::Reservations,
            &record.decision.doubts,
        ));
    }
    part(
        say!(words, context "a heading of the record", "Where the decision stands"),
        stands,
    );
    let options = record.options.iter().map(|option| option.name.clone());
    part(
        say!(words, "The options that were talked about"),
        options.collect(),
    );
    let plan = record.actions.iter().map(|note| note.said.clone());
    let again = record
        .review_on
        .iter()
        .map(|day| said::look_again(words, &day.said));
    part(
        say!(words, context "a heading of the record", "Who does what"),
        plan.chain(again).collect(),
    );
    let open = record.decision.not_yet.iter().cloned();
    let asked = record
        .own_questions
        .lines()
        .map(str::trim)
        .filter(|asked| !asked.is_empty())
        .map(str::to_owned)
        .chain(record.asks.iter().cloned());
    part(
        say!(words, context "a heading of the record", "To look at again first"),
        open.chain(asked).collect(),
    );
    part(
        say!(words, context "a heading of the record", "Version"),
        vec![
            record.aid.stamp.clone(),
            record.aid.review.clone(),
            record.made.software.clone(),
        ],
    );
    text
}

#[cfg(test)]
mod tests {
    use super::{cut, units};

    #[test]
    fn a_cut_is_seen_and_never_longer_than_the_room() {
        for text in [
            "one two three four",
            "Donaudampfschifffahrt",
            "👩‍⚕️👩‍⚕️👩‍⚕️ and more",
            "a b",
        ] {
            for most in 1..30 {
                let short = cut(text, most);
                assert!(units(&short) <= most, "{short} in {most}");
                assert!(short == text || short.ends_with('…'), "{short}");
            }
        }
        assert_eq!(cut("one two three four", 11), "one two…");
    }
}
