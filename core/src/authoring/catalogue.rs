//! Catalogues: the sentences of core and the texts of the interface in another language, as translators write them.
//!
//! ```toml
//! [sentences]
//! "We do not know." = "Nid ydym yn gwybod."
//!
//! [context."a rating"]
//! "good" = "da"
//!
//! [sentences."{count} still to answer: {list}."]
//! one = "…"
//! other = "…"
//! ```

use super::{SourceFile, Text, taken_apart};
use crate::aid::{Aid, Code, Place, Problem};
use crate::format::locate;
use crate::format::tree::{Entry, Node, Value};
use crate::words::{Language, Plural, Spoken, Words, key, key_for};

/// A message as it stands in a source: see [`crate::words`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceMessage {
    /// What tells it from another with the same English.
    pub context: String,
    /// Its English; for every number but 1 when it differs with a count.
    pub text: String,
    /// Its English for 1.
    pub one: Option<String>,
    /// The name of the count.
    pub count: Option<String>,
    /// The file of the source it stands in.
    pub file: String,
    /// Its line in that file.
    pub line: u32,
    /// What translators are told.
    pub note: String,
}

/// A sentence of a catalogue.
struct Given<'t> {
    context: &'t str,
    text: &'t str,
    /// By plural; `None` when it is the same for every number.
    plural: Option<&'t str>,
    said: Option<&'t str>,
    span: std::ops::Range<usize>,
}

/// The sentences of a catalogue by their keys, as an aid carries them, and what is wrong with the catalogue.
///
/// `messages` are those of the sources; without them a catalogue is taken as it is.
#[must_use]
pub fn sentences(
    file: SourceFile<'_>,
    language: Language,
    messages: Option<&[SourceMessage]>,
) -> (Vec<(u32, String)>, Vec<Problem>) {
    let text = Text::of(file);
    let mut problems = Vec::new();
    let Some((text, tree)) = taken_apart(&text, &mut problems) else {
        return (Vec::new(), problems);
    };
    let given = given(&tree);
    if let Some(messages) = messages {
        let mut report = |code, name: &str, message: String, remedy: String, span| {
            let mut problem = Problem::new(code, Place::root().key(name), message, remedy);
            problem.severity = crate::aid::Severity::Error;
            locate::place(&mut problem, Some(text.name), text.text, span);
            problems.push(problem);
        };
        for message in messages {
            missing(message, &given, language, &mut report);
        }
        for one in &given {
            wrong(one, messages, language, &mut report);
        }
    }
    problems.sort_by_key(|problem| (problem.line, problem.column));
    (by_key(given.iter(), language), problems)
}

/// Sentences by their keys.
fn by_key<'g, 't: 'g>(given: impl Iterator<Item = &'g Given<'t>>, language: Language) -> Vec<(u32, String)> {
    let last = language.plurals().last().map_or("other", |plural| plural.name());
    let mut found: Vec<(u32, String)> = given
        .filter_map(|one| {
            let key = key(one.context, one.text);
            let plural = one.plural.filter(|plural| *plural != last);
            let key = match plural {
                Some(name) => key_for(key, Plural::ALL.into_iter().find(|plural| plural.name() == name)?),
                None => key,
            };
            Some((key, one.said?.to_owned()))
        })
        .collect();
    found.sort_unstable();
    found
}

/// Contexts of sentences that stand on forms and pages for reviewers alone. What patients download has none of them.
const FOR_REVIEWERS: [&str; 2] = ["on a form", "on a review page"];

/// The sentences of a language in the contexts that are wanted; none for English, which is built in.
fn spoken_in(tag: &str, wanted: impl Fn(&str) -> bool) -> Vec<(u32, String)> {
    let Some(spoken) = Spoken::of(tag) else {
        return Vec::new();
    };
    let text = Text::of(SourceFile {
        name: "catalogue",
        bytes: spoken.sentences.as_bytes(),
    });
    let Some((_, tree)) = taken_apart(&text, &mut Vec::new()) else {
        return Vec::new();
    };
    let given = given(&tree);
    by_key(given.iter().filter(|one| wanted(one.context)), spoken.language)
}

/// What is said to reviewers of an aid in its language, with all that it says itself.
pub(crate) fn reviewers_words(aid: &Aid) -> Words {
    let language = aid.wording().language();
    Words::new(language, spoken_in(&aid.document().language, |_| true))
}

/// The sentences an aid in this language carries, each behind its key; none for English, which is built in.
#[must_use]
pub fn built_in(tag: &str) -> Vec<String> {
    spoken_in(tag, |context| !FOR_REVIEWERS.contains(&context))
        .into_iter()
        .map(|(key, sentence)| format!("{key:08x} {sentence}"))
        .collect()
}

type Report<'r> = dyn FnMut(Code, &str, String, String, std::ops::Range<usize>) + 'r;

/// What the catalogue does not have of a message.
fn missing(message: &SourceMessage, given: &[Given<'_>], language: Language, report: &mut Report<'_>) {
    let mine = |one: &&Given<'_>| one.context == message.context && one.text == message.text;
    let section = if message.context.is_empty() {
        "[sentences]".to_owned()
    } else {
        format!("[context.\"{}\"]", message.context)
    };
    let mut say = |plural: &str, span| {
        report(
            Code::Untranslated,
            &message.text,
            format!(
                "there is no sentence{plural} for \"{}\" ({}:{})",
                message.text, message.file, message.line
            ),
            format!("add it under `{section}`; `weighup texts` writes what is still to be translated"),
            span,
        );
    };
    if message.count.is_none() {
        if given.iter().find(mine).is_none() {
            say("", 0..0);
        }
        return;
    }
    // One sentence for all numbers is a translation too, where the language makes no difference.
    if given.iter().filter(mine).any(|one| one.plural.is_none()) {
        return;
    }
    for plural in language.plurals() {
        let there = given
            .iter()
            .filter(mine)
            .any(|one| one.plural == Some(plural.name()));
        if !there {
            let span = given.iter().find(mine).map_or(0..0, |one| one.span.clone());
            say(&format!(" `{}`", plural.name()), span);
        }
    }
}

/// What a sentence of the catalogue has that its message has not.
fn wrong(one: &Given<'_>, messages: &[SourceMessage], language: Language, report: &mut Report<'_>) {
    let known = messages
        .iter()
        .find(|message| message.context == one.context && message.text == one.text);
    let Some(message) = known else {
        report(
            Code::TranslationDrift,
            one.text,
            format!("no source has \"{}\" any more", one.text),
            "remove it; where only a word changed, put the translation under the new English".to_owned(),
            one.span.clone(),
        );
        return;
    };
    if let Some(plural) = one.plural
        && (message.count.is_none() || language.plurals().iter().all(|known| known.name() != plural))
    {
        let names: Vec<&str> = language.plurals().iter().map(|plural| plural.name()).collect();
        let remedy = match message.count {
            Some(_) => format!("the plurals of this language are {}", names.join(", ")),
            None => "it has no count: write one sentence".to_owned(),
        };
        report(
            Code::TranslationDrift,
            one.text,
            format!("there is no plural `{plural}` here"),
            remedy,
            one.span.clone(),
        );
        return;
    }
    let said = one.said.unwrap_or_default();
    if said.trim().is_empty() {
        report(
            Code::EmptyText,
            one.text,
            "this is no sentence".to_owned(),
            "write the translation between quotation marks".to_owned(),
            one.span.clone(),
        );
        return;
    }
    // "one man" may do without the number it stands for.
    let free = match one.plural {
        Some("zero" | "one" | "two") => message.count.as_deref(),
        _ => None,
    };
    if let Some(what) = differs(&message.text, said, free) {
        report(
            Code::TranslationFigures,
            one.text,
            what,
            "use the same holes, `{name}`, in whatever order the language needs".to_owned(),
            one.span.clone(),
        );
    }
}

/// How the holes of two texts differ. `free` need not be there.
fn differs(original: &str, translated: &str, free: Option<&str>) -> Option<String> {
    let (before, after) = (holes(original), holes(translated));
    let lost = before
        .iter()
        .find(|hole| !after.contains(hole) && free.is_none_or(|free| !hole.eq_ignore_ascii_case(free)));
    if let Some(hole) = lost {
        return Some(format!("the hole `{{{hole}}}` is missing"));
    }
    let added = after.iter().find(|hole| !before.contains(hole))?;
    Some(format!("the original has no hole `{{{added}}}`"))
}

/// The names of a text's holes, without regard to capitals.
fn holes(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((_, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').unwrap_or((after, ""));
        found.push(name.to_lowercase());
        rest = tail;
    }
    found
}

fn given<'t>(tree: &'t Node<'t>) -> Vec<Given<'t>> {
    let mut found = Vec::new();
    for section in table(tree) {
        match &*section.key {
            "context" => {
                for context in table(&section.node) {
                    under(&context.key, &context.node, &mut found);
                }
            }
            "sentences" => under("", &section.node, &mut found),
            // Anything else is no section: it is named as what no source has.
            other => found.push(Given {
                context: "",
                text: other,
                plural: None,
                said: None,
                span: section.key_span.clone(),
            }),
        }
    }
    found
}

fn under<'t>(context: &'t str, node: &'t Node<'t>, found: &mut Vec<Given<'t>>) {
    for entry in table(node) {
        let mut push = |plural, node: &'t Node<'t>, span: &std::ops::Range<usize>| {
            found.push(Given {
                context,
                text: &entry.key,
                plural,
                said: match &node.value {
                    Value::Text(text) => Some(text),
                    _ => None,
                },
                span: span.clone(),
            });
        };
        match &entry.node.value {
            Value::Table(plurals) => {
                for plural in plurals {
                    push(Some(&*plural.key), &plural.node, &plural.key_span);
                }
            }
            _ => push(None, &entry.node, &entry.key_span),
        }
    }
}

fn table<'t>(node: &'t Node<'t>) -> &'t [Entry<'t>] {
    match &node.value {
        Value::Table(entries) => entries,
        _ => &[],
    }
}

/// The texts of the interface in the order of `expected`, which names each with its English, and what is wrong with them.
#[must_use]
pub fn interface(file: SourceFile<'_>, expected: &[(String, &str)]) -> (Vec<String>, Vec<Problem>) {
    let text = Text::of(file);
    let mut problems = Vec::new();
    let Some((text, tree)) = taken_apart(&text, &mut problems) else {
        return (Vec::new(), problems);
    };
    let mut given = Vec::new();
    super::translation::walk(&tree, &mut Vec::new(), &mut given);
    let mut report = |code, name: &str, message: String, remedy: &str, span| {
        let place = name.split('.').fold(Place::root(), |place, step| place.key(step));
        let mut problem = Problem::new(code, place, message, remedy);
        problem.severity = crate::aid::Severity::Error;
        locate::place(&mut problem, Some(text.name), text.text, span);
        problems.push(problem);
    };
    let mut out = Vec::new();
    for (name, english) in expected {
        let Some(found) = given.iter().find(|one| one.name.join(".") == *name) else {
            // What English has nothing for, another language may have nothing for.
            if english.is_empty() {
                out.push(String::new());
                continue;
            }
            let around = name.rsplit_once('.').map_or("", |(around, _)| around);
            let near = given.iter().find(|one| one.name.join(".").starts_with(around));
            report(
                Code::Untranslated,
                name,
                format!("`{name}`, \"{english}\", has no translation"),
                "add it; `weighup texts` writes what is still to be translated",
                near.map_or(0..0, |one| one.span.clone()),
            );
            // Until it is there, what is there for everybody else.
            out.push((*english).to_owned());
            continue;
        };
        if found.text.trim().is_empty() {
            report(
                Code::EmptyText,
                name,
                "the text is empty".to_owned(),
                "translate it",
                found.span.clone(),
            );
        } else if let Some(what) = differs(english, found.text, None) {
            report(
                Code::TranslationFigures,
                name,
                what,
                "use the same holes, `{name}`, in whatever order the language needs",
                found.span.clone(),
            );
        }
        out.push(found.text.to_owned());
    }
    for extra in &given {
        let name = extra.name.join(".");
        if !expected.iter().any(|(known, _)| *known == name) {
            report(
                Code::TranslationDrift,
                &name,
                format!("the interface has no text `{name}`"),
                "remove it; see whether it has another name now",
                extra.span.clone(),
            );
        }
    }
    problems.sort_by_key(|problem| (problem.line, problem.column));
    (out, problems)
}
