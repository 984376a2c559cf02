//! The code lists of a case.

record::codes! {
    /// How a case stands.
    State labelled "case-state" {
        /// Somebody works on it.
        Open = "open",
        /// It is closed, and can be opened again at any time.
        Closed = "closed",
        /// It is closed, and a supervisor is asked to have it shredded.
        ShredProposed = "shred_proposed",
    }
}

record::codes! {
    /// What somebody needs.
    Need labelled "case-need" {
        Place = "place",
        Health = "health",
        Talk = "talk",
        Law = "law",
        Papers = "papers",
        Money = "money",
        Work = "work",
        School = "school",
        Family = "family",
        Interpreter = "interpreter",
        Child = "child",
        Return = "return",
    }
}

record::codes! {
    /// What stands on the time line of a case.
    What labelled "case-what" {
        /// It was opened.
        Opened = "opened",
        /// Something that somebody noted.
        Note = "note",
        /// How a contact went.
        Contact = "contact",
        /// Something to be done.
        Task = "task",
        /// A goal of the person's own.
        Goal = "goal",
        /// How far a service is.
        Service = "service",
        /// A step of a judge's recognition.
        Recognition = "recognition",
        /// Others are on it.
        Team = "team",
        /// It was closed.
        Closed = "closed",
        /// It was opened again.
        Reopened = "reopened",
        /// It is to be shredded.
        ShredProposed = "shred_proposed",
    }
}

impl What {
    /// Whether it is read in the plan.
    pub const fn is_of_plan(self) -> bool {
        matches!(self, Self::Goal | Self::Service | Self::Recognition)
    }
}

record::codes! {
    /// Why a case is closed (`protection-standards.md` 2). None of it says anything against the person.
    Because labelled "case-because" {
        GoalsMet = "goals_met",
        OwnWish = "own_wish",
        Moved = "moved",
        Elsewhere = "elsewhere",
        Lost = "lost",
        Died = "died",
    }
}
