//! A page at an old address that leads to the new one, for hosts that can't redirect by themselves.

use crate::config::BaseUrl;
use crate::model::{Redirect, Target};

/// The file below the output folder; `None` where nothing is to be found there.
pub(super) fn path(redirect: &Redirect) -> Option<String> {
    let inner = redirect.from.trim_start_matches('/');
    let file = if inner.ends_with('/') || inner.is_empty() { format!("{inner}index.html") } else { inner.to_owned() };
    (redirect.to != Target::Gone).then_some(file)
}

/// The page. Search engines take an instant refresh for a permanent redirect.
pub(super) fn render(redirect: &Redirect, base: Option<&BaseUrl>) -> String {
    let url = match (&redirect.to, base) {
        (Target::Elsewhere(url), _) => url.clone(),
        (Target::Page(path), Some(base)) => base.join(path),
        (Target::Page(path), None) => path.clone(),
        (Target::Gone, _) => String::new(),
    };
    let url = quick_xml::escape::escape(&url);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>This page has moved</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"{url}\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={url}\">\n</head>\n<body>\n<main>\n<h1>This page has moved</h1>\n\
         <p><a href=\"{url}\">{url}</a></p>\n</main>\n</body>\n</html>\n"
    )
}
