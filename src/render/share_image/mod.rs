//! Share images: what a link to a page shows where it is posted, 1200 × 630 pixels, in the look of the pages (T8).
//!
//! In goes a page's route, out come the words of its image, a name that is a hash of all that it is drawn from, and, when
//! somebody asks, a PNG. So a page can be rendered before its image exists, and an image that is kept never goes stale.
//! What the typeface does not cover is left out, never shown as boxes: without its title, a posting has the image of its
//! company or of the site. Nothing here reads or writes files.

mod canvas;
mod face;
mod setting;

use zeno::{Command, PathBuilder as _};

use self::canvas::Canvas;
use self::face::{REGULAR, SEMI_BOLD};
use self::setting::{Frame, Setting};
use super::colour::Tones;
use super::language::Language;
use crate::config::BaseUrl;
use crate::model::{Kind, Route, Site};

/// Its width and height, in pixels: what all that show it ask for.
pub(super) const SIZE: (u32, u32) = (1200, 630);
/// Where they lie below the output.
const FOLDER: &str = "assets/cards/";
/// To be raised whenever the same words are drawn in another way: the names of images change with it.
const REVISION: u32 = 1;
/// Without a word in the configuration, a site of more postings has none.
const MOST_POSTINGS: usize = 1000;

const SIDE: f32 = 88.0;
const WIDTH: f32 = 1200.0 - 2.0 * SIDE;
/// The sizes of a title; the first one that fits is taken.
const TITLE_SIZES: &[f32] = &[92.0, 82.0, 72.0, 63.0, 54.0, 48.0, 43.0];
const TITLE: Frame = Frame { width: WIDTH, height: 250.0, leading: 1.13 };
const LINE_SIZES: &[f32] = &[38.0, 34.0, 30.0];
const LINE: Frame = Frame { width: WIDTH, height: 50.0, leading: 1.2 };
/// Where the feet of lines stand, from above.
const HEAD_LINE: f32 = 124.0;
const LAST_TITLE_LINE: f32 = 462.0;
const FOOT_LINE: f32 = 546.0;

const INK: u8 = 0;
const QUIET: u8 = 1;
const ACCENT: u8 = 2;

/// What one image shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShareImage {
    /// Who: a company or the site.
    head: String,
    title: String,
    /// Where: a place, or the site's address.
    foot: String,
    tones: Tones,
}

/// Every image of a site with its path, as often as a page has it.
pub(super) fn of_all(site: &Site, words: &Language, tones: Tones) -> impl Iterator<Item = (String, ShareImage)> {
    let images = site.routes().into_iter().filter_map(move |route| ShareImage::of(site, words, tones, route));
    images.map(|image| (image.path(), image))
}

/// The image at a path below the output, as [`ShareImage::path`] gives it.
pub(super) fn at(site: &Site, words: &Language, tones: Tones, path: &str) -> Option<ShareImage> {
    let routes = if path.starts_with(FOLDER) { site.routes() } else { Vec::new() };
    routes.into_iter().filter_map(|route| ShareImage::of(site, words, tones, route)).find(|image| image.path() == path)
}

impl ShareImage {
    /// The image of a page; `None` where the site has none: where that is said, where there would be very many, and where
    /// nobody knows the address that a link to one needs.
    pub(super) fn of(site: &Site, words: &Language, tones: Tones, route: Route) -> Option<Self> {
        let base = site.config.site.base_url.as_ref()?;
        if !site.config.social_cards.unwrap_or(site.postings.len() <= MOST_POSTINGS) {
            return None;
        }
        let of_company = |name: &str| Self::new(tones, &words.site_title(site), name, &address(base));
        let own = match route {
            Route::Posting(index) => {
                let published = &site.postings[index];
                let company = published.posting.facts.company.as_ref().map(|company| &*company.value);
                let place = words.place(&published.posting.facts).unwrap_or_default();
                let head = company.map_or_else(|| words.site_title(site), ToOwned::to_owned);
                Self::new(tones, &head, published.title(), &place).or_else(|| of_company(company?))
            }
            Route::Term { kind: Kind::Companies, term, .. } => of_company(&site.term(Kind::Companies, term).1.name),
            _ => None,
        };
        Some(own.unwrap_or_else(|| Self::of_site(site, words, tones, base)))
    }

    /// `None` where the title can't be written.
    fn new(tones: Tones, head: &str, title: &str, foot: &str) -> Option<Self> {
        let title = writable(title).filter(|title| !title.is_empty())?;
        let head = writable(head).filter(|head| !title.contains(head) && !head.contains(&title)).unwrap_or_default();
        let foot = writable(foot).unwrap_or_default();
        Some(Self { head, title, foot, tones })
    }

    fn of_site(site: &Site, words: &Language, tones: Tones, base: &BaseUrl) -> Self {
        let company = site.config.company.name.as_deref().unwrap_or_default();
        Self::new(tones, company, &words.site_title(site), &address(base))
            .or_else(|| Self::new(tones, "", &address(base), ""))
            .unwrap_or(Self { head: String::new(), title: String::new(), foot: String::new(), tones })
    }

    /// Its path below the output.
    pub fn path(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        for part in [&self.head, &self.title, &self.foot, &format!("{:?}", self.tones)] {
            hasher.update(part.as_bytes()).update(b"\0");
        }
        hasher.update(&REVISION.to_le_bytes());
        format!("{FOLDER}{}.png", &hasher.finalize().to_hex()[..16])
    }

    /// Its words, for those who don't see it.
    pub(super) fn alt(&self) -> String {
        let parts = [&self.title, &self.head, &self.foot].into_iter().filter(|part| !part.is_empty());
        parts.map(String::as_str).collect::<Vec<_>>().join(" \u{b7} ")
    }

    /// Draws it, as a PNG.
    pub fn png(&self) -> Vec<u8> {
        self.draw().png()
    }

    fn draw(&self) -> Canvas {
        let Tones { paper, ink, quiet, accent } = self.tones;
        let mut canvas = Canvas::new(SIZE.0, SIZE.1, paper, vec![ink, quiet, accent]);
        canvas.fill(&edge(), ACCENT);
        let head = Setting::fit(&SEMI_BOLD, &self.head, LINE, LINE_SIZES);
        canvas.fill(&head.outlines(SIDE, HEAD_LINE, LINE.leading), ACCENT);
        let title = Setting::fit(&SEMI_BOLD, &self.title, TITLE, TITLE_SIZES);
        let below = title.lines.iter().skip(1).map(|_| title.size * TITLE.leading).sum::<f32>();
        canvas.fill(&title.outlines(SIDE, LAST_TITLE_LINE - below, TITLE.leading), INK);
        let foot = Setting::fit(&REGULAR, &self.foot, LINE, LINE_SIZES);
        canvas.fill(&foot.outlines(SIDE, FOOT_LINE, LINE.leading), QUIET);
        canvas
    }
}

/// The band of the accent's colour that every image has.
fn edge() -> Vec<Command> {
    let mut outline = Vec::new();
    outline.add_rect([0.0, 0.0], 20.0, 630.0);
    outline
}

/// The site's address as people say it: `example.com/careers`.
fn address(base: &BaseUrl) -> String {
    let origin = base.origin();
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    format!("{host}{}", base.path().trim_end_matches('/'))
}

/// Text without pictures and signs that nobody sees, in one line; `None` where the typeface lacks one of its characters.
fn writable(text: &str) -> Option<String> {
    let plain: String = text.chars().filter(|c| !is_picture(*c)).collect();
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    (SEMI_BOLD.covers(&plain) && REGULAR.covers(&plain)).then_some(plain)
}

/// Emoji with what joins and varies them, by Unicode's blocks of signs and pictures, and format characters.
fn is_picture(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{20e3}' | '\u{2300}'..='\u{23ff}'
        | '\u{25a0}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{1f000}'..='\u{1faff}' | '\u{e0020}'..='\u{e007f}')
}

#[cfg(test)]
mod tests;
