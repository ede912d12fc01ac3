//! Requests and what is sent back.

use std::path::{Component, Path};
use std::time::Duration;

use tiny_http::{Header, Method, Request, Response};

use super::pages;
use super::work::Work;
use crate::standalone::STYLES;

/// What pages may do. Frames: the page stands in a frame beside its findings.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// How long a page waits for the next save before it asks again.
const PATIENCE: Duration = Duration::from_secs(20);

struct Answer {
    status: u16,
    kind: &'static str,
    body: Vec<u8>,
}

impl Answer {
    fn new(kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status: 200,
            kind,
            body: body.into(),
        }
    }

    fn html(body: String) -> Self {
        Self::new("text/html; charset=utf-8", body)
    }

    fn refused(status: u16, why: &str) -> Self {
        Self {
            status,
            kind: "text/plain; charset=utf-8",
            body: why.as_bytes().to_vec(),
        }
    }
}

/// Answers one request. A browser that went away is no error.
pub(super) fn answer(request: Request, work: &Work, port: u16) {
    let answer = if !is_own(&request, port) {
        Answer::refused(403, "This server answers localhost alone.")
    } else if *request.method() != Method::Get {
        Answer::refused(405, "Only GET is answered here.")
    } else {
        found(request.url(), work)
    };
    let mut response = Response::from_data(answer.body).with_status_code(answer.status);
    for (name, value) in [
        ("Content-Type", answer.kind),
        ("Content-Security-Policy", POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-store"),
    ] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    let _ = request.respond(response);
}

/// Whether the request names this machine: another site's name that leads here is refused.
fn is_own(request: &Request, port: u16) -> bool {
    let mut hosts = request
        .headers()
        .iter()
        .filter(|header| header.field.equiv("Host"));
    hosts.next().is_some_and(|host| {
        let host = host.value.as_str();
        [format!("localhost:{port}"), format!("127.0.0.1:{port}")]
            .iter()
            .any(|own| own == host)
    })
}

fn found(url: &str, work: &Work) -> Answer {
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
    match parts.as_slice() {
        [""] => Answer::html(pages::list(&work.state())),
        ["-", "weighup.css"] => Answer::new("text/css; charset=utf-8", STYLES),
        ["-", "preview.css"] => Answer::new("text/css; charset=utf-8", include_str!("preview.css")),
        ["-", "preview.js"] => Answer::new("text/javascript; charset=utf-8", include_str!("preview.js")),
        ["-", "widget.js"] => Answer::new(
            "text/javascript; charset=utf-8",
            "import \"/-/widget/index.js\";\n",
        ),
        ["-", "next"] => {
            let number = query
                .strip_prefix("after=")
                .and_then(|n| n.parse().ok())
                .unwrap_or(0);
            Answer::new(
                "text/plain; charset=utf-8",
                work.after(number, PATIENCE).to_string(),
            )
        }
        ["-", "widget", rest @ ..] => file(work.widget.as_deref(), &rest.join("/")),
        [name, rest @ ..] => {
            let state = work.state();
            let Some(shown) = state.shown.iter().find(|shown| shown.name == *name) else {
                return Answer::refused(404, "There is no aid of that name.");
            };
            match rest {
                [] | [""] => Answer::html(pages::preview(&state, shown, work.widget.is_some())),
                ["findings"] => Answer::html(pages::findings(shown)),
                ["page"] => Answer::html(pages::page(shown)),
                ["widget"] => Answer::html(pages::widget(shown)),
                ["report"] => Answer::html(shown.report.clone()),
                ["aid.json"] => match &shown.sound {
                    Some(aid) => Answer::new("application/json", aid.to_json()),
                    None => Answer::refused(404, "The aid has errors."),
                },
                _ => Answer::refused(404, "There is nothing here."),
            }
        }
        [] => Answer::refused(404, "There is nothing here."),
    }
}

/// A file of the widget, never outside its folder.
fn file(root: Option<&Path>, inside: &str) -> Answer {
    let path = Path::new(inside);
    let plain = path.components().all(|part| matches!(part, Component::Normal(_)));
    let read = root
        .filter(|_| plain)
        .and_then(|root| std::fs::read(root.join(path)).ok());
    let kind = match path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
    {
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        _ => "application/octet-stream",
    };
    read.map_or_else(
        || Answer::refused(404, "There is no such file."),
        |body| Answer::new(kind, body),
    )
}
