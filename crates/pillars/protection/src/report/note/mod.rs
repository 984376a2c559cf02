//! What a desk notes among itself about a report: sealed under the report's key, apart from what is
//! said to the sender, and read at the desk that wrote it alone. Where a report moves to another
//! desk, or a body is shut out of it, the notes of the desk before go with nobody. They are destroyed
//! with the rest when the sender deletes the report.

mod store;

use ::store::{StoreError, Unit, Work};
use access::action::WriteNote;
use page::{About, FormAbout};
use record::{Done, Id, Moment, Role};
use vault::Plain;

use super::rules::LONGEST;
use super::{ReportError, store as table};

pub(crate) use store::{STATEMENTS, destroy};

/// A note as the desk reads it.
pub struct Note {
    /// As what whoever wrote it worked then.
    pub role: Role,
    /// When.
    pub at: Moment,
    /// What it says.
    pub free_text: Plain<String>,
}

page::fields! {
    /// A form that notes something.
    pub struct Noting {
        /// What is noted.
        pub free_text: Plain<String> = area("note-said", "note-hint", "error-write", LONGEST, 6),
    }
}

impl FormAbout for Noting {
    type Action = WriteNote;
    type Error = ReportError;
    const ABOUT: About = About {
        title: "note-title",
        lead: "note-lead",
        send: "note-send",
        back: ("report", "report-back-to"),
        onward: None,
    };

    async fn act(&self, unit: &Unit<WriteNote>) -> Result<(), ReportError> {
        write_note(unit, &self.free_text, &self.form_key)
            .await
            .map(drop)
    }
}

/// `WriteNote`: a note for the desk of whoever writes. It changes nothing that the sender sees, and a
/// form made before it is not stale.
pub async fn write_note(
    unit: &Unit<WriteNote>,
    free_text: &Plain<String>,
    form_key: &str,
) -> Result<Done, ReportError> {
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let report = unit.record();
    if table::head_of(unit, report).await?.withdrawn.is_some() {
        return Err(ReportError::Withdrawn);
    }
    let member = unit.actor().member().ok_or(StoreError::Absent)?;
    store::insert(unit, report, member, free_text).await?;
    unit.answer(form_key, "noted").await?;
    Ok(Done::Now)
}

/// The notes of one desk about a report, in their order.
pub async fn notes(work: &Work, report: Id, desk: Id) -> Result<Vec<Note>, StoreError> {
    store::of_desk(work, report, desk).await
}
