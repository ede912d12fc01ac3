//! Serves `dist/` on this machine, with the headers a careful hospital would send.

use anyhow::{Result, bail};
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use weighup_serve::{Answer, Bell, Request, file_in, kind_of};

/// What a strict host allows. `wasm-unsafe-eval` lets WebAssembly compile and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors 'self'";

/// Asks for the next build and reloads when it is there. Only this server adds it to pages.
const RELOAD: &str = include_str!("reload.js");
const RELOAD_PATH: &str = "/-/reload.js";

/// How long a page waits for the next build before it asks again.
const PATIENCE: Duration = Duration::from_secs(25);

/// A bound port, and a bell for the pages that wait for the next build.
pub(crate) struct Server {
    server: weighup_serve::Server,
    builds: Arc<Bell>,
}

impl Server {
    /// Takes the port.
    pub(crate) fn bind(port: u16) -> Result<Self> {
        match weighup_serve::Server::bind(port) {
            Ok(server) => Ok(Self {
                server,
                builds: Arc::default(),
            }),
            Err(error) => bail!("Nothing can be served: {error}."),
        }
    }

    /// The address a browser opens.
    pub(crate) fn address(&self) -> String {
        self.server.address()
    }

    /// Serves a folder until the person stops it.
    pub(crate) fn serve(self, root: &Path) -> ! {
        let root = root.to_path_buf();
        self.server
            .run(move |request| file(&root, request, false).with_policy(POLICY))
    }

    /// Serves a folder in the background; ringing the bell tells every open page that there is a new build.
    pub(crate) fn serve_watched(self, root: &Path) -> Arc<Bell> {
        let (builds, root) = (Arc::clone(&self.builds), root.to_path_buf());
        let told = Arc::clone(&builds);
        std::thread::spawn(move || {
            self.server
                .run(move |request| answer(&root, request, &builds).with_policy(POLICY))
        });
        told
    }
}

fn answer(root: &Path, request: &Request, builds: &Bell) -> Answer {
    match request.words().as_slice() {
        ["-", "reload.js"] => Answer::new("text/javascript; charset=utf-8", RELOAD),
        ["-", "next-build"] => {
            let before = builds.number();
            match builds.after(before, PATIENCE) {
                Some(now) if now > before => Answer::new("text/plain; charset=utf-8", "new"),
                Some(_) => Answer::new("text/plain; charset=utf-8", "same"),
                None => Answer::refused(
                    "503 Service Unavailable",
                    "Too many pages wait for the next build.",
                ),
            }
        }
        _ => file(root, request, true),
    }
}

fn file(root: &Path, request: &Request, reload: bool) -> Answer {
    let path = request.path();
    let Some(found) = file_in(root, &request.parts) else {
        return Answer::not_found(format!("There is nothing at {path}."));
    };
    // A folder without its slash would break the page's relative addresses.
    if found.ends_with("index.html") && !path.ends_with('/') && !path.ends_with("index.html") {
        return Answer::elsewhere(format!("{path}/"));
    }
    let Ok(mut content) = fs::read(&found) else {
        return Answer::not_found(format!("{path} could not be read."));
    };
    let kind = kind_of(&found);
    if reload && kind.starts_with("text/html") {
        content.extend(format!("<script type=\"module\" src=\"{RELOAD_PATH}\"></script>\n").into_bytes());
    }
    Answer::new(kind, content)
}
