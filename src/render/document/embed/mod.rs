//! The open roles for other sites: a compact list, and the script that shows it there.
//!
//! Both may be read from any origin. The script needs no exception from a strict Content-Security-Policy beside leave to
//! load it and to fetch the list, and it holds no words: those come with the list.

use serde_json::{Map, Value, json};

use crate::config::BaseUrl;
use crate::model::{Kind, Published, Site, State};
use crate::render::language::Language;
use crate::render::{filters, json, view};

/// Where the list lies below the output.
pub(super) const JSON: &str = "embed.json";
/// Where the script lies below the output; it looks for the list beside itself.
pub(super) const SCRIPT: &str = "embed.js";
/// The script.
pub(super) const SOURCE: &str = include_str!("embed.js");

/// The list.
pub(super) fn render(site: &Site, base: &BaseUrl, words: &Language) -> String {
    let open = site.postings.iter().filter(|published| published.state == State::Open);
    let list = json::object([
        ("title", words.say("roles.open", &[]).into()),
        ("other", words.say("roles.other", &[]).into()),
        ("none", words.say("roles.none", &[]).into()),
        ("url", base.join("/").into()),
        ("roles", open.map(|published| role(base, published, words)).collect()),
    ]);
    format!("{}\n", Value::Object(list))
}

fn role(base: &BaseUrl, published: &Published, words: &Language) -> Value {
    let facts = &published.posting.facts;
    let mut role = Map::new();
    let mut add = |name: &str, value: Option<Value>| {
        if let Some(value) = value {
            role.insert(name.to_owned(), value);
        }
    };
    let several = |names: Vec<&str>| Some(json!(names)).filter(|_| !names.is_empty());
    add("title", Some(published.title().into()));
    add("url", Some(base.join(&published.route).into()));
    add("company", facts.company.as_ref().map(|company| company.value.as_str().into()));
    add("team", facts.team.as_ref().map(|team| team.value.as_str().into()));
    add("where", words.place(facts).map(Value::from));
    add("places", several(Kind::Locations.names(facts)));
    add("remote", facts.remote.as_ref().map(|remote| json!(remote.value)));
    let types = facts.employment_type.iter().flat_map(|types| &types.value);
    let types: Vec<String> = types.map(|&employment_type| words.employment_type(employment_type)).collect();
    add("type", Some(json!(types)).filter(|_| !types.is_empty()));
    let salary = facts.salary.as_ref().and_then(|salary| filters::salary(words, &view::salary(&salary.value)).ok());
    add("salary", salary.map(Value::from));
    add("posted", published.posted().map(|day| day.to_string().into()));
    Value::Object(role)
}
