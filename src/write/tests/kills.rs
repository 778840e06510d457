//! Builds that are killed: what they leave, and that the next one puts it right.

use super::*;

#[test]
fn o8_before_the_first_file_takes_its_place_the_manifest_says_so() {
    let site = Site::new().built(OLD);
    let output = site.begin(NEW).expect("a build");
    output.announce().expect("a manifest");
    let manifest = Manifest::parse(site.read(MANIFEST_NAME).expect("a manifest").as_bytes()).expect("readable");
    assert!(manifest.building);
    assert_eq!(manifest.files.len(), OLD.len());
    assert_eq!(manifest.writing, ["index.html", "jobs/a/index.html", "jobs/c/index.html", "teams/x/y/z.html"]);
}

/// The steps of a commit, cut off after each.
#[test]
fn o8_after_a_kill_at_any_step_the_next_build_puts_all_right() {
    for start in [&[][..], OLD] {
        for step in 0..=4 {
            let site = Site::new().built(start);
            let output = site.begin(NEW).expect("a build");
            let result = [
                (|output, _| Output::announce(output)) as fn(&Output, &str) -> Result<(), Diagnostic>,
                |output, stale| output.remove(stale).map(|_| ()),
                |output, _| {
                    output.in_state(State::Changed).take(1).try_for_each(|(n, p)| output.staging.place_change(n, p))
                },
                |output, _| output.staging.place_new(),
            ];
            result[..step].iter().for_each(|step| step(&output, "jobs/b/index.html").expect("a step"));
            std::mem::forget(output); // a killed process cleans nothing up
            site.build(&NEW[1..]).expect("a build");
            assert_eq!(site.files(), NEW[1..].iter().map(|(path, _)| *path).collect::<Vec<_>>(), "{step}");
            assert!(!site.read(MANIFEST_NAME).expect("a manifest").contains("building"), "{step}");
            assert!(!site.output().join("tags").exists(), "{step}");
        }
    }
}

/// Runs itself as a process that builds two sites in turn for ever, and kills it again and again.
#[test]
fn o8_a_process_killed_at_any_moment_leaves_every_file_old_or_new() {
    const ME: &str = "write::tests::kills::o8_a_process_killed_at_any_moment_leaves_every_file_old_or_new";
    let paths: Vec<String> = (0..30).map(|n| format!("jobs/{n}/index.html")).collect();
    let text = |turn: usize| ["old ", "newer "][turn % 2].repeat(9_000);
    let files = |turn: usize, text: &'static str| -> Vec<(&str, &str)> {
        paths.iter().skip(turn % 2 * 10).map(|path| (path.as_str(), text)).collect()
    };
    let texts: [&'static str; 2] = [text(0).leak(), text(1).leak()];
    if let Some(folder) = std::env::var_os("CAREERS_TEST_CHILD") {
        let site = Site { folder: tempfile::TempDir::new_in(folder).expect("a folder"), adopt: false };
        for turn in 0..usize::MAX {
            site.build(&files(turn, texts[turn % 2])).expect("a build");
        }
    }
    for moment in 0..20 {
        let above = tempfile::tempdir().expect("a folder");
        let mut child = std::process::Command::new(std::env::current_exe().expect("a test binary"));
        let child =
            child.args(["--exact", ME]).env("CAREERS_TEST_CHILD", above.path()).stdout(std::process::Stdio::null());
        let mut child = child.spawn().expect("a process");
        while fs::read_dir(above.path()).expect("a folder").next().is_none() {
            assert_eq!(child.try_wait().expect("a state"), None);
            std::thread::yield_now();
        }
        std::thread::sleep(std::time::Duration::from_micros(moment * 1_700));
        child.kill().expect("killed");
        child.wait().expect("an end");
        let inside = fs::read_dir(above.path()).expect("a folder").next().expect("the site").expect("the site").path();
        let output = inside.join("output");
        for path in &paths {
            let there = fs::read_to_string(output.join(path)).ok();
            assert!(there.is_none_or(|there| texts.contains(&there.as_str())), "{path} is cut");
        }
        let guard = Guard { root: &inside, home: None, sources: &[], adopt: false };
        let planned = paths.iter().map(|path| Planned { path: path.clone(), origin: "a".into(), page: None }).collect();
        let next = Output::open(&output, Plan::new(planned).expect("a plan"), &guard).expect("nobody is locked out");
        for path in &paths {
            next.put(path, texts[0].as_bytes()).expect("a file");
        }
        next.commit().expect("a build");
        let left = snapshot(&output).into_iter().filter(|(_, (is_file, ..))| *is_file).count();
        assert_eq!(left, paths.len() + 1);
    }
}
