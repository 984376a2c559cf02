//! Events: what happened, in the field's words. Reactions and clocks are driven by them.

use crate::{Id, Kind, Moment, Root};

crate::codes! {
    /// What can happen to a record. A reaction waits for one of these; nothing else is ever said.
    EventName {
        /// Whoever watches said what they do about a missed clock.
        AlarmAnswered = "AlarmAnswered",
        /// A shelter took the person in.
        BedAdmitted = "BedAdmitted",
        /// A place was asked for.
        BedAsked = "BedAsked",
        /// The person wants no place any more.
        BedCancelled = "BedCancelled",
        /// A shelter said no.
        BedDeclined = "BedDeclined",
        /// A shelter holds a place.
        BedHeld = "BedHeld",
        /// No shelter is left to be asked.
        BedNotFound = "BedNotFound",
        /// Something that a case follows has changed: its report lies with others, somebody is shut out of
        /// it, or a consent of its person ended.
        CaseFollows = "CaseFollows",
        /// A child, or somebody who may be one, is learned of in a report of which somebody is held.
        ChildHeld = "ChildHeld",
        /// Somebody has seen the child in a safe place.
        ChildSeen = "ChildSeen",
        /// A clock ran out.
        ClockMissed = "ClockMissed",
        /// Somebody who was told of a clock is shut out of its report by now.
        ClockShutOut = "ClockShutOut",
        /// Nobody contacts the sender any more.
        ContactStopped = "ContactStopped",
        /// A supervisor looked at a reason that is not on the list.
        DeclineReviewed = "DeclineReviewed",
        /// Two people agree that the person is an adult.
        FoundAdult = "FoundAdult",
        /// One of them says so.
        FoundAdultProposed = "FoundAdultProposed",
        /// A record of somebody held was opened.
        HeldOpened = "HeldOpened",
        /// A report says that somebody is held.
        HeldReported = "HeldReported",
        /// A hold ended.
        HoldEnded = "HoldEnded",
        /// An interpreter was entered.
        InterpreterAdded = "InterpreterAdded",
        /// An interpreter is said to have worked for somebody who exploits people.
        InterpreterDoubted = "InterpreterDoubted",
        /// A role ended.
        MemberEnded = "MemberEnded",
        /// A role at another body than the account's own was proposed or confirmed.
        MembershipChanged = "MembershipChanged",
        /// A body ended.
        OrganisationEnded = "OrganisationEnded",
        /// A body stands above or below another than before.
        OrganisationParentChanged = "OrganisationParentChanged",
        /// A body was entered, or is another kind of body than before.
        OrganisationSet = "OrganisationSet",
        /// Who watches an organisation changed.
        OversightChanged = "OversightChanged",
        /// Others answer for the case of a person.
        PersonFollows = "PersonFollows",
        /// A shelter said which places are free.
        PlacesDeclared = "PlacesDeclared",
        /// A report's own reader is shut out of it: the next one takes over.
        ReaderShutOut = "ReaderShutOut",
        /// The sender wrote more.
        ReportAddedTo = "ReportAddedTo",
        /// The desk answered the sender.
        ReportAnswered = "ReportAnswered",
        /// The desk closed the report.
        ReportClosed = "ReportClosed",
        /// The sender took the report back.
        ReportDeleted = "ReportDeleted",
        /// Another person answers for the report.
        ReportReassigned = "ReportReassigned",
        /// A report was sent.
        ReportSent = "ReportSent",
        /// Nobody is left who may read the report.
        ReportWithoutReader = "ReportWithoutReader",
        /// Somebody may have to leave a request: they are shut out, or its report lies elsewhere.
        RequestShutOut = "RequestShutOut",
        /// The sender deleted the report from which a request for a place grew.
        RequestWithdrawn = "RequestWithdrawn",
        /// A right that is not met was opened.
        RightOpened = "RightOpened",
        /// Somebody who answers for a right is shut out of it by now.
        RightShutOut = "RightShutOut",
        /// Others answer for the report of a screening, or somebody is shut out of it.
        ScreeningFollows = "ScreeningFollows",
        /// A shelter was registered.
        ShelterRegistered = "ShelterRegistered",
        /// Somebody left a shelter.
        StayEnded = "StayEnded",
        /// Somebody stepped back from a report.
        SteppedBack = "SteppedBack",
    }
}

impl EventName {
    /// What is said of a record of this kind when more are shut out of the report it grew from than
    /// before. The feature of that kind looks whether one of them has a part in it.
    pub const fn shut_out(kind: Kind) -> Option<Self> {
        match kind {
            Kind::BedRequest => Some(Self::RequestShutOut),
            Kind::Case => Some(Self::CaseFollows),
            Kind::Clock => Some(Self::ClockShutOut),
            Kind::Right => Some(Self::RightShutOut),
            Kind::Screening => Some(Self::ScreeningFollows),
            _ => None,
        }
    }

    /// What is said of a record of this kind when another person of the desk answers for the report
    /// it grew from.
    pub const fn entrusted(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Screening => Some(Self::ScreeningFollows),
            _ => None,
        }
    }

    /// What is said of a record of this kind when somebody hands over all that they hold.
    pub const fn handed_over(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Case => Some(Self::CaseFollows),
            Kind::Screening => Some(Self::ScreeningFollows),
            _ => None,
        }
    }

    /// What is said of a record of this kind when the sender deletes the report it grew from.
    pub const fn withdrawn(kind: Kind) -> Option<Self> {
        match kind {
            Kind::BedRequest => Some(Self::RequestWithdrawn),
            _ => None,
        }
    }

    /// What is said of a record of this kind when others answer for a request for a place.
    pub const fn request_moved(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Right => Some(Self::RightShutOut),
            _ => None,
        }
    }

    /// What is said of a record of this kind when others answer for the report it grew from.
    pub const fn moved(kind: Kind) -> Option<Self> {
        match kind {
            Kind::BedRequest => Some(Self::RequestShutOut),
            Kind::Case => Some(Self::CaseFollows),
            _ => Self::entrusted(kind),
        }
    }
}

/// Something that happened to a record, written with the unit of work in which it happened.
/// It carries codes and ids only: an outbox holds no personal data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What happened.
    pub name: EventName,
    /// The record to which it happened.
    pub record: Id,
    /// The report from which that record grew.
    pub root: Id,
    /// The world the record belongs to.
    pub world: Root,
    /// When it happened.
    pub at: Moment,
    /// A code that says more (a governorate, a reason), never free text.
    pub code: Option<String>,
}
