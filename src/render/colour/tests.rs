use std::collections::{BTreeMap, BTreeSet};

use super::*;

fn colour(text: &str) -> Colour {
    Colour::parse(text).expect("a colour")
}

#[test]
fn contrast_is_that_of_wcag() {
    for (a, b, ratio) in [("#000", "#fff", 21.0), ("#767676", "#fff", 4.54), ("#fff", "#fff", 1.0)] {
        assert!((contrast(colour(a), colour(b)) - ratio).abs() < 0.01, "{a} {b}");
    }
}

#[test]
fn a_colour_survives_the_way_there_and_back() {
    for text in ["#000000", "#ffffff", "#0a7d55", "#ff0000", "#0000ff", "#fafa00"] {
        assert_eq!(Colour::from(Oklch::from(colour(text))).to_string(), text);
    }
}

#[test]
fn t3_a_brand_colour_that_reads_well_is_kept_as_it_is() {
    let css = Scheme::of(Some(colour("#0a7d55"))).css();
    assert!(css.contains("--accent: #0a7d55; --on-accent:"), "{css}");
}

/// The brand colour of the built-in themes.
fn brand() -> Colour {
    let theme = include_str!("../../../themes/default/theme.toml");
    let (_, brand) = theme.split_once("[options.brand]").expect("the option");
    let default = brand.split_once("default = \"").expect("its default").1;
    colour(default.split('"').next().expect("its value"))
}

/// The built-in themes, with a stylesheet each.
const THEMES: [(&str, &str); 2] = [
    ("default", include_str!("../../../themes/default/style.css")),
    ("board", include_str!("../../../themes/board/style.css.tera")),
];

/// Text that is read for long, all other text, and what only has to be seen.
const BODY: [&str; 1] = ["ink"];
const TEXT: [&str; 9] = ["accent", "quiet", "good", "warn", "bad", "code-a", "code-b", "code-c", "code-d"];
const SEEN: [&str; 1] = ["edge"];
/// What text stands on.
const GROUNDS: [&str; 2] = ["paper", "tint"];
/// WCAG's AAA for text, and AA for what is no text.
const AAA: f64 = 7.0;
const VISIBLE: f64 = 3.0;

/// The colours of one scheme of a stylesheet, by the names of their custom properties.
type Palette = BTreeMap<String, Oklch>;

/// The light palette of a stylesheet and the dark one, for a brand colour.
fn palettes(style: &str, brand: Colour) -> [Palette; 2] {
    let scheme = Scheme::of(Some(brand));
    // Colours with hues of their own are declared where these are known, once for each scheme.
    let blocks = |begin| style.split(begin).skip(1).filter_map(|rest: &str| rest.split('}').next());
    let marks = blocks(".mark { --").map(|block| format!("--{block}")).chain([String::new(), String::new()]);
    let blocks: Vec<String> =
        blocks(":root {").zip(marks).map(|(block, marks)| block.to_owned() + ";" + &marks).collect();
    let palette = |block: &str, colours: Colours| -> Palette {
        let read = block.split(';').filter_map(|declaration| {
            let (name, value) = declaration.split_once("--")?.1.split_once(": oklch(")?;
            let mut parts = value.trim_end_matches(')').split_whitespace();
            let lightness = parts.next()?.strip_suffix('%')?.parse::<f64>().ok()? / 100.0;
            let chroma = parts.next()?.parse().ok()?;
            let hue = parts.next()?.parse().unwrap_or(scheme.hue);
            Some((name.to_owned(), Oklch { lightness, chroma, hue }))
        });
        let brand = [("accent", colours.accent), ("on-accent", colours.on_accent)];
        read.chain(brand.map(|(name, colour)| (name.to_owned(), Oklch::from(colour)))).collect()
    };
    [palette(&blocks[0], scheme.light), palette(&blocks[1], scheme.dark)]
}

/// 500 colours, the same on every run: a linear congruential generator. And those that are hard.
fn brands() -> impl Iterator<Item = Colour> {
    let mut state: u32 = 2026;
    let mut channel = move || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_be_bytes()[0]
    };
    let random = (0..500).map(move |_| Colour { channels: [channel(), channel(), channel()] });
    random.chain(["#000", "#fff", "#ff0", "#00f", "#0ff", "#f00", "#808080"].map(colour))
}

#[test]
fn t3_any_brand_colour_gives_readable_text_on_every_ground_in_both_schemes() {
    for ((theme, style), brand) in THEMES.into_iter().flat_map(|theme| brands().map(move |brand| (theme, brand))) {
        for palette in palettes(style, brand) {
            let shown = |name: &str| Colour::from(palette[name]);
            let holds = |text: Colour, ground: Colour, least: f64, what: &str| {
                let found = contrast(text, ground);
                assert!(found >= least, "{theme}, {brand}: {what} is {text} on {ground}, {found:.2}");
            };
            for ground in GROUNDS {
                for (names, least) in [(&BODY[..], AAA), (&TEXT[..], READABLE), (&SEEN[..], VISIBLE)] {
                    for name in names {
                        holds(shown(name), shown(ground), least, &format!("{name} on {ground}"));
                    }
                }
            }
            holds(shown("on-accent"), shown("accent"), READABLE, "on-accent");
            // The marks of companies, which have hues of their own.
            for hue in (0..360).step_by(5).filter(|_| theme == "board") {
                let [ink, ground] =
                    ["mark-ink", "mark-ground"].map(|name| Oklch { hue: f64::from(hue), ..palette[name] });
                holds(ink.into(), ground.into(), READABLE, "initials");
            }
            // What the pointer is over: `color-mix(in oklch, var(--accent), var(--ink) 18%)`.
            let hovered = mixed(palette["accent"], palette["ink"], 0.18);
            holds(shown("on-accent"), hovered, READABLE, "on-accent, hovered");
        }
    }
}

/// `color-mix(in oklch, a, b part)`, the hue aside: what is mixed here has one.
fn mixed(a: Oklch, b: Oklch, part: f64) -> Colour {
    let between = |a: f64, b: f64| a + (b - a) * part;
    Colour::from(Oklch { lightness: between(a.lightness, b.lightness), chroma: between(a.chroma, b.chroma), ..a })
}

#[test]
fn t3_no_rule_of_a_stylesheet_uses_a_colour_that_is_not_looked_at() {
    // `mark` is one of the others, by the kind of a callout; `edge` colours the dots between facts, which nobody reads.
    let texts: BTreeSet<&str> = BODY.into_iter().chain(TEXT).chain(["on-accent", "mark", "edge", "mark-ink"]).collect();
    let grounds: BTreeSet<&str> = GROUNDS.into_iter().chain(["accent", "mark-ground"]).collect();
    for (theme, style) in THEMES {
        let (_, rules) = style.split_once("/* Foundations */").expect("rules");
        let used = |property: &str| -> BTreeSet<String> {
            let begin = format!("{property}: var(--");
            let uses = rules.match_indices(&begin).filter(|(at, _)| rules[..*at].ends_with([' ', '{']));
            uses.filter_map(|(at, _)| rules[at + begin.len()..].split(')').next()).map(str::to_owned).collect()
        };
        let is_in = |names: BTreeSet<String>, known: &BTreeSet<&str>| names.iter().all(|name| known.contains(&**name));
        assert!(used("color").len() > 3 && is_in(used("color"), &texts), "{theme}: {:?}", used("color"));
        assert!(
            used("background").len() > 1 && is_in(used("background"), &grounds),
            "{theme}: {:?}",
            used("background")
        );
    }
}

#[test]
fn t3_the_stylesheets_say_what_the_scheme_of_their_own_colour_would() {
    for (theme, style) in THEMES {
        let own = Scheme::of(Some(brand()));
        let declared = style.replace("var(--hue)", &own.hue.to_string());
        for (palette, colours) in palettes(style, brand()).into_iter().zip([own.light, own.dark]) {
            assert_eq!(Colour::from(palette["paper"]), colours.paper, "{theme}");
            let Oklch { lightness, chroma, hue } = Oklch::from(colours.accent);
            let line =
                format!("--accent: oklch({:.0}% {} {hue:.0});", lightness * 100.0, (chroma * 1000.0).round() / 1000.0);
            assert!(declared.contains(&line), "{theme}: {line}");
        }
    }
}

#[test]
fn t3_grounds_are_no_further_from_the_paper_than_accents_are_made_for() {
    for (theme, style) in THEMES {
        let [light, dark] = palettes(style, brand());
        for name in GROUNDS {
            assert!(light[name].lightness >= LIGHT[1].0 && dark[name].lightness <= DARK[1].0, "{theme}: {name}");
        }
    }
}
