//! The answer to a request: its status, its headers and its body.

use std::io::{self, Write};
use std::net::TcpStream;

/// One answer.
#[derive(Clone, Debug)]
pub struct Answer {
    status: &'static str,
    kind: &'static str,
    location: Option<String>,
    tag: Option<String>,
    policy: &'static str,
    body: Vec<u8>,
}

impl Answer {
    /// Something of a kind, as in `text/html; charset=utf-8`.
    #[must_use]
    pub fn new(kind: &'static str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status: "200 OK",
            kind,
            location: None,
            tag: None,
            policy: "default-src 'none'",
            body: body.into(),
        }
    }

    /// A page.
    #[must_use]
    pub fn html(body: impl Into<Vec<u8>>) -> Self {
        Self::new("text/html; charset=utf-8", body)
    }

    /// Plain words with a status that is not `200 OK`.
    #[must_use]
    pub fn refused(status: &'static str, why: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            ..Self::new("text/plain; charset=utf-8", why)
        }
    }

    /// There is nothing at that address.
    #[must_use]
    pub fn not_found(why: impl Into<Vec<u8>>) -> Self {
        Self::refused("404 Not Found", why)
    }

    /// The same is at another address of this server, which begins with one slash.
    #[must_use]
    pub fn elsewhere(to: String) -> Self {
        Self {
            location: Some(to),
            ..Self::refused("301 Moved Permanently", "")
        }
    }

    /// With what pages may do, as the header `Content-Security-Policy` says it.
    #[must_use]
    pub fn with_policy(self, policy: &'static str) -> Self {
        Self { policy, ..self }
    }

    /// With what tells one version of a file from another, as the header `ETag` says it: letters and digits.
    #[must_use]
    pub fn with_tag(self, tag: String) -> Self {
        Self {
            tag: Some(tag),
            ..self
        }
    }

    pub(crate) fn send(&self, stream: &mut TcpStream, with_body: bool) -> io::Result<()> {
        let tag = self
            .tag
            .as_ref()
            .map(|tag| format!("ETag: \"{tag}\"\r\n"))
            .unwrap_or_default();
        let location = self.location.as_ref();
        let location = location
            .map(|to| format!("Location: {to}\r\n"))
            .unwrap_or_default();
        let head = format!(
            "HTTP/1.1 {}\r\nContent-Type: {}\r\nContent-Length: {}\r\n{location}{tag}Content-Security-Policy: {}\r\n\
             X-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\nCache-Control: no-store\r\n\
             Connection: close\r\n\r\n",
            self.status,
            self.kind,
            self.body.len(),
            self.policy,
        );
        stream.write_all(head.as_bytes())?;
        if with_body {
            stream.write_all(&self.body)?;
        }
        stream.flush()
    }
}
