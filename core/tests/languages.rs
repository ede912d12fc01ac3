//! A language is a folder of `languages` and nothing else: what its folder must have, that a folder is all there has to be, and
//! that no language is named anywhere but there.
#![expect(
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test: failing is how it reports"
)]

#[path = "languages/elsewhere.rs"]
mod elsewhere;
#[path = "../languages/read.rs"]
mod read;
#[path = "../languages/write.rs"]
mod write;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use read::{Kind, Value};
use weighup_core::words::{Language, SPOKEN, Spoken, is_easy};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn languages() -> PathBuf {
    root().join("languages")
}

/// The folders of the repository in a place of their own, with one more: a copy under a made-up tag and name.
fn with_one_more(name: &str) -> PathBuf {
    let to = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if to.exists() {
        fs::remove_dir_all(&to).unwrap();
    }
    for entry in fs::read_dir(languages()).unwrap() {
        let from = entry.unwrap().path();
        if from.is_dir() {
            let name = from.file_name().unwrap();
            copy(&from, &to.join(name));
            if name == "cy" {
                copy(&from, &to.join("qaa"));
            }
        }
    }
    let file = to.join("qaa/language.toml");
    let text = fs::read_to_string(&file).unwrap();
    let text = text.replace("tag = \"cy\"", "tag = \"qaa\"");
    let text = text
        .replace("\"Welsh\"", "\"Made Up\"")
        .replace("\"Cymraeg\"", "\"Un arall\"");
    fs::write(&file, text).unwrap();
    to
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

#[test]
fn a_folder_is_all_that_core_needs_to_know_a_language() {
    let folder = with_one_more("one-more-language");
    let folders = read::read(&folder).unwrap();
    assert_eq!(folders.len(), SPOKEN.len() + 1);
    // At the place of the one it was copied from, and after it by its name.
    let names: Vec<&str> = folders.iter().map(|folder| folder.name.as_str()).collect();
    let own: Vec<&str> = SPOKEN.iter().map(|spoken| spoken.name).collect();
    assert_eq!(
        names
            .iter()
            .copied()
            .filter(|name| *name != "qaa")
            .collect::<Vec<_>>(),
        own
    );
    let rust = write::rust(&folders, "/languages").unwrap();
    let all = format!("pub const ALL: [Self; {}]", Language::ALL.len() + 1);
    for written in [
        all.as_str(),
        "/// Made Up (`qaa`).\nMadeUp,",
        "Self::MadeUp => \"qaa\",",
        "name: \"qaa\", tag: \"qaa\", own: \"Un arall\", english: \"Made Up\", language: Language::MadeUp",
        "include_str!(\"/languages/qaa/sentences.toml\")",
        "include_str!(\"/languages/qaa/forms.toml\")",
    ] {
        assert!(rust.contains(written), "{written}\n{rust}");
    }
    // It counts as the one it was copied from does.
    assert!(
        rust.contains(" | Self::MadeUp => if matches!(n, 0) { Plural::Zero }"),
        "{rust}"
    );
}

#[test]
fn every_folder_is_known_by_its_name_and_its_tag() {
    let folders = read::read(&languages()).unwrap();
    assert_eq!(folders.len(), SPOKEN.len());
    for (folder, spoken) in folders.iter().zip(&SPOKEN) {
        assert_eq!(
            (spoken.name, spoken.tag, spoken.own, spoken.english),
            (&*folder.name, &*folder.tag, &*folder.own, &*folder.english)
        );
        assert_eq!(spoken.language.is_rtl(), folder.rtl, "{}", folder.name);
        let by = [
            Spoken::named(&folder.name),
            Spoken::of(&folder.tag.to_uppercase()),
        ];
        assert_eq!(
            by.map(|found| found.map(|found| found.tag)),
            [Some(spoken.tag); 2]
        );
        assert_eq!(
            is_easy(&folder.tag),
            matches!(folder.kind, Kind::Variant { easy: true, .. })
        );
        assert_eq!(spoken.sentences.is_empty(), folder.is_source(), "{}", folder.name);
    }
    assert!(Spoken::named("fr").is_none() && Spoken::of("fr-CA").is_none());
    assert_eq!(
        Spoken::of("en-GB").map(|spoken| spoken.language),
        Some(Language::English)
    );
}

/// The reader of build scripts finds what a whole reader of TOML finds.
#[test]
fn language_files_are_toml() {
    for spoken in &SPOKEN {
        let text = fs::read_to_string(languages().join(spoken.name).join("language.toml")).unwrap();
        let own: BTreeMap<String, Value> = read::values(spoken.name, &text).unwrap().into_iter().collect();
        let whole: toml::Table = toml::from_str(&text).unwrap();
        let mut found = BTreeMap::new();
        for (key, value) in &whole {
            match value {
                toml::Value::Table(table) => {
                    found.extend(
                        table
                            .iter()
                            .map(|(inside, value)| (format!("{key}.{inside}"), plain(value))),
                    );
                }
                value => {
                    found.insert(key.clone(), plain(value));
                }
            }
        }
        assert_eq!(own, found, "{}", spoken.name);
    }
}

fn plain(value: &toml::Value) -> Value {
    match value {
        toml::Value::String(text) => Value::Text(text.clone()),
        toml::Value::Integer(number) => Value::Number(u32::try_from(*number).unwrap()),
        toml::Value::Boolean(flag) => Value::Flag(*flag),
        other => panic!("{other:?} is not read by build scripts"),
    }
}

#[test]
fn what_is_wrong_with_a_folder_is_named() {
    let folder = with_one_more("languages-that-lack");
    let file = folder.join("qaa/language.toml");
    let whole = fs::read_to_string(&file).unwrap();
    for (from, to, told) in [
        (
            "direction = \"ltr\"\n",
            "",
            "qaa/language.toml: `direction` is missing",
        ),
        (
            "\"ltr\"",
            "\"left\"",
            "`direction` is \"left\"; write \"ltr\" or \"rtl\"",
        ),
        ("english = ", "englsih = ", "`english` is missing"),
        (
            "place = ",
            "plaice = 1\nplace = ",
            "`plaice` is no key of a language",
        ),
        ("place = ", "place = \"", "language.toml:8: `place = \""),
        ("place = ", "place = 1\nplace = ", "`place` is there twice"),
        (
            "checked = false",
            "checked = 0",
            "`checked` is missing, or neither",
        ),
        (
            "tag = \"qaa\"",
            "tag = \"qab\"",
            "`tag` is \"qab\" in a folder `qaa`",
        ),
        (
            "group = \",\"",
            "group = \", \"",
            "`group` is \", \"; write one mark",
        ),
        ("decimal = \".\"", "decimal = \"\\n\"", "is not `key = \"text\"`"),
        (
            "other = \"\"",
            "other = \"n = 9\"",
            "`plurals.other` is the last plural",
        ),
        ("one = \"n = 1\"", "one = \"\"", "it alone has no rule"),
        (
            "checked = ",
            "source = true\n# ",
            "languages/qaa/sentences.toml is read by nothing",
        ),
        (
            "checked = ",
            "variant_of = \"en\"\nchecked = ",
            "is no key of a language",
        ),
    ] {
        assert!(whole.contains(from), "{from}");
        fs::write(&file, whole.replacen(from, to, 1)).unwrap();
        let why = read::read(&folder).expect_err(to);
        assert!(why.contains(told), "{why}");
    }
    for rule in ["n = 1.5", "i = 1", "n % 0 = 1", "n is 1", "n = 1 or", "n = 1..b"] {
        fs::write(
            &file,
            whole.replace("one = \"n = 1\"", &format!("one = \"{rule}\"")),
        )
        .unwrap();
        let why = write::rust(&read::read(&folder).unwrap(), "").expect_err(rule);
        assert!(
            why.starts_with("languages/qaa/language.toml: `plurals.one = "),
            "{why}"
        );
    }
    fs::write(&file, &whole).unwrap();
    for name in [
        "sentences.toml",
        "texts.toml",
        "forms.toml",
        "cases.toml",
        "element.toml",
        "language.toml",
    ] {
        let (path, aside) = (folder.join("qaa").join(name), folder.join("aside"));
        fs::rename(&path, &aside).unwrap();
        let why = read::read(&folder).expect_err(name);
        assert!(why.contains("languages/qaa") && why.contains(name), "{why}");
        fs::rename(&aside, &path).unwrap();
    }
    fs::write(folder.join("qaa/text.toml"), "").unwrap();
    let why = read::read(&folder).expect_err("a file that nothing reads");
    assert!(
        why.starts_with("languages/qaa/text.toml is read by nothing"),
        "{why}"
    );
    fs::remove_file(folder.join("qaa/text.toml")).unwrap();
    let file = folder.join("easy/language.toml");
    let whole = fs::read_to_string(&file).unwrap();
    fs::write(&file, whole.replace("variant_of = \"en\"", "variant_of = \"ur\"")).unwrap();
    let why = read::read(&folder).expect_err("a tag of another language");
    assert!(
        why.contains("`variant_of = \"ur\"` and `tag = \"en-x-easy\"` do not go together"),
        "{why}"
    );
}

#[test]
fn a_rule_of_cldr_is_one_of_rust() {
    let folder = with_one_more("rules-of-plurals");
    let file = folder.join("qaa/language.toml");
    let text = fs::read_to_string(&file).unwrap();
    let rule = "n % 10 = 2..4,9 and n % 100 != 12..14 or n = 100";
    fs::write(
        &file,
        text.replace("few = \"n = 3\"", &format!("few = \"{rule}\"")),
    )
    .unwrap();
    let rust = write::rust(&read::read(&folder).unwrap(), "").unwrap();
    let condition = "matches!(n % 10, 2..=4 | 9) && !matches!(n % 100, 12..=14) || matches!(n, 100)";
    assert!(
        rust.contains(&format!("if {condition} {{ Plural::Few }}")),
        "{rust}"
    );
}

/// Whoever reads a file of a language that nobody has checked is told so in its first line; `checked` says the same.
#[test]
fn files_that_nobody_has_checked_say_so_first() {
    for folder in read::read(&languages()).unwrap() {
        for name in ["sentences.toml", "texts.toml", "element.toml", "forms.toml"] {
            let Ok(text) = fs::read_to_string(languages().join(&folder.name).join(name)) else {
                continue;
            };
            let first: Vec<&str> = text.lines().take_while(|line| line.starts_with('#')).collect();
            let first = first.join(" ");
            let unchecked = ["Not yet checked", "Not yet tried", "has read this list yet"];
            let says = unchecked.iter().any(|words| first.contains(words));
            assert_eq!(says, !folder.checked, "languages/{}/{name}: {first}", folder.name);
        }
    }
}

#[test]
fn no_language_is_named_anywhere_but_in_its_folder() {
    let found = elsewhere::named(&root(), &SPOKEN);
    assert!(found.is_empty(), "{} places:\n{}", found.len(), found.join("\n"));
}

#[test]
fn a_language_that_is_named_elsewhere_is_found() {
    for line in [
        "const ALL: [&str; 2] = [\"cy\", \"pl\"];",
        "  Welsh,",
        "  (\"Cymraeg\", 1),",
        "include_str!(\"ur.toml\")",
        ".weighup:lang(ar) { color: red; }",
        "const RTL = /^(ar|ur)$/;",
        "const RTL = /^(ckb|ur|yi)$/;",
        "if (tag === 'pl') return;",
        "tag == \"en-x-easy\"",
        "stem == \"easy\"",
        "// as in Urdu",
    ] {
        assert!(!elsewhere::in_line(line, &SPOKEN).is_empty(), "{line}");
    }
    for line in [
        "let ur = 1;",
        "a polished text",
        "\"copy\"",
        "par.toml",
        "Language::English",
        "all.any(|easy| easy.len() > 2)",
        "easy to read",
    ] {
        assert_eq!(elsewhere::in_line(line, &SPOKEN), Vec::<&str>::new(), "{line}");
    }
}
