//! What sealing promises: it comes back whole, in its own place only, and not at all once touched.

use proptest::prelude::*;
use vault::{DataKey, OpenError, Place, Plain, Sealed};

const PLACE: Place<'_> = Place {
    table: "report",
    row: "5b1c",
    column: "story",
};

fn seal(key: &DataKey, text: &str) -> Sealed<String> {
    key.seal(&PLACE, &Plain::new(text.to_owned()))
}

proptest! {
    #[test]
    fn text_comes_back(text in any::<String>()) {
        let key = DataKey::generate();
        let sealed = Sealed::<String>::from_stored(seal(&key, &text).into_stored());
        let opened = key.open(&PLACE, &sealed).unwrap();
        prop_assert_eq!(opened.expose(), &text);
    }

    #[test]
    fn bytes_come_back(bytes in any::<Vec<u8>>()) {
        let key = DataKey::generate();
        let sealed = key.seal(&PLACE, &Plain::new(bytes.clone()));
        let opened = key.open(&PLACE, &sealed).unwrap();
        prop_assert_eq!(opened.expose(), &bytes);
    }

    #[test]
    fn another_place_does_not_open(table: String, row: String, column: String) {
        let here = Place { table: &table, row: &row, column: &column };
        prop_assume!(here != PLACE);
        let key = DataKey::generate();
        let sealed = seal(&key, "Zahra");
        prop_assert_eq!(key.open(&here, &sealed).err(), Some(OpenError::Refused));
    }

    #[test]
    fn whatever_lies_in_a_column_is_refused_in_peace(bytes: Vec<u8>) {
        let opened = DataKey::generate().open(&PLACE, &Sealed::<String>::from_stored(bytes));
        prop_assert!(opened.is_err());
    }
}

#[test]
fn each_part_of_the_place_counts_alone() {
    let key = DataKey::generate();
    let sealed = seal(&key, "Zahra");
    for moved in [
        Place {
            table: "person",
            ..PLACE
        },
        Place {
            row: "77aa",
            ..PLACE
        },
        Place {
            column: "phone",
            ..PLACE
        },
        // The same letters, cut elsewhere.
        Place {
            table: "report5",
            row: "b1c",
            column: "story",
        },
        Place {
            table: "report",
            row: "5b1cs",
            column: "tory",
        },
    ] {
        assert_eq!(
            key.open(&moved, &sealed).err(),
            Some(OpenError::Refused),
            "{moved:?}"
        );
    }
    assert!(key.open(&PLACE, &sealed).is_ok());
}

#[test]
fn every_flipped_bit_and_every_cut_fails() {
    let key = DataKey::generate();
    let whole = seal(&key, "Zahra, +999 770 000 0000").into_stored();
    for byte in 0..whole.len() {
        for bit in 0..8 {
            let mut touched = whole.clone();
            touched[byte] ^= 1 << bit;
            assert!(
                key.open::<String>(&PLACE, &Sealed::from_stored(touched))
                    .is_err()
            );
        }
        let cut = Sealed::<String>::from_stored(whole[..byte].to_vec());
        assert!(key.open(&PLACE, &cut).is_err(), "cut to {byte} bytes");
    }
    let longer = [whole.as_slice(), &[0]].concat();
    assert!(
        key.open::<String>(&PLACE, &Sealed::from_stored(longer))
            .is_err()
    );
}

#[test]
fn another_key_does_not_open() {
    let key = DataKey::generate();
    let sealed = seal(&key, "Zahra");
    assert_eq!(
        DataKey::generate().open(&PLACE, &sealed).err(),
        Some(OpenError::Refused)
    );
    assert_eq!(
        key.renewed().open(&PLACE, &sealed).err(),
        Some(OpenError::OtherVersion(1))
    );
}

#[test]
fn the_same_text_is_never_sealed_twice_alike() {
    let key = DataKey::generate();
    assert_ne!(seal(&key, "Zahra").stored(), seal(&key, "Zahra").stored());
}

#[test]
fn bytes_that_are_no_text_are_told_apart() {
    let key = DataKey::generate();
    let bytes = key.seal(&PLACE, &Plain::new(vec![0xff_u8, 0xfe]));
    let text = Sealed::<String>::from_stored(bytes.into_stored());
    assert_eq!(key.open(&PLACE, &text).err(), Some(OpenError::NotText));
}

#[test]
fn the_text_does_not_stand_in_what_is_stored() {
    let stored = seal(&DataKey::generate(), "Zahra Zahra Zahra").into_stored();
    assert!(!stored.windows(5).any(|part| part == b"Zahra"));
}

#[test]
fn a_plain_is_wiped_when_dropped() {
    use std::cell::Cell;
    use std::rc::Rc;
    struct Spy(Rc<Cell<u32>>);
    impl zeroize::Zeroize for Spy {
        fn zeroize(&mut self) {
            self.0.set(self.0.get() + 1);
        }
    }
    let wiped = Rc::new(Cell::new(0));
    drop(Plain::new(Spy(Rc::clone(&wiped))));
    assert_eq!(wiped.get(), 1);
}

#[test]
fn blank_and_length_are_of_the_text() {
    assert!(Plain::new(String::from(" \u{2003}\n")).is_blank());
    assert!(!Plain::new(String::from(" ز ")).is_blank());
    assert_eq!(Plain::new(String::from("زهرة")).chars(), 4);
}
