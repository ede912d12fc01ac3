//! Damage to files of lines, as TOML and tables are.

use crate::draw::{Draw, ODD};

/// The text with some of its lines and values exchanged, doubled, taken out, or taken from another text.
pub fn moved(draw: &mut Draw, text: &str, others: &[String]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for _ in 0..draw.pieces(5) {
        let (at, to) = (draw.below(lines.len()), draw.below(lines.len()));
        match draw.below(8) {
            0 if !lines.is_empty() => lines.swap(at, to),
            1 if !lines.is_empty() => {
                lines.remove(at);
            }
            2 => {
                if let Some(line) = lines.get(at).cloned() {
                    lines.insert(to, line);
                }
            }
            3 => {
                // A table with what belongs to it, doubled somewhere else.
                let end = lines.iter().skip(at + 1).position(|line| line.starts_with('['));
                let end = end.map_or(lines.len(), |more| at + 1 + more);
                let part = lines.get(at..end).unwrap_or_default().to_vec();
                lines.splice(to..to, part);
            }
            4 => {
                let other = draw.of(others).map(String::as_str).unwrap_or_default();
                let theirs: Vec<&str> = other.lines().collect();
                if let Some(line) = draw.of(&theirs) {
                    lines.insert(to, (*line).to_owned());
                }
            }
            5 => {
                let odd = draw.of(&ODD).copied().unwrap_or_default();
                put(&mut lines, at, odd);
            }
            6 => {
                let value = lines
                    .get(to)
                    .and_then(|line| line.split_once(" = "))
                    .map(|(_, value)| value.to_owned());
                if let Some(value) = value {
                    put(&mut lines, at, &value);
                }
            }
            _ => inside(draw, &mut lines, at),
        }
    }
    lines.join("\n") + "\n"
}

/// Gives the key of a line another value.
fn put(lines: &mut [String], at: usize, value: &str) {
    if let Some(line) = lines.get_mut(at)
        && let Some((key, _)) = line.split_once(" = ")
    {
        *line = format!("{key} = {value}");
    }
}

/// Changes one number inside a line.
fn inside(draw: &mut Draw, lines: &mut [String], at: usize) {
    let Some(line) = lines.get_mut(at) else { return };
    let Some(begin) = line.find(|letter: char| letter.is_ascii_digit()) else {
        return;
    };
    let end = line
        .get(begin..)
        .and_then(|rest| rest.find(|letter: char| !letter.is_ascii_digit()))
        .map_or(line.len(), |long| begin + long);
    line.replace_range(begin..end, ODD.get(draw.below(12)).copied().unwrap_or_default());
}
