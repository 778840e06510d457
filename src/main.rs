//! The `careers` command.

fn main() {}
