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
    weighup_report::run::take_in(&[path.display().to_string()], to.path(), &mut |_| {}).unwrap();
    let (_, from_lines, _) = counted(&[&path]);
    let (_, from_tables, _) = counted(&[to.path()]);
    assert_eq!(from_lines, from_tables);
}

/// A line as the product writes one, every field of it.
#[test]
fn a_line_of_the_product_is_read() {
    let line = concat!(
        r#"{"format":"weighup-given","version":1,"id":"AAAAAAAAAAAAAAAAAAAA_-","month":"2026-11","aid":{"id":"example-only","version":"0.1.0","#,
        r#""hash":"0123456789ab"},"language":"en","easy_read":false,"needs":["larger-type","read-aloud","someone-helped"],"use":"after","#,
        r#""who":"with-someone","stage":{"before":"considering","after":"chosen"},"ready":{"before":{"fine":[],"not_yet":["chances"]},"#,
        r#""after":{"fine":["chances"],"not_yet":[]}},"understanding":{"asked":1,"right":["better"],"other":[]},"opened":["pain"],"#,
        r#""marked":[{"outcome":"pain","mark":"worries"}],"method":null,"decision":"made","leaning":"option","fits_choice":null,"gap":null,"#,
        r#""steps":["about","compare","ready"],"stopped":"decide","finished":true,"measures":[{"id":"collaborate","answers":[9,9,9]},{"id":"own-two","answers":[10,null]}]}"#,
    );
    weighup_report::line::read(line.as_bytes(), |row| {
        assert_eq!(
            (
                row.stage_before,
                row.stage_after,
                row.ready_before,
                row.ready_after
            ),
            (Some(1), Some(3), Some(false), Some(true))
        );
        assert_eq!(
            (row.collaborate, row.unscored, row.answered_right),
            (Some(27), 1, 1)
        );
        assert_eq!(
            (&row.worries[..], row.needs),
            (&["pain"][..], [true, false, false, true, true])
        );
    })
    .unwrap();
}
