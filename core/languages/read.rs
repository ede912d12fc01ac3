//! The folders of `languages/`, as build scripts read them: which there are, and what `language.toml` says of each.
//!
//! `language.toml` is TOML of which only the plainest is allowed: `key = "text"`, `key = 1`, `key = true`, `[table]`. So these
//! lines are all of its reader, and no build script waits for a library, in any of the profiles that there are. A test holds
//! what is read here to what a whole reader of TOML finds.

use std::path::Path;
use std::{fs, io};

/// A language of the interface, or a variant of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Folder {
    /// The name of the folder, and of every file that is made from it.
    pub(super) name: String,
    /// Its BCP 47 tag.
    pub(super) tag: String,
    /// Its own name.
    pub(super) own: String,
    /// Its English name.
    pub(super) english: String,
    /// Whether it is written from right to left.
    pub(super) rtl: bool,
    /// Where it stands in lists.
    pub(super) place: u32,
    /// Whether a person has read it against the English.
    pub(super) checked: bool,
    /// What it is.
    pub(super) kind: Kind,
}

/// What a folder is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A language: the source of all others, or not.
    Language { source: bool, numbers: Numbers },
    /// Another way to say a language, with its plurals and its way to write numbers.
    Variant {
        of: String,
        easy: bool,
        also: Option<String>,
    },
}

/// How a language writes and says numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Numbers {
    /// Between whole and decimals.
    pub(super) decimal: String,
    /// Between thousands.
    pub(super) group: char,
    /// The fewest digits of a number that has them marked.
    pub(super) group_from: u32,
    /// Plurals with their rules.
    pub(super) plurals: Vec<(String, String)>,
}

/// The plural categories of CLDR, in its order.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// Files that every folder has, that a language has beside them, and that all but the source have; and those that any may have.
const ALL: [&str; 2] = ["language.toml", "element.toml"];
const OF_A_LANGUAGE: [&str; 2] = ["forms.toml", "cases.toml"];
const TRANSLATED: [&str; 2] = ["sentences.toml", "texts.toml"];
const ANY: [&str; 2] = ["style.css", "README.md"];

/// Every folder, in the order of lists. What is wrong names the file, the key and what to do.
pub(super) fn read(languages: &Path) -> Result<Vec<Folder>, String> {
    let mut folders = Vec::new();
    for entry in entries(languages)? {
        if languages.join(&entry).is_dir() {
            folders.push(folder(&languages.join(&entry), entry)?);
        }
    }
    folders.sort_by(|one, other| (one.place, &one.name).cmp(&(other.place, &other.name)));
    let sources = folders.iter().filter(|folder| folder.is_source()).count();
    if sources != 1 {
        return Err(format!(
            "languages: {sources} folders say `source = true`; there is one source, English"
        ));
    }
    for folder in &folders {
        if let Kind::Variant { of, .. } = &folder.kind {
            let base = folders
                .iter()
                .find(|base| &base.name == of && matches!(base.kind, Kind::Language { .. }));
            let fits = base.is_some_and(|base| folder.tag.starts_with(&format!("{}-", base.tag)));
            if !fits {
                return Err(format!(
                    "languages/{}/language.toml: `variant_of = \"{of}\"` and `tag = \"{}\"` do not go together; name the folder of a language, and begin the tag with its tag",
                    folder.name, folder.tag
                ));
            }
        }
    }
    Ok(folders)
}

impl Folder {
    /// Whether all others are translated from it.
    pub(super) fn is_source(&self) -> bool {
        matches!(self.kind, Kind::Language { source: true, .. })
    }
}

fn entries(folder: &Path) -> Result<Vec<String>, String> {
    let named =
        |entry: io::Result<fs::DirEntry>| entry.map(|entry| entry.file_name().to_string_lossy().into_owned());
    let mut names = fs::read_dir(folder)
        .and_then(|entries| entries.map(named).collect::<io::Result<Vec<String>>>())
        .map_err(|why| format!("{}: {why}", folder.display()))?;
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    Ok(names)
}

fn folder(path: &Path, name: String) -> Result<Folder, String> {
    let file = format!("languages/{name}/language.toml");
    let text = fs::read_to_string(path.join("language.toml"))
        .map_err(|why| format!("{file}: {why}; every folder of languages has one"))?;
    let mut lines = Lines {
        values: values(&file, &text)?,
        file,
    };
    let tag = lines.text("tag")?;
    let variant = lines.maybe_text("variant_of")?;
    let letters = (2..=3).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_lowercase());
    if variant.is_none() && !(letters && tag == name) {
        return Err(lines.wrong(
            "tag",
            &format!("is \"{tag}\" in a folder `{name}`; a language's folder is called by its tag, two or three small letters"),
        ));
    }
    let rtl = match lines.text("direction")?.as_str() {
        "ltr" => false,
        "rtl" => true,
        other => return Err(lines.wrong("direction", &format!("is \"{other}\"; write \"ltr\" or \"rtl\""))),
    };
    let source = lines.flag("source")?;
    let found = Folder {
        tag,
        own: lines.text("name")?,
        english: lines.text("english")?,
        rtl,
        place: lines.number("place")?,
        checked: source || lines.must_flag("checked")?,
        kind: match variant {
            Some(of) => Kind::Variant {
                of,
                easy: lines.flag("easy_read")?,
                also: lines.maybe_text("also")?,
            },
            None => Kind::Language {
                source,
                numbers: numbers(&mut lines)?,
            },
        },
        name,
    };
    if let Some((key, _)) = lines.values.first() {
        return Err(lines.wrong(key, "is no key of a language; remove it, or look for a slip"));
    }
    files(path, &found)?;
    Ok(found)
}

/// Whether the files are there, and no others.
fn files(path: &Path, folder: &Folder) -> Result<(), String> {
    let (language, source) = match folder.kind {
        Kind::Language { source, .. } => (true, source),
        Kind::Variant { .. } => (false, false),
    };
    let mut wanted = ALL.to_vec();
    if language {
        wanted.extend(OF_A_LANGUAGE);
    }
    if !source {
        wanted.extend(TRANSLATED);
    }
    if let Some(missing) = wanted.iter().find(|file| !path.join(file).is_file()) {
        return Err(format!(
            "languages/{}: there is no {missing}; languages/README.md says what stands in it",
            folder.name
        ));
    }
    let known = |name: &String| wanted.contains(&name.as_str()) || ANY.contains(&name.as_str());
    match entries(path)?.into_iter().find(|name| !known(name)) {
        Some(other) => Err(format!(
            "languages/{}/{other} is read by nothing; languages/README.md says which files there are",
            folder.name
        )),
        None => Ok(()),
    }
}

fn numbers(lines: &mut Lines) -> Result<Numbers, String> {
    let group = lines.text("group")?;
    let mut marks = group.chars();
    let (Some(mark), None) = (marks.next(), marks.next()) else {
        return Err(lines.wrong("group", &format!("is \"{group}\"; write one mark")));
    };
    let mut plurals = Vec::new();
    for category in CATEGORIES {
        if let Some(rule) = lines.maybe_text(&format!("plurals.{category}"))? {
            plurals.push((category.to_owned(), rule));
        }
    }
    let (last, ruled) = plurals.split_last().ok_or_else(|| {
        lines.wrong(
            "plurals",
            "has no plural; the table names at least `other = \"\"`",
        )
    })?;
    if !last.1.is_empty() || ruled.iter().any(|(_, rule)| rule.is_empty()) {
        return Err(lines.wrong(
            &format!("plurals.{}", last.0),
            "is the last plural: it alone has no rule, `\"\"`, for it goes with all other numbers",
        ));
    }
    Ok(Numbers {
        decimal: lines.text("decimal")?,
        group: mark,
        group_from: lines.number("group_from")?,
        plurals,
    })
}

/// A value of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    Text(String),
    Number(u32),
    Flag(bool),
}

/// What has not been taken yet.
struct Lines {
    file: String,
    values: Vec<(String, Value)>,
}

impl Lines {
    fn wrong(&self, key: &str, why: &str) -> String {
        format!("{}: `{key}` {why}", self.file)
    }

    fn take(&mut self, key: &str) -> Option<Value> {
        let at = self.values.iter().position(|(known, _)| known == key)?;
        Some(self.values.remove(at).1)
    }

    fn maybe_text(&mut self, key: &str) -> Result<Option<String>, String> {
        match self.take(key) {
            None => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(_) => Err(self.wrong(key, "is no text; write it in quotation marks")),
        }
    }

    fn text(&mut self, key: &str) -> Result<String, String> {
        self.maybe_text(key)?
            .filter(|text| !text.is_empty())
            .ok_or_else(|| self.wrong(key, "is missing; languages/README.md says what it is"))
    }

    fn number(&mut self, key: &str) -> Result<u32, String> {
        match self.take(key) {
            Some(Value::Number(number)) => Ok(number),
            _ => Err(self.wrong(
                key,
                "is missing, or no whole number; languages/README.md says what it is",
            )),
        }
    }

    fn must_flag(&mut self, key: &str) -> Result<bool, String> {
        match self.take(key) {
            Some(Value::Flag(flag)) => Ok(flag),
            _ => Err(self.wrong(
                key,
                "is missing, or neither `true` nor `false`; languages/README.md says what it is",
            )),
        }
    }

    fn flag(&mut self, key: &str) -> Result<bool, String> {
        let there = self.values.iter().any(|(known, _)| known == key);
        if there { self.must_flag(key) } else { Ok(false) }
    }
}

/// The values of a file by their keys, `table.key` in a table.
pub(super) fn values(file: &str, text: &str) -> Result<Vec<(String, Value)>, String> {
    let mut found: Vec<(String, Value)> = Vec::new();
    let mut table = String::new();
    for (line, number) in text.lines().map(str::trim).zip(1..) {
        let unreadable = || {
            format!(
                "{file}:{number}: `{line}` is not `key = \"text\"`, `key = 1`, `key = true` or `[table]`, each on its own line"
            )
        };
        let plain = |word: &str| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        };
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            if !plain(name) {
                return Err(unreadable());
            }
            table = format!("{name}.");
            continue;
        }
        let (key, value) = line
            .split_once(" = ")
            .filter(|(key, _)| plain(key))
            .ok_or_else(unreadable)?;
        let key = format!("{table}{key}");
        if found.iter().any(|(known, _)| *known == key) {
            return Err(format!("{file}:{number}: `{key}` is there twice; remove one"));
        }
        let value = match value {
            "true" => Value::Flag(true),
            "false" => Value::Flag(false),
            quoted if quoted.starts_with('"') => Value::Text(unquoted(quoted).ok_or_else(unreadable)?),
            digits => Value::Number(digits.parse().map_err(|_| unreadable())?),
        };
        found.push((key, value));
    }
    Ok(found)
}

/// What stands between quotation marks, `\u00a0` as its character; `None` with any other escape.
fn unquoted(text: &str) -> Option<String> {
    let mut rest = text.strip_prefix('"')?.strip_suffix('"')?;
    let mut out = String::new();
    while let Some((before, after)) = rest.split_once('\\') {
        let digits = after.strip_prefix('u')?.get(..4)?;
        out.push_str(before);
        out.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
        rest = after.get(5..)?;
    }
    out.push_str(rest);
    (!out.contains('"')).then_some(out)
}
