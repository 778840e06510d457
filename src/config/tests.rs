use super::*;

fn read(text: &str) -> (Config, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let config = Config::read(&SourceFile::new("careers.toml", text), &mut diagnostics);
    (config, diagnostics)
}

#[test]
fn an_empty_file_is_the_default() {
    let (config, diagnostics) = read("");
    assert!(diagnostics.is_empty());
    assert_eq!(config.site.language, "en");
    assert_eq!(config.lists.paginate_by, 50);
    assert_eq!(config.base_path(), "/");
}

#[test]
fn every_kind_of_value_is_read() {
    let (config, diagnostics) = read(
        "[site]\nbase_url = \"https://example.com/careers\"\n[company]\nname = \"Example\"\n\
         [build]\nraw_html = \"allow\"\n[lists]\npaginate_by = 0\norder = \"title\"\n[tags.aliases]\nPostgres = \"PostgreSQL\"\n",
    );
    assert_eq!(diagnostics, []);
    assert_eq!(config.company.name.as_deref(), Some("Example"));
    assert_eq!(config.base_path(), "/careers/");
    assert_eq!(config.build.raw_html, RawHtml::Allow);
    assert_eq!((config.lists.paginate_by, config.lists.order), (0, Order::Title));
    assert_eq!(config.tag_aliases, [("Postgres".to_owned(), "PostgreSQL".to_owned())]);
}

#[test]
fn whom_job_boards_may_write_to_is_an_address() {
    assert_eq!(read("[feeds]\nemail = \"jobs@a.example\"\n").0.feeds.email.as_deref(), Some("jobs@a.example"));
    for wrong in ["jobs", "@a.example", "jobs@a", "Jobs <jobs@a.example>", "jobs@https://a.example"] {
        let (config, diagnostics) = read(&format!("[feeds]\nemail = \"{wrong}\"\n"));
        assert_eq!((config.feeds.email, diagnostics.len()), (None, 1), "{wrong}");
    }
}

#[test]
fn an_open_application_goes_to_an_e_mail_address_or_a_form() {
    let read = |text: &str| read(&format!("[company]\nopen_application = \"{text}\"\n"));
    for (given, address) in [
        ("jobs@a.example", Some("mailto:jobs@a.example")),
        ("https://a.example/apply?role=open", Some("https://a.example/apply?role=open")),
        ("a.example/apply", None),
        ("javascript:alert(1)", None),
    ] {
        let (config, diagnostics) = read(given);
        assert_eq!(config.company.open_application.as_deref(), address, "{given}");
        assert_eq!(diagnostics.len(), usize::from(address.is_none()), "{given}");
    }
}

#[test]
fn the_companys_domain_is_the_part_behind_the_at() {
    let read = |text: &str| read(&format!("[company]\ndomain = \"{text}\"\n"));
    for right in ["acme.example", "jobs.hull-werk.example", "schweißen.example"] {
        let (config, diagnostics) = read(right);
        assert_eq!((config.company.domain.as_deref(), diagnostics), (Some(right), vec![]));
    }
    for wrong in ["https://acme.example", "@acme.example", "acme.example/jobs", "acme", "acme..example", "-.example"] {
        let (config, diagnostics) = read(wrong);
        assert_eq!((config.company.domain, diagnostics.len()), (None, 1), "{wrong}");
        assert_eq!(diagnostics[0].message, format!("a domain is expected here, not `{wrong}`"));
        assert_eq!(diagnostics[0].location.as_ref().map(|at| at.line), Some(2));
        assert!(diagnostics[0].help.as_ref().is_some_and(|help| help.contains("`example.com`")));
    }
}

#[test]
fn the_companys_own_site_is_a_whole_address() {
    let read = |text: &str| read(&format!("[company]\nurl = \"{text}\"\n"));
    for right in ["https://acme.example", "http://acme.example:8080/de/?a=1#b"] {
        let (config, diagnostics) = read(right);
        assert_eq!((config.company.url.as_deref(), diagnostics), (Some(right), vec![]));
    }
    for wrong in ["acme.example", "javascript:alert(1)", "https://", "https:///jobs", "https://acme.example/a b"] {
        let (config, diagnostics) = read(wrong);
        assert_eq!((config.company.url, diagnostics.len()), (None, 1), "{wrong}");
        let help = "write it whole, such as `https://www.example.com`";
        assert_eq!(diagnostics[0].help.as_deref(), Some(help));
    }
}

#[test]
fn a_language_is_a_tag() {
    let read = |text: &str| read(&format!("[site]\nlanguage = \"{text}\"\nlanguages = [\"{text}\"]\n"));
    for (given, tag) in [("de", "de"), ("de_DE", "de-DE"), ("pt-BR", "pt-BR"), ("tlh", "tlh"), ("zh-Hant", "zh-Hant")] {
        let (config, diagnostics) = read(given);
        assert_eq!((config.site.language.as_str(), diagnostics), (tag, vec![]), "{given}");
        assert_eq!(config.site.languages, [tag]);
    }
    for wrong in ["English", "en/../../x", "en-", "d", "de-12", "en us", ""] {
        let (config, diagnostics) = read(wrong);
        assert_eq!((config.site.language.as_str(), diagnostics.len()), ("en", 2), "{wrong}");
        assert!(diagnostics[0].help.as_ref().is_some_and(|help| help.contains("`pt-BR`")));
    }
}

#[test]
fn the_origins_that_may_frame_are_whole_and_nothing_more() {
    let (config, diagnostics) = read("[embed]\norigins = [\"https://WWW.example.com\", \"http://localhost:8080/\"]\n");
    assert_eq!(
        (config.embed.origins.join(" "), diagnostics.len()),
        ("https://www.example.com http://localhost:8080".into(), 0)
    );
    assert_eq!(read("[embed]\norigins = \"https://a.example\"\n").0.embed.origins, ["https://a.example"]);
    for wrong in
        ["www.example.com", "https://a.example/careers", "https://u@a.example", "https://a.example; script-src *", "*"]
    {
        let (config, diagnostics) = read(&format!("[embed]\norigins = [\"{wrong}\"]\n"));
        assert_eq!((config.embed.origins.len(), diagnostics.len()), (0, 1), "{wrong}");
    }
}

#[test]
fn all_mistakes_are_reported_at_once_with_place_and_fix() {
    let (_, diagnostics) = read(
        "[site]\ntitel = \"x\"\nbase_url = \"example.com\"\n[sites]\n[lists]\npaginate_by = \"many\"\norder = \"random\"\n",
    );
    let shown: Vec<_> = diagnostics
        .iter()
        .map(|d| (d.code, d.location.as_ref().map(|l| l.line), d.help.clone().unwrap_or_default()))
        .collect();
    assert_eq!(
        shown,
        [
            ("unknown-key", Some(2), "did you mean `title`?".to_owned()),
            ("invalid-value", Some(3), "write it whole, such as `https://careers.example.com`".to_owned()),
            ("unknown-key", Some(4), "did you mean `site`?".to_owned()),
            ("invalid-value", Some(6), "write a whole number of 0 or more".to_owned()),
            ("invalid-value", Some(7), "one of `posted`, `title`".to_owned()),
        ]
    );
}

#[test]
fn a_section_that_this_version_does_not_act_on_says_so() {
    let (_, diagnostics) = read("[check]\nlink = true\n[company]\nemployees = 5\n");
    assert_eq!(diagnostics.iter().map(|d| d.code).collect::<Vec<_>>(), ["no-effect", "no-effect"]);
    let (_, diagnostics) = read("[check]\nlink = false\n");
    assert_eq!(diagnostics, []);
}
