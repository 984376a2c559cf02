use access::{Scope, action::ListCases};
use clock::AgeBand;
use record::{Id, Moment, Role, ShortCode};
use store::{Page, Row, StoreError, Window, Work, args};
use vault::{Place, Plain};

use crate::interpreter::said;

use super::actions::Chosen;
use super::{CaseError, Entry, Head, Need, State, What, rules};

/// What stands in clear of cases.
macro_rules! head {
    () => {
        "SELECT c.record, g.root, c.code, c.person, c.screening, c.begun, c.governorate, c.age, \
         c.next_contact, c.due, g.state FROM case_file c JOIN guard g ON g.record = c.record "
    };
}

store::statements! {
    INSERT = "INSERT INTO case_file (record, code, person, screening, begun, governorate, age, needs, due) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $5)";
    HEAD = concat!(head!(), "WHERE c.record = $1");
    OF_REPORT = concat!(head!(), "WHERE g.root = $1 AND g.kind = 'case' ORDER BY c.begun DESC, c.record DESC");
    SEALED = "SELECT needs, how FROM case_file WHERE record = $1";
    SET_NEEDS = "UPDATE case_file SET needs = $2 WHERE record = $1";
    SET_CONTACT = "UPDATE case_file SET next_contact = $2, how = $3 WHERE record = $1";
    SET_DUE = "UPDATE case_file SET due = $2 WHERE record = $1";
    LAST = "SELECT number FROM case_entry WHERE record = $1 ORDER BY number DESC LIMIT 1";
    ENTER = "INSERT INTO case_entry (record, number, what, at, happened, account, role, due, told) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    ENTRIES = "SELECT number, what, at, happened, role, due, done, told FROM case_entry \
        WHERE record = $1 ORDER BY number DESC";
    OPEN_TASKS = "SELECT due FROM case_entry WHERE record = $1 AND what = 'task' AND done IS NULL";
    DONE = "UPDATE case_entry SET done = $3 WHERE record = $1 AND number = $2 AND what = 'task' \
        AND done IS NULL";
    HELD = "SELECT record FROM guard WHERE root = $1 AND kind = 'held' AND state = 'open' LIMIT 1";
    BED = "SELECT state FROM guard WHERE root = $1 AND kind = 'bed_request' \
        ORDER BY CASE state WHEN 'admitted' THEN 0 WHEN 'held' THEN 1 WHEN 'asked' THEN 2 ELSE 3 END, \
        listed DESC LIMIT 1";
    WAITS = "SELECT p.to_tell, p.to_confirm FROM case_file c JOIN person p ON p.record = c.person \
        WHERE c.record = $1";
    OF_SCREENING = "SELECT record FROM case_file WHERE screening = $1";
    PEOPLE = "SELECT (SELECT COUNT(*) FROM guard g WHERE g.root = $1 AND g.kind = 'case' \
        AND g.state <> 'shredded') AS cases, \
        (SELECT COUNT(*) FROM report_head h WHERE h.record = $1) AS heads";
    REPORTED = "SELECT r.governorate, g.org, g.jurisdiction FROM report r JOIN guard g \
        ON g.record = r.record WHERE r.record = $1";
    TEAM = "SELECT m.role, COUNT(DISTINCT t.holder) AS people FROM access_grant t JOIN guard g \
        ON g.record = t.record JOIN membership m ON m.account = t.holder AND m.org = g.org \
        WHERE t.record = $1 AND t.relation = 'team' AND m.confirmed IS NOT NULL AND m.ended IS NULL \
        AND m.role IN ('caseworker', 'child_officer') GROUP BY m.role ORDER BY m.role";
    LIST = concat!(head!(), "WHERE ", store::page!(oldest; "open", "closed", "shred_proposed"),
        " ORDER BY g.listed, g.record LIMIT $12");
    LIST_SOME = store::sift!(oldest; "open", "closed", "shred_proposed"; head!(); "EXISTS (SELECT 1 \
        FROM case_file k WHERE k.record = walked.record AND (CAST($17 AS TEXT) IS NULL OR k.governorate = $17) \
        AND (CAST($18 AS TEXT) IS NULL OR k.age = $18) AND (CAST($19 AS TEXT) IS NULL OR EXISTS \
        (SELECT 1 FROM access_grant o WHERE o.record = k.record AND o.relation = 'owner' AND o.holder = $19)) \
        AND (CAST($20 AS TEXT) IS NULL OR NOT EXISTS (SELECT 1 FROM guard b WHERE b.root = walked.root \
        AND b.kind = 'bed_request' AND b.state = 'admitted') OR EXISTS (SELECT 1 FROM guard d \
        WHERE d.root = walked.root AND d.kind = 'case' AND d.state <> 'shredded' \
        AND d.record <> walked.record)))");
    NOBODYS = concat!(head!(), "WHERE ", store::page!(oldest; "open"; waits "owner"),
        " ORDER BY g.listed, g.record LIMIT $12");
    TO_BE_TOLD = concat!(head!(), "WHERE ", store::page!(oldest; "open", "closed"; waits "told"),
        " ORDER BY g.listed, g.record LIMIT $12");
    TO_CONFIRM = concat!(head!(), "WHERE ", store::page!(oldest; "open", "closed"; waits "confirm"),
        " ORDER BY g.listed, g.record LIMIT $12");
    TO_SHRED = concat!(head!(), "WHERE ", store::page!(oldest; "shred_proposed"; waits "shred"),
        " ORDER BY g.listed, g.record LIMIT $12");
    FORGET = "DELETE FROM case_file WHERE record = $1";
    FORGET_ENTRIES = "DELETE FROM case_entry WHERE record = $1";
    BY_CODE = concat!(head!(), "WHERE c.code = $10 AND ", store::reached!(),
        " ORDER BY c.begun DESC, c.record DESC LIMIT $11");
}

const fn place<'a>(table: &'static str, row: &'a str, column: &'static str) -> Place<'a> {
    Place { table, row, column }
}

/// What a case takes over from its report.
pub(super) struct Reported {
    pub(super) governorate: Option<String>,
    pub(super) desk: Option<Id>,
    pub(super) jurisdiction: Option<record::Jurisdiction>,
}

/// Where a report lies.
pub(super) async fn reported(work: &Work, report: Id) -> Result<Reported, StoreError> {
    let row = work.row(REPORTED, args![report]).await?;
    Ok(Reported {
        governorate: row.maybe_text("governorate")?,
        desk: row.maybe_id("org")?,
        jurisdiction: row.maybe_code("jurisdiction")?,
    })
}

/// A new case, as it is kept.
pub(super) struct Begun<'a> {
    pub(super) person: Id,
    pub(super) screening: Option<Id>,
    pub(super) governorate: Option<&'a str>,
    pub(super) age: AgeBand,
    pub(super) needs: &'a [Need],
}

pub(super) async fn insert(work: &Work, record: Id, begun: &Begun<'_>) -> Result<(), StoreError> {
    let name = record.to_string();
    let needs = rules::needs_text(begun.needs);
    let needs = work
        .seal(record, &place("case_file", &name, "needs"), &needs)
        .await?;
    let args = args![
        record,
        record::short_code(record),
        begun.person,
        begun.screening,
        work.now(),
        begun.governorate,
        begun.age.code(),
        needs.into_stored()
    ];
    work.execute(INSERT, args).await.map(drop)
}

/// What stands in clear.
pub(super) async fn head_of(work: &Work, record: Id) -> Result<Head, StoreError> {
    head(&work.row(HEAD, args![record]).await?)
}

/// The cases that grew from a report, the latest first.
pub(super) async fn of_report(work: &Work, report: Id) -> Result<Vec<Head>, StoreError> {
    let rows = work.rows(OF_REPORT, args![report]).await?;
    rows.iter().map(head).collect()
}

/// Opens what is needed, and how the next contact is safe.
pub(super) async fn sealed(
    work: &Work,
    record: Id,
) -> Result<(Vec<Need>, Option<Plain<String>>), CaseError> {
    let name = record.to_string();
    let row = work.row(SEALED, args![record]).await?;
    let needs: Plain<String> = work
        .open(
            record,
            &place("case_file", &name, "needs"),
            &row.sealed("needs")?,
        )
        .await?;
    let how = match row.maybe_sealed("how")? {
        Some(how) => Some(
            work.open(record, &place("case_file", &name, "how"), &how)
                .await?,
        ),
        None => None,
    };
    Ok((rules::needs(&needs)?, how))
}

/// Seals what is needed now.
pub(super) async fn set_needs(work: &Work, record: Id, needs: &[Need]) -> Result<(), StoreError> {
    let name = record.to_string();
    let needs = rules::needs_text(needs);
    let needs = work
        .seal(record, &place("case_file", &name, "needs"), &needs)
        .await?;
    let args = args![record, needs.into_stored()];
    work.execute(SET_NEEDS, args).await.map(drop)
}

/// Plans the next contact, or none.
pub(super) async fn set_contact(
    work: &Work,
    record: Id,
    contact: Option<(Moment, &Plain<String>)>,
) -> Result<(), StoreError> {
    let name = record.to_string();
    let (at, how) = contact.unzip();
    let how = match how {
        Some(how) => Some(
            work.seal(record, &place("case_file", &name, "how"), how)
                .await?
                .into_stored(),
        ),
        None => None,
    };
    work.execute(SET_CONTACT, args![record, at, how])
        .await
        .map(drop)
}

/// Something that is entered.
pub(super) struct Entering<'a> {
    pub(super) what: What,
    pub(super) happened: Moment,
    pub(super) due: Option<Moment>,
    pub(super) told: Option<&'a Plain<String>>,
}

/// Enters something on the time line, sealed.
pub(super) async fn enter(
    work: &Work,
    record: Id,
    entering: &Entering<'_>,
) -> Result<(), StoreError> {
    let member = work.actor().member().ok_or(StoreError::Absent)?;
    let last = work.maybe_row(LAST, args![record]).await?;
    let last = last.map_or(Ok(0), |row| row.int("number"))?;
    let number = last + 1;
    let name = format!("{record}/{number}");
    let told = match entering.told {
        Some(told) => Some(
            work.seal(record, &place("case_entry", &name, "told"), told)
                .await?
                .into_stored(),
        ),
        None => None,
    };
    let args = args![
        record,
        number,
        entering.what.code(),
        work.now(),
        entering.happened,
        member.account,
        member.role.code(),
        entering.due,
        told
    ];
    work.execute(ENTER, args).await.map(drop)
}

/// Opens the time line, the latest first.
pub(super) async fn entries(work: &Work, record: Id) -> Result<Vec<Entry>, CaseError> {
    let mut entries = Vec::new();
    for row in work.rows(ENTRIES, args![record]).await? {
        let number = row.int("number")?;
        let name = format!("{record}/{number}");
        let told = match row.maybe_sealed("told")? {
            Some(told) => Some(
                work.open(record, &place("case_entry", &name, "told"), &told)
                    .await?,
            ),
            None => None,
        };
        entries.push(Entry {
            number,
            what: row.code("what")?,
            at: row.moment("at")?,
            happened: row.moment("happened")?,
            role: row.code("role")?,
            due: row.maybe_moment("due")?,
            done: row.maybe_moment("done")?,
            told,
        });
    }
    Ok(entries)
}

/// Says that a task is done; tells whether it was open.
pub(super) async fn done(work: &Work, record: Id, task: i64) -> Result<bool, StoreError> {
    Ok(work.execute(DONE, args![record, task, work.now()]).await? == 1)
}

/// Puts a case where it is due, and says for what it waits: for a second person, for somebody to answer
/// for it, or for a recipient to be told.
pub(super) async fn settle(work: &Work, record: Id) -> Result<(), StoreError> {
    let head = head_of(work, record).await?;
    let tasks = work.rows(OPEN_TASKS, args![record]).await?;
    let tasks: Vec<Moment> = tasks
        .iter()
        .map(|row| row.moment("due"))
        .collect::<Result<_, _>>()?;
    let due = rules::due(head.begun, head.next_contact, tasks.into_iter());
    if head.state == State::Open && due != head.due {
        work.execute(SET_DUE, args![record, due]).await?;
    }
    if head.state == State::Open {
        work.set_listed(record, due).await?;
    }
    let is_nobodys = head.state == State::Open && team(work, record).await?.is_empty();
    let waits = waits_of(work, record).await?;
    let waits = match (waits.to_confirm, is_nobodys, waits.to_tell) {
        _ if head.state == State::ShredProposed => Some("shred"),
        (true, ..) => Some("confirm"),
        (false, true, _) => Some("owner"),
        (false, false, true) => Some("told"),
        (false, false, false) => None,
    };
    work.set_waits(record, waits).await
}

/// For what the person of a case waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Waits {
    /// Whether a recipient must still be told that a consent ended.
    pub(crate) to_tell: bool,
    /// Whether something that is to leave without a consent waits for a second person.
    pub(crate) to_confirm: bool,
}

/// For what the person of a case waits.
pub(super) async fn waits_of(work: &Work, record: Id) -> Result<Waits, StoreError> {
    let row = work.row(WAITS, args![record]).await?;
    Ok(Waits {
        to_tell: row.yes("to_tell")?,
        to_confirm: row.yes("to_confirm")?,
    })
}

/// Forgets a case and everything on its time line.
pub(super) async fn forget(work: &Work, record: Id) -> Result<(), StoreError> {
    said::forget(work, record).await?;
    for sql in [FORGET_ENTRIES, FORGET] {
        work.execute(sql, args![record]).await?;
    }
    Ok(())
}

/// Whether a case was opened from a screening.
pub(super) async fn has_case(work: &Work, screening: Id) -> Result<bool, StoreError> {
    Ok(work
        .maybe_row(OF_SCREENING, args![screening])
        .await?
        .is_some())
}

/// Whether a report is about several people.
pub(super) async fn are_several(work: &Work, report: Id) -> Result<bool, StoreError> {
    let row = work.row(PEOPLE, args![report]).await?;
    Ok(row.int("cases")?.max(row.int("heads")?) > 1)
}

/// As what those work who are on it, one for each.
pub(super) async fn team(work: &Work, record: Id) -> Result<Vec<Role>, StoreError> {
    let mut team = Vec::new();
    for row in work.rows(TEAM, args![record]).await? {
        let role: Role = row.code("role")?;
        let people = usize::try_from(row.int("people")?).unwrap_or(0);
        team.extend(std::iter::repeat_n(role, people));
    }
    Ok(team)
}

/// Whether somebody of the report is held now.
pub(super) async fn is_held(work: &Work, report: Id) -> Result<bool, StoreError> {
    Ok(work.maybe_row(HELD, args![report]).await?.is_some())
}

/// How the request for a place stands that went furthest.
pub(super) async fn bed(work: &Work, report: Id) -> Result<Option<crate::bed::State>, StoreError> {
    let row = work.maybe_row(BED, args![report]).await?;
    row.map(|row| row.code("state")).transpose()
}

/// A page of what the reach of a list holds, what is due first in front.
pub(super) async fn list(
    work: &Work,
    scope: &Scope<ListCases>,
    window: &Window,
) -> Result<Vec<Head>, StoreError> {
    let args = work.store().gate().page(scope, window);
    work.rows(LIST, args).await?.iter().map(head).collect()
}

/// A page of some of them.
pub(super) async fn list_some(
    work: &Work,
    scope: &Scope<ListCases>,
    window: &Window,
    chosen: &Chosen,
) -> Result<Page<Head>, StoreError> {
    let own = args![
        chosen.governorate.as_deref(),
        chosen.age.map(AgeBand::code),
        chosen.mine,
        chosen.no_place.then_some("yes")
    ];
    work.sift(scope, window, (LIST_SOME, own), head).await
}

/// For what a case waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Waiting {
    /// For somebody to answer for it.
    Nobodys,
    /// For a recipient to be told.
    Told,
    /// For a second person, who agrees that something leaves without a consent.
    Confirm,
    /// For a second person, who agrees that it is shredded.
    Shred,
}

/// The first of those that wait for one thing.
pub(super) async fn waiting(
    work: &Work,
    scope: &Scope<ListCases>,
    what: Waiting,
    most: i64,
) -> Result<Vec<Head>, StoreError> {
    let window = Window::oldest(None, most);
    let args = work.store().gate().page(scope, &window);
    let sql = match what {
        Waiting::Nobodys => NOBODYS,
        Waiting::Told => TO_BE_TOLD,
        Waiting::Confirm => TO_CONFIRM,
        Waiting::Shred => TO_SHRED,
    };
    work.rows(sql, args).await?.iter().map(head).collect()
}

/// The cases with a code, as far as the list reaches.
pub(super) async fn by_code(
    work: &Work,
    scope: &Scope<ListCases>,
    code: &ShortCode,
    limit: i64,
) -> Result<Vec<Head>, StoreError> {
    let mut args = work.store().gate().reach(scope);
    args.extend(args![code.as_str(), limit]);
    work.rows(BY_CODE, args).await?.iter().map(head).collect()
}

fn head(row: &Row) -> Result<Head, StoreError> {
    Ok(Head {
        record: row.id("record")?,
        root: row.id("root")?,
        code: row.text("code")?,
        person: row.id("person")?,
        screening: row.maybe_id("screening")?,
        begun: row.moment("begun")?,
        governorate: row.maybe_text("governorate")?,
        age: row.code("age")?,
        next_contact: row.maybe_moment("next_contact")?,
        due: row.moment("due")?,
        state: row.code::<State>("state")?,
    })
}
