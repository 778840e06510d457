//! Files that a site publishes beside its pages: what postings bring along, and the pictures of brands.
//!
//! In go files as they were found, by who refers to them; out come [`Asset`]s, each under a name that its content decides, so
//! that hosts can let browsers keep it for ever. A picture becomes its forms, which are named before they are made. Nothing
//! is read or made here.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{Image, slugify};
use crate::diagnostic::Diagnostic;
use crate::extract::Embedded;
use crate::picture::{self, Form, Picture, Refusal};
use crate::source::Location;

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
pub(super) struct Address {
    pub url: String,
    /// The forms of a picture, the smallest first, each with its address.
    pub forms: Vec<(Form, String)>,
}

impl Attachment {
    /// Its path below the output, which its content decides.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// A file that the posting shown as `origin` refers to. Its bytes decide its name, and are read again when it is
    /// written.
    pub fn beside(origin: Arc<str>, file: &Path, bytes: &[u8]) -> Self {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Self::new(&name, origin, AssetContent::File(file.to_path_buf()), bytes)
    }

    /// The same file, to which the posting shown as `origin` refers as well.
    #[must_use]
    pub fn of(&self, origin: Arc<str>) -> Self {
        Self { origin, ..self.clone() }
    }

    /// A picture that stood in the text of the posting shown as `origin`.
    pub(super) fn embedded(origin: Arc<str>, picture: &Embedded) -> Self {
        let name = format!("picture.{}", picture.extension);
        Self::new(&name, origin, AssetContent::Bytes(picture.bytes.clone()), &picture.bytes)
    }

    fn new(name: &str, origin: Arc<str>, content: AssetContent, bytes: &[u8]) -> Self {
        let picture = Picture::read(bytes).map(|read| read.map(Arc::new));
        let is_drawing = name.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("svg"));
        let drawing = is_drawing.then(|| picture::svg_size(bytes)).flatten();
        Self { path: hashed_path(name, &picture::hash(bytes)), origin, content, picture, drawing }
    }

    /// Why it can't be published in several forms, where it is a picture that should be.
    pub(super) fn refusal(&self) -> Option<Refusal> {
        self.picture.as_ref()?.as_ref().err().copied()
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

    /// What the file at `from` names as `target`, if it is there.
    pub(super) fn find(&self, from: &str, target: &str) -> Option<Attachment> {
        self.found.get(&(from.into(), target.to_owned())).cloned()
    }

    /// Publishes a file below `base_path`; `location` is where it was named.
    pub(super) fn publish(&mut self, attachment: &Attachment, base_path: &str, location: Option<&Location>) -> Address {
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
        let attachment = self.find(from, target)?;
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
