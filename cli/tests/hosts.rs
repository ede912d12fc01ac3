//! What record systems and directories read: `aids.json` and the cards of CDS Hooks, held against the files of every aid.
#![expect(clippy::unwrap_used, reason = "a test that fails says where")]

mod common;
mod shape;

use std::fs;
use std::path::Path;

use common::{folder, root, text, weighup};
use serde_json::{Value, json};

const PAGE: &str = "https://trust.example/decisions/{id}/";

fn json_of(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn schema_of(path: &str) -> Value {
    json_of(&root().join(path))
}

/// Builds all aids with these arguments and reads what hosts read.
fn built(name: &str, more: &[&str]) -> (std::path::PathBuf, Value) {
    let out = folder(name);
    let mut args = vec!["build", "--out", out.to_str().unwrap(), "--hosts", PAGE];
    args.extend(more);
    let done = weighup(&args);
    assert_eq!(done.status.code(), Some(0), "{}", text(&done.stderr));
    let catalogue = json_of(&out.join("aids.json"));
    (out, catalogue)
}

#[test]
fn the_catalogue_has_every_aid_with_the_facts_of_its_own_file() {
    let (out, catalogue) = built("hosts", &[]);
    let schema = schema_of("docs/schema/aids.schema.json");
    assert_eq!(shape::wrong(&schema, &catalogue), Vec::<String>::new());
    let aids = catalogue["aids"].as_array().unwrap();
    let mut folders: Vec<_> = fs::read_dir(root().join("decision-aids"))
        .unwrap()
        .flatten()
        .map(|entry| entry.path().join("aid.toml"))
        .filter(|path| path.exists())
        .collect();
    folders.sort();
    assert!(folders.len() >= 24, "{} aids", folders.len());
    assert_eq!(aids.len(), folders.len());
    for path in folders {
        let author: toml::Value = toml::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        let id = author["id"].as_str().unwrap();
        let one = aids.iter().find(|aid| aid["id"] == id).unwrap();
        for key in ["title", "version", "language"] {
            assert_eq!(one[key].as_str(), author[key].as_str(), "{id}: {key}");
        }
        assert_eq!(one["address"], format!("https://trust.example/decisions/{id}/"));
        // Whom it is for is what the author wrote, with nothing added; a code above all.
        let said = author
            .get("finding")
            .map(|finding| serde_json::to_value(finding).unwrap());
        assert_eq!(one.get("applies"), said.as_ref(), "{id}: whom it is for");
        // The file that the address shows is the one of this hash, and the list for pages says the same.
        let listed = json_of(&out.join("aids/index.json"));
        let listed = listed
            .as_array()
            .unwrap()
            .iter()
            .find(|aid| aid["id"] == id)
            .unwrap();
        for key in [
            "hash", "reviewed", "review", "options", "minutes", "for_whom", "places", "decision",
        ] {
            assert_eq!(one[key], listed[key], "{id}: {key}");
        }
        for (translated, known) in one["translations"]
            .as_array()
            .unwrap()
            .iter()
            .zip(listed["translations"].as_array().unwrap())
        {
            assert_eq!(translated["hash"], known["hash"], "{id}");
        }
        assert!(out.join(one["card"].as_str().unwrap()).is_file(), "{id}");
    }
    // A file of another shape is seen.
    let mut other = catalogue.clone();
    other["aids"][0]["surprise"] = json!(1);
    assert!(!shape::wrong(&schema, &other).is_empty());
    let mut short = catalogue.clone();
    short["aids"][0].as_object_mut().unwrap().remove("review");
    assert!(!shape::wrong(&schema, &short).is_empty());
}

#[test]
fn every_card_names_an_aid_and_neither_a_figure_nor_a_choice() {
    let schema = schema_of("tests/fixtures/cds-card.schema.json");
    let launch = "https://trust.example/launch?aid={id}";
    for (name, more, kind) in [
        ("cards", &[][..], "absolute"),
        ("cards-smart", &["--launch", launch][..], "smart"),
    ] {
        let (out, catalogue) = built(name, more);
        for aid in catalogue["aids"].as_array().unwrap() {
            let card = json_of(&out.join(aid["card"].as_str().unwrap()));
            let id = aid["id"].as_str().unwrap();
            assert_eq!(shape::wrong(&schema, &card), Vec::<String>::new(), "{id}");
            let [summary, detail] = ["summary", "detail"].map(|key| card[key].as_str().unwrap());
            assert!(summary.chars().count() < 140, "{id}: {summary}");
            assert_eq!(card["indicator"], "info");
            assert!(card.get("suggestions").is_none(), "{id} suggests nothing");
            assert!(
                detail.contains(aid["review"].as_str().unwrap()),
                "{id} says whether it is reviewed"
            );
            for figure in ["%", " of every ", " of 100", " of 1,000", "out of "] {
                assert!(
                    !summary.contains(figure) && !detail.contains(figure),
                    "{id}: {figure}"
                );
            }
            for advice in ["you should", "is recommended", "we recommend", "best option"] {
                assert!(
                    !detail.contains(advice) && !summary.contains(advice),
                    "{id}: {advice}"
                );
            }
            let link = &card["links"][0];
            assert_eq!(link["type"], kind);
            if kind == "smart" {
                assert_eq!(link["url"], format!("https://trust.example/launch?aid={id}"));
                assert_eq!(link["appContext"], id);
            } else {
                assert_eq!(link["url"], aid["address"]);
                assert!(link.get("appContext").is_none());
            }
        }
    }
}

#[test]
fn an_address_that_leads_nowhere_is_refused_and_nothing_is_written() {
    for (given, why) in [
        (
            ["--hosts", "trust.example/{id}", "", ""],
            "is not the address of a page",
        ),
        (
            ["--hosts", "https://trust.example/one", "", ""],
            "there are several aids",
        ),
        (
            ["--hosts", PAGE, "--launch", "launch/{id}"],
            "is not the address of a page",
        ),
    ] {
        let out = folder("hosts-refused");
        let mut args = vec!["build", "--out", out.to_str().unwrap()];
        args.extend(given.iter().filter(|word| !word.is_empty()));
        let refused = weighup(&args);
        assert_eq!(refused.status.code(), Some(2), "{given:?}");
        assert!(text(&refused.stderr).contains(why), "{}", text(&refused.stderr));
        assert_eq!(fs::read_dir(&out).unwrap().count(), 0, "{given:?}");
    }
}
