//! Made-up bodies for the samples of this room's pages.

use people::account::{Proposal, WaitingReset};
use people::organisation::{Description, Names, Organisation};
use people::unattended::{Lying, Missing};
use record::{Id, Jurisdiction, Kind, Moment, OrgKind};

/// A made-up id.
pub(super) fn id(number: u8) -> Id {
    Id::from_bytes([number; 16])
}

/// A made-up reset that waits for a second person.
pub(super) fn reset(now: Moment) -> WaitingReset {
    WaitingReset {
        proposal: Proposal {
            account: id(7),
            proposer: id(6),
            until: now.plus_seconds(7200),
        },
        pseudonym: id(7),
        home: Some(id(2)),
        others: vec![id(6)],
    }
}

/// Made-up bodies, one with a long name.
pub(super) fn bodies() -> Vec<Organisation> {
    let body = |number, kind, names: [&str; 3], parent| Organisation {
        id: id(number),
        is: Description {
            names: Names::new(names),
            kind,
            jurisdiction: Some(Jurisdiction::Federal),
            parent,
            governorates: vec!["IQG02".to_owned()],
            independent: kind == OrgKind::Aid,
        },
        ended: false,
    };
    vec![
        body(
            1,
            OrgKind::Aid,
            [
                "Bridge of Hope, Basra (made up)",
                "جسر الأمل، البصرة (من الخيال)",
                "پردی هیوا، بەسرە (خەیاڵی)",
            ],
            None,
        ),
        body(
            2,
            OrgKind::Shelter,
            [
                "House of the date palms for women and children who need a quiet place (made up)",
                "دار النخيل للنساء والأطفال الذين يحتاجون إلى مكان هادئ (من الخيال)",
                "ماڵی دارخورما بۆ ئەو ژن و منداڵانەی پێویستیان بە شوێنێکی ئارامە (خەیاڵی)",
            ],
            Some(id(1)),
        ),
        body(
            3,
            OrgKind::Police,
            [
                "Basra police (made up)",
                "شرطة البصرة (من الخيال)",
                "پۆلیسی بەسرە (خەیاڵی)",
            ],
            None,
        ),
    ]
}

/// Open work that nobody can act on.
pub(super) fn lying() -> Vec<Lying> {
    let one = |number, kind, missing| Lying {
        record: id(number),
        root: id(number),
        kind,
        missing,
        org: Some(id(2)),
        since: Moment::from_micros(1_795_431_909_000_000),
    };
    vec![
        one(21, Kind::Report, Missing::Reader),
        one(22, Kind::Report, Missing::Reader),
        one(23, Kind::BedRequest, Missing::Placing),
    ]
}
