//! The table of all keys: name, and how its value is read.

use icu_locale_core::LanguageIdentifier;

use super::reader::Reader;
use super::{BaseUrl, Board, Config, Destination, Order, RawHtml, Redirect, Setting, site_path, web_address};
use crate::data::{Entry, Node};

/// One `[section]`.
pub(super) struct Section {
    pub name: &'static str,
    pub keys: Keys,
}

/// What a section holds.
pub(super) enum Keys {
    /// These keys and no other.
    Known(&'static [Key]),
    /// A list of tables, each with these keys, and what takes one in.
    List(&'static [&'static str], fn(&mut Config, &Node, &mut Reader<'_>)),
    /// Any keys, and what takes them in.
    Any(fn(&mut Config, &[Entry])),
    /// Keys of a feature that this version does not have: they are accepted, and said to have no effect.
    Unused,
}

/// A key, and what takes its value in.
pub(super) struct Key {
    pub name: &'static str,
    pub set: fn(&mut Config, &Node, &mut Reader<'_>),
}

const fn key(name: &'static str, set: fn(&mut Config, &Node, &mut Reader<'_>)) -> Key {
    Key { name, set }
}

/// Every section, in the order in which it is documented.
pub(super) const SECTIONS: &[Section] = &[
    Section { name: "site", keys: Keys::Known(SITE) },
    Section { name: "company", keys: Keys::Known(COMPANY) },
    Section { name: "build", keys: Keys::Known(BUILD) },
    Section { name: "theme", keys: Keys::Known(THEME) },
    Section { name: "lists", keys: Keys::Known(LISTS) },
    Section { name: "tags", keys: Keys::Known(&[key("aliases", |c, v, r| c.tag_aliases = r.aliases(v))]) },
    Section { name: "locations", keys: Keys::Known(&[key("aliases", |c, v, r| c.location_aliases = r.aliases(v))]) },
    Section { name: "remote", keys: Keys::Known(&[key("countries", |c, v, r| c.remote.countries = r.countries(v))]) },
    Section { name: "feeds", keys: Keys::Known(FEEDS) },
    Section { name: "embed", keys: Keys::Known(EMBED) },
    Section { name: "data", keys: Keys::Any(|config, entries| config.data = entries.to_vec()) },
    Section { name: "social_cards", keys: Keys::Known(&[key("enabled", |c, v, r| c.social_cards = r.switch(v))]) },
    Section { name: "check", keys: Keys::Unused },
    Section { name: "redirects", keys: Keys::List(&["from", "to"], redirect) },
];

const SITE: &[Key] = &[
    key("title", |c, v, r| c.site.title = r.text(v)),
    key("base_url", |c, v, r| {
        c.site.base_url =
            r.parsed(v, BaseUrl::parse, "an address", "write it whole, such as `https://careers.example.com`");
    }),
    key("language", |c, v, r| {
        if let Some(language) = r.parsed(v, language_tag, "a language", "write its tag, such as `en`, `de` or `pt-BR`")
        {
            c.site.language = language;
        }
    }),
    key("description", |c, v, r| c.site.description = r.text(v)),
    key("languages", |c, v, r| {
        c.site.languages = r.each(v, language_tag, "a language", "write tags: `[\"en\", \"de\", \"pt-BR\"]`");
    }),
    key("logo", |c, v, r| c.site.logo = r.file(v)),
    key("favicon", |c, v, r| c.site.favicon = r.file(v)),
    key("hero", |c, v, r| c.site.hero = r.file(v)),
    key("hero_alt", |c, v, r| c.site.hero_alt = r.text(v)),
    key("timezone", |c, v, r| {
        // The table inside the program, not the system's: a build gives the same on every machine.
        let zone = |text: &str| jiff::tz::TimeZoneDatabase::bundled().get(text).ok();
        if let Some(zone) = r.parsed(v, zone, "a time zone", "write it as `Europe/Berlin` or `UTC`") {
            c.site.timezone = zone;
        }
    }),
];

const COMPANY: &[Key] = &[
    key("name", |c, v, r| c.company.name = r.text(v)),
    key("url", |c, v, r| {
        c.company.url = r.parsed(v, web_address, "an address", "write it whole, such as `https://www.example.com`");
    }),
    key("description", |c, v, r| c.company.description = r.text(v)),
    key("domain", |c, v, r| {
        let help = "write what stands behind the `@` of its e-mail addresses, such as `example.com`";
        c.company.domain = r.parsed(v, domain, "a domain", help);
    }),
    key("logo", |c, v, r| c.company.logo = r.file(v)),
    key("employees", |_, v, r| r.no_effect(v)),
    key("countries", |c, v, r| c.company.countries = r.countries(v)),
    key("open_application", |c, v, r| {
        let address = |text: &str| match text {
            _ if text.starts_with("https://") && !text.contains(char::is_whitespace) => Some(text.to_owned()),
            _ => email(text).map(|email| format!("mailto:{email}")),
        };
        let help = "write it as `jobs@example.com` or `https://example.com/apply`";
        c.company.open_application = r.parsed(v, address, "an address to apply at", help);
    }),
];

const BUILD: &[Key] = &[
    key("seeds", |c, v, r| {
        if let Some(seeds) = r.text(v) {
            c.build.seeds = seeds;
        }
    }),
    key("output", |c, v, r| {
        if let Some(output) = r.text(v) {
            c.build.output = output;
        }
    }),
    key("raw_html", |c, v, r| {
        let choices = [("sanitize", RawHtml::Sanitize), ("allow", RawHtml::Allow)];
        c.build.raw_html = r.choice(v, &choices).unwrap_or_default();
    }),
];

const THEME: &[Key] = &[
    key("name", |c, v, r| {
        if let Some(name) = r.text(v) {
            c.theme.name = name;
        }
    }),
    key("options", |c, v, r| {
        c.theme.settings = r.table(v).unwrap_or_default().iter().map(|entry| setting(entry, r)).collect();
    }),
];

fn setting(entry: &Entry, reader: &Reader<'_>) -> Setting {
    Setting {
        name: entry.key.clone(),
        name_at: reader.location_of(&entry.key_span),
        value: entry.value.clone(),
        value_at: reader.location(&entry.value),
    }
}

const LISTS: &[Key] = &[
    key("paginate_by", |c, v, r| {
        let whole = |text: &str| text.parse().ok();
        if let Some(number) = r.parsed(v, whole, "a whole number", "write a whole number of 0 or more") {
            c.lists.paginate_by = number;
        }
    }),
    key("order", |c, v, r| {
        c.lists.order = r.choice(v, &[("posted", Order::Posted), ("title", Order::Title)]).unwrap_or_default();
    }),
];

const FEEDS: &[Key] = &[
    key("atom", |c, v, r| c.feeds.atom = r.switch(v).unwrap_or(true)),
    key("json", |c, v, r| c.feeds.json = r.switch(v).unwrap_or(true)),
    key("limit", |c, v, r| {
        let whole = |text: &str| text.parse().ok().filter(|limit| *limit > 0);
        if let Some(limit) = r.parsed(v, whole, "a whole number", "write a whole number of 1 or more") {
            c.feeds.limit = limit;
        }
    }),
    key("indeed", |c, v, r| board(c, v, r, Board::Indeed)),
    key("linkedin", |c, v, r| board(c, v, r, Board::LinkedIn)),
    key("adzuna", |c, v, r| board(c, v, r, Board::Adzuna)),
    key("jooble", |c, v, r| board(c, v, r, Board::Jooble)),
    key("talent", |c, v, r| board(c, v, r, Board::Talent)),
    key("email", |c, v, r| {
        c.feeds.email = r.parsed(v, email, "an e-mail address", "write it as `jobs@example.com`");
    }),
];

fn email(text: &str) -> Option<String> {
    let (name, host) = text.split_once('@')?;
    let is_one = !name.is_empty() && !name.contains(char::is_whitespace) && domain(host).is_some();
    is_one.then(|| text.to_owned())
}

/// Names parted by dots, and nothing else: no scheme, no port, no path.
fn domain(text: &str) -> Option<String> {
    let is_name = |name: &str| {
        let is_inside = |c: char| c.is_alphanumeric() || c == '-';
        !name.is_empty() && name.chars().all(is_inside) && !name.starts_with('-') && !name.ends_with('-')
    };
    (text.contains('.') && text.split('.').all(is_name)).then(|| text.to_owned())
}

const EMBED: &[Key] = &[key("origins", |c, v, r| {
    let help = "write scheme and host, such as `https://www.example.com`";
    c.embed.origins = r.each(v, BaseUrl::parse_origin, "the origin of a site", help);
})];

/// A job board that gets a feed.
fn board(config: &mut Config, node: &Node, reader: &mut Reader<'_>, board: Board) {
    if reader.switch(node) == Some(true) {
        config.feeds.boards.push(board);
    }
}

/// One of `[[redirects]]`; without `to` the page is gone for good.
fn redirect(config: &mut Config, node: &Node, reader: &mut Reader<'_>) {
    const HELP: &str = "write it as `/old/address/`, from the home page on and unencoded";
    let Some(from) = node.get("from") else {
        return reader.invalid(node, "a redirect needs `from`", HELP);
    };
    let destination = |text: &str| {
        let url = text.starts_with("https://") || text.starts_with("http://");
        if url { Some(Destination::Url(text.to_owned())) } else { site_path(text).map(Destination::Path) }
    };
    let to = match node.get("to") {
        None => Some(Destination::Nowhere),
        Some(to) => reader.parsed(to, destination, "a path or a whole address", HELP),
    };
    let location = reader.location(from);
    if let (Some(from), Some(to)) = (reader.parsed(from, site_path, "a path", HELP), to) {
        config.redirects.push(Redirect { from, to, location });
    }
}

/// A tag of BCP 47, as far as it can name a folder of the site; `de_DE` is `de-DE`.
fn language_tag(text: &str) -> Option<String> {
    let tag = text.replace('_', "-");
    // Its grammar has long languages as well, of which there are none: `English`.
    let is_language = tag.split('-').next().is_some_and(|language| matches!(language.len(), 2 | 3));
    (is_language && LanguageIdentifier::try_from_str(&tag).is_ok()).then_some(tag)
}
