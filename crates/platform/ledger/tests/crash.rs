//! What a kill leaves behind between the database and the log: no alarm, and the verdict says what
//! it stands on.

mod found;

use found::Found;
use ledger::{Tombstone, Unknown, log_line};
use record::{Id, Moment};

#[test]
fn a_kill_between_commit_and_log_is_no_alarm() {
    let mut found = Found::of(5);
    found.commit(10, "killed");
    let verdict = found.with_log();
    assert!(verdict.holds());
    let ahead = Unknown::AheadOfLog {
        logged: 50,
        stored: 60,
    };
    assert_eq!(verdict.unknown, [Unknown::Together, ahead]);

    found.start();
    let verdict = found.with_log();
    assert!(verdict.holds());
    assert_eq!(
        (verdict.recovered, verdict.unknown.as_slice()),
        (1, [Unknown::Together].as_slice())
    );

    found.batch(10, "after");
    assert!(found.with_log().holds());
}

#[test]
fn a_kill_before_the_first_line_is_no_alarm() {
    let mut found = Found::empty();
    found.commit(10, "killed");
    assert!(found.with_log().holds());
    found.start();
    assert!(found.with_log().holds());
}

#[test]
fn a_kill_while_a_line_is_written_is_no_alarm() {
    for cut in [1, 30, 60] {
        let mut found = Found::of(5);
        let line = found.log.pop().unwrap();
        let torn: String = line.chars().take(cut).collect();
        found.log.push(torn);
        let verdict = found.with_log();
        assert!(verdict.holds(), "{:?}", verdict.faults);
        assert!(verdict.unknown.contains(&Unknown::TornLine { line: 5 }));

        // The next start goes on below it.
        found.log.push(log_line(&found.checkpoints[4], true));
        found.batch(10, "after");
        let verdict = found.with_log();
        assert!(verdict.holds(), "{:?}", verdict.faults);
        assert_eq!(
            verdict.unknown,
            [Unknown::TornLine { line: 5 }, Unknown::Together]
        );
    }
}

#[test]
fn lines_taken_out_of_the_log_are_told() {
    let mut found = Found::of(5);
    found.log.drain(1..3);
    let verdict = found.with_log();
    assert!(verdict.holds());
    assert_eq!(
        verdict.unknown,
        [
            Unknown::Together,
            Unknown::LogGap {
                first: 20,
                count: 2
            }
        ]
    );
}

#[test]
fn tombstones_in_the_log_are_passed_over() {
    let mut found = Found::of(2);
    let stone = log_line(&tombstone(&found), false);
    found.log.insert(1, stone);
    assert!(found.with_log().holds());
}

#[test]
fn a_kill_while_a_tombstone_is_written_is_no_alarm() {
    let mut found = Found::of(2);
    let note = tombstone(&found);
    found
        .log
        .push(log_line(&note, false).chars().take(40).collect());
    found.log.push(log_line(&note, true));
    found.batch(10, "after");
    let verdict = found.with_log();
    assert!(verdict.holds(), "{:?}", verdict.faults);
    assert_eq!(
        verdict.unknown,
        [Unknown::TornLine { line: 3 }, Unknown::Together]
    );
}

fn tombstone(found: &Found) -> String {
    let (record, at) = (Id::from_bytes([9; 16]), Moment::from_micros(5));
    found.signer.tombstone(&Tombstone { record, at })
}
