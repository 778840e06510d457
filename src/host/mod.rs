//! What a host has to be told beside the site itself: headers, redirects, what is gone.
//!
//! In go a [`Site`] and a [`Host`], out come [`HostFile`]s in that host's own dialect, and warnings where they exceed what
//! it takes. Pure. What one cannot express there is left out, never approximated; `docs/deploying.md` tells what each host
//! can do. Nothing is uploaded from here.

mod cloudfront;
mod limits;
mod nginx;
mod policy;
mod rules;

pub use self::limits::check;

use crate::config::BaseUrl;
use crate::model::{Redirect, Site, Target};

/// The folder below the output that holds what the host reads and nobody else should.
pub const PRIVATE_FOLDER: &str = "_host";

/// Where a site is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Host {
    /// Nobody said: the files that several hosts read, and others leave alone.
    #[default]
    Any,
    /// Cloudflare Pages.
    Cloudflare,
    /// GitHub Pages.
    Github,
    /// Netlify.
    Netlify,
    /// A server of one's own.
    Nginx,
    /// S3 behind CloudFront.
    S3,
}

/// A file for the host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HostFile {
    /// Its path below the output folder.
    pub path: String,
    /// What is in it.
    pub text: String,
}

impl Host {
    /// Whether it redirects from every old address by itself, so that there need be no page that does.
    pub fn redirects_all(self) -> bool {
        matches!(self, Self::Netlify | Self::Nginx)
    }
}

/// Everything that a host has to be told, in a fixed order.
pub fn files(site: &Site, host: Host) -> Vec<HostFile> {
    let headers = || Some(HostFile::new("_headers", rules::headers(site)));
    let redirects = |status, others: String| {
        let text = rules::redirects(site, status) + &others;
        (!text.is_empty()).then(|| HostFile::new("_redirects", text))
    };
    let nojekyll = || Some(HostFile::new(".nojekyll", String::new()));
    let private = |name: &str, text| Some(HostFile::new(&format!("{PRIVATE_FOLDER}/{name}"), text));
    let wanted = match host {
        Host::Any => vec![headers(), redirects("301", String::new()), nojekyll()],
        Host::Cloudflare => vec![headers(), redirects("301", String::new())],
        // Without the mark, a file at the old address would win.
        Host::Netlify => vec![headers(), redirects("301!", rules::not_found(site))],
        Host::Github => vec![nojekyll(), site.config.site.base_url.as_ref().and_then(cname)],
        Host::Nginx => vec![private("nginx.conf", nginx::render(site))],
        Host::S3 => vec![
            private("cloudfront-function.js", cloudfront::function(site)),
            private("cloudfront-headers.json", cloudfront::headers()),
            private("cloudfront-headers-embed.json", cloudfront::embed_headers(site)),
        ],
    };
    wanted.into_iter().flatten().collect()
}

impl HostFile {
    fn new(path: &str, text: String) -> Self {
        Self { path: path.to_owned(), text }
    }
}

/// The file by which GitHub Pages knows a site's own host. A path means that the host is another repository's.
fn cname(base: &BaseUrl) -> Option<HostFile> {
    let (_, host) = base.origin().split_once("://")?;
    let is_own = base.path() == "/" && !host.contains([':', '[']) && !host.ends_with(".github.io");
    is_own.then(|| HostFile::new("CNAME", format!("{host}\n")))
}

/// Where a redirect leads, as the host has to send it; `None` where there is nothing any more.
fn destination(redirect: &Redirect, base_path: &str) -> Option<String> {
    match &redirect.to {
        Target::Page(path) => Some(encoded(&below(base_path, path))),
        Target::Elsewhere(url) => Some(encoded_url(url)),
        Target::Gone => None,
    }
}

/// A path of the site as the host sees it: `/careers/old/` for `/old/`.
fn below(base_path: &str, path: &str) -> String {
    format!("{base_path}{}", path.trim_start_matches('/'))
}

/// A path in which every character that means something to somebody is percent-encoded.
fn encoded(path: &str) -> String {
    percent(path, |byte| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte))
}

/// An address of another site, made safe for quotes, variables and lists of words.
fn encoded_url(url: &str) -> String {
    percent(url, |byte| byte.is_ascii_graphic() && !b"\"$'<>\\`".contains(&byte))
}

fn percent(text: &str, stays: impl Fn(u8) -> bool) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::with_capacity(text.len()), |mut out, byte| {
        if stays(byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}

#[cfg(test)]
mod tests {

    use super::*;
    use crate::config::Config;
    use crate::diagnostic::Diagnostic;
    use crate::model::tests::arrival;
    use crate::source::SourceFile;

    /// A site of one posting, with a configuration.
    pub(super) fn configured(config: &str) -> Site {
        let mut diagnostics: Vec<Diagnostic> = Vec::new();
        let config = Config::read(&SourceFile::new("careers.toml", config), &mut diagnostics);
        assert_eq!(diagnostics, []);
        crate::model::tests::configured(config, vec![arrival("baker.md", "Baker")])
    }

    fn names(site: &Site, host: Host) -> Vec<String> {
        files(site, host).into_iter().map(|file| file.path).collect()
    }

    #[test]
    fn o9_each_host_gets_what_it_reads_and_nothing_else() {
        let site =
            configured("[site]\nbase_url = \"https://jobs.example.com\"\n[[redirects]]\nfrom = \"/old\"\nto = \"/\"\n");
        for (host, expected) in [
            (Host::Any, &["_headers", "_redirects", ".nojekyll"][..]),
            (Host::Cloudflare, &["_headers", "_redirects"]),
            (Host::Netlify, &["_headers", "_redirects"]),
            (Host::Github, &[".nojekyll", "CNAME"]),
            (Host::Nginx, &["_host/nginx.conf"]),
            (
                Host::S3,
                &[
                    "_host/cloudfront-function.js",
                    "_host/cloudfront-headers.json",
                    "_host/cloudfront-headers-embed.json",
                ],
            ),
        ] {
            assert_eq!(names(&site, host), expected, "{host:?}");
        }
        assert_eq!(names(&configured(""), Host::Any), ["_headers", ".nojekyll"], "nothing to redirect");
    }

    #[test]
    fn o9_a_cname_is_for_a_host_of_the_sites_own() {
        for (url, host) in [
            ("https://jobs.example.com", Some("jobs.example.com\n")),
            ("https://acme.github.io", None),
            ("https://acme.github.io/careers", None),
            ("https://example.com/careers/", None),
            ("http://127.0.0.1:8080", None),
        ] {
            let base = BaseUrl::parse(url).expect("an address");
            assert_eq!(cname(&base).map(|file| file.text).as_deref(), host, "{url}");
        }
    }

    #[test]
    fn o4_addresses_are_encoded_for_every_dialect() {
        assert_eq!(encoded("/stellen/bäcker $1/"), "/stellen/b%C3%A4cker%20%241/");
        assert_eq!(
            encoded_url("https://x.example/?a=1&b=\"$c\" ü#d"),
            "https://x.example/?a=1&b=%22%24c%22%20%C3%BC#d"
        );
    }
}
