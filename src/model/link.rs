//! Addresses inside postings that only the whole site can resolve (I10).
//!
//! In go texts with marks, out come texts with addresses. A link to another posting's file becomes a link to its page, one to a
//! file beside a posting leads to where that is published; the element of a picture says what its forms are.

use std::fmt::Write as _;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::asset::{Address, Assets, Attachment, refused};
use super::{Arrival, Company, StaticPage};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::discover;
use crate::extract::{Embedded, Reference};
use crate::picture::Form;

/// Marks an address that is an index into a draft's references.
const REFERENCE: char = '\u{e000}';
/// Marks an address that is an index into a draft's embedded pictures.
const EMBEDDED: char = '\u{e001}';

/// How wide a picture stands on the page: at most as wide as a line of text.
const SIZES: &str = "(min-width: 45rem) 41rem, 100vw";

/// Everything whose text can hold marks.
pub(super) struct Texts<'a> {
    pub arrivals: &'a mut [Arrival],
    pub companies: &'a mut [Company],
    pub pages: &'a mut [StaticPage],
}

/// Replaces the marks in all postings, in static pages and in what introduces companies, by addresses.
pub(super) fn resolve(
    texts: Texts<'_>,
    routes: &[String],
    assets: &mut Assets,
    config: &Config,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let Texts { arrivals, companies, pages } = texts;
    let has_any = arrivals.iter().any(|arrival| has_marks(&arrival.references, &arrival.embedded))
        || companies.iter().any(|company| has_marks(&company.intro.references, &company.intro.embedded))
        || pages.iter().any(|page| has_marks(&page.text.references, &page.text.embedded));
    if !has_any {
        return;
    }
    let page_routes: Vec<String> = pages.iter().map(|page| page.route.clone()).collect();
    let pages_by_file = pages.iter().map(|page| page.text.path.clone()).zip(page_routes.iter().map(String::as_str));
    let by_file: FxHashMap<Arc<str>, &str> = arrivals
        .iter()
        .zip(routes)
        .map(|(arrival, route)| (arrival.posting.path.clone(), route.as_str()))
        .chain(pages_by_file)
        .collect();
    let seeds = format!("../{}/", config.build.seeds.trim_start_matches("./").trim_end_matches('/'));
    let mut resolver = Resolver { by_file, seeds, assets, base_path: config.base_path(), diagnostics };
    for arrival in arrivals.iter_mut().filter(|arrival| has_marks(&arrival.references, &arrival.embedded)) {
        let posting = &arrival.posting;
        let urls = resolver.urls(&posting.path, &posting.shown, &arrival.references, &arrival.embedded);
        let content = replace_marks(&posting.content, &urls.0, &urls.1).into();
        Arc::make_mut(&mut arrival.posting).content = content;
    }
    let intros = companies.iter_mut().map(|company| &mut company.intro);
    for text in intros.chain(pages.iter_mut().map(|page| &mut page.text)) {
        if has_marks(&text.references, &text.embedded) {
            let urls = resolver.urls(&text.path, &text.shown, &text.references, &text.embedded);
            text.html = replace_marks(&text.html, &urls.0, &urls.1);
        }
    }
}

/// Publishes the marks of companies.
pub(super) fn publish_logos(companies: &mut [Company], assets: &mut Assets, diagnostics: &mut Vec<Diagnostic>) {
    for company in companies {
        let Some(logo) = &company.logo else { continue };
        company.image = assets.image(&company.intro.path, &logo.target, Some(&logo.location));
        if company.image.is_none() {
            diagnostics.push(broken(logo));
        }
    }
}

fn has_marks(references: &[Reference], embedded: &[Embedded]) -> bool {
    !references.is_empty() || !embedded.is_empty()
}

struct Resolver<'a> {
    /// Pages by the paths of files: of postings below the seeds folder, of static pages from there on, as `../pages/x.md`.
    by_file: FxHashMap<Arc<str>, &'a str>,
    /// The seeds folder, as static pages see it.
    seeds: String,
    assets: &'a mut Assets,
    base_path: &'a str,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl Resolver<'_> {
    /// The addresses of what one file refers to, and of the pictures in its text.
    fn urls(
        &mut self,
        path: &Arc<str>,
        shown: &Arc<str>,
        references: &[Reference],
        embedded: &[Embedded],
    ) -> (Vec<Address>, Vec<Address>) {
        let references = references.iter().map(|reference| {
            self.reference(path, reference).unwrap_or_else(|| {
                self.diagnostics.push(broken(reference));
                Address { url: "#".into(), forms: Vec::new() }
            })
        });
        let references = references.collect();
        let embedded = embedded.iter().map(|picture| {
            let attachment = Attachment::embedded(shown.clone(), picture);
            if let Some(refusal) = attachment.refusal() {
                self.diagnostics.push(refused(refusal, &format!("in the text of {shown}"), None));
            }
            self.assets.publish(&attachment, self.base_path, None)
        });
        (references, embedded.collect())
    }

    fn reference(&mut self, path: &Arc<str>, reference: &Reference) -> Option<Address> {
        if let Some(route) = self.page(path, &reference.target) {
            let url = format!("{}{}{}", self.base_path.trim_end_matches('/'), route, reference.suffix);
            return Some(Address { url, forms: Vec::new() });
        }
        let attachment = self.assets.find(path, &reference.target)?;
        if let Some(refusal) = attachment.refusal() {
            self.diagnostics.push(refused(refusal, &reference.target, Some(reference.location.clone())));
        }
        let mut address = self.assets.publish(&attachment, self.base_path, Some(&reference.location));
        address.url += &reference.suffix;
        Some(address)
    }
}

impl<'a> Resolver<'a> {
    /// The page of the file that `target` means, seen from the file at `path`.
    fn page(&self, path: &str, target: &str) -> Option<&'a str> {
        let known = |file: &str| self.by_file.get(file).copied();
        if let Some(page) = discover::below(path, target).as_deref().and_then(known) {
            return Some(page);
        }
        // From postings to static pages, and the other way round.
        let from = if path.starts_with("../") { path.to_owned() } else { format!("{}{path}", self.seeds) };
        let file = discover::below(&from, target)?;
        known(file.strip_prefix(&self.seeds).unwrap_or(&file))
    }
}

fn broken(reference: &Reference) -> Diagnostic {
    Diagnostic::warning("broken-link", format!("there is no file `{}` beside this one", reference.target))
        .at(reference.location.clone())
        .help("mend the path, or put the file there; it is looked for in the folder of postings")
}

/// Marks stand in attributes as `="` + mark + index + `"`. The same characters in an author's own code would be taken for
/// one, and become an address, which does no harm.
fn replace_marks(html: &str, references: &[Address], embedded: &[Address]) -> String {
    let mut result = String::with_capacity(html.len() + 64);
    let mut rest = html;
    while let Some(at) = rest.find([REFERENCE, EMBEDDED]) {
        let addresses = if rest[at..].starts_with(REFERENCE) { references } else { embedded };
        let after = &rest[at + REFERENCE.len_utf8()..];
        let digits = after.len() - after.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let address = after[..digits].parse().ok().and_then(|index: usize| addresses.get(index));
        let in_attribute = rest[..at].ends_with("=\"") && after[digits..].starts_with('"');
        if let Some(address) = address.filter(|_| in_attribute) {
            result.push_str(&rest[..at]);
            push_encoded(&mut result, &address.url);
            if rest[..at].ends_with("<img src=\"") {
                push_forms(&mut result, &address.forms, after[digits..].split('>').next().unwrap_or_default());
            }
            rest = &after[digits..];
        } else {
            let end = at + REFERENCE.len_utf8();
            result.push_str(&rest[..end]);
            rest = &rest[end..];
        }
    }
    result.push_str(rest);
    result
}

/// Behind the address of a picture, whose quote is still open: its forms, and its size, so that nothing moves when it comes.
/// `behind` is the rest of the tag, whose author may have said how large it is.
fn push_forms(result: &mut String, forms: &[(Form, String)], behind: &str) {
    let Some((main, _)) = forms.last() else { return };
    if forms.len() > 1 {
        result.push_str("\" srcset=\"");
        for (index, (form, url)) in forms.iter().enumerate() {
            result.push_str(if index == 0 { "" } else { ", " });
            push_encoded(result, url);
            let _ = write!(result, " {}w", form.width);
        }
        let _ = write!(result, "\" sizes=\"{SIZES}");
    }
    if ![" width=\"", " height=\""].iter().any(|stated| behind.contains(stated)) {
        let _ = write!(result, "\" width=\"{}\" height=\"{}", main.width, main.height);
    }
}

/// Percent-encodes what can't stand in an attribute's address.
fn push_encoded(result: &mut String, url: &str) {
    for byte in url.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/#?=&%:+,;@!*'()".contains(&byte) {
            match byte {
                b'&' => result.push_str("&amp;"),
                b'\'' => result.push_str("%27"),
                _ => result.push(char::from(byte)),
            }
        } else {
            let _ = write!(result, "%{byte:02X}");
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::model::Asset;
    use crate::model::tests::arrival;
    use crate::source::SourceFile;

    fn reference(target: &str, suffix: &str) -> Reference {
        let location = SourceFile::new("a/x.md", "text").location(0..4);
        Reference { target: target.into(), suffix: suffix.into(), location }
    }

    fn resolved(
        content: &str,
        references: Vec<Reference>,
        embedded: Vec<Embedded>,
    ) -> (String, Vec<Asset>, Vec<Diagnostic>) {
        let mut first = arrival("a/x.md", "X");
        Arc::make_mut(&mut first.posting).content = content.into();
        first.references = references.into();
        first.embedded = embedded.into();
        let mut arrivals = [first, arrival("b.md", "B")];
        let routes = ["/jobs/x/".to_owned(), "/jobs/b/".to_owned()];
        let mut assets = Assets::default();
        let map = Attachment::beside("a/x.md".into(), Path::new("/seeds/a/map.PNG"), b"png");
        assets.add("a/x.md".into(), "map.PNG".into(), map);
        let mut diagnostics = Vec::new();
        let texts = Texts { arrivals: &mut arrivals, companies: &mut [], pages: &mut [] };
        let base_url = crate::config::BaseUrl::parse("https://example.com/careers/");
        let config = Config { site: crate::config::Site { base_url, ..Default::default() }, ..Config::default() };
        resolve(texts, &routes, &mut assets, &config, &mut diagnostics);
        (arrivals[0].posting.content.to_string(), assets.used(), diagnostics)
    }

    #[test]
    fn i10_a_link_to_a_posting_leads_to_its_page() {
        let (html, ..) = resolved("<a href=\"\u{e000}0\">b</a>", vec![reference("../b.md", "#team")], vec![]);
        assert_eq!(html, "<a href=\"/careers/jobs/b/#team\">b</a>");
    }

    #[test]
    fn i10_a_file_beside_a_posting_is_published_once_under_a_hashed_name() {
        let marks = "<img src=\"\u{e000}0\"><img src=\"\u{e000}1\">";
        let (html, assets, _) = resolved(marks, vec![reference("map.PNG", ""), reference("map.PNG", "")], vec![]);
        assert_eq!(assets.len(), 1);
        let parts: Vec<&str> = assets[0].path.split('.').collect();
        assert_eq!((parts[0], parts[1].len(), parts[2]), ("assets/map", 10, "png"));
        assert_eq!(html.matches(&assets[0].path).count(), 2);
    }

    #[test]
    fn i10_a_dead_link_is_a_warning_with_its_line() {
        let (html, _, diagnostics) = resolved("<a href=\"\u{e000}0\">b</a>", vec![reference("c.md", "")], vec![]);
        assert_eq!(html, "<a href=\"#\">b</a>");
        assert_eq!(diagnostics[0].code, "broken-link");
    }

    #[test]
    fn embedded_pictures_become_files() {
        let picture = Embedded { extension: "png", bytes: [1, 2, 3].into() };
        let (html, assets, _) = resolved("<img src=\"\u{e001}0\">", vec![], vec![picture]);
        assert_eq!(html, format!("<img src=\"/careers/{}\">", assets[0].path));
    }

    #[test]
    fn a_mark_in_the_text_is_left_alone() {
        let text = "icon \u{e000}0 and \u{e001} and &quot;\u{e000}0&quot; and <code>\"\u{e000}0\"</code>";
        let (html, ..) = resolved(text, vec![reference("../b.md", "")], vec![]);
        assert_eq!(html, text);
    }
}
