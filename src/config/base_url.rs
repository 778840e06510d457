//! Where a site will be found.

/// An address such as `https://example.com/careers/`, in its two parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BaseUrl {
    origin: String,
    path: String,
}

impl BaseUrl {
    /// Reads an `http:` or `https:` address. `None` for anything else, and for one with a query or a fragment.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
        let host_end = rest.find('/').unwrap_or(rest.len());
        let (host, path) = rest.split_at(host_end);
        let allowed = |c: char| c.is_ascii_alphanumeric() || "-._~%/:@[]".contains(c);
        if host.is_empty() || !rest.chars().all(allowed) {
            return None;
        }
        let scheme_length = text.len() - rest.len();
        let origin = format!("{}{}", &text[..scheme_length], host.to_ascii_lowercase());
        let inner = path.trim_matches('/');
        let path = if inner.is_empty() { "/".into() } else { format!("/{inner}/") };
        Some(Self { origin, path })
    }

    /// Reads an address that has no path: scheme, host and port. `None` for anything else.
    pub fn parse_origin(text: &str) -> Option<String> {
        Self::parse(text).filter(|url| url.path == "/" && !url.origin.contains('@')).map(|url| url.origin)
    }

    /// Scheme and host: `https://example.com`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The path, with a slash at both ends.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole address of a route below it: `https://example.com/careers/jobs/baker/` for `/jobs/baker/`.
    pub fn join(&self, route: &str) -> String {
        format!("{}{}{}", self.origin, self.path, route.trim_start_matches('/'))
    }
}

/// An address of the web that is written whole; `None` for anything else.
pub fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let has_host = rest.starts_with(char::is_alphanumeric) || rest.starts_with('[');
    (has_host && !rest.contains(char::is_whitespace)).then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn o4_a_base_url_may_have_a_path() {
        for (text, origin, path) in [
            ("https://example.com", "https://example.com", "/"),
            ("https://example.com/", "https://example.com", "/"),
            ("http://Example.com:8080/a/b", "http://example.com:8080", "/a/b/"),
        ] {
            let url = BaseUrl::parse(text).expect("an address");
            assert_eq!((url.origin(), url.path()), (origin, path));
        }
    }

    #[test]
    fn o4_routes_are_joined_below_the_path() {
        let join = |base: &str, route: &str| BaseUrl::parse(base).expect("an address").join(route);
        assert_eq!(join("https://example.com", "/jobs/a/"), "https://example.com/jobs/a/");
        assert_eq!(join("https://example.com/careers", "/"), "https://example.com/careers/");
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for text in ["", "example.com", "ftp://example.com", "https://", "https://a b", "https://a/?q", "https://a/\"x"]
        {
            assert_eq!(BaseUrl::parse(text), None, "{text}");
        }
    }
}
