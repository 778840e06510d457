//! `jobs.json`: all open postings as a JSON Feed (jsonfeed.org, version 1.1).
//!
//! Each item has its schema.org `JobPosting` under `_jobposting`, Teamtailor's convention, where the posting says all that
//! one requires.

use serde_json::{Map, Value, json};

use super::portable::{self, Place};
use crate::config::BaseUrl;
use crate::model::{Published, Site};
use crate::render::{structured_data, words};

/// Its path below the base URL.
pub(super) const PATH: &str = "/jobs.json";

/// The whole feed.
pub(super) fn render(site: &Site, base: &BaseUrl) -> String {
    let items: Vec<Value> = site.open.iter().map(|&index| item(site, base, &site.postings[index])).collect();
    let mut feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": site.config.site_title(),
        "home_page_url": base.join("/"),
        "feed_url": base.join(PATH),
        "language": site.config.site.language,
        "items": items,
    });
    for (name, image) in [("icon", &site.brand.logo), ("favicon", &site.brand.favicon)] {
        if let Some(image) = image {
            feed[name] = base.join(&image.path).into();
        }
    }
    format!("{feed}\n")
}

fn item(site: &Site, base: &BaseUrl, published: &Published) -> Value {
    let facts = &published.posting.facts;
    let url = base.join(&published.route);
    let mut item = Map::new();
    let mut add = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            item.insert(name.to_owned(), value);
        }
    };
    add("id", Some(format!("urn:uuid:{}", published.uuid()).into()));
    add("url", Some(url.as_str().into()));
    add("title", Some(published.title().into()));
    add("content_html", Some(portable::html(&published.posting.content, Some(Place { base, page: &url })).into()));
    add("summary", Some(words::description(site, published).into()));
    add("date_published", published.posted().map(|day| super::moment(day).into()));
    add("date_modified", published.changed().map(|day| super::moment(day).into()));
    add("authors", facts.company.as_ref().map(|company| json!([{ "name": company.value }])));
    add("tags", facts.tags.as_ref().map(|tags| json!(tags.value)));
    add("language", facts.language.as_ref().map(|language| language.value.as_str().into()));
    add("_jobposting", structured_data::job_posting(site, published).map(Value::Object));
    Value::Object(item)
}
