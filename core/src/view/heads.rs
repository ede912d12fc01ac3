//! Names and marks of options, sources as a drawer shows them.

use crate::aid::{Aid, SourceId, TreatmentOption};

use super::rich::rich;
use super::{Mark, OptionHead, Rich, SourceView};

/// Marks in the aid's order: a shape first, none better than another.
const MARKS: [Mark; 6] = [
    Mark::Circle,
    Mark::Square,
    Mark::Triangle,
    Mark::Diamond,
    Mark::Hexagon,
    Mark::Pentagon,
];

pub(crate) fn head(option: &TreatmentOption) -> OptionHead {
    OptionHead {
        id: option.id.clone(),
        name: option.name().to_owned(),
        in_sentence: option.in_sentence().to_owned(),
        mark: MARKS
            .get(option.index % MARKS.len())
            .copied()
            .unwrap_or(Mark::Circle),
    }
}

pub(crate) fn heads(aid: &Aid) -> Vec<OptionHead> {
    aid.options().iter().map(head).collect()
}

pub(super) fn paragraphs(aid: &Aid, texts: &[String]) -> Vec<Rich> {
    texts.iter().map(|text| rich(aid, text)).collect()
}

/// A source, when the aid has it; a checked aid has all it names.
pub(crate) fn source(aid: &Aid, id: &SourceId) -> Option<SourceView> {
    let doc = aid.source(id)?;
    let href = doc
        .doi
        .as_ref()
        .map(|doi| format!("https://doi.org/{doi}"))
        .or_else(|| doc.url.clone());
    Some(SourceView {
        id: id.clone(),
        short: doc.short.clone(),
        citation: doc.citation.clone(),
        href,
        read: doc.read.clone(),
    })
}
