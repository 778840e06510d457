//! Addresses that confirm a name: the mailbox or the applicant tracking system of the employer is called like it.
//!
//! In go signs, body and links, out come more signs. An address alone names nobody: the text has to use the name.

use std::sync::LazyLock;

use memchr::memmem;

use super::kind::Kind;
use super::signs::Sign;
use super::spelling::{are_initials, fold, folded, is_folded};
use super::{Sources, name};
use crate::extract::Link;
use crate::infer::body::Body;
use crate::infer::table::{APPLY_HOSTS, EMPLOYERS};
use crate::infer::words::{find_phrase, is_one_of, word_before};
use crate::posting::Origin;
use crate::source::floor_char_boundary;

/// Hosts of applicant tracking systems; an employer is a name below one, or the first part of the path.
static SYSTEMS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| APPLY_HOSTS.forms("system").filter(|host| !host.contains('/')).collect());

/// Hosts of forms and networks that are not the employer's.
static OTHERS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| APPLY_HOSTS.forms("form").chain(APPLY_HOSTS.forms("social")).collect());

/// What many have their domains below, other than the last part: `co` of `acme.co.uk`.
static SHARED: LazyLock<Vec<&'static str>> = LazyLock::new(|| APPLY_HOSTS.words("shared"));

static HIRING: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("path of hiring"));
static LEADS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("before small"));
static HOMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("key of homes"));

/// So many different addresses are looked at.
const MOST: usize = 6;
/// The first word of a label may be a name if it is as long.
const LEAST_OF_LABEL: usize = 5;
/// A shorter label may be anybody's.
const SHORTEST: usize = 3;

/// Adds a sign for each name that an address of `body` or `links` is called like.
pub(super) fn confirm<'a>(signs: &mut Vec<Sign<'a>>, sources: Sources<'a>, links: &[Link]) {
    let body = sources.body;
    for label in labels(sources, links) {
        let folded = fold(&label);
        let is_called = |sign: &&Sign<'_>| sign.kind != Kind::IsOther && are_alike(&fold(sign.name), &folded);
        let is_domain = |sign: &&Sign<'_>| is_folded(stem(sign.name), &folded);
        let of = |sign: &Sign<'a>| (sign.name, sign.origin);
        let known = signs.iter().find(|sign| is_folded(sign.name, &folded)).map(of);
        // "acme is a yard" of `acme-yards`
        let first = label.split('-').next().filter(|first| first.len() < label.len() && first.len() >= LEAST_OF_LABEL);
        let known = known.or_else(|| written(body, &label)).or_else(|| in_words(body, &folded));
        let known = known.or_else(|| written(body, first?)).or_else(|| in_initials(body, &folded));
        let known = known.or_else(|| signs.iter().find(is_domain).map(of));
        let known = known
            .or_else(|| signs.iter().find(is_called).map(|sign| (without_product(sign.name, &folded), sign.origin)));
        let Some((name, origin)) = known else { continue };
        signs.push(Sign { name, kind: Kind::Address, origin });
    }
    let homepages: Vec<String> = links.iter().filter_map(own_name).map(fold).collect();
    let has_home = |name: &str| homepages.iter().any(|home| is_folded(name, home));
    let is_linked = |sign: &&Sign<'_>| sign.kind != Kind::IsOther && has_home(sign.name);
    let linked = signs.iter().find(is_linked).map(|sign| Sign { kind: Kind::Homepage, ..*sign });
    signs.extend(linked);
}

/// A name without the end of the domain that it is written with: `Acme` of `Acme.io`.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The part of a name that the address is called like, where but words of business follow: `Acme` of "Acme Cloud".
fn without_product<'a>(name: &'a str, folded: &str) -> &'a str {
    let mut parts = name.match_indices(' ').map(|(end, _)| (&name[..end], &name[end + 1..]));
    let own = parts.find(|(own, _)| is_folded(own, folded));
    own.filter(|(_, rest)| rest.split(' ').all(name::is_common)).map_or(name, |(own, _)| own)
}

/// Whether a name and an address begin with the same, and one is but longer: `ternandco`, "Acme Welding" at `acme-ulm`.
fn are_alike(name: &str, label: &str) -> bool {
    const SHORTEST: usize = 5;
    name.len().min(label.len()) >= SHORTEST && (name.starts_with(label) || label.starts_with(name))
}

/// What the domain is called that a link leads to the first page of, or whose text is that name.
fn own_name(link: &Link) -> Option<&str> {
    let (_, rest) = link.url.split_once("://")?;
    let label = of_domain(rest)?;
    let is_first_page = rest.trim_end_matches('/').find(['/', '?', '#']).is_none();
    (is_first_page || folded(label).eq(folded(&link.text))).then_some(label)
}

/// The host of a link that is but `name` and leads to a whole site.
pub(super) fn home<'a>(name: &str, links: &'a [Link]) -> Option<&'a str> {
    let link = links.iter().find(|link| folded(&link.text).eq(folded(name)) && link.url.starts_with("http"))?;
    let (_, rest) = link.url.split_once("://")?;
    let host = rest.trim_end_matches('/');
    let is_host = host.contains('.') && host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'));
    is_host.then(|| host.strip_prefix("www.").unwrap_or(host))
}

/// Whether `text[at..end]` is a part of an address.
pub(super) fn holds(text: &str, at: usize, end: usize) -> bool {
    text[..at].ends_with(['@', '.', '/', '-', ':', '#'])
        || [" at ", "arroba ", "[at] ", "(at) ", "{at} "].iter().any(|sign| text[..at].ends_with(sign))
            && starts_with_dot(&text[end..])
        || (text[end..].starts_with(['.', '/', '@', '-']) && text[end + 1..].starts_with(char::is_alphanumeric))
}

/// Whether a full stop written as a word follows: `jobs at acme dot com`.
fn starts_with_dot(text: &str) -> bool {
    [" dot ", " punto ", " punkt ", " ponto ", " [dot] ", " (dot) ", " {dot} "].iter().any(|dot| text.starts_with(dot))
}

/// "La Forge", where an address is called so: `laforge.example`.
pub(super) fn with_article(signs: &[Sign<'_>], name: &str) -> Option<String> {
    let is_full = |full: &str| full.strip_suffix(name).is_some_and(|article| name::is_article(article.trim_end()));
    let full = signs.iter().find(|sign| sign.kind == Kind::Address && is_full(sign.name))?;
    Some(full.name.to_owned())
}

/// Whether an address is called like `own`, which is `name` without what its legal form says again: "Hullwerk e.V." of
/// "Verein Hullwerk e.V."
pub(super) fn is_without_kind(signs: &[Sign<'_>], name: &str, own: &str) -> bool {
    const KINDS: [&str; 6] = ["Verein", "Genossenschaft", "Gesellschaft", "Vereniging", "Association", "Firma"];
    let kind = name.strip_suffix(own).and_then(|kind| kind.strip_suffix(' '));
    let is_called = |name: &str| signs.iter().any(|sign| sign.kind == Kind::Address && sign.name == name);
    kind.is_some_and(|kind| KINDS.contains(&kind)) && name::has_form(own) && is_called(own) && !is_called(name)
}

/// What the addresses to write to and apply at are called, each once.
fn labels(sources: Sources<'_>, links: &[Link]) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    let texts = sources.body.parts.iter().map(|part| part.block.text.as_str());
    let in_text = texts.clone().flat_map(|text| text.split('@').skip(1)).filter_map(of_domain);
    let spelt = texts.clone().flat_map(spelt);
    let homes = texts.flat_map(|text| memmem::find_iter(text.as_bytes(), "www.").map(|at| &text[at + 4..]));
    let homes = homes.filter_map(of_domain);
    let in_links = links.iter().filter_map(|link| match link.url.strip_prefix("mailto:") {
        Some(mailbox) => of_domain(mailbox.split_once('@')?.1),
        None => at_system(&link.url).or_else(|| of_hiring(&link.url)),
    });
    let in_values = sources.others.iter().filter_map(|(_, key, value)| of_value(key, value));
    let to_apply = sources.apply.iter().filter_map(|address| match address.strip_prefix("mailto:") {
        Some(mailbox) => of_domain(mailbox.split_once('@')?.1),
        None => at_system(address).or_else(|| of_own_site(address)),
    });
    let all = in_text.chain(spelt).chain(homes).chain(in_links).chain(in_values).chain(to_apply);
    for label in all.filter(|label| label.len() >= SHORTEST).take(4 * MOST) {
        let label = label.to_ascii_lowercase();
        if labels.len() < MOST && !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels
}

/// `acme` of `jobs [at] acme [dot] com`.
fn spelt(text: &str) -> impl Iterator<Item = &str> {
    const SIGNS: [&str; 7] = ["[at]", "(at)", "{at}", "(arobase)", "[arobase]", "[a]", "(a)"];
    memchr::memchr3_iter(b'[', b'(', b'{', text.as_bytes()).filter_map(|at| {
        let behind = SIGNS.iter().find_map(|sign| text[at..].strip_prefix(sign))?.trim_start();
        let end = behind.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-')).unwrap_or(behind.len());
        // "Desenvolvedor(a) Pleno" writes to nobody.
        let rest = behind[end..].trim_start();
        let goes_on = starts_with_dot(&behind[end..]) || rest.starts_with(['.', '[', '(', '{']);
        (end > 0 && goes_on).then(|| &behind[..end])
    })
}

/// `acme` of `acme.com`, `hr.acme.co.uk` and what may follow.
fn of_domain(text: &str) -> Option<&str> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '.')).unwrap_or(text.len());
    let mut parts = text[..end].trim_end_matches('.').rsplit('.');
    let top = parts.next()?;
    let label = parts.next()?;
    // "co.hull.mn.us", "keel.n-yorks.sch.uk", "acme.example.com.au"
    let is_state = top == "us" && label.len() == 2;
    let is_shared = |label: &str| SHARED.iter().any(|known| label.eq_ignore_ascii_case(known));
    if !is_state && !is_shared(label) {
        return Some(label);
    }
    parts.find(|part| !is_shared(part)).or_else(|| (top.len() > 2).then_some(label))
}

/// `acme` of `acme.com/careers` and `jobs.acme.com`, where an employer says who is sought.
fn of_hiring(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let first = path.split(['/', '?', '#', '.']).next().unwrap_or("");
    let is_hiring = |word: &str| HIRING.iter().any(|known| word.eq_ignore_ascii_case(known));
    (is_hiring(first) || host.split_once('.').is_some_and(|(below, _)| is_hiring(below)))
        .then(|| of_domain(host))
        .flatten()
}

/// `acme` of `https://acme.com/welder`, but nothing of a form that others keep for the employer.
fn of_own_site(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let is_at = |known: &str| {
        rest.strip_prefix("www.").unwrap_or(rest).starts_with(known)
            || host.strip_suffix(known).is_some_and(|below| below.ends_with('.'))
    };
    if OTHERS.iter().any(|known| is_at(known)) { None } else { of_domain(rest) }
}

/// `acme` of `website: https://acme.com` in front matter.
fn of_value<'a>(key: &str, value: &'a str) -> Option<&'a str> {
    let is_home = key.split(' ').any(|word| HOMES.iter().any(|known| word.eq_ignore_ascii_case(known)));
    of_domain(value.split_once("://")?.1).filter(|_| is_home)
}

/// `acme` of `acme.recruitee.com` and `jobs.lever.co/acme/1`.
fn at_system(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let below = SYSTEMS.iter().find_map(|system| host.strip_suffix(system))?;
    // "acme.wd3.myworkdayjobs.com"
    let is_server = |part: &&str| part.strip_prefix("wd").is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit()));
    let name = below.trim_end_matches('.').rsplit('.').find(|part| !is_server(part)).unwrap_or("");
    let is_own = ["", "www", "jobs", "job", "boards", "job-boards", "apply", "careers", "app", "eu"].contains(&name);
    if is_own { path.split(['/', '?', '#']).next() } else { Some(name) }
}

/// The name as the text writes it, with a capital.
pub(super) fn written<'a>(body: &'a Body<'_>, label: &str) -> Option<(&'a str, Origin)> {
    body.parts.iter().find_map(|part| {
        let text = &part.block.text;
        let mut from = 0;
        while let Some(found) = find_phrase(&text[from..], label) {
            let (at, end) = (from + found, from + found + label.len());
            let name = &text[at..end];
            // "acme makes anvils", "join acme", where an address says that it is no common word.
            let begins = || at == 0 || text[..at].ends_with(". ") || text[..at].ends_with('\n');
            let is_joined = || text[..at].ends_with(' ') && is_one_of(word_before(text, at), &LEADS);
            let is_small = name::small(name) == name && !name.is_empty() && (begins() || is_joined());
            let is_name = name.contains(char::is_uppercase) && name::leading(name) == name;
            // "Acme.org" is named like its domain.
            let dotted = name::leading(&text[at..]);
            if is_name && dotted.len() > name.len() && stem(dotted) == name && !text[..at].ends_with(['@', '/', '.']) {
                let origin = part.origin();
                return Some((dotted, origin));
            }
            if !holds(text, at, end) && (is_name || is_small) {
                let whole = Some(name::leading(&text[at..])).filter(|full| is_always(body, name, full));
                let full = name::of_saint(text, at).or_else(|| name::of_institution(text, at, end));
                let full = full.or_else(|| behind_trade(body, text, at, name)).or(whole);
                let origin = part.origin();
                return Some((full.unwrap_or(name), origin));
            }
            from = end;
        }
        None
    })
}

/// The name as the text writes it in several words: "Acme Steel" of `acmesteel`.
fn in_words<'a>(body: &'a Body<'_>, folded: &str) -> Option<(&'a str, Origin)> {
    let first = folded.chars().next()?.to_ascii_uppercase();
    body.parts.iter().find_map(|part| {
        let text = part.block.text.as_str();
        let mut starts = starts_with(text, first);
        let (at, name) = starts.find_map(|at| Some((at, in_words_at(body, text, at, folded)?)))?;
        let name = name::of_institution(text, at, at + name.len()).unwrap_or(name);
        Some((name, part.origin()))
    })
}

/// Where a word of `text`, other than one of a path, begins with a letter.
fn starts_with(text: &str, first: char) -> impl Iterator<Item = usize> {
    let begins = |at: &usize| !text[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '/');
    text.match_indices(first).map(|(at, _)| at).filter(begins)
}

/// The name that begins at `at`.
fn in_words_at<'t>(body: &Body<'_>, text: &'t str, at: usize, folded: &str) -> Option<&'t str> {
    let name = name::leading(&text[at..]);
    // Of two words, of three, and so on; of one where addresses write it with other letters, "Ærøskib" of `aeroeskib`.
    let first = name.split(' ').next().unwrap_or(name);
    let longer = name.match_indices(' ').map(|(end, _)| end).chain([name.len()]).skip(usize::from(first.is_ascii()));
    let mut longer = longer.map(|end| &name[..end]);
    let Some(called) = longer.find(|name| is_folded(name, folded)) else { return joined(&text[at..], folded) };
    // "Hull State University" of `hullstate`, "Hull & Sons Yard" of `hullandsons`
    let in_full = if name::is_academy(called) { None } else { longer.find(|full| name::is_academy(full)) };
    let in_full = in_full.or_else(|| Some(name).filter(|full| is_always(body, called, full)));
    Some(in_full.unwrap_or(called))
}

/// The name as the text writes it whose initials the address has: "Hull County Council" of `hcc`.
fn in_initials<'a>(body: &'a Body<'_>, letters: &str) -> Option<(&'a str, Origin)> {
    const MOST: usize = 6;
    let first = letters.chars().next().filter(|_| letters.len() <= MOST)?.to_ascii_uppercase();
    body.parts.iter().find_map(|part| {
        let text = part.block.text.as_str();
        let mut names = starts_with(text, first).map(|at| name::leading(&text[at..]));
        let name = names.find(|name| are_initials(letters, name))?;
        Some((name, part.origin()))
    })
}

/// The name that `text` begins with, whatever words are small in it: "Ships for All" of `shipsforall`.
fn joined<'t>(text: &'t str, folded: &str) -> Option<&'t str> {
    const MOST_WORDS: usize = 6;
    let near = &text[..floor_char_boundary(text, text.len().min(2 * folded.len()))];
    let near = near.split('\n').next().unwrap_or(near);
    let ends = near.char_indices().filter(|(_, c)| !c.is_alphanumeric()).map(|(end, _)| end).chain([near.len()]);
    ends.take(MOST_WORDS).skip(1).map(|end| &near[..end]).find(|name| is_folded(name, folded))
}

/// Whether `short` never stands without what makes it `full`.
fn is_always(body: &Body<'_>, short: &str, full: &str) -> bool {
    let adds = full.strip_prefix(short).filter(|adds| !adds.split(' ').any(name::is_common));
    adds.is_some()
        && body.parts.iter().all(|part| {
            let text = &part.block.text;
            let found = text.match_indices(short).filter(|(at, _)| !holds(text, *at, at + short.len()));
            found.map(|(at, _)| &text[at..]).all(|rest| rest.starts_with(full))
        })
}

/// The name with the trade before it, where it never stands without: "Schiffbau Acme".
fn behind_trade<'t>(body: &Body<'_>, text: &'t str, at: usize, name: &str) -> Option<&'t str> {
    let trade = text[..at].strip_suffix(' ')?.rsplit([' ', '\n']).next().filter(|word| name::names_trade(word))?;
    let is_behind = |before: &str| before.strip_suffix(' ').is_some_and(|before| before.ends_with(trade));
    let is_always = body.parts.iter().all(|part| {
        let text = &part.block.text;
        let mut found = text.match_indices(name).filter(|(at, _)| !holds(text, *at, at + name.len()));
        found.all(|(at, _)| is_behind(&text[..at]))
    });
    is_always.then(|| &text[at - trade.len() - 1..at + name.len()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_and_a_system_are_read_for_the_employer() {
        for (text, expected) in [
            ("acme.com", Some("acme")),
            ("hr.acme.co.uk, or", Some("acme")),
            ("acme-steel.example.", Some("acme-steel")),
            ("acme.example.co.uk", Some("acme")),
            ("jobs.acme.example.de", Some("acme")),
            ("acme.blogspot.com", Some("acme")),
            ("example.co.uk", None),
            ("acme", None),
        ] {
            assert_eq!(of_domain(text), expected, "{text}");
        }
        for (url, expected) in [
            ("https://jobs.lever.co/acme/4711", Some("acme")),
            ("https://acme.recruitee.com/o/welder", Some("acme")),
            ("https://acme.example/jobs", None),
        ] {
            assert_eq!(at_system(url), expected, "{url}");
        }
    }
}
