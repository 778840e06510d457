//! The pictures that stand for a site and for companies: logos, the icon in a browser's tab, the picture of the home page.
//!
//! In go the files that the configuration and folders name, out come the addresses and sizes that pages need.

use super::Assets;
use crate::config::{self, Config, FileName};
use crate::picture::Form;

/// What the configuration names.
#[derive(Debug, Clone, Default)]
pub struct Brand {
    /// In the header; the company's where the site has none of its own.
    pub logo: Option<Image>,
    /// Of the company that hires; the site's where that has none of its own.
    pub company: Option<Image>,
    /// In a browser's tab.
    pub favicon: Option<Image>,
    /// On the home page.
    pub hero: Option<Image>,
}

/// A published picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Image {
    /// Its path below the base URL, with a slash before it.
    pub path: String,
    /// Width and height in pixels, where the file tells.
    pub size: Option<(u32, u32)>,
    /// All its forms, the smallest first, each with its path, where it has several.
    pub forms: Vec<(Form, String)>,
}

impl Brand {
    /// Publishes what the configuration names; a file that is not there has been told of.
    pub(super) fn new(config: &Config, assets: &mut Assets) -> Self {
        let mut image = |file: &Option<FileName>| {
            file.as_ref().and_then(|file| assets.image(config::FILE_NAME, &file.path, Some(&file.location)))
        };
        let (logo, company) = (image(&config.site.logo), image(&config.company.logo));
        Self {
            logo: logo.clone().or_else(|| company.clone()),
            company: company.or(logo),
            favicon: image(&config.site.favicon),
            hero: image(&config.site.hero),
        }
    }
}
