//! `cargo xtask font`: the pages' one font file, from the published font. Never at build time.

use std::fs;

use crate::line::Line;
use crate::{Outcome, Stop, machine};

const FONT: &str = "vazirmatn@33.0.3";
const TOOLS: [&str; 2] = ["fonttools==4.68.0", "brotli==1.2.1"];
const TARGET: &str = "crates/platform/page/static/fonts/vazirmatn-400-700.woff2";
const LIMIT: u64 = 36 * 1024;

/// What Arabic and Kurdish need to join, to carry marks, and to line up digits in tables.
const FEATURES: &str = "ccmp,locl,rlig,init,medi,fina,isol,calt,liga,mark,mkmk,kern,tnum";
/// ASCII, Arabic with the Sorani letters, three sets of digits, quotes, marks of direction.
const LETTERS: &str = "U+20-7E,U+A0,U+AB,U+B7,U+BB,U+D7,U+60C,U+61B,U+61C,U+61F,U+621-63A,\
    U+640-655,U+660-66C,U+670,U+67E,U+686,U+695,U+698,U+6A4,U+6A9,U+6AF,U+6B5,U+6BE,U+6C6,U+6CC,\
    U+6CE,U+6D4,U+6D5,U+6F0-6F9,U+200C-200F,U+2013,U+2014,U+2018,U+2019,U+201C,U+201D,U+2026,\
    U+202A-202E,U+2066-2069";

/// Fetches the font, limits its weights, cuts it down to the letters in use.
pub fn run() -> Outcome {
    let folder = machine::cache().join("font");
    let here = folder.display().to_string();
    Line::new("mkdir -p").and(&*here).run()?;
    for line in machine::install_python(&TOOLS) {
        line.run()?;
    }
    Line::new("npm pack --silent --pack-destination")
        .and(&*here)
        .and(FONT)
        .run()?;
    let packed = folder
        .join(format!("{}.tgz", FONT.replace('@', "-")))
        .display()
        .to_string();
    Line::new("tar -xzf")
        .and(packed)
        .and("-C")
        .and(&*here)
        .run()?;

    // Without this the tools write today's date into the font: the same font is the same bytes.
    let tool = |name: &str| {
        Line::of(machine::cache().join("python/bin").join(name)).set("SOURCE_DATE_EPOCH", "0")
    };
    let limited = folder.join("limited.ttf").display().to_string();
    let whole = folder
        .join("package/fonts/variable/Vazirmatn[wght].ttf")
        .display()
        .to_string();
    tool("fonttools")
        .and("varLib.instancer")
        .and(whole)
        .and("wght=400:700")
        .and(format!("--output={limited}"))
        .run()?;
    tool("pyftsubset")
        .and(limited)
        .with(["--flavor=woff2", "--no-hinting", "--name-IDs=1,2,13,14"])
        .and(format!("--layout-features={FEATURES}"))
        .and(format!("--unicodes={LETTERS}"))
        .and(format!("--output-file={TARGET}"))
        .run()?;
    let size = fs::metadata(TARGET)
        .map_err(|why| Stop::Failed(why.to_string()))?
        .len();
    eprintln!("{TARGET}: {size} bytes");
    if size <= LIMIT {
        Ok(())
    } else {
        Err(Stop::Failed(format!("the font may have {LIMIT} bytes")))
    }
}
