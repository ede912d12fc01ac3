//! The folders of `languages/` in what the build writes: the script of the element, and the pages of the gallery.

use super::stage::Stage;
use crate::project;
use anyhow::{Context, Result, bail};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// A language of the interface, or a variant of one. What else its `language.toml` says is for `core/build.rs`, which also holds
/// the file to its form.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Language {
    /// The name of its folder, and of files that are made from it.
    #[serde(skip)]
    pub(super) folder: String,
    /// A BCP 47 tag.
    pub(super) tag: String,
    /// What it calls itself.
    pub(super) name: String,
    /// What it is called in English.
    pub(super) english: String,
    /// `ltr` or `rtl`.
    pub(super) direction: String,
    place: u32,
    variant_of: Option<String>,
    /// Another tag that asks for it.
    also: Option<String>,
    #[serde(default)]
    pub(super) source: bool,
}

/// Sentences by table and name, as `element.toml` has them.
type Sentences = BTreeMap<String, BTreeMap<String, String>>;

/// Every language, in the order of lists.
pub(super) fn all() -> Result<Vec<Language>> {
    of(&project::root().join("languages"))
}

fn of(languages: &Path) -> Result<Vec<Language>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(languages).with_context(|| format!("could not read {}", languages.display()))? {
        let path = entry?.path();
        if !path.is_dir() {
            continue;
        }
        let mut language: Language = read(&path.join("language.toml"))?;
        language.folder = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        found.push(language);
    }
    found.sort_by(|one, other| (one.place, &one.folder).cmp(&(other.place, &other.folder)));
    Ok(found)
}

fn read<T: serde::de::DeserializeOwned>(path: &Path) -> Result<T> {
    let shown = project::shown(path);
    let text = fs::read_to_string(path).with_context(|| format!("could not read {shown}"))?;
    toml::from_str(&text).with_context(|| format!("{shown} is not as languages/README.md says"))
}

/// Puts every language into the element's scripts: their own module of sentences, and the list of files in each entry.
pub(super) fn lay_out(stage: &Stage) -> Result<()> {
    let languages = all()?;
    let module = module(&languages, &project::root().join("languages"))?;
    stage.write("weighup/lib/spoken.js", module)?;
    for entry in ["index.js", "inline.js"] {
        let path = stage.path(&format!("weighup/{entry}"));
        let text = fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
        let listed = listed(&text, &languages).with_context(|| format!("in pkg/js/{entry}"))?;
        fs::write(&path, listed)?;
    }
    Ok(())
}

/// What stands in the line of an entry that the build writes once for each language with a file of texts.
const NAME: &str = "NAME";

/// An entry with that line written for every language.
fn listed(entry: &str, languages: &[Language]) -> Result<String> {
    if entry.lines().filter(|line| line.contains(NAME)).count() != 1 {
        bail!("one line with {NAME} in it stands for every language, and is not there once");
    }
    let translated: Vec<&Language> = languages.iter().filter(|language| !language.source).collect();
    let lines = entry.lines().flat_map(|line| match line.contains(NAME) {
        true => translated
            .iter()
            .map(|language| line.replace(NAME, &language.folder))
            .collect(),
        false => vec![line.to_owned()],
    });
    Ok(lines.map(|line| line + "\n").collect())
}

/// `lib/spoken.js`: what the element itself says in each language, which of them are written from right to left, and the tags of
/// variants.
fn module(languages: &[Language], folder: &Path) -> Result<String> {
    let sentences = |language: &Language| -> Result<Sentences> {
        read(&folder.join(&language.folder).join("element.toml"))
    };
    let source = languages
        .iter()
        .find(|language| language.source)
        .context("no language says `source = true`")?;
    let english = sentences(source)?;
    let mut tables: BTreeMap<&str, Vec<String>> =
        english.keys().map(|table| (table.as_str(), Vec::new())).collect();
    for language in languages {
        let own = sentences(language)?;
        complete(language, &own, &english)?;
        for (table, said) in &own {
            let line = format!("  {}: {},\n", language.folder, serde_json::to_string(said)?);
            // Every table is one of English.
            if let Some(lines) = tables.get_mut(table.as_str()) {
                lines.push(line);
            }
        }
    }
    let mut out = "// Written by the build from the folders of languages.\n".to_owned();
    for (table, lines) in tables {
        out += &format!(
            "export const {} = {{\n{}}};\n",
            table.to_uppercase(),
            lines.concat()
        );
    }
    let rtl = languages.iter().filter(|language| language.direction == "rtl");
    let rtl: Vec<&str> = rtl.map(|language| language.folder.as_str()).collect();
    let variants = languages.iter().filter(|language| language.variant_of.is_some());
    let variants: Vec<[String; 2]> = variants
        .flat_map(|language| {
            let tags = [Some(&language.tag), language.also.as_ref()];
            let tags = tags.into_iter().flatten();
            tags.map(|tag| [tag.to_lowercase(), language.folder.clone()])
        })
        .collect();
    out += &format!("export const RTL = {};\n", serde_json::to_string(&rtl)?);
    out += &format!(
        "export const VARIANTS = new Map({});\n",
        serde_json::to_string(&variants)?
    );
    Ok(out)
}

/// Whether a language says all that English says and nothing else; a variant may leave out a table, and has that of its language.
fn complete(language: &Language, own: &Sentences, english: &Sentences) -> Result<()> {
    let file = format!("languages/{}/element.toml", language.folder);
    for (table, said) in english {
        let Some(found) = own.get(table) else {
            if language.variant_of.is_some() {
                continue;
            }
            bail!("{file} has no table [{table}]; languages/en/element.toml has the English of it");
        };
        if let Some(missing) = said
            .keys()
            .find(|key| found.get(*key).is_none_or(String::is_empty))
        {
            bail!("{file} lacks `{missing}` in [{table}]; languages/en/element.toml has the English of it");
        }
    }
    for (table, found) in own {
        let known = |key: &&String| english.get(table).is_some_and(|said| said.contains_key(*key));
        if let Some(other) = found.keys().find(|key| !known(key)) {
            bail!("{file} has `{other}` in [{table}], which languages/en/element.toml has not; remove it");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{Language, Sentences, all, complete, listed, module, of};
    use crate::project;
    use std::fs;
    use std::path::PathBuf;

    /// The folders of the repository and one more, which is another one under a made-up tag.
    fn with_one_more(name: &str) -> anyhow::Result<PathBuf> {
        let (from, to) = (project::root().join("languages"), project::scratch().join(name));
        if to.exists() {
            fs::remove_dir_all(&to)?;
        }
        for path in super::super::stage::files(&from) {
            let inside = path.strip_prefix(&from)?;
            let mut places = vec![to.join(inside)];
            if let Ok(rest) = inside.strip_prefix("ur") {
                places.push(to.join("qaa").join(rest));
            }
            for place in places {
                fs::create_dir_all(place.parent().unwrap_or(&to))?;
                let text = fs::read_to_string(&path)?;
                let own = place.starts_with(to.join("qaa"));
                fs::write(
                    &place,
                    if own {
                        text.replace("\"ur\"", "\"qaa\"")
                    } else {
                        text
                    },
                )?;
            }
        }
        Ok(to)
    }

    #[test]
    fn a_folder_is_all_that_the_element_needs_to_speak_a_language() -> anyhow::Result<()> {
        let folder = with_one_more("one-more-language")?;
        let languages = of(&folder)?;
        assert_eq!(languages.len(), all()?.len() + 1);
        let script = module(&languages, &folder)?;
        assert_eq!(script.matches("  qaa: {").count(), 2, "{script}");
        assert!(
            script.contains("\"qaa\"") && script.contains("export const RTL = ["),
            "{script}"
        );
        let entry = fs::read_to_string(project::root().join("pkg/js/index.js"))?;
        let entry = listed(&entry, &languages)?;
        let line = "  qaa: textsInFile(file(\"texts/qaa.json\", () => new URL(\"./texts/qaa.json\", import.meta.url))),\n";
        assert!(entry.contains(line), "{entry}");
        assert!(!entry.contains("NAME") && !entry.contains("en.json"), "{entry}");
        Ok(())
    }

    #[test]
    fn what_a_language_lacks_is_named() -> anyhow::Result<()> {
        let folder = with_one_more("a-language-that-lacks")?;
        let file = folder.join("qaa/element.toml");
        let whole = fs::read_to_string(&file)?;
        let line = whole
            .lines()
            .find(|line| line.starts_with("again = "))
            .unwrap_or_default();
        for (text, told) in [
            (
                whole.replace(line, ""),
                "languages/qaa/element.toml lacks `again` in [said]",
            ),
            (
                whole.replace(line, "again = \"\""),
                "languages/qaa/element.toml lacks `again` in [said]",
            ),
            (
                whole.replace(line, &format!("{line}\nagian = \"x\"")),
                "has `agian` in [said]",
            ),
            (whole.replace("[read]", "[raed]"), "has no table [read]"),
        ] {
            fs::write(&file, text)?;
            let why = module(&of(&folder)?, &folder).err().map(|why| why.to_string());
            assert!(why.as_ref().is_some_and(|why| why.contains(told)), "{why:?}");
        }
        fs::remove_file(&file)?;
        assert!(module(&of(&folder)?, &folder).is_err());
        Ok(())
    }

    #[test]
    fn a_variant_may_leave_out_a_table() -> anyhow::Result<()> {
        let languages = all()?;
        let easy: Option<&Language> = languages.iter().find(|language| language.variant_of.is_some());
        let english: Sentences = super::read(&project::root().join("languages/en/element.toml"))?;
        let some: Sentences = english.clone().into_iter().skip(1).collect();
        assert!(easy.is_some_and(|easy| complete(easy, &some, &english).is_ok()));
        let whole = languages.iter().find(|language| language.variant_of.is_none());
        assert!(whole.is_some_and(|whole| complete(whole, &some, &english).is_err()));
        Ok(())
    }

    #[test]
    fn an_entry_has_one_line_for_all() {
        assert!(listed("const texts = {};\n", &[]).is_err());
        assert!(listed("NAME\nNAME\n", &[]).is_err());
    }
}
