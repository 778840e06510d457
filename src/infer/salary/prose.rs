//! Pay in running text: which of the sums in it are what this job pays.
//!
//! In goes the body, out comes its one statement of pay. A sum is pay when the nearest words say so: those of its
//! clause first, then those before it in the sentence, then the heading or the line that announces it. Budgets,
//! bonuses, funding and prices are told by their own words; where those stand nearer, the sum is not pay.

use std::sync::LazyLock;

use super::money::{self, Sum};
use super::terms::{self, Cue};
use super::usual;
use super::{folded, span};
use crate::extract::BlockKind;
use crate::infer::body::{Body, Part, Section, lines_before};
use crate::infer::lexicon::Lexicon;
use crate::infer::table::PAY;
use crate::infer::words::{
    has_figure, rsplit_at_each, sentence_around, sentence_at, sentence_end, split_at_each, strip_end, strip_ornaments,
};
use crate::posting::{Field, Period, Salary};
use crate::source::Span;

/// What begins a sentence that gives but an example.
static EXAMPLES: LazyLock<Lexicon<()>> = LazyLock::new(|| PAY.lexicon("example"));

/// Where pay is stated in the text; `None` where it is not, or in ways that contradict one another.
pub(super) fn in_body(body: &Body<'_>, home: Option<&str>) -> Option<Field<Salary>> {
    let mut announced = Announced::default();
    let mut bands: Vec<(Sum, Option<Period>, u32)> = Vec::new();
    for part in &body.parts {
        announced.enter(part);
        if !may_hold_sum(&part.block.text) {
            continue;
        }
        let text = folded(&part.block.text);
        let sums = money::sums(&text, home);
        for (at, sum) in sums.iter().enumerate() {
            // A lone amount for no time is too little to go by.
            let period = period(&text, sum);
            let is_range = sum.min.is_some() && sum.max.is_some() && sum.min != sum.max;
            if sum.is_plausible(period)
                && (is_range || period.is_some() || is_month(sum) || is_told_to_be_pay(&text, sum))
                && is_pay(part, &text, &sums[..at], sum, &announced)
                && !is_share(&text, &sums[..at], sum)
                && (bands.is_empty() || !is_example(&text, sum))
            {
                let line = part.block.line + lines_before(&text, sum.span.start);
                bands.push((sum.clone(), period, line));
            }
        }
    }
    let line = bands.first()?.2;
    let mut salary = span(&bands.iter().map(|(sum, period, _)| (sum, *period)).collect::<Vec<_>>())?;
    // Taiwan writes its dollar with the yuan's character.
    if salary.currency.as_deref() == Some("CNY") && is_in_full_characters(body) {
        salary.currency = None;
    }
    Some(Field::new(salary, body.kind, line))
}

/// What the text says of the very amounts that are `given`: currency and time of `14.90` where it has `€ 14.90 per hour`.
pub(super) fn of_ends(body: &Body<'_>, given: &Salary, home: Option<&str>) -> Option<Salary> {
    let texts = body.parts.iter().map(|part| folded(&part.block.text)).filter(|text| may_hold_sum(text));
    texts.into_iter().find_map(|text| {
        let told = money::sums(&text, home);
        let mut same = told.iter().filter(|sum| (sum.min, sum.max) == (given.min, given.max));
        same.find_map(|sum| span(&[(sum, period(&text, sum))]))
    })
}

/// Whether the text is in traditional Chinese characters.
fn is_in_full_characters(body: &Body<'_>) -> bool {
    const FULL: [char; 12] = ['職', '務', '時', '經', '驗', '學', '與', '為', '這', '個', '們', '會'];
    let names_yuan = |text: &str| ["CNY", "RMB", "人民"].iter().any(|name| text.contains(name));
    let texts = || body.parts.iter().map(|part| part.block.text.as_str());
    texts().any(|text| text.contains(FULL)) && !texts().any(names_yuan)
}

/// Signs of a block that are looked at.
const MOST_SIGNS: usize = 10;

/// The one currency that sentences about pay name, be it without an amount.
pub(super) fn currency_of_pay(body: &Body<'_>) -> Option<&'static str> {
    let mut found = None;
    for part in &body.parts {
        let text = &part.block.text;
        for (at, sign) in text.match_indices(['$', '€', '£', '₹']).take(MOST_SIGNS) {
            let Some(code) = terms::currency(sign) else { continue };
            let sentence = sentence_around(text, at);
            let of_pay = terms::cues(sentence).any(|cue| cue == Cue::Pay);
            match found {
                Some(known) if of_pay && known != code => return None,
                _ if of_pay => found = Some(code),
                _ => {}
            }
        }
    }
    found
}

/// Whether nothing in the clause of `sum` says that it is other money.
pub(super) fn may_be_pay(text: &str, sum: &Sum) -> bool {
    let clause = clause(text, sum);
    is_yearly_in_lakhs(text, sum) || (!terms::cues(clause).any(|cue| cue == Cue::Other) && !names_share(clause))
}

/// Whether a clause names a share of something else than full hours: `plus 5 %`, but not `2.240 € pour 80 %`, `bei 100 %`.
fn names_share(clause: &str) -> bool {
    clause.match_indices('%').any(|(at, sign)| {
        let figures = clause[..at].trim_end();
        let before = figures.trim_end_matches(|c: char| c.is_ascii_digit());
        let share = figures[before.len()..].parse().unwrap_or(0);
        let behind = &clause[at + sign.len()..];
        // "Bei einem Pensum von 100 %"
        let is_whole = share == 100 && !terms::is_share_of_something(behind);
        !(is_whole || ((20..=100).contains(&share) && terms::is_share_of_hours(before, behind)))
    })
}

/// Whether a sum is in lakhs per annum, which nothing but pay is: `Budget: 12 - 18 LPA`.
fn is_yearly_in_lakhs(text: &str, sum: &Sum) -> bool {
    strip_end(&text[sum.span.clone()], "lpa").is_some()
}

/// The time that the words around `sum` say it is for, those behind it first; else a year, where only that earns it.
pub(super) fn period(text: &str, sum: &Sum) -> Option<Period> {
    let behind = text[sum.span.end..].trim_start_matches('+');
    let near = behind.char_indices().nth(40).map_or(behind.len(), |(at, _)| at);
    // What is on top has its own time, and so has what is said next, unless it begins with one: "CHF 6'000, x 13".
    let near = behind[..near].split([';', '\n', '(', ')', ',', '+']).next().unwrap_or("");
    // Another sum has its own words.
    let near = near.split(['$', '€', '£']).next().unwrap_or("");
    let before = before_in_sentence(text, sum);
    let within = &text[sum.span.clone()];
    terms::period(near)
        .or_else(|| terms::leading_period(behind.strip_prefix(", ")?))
        .or_else(|| terms::period(within))
        // "Four days a week, $85K"
        .or_else(|| terms::last_period(before).filter(|period| sum.is_plausible(Some(*period))))
        .or_else(|| in_brackets(behind))
        .or_else(|| terms::leading_period(past_aside(behind)))
        .or_else(|| {
            let is_part = || usual::is_yearly_in_part(sum.bottom(), sum.currency) && terms::is_pro_rata(near);
            (usual::is_yearly(sum.bottom(), sum.currency) || is_part()).then_some(Period::Year)
        })
}

/// `(brutto/Jahr)` right behind a sum.
fn in_brackets(behind: &str) -> Option<Period> {
    let inside = behind.trim_start().strip_prefix('(')?;
    let inside = &inside[..inside.find(')')?];
    terms::period(inside).filter(|_| !has_figure(inside))
}

/// What follows the short aside in brackets that stands right behind a sum: `200 kr (or so) an hour`.
fn past_aside(behind: &str) -> &str {
    const LONGEST: usize = 40;
    let aside = behind.trim_start().strip_prefix('(').and_then(|inside| inside.split_once(')'));
    aside.filter(|(aside, _)| aside.len() <= LONGEST).map_or(behind, |(_, rest)| rest.trim_start())
}

fn is_pay(part: &Part<'_>, text: &str, earlier: &[Sum], sum: &Sum, announced: &Announced<'_>) -> bool {
    if !may_be_pay(text, sum) {
        return false;
    }
    let clause = clause(text, sum);
    if is_yearly_in_lakhs(text, sum) || terms::cues(clause).any(|cue| cue == Cue::Pay) {
        return true;
    }
    // "with experience" below a heading about pay asks for none.
    let is_headed = terms::is_heading(announced.heading);
    // "$30 an hour plus tips", below the list of what is asked
    let opens = || part.block.kind == BlockKind::Paragraph && strip_ornaments(&text[..sum.span.start]).is_empty();
    let is_of_work = !is_headed
        && (part.section == Section::Company
            || (matches!(part.section, Section::Ask | Section::Tasks) && !(opens() && is_wage(text, sum, false))))
        && !begins_with_word(text, sum);
    // A word about pay reaches on to a second band, but not to whatever else a long sentence offers.
    let in_reach = earlier.last().is_none_or(|last| {
        last.currency == sum.currency && sum.top() / last.bottom() < 4.0 && last.top() / sum.bottom() < 4.0
    });
    // A cell that leads to it is a label: "Fee" of a table is what "Fee:" is.
    let before = before_in_sentence(text, sum).replace('\t', ": ");
    if let Some(cue) = terms::cues(&before).last() {
        return cue == Cue::Pay && in_reach && !is_of_work;
    }
    let is_announced = || in_reach && (announced.is_pay() || is_below_word(text, sum));
    let is_item = || part.block.kind == BlockKind::ListItem && begins_item(text, sum);
    let is_wage = || is_wage(text, sum, part.is_heading());
    let tells_itself = || is_bare(text, sum) || is_wage() || is_band(sum) || is_topped(text, sum) || is_item();
    !is_of_work && (is_announced() || tells_itself())
}

/// Whether a lone amount in brackets is but a part of the one before them: `€4,200 a month (base pay €3,900, …)`.
fn is_share(text: &str, earlier: &[Sum], sum: &Sum) -> bool {
    let whole = |last: &Sum| {
        let between = &text[last.span.end..sum.span.start];
        let opened = between.rfind(['(', '（', '［', '【']);
        opened.is_some_and(|open| !between[open..].contains([')', '）', '］', '】'])) && !between.contains('\n')
    };
    sum.min == sum.max
        && earlier.iter().any(|last| whole(last) && last.currency == sum.currency && last.top() > sum.top())
}

/// Whether the sentence of a sum gives but an example of pay: `For example, at 20 hours it is €15,000 a year.`
fn is_example(text: &str, sum: &Sum) -> bool {
    EXAMPLES.leading(strip_ornaments(before_in_sentence(text, sum))).is_some()
}

/// Whether a lone amount stands for no time, but so much of it and so near to words of pay that it can be nothing else.
fn is_told_to_be_pay(text: &str, sum: &Sum) -> bool {
    const LEAST: f64 = 1_000.0;
    sum.bottom() >= LEAST && terms::cues(clause(text, sum)).any(|cue| cue == Cue::Pay)
}

/// Whether what is right behind a sum is said of pay alone, and it is a range or what only a year earns.
fn is_topped(text: &str, sum: &Sum) -> bool {
    let is_range = sum.min != sum.max && sum.min.is_some() && sum.max.is_some();
    (is_range || is_years_pay(sum))
        && !usual::is_beyond_pay(sum.top(), sum.currency)
        && terms::is_topped(&text[sum.span.end..])
}

/// Whether the time that a sum is for stands right behind it, and it is as much as one earns in that time: `Up to £45,000
/// per annum`. Rents and prices are as much for shorter times, so that little may stand beside those: `$17/hour plus tips`.
///
/// In a heading the name of the job stands before it: `Dock welder for the night shift $20/hr`.
fn is_wage(text: &str, sum: &Sum, is_heading: bool) -> bool {
    const MOST_WORDS_OF_NAME: usize = 6;
    let behind = past_aside(text[sum.span.end..].trim_start_matches('+'));
    let near = behind.char_indices().nth(16).map_or(behind.len(), |(at, _)| at);
    let clause = clause_at(text, sum);
    let words = |span: Span| strip_ornaments(&text[span]).split_whitespace().count();
    let lead = text[clause.start..sum.span.start].trim();
    if terms::is_earned(lead) {
        return terms::period(&behind[..near]).is_some();
    }
    let before = if terms::is_lead(lead) { 0 } else { words(clause.start..sum.span.start) };
    let after = words(sum.span.end..clause.end);
    let is_gross = || terms::is_gross(&text[clause.clone()]);
    match terms::period(&behind[..near]) {
        // "20 hours per week £11,400 per annum"
        Some(Period::Year) if usual::is_yearly_in_part(sum.bottom(), sum.currency) && after <= 3 => {
            before == 0 || (before <= 5 && terms::period(lead).is_some())
        }
        Some(Period::Year) => is_years_pay(sum),
        // "What we offer: £18 per hour"
        Some(Period::Hour) if is_heading && before <= MOST_WORDS_OF_NAME && after <= 3 => true,
        Some(Period::Hour) if (before <= 2 || (before <= 4 && lead.ends_with(':'))) && after <= 5 => true,
        // `15K-20K/月`: in China nothing else is told by the month.
        Some(Period::Month) if sum.currency == "CNY" && sum.min != sum.max => true,
        // "Between €2,900 and €3,600 gross a month": what one is paid alone is gross.
        Some(_) if sum.min != sum.max && is_gross() => true,
        // "A partir de 1.500 € al mes"
        Some(_) if sum.max.is_none() => before <= 3 && after <= 3,
        Some(_) => before == 0 && after <= 3,
        // "17 000 – 21 000 PLN gross"
        None if sum.min != sum.max && is_month(sum) && is_gross() => true,
        // `每月4500-12000元`
        None => sum.min != sum.max && is_time_alone(&text[clause.start..sum.span.start]) && after == 0,
    }
}

/// Whether a lone year's pay is all of the clause that a text begins with: `£41,000, the same for all of us`.
fn begins_item(text: &str, sum: &Sum) -> bool {
    let clause = clause_at(text, sum);
    let is_all =
        text[clause.start..sum.span.start].trim().is_empty() && text[sum.span.end..clause.end].trim().is_empty();
    is_all && strip_ornaments(&text[..clause.start]).is_empty() && is_years_pay(sum)
}

/// Whether what stands before a sum says for what time it is, and nothing else.
fn is_time_alone(before: &str) -> bool {
    let words = strip_ornaments(before).trim_end_matches([':', '：', ' ']);
    words.split_whitespace().count() <= 2 && words.chars().count() <= 10 && terms::period(words).is_some()
}

/// Whether both ends of a sum are what a month earns.
fn is_month(sum: &Sum) -> bool {
    usual::is_monthly(sum.bottom(), sum.currency) && usual::is_monthly(sum.top(), sum.currency)
}

/// Whether a sum is what only a year earns, and not so much that it is revenue.
pub(super) fn is_years_pay(sum: &Sum) -> bool {
    usual::is_yearly(sum.bottom(), sum.currency) && !usual::is_beyond_pay(sum.top(), sum.currency)
}

/// Whether a sum is a range such as only a year's pay is: `Full-time, $100k–$140k`.
fn is_band(sum: &Sum) -> bool {
    const WIDEST: f64 = 2.0;
    sum.min.zip(sum.max).is_some_and(|(min, max)| min < max && max / min <= WIDEST) && is_years_pay(sum)
}

/// Whether the line above the sum, in the same block, is a few words about pay, or the first sentence of its line.
fn is_below_word(text: &str, sum: &Sum) -> bool {
    let above = text[..sum.span.start].rsplit('\n').nth(1);
    begins_with_word(text, sum) || above.is_some_and(is_word_of_pay)
}

/// Whether the first sentence of the line of the sum is a few words about pay: `The pay. We start at …`.
fn begins_with_word(text: &str, sum: &Sum) -> bool {
    let line = text[..sum.span.start].rsplit('\n').next().unwrap_or("");
    // "What you get: €20 an hour"
    let is_label = || line.split_once(": ").is_some_and(|(label, _)| is_word_of_pay(strip_ornaments(label)));
    is_word_of_pay(&line[..sentence_end(line, 0)]) || is_label()
}

/// Whether a paragraph is but a few words without a sum, as a heading is: `4. Pay`.
fn stands_for_heading(text: &str) -> bool {
    const MOST_WORDS: usize = 4;
    let words = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ')' | ' '));
    !words.is_empty()
        && words.split(' ').nth(MOST_WORDS).is_none()
        && !has_figure(words)
        && !words.contains('\n')
        && words.ends_with(char::is_alphabetic)
}

fn is_word_of_pay(words: &str) -> bool {
    const LONGEST: usize = 40;
    words.len() <= LONGEST && terms::is_heading(words)
}

/// Whether the line has nothing but a range and the time it is for: `💰 €60k–75k gross per year`.
pub(super) fn is_bare(text: &str, sum: &Sum) -> bool {
    const SMALL: [&str; 10] =
        ["gross", "brutto", "bruto", "brut", "base", "per", "pro", "plus", "equity", "depending on experience"];
    let line_start = text[..sum.span.start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[sum.span.end..].find('\n').map_or(text.len(), |at| sum.span.end + at);
    let before = strip_ornaments(&text[line_start..sum.span.start]);
    let mut rest = text[sum.span.end..line_end].to_lowercase();
    for word in SMALL {
        rest = rest.replace(word, "");
    }
    rest = rest.replace(['+', '&'], "");
    let is_time = rest.trim().is_empty() || terms::period(&text[sum.span.end..line_end]).is_some();
    before.is_empty() && is_time && rest.split_whitespace().count() <= 3 && sum.min != sum.max
}

/// The clause around `sum`.
fn clause<'t>(text: &'t str, sum: &Sum) -> &'t str {
    &text[clause_at(text, sum)]
}

/// Where the clause around `sum` stands: up to commas, semicolons, brackets, and what is added to it.
fn clause_at(text: &str, sum: &Sum) -> Span {
    const MARKS: [&str; 19] = [
        ", ", "; ", " – ", " — ", "(", ")", "（", "）", "\n", "\t", "•", "|", " + ", " & ", " · ", "、", "，", "※",
        "\u{3000}",
    ];
    let before = before_in_sentence(text, sum);
    let behind = &text[sum.span.end..sentence_at(text, sum.span.end).end];
    let begin = rsplit_at_each(before, &MARKS).map(|(_, rest)| before.len() - rest.len()).max().unwrap_or(0);
    let begin = terms::joints(before).last().map_or(begin, |joint| begin.max(joint.end));
    let end = split_at_each(behind, &MARKS).map(|(clause, _)| clause.len()).min().unwrap_or(behind.len());
    let end = terms::joints(behind).next().map_or(end, |joint| end.min(joint.start));
    sum.span.start - before.len() + begin..sum.span.end + end
}

fn before_in_sentence<'t>(text: &'t str, sum: &Sum) -> &'t str {
    &text[sentence_at(text, sum.span.start).start..sum.span.start]
}

/// Whether there is a digit, of ASCII or as wide as Japanese letters.
fn may_hold_sum(text: &str) -> bool {
    has_figure(text) || (!text.is_ascii() && text.contains(|c| matches!(c, '０'..='９')))
}

/// The heading, and the line or the head of a table, that say what the next lines are about.
#[derive(Default)]
struct Announced<'a> {
    heading: &'a str,
    /// Whether the heading is none in mark-up, but a paragraph of few words: `**4. Pay**`.
    is_bold: bool,
    line: &'a str,
}

impl<'a> Announced<'a> {
    fn enter(&mut self, part: &Part<'a>) {
        let text = part.block.text.trim_end();
        match part.block.kind {
            BlockKind::Heading(_) => *self = Self { heading: text, ..Self::default() },
            BlockKind::Paragraph if stands_for_heading(text) && (self.is_bold || is_word_of_pay(text)) => {
                *self = Self { heading: text, is_bold: true, line: "" };
            }
            BlockKind::Paragraph => self.line = if text.ends_with([':', '：']) { text } else { "" },
            BlockKind::TableRow if self.line.is_empty() => self.line = text,
            BlockKind::TableRow | BlockKind::ListItem | BlockKind::Code => {}
        }
    }

    fn is_pay(&self) -> bool {
        terms::is_heading(self.heading) || terms::is_heading(self.line)
    }
}
