//! The rules of the house (ARCHITECTURE.md): who may name whom.

use std::fs;
use std::path::Path;

/// The modules in the order in which data flows, each with the later ones that it may name all the same.
const FLOW: &[(&str, &[&str])] = &[
    // A diagnostic has a place, and decoding a source may warn: the two know each other.
    ("diagnostic", &["source"]),
    ("source", &[]),
    ("data", &[]),
    ("picture", &[]),
    ("config", &[]),
    ("discover", &[]),
    ("extract", &[]),
    ("posting", &[]),
    ("infer", &[]),
    ("amend", &[]),
    ("model", &[]),
    ("check", &[]),
    ("host", &[]),
    ("render", &[]),
    ("write", &[]),
    ("changes", &[]),
    ("pipeline", &[]),
    ("report", &[]),
    ("serve", &[]),
    ("cli", &[]),
    ("commands", &[]),
];

/// Modules that call stages; every other names types of stages only.
const CALLERS: [&str; 2] = ["pipeline", "commands"];

/// Modules that nobody but these callers may name.
const ONLY_FOR: &[(&str, &[&str])] =
    &[("pipeline", &["commands", "serve"]), ("serve", &["commands"]), ("cli", &["commands"]), ("commands", &[])];

fn imports(module: &str) -> Vec<(String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let walk = walkdir::WalkDir::new(&source).into_iter().map(|entry| entry.expect("readable"));
    let files = walk.filter(|entry| entry.path().extension().is_some_and(|ending| ending == "rs"));
    let mut found = Vec::new();
    for file in files {
        let path = file.path().strip_prefix(&source).expect("below src").to_string_lossy().replace('\\', "/");
        if path != format!("{module}.rs") && !path.starts_with(&format!("{module}/")) {
            continue;
        }
        let text = fs::read_to_string(file.path()).expect("source text");
        for part in text.split("crate::").skip(1) {
            let name: String = part.chars().take_while(|c| c.is_ascii_lowercase() || *c == '_').collect();
            found.push((path.clone(), name));
        }
    }
    found
}

fn place(module: &str) -> usize {
    FLOW.iter().position(|(name, _)| *name == module).unwrap_or_else(|| panic!("`{module}` is not in the flow"))
}

#[test]
fn every_module_of_the_library_is_in_the_flow() {
    let library = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("lib.rs");
    let declared: Vec<&str> = library
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod "))
        .map(|line| line.trim_end_matches(';'))
        .collect();
    let flow: Vec<&str> = FLOW.iter().map(|(name, _)| *name).collect();
    assert_eq!(declared, flow, "lib.rs declares the modules in the order of the flow");
}

#[test]
fn a_stage_never_names_a_later_one() {
    for (module, exceptions) in FLOW {
        for (file, import) in imports(module) {
            let allowed = place(&import) <= place(module) || exceptions.contains(&import.as_str());
            assert!(allowed, "src/{file} names `{import}`, which comes after `{module}`");
        }
    }
}

#[test]
fn only_commands_and_serve_call_the_pipeline_and_nobody_calls_commands() {
    for (guarded, callers) in ONLY_FOR {
        for (module, _) in FLOW {
            for (file, import) in imports(module) {
                let allowed = import != *guarded || module == guarded || callers.contains(module);
                assert!(allowed, "src/{file} names `{guarded}`");
            }
        }
    }
}

#[test]
fn only_the_pipeline_calls_the_entries_of_stages() {
    let entries = [
        "extract::extract(",
        "infer::infer(",
        "infer::compare(",
        "amend::amend(",
        "Site::new(",
        "Renderer::new(",
        "Output::open(",
    ];
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in walkdir::WalkDir::new(&source).into_iter().map(|entry| entry.expect("readable")) {
        let path = entry.path().strip_prefix(&source).expect("below src").to_string_lossy().replace('\\', "/");
        let module = path.split('/').next().unwrap_or_default().trim_end_matches(".rs").to_owned();
        if !entry.file_type().is_file() || CALLERS.contains(&module.as_str()) || path.contains("/tests") {
            continue;
        }
        let text = fs::read_to_string(entry.path()).expect("source text");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for stage in entries {
            let own = stage.starts_with(&format!("{module}::"));
            assert!(own || !code.contains(stage), "src/{path} calls `{stage}…)`");
        }
    }
}
