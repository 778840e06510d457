//! What a phrase tells of where the work of this role is done, by its clause, its sentence and its section.
//!
//! In goes a phrase for remote work or for a place of work, out comes what it amounts to, or nothing where it is about
//! something else. Whether it is said of this role at all is decided by [`super::counts`].

use std::sync::LazyLock;

use super::counts::is_condition;
use super::days::{counted_in, is_counted, office_days};
use super::no_job::is_no_such_job;
use super::no_matter::is_of_place;
use super::share::{self, DAYS, Share};
use super::site;
use super::wording::{
    describes_thing, is_of_han_thing, is_office, names_afar, names_home, names_mix, names_role, says_where,
    stands_for_thing,
};
use crate::extract::BlockKind;
use crate::infer::body::{Body, Fact, Hit, Nearby, Part, Section};
use crate::infer::denial::is_denied_behind;
use crate::infer::front_matter::Key;
use crate::infer::labels;
use crate::infer::lexicon::Lexicon;
use crate::infer::offices::is_house;
use crate::infer::table::CUES;
use crate::infer::whereabouts;
use crate::infer::words::{
    has_one_of, has_phrase, is_and, is_ideographic, is_one_of, is_or, sentence_around, sentence_at, strip_ornaments,
    word_after,
};
use crate::posting::Remote;
use crate::source::Span;

static CARED: LazyLock<Lexicon<()>> = LazyLock::new(|| CUES.lexicon("remote cared"));

/// A phrase and what stands around it.
pub(super) struct Phrase<'b> {
    body: &'b Body<'b>,
    part: &'b Part<'b>,
    hit: &'b Hit,
}

impl<'b> Phrase<'b> {
    pub(super) fn new(body: &'b Body<'b>, hit: &'b Hit) -> Self {
        Self { body, part: &body.parts[hit.part], hit }
    }

    /// What it tells. A mention of remote work is of some of it where the role `has_office`.
    pub(super) fn tells(&self, has_office: bool) -> Option<Remote> {
        // "The ability to work remotely" may be asked for where it is not offered.
        if self.part.section != Section::Benefits && self.is_ability() {
            return None;
        }
        // "远程桌面"
        if self.is_away() && is_of_han_thing(self.text(), self.span()) {
            return None;
        }
        if self.is_away() && is_no_such_job(self.text(), self.span()) {
            return Some(Remote::No);
        }
        match self.hit.fact {
            Fact::Remote(Remote::Full) => self.of_all(),
            Fact::Remote(Remote::Hybrid) => self.of_mix(),
            Fact::Remote(Remote::No) => self.of_none(),
            Fact::SomeRemote => self.of_mention(has_office),
            Fact::AtHome => self.of_home(),
            Fact::NoMatter => self.of_no_matter(),
            Fact::OnSite | Fact::InOffice => self.of_office(),
            Fact::Office(Nearby::Workplace) if is_house(self.said()) => self.of_house(),
            _ => None,
        }
    }

    /// `We work fully remotely.`
    fn of_all(&self) -> Option<Remote> {
        // "There is no fully distributed work."
        if share::is_denied(self.text(), self.span()) && !self.is_whole() {
            return Some(Remote::No);
        }
        if let Some(days) = self.days_in_office() {
            return Some(days).filter(|days| *days == Remote::Hybrid);
        }
        // What colleagues are like is no promise among what the reader should be used to.
        if self.part.section == Section::Ask && has_phrase(self.said(), "team") {
            return None;
        }
        let is_part = || {
            self.share(2) == Some(Share::Part)
                // "The other days you work from wherever you like."
                || share::is_rest(self.text(), self.span())
                // "Until June you work from wherever you like; from July on site."
                || self.is_until()
                // "Remotely from home when no meetings are held in the office"
                || self.is_unless_in_office()
                // "Three days in Ulm and two where you like"
                || says_where(self.said()) && (self.is_few() || self.share(6) == Some(Share::Part))
        };
        Some(if !self.is_whole() && is_part() { Remote::Hybrid } else { Remote::Full })
    }

    /// `You can work from home.`
    fn of_mix(&self) -> Option<Remote> {
        // "Homeoffice-Richtlinien"; among what is offered, even these tell of work at home.
        if self.part.section != Section::Benefits && stands_for_thing(self.text(), self.span()) {
            return None;
        }
        let beside = self.share(0);
        match beside {
            // "From home, anywhere in Canada"
            _ if self.is_anywhere() => Some(Remote::Full),
            // "Five days in the office"
            _ if self.is_each_day() => Some(Remote::No),
            // "We don't do remote or hybrid."
            _ if self.is_denied(beside) || beside == Some(Share::Never) && names_afar(self.said()) => Some(Remote::No),
            // "We don't offer remote or hybrid work."
            _ if self.is_denied_with() => None,
            // "You work entirely from home."
            Some(Share::All) if !names_mix(self.said()) => Some(Remote::Full),
            _ => Some(Remote::Hybrid),
        }
    }

    /// `This role is not remote.`
    fn of_none(&self) -> Option<Remote> {
        if self.is_at_least() {
            return Some(Remote::Hybrid);
        }
        // "You help students on site"
        (self.part.section != Section::Tasks || names_role(self.said())).then_some(Remote::No)
    }

    /// `You may join in remotely.`
    fn of_mention(&self, has_office: bool) -> Option<Remote> {
        if self.is_acronym() {
            return None;
        }
        let beside = self.share(0);
        if self.is_denied(beside) {
            return Some(Remote::No);
        }
        if self.is_anywhere() && self.is_about_work() {
            return Some(Remote::Full);
        }
        if let Some(days) = self.days_in_office() {
            return Some(days).filter(|days| *days == Remote::Hybrid);
        }
        // "Meal voucher: 22 a day on site, 15 remote"
        if self.is_wish() || self.announces() || share::is_about_treats(self.text(), self.span()) {
            return None;
        }
        let beside = if names_home(self.said()) && self.is_few() { Some(Share::Part) } else { beside };
        // "You monitor pumps remotely."
        if !(self.is_about_work() || self.names_office() || beside == Some(Share::Part)) {
            return None;
        }
        if beside == Some(Share::All) {
            return Some(Remote::Full);
        }
        // "Three days a week there, two at your kitchen table"
        let is_part = beside == Some(Share::Part)
            || is_counted(sentence_around(self.text(), self.span().start))
            || has_office
            || self.share(6) == Some(Share::Part)
            || self.names_office()
            || self.is_until();
        Some(if is_part { Remote::Hybrid } else { Remote::Full })
    }

    /// `Most of us are at home two days a week.`
    fn of_home(&self) -> Option<Remote> {
        let is_item = self.part.block.kind == BlockKind::ListItem;
        let is_asked = is_item && matches!(self.part.section, Section::Ask | Section::Tasks);
        if is_asked || CARED.is_in(sentence_around(self.text(), self.span().start)) {
            return None;
        }
        // "Home office", among what is offered
        if self.is_all() && self.part.section == Section::Benefits {
            return Some(Remote::Hybrid);
        }
        // "Working at home is not possible."
        if is_denied_behind(self.text(), self.span().end) {
            return share::speaks_of_work(self.text(), self.span()).then_some(Remote::No);
        }
        let is_part = || self.is_few() || share::is_part(self.text(), self.span(), 4);
        is_part().then_some(Remote::Hybrid)
    }

    /// `You are in the office two days a week.`
    fn of_office(&self) -> Option<Remote> {
        let is_site = self.hit.fact == Fact::OnSite;
        if self.is_at_least() {
            return Some(Remote::Hybrid);
        }
        if is_site && site::is_of_role(self.text(), self.span()) || self.is_all() {
            return Some(Remote::No);
        }
        // "One day a week in the warehouse, picking orders"
        if !is_site && self.part.section == Section::Tasks && share::names_hall(self.said()) {
            return None;
        }
        // "All of it is done on site."
        let is_all =
            || !site::is_alternative(self.text(), self.span()) && share::is_all_of_it(self.text(), self.span());
        self.office_days().or_else(|| is_all().then_some(Remote::No))
    }

    /// `You come to our Leeds office every Wednesday.`
    fn of_house(&self) -> Option<Remote> {
        let days = self.is_inside().then(|| self.office_days()).flatten()?;
        (days == Remote::No || is_office(self.said())).then_some(days)
    }

    /// `Where you work is up to you.`
    fn of_no_matter(&self) -> Option<Remote> {
        let is_free = is_of_place(self.text(), self.span()) && !self.names_office();
        is_free.then(|| self.days_in_office().unwrap_or(Remote::Full))
    }

    /// What the days there amount to, unless they are not asked for: `Daily attendance in the office is not required.`
    fn office_days(&self) -> Option<Remote> {
        office_days(self.text(), self.span()).filter(|_| !share::is_needless(self.text(), self.span()))
    }

    /// Whether a least number of days follows: `on site at least three days a week`.
    fn is_at_least(&self) -> bool {
        share::is_at_least(self.text(), self.span())
    }

    fn text(&self) -> &'b str {
        &self.part.block.text
    }

    fn span(&self) -> &'b Span {
        &self.hit.span
    }

    /// The phrase itself.
    fn said(&self) -> &'b str {
        &self.text()[self.span().clone()]
    }

    /// How much its clause says, with at most `reach` words between.
    fn share(&self, reach: usize) -> Option<Share> {
        share::around(self.text(), self.span(), reach)
    }

    /// Whether it is for work elsewhere, be it some of it.
    fn is_away(&self) -> bool {
        let is_away = match self.hit.fact {
            Fact::Remote(remote) => remote != Remote::No,
            fact => matches!(fact, Fact::SomeRemote | Fact::AtHome),
        };
        is_away && !self.is_whole() && !names_mix(self.said())
    }

    /// Whether it itself says that all of the work is done so.
    fn is_whole(&self) -> bool {
        share::is_whole(self.said())
    }

    /// Whether a number of days stands right beside it.
    fn is_few(&self) -> bool {
        share::is_few(self.text(), self.span())
    }

    /// Whether it stands for other words, which follow in brackets, or for a project: `REMOTE (Resilient and …)`.
    fn is_acronym(&self) -> bool {
        let behind = self.text()[self.span().end..].trim_start();
        let is_spelled_out = || behind.strip_prefix('(').is_some_and(|words| words.starts_with(char::is_uppercase));
        self.said().bytes().all(|byte| byte.is_ascii_uppercase())
            && (is_spelled_out() || is_one_of(word_after(behind, 0), &["project", "projects", "projekt", "projet"]))
    }

    /// Whether it counts the days in an office, and all of a week are: `five days a week in the office`.
    fn is_each_day(&self) -> bool {
        let said = self.said();
        is_one_of(word_after(said, 0), &DAYS)
            && counted_in(sentence_around(self.text(), self.span().start)) == Some(Remote::No)
    }

    /// Whether any place will do for it: `from home, anywhere in Canada`.
    pub(super) fn is_anywhere(&self) -> bool {
        const MARKS: [char; 6] = [' ', ',', '–', '—', '-', '('];
        let behind = self.text()[self.span().end..].trim_start_matches(MARKS);
        whereabouts::is_anywhere(behind) || share::leads_wherever(behind)
    }

    /// Whether it holds until some day, and work at a place begins then.
    fn is_until(&self) -> bool {
        let later = self.span().start..self.text().len();
        share::is_until(self.text(), self.span()) && self.names_office_in(&later)
    }

    /// Whether a condition stands behind it by which there is work in an office at times: `from home when no meeting is
    /// held in the office`.
    fn is_unless_in_office(&self) -> bool {
        const REACH: usize = 3;
        let sentence = sentence_at(self.text(), self.span().start);
        let behind = &self.text()[self.span().end..sentence.end.max(self.span().end)];
        let mut near = behind.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(REACH);
        near.any(is_condition) && self.names_office_in(&(self.span().end..sentence.end))
    }

    /// Whether it is denied by what stands behind, or right before.
    fn is_denied(&self, beside: Option<Share>) -> bool {
        is_denied_behind(self.text(), self.span().end) || beside == Some(Share::Never) && !names_mix(self.said())
    }

    /// Whether it goes on what a denial before it began.
    fn is_denied_with(&self) -> bool {
        const NOR: [&str; 2] = ["nor", "ni"];
        let goes_on = |joint: &str| is_and(joint) || is_or(joint) || is_one_of(joint, &NOR);
        let start = self.span().start;
        let sentence = sentence_at(self.text(), start);
        let before = self.body.hits_within(self.hit.part, &(sentence.start..start)).iter();
        let mut denials = before.filter(|other| other.fact == Fact::Remote(Remote::No) && other.span.end <= start);
        denials.any(|denial| goes_on(self.text()[denial.span.end..start].trim()))
    }

    /// Whether somebody is said to be in a place of work: `to our Leeds office`, `from the Old Dock workshop`.
    fn is_inside(&self) -> bool {
        const INSIDE: [&str; 15] =
            ["in", "at", "to", "into", "from", "im", "ins", "au", "à", "en", "no", "op", "naar", "i", "på"];
        const REACH: usize = 4;
        self.text()[..self.span().start].split_whitespace().rev().take(REACH).any(|word| is_one_of(word, &INSIDE))
    }

    /// Whether its sentence names time in an office as well: `three days at the office, two at home`.
    fn names_office(&self) -> bool {
        self.names_office_in(&sentence_at(self.text(), self.span().start))
    }

    fn names_office_in(&self, stretch: &Span) -> bool {
        let is_office = |other: &Hit| matches!(other.fact, Fact::InOffice | Fact::OnSite | Fact::Remote(Remote::No));
        self.body.hits_within(self.hit.part, stretch).iter().any(is_office)
    }

    /// What its block says of days in the office, which tells more than that one may work remotely on the others.
    fn days_in_office(&self) -> Option<Remote> {
        // A block longer than this is no longer about one thing.
        const LONGEST: usize = 1500;
        if self.text().len() > LONGEST {
            return None;
        }
        let is_office = |hit: &&Hit| matches!(hit.fact, Fact::InOffice | Fact::Office(Nearby::Workplace));
        let mut offices = self.body.hits_of(self.hit.part).iter().filter(is_office);
        offices.find_map(|hit| office_days(self.text(), &hit.span))
    }

    /// Whether its sentence says of work, rather than of a thing, that it is done remotely.
    fn is_about_work(&self) -> bool {
        // "We are looking for a remote welder."
        const SEARCH: [&str; 6] = ["looking for", "hiring", "seeking", "recherchons", "buscamos", "procuramos"];
        let text = self.text();
        let sentence = sentence_at(text, self.span().start);
        let phrase = self.said().to_lowercase();
        match phrase.as_str() {
            "remotely" => share::speaks_of_work(text, &sentence),
            "remote" => !describes_thing(&text[self.span().end..]) || has_one_of(&text[sentence], &SEARCH),
            // One's home, and any distance, are more than a place of work.
            _ => {
                phrase.contains("remot")
                    || phrase.contains(is_ideographic)
                    || share::speaks_of_work(text, self.span())
                    || is_counted(&text[sentence])
                    || names_home(&phrase) && share::lets_reader(text, self.span())
            }
        }
    }

    /// Whether "remote" stands among what is asked for or done, where it says less than "from home".
    fn is_wish(&self) -> bool {
        // "Remote working: one day a week"
        let is_label = || labels::labelled(self.text()).any(|(key, _)| key == Key::Remote);
        matches!(self.part.section, Section::Ask | Section::Tasks) && !names_home(self.said()) && !is_label()
    }

    /// Whether it is an ability rather than work: `ability to work remotely`.
    fn is_ability(&self) -> bool {
        const REACH: usize = 3;
        let before = &self.text()[..self.span().start];
        self.hit.fact != Fact::Remote(Remote::No)
            && self.said().contains("remot")
            && before.split_whitespace().rev().take(REACH).any(|word| is_one_of(word, &["ability"]))
    }

    /// Whether it is all that an item says.
    fn is_all(&self) -> bool {
        let block = self.part.block;
        block.kind == BlockKind::ListItem && strip_ornaments(&block.text).len() == self.span().len()
    }

    /// Whether a colon or a question mark follows on it and little else: `Remote: the future of work`.
    fn announces(&self) -> bool {
        const MOST_BEFORE: usize = 3;
        let (text, span) = (self.text(), self.span());
        let before = &text[sentence_at(text, span.start).start..span.start];
        text[span.end..].trim_start().starts_with([':', '：', '?'])
            && before.split_whitespace().nth(MOST_BEFORE).is_none()
    }
}
