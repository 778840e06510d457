//! `_headers` and `_redirects`, the dialect that Netlify and Cloudflare Pages share.
//!
//! Where two rules fit a path, one host joins their values and another takes the last: so no two rules here give the same
//! header to one path. `*` stands at the end only, and `:name` for one part of a path; both hosts know these.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::policy::{self, IMMUTABLE, IMMUTABLE_FOLDER, PERMISSIONS_POLICY, REFERRER_POLICY};
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
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", REFERRER_POLICY),
            ("Permissions-Policy", PERMISSIONS_POLICY),
        ],
    );
    for (path, policy) in policies(site) {
        rule(&path, &[("Content-Security-Policy", &policy)]);
    }
    rule(&format!("{IMMUTABLE_FOLDER}*"), &[("Cache-Control", IMMUTABLE)]);
    for (edition, (end, media_type)) in site.all().flat_map(|edition| policy::TYPES.map(|rule| (edition, rule))) {
        rule(&edition.below(end), &[("Content-Type", media_type)]);
        if end == policy::FEED {
            // Those of terms: `/tags/rust/feed.xml`.
            rule(&edition.below(&format!("/:kind/:term{end}")), &[("Content-Type", media_type)]);
        }
    }
    rule(policy::EMBED_LIST, &[("Access-Control-Allow-Origin", "*")]);
    text
}

/// Which pages get which policy. Where one of them may be shown in frames, the others can't share a rule with it.
fn policies(site: &Site) -> Vec<(String, String)> {
    let strict = policy::content_security_policy(policy::NOBODY);
    let Some(embedders) = policy::embedders(&site.config) else { return vec![("/*".into(), strict)] };
    let kinds: BTreeSet<String> = {
        let routes =
            |edition: &Site| edition.routes().into_iter().map(|route| kind(&route.path(edition))).collect::<Vec<_>>();
        site.all().flat_map(routes).collect()
    };
    let of_kind = |kind: String| {
        let is_framed = kind.starts_with(policy::EMBED_FOLDER);
        let policy = if is_framed { policy::content_security_policy(&embedders) } else { strict.clone() };
        (kind, policy)
    };
    kinds.into_iter().map(of_kind).collect()
}

/// The pattern for all pages in the same folder at the top: `/tags/*` for `/tags/rust/`.
fn kind(path: &str) -> String {
    match path[1..].split_once('/') {
        Some((folder, _)) => format!("/{folder}/*"),
        None => path.to_owned(),
    }
}

/// `_redirects`, with the status as the host writes it; nothing where nothing leads anywhere. What is gone has no line:
/// neither host can say so, and both answer with the site's page for what is not found.
pub(super) fn redirects(site: &Site, status: &str) -> String {
    let base = site.config.base_path();
    let lines = site.redirects.iter().filter_map(|redirect| {
        let to = destination(redirect, base)?;
        Some(format!("{} {to} {status}\n", encoded(&below(base, &redirect.from))))
    });
    lines.collect()
}

/// The page for what is not found, in the language of the address: Netlify's way. Cloudflare looks for the nearest one by
/// itself.
pub(super) fn not_found(site: &Site) -> String {
    let base = site.config.base_path();
    let line = |edition: &Site| {
        let path = |end: &str| below(base, &edition.below(end));
        format!("{} {} 404\n", path("/*"), path("/404.html"))
    };
    site.others.iter().map(|edition| line(edition)).collect()
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
    fn o9_where_one_page_may_be_framed_each_page_has_one_policy_and_no_other_may_be() {
        let config = "[lists]\npaginate_by = 1\n[embed]\norigins = [\"https://a.example\", \"https://b.example\"]\n";
        let site = configured(config);
        let text = headers(&site);
        let lines: Vec<&str> = text.lines().collect();
        let rules: Vec<(&str, &str)> = lines
            .windows(2)
            .filter_map(|pair| Some((pair[0], pair[1].strip_prefix("  Content-Security-Policy: ")?)))
            .collect();
        for route in site.routes() {
            let path = route.path(&site);
            let fits =
                |pattern: &str| pattern.strip_suffix('*').map_or(pattern == path, |folder| path.starts_with(folder));
            let policies: Vec<&str> =
                rules.iter().filter(|(pattern, _)| fits(pattern)).map(|(_, policy)| *policy).collect();
            let ancestors = if path == "/embed/" { "https://a.example https://b.example" } else { "'none'" };
            assert_eq!(policies, [policy::content_security_policy(ancestors)], "{path}");
        }
        assert!(text.contains("/embed.json\n  Access-Control-Allow-Origin: *\n"), "{text}");
    }

    #[test]
    fn o4_redirects_are_below_the_base_path_and_encoded_and_what_is_gone_has_none() {
        let text = redirects(&configured(CONFIG), "301!");
        assert_eq!(
            text,
            "/careers/b%C3%A4cker%20x.html https://elsewhere.example/a%20b 301!\n\
             /careers/old/ /careers/jobs/baker/ 301!\n"
        );
        let only_gone = "[[redirects]]\nfrom = \"/gone\"\n";
        assert_eq!(redirects(&configured(only_gone), "301"), "");
    }
}
