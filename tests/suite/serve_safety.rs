//! `careers serve` among strangers: what leads nowhere, what is refused, and who keeps nobody waiting.

use std::io::Write as _;

use crate::harness::TestSite;
use crate::served::Served;

#[test]
fn s11_nothing_leads_out_of_the_site() {
    let site = TestSite::new().seed("a.md", "# A\n\n![x](x.png)\n").seed("x.png", "png").file("secret.txt", "secret");
    #[cfg(unix)]
    std::os::unix::fs::symlink(site.path("secret.txt"), site.path("seeds/link.png")).expect("a link");
    let served = Served::start(&site, &[]);
    for path in [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/%252e%252e%252fsecret.txt",
        "/..\\secret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
        "/./secret.txt",
        "/jobs/../../secret.txt",
        "/assets/../secret.txt",
        "/assets/link.png",
        "/seeds/a.md",
        "/careers.toml",
        "/C:/secret.txt",
        "/secret.txt%00.html",
        "/jobs/a%00/",
        "/_careers/../secret.txt",
        "/_careers/live.js/",
    ] {
        let got = served.get(path);
        assert!([400, 404].contains(&got.status), "{path}: {}", got.head);
        assert!(!got.body.contains("secret") && !got.head.contains("secret"), "{path}");
    }
}

#[test]
fn s11_a_file_that_becomes_a_link_is_not_followed() {
    let site = TestSite::new().seed("a.md", "# A\n\n![x](x.png)\n").seed("x.png", "png").file("secret.txt", "secret");
    let served = Served::start(&site, &[]);
    let picture = |page: String| {
        page.split("src=\"").find_map(|rest| rest.strip_prefix("/assets/")?.split('"').next().map(str::to_owned))
    };
    let asset = format!("/assets/{}", picture(served.get("/jobs/a/").body).expect("a picture"));
    assert_eq!(served.get(&asset).body, "png");
    site.remove("seeds/x.png");
    std::os::unix::fs::symlink(site.path("secret.txt"), site.path("seeds/x.png")).expect("a link");
    assert!(!served.get(&asset).body.contains("secret"));
    served.until("it is noticed", || picture(served.get("/jobs/a/").body).is_none());
    assert_eq!(served.get(&asset).status, 404);
}

#[test]
fn s11_unknown_hosts_are_refused_and_told_how_to_get_in() {
    let site = TestSite::new().seed("a.md", "# A\n");
    let served = Served::start(&site, &["--allow-host", "preview.example"]);
    let status =
        |host: &str| served.say(format!("GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes());
    for host in
        ["localhost", "LOCALHOST:80", "127.0.0.1:1", "[::1]:4000", "10.0.0.7", "preview.example", "Preview.Example:443"]
    {
        assert_eq!(status(host).status, 200, "{host}");
    }
    for host in
        ["evil.example", "localhost.evil.example", "preview.example.evil", "127.0.0.1.evil.example", "[evil]", ""]
    {
        let got = status(host);
        assert_eq!(got.status, 403, "{host}");
        assert!(got.body.contains("--allow-host") && !got.body.contains("evil"), "{host}: {}", got.body);
    }
}

#[test]
fn s11_strange_requests_are_refused_and_nothing_of_them_comes_back() {
    let site = TestSite::new().seed("a.md", "# A\n");
    let served = Served::start(&site, &[]);
    let many = "X: y\r\n".repeat(200);
    let long = "y".repeat(100_000);
    for (request, status) in [
        ("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n", 405),
        ("CONNECT a:1 HTTP/1.1\r\nHost: localhost\r\n\r\n", 405),
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nGET /", 400),
        ("GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400),
        ("GET http://evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
        ("GET /%0d%0aSet-Cookie:%20x=y HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400),
        ("GET /jobs/a%0d%0aX-Injected:%20y HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400),
        ("nonsense\r\n\r\n", 400),
        (&format!("GET / HTTP/1.1\r\nHost: localhost\r\n{many}\r\n"), 431),
        (&format!("GET / HTTP/1.1\r\nHost: localhost\r\nX: {long}\r\n\r\n"), 431),
        (&format!("GET /{long} HTTP/1.1\r\nHost: localhost\r\n\r\n"), 431),
    ] {
        let got = served.say(request.as_bytes());
        assert_eq!(got.status, status, "{}: {}", &request[..request.len().min(70)], got.head);
        for word in ["Set-Cookie", "X-Injected", "evil", "yyy"] {
            assert!(!got.head.contains(word), "{}", got.head);
        }
    }
    let head = served.say(b"HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    let page = served.get("/");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert!(head.head.contains(&format!("Content-Length: {}", page.body.len())), "{}", head.head);
}

#[test]
fn s11_idle_slow_and_many_clients_keep_nobody_else_waiting() {
    let site = TestSite::new().seed("a.md", "# A\n");
    let served = Served::start(&site, &[]);
    let _idle: Vec<_> = (0..200).map(|_| served.connect()).collect();
    let mut slow: Vec<_> = (0..50).map(|_| served.connect()).collect();
    for (round, word) in ["GET / HT", "TP/1.1\r\nHo", "st: local"].into_iter().enumerate() {
        for stream in &mut slow {
            stream.write_all(word.as_bytes()).expect("a part of a request");
        }
        assert_eq!(served.get("/").status, 200, "in round {round}");
    }
    // Many more than it holds at a time: the oldest have to go.
    let _more: Vec<_> = (0..700).map(|_| served.connect()).collect();
    assert_eq!(served.get("/jobs/a/").status, 200);
}
