//! A made-up country on the real map: ministries and courts by their kind, organisations invented.

use record::{Governorate, Jurisdiction, Language, OrgKind, governorates};

/// An organisation to be made.
pub(super) struct Body {
    /// How other bodies name it as their parent.
    pub key: String,
    /// The key of the body above it.
    pub parent: Option<String>,
    /// Its names in English, Arabic and Kurdish.
    pub names: [String; 3],
    /// What it is.
    pub kind: OrgKind,
    /// Under which law it works.
    pub jurisdiction: Option<Jurisdiction>,
    /// Where it works; everywhere, if nowhere is named.
    pub places: Vec<&'static str>,
    /// Whether it answers to no ministry.
    pub independent: bool,
}

/// Names of care organisations that do not exist.
const CARE: [[&str; 3]; 6] = [
    ["Bridge of Hope", "جسر الأمل", "پردی هیوا"],
    ["Dawn House", "بيت الفجر", "ماڵی بەرەبەیان"],
    [
        "Two Palms Association",
        "جمعية النخلتين",
        "کۆمەڵەی دوو دارخورما",
    ],
    ["Open Hand", "اليد المفتوحة", "دەستی کراوە"],
    ["Green Lantern", "الفانوس الأخضر", "فانۆسی سەوز"],
    ["River Stone", "حجر النهر", "بەردی ڕووبار"],
];

/// The national bodies: key, parent, names, kind, jurisdiction, independent.
type National = (
    &'static str,
    Option<&'static str>,
    [&'static str; 3],
    OrgKind,
    Option<Jurisdiction>,
    bool,
);

const FEDERAL: Option<Jurisdiction> = Some(Jurisdiction::Federal);
const KURDISTAN: Option<Jurisdiction> = Some(Jurisdiction::Kurdistan);

const NATIONAL: [National; 12] = [
    (
        "house",
        None,
        [
            "The house of this installation",
            "بيت هذا النظام",
            "ماڵی ئەم سیستەمە",
        ],
        OrgKind::Committee,
        None,
        false,
    ),
    (
        "committee",
        None,
        ["National committee", "اللجنة الوطنية", "لیژنەی نیشتمانی"],
        OrgKind::Committee,
        None,
        false,
    ),
    (
        "rights",
        None,
        [
            "Independent rights commission",
            "المفوضية المستقلة للحقوق",
            "کۆمیسیۆنی سەربەخۆی مافەکان",
        ],
        OrgKind::Committee,
        None,
        true,
    ),
    (
        "listeners",
        None,
        ["The Listeners", "المصغون", "گوێگران"],
        OrgKind::Aid,
        None,
        true,
    ),
    (
        "lawyers",
        None,
        ["Lawyers' Circle", "حلقة المحامين", "بازنەی پارێزەران"],
        OrgKind::Aid,
        None,
        true,
    ),
    (
        "interior-federal",
        None,
        ["Ministry of interior", "وزارة الداخلية", "وەزارەتی ناوخۆ"],
        OrgKind::Police,
        FEDERAL,
        false,
    ),
    (
        "interior-kurdistan",
        None,
        [
            "Ministry of interior of the Region",
            "وزارة داخلية الإقليم",
            "وەزارەتی ناوخۆی هەرێم",
        ],
        OrgKind::Police,
        KURDISTAN,
        false,
    ),
    (
        "labour-federal",
        None,
        [
            "Ministry of labour and social affairs",
            "وزارة العمل والشؤون الاجتماعية",
            "وەزارەتی کار و کاروباری کۆمەڵایەتی",
        ],
        OrgKind::Office,
        FEDERAL,
        false,
    ),
    (
        "labour-kurdistan",
        None,
        [
            "Ministry of labour and social affairs of the Region",
            "وزارة العمل والشؤون الاجتماعية في الإقليم",
            "وەزارەتی کار و کاروباری کۆمەڵایەتیی هەرێم",
        ],
        OrgKind::Office,
        KURDISTAN,
        false,
    ),
    (
        "justice-federal",
        None,
        ["Judicial council", "مجلس القضاء", "ئەنجوومەنی دادوەری"],
        OrgKind::Court,
        FEDERAL,
        false,
    ),
    (
        "justice-kurdistan",
        None,
        [
            "Judicial council of the Region",
            "مجلس قضاء الإقليم",
            "ئەنجوومەنی دادوەریی هەرێم",
        ],
        OrgKind::Court,
        KURDISTAN,
        false,
    ),
    (
        "camps",
        None,
        [
            "Camp administration",
            "إدارة المخيمات",
            "بەڕێوەبەرایەتیی کەمپەکان",
        ],
        OrgKind::Camp,
        None,
        false,
    ),
];

fn owned(names: [&str; 3]) -> [String; 3] {
    names.map(str::to_owned)
}

fn at(names: [&str; 3], place: &Governorate) -> [String; 3] {
    let [en, ar, ckb] = names;
    [
        format!("{en}, {}", place.name(Language::En)),
        format!("{ar}، {}", place.name(Language::Ar)),
        format!("{ckb}، {}", place.name(Language::Ckb)),
    ]
}

/// Every body of the country, parents before children.
pub(super) fn bodies() -> Vec<Body> {
    let mut bodies: Vec<Body> = NATIONAL
        .into_iter()
        .map(
            |(key, parent, names, kind, jurisdiction, independent)| Body {
                key: key.to_owned(),
                parent: parent.map(str::to_owned),
                names: owned(names),
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
    for house in HOUSES {
        if (house.is_in)(turn, &place.code) {
            bodies.push(body(house.key, house.parent, house.names, OrgKind::Shelter));
        }
    }
    bodies
}

/// An organisation that runs houses.
struct Houses {
    key: &'static str,
    parent: Option<&'static str>,
    names: [&'static str; 3],
    is_in: fn(usize, &str) -> bool,
}

/// Governorates where every role and every kind of house is found, but for the gaps.
pub(super) const WHOLE: [&str; 3] = ["IQG02", "IQG08", "IQG11"];

/// Who runs houses where. The gaps are meant: men have a place in two cities only, children under
/// 13 in two, and every fourth governorate has no house at all.
const HOUSES: [Houses; 5] = [
    Houses {
        key: "haven",
        parent: None,
        names: ["Haven", "المأوى الدافئ", "پەناگە"],
        is_in: |turn, code| WHOLE.contains(&code) || !turn.is_multiple_of(4),
    },
    Houses {
        key: "home",
        parent: Some("labour"),
        names: ["State home", "دار الدولة", "ماڵی دەوڵەت"],
        is_in: |turn, code| WHOLE.contains(&code) || turn % 4 == 1,
    },
    Houses {
        key: "youth",
        parent: None,
        names: ["Olive Tree", "شجرة الزيتون", "داری زەیتوون"],
        is_in: |_, code| WHOLE.contains(&code),
    },
    Houses {
        key: "nest",
        parent: None,
        names: ["The Nest", "العش", "هێلانە"],
        is_in: |_, code| code != "IQG02" && WHOLE.contains(&code),
    },
    Houses {
        key: "men",
        parent: None,
        names: ["Strong Wall", "السور المتين", "دیواری پتەو"],
        is_in: |_, code| code != "IQG02" && WHOLE.contains(&code),
    },
];

/// The order in which a governorate's reports are read: keys of bodies.
pub(super) fn readers(place: &Governorate) -> Vec<String> {
    ["care", "second", "labour"]
        .iter()
        .map(|key| format!("{key}-{}", place.code))
        .collect()
}

/// The independent reader of the whole country.
pub(super) const LAST_READER: &str = "listeners";

/// Who answers the made-up numbers.
pub(super) const LINE: [&str; 3] = ["Help line", "خط المساعدة", "هێڵی یارمەتی"];

/// What numbers are for, in three languages.
pub(super) const DUTY: [&str; 3] = [
    "Help, day and night",
    "مساعدة ليلًا ونهارًا",
    "یارمەتی، شەو و ڕۆژ",
];

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
            assert!(body.names.iter().all(|name| !name.is_empty()));
            assert!(seen.insert(body.key));
        }
        for place in governorates() {
            assert!(readers(place).iter().all(|key| seen.contains(key)));
        }
        assert!(seen.contains(LAST_READER));
    }
}
