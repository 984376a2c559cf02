//! The bodies of the whole country, and what care organisations are called.

use record::{Jurisdiction, OrgKind};

/// Names of care organisations that do not exist.
pub(crate) const CARE: [[&str; 3]; 6] = [
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
pub(crate) type National = (
    &'static str,
    Option<&'static str>,
    [&'static str; 3],
    OrgKind,
    Option<Jurisdiction>,
    bool,
);

const FEDERAL: Option<Jurisdiction> = Some(Jurisdiction::Federal);
const KURDISTAN: Option<Jurisdiction> = Some(Jurisdiction::Kurdistan);

pub(crate) const NATIONAL: [National; 12] = [
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
