//! What an administrator's own request shows of the proxy before the program. Nothing is asked of
//! anybody for it: no connection goes out.

use std::net::IpAddr;

use page::Seen;

use super::{Finding, Weight};

/// What is not as it should be, for an installation that others reach under an address.
pub(super) fn look(seen: &Seen, origin: &str) -> Option<Finding> {
    if !seen.is_handed_on && seen.is_trusted {
        return Some(Finding::new(
            Weight::Broken,
            "doctor-silent",
            "doctor-unnamed-why",
            "doctor-silent-do",
        ));
    }
    if !seen.is_handed_on {
        let found = Finding::new(
            Weight::ToDo,
            "doctor-direct",
            "doctor-direct-why",
            "doctor-direct-do",
        );
        return Some(found.with("origin", origin.to_owned()));
    }
    if seen.client.is_none() || seen.client == seen.peer {
        return Some(Finding::new(
            Weight::Broken,
            "doctor-unnamed",
            "doctor-unnamed-why",
            "doctor-unnamed-do",
        ));
    }
    if !seen.says_how {
        return Some(Finding::new(
            Weight::ToDo,
            "doctor-unsaid",
            "doctor-unsaid-why",
            "doctor-unsaid-do",
        ));
    }
    let inner = seen.client.filter(|client| is_inner(*client))?;
    let found = Finding::new(
        Weight::ToDo,
        "doctor-inner",
        "doctor-inner-why",
        "doctor-inner-do",
    );
    Some(found.with("address", inner.to_string()))
}

/// Whether an address is one of a network that nobody outside reaches.
fn is_inner(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => {
            address.is_private() || address.is_loopback() || address.is_link_local()
        }
        IpAddr::V6(address) => {
            address.is_loopback() || address.is_unique_local() || address.is_unicast_link_local()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_request_shows_what_its_proxy_leaves_out() {
        const PROXY: &str = "127.0.0.1";
        // client, handed on, says how, what is found
        let rows = [
            (PROXY, false, false, Some("doctor-silent")),
            ("10.1.2.3", false, false, Some("doctor-direct")),
            (PROXY, true, true, Some("doctor-unnamed")),
            (PROXY, true, false, Some("doctor-unnamed")),
            ("198.51.100.7", true, false, Some("doctor-unsaid")),
            ("10.1.2.3", true, true, Some("doctor-inner")),
            ("192.168.1.20", true, true, Some("doctor-inner")),
            ("fd00::7", true, true, Some("doctor-inner")),
            ("::1", true, true, Some("doctor-inner")),
            ("198.51.100.7", true, true, None),
            ("2001:db8::7", true, true, None),
        ];
        for (client, is_handed_on, says_how, what) in rows {
            let client = client.parse().ok();
            let proxy = PROXY.parse().ok();
            let peer = if is_handed_on { proxy } else { client };
            let seen = Seen {
                is_trusted: peer == proxy,
                peer,
                client,
                is_handed_on,
                says_how,
            };
            let found = look(&seen, "https://help.example");
            assert_eq!(found.map(|found| found.key()), what, "{seen:?}");
        }
    }
}
