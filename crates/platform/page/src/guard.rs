//! What every request passes first and every answer carries last.
//!
//! First: the host it was sent to, no proxy nobody named, its size, where it came from. Last: the
//! headers that tell a browser what the page may do (nothing but what it uses) and what may be
//! kept of it (nothing).

use axum::extract::{FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::uri::Authority;
use axum::http::{HeaderMap, HeaderValue, Method, Uri, Version, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::app::{App, Settings};
use crate::asset::Frozen;
use crate::client::{Client, claims_a_proxy, client_of};
use crate::frame::FrameKind;
use crate::leave::Leaving;
use crate::problem::Problem;
use crate::reader::Known;
use crate::visit::language_of;

/// The longest form that is taken: each field then says by itself how much it takes.
pub const BODY_LIMIT: usize = 256 * 1024;
/// The longest body that is read, so that what is too long is given back to be made shorter.
pub const GIVEN_BACK: usize = 1024 * 1024;

/// Whether the browser has its pages opened and made smaller by its maker's server: that server
/// reads along, so the reader gets the numbers to call and a warning instead of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compressing(pub bool);

/// Whether a page of ours made a request. What did not come from here is nobody's answer to a
/// question of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Came {
    /// A page of ours made it.
    Here,
    /// A page of another site, somebody who typed the address, or nobody says.
    Unsaid,
}

impl Came {
    fn of(headers: &HeaderMap, settings: &Settings) -> Self {
        let here = match text(headers, "sec-fetch-site") {
            Some(site) => site == "same-origin",
            None => [header::ORIGIN, header::REFERER]
                .iter()
                .filter_map(|name| text(headers, name.as_str()))
                .any(|said| is_ours(said, headers, settings)),
        };
        if here { Self::Here } else { Self::Unsaid }
    }
}

/// Whether an address is one of this site.
fn is_ours(address: &str, headers: &HeaderMap, settings: &Settings) -> bool {
    let Ok(address) = address.parse::<Uri>() else {
        return false;
    };
    let (Some(scheme), Some(host)) = (address.scheme_str(), address.authority()) else {
        return false;
    };
    match &settings.public_origin {
        Some(ours) => format!("{scheme}://{host}") == ours.trim_end_matches('/'),
        None => scheme == "http" && text(headers, header::HOST.as_str()) == Some(host.as_str()),
    }
}

impl FromRequestParts<App> for Came {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        Ok(Self::of(&parts.headers, &app.settings))
    }
}

/// The outermost layer.
pub(crate) async fn guard(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let mut response = match admit(&request, &app.settings) {
        Err(problem) => {
            let language = language_of(request.uri(), request.headers(), None);
            problem.page(language, &app, None, None)
        }
        Ok(client) => {
            let compressing = Compressing(is_compressing(request.headers()));
            request.extensions_mut().insert(compressing);
            request.extensions_mut().insert(client);
            request.extensions_mut().insert(Known::default());
            next.run(request).await
        }
    };
    let kept = response.extensions_mut().remove::<Frozen>().is_some();
    let leaving = response.extensions_mut().remove::<Leaving>().is_some();
    let frame = response.extensions_mut().remove::<FrameKind>();
    // What names no frame is bare, as most problems are whatever route they came from.
    let frame = frame.unwrap_or(FrameKind::Bare);
    dress(response.headers_mut(), frame, kept, leaving);
    if app.settings.public_origin.is_some() {
        // From then on the browser asks by TLS only, whatever somebody on the way answers it.
        let year = HeaderValue::from_static("max-age=31536000");
        let name = header::STRICT_TRANSPORT_SECURITY;
        response.headers_mut().insert(name, year);
    }
    response
}

/// Where a request comes from, or why it goes no further.
fn admit(request: &Request, settings: &Settings) -> Result<Client, Problem> {
    match refuse(request, settings) {
        Some(problem) => Err(problem),
        None => client_of(request, settings).ok_or(Problem::Refused),
    }
}

/// Why a request goes no further, if it does not.
fn refuse(request: &Request, settings: &Settings) -> Option<Problem> {
    let headers = request.headers();
    if !is_our_host(request, settings) {
        return Some(Problem::Refused);
    }
    if settings.public_origin.is_none() && comes_through_a_proxy(request) {
        return Some(Problem::Refused);
    }
    let length = text(headers, header::CONTENT_LENGTH.as_str());
    if length.is_some_and(|length| {
        length
            .parse()
            .map_or(true, |length: usize| length > GIVEN_BACK)
    }) {
        return Some(Problem::TooLarge);
    }
    match *request.method() {
        Method::POST if comes_from_elsewhere(request, settings) => Some(Problem::Refused),
        Method::GET | Method::HEAD | Method::POST => None,
        // No page answers anything else.
        _ => Some(Problem::MethodNotAllowed),
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// Without a public address only this machine's own names are answered: a page of another site
/// that points its own name here gets nothing.
fn is_our_host(request: &Request, settings: &Settings) -> bool {
    let host = text(request.headers(), header::HOST.as_str())
        .and_then(|host| host.parse::<Authority>().ok())
        .or_else(|| request.uri().authority().cloned());
    let Some(host) = host else { return false };
    match &settings.public_origin {
        None => matches!(host.host(), "localhost" | "127.0.0.1" | "[::1]"),
        Some(origin) => origin.strip_prefix("https://").is_some_and(|ours| {
            host.as_str()
                .eq_ignore_ascii_case(ours.trim_end_matches('/'))
        }),
    }
}

/// Whether somebody hands on what others asked, so that what is meant for this machine alone would
/// be published. A proxy that says nothing else speaks HTTP/1.0, which browsers no longer do.
fn comes_through_a_proxy(request: &Request) -> bool {
    request.version() < Version::HTTP_11 || claims_a_proxy(request.headers())
}

/// Whether something unsafe was sent by a page of another site.
fn comes_from_elsewhere(request: &Request, settings: &Settings) -> bool {
    let headers = request.headers();
    if let Some(site) = text(headers, "sec-fetch-site") {
        return !matches!(site, "same-origin" | "none");
    }
    match text(headers, header::ORIGIN.as_str()) {
        // Older browsers hide the origin when the page asks for no referrer, as ours do. Then
        // only what carries no session is taken: nothing can be done in anybody's name.
        None | Some("null") => headers.contains_key(header::COOKIE),
        Some(origin) => {
            if let Some(ours) = &settings.public_origin {
                origin != ours.trim_end_matches('/')
            } else {
                let host = text(headers, header::HOST.as_str()).unwrap_or("");
                origin.strip_prefix("http://") != Some(host)
            }
        }
    }
}

fn is_compressing(headers: &HeaderMap) -> bool {
    // Only browsers of which it is known. `Save-Data` asks for less and changes nothing on the way,
    // and `Via` is written by our own proxy as well.
    let agent = text(headers, header::USER_AGENT.as_str()).unwrap_or("");
    let names = |start: &str| headers.keys().any(|name| name.as_str().starts_with(start));
    names("x-operamini")
        || names("x-ucbrowser")
        || ["Opera Mini", "UCBrowser", "UCWEB"]
            .iter()
            .any(|sign| agent.contains(sign))
}

/// What a public page may do: our style, font and icons, the small script of the way out, and what
/// that says to us.
const PUBLIC: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; \
    script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
/// What a staff page may do besides: fetch parts of itself, through one reviewed policy.
const STAFF: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; \
    script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default";
/// What a bare page may do: no script at all.
const BARE: &str = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; \
    require-trusted-types-for 'script'; trusted-types 'none'";

/// What no page of ours uses.
const UNUSED: &str = "accelerometer=(), autoplay=(), bluetooth=(), browsing-topics=(), camera=(), \
    clipboard-read=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), \
    identity-credentials-get=(), idle-detection=(), local-fonts=(), magnetometer=(), \
    microphone=(), midi=(), payment=(), screen-wake-lock=(), serial=(), usb=()";

fn dress(headers: &mut HeaderMap, frame: FrameKind, kept: bool, leaving: bool) {
    let policy = match frame {
        FrameKind::Public => PUBLIC,
        FrameKind::Staff => STAFF,
        FrameKind::Bare => BARE,
    };
    let keep = if kept {
        "public, max-age=31536000, immutable"
    } else {
        "no-store"
    };
    let mut set = |name: &'static str, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    set("content-security-policy", policy);
    set("cache-control", keep);
    set("cross-origin-opener-policy", "same-origin");
    set("cross-origin-resource-policy", "same-origin");
    set("cross-origin-embedder-policy", "require-corp");
    set("origin-agent-cluster", "?1");
    set("permissions-policy", UNUSED);
    // Said to this site alone: older browsers tell by it whether a form is from here.
    set("referrer-policy", "same-origin");
    set("x-content-type-options", "nosniff");
    set("x-frame-options", "DENY");
    set("x-dns-prefetch-control", "off");
    set("x-robots-tag", "noindex, noarchive");
    if leaving {
        set("clear-site-data", "\"cache\", \"cookies\", \"storage\"");
    }
    headers.remove(header::ETAG);
    headers.remove(header::LAST_MODIFIED);
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn request(method: &str, headers: &[(&str, &str)]) -> Request {
        let mut builder = Request::builder().method(method).uri("/ar/1");
        for (name, value) in headers {
            builder = builder.header(*name, *value);
        }
        builder.body(Body::empty()).unwrap()
    }

    fn here(method: &str, headers: &[(&str, &str)]) -> Option<Problem> {
        let mut all = vec![("host", "localhost:8440")];
        all.extend_from_slice(headers);
        refuse(&request(method, &all), &Settings::default())
    }

    #[test]
    fn only_this_machine_is_answered_without_a_public_address() {
        for host in ["localhost:8440", "127.0.0.1", "[::1]:8440"] {
            assert_eq!(
                refuse(&request("GET", &[("host", host)]), &Settings::default()),
                None
            );
        }
        for host in [
            "evil.example",
            "localhost.evil.example",
            "10.0.0.1:8440",
            "",
        ] {
            let answer = refuse(&request("GET", &[("host", host)]), &Settings::default());
            assert_eq!(answer, Some(Problem::Refused), "{host}");
        }
        assert_eq!(
            here("GET", &[("x-forwarded-for", "1.2.3.4")]),
            Some(Problem::Refused)
        );
        assert_eq!(
            here("GET", &[("forwarded", "for=1.2.3.4")]),
            Some(Problem::Refused)
        );
        let mut old = request("GET", &[("host", "localhost:8440")]);
        *old.version_mut() = Version::HTTP_10;
        assert_eq!(refuse(&old, &Settings::default()), Some(Problem::Refused));
    }

    #[test]
    fn with_a_public_address_only_that_one_is_answered() {
        let settings = Settings {
            public_origin: Some("https://help.example".to_owned()),
            ..Settings::default()
        };
        let ask = |host| refuse(&request("GET", &[("host", host)]), &settings);
        assert_eq!(ask("help.example"), None);
        for host in ["localhost", "help.example:8440", "www.help.example", ""] {
            assert_eq!(ask(host), Some(Problem::Refused), "{host}");
        }
        // Said by nobody who was named as a proxy.
        let forwarded = [("host", "help.example"), ("x-forwarded-for", "1.2.3.4")];
        let answer = admit(&request("GET", &forwarded), &settings);
        assert_eq!(answer, Err(Problem::Refused));
    }

    #[test]
    fn nothing_unsafe_comes_from_another_site() {
        assert_eq!(here("POST", &[("sec-fetch-site", "same-origin")]), None);
        assert_eq!(here("POST", &[("sec-fetch-site", "none")]), None);
        for site in ["cross-site", "same-site", "odd"] {
            assert_eq!(
                here("POST", &[("sec-fetch-site", site)]),
                Some(Problem::Refused)
            );
        }
        assert_eq!(here("POST", &[("origin", "http://localhost:8440")]), None);
        assert_eq!(
            here("POST", &[("origin", "http://localhost:1")]),
            Some(Problem::Refused)
        );
        assert_eq!(
            here("POST", &[("origin", "https://evil.example")]),
            Some(Problem::Refused)
        );
        // A cheap phone that says nothing may report, but nobody acts in a session that way.
        assert_eq!(here("POST", &[]), None);
        assert_eq!(here("POST", &[("origin", "null")]), None);
        assert_eq!(
            here("POST", &[("origin", "null"), ("cookie", "a=b")]),
            Some(Problem::Refused)
        );
    }

    #[test]
    fn large_bodies_are_refused_before_they_are_read() {
        assert_eq!(here("POST", &[("content-length", "1048576")]), None);
        assert_eq!(
            here("POST", &[("content-length", "1048577")]),
            Some(Problem::TooLarge)
        );
        assert_eq!(
            here("POST", &[("content-length", "many")]),
            Some(Problem::TooLarge)
        );
    }

    #[test]
    fn other_verbs_are_refused() {
        assert_eq!(here("PUT", &[]), Some(Problem::MethodNotAllowed));
        assert_eq!(here("HEAD", &[]), None);
    }

    #[test]
    fn what_came_from_here_is_known() {
        let came = |headers: &[(&str, &str)]| {
            let mut all = vec![("host", "localhost:8440")];
            all.extend_from_slice(headers);
            Came::of(request("GET", &all).headers(), &Settings::default())
        };
        let here = "http://localhost:8440";
        for said in [
            &[("sec-fetch-site", "same-origin")][..],
            &[("origin", here)],
            &[
                ("origin", "null"),
                ("referer", "http://localhost:8440/en/1"),
            ],
        ] {
            assert_eq!(came(said), Came::Here, "{said:?}");
        }
        for said in [
            &[][..],
            &[("sec-fetch-site", "none")],
            &[("sec-fetch-site", "cross-site"), ("origin", here)],
            &[("origin", "null")],
            &[("referer", "http://evil.example/?http://localhost:8440")],
            &[("referer", "http://localhost:8440.evil.example/")],
            &[("referer", "http://localhost:8440@evil.example/")],
        ] {
            assert_eq!(came(said), Came::Unsaid, "{said:?}");
        }
    }

    #[test]
    fn compressing_browsers_are_known() {
        let is = |name, value| is_compressing(request("GET", &[(name, value)]).headers());
        assert!(!is("save-data", "on"));
        assert!(!is("via", "1.1 proxy"));
        assert!(is("x-operamini-phone-ua", "Mozilla/5.0"));
        assert!(is("x-ucbrowser-ua", "dv(Phone)"));
        assert!(is(
            "user-agent",
            "Opera/9.80 (J2ME/MIDP; Opera Mini/9; U; en)"
        ));
        assert!(is("user-agent", "Mozilla/5.0 (Linux) UCBrowser/13"));
        assert!(!is("user-agent", "Mozilla/5.0 (Android 9) Chrome/120"));
    }
}
