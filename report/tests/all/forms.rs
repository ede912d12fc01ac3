//! The two ways in give the same, and the closed lists are those of the product.

use weighup_core::consultation::{DecisionStatus, Method, OutcomeMark, Step};
use weighup_report::row::{DECISIONS, MARKS, METHODS, STEPS};

use crate::support::{counted, file, folder, lines};

fn words<T: serde::Serialize>(all: &[T]) -> Vec<String> {
    all.iter()
        .map(|each| serde_json::to_value(each).unwrap().as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn closed_lists_are_those_of_the_product() {
    let sorted = |list: &[&str]| {
        let mut list: Vec<String> = list.iter().map(|word| (*word).to_owned()).collect();
        list.sort();
        list
    };
    let same = |mut ours: Vec<String>, list: &[&str]| {
        ours.sort();
        assert_eq!(ours, sorted(list));
    };
    same(words(&DecisionStatus::ALL), &DECISIONS);
    same(words(&Method::ALL), &METHODS);
    same(words(&OutcomeMark::ALL), &MARKS);
    same(words(&Step::ALL), &STEPS);
}

#[test]
fn lines_and_tables_of_the_same_answers_give_the_same_counts() {
    let place = folder();
    let path = file(place.path(), "all.jsonl", lines(1_500, 7));
    let to = folder();
    weighup_report::run::take_in(&[path.display().to_string()], to.path(), false, &mut |_| {}).unwrap();
    let (_, from_lines, _) = counted(&[&path]);
    let (_, from_tables, _) = counted(&[to.path()]);
    assert_eq!(from_lines, from_tables);
}
