//! What hosts take, as they document it, and warnings for sites that exceed it (looked up in 2026).
//!
//! Beyond a limit a host drops rules without a word, so the build says it. The site is whole all the same: a page stands at
//! each old address that the host would not know.

use super::{Host, HostFile};
use crate::diagnostic::Diagnostic;

/// One limit: of which host, in which file, on what, how much.
struct Limit {
    host: Host,
    file: &'static str,
    what: &'static str,
    most: usize,
    /// What of the file is counted.
    count: fn(&str) -> usize,
}

/// Files of a site on Cloudflare's free plan (developers.cloudflare.com/pages/platform/limits).
const CLOUDFLARE_FILES: usize = 20_000;

const LIMITS: [Limit; 5] = [
    // developers.cloudflare.com/pages/configuration/redirects
    Limit { host: Host::Cloudflare, file: "_redirects", what: "redirects", most: 2_000, count: lines },
    Limit { host: Host::Cloudflare, file: "_redirects", what: "characters in a line", most: 1_000, count: longest },
    // developers.cloudflare.com/pages/configuration/headers
    Limit { host: Host::Cloudflare, file: "_headers", what: "rules", most: 100, count: rules },
    Limit { host: Host::Cloudflare, file: "_headers", what: "characters in a line", most: 2_000, count: longest },
    // docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
    Limit {
        host: Host::S3,
        file: "_host/cloudfront-function.js",
        what: "bytes of a function",
        most: 10_240,
        count: str::len,
    },
];

/// Warns of what the host would drop. `count` is how many files the site has in all.
pub fn check(host: Host, files: &[HostFile], count: usize, diagnostics: &mut Vec<Diagnostic>) {
    for limit in LIMITS.iter().filter(|limit| limit.host == host) {
        let Some(file) = files.iter().find(|file| file.path == limit.file) else { continue };
        let found = (limit.count)(&file.text);
        if found > limit.most {
            diagnostics.push(exceeded(&format!("`{}`", limit.file), found, limit.what, limit.most));
        }
    }
    if host == Host::Cloudflare && count > CLOUDFLARE_FILES {
        diagnostics.push(exceeded("the site", count, "files", CLOUDFLARE_FILES));
    }
}

fn exceeded(whose: &str, found: usize, what: &str, most: usize) -> Diagnostic {
    Diagnostic::warning("host-limit", format!("{whose} has {found} {what}, and the host takes {most}"))
        .help("remove redirects that nobody follows any more, or choose another host")
}

fn lines(text: &str) -> usize {
    text.lines().count()
}

fn longest(text: &str) -> usize {
    text.lines().map(|line| line.chars().count()).max().unwrap_or_default()
}

fn rules(text: &str) -> usize {
    text.lines().filter(|line| line.starts_with('/')).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn warnings(host: Host, path: &str, text: String, count: usize) -> Vec<String> {
        let mut diagnostics = Vec::new();
        check(host, &[HostFile { path: path.into(), text }], count, &mut diagnostics);
        diagnostics.into_iter().map(|diagnostic| diagnostic.message).collect()
    }

    #[test]
    fn o9_what_a_host_would_drop_is_warned_about() {
        let redirects = |count: usize| "/a /b 301\n".repeat(count);
        let over = "`_redirects` has 2001 redirects, and the host takes 2000";
        assert_eq!(warnings(Host::Cloudflare, "_redirects", redirects(2001), 9), [over]);
        assert_eq!(warnings(Host::Cloudflare, "_redirects", redirects(2000), 20_000), [""; 0]);
        assert_eq!(warnings(Host::Netlify, "_redirects", redirects(2001), 9), [""; 0]);
        let long = "`_redirects` has 1001 characters in a line, and the host takes 1000";
        assert_eq!(warnings(Host::Cloudflare, "_redirects", "ü".repeat(1001), 9), [long]);
        let rules = "`_headers` has 101 rules, and the host takes 100";
        assert_eq!(warnings(Host::Cloudflare, "_headers", "/a\n  b: c\n".repeat(101), 9), [rules]);
        let function = "`_host/cloudfront-function.js` has 10241 bytes of a function, and the host takes 10240";
        assert_eq!(warnings(Host::S3, "_host/cloudfront-function.js", "x".repeat(10_241), 9), [function]);
        let files = "the site has 20001 files, and the host takes 20000";
        assert_eq!(warnings(Host::Cloudflare, "_headers", String::new(), 20_001), [files]);
    }
}
