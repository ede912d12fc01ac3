//! `weighup review` and `weighup build --review`: pages for comments, which patients' pages have nothing of.
#![cfg(feature = "pages")]
#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod common;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

use common::{folder, root, text, weighup};

const AID: &str = "tests/fixtures/aids/involved";

/// What stands in a page for comments alone.
const MARKS: [&str; 5] = ["rv-", "data-place", "main.js", "urn:weighup:aid", "review.css"];

#[test]
fn a_folder_of_pages_for_comments_needs_a_server_and_nothing_else() {
    let out = folder("review-pages");
    let args = [
        "build",
        "--review",
        "--out",
        out.to_str().unwrap(),
        "decision-aids/otitis-media",
        AID,
    ];
    let built = weighup(&args);
    assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
    assert!(
        text(&built.stdout).starts_with("5 pages to comment on"),
        "{}",
        text(&built.stdout)
    );
    let page = |name: &str| fs::read_to_string(out.join(name)).unwrap();
    let list = page("index.html");
    for name in [
        "otitis-media",
        "otitis-media.cy",
        "otitis-media.easy",
        "otitis-media.ur",
        "involved",
    ] {
        assert!(list.contains(&format!("href=\"{name}.html\"")), "{name}");
        let page = page(&format!("{name}.html"));
        for said in [
            "id=\"rv-data\"",
            "content=\"noindex\"",
            "default-src 'none'; script-src 'self'",
            "class=\"rv-noscript\"",
        ] {
            assert!(page.contains(said), "{name}: {said}");
        }
        // Nothing of another place, no script and no style in the markup itself.
        assert!(
            !page.contains("<style") && !page.contains("style=") && !page.contains("onclick"),
            "{name}"
        );
        for address in page.split("src=\"").skip(1) {
            assert!(address.starts_with("main.js\""), "{name}");
        }
    }
    assert!(page("otitis-media.ur.html").contains("\"direction\":\"rtl\""));
    // Every module that a script asks for stands beside it.
    for entry in fs::read_dir(&out).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "js") {
            let script = fs::read_to_string(&path).unwrap();
            for asked in script.split("from \"./").skip(1) {
                let name = asked.split('"').next().unwrap();
                assert!(out.join(name).is_file(), "{} asks for {name}", path.display());
            }
            assert!(
                !script.contains("innerHTML")
                    && !script.contains("fetch(")
                    && !script.contains("http://localhost")
            );
        }
    }
}

#[test]
fn what_patients_get_has_nothing_of_it() {
    let out = folder("review-none");
    let built = weighup(&["build", "--site", "--out", out.to_str().unwrap(), AID]);
    assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
    // Nor have translations the sentences that are said to reviewers.
    weighup(&[
        "build",
        "--out",
        out.to_str().unwrap(),
        "decision-aids/otitis-media",
    ]);
    let welsh = fs::read_to_string(out.join("aids/otitis-media.cy.json")).unwrap();
    let reviewers = fs::read_to_string(root().join("languages/cy/sentences.toml")).unwrap();
    let (patients, reviewers) = reviewers.split_once("[context.\"on a form\"]").unwrap();
    let (reviewers, _) = reviewers.split_once("[context.\"what is given\"]").unwrap();
    let said = |catalogue: &str| -> Vec<String> {
        let lines = catalogue.lines().filter_map(|line| line.split_once("\" = \""));
        lines
            .map(|(_, said)| said.trim_end_matches('"').to_owned())
            .filter(|said| said.len() > 40 && !said.contains('\\'))
            .collect()
    };
    assert!(
        said(patients)
            .iter()
            .filter(|said| welsh.contains(said.as_str()))
            .count()
            > 100
    );
    for said in said(reviewers) {
        assert!(!welsh.contains(&said), "{said}");
    }
    let single = folder("review-none-single");
    weighup(&["build", "--single", "--out", single.to_str().unwrap(), AID]);
    for path in [
        out.join("aids/involved.html"),
        out.join("aids/involved.first.html"),
        out.join("aids/involved.json"),
        out.join("weighup/weighup.css"),
        single.join("involved.html"),
    ] {
        let text = fs::read_to_string(&path).unwrap();
        for mark in MARKS {
            assert!(!text.contains(mark), "{}: {mark}", path.display());
        }
    }
}

#[test]
fn one_file_holds_its_scripts_and_no_words_of_an_aid_end_them() {
    let out = folder("review-single");
    let aid = out.join("made-up");
    fs::create_dir_all(&aid).unwrap();
    let sound = fs::read_to_string(root().join("tests/fixtures/aids/sound/aid.toml")).unwrap();
    let hostile = sound.replacen("summary = \"", "summary = \"</script><img src=x> ", 1);
    assert_ne!(hostile, sound);
    fs::write(aid.join("aid.toml"), hostile).unwrap();
    let built = weighup(&[
        "build",
        "--review",
        "--single",
        "--out",
        out.to_str().unwrap(),
        aid.to_str().unwrap(),
    ]);
    assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
    let page = fs::read_to_string(out.join("fixture.html")).unwrap();
    assert!(page.contains("weighup-review/main.js") && page.contains("data:text/javascript"));
    assert!(!page.contains("<img src=x") && !page.contains("<link"));
    assert_eq!(page.matches("</script>").count(), page.matches("<script").count());
}

#[test]
fn an_authors_questions_are_asked_and_wrong_ones_are_named() {
    let out = folder("review-asks");
    let asks = out.join("asks.toml");
    let build = || {
        weighup(&[
            "build",
            "--review",
            "--ask",
            asks.to_str().unwrap(),
            "--out",
            out.to_str().unwrap(),
            AID,
        ])
    };
    fs::write(
        &asks,
        "aid = \"involved\"\n[[ask]]\nof = [\"option\"]\nquestion = \"Could you do this at home?\"\n",
    )
    .unwrap();
    let built = build();
    assert_eq!(built.status.code(), Some(0), "{}", text(&built.stderr));
    assert!(
        fs::read_to_string(out.join("involved.html"))
            .unwrap()
            .contains("Could you do this at home?")
    );
    fs::write(
        &asks,
        "aid = \"involved\"\n[[ask]]\nof = [\"option.nobody\"]\nquestion = \"Q?\"\n",
    )
    .unwrap();
    let wrong = build();
    assert_eq!(wrong.status.code(), Some(1));
    assert!(
        text(&wrong.stderr).contains("asks.toml:3:")
            && text(&wrong.stderr).contains("no part `option.nobody`"),
        "{}",
        text(&wrong.stderr)
    );
    let many = weighup(&[
        "build",
        "--review",
        "--ask",
        asks.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
        AID,
        "tests/fixtures/aids/sound",
    ]);
    assert_eq!(many.status.code(), Some(2));
    let without = weighup(&[
        "build",
        "--ask",
        asks.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
        AID,
    ]);
    assert_eq!(without.status.code(), Some(2));
    for (args, said) in [
        (&["review", "nobody"][..], "cannot read `nobody`"),
        (&["review", "decision-aids"][..], "aids were found; name one"),
        (
            &["review", AID, "--ask", "nothing.toml"][..],
            "cannot read `nothing.toml`",
        ),
    ] {
        let refused = weighup(args);
        assert_eq!(refused.status.code(), Some(2), "{args:?}");
        assert!(text(&refused.stderr).contains(said), "{}", text(&refused.stderr));
    }
}

/// The command serving, ended with the test.
struct Served {
    child: Child,
    port: u16,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn served(args: &[&str]) -> Served {
    let mut child = Command::new(env!("CARGO_BIN_EXE_weighup"))
        .args(args)
        .current_dir(root())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let address = line
        .trim()
        .trim_start_matches("http://localhost:")
        .trim_end_matches('/');
    let port = address.parse().unwrap();
    Served { child, port }
}

fn get(port: u16, path: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn on_this_machine_it_is_served_by_its_id_as_its_files_are_now() {
    let out = folder("review-served");
    let aid = out.join("made-up");
    fs::create_dir_all(&aid).unwrap();
    let sound = fs::read_to_string(root().join("tests/fixtures/aids/sound/aid.toml")).unwrap();
    fs::write(aid.join("aid.toml"), &sound).unwrap();
    let here = served(&["review", "--port", "0", aid.to_str().unwrap()]);
    let list = get(here.port, "/");
    assert!(
        list.contains("href=\"fixture.html\"") && list.contains("frame-ancestors 'none'"),
        "{list}"
    );
    assert!(get(here.port, "/fixture.html").contains("id=\"rv-data\""));
    assert!(
        get(here.port, "/main.js").contains("text/javascript")
            && get(here.port, "/weighup.css").contains("text/css")
    );
    for none in ["/fixture", "/other.html", "/a/b", "/..%2faid.toml"] {
        assert!(!get(here.port, none).starts_with("HTTP/1.1 200"), "{none}");
    }
    fs::write(
        aid.join("aid.toml"),
        sound.replace("version = \"1.0.0\"", "version = \"1.2.0\""),
    )
    .unwrap();
    assert!(get(here.port, "/fixture.html").contains("urn:weighup:aid:fixture:1.2.0:"));
    fs::write(aid.join("aid.toml"), "id = \"fixture\"\n").unwrap();
    assert!(get(here.port, "/fixture.html").contains("The aid has errors"));
    let named = served(&["review", "--port", "0", "otitis-media"]);
    assert!(get(named.port, "/").contains("otitis-media.ur.html"));
}
