//! Texts of the aid with their figures written out.

use super::{Rich, Run};
use crate::aid::{Aid, Piece, pieces};

/// A text of the aid with its figures written out in the denominator of their outcome.
#[must_use]
pub fn rich(aid: &Aid, text: &str) -> Rich {
    let run = |piece: Piece<'_>| match piece {
        Piece::Words(words) | Piece::Malformed(words) => Run::Words(words.to_owned()),
        Piece::Figure(at) => {
            let option = aid.options().iter().position(|option| option.id == at.option);
            // Of all there is: a text names the group it.
            let mut all = aid.all_outcomes().iter();
            let found = all.find(|outcome| outcome.id == at.outcome).and_then(|outcome| {
                let row = outcome.row_for(&at.horizon, at.group.as_ref())?;
                Some((outcome, row.cell(option?)?))
            });
            match found {
                Some((outcome, cell)) => Run::Figure(aid.inline(outcome, cell)),
                // Only for a text that is not this aid's: its own were all resolved when it was checked.
                None => Run::Words(aid.wording().not_known()),
            }
        }
    };
    Rich(pieces(text).into_iter().map(run).collect())
}
