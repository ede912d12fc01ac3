//! A small server on the loopback interface that speaks as four kinds of stores do, as far as listing and reading go, and that can
//! misbehave. It is written from their documentation and shares no code with what it tests.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// The key that opens the store.
pub(crate) const KEY: &str = "AKIAEXAMPLE";
/// What nothing may repeat.
pub(crate) const SECRET: &str = "c2VjcmV0LW9mLXRoZS10ZXN0";

/// How a store misbehaves.
#[derive(Clone, Copy, Default)]
pub(crate) struct Fault {
    /// It ends so many answers in their middle.
    pub(crate) cuts: usize,
    /// What is there is another every time.
    pub(crate) changes: bool,
    /// It answers all with this status.
    pub(crate) status: Option<u16>,
    /// A server without WebDAV.
    pub(crate) no_folders: bool,
}

struct State {
    objects: BTreeMap<String, Vec<u8>>,
    fault: Fault,
    asked: Vec<String>,
}

/// A server that runs as long as the test does.
pub(crate) struct Server {
    /// `http://127.0.0.1:…`
    pub(crate) address: String,
    state: Arc<Mutex<State>>,
}

struct Asked {
    method: String,
    path: String,
    query: BTreeMap<String, String>,
    headers: BTreeMap<String, String>,
}

impl Server {
    /// Starts one with objects, each named with its bucket: `trust/given/a.jsonl`.
    pub(crate) fn start(objects: &[(&str, &[u8])], fault: Fault) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let objects = objects
            .iter()
            .map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()));
        let state = Arc::new(Mutex::new(State {
            objects: objects.collect(),
            fault,
            asked: Vec::new(),
        }));
        let shared = Arc::clone(&state);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let shared = Arc::clone(&shared);
                thread::spawn(move || answer(stream, &shared));
            }
        });
        Self { address, state }
    }

    /// Every request: the method and what it asked for.
    pub(crate) fn asked(&self) -> Vec<String> {
        self.state.lock().unwrap().asked.clone()
    }
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let byte = match byte {
            b'%' => {
                let digits = [rest.next().unwrap(), rest.next().unwrap()];
                u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap()
            }
            b'+' => b' ',
            other => other,
        };
        bytes.push(byte);
    }
    String::from_utf8(bytes).unwrap()
}

fn ask(stream: &TcpStream) -> Option<Asked> {
    let mut lines = BufReader::new(stream).lines();
    let first = lines.next()?.ok()?;
    let mut words = first.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let mut headers = BTreeMap::new();
    for line in lines {
        let line = line.ok()?;
        let Some((name, value)) = line.split_once(": ") else {
            break;
        };
        headers.insert(name.to_lowercase(), value.to_owned());
    }
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let query = query.split('&').filter_map(|pair| pair.split_once('='));
    Some(Asked {
        method,
        path: decoded(path).trim_start_matches('/').to_owned(),
        query: query
            .map(|(name, value)| (decoded(name), decoded(value)))
            .collect(),
        headers,
    })
}

fn answer(mut stream: TcpStream, state: &Mutex<State>) {
    let Some(asked) = ask(&stream) else { return };
    let answer = {
        let mut state = state.lock().unwrap();
        state.asked.push(format!("{} {}", asked.method, asked.path));
        answered(&asked, &mut state)
    };
    // Whoever asked may be gone.
    let _ = stream.write_all(&answer);
    let _ = stream.shutdown(std::net::Shutdown::Write);
    let _ = stream.read(&mut [0; 64]);
}

fn plain(status: u16, headers: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status} As Said\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

fn refusal(status: u16, code: &str) -> Vec<u8> {
    // What a store says of a refusal, with what must not be repeated.
    let body = format!(
        "<Error><Code>{code}</Code><AWSAccessKeyId>{KEY}</AWSAccessKeyId><Secret>{SECRET}</Secret></Error>"
    );
    plain(status, "", body.as_bytes())
}

fn answered(asked: &Asked, state: &mut State) -> Vec<u8> {
    if let Some(status) = state.fault.status {
        return refusal(status, "AsTheTestSaid");
    }
    let signed = asked.headers.get("authorization");
    if signed
        .is_some_and(|signed| signed.starts_with("AWS4") && !signed.contains(&format!("Credential={KEY}/")))
    {
        return refusal(403, "InvalidAccessKeyId");
    }
    // Azure's emulator has the account before the container.
    let path = asked
        .path
        .strip_prefix("devstoreaccount1/")
        .unwrap_or(&asked.path);
    if asked.method == "PROPFIND" {
        return if state.fault.no_folders {
            refusal(405, "MethodNotAllowed")
        } else {
            folder(path, state)
        };
    }
    if asked.query.contains_key("list-type") || asked.query.get("comp").is_some_and(|comp| comp == "list") {
        return list(path.trim_end_matches('/'), asked, state);
    }
    object(path, asked, state)
}

const WHEN: &str = "Mon, 30 Nov 2026 10:00:00 GMT";

fn page(bucket: &str, asked: &Asked, state: &State) -> (Vec<(String, usize)>, Option<String>) {
    let prefix = format!(
        "{bucket}/{}",
        asked.query.get("prefix").map_or("", String::as_str)
    );
    let from: usize = ["continuation-token", "marker"]
        .iter()
        .find_map(|name| asked.query.get(*name))
        .map_or(0, |token| token.parse().unwrap());
    let names = state.objects.iter().filter(|(name, _)| name.starts_with(&prefix));
    let all: Vec<_> = names
        .map(|(name, bytes)| (name[bucket.len() + 1..].to_owned(), bytes.len()))
        .collect();
    // Two at a time, so that every list has a second page.
    let more = (from + 2 < all.len()).then(|| (from + 2).to_string());
    (all.into_iter().skip(from).take(2).collect(), more)
}

fn list(bucket: &str, asked: &Asked, state: &State) -> Vec<u8> {
    let azure = asked.query.contains_key("comp");
    if !state
        .objects
        .keys()
        .any(|name| name.starts_with(&format!("{bucket}/")))
    {
        return refusal(
            404,
            if azure {
                "ContainerNotFound"
            } else {
                "NoSuchBucket"
            },
        );
    }
    let (names, more) = page(bucket, asked, state);
    let mut body = String::new();
    for (name, size) in names {
        let name = name.replace('&', "&amp;");
        if azure {
            write!(body, "<Blob><Name>{name}</Name><Properties><Last-Modified>{WHEN}</Last-Modified><Etag>\"1\"</Etag><Content-Length>{size}</Content-Length><Content-Type>text/plain</Content-Type></Properties></Blob>")
        } else {
            write!(body, "<Contents><Key>{name}</Key><LastModified>2026-11-30T10:00:00.000Z</LastModified><ETag>\"1\"</ETag><Size>{size}</Size></Contents>")
        }
        .unwrap();
    }
    let body = if azure {
        let next = more.unwrap_or_default();
        format!(
            "<EnumerationResults><Blobs>{body}</Blobs><NextMarker>{next}</NextMarker></EnumerationResults>"
        )
    } else {
        let next = more.map(|more| format!("<NextContinuationToken>{more}</NextContinuationToken>"));
        format!(
            "<ListBucketResult>{body}{}</ListBucketResult>",
            next.unwrap_or_default()
        )
    };
    plain(200, "Content-Type: application/xml\r\n", body.as_bytes())
}

/// WebDAV's list of everything in a folder.
fn folder(path: &str, state: &State) -> Vec<u8> {
    let inside = format!("{}/", path.trim_end_matches('/'));
    let within = |name: &&String| inside == "/" || name.starts_with(&inside);
    let mut body = String::new();
    for name in state.objects.keys().filter(within) {
        let size = state.objects[name].len();
        let href = name.replace(' ', "%20").replace('&', "&amp;");
        write!(body, "<D:response><D:href>/{href}</D:href><D:propstat><D:prop><D:getlastmodified>{WHEN}</D:getlastmodified><D:getcontentlength>{size}</D:getcontentlength><D:resourcetype/></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>").unwrap();
    }
    if body.is_empty() {
        return refusal(404, "NotFound");
    }
    let body = format!("<?xml version=\"1.0\"?><D:multistatus xmlns:D=\"DAV:\">{body}</D:multistatus>");
    plain(207, "Content-Type: application/xml\r\n", body.as_bytes())
}

fn object(path: &str, asked: &Asked, state: &mut State) -> Vec<u8> {
    let Some(bytes) = state.objects.get(path) else {
        return refusal(404, "NoSuchKey");
    };
    if state.fault.changes && asked.headers.contains_key("if-match") {
        return refusal(412, "PreconditionFailed");
    }
    let (from, until) = match asked
        .headers
        .get("range")
        .or_else(|| asked.headers.get("x-ms-range"))
    {
        Some(range) => {
            let (from, last) = range.strip_prefix("bytes=").unwrap().split_once('-').unwrap();
            (
                from.parse().unwrap(),
                bytes.len().min(last.parse::<usize>().unwrap() + 1),
            )
        }
        None => (0, bytes.len()),
    };
    let mut headers = format!("ETag: \"1\"\r\nLast-Modified: {WHEN}\r\nAccept-Ranges: bytes\r\n");
    let mut status = 200;
    if (from, until) != (0, bytes.len()) || asked.headers.keys().any(|name| name.ends_with("range")) {
        status = 206;
        write!(
            headers,
            "Content-Range: bytes {from}-{}/{}\r\n",
            until - 1,
            bytes.len()
        )
        .unwrap();
    }
    let mut answer = plain(status, &headers, &bytes[from..until]);
    if asked.method == "HEAD" {
        answer.truncate(answer.len() - (until - from));
    } else if state.fault.cuts > 0 {
        state.fault.cuts -= 1;
        answer.truncate(answer.len() - (until - from) / 2);
    }
    answer
}
