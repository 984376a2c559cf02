//! A stranger's report, from the first word to the last.
//!
//! Somebody who needs help, worries about somebody, or knows of somebody held says first where it
//! is, who may read it and whether the person who hurts somebody belongs to a body; then the page
//! names the reader and takes the words. One unit writes the report, shuts out the bodies named,
//! starts the clock of a child and, where the sender chose so, releases a copy of their words to
//! the police. Twenty digits are all the sender keeps: with them they read the answers, write
//! more, say "do not contact me" or delete everything. Whoever cannot write it themselves tells it to
//! somebody at a desk, who takes it down with the same questions and the same exclusions. The reader's
//! desk answers, closes with a reason and hands on; a clock that runs is not stopped by any of it.

pub mod actions;
pub(crate) mod ask;
pub(crate) mod back;
pub(crate) mod begun;
pub(crate) mod desk;
pub mod forms;
pub mod heads;
pub mod intake;
pub mod list;
pub mod note;
pub(crate) mod pages;
pub mod promise;
pub mod reactions;
pub mod room;
pub mod rules;
pub mod sending;
pub mod step_back;
mod store;
mod tasks;
pub mod thread;
pub(crate) mod when;

use record::{Id, Moment};
use vault::Plain;

pub use crate::detention::Holder;
pub use crate::reader::{Accused, CLOSED, OPEN, YesNoUnknown};
use intake::Channel;
pub use record::Done;
pub(crate) use store::STATEMENTS;
pub use tasks::tasks;

record::codes! {
    /// The entry by which a report came in.
    Entry labelled "report-entry" {
        /// I need help.
        Help = "help",
        /// I worry about someone.
        Worry = "worry",
        /// Someone is held or about to be deported.
        Held = "held",
        /// Somebody stands before a desk: nobody sent it, and it has no receipt.
        Desk = "desk",
    }
}

record::codes! {
    /// What a report holds sealed, each part by itself.
    Part {
        /// What happened.
        Text = "text",
        /// The district, as its P-code.
        District = "district",
        /// How to reach the person safely: a number, a name to ask for, a way.
        How = "how",
        /// When it is safe.
        When = "when",
        /// Which words to use.
        Words = "words",
        /// Who may pick up.
        Who = "who",
        /// What if somebody else answers.
        Otherwise = "otherwise",
        /// Where somebody is held.
        HeldWhere = "held_where",
        /// By whom, as a code.
        HeldBy = "held_by",
        /// Since when.
        HeldSince = "held_since",
        /// The next decision, if it is known.
        HeldNext = "held_next",
        /// The number of the sheet of paper on which it was taken down.
        Sheet = "sheet",
    }
}

record::codes! {
    /// Whether the sender may be contacted.
    Contact labelled "report-contact" {
        /// They may, in the way they told.
        Yes = "yes",
        /// They did not want it.
        No = "no",
        /// They did not answer.
        Unsaid = "unsaid",
        /// They said stop.
        Stopped = "stopped",
    }
}

record::codes! {
    /// Why a report was closed.
    Because labelled "report-because" {
        /// The person is safe, or has what they asked for.
        Helped = "helped",
        /// Another body took over, and the sender knows of it.
        HandedOn = "handed_on",
        /// The sender asked for it.
        Wish = "wish",
        /// The same as another report.
        Twice = "twice",
        /// Nobody could be reached in spite of several tries.
        Unreachable = "unreachable",
        /// It is about something else.
        Other = "other",
    }
}

record::codes! {
    /// Who wrote a message.
    Side {
        /// The sender.
        Sender = "sender",
        /// The team that reads.
        Team = "team",
    }
}

/// What stands in clear of a report.
#[derive(Clone, Debug)]
pub struct Head {
    /// The report.
    pub record: Id,
    /// A short code by which people speak of it.
    pub code: String,
    /// When it was sent.
    pub sent: Moment,
    /// The governorate, where the sender knew it.
    pub governorate: Option<String>,
    /// How it came in.
    pub entry: Entry,
    /// Whether anybody is under 18.
    pub minor: YesNoUnknown,
    /// Whether somebody is in danger now.
    pub danger: YesNoUnknown,
    /// Whether the sender may be contacted.
    pub contact: Contact,
    /// When it is due, if somebody is held.
    pub held_due: Option<Moment>,
    /// When it was first answered.
    pub answered: Option<Moment>,
    /// When the sender withdrew it.
    pub withdrawn: Option<Moment>,
    /// Why it was closed, if it is.
    pub because: Option<Because>,
    /// How somebody took it down; none, where the sender sent it.
    pub taken: Option<Channel>,
    /// When they did.
    pub taken_at: Option<Moment>,
    /// Whether somebody can come back to it with a receipt. Where nobody can, nobody is answered.
    pub has_receipt: bool,
    /// Rises with everything that is added or changed: a form made from an older one is stale.
    pub revision: i64,
    /// `open` or `closed`.
    pub state: String,
    /// When a child must be safe, while that clock runs.
    pub safe_by: Option<Moment>,
    /// That clock.
    pub clock: Option<Id>,
}

impl Head {
    /// By when somebody reads it.
    pub fn read_by(&self) -> Moment {
        let urgent = rules::Urgent {
            danger: self.danger == YesNoUnknown::Yes,
            held: self.held_due.is_some(),
            child: self.minor.may_be(),
        };
        rules::read_by(self.sent, &urgent)
    }

    /// Whether it is open.
    pub fn is_open(&self) -> bool {
        self.state == OPEN
    }
}

/// One message of the thread.
pub struct Message {
    /// Its id.
    pub id: Id,
    /// When it was written.
    pub at: Moment,
    /// Who wrote it.
    pub side: Side,
    /// The revision it made.
    pub revision: i64,
    /// What it says.
    pub free_text: Plain<String>,
}

/// A report opened: its head, its sealed parts, its thread. A withdrawn one has no parts left.
pub struct Opened {
    /// What stands in clear.
    pub head: Head,
    /// The parts the sender filled in.
    pub parts: Vec<(Part, Plain<String>)>,
    /// The thread, oldest first.
    pub thread: Vec<Message>,
    /// When somebody of the other side last opened it, as far as the ledger has it: for the sender
    /// their desk, for the desk the sender.
    pub seen: Option<Moment>,
}

impl Opened {
    /// Since when an answer lies that the sender has not come for.
    pub fn not_fetched_since(&self) -> Option<Moment> {
        let answered = self
            .thread
            .iter()
            .rfind(|message| message.side == Side::Team)?;
        let is_fetched = self.seen.is_some_and(|seen| seen >= answered.at);
        (!is_fetched && self.head.has_receipt).then_some(answered.at)
    }

    /// One part, if the sender filled it in.
    pub fn part(&self, part: Part) -> Option<&Plain<String>> {
        self.parts
            .iter()
            .find(|(found, _)| *found == part)
            .map(|(_, free_text)| free_text)
    }
}

/// What can go wrong with a report.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The store could not do it.
    #[error(transparent)]
    Store(#[from] ::store::StoreError),
    /// Somebody wrote since this form was made.
    #[error("the form was made from an older version")]
    Stale,
    /// The sender withdrew the report: there is nobody to answer.
    #[error("the sender withdrew the report")]
    Withdrawn,
    /// The sender said stop: nobody calls them.
    #[error("the sender said stop")]
    Stopped,
    /// What is promised lies in the past.
    #[error("the time is over")]
    Past,
    /// Nobody holds a receipt: an answer would be read by nobody.
    #[error("nobody holds a receipt")]
    NoReceipt,
    /// Somebody answers for it already.
    #[error("somebody is on it")]
    Claimed,
    /// Nobody, or more than are counted at once.
    #[error("no such count")]
    HowMany,
    /// That head is a child's, or is somebody by now.
    #[error("no such head, or somebody talked with them already")]
    NoHead,
    /// The account does not work at this desk in a fit role, or is shut out.
    #[error("this member cannot take the report")]
    NotFit,
    /// The form's one-time key is not one of ours.
    #[error("the form carries no key")]
    NoKey,
    /// The sheet of paper was typed in before.
    #[error("the sheet was typed in before")]
    SheetTaken,
    /// Another report has these first digits: others must be tried.
    #[error("these digits are taken")]
    DigitsTaken,
}
