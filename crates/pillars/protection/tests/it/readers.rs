//! Who reads: over random readers, parents and accusations, as pure functions.

use std::collections::BTreeSet;

use people::organisation::{Description, Names, Organisation};
use proptest::prelude::*;
use protection::reader::{Accused, Reader, first_reader, rules, shut_out};
use record::{Id, Jurisdiction, OrgKind};

pub const PLACES: [&str; 2] = ["IQG02", "IQG08"];

pub fn id(number: usize) -> Id {
    let number = u8::try_from(number + 1).expect("few bodies");
    Id::from_bytes([number; 16])
}

/// A made-up body before it has an id: its kind, the body above it, whether it is in each place.
#[derive(Clone, Debug)]
pub struct Sketch {
    pub kind: OrgKind,
    pub parent: Option<usize>,
    pub places: Vec<&'static str>,
}

/// Bodies of which each stands below an earlier one or below none.
pub fn sketches(most: usize) -> impl Strategy<Value = Vec<Sketch>> {
    let kinds = proptest::sample::select(OrgKind::ALL.to_vec());
    let one = (
        kinds,
        any::<Option<proptest::sample::Index>>(),
        any::<[bool; 2]>(),
    );
    proptest::collection::vec(one, 1..most).prop_map(|drawn| {
        let sketch = |(number, (kind, parent, there)): (usize, (_, Option<_>, [bool; 2]))| Sketch {
            kind,
            parent: parent
                .filter(|_| number > 0)
                .map(|parent: proptest::sample::Index| parent.index(number)),
            places: PLACES
                .into_iter()
                .zip(there)
                .filter_map(|(p, in_it)| in_it.then_some(p))
                .collect(),
        };
        drawn.into_iter().enumerate().map(sketch).collect()
    })
}

/// Whom a sender accuses: bodies by their number, and kinds.
pub fn accusations() -> impl Strategy<Value = (Vec<proptest::sample::Index>, Vec<OrgKind>)> {
    let kinds = proptest::sample::subsequence(OrgKind::ACCUSABLE.to_vec(), 0..=2);
    (
        proptest::collection::vec(any::<proptest::sample::Index>(), 0..3),
        kinds,
    )
}

fn bodies(sketches: &[Sketch]) -> Vec<Organisation> {
    let body = |(number, sketch): (usize, &Sketch)| Organisation {
        id: id(number),
        is: Description {
            names: Names::default(),
            kind: sketch.kind,
            jurisdiction: None,
            parent: sketch.parent.map(id),
            governorates: sketch
                .places
                .iter()
                .map(|place| (*place).to_owned())
                .collect(),
            independent: number % 2 == 0,
        },
        ended: false,
    };
    sketches.iter().enumerate().map(body).collect()
}

/// Whether one body stands above another, by climbing.
fn is_above(sketches: &[Sketch], above: usize, below: usize) -> bool {
    let mut at = below;
    while let Some(parent) = sketches[at].parent {
        if parent == above {
            return true;
        }
        at = parent;
    }
    false
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn the_reader_is_the_first_who_is_not_shut_out(
        sketches in sketches(14),
        (named, kinds) in accusations(),
        rows in proptest::collection::vec(
            (any::<proptest::sample::Index>(), any::<Option<bool>>(), 0_i64..5), 0..10),
        unknown_place: bool,
        with_police: bool,
    ) {
        let bodies = bodies(&sketches);
        let place = (!unknown_place).then_some(PLACES[0]);
        let mut accused: Vec<Accused> =
            named.iter().map(|index| Accused::Named(id(index.index(bodies.len())))).collect();
        accused.extend(kinds.iter().map(|kind| Accused::SomeOf(*kind)));
        let out = shut_out(&bodies, &accused, place);

        // Every body accused is shut out, with all above and all below, and nobody else.
        let direct: BTreeSet<usize> = (0..bodies.len())
            .filter(|number| {
                let sketch = &sketches[*number];
                let there = place.is_none_or(|p| sketch.places.is_empty() || sketch.places.contains(&p));
                accused.iter().any(|accused| match accused {
                    Accused::Named(one) => *one == id(*number),
                    Accused::SomeOf(kind) => there && sketch.kind == *kind,
                })
            })
            .collect();
        for number in 0..bodies.len() {
            let touched = direct.iter().any(|one| {
                *one == number || is_above(&sketches, *one, number) || is_above(&sketches, number, *one)
            });
            prop_assert_eq!(out.contains(&id(number)), touched, "body {}", number);
        }

        let readers: Vec<Reader> = rows
            .iter()
            .map(|(index, there, position)| {
                let number = index.index(bodies.len());
                Reader {
                    governorate: there.map(|first| PLACES[usize::from(!first)].to_owned()),
                    jurisdiction: Jurisdiction::Federal,
                    org: id(number),
                    org_kind: sketches[number].kind,
                    position: *position,
                    independent: number % 2 == 0,
                }
            })
            .collect();
        let reader = first_reader(&readers, &out, place, Some(Jurisdiction::Federal));
        let open = |reader: &&Reader| !out.contains(&reader.org) && !reader.org_kind.is_force();
        let here = |r: &&Reader| place.is_some() && r.governorate.as_deref() == place;
        let national = |r: &&Reader| r.governorate.is_none() && r.independent;
        let first = readers.iter().filter(open).filter(here).map(|r| r.position).min();
        let then = readers.iter().filter(open).filter(national).map(|r| r.position).min();
        match reader {
            // There is always a reader while one is left.
            None => prop_assert_eq!((first, then), (None, None)),
            Some(reader) => {
                prop_assert!(open(&reader));
                if let Some(first) = first {
                    prop_assert!(here(&reader));
                    prop_assert_eq!(reader.position, first);
                } else {
                    prop_assert!(national(&reader));
                    prop_assert_eq!(Some(reader.position), then);
                }
            }
        }

        // A copy goes to police only, and never past an accusation of any police.
        let police = with_police.then(|| rules::police_for(&bodies, &accused, &out, place)).flatten();
        if let Some(police) = police {
            prop_assert!(!out.contains(&police));
            prop_assert!(bodies.iter().any(|b| b.id == police && b.is.kind == OrgKind::Police));
            prop_assert!(!kinds.contains(&OrgKind::Police));
            for named in &accused {
                if let Accused::Named(named) = named {
                    let kind = bodies.iter().find(|body| body.id == *named).map(|b| b.is.kind);
                    prop_assert_ne!(kind, Some(OrgKind::Police));
                }
            }
        }
    }
}
