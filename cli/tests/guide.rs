//! The first aid of `docs/authoring.md`, made by following it word for word.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod common;

use std::fs;

use common::{folder, root, text, weighup};

/// The guide's part about the first aid.
fn guide() -> String {
    let whole = fs::read_to_string(root().join("docs/authoring.md")).unwrap();
    let (_, after) = whole.split_once("## Your first decision aid").unwrap();
    after.split_once("\n## The command").unwrap().0.to_owned()
}

/// What stands in the fences of a kind.
fn fences<'g>(guide: &'g str, kind: &str) -> Vec<&'g str> {
    let opening = format!("```{kind}\n");
    guide
        .split(&opening)
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect()
}

/// Writes over the first line after `from` that gives each field of a fence, as the guide asks.
fn write_over(aid: &mut String, from: &str, fence: &str) {
    for line in fence.lines() {
        let (field, _) = line.split_once(" = ").unwrap();
        let start = aid.find(from).unwrap();
        let at = start + aid.get(start..).unwrap().find(&format!("\n{field} = ")).unwrap() + 1;
        let end = at + aid.get(at..).unwrap().find('\n').unwrap();
        aid.replace_range(at..end, line);
    }
}

#[test]
fn the_first_aid_of_the_guide_is_what_the_guide_says() {
    let guide = guide();
    let out = folder("guide");
    let aid = out.join("made-up-itch");
    let commands: Vec<&str> = fences(&guide, "console")
        .iter()
        .flat_map(|fence| fence.lines())
        .collect();
    let said = |verb: &str| {
        commands
            .iter()
            .find(|line| line.contains(&format!("weighup {verb} ")))
            .copied()
            .unwrap()
    };

    // `new`, with the flags of the guide.
    let flags = said("new").split_once("new ").unwrap().1;
    let flags: Vec<String> = flags
        .split('"')
        .enumerate()
        .flat_map(|(index, part)| {
            if index % 2 == 1 {
                vec![part.to_owned()]
            } else {
                part.split_whitespace().map(str::to_owned).collect()
            }
        })
        .collect();
    let mut args = vec!["new", aid.to_str().unwrap(), "--today", "2026-11-23"];
    args.extend(flags.iter().map(String::as_str));
    let made = weighup(&args);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let placeholders = || {
        let check = weighup(&[
            "check",
            "--today",
            "2026-11-23",
            "--format",
            "plain",
            aid.to_str().unwrap(),
        ]);
        let said = text(&check.stdout);
        let others = said
            .lines()
            .filter(|line| line.contains(": error[") || line.contains(": warning["));
        let others: Vec<String> = others
            .filter(|line| !line.contains("[placeholder]"))
            .map(str::to_owned)
            .collect();
        (said.matches("[placeholder]").count(), others)
    };
    let (before, others) = placeholders();
    assert_eq!(others, Vec::<String>::new());

    // Each fence, where the guide says it goes.
    let file = aid.join("aid.toml");
    let mut written = fs::read_to_string(&file).unwrap();
    let toml = fences(&guide, "toml");
    let places = [
        "[choice]",
        "[[reference_class]]",
        "[[source]]",
        "[[outcome]]",
        "[[outcome]]",
        "id = \"tablet\"",
    ];
    assert_eq!(
        toml.len(),
        places.len(),
        "a fence came or went: say here where it goes"
    );
    for (index, (fence, place)) in toml.iter().zip(places).enumerate() {
        write_over(&mut written, place, fence);
        if index == 0 {
            fs::write(&file, &written).unwrap();
            assert_eq!(
                placeholders(),
                (before - 3, Vec::new()),
                "\"Three findings are gone.\""
            );
        }
    }
    fs::write(&file, &written).unwrap();
    assert_eq!(placeholders().1, Vec::<String>::new());

    let site = out.join("site");
    let built = weighup(&["build", "--out", site.to_str().unwrap(), aid.to_str().unwrap()]);
    assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
    let json = fs::read_to_string(site.join("aids/made-up-itch.json")).unwrap();
    let aid_made = weighup_core::aid::Aid::from_json(&json).unwrap();
    let outcome = aid_made.outcomes().first().unwrap();
    let of = outcome.of;
    let cell = outcome.weigh_row().and_then(|row| row.cell(0)).unwrap();
    assert_eq!(
        aid_made.wording().inline(cell.figure().unwrap(), of),
        "30 of every 100 adults"
    );

    // The percentage the guide asks to type.
    assert!(guide.contains("`benefits = [\"Only 10% itch.\"]`"));
    write_over(&mut written, "id = \"tablet\"", "benefits = [\"Only 10% itch.\"]");
    fs::write(&file, &written).unwrap();
    let (_, others) = placeholders();
    assert!(
        matches!(others.as_slice(), [one] if one.contains("is a typed percentage")),
        "{others:?}"
    );
}
