//! A page at an old address that leads to the new one, for hosts that can't redirect by themselves.

use crate::config::BaseUrl;
use crate::model::{Redirect, Target};
use crate::render::language::Language;

/// The file below the output folder; `None` where nothing is to be found there.
pub(super) fn path(redirect: &Redirect) -> Option<String> {
    let inner = redirect.from.trim_start_matches('/');
    let file = if inner.ends_with('/') || inner.is_empty() { format!("{inner}index.html") } else { inner.to_owned() };
    (redirect.to != Target::Gone).then_some(file)
}

/// The page. Search engines take an instant refresh for a permanent redirect.
pub(super) fn render(redirect: &Redirect, base: Option<&BaseUrl>, words: &Language) -> String {
    let url = match (&redirect.to, base) {
        (Target::Elsewhere(url), _) => url.clone(),
        (Target::Page(path), Some(base)) => base.join(path),
        (Target::Page(path), None) => path.clone(),
        (Target::Gone, _) => String::new(),
    };
    let url = quick_xml::escape::escape(&url);
    let title = words.say("moved.title", &[]);
    let (title, language) = (quick_xml::escape::escape(&title), quick_xml::escape::escape(words.tag()));
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"{url}\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={url}\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <p><a href=\"{url}\">{url}</a></p>\n</main>\n</body>\n</html>\n"
    )
}
