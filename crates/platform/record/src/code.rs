//! Code lists. Stores hold codes; words are the language files' business.

/// A text that is no code of its list.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("not a code of the list {list}")]
pub struct UnknownCode {
    /// The list in which the code was looked for.
    pub list: &'static str,
}

/// A code list: an enum whose variants are stored by their codes. Pillars make theirs with it too.
///
/// ```
/// record::codes! {
///     /// How a door stands.
///     Door {
///         Open = "open",
///         Shut = "shut",
///     }
/// }
/// assert_eq!(Door::from_code("shut"), Ok(Door::Shut));
/// assert_eq!(Door::Open.code(), "open");
/// assert!("ajar".parse::<Door>().is_err());
/// ```
///
/// A list that pages show says where its words begin: the message of a code is named by both.
///
/// ```
/// record::codes! {
///     /// How a door stands.
///     Door labelled "door" {
///         Open = "open",
///         Shut = "shut",
///     }
/// }
/// assert_eq!(Door::Open.key(), "door-open");
/// ```
#[macro_export]
macro_rules! codes {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vmeta])* #[doc = concat!("`", $code, "`")] $variant,)+ }

        #[allow(dead_code, reason = "not every list is used in every way")]
        impl $name {
            /// Every code of the list, in its order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The code as it is stored.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }

            /// Finds the code of a stored or typed text.
            pub fn from_code(code: &str) -> Result<Self, $crate::UnknownCode> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    _ => Err($crate::UnknownCode { list: stringify!($name) }),
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::UnknownCode;
            fn from_str(text: &str) -> Result<Self, $crate::UnknownCode> { Self::from_code(text) }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.code()) }
        }
    };
    ($(#[$meta:meta])* $name:ident labelled $words:literal { $($(#[$vmeta:meta])* $variant:ident = $code:literal,)+ }) => {
        $crate::codes! { $(#[$meta])* $name { $($(#[$vmeta])* $variant = $code,)+ } }

        #[allow(dead_code, reason = "not every list is used in every way")]
        impl $name {
            /// The message that says it.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$variant => concat!($words, "-", $code),)+ }
            }
        }

        impl $crate::Worded for $name {
            const ALL: &'static [Self] = Self::ALL;
            fn code(self) -> &'static str { self.code() }
            fn key(self) -> &'static str { self.key() }
        }
    };
}

/// A code list that pages show in words.
pub trait Worded: Copy + std::str::FromStr + 'static {
    /// Every code, in its order.
    const ALL: &'static [Self];
    /// The code as it is stored and sent.
    fn code(self) -> &'static str;
    /// The message that says it.
    fn key(self) -> &'static str;
}

codes! {
    /// What somebody does in an organisation (`security.md`, Roles). A membership has one role.
    Role labelled "role" {
        Responder = "responder",
        Caseworker = "caseworker",
        ChildOfficer = "child_officer",
        Supervisor = "supervisor",
        ShelterManager = "shelter_manager",
        PlacementDesk = "placement_desk",
        Investigator = "investigator",
        Prosecutor = "prosecutor",
        LegalAid = "legal_aid",
        Secretariat = "secretariat",
        Analyst = "analyst",
        DataProtection = "data_protection",
        EvidenceOfficer = "evidence_officer",
        SpecialistUnit = "specialist_unit",
        OversightOfficer = "oversight_officer",
        StateDuty = "state_duty",
        FocalPoint = "focal_point",
        Administrator = "administrator",
    }
}

impl Role {
    /// Roles behind the wall: they find no care record at all (`docs/domain/practice.md` 9).
    pub const fn is_justice(self) -> bool {
        matches!(
            self,
            Self::Investigator | Self::Prosecutor | Self::EvidenceOfficer | Self::SpecialistUnit
        )
    }
}

codes! {
    /// What an actor is to a record (`docs/authority.md`, Relations).
    Relation {
        None = "none",
        Excluded = "excluded",
        SameOrg = "same_org",
        Team = "team",
        Owner = "owner",
        Supervising = "supervising",
        ReferredTo = "referred_to",
        ConsentedOrg = "consented_org",
        Placing = "placing",
        LegalAidOf = "legal_aid_of",
        Oversight = "oversight",
        ReleasedTo = "released_to",
        Proposer = "proposer",
    }
}

codes! {
    /// Why something is done; an action's purpose is a constant.
    Purpose {
        Intake = "intake",
        Placement = "placement",
        Care = "care",
        ChildProtection = "child_protection",
        LegalDefence = "legal_defence",
        Prosecution = "prosecution",
        Oversight = "oversight",
        Statistics = "statistics",
        Administration = "administration",
    }
}

codes! {
    /// What a guarded record is.
    Kind {
        None = "none",
        Report = "report",
        Person = "person",
        Case = "case",
        Screening = "screening",
        Shelter = "shelter",
        BedRequest = "bed_request",
        Right = "right",
        Held = "held",
        Referral = "referral",
        Consent = "consent",
        Account = "account",
        Organisation = "organisation",
        Ledger = "ledger",
        Clock = "clock",
        Release = "release",
        Interpreter = "interpreter",
    }
}

codes! {
    /// How strong a session is at this moment.
    Session {
        Fresh = "fresh",
        SteppedUp = "stepped_up",
        BreakGlass = "break_glass",
    }
}

codes! {
    /// The two worlds with a wall of keys between them.
    Root {
        Care = "care",
        Justice = "justice",
    }
}

codes! {
    /// What an organisation answers for in a place (`authority.csv`, SetDesk).
    Duty {
        /// Asks shelters for places, and knows an address while somebody is being placed.
        Placement = "placement",
        /// Lawyers who are told of somebody held.
        LegalAid = "legal_aid",
        /// The independent body.
        Oversight = "oversight",
        /// The duty officers of labour and social affairs.
        StateDuty = "state_duty",
        /// The national committee's focal point.
        FocalPoint = "focal_point",
    }
}

codes! {
    /// Federal Iraq or the Kurdistan Region (`docs/domain/practice.md` 13).
    Jurisdiction {
        Federal = "federal",
        Kurdistan = "kurdistan",
    }
}

codes! {
    /// How careful a record must be handled.
    Sensitivity {
        Ordinary = "ordinary",
        High = "high",
        Sealed = "sealed",
    }
}

codes! {
    /// Kinds of organisation. The first six can be accused in a report (`docs/domain/practice.md` 1).
    OrgKind {
        Police = "police",
        ArmedGroup = "armed_group",
        Camp = "camp",
        Office = "office",
        Shelter = "shelter",
        Aid = "aid",
        Court = "court",
        Committee = "committee",
    }
}

impl OrgKind {
    /// The kinds a sender is asked about: "Is the person who hurts somebody from …?"
    pub const ACCUSABLE: [Self; 6] = [
        Self::Police,
        Self::ArmedGroup,
        Self::Camp,
        Self::Office,
        Self::Shelter,
        Self::Aid,
    ];

    /// Bodies whose members hold no care role but responder (`docs/authority.md`, forbid 2).
    pub const fn is_force(self) -> bool {
        matches!(self, Self::Police | Self::ArmedGroup | Self::Court)
    }

    /// Which root a key of this organisation hangs under.
    pub const fn root(self) -> Root {
        if self.is_force() {
            Root::Justice
        } else {
            Root::Care
        }
    }
}
