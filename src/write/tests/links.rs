//! Links in the output folder: nothing is written or removed through them.

use std::os::unix::fs::symlink;

use super::*;

/// A site whose `link` in the output leads to a folder outside that holds `index.html`.
fn with_link(link: &str) -> (Site, PathBuf) {
    let site = Site::new().built(&[("jobs/a/index.html", "old"), ("jobs/b/index.html", "old")]);
    let outside = site.folder.path().join("outside");
    fs::create_dir_all(outside.join("a")).expect("a folder");
    fs::write(outside.join("a/index.html"), "theirs").expect("a file");
    let link = site.output().join(link);
    if link.is_dir() {
        fs::remove_dir_all(&link).expect("removed");
    } else {
        fs::remove_file(&link).expect("removed");
    }
    symlink(if link.ends_with("jobs") { outside.clone() } else { outside.join("a/index.html") }, link).expect("a link");
    (site, outside)
}

#[test]
fn o6_nothing_is_written_through_a_linked_folder() {
    let (site, outside) = with_link("jobs");
    let before = snapshot(&outside);
    for path in ["jobs/a/index.html", "jobs/c/index.html"] {
        let error = site.build(&[(path, "new")]).expect_err("an error");
        assert!(error.message.contains("output/jobs` is a link"), "{}", error.message);
    }
    assert_eq!(snapshot(&outside), before);
}

#[test]
fn o7_nothing_is_removed_through_a_linked_folder() {
    let (site, outside) = with_link("jobs");
    let before = snapshot(&outside);
    assert_eq!(site.build(&[]), Ok(summary(0, 0, 0)));
    assert_eq!(snapshot(&outside), before);
}

#[test]
fn o6_a_link_on_a_file_s_path_is_replaced_and_not_followed() {
    let (site, outside) = with_link("jobs/a/index.html");
    // The same bytes as behind the link, which is still no file of ours.
    assert_eq!(site.build(&[("jobs/a/index.html", "theirs"), ("b", "")]), Ok(summary(2, 0, 1)));
    assert!(site.output().join("jobs/a/index.html").symlink_metadata().expect("a file").is_file());
    assert_eq!(fs::read_to_string(outside.join("a/index.html")).expect("a file"), "theirs");
}

#[test]
fn o6_a_link_as_long_as_the_file_is_still_replaced() {
    let site = Site::new().built(&[("a", "theirs")]).foreign("mine.x", "theirs");
    fs::remove_file(site.output().join("a")).expect("removed");
    symlink("mine.x", site.output().join("a")).expect("a link");
    assert_eq!(site.build(&[("a", "theirs")]), Ok(summary(1, 0, 0)));
    assert!(site.output().join("a").symlink_metadata().expect("a file").is_file());
}

#[test]
fn the_output_folder_itself_may_be_a_link() {
    let site = Site::new();
    fs::create_dir(site.folder.path().join("www")).expect("a folder");
    symlink("www", site.output()).expect("a link");
    assert_eq!(site.build(OLD), Ok(summary(5, 0, 0)));
    assert!(site.folder.path().join("www/jobs/a/index.html").exists());
}
