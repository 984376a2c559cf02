//! The SQL of requests: what stands in clear of them, and what is sealed.

use access::Scope;
use access::action::ListBedRequests;
use people::Rows;
use record::{Id, Moment, ShortCode};
use store::{Order, Page, Row, StoreError, Window, Work, args};
use vault::{Place, Plain};

use super::list::{Line, People};
use super::{Head, Needs, State};

macro_rules! head {
    () => {
        "r.record, r.code, r.asked, r.governorate, r.sex, r.age, r.family, r.heads, r.disability, \
         r.languages, r.danger, r.revision, r.state"
    };
}

/// A line of a list, with what a shelter has to answer of it and until when it holds a place.
// Of a plain `due` SQLite takes the least from the index of all due times, through every part of
// every request; of a sum it asks the parts of this one.
macro_rules! line {
    ($shelter:literal) => {
        concat!(
            "SELECT ",
            head!(),
            ", (SELECT MIN(a.due + 0) FROM shelter_inquiry a WHERE a.request = r.record \
             AND a.org = ",
            $shelter,
            " AND a.state = 'asked') AS answer_due, \
             (SELECT MAX(a.hold_until + 0) FROM shelter_inquiry a WHERE a.request = r.record \
             AND a.org = ",
            $shelter,
            " AND a.state = 'held') AS hold_until \
             FROM bed_request r JOIN guard g ON g.record = r.record "
        )
    };
}

store::statements! {
    INSERT = "INSERT INTO bed_request (record, root, code, asked, governorate, sex, age, family, \
        heads, disability, languages, danger, round, revision, state, free_text) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, 1, 'asked', $13)";
    HEAD = concat!("SELECT ", head!(), ", r.root, r.round FROM bed_request r WHERE r.record = $1");
    LOCK_REQUEST = "UPDATE bed_request SET round = round WHERE record = $1";
    SAID = "SELECT free_text FROM bed_request WHERE record = $1";
    SET_STATE = "UPDATE bed_request SET state = $2, revision = revision + 1 WHERE record = $1";
    SET_ROUND = "UPDATE bed_request SET round = $2, revision = revision + 1 WHERE record = $1";
    FORGET_SAID = "UPDATE bed_request SET free_text = NULL WHERE record = $1";
    HOLDERS = "SELECT holder, relation FROM access_grant WHERE record = $1 AND until IS NULL \
        AND relation IN ('owner', 'team', 'supervising', 'placing')";
    SHUT_OUT = "SELECT holder FROM access_grant WHERE record = $1 AND relation = 'excluded'";
    ROOT = "SELECT g.org, r.withdrawn FROM guard g LEFT JOIN report r ON r.record = g.record \
        WHERE g.record = $1";
    DESK_OF = "SELECT org FROM guard WHERE record = $1";
    WAITING = concat!("SELECT ", head!(), ", r.root, r.round FROM bed_request r \
        WHERE r.state = 'asked' AND NOT EXISTS (SELECT 1 FROM shelter_inquiry a \
        WHERE a.request = r.record AND a.state = 'asked' AND a.due + 0 > $1) \
        ORDER BY r.governorate, r.record");
    LIST = concat!(line!("$16"), "WHERE ", store::page!(newest; "asked", "held", "admitted", "ended", "cancelled"),
        " ORDER BY g.listed DESC, g.record DESC LIMIT $12");
    LIST_SOME = store::sift!(newest; "asked", "held", "admitted", "ended", "cancelled"; line!("$17");
        "EXISTS (SELECT 1 FROM bed_request k WHERE k.record = walked.record \
        AND (CAST($18 AS TEXT) IS NULL OR k.governorate = $18) AND (CAST($19 AS TEXT) IS NULL \
        OR ($19 = 'children' AND k.age <> 'adult') OR ($19 = 'women' AND k.age = 'adult' AND k.sex <> 'male') \
        OR ($19 = 'men' AND k.age = 'adult' AND k.sex <> 'female')))");
    LONGEST = concat!(line!("$16"), "WHERE ", store::page!(oldest; "asked", "held"),
        " ORDER BY g.listed, g.record LIMIT $12");
    BY_CODE = concat!(line!("$10"), "WHERE r.code = $11 AND ", store::reached!(),
        " ORDER BY r.asked DESC, r.record DESC LIMIT $12");
    KEEP_APART = "INSERT INTO keep_apart (id, request, pair, at, code, free_text) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    KEPT_APART = "SELECT id, at, code, free_text FROM keep_apart WHERE request = $1 AND free_text IS NOT NULL ORDER BY at, id";
    IS_PAIR = "SELECT id FROM keep_apart WHERE pair = $1 LIMIT 1";
    DROP_APART = "UPDATE keep_apart SET code = NULL, free_text = NULL WHERE request = $1";
}

/// A request as its own actions see it.
pub(super) struct Standing {
    pub(super) head: Head,
    /// The report it grew from.
    pub(super) root: Id,
    /// The round that was reached.
    pub(super) round: i64,
}

pub(super) async fn insert(
    work: &Work,
    record: Id,
    root: Id,
    code: &str,
    needs: &Needs,
) -> Result<(), StoreError> {
    let free_text = if needs.free_text.is_blank() {
        None
    } else {
        let row = record.to_string();
        let sealed = work
            .seal(record, &said_place(&row), &needs.free_text)
            .await?;
        Some(sealed.into_stored())
    };
    let args = args![
        record,
        root,
        code,
        work.now(),
        &needs.governorate,
        needs.sex.code(),
        needs.age.code(),
        needs.family,
        needs.heads,
        needs.disability,
        &needs.languages,
        needs.danger,
        free_text
    ];
    work.execute(INSERT, args).await.map(drop)
}

fn said_place(row: &str) -> Place<'_> {
    Place {
        table: "bed_request",
        row,
        column: "free_text",
    }
}

pub(super) async fn standing(at: &impl Rows, request: Id) -> Result<Standing, StoreError> {
    let rows = at.rows(HEAD, args![request]).await?;
    stands(rows.first().ok_or(StoreError::Absent)?)
}

/// Takes the request's turn first: of two units that change one request the later one waits here,
/// instead of each waiting for a row that the other holds.
pub(super) async fn lock_request(work: &Work, request: Id) -> Result<Standing, StoreError> {
    work.execute(LOCK_REQUEST, args![request]).await?;
    standing(work, request).await
}

fn stands(row: &Row) -> Result<Standing, StoreError> {
    Ok(Standing {
        head: head(row)?,
        root: row.id("root")?,
        round: row.int("round")?,
    })
}

pub(crate) async fn head_of(at: &impl Rows, request: Id) -> Result<Head, StoreError> {
    Ok(standing(at, request).await?.head)
}

/// Opens what they need; nothing, where nothing was said or it was deleted.
pub(super) async fn free_text(
    work: &Work,
    request: Id,
) -> Result<Option<Plain<String>>, StoreError> {
    let found = work.row(SAID, args![request]).await?;
    let Some(sealed) = found.maybe_sealed("free_text")? else {
        return Ok(None);
    };
    let row = request.to_string();
    work.open(request, &said_place(&row), &sealed)
        .await
        .map(Some)
}

/// Puts a request into a state, its guard too.
pub(super) async fn set_state(work: &Work, request: Id, state: State) -> Result<(), StoreError> {
    work.set_state(request, state.code()).await?;
    work.execute(SET_STATE, args![request, state.code()])
        .await
        .map(drop)
}

pub(super) async fn set_round(work: &Work, request: Id, round: i64) -> Result<(), StoreError> {
    work.execute(SET_ROUND, args![request, round])
        .await
        .map(drop)
}

/// Destroys what was written of a request. When, where and how it stood stays.
pub(crate) async fn forget(work: &Work, request: Id) -> Result<(), StoreError> {
    work.execute(FORGET_SAID, args![request]).await?;
    // Its pairs go on keeping people apart; what was written of them is gone.
    work.execute(DROP_APART, args![request]).await?;
    work.shred(request).await
}

/// Who holds a request for as long as it lasts, by relation.
pub(crate) async fn holders(
    at: &impl Rows,
    request: Id,
) -> Result<Vec<(Id, record::Relation)>, StoreError> {
    at.rows(HOLDERS, args![request])
        .await?
        .iter()
        .map(|row| Ok((row.id("holder")?, row.code("relation")?)))
        .collect()
}

/// Everybody who is shut out of a report.
pub(crate) async fn shut_out(
    at: &impl Rows,
    root: Id,
) -> Result<std::collections::BTreeSet<Id>, StoreError> {
    at.rows(SHUT_OUT, args![root])
        .await?
        .iter()
        .map(|row| row.id("holder"))
        .collect()
}

/// Whose desk a report is on now, and whether its sender withdrew it.
pub(super) async fn root(at: &impl Rows, root: Id) -> Result<(Option<Id>, bool), StoreError> {
    let rows = at.rows(ROOT, args![root]).await?;
    let row = rows.first().ok_or(StoreError::Absent)?;
    Ok((row.maybe_id("org")?, row.maybe_int("withdrawn")?.is_some()))
}

/// Whose desk a request is on.
pub(crate) async fn desk_of(at: &impl Rows, request: Id) -> Result<Option<Id>, StoreError> {
    let rows = at.rows(DESK_OF, args![request]).await?;
    rows.first().ok_or(StoreError::Absent)?.maybe_id("org")
}

/// Every request that waits for no answer which could still come in time.
pub(super) async fn waiting(at: &impl Rows, now: Moment) -> Result<Vec<Standing>, StoreError> {
    at.rows(WAITING, args![now])
        .await?
        .iter()
        .map(stands)
        .collect()
}

/// A part of a list, in the order of its window; `shelter` is the organisation whose own part is told.
pub(super) async fn list(
    work: &Work,
    scope: &Scope<ListBedRequests>,
    window: &Window,
    shelter: Option<Id>,
) -> Result<Vec<Line>, StoreError> {
    let mut args = work.store().gate().page(scope, window);
    args.extend(args![shelter]);
    let sql = match window.order {
        Order::Newest => LIST,
        Order::Oldest => LONGEST,
    };
    lines(&work.rows(sql, args).await?)
}

/// Those of a list that are in a governorate, or for some people, the latest first.
pub(super) async fn list_some(
    work: &Work,
    scope: &Scope<ListBedRequests>,
    window: &Window,
    shelter: Option<Id>,
    (governorate, people): (Option<&str>, Option<People>),
) -> Result<Page<Line>, StoreError> {
    let own = args![shelter, governorate, people.map(People::code)];
    work.sift(scope, window, (LIST_SOME, own), line).await
}

/// The requests with a code, as far as the list reaches.
pub(super) async fn by_code(
    work: &Work,
    scope: &Scope<ListBedRequests>,
    code: &ShortCode,
    limit: i64,
    shelter: Option<Id>,
) -> Result<Vec<Line>, StoreError> {
    let mut args = work.store().gate().reach(scope);
    args.extend(args![shelter, code.as_str(), limit]);
    lines(&work.rows(BY_CODE, args).await?)
}

fn lines(rows: &[Row]) -> Result<Vec<Line>, StoreError> {
    rows.iter().map(line).collect()
}

fn line(row: &Row) -> Result<Line, StoreError> {
    Ok(Line {
        head: head(row)?,
        answer_due: row.maybe_moment("answer_due")?,
        hold_until: row.maybe_moment("hold_until")?,
    })
}

fn head(row: &Row) -> Result<Head, StoreError> {
    Ok(Head {
        record: row.id("record")?,
        code: row.text("code")?,
        asked: row.moment("asked")?,
        governorate: row.text("governorate")?,
        sex: row.code("sex")?,
        age: row.code("age")?,
        family: row.yes("family")?,
        heads: row.int("heads")?,
        disability: row.yes("disability")?,
        languages: row.text("languages")?,
        danger: row.yes("danger")?,
        revision: row.int("revision")?,
        state: row.code("state")?,
    })
}

/// Keeps two people apart, by the blind index of their codes.
pub(super) async fn keep_apart(
    work: &Work,
    request: Id,
    pair: Vec<u8>,
    code: &Plain<String>,
    free_text: &Plain<String>,
) -> Result<(), StoreError> {
    let id = work.id();
    let row = id.to_string();
    let code = work.seal(request, &apart_place(&row, "code"), code).await?;
    let free_text = work
        .seal(request, &apart_place(&row, "free_text"), free_text)
        .await?;
    let args = args![
        id,
        request,
        pair,
        work.now(),
        code.into_stored(),
        free_text.into_stored()
    ];
    work.execute(KEEP_APART, args).await.map(drop)
}

fn apart_place<'r>(row: &'r str, column: &'r str) -> Place<'r> {
    Place {
        table: "keep_apart",
        row,
        column,
    }
}

/// What the team wrote of people who must not meet.
pub(super) async fn kept_apart(
    work: &Work,
    request: Id,
) -> Result<Vec<super::KeptApart>, StoreError> {
    let mut kept = Vec::new();
    for row in work.rows(KEPT_APART, args![request]).await? {
        let id = row.id("id")?;
        let at = id.to_string();
        let code = row.sealed("code")?;
        let free_text = row.sealed("free_text")?;
        kept.push(super::KeptApart {
            id,
            at: row.moment("at")?,
            code: work.open(request, &apart_place(&at, "code"), &code).await?,
            free_text: work
                .open(request, &apart_place(&at, "free_text"), &free_text)
                .await?,
        });
    }
    Ok(kept)
}

/// Whether somebody wrote that these two must not meet.
pub(super) async fn is_pair(at: &impl Rows, pair: Vec<u8>) -> Result<bool, StoreError> {
    Ok(!at.rows(IS_PAIR, args![pair]).await?.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_walks_every_state() {
        for state in State::ALL {
            let walked = format!("i.state = '{}'", state.code());
            assert!(LIST.contains(&walked), "{}", state.code());
        }
    }
}
