use std::collections::BTreeSet;

use super::*;
use crate::config::{Colour, Config};
use crate::posting::{Facts, Field, OriginKind, Place, Posting};
use crate::render::colour::Scheme;
use crate::render::language::tests::language;
use crate::source::SourceFile;

fn tones() -> Tones {
    Scheme::of(Colour::parse("#1c50b5")).tones()
}

const CONFIG: &str = "[site]\ntitle = \"Careers at Mill\"\nbase_url = \"https://mill.example/careers/\"\n";

fn site(config: &str, title: &str, company: Option<&str>, place: &str) -> Site {
    fn stated<T>(value: T) -> Field<T> {
        Field::elsewhere(value, OriginKind::FrontMatter)
    }
    let facts = Facts {
        title: Some(stated(title.to_owned())),
        company: company.map(|company| stated(company.to_owned())),
        locations: Some(stated(vec![Place::new(place)])),
        ..Facts::default()
    };
    let posting = Posting { path: "a.md".into(), shown: "a.md".into(), content: "".into(), is_posting: true, facts };
    let arrival =
        crate::model::Arrival { posting: posting.into(), references: [].into(), embedded: [].into(), committed: None };
    let config = Config::read(&SourceFile::new("careers.toml", config), &mut Vec::new());
    crate::model::tests::configured(config, vec![arrival])
}

fn image(title: &str) -> ShareImage {
    ShareImage::of(&site(CONFIG, title, Some("Mill & Söhne"), "Berlin"), &language("en"), tones(), Route::Posting(0))
        .expect("an image")
}

const LONG: &str = "Senior Principal Engineering Programme Manager for Reliability, Observability and Developer Experience \
                    across all European Research Hubs, Part Time";

#[test]
fn t8_every_title_keeps_its_margins_whole_and_apart_from_other_lines() {
    let word = "Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselbewahrungsbeauftragte";
    for title in ["Baker", LONG, "Αρχιτέκτων Λογισμικού", "Ведущий инженер по надёжности", word, &"W".repeat(140)]
    {
        let set = Setting::fit(&SEMI_BOLD, title, TITLE, TITLE_SIZES);
        let below = set.lines.iter().skip(1).map(|_| set.size * TITLE.leading).sum::<f32>();
        let mut canvas = Canvas::new(SIZE.0, SIZE.1, Colour { channels: [255; 3] }, vec![Colour { channels: [0; 3] }]);
        canvas.fill(&set.outlines(SIDE, LAST_TITLE_LINE - below, TITLE.leading), INK);
        let [left, top, right, bottom] = canvas.drawn();
        assert!(left >= 80 && right <= 1200 - 80, "{title}: {left} to {right}");
        assert!(top >= 180 && bottom <= 500, "{title}: {top} to {bottom}");
        assert!(!set.lines.iter().any(|line| line.glyphs.iter().any(|(glyph, ..)| glyph.to_u32() == 0)), "{title}");
    }
}

#[test]
fn t8_a_short_title_is_large_and_a_long_one_keeps_all_its_words() {
    let lines = |title: &str| {
        let set = Setting::fit(&SEMI_BOLD, title, TITLE, TITLE_SIZES);
        (set.size, set.lines.len(), set.lines.iter().map(|line| line.glyphs.len()).sum::<usize>())
    };
    assert_eq!(lines("Baker"), (92.0, 1, 5));
    assert!(LONG.len() > 140);
    let (size, count, glyphs) = lines(LONG);
    assert_eq!(glyphs + count - 1, LONG.len(), "a blank at the end of each line but the last, at {size}");
}

#[test]
fn t8_lines_are_of_like_length() {
    let set = Setting::fit(&SEMI_BOLD, "Senior Software Engineer Platform", TITLE, TITLE_SIZES);
    let widths: Vec<i32> = set.lines.iter().map(|line| line.advance).collect();
    assert!(widths.len() == 2 && widths[1] * 2 > widths[0], "{widths:?}");
}

#[test]
fn t8_what_fits_at_no_size_ends_in_an_ellipsis() {
    let shown = |title: &str| {
        let set = Setting::fit(&SEMI_BOLD, title, TITLE, TITLE_SIZES);
        let last = set.lines.last().and_then(|line| line.glyphs.last()).map(|(glyph, ..)| *glyph);
        (set.lines.len(), last == SEMI_BOLD.run("\u{2026}").glyphs.last().map(|(glyph, ..)| *glyph))
    };
    assert_eq!(shown(&"wide words ".repeat(60)), (5, true));
    assert_eq!(shown(&"w".repeat(900)), (5, true));
    assert!(!shown(LONG).1);
}

#[test]
fn t8_a_title_that_cannot_be_written_gives_way_to_the_company_or_the_site() {
    for (title, company, shown, head) in [
        ("Baker", Some("Mill"), "Baker", "Mill"),
        ("\u{1f680} Baker \u{1f469}\u{200d}\u{1f373}", Some("Mill"), "Baker", "Mill"),
        ("データエンジニア", Some("Mill"), "Mill", ""),
        ("مهندس برمجيات", None, "Careers at Mill", ""),
        ("データ", Some("株式会社"), "Careers at Mill", ""),
        ("\u{1f680}", None, "Careers at Mill", ""),
        ("Baker", Some("株式会社"), "Baker", ""),
        ("Cre\u{300}me Chef", None, "Cre\u{300}me Chef", "Careers at Mill"),
    ] {
        let image =
            ShareImage::of(&site(CONFIG, title, company, "Berlin"), &language("en"), tones(), Route::Posting(0))
                .expect("an image");
        assert_eq!((image.title.as_str(), image.head.as_str()), (shown, head), "{title}");
    }
}

#[test]
fn t8_other_pages_have_the_image_of_the_site() {
    let site = site(CONFIG, "Baker", None, "東京");
    let home = ShareImage::of(&site, &language("en"), tones(), Route::Home { page: 1 }).expect("an image");
    assert_eq!(home.alt(), "Careers at Mill \u{b7} mill.example/careers");
    assert_eq!(ShareImage::of(&site, &language("en"), tones(), Route::NotFound), Some(home));
    let posting = ShareImage::of(&site, &language("en"), tones(), Route::Posting(0)).expect("an image");
    assert_eq!(posting.alt(), "Baker \u{b7} Careers at Mill", "a place that can't be written is left out");
    let paths: BTreeSet<String> = of_all(&site, &language("en"), tones()).map(|(path, _)| path).collect();
    assert_eq!(paths.len(), 2);
}

#[test]
fn t8_there_are_none_where_they_are_switched_off_or_could_not_be_linked_to() {
    for config in ["", "[site]\nbase_url = \"https://mill.example\"\n[social_cards]\nenabled = false\n"] {
        assert_eq!(of_all(&site(config, "Baker", None, "Berlin"), &language("en"), tones()).next(), None);
    }
}

#[test]
fn o5_a_name_stands_for_what_is_drawn_and_the_bytes_are_the_same_on_every_machine() {
    let (one, other) = (image("Baker"), image("Cook"));
    assert_eq!(
        at(&site(CONFIG, "Baker", Some("Mill & Söhne"), "Berlin"), &language("en"), tones(), &one.path()),
        Some(one.clone())
    );
    assert_ne!(one.path(), other.path());
    // Another picture under the same name would stay in caches and browsers: raise `REVISION` with the hash.
    let drawn = blake3::hash(&one.draw().png()).to_hex();
    assert_eq!((REVISION, &drawn[..16]), (1, "53938883225b8c47"));
}
