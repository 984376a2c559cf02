//! Signatures that are checked while the leaves are read: what holds, holds alike, and a wrong one is
//! named wherever it stands among the others.

mod found;

use found::Found;
use ledger::{Fact, Fault, Heads, Signer, Tombstone, Verdict, Verifier, log_line};
use record::{Id, Moment};

/// Checks what was found, with tombstones, in one of the two ways.
fn check(heads: Heads<'_>, found: &Found, stones: &[(Tombstone, String)]) -> Verdict {
    let mut heads = heads;
    for note in &found.checkpoints {
        heads.stored(note);
    }
    for (stone, note) in stones {
        heads.tombstone(Some(*stone), note);
    }
    heads.with_log();
    for line in &found.log {
        heads.logged(line);
    }
    let mut verifier = Verifier::new(heads);
    for (seq, body, hash) in &found.leaves {
        verifier.leaf(*seq, body, hash);
        verifier.fact(*seq, body, Some(&Fact::of(body)));
    }
    verifier.facts_end(None);
    verifier.verdict()
}

/// The verdict where signatures are checked meanwhile, and where each is checked before the next.
fn both(found: &Found, stones: &[(Tombstone, String)]) -> [Verdict; 2] {
    let key = found.signer.public_key();
    [Heads::meanwhile(key), Heads::new(key)].map(|heads| check(heads, found, stones))
}

fn stones(signer: &Signer, log: &mut Vec<String>) -> Vec<(Tombstone, String)> {
    let stones = (0..100).map(|number| {
        let (record, at) = (Id::from_bytes([number; 16]), Moment::from_micros(7));
        let stone = Tombstone { record, at };
        (stone, signer.tombstone(&stone))
    });
    let stones: Vec<_> = stones.collect();
    log.extend(stones.iter().map(|(_, note)| log_line(note, false)));
    stones
}

/// Puts another signature of the same key under a note.
fn forge(note: &str, other: &str) -> String {
    let (text, _) = note.rsplit_once("\n\n").expect("a note");
    let (_, signature) = other.rsplit_once("\n\n").expect("a note");
    format!("{text}\n\n{signature}")
}

#[test]
fn what_holds_holds_alike() {
    for batches in [0, 1, 63, 64, 65, 300] {
        let mut found = Found::of(batches);
        let stones = stones(&found.signer.clone(), &mut found.log);
        let [meanwhile, before] = both(&found, &stones);
        assert!(meanwhile.holds(), "{:?}", meanwhile.faults);
        assert_eq!(meanwhile, before);
    }
}

#[test]
fn a_wrong_signature_amid_others_is_found_and_named() {
    let whole = Found::of(300);
    for wrong in [1, 2, 63, 64, 65, 150, 299, 300] {
        let mut found = whole.clone();
        let other = found.checkpoints[if wrong == 7 { 8 } else { 7 }].clone();
        // A second one behind it: the first is named.
        for position in [wrong, (wrong + 70).min(300)] {
            let note = &mut found.checkpoints[position - 1];
            *note = forge(note, &other);
        }
        let position = wrong.try_into().unwrap();
        for verdict in both(&found, &[]) {
            assert!(
                verdict.faults.contains(&Fault::Checkpoint { position }),
                "{position}: {:?}",
                verdict.faults
            );
        }
        // Without the log, which has the right ones, nothing else is wrong where they are read meanwhile.
        found.log.clear();
        let [meanwhile, _] = both(&found, &[]);
        assert_eq!(meanwhile.faults, [Fault::Checkpoint { position }]);
    }
}

#[test]
fn a_wrong_signature_of_a_tombstone_is_found_and_named() {
    let mut found = Found::of(100);
    let mut stones = stones(&found.signer.clone(), &mut found.log);
    stones[70].1 = forge(&stones[70].1, &stones[3].1);
    for verdict in both(&found, &stones) {
        assert_eq!(verdict.faults, [Fault::Tombstone { position: 71 }]);
    }
}

#[test]
fn a_line_of_the_log_is_known_by_all_its_bytes() {
    // What stands in the database is signed; the line says the same and is not.
    let mut found = Found::of(3);
    let stones = stones(&found.signer.clone(), &mut found.log);
    found.log[50] = log_line(&forge(&stones[47].1, &stones[3].1), false);
    for verdict in both(&found, &stones) {
        assert_eq!(verdict.faults, [Fault::LogLine { line: 51 }]);
    }
}

#[test]
fn many_more_than_may_wait_are_all_checked() {
    // The queue is full long before the last: no leaf stands between them.
    let signer = Signer::from_seed(&[7; 32], "najat.example/ledger").unwrap();
    let stone = Tombstone {
        record: Id::from_bytes([1; 16]),
        at: Moment::from_micros(7),
    };
    let note = signer.tombstone(&stone);
    let mut heads = Heads::meanwhile(signer.public_key());
    for _ in 0..20_000 {
        heads.tombstone(Some(stone), &note);
    }
    heads.tombstone(
        Some(stone),
        &forge(&note, &signer.checkpoint(&ledger::Tree::default())),
    );
    let verdict = Verifier::new(heads).verdict();
    assert_eq!(verdict.faults, [Fault::Tombstone { position: 20_001 }]);
}

/// An empty ledger's checkpoint under which the key's owner put a signature with a point of order 2
/// or 8 added to it. One that checks many at once by ed25519's batch equation accepts both of them.
const ADDED: [&str; 2] = [
    "KuNIgNYAUn+XI/IWbKLJnJDFLkohkhy+xO3HcbrE+g1bPiwkCC7b7gIDBHOR51r4tO/gf6LYtDIU1l1C/vgNgXTMHwM=",
    "KuNIgA4WzJ5rrnJ5ev3VtMh0jJWPuzzwsno3dXVjVYnVQDdcu5n7OSfDdMxH2KUSBXsszGoN9K3Z++fgeL4wb6stzwc=",
];

#[test]
fn a_signature_with_a_point_of_small_order_is_refused_amid_others() {
    for added in ADDED {
        let mut found = Found::empty();
        found.batch(0, "nothing");
        let (text, _) = found.checkpoints[0].rsplit_once("\n\n").unwrap();
        let note = format!("{text}\n\n— najat.example/ledger {added}\n");
        let key = found.signer.public_key();
        assert_eq!(key.checkpoint(&note), Err(ledger::NoteError::Forged));
        found.checkpoints[0] = note;
        found.log.clear();
        for _ in 0..200 {
            found.batch(1, "kept");
        }
        for verdict in both(&found, &[]) {
            assert_eq!(verdict.faults, [Fault::Checkpoint { position: 1 }]);
        }
    }
}
