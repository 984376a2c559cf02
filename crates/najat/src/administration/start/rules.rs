//! What is missing: a pure function over what the installation has.

use std::collections::BTreeSet;

use people::desk::Desk;
use people::member::Post;
use people::organisation::Organisation;
use protection::reader::{DutyNumber, Reader};
use record::{Duty, Id, Jurisdiction, Moment, OrgKind, Role, governorates};

/// How long a number counts as checked, in seconds.
const CHECKED_FOR: i64 = 90 * 24 * 3600;

/// All that the list stands on.
pub(super) struct Has {
    pub bodies: Vec<Organisation>,
    pub posts: Vec<Post>,
    pub readers: Vec<Reader>,
    pub numbers: Vec<DutyNumber>,
    pub desks: Vec<Desk>,
    /// The bodies that have a number for people of other bodies.
    pub lines: BTreeSet<Id>,
    pub now: Moment,
}

/// Where something is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Where {
    /// In the installation as a whole.
    Everywhere,
    /// In a jurisdiction.
    In(Jurisdiction),
    /// In a governorate, by its code.
    Place(String),
    /// At an organisation.
    Body(Id),
    /// A number, by what it is.
    Number(Id),
}

/// One line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The message that says what is needed.
    pub need: &'static str,
    /// The page that mends it.
    pub page: &'static str,
    /// Where it is missing; nowhere, if it is done.
    pub missing: Vec<Where>,
}

fn line(need: &'static str, page: &'static str, missing: Vec<Where>) -> Line {
    Line {
        need,
        page,
        missing,
    }
}

/// Something that is there or is not.
fn once(need: &'static str, page: &'static str, is_there: bool) -> Line {
    let missing = if is_there {
        Vec::new()
    } else {
        vec![Where::Everywhere]
    };
    line(need, page, missing)
}

impl Has {
    fn people(&self, role: Role) -> i64 {
        let posts = self.posts.iter().filter(|post| post.role == role);
        posts.map(|post| post.people).sum()
    }

    fn works(&self, org: Id, role: Role) -> bool {
        self.posts
            .iter()
            .any(|post| post.org == org && post.role == role)
    }

    fn is_shown(&self, number: &DutyNumber) -> bool {
        !number.hidden && number.checked_on >= self.now.plus_seconds(-CHECKED_FOR)
    }

    /// Whether somebody in this role answers for a duty in a place.
    fn answers(
        &self,
        duty: Duty,
        role: Role,
        governorate: Option<&str>,
        jurisdiction: Jurisdiction,
    ) -> bool {
        self.desks
            .iter()
            .filter(|desk| desk.duty == duty)
            .filter(|desk| desk.governorate.is_none() || desk.governorate.as_deref() == governorate)
            .filter(|desk| desk.jurisdiction.is_none_or(|there| there == jurisdiction))
            .any(|desk| desk.orgs.iter().any(|org| self.works(*org, role)))
    }

    /// The jurisdictions in which nobody in this role answers for a duty.
    fn without(&self, duty: Duty, role: Role) -> Vec<Where> {
        Jurisdiction::ALL
            .iter()
            .filter(|there| {
                let named = governorates()
                    .iter()
                    .filter(|place| place.jurisdiction == **there)
                    .any(|place| self.answers(duty, role, Some(&place.code), **there));
                !named && !self.answers(duty, role, None, **there)
            })
            .map(|there| Where::In(*there))
            .collect()
    }
}

/// What is needed before a report can be read and a bed given, in the order in which it is done.
pub(super) fn lines(has: &Has) -> Vec<Line> {
    let at_desk = |org: Id| has.works(org, Role::Responder) && has.works(org, Role::Supervisor);
    let national = |there: &Jurisdiction| {
        has.readers.iter().any(|reader| {
            reader.governorate.is_none()
                && reader.independent
                && reader.jurisdiction == *there
                && at_desk(reader.org)
        })
    };
    let unread = governorates().iter().filter(|place| {
        !has.readers
            .iter()
            .any(|reader| reader.governorate.as_deref() == Some(&place.code))
    });
    let desks: BTreeSet<Id> = has.readers.iter().map(|reader| reader.org).collect();
    let shelters = has
        .bodies
        .iter()
        .filter(|body| body.is.kind == OrgKind::Shelter);
    let unplaced = governorates().iter().filter(|place| {
        !has.answers(
            Duty::Placement,
            Role::PlacementDesk,
            Some(&place.code),
            place.jurisdiction,
        )
    });
    let placing: BTreeSet<Id> = has
        .desks
        .iter()
        .filter(|desk| desk.duty == Duty::Placement)
        .flat_map(|desk| desk.orgs.iter().copied())
        .collect();
    let places = |found: Vec<&record::Governorate>| {
        let codes = found.into_iter().map(|place| place.code.clone());
        codes.map(Where::Place).collect()
    };
    let stale = has
        .numbers
        .iter()
        .filter(|number| !number.hidden && !has.is_shown(number));
    vec![
        once(
            "admin-need-administrators",
            "members",
            has.people(Role::Administrator) >= 2,
        ),
        once(
            "admin-need-data-protection",
            "members",
            has.people(Role::DataProtection) >= 2,
        ),
        line(
            "admin-need-national",
            "reader-order",
            Jurisdiction::ALL
                .iter()
                .filter(|there| !national(there))
                .map(|there| Where::In(*there))
                .collect(),
        ),
        line(
            "admin-need-readers",
            "reader-order",
            places(unread.collect()),
        ),
        line(
            "admin-need-staff",
            "members",
            desks
                .iter()
                .filter(|org| !at_desk(**org))
                .map(|org| Where::Body(*org))
                .collect(),
        ),
        once(
            "admin-need-number",
            "duty-numbers",
            has.numbers
                .iter()
                .any(|number| number.governorate.is_none() && has.is_shown(number)),
        ),
        line(
            "admin-need-checked",
            "duty-numbers",
            stale.map(|number| Where::Number(number.id)).collect(),
        ),
        line("admin-need-placement", "desks", places(unplaced.collect())),
        // It tells the way by voice: without a number nobody hears it.
        line(
            "admin-need-desk-number",
            "organisations",
            placing
                .iter()
                .filter(|org| !has.lines.contains(*org))
                .map(|org| Where::Body(*org))
                .collect(),
        ),
        once(
            "admin-need-shelter",
            "organisations",
            has.bodies
                .iter()
                .any(|body| body.is.kind == OrgKind::Shelter),
        ),
        line(
            "admin-need-manager",
            "members",
            shelters
                .filter(|shelter| !has.works(shelter.id, Role::ShelterManager))
                .map(|shelter| Where::Body(shelter.id))
                .collect(),
        ),
        line(
            "admin-need-legal-aid",
            "desks",
            has.without(Duty::LegalAid, Role::LegalAid),
        ),
        line(
            "admin-need-oversight",
            "desks",
            has.without(Duty::Oversight, Role::OversightOfficer),
        ),
        line(
            "admin-need-state-duty",
            "desks",
            has.without(Duty::StateDuty, Role::StateDuty),
        ),
        line(
            "admin-need-focal-point",
            "desks",
            has.without(Duty::FocalPoint, Role::FocalPoint),
        ),
    ]
}

#[cfg(test)]
mod tests {
    use people::organisation::{Description, Names};

    use super::*;

    fn body(number: u8, kind: OrgKind) -> Organisation {
        Organisation {
            id: Id::from_bytes([number; 16]),
            is: Description {
                names: Names::default(),
                kind,
                jurisdiction: None,
                parent: None,
                governorates: Vec::new(),
                independent: true,
            },
            ended: false,
        }
    }

    fn nothing() -> Has {
        Has {
            bodies: Vec::new(),
            posts: Vec::new(),
            readers: Vec::new(),
            numbers: Vec::new(),
            desks: Vec::new(),
            lines: BTreeSet::new(),
            now: Moment::from_micros(1_795_431_909_000_000),
        }
    }

    fn missing(has: &Has, need: &str) -> Vec<Where> {
        let found = lines(has).into_iter().find(|line| line.need == need);
        found.map(|line| line.missing).unwrap_or_default()
    }

    #[test]
    fn an_empty_shelter_lacks_what_it_needs() {
        let has = nothing();
        let open: Vec<&str> = lines(&has)
            .iter()
            .filter(|line| !line.missing.is_empty())
            .map(|line| line.need)
            .collect();
        assert_eq!(open.len(), 11, "{open:?}");
        assert_eq!(
            missing(&has, "admin-need-readers").len(),
            governorates().len()
        );
    }

    #[test]
    fn a_reader_needs_both_and_a_shelter_its_manager() {
        let mut has = nothing();
        let desk = body(1, OrgKind::Aid);
        let shelter = body(2, OrgKind::Shelter);
        let post = |org, role| Post {
            org,
            role,
            people: 1,
        };
        has.readers.push(Reader {
            governorate: None,
            jurisdiction: Jurisdiction::Federal,
            org: desk.id,
            org_kind: OrgKind::Aid,
            position: 0,
            independent: true,
        });
        has.posts.push(post(desk.id, Role::Responder));
        let (desk, manager) = (desk.id, post(shelter.id, Role::ShelterManager));
        has.bodies = vec![body(1, OrgKind::Aid), shelter];
        assert_eq!(missing(&has, "admin-need-staff"), [Where::Body(desk)]);
        assert_eq!(missing(&has, "admin-need-national").len(), 2);
        has.posts.push(post(desk, Role::Supervisor));
        assert_eq!(missing(&has, "admin-need-staff"), []);
        assert_eq!(
            missing(&has, "admin-need-national"),
            [Where::In(Jurisdiction::Kurdistan)]
        );
        assert_eq!(
            missing(&has, "admin-need-manager"),
            [Where::Body(manager.org)]
        );
        has.posts.push(manager);
        assert_eq!(missing(&has, "admin-need-manager"), []);
    }

    #[test]
    fn a_desk_counts_where_it_answers_and_somebody_sits() {
        let mut has = nothing();
        let desk = body(1, OrgKind::Office);
        has.desks.push(Desk {
            duty: Duty::Placement,
            governorate: Some("IQG02".to_owned()),
            jurisdiction: None,
            orgs: vec![desk.id],
        });
        let all = governorates().len();
        assert_eq!(missing(&has, "admin-need-placement").len(), all);
        has.posts.push(Post {
            org: desk.id,
            role: Role::PlacementDesk,
            people: 1,
        });
        assert_eq!(missing(&has, "admin-need-placement").len(), all - 1);
        let number = "admin-need-desk-number";
        assert_eq!(missing(&has, number), [Where::Body(desk.id)]);
        has.lines.insert(desk.id);
        assert_eq!(missing(&has, number), []);
    }
}
