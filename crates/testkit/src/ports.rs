//! Ports for programs that are told theirs and listen on it a moment later.

use std::net::{Ipv4Addr, Ipv6Addr, TcpListener};
use std::process;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

/// Below the ports that the system gives to whoever asks for any (32768 and up on Linux): one of
/// those may be somebody's again before the program listens.
const FIRST: u32 = 10_000;
const COUNT: u32 = 22_000;
/// How many ports a test's process asks for before it reaches those of the next process.
const OWN: u32 = 16;

/// Ports of this machine that nobody listens on. Tests that run beside each other, as threads or
/// as processes, are given different ones.
pub fn free_ports<const PORTS: usize>() -> [u16; PORTS] {
    [(); PORTS].map(|()| free_port())
}

/// One port of this kind.
pub fn free_port() -> u16 {
    static NEXT: OnceLock<AtomicU32> = OnceLock::new();
    let next = NEXT.get_or_init(|| AtomicU32::new(process::id().wrapping_mul(OWN)));
    (0..COUNT)
        .map(|_| next.fetch_add(1, Ordering::Relaxed) % COUNT + FIRST)
        .filter_map(|port| u16::try_from(port).ok())
        .find(|port| is_free(*port))
        .expect("a port of this machine is free")
}

/// Whether a program can listen on a port by either version of IP. A machine without the second
/// refuses no program for it.
fn is_free(port: u16) -> bool {
    let taken = |error: std::io::Error| error.kind() == std::io::ErrorKind::AddrInUse;
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
        && !TcpListener::bind((Ipv6Addr::LOCALHOST, port)).is_err_and(taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_port_is_given_twice_or_while_somebody_listens() {
        let [first, second] = free_ports();
        assert_ne!(first, second);
        let next = u16::try_from((u32::from(second) + 1 - FIRST) % COUNT + FIRST).unwrap();
        let listening = TcpListener::bind((Ipv6Addr::LOCALHOST, next))
            .or_else(|_| TcpListener::bind((Ipv4Addr::LOCALHOST, next)));
        assert!(listening.is_err() || free_port() != next);
        assert!(first < 32_768 && second < 32_768);
    }
}
