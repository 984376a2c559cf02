//! The code lists of a request, an ask, a decline, a hold and a stay.

record::codes! {
    /// How a request stands.
    State labelled "bed-state" {
        /// Shelters are asked.
        Asked = "asked",
        /// A shelter holds a place.
        Held = "held",
        /// The person lives in a shelter.
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
    /// How one shelter's part in a request stands.
    InquiryState {
        /// It has not answered.
        Asked = "asked",
        /// It holds a place.
        Held = "held",
        /// It declined.
        Declined = "declined",
        /// Another shelter was first, or nobody needs a place any more.
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

impl InquiryState {
    /// Whether the shelter still has a part in it.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Asked | Self::Held | Self::Admitted)
    }
}

record::codes! {
    /// Why a shelter declines (`protection-standards.md` 4).
    Decline labelled "bed-decline" {
        /// No place is free.
        Full = "full",
        /// Too far to come.
        Distance = "distance",
        /// This person would not be safe here.
        SecurityOfThisPerson = "security_of_this_person",
        /// Needs treatment that the shelter cannot give.
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
    /// Whether a shelter may decline for it. All others are a right not yet met, charged to the
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
    Renewal labelled "bed-renew" {
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
    HoldEnd labelled "bed-because" {
        /// Its time ran out.
        Expired = "expired",
        /// The desk ended it.
        Desk = "desk",
        /// Another shelter admitted the person.
        Elsewhere = "elsewhere",
        /// The person did not want a place any more.
        Cancelled = "cancelled",
        /// The shelter or the desk is shut out of the report by now.
        ShutOut = "shut_out",
    }
}

record::codes! {
    /// How a stay ended.
    Exit labelled "bed-end-exit" {
        OwnHome = "own_home",
        Family = "family",
        OtherShelter = "other_shelter",
        Hospital = "hospital",
        OwnCountry = "own_country",
        /// Went away and did not say where.
        Left = "left",
        /// The shelter could not keep them: another is asked at once.
        ShelterCannot = "shelter_cannot",
    }
}
