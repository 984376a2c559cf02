//! Where a request comes from: the peer, or whoever a proxy of ours says it came from.

use std::convert::Infallible;
use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts, Request};
use axum::http::request::Parts;
use axum::http::{Extensions, HeaderMap};

use crate::app::{App, Settings};

/// The header in which a proxy of ours names the client, the last one last.
const NAMED: &str = "x-forwarded-for";

/// The header in which it says how it was asked itself.
const PROTOCOL: &str = "x-forwarded-proto";

/// What only a proxy says. Without a public address none of it is taken.
const CLAIMS: &[&str] = &[
    "forwarded",
    "x-real-ip",
    "x-client-ip",
    "x-original-host",
    "true-client-ip",
    "cf-connecting-ip",
];

/// The address a request comes from, where it is known. Guesses and reports are counted by it and
/// slowed; it is never stored in clear and never logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Client(Option<IpAddr>);

impl Client {
    /// What counts as one place: an address, or the network a home is given in IPv6.
    pub fn place(self) -> Option<String> {
        Some(match self.0? {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => format!("{:x?}", address.segments().first_chunk::<4>()?),
        })
    }
}

impl FromRequestParts<App> for Client {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Self::Rejection> {
        let found = parts.extensions.get::<Self>().copied();
        Ok(found.unwrap_or_else(|| Self(peer(&parts.extensions))))
    }
}

/// What the program sees of whoever asks, for an administrator's own request. None of it is kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// Who holds the connection: a proxy, or the client itself.
    pub peer: Option<IpAddr>,
    /// The client, as far as whoever handed the request on is believed.
    pub client: Option<IpAddr>,
    /// Whether that is a peer that may say whom it speaks for.
    pub is_trusted: bool,
    /// Whether the request says that it was handed on.
    pub is_handed_on: bool,
    /// Whether whoever handed it on says how it was asked, in the open or by TLS.
    pub says_how: bool,
}

impl FromRequestParts<App> for Seen {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let Client(client) = Client::from_request_parts(parts, app).await?;
        let peer = peer(&parts.extensions);
        Ok(Self {
            is_trusted: peer.is_some_and(|peer| app.settings.trusted_proxies.contains(&peer)),
            peer,
            client,
            is_handed_on: claims_a_proxy(&parts.headers),
            says_how: parts.headers.contains_key(PROTOCOL),
        })
    }
}

fn peer(extensions: &Extensions) -> Option<IpAddr> {
    let peer = extensions.get::<ConnectInfo<SocketAddr>>()?;
    Some(peer.0.ip().to_canonical())
}

/// Whether a request says that it was handed on.
pub(crate) fn claims_a_proxy(headers: &HeaderMap) -> bool {
    headers
        .keys()
        .any(|name| CLAIMS.contains(&name.as_str()) || name.as_str().starts_with("x-forwarded-"))
}

/// Where a request comes from; nothing, where it says so without being trusted to.
pub(crate) fn client_of(request: &Request, settings: &Settings) -> Option<Client> {
    let peer = peer(request.extensions());
    if !claims_a_proxy(request.headers()) {
        return Some(Client(peer));
    }
    let trusted = |address: IpAddr| settings.trusted_proxies.contains(&address);
    let peer = peer.filter(|peer| trusted(*peer))?;
    if settings.public_origin.is_none() || came_without_tls(request.headers()) {
        return None;
    }
    // From the right: what a proxy of ours wrote stands there. The first that is none of ours is
    // the client; whatever stands further left was said by somebody else.
    let mut client = peer;
    for named in named(request.headers()).iter().rev() {
        let Some(address) = address(named) else { break };
        client = address;
        if !trusted(address) {
            break;
        }
    }
    Some(Client(Some(client)))
}

fn named(headers: &HeaderMap) -> Vec<&str> {
    headers
        .get_all(NAMED)
        .iter()
        .flat_map(|value| value.to_str().unwrap_or_default().split(','))
        .map(str::trim)
        .collect()
}

/// An address as proxies write it, with a port or without.
fn address(text: &str) -> Option<IpAddr> {
    let alone = text.trim_start_matches('[').trim_end_matches(']');
    let found = alone
        .parse::<IpAddr>()
        .or_else(|_| text.parse::<SocketAddr>().map(|address| address.ip()));
    Some(found.ok()?.to_canonical())
}

/// Whether the proxy itself says that it was asked in the open.
fn came_without_tls(headers: &HeaderMap) -> bool {
    headers
        .get_all(PROTOCOL)
        .iter()
        .any(|value| value != "https")
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn settings() -> Settings {
        Settings {
            public_origin: Some("https://help.example".to_owned()),
            trusted_proxies: vec![[127, 0, 0, 1].into(), [192, 0, 2, 9].into()],
            ..Settings::default()
        }
    }

    fn from(peer: &str, headers: &[(&str, &str)]) -> Option<Client> {
        let mut request = Request::builder().uri("/");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request.body(Body::empty()).unwrap();
        let peer: IpAddr = peer.parse().unwrap();
        let peer = ConnectInfo(SocketAddr::new(peer, 4000));
        request.extensions_mut().insert(peer);
        client_of(&request, &settings())
    }

    fn is(address: &str) -> Client {
        Client(Some(address.parse().unwrap()))
    }

    #[test]
    fn the_client_is_whom_the_nearest_proxy_of_ours_did_not_trust() {
        // peer, what the headers name, the client
        let rows = [
            ("127.0.0.1", "198.51.100.7", "198.51.100.7"),
            ("127.0.0.1", "203.0.113.1, 198.51.100.7", "198.51.100.7"),
            ("127.0.0.1", "198.51.100.7, 192.0.2.9", "198.51.100.7"),
            ("127.0.0.1", "198.51.100.7:4711", "198.51.100.7"),
            ("127.0.0.1", "[2001:db8::7]:4711", "2001:db8::7"),
            ("127.0.0.1", "[2001:db8::7]", "2001:db8::7"),
            ("::ffff:127.0.0.1", "::ffff:198.51.100.7", "198.51.100.7"),
            // What cannot be read ends the search: nothing left of it is taken.
            ("127.0.0.1", "203.0.113.1, unknown", "127.0.0.1"),
            ("127.0.0.1", "203.0.113.1, unknown, 192.0.2.9", "192.0.2.9"),
            ("127.0.0.1", "", "127.0.0.1"),
        ];
        for (peer, named, client) in rows {
            assert_eq!(
                from(peer, &[(NAMED, named)]),
                Some(is(client)),
                "{peer} {named}"
            );
        }
        let twice = [(NAMED, "203.0.113.1"), (NAMED, "198.51.100.7")];
        assert_eq!(from("127.0.0.1", &twice), Some(is("198.51.100.7")));
    }

    #[test]
    fn whoever_is_not_trusted_names_nobody() {
        for (name, value) in [
            (NAMED, "198.51.100.7"),
            ("forwarded", "for=198.51.100.7"),
            ("x-forwarded-host", "help.example"),
            ("x-real-ip", "198.51.100.7"),
        ] {
            assert_eq!(from("198.51.100.8", &[(name, value)]), None, "{name}");
        }
        assert_eq!(from("198.51.100.8", &[]), Some(is("198.51.100.8")));
    }

    #[test]
    fn a_proxy_that_was_asked_in_the_open_is_refused() {
        let said = |proto| {
            from(
                "127.0.0.1",
                &[(NAMED, "198.51.100.7"), ("x-forwarded-proto", proto)],
            )
        };
        assert_eq!(said("https"), Some(is("198.51.100.7")));
        assert_eq!(said("http"), None);
    }

    #[test]
    fn neighbours_in_one_home_count_as_one_place() {
        let place = |text: &str| Client(Some(text.parse().unwrap())).place();
        assert_eq!(place("2001:db8:1:2::1"), place("2001:db8:1:2:ffff::9"));
        assert_ne!(place("2001:db8:1:2::1"), place("2001:db8:1:3::1"));
        assert_ne!(place("192.0.2.1"), place("192.0.2.2"));
        assert_eq!(Client(None).place(), None);
    }
}
