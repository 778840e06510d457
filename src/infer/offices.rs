//! Where work is done, by the title or sentences of the text: "This role is based in Berlin", "our office in the heart of
//! Zurich", "Welder, Lyon".
//!
//! In goes the body, out come places only when they are known towns, or towns of a known country. What is said of the role
//! counts more than what is said of an office, and that more than where the employer sits; of the latter two several
//! different towns are no answer, since nobody can tell which is meant. Customers, investors and places of interviews are
//! left alone.

mod town;

use std::ops::Range;
use std::sync::LazyLock;

use self::town::{before, behind, enumerated, linked, place_at};
use super::body::{Body, CUES, Fact, Hit, Naming, Nearby, Part, Section};
use super::lexicon::Lexicon;
use super::places;
use super::whereabouts;
use super::words::{has_one_of, is_one_of, sentence_at, word_before};
use crate::posting::{Field, OriginKind, Place, Remote, Spot};

/// The places that the text says work is done in. Of a remote role, offices say nothing.
pub(super) fn in_body(body: &Body<'_>, remote: Option<Remote>) -> Option<Field<Vec<Place>>> {
    let tiers: &[Nearby] = match remote {
        Some(Remote::Full) => &[Nearby::Role, Nearby::Hiring],
        _ => &[Nearby::Role, Nearby::Hiring, Nearby::Workplace, Nearby::Company],
    };
    let mut found = tiers.iter().map(|tier| told(body, *tier)).find(|found| !found.is_empty()).unwrap_or_default();
    if found.is_empty() && remote != Some(Remote::Full) {
        found = mentioned(body);
    }
    let (first, line) = found.first()?;
    let is_same =
        found.iter().all(|(places, _)| places.iter().all(|place| first.iter().any(|p| p.key() == place.key())));
    is_same.then(|| Field::new(first.clone(), body.kind, *line))
}

/// Words of sentences that are about other people's places.
static OTHERS: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of_section(CUES, "office others"));

/// What a title says in brackets, behind a dash or at its end: `Welder (Berlin)`, `Welder, Lyon`, `Lasser Utrecht`.
pub(super) fn in_title(title: &str) -> Option<Vec<Place>> {
    const LINKS: [&str; 9] = [" in ", " à ", " en ", " em ", " te ", " at ", " zu ", " bei ", "@"];
    let pieces = title.split(['(', ')', '[', ']', '|', '–', '—']).flat_map(|piece| piece.split(" - "));
    let whole = pieces.skip(1);
    let linked = LINKS.iter().filter_map(|link| title.rsplit_once(link)).map(|(_, rest)| rest);
    // "Welder @ Hullwerk, Ulm"
    let linked = linked.filter(|rest| !rest.contains(',') || place_at(rest.trim_start()).is_some());
    let after_comma = title.split_once(", ").map(|(_, rest)| rest);
    let told = whole.chain(linked).chain(after_comma).map(whereabouts::read).find(|read| {
        let is_town = |place: &Place| matches!(place.spot, Spot::City(_) | Spot::Country(_) | Spot::Remote);
        read.is_understood() && !read.places.is_empty() && read.places.iter().all(is_town)
    });
    told.map(|read| read.places).or_else(|| town_at_end(title).map(|town| vec![town]))
}

/// The town that a title ends with, behind at least two other words.
fn town_at_end(title: &str) -> Option<Place> {
    let starts: Vec<usize> = title.match_indices(' ').map(|(at, _)| at + 1).collect();
    starts.iter().skip(1).find_map(|start| {
        let name = &title[*start..];
        let is_linked = is_one_of(word_before(title, *start), &["of", "and", "for", "de", "du", "von", "der"]);
        let place = places::is_city(name).then(|| whereabouts::place(name))?;
        let is_famous = matches!(&place.spot, Spot::City(city) if city.is_famous);
        (name.starts_with(char::is_uppercase) && is_famous && !is_linked).then_some(place)
    })
}

/// What the phrases of one kind tell, each with its line. A role may be in several towns; several offices are several
/// answers.
fn told(body: &Body<'_>, tier: Nearby) -> Vec<(Vec<Place>, u32)> {
    // "Acme is looking for" names the employer, and what is sought where.
    let is_hiring = |hit: &Hit| tier == Nearby::Hiring && hit.fact == Fact::Employer(Naming::Hires);
    // "An on-site role in Denver", "a full-time position in Denver".
    let is_present = |hit: &Hit| {
        let tells = matches!(
            hit.fact,
            Fact::Remote(Remote::No | Remote::Hybrid) | Fact::OnSite | Fact::Employment(_) | Fact::EmploymentHint(_)
        );
        tier == Nearby::Role && tells
    };
    let hits = body.hits.iter().filter(|hit| hit.fact == Fact::Office(tier) || is_hiring(hit) || is_present(hit));
    let places = hits.flat_map(|hit| {
        let part = &body.parts[hit.part];
        let is_elsewhere = tier != Nearby::Role && part.section == Section::Process;
        let places = if is_elsewhere { Vec::new() } else { around(&part.block.text, hit, tier) };
        let answers = if tier == Nearby::Role { vec![places] } else { places.into_iter().map(|p| vec![p]).collect() };
        answers.into_iter().map(|places| (places, part.block.line))
    });
    places.filter(|(places, _)| !places.is_empty()).collect()
}

fn around(text: &str, hit: &Hit, tier: Nearby) -> Vec<Place> {
    let sentence = sentence_at(text, hit.span.start);
    let after = &text[hit.span.end..sentence.end.max(hit.span.end)];
    let places = match tier {
        _ if !matches!(hit.fact, Fact::Office(_) | Fact::Employer(_)) => linked(after),
        Nearby::Role | Nearby::Company => enumerated(after),
        Nearby::Hiring => match behind(after, 24) {
            // "Acme, Ulm, is looking for"
            none if none.is_empty() && matches!(hit.fact, Fact::Employer(_)) => {
                let subject = text[sentence.start..hit.span.start].trim_end().trim_end_matches([',', ')']);
                before(subject).into_iter().collect()
            }
            places => places,
        },
        Nearby::Workplace => match before(&text[sentence.start..hit.span.start]) {
            Some(place) => vec![place],
            None => behind(after, 9),
        },
    };
    let sentence = &text[sentence];
    let is_others = !places.is_empty() && OTHERS.first(sentence).is_some();
    if is_others { Vec::new() } else { places }
}

/// The towns that are named in any words as where something is: those where employer or applicant are said to be ("in
/// Lisbon, we …"), or else all of them, which are an answer only where they are one and the same.
fn mentioned(body: &Body<'_>) -> Vec<(Vec<Place>, u32)> {
    if body.kind != OriginKind::Body {
        return Vec::new();
    }
    let is_telling = |part: &&Part<'_>| !matches!(part.section, Section::Ask | Section::Process);
    let found: Vec<Mention> = body.parts.iter().filter(is_telling).flat_map(|part| mentions(body, part)).collect();
    let least = found.iter().map(|mention| mention.rank).min();
    let best = found.into_iter().filter(|mention| Some(mention.rank) == least);
    best.map(|mention| (vec![mention.place], mention.line)).collect()
}

/// A town that a sentence names.
struct Mention {
    place: Place,
    line: u32,
    /// How much it says of where the work is done, the most telling first.
    rank: Rank,
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// Employer or applicant are there.
    Theirs,
    /// It stands behind its post code, or something is there.
    There,
    /// A university has its name.
    Namesake,
}

/// The towns of a block that stand behind a word for "in", a post code or the name of a university.
fn mentions(body: &Body<'_>, part: &Part<'_>) -> Vec<Mention> {
    const INSIDE: [&str; 22] = [
        "in", "à", "en", "em", "te", "at", "im", "from", "aus", "a", "su", "i", "w", "near", "bei", "around", "nach",
        "para", "vanuit", "fra", "från", "presso",
    ];
    const WHO: [&str; 22] = [
        "we", "we're", "our", "us", "you", "your", "wir", "uns", "unser", "unsere", "unserem", "du", "nous", "notre",
        "nos", "vous", "nuestro", "nuestra", "nosso", "nossa", "wij", "ons",
    ];
    const OF: [&str; 6] = ["of", "de", "di", "van", "do", "Universität"];
    let text = part.block.text.as_str();
    let speaks_of_employer = |sentence: &Range<usize>| {
        let is_employer = |hit: &Hit| matches!(hit.fact, Fact::Employer(Naming::Is | Naming::Does | Naming::Hires));
        let of_part = body.hits.iter().filter(|hit| std::ptr::eq(body.parts[hit.part].block, part.block));
        of_part.filter(|hit| is_employer(hit)).any(|hit| sentence.contains(&hit.span.start))
    };
    let is_early = matches!(part.section, Section::Lead | Section::Role | Section::Company);
    let spaces = memchr::memchr2_iter(b' ', b'\n', text.as_bytes());
    let starts = spaces.map(|at| at + 1).filter(|at| text[*at..].starts_with(char::is_uppercase));
    let found = starts.filter_map(|at| {
        let link = word_before(text, at);
        let is_inside = is_one_of(link, &INSIDE);
        let is_coded = (4..=5).contains(&link.len()) && link.bytes().all(|b| b.is_ascii_digit());
        let is_namesake = is_one_of(link, &OF) && is_university(&text[..at]);
        if !(is_inside || is_coded || is_namesake) {
            return None;
        }
        let (place, _) = place_at(&text[at..])?;
        // Of several towns, nobody can tell which is meant.
        let [_] = enumerated(&text[at..])[..] else { return None };
        let range = sentence_at(text, at);
        let sentence = &text[range.clone()];
        let has = |words: &[&str]| has_one_of(sentence, words);
        let is_theirs =
            is_inside && is_early && (has(&WHO) || (part.section != Section::Role && speaks_of_employer(&range)));
        let rank = match is_theirs {
            true => Rank::Theirs,
            false if is_namesake => Rank::Namesake,
            false => Rank::There,
        };
        // "From Oslo to Naples"
        let comes_from = !is_theirs && is_one_of(link, &["from", "aus", "fra", "från", "para", "nach"]);
        let is_others = comes_from || !is_namesake && OTHERS.first(sentence).is_some();
        (!is_others).then_some(Mention { place, line: part.block.line, rank })
    });
    found.collect()
}

/// Whether `before` ends with what a university is called before its town: `University of`.
fn is_university(before: &str) -> bool {
    const HOUSES: [&str; 8] = [
        "university",
        "universität",
        "université",
        "universidad",
        "universidade",
        "università",
        "universiteit",
        "universitat",
    ];
    let words: Vec<&str> = before.split_whitespace().rev().take(2).collect();
    words.iter().any(|word| HOUSES.contains(&word.to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::super::fixture::draft;

    fn places(text: &str) -> Vec<String> {
        let facts = draft().heading(1, "Welder").paragraph(text).facts();
        facts.locations.into_iter().flat_map(|field| field.value).map(|place| place.name).collect()
    }

    #[test]
    fn f1_sentences_tell_where_the_work_is_done() {
        for (text, expected) in [
            ("This role is based in Berlin.", vec!["Berlin"]),
            ("This role is based in Berlin or Munich.", vec!["Berlin", "Munich"]),
            ("You'll sit in our New York office, near the port.", vec!["New York"]),
            ("The position is located in Zürich", vec!["Zürich"]),
            ("You will work from our Lyon office.", vec!["Lyon"]),
            ("Our office is in the heart of Zurich.", vec!["Zurich"]),
            ("Freiraum, ein Büro am Fluss in Bern und Kuchen.", vec!["Bern"]),
            ("Een werkplek in ons kantoor aan de gracht in Utrecht.", vec!["Utrecht"]),
            ("Nos bureaux sont situés à Nantes.", vec!["Nantes"]),
            ("Welding at our North Harbour, Iowa office.", vec!["North Harbour, Iowa"]),
            ("Acme ist ein Verein mit Sitz in Köln.", vec!["Köln"]),
            ("Acme, headquartered in Austin, Texas, makes anvils.", vec!["Austin, Texas"]),
            ("勤務地は東京都です。", vec!["東京都"]),
            ("We are looking for a welder in Lisbon.", vec!["Lisbon"]),
            ("Für unsere Werft suchen wir Verstärkung in Kiel.", vec!["Kiel"]),
            ("Ort: Lyon", vec!["Lyon"]),
            ("This is an on-site role in Denver.", vec!["Denver"]),
            ("Acme is a Berlin-based yard.", vec!["Berlin"]),
            ("Estamos en Barcelona y soldamos.", vec!["Barcelona"]),
            ("Des locaux en plein centre-ville d'Amiens.", vec!["Amiens"]),
            ("東京オフィスで溶接します。", vec!["東京"]),
            ("This is a full-time position in Denver, Colorado.", vec!["Denver, Colorado"]),
            ("An in-person (Leeds, UK) position.", vec!["Leeds, UK"]),
            ("Whether you want to work in Berlin or not.", vec!["Berlin"]),
            ("Hullwerk, Bristol, is looking for a welder.", vec!["Bristol"]),
            ("Hullwerk builds submarines in Halifax, Nova Scotia.", vec!["Halifax, Nova Scotia"]),
            ("Hullwerk ist ein Familienunternehmen aus Paderborn.", vec!["Paderborn"]),
            ("Een kantoor van Hullwerk in centrum Amsterdam.", vec!["Amsterdam"]),
            ("The welder lives in or near Berlin.", vec!["Berlin"]),
            ("Be willing to relocate to Lisbon.", vec!["Lisbon"]),
            ("This role can be based in Berlin or Munich.", vec!["Berlin", "Munich"]),
            ("Part-time (20 hours a week) in Berlin", vec!["Berlin"]),
            ("In unserem Hamburger Büro schweißt du.", vec!["Hamburg"]),
            ("Din arbetsplats är i våra ljusa lokaler i centrala Stockholm.", vec!["Stockholm"]),
            ("Vores kontor ligger i København.", vec!["København"]),
            ("Lavorerai nella nostra sede di Milano.", vec!["Milano"]),
            ("Leben, lieben und schweißen in Groningen.", vec!["Groningen"]),
            ("Soudure en centre ville à Marseille, à temps plein.", vec!["Marseille"]),
            ("Dock 4, 20095 Hamburg", vec!["Hamburg"]),
            ("The University of Oxford invites applications for a welder.", vec!["Oxford"]),
            ("We're a London startup.", vec!["London"]),
            (
                "This role is based in Austin TX, San Antonio TX, or Hamburg.",
                vec!["Austin, TX", "San Antonio, TX", "Hamburg"],
            ),
            ("A bright office in central Ho Chi Minh.", vec!["Ho Chi Minh"]),
        ] {
            assert_eq!(places(text), expected, "{text}");
        }
    }

    #[test]
    fn f3_other_places_are_not_where_the_work_is_done() {
        for text in [
            "We work in our Sunday clothes.",
            "Investors in our Berlin portfolio.",
            "This role is based in Nowhere.",
            "Our customers have offices in Berlin.",
            "We fly you to our office in Paris for the interview.",
            "Offices in London, Berlin and Lisbon.",
            "Our products are sold in Berlin.",
            "We meet twice a year in Lisbon.",
            "Our founders met in Boston.",
            "Office work is nice.",
            "Microsoft Office and Reading.",
            "We ship to Rome. Our office is dog-friendly.",
            "Hullwerk is used by yards and customers in Halifax, Nova Scotia.",
            "Your position in our team is safe.",
            "Seams are made in Berlin, and sealed in Lisbon.",
            "A degree of the University of Oxford, or of the University of Bonn.",
            "The Summer office is closed.",
            "Ship number 20095 of Hullwerk.",
            "Hulls for yards in Berlin and Munich.",
            "Our servers are located in Frankfurt.",
            "Our CEO moved from Dublin.",
            "Hullwerk won a prize in Vienna.",
        ] {
            assert_eq!(places(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn f1_a_title_tells_the_place_behind_the_job() {
        for (title, expected) in [
            ("Welder (Berlin)", vec!["Berlin"]),
            ("Welder - Berlin / München", vec!["Berlin", "München"]),
            ("Welder, Austin, TX", vec!["Austin, TX"]),
            ("Lasser 32 uur Utrecht", vec!["Utrecht"]),
            ("Senior Welder in New York", vec!["New York"]),
            ("Welder (m/w/d) in Köln", vec!["Köln"]),
            ("Account Manager, Germany", vec!["Germany"]),
            ("Welder (Remote)", vec!["Remote"]),
            ("Welder @ Berlin", vec!["Berlin"]),
            ("Welder @ Hullwerk, Ulm", vec!["Ulm"]),
            // No places, or not those of the work.
            ("Director, EMEA", vec![]),
            ("Mobile Developer", vec![]),
            ("Welder, Mobile", vec![]),
            ("Reading Coach", vec![]),
            ("Head of Berlin", vec![]),
            ("Berlin Correspondent", vec![]),
            ("Welder (Steel, Nowhere)", vec![]),
        ] {
            let facts = draft().heading(1, title).facts();
            let names: Vec<_> =
                facts.locations.into_iter().flat_map(|field| field.value).map(|place| place.name).collect();
            assert_eq!(names, expected, "{title}");
        }
    }

    #[test]
    fn f3_two_offices_are_no_answer_but_the_role_has_its_own() {
        let facts = draft().paragraph("Work in our Berlin office.").paragraph("Or in our Paris office.").facts();
        assert!(facts.locations.is_none());
        let both = draft().paragraph("We have an office in Berlin.").paragraph("This role is based in Paris.").facts();
        assert_eq!(both.locations.map(|field| field.value[0].name.clone()).as_deref(), Some("Paris"));
        let remote = draft().paragraph("We are a fully remote team.").paragraph("Our office is in Berlin.").facts();
        assert!(remote.locations.is_some_and(|field| field.value[0].is_remote()));
    }
}
