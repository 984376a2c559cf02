//! Notes, keys, checkpoints, the log's lines and proofs: read back, refused when touched, and the
//! same for another implementation of the format.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ledger::{
    Checkpoint, Entry, LogLine, NotAName, NoteError, Proof, ProofError, PublicKey, Signer,
    Tombstone, Tree, inclusion, leaf_hash, log_line, verify_proof,
};
use record::{Id, Moment};

const ORIGIN: &str = "najat.example/ledger";

fn signer() -> Signer {
    Signer::from_seed(&[7; 32], ORIGIN).expect("it is a name")
}

fn tree(size: u8) -> Tree {
    (0..size).map(|leaf| leaf_hash(&[leaf])).collect()
}

fn tombstone() -> Tombstone {
    Tombstone {
        record: Id::from_bytes([9; 16]),
        at: Moment::from_micros(1_700_000_000_000_000),
    }
}

/// Whether another implementation finds a signature of this key on the note.
fn others_verify(note: &str, key: &PublicKey) -> bool {
    let verifier = signed_note::StandardVerifier::new(&key.to_string()).expect("it is a key");
    let known = signed_note::VerifierList::new(vec![Box::new(verifier)]);
    signed_note::Note::from_bytes(note.as_bytes()).is_ok_and(|note| note.verify(&known).is_ok())
}

#[test]
fn a_checkpoint_comes_back_and_others_can_check_it() {
    let signer = signer();
    let note = signer.checkpoint(&tree(5));
    let checkpoint = signer.public_key().checkpoint(&note).unwrap();
    let root = tree(5).root();
    assert_eq!(
        checkpoint,
        Checkpoint {
            origin: ORIGIN.into(),
            size: 5,
            root
        }
    );
    assert!(others_verify(&note, signer.public_key()));
}

#[test]
fn another_implementations_signature_is_accepted() {
    let signer = signer();
    let theirs = signed_note::StandardSigner::new(&format!(
        "PRIVATE+KEY+{ORIGIN}+{}+{}",
        signer.public_key().to_string().split('+').nth(1).unwrap(),
        "AQcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH",
    ))
    .unwrap();
    let ours = signer.checkpoint(&tree(5));
    let text = ours.split_inclusive('\n').take(3).collect::<String>();
    let mut note = signed_note::Note::new(text.as_bytes(), &[]).unwrap();
    note.add_sigs(&[&theirs]).unwrap();
    assert_eq!(String::from_utf8(note.to_bytes()).unwrap(), ours);
}

#[test]
fn a_witness_may_add_its_signature() {
    let witness = Signer::from_seed(&[8; 32], "witness.example").unwrap();
    let note = signer().checkpoint(&tree(5));
    let seen = witness.checkpoint(&tree(1));
    let both = format!("{note}{}", seen.rsplit_once("\n\n").unwrap().1);
    assert!(signer().public_key().checkpoint(&both).is_ok());
    // The witness did not sign this text, and its name on it does not count.
    assert_eq!(
        witness.public_key().checkpoint(&both),
        Err(NoteError::Forged)
    );
}

#[test]
fn every_touched_character_of_a_note_is_refused() {
    let signer = signer();
    let note = signer.checkpoint(&tree(5));
    for (at, character) in note.char_indices() {
        let (before, after) = (&note[..at], &note[at + character.len_utf8()..]);
        for touched in [format!("{before}{after}"), format!("{before}~{after}")] {
            assert!(
                signer.public_key().checkpoint(&touched).is_err(),
                "{touched:?}"
            );
        }
        assert!(signer.public_key().checkpoint(before).is_err());
    }
}

#[test]
fn another_key_or_another_name_is_refused() {
    let note = signer().checkpoint(&tree(5));
    for other in [
        Signer::from_seed(&[8; 32], ORIGIN).unwrap(),
        Signer::from_seed(&[7; 32], "other.example/ledger").unwrap(),
    ] {
        assert_eq!(
            other.public_key().checkpoint(&note),
            Err(NoteError::OtherKey)
        );
    }
}

#[test]
fn a_tombstone_is_no_checkpoint_and_a_checkpoint_no_tombstone() {
    let signer = signer();
    let (stone, head) = (signer.tombstone(&tombstone()), signer.checkpoint(&tree(5)));
    let key = signer.public_key();
    assert!(key.tombstone(&stone) == Ok(tombstone()));
    assert!(others_verify(&stone, key));
    assert_eq!(key.checkpoint(&stone).err(), Some(NoteError::OtherKind));
    assert_eq!(key.tombstone(&head).err(), Some(NoteError::OtherKind));
}

#[test]
fn a_key_is_one_line() {
    let line = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    let key: PublicKey = format!("{line}\n").parse().unwrap();
    assert_eq!(key.to_string(), line);
    assert_eq!(key.origin(), "PeterNeumann");
    // The example of the format's specification, with a text that is no checkpoint of ours.
    let note = "If you think cryptography is the answer to your problem,\n\
                then you don't know what your problem is.\n\n\
                — PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";
    assert_eq!(key.checkpoint(note), Err(NoteError::OtherKind));
    assert_eq!(
        key.checkpoint(&note.replace("don't", "do")),
        Err(NoteError::Forged)
    );

    for refused in [
        "",
        "PeterNeumann",
        "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "Peter Neumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+AhpcQcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
        "PeterNeumann+c74f20a3+ARpc",
    ] {
        assert_eq!(
            refused.parse::<PublicKey>(),
            Err(NoteError::Key),
            "{refused}"
        );
    }
    // A key of small order, under which a signature fits any text.
    let weak = [[1, 1].as_slice(), &[0; 31]].concat();
    let id = signed_note::key_id("weak", &weak);
    let line = format!("weak+{id:08x}+{}", STANDARD.encode(weak));
    assert!(
        signed_note::StandardVerifier::new(&line).is_ok(),
        "only its weakness is wrong"
    );
    assert_eq!(line.parse::<PublicKey>(), Err(NoteError::Key));
    for name in ["", "a b", "a+b", "a\nb", "a\u{a0}b"] {
        assert_eq!(Signer::from_seed(&[7; 32], name).err(), Some(NotAName));
    }
}

#[test]
fn a_line_of_the_log_comes_back_with_its_mark() {
    let signer = signer();
    let key = signer.public_key();
    let note = signer.checkpoint(&tree(5));
    for mark in [false, true] {
        let line = log_line(&note, mark);
        assert!(!line.contains('\n'));
        let LogLine::Checkpoint {
            checkpoint,
            recovered,
        } = LogLine::read(&line, key).unwrap()
        else {
            panic!("a checkpoint was written");
        };
        assert_eq!(
            (checkpoint, recovered),
            (key.checkpoint(&note).unwrap(), mark)
        );
    }
    let stone = log_line(&signer.tombstone(&tombstone()), false);
    assert!(LogLine::read(&stone, key) == Ok(LogLine::Tombstone(tombstone())));
}

#[test]
fn a_line_cut_off_anywhere_is_torn_and_not_forged() {
    let signer = signer();
    let line = log_line(&signer.checkpoint(&tree(5)), true);
    let whole = line.len() - "recovered".len();
    for (at, _) in line.char_indices().filter(|&(at, _)| at != whole) {
        let read = LogLine::read(&line[..at], signer.public_key());
        assert_eq!(read.err(), Some(NoteError::Malformed), "{:?}", &line[..at]);
    }
}

fn entry(shown: u32) -> Entry {
    Entry {
        at: Moment::from_micros(1),
        actor: "a1".into(),
        action: "list_reports".into(),
        purpose: "intake".into(),
        object: [3; 32],
        outcome: "done".into(),
        reason: None,
        shown,
    }
}

fn proof(index: u32, size: u32) -> Proof {
    let leaves: Vec<_> = (0..size)
        .map(|shown| leaf_hash(&entry(shown).encode()))
        .collect();
    Proof {
        index: index.into(),
        body: entry(index).encode(),
        path: inclusion(&leaves, index.into()).expect("the leaf is there"),
        checkpoint: signer().checkpoint(&leaves.iter().copied().collect()),
    }
}

#[test]
fn a_proof_is_checked_with_the_public_key_alone() {
    for size in 1..20 {
        for index in 0..size {
            let text = proof(index, size).to_string();
            assert_eq!(verify_proof(&text, signer().public_key()), Ok(entry(index)));
        }
    }
}

#[test]
fn a_proof_touched_anywhere_proves_nothing() {
    let key = signer();
    let text = proof(4, 11).to_string();
    for (at, character) in text.char_indices() {
        let (before, after) = (&text[..at], &text[at + character.len_utf8()..]);
        for touched in [format!("{before}{after}"), format!("{before}A{after}")] {
            if touched != text {
                assert!(
                    verify_proof(&touched, key.public_key()).is_err(),
                    "{touched}"
                );
            }
        }
    }
}

#[test]
fn a_proof_says_why_it_proves_nothing() {
    let (key, good) = (signer(), proof(4, 11));
    let refused = |proof: Proof| proof.verify(key.public_key()).unwrap_err();
    assert_eq!(
        refused(Proof {
            index: 5,
            ..good.clone()
        }),
        ProofError::NotIncluded
    );
    assert_eq!(
        refused(Proof {
            body: entry(5).encode(),
            ..good.clone()
        }),
        ProofError::NotIncluded
    );
    let other = Signer::from_seed(&[8; 32], ORIGIN).unwrap();
    let own = Proof {
        checkpoint: other.checkpoint(&tree(11)),
        ..good
    };
    assert_eq!(refused(own), ProofError::Checkpoint(NoteError::OtherKey));
    assert_eq!(
        verify_proof("", key.public_key()),
        Err(ProofError::Malformed)
    );
}
