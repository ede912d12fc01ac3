//! The places of an aid's figures: a row at one point in time for one group, and each option's cell in it. Their words are made of
//! numbers, so no text of the aid has them.

use serde_json::Value;

use super::AidPlace;
use crate::aid::{Aid, Place};
use crate::authoring::named;
use crate::view::{CellView, OutcomeCard, every_card};

/// Every row and every cell that a page shows, in its order.
pub(super) fn figure_places(aid: &Aid) -> Vec<AidPlace> {
    let mut all = Vec::new();
    for card in every_card(aid) {
        let Some(row) = row_of(aid, &card) else { continue };
        let name = named(aid.document(), &row).join(".");
        if all.iter().any(|known: &AidPlace| known.name == name) {
            continue;
        }
        let said = said(&card);
        all.push(AidPlace::new(name.clone(), row.clone(), said.clone()));
        let cells = aid.options().iter().map(|option| {
            let cell = card
                .cells
                .iter()
                .find(|cell| option_of(cell) == option.id.as_str());
            AidPlace::new(
                format!("{name}.cells.{}", option.id.as_str()),
                row.key("cells").key(option.id.as_str()),
                // Amounts and levels are laid out together for all options.
                cell.map_or_else(|| said.clone(), self::said),
            )
        });
        all.extend(cells);
    }
    all
}

/// Where the row of a card stands in the file.
pub(in crate::involvement) fn row_of(aid: &Aid, card: &OutcomeCard) -> Option<Place> {
    let doc = aid.document();
    let at = doc
        .outcomes
        .iter()
        .position(|outcome| outcome.id == card.id.as_str())?;
    let time = card.horizons.iter().find(|choice| choice.selected)?.id.as_str();
    let group = card.for_group.as_ref().map(|group| group.as_str());
    let study = card.studies.as_ref().map(|studies| studies.name.as_str());
    let rows = doc.outcomes.get(at)?.rows.iter().enumerate();
    let of_card = rows.filter(|(_, row)| row.time() == time && group.is_none_or(|group| row.group == group));
    // Of several studies the card shows one first.
    let found = of_card.min_by_key(|(_, row)| row.study.as_deref() != study);
    let (row, _) = found?;
    Some(Place::root().key("outcome").index(at).key("figures").index(row))
}

fn option_of(cell: &CellView) -> &str {
    match cell {
        CellView::Known(figure) => figure.option.id.as_str(),
        CellView::NotKnown { option, .. } => option.id.as_str(),
    }
}

/// Every word that a part of the page shows, one after the other.
fn said(part: &impl serde::Serialize) -> String {
    fn gather(value: &Value, out: &mut Vec<String>) {
        match value {
            Value::String(text) => out.push(text.clone()),
            Value::Array(all) => all.iter().for_each(|one| gather(one, out)),
            Value::Object(all) => all.values().for_each(|one| gather(one, out)),
            Value::Number(number) => out.push(number.to_string()),
            Value::Null | Value::Bool(_) => {}
        }
    }
    let mut out = Vec::new();
    // What a view holds always serialises.
    gather(&serde_json::to_value(part).unwrap_or_default(), &mut out);
    out.join(" ")
}
