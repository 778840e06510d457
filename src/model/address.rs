//! Each posting's address (I8, O1).
//!
//! An address comes from files, folders and front matter, and from the title only where those say nothing: what
//! inference makes of company or place never moves a posting.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::edition::Languages;
use super::frame::Outline;
use super::slugify;
use crate::diagnostic::Diagnostic;
use crate::source::Location;

/// The routes of all postings, in their order. `companies` are the folders that are companies.
pub(super) fn assign(
    postings: &[&Outline],
    companies: &[String],
    languages: &Languages,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<String> {
    let companies: FxHashSet<&str> = companies.iter().map(String::as_str).collect();
    let wanted: Vec<(String, String)> = postings
        .par_iter()
        .map(|posting| {
            let company = company_of(posting.path(), &companies);
            let jobs = languages.prefix(languages.of(posting)) + "/jobs/";
            let prefix = company.map_or_else(|| jobs.clone(), |company| format!("{jobs}{}/", company_slug(company)));
            (prefix, slug(posting, &languages.neutral(posting.path()), company))
        })
        .collect();
    let mut taken: FxHashMap<String, usize> =
        FxHashMap::with_capacity_and_hasher(postings.len(), rustc_hash::FxBuildHasher);
    let mut routes = Vec::with_capacity(postings.len());
    for (index, (posting, (prefix, slug))) in postings.iter().zip(wanted).enumerate() {
        let path = posting.path();
        let mut route = format!("{prefix}{slug}/");
        if let Some(&first) = taken.get(&route) {
            let wanted = route;
            route = suffixes(path)
                .map(|suffix| format!("{prefix}{slug}-{suffix}/"))
                .find(|r| !taken.contains_key(r))
                .unwrap_or_else(|| format!("{prefix}{slug}-{index}/"));
            diagnostics.push(shared(posting, postings[first], &wanted, &route));
        }
        taken.insert(route.clone(), index);
        routes.push(route);
    }
    routes
}

/// The nearest folder above a posting that is a company.
fn company_of<'a>(path: &'a str, companies: &FxHashSet<&str>) -> Option<&'a str> {
    path.rmatch_indices('/').map(|(slash, _)| &path[..slash]).find(|folder| companies.contains(folder))
}

fn company_slug(folder: &str) -> String {
    slugify(folder.rsplit('/').next().unwrap_or(folder))
}

/// `path` is the posting's without a language.
fn slug(posting: &Outline, path: &str, company: Option<&str>) -> String {
    let facts = posting.facts();
    if let Some(wanted) = &facts.slug {
        return slugify(&wanted.value);
    }
    if let Some(name) = speaking_name(path) {
        return slugify(name);
    }
    // `designer/index.md` is named by its folder, unless that is the company's or the top.
    let folder = path.rsplit_once('/').map(|(folder, _)| folder);
    if let Some(folder) = folder.filter(|folder| is_bundle(path) && company.is_none_or(|company| company != *folder)) {
        let name = folder.rsplit('/').next().unwrap_or(folder);
        if !is_machine_made(name) {
            // `index.de.md` beside `index.md` is another posting.
            let language = stem(path).split_once('.').map(|(_, language)| language);
            return slugify(&[name, language.unwrap_or("")].join(" "));
        }
    }
    // As written: the short title depends on what is known of company and place.
    let title = facts.heading.as_ref().or(facts.title.as_ref());
    title.map_or_else(|| slugify(stem(path)), |title| slugify(&title.value))
}

/// The file's name without ending and without an order or date prefix, or the id of an export; `None` where it says nothing.
fn speaking_name(path: &str) -> Option<&str> {
    let name = without_prefix(without_id(stem(path)));
    (!is_generic(name) && !is_machine_made(name)).then_some(name)
}

/// The file's name without folders and its last ending.
pub(super) fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// `2016-05-27-designer` and `02_designer` without what stands before the name.
pub(super) fn without_prefix(stem: &str) -> &str {
    let rest = stem.trim_start_matches(|c: char| c.is_ascii_digit() || "-_. ".contains(c));
    let prefix = &stem[..stem.len() - rest.len()];
    // "3d-artist" begins with a digit, but not with a prefix.
    let is_prefix = prefix.ends_with(['-', '_', '.', ' ']);
    if rest.is_empty() || !is_prefix { stem } else { rest }
}

/// The name before the id that Notion puts behind it when it exports a page: 32 hexadecimal figures.
fn without_id(stem: &str) -> &str {
    let is_id = |part: &str| part.len() == 32 && is_machine_part(part) && part.bytes().all(|b| b.is_ascii_hexdigit());
    stem.rsplit_once([' ', '-', '_']).filter(|(_, id)| is_id(id)).map_or(stem, |(name, _)| name)
}

/// Names that say where a file stands, not what is in it.
fn is_generic(name: &str) -> bool {
    let base = name.split('.').next().unwrap_or(name);
    ["index", "readme", "page", "job", "posting", "untitled", "new", "content"]
        .iter()
        .any(|generic| base.eq_ignore_ascii_case(generic))
}

fn is_bundle(path: &str) -> bool {
    stem(path).split('.').next().is_some_and(|base| base.eq_ignore_ascii_case("index"))
}

/// A number, a hash or a UUID: only digits and letters that come in no word.
fn is_machine_made(name: &str) -> bool {
    let parts: Vec<&str> = name.split(['-', '_', '.', ' ']).filter(|part| !part.is_empty()).collect();
    parts.iter().all(|part| is_machine_part(part))
}

fn is_machine_part(part: &str) -> bool {
    let digits = part.bytes().filter(u8::is_ascii_digit).count();
    let hexadecimal = part.bytes().all(|b| b.is_ascii_hexdigit());
    let alphanumeric = part.bytes().all(|b| b.is_ascii_alphanumeric());
    digits == part.len()
        || hexadecimal && digits > 0 && part.len() >= 4
        || hexadecimal && part.len() >= 16
        // Base 36 and base 62 ids: long, and digits among the letters more than once.
        || alphanumeric && part.len() >= 10 && digits >= 3
}

/// What a second posting of the same name can be told by: what its own file's name has more, its folder, its path's hash.
fn suffixes(path: &str) -> impl Iterator<Item = String> + use<'_> {
    let stem = stem(path);
    let prefix = stem[..stem.len() - without_prefix(stem).len()].trim_matches(['-', '_', '.', ' ']);
    let folder = path.rsplit_once('/').map(|(folder, _)| folder.rsplit('/').next().unwrap_or(folder));
    let named = [Some(prefix), folder, Some(stem)].into_iter().flatten().filter(|part| !part.is_empty());
    let hash = std::iter::once_with(|| blake3::hash(path.as_bytes()).to_hex()[..8].to_owned());
    named.map(slugify).chain(hash)
}

fn shared(later: &Outline, first: &Outline, wanted: &str, given: &str) -> Diagnostic {
    let message = format!("`{}` and `{}` both ask for `{wanted}`", first.shown(), later.shown());
    Diagnostic::warning("shared-address", message)
        .at(Location::start_of(later.shown().clone()))
        .help(format!("this one became `{given}`; give it a `slug` in its front matter to choose the address yourself"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::model::Arrival;
    use crate::model::tests::arrival;
    use crate::posting::{Field, OriginKind};

    fn routes(postings: &[(&str, &str)], companies: &[&str]) -> (Vec<String>, Vec<Diagnostic>) {
        assigned(postings.iter().map(|(path, title)| arrival(path, title)), companies)
    }

    fn assigned(arrivals: impl IntoIterator<Item = Arrival>, companies: &[&str]) -> (Vec<String>, Vec<Diagnostic>) {
        let outlines: Vec<Outline> = arrivals.into_iter().map(|arrival| Outline::of(arrival.posting)).collect();
        let companies: Vec<String> = companies.iter().map(|&folder| folder.into()).collect();
        let mut diagnostics = Vec::new();
        let languages = Languages::new(&Config::default());
        (assign(&outlines.iter().collect::<Vec<_>>(), &companies, &languages, &mut diagnostics), diagnostics)
    }

    #[test]
    fn i8_the_address_is_the_files_name_without_order_or_date() {
        for (path, route) in [
            ("senior-rust-engineer.md", "/jobs/senior-rust-engineer/"),
            ("a/b/Designer.markdown", "/jobs/designer/"),
            ("2016-05-27-designer.md", "/jobs/designer/"),
            ("02_designer.md", "/jobs/designer/"),
            ("3d-artist.md", "/jobs/3d-artist/"),
            ("design.de.md", "/jobs/design-de/"),
            ("Dock Welder 5f1c07b2e9d84a6c9b3e2a7d60c418fe.md", "/jobs/dock-welder/"),
            ("5f1c07b2e9d84a6c9b3e2a7d60c418fe.md", "/jobs/title/"),
            ("full-stack-javascript-engineer-2020.md", "/jobs/full-stack-javascript-engineer-2020/"),
        ] {
            assert_eq!(routes(&[(path, "Title")], &[]).0, [route], "{path}");
        }
    }

    #[test]
    fn i8_a_machine_made_or_generic_name_gives_way_to_the_title() {
        for path in [
            "000_2b01dc7b2f06d213.txt",
            "42.md",
            "2b01dc7b2f06d213.md",
            "85be63c9-5c46-4384-bc14-095dd070e6f1.md",
            "index.md",
            "job.md",
        ] {
            assert_eq!(routes(&[(path, "Senior Designer")], &[]).0, ["/jobs/senior-designer/"], "{path}");
        }
        for path in ["dead-beef-designer.md", "cafe.md", "facade.md", "ops.md", "web3.md", "a1.md"] {
            assert_ne!(routes(&[(path, "Senior Designer")], &[]).0, ["/jobs/senior-designer/"], "{path}");
        }
    }

    #[test]
    fn i8_an_index_file_is_named_by_its_folder() {
        let (routes, _) = routes(&[("fpga_engineer/index.en.md", "T"), ("fpga_engineer/index.md", "T")], &[]);
        assert_eq!(routes, ["/jobs/fpga-engineer-en/", "/jobs/fpga-engineer/"]);
    }

    #[test]
    fn i8_two_postings_never_share_a_page_and_the_warning_names_both() {
        let (routes, diagnostics) =
            routes(&[("a/ops.md", ""), ("b/01-ops.md", ""), ("c/01-ops.md", ""), ("c/ops.txt", "")], &[]);
        assert_eq!(routes, ["/jobs/ops/", "/jobs/ops-01/", "/jobs/ops-c/", "/jobs/ops-ops/"]);
        assert_eq!(diagnostics.len(), 3);
        assert_eq!(diagnostics[0].message, "`a/ops.md` and `b/01-ops.md` both ask for `/jobs/ops/`");
    }

    #[test]
    fn o1_a_folder_that_is_a_company_is_part_of_the_address() {
        let (routes, _) = routes(
            &[("acme/ops.md", ""), ("acme/x/web.md", ""), ("group/blue-sky/ops.md", ""), ("acmes/ops.md", "")],
            &["acme", "group/blue-sky"],
        );
        assert_eq!(routes, ["/jobs/acme/ops/", "/jobs/acme/web/", "/jobs/blue-sky/ops/", "/jobs/ops/"]);
    }

    #[test]
    fn i8_a_slug_in_the_front_matter_wins() {
        let mut arrival = arrival("ops.md", "Title");
        std::sync::Arc::make_mut(&mut arrival.posting).facts.slug =
            Some(Field::elsewhere("Dev Ops".into(), OriginKind::FrontMatter));
        assert_eq!(assigned([arrival], &[]).0, ["/jobs/dev-ops/"]);
    }
}
