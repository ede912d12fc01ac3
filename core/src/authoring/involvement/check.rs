//! What is wrong with a record of involvement.

use super::Involvement;
use crate::aid::document::Document;
use crate::aid::{Code, Date, OptionId, Place, Problem, Text, TextKind, is_version};

/// Where the record's places begin.
fn root() -> Place {
    Place::root().key("involvement")
}

/// The texts of a record that are not on the aid, which has its own look at those that are.
pub(in crate::authoring) fn texts(record: &Involvement) -> Vec<Text<'_>> {
    let mut out = Vec::new();
    let mut add = |place: Place, text| {
        out.push(Text {
            place,
            text,
            kind: TextKind::Label,
        });
    };
    let place = root();
    add(place.key("aim"), &*record.aim);
    add(place.key("reflections"), &*record.reflections);
    if let Some(text) = &record.all_was_done {
        add(place.key("all_was_done"), text);
    }
    for (index, one) in record.populations.iter().enumerate() {
        let place = place.key("population").index(index);
        add(place.key("who"), &one.who);
        for (key, text) in [
            ("share", &one.share),
            ("source", &one.source),
            ("not_heard_because", &one.not_heard_because),
        ] {
            if let Some(text) = text {
                add(place.key(key), text);
            }
        }
    }
    for (index, one) in record.heard.iter().enumerate() {
        for (at, name) in one.names.iter().enumerate() {
            add(place.key("heard").index(index).key("names").index(at), name);
        }
    }
    for (index, one) in record.activities.iter().enumerate() {
        add(place.key("activity").index(index).key("how"), &one.how);
    }
    for (index, one) in record.said.iter().enumerate() {
        let place = place.key("said").index(index);
        add(place.key("hoped"), &one.hoped);
        if let Some(text) = &one.why_it_matters {
            add(place.key("why_it_matters"), text);
        }
        for (at, comment) in one.comments.iter().enumerate() {
            add(place.key("comments").index(at), comment);
        }
    }
    out
}

/// What is wrong with a record beside its aid. That texts are there is seen with the others of the dossier.
pub(in crate::authoring) fn check(record: &Involvement, doc: &Document) -> Vec<Problem> {
    let mut look = Look {
        record,
        problems: Vec::new(),
    };
    if record.aid != doc.id {
        look.wrong(
            root().key("aid"),
            format!("the record is of `{}`, and the aid is `{}`", record.aid, doc.id),
            "keep each record beside its aid, or write the aid's `id`",
        );
    }
    look.identifiers();
    look.who_was_heard();
    look.what_was_done();
    look.what_was_said();
    look.what_was_not_done();
    look.problems
}

struct Look<'r> {
    record: &'r Involvement,
    problems: Vec<Problem>,
}

impl Look<'_> {
    fn report(&mut self, code: Code, place: Place, message: String, remedy: &str) {
        self.problems.push(Problem::new(code, place, message, remedy));
    }

    fn wrong(&mut self, place: Place, message: String, remedy: &str) {
        self.report(Code::BadInvolvement, place, message, remedy);
    }

    fn identifiers(&mut self) {
        let record = self.record;
        let lists: [(&str, Vec<&str>); 4] = [
            (
                "population",
                record.populations.iter().map(|one| &*one.id).collect(),
            ),
            ("heard", record.heard.iter().map(|one| &*one.id).collect()),
            ("activity", record.activities.iter().map(|one| &*one.id).collect()),
            ("said", record.said.iter().map(|one| &*one.id).collect()),
        ];
        for (list, ids) in lists {
            let mut seen = std::collections::BTreeSet::new();
            for (index, id) in ids.into_iter().enumerate() {
                let place = root().key(list).index(index).key("id");
                // Every identifier of the format has one shape.
                if let Err(error) = OptionId::try_from(id) {
                    let message = error.to_string();
                    let (what, remedy) = message.split_once(": ").unwrap_or((&message, "write another"));
                    self.report(Code::BadId, place, what.to_owned(), remedy);
                } else if !seen.insert(id) {
                    self.report(
                        Code::DuplicateId,
                        place,
                        format!("there is another `{id}`"),
                        "give each its own identifier",
                    );
                }
            }
        }
    }

    /// Names that point to another table of the record.
    fn known(&mut self, place: &Place, names: &[String], list: &str, ids: &[&str]) {
        for (index, name) in names.iter().enumerate() {
            if !ids.contains(&&**name) {
                self.wrong(
                    place.index(index),
                    format!("there is no `{name}` among the tables `[[{list}]]`"),
                    &format!("add it there{}", or_one_of(ids)),
                );
            }
        }
    }

    fn who_was_heard(&mut self) {
        let record = self.record;
        let populations: Vec<&str> = record.populations.iter().map(|one| &*one.id).collect();
        for (index, heard) in record.heard.iter().enumerate() {
            let place = root().key("heard").index(index);
            self.known(
                &place.key("population"),
                &heard.population,
                "population",
                &populations,
            );
            if heard.people == Some(0) {
                self.wrong(
                    place.key("people"),
                    "a group of 0 people was not heard".to_owned(),
                    "remove the group, or write how many they were",
                );
            }
        }
        for (index, one) in record.populations.iter().enumerate() {
            let place = root().key("population").index(index);
            let heard = record
                .heard
                .iter()
                .any(|heard| heard.population.contains(&one.id));
            match (&one.not_heard_because, heard) {
                (None, false) => self.report(
                    Code::NotHeard,
                    place,
                    format!("nobody of “{}” was heard, and nothing says why", one.who),
                    "write `not_heard_because`: why, and what is planned",
                ),
                (Some(_), true) => self.wrong(
                    place.key("not_heard_because"),
                    format!("“{}” were heard, and this says why they were not", one.who),
                    "remove it, or take them out of `population` of `[[heard]]`",
                ),
                _ => {}
            }
            if one.share.is_some() && one.source.is_none() {
                self.wrong(
                    root().key("population").index(index).key("share"),
                    "a share without a source".to_owned(),
                    "write `source`, where the share is from, or remove it",
                );
            }
        }
    }

    fn what_was_done(&mut self) {
        let record = self.record;
        let heard: Vec<&str> = record.heard.iter().map(|one| &*one.id).collect();
        for (index, activity) in record.activities.iter().enumerate() {
            let place = root().key("activity").index(index);
            if Date::parse(&activity.date).is_none() {
                self.report(
                    Code::BadDate,
                    place.key("date"),
                    format!("`{}` is not a day", activity.date),
                    "write year, month and day, such as 2026-03-31",
                );
            }
            if activity.groups.is_empty() {
                self.wrong(
                    place.key("heard"),
                    "an activity with nobody".to_owned(),
                    "name the groups of `[[heard]]` that took part",
                );
            }
            self.known(&place.key("heard"), &activity.groups, "heard", &heard);
        }
    }

    fn what_was_said(&mut self) {
        let record = self.record;
        let activities: Vec<&str> = record.activities.iter().map(|one| &*one.id).collect();
        for (index, said) in record.said.iter().enumerate() {
            let place = root().key("said").index(index);
            match record.activities.iter().find(|activity| activity.id == said.at) {
                Some(activity) => {
                    let there: Vec<&str> = activity.groups.iter().map(String::as_str).collect();
                    self.known(&place.key("by"), &said.by, "heard", &there);
                }
                None => self.wrong(
                    place.key("at"),
                    format!("there is no activity `{}`", said.at),
                    &format!("add it as `[[activity]]`{}", or_one_of(&activities)),
                ),
            }
            if let Some(version) = &said.version
                && !is_version(version)
            {
                self.report(
                    Code::BadVersion,
                    place.key("version"),
                    format!("`{version}` is not a version"),
                    "write three numbers, such as 1.0.0",
                );
            }
            if let Some(link) = &said.link
                && (!link.starts_with("https://") || link.contains(char::is_whitespace))
            {
                self.report(
                    Code::BadAddress,
                    place.key("link"),
                    format!("`{link}` cannot be linked"),
                    "write an address that begins with https://",
                );
            }
            if said.did.is_none() && said.version.is_some() {
                self.wrong(
                    place.key("version"),
                    "a version in which nothing was done".to_owned(),
                    "write `did`, what was done in it, or remove the version",
                );
            }
        }
    }

    /// What was not done is what reports of involvement leave out, so it cannot be left out here.
    fn what_was_not_done(&mut self) {
        let record = self.record;
        for (index, said) in record.said.iter().enumerate() {
            if said.did.is_none() && said.not_changed_because.is_none() {
                self.wrong(
                    root().key("said").index(index),
                    format!("nothing says what came of “{}”", said.said),
                    "write `did`, or `not_changed_because`, or both",
                );
            }
        }
        let refused = record.said.iter().any(|said| said.not_changed_because.is_some());
        match (&record.all_was_done, refused) {
            (None, false) if !record.said.is_empty() => self.wrong(
                root().key("said"),
                "the record says of nothing why it was not changed".to_owned(),
                "write `not_changed_because` where people asked for something that was not done; \
                 if there was no such thing, say so in `all_was_done`",
            ),
            (Some(_), true) => self.wrong(
                root().key("all_was_done"),
                "it says that all was done, and `not_changed_because` says what was not".to_owned(),
                "remove one of them",
            ),
            _ => {}
        }
    }
}

fn or_one_of(ids: &[&str]) -> String {
    if ids.is_empty() {
        return String::new();
    }
    format!(", or use one of `{}`", ids.join("`, `"))
}
