//! The two ways in give the same, and a line is read as the product writes it.

use weighup_report::line::{self, Refused};
use weighup_report::row;

use crate::support::{counted, file, folder, lines};

#[test]
fn lines_and_tables_of_the_same_answers_give_the_same_counts() {
    let place = folder();
    let path = file(place.path(), "all.jsonl", lines(1_500, 7));
    let to = folder();
    weighup_report::run::take_in(
        &[path.display().to_string()],
        to.path(),
        &std::env::temp_dir(),
        &mut |_| {},
    )
    .unwrap();
    let (_, from_lines, _) = counted(&[&path]);
    let (_, from_tables, _) = counted(&[to.path()]);
    assert_eq!(from_lines, from_tables);
}

/// A line as the product writes one, every field of it.
const LINE: &str = concat!(
    r#"{"format":"weighup-given","version":1,"id":"AAAAAAAAAAAAAAAAAAAA_-","month":"2026-11","aid":{"id":"example-only","version":"0.1.0","#,
    r#""hash":"0123456789ab"},"language":"en","easy_read":false,"needs":["larger-type","read-aloud","someone-helped"],"use":"after","#,
    r#""who":"with-someone","stage":{"before":"considering","after":"chosen"},"ready":{"before":{"fine":[],"not_yet":["chances"]},"#,
    r#""after":{"fine":["chances"],"not_yet":[]}},"understanding":{"asked":1,"right":["better"],"other":[]},"opened":["pain"],"#,
    r#""marked":[{"outcome":"pain","mark":"worries"}],"method":null,"decision":"made","leaning":"option","fits_choice":null,"gap":null,"#,
    r#""steps":["about","compare","ready"],"stopped":"decide","finished":true,"measures":[{"id":"collaborate","answers":[9,9,9]},{"id":"sure","answers":[1,0,1,1]},{"id":"own-two","answers":[10,null]}]}"#,
);

#[test]
fn a_line_of_the_product_is_read() {
    line::read(LINE.as_bytes(), |row| {
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
            (row.collaborate, row.sure, row.unscored, row.answered_right),
            (Some(27), Some(3), 1, 1)
        );
        assert_eq!(
            (&row.worries[..], row.needs),
            (&["pain"][..], [true, false, false, true, true])
        );
    })
    .unwrap();
}

/// Lines are read by core and tables by columns: whatever passes as a line passes as a row of a table, or people would be lost on the way.
#[test]
fn what_a_line_may_say_a_table_may_say() {
    let made_up = lines(2_000, 9);
    let with = |from: &str, to: &str| LINE.replace(from, to);
    let long = "a".repeat(64);
    let mut said: Vec<String> = made_up.lines().map(str::to_owned).collect();
    let made_up = said.len();
    said.extend([
        LINE.to_owned(),
        with("example-only", &long),
        with("\"pain\"", "\"0-\""),
        with("0.1.0", "99999.0.00001"),
        with("\"en\"", "\"abcdefgh\""),
        with("\"asked\":1", "\"asked\":100"),
        with("[9,9,9]", "[9,null,9]"),
        with("[1,0,1,1]", "[0,0,0,0]"),
        with(
            "\"opened\":[\"pain\"]",
            &format!(
                "\"opened\":{:?}",
                (0..200).map(|n| format!("o-{n}")).collect::<Vec<_>>()
            ),
        ),
    ]);
    for line in &said {
        line::read(line.as_bytes(), |row| {
            assert_eq!(row::check(row), Ok(()), "{line}")
        })
        .unwrap();
    }
    assert_eq!(said.len() - made_up, 9);
    let too_many = with("\"asked\":1", "\"asked\":101");
    assert!(matches!(
        line::read(too_many.as_bytes(), |_| ()),
        Err(Refused::Value { .. })
    ));
    let before = with("2026-11", "1970-01");
    assert!(matches!(
        line::read(before.as_bytes(), |_| ()),
        Err(Refused::Wrong(_))
    ));
}
