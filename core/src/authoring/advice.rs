//! What to do about a number that was written in another way: the slip and its remedy by what was typed.

use crate::aid::{Code, PlaceStep, Problem};

/// Fields of numbers that may have decimals.
const DECIMALS: [&str; 5] = ["value", "low", "high", "sd", "ratio"];
/// Fields of whole numbers in a cell.
const COUNTS: [&str; 5] = ["events", "people", "count", "per", "range"];

/// Says what was typed, where a number of a cell is of another kind than its field takes.
pub(super) fn advise(problem: &mut Problem, text: &str) {
    let keys: Vec<&str> = problem
        .path
        .steps()
        .iter()
        .filter_map(|step| match step {
            PlaceStep::Key(key) => Some(key.as_str()),
            PlaceStep::Index(_) => None,
        })
        .collect();
    let Some(field) = keys.last().map(|key| (*key).to_owned()) else {
        return;
    };
    let in_cell = keys.contains(&"cells");
    let (start, end) = problem.span.unwrap_or_default();
    let typed = text.get(start..end).unwrap_or_default().to_owned();
    let said = match problem.code {
        Code::WrongType if DECIMALS.contains(&&*field) => decimal(&typed),
        Code::WrongType if in_cell && COUNTS.contains(&&*field) => whole(&typed, &field),
        Code::UnknownField if in_cell => instead(&field),
        Code::BadCell => ratio(&problem.message, &typed),
        _ => None,
    };
    if let Some((message, remedy)) = said {
        problem.message = message;
        problem.remedy = remedy;
    }
}

/// The ratio of a cell, or an end of its range, that could not be read: what was typed after its name.
fn ratio(message: &str, cell: &str) -> Option<(String, String)> {
    let key = ["ratio", "low", "high"]
        .into_iter()
        .find(|key| message.starts_with(&format!("`{key}` is not a number")))?;
    let mut rest = cell;
    loop {
        rest = rest.get(rest.find(key)? + key.len()..)?;
        if let Some(value) = rest.trim_start().strip_prefix('=') {
            let value = value.trim_start();
            let end = match value.strip_prefix('"') {
                Some(inside) => inside.find('"')? + 2,
                None => value.find([',', '}']).unwrap_or(value.len()),
            };
            return decimal(value.get(..end)?.trim());
        }
    }
}

/// Says what is wrong with a number with decimals, by how it was typed.
fn decimal(typed: &str) -> Option<(String, String)> {
    let quoted = typed.starts_with(['"', '\'']);
    let bare = typed.trim_matches(['"', '\'', ' ']);
    let short: String = bare.chars().take(20).collect();
    if let Some((number, after)) = comma(bare) {
        let thousands = after == 3 && !bare.starts_with('0');
        let plain = bare.replace(',', if thousands { "" } else { "." });
        return Some(if thousands {
            (
                format!("`{short}` has a comma in it"),
                format!("write {plain} for thousands, or \"{number}\" when it is a decimal comma"),
            )
        } else {
            (
                format!("`{short}` has a decimal comma"),
                format!("write a full stop: \"{plain}\""),
            )
        });
    }
    if !quoted && bare.parse::<f64>().is_ok() {
        return Some((
            format!("`{short}` stands without quotation marks"),
            format!("write \"{short}\": numbers with decimals stand in quotation marks"),
        ));
    }
    let number = bare.trim_matches(|c: char| !c.is_ascii_digit() && c != '.' && c != '-');
    if bare.contains('%') {
        return Some((
            format!("`{short}` has a percent sign"),
            format!(
                "write the number alone, \"{number}\"; what it is measured in stands in the outcome's `unit`"
            ),
        ));
    }
    (bare.starts_with(['<', '>', '≤', '≥', '~']) && !number.is_empty()).then(|| {
        (
            format!("`{short}` is a bound, and no number"),
            "write the number that was published, or `{ unknown = \"why\" }`".to_owned(),
        )
    })
}

/// Says what is wrong with a whole number, by how it was typed.
fn whole(typed: &str, field: &str) -> Option<(String, String)> {
    let bare = typed.trim_matches(['"', '\'', ' ']);
    let short: String = bare.chars().take(20).collect();
    let number = bare.trim_end_matches(['%', ' ']);
    if bare.starts_with(['-', '−']) {
        return Some((
            format!("`{short}` is below 0"),
            "write how many people it was: a count begins at 0".to_owned(),
        ));
    }
    let quoted = typed.starts_with(['"', '\'']);
    if !quoted && !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit()) {
        // It was a number, and was refused all the same.
        return None;
    }
    if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
        let what = if bare.contains('%') {
            "a percent sign"
        } else {
            "quotation marks"
        };
        let remedy = if bare.contains('%') {
            format!("write it as people: `count = {number}, per = 100`, or `events` and `people` as counted")
        } else {
            format!("write {number}, without quotation marks")
        };
        return Some((format!("`{short}` has {what}"), remedy));
    }
    if let Some((_, after)) = comma(number)
        && after == 3
        && !number.starts_with('0')
    {
        return Some((
            format!("`{short}` has a comma for thousands"),
            format!("write {}", number.replace(',', "")),
        ));
    }
    let plain = number.replace(',', ".");
    let (before, after) = plain.split_once('.')?;
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if before.is_empty() || after.is_empty() || !digits(before) || !digits(after) {
        return None;
    }
    let per = match after.trim_end_matches('0').len() {
        0 => 100,
        1 => 1_000,
        _ => 10_000,
    };
    let size = match per {
        100 => 0,
        1_000 => 1,
        _ => 2,
    };
    let padded: String = after.chars().chain("00".chars()).take(size).collect();
    let count = format!("{before}{padded}");
    let count = count.trim_start_matches('0');
    let exact = after.trim_end_matches('0').len() <= 2 && field == "count";
    let remedy = if exact {
        format!(
            "count people out of more: {before}.{after} of every 100 is `count = {}, per = {per}`; or give `events` and `people` as counted",
            if count.is_empty() { "0" } else { count }
        )
    } else {
        "give `events` and `people` as counted, or `count` of every 100, 1,000 or 10,000".to_owned()
    };
    Some((format!("`{short}` is no whole number of people"), remedy))
}

/// A field that other tables of figures have.
fn instead(field: &str) -> Option<(String, String)> {
    let remedy = match field {
        "percent" | "percentage" | "rate" | "pct" | "risk" | "proportion" => {
            "write a percentage as people: 4.9% is `count = 49, per = 1000`; or `events` and `people` as counted"
        }
        "n" | "N" | "total" | "denominator" | "of_people" => {
            "the people counted are `people`, and those who had it `events`"
        }
        "number" | "cases" | "event" => "those who had it are `events`, and the people counted `people`",
        "mean" | "median" | "average" => {
            "an average is `value`; whether it is a mean or a median is said in the outcome's `amount`"
        }
        "ci" | "CI" | "interval95" | "ci_low" | "ci_high" | "lower" | "upper" => {
            "a published range of a count is `range = [low, high]` with `range_kind = \"interval95\"`; of an amount, `low` and `high` with it"
        }
        "rr" | "RR" | "or" | "OR" | "hr" | "HR" => {
            "a published ratio is `{ of = \"OPTION\", ratio = \"0.36\", low = \"0.26\", high = \"0.51\" }` in a row of `status = \"derived\"`"
        }
        _ => return None,
    };
    Some((format!("there is no field `{field}` here"), remedy.to_owned()))
}

/// A number with one comma: itself with a full stop, and how many digits stand after the comma.
fn comma(bare: &str) -> Option<(String, usize)> {
    let (before, after) = bare.split_once(',')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    (digits(before.trim_start_matches('-')) && digits(after))
        .then(|| (format!("{before}.{after}"), after.len()))
}
