//! What a book allows, as pure functions over its entries.

use record::{Id, Moment};

use super::{
    Agreed, Basis, Consent, ConsentError, Decider, Entry, Exception, Packet, Purpose, Question,
    Recipient, Wanted, What,
};

/// How long something may leave after a second person agreed that it goes without a consent, in
/// seconds: a day, and once.
const WITHOUT: i64 = 24 * 3600;

/// A person's book, read in a unit that holds the person.
pub struct Book {
    entries: Vec<Entry>,
}

/// A consent with what became of it.
pub struct Given<'a> {
    /// Its number.
    pub number: i64,
    /// When it was given.
    pub at: Moment,
    /// What it says.
    pub consent: &'a Consent,
    /// Whether it holds at this moment.
    pub live: Live,
    /// How much left under it so far.
    pub left: Option<Packet>,
    /// Whether its recipient has something of a consent that ended, and was not told yet.
    pub to_tell: bool,
}

/// Whether a consent holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Live {
    /// It does.
    Yes,
    /// It was withdrawn: itself, or by a no to all sharing.
    Withdrawn,
    /// Its time is over.
    RanOut,
    /// Somebody else decides for the child by now, or the person is treated as a child since.
    NoDecider,
    /// The person feared that State since.
    Feared,
}

impl Live {
    /// The message that says it.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Yes => "consent-live",
            Self::Withdrawn => "consent-withdrawn",
            Self::RanOut => "consent-ran-out",
            Self::NoDecider => "consent-no-decider",
            Self::Feared => "consent-feared",
        }
    }

    const fn error(self) -> Option<ConsentError> {
        match self {
            Self::Yes => None,
            Self::Withdrawn => Some(ConsentError::Withdrawn),
            Self::RanOut => Some(ConsentError::RanOut),
            Self::NoDecider => Some(ConsentError::NoDecider),
            Self::Feared => Some(ConsentError::Embassy),
        }
    }
}

/// What is to leave without a consent, with what became of it.
pub struct Without<'a> {
    /// Its number.
    pub number: i64,
    /// When it was proposed.
    pub at: Moment,
    /// Who proposed it.
    pub by: Id,
    /// What it says.
    pub exception: &'a Exception,
    /// When somebody else agreed.
    pub confirmed: Option<Moment>,
    /// Whether somebody else did not agree, or another proposal came after it.
    pub is_over: bool,
    /// Whether it left.
    pub left: bool,
}

impl Without<'_> {
    /// Whether it may leave now: confirmed, within a day, and once.
    pub fn is_live(&self, now: Moment) -> bool {
        let until = self.confirmed.map(|at| at.plus_seconds(WITHOUT));
        !self.left && until.is_some_and(|until| now < until)
    }

    /// Whether it waits for a second person, until another proposal comes.
    pub const fn waits(&self) -> bool {
        self.confirmed.is_none() && !self.is_over
    }
}

impl Recipient {
    /// Whether it is the same one.
    pub fn is(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Body(one), Self::Body(other)) => one == other,
            (Self::Named(one), Self::Named(other)) => {
                let (one, other) = (one.expose(), other.expose());
                one.split_whitespace().eq(other.split_whitespace())
            }
            _ => false,
        }
    }
}

impl Book {
    /// A book of these entries. What may leave is asked of the book that is kept alone
    /// ([`ask`](crate::ask)): one made by hand only shows how a page looks.
    pub const fn new(entries: Vec<Entry>) -> Self {
        Self { entries }
    }

    /// The same book with one entry more.
    pub(crate) fn with(mut self, entry: Entry) -> Self {
        self.entries.push(entry);
        self
    }

    /// What stands in it, in its order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether the person is treated as a child. Of a book that does not say it, they are.
    pub fn is_child(&self) -> bool {
        let found = self
            .entries
            .iter()
            .rev()
            .find_map(|entry| match entry.what {
                What::Child(is) => Some(is),
                _ => None,
            });
        found.unwrap_or(true)
    }

    /// The person's own answer that stands; what somebody else said is none, and changes none.
    pub fn answer(&self, question: Question) -> Option<Agreed> {
        let said = self.entries.iter().rev();
        let mut own = said.filter_map(|entry| match entry.what {
            What::Answered(of, said) if of == question && said != Agreed::Other => Some(said),
            _ => None,
        });
        own.next()
    }

    /// Whether the person never answered themself, and somebody else did for them.
    pub fn is_told_by_others(&self, question: Question) -> bool {
        let mut all = self.entries.iter();
        let told = all
            .any(|entry| matches!(entry.what, What::Answered(of, Agreed::Other) if of == question));
        told && self.answer(question).is_none()
    }

    /// Who decides for the child now: the one named last, unless the check found a conflict. The number
    /// of that entry, and who it is.
    pub fn decider(&self) -> Option<(i64, Decider)> {
        let mut named = self.entries.iter().rev();
        let last = named.find_map(|entry| match entry.what {
            What::Decides(who, is_free) => Some((entry.number, who, is_free)),
            _ => None,
        });
        last.filter(|(_, _, is_free)| *is_free)
            .map(|(number, who, _)| (number, who))
    }

    /// Whether the decider named last has a conflict.
    pub fn has_conflict(&self) -> bool {
        let mut named = self.entries.iter().rev();
        named.find_map(|entry| match entry.what {
            What::Decides(_, is_free) => Some(!is_free),
            _ => None,
        }) == Some(true)
    }

    /// Whether the person's name may be written and read: all three questions answered by the person
    /// themself, the first two with a yes; for a child, somebody decides who may.
    pub fn is_open(&self) -> bool {
        let yes = Some(Agreed::Yes);
        self.answer(Question::Talk) == yes
            && self.answer(Question::Write) == yes
            && self.answer(Question::Share).is_some()
            && (!self.is_child() || self.decider().is_some())
    }

    /// Every consent, in the order in which they were given.
    pub fn given(&self, now: Moment) -> Vec<Given<'_>> {
        let consents = self.entries.iter().filter_map(|entry| match &entry.what {
            What::Consented(consent) => Some((entry, consent)),
            _ => None,
        });
        let given = |(entry, consent): (&'_ Entry, _)| {
            let live = self.live(entry, consent, now);
            let left = self.left(entry.number);
            let told = |one: &Entry| matches!(one.what, What::Told(of) if of == entry.number);
            let is_told = self.entries.iter().any(told);
            Given {
                number: entry.number,
                at: entry.at,
                consent,
                live,
                left,
                // Where its time alone is over, the recipient knew the day from the beginning.
                to_tell: left.is_some() && !matches!(live, Live::Yes | Live::RanOut) && !is_told,
            }
        };
        consents.map(given).collect()
    }

    /// Whether a recipient still has to be told that a consent ended.
    pub fn must_tell(&self, now: Moment) -> bool {
        self.given(now).iter().any(|given| given.to_tell)
    }

    fn live(&self, given: &Entry, consent: &Consent, now: Moment) -> Live {
        let since = || self.entries.iter().filter(|one| one.number > given.number);
        let is_ended = since().any(|one| match one.what {
            // Whoever was told that it ended is not to have it again by it.
            What::Withdrawn(of) | What::Told(of) => of == given.number,
            What::Answered(Question::Share, said) => said == Agreed::No,
            _ => false,
        });
        if is_ended {
            return Live::Withdrawn;
        }
        // Whoever feared their State once since then is asked for a consent anew.
        let feared =
            since().any(|one| matches!(one.what, What::Answered(Question::Fear, Agreed::Yes)));
        if consent.purpose == Purpose::Embassy && feared {
            return Live::Feared;
        }
        let other_decides = since().any(|one| matches!(one.what, What::Decides(..)));
        let nobody = self.decider().is_none() || !consent.both_agree;
        if other_decides || (self.is_child() && nobody) {
            return Live::NoDecider;
        }
        if consent.until <= now {
            return Live::RanOut;
        }
        Live::Yes
    }

    /// The most that left under this number.
    fn left(&self, number: i64) -> Option<Packet> {
        let left = self.entries.iter().filter_map(|entry| match entry.what {
            What::Left(of, packet) if of == number => Some(packet),
            _ => None,
        });
        left.max()
    }

    /// What was to leave without a consent, in its order.
    pub fn without(&self) -> Vec<Without<'_>> {
        let proposed = self.entries.iter().filter_map(|entry| match &entry.what {
            What::Proposed(exception) => Some((entry, exception)),
            _ => None,
        });
        let found = |(entry, exception): (&'_ Entry, _)| {
            let mut all = self.entries.iter();
            Without {
                number: entry.number,
                at: entry.at,
                by: entry.by,
                exception,
                confirmed: all.find_map(|one| match one.what {
                    What::Confirmed(of) if of == entry.number && one.by != entry.by => Some(one.at),
                    _ => None,
                }),
                is_over: self.entries.iter().any(|one| match one.what {
                    What::Refused(of) => of == entry.number,
                    What::Proposed(_) => one.number > entry.number,
                    _ => false,
                }),
                left: self.left(entry.number).is_some(),
            }
        };
        proposed.map(found).collect()
    }

    /// The proposal to let something leave without a consent that waits for a second person.
    pub fn waits(&self) -> Option<i64> {
        let without = self.without();
        let last = without.last().filter(|last| last.waits());
        last.map(|last| last.number)
    }

    /// Under which entry this may leave now: a consent, or where none holds a ground that two people
    /// agreed on.
    pub(crate) fn allows(&self, wanted: &Wanted, now: Moment) -> Result<i64, ConsentError> {
        let is_meant = |number: i64| wanted.under.is_none_or(|under| under == number);
        let given = self.given(now);
        let of_them = given.iter().rev().filter(|given| {
            let consent = given.consent;
            let same = consent.purpose == wanted.purpose && consent.recipient.is(&wanted.recipient);
            same && is_meant(given.number)
        });
        let mut why = None;
        for given in of_them {
            let is_more = wanted.packet > given.consent.packet;
            let refused = given
                .live
                .error()
                .or_else(|| is_more.then_some(ConsentError::TooMuch))
                .or_else(|| self.too_much(wanted.purpose, wanted.packet));
            match refused {
                None => return Ok(given.number),
                Some(error) => why = why.or(Some(error)),
            }
        }
        let without = self.without();
        let found = without.iter().find(|one| {
            let exception = one.exception;
            let same =
                exception.purpose == wanted.purpose && exception.recipient.is(&wanted.recipient);
            same && is_meant(one.number) && one.is_live(now)
        });
        match found {
            Some(found) if wanted.packet == Packet::A => Ok(found.number),
            Some(_) => Err(ConsentError::TooMuch),
            None => Err(why.unwrap_or(ConsentError::NoConsent)),
        }
    }

    /// Why a packet has more than may leave, whatever was agreed to.
    fn too_much(&self, purpose: Purpose, packet: Packet) -> Option<ConsentError> {
        if packet == Packet::A {
            return None;
        }
        if purpose.is_nameless() {
            return Some(ConsentError::Nameless);
        }
        (!self.is_open()).then_some(ConsentError::NotWritten)
    }

    /// Whether this may be written now.
    pub(crate) fn takes(&self, what: &What, by: Id, now: Moment) -> Result<(), ConsentError> {
        match what {
            What::Decides(..) if !self.is_child() => Err(ConsentError::NotAChild),
            What::Child(_) | What::Answered(..) | What::Decides(..) => Ok(()),
            // What left is noted by the question alone.
            What::Left(..) => Err(ConsentError::NothingWaits),
            What::Consented(consent) => self.takes_consent(consent, now),
            What::Withdrawn(number) => {
                let given = self.given(now);
                let found = given.iter().find(|given| given.number == *number);
                match found.map(|found| found.live) {
                    None => Err(ConsentError::NoConsent),
                    Some(Live::Withdrawn) => Err(ConsentError::Withdrawn),
                    Some(_) => Ok(()),
                }
            }
            What::Told(number) => {
                let given = self.given(now);
                let waits = given
                    .iter()
                    .any(|given| given.number == *number && given.to_tell);
                waits.then_some(()).ok_or(ConsentError::NothingWaits)
            }
            // No ground sends anything to the State that somebody may have fled.
            What::Proposed(exception) if exception.purpose == Purpose::Embassy => {
                Err(ConsentError::Embassy)
            }
            What::Proposed(exception) => {
                let is_allowed = exception.basis != Basis::Child || self.is_child();
                is_allowed.then_some(()).ok_or(ConsentError::NotAChild)
            }
            What::Confirmed(number) | What::Refused(number) => {
                let without = self.without();
                let last = without.last().filter(|last| last.number == *number);
                match last {
                    Some(last) if !last.waits() => Err(ConsentError::NothingWaits),
                    Some(last) if last.by == by => Err(ConsentError::SamePerson),
                    Some(_) => Ok(()),
                    None => Err(ConsentError::NothingWaits),
                }
            }
        }
    }

    fn takes_consent(&self, consent: &Consent, now: Moment) -> Result<(), ConsentError> {
        if self.answer(Question::Share) != Some(Agreed::Yes) {
            return Err(ConsentError::NotShared);
        }
        if self.is_child() && self.decider().is_none() {
            return Err(ConsentError::NoDecider);
        }
        if self.is_child() && !consent.both_agree {
            return Err(ConsentError::NotBoth);
        }
        let fears = self.answer(Question::Fear) != Some(Agreed::No);
        if consent.purpose == Purpose::Embassy && (fears || !consent.asylum_explained) {
            return Err(ConsentError::Embassy);
        }
        if let Some(error) = self.too_much(consent.purpose, consent.packet) {
            return Err(error);
        }
        if consent.until <= now {
            return Err(ConsentError::RanOut);
        }
        Ok(())
    }
}
