//! The readable record, the software that made it, and that it did: DocumentReference, Device, Provenance.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

use super::{Bundle, Coding, Resource, concept};
use crate::consultation::DecisionStatus;

impl Bundle<'_> {
    /// The page and the plain text, whole, in the bundle itself.
    pub(super) fn document(&self, page: &str, text: &str) -> Resource {
        let record = self.record;
        let attached = |kind: &str, data: &str| {
            json!({
                "attachment": {
                    "contentType": format!("{kind}; charset=utf-8"),
                    "language": record.aid.lang,
                    "data": STANDARD.encode(data),
                    "title": record.aid.title,
                    "creation": record.made.at,
                }
            })
        };
        let named = "Record of a shared decision";
        let kind = match self.wanted.document {
            Some(Coding {
                system,
                code,
                display,
            }) => {
                json!({ "text": named, "coding": [{ "system": system, "code": code, "display": display }] })
            }
            None => concept(named),
        };
        let says = [
            record.aid.title.as_str(),
            ". ",
            &record.status.said,
            " ",
            &record.what_it_is,
        ]
        .concat();
        self.resource(
            "DocumentReference",
            "document",
            &says,
            json!({
                "status": "current",
                "docStatus": match record.status.code {
                    DecisionStatus::InProgress => "preliminary",
                    DecisionStatus::Made | DecisionStatus::Withdrawn => "final",
                },
                "type": kind,
                "subject": self.subject(),
                "date": record.made.at,
                "author": [super::reference(&self.id("device"))],
                "description": says,
                "content": [attached("text/html", page), attached("text/plain", text)],
                "context": { "related": [super::reference(&self.id("response"))] },
            }),
        )
    }

    pub(super) fn device(&self) -> Resource {
        let aid = &self.record.aid;
        self.resource(
            "Device",
            "device",
            &["Decision aid software: ", &self.record.made.software].concat(),
            json!({
                "status": "active",
                "deviceName": [{ "name": "Weighup", "type": "user-friendly-name" }],
                "type": concept("Decision aid software"),
                "version": [
                    { "type": concept("software"), "value": self.record.made.software },
                    { "type": concept("decision aid"), "value": aid.stamp },
                ],
                "url": aid.address.as_deref().filter(|address| address.starts_with("https://")),
            }),
        )
    }

    /// That the software put all of the others together.
    pub(super) fn provenance(&self, of: &[Resource]) -> Resource {
        let targets: Vec<Value> = of.iter().map(Resource::reference).collect();
        self.resource(
            "Provenance",
            "provenance",
            &[
                "Put together on ",
                &self.record.made.day,
                " by ",
                &self.record.made.software,
            ]
            .concat(),
            json!({
                "target": targets,
                "recorded": self.record.made.at,
                "activity": concept("Put together from what people said and saw in a decision aid"),
                "agent": [{ "type": concept("assembler"), "who": super::reference(&self.id("device")) }],
            }),
        )
    }
}
