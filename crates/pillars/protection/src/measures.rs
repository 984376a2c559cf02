//! What this pillar counts of its facts; whoever puts figures together shows them.

use record::{By, FactName, Measure};

const DAY: i64 = 24 * 3600;

/// The measures, in their order.
pub const MEASURES: &[Measure] = &[
    Measure {
        name: "figure-placed",
        counts: FactName::BedPlaced,
        within: Some(DAY),
        without: None,
        by: &[(By::Sex, "figure-sex"), (By::Age, "figure-age")],
    },
    Measure {
        name: "figure-refused",
        counts: FactName::BedRefused,
        within: None,
        without: None,
        by: &[(By::Code, "bed-decline")],
    },
    Measure {
        name: "figure-safe",
        counts: FactName::ChildSafe,
        within: None,
        without: None,
        by: &[(By::Age, "clock-age")],
    },
    Measure {
        name: "figure-unmet",
        counts: FactName::RightOpened,
        within: None,
        without: Some(FactName::RightMet),
        by: &[(By::Code, "right-kind")],
    },
];
