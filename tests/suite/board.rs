//! The theme `board`: one table of all roles, which sorts.

use crate::browser::{RUNNER_PATH, Scheme, Server, Tools, browse, example_site};
use crate::harness::{TestSite, text};

#[test]
fn a_table_holds_every_role_with_its_facts_newest_first() {
    let posting = |title: &str, team: &str, day: u8| {
        let facts = format!("title: {title}\nteam: {team}\nposted: 2026-05-{day:02}\nsalary: €{day},000 a year");
        format!("---\n{facts}\nlocations: Berlin, Germany\nemployment_type: full-time\n---\nText.\n")
    };
    let run = TestSite::new()
        .seed("a/_index.md", "---\ncompany: Blue Sky\n---\n")
        .seed("b/_index.md", "---\ncompany: Acme\n---\n")
        .seed("a/x.md", posting("Welder", "Works", 20))
        .seed("b/y.md", posting("Nurse", "Ward", 28))
        .seed("a/z.md", posting("Painter", "Works", 30))
        .build_with(&["--theme", "board"])
        .succeeds();
    let main = run.main("/");
    let rows: Vec<String> = main
        .split("<tr><th scope=\"row\">")
        .skip(1)
        .map(|row| text(row.split("</tr>").next().expect("its end")))
        .collect();
    assert_eq!(
        rows,
        [
            "BS Painter New Blue Sky Works Berlin, Germany Full-time €30,000 a year May 30, 2026",
            "A Nurse New Acme Ward Berlin, Germany Full-time €28,000 a year May 28, 2026",
            "BS Welder Blue Sky Works Berlin, Germany Full-time €20,000 a year May 20, 2026",
        ]
    );
}

#[test]
fn roles_that_are_open_to_a_place_stand_apart_from_those_in_it() {
    let run = TestSite::new()
        .seed("a.md", "---\nlocations: Berlin, Germany\n---\n# Here\n")
        .seed("b.md", "---\nremote: full\nremote_countries: [Germany]\n---\n# Far\n")
        .build_with(&["--theme", "board"])
        .succeeds();
    let main = run.main("/locations/germany/");
    let order = ["scope=\"rowgroup\"", ">Here</a>", "scope=\"rowgroup\"", ">Far</a>"];
    let places = order.iter().scan(0, |from, text| {
        *from = main[*from..].find(text).map(|at| *from + at + 1)?;
        Some(*from)
    });
    assert_eq!(places.count(), order.len(), "{main}");
}

#[test]
fn a_press_on_a_heading_sorts_and_what_says_nothing_comes_last() {
    let Some(tools) = Tools::find() else { return };
    let site = example_site("board");
    let server = Server::with_runner(&site.path("output"), &tools.axe, PRESSER.to_owned(), None);
    let dom = browse(&tools, server.address, RUNNER_PATH, Scheme::Light);
    let said = dom.split_once("<pre>").and_then(|(_, rest)| rest.split_once("</pre>")).expect("what it found").0;
    let presses: Vec<Vec<&str>> = said.lines().map(|line| line.split('|').collect()).collect();
    let [up, down, pay] = &presses[..] else { panic!("{said}") };
    assert_eq!((up[0], down[0], pay[0]), ("ascending", "descending", "descending"), "{said}");
    assert!(up[1..].is_sorted() && up.len() > 5, "{up:?}");
    assert!(down[1..].iter().rev().is_sorted() && down[1..] != up[1..], "{down:?}");
    let said_nothing = pay[1..].iter().position(|key| key.is_empty()).unwrap_or(pay.len() - 1);
    assert!(said_nothing > 2 && pay[1 + said_nothing..].iter().all(|key| key.is_empty()), "{pay:?}");
}

/// Presses headings of the home page, and writes down how rows stand then.
const PRESSER: &str = r#"<!doctype html><meta charset="utf-8"><title>Runner</title><body><script type="module">
const frame = document.createElement("iframe");
frame.src = "/";
await new Promise((resolve) => {
  frame.onload = resolve;
  document.body.append(frame);
});
const page = frame.contentDocument;
const lines = [];
for (const [name, key] of [["company", (cell) => cell.textContent], ["company", (cell) => cell.textContent], ["pay", (cell) => cell.dataset.key ?? ""]]) {
  const heading = page.querySelector(`thead .${name}`);
  heading.querySelector("button").click();
  lines.push([heading.ariaSort, ...[...page.querySelectorAll(`td.${name}`)].map(key)].join("|"));
}
const pre = document.createElement("pre");
pre.textContent = lines.join("\n");
document.body.append(pre);
</script>"#;

#[test]
fn no_word_is_so_long_that_the_table_leaves_the_page() {
    let Some(tools) = Tools::find() else { return };
    let title = format!("Senior {} Specialist", "Rindfleischetikettierung".repeat(3));
    let facts = "team: Customer Success and Solutions Engineering\nlocations: London, United Kingdom\n\
                 salary: €60,000 – €75,000 a year\nemployment_type: full-time\nposted: 2026-05-30";
    let posting = format!("---\ntitle: {title}\n{facts}\n---\nText.\n");
    let site = TestSite::new()
        .seed("a/_index.md", "---\ncompany: Blue Ocean Logistics International\n---\n")
        .seed("a/x.md", &posting)
        .seed("b/_index.md", "---\ncompany: Acme\n---\n")
        .seed("b/y.md", &posting);
    site.build_with(&["--theme", "board"]).succeeds();
    let server = Server::with_runner(&site.path("output"), &tools.axe, MEASURER.to_owned(), None);
    let dom = browse(&tools, server.address, RUNNER_PATH, Scheme::Light);
    let said = dom.split_once("<pre>").and_then(|(_, rest)| rest.split_once("</pre>")).expect("what it found").0;
    assert_eq!(said, "320 768 1024 1280");
}

/// Writes down at which widths the home page is no wider than its frame.
const MEASURER: &str = r#"<!doctype html><meta charset="utf-8"><title>Runner</title><body><script type="module">
const fitting = [];
for (const width of [320, 768, 1024, 1280]) {
  const frame = document.createElement("iframe");
  frame.style.cssText = `border: 0; width: ${width}px; height: 800px`;
  frame.src = "/";
  await new Promise((resolve) => {
    frame.onload = resolve;
    document.body.append(frame);
  });
  if (frame.contentDocument.documentElement.scrollWidth <= width) fitting.push(width);
}
const pre = document.createElement("pre");
pre.textContent = fitting.join(" ");
document.body.append(pre);
</script>"#;

#[test]
fn t6_the_search_narrows_the_rows_and_its_boxes_stand_beside_them() {
    let Some(tools) = Tools::find() else { return };
    let site = example_site("board");
    let server = Server::with_runner(&site.path("output"), &tools.axe, SEEKER.to_owned(), None);
    let dom = browse(&tools, server.address, RUNNER_PATH, Scheme::Light);
    let said = dom.split_once("<pre>").and_then(|(_, rest)| rest.split_once("</pre>")).expect("what it found").0;
    let (rows, told) = said.split_once('|').expect("rows and what is told");
    let rows: Vec<&str> = rows.lines().collect();
    assert!(!rows.is_empty() && rows.iter().all(|title| title.contains("Engineer")), "{said}");
    assert_eq!(told, format!("{} roles fit, Filters", rows.len()), "{said}");
}

/// Looks for a word on the home page, and writes down the rows that are left, what is told, and the button on telephones.
const SEEKER: &str = r#"<!doctype html><meta charset="utf-8"><title>Runner</title><body><script type="module">
const frame = document.createElement("iframe");
frame.src = "/";
await new Promise((resolve) => {
  frame.onload = resolve;
  document.body.append(frame);
});
const page = frame.contentDocument;
const field = page.querySelector("[name=q]");
field.value = "engineer";
field.dispatchEvent(new Event("input", { bubbles: true }));
const status = page.querySelector("[data-status]");
while (!status.textContent || !page.querySelector("[data-facet] input")) await new Promise((resolve) => setTimeout(resolve, 50));
const rows = [...page.querySelectorAll("tbody tr:not([hidden]) a")].map((link) => link.textContent);
const pre = document.createElement("pre");
pre.textContent = `${rows.join("\n")}|${status.textContent}, ${page.querySelector(".narrow").textContent.trim()}`;
document.body.append(pre);
</script>"#;
