//! What may be told of a governorate: pure functions over what stands in clear.

use std::collections::BTreeMap;

use people::desk::Desk;
use people::organisation::Organisation;
use record::{Duty, Id, OrgKind, governorates};

/// The governorates in which there is a shelter: that there is one, and nothing more.
pub(super) fn with_shelter(bodies: &[Organisation]) -> Vec<String> {
    let shelters = || {
        bodies
            .iter()
            .filter(|body| body.is.kind == OrgKind::Shelter && !body.ended)
    };
    governorates()
        .iter()
        .filter(|place| shelters().any(|shelter| shelter.is.governorates.contains(&place.code)))
        .map(|place| place.code.clone())
        .collect()
}

/// Bodies that may be named: all but shelters.
pub(super) fn named(bodies: &[Organisation]) -> impl Iterator<Item = &Organisation> {
    bodies
        .iter()
        .filter(|body| body.is.kind != OrgKind::Shelter && !body.ended)
}

/// Whether a body works in this governorate; under no code, whether it does in the whole country.
pub(super) fn works_in(body: &Organisation, code: Option<&str>) -> bool {
    let places = &body.is.governorates;
    match code {
        Some(code) => places.iter().any(|one| one == code),
        None => places.is_empty(),
    }
}

/// Who gives legal aid, by governorate; under no code, those who do in a whole jurisdiction.
pub(super) fn legal_aid(desks: &[Desk]) -> BTreeMap<Option<String>, Vec<Id>> {
    let mut found: BTreeMap<Option<String>, Vec<Id>> = BTreeMap::new();
    for desk in desks.iter().filter(|desk| desk.duty == Duty::LegalAid) {
        found
            .entry(desk.governorate.clone())
            .or_default()
            .extend(&desk.orgs);
    }
    found
}

#[cfg(test)]
mod tests {
    use people::organisation::{Description, Names};

    use super::*;

    #[test]
    fn of_a_shelter_only_its_governorate_is_told() {
        let body = |number: u8, kind, place: &str| Organisation {
            id: Id::from_bytes([number; 16]),
            is: Description {
                names: Names::default(),
                kind,
                jurisdiction: None,
                parent: None,
                governorates: vec![place.to_owned()],
                independent: false,
            },
            ended: false,
        };
        let bodies = [
            body(1, OrgKind::Shelter, "IQG02"),
            body(2, OrgKind::Shelter, "IQG02"),
            body(3, OrgKind::Aid, "IQG08"),
        ];
        assert_eq!(with_shelter(&bodies), ["IQG02"]);
        let named: Vec<Id> = named(&bodies).map(|body| body.id).collect();
        assert_eq!(named, [Id::from_bytes([3; 16])]);
    }
}
