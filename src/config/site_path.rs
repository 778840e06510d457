//! Paths below the base URL, as people write them.

/// Reads a path such as `/old/role` or `/old.html`, unencoded. A last part without an ending is a folder, so that it
/// gets a slash. `None` for what leads out of the site or can't be a file everywhere: `..`, `\`, `%`, a query, a control
/// character.
pub fn site_path(text: &str) -> Option<String> {
    let inner = text.trim().strip_prefix('/')?;
    let is_plain = |c: char| !c.is_control() && !r#"\%?#<>"|*:"#.contains(c);
    let parts: Vec<&str> = inner.split('/').filter(|part| !part.is_empty()).collect();
    if !inner.chars().all(is_plain) || parts.iter().any(|part| matches!(*part, "." | "..")) {
        return None;
    }
    let is_file = parts.last().is_some_and(|last| last.contains('.')) && !inner.ends_with('/');
    let path = parts.join("/");
    Some(if path.is_empty() || is_file { format!("/{path}") } else { format!("/{path}/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn o4_old_addresses_are_read_as_people_write_them() {
        for (text, path) in [
            ("/old", "/old/"),
            ("/old/role/", "/old/role/"),
            (" //old//role ", "/old/role/"),
            ("/old.html", "/old.html"),
            ("/v1.2/", "/v1.2/"),
            ("/", "/"),
            ("/stellen/bäcker", "/stellen/bäcker/"),
        ] {
            assert_eq!(site_path(text).as_deref(), Some(path), "{text}");
        }
        for text in ["old", "", "/../x", "/a/./b", "/a\\b", "/a%20b", "/a?b", "/a#b", "/a\nb", "https://x/"] {
            assert_eq!(site_path(text), None, "{text}");
        }
    }
}
