//! Cookies: read from a request, and given to a browser for this host alone.

use axum::http::{HeaderMap, HeaderValue, header};

/// What a cookie of this name holds.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let values = headers.get_all(header::COOKIE).iter();
    let mut pairs = values
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .find(|(given, _)| *given == name)
        .map(|(_, value)| value)
}

/// Gives a cookie for so many seconds; until the browser ends, where none are said.
pub fn set_cookie(name: &str, value: &str, seconds: Option<u32>) -> HeaderValue {
    let age = seconds.map_or_else(String::new, |seconds| format!("; Max-Age={seconds}"));
    let cookie = format!("{name}={value}; Path=/; Secure; HttpOnly; SameSite=Strict{age}");
    // Names and values of ours are no letters that a header refuses.
    let mut cookie = HeaderValue::from_str(&cookie).unwrap_or(HeaderValue::from_static(""));
    cookie.set_sensitive(true);
    cookie
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        let given = "a=b; __Host-session=token; __Host-device=device";
        headers.insert(header::COOKIE, HeaderValue::from_static(given));
        assert_eq!(cookie(&headers, "__Host-session"), Some("token"));
        assert_eq!(cookie(&headers, "__Host-device"), Some("device"));
        assert_eq!(cookie(&HeaderMap::new(), "__Host-session"), None);
    }

    #[test]
    fn cookies_are_ours_alone() {
        let until_the_end = set_cookie("__Host-session", "t", None);
        assert_eq!(
            until_the_end.to_str().unwrap(),
            "__Host-session=t; Path=/; Secure; HttpOnly; SameSite=Strict"
        );
        let gone = set_cookie("__Host-session", "", Some(0));
        assert!(gone.to_str().unwrap().ends_with("Max-Age=0"));
        assert!(gone.is_sensitive());
    }
}
