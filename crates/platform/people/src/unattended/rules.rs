//! What somebody must be able to do for a record, so that it does not lie where nobody is.

use access::action::{
    AnswerAlarm, AnswerScreening, AnswerUnmetRight, AskHouses, CloseUnmetRight, ConfirmLowerResult,
    EndStay, ListHeld, ReadBedRequest, ReadReport, ReadScreening, ReassignCase, ReleaseHold,
    ReopenScreening, ReviewDecline, WriteCase,
};
use access::{Action, entitled};
use record::{Kind, OrgKind, Relation};

use super::Missing;

/// What is asked of the records of one kind in some states.
pub(super) struct Need {
    pub(super) kind: Kind,
    pub(super) states: &'static [&'static str],
    pub(super) missing: Missing,
    /// Whoever may do one of these is enough.
    actions: &'static [&'static str],
    /// By these relations only: who was told as a last resort answers for nothing.
    by: &'static [Relation],
}

/// The relations of whoever answers for a record.
const DESK: &[Relation] = &[
    Relation::SameOrg,
    Relation::Owner,
    Relation::Team,
    Relation::Supervising,
];

/// Everything that is asked.
pub(super) const NEEDS: &[Need] = &[
    Need {
        kind: Kind::Report,
        states: &["open"],
        missing: Missing::Reader,
        actions: &[ReadReport::NAME],
        by: DESK,
    },
    Need {
        kind: Kind::BedRequest,
        states: &["asked", "held"],
        missing: Missing::Desk,
        actions: &[ReadBedRequest::NAME, ReviewDecline::NAME],
        by: DESK,
    },
    Need {
        kind: Kind::BedRequest,
        states: &["asked", "held"],
        missing: Missing::Placing,
        actions: &[AskHouses::NAME, ReleaseHold::NAME],
        by: &[Relation::Placing],
    },
    Need {
        kind: Kind::BedRequest,
        states: &["admitted"],
        missing: Missing::Shelter,
        actions: &[EndStay::NAME],
        by: &[Relation::ReferredTo],
    },
    Need {
        kind: Kind::Clock,
        states: &["running", "missed"],
        missing: Missing::Desk,
        actions: &[AnswerAlarm::NAME],
        by: DESK,
    },
    Need {
        kind: Kind::Right,
        states: &["open", "met"],
        missing: Missing::Watching,
        actions: &[AnswerUnmetRight::NAME, CloseUnmetRight::NAME],
        by: &[Relation::Supervising, Relation::Oversight],
    },
    Need {
        kind: Kind::Held,
        states: &["open"],
        missing: Missing::Desk,
        actions: &[ListHeld::NAME],
        by: DESK,
    },
    Need {
        kind: Kind::Screening,
        states: &["open", "handed_in"],
        missing: Missing::Desk,
        actions: &[AnswerScreening::NAME, ReadScreening::NAME],
        by: DESK,
    },
    Need {
        kind: Kind::Screening,
        states: &["lower_proposed"],
        missing: Missing::Desk,
        actions: &[ConfirmLowerResult::NAME, ReopenScreening::NAME],
        by: DESK,
    },
    Need {
        kind: Kind::Case,
        states: &["open"],
        missing: Missing::Desk,
        actions: &[ReassignCase::NAME, WriteCase::NAME],
        by: DESK,
    },
];

/// The ways of a need as the statements take them.
pub(super) struct Ways {
    /// The roles of the record's own desk, as `|role|role|`.
    pub(super) own: String,
    /// Roles with the relation that they must hold, as `|role/relation|`.
    pub(super) held: String,
}

impl Need {
    pub(super) fn entitled(&self) -> Ways {
        let (mut own, mut held) = (Vec::new(), Vec::new());
        let all = self.actions.iter().flat_map(|action| entitled(action));
        for way in all.filter(|way| self.by.contains(&way.relation)) {
            if way.relation == Relation::SameOrg {
                own.push(way.role.to_string());
            } else {
                held.push(format!("{}/{}", way.role, way.relation));
            }
        }
        let listed = |words: Vec<String>| format!("|{}|", words.join("|"));
        Ways {
            own: listed(own),
            held: listed(held),
        }
    }

    pub(super) fn states(&self) -> String {
        format!("|{}|", self.states.join("|"))
    }
}

/// The bodies whose people act on no record of care, as `|kind|kind|`.
pub(super) fn forces() -> String {
    let forces = OrgKind::ALL.iter().filter(|kind| kind.is_force());
    let codes: Vec<&str> = forces.map(|kind| kind.code()).collect();
    format!("|{}|", codes.join("|"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_need_has_somebody_who_can_meet_it() {
        for need in NEEDS {
            let entitled = need.entitled();
            assert!(
                entitled.own.len() > 2 || entitled.held.len() > 2,
                "{:?} {:?}",
                need.kind,
                need.missing
            );
        }
    }

    #[test]
    fn a_report_is_read_at_its_desk_or_by_its_team() {
        let entitled = NEEDS[0].entitled();
        assert_eq!(entitled.own, "|responder|");
        assert_eq!(
            entitled.held,
            "|caseworker/team|child_officer/team|supervisor/supervising|"
        );
    }
}
