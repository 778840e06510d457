//! Pictures in postings: forms, sizes, what is in them and what is not (I10, O9).

use std::fs;
use std::io::Cursor;

use image::{ImageFormat, RgbImage};

use crate::harness::TestSite;

/// A PNG of many shades.
fn png(width: u32, height: u32) -> Vec<u8> {
    let shade = |value: u32| u8::try_from(value % 256).unwrap_or_default();
    let picture =
        RgbImage::from_fn(width, height, |x, y| image::Rgb([shade(x * x / 7), shade(y * 3), shade(x * y / 11)]));
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).expect("a PNG");
    bytes
}

fn site() -> TestSite {
    TestSite::new().seed("a.md", "# A\n\nLook:\n\n![Our oven](oven.png)\n").seed("oven.png", png(1000, 400))
}

#[test]
fn i10_a_large_picture_comes_in_several_widths_and_moves_nothing_when_it_comes() {
    let build = site().build().succeeds();
    let main = build.main("/jobs/a/");
    let (_, tag) = main.split_once("<img ").expect("a picture");
    let tag = tag.split('>').next().expect("its end");
    for part in
        [" 480w, ", " 1000w\"", "sizes=\"", "width=\"1000\" height=\"400\"", "alt=\"Our oven\"", "loading=\"lazy\""]
    {
        assert!(tag.contains(part), "{part} in {tag}");
    }
    let (_, srcset) = tag.split_once("srcset=\"").expect("a srcset");
    for form in srcset.split('"').next().expect("its end").split(", ") {
        let (address, width) = form.split_once(' ').expect("an address and a width");
        assert!(build.has(address), "{address}");
        let size = size(&build.bytes(address));
        assert_eq!(format!("{}w", size.0), width);
    }
}

fn size(bytes: &[u8]) -> (u32, u32) {
    image::load_from_memory(bytes).map(|picture| (picture.width(), picture.height())).expect("a picture")
}

#[test]
fn i10_who_says_how_large_a_picture_is_keeps_the_word() {
    let site = site().seed("b.md", "# B\n\nText.\n\n<img src=\"oven.png\" alt=\"\" width=\"300\">\n");
    let main = site.build().succeeds().main("/jobs/b/");
    assert!(main.contains("width=\"300\"") && !main.contains("height=") && main.contains("srcset="), "{main}");
}

#[test]
fn i10_a_picture_that_is_cut_short_is_a_warning_with_its_line_and_published_as_it_is() {
    let whole = png(1000, 400);
    let site = site();
    site.edit("seeds/oven.png", &whole[..whole.len() / 2]);
    let build = site.build().succeeds();
    assert!(build.stderr.contains("warning[bad-picture]: the picture `oven.png` is cut short"), "{}", build.stderr);
    assert!(build.stderr.contains("seeds/a.md:5:1"), "{}", build.stderr);
    let main = build.main("/jobs/a/");
    assert!(main.contains("<img src=\"/assets/oven.") && !main.contains("srcset"), "{main}");
}

#[test]
fn o11_a_picture_that_turns_out_bad_as_it_is_written_fails_a_strict_build() {
    let whole = png(1000, 400);
    let site = TestSite::new().file("careers.toml", "[company]\nname = \"Acme\"\n").seed("oven.png", &whole).seed(
        "a.md",
        "---\nposted: 2026-05-01\n---\n# A\n\nLocation: Ulm, Germany\n\n![The oven](oven.png)\n\nWrite to jobs@example.com.\n",
    );
    site.build_with(&["--strict"]).succeeds();
    site.edit("seeds/oven.png", &whole[..whole.len() / 2]);
    let build = site.build_with(&["--strict"]).fails(1);
    assert!(build.stderr.contains("error[bad-picture]") && build.stderr.contains("nothing was written: 1 error\n"));
}

#[test]
fn i10_a_picture_without_a_text_is_a_warning_with_its_line() {
    let build = site()
        .seed("a.md", "# A\n\n![](oven.png)\n\n<img src=\"oven.png\">\n\n<img src=\"oven.png\" alt=\"\">\n")
        .build();
    let said = build.succeeds().stderr;
    assert_eq!(said.matches("warning[missing-alt]").count(), 2, "{said}");
    assert!(said.contains("seeds/a.md:3:1") && said.contains("seeds/a.md:5:1"), "{said}");
}

#[test]
fn o9_what_was_made_once_is_not_made_again_and_what_is_broken_is() {
    let site = site().file("careers.toml", "[site]\nbase_url = \"https://example.com/\"\n");
    let first = site.build().succeeds();
    let kept = crate::harness::files(&site.path(".careers/made"));
    assert_eq!(kept.len(), 4, "two forms and two share images: {kept:?}");
    let contents = |run: &crate::harness::Run| run.files().iter().map(|file| run.bytes(file)).collect::<Vec<_>>();
    let before = contents(&first);
    for file in &kept {
        fs::write(site.path(".careers/made").join(file), "broken").expect("a file");
    }
    fs::remove_dir_all(site.path("output")).expect("the output");
    assert_eq!(contents(&site.build().succeeds()), before);
    fs::remove_dir_all(site.path(".careers")).expect("the caches");
    let again = site.build().succeeds();
    assert!(again.stdout.contains("nothing had changed"), "{}", again.stdout);
}

#[test]
fn t8_pages_name_their_share_image_which_is_there() {
    let site = TestSite::new()
        .file("careers.toml", "[site]\nbase_url = \"https://example.com/careers/\"\n")
        .seed("a.md", "---\nlocations: Berlin\n---\n# Baker\n");
    let build = site.build().succeeds();
    let image = |page: &str| {
        let (_, rest) =
            page.split_once("<meta property=\"og:image\" content=\"https://example.com/careers/").expect("one");
        rest.split('"').next().expect("its end").to_owned()
    };
    let (posting, home) = (build.page("/jobs/a/"), build.page("/"));
    assert_ne!(image(&posting), image(&home));
    assert_eq!(image(&home), image(&build.page("/locations/")));
    for page in [&posting, &home] {
        assert_eq!(size(&build.bytes(&image(page))), (1200, 630));
        assert!(page.contains("og:image:width\" content=\"1200\"") && page.contains("summary_large_image"));
    }
    assert!(posting.contains("og:image:alt\" content=\"Baker · Careers · Berlin\""), "{posting}");
    let manifest = build.page("/careers-manifest.json");
    assert!(manifest.contains(&image(&posting)), "the manifest has it (O7)");
}
