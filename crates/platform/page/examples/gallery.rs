//! Writes every sample of this crate and the static files into a folder, to be looked at:
//! `cargo run -p page --example gallery -- DIR`, then serve DIR.

use std::fs;
use std::path::Path;

use record::Language;

fn main() -> std::io::Result<()> {
    let dir = std::env::args().nth(1).unwrap_or_default();
    let dir = Path::new(&dir);
    for language in Language::ALL {
        let into = dir.join(language.code());
        fs::create_dir_all(&into)?;
        for sample in page::samples(*language) {
            fs::write(into.join(format!("{}.html", sample.name)), sample.html)?;
        }
    }
    fs::create_dir_all(dir.join("static"))?;
    for name in page::asset::names() {
        if let (Some(path), Some(bytes)) = (page::asset::path(name), page::asset::bytes(name)) {
            fs::write(dir.join(path.trim_start_matches('/')), bytes)?;
        }
    }
    Ok(())
}
