//! Secrets somebody could guess: the right one passes, nothing else does, nothing tells which.

use vault::{Domain, DomainKey, RootKey, secret_hash};

fn pepper() -> DomainKey {
    RootKey::generate().domain(Domain::Intake, 1)
}

#[test]
fn only_the_secret_with_its_pepper_passes() {
    let pepper_here = pepper();
    let stored = secret_hash::store("481516234201", &pepper_here);
    assert!(secret_hash::verify("481516234201", &stored, &pepper_here));
    for wrong in ["481516234202", "48151623420", "4815162342011", ""] {
        assert!(!secret_hash::verify(wrong, &stored, &pepper_here));
    }
    assert!(
        !secret_hash::verify("481516234201", &stored, &pepper()),
        "another pepper"
    );
}

#[test]
fn the_same_secret_is_never_stored_twice_alike_nor_in_clear() {
    let pepper = pepper();
    let (first, second) = (
        secret_hash::store("481516234201", &pepper),
        secret_hash::store("481516234201", &pepper),
    );
    assert_ne!(first, second);
    assert!(!first.contains("481516234201"));
}

#[test]
fn what_was_damaged_never_passes() {
    let pepper = pepper();
    let stored = secret_hash::store("s", &pepper);
    for damaged in [
        "",
        "najat1$$",
        "najat1$00$00",
        "plain",
        &stored[1..],
        &stored[..stored.len() - 2],
    ] {
        assert!(!secret_hash::verify("s", damaged, &pepper), "{damaged}");
    }
    let mut touched = stored.into_bytes();
    let last = touched.last_mut().unwrap();
    *last = if *last == b'0' { b'1' } else { b'0' };
    assert!(!secret_hash::verify(
        "s",
        std::str::from_utf8(&touched).unwrap(),
        &pepper
    ));
}

#[test]
fn nobody_passes_as_somebody_who_does_not_exist() {
    let pepper = pepper();
    for secret in ["", "0", "481516234201"] {
        assert!(!secret_hash::dummy(secret, &pepper));
    }
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "measures how long the work takes"
)]
fn known_and_unknown_take_the_same_work() {
    let pepper = pepper();
    let stored = secret_hash::store("481516234201", &pepper);
    let works: [&dyn Fn() -> bool; 3] = [
        &|| secret_hash::verify("x", &stored, &pepper),
        &|| secret_hash::dummy("x", &pepper),
        &|| secret_hash::verify("x", "damaged", &pepper),
    ];
    // In turns, so that a busy moment of the machine falls on all three alike.
    let mut fastest = [std::time::Duration::MAX; 3];
    for _ in 0..15 {
        for (fastest, work) in fastest.iter_mut().zip(works) {
            let start = std::time::Instant::now();
            assert!(!work());
            *fastest = (*fastest).min(start.elapsed());
        }
    }
    let [wrong, unknown, damaged] = fastest;
    for other in [unknown, damaged] {
        let (short, long) = (wrong.min(other), wrong.max(other));
        assert!(long < short * 3, "{wrong:?} against {other:?}");
    }
}

#[test]
fn same_compares_whole_texts() {
    assert!(secret_hash::same(b"abc", b"abc"));
    assert!(!secret_hash::same(b"abc", b"abd"));
    assert!(!secret_hash::same(b"abc", b"ab"));
    assert!(secret_hash::same(b"", b""));
}

#[test]
fn tokens_differ_and_are_stored_as_hashes() {
    let (a, b) = (secret_hash::token(), secret_hash::token());
    assert_ne!(a, b);
    assert_ne!(secret_hash::token_hash(&a), a);
    assert_eq!(secret_hash::token_hash(&a), secret_hash::token_hash(&a));
    assert_eq!(
        hex::encode(secret_hash::token_hash(b"abc")),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

#[test]
fn digits_are_digits_and_none_is_rare() {
    let digits = secret_hash::digits(10_000);
    assert_eq!(digits.chars(), 10_000);
    for digit in '0'..='9' {
        // Ten standard deviations each way: chance alone never fails this.
        let count = digits
            .expose()
            .chars()
            .filter(|&found| found == digit)
            .count();
        assert!((700..1300).contains(&count), "{digit}: {count}");
    }
}
