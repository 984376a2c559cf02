//! `cargo xtask pictures`: the manual's pictures, taken by the tests named `pictures::` from the
//! running program and its made-up people, then made small.

use std::fs;
use std::path::{Path, PathBuf};

use crate::line::Line;
use crate::{Outcome, Stop, machine};

const TARGET: &str = "docs/pictures";
const TOOL: &str = "pillow==13.0.0";
const LIMIT: u64 = 60 * 1024;

/// Pages have few colours: a palette makes a picture a quarter of its size.
const SHRINK: &str = "import sys
from PIL import Image
source, target, colours = sys.argv[1:]
picture = Image.open(source).convert('RGB').quantize(colors=int(colours), dither=0)
picture.save(target, optimize=True)";

/// Takes them, makes each at most 60 KB, and puts them into the manual.
pub fn run() -> Outcome {
    machine::prepare(false)?;
    for line in machine::install_python(&[TOOL]) {
        line.run()?;
    }
    let taken = machine::cache().join("manual");
    let folder = taken.display().to_string();
    Line::new("rm -rf").and(&*folder).run()?;
    let tests = if machine::has("cargo-nextest") {
        Line::new("cargo nextest run --workspace -E").and("test(/^pictures::/)")
    } else {
        Line::new("cargo test --workspace --tests pictures::")
    };
    tests
        .set("NAJAT_PICTURES", folder)
        .set("NAJAT_TEST_REQUIRE", "1")
        .run()?;
    Line::new("mkdir -p").and(TARGET).run()?;
    let mut pictures: Vec<PathBuf> = fs::read_dir(&taken)
        .map_err(|why| Stop::Failed(format!("no test took a picture: {why}")))?
        .flatten()
        .map(|entry| entry.path())
        .collect();
    pictures.sort();
    pictures.iter().try_for_each(|picture| shrink(picture))
}

fn shrink(picture: &Path) -> Outcome {
    let failed =
        |why: &dyn std::fmt::Display| Stop::Failed(format!("{}: {why}", picture.display()));
    let name = picture.file_name().ok_or_else(|| failed(&"no file"))?;
    let target = Path::new(TARGET).join(name);
    for colours in ["64", "32", "16", "8"] {
        Line::of(machine::cache().join("python/bin/python"))
            .and("-c")
            .and(SHRINK)
            .and(picture.display().to_string())
            .and(target.display().to_string())
            .and(colours)
            .read()?;
        let size = fs::metadata(&target).map_err(|why| failed(&why))?.len();
        if size <= LIMIT {
            eprintln!("{}: {size} bytes, {colours} colours", target.display());
            return Ok(());
        }
    }
    Err(failed(&format!(
        "a picture may have {LIMIT} bytes; show less of the page"
    )))
}
