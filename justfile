# `just` lists these. None needs more than cargo, but where it says so.

[private]
default:
    @just --list --unsorted

# Build the example site into output/
build *ARGS:
    cargo run --release -- build {{ ARGS }}

# Everything that a change has to pass; installs what is missing
ci:
    bash .ci/run

# All tests, or those whose name contains FILTER
test FILTER='':
    cargo test {{ FILTER }}

# Formatting and lints
lint:
    cargo fmt --check
    cargo clippy --all-targets -- --deny warnings

# Put formatting right
fmt:
    cargo fmt

# Measure; see benches/README.md
bench *ARGS:
    cargo bench --bench build -- {{ ARGS }}

# Feed a target of fuzz/ with anything for a while (needs nightly Rust and cargo-fuzz)
fuzz TARGET='markdown' SECONDS='60':
    cargo +nightly fuzz run {{ TARGET }} -- -max_total_time={{ SECONDS }}

# Licences, advisories and sources of all dependencies (needs cargo-deny)
deny:
    cargo deny check
