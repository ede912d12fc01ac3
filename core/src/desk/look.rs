//! What the check says of the folder as it is on the desk, and the aid as it would be published.

use serde_json::Value;

use super::doing::form_of;
use super::place::parsed;
use super::sheet::FileKind;
use super::text::at;
use super::{AID, AuthorDesk, DeskSeen, Remark, shape, spoken, words};
use crate::aid::{Code, Date, Place, PlaceStep, Problem};
use crate::authoring::AuthorFile;
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
        self.gathered(found.into_iter().map(|problem| self.remark(problem)).collect())
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
            self.gathered(errors.map(|problem| self.remark(problem)).collect())
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
        let translated = known.is_some_and(|file| file.kind() == FileKind::Translation);
        let path = if translated {
            let names = steps.iter().map(|step| match step {
                PlaceStep::Key(key) => key.clone(),
                PlaceStep::Index(index) => index.to_string(),
            });
            Some(names.collect::<Vec<_>>().join("."))
        } else {
            let said = known.and_then(|file| file.now.said.as_deref());
            Some(of_field(steps, said))
        };
        let path = path.filter(|path| !path.is_empty());
        let aid = self.said(AID);
        let place = match &path {
            None => String::new(),
            Some(name) if translated => spoken::text_name(aid, name),
            Some(path) => parsed(path).map_or_else(String::new, |place| {
                words::place(known.and_then(|file| file.now.said.as_deref()), &place)
            }),
        };
        let shapes = known
            .and_then(|file| form_of(file.kind()))
            .or(translated.then_some(AuthorFile::Aid));
        let speak = |text: &str| spoken::spoken(text, aid, shapes.map(shape::of));
        Remark {
            place,
            said: speak(&problem.message),
            todo: if problem.code == Code::MissingField && path.is_some() {
                "fill it in".to_owned()
            } else {
                speak(&problem.remedy)
            },
            places: Vec::new(),
            each: None,
            text: known
                .filter(|file| file.now.said.is_none())
                .and_then(|file| line(file.now.text()?, problem.line?)),
            file,
            path,
            problem,
        }
    }
}

/// A line of a text, by its number from 1, cut where it is long.
fn line(text: &str, number: u32) -> Option<String> {
    const LONGEST: usize = 200;
    let line = text.lines().nth(usize::try_from(number).ok()?.checked_sub(1)?)?;
    Some(
        line.chars()
            .filter(|letter| !letter.is_control())
            .take(LONGEST)
            .collect(),
    )
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
