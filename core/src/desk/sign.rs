//! Signing off: what there is to sign, who has signed it, and an entry of `review.toml` for one more.

use serde_json::Value;

use super::error::DeskError;
use super::file::State;
use super::text::{self, Op};
use super::value::{self, quoted};
use super::{AuthorDesk, Done, SignOff, Signed};
use crate::aid::{Aid, Date, Place};
use crate::authoring;
use crate::view::review_notice;

const REVIEW: &str = "review.toml";

impl AuthorDesk {
    /// What a reviewer signs, and who has.
    #[must_use]
    pub fn sign_off(&self) -> SignOff {
        let reading = self.folder().check();
        let sound = reading.aid.as_ref();
        let content = sound
            .and(reading.document.as_ref())
            .map(|document| Aid::content_of(document).to_string());
        let version = reading
            .document
            .as_ref()
            .map(|document| document.version.clone())
            .unwrap_or_default();
        let reviewers = self
            .said(REVIEW)
            .and_then(|said| said.get("reviewers")?.as_array());
        let signed = reviewers.into_iter().flatten().enumerate().map(|(index, by)| {
            let text = |key: &str| by.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
            Signed {
                path: format!("reviewers[{index}]"),
                name: text("name"),
                role: text("role"),
                date: text("date"),
                counts: text("version") == version && content.as_deref() == Some(&*text("content")),
                version: text("version"),
            }
        });
        SignOff {
            signed: signed.collect(),
            hash: sound.map(|aid| aid.hash().as_str().to_owned()),
            notice: sound.map(|aid| review_notice(aid).text),
            version,
            content,
        }
    }

    /// Signs the aid as it is now: an entry of `review.toml` with the version and the hash of the content. One step of undo.
    ///
    /// # Errors
    /// When the aid has errors, a name or a role is missing, or the same person has signed this content already.
    pub fn sign(&mut self, name: &str, role: &str, day: Date) -> Result<Done, DeskError> {
        let (name, role) = (name.trim(), role.trim());
        for (what, text) in [("your name", name), ("your role and registration", role)] {
            if text.is_empty() {
                return Err(DeskError::Sign(format!("{what} is missing")));
            }
            value::sound(text).map_err(|why| DeskError::Sign(format!("{}: {why}", quoted(text))))?;
        }
        let now = self.sign_off();
        let content = now.content.ok_or_else(|| {
            DeskError::Sign(
                "the aid has errors, so there is nothing yet to sign; mend what the check lists first"
                    .to_owned(),
            )
        })?;
        if now.signed.iter().any(|by| by.counts && by.name == name) {
            return Err(DeskError::Sign(format!(
                "{} has signed this version already",
                quoted(name)
            )));
        }
        let entry = [
            ("name", name.to_owned()),
            ("role", role.to_owned()),
            ("date", day.to_string()),
            ("version", now.version),
            ("content", content),
        ];
        let fields = entry
            .map(|(key, said)| (key.to_owned(), Value::from(said)))
            .to_vec();
        let op = [Op::Add(Place::root().key("reviewers"), now.signed.len(), fields)];
        let words = format!("signature of {name}");
        if self.file(REVIEW).is_ok() {
            return match self.said(REVIEW) {
                Some(_) => self.write(REVIEW, &op, words, "reviewers"),
                None => Err(DeskError::OnlyText(REVIEW.to_owned())),
            };
        }
        let begun =
            text::content(authoring::REVIEW).and_then(|said| text::changed(authoring::REVIEW, &said, &op));
        let (new, _) = begun.ok_or_else(|| DeskError::Refused("reviewers".to_owned()))?;
        self.step(
            words.clone(),
            vec![(REVIEW.to_owned(), Some(State::of(new.into_bytes())))],
            false,
        )?;
        Ok(Done {
            words,
            also: Vec::new(),
        })
    }
}
