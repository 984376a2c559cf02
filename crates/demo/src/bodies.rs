//! A made-up country on the real map: ministries and courts by their kind, organisations invented.

use people::organisation::Names;
use record::{Governorate, Jurisdiction, Language, OrgKind, governorates};

use crate::national::{CARE, NATIONAL};
use crate::words::names;

/// An organisation to be made.
pub struct Body {
    /// How other bodies name it as their parent.
    pub key: String,
    /// The key of the body above it.
    pub parent: Option<String>,
    /// Its names in English, Arabic and Kurdish.
    pub names: Names,
    /// What it is.
    pub kind: OrgKind,
    /// Under which law it works.
    pub jurisdiction: Option<Jurisdiction>,
    /// Where it works; everywhere, if nowhere is named.
    pub places: Vec<&'static str>,
    /// Whether it answers to no ministry.
    pub independent: bool,
}

fn at([en, ar, ckb]: [&str; 3], place: &Governorate) -> Names {
    Names {
        en: format!("{en}, {}", place.name(Language::En)),
        ar: format!("{ar}، {}", place.name(Language::Ar)),
        ckb: format!("{ckb}، {}", place.name(Language::Ckb)),
    }
}

/// Every body of the country, parents before children.
pub fn bodies() -> Vec<Body> {
    let mut bodies: Vec<Body> = NATIONAL
        .into_iter()
        .map(
            |(key, parent, said, kind, jurisdiction, independent)| Body {
                key: key.to_owned(),
                parent: parent.map(str::to_owned),
                names: names(said),
                kind,
                jurisdiction,
                places: Vec::new(),
                independent,
            },
        )
        .collect();
    for (turn, place) in governorates().iter().enumerate() {
        bodies.extend(local(turn, place));
    }
    bodies
}

fn local(turn: usize, place: &'static Governorate) -> Vec<Body> {
    let jurisdiction = place.jurisdiction;
    let body = |key: &str, parent: Option<&str>, names: [&str; 3], kind: OrgKind| Body {
        key: format!("{key}-{}", place.code),
        parent: parent.map(|parent| format!("{parent}-{jurisdiction}")),
        names: at(names, place),
        kind,
        jurisdiction: Some(jurisdiction),
        places: vec![place.code.as_str()],
        independent: false,
    };
    let care = |key, shift| body(key, None, CARE[(turn + shift) % CARE.len()], OrgKind::Aid);
    let mut bodies = vec![
        care("care", 0),
        care("second", 2),
        body(
            "labour",
            Some("labour"),
            [
                "Labour and social affairs",
                "العمل والشؤون الاجتماعية",
                "کار و کاروباری کۆمەڵایەتی",
            ],
            OrgKind::Office,
        ),
        body(
            "police",
            Some("interior"),
            ["Police", "الشرطة", "پۆلیس"],
            OrgKind::Police,
        ),
        body(
            "court",
            Some("justice"),
            ["Investigating court", "محكمة التحقيق", "دادگای لێکۆڵینەوە"],
            OrgKind::Court,
        ),
    ];
    for shelter in SHELTERS {
        if (shelter.is_in)(turn, &place.code) {
            bodies.push(body(
                shelter.key,
                shelter.parent,
                shelter.names,
                OrgKind::Shelter,
            ));
        }
    }
    bodies
}

/// An organisation that runs shelters.
struct Shelters {
    key: &'static str,
    parent: Option<&'static str>,
    names: [&'static str; 3],
    is_in: fn(usize, &str) -> bool,
}

/// Governorates where every role and every kind of shelter is found, but for the gaps.
pub(crate) const WHOLE: [&str; 3] = ["IQG02", "IQG08", "IQG11"];

/// Who runs shelters where. The gaps are meant: men have a place in two cities only, children under
/// 13 in two, and every fourth governorate has no shelter at all.
const SHELTERS: [Shelters; 5] = [
    Shelters {
        key: "haven",
        parent: None,
        names: ["Haven", "المأوى الدافئ", "پەناگە"],
        is_in: |turn, code| WHOLE.contains(&code) || !turn.is_multiple_of(4),
    },
    Shelters {
        key: "home",
        parent: Some("labour"),
        names: ["State home", "دار الدولة", "ماڵی دەوڵەت"],
        is_in: |turn, code| WHOLE.contains(&code) || turn % 4 == 1,
    },
    Shelters {
        key: "youth",
        parent: None,
        names: ["Olive Tree", "شجرة الزيتون", "داری زەیتوون"],
        is_in: |_, code| WHOLE.contains(&code),
    },
    Shelters {
        key: "nest",
        parent: None,
        names: ["The Nest", "العش", "هێلانە"],
        is_in: |_, code| code != "IQG02" && WHOLE.contains(&code),
    },
    Shelters {
        key: "men",
        parent: None,
        names: ["Strong Wall", "السور المتين", "دیواری پتەو"],
        is_in: |_, code| code != "IQG02" && WHOLE.contains(&code),
    },
];

/// The governorates by their codes; all, if none is named.
pub fn places(codes: &[&str]) -> Vec<&'static Governorate> {
    governorates()
        .iter()
        .filter(|place| codes.is_empty() || codes.contains(&place.code.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_parent_comes_before_its_children_and_no_name_is_empty() {
        let mut seen = HashSet::new();
        for body in bodies() {
            if let Some(parent) = &body.parent {
                assert!(seen.contains(parent), "{} names {parent}", body.key);
            }
            for language in Language::ALL {
                assert!(!body.names.get(*language).is_empty());
            }
            assert!(seen.insert(body.key));
        }
    }
}
