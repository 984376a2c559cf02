//! The code lists of a talk and of a screening's life.

record::codes! {
    /// How a screening stands.
    State labelled "screening-state" {
        /// Questions are being asked.
        Open = "open",
        /// Whoever asked them at the front line is done; a caseworker goes on.
        HandedIn = "handed_in",
        /// A lower result than the proposal waits for a supervisor.
        LowerProposed = "lower_proposed",
        /// Somebody decided.
        Decided = "decided",
    }
}

record::codes! {
    /// Whether somebody who is grown up by now was under 18 at any time of the exploitation.
    Then labelled "screening-then" {
        Yes = "yes",
        No = "no",
        Unknown = "unknown",
        NotAsked = "not_asked",
    }
}

record::codes! {
    /// When the person last had to do with whoever exploits them.
    LastContact labelled "screening-contact" {
        Now = "now",
        Day = "day",
        Week = "week",
        Month = "month",
        Longer = "longer",
        Unknown = "unknown",
        Nobody = "nobody",
    }
}

impl LastContact {
    /// Within a week: what keeps the person safe comes before any other page.
    pub const fn is_recent(self) -> bool {
        matches!(self, Self::Now | Self::Day | Self::Week)
    }
}

record::codes! {
    /// What stops the form (`screening.md` 5), besides what an answer says.
    Danger labelled "screening-danger" {
        Injury = "injury",
        Near = "near",
        Held = "held",
        Threat = "threat",
        ChildAlone = "child_alone",
        SexualViolence = "sexual_violence",
        Images = "images",
        Organ = "organ",
        Moved = "moved",
        Custody = "custody",
        ArmedGroup = "armed_group",
    }
}

record::codes! {
    /// A step of a decision.
    Step labelled "screening-step" {
        Decided = "decided",
        LowerProposed = "lower_proposed",
        LowerConfirmed = "lower_confirmed",
        Reopened = "reopened",
    }
}
