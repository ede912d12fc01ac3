//! Serves `dist/` on this machine, with the headers a careful hospital would send.

use anyhow::{Result, anyhow};
use std::fs;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::time::Duration;
use tiny_http::{Header, Method, Request, Response};

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
    http: Arc<tiny_http::Server>,
    builds: Arc<Builds>,
    port: u16,
}

impl Server {
    /// Takes the port, on this machine's own address alone.
    pub(crate) fn bind(port: u16) -> Result<Self> {
        let http = tiny_http::Server::http(("127.0.0.1", port)).map_err(|error| {
            let in_use = error.downcast_ref::<std::io::Error>().map(std::io::Error::kind);
            match in_use {
                Some(std::io::ErrorKind::AddrInUse) => anyhow!(
                    "Port {port} is in use, perhaps by another `cargo xtask start`. Stop that, or choose \
                     another port: cargo xtask start --port {}",
                    port.checked_add(1).unwrap_or(8081)
                ),
                Some(std::io::ErrorKind::PermissionDenied) => anyhow!(
                    "Port {port} is kept for the system. Choose one from 1024: cargo xtask start --port 8080"
                ),
                _ => anyhow!("Could not listen on port {port}: {error}"),
            }
        })?;
        let port = http.server_addr().to_ip().map_or(port, |address| address.port());
        Ok(Self {
            http: Arc::new(http),
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
        let (http, builds, root) = (
            Arc::clone(&self.http),
            Arc::clone(&self.builds),
            root.to_path_buf(),
        );
        let accept = move || {
            for request in http.incoming_requests() {
                let (builds, root) = (Arc::clone(&builds), root.clone());
                // A thread a request: one of them may wait long for the next build.
                std::thread::spawn(move || answer(request, &root, watched.then_some(&builds)));
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

fn answer(request: Request, root: &Path, builds: Option<&Arc<Builds>>) {
    let url = request.url().to_owned();
    let path = url.split(['?', '#']).next().unwrap_or("/");
    let response = if !matches!(request.method(), Method::Get | Method::Head) {
        page(405, "text/plain; charset=utf-8", "Only GET is answered here.")
    } else {
        match (path, builds) {
            (RELOAD_PATH, Some(_)) => page(200, mime(Path::new(path)), RELOAD),
            (NEXT_PATH, Some(builds)) => wait(builds),
            _ => file(root, path, builds.is_some()),
        }
    };
    // A browser that went away is no error.
    request.respond(response).ok();
}

fn wait(builds: &Builds) -> Response<std::io::Cursor<Vec<u8>>> {
    let number = builds.number.lock().unwrap_or_else(PoisonError::into_inner);
    let before = *number;
    let changed = builds
        .bell
        .wait_timeout_while(number, Duration::from_secs(25), |now| *now == before);
    let now = changed.map_or(before, |(now, _)| *now);
    page(
        200,
        "text/plain; charset=utf-8",
        if now == before { "same" } else { "new" },
    )
}

fn file(root: &Path, path: &str, reload: bool) -> Response<std::io::Cursor<Vec<u8>>> {
    let Some(found) = locate(root, path) else {
        return page(
            404,
            "text/plain; charset=utf-8",
            format!("There is nothing at {path}."),
        );
    };
    // A folder without its slash would break the page's relative addresses.
    if found.ends_with("index.html") && !path.ends_with('/') && !path.ends_with("index.html") {
        return with(
            page(301, "text/plain; charset=utf-8", ""),
            "Location",
            &format!("{path}/"),
        );
    }
    let Ok(mut content) = fs::read(&found) else {
        return page(
            404,
            "text/plain; charset=utf-8",
            format!("{path} could not be read."),
        );
    };
    let kind = mime(&found);
    if reload && kind.starts_with("text/html") {
        content.extend(format!("<script type=\"module\" src=\"{RELOAD_PATH}\"></script>\n").into_bytes());
    }
    page(200, kind, content)
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

fn page(status: u16, kind: &str, body: impl Into<Vec<u8>>) -> Response<std::io::Cursor<Vec<u8>>> {
    let response = Response::from_data(body).with_status_code(status);
    let headers = [
        ("Content-Type", kind),
        ("Content-Security-Policy", POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
        ("Cache-Control", "no-cache"),
    ];
    headers
        .into_iter()
        .fold(response, |response, (name, value)| with(response, name, value))
}

fn with<R: std::io::Read>(response: Response<R>, name: &str, value: &str) -> Response<R> {
    match Header::from_bytes(name, value) {
        Ok(header) => response.with_header(header),
        Err(()) => response,
    }
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
