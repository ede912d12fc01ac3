//! What core is compiled with of the folders of `languages/`, as Rust.

use std::fmt::Write as _;

use super::read::{Folder, Kind, Numbers};

/// The languages as Rust, for `core/src/words/language.rs`; `languages` is the folder in the words of `include_str!`.
pub(super) fn rust(folders: &[Folder], languages: &str) -> Result<String, String> {
    let spoken: Vec<(&Folder, &Numbers)> = folders.iter().filter_map(numbered).collect();
    let mut out = String::new();
    line(&mut out, "/// A language core can make sentences in.");
    line(&mut out, "#[derive(Clone, Copy, Debug, PartialEq, Eq)]");
    line(&mut out, "pub enum Language {");
    for (folder, _) in &spoken {
        line(
            &mut out,
            &format!("/// {} (`{}`).\n{},", folder.english, folder.tag, variant(folder)),
        );
    }
    line(&mut out, "}\nimpl Language {");
    let names: Vec<String> = spoken
        .iter()
        .map(|(folder, _)| format!("Self::{}", variant(folder)))
        .collect();
    line(
        &mut out,
        &format!(
            "/// All of them.\npub const ALL: [Self; {}] = [{}];",
            names.len(),
            names.join(", ")
        ),
    );
    let each = |value: &dyn Fn(&Folder, &Numbers) -> String| -> Vec<(String, String)> {
        spoken
            .iter()
            .map(|(folder, numbers)| (format!("Self::{}", variant(folder)), value(folder, numbers)))
            .collect()
    };
    line(
        &mut out,
        "/// Its BCP 47 tag.\n#[must_use]\npub const fn tag(self) -> &'static str {",
    );
    choice(&mut out, each(&|folder, _| format!("{:?}", folder.tag)));
    line(
        &mut out,
        "/// Written from right to left.\n#[must_use]\npub const fn is_rtl(self) -> bool {",
    );
    choice(&mut out, each(&|folder, _| folder.rtl.to_string()));
    line(
        &mut out,
        "/// The sentence that goes with a whole number. `tests/browser/plurals.test.mjs` holds it to `Intl.PluralRules`.",
    );
    line(
        &mut out,
        "#[must_use]\npub const fn plural(self, n: u32) -> Plural {",
    );
    let mut rules = Vec::new();
    for (folder, numbers) in &spoken {
        let rule =
            plural(numbers).map_err(|why| format!("languages/{}/language.toml: {why}", folder.name))?;
        rules.push((format!("Self::{}", variant(folder)), rule));
    }
    choice(&mut out, rules);
    line(
        &mut out,
        "/// The plurals that whole numbers have in it. The last one is said where a catalogue has no other.",
    );
    line(
        &mut out,
        "#[must_use]\npub const fn plurals(self) -> &'static [Plural] {",
    );
    let listed = |numbers: &Numbers| -> String {
        let all: Vec<String> = numbers.plurals.iter().map(|(name, _)| category(name)).collect();
        format!("&[{}]", all.join(", "))
    };
    choice(&mut out, each(&|_, numbers| listed(numbers)));
    line(
        &mut out,
        "/// Between whole and decimals.\npub(crate) const fn point(self) -> &'static str {",
    );
    choice(&mut out, each(&|_, numbers| format!("{:?}", numbers.decimal)));
    line(
        &mut out,
        "/// What marks thousands, and the fewest digits of a number that has them marked.\nconst fn grouping(self) -> (char, usize) {",
    );
    choice(
        &mut out,
        each(&|_, numbers| format!("({:?}, {})", numbers.group, numbers.group_from)),
    );
    line(&mut out, "}");
    easy(&mut out, folders);
    spoken_list(&mut out, folders, languages);
    Ok(out)
}

fn line(out: &mut String, text: &str) {
    out.push_str(text);
    out.push('\n');
}

fn numbered(folder: &Folder) -> Option<(&Folder, &Numbers)> {
    match &folder.kind {
        Kind::Language { numbers, .. } => Some((folder, numbers)),
        Kind::Variant { .. } => None,
    }
}

/// The English name as the name of a variant.
fn variant(folder: &Folder) -> String {
    folder
        .english
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect()
}

/// The body of a function that is one value for each language; what is the same is written once.
fn choice(out: &mut String, each: Vec<(String, String)>) {
    let mut arms: Vec<(String, String)> = Vec::new();
    for (name, value) in each {
        match arms.iter_mut().find(|(_, known)| *known == value) {
            Some((names, _)) => {
                let _ = write!(names, " | {name}");
            }
            None => arms.push((name, value)),
        }
    }
    line(out, "match self {");
    for (names, value) in arms {
        line(out, &format!("{names} => {value},"));
    }
    line(out, "}\n}");
}

/// Which tags ask for sentences that are easy to read.
fn easy(out: &mut String, folders: &[Folder]) {
    let tags: Vec<String> = folders
        .iter()
        .flat_map(|folder| match &folder.kind {
            Kind::Variant { easy: true, also, .. } => std::iter::once(&folder.tag).chain(also).collect(),
            _ => Vec::new(),
        })
        .map(|tag| format!("{tag:?}"))
        .collect();
    line(
        out,
        &format!(
            "/// The tags of Easy Read variants.\nconst EASY: [&str; {}] = [{}];",
            tags.len(),
            tags.join(", ")
        ),
    );
}

/// Every folder as data, for whoever writes and reads files.
fn spoken_list(out: &mut String, folders: &[Folder], languages: &str) {
    line(out, "/// Every folder of `languages`, in the order of lists.");
    line(
        out,
        &format!("pub static SPOKEN: [Spoken; {}] = [", folders.len()),
    );
    for folder in folders {
        let of = match &folder.kind {
            Kind::Language { .. } => Some(folder),
            Kind::Variant { of, .. } => folders.iter().find(|base| base.name == *of),
        };
        let file = |name: &str| format!("include_str!(\"{languages}/{}/{name}\")", folder.name);
        let sentences = if folder.is_source() {
            "\"\"".to_owned()
        } else {
            file("sentences.toml")
        };
        let is_variant = matches!(folder.kind, Kind::Variant { .. });
        let forms = if is_variant {
            "\"\"".to_owned()
        } else {
            file("forms.toml")
        };
        line(
            out,
            &format!(
                "Spoken {{ name: {:?}, tag: {:?}, own: {:?}, english: {:?}, language: Language::{}, is_variant: {is_variant}, \
                 #[cfg(feature = \"authoring\")] sentences: {sentences}, #[cfg(feature = \"authoring\")] forms: {forms} }},",
                folder.name,
                folder.tag,
                folder.own,
                folder.english,
                of.map(variant).unwrap_or_default(),
            ),
        );
    }
    line(out, "];");
}

fn category(name: &str) -> String {
    let mut letters = name.chars();
    let first = letters.next().map(|first| first.to_ascii_uppercase());
    format!(
        "Plural::{}{}",
        first.into_iter().collect::<String>(),
        letters.as_str()
    )
}

/// The plural of `n`.
fn plural(numbers: &Numbers) -> Result<String, String> {
    let mut out = String::new();
    for (name, rule) in &numbers.plurals {
        if rule.is_empty() {
            let _ = write!(out, "{{ {} }}", category(name));
        } else {
            let condition = condition(rule).ok_or_else(|| {
                format!(
                    "`plurals.{name} = \"{rule}\"` is no rule for whole numbers; write it as CLDR does, \"n % 10 = 2..4 and n % 100 != 12..14\""
                )
            })?;
            let _ = write!(out, "if {condition} {{ {} }} else ", category(name));
        }
    }
    Ok(out)
}

/// A rule of CLDR about whole numbers as Rust: `n % 10 = 2..4 and n % 100 != 12..14 or n = 100`.
fn condition(rule: &str) -> Option<String> {
    let any = rule.split(" or ").map(|all| {
        let each = all
            .split(" and ")
            .map(relation)
            .collect::<Option<Vec<String>>>()?;
        Some(each.join(" && "))
    });
    Some(any.collect::<Option<Vec<String>>>()?.join(" || "))
}

fn relation(text: &str) -> Option<String> {
    let (number, not, list) = match text.split_once(" != ") {
        Some((number, list)) => (number, "!", list),
        None => text.split_once(" = ").map(|(number, list)| (number, "", list))?,
    };
    let number = match number.trim().split_once(" % ") {
        None if number.trim() == "n" => "n".to_owned(),
        Some(("n", by)) => format!("n % {}", by.parse::<u32>().ok().filter(|by| *by > 0)?),
        _ => return None,
    };
    let ranges = list.trim().split(',').map(|range| {
        let whole = |text: &str| text.trim().parse::<u32>().ok();
        Some(match range.split_once("..") {
            None => whole(range)?.to_string(),
            Some((from, to)) => format!("{}..={}", whole(from)?, whole(to)?),
        })
    });
    let ranges = ranges.collect::<Option<Vec<String>>>()?.join(" | ");
    Some(format!("{not}matches!({number}, {ranges})"))
}
