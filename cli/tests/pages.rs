//! `build --single`, `build --site` and `serve`, which need the front end compiled for this machine.
#![cfg(feature = "pages")]
#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod common;

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};

use common::{first_line, folder, root, text, weighup};

const AID: &str = "decision-aids/prostate-localised";

#[test]
fn a_single_file_needs_nothing_else() {
    let out = folder("single");
    let output = weighup(&["build", "--single", "--out", out.to_str().unwrap(), AID]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let page = fs::read_to_string(out.join("prostate-localised.html")).unwrap();
    assert!(page.contains("<style>") && page.contains("Active monitoring"));
    // Every language that the aid has, one at a time.
    for language in ["in-own", "in-cy", "in-easy", "in-ur"] {
        let link = format!("<a href=\"#{language}\"");
        assert!(
            page.contains(&link) && page.contains(&format!("id=\"{language}\"")),
            "{language}"
        );
    }
    assert!(page.contains("Monitro gweithredol") && page.contains("dir=\"rtl\""));
    for never in ["<link", "<script", "src=", "@import"] {
        assert!(!page.contains(never), "{never}");
    }
    // Patterns of the pictures stand in the page itself.
    let mut addresses = page
        .split("url(")
        .skip(1)
        .map(|rest| rest.trim_start_matches(['"', '\'']));
    assert!(
        addresses.all(|address| address.starts_with("data:") || address.starts_with('#')),
        "a style asks for a file"
    );
}

#[test]
fn a_site_can_be_built_without_scores() {
    const SCORED: &str = "tests/fixtures/aids/scored";
    let built = |name: &str, more: &[&str]| {
        let out = folder(name);
        let mut args = vec!["build", "--out", out.to_str().unwrap(), SCORED];
        args.extend_from_slice(more);
        let output = weighup(&args);
        assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
        ["scored.json", "scored.html"].map(|file| fs::read_to_string(out.join("aids").join(file)).unwrap())
    };
    for file in built("with-scores", &[]) {
        assert!(file.contains("Made-up stroke score") && file.contains("High blood pressure"));
    }
    for file in built("without-scores", &["--scores", "off"]) {
        assert!(!file.contains("Made-up stroke score") && !file.contains("High blood pressure"));
        assert!(
            file.contains("What is your stroke score?")
                || file.contains("made-up adults with a low stroke score")
        );
    }
}

#[test]
fn the_static_page_says_who_was_heard_under_who_made_it() {
    let out = folder("involved-page");
    let args = [
        "build",
        "--single",
        "--out",
        out.to_str().unwrap(),
        "tests/fixtures/aids/involved",
    ];
    let output = weighup(&args);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let page = fs::read_to_string(out.join("involved.html")).unwrap();
    let mut rest = page.as_str();
    for said in [
        "Made by",
        "This is an example of how it will look. Nobody took part.",
        "Adults whose skin itches:",
        "You said",
        "Show photos of skin.",
        "We could not",
        "We have no photos of many kinds of skin",
        "Paid for by",
    ] {
        let at = rest.find(said).unwrap_or_else(|| panic!("{said} in its order"));
        rest = rest.get(at..).unwrap();
    }
    assert!(!page.contains("There was no interpreter"), "that is for a board");
}

#[test]
fn a_single_file_can_hold_the_widget() {
    let out = folder("single-widget");
    let widget = out.join("package");
    fs::create_dir_all(widget.join("lib")).unwrap();
    fs::write(
        widget.join("inline.js"),
        "import { define } from \"./lib/element.js\";\ndefine();\n",
    )
    .unwrap();
    fs::write(
        widget.join("lib/element.js"),
        "import css from \"../styles.js\";\nexport const define = () => css;\n",
    )
    .unwrap();
    fs::write(widget.join("styles.js"), "export default \"</script>\";\n").unwrap();
    let args = [
        "build",
        "--single",
        "--widget",
        widget.to_str().unwrap(),
        "--out",
        out.to_str().unwrap(),
        AID,
    ];
    let output = weighup(&args);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let page = fs::read_to_string(out.join("prostate-localised.html")).unwrap();
    for name in ["weighup/inline.js", "weighup/lib/element.js", "weighup/styles.js"] {
        assert!(
            page.contains(&format!("\"{name}\":\"data:text/javascript")),
            "{name}"
        );
    }
    assert_eq!(
        page.matches("</script>").count(),
        4,
        "nothing inside a script ends it"
    );
    assert!(page.contains("<weighup-aid>") && page.contains("</weighup-aid>"));
    fs::remove_file(widget.join("styles.js")).unwrap();
    let output = weighup(&args);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("styles.js"));
}

#[test]
fn a_site_has_a_list_and_its_styles() {
    let out = folder("site");
    let output = weighup(&["build", "--site", "--out", out.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let index = fs::read_to_string(out.join("index.html")).unwrap();
    for entry in fs::read_dir(root().join("decision-aids")).unwrap() {
        let id = entry.unwrap().file_name().into_string().unwrap();
        assert!(index.contains(&format!("aids/{id}.html")), "{id}");
        assert!(out.join(format!("aids/{id}.html")).is_file());
    }
    assert!(out.join("weighup/weighup.css").is_file());
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

fn serve(aids: &str) -> Served {
    let mut child = Command::new(env!("CARGO_BIN_EXE_weighup"))
        .args(["serve", "--port", "0", aids])
        .current_dir(root())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let port = port_of(&first_line(&mut child));
    Served { child, port }
}

/// What the command prints before it waits, for a package that has the page of the desk or has not.
fn printed(aids: &str, widget: &str) -> (Served, Vec<String>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_weighup"))
        .args(["serve", "--port", "0", "--widget", widget, aids])
        .current_dir(root())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = Vec::new();
    for line in BufReader::new(child.stdout.take().unwrap()).lines() {
        lines.push(line.unwrap());
        // The last that is printed is who may have an address, or how the command ends.
        let with_form = Path::new(widget).join("desk/index.html").is_file();
        let last = if with_form {
            "whoever has it can write"
        } else {
            "Ctrl+C ends."
        };
        if lines.last().is_some_and(|line| line.contains(last)) {
            break;
        }
    }
    let port = port_of(lines.first().unwrap());
    (Served { child, port }, lines)
}

fn port_of(address: &str) -> u16 {
    let (port, _) = address
        .strip_prefix("http://localhost:")
        .and_then(|rest| rest.split_once('/'))
        .unwrap();
    port.parse().unwrap()
}

#[test]
fn an_aid_that_is_served_can_be_changed_in_a_form_and_no_page_shows_the_address() {
    let out = folder("serve-desk");
    let package = out.join("package");
    fs::create_dir_all(package.join("desk")).unwrap();
    fs::write(
        package.join("desk/index.html"),
        "<!doctype html><title>The desk</title>",
    )
    .unwrap();
    let aid = "tests/fixtures/aids/sound";
    let (served, lines) = printed(aid, package.to_str().unwrap());
    let address = lines
        .iter()
        .find(|line| line.contains("/-/desk/?token="))
        .unwrap();
    let port = port_of(address);
    let (path, token) = address.split_once("?token=").unwrap();
    let path = path
        .split_once("localhost:")
        .unwrap()
        .1
        .split_once('/')
        .unwrap()
        .1;
    let own = format!("localhost:{port}");
    assert!(get(port, &format!("/{path}"), &own).contains("<title>The desk</title>"));
    // Its files are read by whoever has the token, and by nobody else.
    assert!(get(port, "/-/files", &own).contains(" 403 "));
    let with = format!("{own}\r\nX-Weighup-Token: {token}");
    assert!(get(port, "/-/files", &with).contains("aid.toml"));
    let page = get(served.port, "/sound/", &format!("localhost:{}", served.port));
    assert!(
        page.contains("open the second address that the command printed"),
        "{page}"
    );
    assert!(!page.contains(token));
    // Without the page of the desk the command is named that brings it.
    let (served, lines) = printed(aid, out.join("no-package").to_str().unwrap());
    assert!(lines.iter().all(|line| !line.contains("token")), "{lines:?}");
    let page = get(served.port, "/sound/", &format!("localhost:{}", served.port));
    assert!(
        page.contains("<code>weighup desk tests/fixtures/aids/sound</code>"),
        "{page}"
    );
}

fn get(port: u16, path: &str, host: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    write!(
        stream,
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn a_save_is_seen_with_what_the_linter_finds() {
    let out = folder("serve");
    let aid = out.join("made-up");
    fs::create_dir_all(&aid).unwrap();
    let sound = fs::read_to_string(root().join("tests/fixtures/aids/sound/aid.toml")).unwrap();
    fs::write(aid.join("aid.toml"), &sound).unwrap();
    let served = serve(out.to_str().unwrap());
    let own = format!("localhost:{}", served.port);
    let page = |path: &str| get(served.port, path, &own);
    let list = page("/");
    assert!(list.contains("A made-up condition"), "{list}");
    assert!(page("/made-up/").contains("<iframe"));
    assert!(page("/made-up/page").contains("made-up condition"));
    assert!(page("/made-up/report").contains("Self-assessment"));
    assert!(page("/-/weighup.css").contains("text/css"));

    // Errors: the findings say so, the page stays the last sound one.
    fs::write(aid.join("aid.toml"), sound.replace("people = 200", "people = 0")).unwrap();
    assert!(page("/-/next?after=0").ends_with('1'));
    let findings = page("/made-up/findings");
    assert!(
        findings.contains("the last version without errors") && findings.contains("line 93"),
        "{findings}"
    );
    assert!(page("/made-up/page").contains("made-up condition"));

    // Mended, with another title.
    fs::write(
        aid.join("aid.toml"),
        sound.replace("wait or take", "wait or swallow"),
    )
    .unwrap();
    assert!(page("/-/next?after=1").ends_with('2'));
    assert!(page("/made-up/page").contains("wait or swallow"));

    // Nobody else's name leads here, nothing outside is read, and nothing is written.
    assert!(get(served.port, "/", "another.example").contains(" 403 "));
    assert!(page("/-/widget/../../Cargo.toml").contains(" 400 "));
    assert!(page("/nothing/").contains(" 404 "));
}

/// What of a kit is for screens: a card of paragraphs, and what lets an editor make one of an address.
fn on_screen(name: &str, id: &str, said: &str) -> bool {
    let address = format!("https://clinic.example/{id}/");
    if name.ends_with(".card.html") {
        assert_eq!(
            said.matches(&format!("<a href=\"{address}\">")).count(),
            1,
            "{name}"
        );
        assert!(said.contains("reviewed"), "{name} says whether it is reviewed");
        let tags = said
            .split('<')
            .skip(1)
            .map(|tag| tag.split([' ', '>']).next().unwrap());
        for tag in tags {
            assert!(
                ["p", "a", "span", "/p", "/a", "/span"].contains(&tag),
                "{name} has <{tag}>"
            );
        }
    } else if name.ends_with(".oembed.json") {
        let found: serde_json::Value = serde_json::from_str(said).unwrap();
        let field = |name: &str| {
            found
                .get(name)
                .and_then(|value| value.as_str())
                .unwrap_or_default()
        };
        assert_eq!(
            [field("type"), field("version"), field("provider_url")],
            ["link", "1.0", "https://clinic.example"]
        );
        assert!(!field("title").is_empty());
    } else if name.ends_with(".head.html") {
        let link = format!("type=\"application/json+oembed\" href=\"{address}{id}.oembed.json\"");
        assert_eq!(said.matches(&link).count(), 1, "{name}");
    } else {
        return false;
    }
    true
}

#[test]
fn a_kit_names_the_address_of_every_aid_and_loads_nothing() {
    let out = folder("kit");
    let to = out.to_str().unwrap();
    let build = |address: &str| weighup(&["build", "--out", to, "--kit", address]);
    assert_eq!(build("https://clinic.example/{id}/").status.code(), Some(0));
    let files: Vec<_> = fs::read_dir(out.join("kit")).unwrap().flatten().collect();
    assert!(files.len() > 20 && files.len() % 6 == 0, "{}", files.len());
    for file in files {
        let (name, said) = (
            file.file_name().into_string().unwrap(),
            fs::read_to_string(file.path()).unwrap(),
        );
        let id = name.split('.').next().unwrap();
        if on_screen(&name, id, &said) {
            continue;
        }
        assert!(said.contains(&format!("https://clinic.example/{id}/")), "{name}");
        assert!(said.contains("reviewed"), "{name} says whether it is reviewed");
        for loads in ["<script", "src=", "href=", "url(", "@import"] {
            assert!(!said.contains(loads), "{name} holds {loads}");
        }
        if let Some(message) = said.strip_prefix("TEXT MESSAGE (") {
            let counted: usize = message.split(' ').next().unwrap().parse().unwrap();
            let message = said.lines().nth(1).unwrap();
            assert_eq!(message.chars().count(), counted);
            assert!(counted <= 160 && message.is_ascii(), "{message}");
        } else {
            assert_eq!(said.matches("<svg").count(), 1, "{name}");
        }
    }
    for (address, why) in [
        ("clinic.example/{id}", "is not the address of a page"),
        ("https://clinic.example/a b/{id}", "is not the address of a page"),
        ("https://clinic.example/one", "there are several aids"),
    ] {
        let refused = build(address);
        assert_ne!(refused.status.code(), Some(0), "{address}");
        assert!(text(&refused.stderr).contains(why), "{}", text(&refused.stderr));
    }
}
