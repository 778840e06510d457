//! A request becomes an answer: the page of a route, a file, the site's own 404 page, or the server's own things.
//!
//! Everything is looked up in the site that is shown, exact in every letter, so that no path can lead anywhere else.
//! Pages are those of a build; what a preview adds is one script element, put in here and nowhere else, so that it can't
//! get into the output.

use std::io::{self, Write};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use super::http::{Answer, BAD_REQUEST, Body, FORBIDDEN, FOUND, NOT_FOUND, OK, Request, SERVER_ERROR, Status};
use super::problems;
use super::stage::{Scene, Stage};
use crate::diagnostic::Diagnostic;
use crate::discover;
use crate::host::{self, Host};
use crate::model::{AssetContent, Route, State};
use crate::picture;
use crate::render::{Page, Renderer};
use crate::report::Reporter;

/// The server's own folder below the base URL; no site has a page there.
const OWN: &str = "_careers/";
const SCRIPT: &str = include_str!("live.js");
/// How often a stream of events shows that it is alive: often enough for what may stand between.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Who may be asked for what.
pub(super) struct Desk {
    pub stage: Arc<Stage>,
    /// Names that the server may be called by, beside addresses and `localhost`.
    pub hosts: Vec<String>,
    /// Says in the terminal what went wrong while a page was rendered.
    pub reporter: Reporter,
}

impl Desk {
    pub(super) fn answer(&self, request: &Request) -> Answer {
        if !self.is_known(&request.host) {
            // The name itself is not repeated: it is the client's own text.
            let text = "this host name is not known here; `careers serve --allow-host NAME` lets it in\n";
            return Answer::text(FORBIDDEN, text);
        }
        let scene = self.stage.now();
        let base = scene.shown.site().config.base_path().to_owned();
        let Some(path) = decoded(&request.path) else { return Answer::text(BAD_REQUEST, "this is no path\n") };
        let Some(inner) = path.strip_prefix(&base) else {
            let above = base.strip_prefix(&*path).is_some();
            return if above { redirect(&base) } else { self.not_found(&scene, &path) };
        };
        match inner.strip_prefix(OWN) {
            Some("live.js") => {
                Answer::new(OK, "text/javascript; charset=utf-8", SCRIPT.as_bytes()).with(NO_STORE.0, NO_STORE.1)
            }
            Some("events") => self.events(),
            Some("") => {
                let html = problems::page(&scene.diagnostics, scene.shown.site(), &base);
                self.page(OK, &scene, html, &path, None)
            }
            Some(_) => self.not_found(&scene, &path),
            None => self.of_site(&scene, inner, &path),
        }
    }

    /// Names lead here from anywhere by DNS, so that a page of somebody else's could read what is served (rebinding);
    /// addresses do not.
    fn is_known(&self, host: &str) -> bool {
        let name = match host.strip_prefix('[') {
            Some(rest) => rest.split(']').next().unwrap_or_default(),
            None => host.split(':').next().unwrap_or_default(),
        };
        let known = name.eq_ignore_ascii_case("localhost") || name.parse::<IpAddr>().is_ok();
        known || self.hosts.iter().any(|allowed| allowed.eq_ignore_ascii_case(name))
    }

    /// `inner` is the path below the base URL, without the slash it begins with.
    fn of_site(&self, scene: &Scene, inner: &str, path: &str) -> Answer {
        let site = scene.shown.site();
        let asked = format!("/{inner}");
        // A host gives the same for a folder and for the file in it.
        let route = asked.strip_suffix("index.html").filter(|folder| folder.ends_with('/')).unwrap_or(&asked);
        if let Some((edition, route)) = find(&scene.shown, route) {
            return self.route(OK, scene, (edition, route), path);
        }
        if let Some(file) = scene.shown.theme().static_files().iter().find(|file| file.path == inner) {
            return file_answer(inner, file.bytes.clone());
        }
        if let Some(asset) = site.assets.iter().find(|asset| asset.path == inner) {
            let content = match &asset.content {
                AssetContent::Bytes(bytes) => Some(bytes.to_vec()),
                // The name is that of its content: what has another one by now is another file.
                AssetContent::File(file) => discover::read_bytes(file).ok().filter(|bytes| asset.is_of(bytes)),
            };
            if let Some(content) = content {
                let made = asset.make(&content).unwrap_or_else(|_| picture::stripped(content));
                return file_answer(inner, made.into());
            }
        }
        if let Some(image) = scene.shown.share_image(inner) {
            return file_answer(inner, image.png().into());
        }
        let file = if inner.ends_with('/') { format!("{inner}index.html") } else { inner.to_owned() };
        if let Some((edition, document)) =
            scene.shown.all_documents().into_iter().find(|(_, document)| document.path == file)
        {
            let bytes: Arc<[u8]> = edition.document(&document).into();
            return Answer::new(OK, content_type(&file), bytes).with(NO_STORE.0, NO_STORE.1);
        }
        if let Some(host_file) = host::files(site, Host::Any).into_iter().find(|host_file| host_file.path == inner) {
            let bytes: Arc<[u8]> = host_file.text.into_bytes().into();
            return Answer::new(OK, "text/plain; charset=utf-8", bytes).with(NO_STORE.0, NO_STORE.1);
        }
        match find(&scene.shown, &format!("{asked}/")) {
            Some((edition, route)) => {
                redirect(&format!("{}{}", site.config.base_path().trim_end_matches('/'), route.path(edition.site())))
            }
            None => self.not_found(scene, path),
        }
    }

    fn not_found(&self, scene: &Scene, path: &str) -> Answer {
        let base = scene.shown.site().config.base_path().trim_end_matches('/');
        let holds = |edition: &&Renderer| {
            let start = format!("{base}{}", edition.site().below("/"));
            path.starts_with(&start)
        };
        let edition = scene.shown.all().filter(holds).last().unwrap_or(&scene.shown);
        self.route(NOT_FOUND, scene, (edition, Route::NotFound), path)
    }

    /// The page of a route; where it can't be rendered, the last one that could be, or what is wrong.
    fn route(&self, status: Status, scene: &Scene, (edition, route): (&Renderer, Route), path: &str) -> Answer {
        let site = edition.site();
        let mark = match route {
            Route::Posting(index) => match site.postings[index].state {
                State::Draft => Some("Draft"),
                State::Scheduled => Some("Scheduled"),
                State::Open | State::Closed => None,
            },
            _ => None,
        };
        match rendered(edition, route) {
            Ok(page) => self.page(status, scene, page.html, path, mark),
            Err(error) => {
                self.reporter.diagnostics(&self.stage.failed(&scene.shown, error.into_iter().collect()));
                let scene = self.stage.now();
                let path_of_page = route.path(site);
                let again = |earlier: &Arc<Renderer>| {
                    let (edition, route) = find(earlier, &path_of_page)?;
                    rendered(edition, route).ok()
                };
                let kept = scene.earlier().find_map(again);
                if let Some(page) = kept {
                    return self.page(status, &scene, page.html, path, mark);
                }
                let html = problems::page(&scene.diagnostics, site, site.config.base_path());
                self.page(SERVER_ERROR, &scene, html, path, None)
            }
        }
    }

    fn page(&self, status: Status, scene: &Scene, mut html: String, path: &str, mark: Option<&str>) -> Answer {
        let base = scene.shown.site().config.base_path();
        // Up to the root and down again: whatever stands before the server may put a prefix before all paths.
        let up = "../".repeat(path.matches('/').count() - 1);
        let name = self.stage.name(scene.number);
        let mark = mark.map(|mark| format!(" data-mark=\"{mark}\"")).unwrap_or_default();
        let up = if up.is_empty() { "./" } else { &up };
        let script =
            format!("<script src=\"{up}{}{OWN}live.js\" data-scene=\"{name}\"{mark} async></script>\n", &base[1..]);
        let at = html.rfind("</body>").unwrap_or(html.len());
        html.insert_str(at, &script);
        Answer::new(status, "text/html; charset=utf-8", html.into_bytes()).with(NO_STORE.0, NO_STORE.1)
    }

    /// A stream of every change from now on, beginning with what is shown: whoever was away hears of it.
    fn events(&self) -> Answer {
        let stage = self.stage.clone();
        let tell = move |to: &mut dyn Write| -> io::Result<()> {
            let mut scene = stage.now();
            write!(to, "retry: 500\n\n")?;
            loop {
                let told = serde_json::json!({
                    "scene": stage.name(scene.number),
                    "problems": problems::overlay(&scene.diagnostics),
                });
                write!(to, "data: {told}\n\n")?;
                to.flush()?;
                let number = scene.number;
                scene = stage.after(number, HEARTBEAT);
                while scene.number == number {
                    write!(to, ":\n\n")?;
                    to.flush()?;
                    scene = stage.after(number, HEARTBEAT);
                }
            }
        };
        let answer = Answer::new(OK, "text/event-stream", []).with(NO_STORE.0, NO_STORE.1);
        // Asks proxies such as nginx not to hold events back.
        Answer { body: Body::Stream(Box::new(tell)), ..answer.with("X-Accel-Buffering", "no") }
    }
}

const NO_STORE: (&str, &str) = ("Cache-Control", "no-store");

/// The page at a path below the base URL, in whichever edition it is.
fn find<'a>(shown: &'a Renderer, path: &str) -> Option<(&'a Renderer, Route)> {
    shown.all().find_map(|edition| Some((edition, edition.site().find(path)?)))
}

/// Templates that can't be loaded render nothing, which has been told.
fn rendered(site: &Renderer, route: Route) -> Result<Page, Option<Diagnostic>> {
    if site.theme().is_sound() { site.page(route).map_err(Some) } else { Err(None) }
}

fn redirect(to: &str) -> Answer {
    let location: String = to.chars().filter(|c| !c.is_control()).collect();
    Answer::text(FOUND, "").with("Location", location).with(NO_STORE.0, NO_STORE.1)
}

/// A file whose name its content decides, so that a browser may keep it.
fn file_answer(path: &str, bytes: Arc<[u8]>) -> Answer {
    Answer::new(OK, content_type(path), bytes).with("Cache-Control", "max-age=31536000, immutable")
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "pdf" => "application/pdf",
        "txt" => "text/plain; charset=utf-8",
        "xml" => "application/xml",
        "html" => "text/html; charset=utf-8",
        "mp4" => "video/mp4",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

/// A path without percent-encoding. `None` for what no page can be called: no UTF-8, or a byte that has a meaning of its
/// own once it is decoded.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        if *first == b'%' {
            let code = std::str::from_utf8(after.get(..2)?).ok().filter(|code| !code.starts_with('+'))?;
            let byte = u8::from_str_radix(code, 16).ok()?;
            if byte == b'/' || byte == b'\\' || byte.is_ascii_control() {
                return None;
            }
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).ok().filter(|path| !path.contains('\\'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn s11_paths_are_decoded_once_and_never_into_signs_with_a_meaning() {
        for (path, expected) in [
            ("/a/b.css", Some("/a/b.css")),
            ("/a%20b", Some("/a b")),
            ("/%C3%BC", Some("/ü")),
            ("/%2e%2e/", Some("/../")),
            ("/%252e", Some("/%2e")),
            ("/a%2fb", None),
            ("/a%5Cb", None),
            ("/a\\b", None),
            ("/a%00", None),
            ("/a%0d%0aX: y", None),
            ("/%", None),
            ("/%+1", None),
            ("/%zz", None),
            ("/%ff", None),
        ] {
            assert_eq!(decoded(path).as_deref(), expected, "{path}");
        }
    }
}
