//! The search of the home page in a real browser, under the policy that hosts send along. What it needs, and when these
//! tests are skipped, is told in `browser.rs`.

use std::process::{Command, Stdio};

use crate::browser::{RUNNER_PATH, Scheme, Server, Tools, browse, flags};
use crate::harness::TestSite;
use crate::search::bakery;

/// What a careful site would send: nothing from elsewhere, and nothing inline.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; \
                      connect-src 'self'; base-uri 'none'; form-action 'self'";

/// What every script of a test begins with. The page is in a frame of the given width.
const PRELUDE: &str = r##"
const is = (what, holds) => { if (!holds) throw new Error(`not so: ${what}`); };
const until = async (what, holds) => {
  for (const end = Date.now() + 10000; Date.now() < end; await new Promise((next) => setTimeout(next, 10))) {
    if (await holds()) return;
  }
  throw new Error(`not in time: ${what}`);
};
const open = async (path, width = 1280, sandbox = null) => {
  const frame = document.createElement("iframe");
  frame.style.cssText = `border: 0; width: ${width}px; height: 800px`;
  if (sandbox) frame.sandbox = sandbox;
  frame.src = path;
  const loaded = new Promise((done) => { frame.onload = done; });
  document.body.append(frame);
  await loaded;
  return frame.contentWindow;
};
const one = (page, marks) => page.document.querySelector(marks);
const all = (page, marks) => [...page.document.querySelectorAll(marks)];
const isShown = (element) => element.checkVisibility();
const titles = (page) => all(page, "[data-list] .card a, [data-results] .card a").filter(isShown).map((a) => a.textContent).sort();
const shows = (page, ...expected) => until(`${expected} of ${titles(page)}`, () => titles(page).join() === expected.join());
const box = (page, key, value) => one(page, `[data-facet=${key}] input[value="${value}"]`);
const type = (page, words) => {
  const field = one(page, "#q");
  field.focus();
  field.value = words;
  field.dispatchEvent(new page.InputEvent("input", { bubbles: true }));
};
const ready = async (page) => {
  one(page, "#q").focus();
  await until("boxes", () => one(page, "[data-facet] input"));
};
const ALL = ["Baker", "C++ <x>Engineer</x> & \"friends\" <\/script>", "Clerk", "Cook", "Crème pâtissier", "Driver", "Planner", "Writer"];
"##;

/// All roles on one page, and the same on several pages, where they come from the index.
fn both() -> [TestSite; 2] {
    [bakery(), bakery().file("careers.toml", "[lists]\npaginate_by = 3\n")]
}

#[test]
fn t6_each_filter_alone_and_all_together_on_one_page_and_on_several() {
    for site in both() {
        run(
            &site,
            r##"
            const page = await open("/");
            await ready(page);
            for (const [key, value, ...expected] of [
                ["team", "vans", "Driver", "Planner"],
                ["place", "germany", "Baker", "Cook", "Planner", "Writer"],
                ["place", "paris", "Cook"],
                ["remote", "remote", "Planner", "Writer"],
                ["type", "full-time", "Baker", "Driver"],
                ["level", "senior", "Baker", "Planner"],
                ["tag", "ovens", "Baker", "Cook"],
                ["salary", "70000", "Cook"],
            ]) {
                box(page, key, value).click();
                await shows(page, ...expected);
                is(`${key} says that one is chosen`, one(page, `[data-facet=${key}] [data-chosen]`).textContent === "1");
                box(page, key, value).click();
                await until("all again", () => !one(page, "[data-list]").hidden && one(page, "[data-clear]").hidden);
            }
            one(page, "[data-facet=team] summary").click();
            await until("an open menu", () => one(page, "[data-facet=team]").open);
            const count = (value) => box(page, "team", value).parentElement.querySelector("span").textContent;
            await until("counts of all", () => count("kitchen") === "3" && count("vans") === "2");
            box(page, "place", "germany").click();
            one(page, "[data-facet=team] summary").click();
            await until("counts of those in Germany", () => count("kitchen") === "2" && count("vans") === "1" && count("ovens") === "0");
            box(page, "team", "kitchen").click();
            await shows(page, "Baker", "Cook");
            is("a facet's own choices keep their counts", count("vans") === "1");
            box(page, "team", "vans").click();
            await shows(page, "Baker", "Cook", "Planner");
            type(page, "a");
            await shows(page);
            is("it says so", isShown(one(page, "[data-none]")));
            type(page, "bak");
            await shows(page, "Baker");
            [...all(page, "[data-clear]")].find(isShown).click();
            await until("all", () => !all(page, "input:checked").length && one(page, "#q").value === "" && isShown(one(page, "[data-list]")));
            is("the field is next", page.document.activeElement === one(page, "#q"));
        "##,
        );
    }
}

#[test]
fn t6_words_are_found_in_titles_teams_places_and_tags_by_their_beginning_and_without_accents() {
    for site in both() {
        run(
            &site,
            r#"
            const page = await open("/");
            await ready(page);
            for (const [words, ...expected] of [
                ["creme", "Crème pâtissier"],
                ["PÂT", "Crème pâtissier"],
                ["aker"],
                ["germany", "Baker", "Cook", "Planner", "Writer"],
                ["germany senior", "Baker", "Planner"],
                ["rye", "Baker"],
                ["vans", "Driver", "Planner"],
                ["c++", ALL[1]],
                ["  <\/SCRIPT> friends", ALL[1]],
                ["full-time", "Baker", "Driver"],
                ["closed"],
            ]) {
                type(page, words);
                await shows(page, ...expected);
            }
            is("text is text", !one(page, ".card a b"));
        "#,
        );
    }
}

#[test]
fn t6_the_address_says_what_is_chosen_and_the_back_button_takes_it_back() {
    for site in both() {
        run(
            &site,
            r##"
            const page = await open("/?q=senior&place=germany&source=mail");
            await shows(page, "Baker", "Planner");
            is("the field is filled", one(page, "#q").value === "senior");
            is("the box is ticked", box(page, "place", "germany").checked);
            box(page, "team", "vans").click();
            await shows(page, "Planner");
            const state = [...new URLSearchParams(page.location.search)].map((pair) => pair.join("=")).sort();
            is("the address has all of it", state.join() === "place=germany,q=senior,source=mail,team=vans");
            page.history.back();
            await shows(page, "Baker", "Planner");
            await until("the box is not ticked", () => !box(page, "team", "vans").checked);
            page.history.forward();
            await shows(page, "Planner");
            type(page, "");
            await until("no words", () => !page.location.search.includes("q="));
            is("what is not ours stays", page.location.search.includes("source=mail"));
            const same = await open(page.location.pathname + page.location.search);
            await shows(same, "Planner");
            const unknown = await open("/?place=atlantis&q=baker");
            await shows(unknown);
            await until("a way out", () => all(unknown, "[data-clear]").some(isShown));
        "##,
        );
    }
}

#[test]
fn t6_an_address_that_says_what_is_sought_shows_no_other_roles_first() {
    for site in both() {
        run(
            &site,
            r#"
            const page = await open("/?q=senior&place=germany");
            const others = titles(page).filter((title) => !["Baker", "Planner"].includes(title));
            is(`${others} at first`, !others.length);
            await shows(page, "Baker", "Planner");
            is("the end of the page is back", isShown(one(page, ".site-footer")));
        "#,
        );
    }
}

#[test]
fn t6_who_is_at_a_link_when_it_becomes_a_box_stays_there() {
    run(
        &bakery().file("careers.toml", "[lists]\npaginate_by = 3\n"),
        r#"
        const page = await open("/");
        one(page, "[data-facet=team]").open = true;
        const link = all(page, "[data-facet=team] a")[1];
        const name = link.firstChild.textContent.trim();
        link.focus();
        await until("boxes", () => one(page, "[data-facet=team] input"));
        const { activeElement: box } = page.document;
        is(`at ${name}, not at ${box.outerHTML}`, box.type === "checkbox" && box.parentElement.textContent.startsWith(name));
    "#,
    );
}

#[test]
fn t6_where_the_search_never_comes_all_roles_show_in_the_end() {
    let site = bakery();
    let run = site.build().succeeds();
    let script = run.files().into_iter().find(|file| file.starts_with("assets/search.")).expect("a script");
    site.remove(&format!("output/{script}"));
    run_built(
        &site,
        r#"
        const page = await open("/?place=germany");
        is("they wait", !isShown(one(page, "[data-list]")));
        await shows(page, ...ALL);
    "#,
    );
}

#[test]
fn t6_what_is_found_is_announced_once_the_keys_rest() {
    run(
        &bakery(),
        r#"
        const page = await open("/");
        const status = one(page, "[role=status]");
        is("nothing at first", status.textContent === "");
        const said = [];
        new page.MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true });
        await ready(page);
        for (const words of ["p", "pl", "pla", "plan"]) type(page, words);
        await until("the count", () => status.textContent === "1 role fits");
        is("once", said.filter(Boolean).length === 1);
        type(page, "germany");
        await until("the count", () => status.textContent === "4 roles fit");
        type(page, "");
        await until("silence", () => status.textContent === "");
    "#,
    );
}

#[test]
fn t6_roles_beyond_the_page_come_in_steps_as_cards_like_the_others() {
    let site = (0..120).fold(TestSite::new(), |site, n| {
        let facts = "locations: [Berlin]\nemployment_type: FULL_TIME\nteam: Kitchen\nposted: 2026-05-31\n";
        site.seed(&format!("cook-{n}y.md"), format!("---\ntitle: Cook {n}\n{facts}---\nWe cook.\n"))
    });
    run(
        &site.seed("x.md", "---\ntitle: Baker\n---\nWe bake.\n"),
        r#"
        const page = await open("/");
        const plain = one(page, "[data-list] .card").outerHTML;
        is("nothing is fetched before it is needed", page.performance.getEntriesByType("resource").every(({ name }) => !name.includes("search.json")));
        await ready(page);
        type(page, "cook");
        const cards = () => all(page, "[data-results] > .card");
        await until("the first", () => cards().length === 50);
        is("the same card", cards()[0].outerHTML.replace(/ data-fill="\w+"/g, "") === plain);
        one(page, "[data-more] button").click();
        await until("more", () => cards().length === 100);
        is("the first of them is next", page.document.activeElement === cards()[50].querySelector("a"));
        one(page, "[data-more] button").click();
        await until("all", () => cards().length === 120 && one(page, "[data-more]").hidden);
        type(page, "cook 7");
        await until("fewer", () => cards().length === 11);
    "#,
    );
}

#[test]
fn t6_an_index_that_cannot_be_loaded_is_told_and_links_stay() {
    let site = bakery().file("careers.toml", "[lists]\npaginate_by = 3\n");
    site.build().succeeds();
    site.remove("output/search.json");
    run_built(
        &site,
        r#"
        const page = await open("/?team=vans");
        await until("words", () => one(page, "[role=status]").textContent.includes("could not be loaded"));
        is("links", one(page, "[data-facet=team] a").pathname === "/teams/kitchen/");
        is("the list", isShown(one(page, "[data-list] .card")));
    "#,
    );
}

#[test]
fn t6_the_keyboard_reaches_every_control_and_escape_closes_a_menu() {
    run(
        &bakery(),
        r##"
        const page = await open("/");
        await ready(page);
        const menu = one(page, "[data-facet=team]");
        const controls = () => all(page, ".filters :is(a, button, input, summary)").filter(isShown);
        is("a field, then the facets in their order", controls().map((c) => c.localName).join() === ["input", ...Array(7).fill("summary")].join());
        menu.querySelector("summary").click();
        await until("an open menu", () => menu.open);
        is("boxes follow", controls().filter((c) => c.type === "checkbox").length === 3);
        is("all by themselves", controls().every((c) => c.tabIndex === 0));
        const first = menu.querySelector("input");
        first.focus();
        is("focus can be seen", page.getComputedStyle(first).outlineStyle !== "none" || !first.matches(":focus-visible"));
        first.dispatchEvent(new page.KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
        is("closed, and focus is where it was", !menu.open && page.document.activeElement === menu.querySelector("summary"));
        menu.open = true;
        one(page, "#q").focus();
        await until("a menu closes when focus leaves it", () => !menu.open);
    "##,
    );
}

#[test]
fn t6_without_a_script_there_are_links_and_no_dead_control() {
    for width in [320, 1280] {
        run(
            &bakery(),
            &r##"
            const page = await open("/", WIDTH, "allow-same-origin");
            is("no field", !isShown(one(page, "#q")) && !isShown(one(page, "[data-facet=remote]")));
            is("all roles", titles(page).join() === ALL.join());
            is("links", all(page, "[data-facet=place] a").length > 3 && !all(page, "[data-facet] input").length);
            is("nothing of the search", ![...all(page, "[data-clear], [data-none], [data-more]")].some(isShown));
            const missing = await open("/404.html", WIDTH, "allow-same-origin");
            is("no field there", !isShown(one(missing, "#q")));
        "##
            .replace("WIDTH", &width.to_string()),
        );
    }
}

#[test]
fn t7_the_search_fits_narrow_screens_and_large_text_and_shows_a_role_without_scrolling() {
    run(
        &bakery(),
        r#"
        for (const [width, size] of [[320, 100], [320, 200], [640, 200], [1280, 200], [390, 100], [1280, 100]]) {
            const page = await open("/", width);
            page.document.documentElement.style.fontSize = `${size}%`;
            await ready(page);
            const sheet = one(page, ".sheet-button");
            const fits = () => page.document.documentElement.scrollWidth <= width;
            const beyond = () => all(page, "main *").filter((e) => isShown(e) && e.getBoundingClientRect().right > width).map((e) => e.outerHTML.slice(0, 60));
            is(`${width} px at ${size} % ${beyond().slice(-3)}`, fits());
            const card = one(page, ".card a").getBoundingClientRect();
            is(`a role at ${width} px and ${size} %`, size > 100 || card.bottom < 800);
            if (isShown(sheet)) sheet.click();
            for (const menu of all(page, "[data-facet]")) {
                menu.querySelector("summary").click();
                const list = () => menu.querySelector("ul").getBoundingClientRect();
                await until(`${menu.dataset.facet} on the screen`, () => menu.open && list().left >= 0 && list().right <= width);
                is(`${menu.dataset.facet} at ${width} px and ${size} %`, fits());
            }
        }
    "#,
    );
}

#[test]
fn t7_axe_finds_nothing_where_the_search_is_in_use() {
    for scheme in [Scheme::Light, Scheme::Dark] {
        run_in(
            scheme,
            &bakery(),
            r#"
            for (const width of [320, 1280]) for (const search of ["", "?place=germany&team=kitchen", "?q=nothing"]) {
                const page = await open(`/${search}`, width);
                await ready(page);
                if (isShown(one(page, ".sheet-button"))) one(page, ".sheet-button").click();
                one(page, "[data-facet=place] summary").click();
                const script = page.document.createElement("script");
                script.src = "/axe.js";
                await new Promise((loaded) => { script.onload = loaded; page.document.head.append(script); });
                const { violations } = await page.axe.run(page.document, {
                    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                    rules: { "target-size": { enabled: true } },
                });
                is(`${width} ${search}: ${JSON.stringify(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]))}`, !violations.length);
            }
        "#,
        );
    }
}

#[test]
fn t9_pages_print_without_what_can_only_be_clicked() {
    let Some(tools) = Tools::find() else { return };
    let site = bakery();
    site.build().succeeds();
    let server = Server::with_runner(&site.path("output"), &tools.axe, String::new(), Some(POLICY));
    let profile = tempfile::tempdir().expect("a temporary folder");
    let pdf = profile.path().join("page.pdf");
    for (page, pages) in [("/", 2), ("/jobs/role-0x/", 1)] {
        let mut command = Command::new(&tools.chromium);
        command.args(flags(profile.path())).arg(format!("--print-to-pdf={}", pdf.display()));
        command.arg(format!("http://{}{page}", server.address)).stdout(Stdio::null()).stderr(Stdio::null());
        assert!(command.status().expect("the browser runs").success(), "{page}");
        let bytes = std::fs::read(&pdf).expect("a document");
        let text = String::from_utf8_lossy(&bytes);
        assert!(text.starts_with("%PDF"), "{page}");
        assert_eq!(text.matches("/Type /Page\n").count(), pages, "{page}");
    }
    run(
        &site,
        r#"
        const page = await open("/");
        for (const sheet of page.document.styleSheets) for (const layer of sheet.cssRules) for (const rule of layer.cssRules) {
            // What holds for paper holds for the screen now.
            if (rule.conditionText === "print") rule.media.mediaText = "all";
        }
        is("the roles", titles(page).length === ALL.length);
        is("no controls", !all(page, "button, input, summary").some(isShown));
    "#,
    );
}

#[test]
fn t9_nothing_moves_where_reduced_motion_is_asked_for() {
    run(
        &bakery(),
        r#"
        const page = await open("/");
        const moving = (rules, isWelcome) => [...rules].flatMap((rule) => {
            const welcome = isWelcome || rule.conditionText === "(prefers-reduced-motion: no-preference)";
            const moves = rule.style && ["transition-duration", "animation-name", "scroll-behavior"].some((name) => rule.style.getPropertyValue(name));
            const crosses = rule.constructor.name === "CSSViewTransitionRule";
            return [...((moves || crosses) ? [{ rule, welcome }] : []), ...(rule.cssRules ? moving(rule.cssRules, welcome) : [])];
        });
        const found = moving(page.document.styleSheets[0].cssRules, false);
        is("something moves at all", found.length > 1);
        is("and pages cross over", found.some(({ rule }) => rule.constructor.name === "CSSViewTransitionRule"));
        is(found.map(({ rule }) => rule.cssText).join(), found.every(({ welcome }) => welcome));
    "#,
    );
}

/// Builds a site, and runs a script beside it in a browser.
#[track_caller]
fn run(site: &TestSite, script: &str) {
    run_in(Scheme::Light, site, script);
}

#[track_caller]
fn run_in(scheme: Scheme, site: &TestSite, script: &str) {
    site.build().succeeds();
    show(scheme, site, script);
}

/// Runs a script beside a site as it is.
#[track_caller]
fn run_built(site: &TestSite, script: &str) {
    show(Scheme::Light, site, script);
}

#[track_caller]
fn show(scheme: Scheme, site: &TestSite, script: &str) {
    let Some(tools) = Tools::find() else { return };
    let runner = format!(
        "<!doctype html><meta charset=\"utf-8\"><title>Runner</title><body><script type=\"module\">{PRELUDE}\n\
         const pre = document.createElement(\"pre\");\n\
         try {{ {script}\npre.textContent = \"all is well\"; }} catch (error) {{ pre.textContent = error.message; }}\n\
         document.body.replaceChildren(pre);</script>"
    );
    let server = Server::with_runner(&site.path("output"), &tools.axe, runner, Some(POLICY));
    let dom = browse(&tools, server.address, RUNNER_PATH, scheme);
    let said =
        dom.split_once("<pre>").and_then(|(_, rest)| rest.split_once("</pre>")).map_or(dom.as_str(), |(said, _)| said);
    assert_eq!(said, "all is well");
}
