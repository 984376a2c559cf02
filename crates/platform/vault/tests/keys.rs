//! The tree of keys: each wrap opens under its own parent, for its own owner, and nowhere else.

use std::collections::BTreeSet;

use proptest::prelude::*;
use vault::{DataKey, Domain, NotAKey, OpenError, OrgKey, Place, Plain, RootKey, Wrapped};
use vault::{commitment, index};

const PLACE: Place<'_> = Place {
    table: "report",
    row: "5b1c",
    column: "story",
};
const DOMAINS: [Domain; 8] = [
    Domain::Case,
    Domain::Shelter,
    Domain::Evidence,
    Domain::Index,
    Domain::Backup,
    Domain::Intake,
    Domain::Log,
    Domain::Account,
];

/// Whether `b` opens what `a` sealed.
fn alike(a: &DataKey, b: &DataKey) -> bool {
    let sealed = a.seal(&PLACE, &Plain::new(String::from("Zahra")));
    b.open(&PLACE, &sealed).is_ok()
}

#[test]
fn a_root_key_survives_its_file() {
    let root = RootKey::generate();
    let again = RootKey::from_hex(&format!("{}\n", *root.to_hex())).unwrap();
    assert_eq!(*root.to_hex(), *again.to_hex());
    for text in ["", "abc", &"0".repeat(63), &"0".repeat(66), &"g".repeat(64)] {
        assert_eq!(RootKey::from_hex(text).err(), Some(NotAKey));
    }
}

#[test]
fn an_organisations_key_opens_under_its_root_name_and_version_only() {
    let (care, justice) = (RootKey::generate(), RootKey::generate());
    let org = OrgKey::generate();
    let wrapped = Wrapped::from_stored(org.wrap(&care, "legal aid", "care", 1).into_stored());

    let again = OrgKey::unwrap(&wrapped, &care, "legal aid", "care", 1).unwrap();
    let sealed = DataKey::generate().wrap(&org.domain(Domain::Case, 1), "r", "o");
    assert!(DataKey::unwrap(&sealed, &again.domain(Domain::Case, 1), "r", "o").is_ok());

    for refused in [
        OrgKey::unwrap(&wrapped, &justice, "legal aid", "care", 1),
        OrgKey::unwrap(&wrapped, &care, "police", "care", 1),
        OrgKey::unwrap(&wrapped, &care, "legal aid", "justice", 1),
        OrgKey::unwrap(&wrapped, &care, "legal aid", "care", 2),
    ] {
        assert_eq!(refused.err(), Some(OpenError::Refused));
    }
}

#[test]
fn a_records_key_opens_for_each_holder_under_its_own_domain_only() {
    let domain = OrgKey::generate().domain(Domain::Case, 1);
    let other_domain = OrgKey::generate().domain(Domain::Case, 1);
    let key = DataKey::generate();
    let wrapped = key.wrap(&domain, "5b1c", "legal aid");
    let second = key.wrap(&other_domain, "5b1c", "shelter");

    for (wrap, under, org) in [
        (&wrapped, &domain, "legal aid"),
        (&second, &other_domain, "shelter"),
    ] {
        assert!(alike(
            &key,
            &DataKey::unwrap(wrap, under, "5b1c", org).unwrap()
        ));
    }
    for refused in [
        DataKey::unwrap(&wrapped, &other_domain, "5b1c", "legal aid"),
        DataKey::unwrap(&wrapped, &domain, "77aa", "legal aid"),
        DataKey::unwrap(&wrapped, &domain, "5b1c", "shelter"),
    ] {
        assert_eq!(refused.err(), Some(OpenError::Refused));
    }
}

#[test]
fn a_wrap_keeps_the_version() {
    let domain = OrgKey::generate().domain(Domain::Case, 1);
    let third = DataKey::generate().renewed().renewed();
    let again = DataKey::unwrap(&third.wrap(&domain, "r", "o"), &domain, "r", "o").unwrap();
    assert_eq!(again.version(), 3);
    assert!(alike(&third, &again));
}

#[test]
fn every_flipped_byte_of_a_wrap_fails() {
    let domain = OrgKey::generate().domain(Domain::Case, 1);
    let whole = DataKey::generate().wrap(&domain, "r", "o").into_stored();
    for byte in 0..whole.len() {
        let mut touched = whole.clone();
        touched[byte] ^= 1;
        assert!(DataKey::unwrap(&Wrapped::from_stored(touched), &domain, "r", "o").is_err());
        let cut = Wrapped::from_stored(whole[..byte].to_vec());
        assert!(DataKey::unwrap(&cut, &domain, "r", "o").is_err());
    }
}

#[test]
fn tables_of_one_record_have_sub_keys_of_their_own() {
    let key = DataKey::generate();
    let sealed = key.seal(&PLACE, &Plain::new(String::from("Zahra")));
    assert!(
        key.open(
            &Place {
                table: "thread",
                ..PLACE
            },
            &sealed
        )
        .is_err()
    );
}

#[test]
fn domains_and_versions_share_nothing() {
    let root = RootKey::generate();
    let org = OrgKey::generate();
    let mut seen = BTreeSet::new();
    for domain in DOMAINS {
        for version in [1, 2] {
            for key in [root.domain(domain, version), org.domain(domain, version)] {
                assert!(
                    seen.insert(index::index(&key, "phone", "1")),
                    "{domain:?} {version}"
                );
                assert!(seen.insert(*key.signing_seed()));
                assert!(seen.insert(commitment::commit(&key, "1")));
            }
        }
    }
}

#[test]
fn derivations_never_change_silently() {
    // Everything sealed, indexed and signed before depends on these bytes; they were computed
    // apart, with another implementation of HMAC and HKDF.
    let root = RootKey::from_hex(&"07".repeat(32)).unwrap();
    let key = |domain| root.domain(domain, 1);
    let print = |bytes: &[u8; 32]| hex::encode(&bytes[..8]);
    let phone = index::index(&key(Domain::Index), "phone", "999770");
    assert_eq!(print(&phone), "1de6b5db16f4d8be");
    assert_eq!(print(&key(Domain::Log).signing_seed()), "1654c617a701b774");
    assert_eq!(
        print(&commitment::commit(&key(Domain::Log), "5b1c")),
        "94c9ee936279c1ed"
    );
}

proptest! {
    #[test]
    fn an_index_is_stable_and_keeps_fields_and_keys_apart(a: String, b: String, field: String) {
        let root = RootKey::from_hex(&"07".repeat(32)).unwrap();
        let (first, second) = (root.domain(Domain::Index, 1), root.domain(Domain::Index, 1));
        let other = root.domain(Domain::Index, 2);
        let made = index::index(&first, &field, &a);
        prop_assert_eq!(made, index::index(&second, &field, &a));
        prop_assert_ne!(made, index::index(&other, &field, &a));
        prop_assert_ne!(made, index::index(&first, &format!("{field}x"), &a));
        prop_assert_eq!(made == index::index(&first, &field, &b), a == b);
    }

    #[test]
    fn a_commitment_to_a_list_keeps_order_and_cuts(objects: Vec<String>, extra: String) {
        let key = RootKey::from_hex(&"07".repeat(32)).unwrap().domain(Domain::Log, 1);
        let list: Vec<&str> = objects.iter().map(String::as_str).collect();
        let made = commitment::commit_all(&key, &list);
        prop_assert_eq!(made, commitment::commit_all(&key, &list));
        let longer: Vec<&str> = list.iter().copied().chain([extra.as_str()]).collect();
        prop_assert_ne!(made, commitment::commit_all(&key, &longer));
        let turned: Vec<&str> = list.iter().rev().copied().collect();
        prop_assert_eq!(made == commitment::commit_all(&key, &turned), list == turned);
    }
}
