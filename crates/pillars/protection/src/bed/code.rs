//! The code lists of a request, an ask, a decline, a hold and a stay.

record::codes! {
    /// How a request stands.
    State said "bed-state" {
        /// Houses are asked.
        Asked = "asked",
        /// A house holds a place.
        Held = "held",
        /// The person lives in a house.
        Admitted = "admitted",
        /// The stay is over.
        Ended = "ended",
        /// The person did not want a place any more.
        Cancelled = "cancelled",
    }
}

impl State {
    /// Nobody has a place by it, and nobody waits for one.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Ended | Self::Cancelled)
    }
}

record::codes! {
    /// How one house's part in a request stands.
    AskState {
        /// It has not answered.
        Asked = "asked",
        /// It holds a place.
        Held = "held",
        /// It declined.
        Declined = "declined",
        /// Another house was first, or nobody needs a place any more.
        NotNeeded = "not_needed",
        /// Somebody there must not meet this person.
        NotHere = "not_here",
        /// Its hold ended.
        Released = "released",
        /// The person lives there.
        Admitted = "admitted",
        /// The person lived there.
        Left = "left",
    }
}

impl AskState {
    /// Whether the house still has a part in it.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Asked | Self::Held | Self::Admitted)
    }
}

record::codes! {
    /// Why a house declines (`protection-standards.md` 4).
    Decline said "bed-decline" {
        /// No place is free.
        Full = "full",
        /// Too far to come.
        Distance = "distance",
        /// This person would not be safe here.
        SecurityOfThisPerson = "security_of_this_person",
        /// Needs treatment that the house cannot give.
        ClinicalNeedBeyondMeans = "clinical_need_beyond_means",
        /// Something else: a named person reviews it within the hour.
        Other = "other",
        /// Sex.
        Sex = "sex",
        /// Age.
        Age = "age",
        /// Nationality.
        Nationality = "nationality",
        /// Papers.
        Papers = "papers",
        /// Residence.
        Residence = "residence",
        /// A judge's letter.
        CourtOrder = "court_order",
        /// Cooperation with the police or a court.
        Cooperation = "cooperation",
        /// A complaint.
        Complaint = "complaint",
        /// A guardian's or husband's leave.
        GuardianLeave = "guardian_leave",
        /// Marriage.
        Marriage = "marriage",
        /// A test for pregnancy or HIV.
        PregnancyOrHiv = "pregnancy_or_hiv",
    }
}

impl Decline {
    /// Whether a house may decline for it. All others are a right not yet met, charged to the
    /// body that set the condition.
    pub const fn is_lawful(self) -> bool {
        matches!(
            self,
            Self::Full
                | Self::Distance
                | Self::SecurityOfThisPerson
                | Self::ClinicalNeedBeyondMeans
                | Self::Other
        )
    }
}

record::codes! {
    /// Why a hold goes on.
    Renewal said "bed-renew" {
        /// The person is on the way.
        OnTheWay = "on_the_way",
        /// Nobody can bring them yet.
        Transport = "transport",
        /// The way is not safe now.
        NotSafeNow = "not_safe_now",
        /// The judge has not decided yet.
        Judge = "judge",
        /// The person is being treated first.
        Treatment = "treatment",
    }
}

record::codes! {
    /// Why a hold ended.
    HoldEnd said "bed-because" {
        /// Its time ran out.
        Expired = "expired",
        /// The desk ended it.
        Desk = "desk",
        /// Another house admitted the person.
        Elsewhere = "elsewhere",
        /// The person did not want a place any more.
        Cancelled = "cancelled",
        /// The house or the desk is shut out of the report by now.
        ShutOut = "shut_out",
    }
}

record::codes! {
    /// How a stay ended.
    Exit said "bed-end-exit" {
        OwnHome = "own_home",
        Family = "family",
        OtherHouse = "other_house",
        Hospital = "hospital",
        OwnCountry = "own_country",
        /// Went away and did not say where.
        Left = "left",
        /// The house could not keep them: another is asked at once.
        HouseCannot = "house_cannot",
    }
}
