//! Carries the migrations as they stand when the tests are compiled: the program under test carries
//! those too, whatever happens to the files while the tests run.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../migrations");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path().canonicalize()?;
        if path.extension().is_some_and(|end| end == "sql") {
            files.push(path);
        }
    }
    files.sort();
    let entry = |file: &PathBuf| {
        let name = file.file_stem().unwrap_or_default().to_string_lossy();
        let path = file.display().to_string();
        format!("({name:?}, include_str!({path:?})),")
    };
    let list: String = files.iter().map(entry).collect();
    let out = env::var_os("OUT_DIR").ok_or("cargo names a folder")?;
    fs::write(Path::new(&out).join("migrations.rs"), format!("&[{list}]"))?;
    Ok(())
}
