//! What the check says of the folder as it is on the desk, and the aid as it would be published.

use serde_json::Value;

use super::sheet::FileKind;
use super::text::at;
use super::{AID, AuthorDesk, DeskSeen, Remark};
use crate::aid::{Date, Place, PlaceStep, Problem};
use crate::folder::{AidFolder, ScoresKept};

impl AuthorDesk {
    /// The folder as the check reads it.
    pub(super) fn folder(&self) -> AidFolder {
        let named = |name: &str, bytes: &[u8]| (name.to_owned(), bytes.to_vec());
        let aid = self
            .file(AID)
            .map_or_else(|_| named(AID, &[]), |file| named(AID, &file.now.bytes));
        let beside = self.files.iter().filter(|file| file.name != AID);
        AidFolder::new(
            aid,
            beside.map(|file| named(&file.name, &file.now.bytes)).collect(),
        )
    }

    pub(super) fn remarks(&self, day: Option<Date>) -> Vec<Remark> {
        let found = self.folder().examine(day).problems;
        found.into_iter().map(|problem| self.remark(problem)).collect()
    }

    pub(super) fn compiled(&self, seen: &DeskSeen) -> Result<String, Vec<Remark>> {
        let mut folder = self.folder();
        if *seen == DeskSeen::National {
            folder.overlay = None;
        }
        let ready = folder.ready(None, ScoresKept::All);
        let made = ready.aid.and_then(|aid| match seen {
            DeskSeen::Aid | DeskSeen::National => Some(aid.aid.to_json().to_owned()),
            DeskSeen::Translation(stem) => {
                let found = aid.translations.into_iter().find(|(known, _)| known == stem);
                found.map(|(_, aid)| aid.to_json().to_owned())
            }
        });
        made.ok_or_else(|| {
            let errors = ready.problems.into_iter().filter(Problem::is_error);
            errors.map(|problem| self.remark(problem)).collect()
        })
    }

    /// A problem with the field it belongs to, as the sheet names it.
    fn remark(&self, problem: Problem) -> Remark {
        let file = problem.file.clone().or_else(|| Some(AID.to_owned()));
        let known = file.as_deref().and_then(|name| self.file(name).ok());
        let steps = match (known.map(super::file::File::kind), problem.path.steps()) {
            (Some(FileKind::Review), [PlaceStep::Key(first), rest @ ..]) if first == "review" => rest,
            (Some(FileKind::Involvement), [PlaceStep::Key(first), rest @ ..]) if first == "involvement" => {
                rest
            }
            (_, steps) => steps,
        };
        let path = if known.is_some_and(|file| file.kind() == FileKind::Translation) {
            let names = steps.iter().map(|step| match step {
                PlaceStep::Key(key) => key.clone(),
                PlaceStep::Index(index) => index.to_string(),
            });
            Some(names.collect::<Vec<_>>().join("."))
        } else {
            let said = known.and_then(|file| file.now.said.as_deref());
            Some(of_field(steps, said))
        };
        Remark {
            file,
            path: path.filter(|path| !path.is_empty()),
            problem,
        }
    }
}

/// The place of a field: of one paragraph of several, that of them all.
fn of_field(steps: &[PlaceStep], said: Option<&Value>) -> String {
    let steps = match steps {
        [around @ .., PlaceStep::Index(_)] => {
            let entry = said.and_then(|said| at(said, steps));
            if entry.is_some_and(Value::is_object) {
                steps
            } else {
                around
            }
        }
        steps => steps,
    };
    let place = steps.iter().fold(Place::root(), |place, step| match step {
        PlaceStep::Key(key) => place.key(key),
        PlaceStep::Index(index) => place.index(*index),
    });
    place.to_string()
}
