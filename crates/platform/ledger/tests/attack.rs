//! The ledger attacked: each attack is carried out on a stored ledger, and the verdict must name it
//! where it is, with the log and without.

mod found;

use found::Found;
use ledger::{Fault, Signer, Unknown, leaf_hash, log_line};
use proptest::prelude::*;

const WITHOUT: [Unknown; 3] = [Unknown::Truncation, Unknown::Rollback, Unknown::Fork];

#[test]
fn an_untouched_ledger_holds() {
    let found = Found::of(5);
    let verdict = found.with_log();
    assert!(verdict.holds());
    assert_eq!(
        (verdict.leaves, verdict.checkpoints, verdict.logged),
        (50, 5, Some(5))
    );
    assert_eq!(verdict.unknown, [Unknown::Together]);
    let head = verdict.head.unwrap();
    assert_eq!((head.size, head.root), (50, found.tree.root()));

    let verdict = found.without_log();
    assert!(verdict.holds());
    assert_eq!(
        (verdict.logged, verdict.unknown.as_slice()),
        (None, WITHOUT.as_slice())
    );
}

#[test]
fn an_empty_ledger_holds() {
    assert!(Found::empty().with_log().holds());
    assert!(Found::empty().without_log().holds());
    let mut found = Found::empty();
    found.batch(0, "nothing");
    found.batch(3, "kept");
    assert!(found.with_log().holds());
}

#[test]
fn an_edit_names_the_leaf_where_the_hash_was_left_alone() {
    let mut found = Found::of(5);
    found.rewrite(23, false);
    found.rewrite(31, false);
    assert_eq!(found.both(), [Fault::Leaf { index: 23 }]);
}

#[test]
fn an_edit_with_its_hash_names_the_first_bad_range() {
    let mut found = Found::of(5);
    found.rewrite(23, true);
    found.rewrite(41, true);
    assert_eq!(found.both(), [Fault::Range { from: 20, to: 30 }]);
    assert_eq!(found.with_log().head.unwrap().size, 20);
}

#[test]
fn an_edit_of_the_hash_alone_names_both() {
    let mut found = Found::of(5);
    found.leaves[23].2 = [0; 32];
    assert_eq!(
        found.both(),
        [Fault::Leaf { index: 23 }, Fault::Range { from: 20, to: 30 }]
    );
}

#[test]
fn an_edit_signed_by_another_key_is_found() {
    let mut found = Found::of(2);
    let mut other = Found::empty();
    other.signer = Signer::from_seed(&[8; 32], "najat.example/ledger")
        .unwrap()
        .into();
    for _ in 0..2 {
        other.batch(10, "other");
    }
    found.leaves = other.leaves;
    found.checkpoints = other.checkpoints;
    assert_eq!(
        found.without_log().faults,
        [
            Fault::Checkpoint { position: 1 },
            Fault::Unsigned { from: 0, to: 20 }
        ]
    );
    assert_eq!(
        found.with_log().faults,
        [
            Fault::Checkpoint { position: 1 },
            Fault::Fork { from: 0, to: 10 }
        ]
    );
}

#[test]
fn a_deleted_leaf_is_named_by_its_gap() {
    let mut found = Found::of(5);
    found.leaves.remove(23);
    assert_eq!(
        found.both(),
        [Fault::Sequence {
            expected: 23,
            found: 24
        }]
    );
}

#[test]
fn a_deleted_leaf_whose_gap_was_closed_is_named_by_its_range() {
    let mut found = Found::of(5);
    found.leaves.remove(23);
    for (seq, leaf) in (0..).zip(&mut found.leaves) {
        leaf.0 = seq;
    }
    assert_eq!(
        found.both(),
        [
            Fault::Range { from: 20, to: 30 },
            Fault::Truncated {
                leaves: 49,
                signed: 50
            }
        ]
    );
}

#[test]
fn an_added_leaf_is_found() {
    let mut found = Found::of(5);
    let body = b"added".to_vec();
    let hash = leaf_hash(&body);
    found.leaves.push((50, body.clone(), hash));
    assert_eq!(found.both(), [Fault::Unsigned { from: 50, to: 51 }]);

    let mut found = Found::of(5);
    found.leaves.insert(23, (23, body, hash));
    assert_eq!(
        found.both(),
        [Fault::Sequence {
            expected: 24,
            found: 23
        }]
    );
}

#[test]
fn a_swap_is_found() {
    // Bytes alone, bytes with hashes, rows with their numbers.
    let mut found = Found::of(5);
    let (a, b) = (found.leaves[23].1.clone(), found.leaves[36].1.clone());
    (found.leaves[23].1, found.leaves[36].1) = (b, a);
    assert_eq!(found.both(), [Fault::Leaf { index: 23 }]);

    let mut found = Found::of(5);
    found.leaves.swap(23, 36);
    (found.leaves[23].0, found.leaves[36].0) = (23, 36);
    assert_eq!(found.both(), [Fault::Range { from: 20, to: 30 }]);

    let mut found = Found::of(5);
    found.leaves.swap(23, 36);
    assert_eq!(
        found.both(),
        [Fault::Sequence {
            expected: 23,
            found: 36
        }]
    );
}

#[test]
fn a_cut_off_end_is_found_unless_its_checkpoints_go_too() {
    let mut found = Found::of(5);
    found.leaves.truncate(37);
    assert_eq!(
        found.both(),
        [
            Fault::Truncated {
                leaves: 37,
                signed: 50
            },
            Fault::Unsigned { from: 30, to: 37 }
        ]
    );

    let mut found = Found::of(5);
    found.roll_back(3);
    assert_eq!(
        found.with_log().faults,
        [Fault::Truncated {
            leaves: 30,
            signed: 50
        }]
    );
    let verdict = found.without_log();
    assert!(verdict.holds());
    assert!(verdict.unknown.contains(&Unknown::Truncation));

    let mut found = Found::of(5);
    found.roll_back(0);
    assert_eq!(
        found.with_log().faults,
        [Fault::Truncated {
            leaves: 0,
            signed: 50
        }]
    );
}

#[test]
fn a_database_rolled_back_and_used_again_is_found() {
    // The program goes on after the rollback and signs a history of its own.
    let mut found = Found::of(5);
    found.roll_back(3);
    for _ in 0..4 {
        found.batch(10, "again");
    }
    assert_eq!(
        found.with_log().faults,
        [
            Fault::LogOrder { line: 6 },
            Fault::Fork { from: 30, to: 40 }
        ]
    );
    let verdict = found.without_log();
    assert!(verdict.holds());
    assert!(verdict.unknown.contains(&Unknown::Rollback));

    // Against a copy of the log from before, kept by somebody else.
    let copy = Found::of(5).log;
    assert_eq!(
        found.check(Some(&copy)).faults,
        [Fault::Fork { from: 30, to: 40 }]
    );
}

#[test]
fn a_fork_by_the_keys_owner_is_found_against_the_log_alone() {
    let mut found = Found::of(5);
    let mut forked = found.clone();
    forked.roll_back(2);
    for _ in 0..3 {
        forked.batch(10, "other");
    }
    found.leaves = forked.leaves;
    found.checkpoints = forked.checkpoints;
    assert_eq!(found.with_log().faults, [Fault::Fork { from: 20, to: 30 }]);
    let verdict = found.without_log();
    assert!(verdict.holds());
    assert!(verdict.unknown.contains(&Unknown::Fork));
}

#[test]
fn a_fork_with_other_batches_is_found_too() {
    let mut found = Found::of(5);
    let mut forked = found.clone();
    forked.roll_back(2);
    forked.batch(7, "other");
    forked.batch(23, "other");
    found.leaves = forked.leaves;
    found.checkpoints = forked.checkpoints;
    assert_eq!(found.with_log().faults, [Fault::Fork { from: 27, to: 30 }]);
}

#[test]
fn an_old_checkpoint_put_back_is_found() {
    let mut found = Found::of(5);
    let old = found.checkpoints[1].clone();
    found.checkpoints.push(old.clone());
    assert_eq!(found.both(), [Fault::CheckpointOrder { position: 6 }]);

    let mut found = Found::of(5);
    found.log.push(log_line(&old, false));
    assert_eq!(found.with_log().faults, [Fault::LogOrder { line: 6 }]);

    // In place of the last one: the leaves after it are signed by nothing stored.
    let mut found = Found::of(5);
    *found.checkpoints.last_mut().unwrap() = old;
    let order = Fault::CheckpointOrder { position: 5 };
    assert_eq!(
        found.without_log().faults,
        [order, Fault::Unsigned { from: 40, to: 50 }]
    );
    assert_eq!(
        found.with_log().faults,
        [order, Fault::CheckpointMissing { size: 50 }]
    );
}

#[test]
fn a_deleted_checkpoint_is_found_with_the_log() {
    let mut found = Found::of(5);
    found.checkpoints.remove(2);
    assert_eq!(
        found.with_log().faults,
        [Fault::CheckpointMissing { size: 30 }]
    );
    assert!(found.without_log().holds());
}

#[test]
fn another_ledgers_checkpoint_is_found() {
    let mut found = Found::of(2);
    let other = Signer::from_seed(&[7; 32], "other.example/ledger").unwrap();
    found.checkpoints.push(other.checkpoint(&found.tree));
    found
        .log
        .push(log_line(&other.checkpoint(&found.tree), false));
    assert_eq!(
        found.with_log().faults,
        [
            Fault::Checkpoint { position: 3 },
            Fault::LogLine { line: 3 }
        ]
    );
}

#[test]
fn a_damaged_line_amid_others_is_a_fault() {
    let mut found = Found::of(5);
    found.log[2].truncate(30);
    assert_eq!(found.with_log().faults, [Fault::LogLine { line: 3 }]);

    let mut found = Found::of(5);
    found.log[2] = found.log[2].replace("\t30\t", "\t31\t");
    assert_eq!(found.with_log().faults, [Fault::LogLine { line: 3 }]);
}

#[test]
fn each_kind_is_told_once_however_many_there_are() {
    let mut found = Found::of(5);
    for leaf in 0..50 {
        found.rewrite(leaf, false);
    }
    found.log.iter_mut().for_each(|line| line.insert(0, 'x'));
    assert_eq!(
        found.with_log().faults,
        [Fault::LogLine { line: 1 }, Fault::Leaf { index: 0 }]
    );
}

proptest! {
    /// Whatever single thing is done to the leaves, the verdict is never "holds", and never points
    /// behind the place where it was done.
    #[test]
    fn no_change_of_the_leaves_goes_unseen(kind in 0..6, at in 0_usize..50, to in 0_usize..50) {
        let mut found = Found::of(5);
        match kind {
            0 => found.rewrite(at, false),
            1 => found.rewrite(at, true),
            2 => { found.leaves.remove(at); }
            3 => found.leaves.truncate(at),
            4 => { let twin = found.leaves[at].clone(); found.leaves.insert(to, twin); }
            _ => { prop_assume!(at != to); found.leaves.swap(at, to); }
        }
        for verdict in [found.with_log(), found.without_log()] {
            prop_assert!(!verdict.holds());
            // A row that is there twice stands right once, wherever it was first.
            let place = match kind {
                0 => continue,
                4 => to + 1,
                5 => at.min(to),
                _ => at,
            };
            let place = u64::try_from(place).unwrap();
            prop_assert!(verdict.head.is_none_or(|head| head.size <= place));
        }
    }
}
