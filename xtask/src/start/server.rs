//! Serves `dist/` on this machine, with the headers a careful hospital would send.
//!
//! One short connection a request: on the same machine that costs nothing, and nothing can be left hanging.

use anyhow::{Context, Result, anyhow};
use std::fs;
use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;

/// What a strict host allows. `wasm-unsafe-eval` lets WebAssembly compile and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'self'";

/// Asks for the next build and reloads when it is there. Only this server adds it to pages.
const RELOAD: &str = include_str!("reload.js");
const RELOAD_PATH: &str = "/-/reload.js";
const NEXT_PATH: &str = "/-/next-build";

/// Which build is served, and a bell for those who wait for the next.
#[derive(Default)]
struct Builds {
    number: Mutex<u64>,
    bell: Condvar,
}

/// A bound port.
pub(crate) struct Server {
    listener: Arc<TcpListener>,
    builds: Arc<Builds>,
    port: u16,
}

impl Server {
    /// Takes the port, on this machine's own address alone.
    pub(crate) fn bind(port: u16) -> Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
            ErrorKind::AddrInUse => anyhow!(
                "Port {port} is in use, perhaps by another `cargo xtask start`. Stop that, or choose another \
                 port: cargo xtask start --port {}",
                port.checked_add(1).unwrap_or(8081)
            ),
            ErrorKind::PermissionDenied => anyhow!(
                "Port {port} is kept for the system. Choose one from 1024: cargo xtask start --port 8080"
            ),
            _ => anyhow!("Could not listen on port {port}: {error}"),
        })?;
        let port = listener.local_addr().context("the port has no address")?.port();
        Ok(Self {
            listener: Arc::new(listener),
            builds: Arc::default(),
            port,
        })
    }

    /// The address a browser opens.
    pub(crate) fn address(&self) -> String {
        format!("http://localhost:{}/", self.port)
    }

    /// Serves in the background when `watched`, else until the person stops it.
    pub(crate) fn serve(&self, root: &Path, watched: bool) {
        let (listener, builds) = (Arc::clone(&self.listener), Arc::clone(&self.builds));
        let root = root.to_path_buf();
        let accept = move || {
            for stream in listener.incoming().flatten() {
                let (builds, root) = (Arc::clone(&builds), root.clone());
                // A thread a request: one of them may wait long for the next build.
                std::thread::spawn(move || {
                    // A browser that went away is no error.
                    converse(stream, &root, watched.then_some(&builds)).ok();
                });
            }
        };
        if watched {
            std::thread::spawn(accept);
        } else {
            accept();
        }
    }

    /// Tells every open page that there is a new build.
    pub(crate) fn reload(&self) {
        *self.builds.number.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.builds.bell.notify_all();
    }
}

/// What is sent back.
struct Answer {
    status: &'static str,
    kind: &'static str,
    location: Option<String>,
    body: Vec<u8>,
}

impl Answer {
    fn new(status: &'static str, kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            kind,
            location: None,
            body: body.into(),
        }
    }

    fn text(status: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self::new(status, "text/plain; charset=utf-8", body)
    }

    fn send(&self, stream: &mut TcpStream, with_body: bool) -> std::io::Result<()> {
        let location = self
            .location
            .as_ref()
            .map(|to| format!("Location: {to}\r\n"))
            .unwrap_or_default();
        let head = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{location}\
             Content-Security-Policy: {POLICY}\r\nX-Content-Type-Options: nosniff\r\n\
             Referrer-Policy: no-referrer\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
            self.status,
            self.kind,
            self.body.len(),
        );
        stream.write_all(head.as_bytes())?;
        if with_body {
            stream.write_all(&self.body)?;
        }
        stream.flush()
    }
}

fn converse(mut stream: TcpStream, root: &Path, builds: Option<&Arc<Builds>>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    let Some((method, url)) = request(&mut stream)? else {
        return Ok(());
    };
    let path = url.split(['?', '#']).next().unwrap_or("/");
    let answer = match (method.as_str(), path, builds) {
        ("GET", RELOAD_PATH, Some(_)) => Answer::new("200 OK", mime(Path::new(path)), RELOAD),
        ("GET", NEXT_PATH, Some(builds)) => wait(builds),
        ("GET" | "HEAD", _, _) => file(root, path, builds.is_some()),
        _ => Answer::text("405 Method Not Allowed", "Only GET is answered here."),
    };
    answer.send(&mut stream, method != "HEAD")
}

/// Method and address of the request, or `None` when what arrives is no request of an ordinary size.
fn request(stream: &mut TcpStream) -> std::io::Result<Option<(String, String)>> {
    const LARGEST: usize = 64 * 1024;
    let mut head = Vec::new();
    let mut part = [0; 4096];
    while head.len() < LARGEST {
        let length = stream.read(&mut part)?;
        head.extend(part.get(..length).unwrap_or_default());
        let mut headers = [httparse::EMPTY_HEADER; 100];
        let mut request = httparse::Request::new(&mut headers);
        match request.parse(&head) {
            Ok(httparse::Status::Complete(_)) => {
                let (method, path) = (
                    request.method.unwrap_or_default(),
                    request.path.unwrap_or_default(),
                );
                return Ok(Some((method.to_owned(), path.to_owned())));
            }
            Ok(httparse::Status::Partial) if length > 0 => {}
            _ => return Ok(None),
        }
    }
    Ok(None)
}

fn wait(builds: &Builds) -> Answer {
    let number = builds.number.lock().unwrap_or_else(PoisonError::into_inner);
    let before = *number;
    let changed = builds
        .bell
        .wait_timeout_while(number, Duration::from_secs(25), |now| *now == before);
    let now = changed.map_or(before, |(now, _)| *now);
    Answer::text("200 OK", if now == before { "same" } else { "new" })
}

fn file(root: &Path, path: &str, reload: bool) -> Answer {
    let Some(found) = locate(root, path) else {
        return Answer::text("404 Not Found", format!("There is nothing at {path}."));
    };
    // A folder without its slash would break the page's relative addresses.
    if found.ends_with("index.html") && !path.ends_with('/') && !path.ends_with("index.html") {
        let answer = Answer::text("301 Moved Permanently", "");
        return Answer {
            location: Some(format!("{path}/")),
            ..answer
        };
    }
    let Ok(mut content) = fs::read(&found) else {
        return Answer::text("404 Not Found", format!("{path} could not be read."));
    };
    let kind = mime(&found);
    if reload && kind.starts_with("text/html") {
        content.extend(format!("<script type=\"module\" src=\"{RELOAD_PATH}\"></script>\n").into_bytes());
    }
    Answer::new("200 OK", kind, content)
}

/// The file for an address, never outside the root.
fn locate(root: &Path, path: &str) -> Option<PathBuf> {
    let decoded = path.trim_start_matches('/').replace("%20", " ");
    let relative = Path::new(&decoded);
    if !relative
        .components()
        .all(|part| matches!(part, Component::Normal(_)))
    {
        return None;
    }
    let found = root.join(relative);
    let found = if found.is_dir() {
        found.join("index.html")
    } else {
        found
    };
    found.is_file().then_some(found)
}

fn mime(path: &Path) -> &'static str {
    match path
        .extension()
        .and_then(|extension| extension.to_str())
        .unwrap_or_default()
    {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" | "map" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::locate;
    use std::path::Path;

    #[test]
    fn serves_nothing_outside_its_folder() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(locate(&root, "/main.rs").is_some());
        assert!(locate(&root, "/../Cargo.toml").is_none());
        assert!(locate(&root, "/start/../../Cargo.toml").is_none());
        assert!(locate(&root, "//etc/passwd").is_none());
    }
}
