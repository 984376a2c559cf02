use access::Member;
use record::Id;
use store::{StoreError, Work, args};
use vault::{Place, Plain};

use super::Note;

store::statements! {
    INSERT = "INSERT INTO report_note (id, record, org, account, role, at, free_text) \
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    OF_DESK = "SELECT id, role, at, free_text FROM report_note \
        WHERE record = $1 AND org = $2 ORDER BY at, id";
    DESTROY = "DELETE FROM report_note WHERE record = $1";
}

fn place(row: &str) -> Place<'_> {
    Place {
        table: "report_note",
        row,
        column: "free_text",
    }
}

/// Seals a note and keeps it.
pub(super) async fn insert(
    work: &Work,
    report: Id,
    by: &Member,
    free_text: &Plain<String>,
) -> Result<(), StoreError> {
    let id = work.id();
    let sealed = work
        .seal(report, &place(&id.to_string()), free_text)
        .await?;
    let args = args![
        id,
        report,
        by.org,
        by.account,
        by.role.code(),
        work.now(),
        sealed.into_stored()
    ];
    work.execute(INSERT, args).await.map(drop)
}

/// Opens what one desk noted.
pub(super) async fn of_desk(work: &Work, report: Id, desk: Id) -> Result<Vec<Note>, StoreError> {
    let mut notes = Vec::new();
    for row in work.rows(OF_DESK, args![report, desk]).await? {
        let id = row.id("id")?.to_string();
        notes.push(Note {
            role: row.code("role")?,
            at: row.moment("at")?,
            free_text: work
                .open(report, &place(&id), &row.sealed("free_text")?)
                .await?,
        });
    }
    Ok(notes)
}

/// Takes every note about a report away.
pub(crate) async fn destroy(work: &Work, report: Id) -> Result<(), StoreError> {
    work.execute(DESTROY, args![report]).await.map(drop)
}
