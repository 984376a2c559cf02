//! Made-up bodies and numbers for samples of pages.

use people::organisation::{Description, Names, Organisation};
use record::{Jurisdiction, OrgKind};

use super::actions::Country;
use super::{DutyNumber, Reader, Staff, YesNoUnknown};
use crate::samples::{NOW, id};

fn body(number: u8, kind: OrgKind, names: Names) -> Organisation {
    Organisation {
        id: id(number),
        is: Description {
            names,
            kind,
            jurisdiction: Some(Jurisdiction::Federal),
            parent: None,
            governorates: vec!["IQG02".to_owned()],
            independent: kind == OrgKind::Aid,
        },
        ended: false,
    }
}

/// A made-up country.
pub(crate) fn country() -> Country {
    let bodies = vec![
        body(
            1,
            OrgKind::Aid,
            Names::new([
                "Bridge of Hope, Basra",
                "جسر الأمل، البصرة",
                "پردی هیوا، بەسرە",
            ]),
        ),
        body(
            2,
            OrgKind::Police,
            Names::new([
                "Basra police directorate for everything that has a very long name",
                "مديرية شرطة محافظة البصرة لشؤون حماية الأسرة والطفل من العنف الأسري",
                "بەڕێوەبەرایەتیی پۆلیسی بەسرە بۆ پاراستنی خێزان و منداڵ",
            ]),
        ),
        body(
            3,
            OrgKind::Camp,
            Names::new(["Camp by the river", "مخيم النهر", "کەمپی ڕووبار"]),
        ),
    ];
    let reader = |governorate: Option<&str>, position| Reader {
        governorate: governorate.map(str::to_owned),
        jurisdiction: Jurisdiction::Federal,
        org: id(1),
        org_kind: OrgKind::Aid,
        position,
        independent: true,
    };
    Country {
        bodies,
        readers: vec![reader(Some("IQG02"), 0), reader(None, 0)],
        staff: vec![Staff {
            org: id(1),
            account: id(9),
            works: vec![id(1)],
        }],
    }
}

/// A made-up duty number.
pub fn number(n: u8, governorate: Option<&str>) -> DutyNumber {
    DutyNumber {
        id: id(n),
        number: format!("+999 770 000 00{n:02}"),
        governorate: governorate.map(str::to_owned),
        names: Names::new([
            "Help line (made up)",
            "خط المساعدة (من الخيال)",
            "هێڵی یارمەتی (خەیاڵی)",
        ]),
        help: Names::new([
            "A safe place, a lawyer, somebody who listens",
            "مكان آمن، محامٍ، أحد يسمعك",
            "شوێنێکی سەلامەت، پارێزەر، کەسێک گوێت لێ بگرێت",
        ]),
        hours: "24/7".to_owned(),
        languages: "ar ckb en".to_owned(),
        records_calls: YesNoUnknown::No,
        duty_to_report: YesNoUnknown::No,
        checked_on: NOW.plus_seconds(-10 * 24 * 3600),
        checked_by: "secretariat".to_owned(),
        hidden: false,
    }
}

/// Made-up duty numbers.
pub(crate) fn numbers() -> Vec<DutyNumber> {
    let number = |n: u8, governorate: Option<&str>, hours: &str, said| DutyNumber {
        hours: hours.to_owned(),
        records_calls: said,
        duty_to_report: said,
        ..number(n, governorate)
    };
    vec![
        number(1, None, "24/7", YesNoUnknown::No),
        number(2, Some("IQG02"), "08:00–14:00", YesNoUnknown::Unknown),
        number(3, Some("IQG02"), "24/7", YesNoUnknown::Yes),
    ]
}
