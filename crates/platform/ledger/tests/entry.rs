//! An entry has one spelling, and only that spelling is an entry.

use ledger::{Entry, NotAnEntry};
use proptest::prelude::*;
use record::Moment;

fn entries() -> impl Strategy<Value = Entry> {
    let codes = (
        any::<String>(),
        any::<String>(),
        any::<String>(),
        any::<String>(),
    );
    (
        any::<i64>(),
        codes,
        any::<[u8; 32]>(),
        any::<Option<String>>(),
        any::<u32>(),
    )
        .prop_map(
            |(at, (actor, action, purpose, outcome), object, reason, shown)| Entry {
                at: Moment::from_micros(at),
                actor,
                action,
                purpose,
                object,
                outcome,
                reason,
                shown,
            },
        )
}

proptest! {
    #[test]
    fn an_entry_comes_back(entry in entries()) {
        prop_assert_eq!(Entry::decode(&entry.encode()), Ok(entry));
    }

    #[test]
    fn two_entries_never_share_bytes(a in entries(), b in entries()) {
        prop_assert_eq!(a.encode() == b.encode(), a == b);
    }

    #[test]
    fn cut_or_longer_bytes_are_refused(entry in entries(), cut in any::<prop::sample::Index>()) {
        let bytes = entry.encode();
        prop_assert_eq!(Entry::decode(&bytes[..cut.index(bytes.len())]), Err(NotAnEntry));
        prop_assert_eq!(Entry::decode(&[bytes.as_slice(), &[0]].concat()), Err(NotAnEntry));
    }

    #[test]
    fn whatever_decodes_is_spelled_as_it_encodes(bytes: Vec<u8>, entry in entries(), at: usize) {
        let mut touched = entry.encode();
        let at = at % touched.len();
        touched[at] = touched[at].wrapping_add(1);
        for bytes in [bytes, touched] {
            if let Ok(entry) = Entry::decode(&bytes) {
                prop_assert_eq!(entry.encode(), bytes);
            }
        }
    }
}

#[test]
fn the_spelling_never_changes_silently() {
    let entry = Entry {
        at: Moment::from_micros(258),
        actor: "a1".into(),
        action: "read_report".into(),
        purpose: "intake".into(),
        object: [0xcc; 32],
        outcome: "done".into(),
        reason: Some("duty".into()),
        shown: 1,
    };
    let spelled = [
        "01",
        "0000000000000102",
        "00000002 6131",
        "0000000b 726561645f7265706f7274",
        "00000006 696e74616b65",
        &"cc".repeat(32),
        "00000004 646f6e65",
        "01 00000004 64757479",
        "00000001",
    ];
    assert_eq!(
        hex::encode(entry.encode()),
        spelled.concat().replace(' ', "")
    );
}
