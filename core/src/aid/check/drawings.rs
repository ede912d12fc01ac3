//! Drawings of Easy Read: every option has one or none has, and likewise the outcomes. A picture beside one of them alone would
//! be advice.

use super::Checker;
use crate::format::{At, Code};

/// The most characters of a drawing: it is loaded with the aid, and more is a painting.
const LONGEST: usize = 600;

impl Checker<'_> {
    /// Looks at every drawing, and whether all of a kind have one.
    pub(super) fn drawings(&mut self) {
        let doc = self.doc;
        let options = doc
            .options
            .iter()
            .map(|option| (option.id.as_str(), option.drawing.as_deref()));
        self.drawn_alike("option", options);
        let outcomes = doc
            .outcomes
            .iter()
            .map(|outcome| (outcome.id.as_str(), outcome.drawing.as_deref()));
        self.drawn_alike("outcome", outcomes);
    }

    fn drawn_alike<'d>(&mut self, kind: &str, all: impl Iterator<Item = (&'d str, Option<&'d str>)> + Clone) {
        let drawn = all.clone().any(|(_, drawing)| drawing.is_some());
        for (index, (id, drawing)) in all.enumerate() {
            let place = At::ROOT.item(kind, index);
            let wrong = match drawing {
                None if drawn => Some(format!(
                    "{kind} `{id}` has no drawing, and another {kind} has one"
                )),
                Some(drawing) => misdrawn(drawing).map(|why| format!("the drawing of {kind} `{id}` {why}")),
                None => None,
            };
            if let Some(wrong) = wrong {
                report!(
                    self,
                    Code::BadDrawing,
                    place.key("drawing"),
                    wrong,
                    "give every one of them a line drawing: the `d` of one SVG path in a square of 64 by 64, such as \"M8 32h48 M32 8v48\", or give none of them one",
                );
            }
        }
    }
}

/// What is wrong with a drawing.
fn misdrawn(drawing: &str) -> Option<String> {
    if drawing.len() > LONGEST {
        return Some(format!(
            "has {} characters, and {LONGEST} is the most",
            drawing.len()
        ));
    }
    if !drawing.starts_with('M') {
        return Some("does not begin with a capital M, the place where its first line starts".to_owned());
    }
    let stranger = drawing
        .chars()
        .find(|c| !(c.is_ascii_digit() || "MmLlHhVvCcSsQqTtAaZz .,-".contains(*c)));
    stranger.map(|c| format!("has `{c}` in it, which no path has"))
}
