//! A million leaves are checked in one reading, in less than ten seconds; a twentieth of them in
//! every run, all in the long one.

use std::time::{Duration, Instant};

use ledger::{Heads, Signer, Tree, Unknown, Verifier, leaf_hash, log_line};

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "measures how long the check takes"
)]
fn a_million_leaves_take_less_than_ten_seconds() {
    let long = std::env::var_os("NAJAT_TEST_LONG").is_some();
    let leaves: u32 = if long { 1_000_000 } else { 50_000 };
    let body = |leaf: u32| [leaf.to_be_bytes().as_slice(), &[7; 90]].concat();
    let signer = Signer::from_seed(&[7; 32], "najat.example/ledger").unwrap();
    let mut tree = Tree::default();
    let mut notes = Vec::new();
    for leaf in 0..leaves {
        tree.append(leaf_hash(&body(leaf)));
        if tree.size().is_multiple_of(250) {
            notes.push(signer.checkpoint(&tree));
        }
    }

    let start = Instant::now();
    let mut heads = Heads::new(signer.public_key());
    for note in &notes {
        heads.stored(note);
    }
    for note in &notes {
        heads.logged(&log_line(note, false));
    }
    let mut verifier = Verifier::new(heads);
    for leaf in 0..leaves {
        let body = body(leaf);
        verifier.leaf(leaf.into(), &body, &leaf_hash(&body));
    }
    let verdict = verifier.verdict();
    let took = start.elapsed();

    assert!(verdict.holds());
    assert_eq!(verdict.leaves, u64::from(leaves));
    assert_eq!(verdict.unknown, [Unknown::Together]);
    assert!(took < Duration::from_secs(10), "{took:?}");
}
