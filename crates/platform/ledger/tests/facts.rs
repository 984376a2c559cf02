//! What entries are found by, and the head that they go on from: every difference is named.

use ledger::{
    Entry, Fact, Fault, Heads, Signer, Tombstone, Tree, Unknown, Verdict, Verifier, leaf_hash,
};
use record::{Id, Moment};

fn entry(n: u64) -> Entry {
    Entry {
        at: Moment::from_micros(i64::try_from(n).unwrap_or_default()),
        actor: format!("console:who-{n}"),
        action: "ReadReport".into(),
        purpose: "intake".into(),
        object: [7; 32],
        outcome: "looked".into(),
        reason: None,
        shown: 0,
    }
}

/// Ten entries under one signature, each with what is given for it to be found by.
fn check(fact: impl Fn(u64, Fact) -> Option<Fact>, end: impl Fn(&mut Verifier, &Tree)) -> Verdict {
    let signer = Signer::from_seed(&[7; 32], "najat.example/ledger").expect("it is a name");
    let bodies: Vec<Vec<u8>> = (0..10).map(|n| entry(n).encode()).collect();
    let tree: Tree = bodies.iter().map(|body| leaf_hash(body)).collect();
    let mut heads = Heads::new(signer.public_key());
    heads.stored_under(Some(10), &signer.checkpoint(&tree));
    let mut verifier = Verifier::new(heads);
    for (seq, body) in (0..).zip(&bodies) {
        verifier.leaf(seq, body, &leaf_hash(body));
        verifier.fact(seq, body, fact(seq, Fact::of(body)).as_ref());
    }
    end(&mut verifier, &tree);
    verifier.verdict()
}

fn whole(verifier: &mut Verifier, tree: &Tree) {
    verifier.facts_end(None);
    verifier.head(10, &tree.to_bytes());
}

#[test]
fn what_follows_from_the_leaves_holds_and_names_whoever_sat_at_the_console() {
    let verdict = check(|_, fact| Some(fact), whole);
    assert!(verdict.holds(), "{:?}", verdict.faults);
    assert!(!verdict.unknown.contains(&Unknown::Facts));
    let fact = Fact::of(&entry(3).encode());
    assert_eq!((fact.actor.as_str(), fact.at.micros()), ("who-3", 3));
    assert_eq!(Fact::of(b"no entry").action, "");
}

#[test]
fn the_first_that_differs_is_named_whatever_differs() {
    let changes: [fn(&mut Fact); 5] = [
        |fact| fact.at = fact.at.plus_seconds(1),
        |fact| fact.actor = "who-9".into(),
        |fact| fact.action = "ListReports".into(),
        |fact| fact.outcome = "done".into(),
        |fact| fact.object = vec![8; 32],
    ];
    for change in changes {
        let misled = |n, mut fact| {
            if n == 4 || n == 6 {
                change(&mut fact);
            }
            Some(fact)
        };
        let verdict = check(misled, whole);
        assert_eq!(verdict.faults, [Fault::FactChanged { index: 4 }]);
    }
}

#[test]
fn the_first_that_is_missing_or_too_many_is_named() {
    let verdict = check(|n, fact| (n != 2 && n != 8).then_some(fact), whole);
    assert_eq!(verdict.faults, [Fault::FactMissing { index: 2 }]);
    let added = |verifier: &mut Verifier, tree: &Tree| {
        verifier.facts_end(Some(12));
        verifier.head(10, &tree.to_bytes());
    };
    let verdict = check(|_, fact| Some(fact), added);
    assert_eq!(verdict.faults, [Fault::FactAdded { index: 12 }]);
}

#[test]
fn another_head_is_told() {
    let other: Tree = [leaf_hash(b"another")].into_iter().collect();
    let ends: [fn(&mut Verifier, &Tree); 3] = [
        |verifier, tree| verifier.head(9, &tree.to_bytes()),
        |verifier, _| verifier.head(10, &[]),
        |verifier, _| verifier.no_head(),
    ];
    for end in ends {
        let verdict = check(|_, fact| Some(fact), end);
        assert_eq!(verdict.faults, [Fault::Head]);
    }
    let verdict = check(
        |_, fact| Some(fact),
        |verifier, _| verifier.head(1, &other.to_bytes()),
    );
    assert_eq!(verdict.faults, [Fault::Head]);
}

#[test]
fn a_checkpoint_stands_under_its_own_size_and_a_tombstone_beside_its_own_record() {
    let signer = Signer::from_seed(&[7; 32], "najat.example/ledger").expect("it is a name");
    let tree: Tree = [leaf_hash(b"one")].into_iter().collect();
    let note = signer.checkpoint(&tree);
    let of = |beside| {
        let mut heads = Heads::new(signer.public_key());
        heads.stored_under(beside, &note);
        let mut verifier = Verifier::new(heads);
        verifier.leaf(0, b"one", &leaf_hash(b"one"));
        verifier.verdict().faults
    };
    assert_eq!(of(Some(1)), []);
    for other in [None, Some(2)] {
        assert_eq!(of(other)[0], Fault::Checkpoint { position: 1 });
    }

    let stone = |id: u8| Tombstone {
        record: Id::from_bytes([id; 16]),
        at: Moment::from_micros(5),
    };
    let stone_note = signer.tombstone(&stone(1));
    let told = |beside: Option<Tombstone>, note: &str| {
        let mut heads = Heads::new(signer.public_key());
        heads.tombstone(Some(stone(1)), &stone_note);
        heads.tombstone(beside, note);
        Verifier::new(heads).verdict().faults
    };
    assert_eq!(told(Some(stone(1)), &stone_note), []);
    for (beside, note) in [
        (Some(stone(2)), stone_note.as_str()),
        (None, stone_note.as_str()),
        (Some(stone(1)), "no note"),
    ] {
        assert_eq!(told(beside, note), [Fault::Tombstone { position: 2 }]);
    }
}
