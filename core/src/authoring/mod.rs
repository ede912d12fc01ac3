//! Aids as authors write them: `aid.toml`, `review.toml` and `involvement.toml`, with every problem at its line and column.
//!
//! Not compiled for the browser, which reads the compact JSON made from the checked aid. Nothing here opens a
//! file: bytes come in, values go out.

mod advice;
mod begin;
mod beside;
mod catalogue;
mod difference;
mod dossier;
mod finding;
mod involvement;
mod locator;
mod made_from;
mod migrate;
mod naming;
mod overlay;
mod relative;
mod schema;
#[cfg(feature = "desk")]
mod sides;
mod skeleton;
mod stumbles;
mod translated;
mod translation;
mod tree;

pub use self::begin::{BeginError, HEAD, OPTION, REVIEW, Start, Wanted, begin, escaped, lower, slug};
pub use self::beside::{Beside, beside};
pub(crate) use self::catalogue::reviewers_words;
pub use self::catalogue::{SourceMessage, built_in, interface, sentences};
pub use self::difference::{Change, DifferenceKind, difference, difference_of, thousands, whole};
pub(crate) use self::dossier::texts as dossier_texts;
pub use self::dossier::{Development, Dossier, Evaluation, Involved, Measured, Stage, Who};
pub use self::finding::{CarePlace, Finding, FindingCode, Life, Sex};
pub use self::involvement::{
    Activity, Heard, HeardAs, Involvement, Paid, Population, Said, TookPart, UkStandard,
    begin as begin_involvement,
};
pub use self::locator::Locator;
#[cfg(feature = "desk")]
pub(crate) use self::made_from::{MADE_FROM, mark_of};
pub use self::migrate::{MigrateError, Migrated, migrate};
pub use self::overlay::{Hidden, Laid, LocalText, Overlay, lay};
pub use self::schema::{File as AuthorFile, schema};
#[cfg(feature = "desk")]
pub(crate) use self::sides::{locked, other_numbers, side_by_side};
pub(crate) use self::skeleton::quoted;
pub use self::skeleton::skeleton;
pub(crate) use self::stumbles::is_bullet;
pub use self::translated::{Translation, translate, translate_laid};
pub use self::translation::translation;
pub(crate) use self::translation::{named, named_texts};
use crate::aid::document::{Document, ReviewDoc};
use crate::aid::{Aid, Code, MAX_BYTES, Place, PlaceStep, Problem, first};
use crate::format::locate;
use crate::format::tree::Node;

/// A file that an author wrote: its name and its bytes.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'a> {
    /// Its name, as problems are to give it.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// The files of one aid that are read together.
#[derive(Clone, Copy, Debug)]
pub struct AidFiles<'a> {
    /// `aid.toml`.
    pub aid: SourceFile<'a>,
    /// `review.toml`, when there is one.
    pub review: Option<SourceFile<'a>>,
    /// `involvement.toml`, when there is one.
    pub involvement: Option<SourceFile<'a>>,
}

/// All that was found in an author's files.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The aid, when nothing stops it.
    pub aid: Option<Aid>,
    /// What the files say, errors and all; `None` when they are not of the format's shape at all.
    pub document: Option<Document>,
    /// How the aid was made.
    pub dossier: Dossier,
    /// Everything found, in the order of the files; warnings too.
    pub problems: Vec<Problem>,
}

/// Reads an aid and, when there is one, its review file, and checks both.
///
/// ```
/// use weighup_core::authoring::{SourceFile, read};
///
/// let text = include_str!("../../examples/made-up.toml");
/// let reading = read(SourceFile { name: "aid.toml", bytes: text.as_bytes() }, None);
/// let aid = reading.aid.expect("nothing stops it");
/// // What pages read.
/// assert_eq!(aid.to_json(), include_str!("../../examples/made-up.json").trim_end());
///
/// // Every problem has its line, and what to do.
/// let wrong = text.replace("in_sentence = \"itching\"", "in_sentense = \"itching\"");
/// let reading = read(SourceFile { name: "aid.toml", bytes: wrong.as_bytes() }, None);
/// assert!(reading.aid.is_none());
/// assert!(reading.problems.iter().any(|problem| problem.to_string().contains("in_sentense")));
/// ```
#[must_use]
pub fn read(aid: SourceFile<'_>, review: Option<SourceFile<'_>>) -> Reading {
    read_files(AidFiles {
        aid,
        review,
        involvement: None,
    })
}

/// Reads an aid with all that stands beside it and belongs to it, and checks it.
#[must_use]
pub fn read_files(files: AidFiles<'_>) -> Reading {
    let AidFiles {
        aid,
        review,
        involvement,
    } = files;
    let record_text = involvement.map(Text::of);
    let aid_text = Text::of(aid);
    let review_text = review.map(Text::of);
    let mut problems = Vec::new();
    let mut aid_tree = taken_apart(&aid_text, &mut problems);
    let mut ratios = Vec::new();
    if let Some((text, tree)) = &mut aid_tree {
        let worked_out = relative::work_out(tree);
        ratios = worked_out.ratios;
        for mut problem in worked_out.problems {
            let (start, end) = problem.span.unwrap_or_default();
            locate::place(&mut problem, Some(text.name), text.text, start..end);
            problems.push(problem);
        }
    }
    let document = aid_tree.as_ref().map(|(text, tree)| {
        let (document, mut found) = crate::format::read(tree, text.text, Some(text.name), |f| {
            (
                Document::of_fields(f.authored()),
                Dossier::of_fields(f.authored()),
            )
        });
        for problem in &mut found {
            advice::advise(problem, text.text);
        }
        problems.extend(found);
        document
    });
    let review_tree = review_text
        .as_ref()
        .and_then(|text| taken_apart(text, &mut problems));
    let review = review_tree.as_ref().map(|(text, tree)| {
        let (review, mut found) = crate::format::read(tree, text.text, Some(text.name), |f| {
            ReviewDoc::of_fields(f.authored())
        });
        for problem in &mut found {
            problem.path = Place::root().key("review").join(&problem.path);
        }
        problems.extend(found);
        review
    });
    let record_tree = record_text
        .as_ref()
        .and_then(|text| taken_apart(text, &mut problems));
    let record = record_tree.as_ref().map(|(text, tree)| {
        let (record, mut found) =
            crate::format::read(tree, text.text, Some(text.name), Involvement::of_fields);
        for problem in &mut found {
            problem.path = Place::root().key("involvement").join(&problem.path);
        }
        problems.extend(found);
        record
    });
    let (document, dossier) = document.unzip();
    let mut dossier: Dossier = dossier.unwrap_or_default();
    dossier.involvement = record;
    let Some(mut document) = document else {
        // There is no tree to name places by.
        return Reading {
            aid: None,
            document: None,
            dossier,
            problems,
        };
    };
    for (outcome, row, ratio) in ratios {
        let row = document
            .outcomes
            .get_mut(outcome)
            .and_then(|outcome| outcome.rows.get_mut(row));
        if let Some(row) = row {
            row.worked_out_by.push(ratio);
        }
    }
    document.sentences = built_in(&document.language);
    // The review file is the one place for signatures.
    document.review = review.map(|review| ReviewDoc {
        content: Some(Aid::content_of(&document).to_string()),
        ..review
    });
    document.involvement = dossier.involvement.as_ref().map(Involvement::shown);
    let beside = dossier::check(&dossier, &document);
    let kept = document.clone();
    let (checked, mut found) = Aid::check_all(document);
    found.extend(beside);
    first(&mut problems);
    let structural = problems.clone();
    for mut problem in found {
        if structural.iter().any(|cause| explains(cause, &problem)) {
            continue;
        }
        locate_in(&mut problem, [&aid_tree, &review_tree, &record_tree]);
        problems.push(problem);
    }
    let order = |problem: &Problem| (files.order(problem), problem.line, problem.column);
    problems.sort_by_key(order);
    first(&mut problems);
    for problem in &mut problems {
        let tree = match files.order(problem) {
            0 => &aid_tree,
            1 => &review_tree,
            _ => &record_tree,
        };
        if let Some((_, tree)) = tree {
            naming::name(problem, tree);
        }
    }
    let aid = checked.filter(|_| !problems.iter().any(Problem::is_error));
    Reading {
        aid,
        document: Some(kept),
        dossier,
        problems,
    }
}

impl AidFiles<'_> {
    /// In which order its files are told of.
    pub(crate) fn order(&self, problem: &Problem) -> usize {
        let of = |file: Option<SourceFile<'_>>| {
            file.is_some_and(|file| problem.file.as_deref() == Some(file.name))
        };
        if of(Some(self.aid)) {
            0
        } else if of(self.involvement) {
            2
        } else {
            1
        }
    }
}

/// Whether one problem follows from another: a missing title is not also an empty one.
fn explains(cause: &Problem, problem: &Problem) -> bool {
    if !cause.is_error() {
        return false;
    }
    let inside =
        problem.path.steps().len() + 1 == cause.path.steps().len() && problem.path.holds(&cause.path);
    if cause.path.holds(&problem.path)
        || (inside && matches!(cause.code, Code::MissingField | Code::WrongType))
    {
        return true;
    }
    // Whatever lost its name or its list cannot be found by others. One that should be called otherwise can.
    if cause.code == Code::OverlayNational {
        return false;
    }
    let steps = cause.path.steps();
    let definition = match steps {
        [PlaceStep::Key(list), ..] => {
            ["option", "outcome", "horizon", "reference_class", "source"].contains(&list.as_str())
        }
        _ => false,
    };
    let lost = steps.len() <= 2
        || matches!(steps.last(), Some(PlaceStep::Key(key)) if key == "id" || key == "figures");
    definition
        && lost
        && matches!(
            problem.code,
            Code::UnknownOption
                | Code::UnknownHorizon
                | Code::UnknownGroup
                | Code::UnknownSource
                | Code::UnusedSource
                | Code::MissingCell
                | Code::BadReference
                | Code::NoWeighRow
        )
}

/// A file that is text of a bearable size.
struct Text<'a> {
    name: &'a str,
    text: &'a str,
}

impl<'a> Text<'a> {
    fn of(file: SourceFile<'a>) -> Result<Self, Box<Problem>> {
        let refuse = |message: String, remedy: &str| {
            let mut problem = Problem::new(Code::Unreadable, Place::root(), message, remedy);
            problem.file = Some(file.name.to_owned());
            Box::new(problem)
        };
        if file.bytes.len() > MAX_BYTES {
            let message = format!(
                "the file is {} bytes and the limit is {MAX_BYTES}",
                file.bytes.len()
            );
            return Err(refuse(message, "shorten its texts, or split the aid"));
        }
        if let Some((what, remedy)) = stumbles::of_file(file.bytes) {
            return Err(refuse(what.to_owned(), remedy));
        }
        // Spreadsheets and some editors put a byte-order mark first; it means nothing.
        let bytes = file.bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file.bytes);
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let line = good.iter().filter(|byte| **byte == b'\n').count() + 1;
            let mut problem = refuse(
                format!("the file is not UTF-8 at line {line}"),
                "save it again as UTF-8",
            );
            problem.line = u32::try_from(line).ok();
            problem.column = Some(1);
            problem
        })?;
        Ok(Self {
            name: file.name,
            text,
        })
    }
}

type Tree<'t, 'a> = (&'a Text<'t>, Node<'t>);

/// The tree of a file, or its problems added to the others.
fn taken_apart<'t, 'a>(
    text: &'a Result<Text<'t>, Box<Problem>>,
    problems: &mut Vec<Problem>,
) -> Option<Tree<'t, 'a>> {
    let text = match text {
        Ok(text) => text,
        Err(problem) => {
            problems.push((**problem).clone());
            return None;
        }
    };
    match tree::parse(text.text, text.name) {
        Ok(tree) => Some((text, tree)),
        Err(found) => {
            problems.extend(found);
            None
        }
    }
}

/// Reads a file of another form, with every problem at its line: what is wrong with its shape, then what `wrong` says of it.
pub(crate) fn form_of<T>(
    file: SourceFile<'_>,
    read: for<'t> fn(&mut crate::format::Fields<'_, 't>) -> T,
    wrong: impl FnOnce(&T) -> Vec<Problem>,
) -> (Option<T>, Vec<Problem>) {
    let text = Text::of(file);
    let mut problems = Vec::new();
    let Some((text, tree)) = taken_apart(&text, &mut problems) else {
        return (None, problems);
    };
    let (made, found) = crate::format::read(&tree, text.text, Some(text.name), read);
    problems.extend(found);
    for mut problem in wrong(&made) {
        if problems.iter().any(|cause| explains(cause, &problem)) {
            continue;
        }
        let span = tree.span_of(problem.path.steps());
        locate::place(&mut problem, Some(text.name), text.text, span);
        problems.push(problem);
    }
    for problem in &mut problems {
        naming::name(problem, &tree);
    }
    (Some(made), problems)
}

/// The tree of a file that was read already; `None` when it is not TOML.
pub(crate) fn toml_tree(text: &str) -> Option<Node<'_>> {
    tree::parse(text, "").ok()
}

/// Puts a semantic problem at its file, line and column.
fn locate_in(problem: &mut Problem, trees: [&Option<Tree<'_, '_>>; 3]) {
    let [aid, review, record] = trees;
    let (file, steps) = match problem.path.steps() {
        [PlaceStep::Key(first), rest @ ..] if first == "review" => (review, rest),
        [PlaceStep::Key(first), rest @ ..] if first == "involvement" => (record, rest),
        steps => (aid, steps),
    };
    if let Some((text, tree)) = file {
        let span = tree.span_of(steps);
        locate::place(problem, Some(text.name), text.text, span);
    }
}
