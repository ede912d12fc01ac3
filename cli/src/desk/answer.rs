//! What each address of the desk answers.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use weighup_serve::{Answer, Bell, Request, RequestKind, file_in, kind_of};

use super::folder::{Folder, Known, Unwritten};

/// What the page may do. Frames: the preview stands in one.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// How long a page waits for the next change before it asks again.
const PATIENCE: Duration = Duration::from_secs(20);

/// The header with what only whoever started the command knows.
const TOKEN: &str = "x-weighup-token";

/// What is served.
pub(super) struct Desk {
    pub(super) folder: Folder,
    /// The npm package.
    pub(super) widget: PathBuf,
    pub(super) token: String,
    /// Rung at every change on the disk.
    pub(super) bell: Arc<Bell>,
}

/// Answers one request.
pub(super) fn answer(request: &Request, desk: &Desk) -> Answer {
    found(request, desk).with_policy(POLICY)
}

fn found(request: &Request, desk: &Desk) -> Answer {
    match (request.method, request.words().as_slice()) {
        (RequestKind::Get, [""]) => Answer::elsewhere("/-/desk/".to_owned()),
        (method, ["-", "files", rest @ ..]) => {
            if !is_known(request, desk) {
                return refused(
                    "403 Forbidden",
                    "Open the desk by the whole address that the command printed; this page does not have it.",
                );
            }
            match (method, rest) {
                (RequestKind::Get, []) => list(desk),
                (RequestKind::Get, [name]) => one(desk, name),
                (RequestKind::Put, [name]) => write(request, desk, name),
                _ => Answer::not_found("There is nothing here."),
            }
        }
        (RequestKind::Put, _) => refused("405 Method Not Allowed", "Only files of the folder are written."),
        (RequestKind::Get, ["-", "next"]) => next(&request.query, desk),
        (RequestKind::Get, ["-", rest @ ..]) if !rest.is_empty() => page(desk, request),
        _ => Answer::not_found("There is nothing here."),
    }
}

/// Whether a request is of the page that was opened by the printed address. Another site's page cannot know the token, and its requests
/// say where they are from.
fn is_known(request: &Request, desk: &Desk) -> bool {
    let own = match (request.header("origin"), request.header("host")) {
        (None, _) => true,
        (Some(origin), Some(host)) => origin == format!("http://{host}"),
        (Some(_), None) => false,
    };
    let given = request.header(TOKEN).unwrap_or_default().as_bytes();
    // Every byte is looked at, so that how long it takes says nothing.
    let same = given.len() == desk.token.len()
        && given
            .iter()
            .zip(desk.token.bytes())
            .fold(0, |differ, (a, b)| differ | (a ^ b))
            == 0;
    own && same
}

fn list(desk: &Desk) -> Answer {
    match desk.folder.list() {
        Ok(files) => {
            let files: Vec<_> = files
                .into_iter()
                .map(|(name, hash)| serde_json::json!({ "name": name, "hash": hash }))
                .collect();
            Answer::new("application/json", serde_json::Value::from(files).to_string())
        }
        Err(error) => refused(
            "500 Internal Server Error",
            &format!("The folder cannot be read: {error}."),
        ),
    }
}

fn one(desk: &Desk, name: &str) -> Answer {
    match desk.folder.read(name) {
        Ok(Some(bytes)) => file(bytes),
        Ok(None) => Answer::not_found("There is no such file of the author's in the folder."),
        Err(error) => refused(
            "500 Internal Server Error",
            &format!("The file cannot be read: {error}."),
        ),
    }
}

fn file(bytes: Vec<u8>) -> Answer {
    let tag = super::folder::hash(&bytes);
    Answer::new("application/octet-stream", bytes).with_tag(tag)
}

fn write(request: &Request, desk: &Desk, name: &str) -> Answer {
    let hash = request.header("if-match").map(|tag| tag.trim_matches('"'));
    let known = match (hash, request.header("if-none-match")) {
        (Some(hash), None) => Known::Hash(hash),
        (None, Some("*")) => Known::Nothing,
        _ => {
            return refused(
                "428 Precondition Required",
                "Say what the file was: If-Match with its hash, or If-None-Match: * for a new one.",
            );
        }
    };
    match desk.folder.write(name, &request.body, &known) {
        Ok(tag) => Answer::new("text/plain; charset=utf-8", "").with_tag(tag),
        Err(Unwritten::Refused(why)) => refused("400 Bad Request", why),
        Err(Unwritten::Failed(error)) => refused(
            "500 Internal Server Error",
            &format!("The file was not written: {error}. What was there is there still."),
        ),
        // With what is there, so that nothing is lost on either side.
        Err(Unwritten::Changed(now)) => {
            let (tag, body) = now.map_or((None, Vec::new()), |now| (Some(super::folder::hash(&now)), now));
            let answer = Answer::refused("412 Precondition Failed", body);
            match tag {
                Some(tag) => answer.with_tag(tag),
                None => answer,
            }
        }
    }
}

/// The number of the next change, once there is one.
fn next(query: &str, desk: &Desk) -> Answer {
    let number = query
        .strip_prefix("after=")
        .and_then(|n| n.parse().ok())
        .unwrap_or(0);
    desk.bell.after(number, PATIENCE).map_or_else(
        || {
            refused(
                "503 Service Unavailable",
                "Too many pages wait for the next change.",
            )
        },
        |number| Answer::new("text/plain; charset=utf-8", number.to_string()),
    )
}

/// A file of the npm package, never outside its folder.
fn page(desk: &Desk, request: &Request) -> Answer {
    let found = file_in(&desk.widget, request.parts.get(1..).unwrap_or_default());
    let Some(path) = found else {
        return Answer::not_found("There is no such file.");
    };
    // Its own links begin at its folder.
    if path.ends_with("index.html")
        && !request
            .parts
            .last()
            .is_some_and(|last| last.is_empty() || last == "index.html")
    {
        return Answer::elsewhere(format!("{}/", request.path()));
    }
    std::fs::read(&path).map_or_else(
        |_| Answer::not_found("There is no such file."),
        |body| Answer::new(kind_of(&path), body),
    )
}

fn refused(status: &'static str, why: &str) -> Answer {
    Answer::refused(status, why)
}
