//! `careers.toml` into a [`Config`].
//!
//! Every key has a default and no file is needed. All mistakes are reported at once, each with its place: an unknown key
//! with the nearest known one, a value of the wrong kind with what is expected. What the keys are stands in one table,
//! [`keys::SECTIONS`].

mod base_url;
mod board;
mod colour;
mod keys;
mod reader;
mod site_path;
mod theme;

pub use self::base_url::{BaseUrl, web_address};
pub use self::board::Board;
pub use self::colour::Colour;
pub use self::site_path::site_path;
pub use self::theme::{Declared, Description, Kind as OptionKind, Options, Setting, TEMPLATE_API};

use jiff::tz::TimeZone;

use crate::data::{self, Entry, Node};
use crate::diagnostic::Diagnostic;
use crate::source::{Location, SourceFile};

/// The name of the file, below the project's folder.
pub const FILE_NAME: &str = "careers.toml";

/// Everything that can be set.
#[derive(Debug, Clone, Default)]
pub struct Config {
    /// `[site]`
    pub site: Site,
    /// `[company]`
    pub company: Company,
    /// `[build]`
    pub build: Build,
    /// `[theme]`
    pub theme: Theme,
    /// `[lists]`
    pub lists: Lists,
    /// `[feeds]`
    pub feeds: Feeds,
    /// `[embed]`
    pub embed: Embed,
    /// `[remote]`
    pub remote: Remote,
    /// `[social_cards] enabled`; `None` where the number of postings decides.
    pub social_cards: Option<bool>,
    /// `[tags] aliases`: another spelling → the tag.
    pub tag_aliases: Vec<(String, String)>,
    /// `[locations] aliases`: another spelling → the place.
    pub location_aliases: Vec<(String, String)>,
    /// `[[redirects]]`
    pub redirects: Vec<Redirect>,
    /// `[data]`: whatever templates need to know, as written.
    pub data: Vec<Entry>,
}

/// What the site is called and where it will lie.
#[derive(Debug, Clone)]
pub struct Site {
    /// The site's name; without it `Careers at COMPANY`, or `Careers`.
    pub title: Option<String>,
    /// Where the site will be found; without it no absolute address is written.
    pub base_url: Option<BaseUrl>,
    /// Language of the interface, BCP 47.
    pub language: String,
    /// Languages that the site is there in beside that one.
    pub languages: Vec<String>,
    /// One sentence about the site.
    pub description: Option<String>,
    /// Where a closing day ends.
    pub timezone: TimeZone,
    /// A picture for the header.
    pub logo: Option<FileName>,
    /// A picture for a browser's tab.
    pub favicon: Option<FileName>,
    /// A picture for the home page.
    pub hero: Option<FileName>,
    /// What that shows, in words.
    pub hero_alt: Option<String>,
}

/// A file that the configuration names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileName {
    /// As written, relative to the configuration's folder.
    pub path: String,
    /// Where it is named.
    pub location: Location,
}

/// Who hires.
#[derive(Debug, Clone, Default)]
pub struct Company {
    /// The employer's name.
    pub name: Option<String>,
    /// Its own site.
    pub url: Option<String>,
    /// One or two sentences about it.
    pub description: Option<String>,
    /// The domain of its e-mail addresses.
    pub domain: Option<String>,
    /// Its mark.
    pub logo: Option<FileName>,
    /// The countries that it employs people in, ISO 3166-1, in capitals.
    pub countries: Vec<String>,
    /// Where those may apply whom no posting fits: `https:` or `mailto:`.
    pub open_application: Option<String>,
}

/// Where things lie, relative to the project's folder.
#[derive(Debug, Clone)]
pub struct Build {
    /// The folder of postings.
    pub seeds: String,
    /// The folder of the finished site.
    pub output: String,
    /// What to do with HTML in postings.
    pub raw_html: RawHtml,
}

/// What to do with HTML in postings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RawHtml {
    /// Keep a safe subset and say what was dropped.
    #[default]
    Sanitize,
    /// Keep all of it.
    Allow,
}

/// How pages look.
#[derive(Debug, Clone)]
pub struct Theme {
    /// Name of a built-in theme, or of a folder below `themes/`.
    pub name: String,
    /// What is set of the theme's own options.
    pub settings: Vec<Setting>,
}

/// How lists are cut and ordered.
#[derive(Debug, Clone)]
pub struct Lists {
    /// Postings on a page of a list; 0 puts all of them on one.
    pub paginate_by: usize,
    /// What comes first, after `weight`.
    pub order: Order,
}

/// The order of lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// Newest first; those without a date last, by title.
    #[default]
    Posted,
    /// By title.
    Title,
}

/// What holds for remote roles.
#[derive(Debug, Clone, Default)]
pub struct Remote {
    /// The countries that a remote role is open to which names none, ISO 3166-1, in capitals.
    pub countries: Vec<String>,
}

/// Which feeds the site has.
#[derive(Debug, Clone)]
pub struct Feeds {
    /// Atom for the site and each of its terms.
    pub atom: bool,
    /// JSON Feed of all open postings.
    pub json: bool,
    /// Most entries of an Atom feed.
    pub limit: usize,
    /// The job boards that get a feed of their own, each once.
    pub boards: Vec<Board>,
    /// Whom job boards may write to about the postings.
    pub email: Option<String>,
}

/// Other sites that show the list of open roles.
#[derive(Debug, Clone, Default)]
pub struct Embed {
    /// Those that may put the page `/embed/` into a frame, each as `https://www.example.com`: what `frame-ancestors` of a
    /// Content-Security-Policy takes. Without any there is no such page.
    pub origins: Vec<String>,
}

/// An address that is no page any more.
#[derive(Debug, Clone)]
pub struct Redirect {
    /// Its path below the base URL, as [`site_path`] gives it.
    pub from: String,
    /// What is there instead.
    pub to: Destination,
    /// Where the configuration says so.
    pub location: Location,
}

/// Where a redirect leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// To a path below the base URL.
    Path(String),
    /// To another site.
    Url(String),
    /// Nowhere: the page is gone for good.
    Nowhere,
}

impl Default for Feeds {
    fn default() -> Self {
        Self { atom: true, json: true, limit: 20, boards: Vec::new(), email: None }
    }
}

impl Default for Site {
    fn default() -> Self {
        Self {
            title: None,
            base_url: None,
            language: "en".into(),
            languages: Vec::new(),
            description: None,
            timezone: TimeZone::UTC,
            logo: None,
            favicon: None,
            hero: None,
            hero_alt: None,
        }
    }
}

impl Default for Build {
    fn default() -> Self {
        Self { seeds: "seeds".into(), output: "output".into(), raw_html: RawHtml::default() }
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self { name: "default".into(), settings: Vec::new() }
    }
}

impl Default for Lists {
    fn default() -> Self {
        Self { paginate_by: 50, order: Order::default() }
    }
}

impl Config {
    /// Reads `careers.toml`. What can't be read keeps its default, so that everything else can be looked at as well.
    pub fn read(source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) -> Self {
        let (root, errors) = data::parse_toml(&source.text, 0..source.text.len());
        diagnostics.extend(errors.into_iter().map(|error| error.into_diagnostic("config-syntax", source)));
        let mut config = Self::default();
        config.apply(&root, source, diagnostics);
        config
    }

    fn apply(&mut self, root: &Node, source: &SourceFile, diagnostics: &mut Vec<Diagnostic>) {
        let mut reader = reader::Reader::new(source, diagnostics);
        for entry in root.entries() {
            match keys::SECTIONS.iter().find(|section| section.name == entry.key) {
                Some(section) => reader.section(self, section, &entry.value),
                None => reader.unknown_section(entry),
            }
        }
    }

    /// The files that it names.
    pub fn files(&self) -> impl Iterator<Item = &FileName> {
        let site = &self.site;
        [&site.logo, &site.favicon, &site.hero, &self.company.logo].into_iter().flatten()
    }

    /// The path that all addresses of the site begin with, with a slash at both ends.
    pub fn base_path(&self) -> &str {
        self.site.base_url.as_ref().map_or("/", BaseUrl::path)
    }
}

#[cfg(test)]
mod tests;
