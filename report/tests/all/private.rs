//! A private release: what one line moves, that the page and every table say the budget, and that nothing exact is in any of it.

use std::fs;

use weighup_report::private::{PublicGroups, exact, months};

use crate::support::{counted, file, folder, lines, weighup_report};

fn groups() -> PublicGroups {
    PublicGroups {
        aids: vec!["synthetic-ear".to_owned(), "synthetic-knee".to_owned()],
        languages: vec!["cy".to_owned(), "en".to_owned()],
        months: months("2026-01..2026-06").unwrap(),
    }
}

/// The sensitivity that the noise is made for, from the outside: lines in, tables out.
#[test]
fn one_line_moves_one_number_of_each_table_by_one() {
    let place = folder();
    let all = lines(400, 17);
    let tables = |text: &str| {
        let path = file(place.path(), "given.jsonl", text);
        let (questions, counts, _) = counted(&[&path]);
        exact(&questions, &counts, &groups())
    };
    let whole = tables(&all);
    assert!(whole.len() > 20, "{}", whole.len());
    let many: Vec<&str> = all.lines().collect();
    for left_out in [0, 199, 399] {
        let others: Vec<&str> = many
            .iter()
            .enumerate()
            .filter(|(at, _)| *at != left_out)
            .map(|(_, line)| *line)
            .collect();
        for (with, without) in whole.iter().zip(&tables(&others.join("\n"))) {
            let numbers = |table: &weighup_report::private::PrivateTable| -> Vec<i64> {
                table
                    .rows
                    .iter()
                    .flat_map(|(_, numbers)| numbers.clone())
                    .collect()
            };
            let moved: i64 = numbers(with)
                .iter()
                .zip(numbers(without))
                .map(|(a, b)| (a - b).abs())
                .sum();
            assert_eq!(moved, 1, "{} by {}", with.question, with.by);
        }
    }
}

#[test]
fn the_page_and_every_table_say_the_budget_and_hold_nothing_exact() {
    let place = folder();
    let at = |name: &str| place.path().join(name).display().to_string();
    file(place.path(), "given/all.jsonl", lines(3_000, 23));
    for aid in ["ear", "knee", "statins"] {
        file(
            place.path(),
            &format!("aids/{aid}/aid.toml"),
            format!("id = \"synthetic-{aid}\"\ntitle = \"The {aid}\"\n"),
        );
    }
    let run = |out: &str| {
        let asked = [
            &at("given"),
            "--out",
            &at(out),
            "--aids",
            &at("aids"),
            "--private",
            "1.5",
            "--months",
            "2026-01..2026-12",
        ];
        let done = weighup_report(&asked);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        fs::read_to_string(place.path().join(out).join("report.html")).unwrap()
    };
    let page = run("one");
    for said in [
        "The whole budget is 1.5.",
        "4.48 times as likely",
        "These answers are made up.",
        "Outcomes that people open: one person can be in any number of its rows",
        "Budget by table",
        "The ear",
        "January 2026",
        "All others",
    ] {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("3,000") && !page.contains("all.jsonl") && !page.contains("<script"));
    let mut tables = 0;
    let mut parts = 0.0;
    for path in fs::read_dir(place.path().join("one/tables"))
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
    {
        if path.extension().is_none_or(|end| end != "csv") {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        if path.ends_with("privacy.csv") {
            for line in text
                .lines()
                .skip(1)
                .filter(|line| !line.starts_with("all together"))
            {
                parts += line.split(',').nth(1).unwrap().parse::<f64>().unwrap();
            }
            continue;
        }
        assert!(text.starts_with(
            "group,answer,people_with_noise,share,low,high,epsilon_of_this_table,epsilon_of_all_tables\r\n"
        ));
        assert!(
            text.lines().skip(1).all(|line| line.ends_with(",1.5000")),
            "{path:?}"
        );
        tables += 1;
    }
    assert!(tables > 20, "{tables}");
    assert!(
        (parts - 1.5).abs() < 0.01,
        "the parts are the whole budget: {parts}"
    );
    // Nobody chooses the noise: the same answers give other numbers, and neither are the exact ones.
    let numbers =
        |out: &str| fs::read_to_string(place.path().join(out).join("tables/end-by-aid.csv")).unwrap();
    run("two");
    assert_ne!(numbers("one"), numbers("two"));
    for gone in [
        "people",
        "end",
        "changes",
        "months",
        "languages",
        "read",
        "opened",
    ] {
        assert!(
            !place.path().join(format!("one/tables/{gone}.csv")).exists(),
            "{gone} has no noise"
        );
    }
}

#[test]
fn a_budget_that_protects_nobody_is_refused() {
    for (wrong, said) in [
        ("0", "from 0.001 to 10"),
        ("50", "from 0.001 to 10"),
        ("much", "from 0.001 to 10"),
    ] {
        let done = weighup_report(&["--sample", "--private", wrong]);
        assert_eq!(done.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&done.stderr).contains(said), "{wrong}");
    }
    let done = weighup_report(&["--sample", "--private", "1", "--months", "2026-05"]);
    assert!(String::from_utf8_lossy(&done.stderr).contains("write the first and the last"));
    let done = weighup_report(&["--sample", "--months", "2026-01..2026-02"]);
    assert_eq!(done.status.code(), Some(2), "months are of a private release");
}
