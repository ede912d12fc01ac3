//! The port, and a thread for each request that is under way.

use std::io::{self, ErrorKind, Read};
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::answer::Answer;
use crate::request::{self, Request};

/// The most connections at once. A browser opens six per page; pages that wait for a change keep one each.
const MOST: usize = 64;

/// Why a port could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum BindError {
    /// Another program has it.
    #[error("port {0} is in use, perhaps by another one of these; stop that, or choose another with --port")]
    InUse(u16),
    /// The system keeps it.
    #[error("port {0} is kept for the system; choose one from 1024 with --port")]
    Kept(u16),
    /// Something else.
    #[error("could not listen on port {0}: {1}")]
    Other(u16, String),
}

/// A port that is taken.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    port: u16,
    /// The most bytes that may be sent to be written; `None` where nothing is taken.
    most: Option<usize>,
}

impl Server {
    /// Takes the port, on this machine's own address alone; 0 takes a free one.
    ///
    /// # Errors
    ///
    /// When the port cannot be taken.
    pub fn bind(port: u16) -> Result<Self, BindError> {
        let other = |error: &io::Error| BindError::Other(port, error.to_string());
        let listener =
            TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| match error.kind() {
                ErrorKind::AddrInUse => BindError::InUse(port),
                ErrorKind::PermissionDenied => BindError::Kept(port),
                _ => other(&error),
            })?;
        let taken = listener.local_addr().map_err(|error| other(&error))?.port();
        Ok(Self {
            listener,
            port: taken,
            most: None,
        })
    }

    /// Takes what is sent to be written too, up to so many bytes. What is done with it is the answer's to say.
    #[must_use]
    pub fn taking(self, most: usize) -> Self {
        Self {
            most: Some(most),
            ..self
        }
    }

    /// The port.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The address that a browser opens.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://localhost:{}/", self.port)
    }

    /// Answers for as long as the program runs. Whoever comes when there are too many is sent away, and the others are answered.
    pub fn run(self, answer: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> ! {
        let (answer, open, most) = (Arc::new(answer), Arc::new(AtomicUsize::new(0)), self.most);
        loop {
            let Ok((stream, _)) = self.listener.accept() else {
                // Too many files are open, or the visitor has gone: there may be room again in a moment.
                std::thread::sleep(Duration::from_millis(50));
                continue;
            };
            let guest = Guest::enter(&open);
            if guest.number > MOST {
                continue;
            }
            let answer = Arc::clone(&answer);
            // Without a thread there is no answer either: the connection closes.
            let _ = std::thread::Builder::new().spawn(move || {
                converse(stream, most, &*answer);
                drop(guest);
            });
        }
    }
}

/// A connection, counted for as long as it is open.
struct Guest {
    open: Arc<AtomicUsize>,
    number: usize,
}

impl Guest {
    fn enter(open: &Arc<AtomicUsize>) -> Self {
        let number = open.fetch_add(1, Ordering::SeqCst) + 1;
        Self {
            open: Arc::clone(open),
            number,
        }
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        self.open.fetch_sub(1, Ordering::SeqCst);
    }
}

/// One request and its answer. A browser that went away is no error.
fn converse(mut stream: TcpStream, most: Option<usize>, answer: &dyn Fn(&Request) -> Answer) {
    let _ = stream.set_write_timeout(Some(Duration::from_secs(20)));
    let sent = match request::read(&mut stream, most) {
        Ok(request) => answer(&request).send(&mut stream, request.with_body),
        Err(Some(refusal)) => refusal.send(&mut stream, true),
        Err(None) => return,
    };
    if sent.is_ok() {
        depart(&mut stream);
    }
}

/// Ends the connection so that the answer arrives: closed with something unread, it would be cut off.
fn depart(stream: &mut TcpStream) {
    let _ = stream.shutdown(Shutdown::Write);
    let _ = stream.set_read_timeout(Some(Duration::from_millis(200)));
    let mut rest = [0; 4096];
    // A little of what is left, not all that somebody cares to send.
    for _ in 0..16 {
        if !matches!(stream.read(&mut rest), Ok(length) if length > 0) {
            return;
        }
    }
}
