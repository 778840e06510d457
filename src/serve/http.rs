//! HTTP/1.1 for a preview: connections become requests, answers become bytes.
//!
//! In goes a listener and a function from [`Request`] to [`Answer`], which is called from any number of threads. GET and
//! HEAD only, no bodies, and nothing of a request's text is ever written into the head of an answer. Each connection has
//! a thread of its own, so that a slow client waits for itself alone; there are at most [`CONNECTIONS`], and where one
//! more comes, the one that has been silent the longest has to go. What a request means is not decided here.
//!
//! Heads are parsed by httparse. `tiny_http`, which is made for this, was measured and left: it has no end for a head in
//! time or in size (64 MiB of one header were taken into memory), its threads wait for slow clients for ever, a
//! connection that comes while one of its threads is just waking is queued behind whatever that thread then waits for,
//! and it gives no hold on the connection to do better.

use std::collections::BTreeMap;
use std::io::{self, ErrorKind, Read as _, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Many more than twelve tabs of a browser have.
const CONNECTIONS: usize = 512;
/// The size of a head, which no browser comes near.
const HEAD_BYTES: usize = 16 * 1024;
const HEADERS: usize = 64;
/// From the first byte of a head to its last.
const HEAD_TIME: Duration = Duration::from_secs(10);
/// From one request to the next on a connection.
const IDLE_TIME: Duration = Duration::from_secs(60);
/// For a client to take some of an answer.
const WRITE_TIME: Duration = Duration::from_secs(10);
/// What a client that is refused may still be saying, so that it comes to hear why.
const DRAINED: (Duration, usize) = (Duration::from_millis(500), 1024 * 1024);

/// What a client asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Request {
    /// The path as sent, percent-encoded, without the query. Begins with a slash.
    pub path: String,
    /// The `Host` header.
    pub host: String,
    is_head: bool,
    keeps_alive: bool,
}

/// What it gets.
pub(super) struct Answer {
    pub status: Status,
    /// The media type of the body.
    pub content_type: &'static str,
    /// Further headers. Values are the server's own.
    pub headers: Vec<(&'static str, String)>,
    pub body: Body,
}

/// What follows the head.
pub(super) enum Body {
    /// Bytes at hand.
    Bytes(Arc<[u8]>),
    /// Bytes that come as they come, until the writer ends or the client goes.
    Stream(Telling),
}

/// Writes a body bit by bit.
pub(super) type Telling = Box<dyn FnOnce(&mut dyn Write) -> io::Result<()> + Send>;

/// A status code with its phrase (RFC 9110).
pub(super) type Status = (u16, &'static str);

pub(super) const OK: Status = (200, "OK");
pub(super) const FOUND: Status = (302, "Found");
pub(super) const BAD_REQUEST: Status = (400, "Bad Request");
pub(super) const FORBIDDEN: Status = (403, "Forbidden");
pub(super) const NOT_FOUND: Status = (404, "Not Found");
const METHOD_NOT_ALLOWED: Status = (405, "Method Not Allowed");
const TOO_LARGE: Status = (431, "Request Header Fields Too Large");
pub(super) const SERVER_ERROR: Status = (500, "Internal Server Error");

impl Answer {
    /// An answer of plain text.
    pub(super) fn text(status: Status, text: impl Into<String>) -> Self {
        Self::new(status, "text/plain; charset=utf-8", text.into().into_bytes())
    }

    /// An answer whose bytes are at hand.
    pub(super) fn new(status: Status, content_type: &'static str, body: impl Into<Arc<[u8]>>) -> Self {
        Self { status, content_type, headers: Vec::new(), body: Body::Bytes(body.into()) }
    }

    /// The same with one more header.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

/// Answers all connections, for ever.
pub(super) fn serve(listener: &TcpListener, answer: impl Fn(&Request) -> Answer + Send + Sync + 'static) {
    let (answer, connections) = (Arc::new(answer), Arc::new(Connections::default()));
    for (id, stream) in (0..).zip(listener.incoming()) {
        // Out of file descriptors, most likely: the longest silent one gives up its own.
        let Ok(stream) = stream else {
            connections.drop_oldest();
            thread::sleep(Duration::from_millis(10));
            continue;
        };
        let (answer, connections) = (answer.clone(), connections.clone());
        // Where there are no more threads, the connection is closed by being let go.
        let _ = thread::Builder::new().name("connection".into()).spawn(move || {
            if connections.add(id, &stream).is_ok() {
                // A client that goes away is no error.
                let _ = converse(stream, &*answer, &|| connections.heard_from(id));
            }
            connections.remove(id);
        });
    }
}

/// All open connections, and since when each has been silent.
#[derive(Default)]
struct Connections(Mutex<BTreeMap<u64, (Instant, TcpStream)>>);

impl Connections {
    fn add(&self, id: u64, stream: &TcpStream) -> io::Result<()> {
        if self.lock().len() >= CONNECTIONS {
            self.drop_oldest();
        }
        self.lock().insert(id, (Instant::now(), stream.try_clone()?));
        Ok(())
    }

    fn heard_from(&self, id: u64) {
        if let Some((since, _)) = self.lock().get_mut(&id) {
            *since = Instant::now();
        }
    }

    fn remove(&self, id: u64) {
        self.lock().remove(&id);
    }

    fn drop_oldest(&self) {
        let mut open = self.lock();
        let oldest = open.iter().min_by_key(|(_, (since, _))| *since).map(|(id, _)| *id);
        if let Some((_, stream)) = oldest.and_then(|id| open.remove(&id)) {
            let _ = stream.shutdown(Shutdown::Both);
        }
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, BTreeMap<u64, (Instant, TcpStream)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Answers the requests of one connection, one after the other.
fn converse(mut stream: TcpStream, answer: &dyn Fn(&Request) -> Answer, heard: &dyn Fn()) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_write_timeout(Some(WRITE_TIME))?;
    let mut buffer = Vec::new();
    loop {
        let request = match read_head(&mut stream, &mut buffer)? {
            None => return Ok(()),
            Some(Ok(request)) => request,
            Some(Err(refusal)) => return refuse(stream, refusal),
        };
        heard();
        let keeps_alive = write(&mut stream, answer(&request), &request)?;
        if !keeps_alive {
            return Ok(());
        }
        heard();
    }
}

/// Reads the next head, and leaves in the buffer what came behind it; `None` where the client has no more to ask.
fn read_head(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> io::Result<Option<Result<Request, Answer>>> {
    let mut part = [0; 4096];
    let mut deadline = Instant::now() + if buffer.is_empty() { IDLE_TIME } else { HEAD_TIME };
    loop {
        if let Some((result, length)) = parse(buffer) {
            buffer.drain(..length);
            return Ok(Some(result));
        }
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            return Err(ErrorKind::TimedOut.into());
        }
        stream.set_read_timeout(Some(left))?;
        let length = stream.read(&mut part)?;
        if length == 0 {
            return Ok(None);
        }
        if buffer.is_empty() {
            deadline = Instant::now() + HEAD_TIME;
        }
        buffer.extend_from_slice(&part[..length]);
    }
}

/// A request and the length of its head, a refusal, or `None` for a head that is not over.
fn parse(buffer: &[u8]) -> Option<(Result<Request, Answer>, usize)> {
    let refused = |status: Status, why: &str| Some((Err(Answer::text(status, format!("{why}\n"))), buffer.len()));
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut head = httparse::Request::new(&mut headers);
    let within = &buffer[..buffer.len().min(HEAD_BYTES)];
    let length = match head.parse(within) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) if buffer.len() < HEAD_BYTES => return None,
        Ok(httparse::Status::Partial) | Err(httparse::Error::TooManyHeaders) => {
            return refused(TOO_LARGE, "the head of the request is too large");
        }
        Err(_) => return refused(BAD_REQUEST, "this is no HTTP request"),
    };
    let of = |name: &str| -> Vec<&[u8]> {
        head.headers.iter().filter(|header| header.name.eq_ignore_ascii_case(name)).map(|header| header.value).collect()
    };
    let is_head = match head.method {
        Some("GET") => false,
        Some("HEAD") => true,
        _ => {
            let answer = Answer::text(METHOD_NOT_ALLOWED, "only GET and HEAD\n").with("Allow", "GET, HEAD");
            return Some((Err(answer), buffer.len()));
        }
    };
    if !of("transfer-encoding").is_empty() || of("content-length").iter().any(|length| *length != b"0") {
        return refused(BAD_REQUEST, "a GET request has no body");
    }
    let host = match of("host")[..] {
        [host] => std::str::from_utf8(host).unwrap_or_default().trim().to_owned(),
        // Before HTTP/1.1 there need be none, and then nobody knows whom it was meant for.
        _ => return refused(BAD_REQUEST, "a request names one host"),
    };
    let target = head.path.unwrap_or_default();
    let path = target.split(['?', '#']).next().unwrap_or_default().to_owned();
    if !path.starts_with('/') {
        return refused(BAD_REQUEST, "a path begins with a slash");
    }
    let closes = of("connection").iter().any(|value| value.eq_ignore_ascii_case(b"close"));
    let keeps_alive = head.version == Some(1) && !closes;
    Some((Ok(Request { path, host, is_head, keeps_alive }), length))
}

/// Writes an answer; whether the connection can be used again.
fn write(stream: &mut TcpStream, answer: Answer, request: &Request) -> io::Result<bool> {
    let is_stream = matches!(answer.body, Body::Stream(_));
    let keeps_alive = request.keeps_alive && !is_stream;
    let mut bytes = Vec::new();
    write!(bytes, "HTTP/1.1 {} {}\r\n", answer.status.0, answer.status.1)?;
    write!(bytes, "Content-Type: {}\r\nX-Content-Type-Options: nosniff\r\n", answer.content_type)?;
    for (name, value) in &answer.headers {
        write!(bytes, "{name}: {value}\r\n")?;
    }
    if let Body::Bytes(body) = &answer.body {
        write!(bytes, "Content-Length: {}\r\n", body.len())?;
    }
    bytes.extend_from_slice(if keeps_alive { b"\r\n" } else { b"Connection: close\r\n\r\n" });
    match answer.body {
        Body::Bytes(body) => {
            if !request.is_head {
                bytes.extend_from_slice(&body);
            }
            stream.write_all(&bytes)?;
        }
        Body::Stream(write) => {
            stream.write_all(&bytes)?;
            if !request.is_head {
                write(stream)?;
            }
        }
    }
    Ok(keeps_alive)
}

/// Says why, and takes in a little of what the client is still saying: closed at once, it might never read the answer.
fn refuse(mut stream: TcpStream, refusal: Answer) -> io::Result<()> {
    let request = Request { path: String::new(), host: String::new(), is_head: false, keeps_alive: false };
    write(&mut stream, refusal, &request)?;
    stream.shutdown(Shutdown::Write)?;
    let (deadline, mut part) = (Instant::now() + DRAINED.0, [0; 4096]);
    let mut left = DRAINED.1;
    stream.set_read_timeout(Some(DRAINED.0))?;
    while left > 0 && Instant::now() < deadline {
        match stream.read(&mut part)? {
            0 => break,
            length => left = left.saturating_sub(length),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(head: &str) -> Result<(String, bool), u16> {
        let (result, _) = parse(head.as_bytes()).expect("a whole head");
        result.map(|request| (request.path, request.keeps_alive)).map_err(|answer| answer.status.0)
    }

    #[test]
    fn s11_a_request_is_a_path_and_a_host() {
        let path = |text: &str| Ok((text.to_owned(), true));
        assert_eq!(parsed("GET /a/?x=1#y HTTP/1.1\r\nHost: a\r\n\r\n"), path("/a/"));
        assert_eq!(parsed("HEAD / HTTP/1.1\r\nhost: a\r\n\r\n"), path("/"));
        assert_eq!(parsed("GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n"), Ok(("/".into(), false)));
        assert_eq!(parsed("GET / HTTP/1.0\r\nHost: a\r\n\r\n"), Ok(("/".into(), false)));
    }

    #[test]
    fn s11_what_is_no_plain_request_is_refused() {
        let many = "X: y\r\n".repeat(100);
        let long = "y".repeat(HEAD_BYTES);
        for (head, status) in [
            ("POST / HTTP/1.1\r\nHost: a\r\n\r\n", 405),
            ("TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", 405),
            ("GET / HTTP/1.1\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
            ("GET a HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("GET http://b/ HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n", 400),
            ("GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n", 400),
            ("\u{16}\u{3}\u{1}\u{2}\r\n\r\n", 400),
            (&format!("GET / HTTP/1.1\r\nHost: a\r\n{many}\r\n"), 431),
            (&format!("GET / HTTP/1.1\r\nHost: a\r\nX: {long}"), 431),
            (&format!("GET /{long} HTTP/1.1\r\nHost: a\r\n\r\n"), 431),
        ] {
            assert_eq!(parsed(head), Err(status), "{}", &head[..head.len().min(60)]);
        }
    }

    #[test]
    fn what_comes_behind_a_head_is_the_next_request() {
        let one = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n";
        let both = format!("{one}GET /b HTTP/1.1\r\n");
        assert_eq!(parse(both.as_bytes()).expect("a head").1, one.len());
        assert!(parse(&both.as_bytes()[one.len()..]).is_none());
    }
}
