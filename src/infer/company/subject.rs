//! The name that a sentence begins with, as what the rest of it is about.
//!
//! In goes the text between the beginning of a sentence and a phrase, out comes the name in it. What the sentence says of
//! the name is for [`super::beside`] to tell.

use std::sync::LazyLock;

use super::kind::Kind;
use super::{KINDS, han, name};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::EMPLOYERS;
use crate::infer::words::{is_hangul, is_ideographic, is_one_of, rsplit_at_each, split_at_each, strip_word};
use crate::infer::{places, team, title};

static BEFORE: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("before subject"));
static UNITS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("unit"));
static PARTICLES: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("particle"));
static FUNCTIONS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("function"));
static ADVERBS: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("adverb"));
static SELVES: LazyLock<Vec<&'static str>> = LazyLock::new(|| EMPLOYERS.words("self"));

/// What a name has that stands for it: "The team at Acme is looking for".
static TEAMS_OF: LazyLock<Lexicon<()>> = LazyLock::new(|| EMPLOYERS.lexicon("team of"));

/// The subject of a sentence, if it is a name. `hires` is whether it looks for people, so that the name may be parted
/// from the verb, or be that of an institution in small letters.
pub(super) fn of_sentence(before: &str, hires: bool) -> Option<&str> {
    // "The Acme project seeks …"
    const AND_OURS: [&str; 5] = [" and our ", " and its ", " und unser ", " und unsere ", " et notre "];
    const TEAMS: [&str; 5] = [" project", " team", " family", "-Team", " Team"];
    let team = TEAMS.iter().find_map(|noun| before.trim_end().strip_suffix(noun));
    let before = team.map_or(Some(before), of_team_members)?;
    // "L'équipe d'Acme"
    let behind = TEAMS_OF.strip(before.trim_start());
    let before = behind.map_or(before, |name| ["d'", "d’"].iter().find_map(|of| name.strip_prefix(of)).unwrap_or(name));
    // "As Acme continues to grow, …"
    // "Since then Acme has raised"
    let behind = std::iter::successors(Some(before), |rest| BEFORE.strip(rest.trim_start()));
    let before = behind.last().unwrap_or(before);
    if let Some(outer) = outer(before).filter(|_| hires) {
        return Some(outer);
    }
    let before = without_town(before);
    // "Founded in 1999, Acme is …", "Equal opportunity: Acme is …"
    let behind = |mark: &str| name::whole(before.rsplit_once(mark)?.1);
    // "The ASW – Association of Ship Welders is"
    let acronym = || {
        let (short, _) = split_at_each(before, &[" - ", " – "]).next()?;
        name::whole(short).filter(|short| name::is_acronym(short))
    };
    // "The Steel Lab and our Hull team"
    let first = || name::whole(split_at_each(before, &AND_OURS).next()?.0);
    let whole = name::whole(before).or_else(acronym).or_else(first).or_else(|| behind(", ")).or_else(|| behind(": "));
    // "Als Familienbetrieb baut Acme …"
    let whole = whole.filter(|name| KINDS.exactly(name).is_none());
    let of_hiring = || {
        possessed(before)
            .or_else(|| part(before))
            .or_else(|| part(before.rsplit_once(", ")?.1))
            .or_else(|| of_kind(before))
            .filter(|_| hires)
    };
    // "La mairie de Brest (14 000 habitants), à l'ouest, recrute"
    let of_house = || {
        let first = before.split([',', '(', '–']).next()?;
        name::composed(first).or_else(|| name::whole(first)).filter(|name| name::is_institution(name))
    };
    whole
        .or_else(|| seated(before))
        .or_else(|| of_house().filter(|_| hires))
        .or_else(of_hiring)
        .or_else(|| of_cause(before).filter(|_| hires))
        .or_else(|| of_thing(before, hires))
        .or_else(|| name::composed(before).filter(|name| hires || name.contains(char::is_uppercase)))
        .or_else(|| of_clause_within(before).filter(|_| hires))
}

/// "Please note that Acme", "Du stimmst zu, dass Acme"
fn of_clause_within(before: &str) -> Option<&str> {
    const THAT: [&str; 5] = [" that ", " dass ", " que ", " che ", " dat "];
    rsplit_at_each(before, &THAT).min_by_key(|(_, name)| name.len()).and_then(|(_, name)| name::whole(name))
}

/// "The Acme Data Science" before "team", without what the team does; none where that is all of it.
fn of_team_members(team: &str) -> Option<&str> {
    let name = name::without_article(team.trim_start());
    let is_function = |word: &str| name::is_common(word) || team::is_usual(word) || is_one_of(word, &FUNCTIONS);
    let own = name.split(' ').take_while(|word| !is_function(word)).map(|word| word.len() + 1).sum::<usize>();
    let is_trade = name.get(own..).is_some_and(|rest| rest.split(' ').all(|word| is_function(word) || word == "&"));
    match own {
        0 => None,
        // "Acme's Platform"
        _ if is_trade => Some(name::without_possessive(&name[..own - 1])),
        _ => Some(team),
    }
}

/// "Mac's Yard", all of it a name, but "Acme's Platform Team".
fn possessed(before: &str) -> Option<&str> {
    const MOST_WORDS: usize = 3;
    let name = before.trim();
    let (_, own) = split_at_each(name, &["'s ", "’s "]).min_by_key(|(owner, _)| owner.len())?;
    let is_own = |word: &str| word.starts_with(char::is_uppercase) && !team::is_usual(word) && !name::is_common(word);
    let is_name = name.starts_with(char::is_uppercase) && own.split(' ').all(is_own) && !name::is_unit(own);
    (is_name && name.split(' ').nth(MOST_WORDS).is_none()).then_some(name)
}

/// "The Acme Lab at the University of Ulm is looking for …", but "the Department of Steel at the University of Ulm".
fn part(before: &str) -> Option<&str> {
    const WITHIN: [&str; 20] = [
        " at ", " in ", " im ", " an der ", " am ", " auf ", " bei ", " aus ", " zu ", " à ", " of the ", " mit ",
        " from ", " uit ", " te ", " från ", " fra ", " em ", "'s ", "’s ",
    ];
    let (name, outer) = split_at_each(before, &WITHIN).min_by_key(|(name, _)| name.len())?;
    let whole = name::whole(name).or_else(|| of_thing(name, true)).filter(|_| !before.ends_with("team"))?;
    // "Jane Doe from the Institute for Steel"
    let is_inner =
        name::is_unit(whole) || (name::may_be_persons(whole) && name::composed(outer).is_some_and(name::is_academy));
    if is_inner { name::composed(outer).or_else(|| name::whole(outer)).or(Some(whole)) } else { Some(whole) }
}

/// A subject without the town behind a word that joins names as well: "Hullverk i Umeå", but "Kaaij en Zonen".
fn without_town(before: &str) -> &str {
    const IN: [&str; 2] = [" i ", " en "];
    let town = rsplit_at_each(before, &IN).min_by_key(|(_, town)| town.len());
    town.filter(|(_, town)| places::find(town.trim()).is_some()).map_or(before, |(name, _)| name)
}

/// "The Centre for Steel in Ulm does …"
fn seated(before: &str) -> Option<&str> {
    const IN: [&str; 9] = [" in ", " à ", " en ", " em ", " te ", " aus ", " uit ", " i ", " a "];
    let (name, place) = rsplit_at_each(before, &IN).min_by_key(|(_, place)| place.len())?;
    name::whole(name).filter(|name| name::is_whole_institution(name) && places::find(place).is_some())
}

/// "Acme société d'ingénierie recherche …"
fn of_kind(before: &str) -> Option<&str> {
    let name = name::leading(name::without_article(before.trim_start()));
    let rest = before.split_once(name)?.1.trim_start();
    (!name.is_empty() && KINDS.strip(rest).is_some()).then_some(name)
}

/// "Le chantier Acme", but "le service Comptabilité": what it is stands before the name, in small letters; what does not
/// `hires` is a kind of employer, "la maison Acme".
fn of_thing(before: &str, hires: bool) -> Option<&str> {
    let (article, rest) = before.trim().split_once(' ').filter(|(word, _)| name::is_article(word))?;
    let (thing, name) = rest.split_once(' ')?;
    let is_thing = article.len() > 1
        && (hires || KINDS.exactly(thing).is_some())
        && thing.len() > 3
        && thing.chars().all(|c| c.is_lowercase() || c == '-')
        && !is_one_of(thing, &UNITS)
        // "Le chef Paul"
        && !title::is_job_word(thing)
        && !name::is_grammar(thing);
    name::whole(name).filter(|whole| is_thing && whole.len() == name.len() && !name.split(' ').all(team::is_usual))
}

/// "Terre des jeunes", all of what a sentence begins with, written small behind its first word.
fn of_cause(before: &str) -> Option<&str> {
    const JOINS: [&str; 9] = ["de", "des", "du", "pour", "sans", "sur", "en", "contre", "of"];
    let name = before.trim();
    let mut words = name.split(' ');
    let first = words.next()?;
    let is_proper = name::leading(first) == first && KINDS.exactly(first).is_none() && !name::is_house(first);
    let is_join = words.next().is_some_and(|word| JOINS.contains(&word));
    let is_short =
        (1..=3).contains(&words.clone().count()) && words.all(|word| word.len() > 2 && !name::is_grammar(word));
    (is_proper && is_join && is_short && name.chars().all(|c| c.is_alphabetic() || c == ' ')).then_some(name)
}

/// "l'équipe soudure d'Acme", behind a word that calls the reader to it: what has the team.
pub(super) fn of_team(text: &str) -> Option<&str> {
    const TEAMS: [&str; 8] =
        ["l'équipe", "l’équipe", "les équipes", "le pôle", "le service", "la brigade", "le développement", "het team"];
    const OF: [&str; 7] = [" du ", " de la ", " d'", " d’", " de l'", " de l’", " de "];
    let behind = TEAMS.iter().find_map(|team| strip_word(text.trim_start(), team))?;
    let clause = behind.split([',', '.', ':', ';', '!', '?', '\n', '–', '—']).next()?;
    let named = |of: &&str| clause.rsplit_once(*of).map(|(_, name)| name::leading(name));
    let name = OF.iter().filter_map(named).find(|name| !name.is_empty())?;
    let (between, rest) = clause.split_once(name)?;
    // "L'équipe du musée de la Coque"; "Au P'tit" goes on behind what reads as the name.
    let is_part = between.split([' ', '\'', '’']).any(name::is_house) || rest.starts_with(['\'', '’']);
    (!is_part && !name::may_be_persons(name) && places::find(name).is_none()).then_some(name)
}

/// "The Department of Steel of Ulm University", "La Facultad de Acero de la Universidad de Ulm"
fn outer(before: &str) -> Option<&str> {
    const OF: [&str; 9] = [" of ", " der ", " des ", " de la ", " de l'", " de l’", " del ", " da ", " van de "];
    let (unit, outer) = rsplit_at_each(before, &OF).max_by_key(|(unit, _)| unit.len())?;
    let is_unit = name::is_unit(name::without_article(unit));
    name::whole(outer).filter(|outer| is_unit && name::is_institution(outer))
}

/// A subject that has no capital; whether it is a name is for what follows to say.
pub(super) fn plain(before: &str) -> Option<&str> {
    // "关于我们：船工坊是一家 …"
    let word = before.rsplit(['：', '，', '、']).next().unwrap_or(before).trim();
    Some(name::small(word)).filter(|name| !name.is_empty() && *name == word).or_else(|| name::unspaced(word))
}

/// Whether a name is said to be that of a colleague: "Jane Doe, our captain".
pub(super) fn is_colleague(before: &str, name: &str) -> bool {
    const OUR: [&str; 14] = [
        "our", "my", "unser", "unsere", "notre", "nuestro", "nuestra", "nosso", "nossa", "onze", "vår", "vores", "náš",
        "nasz",
    ];
    let aside = name::rest(before, name).strip_prefix(", ").and_then(|aside| aside.split(' ').next());
    aside.is_some_and(|word| is_one_of(word, &OUR))
}

/// The name before a word for hiring in a script without spaces, and how much it tells: "[上海] acme 招聘",
/// "船工坊2024年招聘". What is sought may stand between: "Acme 前端招聘".
pub(super) fn of_hiring(before: &str) -> Option<(&str, Kind)> {
    // "船工坊因科研工作需要，"
    let before = before.split_once('因').filter(|(_, why)| why.contains("需要")).map_or(before, |(name, _)| name);
    // "船工坊（上海）"
    let before = before.trim_end();
    let aside = before.strip_suffix(['）', ')']).and_then(|text| text.rsplit_once(['（', '(']));
    let before = aside.map_or(before, |(name, _)| name);
    // "关于我们：船工坊"
    let before = before.rsplit([']', '】', '）', ')', '：', ':']).next()?.trim();
    let before = behind_purpose(before.trim_end_matches(['，', ','])).unwrap_or(before);
    let name = before.trim_end_matches(['年', '届']).trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
    let small = || Some(name::small(name)).filter(|small| !small.is_empty() && *small == name);
    let unspaced = name::unspaced(name).map(|name| (han::outer(name), Kind::Hires));
    let small = || small().map(|name| (name, Kind::IsCompany));
    let parted = || {
        let (front, _) = name.split_once(' ').filter(|(_, sought)| sought.starts_with(is_ideographic))?;
        Some(name::leading(front)).filter(|name| !name.is_empty())
    };
    unspaced.or_else(small).or_else(|| Some((parted()?, Kind::Stands)))
}

/// What stands behind the comma of a clause that says why or how somebody hires: "为推进造船，船工坊".
fn behind_purpose(before: &str) -> Option<&str> {
    const LEADS: [&str; 11] = ["为", "為", "因", "随着", "隨著", "根据", "根據", "由于", "由於", "按照", "经"];
    let (clause, name) = rsplit_at_each(before, &["，", ","]).next()?;
    let clause = clause.trim_start();
    (LEADS.iter().any(|lead| clause.starts_with(lead)) && !name.trim().is_empty()).then(|| name.trim())
}

/// `before` without the adverb at its end: "Acme today".
pub(super) fn without_adverb(before: &str) -> &str {
    let last = before.rsplit_once(' ').filter(|(_, word)| is_one_of(word, &ADVERBS));
    last.map_or(before, |(before, _)| before.trim_end_matches([' ', ',']))
}

/// `before` without "is" and the adverbs at its end, and whether there was a verb.
pub(super) fn without_verb(before: &str) -> (&str, bool) {
    let mut rest = before.trim_end();
    let mut is_verb = false;
    while let Some((front, word)) = rest.rsplit_once(' ') {
        let verb = is_one_of(word, &["is", "are"]);
        if !(verb || is_one_of(word, &ADVERBS) || word.ends_with("ly")) {
            break;
        }
        is_verb |= verb;
        rest = front.trim_end();
    }
    // "Therefore, we are looking …"
    let is_own = rest.rsplit([' ', ',']).next().is_some_and(|word| !word.is_empty() && name::is_grammar(word));
    (if is_own { "" } else { rest }, is_verb)
}

/// The name that stands behind its verb, where a Dutch or German sentence begins with something else: "Per 1 mei is het Dok"
/// before "op zoek naar".
pub(super) fn behind_verb<'a>(before: &'a str, phrase: &str) -> Option<&'a str> {
    const SEEKING: [&str; 2] = ["op zoek naar", "auf der Suche nach"];
    let (_, name) = rsplit_at_each(before.trim_end(), &[" is ", " ist ", " zijn ", " sind "]).next()?;
    let own = name::without_article(name);
    name::whole(own).filter(|whole| SEEKING.contains(&phrase) && whole.len() == own.len())
}

/// The name that a Japanese or Korean sentence begins with, before its first particle or, as in "together with Acme", before
/// the one that belongs to `phrase`.
pub(super) fn unspaced<'a>(before: &'a str, phrase: &str) -> Option<&'a str> {
    let clauses = before.trim_end_matches(['、', '，']).split(['、', '，', '!', '！']);
    let mut clauses = clauses.map(str::trim_start).filter(|clause| !clause.is_empty());
    let first = clauses.next()?;
    of_clause(first, phrase).or_else(|| of_clause(clauses.next_back()?, phrase))
}

fn of_clause<'a>(clause: &'a str, phrase: &str) -> Option<&'a str> {
    const FORMS: [&str; 5] = ["(주)", "㈜", "(유)", "(재)", "(사)"];
    let clause = SELVES.iter().find_map(|word| clause.strip_prefix(word)).unwrap_or(clause).trim_start();
    let name = if phrase.starts_with("함께") {
        clause.trim_end().strip_suffix(['와', '과'])?.trim_end()
    } else if let Some((name, _)) = clause.split_once("の「") {
        // "Acmeの「…」というミッション"
        name
    } else if phrase.starts_with("이끌") {
        clause.trim_end().strip_suffix(['를', '을'])?
    } else if phrase.starts_with("を一緒に") || phrase.starts_with(['で', 'と', 'の', 'に']) {
        clause
    } else if phrase.ends_with("입니다") {
        let (name, _) = [" ", "\n"].iter().find_map(|space| clause.split_once(space))?;
        ["은", "는"].iter().find_map(|particle| name.strip_suffix(particle))?
    } else {
        let ends = || PARTICLES.iter().filter_map(|particle| clause.find(&particle.replace('_', " "))).min();
        // Korean may say much of a name before it says that there is work at it.
        clause[..clause.rfind("에서").or_else(ends)?].trim_end()
    };
    // Korean parts its words, and what stands before the last is no name.
    let last = name.rsplit_once(' ').filter(|(before, _)| before.contains(is_hangul) && !before.ends_with("주식회사"));
    let name = match last {
        // "아크메의 용접팀"
        Some((owner, part)) if part.ends_with('팀') => {
            owner.rsplit(' ').next().and_then(|owner| owner.strip_suffix('의')).unwrap_or(part)
        }
        // "직접 만들기보다는 … 만들고 있": who makes stands first.
        Some(_) if phrase.starts_with("만") => return None,
        // "울산대학교 용접학과"
        Some((_, last)) => of_korean_institution(name).unwrap_or(last),
        None => name,
    };
    // "船工旅館（宮城県）"
    let aside = name.strip_suffix(['）', ')']).and_then(|name| name.rsplit_once(['（', '(']));
    let name = aside.map_or(name, |(name, _)| name).trim_end();
    let name =
        FORMS.iter().find_map(|form| name.strip_prefix(form).or_else(|| name.strip_suffix(form))).unwrap_or(name);
    let name = name.trim_matches([' ', '「', '」', '"', '“', '”', '*', '【', '】']);
    is_unspaced(name).then_some(name)
}

/// The name of a Korean institution with its part behind it: "울산대학교 용접학과" at the end of what is said of it.
fn of_korean_institution(text: &str) -> Option<&str> {
    const ENDS: [&str; 9] = ["대학교", "대학원", "병원", "연구원", "연구소", "재단", "협회", "공단", "공사"];
    let is_institution = |word: &str| ENDS.iter().any(|end| word.len() > end.len() && word.ends_with(end));
    let before: usize = text.split(' ').take_while(|word| !is_institution(word)).map(|word| word.len() + 1).sum();
    text.get(before..).filter(|name| !name.is_empty())
}

/// Whether all of a Japanese or Korean text is a name.
pub(super) fn is_unspaced(name: &str) -> bool {
    may_be_unspaced(name) && !name::is_unnamed(name) && !title::names_job(name) && places::find(name).is_none()
}

/// The name that a text without spaces begins with, up to a mark: "加入船工坊，".
pub(super) fn behind(text: &str) -> Option<&str> {
    if !text.starts_with(is_ideographic) {
        return None;
    }
    name::unspaced(&text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())])
}

/// Whether the letters are those of a name: no hiragana, which write grammar, and few spaces.
fn may_be_unspaced(name: &str) -> bool {
    let is_letter =
        |c: char| (c.is_alphanumeric() && !('\u{3041}'..='\u{309f}').contains(&c)) || " ・ー.&-".contains(c);
    let length = name.chars().count();
    let is_loan = name.contains(|c: char| !('\u{3400}'..='\u{9fff}').contains(&c));
    name.chars().all(is_letter)
        && (if is_loan { 2 } else { 3 }..=24).contains(&length)
        && name.matches(' ').count() <= 2
}
