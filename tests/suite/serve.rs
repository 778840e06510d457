//! `careers serve`, as a browser and a terminal see it.

use std::fs;
use std::net::TcpListener;

use crate::harness::TestSite;
use crate::served::Served;

/// A way to save, with its name.
type Way<'a> = (&'a str, &'a dyn Fn(&str));

/// Saves as editors do, each once more until one of them has caused a single rebuild: on a busy machine, what belongs
/// together may come apart.
#[test]
fn s1_every_way_to_save_causes_one_rebuild_and_what_editors_leave_causes_none() {
    let site = TestSite::new().seed("a.md", "# A\n");
    let served = Served::start(&site, &[]);
    let (path, other) = (site.path("seeds/a.md"), site.path("seeds/a.md.part"));
    let in_place = |text: &str| fs::write(&path, text).expect("a file");
    let renamed = |text: &str| {
        fs::write(&other, text).expect("a file");
        fs::rename(&other, &path).expect("renamed");
    };
    let like_vim = |text: &str| {
        fs::write(site.path("seeds/4913"), "").expect("a file");
        fs::remove_file(site.path("seeds/4913")).expect("removed");
        fs::rename(&path, site.path("seeds/a.md~")).expect("renamed");
        fs::write(&path, text).expect("a file");
        fs::remove_file(site.path("seeds/a.md~")).expect("removed");
    };
    let ways: [Way<'_>; 3] = [("in place", &in_place), ("renamed", &renamed), ("vim", &like_vim)];
    for (name, save) in ways {
        let rebuilds = (0..10).map(|attempt| {
            served.fence(&site, &format!("before-{name}-{attempt}"));
            let before = served.rebuilds().len();
            save(&format!("# A\n\nSaved {name}, attempt {attempt}.\n"));
            served.until("it is shown", || served.get("/jobs/a/").body.contains(&format!("{name}, attempt {attempt}")));
            served.fence(&site, &format!("after-{name}-{attempt}"));
            served.rebuilds()[before..].iter().filter(|line| !line.contains("fence.md")).count()
        });
        assert!(rebuilds.into_iter().any(|rebuilds| rebuilds == 1), "{name}: {:#?}", served.lines());
    }
    let before = served.rebuilds().len();
    for leftover in [".a.md.swp", "a.md~", "a.md.bck", "4913", ".hidden/a.md", "README.md"] {
        site.edit(&format!("seeds/{leftover}"), "x");
    }
    served.fence(&site, "leftovers");
    let rebuilds = &served.rebuilds()[before..];
    assert!(rebuilds.iter().all(|line| line.contains("fence.md")), "{rebuilds:#?}");
}

#[test]
fn s1_an_emptied_file_that_stays_empty_counts() {
    let site = TestSite::new().seed("a.md", "# A\n").seed("b.md", "# B\n");
    let served = Served::start(&site, &[]);
    site.edit("seeds/a.md", "");
    served.until("its page is gone", || served.get("/jobs/a/").status == 404);
    served.until("it is said", || served.lines().iter().any(|line| line.contains("this file is empty")));
}

#[test]
fn s2_what_is_deleted_or_renamed_is_gone_from_its_address_and_from_every_list() {
    let site = TestSite::new().seed("old.md", "---\ntags: [Rust]\n---\n# Old role\n").seed("b.md", "# B\n");
    let served = Served::start(&site, &[]);
    assert_eq!(served.get("/tags/rust/").status, 200);
    fs::rename(site.path("seeds/old.md"), site.path("seeds/new.md")).expect("renamed");
    served.until("the new address is there", || served.get("/jobs/new/").status == 200);
    assert_eq!(served.get("/jobs/old/").status, 404);
    assert!(!served.get("/").body.contains("/jobs/old/"));
    site.remove("seeds/new.md");
    served.until("it is gone", || served.get("/jobs/new/").status == 404);
    assert!(!served.get("/").body.contains("Old role"));
    assert_eq!(served.get("/tags/rust/").status, 404);
}

#[test]
fn s5_broken_parts_are_told_and_the_last_good_page_stays_until_they_are_mended() {
    let site = TestSite::new().seed("a.md", "# A\n\nGood words.\n");
    let served = Served::start(&site, &[]);
    let cases: [(&str, &[u8], &str); 4] = [
        ("careers.toml", b"[site\n", "careers.toml:1:"),
        ("templates/posting.html", b"{% if %}", "templates/posting.html:1:"),
        ("templates/posting.html", b"{{ no.such.thing }}", "templates/posting.html:1:"),
        ("careers.toml", b"[site]\ntitel = \"<b>\"\n", "did you mean `title`?"),
    ];
    for (file, text, told) in cases {
        site.edit(file, text);
        let event = served.event(|event| !event["problems"].as_str().expect("text").is_empty());
        assert!(event["problems"].as_str().expect("text").contains(told), "{event}");
        assert!(served.get("/jobs/a/").body.contains("Good words."), "{file}");
        assert!(served.get("/jobs/a/").status == 200);
        site.remove(file);
        served.event(|event| event["problems"] == "");
    }
    site.edit("seeds/b.md", "---\ntittle: <script>x</script>\n---\n# B\n");
    served.until("the warning is listed", || served.get("/_careers/").body.contains("unknown-key"));
    let listed = served.get("/_careers/").body;
    assert!(listed.contains("&lt;script&gt;") && !listed.contains("<script>x"), "{listed}");
    assert!(listed.contains("href=\"/jobs/b/\""), "{listed}");
}

#[test]
fn s5_it_starts_with_everything_broken_and_comes_right() {
    let site = TestSite::new()
        .seed("a.md", "---\ntitle: [\n---\n# A\n")
        .file("careers.toml", "[site\n")
        .file("templates/base.html", "{% if %}");
    let served = Served::start(&site, &[]);
    let got = served.get("/");
    assert_eq!(got.status, 500);
    assert!(got.body.contains("careers.toml:1:") && got.body.contains("templates/base.html:1:"), "{}", got.body);
    site.remove("templates/base.html");
    site.edit("careers.toml", "[site]\ntitle = \"Mended\"\n");
    served.event(|event| event["problems"] == "");
    served.until("the site is there", || served.get("/").body.contains("Mended"));
}

#[test]
fn s6_a_rush_makes_few_rebuilds_and_what_is_not_read_makes_none() {
    let site = TestSite::new().seed("a.md", "# A\n").file("output/index.html", "x");
    let served = Served::start(&site, &[]);
    let rebuilds = (0..5).map(|rush| {
        served.fence(&site, &format!("before-{rush}"));
        let before = served.rebuilds().len();
        for index in 0..250 {
            site.edit(&format!("seeds/posting-{index}.md"), format!("# Posting {index} of rush {rush}\n"));
        }
        served.until("all are shown", || served.get("/jobs/posting-249/").body.contains(&format!("rush {rush}")));
        served.fence(&site, &format!("after-{rush}"));
        served.rebuilds()[before..].iter().filter(|line| !line.starts_with("seeds/fence.md")).count()
    });
    assert!(rebuilds.into_iter().any(|rebuilds| rebuilds <= 2), "{:#?}", served.lines());

    let before = served.rebuilds().len();
    for file in ["output/index.html", "output/new.html", ".git/index", "notes.txt", "seeds/.git/HEAD"] {
        site.edit(file, "y");
    }
    served.fence(&site, "others");
    let rebuilds = &served.rebuilds()[before..];
    assert!(rebuilds.iter().all(|line| line.contains("fence.md")), "{rebuilds:#?}");
}

#[test]
fn s7_polling_notices_everything_too() {
    let site = TestSite::new().seed("a.md", "# A\n");
    let served = Served::start(&site, &["--poll"]);
    site.edit("seeds/a.md", "# A\n\nPolled words.\n");
    served.until("a change is shown", || served.get("/jobs/a/").body.contains("Polled words."));
    site.edit("seeds/acme/b.md", "# B\n");
    site.edit("careers.toml", "[site]\ntitle = \"Polled\"\n");
    served.until("what is new is shown", || {
        served.get("/jobs/b/").status == 200 && served.get("/").body.contains("Polled")
    });
    site.remove("seeds/acme/b.md");
    served.until("what is gone is gone", || served.get("/jobs/b/").status == 404);
}

#[test]
fn s8_a_busy_port_is_named_or_passed_over_and_zero_finds_one() {
    let site = TestSite::new().seed("a.md", "# A\n");
    let taken = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
    let port = taken.local_addr().expect("its address").port().to_string();
    let run = site.run(&["serve", "--port", &port]).fails(2);
    assert!(run.stderr.contains(&format!("port {port} is in use")), "{}", run.stderr);

    // If somebody else has it, so much the better.
    let _default = TcpListener::bind(("127.0.0.1", 4000));
    let served = Served::spawn(site.command(&["serve"]));
    assert!(served.address.port() > 4000, "{:?}", served.address);
    served.until("it says so", || served.lines().iter().any(|line| line.contains("port 4000 is in use")));
}

#[cfg(unix)]
#[test]
fn s8_open_opens_a_browser_at_the_address() {
    use std::os::unix::fs::PermissionsExt as _;
    let site = TestSite::new().seed("a.md", "# A\n").file("bin/xdg-open", "#!/bin/sh\necho \"$1\" > opened\n");
    site.edit("bin/open", "#!/bin/sh\necho \"$1\" > opened\n");
    for name in ["bin/xdg-open", "bin/open"] {
        fs::set_permissions(site.path(name), fs::Permissions::from_mode(0o755)).expect("executable");
    }
    let mut command = site.command(&["serve", "--port", "0", "--open"]);
    command.env("PATH", site.path("bin"));
    let served = Served::spawn(command);
    let opened = || fs::read_to_string(site.path("opened")).unwrap_or_default();
    served.until("a browser is opened", || opened().trim() == format!("http://{}/", served.address));
}

#[test]
fn s9_pages_under_a_prefix_hold_the_builds_addresses_and_none_is_dead() {
    let site = TestSite::new().seed("a.md", "---\ntags: [Rust]\n---\n# A\n").seed("b.md", "# B\n");
    let base = ["--base-url", "https://example.com/careers/"];
    let built = site.build_with(&base).succeeds();
    let served = Served::start(&site, &base);
    assert_eq!(served.base, "/careers/");
    for (file, html) in built.pages() {
        assert_eq!(served.get(&format!("/careers/{file}")).page(), html, "{file}");
        for link in html.split("href=\"/").skip(1).filter_map(|rest| rest.split('"').next()) {
            assert_eq!(served.get(&format!("/{link}")).status, 200, "{file} links to {link}");
        }
    }
    for (asked, location) in [("/", "/careers/"), ("/careers", "/careers/"), ("/careers/jobs/a", "/careers/jobs/a/")] {
        let got = served.get(asked);
        assert_eq!(got.status, 302, "{asked}");
        assert!(got.head.contains(&format!("\r\nLocation: {location}\r\n")), "{}", got.head);
    }
}

#[test]
fn s9_it_answers_on_all_interfaces_with_the_same_addresses() {
    let site = TestSite::new().seed("a.md", "# A\n");
    let served = Served::start(&site, &["--address", "0.0.0.0"]);
    let built = site.build().succeeds();
    let got = served.say(b"GET / HTTP/1.1\r\nHost: 192.168.1.20:4000\r\nConnection: close\r\n\r\n");
    assert_eq!((got.status, got.page()), (200, built.page("/")));
}

#[test]
fn s10_the_client_is_one_script_file_with_a_relative_address() {
    let site = TestSite::new().seed("a.md", "# A\n");
    let served = Served::start(&site, &["--base-url", "https://example.com/careers/"]);
    for (page, src) in [
        ("/careers/", "../careers/_careers/live.js"),
        ("/careers/jobs/a/", "../../../careers/_careers/live.js"),
        ("/careers/no/such/page", "../../../careers/_careers/live.js"),
        ("/careers/_careers/", "../../careers/_careers/live.js"),
    ] {
        let body = served.get(page).body;
        assert_eq!(body.matches("live.js\"").count(), 1, "{page}");
        assert!(body.contains(&format!("<script src=\"{src}\"")), "{page}: {body}");
        assert!(!body.contains(" style=") && !body.contains("<style"), "{page}");
    }
    let script = served.get("/careers/_careers/live.js");
    assert!(script.head.contains("Content-Type: text/javascript"), "{}", script.head);
    assert!(!script.body.contains("http:") && !script.body.contains("\"/"), "an absolute address");
}

#[cfg(unix)]
#[test]
fn s14_lookups_are_exact_and_a_missing_path_is_the_sites_own_404_page() {
    let site = TestSite::new().seed("a.md", "---\ntags: [Rust]\n---\n# A\n");
    let served = Served::start(&site, &[]);
    let own = site.build().succeeds().page("/404.html");
    for path in [
        "/Jobs/a/",
        "/jobs/A/",
        "/jobs/a/x",
        "/jobs/",
        "/JOBS/A/",
        "/tags/Rust/",
        "/page/1/",
        "/page/2/",
        "/page/01/",
        "/jobs/a//",
    ] {
        let got = served.get(path);
        assert_eq!(got.status, 404, "{path}");
        assert_eq!(got.page(), own, "{path}");
    }
    for path in ["/jobs/a/?x=/../", "/jobs/a/index.html", "/tags/rust/", "/404.html"] {
        assert_eq!(served.get(path).status, 200, "{path}");
    }
}

#[test]
fn s15_serve_never_touches_the_output_and_build_watch_does() {
    let site = TestSite::new().seed("a.md", "# A\n");
    let served = Served::start(&site, &[]);
    served.fence(&site, "one");
    assert!(!site.path("output").exists());
    site.build().succeeds();
    let before = fs::read(site.path("output/jobs/fence/index.html")).expect("a page");
    served.fence(&site, "two");
    assert_eq!(fs::read(site.path("output/jobs/fence/index.html")).expect("a page"), before);

    let mut child = site.command(&["build", "--watch", "--date", "2026-06-01"]).spawn().expect("the program runs");
    let page = || fs::read_to_string(site.path("output/jobs/fence/index.html")).unwrap_or_default();
    served.until("it has built", || page().contains("two"));
    site.edit("seeds/fence.md", "# Fence\n\nThe word is three.\n");
    served.until("it has built again", || page().contains("three"));
    site.edit("templates/posting.html", "{% if %}");
    site.edit("seeds/fence.md", "# Fence\n\nThe word is four.\n");
    site.remove("templates/posting.html");
    served.until("it goes on after an error", || page().contains("four"));
    child.kill().expect("it is ended");
    child.wait().expect("it ends");
}

#[test]
fn s16_the_flags_are_those_of_build_and_drafts_are_marked() {
    let site = TestSite::new()
        .seed("a.md", "# A\n")
        .seed("draft.md", "---\nstatus: draft\n---\n# Draft role\n")
        .seed("future.md", "---\nposted: 2027-01-01\n---\n# Future role\n")
        .file("themes/mine/404.html", "Mine");
    let flags = ["--drafts", "--future", "--theme", "mine", "--date", "2026-07-01"];
    let built = site.build_with(&flags).succeeds();
    let served = Served::start(&site, &flags);
    for (route, mark) in [("/jobs/a/", None), ("/jobs/draft/", Some("Draft")), ("/jobs/future/", Some("Scheduled"))] {
        let got = served.get(route);
        assert_eq!(got.page(), built.page(route));
        let marked = got.body.split_once("data-mark=\"").and_then(|(_, rest)| rest.split('"').next());
        assert_eq!(marked, mark, "{route}");
    }
    assert!(served.get("/nowhere").body.starts_with("Mine"));
    let plain = Served::start(&site, &[]);
    assert_eq!((plain.get("/jobs/draft/").status, plain.get("/jobs/future/").status), (404, 404));
}

#[cfg(unix)]
#[test]
fn it_ends_in_order_when_it_is_asked_to() {
    let site = TestSite::new().seed("a.md", "# A\n");
    for signal in ["-INT", "-TERM"] {
        let served = Served::start(&site, &[]);
        served.signal(signal);
        assert_eq!(served.ended(), Some(0), "{signal}");
    }
}
