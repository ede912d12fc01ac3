//! What a browser asks for is answered, and what an attacker or a mistake sends does not stop it.
#![expect(clippy::expect_used, reason = "helpers of tests fail the test")]

use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use weighup_serve::{Answer, Bell, Request, Seen, Server, file_in, kind_of};

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"))
        .join("serve")
        .join(name);
    if folder.exists() {
        std::fs::remove_dir_all(&folder).expect("the folder of the last run goes");
    }
    std::fs::create_dir_all(&folder).expect("a folder is made");
    folder
}

/// A server of a folder, with `/-/next` for pages that wait; the port.
fn served(root: PathBuf) -> u16 {
    let bell = Arc::new(Bell::default());
    let server = Server::bind(0).expect("a free port");
    let port = server.port();
    let answer = move |request: &Request| match request.words().as_slice() {
        ["-", "next"] => match bell.after(0, Duration::from_secs(60)) {
            Some(number) => Answer::new("text/plain", number.to_string()),
            None => Answer::refused("503 Service Unavailable", "Too many wait."),
        },
        _ => match file_in(&root, &request.parts) {
            Some(found)
                if found.ends_with("index.html")
                    && !request.path().ends_with('/')
                    && !request.path().ends_with("index.html") =>
            {
                Answer::elsewhere(format!("{}/", request.path()))
            }
            Some(found) => Answer::new(kind_of(&found), std::fs::read(&found).expect("readable")),
            None => Answer::not_found("nothing"),
        },
    };
    std::thread::spawn(move || server.run(answer));
    port
}

fn connected(port: u16) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", port)).expect("the server listens");
    stream
        .set_read_timeout(Some(Duration::from_secs(30)))
        .expect("a limit");
    stream
}

fn sent(port: u16, text: &str) -> String {
    let mut stream = connected(port);
    // Whoever is refused early may not take all of it.
    let _ = stream.write_all(text.as_bytes());
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn get(port: u16, path: &str) -> String {
    sent(
        port,
        &format!("GET {path} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n"),
    )
}

#[test]
fn folders_of_any_name_are_found() {
    let root = folder("names");
    for name in ["a b", "größe", "名"] {
        std::fs::create_dir(root.join(name)).expect("a folder is made");
        std::fs::write(root.join(name).join("index.html"), name).expect("a file is written");
    }
    let port = served(root);
    for (path, name) in [
        ("/a%20b/", "a b"),
        ("/gr%C3%B6%C3%9Fe/", "größe"),
        ("/%E5%90%8D/index.html", "名"),
    ] {
        let answer = get(port, path);
        assert!(answer.starts_with("HTTP/1.1 200 OK"), "{path}: {answer}");
        assert!(answer.ends_with(name), "{path}: {answer}");
    }
    // Back to the folder on this server, never to another's name.
    assert!(get(port, "//a%20b").contains("\r\nLocation: /a%20b/\r\n"));
    assert!(get(port, "/a%20b").contains("\r\nLocation: /a%20b/\r\n"));
    let head = sent(port, "HEAD /a%20b/ HTTP/1.1\r\nHost: localhost\r\n\r\n");
    assert!(
        head.contains("Content-Length: 3\r\n") && head.ends_with("\r\n\r\n"),
        "{head}"
    );
}

#[test]
fn nothing_outside_the_folder_is_sent() {
    let around = folder("around");
    let root = around.join("inside");
    std::fs::create_dir(&root).expect("a folder is made");
    std::fs::write(around.join("secret.txt"), "secret").expect("a file is written");
    std::fs::write(root.join("own.txt"), "own").expect("a file is written");
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(around.join("secret.txt"), root.join("link.txt")).expect("a link is made");
        std::os::unix::fs::symlink(&around, root.join("up")).expect("a link is made");
        std::os::unix::fs::symlink(root.join("own.txt"), root.join("same.txt")).expect("a link is made");
    }
    let port = served(root);
    assert!(get(port, "/own.txt").ends_with("own"));
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/link.txt",
        "/up/secret.txt",
        "//etc/passwd",
        "/%00",
    ] {
        let answer = get(port, path);
        assert!(
            !answer.contains("\r\n\r\nsecret") && !answer.contains(" 200 "),
            "{path}: {answer}"
        );
    }
    if cfg!(unix) {
        assert!(
            get(port, "/same.txt").ends_with("own"),
            "a link inside is followed"
        );
    }
}

#[test]
fn only_this_machine_is_answered() {
    let port = served(folder("hosts"));
    for host in ["example.org", "localhost.example.org", "192.168.0.1", ""] {
        let answer = sent(port, &format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"));
        assert!(answer.starts_with("HTTP/1.1 403 "), "{host}: {answer}");
    }
    assert!(sent(port, "GET / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 403 "));
    let twice = "GET / HTTP/1.1\r\nHost: localhost\r\nHost: example.org\r\n\r\n";
    assert!(sent(port, twice).starts_with("HTTP/1.1 403 "));
    let post = "POST / HTTP/1.1\r\nHost: localhost\r\n\r\n";
    assert!(sent(port, post).starts_with("HTTP/1.1 405 "));
    assert!(sent(port, "\0\0\0\r\n\r\n").starts_with("HTTP/1.1 400 "));
}

#[test]
fn a_request_longer_than_a_browsers_is_refused() {
    let port = served(folder("long"));
    let long = "x".repeat(8 * 1024 * 1024);
    let answer = sent(
        port,
        &format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {long}\r\n\r\n"),
    );
    // The answer may be lost with what could not be sent; nothing is taken in.
    assert!(
        answer.is_empty() || answer.starts_with("HTTP/1.1 431 "),
        "{answer}"
    );
    let many = "X: y\r\n".repeat(500);
    let answer = sent(port, &format!("GET / HTTP/1.1\r\nHost: localhost\r\n{many}\r\n"));
    assert!(answer.starts_with("HTTP/1.1 431 "), "{answer}");
}

/// Asks until there is an answer: after an attack the server may first have to send away those who hang.
fn answered_within(port: u16, limit: Duration) -> bool {
    let end = Instant::now() + limit;
    while Instant::now() < end {
        if get(port, "/own.txt").ends_with("own") {
            return true;
        }
    }
    false
}

#[test]
fn pages_that_wait_do_not_stop_the_others() {
    let root = folder("waiting");
    std::fs::write(root.join("own.txt"), "own").expect("a file is written");
    let port = served(root);
    let waiting: Vec<TcpStream> = (0..60)
        .map(|_| {
            let mut stream = connected(port);
            stream
                .write_all(b"GET /-/next HTTP/1.1\r\nHost: localhost\r\n\r\n")
                .expect("sent");
            stream
        })
        .collect();
    let begun = Instant::now();
    assert!(answered_within(port, Duration::from_secs(10)));
    assert!(begun.elapsed() < Duration::from_secs(10));
    drop(waiting);
}

#[test]
fn requests_that_never_end_do_not_stop_the_others() {
    let root = folder("half");
    std::fs::write(root.join("own.txt"), "own").expect("a file is written");
    let port = served(root);
    let half: Vec<TcpStream> = (0..500)
        .map(|_| {
            let mut stream = connected(port);
            let _ = stream.write_all(b"GET / HTTP/1.1\r\nHost: local");
            stream
        })
        .collect();
    if cfg!(target_os = "linux") {
        let threads = std::fs::read_dir("/proc/self/task").expect("readable").count();
        assert!(threads < 300, "{threads} threads, of all the tests of this file");
    }
    assert!(answered_within(port, Duration::from_secs(30)));
    drop(half);
}

#[test]
fn a_changed_file_is_named() {
    let root = folder("watched");
    let look = || Seen::now([root.clone()], 3);
    std::fs::write(root.join("a.txt"), "1").expect("a file is written");
    let before = look();
    assert_eq!(before.difference(&look(), &root), None);
    std::fs::write(root.join("a.txt"), "12").expect("a file is written");
    std::fs::write(root.join(".b.swp"), "editor").expect("a file is written");
    assert_eq!(before.difference(&look(), &root).as_deref(), Some("a.txt"));
    std::fs::write(root.join("c.txt"), "3").expect("a file is written");
    assert_eq!(
        before.difference(&look(), &root).as_deref(),
        Some("a.txt and 1 more")
    );
    std::fs::remove_file(root.join("a.txt")).expect("the file goes");
    assert!(before.difference(&look(), &root).is_some());
}
