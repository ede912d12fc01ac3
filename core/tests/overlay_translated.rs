//! An overlay over an aid with translations: a line that goes from a list takes its own translation along and no other.
#![cfg(feature = "authoring")]
#![expect(clippy::unwrap_used, reason = "a test: failing is how it reports")]

#[cfg(test)]
mod common;

use std::collections::BTreeMap;
use std::fs;

use serde_json::Value;
use weighup_core::aid::Aid;
use weighup_core::authoring::{SourceFile, lay, read, translate, translate_laid};

/// Every text of one aid, with what stands in the same place of the other.
fn beside(one: &Value, other: &Value, found: &mut Vec<(String, String)>) {
    match (one, other) {
        (Value::String(one), Value::String(other)) => found.push((one.clone(), other.clone())),
        (Value::Array(one), Value::Array(other)) => {
            one.iter()
                .zip(other)
                .for_each(|(one, other)| beside(one, other, found));
        }
        (Value::Object(one), Value::Object(other)) => {
            for (key, one) in one.iter().filter(|(key, _)| *key != "sentences") {
                beside(one, other.get(key).unwrap_or(&Value::Null), found);
            }
        }
        _ => {}
    }
}

fn texts(original: &Aid, translated: &Aid) -> Vec<(String, String)> {
    let json = |aid: &Aid| serde_json::from_str::<Value>(aid.to_json()).unwrap();
    let mut found = Vec::new();
    beside(&json(original), &json(translated), &mut found);
    found
}

#[test]
fn every_line_that_is_left_keeps_its_own_translation() {
    let mut laid_over = 0;
    for folder in common::aids() {
        let name = folder.file_name().unwrap().to_string_lossy().into_owned();
        let source = fs::read(folder.join("aid.toml")).unwrap();
        let reading = read(
            SourceFile {
                name: "aid.toml",
                bytes: &source,
            },
            None,
        );
        let published = reading.document.as_ref().unwrap();
        for tag in ["cy", "ur", "easy"] {
            let file = format!("{tag}.toml");
            let Ok(bytes) = fs::read(folder.join(&file)) else {
                continue;
            };
            let file = SourceFile {
                name: &file,
                bytes: &bytes,
            };
            let language = if tag == "easy" { "en-x-easy" } else { tag };
            let whole = translate(published, file, language).aid.unwrap();
            let mut known: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for (original, translated) in texts(reading.aid.as_ref().unwrap(), &whole) {
                known.entry(original).or_default().push(translated);
            }
            for option in &published.options {
                let overlay = format!(
                    "organisation = \"Anytown\"\ndate = \"2026-03-01\"\naid = \"{}\"\nversion = \"{}\"\n\n[[hide]]\noption = \"{}\"\nreason = \"We do not offer it.\"\n",
                    published.id, published.version, option.id
                );
                let laid = lay(
                    &reading,
                    SourceFile {
                        name: "overlay.toml",
                        bytes: overlay.as_bytes(),
                    },
                );
                // Some options cannot be hidden: two stay, and one of them is no treatment.
                let Some(laid) = laid.aid else { continue };
                laid_over += 1;
                let made = translate_laid(laid.document(), published, file, language);
                let Some(made_aid) = made.aid else {
                    panic!("{name} without {} in {tag}: {:?}", option.id, made.problems);
                };
                for (original, translated) in texts(&laid, &made_aid) {
                    let Some(wanted) = known.get(&original) else {
                        continue;
                    };
                    assert!(
                        wanted.contains(&translated),
                        "{name} without {} in {tag}: “{original}” is told as “{translated}”",
                        option.id
                    );
                }
            }
        }
    }
    assert!(laid_over > 5, "{laid_over} overlays were laid");
}
