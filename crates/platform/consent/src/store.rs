use record::{Id, Role};
use store::{StoreError, Work, args};
use vault::{Place, Plain};

use super::{ConsentError, Entry, What, text};

store::statements! {
    APPEND = "INSERT INTO consent_entry (record, number, at, account, role, entry) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    FORGET = "DELETE FROM consent_entry WHERE record = $1";
    ENTRIES = "SELECT number, at, account, role, entry FROM consent_entry WHERE record = $1 ORDER BY number";
}

const fn place(row: &str) -> Place<'_> {
    Place {
        table: "consent_entry",
        row,
        column: "entry",
    }
}

/// Seals an entry at its place, and gives it back as it reads from now on.
pub(crate) async fn append(
    work: &Work,
    person: Id,
    number: i64,
    what: What,
) -> Result<Entry, StoreError> {
    // What two supervisors' words bring about is written by a rule.
    let member = work.actor().member();
    let by = member.map_or(Id::NONE, |member| member.account);
    let role = member.map_or(Role::Supervisor, |member| member.role);
    let row = format!("{person}/{number}");
    let entry = work.seal(person, &place(&row), &text::text(&what)).await?;
    let args = args![
        person,
        number,
        work.now(),
        by,
        role.code(),
        entry.into_stored()
    ];
    work.execute(APPEND, args).await?;
    Ok(Entry {
        number,
        at: work.now(),
        by,
        role,
        what,
    })
}

/// Opens every entry, in its order.
pub(crate) async fn entries(work: &Work, person: Id) -> Result<Vec<Entry>, ConsentError> {
    let mut entries = Vec::new();
    for row in work.rows(ENTRIES, args![person]).await? {
        let number = row.int("number")?;
        let name = format!("{person}/{number}");
        let sealed = row.sealed("entry")?;
        let opened: Plain<String> = work.open(person, &place(&name), &sealed).await?;
        entries.push(Entry {
            number,
            at: row.moment("at")?,
            by: row.id("account")?,
            role: row.code("role")?,
            what: text::read(&opened)?,
        });
    }
    Ok(entries)
}

/// Forgets a person's book.
pub(crate) async fn forget(work: &Work, person: Id) -> Result<(), StoreError> {
    work.execute(FORGET, args![person]).await.map(drop)
}
