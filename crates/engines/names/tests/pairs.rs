//! The share of made-up pairs that is found, and that anything can be typed.

use names::{Name, likeness};
use proptest::prelude::*;

/// Of all pairs of a sort: how many there are, how many agree in every part that both have, how many in two
/// at least, how many letter by letter.
#[derive(Default)]
struct Found {
    all: usize,
    whole: usize,
    two: usize,
    equal: usize,
}

fn found(is_same: bool) -> Found {
    let mut found = Found::default();
    let mut pairs = csv::Reader::from_reader(&include_bytes!("../data/linkage_pairs.csv")[..]);
    for pair in pairs.records() {
        let pair = pair.expect("a row");
        if (&pair[2] == "1") != is_same {
            continue;
        }
        let (one, other) = (Name::new(&pair[3]), Name::new(&pair[4]));
        let alike = likeness(&one, &other);
        found.all += 1;
        found.whole += usize::from(alike == one.parts().len().min(other.parts().len()));
        found.two += usize::from(alike >= 2);
        found.equal += usize::from(pair[3] == pair[4]);
    }
    found
}

#[test]
fn the_same_person_is_found_in_any_script() {
    let same = found(true);
    assert_eq!((same.all, same.equal), (220, 20));
    assert_eq!(same.two, 220, "two parts of every name agree");
    assert!(
        same.whole >= 207,
        "{} of 220 agree in every part",
        same.whole
    );
    let others = found(false);
    assert_eq!(others.all, 230);
    // Pairs that no letters tell apart, such as عامر and أمير, are among them.
    assert!(
        others.whole <= 10,
        "{} of 230 agree in every part",
        others.whole
    );
}

proptest! {
    #[test]
    fn anything_can_be_typed(written in "\\PC{0,60}") {
        let name = Name::new(&written);
        for part in name.parts() {
            prop_assert!(!part.skeletons().is_empty() && part.skeletons().len() <= 12);
            prop_assert!(part.skeletons().iter().all(|one| one.bytes().all(|b| b.is_ascii_uppercase())));
        }
        prop_assert_eq!(likeness(&name, &name), name.parts().len());
    }

    #[test]
    fn the_order_of_parts_does_not_matter(written in "[a-zا-ي]{2,8}( [a-zا-ي]{2,8}){1,3}") {
        let name = Name::new(&written);
        let other = Name::new("Osman Ali Sattar");
        prop_assert_eq!(likeness(&name, &other), likeness(&other, &name));
    }
}
