//! Proof that something may be done, and the way a list is bounded.

use std::marker::PhantomData;
use std::ops::Deref;

use record::{Id, Moment, Relation};

use crate::{Action, ActionRow, Actor};

/// Refused and absent are one: whoever may not see a record cannot tell it from none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("nothing is there")]
pub struct Absent;

/// How much of the record the permit shows (`authority.csv`, column `shows`), widest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shows {
    /// Nothing of it.
    Nothing,
    /// Numbers only.
    Counts,
    /// Code, age band, governorate and hours.
    ClockLine,
    /// One address.
    Address,
    /// What the actor wrote.
    OwnEntries,
    /// What the task needs.
    Minimum,
    /// All of it.
    All,
}

impl Shows {
    /// Reads the column's word.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "none" => Self::Nothing,
            "counts" => Self::Counts,
            "clock_line" => Self::ClockLine,
            "address" => Self::Address,
            "own_entries" => Self::OwnEntries,
            "minimum" => Self::Minimum,
            "all" => Self::All,
            _ => return None,
        })
    }
}

/// Proof that this actor may do `A` on this record. Only the decision returns one.
///
/// ```
/// fn reads(permit: access::Permit<access::action::ReadReport>) -> record::Id {
///     permit.record()
/// }
/// ```
/// It cannot be made by hand:
/// ```compile_fail
/// fn reads(permit: access::Permit<access::action::ReadReport>) -> record::Id {
///     access::Permit::<access::action::ReadReport> { ..permit }.record()
/// }
/// ```
/// and a permit for one action is none for another:
/// ```compile_fail
/// fn reads(permit: access::Permit<access::action::ListReports>) -> record::Id {
///     let permit: access::Permit<access::action::ReadReport> = permit;
///     permit.record()
/// }
/// ```
#[derive(Debug)]
pub struct Permit<A> {
    pub(crate) decision: Decision,
    pub(crate) action: PhantomData<fn() -> A>,
}

// By hand, since an action need not be `Clone` for a permit to be.
impl<A> Clone for Permit<A> {
    fn clone(&self) -> Self {
        Self {
            decision: self.decision.clone(),
            action: PhantomData,
        }
    }
}

impl<A> Deref for Permit<A> {
    type Target = Decision;
    fn deref(&self) -> &Decision {
        &self.decision
    }
}

impl<A> From<Permit<A>> for Decision {
    fn from(permit: Permit<A>) -> Self {
        permit.decision
    }
}

/// A decision about another action proves nothing of this one.
impl<A: Action> TryFrom<Decision> for Permit<A> {
    type Error = Absent;
    fn try_from(decision: Decision) -> Result<Self, Absent> {
        if decision.action.name == A::NAME {
            Ok(Self {
                decision,
                action: PhantomData,
            })
        } else {
            Err(Absent)
        }
    }
}

/// What a permit proves, with the action as data: for code that is the same whatever the action.
#[derive(Clone, Debug)]
pub struct Decision {
    pub(crate) action: ActionRow,
    pub(crate) actor: Actor,
    pub(crate) record: Id,
    pub(crate) root: Id,
    pub(crate) version: i64,
    pub(crate) states: Vec<String>,
    pub(crate) shows: Shows,
    pub(crate) at: Moment,
}

impl Decision {
    /// What was permitted.
    pub fn action(&self) -> ActionRow {
        self.action
    }

    /// Who was permitted.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The record; [`Id::NONE`] where the action begins one or needs none.
    pub fn record(&self) -> Id {
        self.record
    }

    /// The report from which the record grew.
    pub fn root(&self) -> Id {
        self.root
    }

    /// The guard's version the decision was made on.
    pub fn version(&self) -> i64 {
        self.version
    }

    /// The states of the moment it was decided with; a later decision is given the same.
    pub fn states(&self) -> &[String] {
        &self.states
    }

    /// How much of the record may be shown.
    pub fn shows(&self) -> Shows {
        self.shows
    }

    /// When it was decided.
    pub fn at(&self) -> Moment {
        self.at
    }
}

/// One way in which a list may hold a record: by this relation, in this state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// What the actor must be to the record.
    pub relation: Relation,
    /// The state the record must be in; any, where none is named.
    pub state: Option<&'static str>,
}

/// How far a list of this actor reaches. SQL joins it with `guard` and `grant`.
#[derive(Debug)]
pub struct Scope<A> {
    pub(crate) permit: Permit<A>,
    pub(crate) clauses: Vec<Clause>,
}

impl<A> Clone for Scope<A> {
    fn clone(&self) -> Self {
        Self {
            permit: self.permit.clone(),
            clauses: self.clauses.clone(),
        }
    }
}

impl<A: Action> Scope<A> {
    /// Who lists.
    pub fn actor(&self) -> &Actor {
        self.permit.actor()
    }

    /// The ways a record may be on the list.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// Whether it holds every record, whatever the actor is to it.
    pub fn is_everywhere(&self) -> bool {
        let all = |clause: &Clause| clause.relation == Relation::None;
        self.clauses.iter().any(all)
    }

    /// The permit of the list as a whole, to open a unit with.
    pub fn permit(&self) -> &Permit<A> {
        &self.permit
    }
}

#[cfg(test)]
mod tests {
    use record::Kind;

    use super::*;
    use crate::action::{ReadDutyNumbers, ReadPublicPage};
    use crate::{Authority, Facts};

    #[test]
    fn a_decision_about_one_action_is_no_permit_for_another() {
        let authority = Authority::built_in().expect("the policies parse");
        let facts = Facts::nothing(Kind::None);
        let now = Moment::from_micros(0);
        let permit = authority.decide::<ReadPublicPage>(&Actor::Public, &facts, now);
        let decision = Decision::from(permit.expect("anybody reads it"));
        assert!(Permit::<ReadPublicPage>::try_from(decision.clone()).is_ok());
        let other = Permit::<ReadDutyNumbers>::try_from(decision);
        assert_eq!(other.err(), Some(Absent));
    }
}
