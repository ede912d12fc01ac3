//! Aids on disk: one folder per aid, with `aid.toml` and perhaps `review.toml`.

use std::path::{Path, PathBuf};
use std::{fs, io};

use weighup_core::aid::{Aid, Date, Problem};
use weighup_core::authoring::{self, AidFiles, Beside, Reading, SourceFile, Translation};
use weighup_core::standards::{self, Examination};
use weighup_core::words::Spoken;

/// Where aids are when no path is given.
pub(crate) const DEFAULT: &str = "decision-aids";

/// An aid's files, read.
pub(crate) struct Folder {
    /// `aid.toml` as it was named, and its bytes.
    pub(crate) aid: (String, Vec<u8>),
    /// `review.toml`, when there is one.
    pub(crate) review: Option<(String, Vec<u8>)>,
    /// `involvement.toml`, when there is one.
    pub(crate) involvement: Option<(String, Vec<u8>)>,
    /// Translations, called by their languages.
    pub(crate) translations: Vec<(String, Vec<u8>)>,
    /// Files that look like a part of the aid and are not read, each with why.
    pub(crate) stray: Vec<Problem>,
    /// An organisation's `overlay.toml`, when there is one or one was named.
    pub(crate) overlay: Option<(String, Vec<u8>)>,
}

/// Why aids could not be found or read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FindError {
    #[error("cannot read `{path}`: {cause}; check the path")]
    Read { path: String, cause: io::Error },
    #[error(
        "there is no folder `{DEFAULT}` here; name an aid's folder, or go to the folder that holds `{DEFAULT}`"
    )]
    NoDefault,
    #[error("an overlay is for one aid, and {found} were found; name one")]
    ManyUnderOverlay { found: usize },
    #[error("there is no aid in `{path}`; name a folder with an `aid.toml`, or a folder of such folders")]
    None { path: String },
}

impl Folder {
    /// Reads and checks the aid.
    pub(crate) fn check(&self) -> Reading {
        authoring::read_files(self.sources())
    }

    /// Reads and checks the aid as it is shown: with its overlay, when it has one.
    pub(crate) fn examine(&self, day: Option<Date>) -> Examination {
        let files = self.sources();
        let reading = authoring::read_files(files);
        let mut found = standards::remarked(reading.clone(), files, day);
        for file in &self.translations {
            let (problems, _, _) = authoring::translation(&reading, source(file));
            found.problems.extend(problems);
        }
        if let Some(overlay) = &self.overlay {
            let laid = authoring::lay(&reading, source(overlay));
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

    /// The aid in every language it has a translation into: the name of the file, and what came of it.
    pub(crate) fn translated(&self, aid: &Aid) -> Vec<(String, Translation)> {
        // Under an overlay a translation is still one of the aid as it was published.
        let published = self.overlay.as_ref().and_then(|_| self.check().document);
        let made = self.translations.iter().map(|file| {
            let stem = Path::new(&file.0)
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let published = published.as_ref().unwrap_or_else(|| aid.document());
            let translation = authoring::translate_laid(aid.document(), published, source(file), tag(&stem));
            (stem, translation)
        });
        made.collect()
    }

    /// The names of its translations, as their files are called.
    #[cfg(feature = "pages")]
    pub(crate) fn languages(&self) -> Vec<String> {
        let stems = self
            .translations
            .iter()
            .filter_map(|file| Path::new(&file.0).file_stem());
        stems.map(|stem| stem.to_string_lossy().into_owned()).collect()
    }

    /// Its files, as core reads them.
    pub(crate) fn sources(&self) -> AidFiles<'_> {
        AidFiles {
            aid: source(&self.aid),
            review: self.review.as_ref().map(source),
            involvement: self.involvement.as_ref().map(source),
        }
    }

    /// The text of one of its files, without a byte-order mark, as spans of problems count it.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
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

fn source(file: &(String, Vec<u8>)) -> SourceFile<'_> {
    SourceFile {
        name: &file.0,
        bytes: &file.1,
    }
}

/// Every aid at the paths: an `aid.toml`, its folder, or a folder of such folders. In order of name.
pub(crate) fn find(paths: &[PathBuf]) -> Result<Vec<Folder>, FindError> {
    let default = [PathBuf::from(DEFAULT)];
    if paths.is_empty() && !Path::new(DEFAULT).exists() {
        return Err(FindError::NoDefault);
    }
    let paths = if paths.is_empty() { &default[..] } else { paths };
    let mut found = Vec::new();
    for path in paths {
        for file in aid_files(path)? {
            let (translations, stray) = translations(&file)?;
            found.push(Folder {
                aid: read(&file)?,
                review: beside(&file, "review.toml")?,
                involvement: beside(&file, "involvement.toml")?,
                overlay: beside(&file, "overlay.toml")?,
                translations,
                stray,
            });
        }
    }
    Ok(found)
}

/// The same, with an overlay named by hand on the one aid there is.
pub(crate) fn find_with(paths: &[PathBuf], overlay: Option<&Path>) -> Result<Vec<Folder>, FindError> {
    let mut folders = find(paths)?;
    if let Some(overlay) = overlay {
        let found = folders.len();
        let [folder] = folders.as_mut_slice() else {
            return Err(FindError::ManyUnderOverlay { found });
        };
        folder.overlay = Some(read(overlay)?);
    }
    Ok(folders)
}

/// The language of a translation by its file's name: that of the folder in `languages`, or a tag.
pub(crate) fn tag(stem: &str) -> &str {
    Spoken::named(stem).map_or(stem, |spoken| spoken.tag)
}

/// A file as it was named, and its bytes.
type Named = (String, Vec<u8>);

/// The translations beside the aid, called by a tag or by a folder of `languages`; and what only looks like one.
fn translations(aid: &Path) -> Result<(Vec<Named>, Vec<Problem>), FindError> {
    let folder = aid
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let cannot = |cause| FindError::Read {
        path: folder.display().to_string(),
        cause,
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        if path.is_file()
            && path.extension().is_some_and(|extension| extension == "toml")
            && path.file_name() != aid.file_name()
        {
            files.push(path);
        }
    }
    files.sort();
    let (mut found, mut stray) = (Vec::new(), Vec::new());
    for file in &files {
        let file = read(file)?;
        match authoring::beside(source(&file)) {
            Beside::Translation => found.push(file),
            Beside::Stray(problem) => stray.push(*problem),
            Beside::Other => {}
        }
    }
    Ok((found, stray))
}

/// A file beside the aid, when it is there.
fn beside(aid: &Path, name: &str) -> Result<Option<(String, Vec<u8>)>, FindError> {
    let path = aid.with_file_name(name);
    if path.is_file() {
        read(&path).map(Some)
    } else {
        Ok(None)
    }
}

fn aid_files(path: &Path) -> Result<Vec<PathBuf>, FindError> {
    let cannot = |cause| FindError::Read {
        path: path.display().to_string(),
        cause,
    };
    if fs::metadata(path).map_err(cannot)?.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if path.join("aid.toml").is_file() {
        return Ok(vec![path.join("aid.toml")]);
    }
    let mut files = Vec::new();
    for entry in fs::read_dir(path).map_err(cannot)? {
        let file = entry.map_err(cannot)?.path().join("aid.toml");
        if file.is_file() {
            files.push(file);
        }
    }
    files.sort();
    if files.is_empty() {
        Err(FindError::None {
            path: path.display().to_string(),
        })
    } else {
        Ok(files)
    }
}

fn read(path: &Path) -> Result<(String, Vec<u8>), FindError> {
    let name = path.display().to_string();
    match fs::read(path) {
        Ok(bytes) => Ok((name, bytes)),
        Err(cause) => Err(FindError::Read { path: name, cause }),
    }
}
