//! Reading a book, writing into it, and asking whether something may leave.

use ::store::Work;
use record::{Id, Moment};

use super::{Book, ConsentError, OPEN, Packet, Purpose, Recipient, SHUT, What, store as table};

/// What is to leave.
#[derive(Clone)]
pub struct Wanted {
    /// For what.
    pub purpose: Purpose,
    /// To whom.
    pub recipient: Recipient,
    /// How much.
    pub packet: Packet,
    /// Under which entry of the book, where the worker names one; under any that allows it, if not.
    pub under: Option<i64>,
}

/// Proof that something may leave at this moment: this person's, for this purpose, to this recipient,
/// this much and no more. [`ask`] alone makes one, and it is noted in the person's book before it does.
/// Whatever leaves takes one by value.
///
/// ```
/// fn prints(leaving: consent::Leaving) -> record::Id {
///     leaving.person()
/// }
/// ```
/// It cannot be made by hand:
/// ```compile_fail,E0451
/// fn prints(leaving: consent::Leaving) -> record::Id {
///     consent::Leaving { person: record::Id::NONE, ..leaving }.person()
/// }
/// ```
/// nor used for a second time:
/// ```compile_fail,E0382
/// fn twice(leaving: consent::Leaving, prints: fn(consent::Leaving)) {
///     prints(leaving);
///     prints(leaving);
/// }
/// ```
pub struct Leaving {
    person: Id,
    wanted: Wanted,
    at: Moment,
}

impl Leaving {
    /// Whose it is.
    pub const fn person(&self) -> Id {
        self.person
    }

    /// For what.
    pub const fn purpose(&self) -> Purpose {
        self.wanted.purpose
    }

    /// To whom.
    pub const fn recipient(&self) -> &Recipient {
        &self.wanted.recipient
    }

    /// To whom, once it has left.
    pub fn into_recipient(self) -> Recipient {
        self.wanted.recipient
    }

    /// How much, and no more.
    pub const fn packet(&self) -> Packet {
        self.wanted.packet
    }

    /// When it was asked.
    pub const fn at(&self) -> Moment {
        self.at
    }
}

/// Forgets a person's book, whose key the same unit destroys.
pub async fn forget(work: &Work, person: Id) -> Result<(), store::StoreError> {
    table::forget(work, person).await
}

/// A person's book, opened: the unit holds the person.
pub async fn read(work: &Work, person: Id) -> Result<Book, ConsentError> {
    Ok(Book::new(table::entries(work, person).await?))
}

/// Begins the book of a person that the unit begins.
pub async fn begin(work: &Work, person: Id, is_child: bool) -> Result<(), ConsentError> {
    table::append(work, person, 1, What::Child(is_child)).await?;
    Ok(())
}

/// Writes into the book what may be written now, and opens or shuts the person's name by it. The
/// book as it stands then.
pub async fn record(work: &Work, person: Id, what: What) -> Result<Book, ConsentError> {
    let by = work
        .actor()
        .member()
        .map_or(Id::NONE, |member| member.account);
    let book = read(work, person).await?;
    book.takes(&what, by, work.now())?;
    append(work, person, book, what).await
}

async fn append(work: &Work, person: Id, book: Book, what: What) -> Result<Book, ConsentError> {
    let number = book.entries().last().map_or(0, |last| last.number) + 1;
    let book = book.with(table::append(work, person, number, what).await?);
    let state = if book.is_open() { OPEN } else { SHUT };
    work.set_state(person, state).await?;
    Ok(book)
}

/// The one question that everything asks which leaves. What may leave is noted in the person's book in
/// the same unit, so that nothing leaves without a trace that the person can be shown.
///
/// # Errors
/// Why it may not leave: no consent for this purpose and recipient, one that was withdrawn, has run
/// out or is for less, or nobody who decides for a child.
pub async fn ask(work: &Work, person: Id, wanted: Wanted) -> Result<Leaving, ConsentError> {
    let book = read(work, person).await?;
    let under = book.allows(&wanted, work.now())?;
    append(work, person, book, What::Left(under, wanted.packet)).await?;
    Ok(Leaving {
        person,
        wanted,
        at: work.now(),
    })
}
