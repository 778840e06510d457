//! The built-in themes are part of the binary: a new file among them is a reason to build anew.

fn main() {
    println!("cargo:rerun-if-changed=themes");
}
