//! Files that are wrong all over, or huge: bounded time, the first problems, and how many more there are.
#![cfg(all(feature = "authoring", feature = "compute"))]
#![expect(clippy::panic, reason = "helpers of tests fail the test")]

use std::time::{Duration, Instant};

use weighup_core::aid::{Aid, AidError, Code, MOST_PROBLEMS, Problem};
use weighup_core::authoring::SourceFile;
use weighup_core::compute::compute_json;
use weighup_core::consultation::{Consultation, MAX_SAVED_BYTES, RestoreError};
use weighup_core::standards::examine;

/// Without optimisation and on a busy machine. What grew with the square of the file took minutes.
const BEARABLE: Duration = Duration::from_secs(30);

fn timed<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let begun = Instant::now();
    let done = work();
    let took = begun.elapsed();
    assert!(took < BEARABLE, "{what} took {took:?}");
    done
}

fn sound() -> String {
    include_str!("../../tests/fixtures/aids/sound/aid.toml").to_owned()
}

fn checked(text: &str) -> Vec<Problem> {
    let file = SourceFile {
        name: "aid.toml",
        bytes: text.as_bytes(),
    };
    examine(file, None, None).problems
}

fn json(text: &str) -> Vec<Problem> {
    match Aid::from_json(text) {
        Err(AidError::Problems(problems)) => problems,
        other => panic!("{other:?}"),
    }
}

fn keys(n: usize) -> String {
    (0..n).map(|n| format!("\"k{n}\":0,")).collect()
}

fn has(problems: &[Problem], code: Code) -> bool {
    problems.iter().any(|problem| problem.code == code)
}

#[test]
fn a_file_that_is_wrong_all_over_is_told_in_part() {
    let title = |title: &str| {
        let sound = sound();
        let line = sound
            .lines()
            .find(|line| line.starts_with("title = "))
            .expect("a title");
        sound.replace(line, &format!("title = \"{title}\""))
    };
    let purpose = |text: &str| {
        let sound = sound();
        let line = sound
            .lines()
            .find(|line| line.starts_with("purpose = "))
            .expect("a purpose");
        sound.replace(line, &format!("purpose = [\"{text}\"]"))
    };
    let cases = [
        (
            "20,000 unknown fields",
            (0..20_000).map(|n| format!("k{n} = 0\n")).collect::<String>() + &sound(),
        ),
        ("150,000 empty options", "[[option]]\n".repeat(150_000)),
        (
            "150,000 empty options of an aid",
            sound() + &"[[option]]\n".repeat(150_000),
        ),
        ("a title of braces", title(&"{".repeat(400_000))),
        ("a text of typed counts", purpose(&"1 in 4. ".repeat(100_000))),
        ("a text of loaded words", purpose(&"journey ".repeat(100_000))),
        (
            "5,000 hidden characters",
            purpose(&"\u{200b}\", \"".repeat(5_000)),
        ),
        ("a text of words for chance", purpose(&"likely ".repeat(100_000))),
        (
            "a text of numbers in words",
            purpose(&"one hundred ".repeat(80_000)),
        ),
        ("a text of full stops", purpose(&"a. ".repeat(200_000))),
        (
            "a field whose name has 500,000 letters",
            format!("{} = 0\n", "k".repeat(500_000)) + &sound(),
        ),
        ("100,000 lines that are no TOML", "a b c\n".repeat(100_000)),
        ("a line of 500,000 slips", "= ".repeat(500_000)),
        (
            "50,000 cells",
            sound()
                + "[[outcome]]\n[[outcome.figures]]\n"
                + &(0..50_000)
                    .map(|n| format!("cells.o{n} = {{}}\n"))
                    .collect::<String>(),
        ),
    ];
    for (what, text) in cases {
        let problems = timed(what, || checked(&text));
        assert!(!problems.is_empty(), "{what}");
        assert!(problems.len() <= MOST_PROBLEMS + 1, "{what}: {}", problems.len());
        for problem in &problems {
            assert!(problem.line.is_some(), "{what}: {problem} has no place");
        }
        if problems.len() > MOST_PROBLEMS {
            assert!(has(&problems, Code::TooManyProblems), "{what}");
        }
    }
}

#[test]
fn a_text_that_nobody_reads_to_its_end_is_refused_by_name() {
    let with = |text: &str| {
        let sound = sound();
        let line = sound.lines().find(|line| line.starts_with("purpose = "));
        sound.replace(line.expect("a purpose"), &format!("purpose = [\"{text}\"]"))
    };
    let told = |text: &str| {
        let problems = checked(&with(text));
        let found = problems.iter().find(|problem| problem.code == Code::TooLong);
        found.map(|problem| problem.message.clone())
    };
    assert_eq!(told(&"é ".repeat(5_000)), None);
    assert_eq!(
        told(&"é ".repeat(5_001)).as_deref(),
        Some("the text has 10002 characters, and the most is 10000")
    );
}

#[test]
fn what_is_told_of_a_name_is_short_and_moves_no_terminal() {
    for (name, told) in [
        (
            "k".repeat(100_000),
            format!("there is no field `{}…` here", "k".repeat(80)),
        ),
        (
            "a\\u001b[31m".to_owned(),
            r"there is no field `a\u{1b}[31m` here".to_owned(),
        ),
        ("a\\nb".to_owned(), "there is no field `a b` here".to_owned()),
        (
            "a\\u202eb".to_owned(),
            r"there is no field `a\u{202e}b` here".to_owned(),
        ),
    ] {
        let problems = checked(&(format!("\"{name}\" = 1\n") + &sound()));
        let unknown = problems.iter().find(|problem| problem.code == Code::UnknownField);
        let unknown = unknown.expect("no field is called so");
        assert_eq!(unknown.message, told);
        let line = unknown.to_string();
        assert!(line.len() < 1_000 && !line.contains(char::is_control), "{line}");
    }
}

#[test]
fn a_number_that_is_too_large_is_told_the_largest() {
    for (given, told, most) in [
        ("70000", "70000 is more than this can be", "write at most 65535"),
        (
            "4294967296",
            "4294967296 is more than this can be",
            "write at most 65535",
        ),
    ] {
        let sound = sound();
        let line = sound.lines().find(|line| line.starts_with("minutes = "));
        let problems = checked(&sound.replace(line.expect("minutes"), &format!("minutes = {given}")));
        let found = problems.iter().find(|problem| problem.code == Code::WrongType);
        let found = found.expect("it is too large");
        assert_eq!(found.message, told);
        assert!(found.remedy.starts_with(most), "{}", found.remedy);
    }
}

#[test]
fn how_many_more_there_are_is_said() {
    let text = (0..20_000).map(|n| format!("k{n} = 0\n")).collect::<String>() + &sound();
    let problems = checked(&text);
    let more = problems
        .iter()
        .find(|problem| problem.code == Code::TooManyProblems);
    let more = more.expect("it is said").message.clone();
    assert_eq!(
        more,
        format!(
            "there are {} more; the first 200 are listed",
            20_000 - MOST_PROBLEMS
        )
    );
}

#[test]
fn huge_json_is_refused_by_name() {
    let fields = timed("100,000 fields", || {
        json(&format!("{{{}\"z\":0}}", keys(100_000)))
    });
    assert!(
        has(&fields, Code::Syntax) && fields[0].message.contains("more than 500 fields"),
        "{fields:?}"
    );
    let options = format!("{{\"option\":[{}{{}}]}}", "{},".repeat(5_000));
    let options = timed("5,000 empty options", || json(&options));
    assert!(
        has(&options, Code::TooLong) && has(&options, Code::TooManyProblems),
        "{}",
        options.len()
    );
    assert!(options.len() <= MOST_PROBLEMS + 1, "{}", options.len());
    let list = timed("a list of 200,000", || {
        json(&format!("[{}0]", "0,".repeat(200_000)))
    });
    assert!(list[0].message.contains("more than 10000 entries"), "{list:?}");
}

#[test]
fn a_problem_of_too_many_cells_is_refused_by_name() {
    let text = format!(
        "{{\"outcomes\":[],\"options\":[],\"cells\":{{{}\"z\":0}}}}",
        keys(50_000).replace(":0", ":{}")
    );
    let error = timed("50,000 cells", || compute_json(&text)).expect_err("it is refused");
    assert!(
        error.error.message.contains("more than 512 entries"),
        "{}",
        error.error.message
    );
    let large = format!("{{{}}}", " ".repeat(3 * 1024 * 1024));
    let error = compute_json(&large).expect_err("it is refused");
    assert!(
        error.error.message.contains("the limit is 2097152"),
        "{}",
        error.error.message
    );
}

#[test]
fn a_saved_file_of_anything_is_refused_soon() {
    let text = sound();
    let file = SourceFile {
        name: "aid.toml",
        bytes: text.as_bytes(),
    };
    let aid = examine(file, None, None).aid.expect("it is sound");
    let saved = format!("{{{}\"z\":0}}", keys(60_000));
    let refused = timed("60,000 fields", || Consultation::restore(&aid, &saved, None));
    assert!(
        matches!(refused, Err(RestoreError::Unreadable { what, .. }) if what.contains("more than 500 fields"))
    );
    let large = " ".repeat(MAX_SAVED_BYTES + 1);
    let refused = Consultation::restore(&aid, &large, None);
    assert_eq!(refused.err(), Some(RestoreError::TooLarge { bytes: large.len() }));
}
