//! An include file for nginx: `include /srv/site/_host/nginx.conf;` in a `server` whose `root` holds the site.
//!
//! It needs no module beyond those that every distribution builds in. Files with `.gz` beside them are sent by
//! `gzip_static`; those with `.br` by a rewrite to that file, which a location of its own gives its type and encoding. All
//! headers stand at one level, since nginx drops inherited ones where a location adds any, and what differs from file to
//! file is in variables. Server rewrites run again on internal redirects, so that these follow the file that is sent.

use std::fmt::Write as _;

use super::policy::{
    self, EMBED_FOLDER, EMBED_LIST, IMMUTABLE, IMMUTABLE_FOLDER, NOBODY, PERMISSIONS_POLICY, REFERRER_POLICY,
    REVALIDATE, TYPES,
};
use super::{PRIVATE_FOLDER, below, destination};
use crate::model::{Redirect, Site, State};

/// Types of files that are sent compressed: a pattern for their ends, and the type. Special names come first, since
/// the first that fits holds.
const COMPRESSED: [(&str, &str); 8] = [
    (r"\.html", "text/html; charset=utf-8"),
    (r"\.css", "text/css; charset=utf-8"),
    (r"\.m?js", "text/javascript; charset=utf-8"),
    (r"\.json", "application/json"),
    (r"\.xml", "text/xml; charset=utf-8"),
    (r"\.svg", "image/svg+xml"),
    (r"\.csv", "text/csv; charset=utf-8"),
    (r"\.(?:txt|md)", "text/plain; charset=utf-8"),
];

/// Sends the file with `.br` at its end, where there is one and the reader takes it.
const SEND_BROTLI: &str = "if (-f $request_filename.$careers_br) { set $careers_encoding br; \
     set $careers_vary Accept-Encoding; rewrite ^ $uri.br last; }";

/// The whole file.
pub(super) fn render(site: &Site) -> String {
    let base = site.config.base_path();
    let mut text = variables(base, policy::embedders(&site.config).as_deref().unwrap_or(NOBODY));
    text.push_str(&lost(site, base));
    if base != "/" {
        let without_slash = base.trim_end_matches('/');
        let _ = writeln!(text, "location = \"{without_slash}\" {{ absolute_redirect off; return 301 \"{base}\"; }}\n");
    }
    let _ = write!(text, "location ^~ \"{base}\" {{\n{}", indented(&common(base)));
    text.push_str(&indented(&types()));
    let own = site.all().flat_map(|edition| &edition.postings).filter(|published| !published.is_guest);
    for published in own.filter(|published| published.state == State::Closed) {
        let path = below(base, &published.route);
        let _ = writeln!(text, "  location = \"{path}\" {{ error_page 410 \"{path}index.html\"; return 410; }}");
    }
    for redirect in &site.redirects {
        text.push_str(&indented(&moved(redirect, base)));
    }
    text.push_str("}\n");
    text
}

/// What differs from file to file.
fn variables(base: &str, embedders: &str) -> String {
    let assets = pattern(&below(base, IMMUTABLE_FOLDER));
    let (embed, list) = (pattern(&below(base, EMBED_FOLDER)), below(base, EMBED_LIST));
    format!(
        r#"# Made by careers. In a `server` whose `root` is the folder that holds {base}
set $careers_br none;
if ($http_accept_encoding ~* "(?:^|[\s,])br(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))") {{ set $careers_br br; }}
set $careers_encoding "";
set $careers_vary "";
set $careers_cache "{REVALIDATE}";
if ($uri ~ "^{assets}") {{ set $careers_cache "{IMMUTABLE}"; }}
set $careers_ancestors "{NOBODY}";
if ($uri ~ "^{embed}") {{ set $careers_ancestors "{embedders}"; }}
set $careers_readers "";
if ($uri = "{list}") {{ set $careers_readers "*"; }}

"#
    )
}

/// The page for what is not found, in the language of the address.
fn lost(site: &Site, base: &str) -> String {
    let mut text = format!("set $careers_lost \"{base}404.html\";\n");
    for edition in &site.others {
        let (folder, page) = (pattern(&below(base, &edition.below("/"))), below(base, &edition.below("/404.html")));
        let _ = writeln!(text, "if ($uri ~ \"^{folder}\") {{ set $careers_lost \"{page}\"; }}");
    }
    text + "\n"
}

/// What holds for all files. A path that begins with two slashes would redirect to another host, so it is left alone.
fn common(base: &str) -> String {
    let pattern = pattern(base);
    let private = below(base, PRIVATE_FOLDER);
    let policy = policy::content_security_policy("$careers_ancestors");
    format!(
        r#"index index.html;
absolute_redirect off;
gzip_static on;
gzip_vary on;
charset utf-8;
charset_types text/css text/plain text/xml text/javascript application/javascript;
error_page 404 410 $careers_lost;
add_header Content-Security-Policy "{policy}" always;
add_header X-Content-Type-Options nosniff always;
add_header Referrer-Policy {REFERRER_POLICY} always;
add_header Permissions-Policy "{PERMISSIONS_POLICY}" always;
add_header Access-Control-Allow-Origin $careers_readers always;
add_header Cache-Control $careers_cache always;
add_header Content-Encoding $careers_encoding always;
add_header Vary $careers_vary always;
if ($request_uri ~ "^({pattern}(?:[^/?\x5c][^?]*/)?)index\.html(\?.*)?$") {{ return 301 $1$2; }}
{SEND_BROTLI}
location ^~ "{private}/" {{ return 404; }}
"#
    )
}

fn types() -> String {
    let mut text = String::new();
    for (end, media_type) in TYPES {
        let end = pattern(end);
        let _ = writeln!(text, "location ~ \"{end}$\" {{ types {{ }} default_type \"{media_type}\"; {SEND_BROTLI} }}");
        text.push_str(&brotli(&end, media_type));
    }
    text.extend(COMPRESSED.iter().map(|(end, media_type)| brotli(end, media_type)));
    text
}

/// A compressed file is only ever sent in place of its original.
fn brotli(end: &str, media_type: &str) -> String {
    format!("location ~ \"{end}\\.br$\" {{ internal; gzip off; types {{ }} default_type \"{media_type}\"; }}\n")
}

/// nginx compares with the decoded path. An old folder is found with and without its slash.
fn moved(redirect: &Redirect, base: &str) -> String {
    let from = below(base, &redirect.from);
    let answer = match destination(redirect, base) {
        Some(to) => format!("return 301 \"{to}\";"),
        None => "return 410;".into(),
    };
    let both = [Some(from.as_str()), from.strip_suffix('/')];
    let line = |from: &str| format!("location = \"{from}\" {{ {answer} }}\n");
    both.into_iter().flatten().map(line).collect()
}

/// A regular expression for the text itself.
fn pattern(text: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "/-_".contains(c);
    text.chars().flat_map(|c| (!is_plain(c)).then_some('\\').into_iter().chain([c])).collect()
}

fn indented(text: &str) -> String {
    text.lines().flat_map(|line| ["  ", line, "\n"]).collect()
}
