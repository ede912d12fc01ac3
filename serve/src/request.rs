//! Reading what a browser asks for.

use std::io::{self, Read};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::answer::Answer;

/// The longest head of a request. Browsers send one or two kilobytes.
const LONGEST: usize = 16 * 1024;

/// How long a request may take to arrive, all of it.
const PATIENCE: Duration = Duration::from_secs(5);

/// What stays as it is in the part of an address.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// How something is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RequestKind {
    /// To be read.
    Get,
    /// To be written, by a server that takes what is sent.
    Put,
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// How.
    pub method: RequestKind,
    /// The parts of the address between its slashes, decoded. A folder's last part is empty.
    pub parts: Vec<String>,
    /// What follows the question mark, as it was sent.
    pub query: String,
    /// What was sent to be written; empty where something is to be read.
    pub body: Vec<u8>,
    /// The headers, with small letters.
    headers: Vec<(String, String)>,
    pub(crate) with_body: bool,
}

impl Request {
    /// A header by its name in small letters; `None` when it is not there, or there twice.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.headers.iter().filter(|header| header.0 == name);
        let first = all.next().map(|header| header.1.as_str());
        first.filter(|_| all.next().is_none())
    }

    /// The address as it should be written: one slash between parts, special characters encoded.
    #[must_use]
    pub fn path(&self) -> String {
        let parts = self.parts.iter().filter(|part| !part.is_empty());
        let mut path: String = parts.map(|part| format!("/{}", encoded(part))).collect();
        if self.parts.last().is_none_or(String::is_empty) {
            path.push('/');
        }
        path
    }

    /// The parts as they are compared in a `match`.
    #[must_use]
    pub fn words(&self) -> Vec<&str> {
        self.parts.iter().map(String::as_str).collect()
    }
}

/// One part of an address, for a link.
#[must_use]
pub fn encoded(part: &str) -> String {
    utf8_percent_encode(part, KEPT).to_string()
}

/// Reads a request; `Err(Some(…))` is what to tell whoever sent something else, `Err(None)` that nobody is there any more. Where
/// nothing is taken, `most` is `None`; otherwise it is the most bytes that may be sent to be written.
pub(crate) fn read(stream: &mut TcpStream, most: Option<usize>) -> Result<Request, Option<Answer>> {
    let end = Instant::now() + PATIENCE;
    let mut head = Vec::new();
    loop {
        if more(stream, end, &mut head)? == 0 {
            return Err(None);
        }
        let Some((mut request, length)) = parse(&head, most)? else {
            if head.len() > LONGEST {
                return Err(Some(too_long()));
            }
            continue;
        };
        if length > LONGEST {
            return Err(Some(too_long()));
        }
        if request.method == RequestKind::Put {
            request.body = body(stream, end, &request, head.split_off(length), most.unwrap_or(0))?;
        }
        return Ok(request);
    }
}

/// What follows the head: as much as it says, and no more than is taken.
fn body(
    stream: &mut TcpStream,
    end: Instant,
    request: &Request,
    mut body: Vec<u8>,
    most: usize,
) -> Result<Vec<u8>, Option<Answer>> {
    let length = request
        .header("content-length")
        .filter(|length| length.bytes().all(|byte| byte.is_ascii_digit()));
    let length = match length.map(str::parse::<usize>) {
        _ if request
            .headers
            .iter()
            .any(|header| header.0 == "transfer-encoding") =>
        {
            None
        }
        Some(Ok(length)) => Some(length),
        // More digits than a size has.
        Some(Err(_)) => Some(usize::MAX),
        None => None,
    };
    let Some(length) = length else {
        return Err(Some(Answer::refused(
            "411 Length Required",
            "Say how many bytes there are: Content-Length.",
        )));
    };
    if length > most {
        return Err(Some(Answer::refused(
            "413 Content Too Large",
            format!("A file can be {most} bytes here at most; nothing was written."),
        )));
    }
    while body.len() < length {
        if more(stream, end, &mut body)? == 0 {
            return Err(None);
        }
    }
    body.truncate(length);
    Ok(body)
}

/// Reads a piece more, while there is time.
fn more(stream: &mut TcpStream, end: Instant, into: &mut Vec<u8>) -> Result<usize, Option<Answer>> {
    let mut piece = [0; 4096];
    loop {
        let left = end.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(Some(late()));
        }
        stream.set_read_timeout(Some(left)).map_err(|_| None)?;
        let length = match stream.read(&mut piece) {
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut) => {
                return Err(Some(late()));
            }
            Err(_) => return Err(None),
        };
        into.extend(piece.get(..length).unwrap_or_default());
        return Ok(length);
    }
}

/// The request and how long its head is, once all of that is there.
fn parse(head: &[u8], most: Option<usize>) -> Result<Option<(Request, usize)>, Option<Answer>> {
    let mut headers = [httparse::EMPTY_HEADER; 64];
    let mut request = httparse::Request::new(&mut headers);
    let length = match request.parse(head) {
        Ok(httparse::Status::Partial) => return Ok(None),
        Ok(httparse::Status::Complete(length)) => length,
        Err(httparse::Error::TooManyHeaders) => return Err(Some(too_long())),
        Err(_) => return Err(Some(bad("This is no request of a browser."))),
    };
    let mut hosts = request
        .headers
        .iter()
        .filter(|header| header.name.eq_ignore_ascii_case("host"));
    let host = hosts.next().map(|header| header.value).unwrap_or_default();
    if hosts.next().is_some() || !is_this_machine(host) {
        return Err(Some(Answer::refused(
            "403 Forbidden",
            "This server answers to localhost alone.",
        )));
    }
    let (method, with_body) = match (request.method, most) {
        (Some("GET"), _) => (RequestKind::Get, true),
        (Some("HEAD"), _) => (RequestKind::Get, false),
        (Some("PUT"), Some(_)) => (RequestKind::Put, true),
        (_, most) => {
            let why = if most.is_some() {
                "Only GET and PUT are answered here."
            } else {
                "Only GET is answered here."
            };
            return Err(Some(Answer::refused("405 Method Not Allowed", why)));
        }
    };
    let text = |header: &httparse::Header<'_>| {
        let value = std::str::from_utf8(header.value).unwrap_or_default();
        (header.name.to_ascii_lowercase(), value.trim().to_owned())
    };
    let headers = request.headers.iter().map(text).collect();
    let target = request.path.unwrap_or("/");
    let (path, query) = target.split_once('?').unwrap_or((target, ""));
    let parts = parts(path).ok_or_else(|| bad("This is no address of this server."))?;
    let request = Request {
        method,
        parts,
        query: query.to_owned(),
        body: Vec::new(),
        headers,
        with_body,
    };
    Ok(Some((request, length)))
}

/// Another site's name may lead to this machine: whoever comes by it is not answered. Any port, so that a forwarded one works.
fn is_this_machine(host: &[u8]) -> bool {
    let Ok(host) = std::str::from_utf8(host) else {
        return false;
    };
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    ["localhost", "127.0.0.1", "[::1]"].contains(&name.to_ascii_lowercase().as_str())
}

/// The parts of an address, each decoded by itself: what stands for a slash or for a folder above is part of no name here.
fn parts(path: &str) -> Option<Vec<String>> {
    let inside = path.strip_prefix('/')?;
    inside
        .split('/')
        .map(|part| {
            let part = percent_decode_str(part).decode_utf8().ok()?;
            let plain = !part.contains(['/', '\\', '\0', ':']) && part != "." && part != "..";
            plain.then(|| part.into_owned())
        })
        .collect()
}

fn bad(why: &str) -> Answer {
    Answer::refused("400 Bad Request", why)
}

fn late() -> Answer {
    Answer::refused("408 Request Timeout", "The request did not arrive in time.")
}

fn too_long() -> Answer {
    Answer::refused(
        "431 Request Header Fields Too Large",
        "The request is longer than a browser's.",
    )
}

#[cfg(test)]
mod tests {
    use super::{is_this_machine, parts};

    #[test]
    fn only_the_names_of_this_machine_are_answered() {
        for own in [
            "localhost",
            "localhost:8080",
            "127.0.0.1:1",
            "[::1]:8080",
            "LOCALHOST:80",
        ] {
            assert!(is_this_machine(own.as_bytes()), "{own}");
        }
        for other in [
            "",
            "example.org",
            "localhost.example.org:8080",
            "127.0.0.1.nip.io",
            "192.168.0.1:8080",
            "[::2]",
        ] {
            assert!(!is_this_machine(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn parts_are_names_and_nothing_else() {
        assert_eq!(parts("/a%20b/%C3%A9/").unwrap(), ["a b", "é", ""]);
        for bad in [
            "a",
            "/..",
            "/a/../b",
            "/%2e%2e/b",
            "/a%2fb",
            "/a%5cb",
            "/c%3a",
            "/%00",
            "/%ff",
        ] {
            assert_eq!(parts(bad), None, "{bad}");
        }
    }
}
