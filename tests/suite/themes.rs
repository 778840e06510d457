//! Where templates come from, and what they get (T1).

use crate::harness::{Run, TestSite};

#[test]
fn t1_a_site_template_that_extends_the_themes_applies_to_all_pages() {
    let run = TestSite::new()
        .seed("a.md", "---\ntags: [Rust]\n---\n# A\n")
        .file(
            "templates/base.html",
            "{% extends \"default/base.html\" %}{% block head %}<meta name=\"x\" content=\"mine\">{% endblock %}",
        )
        .build()
        .succeeds();
    for page in ["/", "/tags/", "/tags/rust/"] {
        assert!(run.page(page).contains("content=\"mine\""), "{page}");
    }
}

#[test]
fn t1_a_theme_of_ones_own_falls_back_to_the_built_in_one() {
    let run = TestSite::new()
        .seed("a.md", "# A\n")
        .file("careers.toml", "[theme]\nname = \"mine\"\n")
        .file("themes/mine/home.html", "mine: {{ list.count }}</html>\n")
        .file("themes/mine/style.css", "body { color: red }")
        .build()
        .succeeds();
    assert_eq!(run.page("/"), "mine: 1</html>\n");
    let page = run.page("/jobs/a/");
    let style = page.split("href=\"/").find(|part| part.starts_with("assets/style.")).expect("a stylesheet");
    assert_eq!(run.page(&format!("/{}", style.split('"').next().expect("a link"))), "body { color: red }");
}

#[test]
fn t1_an_unknown_theme_names_the_nearest() {
    let run = TestSite::new().seed("a.md", "# A").build_with(&["--theme", "defalt"]).fails(1);
    assert!(run.stderr.contains("did you mean `default`?"), "{}", run.stderr);
}

#[test]
fn options_and_extra_front_matter_reach_templates() {
    let run = TestSite::new()
        .seed("a.md", "---\nmascot: Otter\nteam_size: 7\n---\n# A\n")
        .file("careers.toml", "[theme]\noptions = { shape = \"round\" }\n")
        .file("templates/theme.toml", "[options.shape]\ntype = \"text\"\n")
        .file(
            "templates/posting.html",
            "{{ options.shape }} {{ posting.extra.mascot }} {{ posting.extra.team_size + 1 }}</html>\n",
        )
        .build()
        .succeeds();
    assert_eq!(run.page("/jobs/a/"), "round Otter 8</html>\n");
}

#[test]
fn tera_in_a_posting_is_never_run() {
    let run = TestSite::new().seed("a.md", "# A\n\n`{{ 6 * 7 }}` and {{ 6 * 7 }} and `{% set x = 1 %}`\n").build();
    let main = run.succeeds().main("/jobs/a/");
    assert!(main.contains("<code>{{ 6 * 7 }}</code>") && !main.contains("42"), "{main}");
}

#[test]
fn t2_every_slot_is_filled_by_a_file_of_its_name_and_is_documented() {
    let slots = ["head", "header", "before_posting", "after_posting", "apply", "footer"];
    let posting = "---\napply: https://example.com\n---\n# A\n\nText of the posting.\n";
    let site = slots.into_iter().fold(TestSite::new().seed("a.md", posting), |site, slot| {
        site.file(&format!("templates/slots/{slot}.html"), format!("<!-- {slot} of {{{{ page.kind }}}} -->"))
    });
    let run = site.build().succeeds();
    let page = run.page("/jobs/a/");
    let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}\n{page}"));
    let order = [
        "<!-- head of posting -->",
        "</head>",
        "<!-- header of posting -->",
        "<main",
        "<!-- before_posting of posting -->",
        "Text of the posting.",
        "<!-- after_posting of posting -->",
        "https://example.com",
        "<!-- apply of posting -->",
        "<!-- footer of posting -->",
    ];
    assert!(order.is_sorted_by_key(|text| at(text)), "{page}");
    assert!(run.page("/").contains("<!-- footer of home -->") && !run.page("/").contains("<!-- apply"));
    let reference = include_str!("../../docs/templates.md");
    for slot in slots {
        assert!(reference.contains(&format!("| `slots/{slot}.html` |")), "{slot}");
    }
}

/// The stylesheet that the home page names.
fn stylesheet(run: &Run) -> (String, String) {
    let page = run.page("/");
    let (_, rest) = page.split_once("<link rel=\"stylesheet\" href=\"").expect("a stylesheet");
    let address = rest.split('"').next().expect("its address").to_owned();
    (run.page(&address), address)
}

#[test]
fn t3_a_brand_colour_becomes_part_of_the_hashed_stylesheet() {
    let site = TestSite::new().seed("a.md", "# A\n");
    let (plain, first) = stylesheet(&site.build().succeeds());
    site.edit("careers.toml", "[theme]\noptions = { brand = \"#0a7d55\" }\n");
    let run = site.build().succeeds();
    let (branded, second) = stylesheet(&run);
    assert!(branded.starts_with(&plain) && branded.contains("--accent: #0a7d55;"), "{branded}");
    assert_ne!(first, second);
    let home = run.page("/");
    assert!(!home.contains("0a7d55"));
    let icon = home.split("href=\"").find(|part| part.starts_with("/assets/favicon.")).expect("an icon");
    assert!(run.page(icon.split('"').next().expect("its address")).contains("fill=\"#0a7d55\""));
    assert!(home.contains("<meta name=\"theme-color\" content=\"#f8fbf9\""), "{home}");
}

#[test]
fn t3_a_themes_own_brand_colour_makes_the_scheme() {
    let site = TestSite::new()
        .seed("a.md", "# A\n")
        .file("careers.toml", "[site]\nbase_url = \"https://example.com/\"\n[theme]\nname = \"mine\"\n")
        .file("templates/404.html", "{{ options.brand }} {{ colours.light.accent }}</html>\n");
    site.edit("themes/mine/theme.toml", "");
    let plain = site.build().succeeds();
    assert_eq!(plain.page("/404.html"), "#1c50b5 #1c50b5</html>\n");
    let images =
        |run: &Run| run.files().into_iter().filter(|file| file.starts_with("assets/cards/")).collect::<Vec<_>>();
    let (plain_style, plain_images) = (stylesheet(&plain).0, images(&plain));
    site.edit("themes/mine/theme.toml", "[options.brand]\ntype = \"colour\"\ndefault = \"#cc0000\"\n");
    let run = site.build().succeeds();
    assert_eq!(run.page("/404.html"), "#cc0000 #cc0000</html>\n");
    let (style, _) = stylesheet(&run);
    assert!(style.starts_with(&plain_style) && style.contains("--accent: #cc0000;"), "{style}");
    assert!(images(&run).len() == 2 && images(&run) != plain_images, "share images are drawn in it");
    site.edit("careers.toml", "[theme]\nname = \"mine\"\noptions = { brand = \"#0a7d55\" }\n");
    assert_eq!(site.build().succeeds().page("/404.html"), "#0a7d55 #0a7d55</html>\n");
}

#[test]
fn t3_a_bad_brand_colour_is_an_error_at_its_place() {
    for (value, shown) in [("\"greenish\"", "`greenish`"), ("7", "`7`"), ("[]", "a list")] {
        let config = format!("[theme]\nname = \"default\"\noptions = {{ brand = {value} }}\n");
        let run = TestSite::new().seed("a.md", "# A\n").file("careers.toml", config).build().fails(1);
        assert!(run.stderr.contains("error[invalid-value]"), "{}", run.stderr);
        assert!(run.stderr.contains(&format!("a colour is expected here, not {shown}")), "{}", run.stderr);
        assert!(run.stderr.contains("careers.toml:3:21"), "{}", run.stderr);
    }
}

#[test]
fn t3_all_styles_of_the_theme_lie_in_one_layer() {
    let site = TestSite::new().seed("a.md", "# A\n").file("careers.toml", "[theme]\noptions = { brand = \"#f0f\" }\n");
    let (css, _) = stylesheet(&site.build().succeeds());
    let mut depth = 0_usize;
    let mut outside = String::new();
    for character in css.chars() {
        depth -= usize::from(character == '}');
        if depth == 0 && character != '}' {
            outside.push(character);
        }
        depth += usize::from(character == '{');
    }
    assert!(outside.split('{').all(|rule| ["@layer theme", ""].contains(&rule.trim())), "{outside}");
}
