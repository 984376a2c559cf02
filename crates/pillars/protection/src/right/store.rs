//! The SQL of rights not yet met.

use access::action::ListUnmetRights;
use access::{Scope, Shows};
use people::Rows;
use record::{Id, Moment};
use store::{Order, Page, Row, StoreError, Window, Work, args};

use super::list::Whose;
use super::{Answer, Line, Outcome, State, What};

macro_rules! line {
    () => {
        "SELECT u.record, u.request, u.code, u.kind, u.charged, u.governorate, u.child, u.opened, \
         u.due, u.answer, u.answered, u.outcome, g.state FROM unmet_right u \
         JOIN guard g ON g.record = u.record "
    };
}

/// Of a governorate, of children or of adults.
macro_rules! some {
    () => {
        "EXISTS (SELECT 1 FROM unmet_right k WHERE k.record = walked.record \
         AND (CAST($17 AS TEXT) IS NULL OR k.governorate = $17) \
         AND (CAST($18 AS BOOLEAN) IS NULL OR k.child = $18))"
    };
}

store::statements! {
    INSERT = "INSERT INTO unmet_right \
        (record, request, inquiry, code, kind, charged, governorate, child, opened, due) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    LINE = concat!(line!(), "WHERE u.record = $1");
    REQUEST_OF = "SELECT request FROM unmet_right WHERE record = $1";
    OPEN_OF_REQUEST = "SELECT u.record FROM unmet_right u JOIN guard g ON g.record = u.record \
        WHERE u.request = $1 AND g.state = 'open' ORDER BY u.record";
    HAS_NO_PLACE = "SELECT u.record FROM unmet_right u JOIN guard g ON g.record = u.record \
        WHERE u.request = $1 AND u.kind = 'no_place' AND g.state = 'open' LIMIT 1";
    UNLAWFUL = "SELECT a.id, a.decline, a.condition_body FROM shelter_inquiry a WHERE a.request = $1 \
        AND a.decline IN ('sex', 'age', 'nationality', 'papers', 'residence', 'court_order', \
        'cooperation', 'complaint', 'guardian_leave', 'marriage', 'pregnancy_or_hiv') \
        AND NOT EXISTS (SELECT 1 FROM unmet_right u WHERE u.request = a.request AND u.inquiry = a.id) \
        ORDER BY a.id";
    MET = "UPDATE unmet_right SET met = $2 WHERE record = $1 AND met IS NULL";
    ANSWER = "UPDATE unmet_right SET answer = $2, answered = $3 WHERE record = $1";
    CLOSE = "UPDATE unmet_right SET outcome = $2, closed = $3 WHERE record = $1";
    // Those closed are the most by and by: nobody walks past them who does not ask for them.
    LIST = concat!(line!(), "WHERE ", store::page!(newest; "open", "met"),
        " ORDER BY g.listed DESC, g.record DESC LIMIT $12");
    CLOSED = concat!(line!(), "WHERE ", store::page!(newest; "closed"),
        " ORDER BY g.listed DESC, g.record DESC LIMIT $12");
    LIST_SOME = store::sift!(newest; "open", "met"; line!(); some!());
    CLOSED_SOME = store::sift!(newest; "closed"; line!(); some!());
    LONGEST = concat!(line!(), "WHERE ", store::page!(oldest; "open", "met"),
        " ORDER BY g.listed, g.record LIMIT $12");
}

/// A right as it is opened.
pub(super) struct Opening<'a> {
    pub(super) record: Id,
    pub(super) request: Id,
    pub(super) inquiry: Option<Id>,
    pub(super) code: &'a str,
    pub(super) what: What,
    pub(super) charged: Option<Id>,
    pub(super) governorate: &'a str,
    pub(super) child: bool,
    pub(super) due: Moment,
}

pub(super) async fn insert(work: &Work, new: &Opening<'_>) -> Result<(), StoreError> {
    let args = args![
        new.record,
        new.request,
        new.inquiry,
        new.code,
        new.what.code(),
        new.charged,
        new.governorate,
        new.child,
        work.now(),
        new.due
    ];
    work.execute(INSERT, args).await.map(drop)
}

/// A right as somebody sees it who is shown so much.
pub(super) async fn line(at: &impl Rows, record: Id, shows: Shows) -> Result<Line, StoreError> {
    let rows = at.rows(LINE, args![record]).await?;
    read(rows.first().ok_or(StoreError::Absent)?, shows)
}

/// The request that a right is about.
pub(super) async fn request_of(at: &impl Rows, right: Id) -> Result<Id, StoreError> {
    let rows = at.rows(REQUEST_OF, args![right]).await?;
    rows.first().ok_or(StoreError::Absent)?.id("request")
}

/// The rights of a request that are not met.
pub(super) async fn open_of_request(at: &impl Rows, request: Id) -> Result<Vec<Id>, StoreError> {
    ids(&at.rows(OPEN_OF_REQUEST, args![request]).await?)
}

/// Whether it is the State's already that nobody has a place for a request.
pub(super) async fn has_no_place(at: &impl Rows, request: Id) -> Result<bool, StoreError> {
    Ok(!at.rows(HAS_NO_PLACE, args![request]).await?.is_empty())
}

/// The refusals of a request that nobody may make and of which no right was opened: the part, what
/// was refused for, and who set the condition.
pub(super) async fn unlawful(
    at: &impl Rows,
    request: Id,
) -> Result<Vec<(Id, What, Option<Id>)>, StoreError> {
    at.rows(UNLAWFUL, args![request])
        .await?
        .iter()
        .map(|row| {
            Ok((
                row.id("id")?,
                row.code("decline")?,
                row.maybe_id("condition_body")?,
            ))
        })
        .collect()
}

pub(super) async fn set_met(work: &Work, record: Id) -> Result<(), StoreError> {
    work.execute(MET, args![record, work.now()]).await.map(drop)
}

pub(super) async fn set_answer(work: &Work, record: Id, answer: Answer) -> Result<(), StoreError> {
    work.execute(ANSWER, args![record, answer.code(), work.now()])
        .await
        .map(drop)
}

pub(super) async fn set_outcome(
    work: &Work,
    record: Id,
    outcome: Outcome,
) -> Result<(), StoreError> {
    work.execute(CLOSE, args![record, outcome.code(), work.now()])
        .await
        .map(drop)
}

/// A part of a list, in the order of its window; those that are closed only where they are asked for.
pub(super) async fn list(
    work: &Work,
    scope: &Scope<ListUnmetRights>,
    window: &Window,
    shows: Shows,
) -> Result<Vec<Line>, StoreError> {
    let sql = match window.order {
        Order::Newest if is_closed(window) => CLOSED,
        Order::Newest => LIST,
        Order::Oldest => LONGEST,
    };
    let rows = work.rows(sql, work.store().gate().page(scope, window));
    rows.await?.iter().map(|row| read(row, shows)).collect()
}

/// A part of the list, the latest first: those of a governorate, of children or of adults.
pub(super) async fn list_some(
    work: &Work,
    scope: &Scope<ListUnmetRights>,
    window: &Window,
    shows: Shows,
    (governorate, whose): (Option<&str>, Option<Whose>),
) -> Result<Page<Line>, StoreError> {
    let of_children = whose.map(|whose| whose == Whose::Children);
    let own = args![governorate, of_children];
    let sql = if is_closed(window) {
        CLOSED_SOME
    } else {
        LIST_SOME
    };
    work.sift(scope, window, (sql, own), |row| read(row, shows))
        .await
}

fn is_closed(window: &Window) -> bool {
    window.state == Some(State::Closed.code())
}

fn ids(rows: &[Row]) -> Result<Vec<Id>, StoreError> {
    rows.iter().map(|row| row.id("record")).collect()
}

fn read(row: &Row, shows: Shows) -> Result<Line, StoreError> {
    // Whoever watches sees a code, an age, a place and hours.
    let all = shows >= Shows::Minimum;
    Ok(Line {
        record: row.id("record")?,
        request: row.maybe_id("request")?.filter(|_| all),
        code: row.text("code")?,
        what: row.code("kind")?,
        charged: row.maybe_id("charged")?.filter(|_| all),
        shows_charged: all,
        governorate: row.text("governorate")?,
        child: row.yes("child")?,
        opened: row.moment("opened")?,
        due: row.moment("due")?,
        state: row.code("state")?,
        answer: row.maybe_code("answer")?,
        answered: row.maybe_moment("answered")?,
        outcome: row.maybe_code("outcome")?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::State;
    use super::*;

    #[test]
    fn a_list_walks_every_state() {
        for state in State::ALL {
            let walked = format!("i.state = '{}'", state.code());
            assert!(
                LIST.contains(&walked) || CLOSED.contains(&walked),
                "{}",
                state.code()
            );
        }
    }
}
