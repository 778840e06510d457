//! `jobs.json`: all open postings as a JSON Feed (jsonfeed.org, version 1.1), of many in several files.
//!
//! Each item has its schema.org `JobPosting` under `_jobposting`, Teamtailor's convention, where the posting says all that
//! one requires.

use serde::{Serialize, Serializer};
use serde_json::{Map, Value, json};

use super::portable::{self, Place};
use crate::config::BaseUrl;
use crate::model::{Image, Published, Site};
use crate::render::language::Language;
use crate::render::structured_data;

/// Its path below the base URL.
const PATH: &str = "/jobs.json";

/// How many postings a file holds at most: with their texts some 10 MB, which is read and made as a whole.
const MOST: usize = 1_000;

/// How many files it takes.
pub(super) fn parts(site: &Site) -> usize {
    site.open.len().div_ceil(MOST).max(1)
}

/// Where a part lies below the base URL.
pub(super) fn part_path(site: &Site, part: usize) -> String {
    if part == 0 { site.below(PATH) } else { site.below(&format!("/jobs-{}.json", part + 1)) }
}

/// A part as it is written.
#[derive(Serialize)]
struct Part<'a> {
    version: &'static str,
    title: String,
    home_page_url: String,
    feed_url: String,
    language: &'a str,
    items: Items<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    icon: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    favicon: Option<String>,
}

/// The postings of a part, each made as it is written, so that they are never all held.
struct Items<'a> {
    site: &'a Site,
    base: &'a BaseUrl,
    postings: &'a [usize],
    words: &'a Language,
}

/// One part, which leads to the next.
pub(super) fn render(site: &Site, base: &BaseUrl, part: usize, words: &Language) -> String {
    let postings = site.open.chunks(MOST).nth(part).unwrap_or_default();
    let address = |image: &Option<Image>| image.as_ref().map(|image| base.join(&image.path));
    let part = Part {
        version: "https://jsonfeed.org/version/1.1",
        title: words.site_title(site),
        home_page_url: base.join(&site.below("/")),
        feed_url: base.join(&part_path(site, part)),
        language: words.tag(),
        items: Items { site, base, postings, words },
        next_url: (part + 1 < parts(site)).then(|| base.join(&part_path(site, part + 1))),
        icon: address(&site.brand.logo),
        favicon: address(&site.brand.favicon),
    };
    serde_json::to_string(&part).expect("texts and numbers") + "\n"
}

impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let postings = self.postings.iter().map(|&index| &self.site.postings[index]);
        serializer.collect_seq(postings.map(|published| item(self.site, self.base, published, self.words)))
    }
}

fn item(site: &Site, base: &BaseUrl, published: &Published, words: &Language) -> Value {
    let facts = &published.posting.facts;
    let url = base.join(&published.route);
    let content = portable::html(&published.posting.content, Some(Place { base, page: &url }));
    let job = structured_data::job_posting(site, published, || content.clone());
    let mut item = Map::new();
    let mut add = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            item.insert(name.to_owned(), value);
        }
    };
    add("id", Some(format!("urn:uuid:{}", published.uuid()).into()));
    add("url", Some(url.as_str().into()));
    add("title", Some(published.title().into()));
    add("content_html", Some(content.into()));
    add("summary", Some(words.description(site, published).into()));
    add("date_published", published.posted().map(|day| super::moment(day).into()));
    add("date_modified", published.changed().map(|day| super::moment(day).into()));
    add("authors", facts.company.as_ref().map(|company| json!([{ "name": company.value }])));
    add("tags", facts.tags.as_ref().map(|tags| json!(tags.value)));
    add("language", facts.language.as_ref().map(|language| language.value.as_str().into()));
    add("_jobposting", job.map(Value::Object));
    Value::Object(item)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::tests::{arrival, site};
    use crate::render::language::tests::language;

    #[test]
    fn beyond_1_000_postings_each_part_leads_to_the_next() {
        let of = |count: usize| site((0..count).map(|n| arrival(&format!("a{n}.md"), "A")).collect(), false, false);
        assert_eq!([0, 1, 1_000, 1_001, 2_001].map(|count| parts(&of(count))), [1, 1, 1, 2, 3]);
        let (large, base) = (of(2_001), BaseUrl::parse("https://example.com").expect("an address"));
        let english = language("en");
        let part = |part: usize| serde_json::from_str::<Value>(&render(&large, &base, part, &english)).expect("JSON");
        let addresses = |feed: &Value| [feed["feed_url"].clone(), feed["next_url"].clone()];
        let url = |path: &str| Value::from(format!("https://example.com/{path}"));
        assert_eq!(addresses(&part(0)), [url("jobs.json"), url("jobs-2.json")]);
        assert_eq!(addresses(&part(1)), [url("jobs-2.json"), url("jobs-3.json")]);
        assert_eq!(addresses(&part(2)), [url("jobs-3.json"), Value::Null]);
        let ids =
            (0..3).flat_map(|n| part(n)["items"].as_array().expect("items").clone()).map(|item| item["id"].to_string());
        assert_eq!(ids.collect::<std::collections::BTreeSet<_>>().len(), 2_001);
    }
}
