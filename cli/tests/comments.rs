//! `weighup form` and `weighup comments` as a person runs them: paper, typed in, merged, answered, a table there and back.

#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use base64::Engine as _;
use common::{folder, root, text, weighup};

const AID: &str = "tests/fixtures/aids/involved";

/// A form that was filled in, as a file of comments.
fn typed(out: &Path, name: &str, more: &str) -> PathBuf {
    let template = text(&weighup(&["form", AID, "--template"]).stdout);
    let file = out.join(format!("{name}.toml"));
    fs::write(
        &file,
        template.replace("kind = \"\"", more.lines().next().unwrap()) + more.split_once('\n').unwrap().1,
    )
    .unwrap();
    let json = out.join("comments").join(format!("{name}.json"));
    fs::create_dir_all(out.join("comments")).unwrap();
    let made = weighup(&[
        "form",
        AID,
        "--typed",
        file.to_str().unwrap(),
        "--out",
        json.to_str().unwrap(),
    ]);
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    json
}

/// The number of a part on the form.
fn number(heading: &str) -> String {
    let page = text(&weighup(&["form", AID]).stdout);
    let (before, _) = page.split_once(&format!("</span> {heading}</h2>")).unwrap();
    before.rsplit('>').next().unwrap().to_owned()
}

#[test]
fn a_form_is_one_page_in_large_type_without_a_name() {
    let page = text(&weighup(&["form", AID]).stdout);
    for said in [
        "What do you think of these pages?",
        "You do not have to say your name.",
        "Is this fair?",
        "About 30 of every 100",
        "font-size: 18pt",
        "involved 1.0.0 ",
    ] {
        assert!(page.contains(said), "{said}");
    }
    for never in ["<script", "<link", "src=", "<form", "<input"] {
        assert!(!page.contains(never), "{never}");
    }
    assert!(!page.contains("Skin nurses"), "who was heard is not asked about");
    let easy = text(&weighup(&["form", "decision-aids/otitis-media", "--language", "easy"]).stdout);
    assert!(
        easy.contains("<html lang=\"en-x-easy\" dir=\"ltr\">")
            && easy.contains("Is this easy to understand?")
    );
    let urdu = text(&weighup(&["form", "decision-aids/otitis-media", "--language", "ur"]).stdout);
    assert!(
        urdu.contains("dir=\"rtl\"") && !urdu.contains("Is this clear?") && !urdu.contains("Who can help")
    );
    let none = weighup(&["form", "decision-aids/otitis-media", "--language", "pl"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(
        text(&none.stderr).contains("there are `cy`, `easy`, `ur`"),
        "{}",
        text(&none.stderr)
    );
}

#[test]
fn comments_are_merged_answered_in_a_table_and_become_a_record() {
    let out = folder("comments-round");
    let tablet = number("Tablet");
    let wait = number("Wait");
    typed(
        &out,
        "r1",
        &format!(
            "kind = \"carers\"\nexample = true\nrole = \"a grandmother\"\n[[on]]\nnumber = {tablet}\nfair = false\nwords = \"=Say how bitter, with \\\"words\\\".\"\n"
        ),
    );
    typed(
        &out,
        "r2",
        &format!(
            "kind = \"professionals\"\nexample = true\n[[on]]\nnumber = {tablet}\nfair = true\n[[on]]\nnumber = {wait}\nwords = \"Too long.\"\n"
        ),
    );
    let comments = out.join("comments");
    let answers = out.join("answers.toml");
    let run = |more: &[&str]| {
        let mut args = vec!["comments", comments.to_str().unwrap(), "--aid", AID];
        args.extend_from_slice(more);
        weighup(&args)
    };
    let plain = run(&[]);
    assert_eq!(plain.status.code(), Some(0), "{}", text(&plain.stderr));
    let said = text(&plain.stdout);
    for part in [
        "4 comments on involved 1.0.0: carers and families 2, health professionals 2",
        "nobody made them",
        "option.tablet (aid.toml line ",
        "- carers and families, a grandmother: Is this fair? No.",
        "WHERE GROUPS DO NOT AGREE",
        "health professionals: 1 yes, 0 no",
        "not in the file of answers",
    ] {
        assert!(said.contains(part), "{part}\n{said}");
    }
    let csv = out.join("table.csv");
    let table = run(&[
        "--answers",
        answers.to_str().unwrap(),
        "--add",
        "--format",
        "csv",
        "--out",
        csv.to_str().unwrap(),
    ]);
    assert_eq!(table.status.code(), Some(0), "{}", text(&table.stderr));
    assert_eq!(
        fs::read_to_string(&answers)
            .unwrap()
            .matches("[[answer]]")
            .count(),
        4
    );
    let table = fs::read_to_string(&csv).unwrap();
    assert!(table.starts_with("Document,Section header,Section number,Selected text,Comment,Question,Yes/No,Answer,Represents an organisation,Organisation,"), "{table}");
    assert!(
        table.contains("\"'=Say how bitter, with \"\"words\"\".\""),
        "{table}"
    );
    // The same as a workbook: texts alone, of which none is a formula, and the same file again.
    let book = out.join("table.xlsx");
    let write = || {
        let made = run(&["--format", "xlsx", "--out", book.to_str().unwrap()]);
        assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
        fs::read(&book).unwrap()
    };
    let first = write();
    assert!(first.starts_with(b"PK\x03\x04"));
    let whole = String::from_utf8_lossy(&first).into_owned();
    assert!(
        whole.contains("<t xml:space=\"preserve\">=Say how bitter, with \"words\".</t>"),
        "{whole}"
    );
    assert!(!whole.contains("<f>") && whole.contains("Represents an organisation"));
    assert_eq!(write(), first);
    let nowhere = run(&["--format", "xlsx"]);
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(text(&nowhere.stderr).contains("--out"));
    // Filled in as a team would, in a spreadsheet, with a row of their own.
    let filled: String = table
        .replace(
            ",,,urn:weighup:comment:involved:r1-1-words",
            ",'=1+1 is no answer,It says how bitter.,urn:weighup:comment:involved:r1-1-words",
        )
        .replace(
            ",,,urn:weighup:comment:involved:r2-2-words",
            ",\"It has to be complete, we think.\",,urn:weighup:comment:involved:r2-2-words",
        )
        + "a row,of,their,own\r\n";
    let back = out.join("back.csv");
    fs::write(&back, "\u{feff}".to_owned() + &filled).unwrap();
    let taken = run(&[
        "--answers",
        answers.to_str().unwrap(),
        "--from",
        back.to_str().unwrap(),
        "--format",
        "record",
        "--closed",
        "2026-11-30",
    ]);
    assert_eq!(taken.status.code(), Some(0), "{}", text(&taken.stderr));
    assert!(
        text(&taken.stderr).contains("row 6 has no comment id"),
        "{}",
        text(&taken.stderr)
    );
    let settled = fs::read_to_string(&answers).unwrap();
    for part in [
        "answer = \"changed\"\ndid = \"It says how bitter.\"\nbecause = \"=1+1 is no answer\"",
        "answer = \"not-changed\"\nbecause = \"It has to be complete, we think.\"",
    ] {
        assert!(settled.contains(part), "{part}\n{settled}");
    }
    // The draft of the record is checked beside the aid, and says that it is an example.
    fs::copy(root().join(AID).join("aid.toml"), out.join("aid.toml")).unwrap();
    fs::write(out.join("involvement.toml"), &taken.stdout).unwrap();
    let check = weighup(&[
        "check",
        "--today",
        "2026-11-30",
        "--format",
        "plain",
        out.join("aid.toml").to_str().unwrap(),
    ]);
    let said = text(&check.stdout);
    assert!(!said.contains("error["), "{said}");
    assert!(said.contains("warning[placeholder]"), "{said}");
    assert!(text(&taken.stdout).contains("example = true"));
    // Again, and nothing changes.
    let before = fs::read_to_string(&answers).unwrap();
    run(&[
        "--answers",
        answers.to_str().unwrap(),
        "--add",
        "--from",
        back.to_str().unwrap(),
    ]);
    assert_eq!(fs::read_to_string(&answers).unwrap(), before);
}

#[test]
fn files_that_do_not_belong_are_named_and_the_others_are_merged() {
    let out = folder("comments-strange");
    let good = typed(
        &out,
        "r1",
        "kind = \"public\"\n[[on]]\nnumber = 2\nwords = \"Good \\u001b[31mred\\u202e.\"\n",
    );
    let strange = out.join("comments/other.json");
    fs::write(&strange, "{\"type\": \"FeatureCollection\"}").unwrap();
    fs::write(out.join("comments/bytes.json"), [0xff, 0xfe, 0x00]).unwrap();
    let all = weighup(&["comments", out.join("comments").to_str().unwrap(), "--aid", AID]);
    assert_eq!(all.status.code(), Some(1));
    let said = text(&all.stderr);
    assert!(
        said.contains("other.json` is no file of comments") && said.contains("bytes.json` is not JSON"),
        "{said}"
    );
    let shown = text(&all.stdout);
    assert!(
        shown.contains("1 comments on involved") && shown.contains("\\u{1b}[31mred\\u{202e}."),
        "{shown}"
    );
    assert!(!shown.contains('\u{1b}'));
    let other = weighup(&[
        "comments",
        good.to_str().unwrap(),
        "--aid",
        "decision-aids/otitis-media",
    ]);
    assert_eq!(other.status.code(), Some(1));
    assert!(text(&other.stderr).contains("has comments on `involved`, and this is `otitis-media`"));
    let record = weighup(&[
        "comments",
        good.to_str().unwrap(),
        "--aid",
        AID,
        "--format",
        "record",
    ]);
    assert_eq!(record.status.code(), Some(2));
    assert!(text(&record.stderr).contains("--answers"));
}

/// What a reviewer sent as a link is one file more; a link that was cut is named, and no other is lost for it.
#[test]
fn links_that_were_sent_are_read_out_of_a_text() {
    let out = folder("comments-links");
    let file = typed(
        &out,
        "r1",
        "kind = \"public\"\n[[on]]\nnumber = 2\nwords = \"Good.\"\n",
    );
    let packed = miniz_oxide::deflate::compress_to_vec(&fs::read(&file).unwrap(), 6);
    let link = format!(
        "https://aids.example.org/review/#weighup-comments={}",
        base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(packed)
    );
    fs::remove_file(&file).unwrap();
    let mail = out.join("comments/mail.txt");
    fs::write(&mail, format!("Here they are: <{link}>.\n")).unwrap();
    let all = weighup(&["comments", out.join("comments").to_str().unwrap(), "--aid", AID]);
    assert_eq!(all.status.code(), Some(0), "{}", text(&all.stderr));
    assert!(text(&all.stdout).contains("1 comments on involved"));
    fs::write(&mail, format!("{}\n{link}\n", &link[..link.len() - 40])).unwrap();
    let cut = weighup(&["comments", mail.to_str().unwrap(), "--aid", AID]);
    assert_eq!(cut.status.code(), Some(1));
    assert!(text(&cut.stdout).contains("1 comments on involved"));
    let said = text(&cut.stderr);
    assert!(said.contains("mail.txt, link 1`: the link was cut"), "{said}");
}

#[test]
fn the_worked_example_is_what_the_commands_make_of_it() {
    let example = root().join("docs/involving-people");
    let at = |file: &str| example.join(file).to_str().unwrap().to_owned();
    let began = Instant::now();
    let made = weighup(&[
        "comments",
        &at("comments"),
        "--aid",
        "decision-aids/otitis-media",
        "--answers",
        &at("answers.toml"),
        "--format",
        "record",
        "--closed",
        "2026-11-30",
    ]);
    println!("{} ms", began.elapsed().as_millis());
    assert_eq!(made.status.code(), Some(0), "{}", text(&made.stderr));
    let draft = text(&made.stdout);
    let kept = fs::read_to_string(example.join("involvement.toml")).unwrap();
    // The kept record is the draft, with what only its authors know filled in.
    let said = |whole: &str| -> Vec<String> {
        whole
            .lines()
            .filter(|line| {
                ["did = ", "not_changed_because = ", "comments = ", "people = "]
                    .iter()
                    .any(|key| line.starts_with(key))
            })
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(said(&kept), said(&draft));
    assert!(kept.contains("example = true") && draft.contains("example = true"));
    for file in fs::read_dir(example.join("comments")).unwrap() {
        let file = fs::read_to_string(file.unwrap().path()).unwrap();
        assert!(
            file.contains("\"as:summary\": \"example\""),
            "a file of the example says that it is one"
        );
    }
    let out = folder("comments-example");
    fs::copy(
        root().join("decision-aids/otitis-media/aid.toml"),
        out.join("aid.toml"),
    )
    .unwrap();
    fs::copy(example.join("involvement.toml"), out.join("involvement.toml")).unwrap();
    let check = weighup(&[
        "check",
        "--today",
        "2026-11-30",
        "--format",
        "plain",
        out.to_str().unwrap(),
    ]);
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stdout));
    let page = text(&weighup(&["involvement", out.to_str().unwrap()]).stdout);
    assert!(page.contains("This is an example. Nobody took part."));
    // The page that is kept takes its styles from the one place they are written in.
    let style = fs::read_to_string(root().join("cli/src/report/page.css")).unwrap();
    let linked = page.replace(
        &format!("<style>\n{style}</style>"),
        "<link rel=\"stylesheet\" href=\"../../cli/src/report/page.css\">",
    );
    let kept_page = example.join("record.html");
    if std::env::var_os("EXAMPLE").is_some_and(|what| what == "write") {
        fs::write(&kept_page, &linked).unwrap();
    }
    assert!(linked.contains("<link rel") && !linked.contains("<style"));
    assert_eq!(
        fs::read_to_string(kept_page).unwrap(),
        linked,
        "EXAMPLE=write writes docs/involving-people/record.html anew"
    );
    // No aid of this project claims people who were not there.
    for aid in fs::read_dir(root().join("decision-aids")).unwrap() {
        assert!(!aid.unwrap().path().join("involvement.toml").exists());
    }
}
