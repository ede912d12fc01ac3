//! Numbers as tables have them.

use super::draft::{Cell, Spread};

/// What a cell of a table says, or why it cannot be read.
pub(super) fn figure(text: &str) -> Result<Option<Cell>, &'static str> {
    let plain = text
        .replace(['\u{a0}', '\u{202f}', '\u{2009}'], " ")
        .replace(['\u{2212}', '\u{2013}', '\u{2014}'], "-")
        .replace('·', ".");
    let plain = plain.trim();
    let nothing = ["", "-", "n/a", "na", "nr", "not reported", "?", ".", "nd", "none"];
    if nothing.contains(&plain.to_lowercase().as_str()) {
        return Ok(None);
    }
    let (head, tail) = match plain.split_once(['(', '[']) {
        Some((head, tail)) => (head.trim(), tail.trim_end_matches([')', ']']).trim()),
        None => (plain, ""),
    };
    if let Some(cell) = people(head, tail) {
        return cell.map(Some);
    }
    // "46 (12.5%)" has no number of people; "46 (86)" is people counted.
    let of = tail.trim_start_matches("n=").trim_start_matches("n =");
    if let Some(counted) = Cell::counted(whole_number(head), whole_number(of)) {
        return Ok(Some(counted));
    }
    if tail.replace("95%", "").contains('%') {
        return Err("the share stands there without the number of people");
    }
    let value = decimal(head).ok_or(
        "it is no number that is known: write \"46/86\", \"24%\", \"24 per 100\" or \"5.2 (4.1 to 6.3)\"",
    )?;
    if tail.is_empty() {
        return Ok(Some(Cell::Amount {
            value,
            spread: Spread::None,
        }));
    }
    let lower = tail.to_lowercase();
    if let Some(rest) = lower.strip_prefix("sd") {
        let mut parts = rest.split([',', ';']);
        let sd = parts
            .next()
            .map(|part| part.trim_matches([' ', '=', ':']))
            .and_then(decimal);
        let people = parts
            .next()
            .and_then(|part| whole_number(part.trim().trim_start_matches('n').trim_matches([' ', '=', ':'])));
        return match (sd, people) {
            (Some(sd), Some(people)) => Ok(Some(Cell::Amount {
                value,
                spread: Spread::Deviation { sd, people },
            })),
            _ => Err("a standard deviation needs the number of people: \"5.2 (SD 1.1, n=90)\""),
        };
    }
    match ends(&lower) {
        Some((low, high)) => Ok(Some(Cell::Amount {
            value,
            spread: Spread::Range { low, high },
        })),
        None => Err("what stands in brackets is no range: write \"5.2 (4.1 to 6.3)\""),
    }
}

/// Counts of people, or a share of them, with what stands in brackets; `None` when it is neither.
fn people(head: &str, tail: &str) -> Option<Result<Cell, &'static str>> {
    let marks = ["/", " of every ", " out of ", " of ", " per ", " in "];
    if let Some((part, whole)) = marks.iter().find_map(|mark| head.split_once(mark)) {
        return Some(of_people(head, tail, part, whole));
    }
    let percent = head.strip_suffix('%')?;
    Some(percentage(percent.trim(), tail))
}

fn of_people(head: &str, tail: &str, part: &str, whole: &str) -> Result<Cell, &'static str> {
    let part = whole_number(part).ok_or("the number before is no whole number of people")?;
    let whole = whole_number(whole.trim_start_matches("every").trim())
        .ok_or("the number of people is no whole number")?;
    if part > whole || whole == 0 {
        return Err("there are more who had it than people, or no people");
    }
    // A share beside the counts is held to them; a range is none.
    let share = tail.strip_suffix('%').map(str::trim);
    let tail = match share.filter(|share| decimal(share).is_some()) {
        Some(percent) if !agrees(percent, part, whole) => return Err(CLASH),
        Some(_) => "",
        None => tail,
    };
    Ok(
        if head.contains('/') || head.contains("out of") || ![100, 1_000, 10_000].contains(&whole) {
            Cell::Counted {
                events: part,
                people: whole,
                interval: true,
            }
        } else {
            Cell::Rate {
                count: part,
                per: whole,
                range: range(tail, whole, false).transpose()?,
            }
        },
    )
}

fn percentage(percent: &str, tail: &str) -> Result<Cell, &'static str> {
    // "12% (6/50)": the counts say more.
    if let Some((part, whole)) = tail.split_once('/')
        && let (Some(part), Some(whole)) = (whole_number(part), whole_number(whole))
        && let Some(counted) = Cell::counted(Some(part), Some(whole))
    {
        if !agrees(percent, part, whole) {
            return Err(CLASH);
        }
        return Ok(counted);
    }
    let (count, per) =
        share(percent).ok_or("the percentage cannot be written as people of 100, 1,000 or 10,000")?;
    Ok(Cell::Rate {
        count,
        per,
        range: range(&tail.replace('%', ""), per, true).transpose()?,
    })
}

const CLASH: &str =
    "the share and the counts beside each other do not agree: look at the source, and write one of the two";

/// Whether a percentage is that of the counts beside it, as far as its decimals go. What is no single percentage says nothing.
fn agrees(percent: &str, part: u32, whole: u32) -> bool {
    let Some(text) = decimal(percent) else { return true };
    let (before, after) = text.split_once('.').unwrap_or((&text, ""));
    let Ok(said) = format!("{before}{after}").parse::<u64>() else {
        return false;
    };
    let scale = after.bytes().fold(100_u64, |scale, _| scale * 10);
    // Rounded up or down: within one unit of the last decimal.
    (said * u64::from(whole)).abs_diff(u64::from(part) * scale) <= u64::from(whole)
}

/// A range in people of the same number, given in percent or in people: `None` when there is none.
fn range(tail: &str, per: u32, percent: bool) -> Option<Result<[u32; 2], &'static str>> {
    if tail.trim().is_empty() {
        return None;
    }
    let Some((low, high)) = ends(&tail.to_lowercase()) else {
        return Some(Err(
            "what stands in brackets is no range: write \"24% (18 to 30)\"",
        ));
    };
    let people = |end: &str| {
        if !percent {
            return whole_number(end);
        }
        let (count, of) = share(end)?;
        let factor = per.checked_div(of).filter(|factor| factor * of == per)?;
        count.checked_mul(factor)
    };
    let both = people(&low).zip(people(&high)).map(|(low, high)| [low, high]);
    Some(both.ok_or("the range has more decimals than the figure"))
}

/// The two ends of a range: "4.1 to 6.3", "4.1-6.3", "95% CI 4.1, 6.3".
fn ends(text: &str) -> Option<(String, String)> {
    let text = text
        .replace("95%", "")
        .replace("ci", "")
        .replace("from", "")
        .replace(':', " ");
    let text = text.trim();
    let (low, high) = [" to ", " - ", ";", ",", "-"].iter().find_map(|mark| {
        let (low, high) = text.split_once(mark)?;
        (!low.trim().is_empty()).then_some((low, high))
    })?;
    Some((decimal(low.trim())?, decimal(high.trim())?))
}

/// A whole number, with or without commas or spaces between thousands.
pub(super) fn whole_number(text: &str) -> Option<u32> {
    let text = text.trim();
    let text = text.strip_suffix(".0").unwrap_or(text);
    let digits = thousands(text, &[',', ' '])?;
    (!digits.is_empty() && digits.len() < 10 && digits.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| digits.parse().ok())
        .flatten()
}

/// The digits of a whole number without what parts its thousands: groups of three after a first of one to three that does not
/// begin with 0. "0,123" and "1,2345" are decimals, and to read them as 123 and 12,345 would make another number of them.
fn thousands(text: &str, marks: &[char]) -> Option<String> {
    let mut groups = text.split(marks);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let parted = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && rest.iter().all(|group| group.len() == 3);
    (rest.is_empty() || parted).then(|| format!("{first}{}", rest.concat()))
}

/// A number with up to three decimals, as the format writes it.
pub(super) fn decimal(text: &str) -> Option<String> {
    let text = text.trim();
    let (sign, size) = text.strip_prefix('-').map_or(("", text), |size| ("-", size));
    // Commas part thousands where they can; a single one that cannot is the decimal comma of other languages.
    let (before, after) = size.split_once('.').unwrap_or((size, ""));
    let (before, after) = match thousands(before, &[',']) {
        Some(before) => (before, after),
        None if before.len() == size.len() => {
            let (before, after) = size.split_once(',')?;
            (before.to_owned(), after)
        }
        None => return None,
    };
    let digits =
        |part: &str, most: usize| part.len() <= most && part.bytes().all(|byte| byte.is_ascii_digit());
    if before.is_empty() || !digits(&before, 6) || !digits(after, 3) {
        return None;
    }
    Some(if after.is_empty() {
        format!("{sign}{before}")
    } else {
        format!("{sign}{before}.{after}")
    })
}

/// A percentage as people of 100, 1,000 or 10,000, exactly.
pub(super) fn share(percent: &str) -> Option<(u32, u32)> {
    let text = decimal(percent)?;
    let (before, after) = text.split_once('.').unwrap_or((&text, ""));
    let after = after.trim_end_matches('0');
    let per: u32 = match after.len() {
        0 => 100,
        1 => 1_000,
        2 => 10_000,
        _ => return None,
    };
    let count: u32 = format!("{before}{after}").parse().ok()?;
    (count <= per).then_some((count, per))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_of_tables_are_read_as_what_they_are() {
        for (text, says) in [
            ("46/86", "events = 46, people = 86, interval = \"wilson95\""),
            ("46 of 86", "events = 46, people = 86, interval = \"wilson95\""),
            (
                "1,046 / 2,086",
                "events = 1046, people = 2086, interval = \"wilson95\"",
            ),
            ("46 (86)", "events = 46, people = 86, interval = \"wilson95\""),
            ("24%", "count = 24, per = 100"),
            ("4.9%", "count = 49, per = 1000"),
            ("0.35%", "count = 35, per = 10000"),
            (
                "24% (18 to 30)",
                "count = 24, per = 100, range = [18, 30], range_kind = \"interval95\"",
            ),
            (
                "24 per 1000 (18 to 30)",
                "count = 24, per = 1000, range = [18, 30], range_kind = \"interval95\"",
            ),
            (
                "24/100 (24%)",
                "events = 24, people = 100, interval = \"wilson95\"",
            ),
            (
                "7 / 60 (11.7 %)",
                "events = 7, people = 60, interval = \"wilson95\"",
            ),
            ("24 per 100 (24%)", "count = 24, per = 100"),
            ("0,123", "value = \"0.123\""),
            (
                "-0,5 (-0,75 to -0,125)",
                "value = \"-0.5\", low = \"-0.75\", high = \"-0.125\", range_kind = \"interval95\"",
            ),
            ("1234,5", "value = \"1234.5\""),
            ("1,234", "value = \"1234\""),
            ("12,345.6", "value = \"12345.6\""),
            ("12% (6/50)", "events = 6, people = 50, interval = \"wilson95\""),
            (
                "5.2 (4.1 to 6.3)",
                "value = \"5.2\", low = \"4.1\", high = \"6.3\", range_kind = \"interval95\"",
            ),
            ("5.2 (SD 1.1, n=90)", "value = \"5.2\", sd = \"1.1\", people = 90"),
            (
                "\u{2212}1.7 (95% CI -2.3, -1.1)",
                "value = \"-1.7\", low = \"-2.3\", high = \"-1.1\", range_kind = \"interval95\"",
            ),
        ] {
            let cell = figure(text).expect(text).expect(text);
            assert_eq!(cell.fields(), says, "{text}");
        }
        for text in ["", "-", "n/a", "NR"] {
            assert!(figure(text).expect(text).is_none(), "{text}");
        }
        for text in [
            "about half",
            "86/46",
            "46 (53%)",
            "=1+1",
            "1e9",
            "24 of every lot",
            "5.2 (4.1)",
            "101%",
            "24/100 (42%)",
            "42% (24/100)",
            "24 of 100 (42 %)",
            "24 of 100 (20% to 28%)",
            "1,2345",
            "1.234,5",
            "1.5,2",
            "12,34,567",
            "0,123/1,000",
            "0,125%",
            "5.2 (SD 1.1)",
            "<script>",
        ] {
            assert!(figure(text).is_err(), "{text}");
        }
    }
}
