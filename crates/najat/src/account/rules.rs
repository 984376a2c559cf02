//! Cookies, where to go next, what of a form may be kept, and secrets in groups.

use std::time::Duration;

use http::{HeaderMap, HeaderValue};
use page::{App, Form};
use record::Language;
use tokio::time::Instant;
use vault::Plain;

/// The cookie of a session; it ends with the browser.
const SESSION: &str = "__Host-session";
/// The cookie of a device.
const DEVICE: &str = "__Host-device";
/// Browsers keep none longer than 400 days.
const DEVICE_SECONDS: u32 = 400 * 24 * 3600;

/// Refused answers go out on such a mark, so that their time tells nothing of what was wrong.
const MARK: Duration = Duration::from_millis(250);

/// The longest sign-in name that is looked for.
const LONGEST: usize = 120;

/// The name in a form at the door. Such a form holds secrets: it is no list of fields, whose values
/// could be shown again, and is read by hand.
pub(super) fn sign_in_name(form: &mut Form) -> Option<Plain<String>> {
    form.needed_text("name", "account-name-missing", LONGEST)
}

/// What the session's cookie holds.
pub(super) fn session_of(headers: &HeaderMap) -> Option<&str> {
    page::cookie(headers, SESSION)
}

/// What the device's cookie holds.
pub(super) fn device_of(headers: &HeaderMap) -> Option<Plain<String>> {
    page::cookie(headers, DEVICE).map(|value| Plain::new(value.to_owned()))
}

/// Gives the session's cookie.
pub(super) fn session_cookie(token: &Plain<String>) -> HeaderValue {
    page::set_cookie(SESSION, token.expose(), None)
}

/// Gives the device's cookie.
pub(super) fn device_cookie(token: &Plain<String>) -> HeaderValue {
    page::set_cookie(DEVICE, token.expose(), Some(DEVICE_SECONDS))
}

/// Takes the session's cookie away.
pub(super) fn ended_cookie() -> HeaderValue {
    page::set_cookie(SESSION, "", Some(0))
}

/// Where everybody's work begins: Today, else the account itself.
pub(super) fn landing(app: &App, language: Language) -> String {
    let today = app.table.find("today");
    let name = today.map_or("own-account", |row| row.name);
    app.table.href(name, language, None)
}

/// A path of this site, if the text is one: nobody is led elsewhere.
pub(super) fn place(text: &str) -> Option<&str> {
    let fits = text.len() <= 500
        && text.starts_with('/')
        && !text.starts_with("//")
        && text
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    fits.then_some(text)
}

/// Like [`place`], of a form's field.
pub(super) fn place_of(field: Option<&Plain<String>>) -> Option<String> {
    place(field?.expose()).map(str::to_owned)
}

/// A path as the value of a query.
pub(super) fn in_query(path: &str) -> String {
    use std::fmt::Write as _;
    path.bytes().fold(String::new(), |mut query, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'.' | b'_' | b'~') {
            query.push(char::from(byte));
        } else {
            // Writing into a text cannot fail.
            write!(query, "%{byte:02X}").unwrap_or_default();
        }
        query
    })
}

/// The fields of a form as a body carries them.
pub(super) fn as_body(fields: &[(String, Plain<String>)]) -> String {
    let pairs = fields.iter();
    let pairs =
        pairs.map(|(name, value)| format!("{}={}", in_query(name), in_query(value.expose())));
    pairs.collect::<Vec<_>>().join("&")
}

/// Whether a page is for anybody: then no session is looked at.
pub(super) fn is_for_anybody(route: &str) -> bool {
    route == "/" || route == "/about" || route.starts_with("/{language}")
}

/// Whether a form sent there is kept when the session was over: not the forms of this room.
pub(super) fn keeps_forms(route: &str) -> bool {
    let own = [
        "/sign-in",
        "/sign-out",
        "/enrol",
        "/step-up",
        "/account",
        "/demo",
    ];
    !is_for_anybody(route) && !own.iter().any(|own| route.starts_with(own))
}

/// Text in groups of four, as people copy it.
pub(super) fn grouped(text: &Plain<String>) -> Plain<String> {
    let letters: Vec<char> = text.expose().chars().collect();
    let groups: Vec<String> = letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect();
    Plain::new(groups.join(" "))
}

/// Codes in groups, in the reader's digits.
pub(super) fn shown(codes: &[Plain<String>], language: Language) -> Vec<Plain<String>> {
    let digits = |code: &Plain<String>| page::number::digits(language, grouped(code).expose());
    codes.iter().map(|code| Plain::new(digits(code))).collect()
}

/// Whether the same was typed twice.
pub(super) fn same(once: &Plain<String>, twice: &Plain<String>) -> bool {
    once.expose() == twice.expose()
}

/// A picture that an authenticator reads: squares as an SVG path.
pub(super) struct Picture {
    /// How many squares along a side, the quiet zone included.
    pub size: i32,
    /// The dark squares.
    pub path: Plain<String>,
}

/// The picture of an address.
pub(super) fn picture(address: &Plain<String>) -> Option<Picture> {
    use std::fmt::Write as _;
    const QUIET: i32 = 4;
    let level = qrcodegen::QrCodeEcc::Medium;
    let code = qrcodegen::QrCode::encode_text(address.expose(), level).ok()?;
    let mut path = String::new();
    for y in 0..code.size() {
        for x in (0..code.size()).filter(|x| code.get_module(*x, y)) {
            write!(path, "M{} {}h1v1h-1z", x + QUIET, y + QUIET).unwrap_or_default();
        }
    }
    Some(Picture {
        size: code.size() + 2 * QUIET,
        path: Plain::new(path),
    })
}

/// Waits for the next mark since the beginning of a request.
pub(super) async fn even_out(begun: Instant) {
    let passed = begun.elapsed().as_millis();
    let marks = passed / MARK.as_millis() + 1;
    let marks = u32::try_from(marks).unwrap_or(u32::MAX);
    tokio::time::sleep_until(begun + MARK.saturating_mul(marks)).await;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_led_elsewhere() {
        for path in ["/reports", "/reports/1?a=b", "/"] {
            assert_eq!(place(path), Some(path));
        }
        for path in [
            "",
            "reports",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a b",
            "/a\nb",
        ] {
            assert_eq!(place(path), None, "{path}");
        }
    }

    #[test]
    fn forms_of_this_room_are_not_kept() {
        assert!(keeps_forms("/reports/{id}/answer"));
        for route in [
            "/",
            "/{language}/1",
            "/sign-in",
            "/account/password",
            "/demo/enter",
        ] {
            assert!(!keeps_forms(route), "{route}");
        }
    }

    #[test]
    fn secrets_stand_in_groups() {
        assert_eq!(
            grouped(&Plain::new("1234567890".to_owned())).expose(),
            "1234 5678 90"
        );
        assert_eq!(in_query("/reports?a=b&c"), "/reports%3Fa%3Db%26c");
    }

    #[test]
    fn a_picture_has_its_quiet_zone() {
        let address = Plain::new("otpauth://totp/Najat:a?secret=ABC&issuer=Najat".to_owned());
        let picture = picture(&address).unwrap();
        assert!(picture.path.expose().starts_with("M4 4h1v1h-1z"));
        assert!(picture.size > 21);
    }
}
