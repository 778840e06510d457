//! The keys of front matter that mean something, under all names seen in the wild, and those that surely mean nothing.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What a key is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::infer) enum Key {
    Title,
    Summary,
    Subtitle,
    Company,
    Locations,
    City,
    Region,
    Country,
    Remote,
    EmploymentType,
    Tags,
    Team,
    Level,
    Experience,
    Salary,
    SalaryMin,
    SalaryMax,
    Currency,
    Period,
    Posted,
    Closes,
    Updated,
    Apply,
    ApplyEmail,
    Language,
    Status,
    Slug,
    Aliases,
    Weight,
    RemoteCountries,
    RemoteHours,
    Process,
}

/// The names of each key, the canonical one first: where several are given, the earlier name wins. `state` is read both
/// as a status and as a region.
const NAMES: &[(Key, &[&str])] = &[
    (
        Key::Title,
        &[
            "title",
            "job_title",
            "position",
            "role",
            "role_name",
            "headline",
            "titel",
            "titre",
            "titulo",
            "roles",
            "name",
        ],
    ),
    (Key::Summary, &["summary", "description", "excerpt", "intro", "meta_description", "metaDes"]),
    (Key::Subtitle, &["subtitle", "tagline"]),
    (
        Key::Company,
        &[
            "company",
            "company_name",
            "hiringOrganization",
            "organization",
            "organisation",
            "employer",
            "org",
            "hiring_company",
            "employer_name",
            "organization_name",
            "firma",
            "unternehmen",
            "arbeitgeber",
            "entreprise",
            "empresa",
            "bedrijf",
        ],
    ),
    (
        Key::Locations,
        &[
            "locations",
            "location",
            "job_location",
            "job_locations",
            "work_location",
            "office_location",
            "place",
            "office",
            "standort",
            "arbeitsort",
            "lieu",
            "where",
            "ubicacion",
            "localizacao",
            "standplaats",
            "job_city",
        ],
    ),
    (Key::City, &["city", "town"]),
    (Key::Region, &["region", "province"]),
    (Key::Country, &["country"]),
    (
        Key::Remote,
        &[
            "remote",
            "remote_policy",
            "workplaceType",
            "workplace",
            "is_remote",
            "remote_ok",
            "work_mode",
            "work_model",
            "location_type",
            "job_location_type",
            "telecommute",
        ],
    ),
    (
        Key::EmploymentType,
        &[
            "employment_type",
            "job_type",
            "type",
            "contract",
            "contract_type",
            "appointment_type",
            "hours",
            "commitment",
            "employment",
            "work_schedule",
            "position_type",
        ],
    ),
    (Key::Tags, &["tags", "skills", "technologies", "tech_stack", "stack"]),
    (Key::Team, &["team", "department", "function", "jobCategory"]),
    (Key::Level, &["level", "seniority"]),
    (Key::Experience, &["experience_months", "experience"]),
    (Key::Salary, &["salary", "compensation", "baseSalary", "salary_range", "pay"]),
    (Key::SalaryMin, &["salary_min", "min_salary", "min_payrange"]),
    (Key::SalaryMax, &["salary_max", "max_salary", "max_payrange"]),
    (Key::Currency, &["currency", "salary_currency"]),
    (Key::Period, &["salary_period"]),
    (
        Key::Posted,
        &[
            "posted",
            "date_posted",
            "posted_at",
            "date",
            "open_date",
            "opens",
            "createdAt",
            "pubDate",
            "publish_date",
            "published_at",
            "published_date",
        ],
    ),
    (
        Key::Closes,
        &[
            "closes",
            "close_date",
            "closing_date",
            "closes_at",
            "expire",
            "expires",
            "expiryDate",
            "validThrough",
            "deadline",
            "application_deadline",
            "apply_by",
        ],
    ),
    (Key::Updated, &["updated", "lastmod", "last_modified", "last_modified_at", "updated_at", "date_updated"]),
    (
        Key::Apply,
        &[
            "apply",
            "apply_url",
            "application_url",
            "application_link",
            "apply_link",
            "external_url",
            "apply_at",
            "apply_form",
            "application_form",
            "how_to_apply",
            "application",
        ],
    ),
    (Key::ApplyEmail, &["apply_email", "application_email", "email", "contact"]),
    (Key::Language, &["language", "lang", "locale"]),
    (
        Key::Status,
        &[
            "status",
            "draft",
            "published",
            "publish",
            "active",
            "open",
            "positionState",
            "hidden",
            "filled",
            "closed",
            "expired",
            "archived",
            "state",
        ],
    ),
    (Key::Slug, &["slug"]),
    (Key::Aliases, &["aliases", "redirect_from"]),
    (Key::Weight, &["weight", "order", "featured"]),
    (Key::RemoteCountries, &["remote_countries"]),
    (Key::RemoteHours, &["remote_hours"]),
    (Key::Process, &["process", "hiring_process", "interview_process"]),
];

/// Keys of other tools and of postings that are kept for themes, and are near enough to one of ours to look like a slip.
const WELL_KNOWN: &[&str] = &[
    "layout",
    "permalink",
    "image",
    "images",
    "author",
    "authors",
    "category",
    "categories",
    "url",
    "link",
    "template",
    "path",
    "paths",
    "data",
    "page",
    "pages",
    "note",
    "notes",
    "task",
    "tasks",
    "cover",
    "stage",
    "label",
    "labels",
    "time",
    "rate",
    "rule",
    "rules",
    "menu",
    "icon",
    "logo",
    "video",
    "color",
    "theme",
    "build",
    "series",
    "resources",
    "outputs",
    "cascade",
    "sitemap",
    "headless",
    "markup",
    "toc",
    "comments",
    "id",
    "uuid",
    "head",
    "hero",
    "meta",
    "seo",
    "extra",
    "params",
    "taxonomies",
    "requirements",
    "responsibilities",
    "benefits",
    "admin",
    "instructions",
    "sector",
    "industry",
    "template_key",
    "reports_to",
    "start_date",
    "contacts",
    "latex",
    "math",
    "sort",
    "sort_by",
    "roles",
    "lists",
];

static KNOWN_TO_OTHERS: LazyLock<HashSet<String>> =
    LazyLock::new(|| WELL_KNOWN.iter().map(|name| normalise(name)).collect());

/// The names that are long enough to be mistaken, normalised and as written.
static LONG_NAMES: LazyLock<Vec<(String, &str)>> = LazyLock::new(|| {
    let names = NAMES.iter().flat_map(|(_, names)| names.iter().copied());
    names.map(|name| (normalise(name), name)).filter(|(known, _)| known.len() >= 4).collect()
});

static BY_NAME: LazyLock<HashMap<String, (Key, usize)>> = LazyLock::new(|| {
    let names =
        NAMES.iter().flat_map(|(key, names)| names.iter().enumerate().map(move |(rank, name)| (*key, rank, *name)));
    names.map(|(key, rank, name)| (normalise(name), (key, rank))).collect()
});

/// What the key `name` means, and its rank among the names of that meaning; 0 is the canonical name.
pub(super) fn meaning(name: &str) -> Option<(Key, usize)> {
    BY_NAME.get(&normalise(name)).copied()
}

/// The canonical name of `key`.
pub(super) fn canonical(key: Key) -> &'static str {
    NAMES.iter().find(|(known, _)| *known == key).map_or("", |(_, names)| names[0])
}

/// All names of the key whose canonical name is `name`, that one first.
pub(in crate::infer) fn names_of(name: &str) -> &'static [&'static str] {
    NAMES.iter().find(|(_, names)| names[0] == name).map_or(&[], |(_, names)| names)
}

/// The known name that `name` is one typing slip away from. Names of three letters are too short to tell.
pub(super) fn slip_of(name: &str) -> Option<&'static str> {
    let name = normalise(name);
    if name.len() < 4 || KNOWN_TO_OTHERS.contains(name.as_str()) {
        return None;
    }
    LONG_NAMES.iter().find(|(known, _)| is_one_slip(&name, known)).map(|(_, written)| *written)
}

/// Whether one letter too many, too few, wrong, or swapped with its neighbour makes `a` of `b`. Asked of every unknown
/// key with every known one, so it has to cost next to nothing.
fn is_one_slip(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[front..], &b[front..]);
    let back = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    match (&a[..a.len() - back], &b[..b.len() - back]) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([first, second], swapped) => swapped == [*second, *first],
        _ => false,
    }
}

fn normalise(name: &str) -> String {
    name.chars().filter(|c| !matches!(c, ' ' | '_' | '-')).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn i4_keys_are_known_in_any_spelling() {
        for (name, expected) in [
            ("employmentType", Some((Key::EmploymentType, 0))),
            ("Employment Type", Some((Key::EmploymentType, 0))),
            ("date_posted", Some((Key::Posted, 1))),
            ("application link", Some((Key::Apply, 3))),
            ("valid_through", Some((Key::Closes, 7))),
            ("layout", None),
            ("", None),
        ] {
            assert_eq!(meaning(name), expected, "{name}");
        }
    }

    #[test]
    fn i4_one_slip_is_noticed_and_well_known_keys_are_none() {
        for (name, expected) in [
            ("locaton", Some("location")),
            ("employement_type", Some("employment_type")),
            ("tilte", Some("title")),
            ("salry", Some("salary")),
            ("data", None),
            ("stage", None),
            ("layout", None),
            ("gs_level", None),
            ("tag", None),
            ("sla", None),
        ] {
            assert_eq!(slip_of(name), expected, "{name}");
        }
    }
}
