//! Somebody with every published table and a lot of patience: adds up, takes apart, and solves. Knows nothing of how numbers
//! are hidden but what the page says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use weighup_report::ask::{SMALL, questions};
use weighup_report::names::Names;
use weighup_report::run;

use crate::support::{counted, file, folder, lines};

/// A number as it is published, by table, aid, way to group, group and answer.
type Key = (String, String, String, String, String);

fn published(folder: &Path, tables: &[&str]) -> BTreeMap<Key, Option<u64>> {
    let mut out = BTreeMap::new();
    for table in tables {
        let text = fs::read_to_string(folder.join(format!("{table}.csv"))).unwrap();
        let mut rows = text.lines();
        let head: Vec<&str> = rows.next().unwrap().split(',').collect();
        let place = |name: &str| head.iter().position(|column| *column == name);
        for row in rows {
            let cells: Vec<&str> = row.split(',').collect();
            let cell = |name: &str| place(name).map_or(String::new(), |place| cells[place].to_owned());
            let key = (
                (*table).to_owned(),
                cell("aid"),
                cell("by"),
                cell("group"),
                cell("answer"),
            );
            out.insert(key, cell("people").parse().ok());
        }
    }
    out
}

/// Every sum that a reader of the tables can think of: parts, and the whole they add up to.
fn sums(known: &BTreeMap<Key, Option<u64>>) -> Vec<(Vec<Key>, Key)> {
    let mut sums: BTreeMap<(String, Key), Vec<Key>> = BTreeMap::new();
    for key in known.keys() {
        let (table, aid, by, group, answer) = key.clone();
        if table != "people" {
            let of = if by == "item" {
                ("everyone".to_owned(), String::new())
            } else {
                (by.clone(), group.clone())
            };
            let whole = ("people".to_owned(), aid.clone(), of.0, of.1, String::new());
            sums.entry((format!("answers of {table} {by} {group}"), whole))
                .or_default()
                .push(key.clone());
        }
        if by == "item" {
            continue;
        }
        if by != "everyone" {
            let whole = (
                table.clone(),
                aid.clone(),
                "everyone".to_owned(),
                String::new(),
                answer.clone(),
            );
            sums.entry((format!("groups by {by}"), whole))
                .or_default()
                .push(key.clone());
        }
        if !aid.is_empty() && by != "version" {
            let whole = (table, String::new(), by, group, answer);
            sums.entry(("aids".to_owned(), whole))
                .or_default()
                .push(key.clone());
        }
    }
    sums.into_iter()
        .filter(|((_, whole), _)| known.contains_key(whole))
        .map(|((_, whole), parts)| (parts, whole))
        .collect()
}

/// What follows from the sums for certain, by elimination with fractions of a prime field of its own.
fn solved(known: &BTreeMap<Key, Option<u64>>) -> BTreeSet<Key> {
    const P: u64 = 4_294_967_291;
    let hidden: Vec<&Key> = known
        .iter()
        .filter(|(_, people)| people.is_none())
        .map(|(key, _)| key)
        .collect();
    let place: BTreeMap<&Key, usize> = hidden
        .iter()
        .enumerate()
        .map(|(place, key)| (*key, place))
        .collect();
    let mut rows: Vec<Vec<u64>> = Vec::new();
    for (parts, whole) in sums(known) {
        let mut row = vec![0_u64; hidden.len()];
        for part in &parts {
            if let Some(at) = place.get(part) {
                row[*at] = (row[*at] + 1) % P;
            }
        }
        if let Some(at) = place.get(&whole) {
            row[*at] = (row[*at] + P - 1) % P;
        }
        if row.iter().any(|factor| *factor != 0) {
            rows.push(row);
        }
    }
    let power = |mut base: u64, mut times: u64| {
        let mut out = 1_u64;
        while times > 0 {
            if times & 1 == 1 {
                out = (u128::from(out) * u128::from(base) % u128::from(P)) as u64;
            }
            base = (u128::from(base) * u128::from(base) % u128::from(P)) as u64;
            times >>= 1;
        }
        out
    };
    let mut done = 0;
    let mut pivots = Vec::new();
    for column in 0..hidden.len() {
        let Some(found) = (done..rows.len()).find(|row| rows[*row][column] != 0) else {
            continue;
        };
        rows.swap(done, found);
        let inverse = power(rows[done][column], P - 2);
        for factor in &mut rows[done] {
            *factor = (u128::from(*factor) * u128::from(inverse) % u128::from(P)) as u64;
        }
        let pivot = rows[done].clone();
        for (other, row) in rows.iter_mut().enumerate() {
            let times = row[column];
            if other == done || times == 0 {
                continue;
            }
            for (factor, by) in row.iter_mut().zip(&pivot).filter(|(_, by)| **by != 0) {
                *factor = (*factor + (P - (u128::from(times) * u128::from(*by) % u128::from(P)) as u64)) % P;
            }
        }
        pivots.push(column);
        done += 1;
    }
    let alone = rows
        .iter()
        .take(done)
        .zip(pivots)
        .filter(|(row, _)| row.iter().filter(|factor| **factor != 0).count() == 1);
    alone.map(|(_, column)| hidden[column].clone()).collect()
}

/// Between which numbers each hidden one lies, by going round the sums until nothing gets narrower.
fn bounds(known: &BTreeMap<Key, Option<u64>>) -> BTreeMap<Key, (i64, i64)> {
    let most = known.values().flatten().max().copied().unwrap_or_default() as i64;
    let mut bounds: BTreeMap<Key, (i64, i64)> = known
        .iter()
        .map(|(key, people)| {
            (
                key.clone(),
                people.map_or((0, most), |people| (people as i64, people as i64)),
            )
        })
        .collect();
    let sums = sums(known);
    loop {
        let mut narrower = false;
        for (parts, whole) in &sums {
            let low: i64 = parts.iter().map(|part| bounds[part].0).sum();
            let high: i64 = parts.iter().map(|part| bounds[part].1).sum();
            let of = bounds[whole];
            let ranges: BTreeMap<&Key, (i64, i64)> = parts.iter().map(|part| (part, bounds[part])).collect();
            let mut narrow = |key: &Key, from: i64, to: i64| {
                let before = bounds[key];
                let after = (before.0.max(from), before.1.min(to));
                narrower |= after != before;
                bounds.insert(key.clone(), after);
            };
            for part in parts {
                let (least, most) = ranges[part];
                narrow(part, of.0 - (high - most), of.1 - (low - least));
            }
            narrow(whole, low, high);
        }
        if !narrower {
            return bounds;
        }
    }
}

fn attacked(rows: u64, seed: u64, tables: &[&str]) {
    let place = folder();
    let path = file(place.path(), "all.jsonl", lines(rows, seed));
    let (questions, all, taken) = counted(&[&path]);
    run::tell(
        &questions,
        &all,
        &taken,
        &Names::default(),
        "a test",
        place.path(),
    )
    .unwrap();
    let every: Vec<&str> = std::iter::once("people").chain(tables.iter().copied()).collect();
    let known = published(&place.path().join("tables"), &every);
    let hidden = known.values().filter(|people| people.is_none()).count();
    assert!(
        hidden > 3 && hidden < known.len(),
        "{hidden} of {} hidden",
        known.len()
    );
    assert!(
        known
            .values()
            .flatten()
            .all(|people| *people == 0 || *people >= SMALL),
        "a small number is shown"
    );
    let found = solved(&known);
    assert!(
        found.is_empty(),
        "{rows} rows, seed {seed}: {} hidden numbers follow, such as {:?}",
        found.len(),
        found.first()
    );
    let bounds = bounds(&known);
    for (key, people) in &known {
        let (low, high) = bounds[key];
        assert!(people.is_some() || high > low, "{key:?} can only be {low}");
    }
}

#[test]
fn published_tables_give_no_hidden_number_away() {
    // Few people, so that almost everything is small, and enough that most is shown.
    for (rows, seed) in [(60, 1), (300, 2), (1_000, 3)] {
        attacked(rows, seed, &["stage"]);
    }
    attacked(900, 4, &["collaborate"]);
    attacked(700, 5, &["opened", "marks"]);
}

#[test]
fn the_attack_finds_what_a_careless_table_gives_away() {
    let key = |by: &str, group: &str| {
        (
            "people".to_owned(),
            String::new(),
            by.to_owned(),
            group.to_owned(),
            String::new(),
        )
    };
    let mut known: BTreeMap<Key, Option<u64>> = [
        (key("everyone", ""), Some(20)),
        (key("language", "cy"), None),
        (key("language", "en"), Some(17)),
    ]
    .into();
    assert_eq!(solved(&known), [key("language", "cy")].into());
    assert_eq!(bounds(&known)[&key("language", "cy")], (3, 3));
    known.insert(key("language", "en"), None);
    assert!(solved(&known).is_empty());
    assert_eq!(
        questions()
            .unwrap()
            .iter()
            .filter(|question| question.least > SMALL)
            .count(),
        1
    );
}
