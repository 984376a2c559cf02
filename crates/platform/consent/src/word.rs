//! The words of consent, as code lists.

record::codes! {
    /// The questions that only the person themself answers.
    Question labelled "consent-question" {
        /// May we talk.
        Talk = "talk",
        /// May we write it down.
        Write = "write",
        /// May others be told.
        Share = "share",
        /// Do they fear their own State or its embassy.
        Fear = "fear",
    }
}

record::codes! {
    /// What the person themself says. What somebody else says for them never counts as a yes.
    Agreed labelled "consent-agreed" {
        Yes = "yes",
        No = "no",
        /// Somebody else said so.
        Other = "other",
    }
}

record::codes! {
    /// For what something is shared (`protection-standards.md` 5).
    Purpose labelled "consent-purpose" {
        /// Another body helps: shelter, health, law, school, money, papers.
        Help = "help",
        /// A report to the police.
        Police = "police",
        /// The prosecutor.
        Prosecutor = "prosecutor",
        /// A judge who is to recognise the person as a victim.
        Judge = "judge",
        /// The embassy of the person's State.
        Embassy = "embassy",
        /// Family: contact or tracing.
        Family = "family",
        /// A body on the other side of the line between federal Iraq and the Kurdistan Region.
        Across = "across",
        /// A photograph.
        Photo = "photo",
        /// Research and statistics without a name.
        Statistics = "statistics",
        /// The international data standard.
        Htcds = "htcds",
    }
}

record::codes! {
    /// How much is shared (`protection-standards.md` 5).
    Packet labelled "consent-packet" {
        /// A need and a code to answer to.
        A = "a",
        /// Beside it the first name, the language and what is dangerous.
        B = "b",
        /// A full summary.
        C = "c",
    }
}

record::codes! {
    /// How a consent was given.
    Manner labelled "consent-manner" {
        /// Spoken.
        Spoken = "spoken",
        /// Signed.
        Signed = "signed",
        /// By a thumb.
        Thumb = "thumb",
    }
}

record::codes! {
    /// For how long.
    Period labelled "consent-period" {
        /// A month.
        Month = "month",
        /// Three months.
        Quarter = "quarter",
        /// Six months.
        HalfYear = "half_year",
        /// A year.
        Year = "year",
    }
}

impl Purpose {
    /// Whether nothing leaves for it that tells who the person is.
    pub const fn is_nameless(self) -> bool {
        matches!(self, Self::Statistics | Self::Htcds)
    }
}

impl Period {
    /// When it ends that begins now.
    pub fn until(self, now: record::Moment) -> record::Moment {
        let days = match self {
            Self::Month => 30,
            Self::Quarter => 91,
            Self::HalfYear => 182,
            Self::Year => 365,
        };
        now.plus_seconds(days * 24 * 3600)
    }
}

record::codes! {
    /// Who decides for a child, beside the child.
    Decider labelled "consent-decider" {
        /// A parent.
        Parent = "parent",
        /// A guardian whom a court named.
        Guardian = "guardian",
        /// The guardian-advocate.
        Advocate = "advocate",
        /// The court itself.
        Court = "court",
    }
}

record::codes! {
    /// Whether the person is told that something leaves without their consent.
    Telling labelled "consent-telling" {
        /// They were told.
        Told = "told",
        /// They will be, by whoever asks for it.
        Later = "later",
        /// To tell them would put them in danger.
        Dangerous = "dangerous",
    }
}

record::codes! {
    /// What alone allows something to leave without a consent (`protection-standards.md` 5).
    Basis labelled "consent-basis" {
        /// Danger to life now.
        Life = "danger_to_life",
        /// The best interests of the child.
        Child = "best_interests",
        /// An order of a court.
        Court = "court_order",
    }
}
