//! One file for each thing that is read, with what must always be so of it.

mod actions;
mod aid;
mod beside;
mod desk;
mod given;
mod hosts;
mod people;
mod problems;
mod saved;

pub(crate) use saved::texts;
use serde_json::Value;
use weighup_fuzz::{Draw, Tried, changed, damaged, moved};

/// Runs a target: seed, number of the first input, how many.
type Run = fn(u64, u64, u64) -> Tried;

/// Every target by its name.
pub(crate) const TARGETS: [(&str, Run); 14] = [
    ("aid-toml", aid::toml),
    ("aid-json", aid::json),
    ("overlay", beside::overlays),
    ("translation", beside::translations),
    ("desk", desk::desk),
    ("saved", saved::saved),
    ("actions", actions::actions),
    ("action-json", hosts::actions),
    ("involvement", people::involvement),
    ("comments", people::comments),
    ("form", people::forms),
    ("given", given::given),
    ("compute", problems::compute),
    ("drugis", problems::drugis),
];

/// A file of lines, damaged as lines, as text, or as both. Three of four begin with one that is sound.
fn of_lines(draw: &mut Draw, sound: &[String], broken: &[String]) -> String {
    let from = if broken.is_empty() || !draw.one_in(4) {
        sound
    } else {
        broken
    };
    let text = draw.of(from).cloned().unwrap_or_default();
    match draw.below(4) {
        0 => damaged(draw, &text, sound),
        1 => {
            let text = moved(draw, &text, sound);
            damaged(draw, &text, sound)
        }
        _ => moved(draw, &text, sound),
    }
}

/// A file of JSON, damaged as a tree, as text, or as both.
fn of_json(draw: &mut Draw, trees: &[Value], texts: &[String]) -> String {
    let tree = draw.of(trees).cloned().unwrap_or_default();
    match draw.below(6) {
        0 => damaged(draw, &tree.to_string(), texts),
        1 => {
            let text = changed(draw, &tree, trees);
            damaged(draw, &text, texts)
        }
        _ => changed(draw, &tree, trees),
    }
}
