//! Names and tags of languages in sources that are no language's folder.

use std::fs;
use std::path::Path;

use weighup_core::words::Spoken;

/// Where sources stand. Tests, documentation, aids and their translations are not among them.
const SOURCES: [&str; 7] = ["cli", "core", "macros", "pkg", "serve", "web", "xtask"];

const ENDINGS: [&str; 8] = ["css", "html", "js", "json", "rs", "toml", "ts", "txt"];

/// Places that may name a language, each with why.
const ALLOWED: [(&str, &str); 1] = [(
    "web/src/fixtures/mod.rs",
    "which states are tested and photographed from right to left is chosen by what the pictures show",
)];

/// Tags that are words or names of fields too: of such a language only its names are looked for.
const WORDS: [&str; 9] = ["as", "be", "id", "is", "it", "no", "or", "so", "to"];

/// Every place outside the folders of languages where one is named.
pub(super) fn named(root: &Path, spoken: &[Spoken]) -> Vec<String> {
    let mut found = Vec::new();
    let (mut files, mut unused) = (0, ALLOWED.to_vec());
    for folder in SOURCES {
        walk(&root.join(folder), &mut |path| {
            files += 1;
            let shown = path
                .strip_prefix(root)
                .unwrap_or(path)
                .to_string_lossy()
                .replace('\\', "/");
            let text = fs::read_to_string(path).unwrap_or_else(|why| panic!("{shown}: {why}"));
            // What only tests are compiled with stands last.
            let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            let named = text.lines().zip(1..).flat_map(|(line, number)| {
                let names = in_line(line, spoken).into_iter();
                names.map(move |name| (number, name, line.trim().to_owned()))
            });
            let named: Vec<_> = named.collect();
            if ALLOWED.iter().any(|(allowed, _)| *allowed == shown) {
                unused.retain(|(allowed, _)| named.is_empty() || *allowed != shown);
                return;
            }
            found.extend(named.into_iter().map(|(number, name, line)| {
                format!("{shown}:{number}: {name} stands in its folder of languages alone: {line}")
            }));
        });
    }
    assert!(files > 300, "{files} files");
    found.extend(
        unused
            .iter()
            .map(|(path, _)| format!("{path} names no language any more: it need not be allowed")),
    );
    found
}

/// The names and tags of languages in a line; English is the source and may be named.
pub(super) fn in_line<'s>(line: &str, spoken: &'s [Spoken]) -> Vec<&'s str> {
    let mut found = Vec::new();
    for one in spoken.iter().filter(|one| !one.sentences.is_empty()) {
        // What Easy Read is, and what it looks like, is said where the widget does it.
        let names = [one.english, one.own];
        found.extend(
            names
                .into_iter()
                .filter(|name| !one.is_variant && has_word(line, name)),
        );
        let tags = [one.name, one.tag];
        found.extend(
            tags.into_iter()
                .find(|tag| !WORDS.contains(tag) && has_tag(line, tag)),
        );
    }
    found
}

/// The word on its own.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(at + word.len()..).and_then(|after| after.chars().next());
        ![before, after].iter().flatten().any(|c| c.is_alphanumeric())
    })
}

/// The tag as tags are written in sources: in quotation marks, as the name of a file, in a selector, in a pattern.
fn has_tag(line: &str, tag: &str) -> bool {
    line.match_indices(tag).any(|(at, _)| {
        let before = line.get(..at).unwrap_or_default();
        let after = line.get(at + tag.len()..).unwrap_or_default();
        let file = [".toml", ".json", ".js"].iter().any(|end| after.starts_with(end));
        let begins = !before.ends_with(|c: char| c.is_alphanumeric() || "-_.".contains(c));
        let quoted = ["\"", "'", "`"]
            .iter()
            .any(|mark| before.ends_with(mark) && after.starts_with(mark));
        // An alternative of a pattern. What has a space after it is a closure of Rust.
        let letter = |text: &str| text.starts_with(|c: char| c.is_ascii_lowercase());
        let pattern = match (before.chars().next_back(), after.split_at_checked(1)) {
            (Some('('), Some(("|", _))) | (Some('|'), Some((")", _))) => true,
            (Some('|'), Some(("|", rest))) => letter(rest),
            _ => false,
        };
        begins && file || quoted || pattern || before.ends_with(":lang(")
    })
}

fn walk(folder: &Path, each: &mut impl FnMut(&Path)) {
    let entries = fs::read_dir(folder).unwrap_or_else(|why| panic!("{}: {why}", folder.display()));
    let mut paths: Vec<_> = entries
        .map(|entry| entry.unwrap_or_else(|why| panic!("{why}")).path())
        .collect();
    paths.sort();
    for path in paths {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            if !["tests", "target", "node_modules"].contains(&name.as_str()) {
                walk(&path, each);
            }
        } else if name != "tests.rs"
            && path
                .extension()
                .is_some_and(|end| ENDINGS.iter().any(|known| end == *known))
        {
            each(&path);
        }
    }
}
