//! A running `careers serve`, and a client that says exactly what it means to.
//!
//! ```ignore
//! let site = TestSite::new().seed("a.md", "# A\n");
//! let served = Served::start(&site, &[]);
//! site.edit("seeds/a.md", "# B\n");
//! served.until("the change is shown", || served.get("/jobs/a/").body.contains("<h1>B"));
//! ```
//!
//! What happens in its own time is waited for by asking again and again, for as long as a busy machine may take.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use crate::harness::TestSite;

/// Longer than anything takes that happens at all.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running `careers serve`, ended when it is let go.
pub(crate) struct Served {
    child: Child,
    lines: Arc<Mutex<Vec<String>>>,
    /// Where it listens.
    pub address: SocketAddr,
    /// The path of its base URL.
    pub base: String,
}

/// What a request got.
#[derive(Debug)]
pub(crate) struct Got {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Served {
    /// Starts it on a port of its own, as of 2026-06-01, and waits until it says where.
    pub(crate) fn start(site: &TestSite, arguments: &[&str]) -> Self {
        let dated: &[&str] = if arguments.contains(&"--date") { &[] } else { &["--date", "2026-06-01"] };
        Self::spawn(site.command(&[&["serve", "--port", "0"], dated, arguments].concat()))
    }

    /// Starts a command that serves, and waits until it says where.
    pub(crate) fn spawn(mut command: std::process::Command) -> Self {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program runs");
        let lines: Arc<Mutex<Vec<String>>> = Arc::default();
        let stdout: Box<dyn std::io::Read + Send> = Box::new(child.stdout.take().expect("its output"));
        let stderr: Box<dyn std::io::Read + Send> = Box::new(child.stderr.take().expect("its errors"));
        for pipe in [stdout, stderr] {
            let lines = lines.clone();
            thread::spawn(move || {
                for line in BufReader::new(pipe).lines().map_while(Result::ok) {
                    lines.lock().expect("the lines").push(line);
                }
            });
        }
        let mut served = Self { child, lines, address: ([127, 0, 0, 1], 0).into(), base: String::new() };
        let url = served.until_some("it says where it listens", || {
            let line = served.lines().into_iter().find(|line| line.starts_with("serving "))?;
            line.split_once("http://").and_then(|(_, url)| url.split(' ').next()).map(str::to_owned)
        });
        let (address, base) = url.split_once('/').expect("a path");
        served.address = address.replace("localhost", "127.0.0.1").parse().expect("an address");
        served.base = format!("/{base}");
        served
    }

    /// What it has printed so far.
    pub(crate) fn lines(&self) -> Vec<String> {
        self.lines.lock().expect("the lines").clone()
    }

    /// The lines of rebuilds so far.
    pub(crate) fn rebuilds(&self) -> Vec<String> {
        self.lines().into_iter().filter(|line| line.contains(" ms") && !line.starts_with("serving")).collect()
    }

    /// Asks for a path, as a browser does.
    pub(crate) fn get(&self, path: &str) -> Got {
        let head = format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address);
        self.say(head.as_bytes())
    }

    /// Sends bytes, and reads to the end of the answer.
    pub(crate) fn say(&self, bytes: &[u8]) -> Got {
        let mut stream = self.connect();
        // It may refuse before it has heard all.
        let _ = stream.write_all(bytes);
        let mut answer = Vec::new();
        let _ = stream.read_to_end(&mut answer);
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap_or((&answer, ""));
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        Got { status, head: head.to_owned(), body: body.to_owned() }
    }

    /// A connection that nothing has been said on.
    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time");
        stream
    }

    /// The next event that is not about what `seen` was.
    pub(crate) fn event(&self, seen: impl Fn(&serde_json::Value) -> bool) -> serde_json::Value {
        let mut stream = self.connect();
        write!(stream, "GET {}_careers/events HTTP/1.1\r\nHost: localhost\r\n\r\n", self.base).expect("a request");
        for line in BufReader::new(stream).lines() {
            let line = line.expect("an event in time");
            if let Some(event) = line.strip_prefix("data: ").map(|data| serde_json::from_str(data).expect("JSON"))
                && seen(&event)
            {
                return event;
            }
        }
        panic!("the stream has ended");
    }

    /// Waits until something holds.
    #[track_caller]
    pub(crate) fn until(&self, what: &str, holds: impl Fn() -> bool) {
        self.until_some(what, || holds().then_some(()));
    }

    /// Waits until there is something.
    #[track_caller]
    pub(crate) fn until_some<T>(&self, what: &str, find: impl Fn() -> Option<T>) -> T {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(found) = find() {
                return found;
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("not in time: {what}\n{}", self.lines().join("\n"));
    }

    /// Saves a file that nothing else is about, and waits until that is shown: all that was saved before has been seen.
    pub(crate) fn fence(&self, site: &TestSite, word: &str) {
        site.edit("seeds/fence.md", format!("# Fence\n\nThe word is {word}.\n"));
        self.until("the fence is shown", || self.get(&format!("{}jobs/fence/", self.base)).body.contains(word));
    }

    /// Sends a signal.
    #[cfg(unix)]
    pub(crate) fn signal(&self, name: &str) {
        let status = std::process::Command::new("kill").args([name, &self.child.id().to_string()]).status();
        assert!(status.expect("`kill` runs").success());
    }

    /// Waits for its end; its exit code.
    pub(crate) fn ended(mut self) -> Option<i32> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait().expect("a status") {
                return status.code();
            }
            thread::sleep(Duration::from_millis(10));
        }
        panic!("it does not end");
    }

    /// Its process.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Got {
    /// The page without what a preview adds to it.
    pub(crate) fn page(&self) -> String {
        without_script(&self.body)
    }
}

/// A page without the element that a preview adds.
pub(crate) fn without_script(page: &str) -> String {
    let Some(at) = page.rfind("<script src=").filter(|at| page[*at..].contains("_careers/live.js\" data-scene="))
    else {
        return page.to_owned();
    };
    let end = page[at..].find("</script>\n").expect("its end") + "</script>\n".len();
    format!("{}{}", &page[..at], &page[at + end..])
}
