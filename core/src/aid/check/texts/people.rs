//! The texts for and from people beside the one who decides: what is told to children and carers, and who was heard when the aid was made.

use super::super::super::document::{InvolvementDoc, RetoldDoc};
use super::TextKind::{Phrase, Plain};
use super::Walk;
use crate::format::At;

impl<'d> Walk<'_, 'd> {
    pub(super) fn retold(&mut self, root: &At<'_>, all: &'d [RetoldDoc]) {
        for (index, retold) in all.iter().enumerate() {
            let place = root.item("retold", index);
            self.one(&place, "title", &retold.title, Plain);
            for (part, told) in retold.parts.iter().enumerate() {
                let place = place.item("part", part);
                self.one(&place, "title", &told.title, Plain);
                self.list(&place, "text", &told.text, Plain);
            }
        }
    }

    pub(super) fn involvement(&mut self, place: &At<'_>, involvement: &'d InvolvementDoc) {
        for (index, heard) in involvement.heard.iter().enumerate() {
            self.one(&place.item("heard", index), "who", &heard.who, Phrase);
        }
        for (index, said) in involvement.said.iter().enumerate() {
            let place = place.item("said", index);
            self.one(&place, "said", &said.said, Plain);
            self.some(&place, "did", said.did.as_deref(), Plain);
            let why = said.not_changed_because.as_deref();
            self.some(&place, "not_changed_because", why, Plain);
        }
    }
}
