//! Addresses inside postings that only the whole site can resolve (I10).
//!
//! A link to another posting's file becomes a link to its page; a file beside a posting is published under a name that
//! its content decides, so that hosts can let browsers keep it for ever. A picture becomes its forms, named before they are
//! made, and its element says what they are.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Arrival, Company, Image, StaticPage, slugify};
use crate::config::Config;
use crate::diagnostic::Diagnostic;
use crate::discover;
use crate::extract::{Embedded, Reference};
use crate::picture::{self, Form, Picture, Refusal};
use crate::source::Location;

/// Marks an address that is an index into a draft's references.
const REFERENCE: char = '\u{e000}';
/// Marks an address that is an index into a draft's embedded pictures.
const EMBEDDED: char = '\u{e001}';

/// How wide a picture stands on the page: at most as wide as a line of text.
const SIZES: &str = "(min-width: 45rem) 41rem, 100vw";

/// A file to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asset {
    /// Its path below the output.
    pub path: String,
    /// The posting that brings it along, as the user would type its path.
    pub origin: Arc<str>,
    /// What it is made of.
    pub content: AssetContent,
    /// What is made of that.
    pub form: AssetForm,
}

/// What is published of an asset's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssetForm {
    /// All of it, but for what a picture's file holds beside the picture.
    Whole,
    /// One form of a picture.
    Picture {
        /// The picture.
        picture: Arc<Picture>,
        /// Its form.
        form: Form,
        /// Where it was first named, if that is known.
        location: Option<Box<Location>>,
    },
}

/// Where an asset's content is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AssetContent {
    /// At hand.
    Bytes(Arc<[u8]>),
    /// In a file, to be copied when it is written: a site's pictures need not fit into memory.
    File(PathBuf),
}

/// The files that postings refer to, by the path of the posting's file and the target as written.
#[derive(Debug, Default)]
pub struct Assets {
    found: FxHashMap<(Arc<str>, String), Attachment>,
    used: Vec<Asset>,
}

/// A file beside a posting, which it refers to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    path: String,
    origin: Arc<str>,
    content: AssetContent,
    /// What its head says, if it is a picture.
    picture: Option<Result<Arc<Picture>, Refusal>>,
    /// The size of a drawing.
    drawing: Option<(u32, u32)>,
}

/// An address on the page, and what a picture's element says beside it.
#[derive(Debug, Clone)]
struct Address {
    url: String,
    /// The forms of a picture, the smallest first, each with its address.
    forms: Vec<(Form, String)>,
}

impl Attachment {
    /// Its path below the output, which its content decides.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// A file that the posting shown as `origin` refers to. Its bytes decide its name, and are read again when it is
    /// written.
    pub fn beside(origin: Arc<str>, file: PathBuf, bytes: &[u8]) -> Self {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Self::new(&name, origin, AssetContent::File(file), bytes)
    }

    fn new(name: &str, origin: Arc<str>, content: AssetContent, bytes: &[u8]) -> Self {
        let picture = Picture::read(bytes).map(|read| read.map(Arc::new));
        let is_drawing = name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("svg"));
        let drawing = is_drawing.then(|| picture::svg_size(bytes)).flatten();
        Self { path: hashed_path(name, &picture::hash(bytes)), origin, content, picture, drawing }
    }

    /// What is published of it. A form that is not the whole has its width in its name: `assets/team.0123456789-480.jpg`.
    fn assets(&self, location: Option<&Location>) -> Vec<Asset> {
        let asset = |path, form| Asset { path, origin: self.origin.clone(), content: self.content.clone(), form };
        let Some(Ok(picture)) = &self.picture else { return vec![asset(self.path.clone(), AssetForm::Whole)] };
        let forms = picture.forms().into_iter().map(|form| {
            let path = match self.path.rsplit_once('.') {
                Some((stem, ending)) if !form.is_whole() => format!("{stem}-{}.{ending}", form.width),
                _ => self.path.clone(),
            };
            let location = location.cloned().map(Box::new);
            asset(path, AssetForm::Picture { picture: picture.clone(), form, location })
        });
        forms.collect()
    }
}

impl Asset {
    /// Whether its content has these bytes: its name is that of its content.
    pub fn is_of(&self, bytes: &[u8]) -> bool {
        match &self.content {
            AssetContent::Bytes(own) => **own == *bytes,
            AssetContent::File(_) => self.path.contains(&picture::hash(bytes)),
        }
    }

    /// The bytes to publish, made of those of its content.
    ///
    /// # Errors
    /// Where a picture is not what its head promises. [`picture::stripped`] gives what to publish instead.
    pub fn make(&self, content: &[u8]) -> Result<Vec<u8>, Refusal> {
        match &self.form {
            AssetForm::Whole => Ok(picture::stripped(content.to_vec())),
            AssetForm::Picture { picture, form, .. } => {
                picture.make(content, &[*form]).map(|mut made| made.pop().unwrap_or_default())
            }
        }
    }
}

/// What is said of a picture that can't be published in several forms.
pub fn refused(refusal: Refusal, name: &str, location: Option<Location>) -> Diagnostic {
    let message = format!("the picture `{name}` {}; it is published as it is", refusal.describe());
    let help = match refusal {
        Refusal::TooLarge => "make it smaller: no page shows it in this size",
        Refusal::CutShort | Refusal::Damaged => "save it again from a program that opens it",
    };
    let warning = Diagnostic::warning("bad-picture", message).help(help);
    match location {
        Some(location) => warning.at(location),
        None => warning,
    }
}

impl Assets {
    /// Adds what the posting at `from` refers to as `target`.
    pub fn add(&mut self, from: Arc<str>, target: String, attachment: Attachment) {
        self.found.insert((from, target), attachment);
    }

    fn publish(&mut self, attachment: &Attachment, base_path: &str, location: Option<&Location>) -> Address {
        let assets = attachment.assets(location);
        let url = |asset: &Asset| format!("{base_path}{}", asset.path);
        let forms = assets.iter().filter_map(|asset| match asset.form {
            AssetForm::Picture { form, .. } => Some((form, url(asset))),
            AssetForm::Whole => None,
        });
        let address = Address { url: assets.last().map(url).unwrap_or_default(), forms: forms.collect() };
        self.used.extend(assets);
        address
    }

    /// Publishes the picture that the file at `from` names as `target`, if it is there.
    pub(super) fn image(&mut self, from: &str, target: &str, location: Option<&Location>) -> Option<Image> {
        let attachment = self.found.get(&(from.into(), target.to_owned()))?.clone();
        let address = self.publish(&attachment, "/", location);
        let size = address.forms.last().map(|(form, _)| (form.width, form.height)).or(attachment.drawing);
        let forms = if address.forms.len() > 1 { address.forms } else { Vec::new() };
        Some(Image { path: address.url, size, forms })
    }

    /// Those that a published posting shows, each once, by path.
    pub(super) fn used(mut self) -> Vec<Asset> {
        self.used.sort_by(|a, b| a.path.cmp(&b.path));
        self.used.dedup_by(|a, b| a.path == b.path);
        self.used
    }
}

/// `assets/NAME.HASH.ENDING`.
pub(crate) fn asset_path(name: &str, bytes: &[u8]) -> String {
    hashed_path(name, &blake3::hash(bytes).to_hex()[..10])
}

fn hashed_path(name: &str, hash: &str) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let dot = if ending.is_empty() { "" } else { "." };
    format!("assets/{}.{}{dot}{}", slugify(stem), hash, ending.to_ascii_lowercase())
}

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
            let name = format!("picture.{}", picture.extension);
            let content = AssetContent::Bytes(picture.bytes.clone());
            let attachment = Attachment::new(&name, shown.clone(), content, &picture.bytes);
            if let Some(Err(refusal)) = attachment.picture {
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
        let attachment = self.assets.found.get(&(path.clone(), reference.target.clone())).cloned()?;
        if let Some(Err(refusal)) = attachment.picture {
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
    use super::*;
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
        let map = Attachment::beside("a/x.md".into(), "/seeds/a/map.PNG".into(), b"png");
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
