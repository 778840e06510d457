//! Makes realistic postings to measure with: in goes a number, out come as many Markdown files of 4 to 5 KB.
//!
//! The posting of an index is always the same text, whatever the machine and however many are made. All have front
//! matter, headings, lists, links and an emoji; one in five has a table and another one in five a block of code. They
//! are about made-up work at a made-up company, and are no fixtures: tests should not rely on what they say.

mod words;

use std::fmt::Write;
use std::path::Path;

use self::words::{
    APPLYING, CODE, EMPLOYMENT, EXTRAS, HABITS, INTRODUCTIONS, LEVELS, OFFERS, PLACES, REQUIREMENTS, ROLES, SKILLS,
    STORIES, SUMMARIES, TABLE, TASKS, TEAMS,
};

/// Writes `count` postings into `folder`, which must exist.
pub(crate) fn generate(count: usize, folder: &Path) -> std::io::Result<()> {
    (0..count).try_for_each(|index| {
        let (name, text) = posting(index);
        std::fs::write(folder.join(name), text)
    })
}

/// The posting of an index: its file's name and its text.
pub(crate) fn posting(index: usize) -> (String, String) {
    let mut dice = Dice(index as u64);
    let facts = Facts::roll(&mut dice);
    let mut text = front_matter(index, &facts, &mut dice);
    section(&mut text, None, &facts, &mut dice, &paragraphs(INTRODUCTIONS, 2));
    section(&mut text, Some("## 🛠️ What you will do"), &facts, &mut dice, &list(TASKS, 6));
    if index % 5 == 1 {
        text.push_str(TABLE);
    }
    section(&mut text, Some("## 🎒 What you bring"), &facts, &mut dice, &list(REQUIREMENTS, 5));
    section(&mut text, Some("### Good to have"), &facts, &mut dice, &list(EXTRAS, 3));
    if index % 5 == 3 {
        _ = write!(text, "\n## A piece of your first week\n\n{}\n", dice.pick(CODE));
    }
    section(&mut text, Some("## 🧭 How we work"), &facts, &mut dice, &paragraphs(HABITS, 2));
    section(&mut text, Some("## What we offer"), &facts, &mut dice, &list(OFFERS, 5));
    section(&mut text, Some("## 📮 How to apply"), &facts, &mut dice, &paragraphs(APPLYING, 2));
    // Up to a size between the smallest and the largest, with what has not been said yet.
    let size = SMALLEST + dice.below(SPREAD);
    let stories: Vec<_> = STORIES.iter().chain(HABITS).chain(INTRODUCTIONS).copied().collect();
    text.push_str("\n## More about the team\n");
    for story in dice.sample(&stories, stories.len()) {
        let story = facts.fill(story);
        if text.len() < size && !text.contains(&story) {
            _ = write!(text, "\n{story}\n");
        }
    }
    (format!("{index:06}-{}.md", slug(&facts.title())), text)
}

/// Bytes a posting has at least.
const SMALLEST: usize = 4_100;

/// Bytes by which they differ; the last paragraph goes beyond that.
const SPREAD: usize = 650;

/// What one posting is about.
struct Facts {
    level: &'static str,
    role: &'static str,
    team: &'static str,
    places: Vec<&'static str>,
    skills: Vec<&'static str>,
}

impl Facts {
    fn roll(dice: &mut Dice) -> Self {
        let (places, skills) = (1 + dice.below(3), 3 + dice.below(4));
        Self {
            level: dice.pick(LEVELS),
            role: dice.pick(ROLES),
            team: dice.pick(TEAMS),
            places: dice.sample(PLACES, places),
            skills: dice.sample(SKILLS, skills),
        }
    }

    fn title(&self) -> String {
        format!("{} {}, {}", self.level, self.role, self.team).trim_start().to_string()
    }

    fn fill(&self, template: &str) -> String {
        template
            .replace("{role}", self.role)
            .replace("{team}", self.team)
            .replace("{place}", self.places[0])
            .replace("{skill}", self.skills[0])
            .replace("{other}", self.skills[1])
    }
}

/// What a section holds: some of these sentences, as paragraphs or as a list.
struct Body {
    templates: &'static [&'static str],
    count: usize,
    bullet: &'static str,
    between: &'static str,
}

fn paragraphs(templates: &'static [&'static str], count: usize) -> Body {
    Body { templates, count, bullet: "", between: "\n\n" }
}

fn list(templates: &'static [&'static str], count: usize) -> Body {
    Body { templates, count, bullet: "- ", between: "\n" }
}

fn section(text: &mut String, heading: Option<&str>, facts: &Facts, dice: &mut Dice, body: &Body) {
    if let Some(heading) = heading {
        _ = writeln!(text, "\n{heading}");
    }
    let chosen = dice.sample(body.templates, body.count);
    let lines: Vec<_> = chosen.iter().map(|template| format!("{}{}", body.bullet, facts.fill(template))).collect();
    _ = write!(text, "\n{}\n", lines.join(body.between));
}

fn front_matter(index: usize, facts: &Facts, dice: &mut Dice) -> String {
    let quoted = |words: &[&str]| words.iter().map(|word| format!("{word:?}")).collect::<Vec<_>>().join(", ");
    let day = format!("2026-{:02}-{:02}", 1 + dice.below(12), 1 + dice.below(28));
    let low = 40_000 + 1_000 * dice.below(70);
    let high = low + 5_000 * (1 + dice.below(6));
    let mut text = String::with_capacity(5_000);
    _ = writeln!(text, "---\ntitle: {:?}", facts.title());
    _ = writeln!(text, "description: {:?}", facts.fill(dice.pick(SUMMARIES)));
    _ = writeln!(text, "date: {day}\ntags: [{}]\nlocations: [{}]", quoted(&facts.skills), quoted(&facts.places));
    _ = writeln!(text, "team: {:?}\nemployment_type: {}", facts.team, dice.pick(EMPLOYMENT));
    _ = writeln!(text, "salary:\n  min: {low}\n  max: {high}\n  currency: EUR\n  period: year");
    _ = writeln!(text, "apply: https://apply.fernhollow.example/{index}\n---");
    text
}

fn slug(title: &str) -> String {
    let dashed = title.to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "-");
    dashed.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// `SplitMix64`: even, seeded by any number, and the same on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap_or_default()
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.below(from.len())]
    }

    fn shuffled(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<_> = (0..count).collect();
        for at in (1..count).rev() {
            order.swap(at, self.below(at + 1));
        }
        order
    }

    fn sample(&mut self, from: &[&'static str], count: usize) -> Vec<&'static str> {
        self.shuffled(from.len()).into_iter().take(count).map(|at| from[at]).collect()
    }
}
