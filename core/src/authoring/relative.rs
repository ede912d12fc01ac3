//! Cells given as a relative effect on another cell of their row: worked out before the document is read, with the
//! arithmetic put into the row's note. A ratio itself reaches no reader alone (R04).

use std::borrow::Cow;
use std::ops::Range;

use super::difference::thousands;
use crate::aid::document::ContrastDoc;
use crate::aid::{Code, Place, Problem};
use crate::chance::Decimal;
use crate::chance::interval::{exact95, wilson95};
use crate::format::tree::{Entry, Node, Value, field};

/// Ratios have up to this many decimals, kept as whole numbers.
const SCALE: u64 = 10_000;

/// What came of working out the cells of a file.
#[derive(Default)]
pub(super) struct WorkedOut {
    /// Those that could not be, with their spans in [`Problem::span`].
    pub(super) problems: Vec<Problem>,
    /// The ratios by which the others were, each with the number of its outcome and of its row there.
    pub(super) ratios: Vec<(usize, usize, ContrastDoc)>,
}

/// Works out every such cell of a file.
pub(super) fn work_out(tree: &mut Node<'_>) -> WorkedOut {
    let mut out = WorkedOut::default();
    let Some(outcomes) = list(tree, "outcome") else {
        return out;
    };
    for (o, outcome) in outcomes.iter_mut().enumerate() {
        let Some(rows) = list(outcome, "figures") else {
            continue;
        };
        for (r, row) in rows.iter_mut().enumerate() {
            let place = Place::root().key("outcome").index(o).key("figures").index(r);
            let ratios = self::row(row, &place, &mut out.problems);
            out.ratios.extend(ratios.into_iter().map(|ratio| (o, r, ratio)));
        }
    }
    out
}

fn list<'n, 't>(node: &'n mut Node<'t>, key: &str) -> Option<&'n mut Vec<Node<'t>>> {
    let Value::Table(entries) = &mut node.value else {
        return None;
    };
    match &mut entries.iter_mut().find(|entry| entry.key == key)?.node.value {
        Value::List(list) => Some(list),
        _ => None,
    }
}

fn row(row: &mut Node<'_>, place: &Place, problems: &mut Vec<Problem>) -> Vec<ContrastDoc> {
    let mut ratios = Vec::new();
    let Value::Table(fields) = &mut row.value else {
        return ratios;
    };
    let derived = matches!(field(fields, "status").map(|node| &node.value), Some(Value::Text(status)) if status == "derived");
    let Some(cells) = fields.iter_mut().find(|entry| entry.key == "cells") else {
        return ratios;
    };
    let Value::Table(cells) = &mut cells.node.value else {
        return ratios;
    };
    let mut worked = Vec::new();
    for index in 0..cells.len() {
        let Some(entry) = cells.get(index) else { continue };
        let Value::Table(given) = &entry.node.value else {
            continue;
        };
        if field(given, "of").is_none() && field(given, "ratio").is_none() {
            continue;
        }
        let place = place.key("cells").key(entry.key.as_ref());
        match cell(given, cells, derived) {
            Ok(done) => {
                ratios.extend(done.ratio.clone().map(|ratio| ContrastDoc {
                    to: entry.key.to_string(),
                    ..ratio
                }));
                worked.push((index, done));
            }
            Err((message, remedy)) => {
                let mut problem = Problem::new(Code::BadCell, place, message, remedy);
                problem.span = Some((entry.node.span.start, entry.node.span.end));
                problems.push(problem);
                // So that nothing is said of it twice.
                worked.push((index, Worked::refused(given, cells)));
            }
        }
    }
    let mut said = String::new();
    for (index, done) in worked {
        if let Some(entry) = cells.get_mut(index) {
            let span = entry.node.span.clone();
            let own = kept(&mut entry.node.value);
            entry.node.value = done.table(&span);
            if let Value::Table(fields) = &mut entry.node.value {
                fields.extend(own);
            }
            said += &done.said;
        }
    }
    if !said.is_empty() {
        note(fields, &said);
    }
    ratios
}

/// A cell that was worked out from another cell of its row.
struct Worked {
    /// `count`, `per` and the ends of the range; `None` for one that could not be.
    count: Option<(u64, u64, Option<[u64; 2]>)>,
    /// The ratio, where it has a range and is of somebody.
    ratio: Option<ContrastDoc>,
    /// The arithmetic, as a sentence that stands after others.
    said: String,
}

type Refusal = (String, &'static str);

fn cell(given: &[Entry<'_>], cells: &[Entry<'_>], derived: bool) -> Result<Worked, Refusal> {
    let effect = Effect::read(given, derived)?;
    let base = Base::find(cells, effect.of).ok_or_else(|| {
        (
            format!("`{}` has no figure in this row to work from", effect.of),
            "name an option whose cell is counted or published",
        )
    })?;
    let count = base.times(effect.ratio.value);
    if count == 0 && base.part > 0 && effect.ratio.value > 0 {
        let Base {
            part, people, per, ..
        } = base;
        return Err((
            format!(
                "{part} of {people} times {} is less than half a person of {per}",
                effect.ratio.written
            ),
            "write the figure it is worked out from with a larger `per`",
        ));
    }
    let range = effect.ends.map(|ends| ends.map(|end| base.times(end.value)));
    let whole = effect.ends.and_then(|ends| base.with_its_own(effect.ratio, ends));
    Ok(Worked {
        count: Some((count, base.per, whole.or(range))),
        ratio: effect.published().filter(|_| base.part > 0),
        said: arithmetic(&effect, &base, count, range, whole),
    })
}

/// A ratio as it was written, and in ten-thousandths.
#[derive(Clone, Copy)]
struct Ratio<'g> {
    written: &'g str,
    value: u64,
}

/// What the author gave: a ratio on another option's cell, and the ends of its range.
struct Effect<'g> {
    of: &'g str,
    ratio: Ratio<'g>,
    ends: Option<[Ratio<'g>; 2]>,
}

impl<'g> Effect<'g> {
    /// The ratio with its range, as what is known of the two options together; nothing where it has none.
    fn published(&self) -> Option<ContrastDoc> {
        let number = |ratio: Ratio<'_>| Decimal::nearest(ratio.value as f64 / SCALE as f64);
        let [low, high] = self.ends?;
        (low.value > 0).then(|| ContrastDoc {
            from: self.of.to_owned(),
            to: String::new(),
            difference: None,
            per: None,
            ratio: Some(number(self.ratio)),
            low: Some(number(low)),
            high: Some(number(high)),
            adjusted: None,
            status: None,
            sources: Vec::new(),
        })
    }

    fn read(given: &'g [Entry<'_>], derived: bool) -> Result<Self, Refusal> {
        let known = ["of", "ratio", "low", "high", "status", "sources"];
        if let Some(other) = given.iter().find(|entry| !known.contains(&&*entry.key)) {
            return Err((
                format!("a cell worked out from a ratio has no `{}`", other.key),
                "write `{ of = \"another option\", ratio = \"0.64\", low = \"0.50\", high = \"0.80\" }`",
            ));
        }
        let of = text(given, "of").ok_or_else(|| {
            (
                "it does not say of which option".to_owned(),
                "add `of`, the option the ratio is of",
            )
        })?;
        let ratio = ratio(
            given,
            "ratio",
            "0.64",
            "write it in quotes, with up to 4 decimals",
        )?;
        let own = text(given, "status").map(|status| status == "derived");
        if !own.unwrap_or(derived) {
            return Err((
                "a figure worked out from a ratio is derived".to_owned(),
                "write `status = \"derived\"` in the cell, or for the row",
            ));
        }
        let both = "give both ends, in quotes";
        let ends = if field(given, "low").is_none() && field(given, "high").is_none() {
            None
        } else {
            Some([
                self::ratio(given, "low", "0.50", both)?,
                self::ratio(given, "high", "0.80", both)?,
            ])
        };
        if let Some([low, high]) = ends {
            if low.value > high.value {
                return Err((
                    format!(
                        "the range of the ratio runs from {} down to {}",
                        low.written, high.written
                    ),
                    "write the low end in `low`",
                ));
            }
            if ratio.value < low.value || ratio.value > high.value {
                return Err((
                    format!(
                        "the ratio {} is outside its own range, {} to {}",
                        ratio.written, low.written, high.written
                    ),
                    "check the ratio and its range against the source",
                ));
            }
        }
        Ok(Self { of, ratio, ends })
    }
}

fn text<'g>(given: &'g [Entry<'_>], key: &str) -> Option<&'g str> {
    match field(given, key).map(|node| &node.value) {
        Some(Value::Text(text)) => Some(text.as_ref()),
        _ => None,
    }
}

fn ratio<'g>(
    given: &'g [Entry<'_>],
    key: &str,
    like: &str,
    remedy: &'static str,
) -> Result<Ratio<'g>, Refusal> {
    let written = text(given, key).and_then(|written| {
        let value = decimal(written)?;
        Some(Ratio { written, value })
    });
    written.ok_or_else(|| (format!("`{key}` is not a number such as \"{like}\""), remedy))
}

/// The figure that a ratio is applied to: `part` of `people`, to be told of `per`.
struct Base {
    part: u64,
    people: u64,
    per: u64,
    /// Its own 95 % interval as shares of people, where it has one.
    interval: Option<(f64, f64)>,
}

impl Base {
    fn find(cells: &[Entry<'_>], of: &str) -> Option<Self> {
        let Value::Table(base) = &cells.iter().find(|entry| entry.key == of)?.node.value else {
            return None;
        };
        let whole = |key: &str| match field(base, key).map(|node| &node.value) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        };
        let counted = whole("count").zip(whole("per"));
        let counted = counted.map(|(part, per)| Self {
            part,
            people: per,
            per,
            interval: published(base, per),
        });
        counted.or_else(|| {
            let (part, people) = whole("events").zip(whole("people"))?;
            Some(Self {
                part,
                people,
                per: 1_000,
                interval: published(base, people).or_else(|| worked_out(base, part, people)),
            })
        })
    }

    /// The ends of the range when how far off the figure itself may be is carried along: on the logarithm, the distances
    /// of both from their ends are added as squares, each end by itself (Zou and Donner 2008). `None` when the figure has
    /// no interval, or one that reaches nobody.
    fn with_its_own(&self, ratio: Ratio<'_>, ends: [Ratio<'_>; 2]) -> Option<[u64; 2]> {
        let share = self.part as f64 / self.people.max(1) as f64;
        let (low, high) = self.interval?;
        let point = share * ratio.value as f64;
        let [down, up] = ends.map(|end| end.value as f64 / ratio.value as f64);
        if low <= 0.0 || point <= 0.0 || down <= 0.0 {
            return None;
        }
        let away = |own: f64, of_ratio: f64| own.ln().hypot(of_ratio.ln()).exp();
        let per = self.per as f64;
        let least = point / away(low / share, down) / SCALE as f64 * per;
        let most = (point * away(high / share, up) / SCALE as f64).min(1.0) * per;
        Some([least.round() as u64, most.round() as u64])
    }

    /// How many of `per`, to the nearest person, when the figure is multiplied by a ratio.
    fn times(&self, ratio: u64) -> u64 {
        let above = u128::from(self.part) * u128::from(self.per) * u128::from(ratio);
        let below = u128::from(self.people.max(1)) * u128::from(SCALE);
        u64::try_from((above + below / 2) / below).unwrap_or(u64::MAX)
    }
}

/// The 95 % interval that a figure was published with, as shares.
fn published(base: &[Entry<'_>], people: u64) -> Option<(f64, f64)> {
    let kind = text(base, "range_kind")?;
    let Value::List(ends) = &field(base, "range")?.value else {
        return None;
    };
    let end = |node: &Node<'_>| match node.value {
        Value::Number(number) => Some(number as f64 / people.max(1) as f64),
        _ => None,
    };
    match ends.as_slice() {
        [low, high] if kind == "interval95" => Some((end(low)?, end(high)?)),
        _ => None,
    }
}

/// The interval that is worked out from the people counted.
fn worked_out(base: &[Entry<'_>], events: u64, people: u64) -> Option<(f64, f64)> {
    let (events, people) = (u32::try_from(events).ok()?, u32::try_from(people).ok()?);
    match text(base, "interval")? {
        "wilson95" if events <= people && people > 0 => Some(wilson95(events, people)),
        "exact95" if events <= people && people > 0 => Some(exact95(events, people)),
        _ => None,
    }
}

/// The arithmetic as a sentence after others.
fn arithmetic(
    effect: &Effect<'_>,
    base: &Base,
    count: u64,
    range: Option<[u64; 2]>,
    whole: Option<[u64; 2]>,
) -> String {
    let spoken = |n: u64| u32::try_from(n).map_or_else(|_| n.to_string(), thousands);
    let mut said = format!(
        " Worked out: {} of {} times {} is {} of {}",
        spoken(base.part),
        spoken(base.people),
        effect.ratio.written,
        spoken(count),
        spoken(base.per)
    );
    if let Some(([from, to], [low, high])) = effect.ends.zip(range) {
        said += &format!(
            "; from {} to {} it is {} to {}",
            from.written,
            to.written,
            spoken(low),
            spoken(high)
        );
    }
    if let Some([low, high]) = whole {
        said += &format!(
            "; with the range of the first figure as well, {} to {}",
            spoken(low),
            spoken(high)
        );
    }
    said.push('.');
    said
}

impl Worked {
    /// What stands in for a cell that could not be worked out: the figure it is relative to, which is as good as any for what else is
    /// looked at, since the aid is refused.
    fn refused(given: &[Entry<'_>], cells: &[Entry<'_>]) -> Self {
        let base = text(given, "of").and_then(|of| Base::find(cells, of));
        // One that was counted is no published rate, and would be told to be mixed with it.
        let base = base.filter(|base| base.people == base.per);
        Self {
            count: base.map(|base| (base.times(SCALE), base.per, Some([0, base.per]))),
            ratio: None,
            said: String::new(),
        }
    }

    /// The cell as the format has it.
    fn table<'t>(&self, span: &Range<usize>) -> Value<'t> {
        let node = |value| Node {
            value,
            span: span.clone(),
        };
        let entry = |key: &'static str, value| Entry {
            key: Cow::Borrowed(key),
            key_span: span.clone(),
            node: node(value),
        };
        let Some((count, per, range)) = self.count else {
            return Value::Table(vec![entry(
                "unknown",
                Value::Text(Cow::Borrowed("It could not be worked out.")),
            )]);
        };
        let mut table = vec![
            entry("count", Value::Number(count)),
            entry("per", Value::Number(per)),
        ];
        if let Some([low, high]) = range {
            let ends = vec![node(Value::Number(low)), node(Value::Number(high))];
            table.push(entry("range", Value::List(ends)));
            table.push(entry("range_kind", Value::Text(Cow::Borrowed("interval95"))));
        }
        Value::Table(table)
    }
}

/// What a cell with a relative effect says besides that effect.
fn kept<'t>(given: &mut Value<'t>) -> Vec<Entry<'t>> {
    let Value::Table(fields) = given else {
        return Vec::new();
    };
    let own = std::mem::take(fields).into_iter();
    own.filter(|entry| ["status", "sources"].contains(&&*entry.key))
        .collect()
}

/// Adds the arithmetic to the row's note.
fn note(fields: &mut Vec<Entry<'_>>, said: &str) {
    if let Some(entry) = fields.iter_mut().find(|entry| entry.key == "note") {
        if let Value::Text(text) = &mut entry.node.value {
            text.to_mut().push_str(said);
        }
        return;
    }
    let span = fields
        .iter()
        .find(|entry| entry.key == "cells")
        .map_or(0..0, |entry| entry.node.span.clone());
    fields.push(Entry {
        key: Cow::Borrowed("note"),
        key_span: span.clone(),
        node: Node {
            value: Value::Text(Cow::Owned(said.trim().to_owned())),
            span,
        },
    });
}

/// "0.64" as 6,400 of 10,000.
fn decimal(text: &str) -> Option<u64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || part.len() > 4 || !digits(whole) || !digits(part) {
        return None;
    }
    let part: u64 = format!("{part:0<4}").parse().ok()?;
    Some(whole.parse::<u64>().ok()? * SCALE + part)
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn ratios_are_whole_numbers_of_ten_thousandths() {
        assert_eq!(decimal("0.64"), Some(6_400));
        assert_eq!(decimal("1"), Some(10_000));
        assert_eq!(decimal("2.3456"), Some(23_456));
        for bad in ["", ".5", "-1", "0.12345", "1e3", "0,5", "half"] {
            assert_eq!(decimal(bad), None, "{bad}");
        }
    }
}
