//! An aid's folder as its author keeps it: which file is what, everything that is to be said of it, and the aid made ready to be
//! published.
//!
//! Nothing here opens a file: names and bytes come in. The authors' command reads them from a disk, and the npm package takes them
//! from whoever calls it, so both say and build the same.

mod list;

pub use self::list::{list, twice};

use crate::aid::document::TranslatedDoc;
use crate::aid::{Aid, Code, Date, Problem, Severity};
use crate::authoring::{
    self, AidFiles, Beside, Finding, Reading, SourceFile, Translation, lay, read_files, translate_laid,
};
use crate::standards::{self, Examination, Report, RuleSet};
use crate::words::Spoken;

/// A file as it was named, and its bytes.
pub type NamedFile = (String, Vec<u8>);

/// An aid's files, each known for what it is.
#[derive(Clone, Debug)]
pub struct AidFolder {
    /// `aid.toml` as it was named, and its bytes.
    pub aid: NamedFile,
    /// `review.toml`, when there is one.
    pub review: Option<NamedFile>,
    /// `involvement.toml`, when there is one.
    pub involvement: Option<NamedFile>,
    /// Translations, called by their languages.
    pub translations: Vec<NamedFile>,
    /// Files that look like a part of the aid and are not read, each with why.
    pub stray: Vec<Problem>,
    /// An organisation's `overlay.toml`, when there is one or one was named.
    pub overlay: Option<NamedFile>,
}

/// An aid as it is published, with what is published beside it.
#[derive(Clone, Debug)]
pub struct ReadyAid {
    /// The aid, which names its translations.
    pub aid: Aid,
    /// The same in other languages: the stem of the file's name, and the aid.
    pub translations: Vec<(String, Aid)>,
    /// Whom it is for, and where in care.
    pub finding: Option<Finding>,
}

/// What came of a folder: the aid, when nothing stops it, and all that was found.
#[derive(Clone, Debug)]
pub struct ReadyFolder {
    /// The aid as it is published.
    pub aid: Option<ReadyAid>,
    /// Everything found. A review that is past does not stop a build: what a site shows can still be mended, and every page
    /// says by itself that the review was due.
    pub problems: Vec<Problem>,
}

/// Whether point scores are in what is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScoresKept {
    /// As the aids have them.
    All,
    /// Left out: people then choose their group themselves.
    None,
}

impl ScoresKept {
    fn leave(self, aid: Aid) -> Aid {
        if self == Self::All || aid.document().scores.is_empty() {
            return aid;
        }
        let mut document = aid.document().clone();
        document.scores.clear();
        // What is left is as sound as it was: no other part of an aid names a score.
        Aid::check(document).unwrap_or(aid)
    }
}

impl AidFolder {
    /// Tells the files beside an aid apart, by their names and by what they say. They keep the order they are given in.
    ///
    /// ```
    /// use weighup_core::date::Date;
    /// use weighup_core::folder::AidFolder;
    ///
    /// let text = include_str!("../../examples/made-up.toml");
    /// let folder = AidFolder::new(("made-up/aid.toml".to_owned(), text.into()), Vec::new());
    /// assert!(folder.check().aid.is_some());
    /// // All that is said of it on a day: what has expired too.
    /// let examined = folder.examine(Date::parse("2030-01-01"));
    /// assert!(!examined.problems.is_empty());
    /// ```
    #[must_use]
    pub fn new(aid: NamedFile, beside: Vec<NamedFile>) -> Self {
        let mut folder = Self {
            aid,
            review: None,
            involvement: None,
            translations: Vec::new(),
            stray: Vec::new(),
            overlay: None,
        };
        for file in beside {
            match last(&file.0) {
                "review.toml" => folder.review = Some(file),
                "involvement.toml" => folder.involvement = Some(file),
                "overlay.toml" => folder.overlay = Some(file),
                name if name.ends_with(".toml") => match authoring::beside(source(&file)) {
                    Beside::Translation => folder.translations.push(file),
                    Beside::Stray(problem) => folder.stray.push(*problem),
                    Beside::Other => {}
                },
                _ => {}
            }
        }
        folder
    }

    /// Reads and checks the aid.
    #[must_use]
    pub fn check(&self) -> Reading {
        read_files(self.sources())
    }

    /// Reads and checks the aid as it is shown: with its overlay, when it has one.
    #[must_use]
    pub fn examine(&self, day: Option<Date>) -> Examination {
        let files = self.sources();
        let reading = read_files(files);
        let mut found = standards::remarked(reading.clone(), files, day);
        for file in &self.translations {
            let (problems, _, _) = authoring::translation(&reading, source(file));
            found.problems.extend(problems);
        }
        if let Some(overlay) = &self.overlay {
            let laid = lay(&reading, source(overlay));
            found.problems.extend(laid.problems);
            found.aid = laid.aid;
        }
        // What stops a translation from being built is wrong with it before it is built, too.
        for (_, made) in found
            .aid
            .as_ref()
            .map(|aid| self.translated(aid))
            .unwrap_or_default()
        {
            found.problems.extend(
                made.problems
                    .into_iter()
                    .filter(Problem::is_error)
                    .map(|mut problem| {
                        if problem.line.is_none() {
                            (problem.line, problem.column, problem.span) = (Some(1), Some(1), Some((0, 0)));
                        }
                        problem
                    }),
            );
        }
        found.problems.extend(self.stray.iter().cloned());
        found
    }

    /// What rule sets say of an aid that was examined; `None` when none was asked, or the files are not of the format's shape.
    #[must_use]
    pub fn report(&self, found: &Examination, rules: &[RuleSet], day: Option<Date>) -> Option<Report> {
        if rules.is_empty() {
            return None;
        }
        found.report_files(rules, self.sources(), day)
    }

    /// The aid in every language it has a translation into: the name of the file, and what came of it.
    #[must_use]
    pub fn translated(&self, aid: &Aid) -> Vec<(String, Translation)> {
        // Under an overlay a translation is still one of the aid as it was published.
        let published = self.overlay.as_ref().and_then(|_| self.check().document);
        let made = self.translations.iter().map(|file| {
            let stem = stem(&file.0).to_owned();
            let published = published.as_ref().unwrap_or_else(|| aid.document());
            let translation = translate_laid(aid.document(), published, source(file), tag(&stem));
            (stem, translation)
        });
        made.collect()
    }

    /// The aid as it is published, and everything that was found.
    #[must_use]
    pub fn ready(&self, day: Option<Date>, scores: ScoresKept) -> ReadyFolder {
        let mut reading = self.examine(day);
        for problem in &mut reading.problems {
            if problem.code == Code::Expired {
                problem.severity = Severity::Warning;
                problem.remedy.push_str("; until then every page says so");
            }
        }
        let (problems, finding) = (reading.problems, reading.dossier.finding);
        let aid = reading.aid.map(|aid| {
            let mut document = aid.document().clone();
            let mut translations = Vec::new();
            for (stem, made) in self.translated(&aid) {
                if let Some(translated) = made.aid {
                    let translated = scores.leave(translated);
                    document.translations.push(TranslatedDoc {
                        language: translated.document().language.clone(),
                        file: format!("{}.{stem}.json", aid.id()),
                        hash: translated.hash().as_str().to_owned(),
                    });
                    translations.push((stem, translated));
                }
            }
            ReadyAid {
                // The same document with more beside it is as sound as it was.
                aid: scores.leave(Aid::check(document).unwrap_or(aid)),
                translations,
                finding,
            }
        });
        ReadyFolder { aid, problems }
    }

    /// The names of its translations, as their files are called.
    #[must_use]
    pub fn languages(&self) -> Vec<String> {
        let stems = self.translations.iter().map(|file| stem(&file.0).to_owned());
        stems.collect()
    }

    /// Its files, as they are read together.
    #[must_use]
    pub fn sources(&self) -> AidFiles<'_> {
        AidFiles {
            aid: source(&self.aid),
            review: self.review.as_ref().map(source),
            involvement: self.involvement.as_ref().map(source),
        }
    }

    /// The text of one of its files, without a byte-order mark, as spans of problems count it.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        let file = std::iter::once(&self.aid)
            .chain(&self.review)
            .chain(&self.involvement)
            .chain(&self.overlay)
            .chain(&self.translations)
            .find(|file| file.0 == name)?;
        let bytes = file.1.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&file.1);
        std::str::from_utf8(bytes).ok()
    }
}

impl ReadyAid {
    /// The aid and its translations, each with the name of its files without an ending.
    pub fn named(&self) -> impl Iterator<Item = (String, &Aid)> {
        let id = self.aid.id();
        let translations = self.translations.iter();
        std::iter::once((id.to_owned(), &self.aid))
            .chain(translations.map(move |(stem, aid)| (format!("{id}.{stem}"), aid)))
    }
}

/// The language of a translation by its file's name: that of the folder in `languages`, or a tag.
#[must_use]
pub fn tag(stem: &str) -> &str {
    Spoken::named(stem).map_or(stem, |spoken| spoken.tag)
}

fn source(file: &NamedFile) -> SourceFile<'_> {
    SourceFile {
        name: &file.0,
        bytes: &file.1,
    }
}

/// The last part of a name, whichever way its folders are divided.
fn last(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or(name)
}

fn stem(name: &str) -> &str {
    let last = last(name);
    last.rsplit_once('.').map_or(last, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::{AidFolder, stem};

    #[test]
    fn files_are_known_by_their_names() {
        let file = |name: &str| (name.to_owned(), Vec::new());
        let beside = [
            "a\\review.toml",
            "a/overlay.toml",
            "a/cy.toml",
            "a/notes.md",
            "a/notes.toml",
        ];
        let folder = AidFolder::new(file("a/aid.toml"), beside.map(file).to_vec());
        assert!(folder.review.is_some() && folder.overlay.is_some() && folder.involvement.is_none());
        assert_eq!(folder.languages(), ["cy"]);
        assert!(folder.stray.is_empty());
    }

    #[test]
    fn a_stem_has_neither_folder_nor_ending() {
        assert_eq!(stem("a.b/pt-BR.toml"), "pt-BR");
        assert_eq!(stem("cy"), "cy");
    }
}
