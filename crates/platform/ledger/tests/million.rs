//! A million leaves, and what each is found by, are checked in one reading, in less than ten seconds; a twentieth of them in
//! every run, all in the long one.

use std::time::{Duration, Instant};

use ledger::{Entry, Fact, Heads, Signer, Tree, Unknown, Verifier, leaf_hash, log_line};
use record::Moment;

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "measures how long the check takes"
)]
fn a_million_leaves_take_less_than_ten_seconds() {
    let long = std::env::var_os("NAJAT_TEST_LONG").is_some();
    let leaves: u32 = if long { 1_000_000 } else { 50_000 };
    let entry = |leaf: u32| Entry {
        at: Moment::from_micros(i64::from(leaf)),
        actor: "0e2f4b7c-6a51-4d0e-9f3a-2b7c6a514d0e".into(),
        action: "ReadReport".into(),
        purpose: "intake".into(),
        object: [7; 32],
        outcome: "looked".into(),
        reason: None,
        shown: 0,
    };
    let body = |leaf: u32| entry(leaf).encode();
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
        let Entry {
            at,
            actor,
            action,
            outcome,
            object,
            ..
        } = entry(leaf);
        let fact = Fact {
            at,
            actor,
            action,
            outcome,
            object: object.to_vec(),
        };
        verifier.fact(leaf.into(), &body, Some(&fact));
    }
    verifier.facts_end(None);
    verifier.head(u64::from(leaves), &tree.to_bytes());
    let verdict = verifier.verdict();
    let took = start.elapsed();

    assert!(verdict.holds());
    assert_eq!(verdict.leaves, u64::from(leaves));
    assert_eq!(verdict.unknown, [Unknown::Together]);
    assert!(took < Duration::from_secs(10), "{took:?}");
}
