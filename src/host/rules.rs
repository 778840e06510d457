//! `_headers` and `_redirects`, the dialect that Netlify and Cloudflare Pages share.
//!
//! Where two rules fit a path, one host joins their values and another takes the last: so no two rules here give the same
//! header to one path. `*` stands at the end only, and `:name` for one part of a path; both hosts know these.

use std::fmt::Write as _;

use super::policy::{self, CONTENT_SECURITY_POLICY, IMMUTABLE, IMMUTABLE_FOLDER, PERMISSIONS_POLICY, REFERRER_POLICY};
use super::{below, destination, encoded};
use crate::model::Site;

/// `_headers`. What is not kept for ever has no rule: both hosts say `max-age=0, must-revalidate` by themselves.
pub(super) fn headers(site: &Site) -> String {
    let base = site.config.base_path();
    let mut text = String::new();
    let mut rule = |path: &str, headers: &[(&str, &str)]| {
        let _ = writeln!(text, "{}", below(base, path));
        for (name, value) in headers {
            let _ = writeln!(text, "  {name}: {value}");
        }
    };
    rule(
        "/*",
        &[
            ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", REFERRER_POLICY),
            ("Permissions-Policy", PERMISSIONS_POLICY),
        ],
    );
    rule(&format!("{IMMUTABLE_FOLDER}*"), &[("Cache-Control", IMMUTABLE)]);
    for (end, media_type) in policy::TYPES {
        rule(end, &[("Content-Type", media_type)]);
        // Feeds of terms: `/tags/rust/feed.xml`.
        rule(&format!("/:kind/:term{end}"), &[("Content-Type", media_type)]);
    }
    text
}

/// `_redirects`, with the status as the host writes it; `None` where nothing leads anywhere. What is gone has no line:
/// neither host can say so, and both answer with the site's page for what is not found.
pub(super) fn redirects(site: &Site, status: &str) -> Option<String> {
    let base = site.config.base_path();
    let lines = site.redirects.iter().filter_map(|redirect| {
        let to = destination(redirect, base)?;
        Some(format!("{} {to} {status}\n", encoded(&below(base, &redirect.from))))
    });
    Some(lines.collect::<String>()).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::tests::configured;
    use super::*;

    const CONFIG: &str = "[site]\nbase_url = \"https://example.com/careers/\"\n\
         [[redirects]]\nfrom = \"/old\"\nto = \"/jobs/baker/\"\n[[redirects]]\nfrom = \"/gone\"\n\
         [[redirects]]\nfrom = \"/bäcker x.html\"\nto = \"https://elsewhere.example/a b\"\n";

    #[test]
    fn o9_only_hashed_files_are_kept_for_ever() {
        let text = headers(&configured(CONFIG));
        let immutable: Vec<&str> =
            text.split_inclusive('\n').filter(|line| line.contains("immutable")).map(str::trim).collect();
        assert_eq!(immutable, [format!("Cache-Control: {IMMUTABLE}")]);
        assert!(text.contains(&format!("/careers/assets/*\n  Cache-Control: {IMMUTABLE}\n")), "{text}");
    }

    #[test]
    fn o9_no_two_rules_give_one_header_to_one_path() {
        let text = headers(&configured(CONFIG));
        let names: Vec<&str> =
            text.lines().filter_map(|line| line.strip_prefix("  ")?.split_once(':')).map(|(name, _)| name).collect();
        // Each type's rules are for a file at the top and for one two folders down.
        for name in names.iter().filter(|name| **name != "Content-Type") {
            assert_eq!(names.iter().filter(|other| other == &name).count(), 1, "{name}");
        }
        assert!(text.lines().all(|line| line.starts_with("/careers/") || line.starts_with("  ")), "{text}");
    }

    #[test]
    fn o4_redirects_are_below_the_base_path_and_encoded_and_what_is_gone_has_none() {
        let text = redirects(&configured(CONFIG), "301!").expect("redirects");
        assert_eq!(
            text,
            "/careers/b%C3%A4cker%20x.html https://elsewhere.example/a%20b 301!\n\
             /careers/old/ /careers/jobs/baker/ 301!\n"
        );
        let only_gone = "[[redirects]]\nfrom = \"/gone\"\n";
        assert_eq!(redirects(&configured(only_gone), "301"), None);
    }
}
