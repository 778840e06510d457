//! A site in a folder of its own.
//!
//! ```ignore
//! let site = TestSite::new().seed("designer.md", "# Designer\n").file("careers.toml", "…");
//! let build = site.build();                 // runs `careers build` in the folder
//! build.succeeds();
//! assert!(build.page("/jobs/designer/").contains("<h1>Designer</h1>"));
//! site.edit("seeds/designer.md", "# Senior Designer\n");
//! site.build_with(&["--strict"]).fails(1);
//! ```
//!
//! The day of the build is 2026-06-01 unless a test says otherwise, and nothing of the environment is passed on.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;

/// A folder with a site, removed when neither it nor a run of it is needed any more.
pub(crate) struct TestSite {
    folder: Arc<tempfile::TempDir>,
}

/// What a run of the program gave.
pub(crate) struct Run {
    output: PathBuf,
    _folder: Arc<tempfile::TempDir>,
    /// Its exit code.
    pub code: Option<i32>,
    /// What it wrote to the standard output.
    pub stdout: String,
    /// What it wrote to the standard error.
    pub stderr: String,
}

impl TestSite {
    /// An empty folder with an empty `seeds/`.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("seeds")).expect("seeds");
        Self { folder: Arc::new(folder) }
    }

    /// Adds a posting, or anything else, below `seeds/`.
    pub(crate) fn seed(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.edit(&format!("seeds/{path}"), content);
        self
    }

    /// Adds a file below the site's folder.
    pub(crate) fn file(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        self.edit(path, content);
        self
    }

    /// Writes a file, new or not.
    pub(crate) fn edit(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("folders");
        fs::write(path, content).expect("a file");
    }

    /// Removes a file.
    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).expect("a file to remove");
    }

    /// Removes an empty folder.
    pub(crate) fn remove_folder(&self, path: &str) {
        fs::remove_dir(self.path(path)).expect("an empty folder to remove");
    }

    /// A path below the site's folder.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// `careers build`
    pub(crate) fn build(&self) -> Run {
        self.build_with(&[])
    }

    /// `careers build` with more arguments.
    pub(crate) fn build_with(&self, arguments: &[&str]) -> Run {
        let dated: &[&str] = if arguments.contains(&"--date") { &[] } else { &["--date", "2026-06-01"] };
        self.run(&[&["build"], dated, arguments].concat())
    }

    /// Any command, run in the site's folder.
    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        self.finish(self.command(arguments))
    }

    /// Any command, for a test that changes its surroundings before [`TestSite::finish`].
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_careers"));
        command.args(arguments).current_dir(self.folder.path()).env_clear();
        command
    }

    /// Runs a command to its end.
    pub(crate) fn finish(&self, mut command: Command) -> Run {
        let output = command.output().expect("the program runs");
        Run {
            output: self.path("output"),
            _folder: self.folder.clone(),
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).expect("UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Run {
    /// Asserts that it went well.
    #[track_caller]
    pub(crate) fn succeeds(self) -> Self {
        assert_eq!(self.code, Some(0), "{}{}", self.stdout, self.stderr);
        self
    }

    /// Asserts that it failed with this exit code.
    #[track_caller]
    pub(crate) fn fails(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "{}{}", self.stdout, self.stderr);
        self
    }

    /// The page at an address below the base URL.
    #[track_caller]
    pub(crate) fn page(&self, route: &str) -> String {
        let inner = route.trim_start_matches('/');
        let file = if inner.is_empty() || inner.ends_with('/') { format!("{inner}index.html") } else { inner.into() };
        fs::read_to_string(self.output.join(&file)).unwrap_or_else(|error| panic!("{file}: {error}\n{}", self.stderr))
    }

    /// The bytes of a file at an address below the base URL.
    #[track_caller]
    pub(crate) fn bytes(&self, file: &str) -> Vec<u8> {
        fs::read(self.output.join(file.trim_start_matches('/'))).unwrap_or_else(|error| panic!("{file}: {error}"))
    }

    /// All pages: file and content.
    pub(crate) fn pages(&self) -> Vec<(String, String)> {
        let html = self.files().into_iter().filter(|file| is_page(file));
        html.map(|file| (file.clone(), self.page(&format!("/{file}")))).collect()
    }

    /// What stands between `<main …>` and `</main>` of a page.
    #[track_caller]
    pub(crate) fn main(&self, route: &str) -> String {
        let page = self.page(route);
        let (_, rest) = page.split_once("<main").expect("a main element");
        rest.split_once('>').and_then(|(_, rest)| rest.split_once("</main>")).expect("its end").0.to_owned()
    }

    /// Whether there is a page at an address.
    pub(crate) fn has(&self, route: &str) -> bool {
        self.output.join(route.trim_start_matches('/')).exists()
    }

    /// All files below the output folder, sorted, with `/` between the parts.
    pub(crate) fn files(&self) -> Vec<String> {
        files(&self.output)
    }
}

/// Whether a file is a page, by its name.
pub(crate) fn is_page(file: &str) -> bool {
    Path::new(file).extension().is_some_and(|ending| ending == "html")
}

/// All files below a folder, sorted, with `/` between the parts; none if there is no such folder.
pub(crate) fn files(folder: &Path) -> Vec<String> {
    if !folder.exists() {
        return Vec::new();
    }
    let walk = walkdir::WalkDir::new(folder).into_iter().map(|entry| entry.expect("a readable folder"));
    let mut files: Vec<String> = walk
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| entry.path().strip_prefix(folder).expect("below").to_string_lossy().replace('\\', "/"))
        .collect();
    files.sort();
    files
}

/// The text of a page as a reader sees it: tags removed, entities resolved, white space folded.
pub(crate) fn text(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        text.push_str(&rest[..at]);
        text.push(' ');
        rest = rest[at..].split_once('>').map_or("", |(_, rest)| rest);
    }
    text.push_str(rest);
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&nbsp;", " "),
        ("&amp;", "&"),
    ];
    for (entity, character) in entities {
        text = text.replace(entity, character);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
