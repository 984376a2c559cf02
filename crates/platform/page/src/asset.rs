//! Files that never change under their address: style, scripts, font, icons.
//!
//! The address holds the hash of the bytes, so browsers may keep them for ever.

use std::sync::LazyLock;

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

use crate::Problem;

struct Asset {
    name: &'static str,
    kind: &'static str,
    bytes: &'static [u8],
    path: String,
}

/// One file: its plain name, its type, and its parts, which are served as one.
const FILES: &[(&str, &str, &[&[u8]])] = &[
    (
        "najat.css",
        "text/css; charset=utf-8",
        &[
            include_bytes!("../static/style/base.css"),
            include_bytes!("../static/style/act.css"),
            include_bytes!("../static/style/form.css"),
            include_bytes!("../static/style/public.css"),
        ],
    ),
    (
        "staff.css",
        "text/css; charset=utf-8",
        &[
            include_bytes!("../static/style/staff.css"),
            include_bytes!("../static/style/bar.css"),
            include_bytes!("../static/style/touch.css"),
        ],
    ),
    (
        "sheet.css",
        "text/css; charset=utf-8",
        &[include_bytes!("../static/style/sheet.css")],
    ),
    (
        "leave.js",
        "text/javascript; charset=utf-8",
        &[include_bytes!("../static/leave.js")],
    ),
    (
        "staff.js",
        "text/javascript; charset=utf-8",
        &[include_bytes!("../static/staff.js")],
    ),
    (
        "htmx.js",
        "text/javascript; charset=utf-8",
        &[include_bytes!("../static/vendor/htmx-4.0.1.min.js")],
    ),
    (
        "icons.svg",
        "image/svg+xml",
        &[include_bytes!("../static/icons.svg")],
    ),
    (
        "mark.svg",
        "image/svg+xml",
        &[include_bytes!("../static/mark.svg")],
    ),
    (
        "vazirmatn.woff2",
        "font/woff2",
        &[include_bytes!("../static/fonts/vazirmatn-400-700.woff2")],
    ),
];

/// Icons that point somewhere: they are mirrored where the script runs from right to left.
pub(crate) const POINTING: &[&str] = &["arrow-right", "chevron-right", "log-out", "send"];

const FONT: &str = "vazirmatn.woff2";

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let mut assets: Vec<Asset> = Vec::with_capacity(FILES.len());
    // The font comes last in the list and first here: the style names its address.
    for (name, kind, parts) in FILES.iter().rev() {
        let mut bytes = parts.concat();
        if *name == "najat.css" {
            let font = assets.iter().find(|asset| asset.name == FONT);
            let font = font.map_or("", |asset| asset.path.as_str());
            bytes = String::from_utf8_lossy(&bytes)
                .replace("/static/vazirmatn.woff2", font)
                .into_bytes();
        }
        // Made once and kept for the life of the process.
        let bytes: &'static [u8] = bytes.leak();
        let hash = hex::encode(Sha256::digest(bytes));
        let short = hash.get(..16).unwrap_or(&hash);
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        assets.push(Asset {
            name,
            kind,
            bytes,
            path: format!("/static/{stem}-{short}.{ending}"),
        });
    }
    assets
});

/// The address of a file by its plain name.
pub fn path(name: &str) -> Option<&'static str> {
    ASSETS
        .iter()
        .find(|asset| asset.name == name)
        .map(|asset| asset.path.as_str())
}

/// The bytes of a file by its plain name, for tests that weigh or check it.
pub fn bytes(name: &str) -> Option<&'static [u8]> {
    ASSETS
        .iter()
        .find(|asset| asset.name == name)
        .map(|asset| asset.bytes)
}

/// Whether the sprite has an icon of this name.
pub(crate) fn is_icon(name: &str) -> bool {
    let sprite = bytes("icons.svg").and_then(|bytes| std::str::from_utf8(bytes).ok());
    sprite.is_some_and(|sprite| sprite.contains(&format!("<symbol id=\"{name}\"")))
}

/// Every file by its plain name.
pub fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|(name, _, _)| *name)
}

/// Answers a request for a file. `Frozen` tells the header layer that it may be kept.
pub(crate) async fn serve(Path(file): Path<String>) -> Response {
    let wanted = format!("/static/{file}");
    let Some(asset) = ASSETS.iter().find(|asset| asset.path == wanted) else {
        return Problem::NotThere.into_response();
    };
    let mut response = asset.bytes.into_response();
    response
        .headers_mut()
        .insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.kind));
    response.extensions_mut().insert(Frozen);
    response
}

/// Marks a response that may be kept for ever.
#[derive(Clone, Copy)]
pub(crate) struct Frozen;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn htmx_is_the_file_its_makers_published() {
        // sha256 of dist/htmx.min.js in htmx.org 4.0.1 on npm.
        assert_eq!(
            hex::encode(Sha256::digest(bytes("htmx.js").unwrap())),
            "a0abb04f2f45a1f89d1d4844023245537e5e6014c87b144553e0607b4cc32130"
        );
    }

    #[test]
    fn the_style_names_the_font_by_its_address() {
        let style = std::str::from_utf8(bytes("najat.css").unwrap()).unwrap();
        assert!(style.contains(path("vazirmatn.woff2").unwrap()));
    }

    #[test]
    fn the_font_is_small() {
        assert!(bytes("vazirmatn.woff2").unwrap().len() <= 36 * 1024);
    }

    #[test]
    fn icons_that_point_are_in_the_sprite() {
        let sprite = std::str::from_utf8(bytes("icons.svg").unwrap()).unwrap();
        for name in POINTING {
            assert!(sprite.contains(&format!("id=\"{name}\"")), "{name}");
        }
    }
}
