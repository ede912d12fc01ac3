//! `weighup desk` from outside, over real connections: the page and the files of one folder, written whole or not at all, by whoever
//! has the printed address and by nobody else.
#![cfg(feature = "pages")]
#![expect(clippy::unwrap_used, reason = "helpers of tests fail the test")]

mod common;

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use common::{first_line, folder, root, text, weighup};

/// The command, ended when the test ends.
struct Desk {
    child: Child,
    port: u16,
    token: String,
    folder: PathBuf,
}

impl Drop for Desk {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A copy of an aid, and an npm package with nothing but a page.
fn desk(name: &str) -> Desk {
    let at = folder(&format!("desk-{name}"));
    let (aid, widget) = (at.join("aid"), at.join("widget"));
    fs::create_dir_all(&aid).unwrap();
    fs::create_dir_all(widget.join("desk")).unwrap();
    for file in ["aid.toml", "review.toml", "cy.toml"] {
        fs::copy(
            root().join("decision-aids/otitis-media").join(file),
            aid.join(file),
        )
        .unwrap();
    }
    fs::write(aid.join("notes.md"), "Not the desk's.").unwrap();
    fs::write(
        widget.join("desk/index.html"),
        "<!doctype html><title>The desk</title>",
    )
    .unwrap();
    fs::write(widget.join("weighup.css"), "/* styles */").unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_weighup"))
        .args([
            "desk",
            aid.to_str().unwrap(),
            "--port",
            "0",
            "--widget",
            widget.to_str().unwrap(),
        ])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let line = first_line(&mut child);
    let rest = line.trim().strip_prefix("http://localhost:").unwrap();
    let (port, rest) = rest.split_once('/').unwrap();
    let (page, token) = rest.split_once("?token=").unwrap();
    assert_eq!(page, "-/desk/");
    Desk {
        port: port.parse().unwrap(),
        token: token.to_owned(),
        child,
        folder: aid,
    }
}

/// The status line with the headers, and the body.
fn asked(port: u16, head: &str, body: &[u8]) -> (String, Vec<u8>) {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
    let length = if head.starts_with("PUT") && !head.contains("Content-Length") {
        format!("Content-Length: {}\r\n", body.len())
    } else {
        String::new()
    };
    let host = if head.contains("Host:") {
        String::new()
    } else {
        format!("Host: localhost:{port}\r\n")
    };
    let _ = stream.write_all(format!("{head}\r\n{host}{length}\r\n").as_bytes());
    let _ = stream.write_all(body);
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    let at = answer
        .windows(4)
        .position(|four| four == b"\r\n\r\n")
        .unwrap_or(answer.len());
    let body = answer.get(at + 4..).unwrap_or_default().to_vec();
    answer.truncate(at);
    (String::from_utf8(answer).unwrap(), body)
}

impl Desk {
    fn get(&self, path: &str) -> (String, Vec<u8>) {
        asked(
            self.port,
            &format!("GET {path} HTTP/1.1\r\nX-Weighup-Token: {}", self.token),
            b"",
        )
    }

    fn put(&self, name: &str, condition: &str, body: &[u8]) -> (String, Vec<u8>) {
        let head = format!(
            "PUT /-/files/{name} HTTP/1.1\r\nX-Weighup-Token: {}\r\n{condition}",
            self.token
        );
        asked(self.port, &head, body)
    }

    /// The tag of a file.
    fn tag(&self, name: &str) -> String {
        let (head, body) = self.get(&format!("/-/files/{name}"));
        assert_eq!(body, self.disk(name));
        tag(&head)
    }

    fn disk(&self, name: &str) -> Vec<u8> {
        fs::read(self.folder.join(name)).unwrap()
    }
}

fn tag(head: &str) -> String {
    head.lines()
        .find_map(|line| line.strip_prefix("ETag: "))
        .unwrap()
        .to_owned()
}

/// Nothing lies in the folder that was not there, such as a file that was half written.
fn nothing_left(folder: &Path) {
    let names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert!(names.iter().all(|name| !name.starts_with('.')), "{names:?}");
}

#[test]
fn files_are_read_and_written_whole() {
    let desk = desk("written");
    let (head, body) = desk.get("/-/files");
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    let list: serde_json::Value = serde_json::from_slice(&body).unwrap();
    let names: Vec<&str> = list
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["aid.toml", "cy.toml", "review.toml"]);
    let old = desk.tag("aid.toml");
    assert_eq!(old.trim_matches('"'), list[0]["hash"].as_str().unwrap());
    let new = text(&desk.disk("aid.toml")).replace("No one paid", "Nobody paid");
    let (head, _) = desk.put("aid.toml", &format!("If-Match: {old}"), new.as_bytes());
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert_eq!(desk.disk("aid.toml"), new.as_bytes());
    assert_eq!(desk.tag("aid.toml"), tag(&head));
    // A new file, once.
    let (head, _) = desk.put("ur.toml", "If-None-Match: *", b"from_version = \"1\"\n");
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    let (head, body) = desk.put("ur.toml", "If-None-Match: *", b"other");
    assert!(head.starts_with("HTTP/1.1 412"), "{head}");
    assert_eq!(body, b"from_version = \"1\"\n");
    nothing_left(&desk.folder);
}

#[test]
fn a_file_that_somebody_else_changed_is_not_written_over() {
    let desk = desk("changed");
    let old = desk.tag("review.toml");
    fs::write(desk.folder.join("review.toml"), "# A colleague was here.\n").unwrap();
    let (head, body) = desk.put("review.toml", &format!("If-Match: {old}"), b"# Mine.\n");
    assert!(head.starts_with("HTTP/1.1 412"), "{head}");
    // Both are kept: one on the disk, and it comes back to whoever has the other.
    assert_eq!(body, b"# A colleague was here.\n");
    assert_eq!(desk.disk("review.toml"), body);
    let (again, _) = desk.put("review.toml", &format!("If-Match: {}", tag(&head)), b"# Both.\n");
    assert!(again.starts_with("HTTP/1.1 200"), "{again}");
    fs::remove_file(desk.folder.join("cy.toml")).unwrap();
    let (head, body) = desk.put("cy.toml", &format!("If-Match: {old}"), b"x");
    assert!(head.starts_with("HTTP/1.1 412") && body.is_empty(), "{head}");
    assert!(!desk.folder.join("cy.toml").exists());
    let (head, _) = desk.put("review.toml", "X: y", b"x");
    assert!(head.starts_with("HTTP/1.1 428"), "{head}");
    nothing_left(&desk.folder);
}

#[test]
fn whoever_does_not_have_the_address_reads_and_writes_nothing() {
    let desk = desk("token");
    let before = desk.disk("aid.toml");
    let good = desk.tag("aid.toml");
    let other: String = desk
        .token
        .chars()
        .map(|c| if c == '0' { '1' } else { '0' })
        .collect();
    for token in [
        String::new(),
        other,
        desk.token[1..].to_owned(),
        format!("{}0", desk.token),
    ] {
        for head in [
            format!("PUT /-/files/aid.toml HTTP/1.1\r\nX-Weighup-Token: {token}\r\nIf-Match: {good}"),
            format!("GET /-/files/aid.toml HTTP/1.1\r\nX-Weighup-Token: {token}"),
            format!("GET /-/files HTTP/1.1\r\nX-Weighup-Token: {token}"),
        ] {
            let (head, body) = asked(desk.port, &head, b"gone");
            assert!(head.starts_with("HTTP/1.1 403"), "{head}");
            assert!(text(&body).contains("whole address"));
        }
    }
    let own = format!("X-Weighup-Token: {}", desk.token);
    for (more, status) in [
        // A page of another site, and a name of another machine.
        (format!("{own}\r\nOrigin: https://example.org"), "403"),
        (format!("{own}\r\nHost: example.org"), "403"),
        // Two tokens are none.
        (format!("{own}\r\n{own}"), "403"),
    ] {
        let head = format!("PUT /-/files/aid.toml HTTP/1.1\r\n{more}\r\nIf-Match: {good}");
        let (head, _) = asked(desk.port, &head, b"gone");
        assert!(head.starts_with(&format!("HTTP/1.1 {status}")), "{head}");
    }
    let (head, _) = asked(
        desk.port,
        "OPTIONS /-/files/aid.toml HTTP/1.1\r\nOrigin: https://example.org",
        b"",
    );
    assert!(
        head.starts_with("HTTP/1.1 405") && !head.contains("Access-Control"),
        "{head}"
    );
    let (head, _) = desk.get("/-/desk/");
    assert!(!head.contains("Access-Control"));
    assert_eq!(desk.disk("aid.toml"), before);
}

#[test]
fn only_files_of_the_folder_are_reached() {
    let desk = desk("names");
    let outside = desk.folder.join("../outside.toml");
    fs::write(&outside, "outside").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(&outside, desk.folder.join("link.toml")).unwrap();
    fs::create_dir(desk.folder.join("folder.toml")).unwrap();
    for name in [
        "notes.md",
        "..%2foutside.toml",
        "%2e%2e/outside.toml",
        ".hidden.toml",
        "a/b.toml",
        "folder.toml",
        "link.toml",
        "a%00.toml",
        "C:a.toml",
    ] {
        let (head, body) = desk.get(&format!("/-/files/{name}"));
        assert!(head.starts_with("HTTP/1.1 4"), "{name}: {head}");
        assert!(
            !text(&body).contains("outside") || text(&body).contains("There is"),
            "{name}"
        );
        let (head, _) = desk.put(name, "If-None-Match: *", b"x");
        assert!(head.starts_with("HTTP/1.1 4"), "{name}: {head}");
    }
    assert_eq!(fs::read(&outside).unwrap(), b"outside");
    assert_eq!(desk.disk("notes.md"), b"Not the desk's.");
    // The page, and nothing beside the package.
    let (head, body) = desk.get("/-/desk/");
    assert!(head.contains("Content-Security-Policy: default-src 'self'") && text(&body).contains("The desk"));
    assert!(!head.contains("unsafe-inline"));
    assert!(desk.get("/-/weighup.css").0.starts_with("HTTP/1.1 200"));
    assert!(desk.get("/").0.contains("Location: /-/desk/"));
    for path in ["/-/../aid/aid.toml", "/aid.toml", "/-/", "/-/desk/none.js"] {
        assert!(desk.get(path).0.starts_with("HTTP/1.1 4"), "{path}");
    }
    nothing_left(&desk.folder);
}

#[test]
fn what_is_too_large_or_unsaid_is_refused_and_nothing_is_written() {
    let desk = desk("large");
    let good = desk.tag("aid.toml");
    let before = desk.disk("aid.toml");
    for (more, status) in [
        ("Content-Length: 2097153", "413"),
        ("Content-Length: 99999999999999999999999", "413"),
        ("Content-Length: -1", "411"),
        ("Content-Length: 1\r\nContent-Length: 2", "411"),
        ("Transfer-Encoding: chunked\r\nContent-Length: 1", "411"),
    ] {
        let (head, _) = desk.put("aid.toml", &format!("If-Match: {good}\r\n{more}"), b"x");
        assert!(head.starts_with(&format!("HTTP/1.1 {status}")), "{more}: {head}");
    }
    // Cut off on the way: less came than was said.
    let mut stream = TcpStream::connect(("127.0.0.1", desk.port)).unwrap();
    let head = format!(
        "PUT /-/files/aid.toml HTTP/1.1\r\nHost: localhost\r\nX-Weighup-Token: {}\r\nIf-Match: {good}\r\nContent-Length: 100\r\n\r\nhalf",
        desk.token
    );
    stream.write_all(head.as_bytes()).unwrap();
    stream.shutdown(std::net::Shutdown::Write).unwrap();
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest);
    assert_eq!(desk.disk("aid.toml"), before);
    nothing_left(&desk.folder);
}

#[test]
fn a_change_on_the_disk_is_told() {
    let desk = desk("watched");
    let port = desk.port;
    let waiting = std::thread::spawn(move || asked(port, "GET /-/next?after=0 HTTP/1.1", b""));
    // Written again until it is noticed, whenever the watcher first looked.
    let mut number = 0;
    while !waiting.is_finished() {
        number += 1;
        fs::write(desk.folder.join("cy.toml"), "# changed\n".repeat(number)).unwrap();
        std::thread::yield_now();
        std::thread::park_timeout(std::time::Duration::from_millis(400));
    }
    let (head, body) = waiting.join().unwrap();
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert_ne!(text(&body), "0");
}

#[test]
fn what_cannot_be_a_desk_says_what_to_do() {
    let at = folder("desk-none");
    let none = weighup(&["desk", at.to_str().unwrap()]);
    assert_eq!(none.status.code(), Some(2));
    assert!(
        text(&none.stderr).contains("weighup new"),
        "{}",
        text(&none.stderr)
    );
    let page = weighup(&["desk", "otitis-media", "--widget", at.to_str().unwrap()]);
    assert_eq!(page.status.code(), Some(2));
    let said = text(&page.stderr);
    assert!(
        said.contains("--widget") && said.contains("npm install weighup"),
        "{said}"
    );
    assert_eq!(said.lines().count(), 1);
}

/// The commands with which the guide begins, each where it says that it works: in a copy of the project, and in a folder with nothing in it.
#[test]
fn the_guide_begins_with_commands_that_work_where_it_says() {
    let guide = fs::read_to_string(root().join("docs/desk.md")).unwrap();
    let blocks: Vec<Vec<&str>> = guide
        .split("```console\n")
        .skip(1)
        .map(|block| {
            let lines = block.split("```").next().unwrap_or_default().lines();
            lines.filter_map(|line| line.strip_prefix("$ ")).collect()
        })
        .collect();
    assert_eq!(
        blocks[0],
        [
            "cargo xtask build",
            "cargo weighup desk decision-aids/otitis-media"
        ]
    );
    assert!(root().join("decision-aids/otitis-media/aid.toml").is_file());
    assert_eq!(
        blocks[1],
        ["npm install weighup", "weighup new my-aid", "weighup desk my-aid"]
    );
    let at = folder("desk-guide");
    let command = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_weighup"));
        command.args(args).current_dir(&at);
        command
    };
    // On a terminal it asks; here it is told.
    let new = [
        "new",
        "my-aid",
        "--condition",
        "Made-up itch",
        "--decision",
        "Wait, or take the tablet?",
    ];
    let told = ["--option", "Tablet", "--outcome", "Itching", "--better", "lower"];
    let made = command(&[&new[..], &told[..]].concat()).output().unwrap();
    assert!(made.status.success(), "{}", text(&made.stderr));
    // Without the page it says where that comes from.
    let none = command(&["desk", "my-aid", "--port", "0"]).output().unwrap();
    let why = text(&none.stderr);
    assert!(
        !none.status.success() && why.contains("npm install weighup") && why.contains("--widget"),
        "{why}"
    );
    // What npm would have put there.
    fs::create_dir_all(at.join("node_modules/weighup/desk")).unwrap();
    fs::write(
        at.join("node_modules/weighup/desk/index.html"),
        "<!doctype html><title>The desk</title>",
    )
    .unwrap();
    let mut child = command(&["desk", "my-aid", "--port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let line = first_line(&mut child);
    let _ = child.kill();
    let _ = child.wait();
    assert!(
        line.starts_with("http://localhost:") && line.contains("/-/desk/?token="),
        "{line}"
    );
}
