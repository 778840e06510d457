//! What is read, and that nothing is lost (I1–I8, I10).

use crate::harness::{TestSite, text};

#[test]
fn i1_a_folder_with_nothing_but_seeds_makes_a_complete_site() {
    let run = TestSite::new().seed("designer.md", "# Designer\n\nDraw things.\n").build().succeeds();
    assert!(run.main("/jobs/designer/").contains("<h1>Designer</h1>"));
    assert!(run.main("/").contains("href=\"/jobs/designer/\""));
    assert!(run.has("404.html") && run.has("careers-manifest.json"));
}

#[test]
fn i1_seeds_can_be_named_on_the_command_line() {
    let site = TestSite::new().file("elsewhere/a.md", "# A").file("b.md", "# B").seed("c.md", "# C");
    let run = site.build_with(&["elsewhere", "b.md"]).succeeds();
    assert!(run.has("jobs/a") && run.has("jobs/b") && !run.has("jobs/c"));
}

#[test]
fn i3_postings_of_a_company_folder_carry_its_name_and_address() {
    let run = TestSite::new()
        .seed("acme/_index.md", "---\ncompany: Acme\nlocations: [Lisbon]\n---\nWe make anvils.\n")
        .seed("acme/smith.md", "# Smith\n")
        .seed("blue/_index.md", "---\ncompany:\n  name: Blue Sky\n---\n")
        .seed("blue/pilot.md", "---\nlocations: Porto\n---\n# Pilot\n")
        .build()
        .succeeds();
    assert!(run.main("/jobs/acme/smith/").contains("Lisbon"));
    assert!(run.main("/companies/acme/").contains("Smith"));
    let pilot = run.main("/jobs/blue/pilot/");
    assert!(pilot.contains("Blue Sky") && pilot.contains("Porto") && !pilot.contains("Lisbon"), "{pilot}");
}

#[test]
fn i2_an_index_whose_text_nobody_would_see_is_told() {
    let run = TestSite::new()
        .seed("smith.md", "# Smith\n")
        .seed("welder/_index.md", "---\ntitle: Welder\n---\nYou weld ships.\n")
        .seed("acme/_index.md", "---\ncompany: Acme\n---\nAcme has no open role.\n")
        .seed("blue/_index.md", "---\nlocations: Ulm\n---\nA text.\n")
        .seed("blue/cook.md", "# Cook\n")
        .build()
        .succeeds();
    let told: Vec<&str> = run.stderr.lines().skip_while(|line| !line.contains("text-not-shown")).take(3).collect();
    assert_eq!(run.stderr.matches("text-not-shown").count(), 1, "{}", run.stderr);
    assert!(told[1].ends_with("seeds/welder/_index.md") && told[2].contains("call the file `index.md`"), "{told:?}");
}

#[test]
fn i2_a_folder_may_say_once_when_its_postings_open_and_close() {
    let run = TestSite::new()
        .seed("round/_index.md", "---\nposted: 2026-05-01\ncloses: 2026-06-30\n---\n")
        .seed("round/smith.md", "# Smith\n")
        .seed("round/pilot.md", "---\ncloses: 2026-05-20\n---\n# Pilot\n")
        .seed("hugo/_index.md", "---\ntitle: Jobs\ndate: 2019-01-01\n---\n")
        .seed("hugo/cook.md", "# Cook\n")
        .build()
        .succeeds();
    let smith = run.main("/jobs/smith/");
    assert!(smith.contains("2026-05-01") && smith.contains("2026-06-30"), "{smith}");
    assert!(run.main("/jobs/pilot/").contains("This role is closed"));
    // The date of the folder's own page says nothing of its postings.
    assert!(!run.main("/jobs/cook/").contains("2019"));
}

#[test]
fn i5_no_bad_file_stops_the_others() {
    let huge = format!("# Huge\n\n{}", "All work and no play makes a long posting. ".repeat(240_000));
    let run = TestSite::new()
        .seed("good.md", "# Good\n")
        .seed("empty.md", "")
        .seed("bytes.md", b"# Caf\xe9\n\ntext\n")
        .seed("unclosed.md", "---\ntitle: Unclosed\nteam: Ops\n\nThe text goes on.\n")
        .seed("broken.md", "---\ntitle: Broken: very\ntags: [a, b\n---\n\nThe text stays.\n")
        .seed("bom.md", "\u{feff}---\ntitle: Marked\n---\r\n\r\nWindows line ends.\r\n")
        .seed("huge.md", huge)
        .build()
        .succeeds();
    assert!(run.main("/jobs/good/").contains("Good"));
    assert!(text(&run.main("/jobs/bytes/")).contains("Caf\u{e9}"));
    assert!(text(&run.main("/jobs/unclosed/")).contains("The text goes on."));
    let broken = text(&run.main("/jobs/broken/"));
    assert!(broken.contains("Broken: very") && broken.contains("The text stays."), "{broken}");
    assert!(run.main("/jobs/bom/").contains("<h1>Marked</h1>"));
    assert!(run.page("/jobs/huge/").len() > 10_000_000);
    assert!(!run.has("jobs/empty"));
    for code in ["empty-file", "not-utf8", "unclosed-front-matter", "front-matter-syntax"] {
        assert!(run.stderr.contains(&format!("warning[{code}]")), "{code}\n{}", run.stderr);
    }
}

#[test]
fn i6_constructs_of_other_tools_become_html_or_a_warning() {
    let gitbook = "# Ops\n\n{% hint style=\"warning\" %}\nMind the *gap*.\n{% endhint %}\n\n\
        {% tabs %}\n{% tab title=\"First\" %}\nOne\n{% endtab %}\n{% endtabs %}\n\n\
        Ends with a sign.\\\n\nAnd a space.&#x20;\n\n{% include \"x.html\" %}\n\nKeep `{{ this }}`.\n";
    let run = TestSite::new().seed("ops.md", gitbook).build().succeeds();
    let main = run.main("/jobs/ops/");
    assert!(main.contains("callout-warning") && main.contains("<em>gap</em>"), "{main}");
    assert!(main.contains("First") && main.contains("One"));
    assert!(!main.contains("{%") && !main.contains("&#x20;") && !main.contains('\\'), "{main}");
    assert!(main.contains("<code>{{ this }}</code>"));
    assert!(run.stderr.contains("seeds/ops.md:17:1"), "{}", run.stderr);
}

#[test]
fn i7_heading_ids_follow_github() {
    let run =
        TestSite::new().seed("a.md", "# A\n\n## \u{1f44b} \u{dc}ber uns\n\n## C++ & more!\n\n## C++ & more!\n").build();
    let main = run.succeeds().main("/jobs/a/");
    for id in ["id=\"-\u{fc}ber-uns\"", "id=\"c--more\"", "id=\"c--more-1\""] {
        assert!(main.contains(id), "{id}\n{main}");
    }
}

#[test]
fn i10_files_beside_a_posting_are_published_and_links_to_postings_lead_to_their_pages() {
    let site = TestSite::new()
        .seed("a/ops.md", "# Ops\n\n![Map](img/map.png) [Dev](../dev.md#team) [gone](nowhere.md)\n")
        .seed("a/img/map.png", b"png")
        .seed("dev.md", "# Dev\n\n## Team\n\ntext\n")
        .file("secret.txt", "secret");
    let run = site.build_with(&["--base-url", "https://example.com/careers"]).succeeds();
    let main = run.main("/jobs/ops/");
    assert!(main.contains("href=\"/careers/jobs/dev/#team\""), "{main}");
    let image = main.split("src=\"/careers/").nth(1).and_then(|rest| rest.split('"').next()).expect("a picture");
    assert!(run.has(image), "{image}");
    assert!(run.stderr.contains("warning[broken-link]") && run.stderr.contains("seeds/a/ops.md:3:"), "{}", run.stderr);
}

#[test]
fn scripts_in_a_posting_never_reach_a_page() {
    let attack = "# <b>Ops</b> <script>alert(1)</script>\n\n<img src=x onerror=alert(1)>\n\n\
        [x](javascript:alert(1))\n\n<p style=\"position:fixed\">hello</p>\n\n\
        | a |\n|:-:|\n| b |\n";
    let front = "---\nteam: '<script>alert(2)</script>'\nlocations: ['\"><img src=y onerror=alert(3)>']\napply: 'javascript:alert(4)'\n---\n";
    let run = TestSite::new().seed("ops.md", format!("{front}{attack}")).build().succeeds();
    for (page, html) in run.pages() {
        for bad in ["<script", "<img src=\"x\" o", "<img src=y", "javascript:", " style="] {
            assert!(!html.contains(bad), "{page}: {bad}\n{html}");
        }
    }
    assert!(run.main("/jobs/ops/").contains("align-center"));
}
