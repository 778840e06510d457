//! robots.txt (RFC 9309): everything may be read, and here is the sitemap.

use crate::config::BaseUrl;

/// Crawlers look for it at the root of a host; below a path it does no harm.
pub(super) fn render(base: Option<&BaseUrl>) -> String {
    let sitemap = base.map(|base| format!("\nSitemap: {}\n", base.join("/sitemap.xml"))).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn o1_robots_txt_lets_everybody_in_and_names_the_sitemap() {
        let base = BaseUrl::parse("https://example.com/careers/").expect("an address");
        let expected = "User-agent: *\nAllow: /\n\nSitemap: https://example.com/careers/sitemap.xml\n";
        assert_eq!(render(Some(&base)), expected);
        assert_eq!(render(None), "User-agent: *\nAllow: /\n");
    }
}
