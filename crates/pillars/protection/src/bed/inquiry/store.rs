//! The SQL of shelters' parts in requests, and of stays.

use people::Rows;
use record::{Id, Moment};
use store::{Row, StoreError, Value, Work, args};

use super::super::rules::Offer;
use super::super::{Decline, HoldEnd, InquiryState, ShelterInquiry, ToReview};
use crate::shelter::store::declared;

macro_rules! inquiry {
    () => {
        "SELECT a.id, a.request, a.shelter, a.org, a.places_row, a.asked, a.due, a.state, \
         a.hold_until, a.for_judge, a.decline, a.condition_body, a.answered, a.because, \
         CASE WHEN a.reviewed IS NULL THEN a.review_due END AS review_due, \
         s.code AS house_code, s.governorate, t.emergency_until FROM shelter_inquiry a \
         JOIN shelter s ON s.record = a.shelter \
         LEFT JOIN bed_stay t ON t.inquiry = a.id AND t.ended IS NULL "
    };
}

store::statements! {
    INSERT = "INSERT INTO shelter_inquiry \
        (id, request, shelter, org, places_row, asked, due, state, for_judge) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, 'asked', FALSE)";
    INQUIRIES = concat!(inquiry!(), "WHERE a.request = $1 ORDER BY a.asked, a.id");
    INQUIRY = concat!(inquiry!(), "WHERE a.id = $1");
    OFFERS = "SELECT s.record, s.org, s.code, s.governorate, p.id, p.sex, p.age, p.family, \
        p.disability, p.places, p.taken FROM shelter s JOIN shelter_places p ON p.shelter = s.record \
        WHERE s.jurisdiction = $1 AND s.closed = FALSE AND EXISTS (SELECT 1 FROM membership m \
        JOIN guard a ON a.record = m.account AND a.state = 'active' WHERE m.org = s.org \
        AND m.role = 'shelter_manager' AND m.confirmed IS NOT NULL AND m.ended IS NULL) \
        ORDER BY s.code, s.record, p.id";
    HELD = "UPDATE shelter_inquiry SET state = 'held', places_row = $2, hold_until = $3, answered = $4, \
        for_judge = $5 WHERE id = $1";
    HOLD_UNTIL = "UPDATE shelter_inquiry SET hold_until = $2 WHERE id = $1 AND state = 'held'";
    ADMITTED = "UPDATE shelter_inquiry SET state = 'admitted', places_row = $2, hold_until = NULL, \
        answered = COALESCE(answered, $3) WHERE id = $1";
    SET_STATE = "UPDATE shelter_inquiry SET state = $2, hold_until = NULL, because = $3, \
        answered = CASE WHEN $4 = TRUE THEN COALESCE(answered, $5) ELSE answered END WHERE id = $1";
    SET_DECLINE = "UPDATE shelter_inquiry SET decline = $2, condition_body = $3, answered = COALESCE(answered, $4), \
        review_due = $5 WHERE id = $1";
    REVIEWED = "UPDATE shelter_inquiry SET decline = $2, condition_body = $3, reviewed = $4 \
        WHERE id = $1 AND decline = 'other' AND reviewed IS NULL";
    TO_REVIEW = "SELECT a.id, a.org, a.answered, a.review_due, s.code, s.governorate FROM shelter_inquiry a \
        JOIN shelter s ON s.record = a.shelter WHERE a.request = $1 AND a.decline = 'other' \
        AND a.reviewed IS NULL AND a.review_due IS NOT NULL ORDER BY a.review_due, a.id";
    REVIEWS = concat!("SELECT a.request, r.code, r.governorate, a.answered, a.review_due \
        FROM shelter_inquiry a JOIN bed_request r ON r.record = a.request \
        JOIN guard g ON g.record = r.record WHERE a.decline = 'other' AND a.reviewed IS NULL \
        AND a.review_due IS NOT NULL AND ", store::reached!(), " \
        ORDER BY a.review_due, a.id LIMIT $10");
    ORGS = "SELECT DISTINCT org FROM shelter_inquiry WHERE request = $1 AND state IN ('asked', 'held', 'admitted')";
    OTHERS_HERE = "SELECT r.code FROM shelter_inquiry a JOIN bed_request r ON r.record = a.request \
        WHERE a.shelter = $1 AND a.state IN ('held', 'admitted') AND a.request <> $2";
    DESK_HERE = "SELECT a.state, a.hold_until FROM shelter_inquiry a JOIN access_grant h ON h.record = a.request \
        AND h.relation = 'placing' AND h.holder = $2 \
        WHERE a.shelter = $1 AND a.state IN ('held', 'admitted')";
    RAN_OUT = "SELECT DISTINCT request FROM shelter_inquiry WHERE state = 'held' AND hold_until <= $1";
    STAY = "INSERT INTO bed_stay (inquiry, request, shelter, began, emergency_until) \
        VALUES ($1, $2, $3, $4, $5)";
    END_STAY = "UPDATE bed_stay SET ended = $2, exit = $3, address_known = $4 \
        WHERE inquiry = $1 AND ended IS NULL";
    OWN = concat!(inquiry!(), "WHERE a.request = $1 AND a.org = $2 AND NOT EXISTS \
        (SELECT 1 FROM access_grant x JOIN bed_request r ON r.record = a.request WHERE x.record = r.root \
        AND x.relation = 'excluded' AND CAST($3 AS TEXT) LIKE '%' || x.holder || '%') \
        ORDER BY a.asked, a.id");
}

/// A shelter's part, with what its page does not show.
#[derive(Clone, Debug)]
pub(in super::super) struct Inquiry {
    pub(in super::super) shown: ShelterInquiry,
    pub(in super::super) org: Id,
    pub(in super::super) row: Id,
    pub(in super::super) body: Option<Id>,
}

pub(in super::super) async fn insert(
    work: &Work,
    id: Id,
    request: Id,
    offer: &Offer,
    due: Moment,
) -> Result<(), StoreError> {
    let args = args![
        id,
        request,
        offer.shelter,
        offer.org,
        offer.row,
        work.now(),
        due
    ];
    work.execute(INSERT, args).await.map(drop)
}

/// Every shelter's part in a request, the first asked in front.
pub(in super::super) async fn inquiries(
    at: &impl Rows,
    request: Id,
) -> Result<Vec<Inquiry>, StoreError> {
    let rows = at.rows(INQUIRIES, args![request]).await?;
    rows.iter().map(inquiry).collect()
}

pub(in super::super) async fn inquiry_of(
    at: &impl Rows,
    id: Id,
) -> Result<Option<Inquiry>, StoreError> {
    let rows = at.rows(INQUIRY, args![id]).await?;
    rows.first().map(inquiry).transpose()
}

/// One organisation's own parts; none for whoever is shut out of the report.
pub(in super::super) async fn own(
    at: &impl Rows,
    request: Id,
    org: Id,
    excludable: &str,
) -> Result<Vec<ShelterInquiry>, StoreError> {
    let rows = at.rows(OWN, args![request, org, excludable]).await?;
    rows.iter().map(|row| Ok(inquiry(row)?.shown)).collect()
}

/// Every declared place of a jurisdiction, in shelters that take people.
pub(in super::super) async fn offers(
    at: &impl Rows,
    jurisdiction: record::Jurisdiction,
) -> Result<Vec<Offer>, StoreError> {
    let rows = at.rows(OFFERS, args![jurisdiction.code()]).await?;
    rows.iter()
        .map(|row| {
            Ok(Offer {
                shelter: row.id("record")?,
                org: row.id("org")?,
                code: row.text("code")?,
                governorate: row.text("governorate")?,
                row: row.id("id")?,
                declared: declared(row)?,
                taken: row.int("taken")?,
            })
        })
        .collect()
}

pub(in super::super) async fn set_held(
    work: &Work,
    inquiry: Id,
    row: Id,
    until: Moment,
    for_judge: bool,
) -> Result<(), StoreError> {
    let args = args![inquiry, row, until, work.now(), for_judge];
    work.execute(HELD, args).await.map(drop)
}

pub(in super::super) async fn set_hold_until(
    work: &Work,
    inquiry: Id,
    until: Moment,
) -> Result<(), StoreError> {
    work.execute(HOLD_UNTIL, args![inquiry, until])
        .await
        .map(drop)
}

pub(in super::super) async fn set_admitted(
    work: &Work,
    inquiry: Id,
    row: Id,
) -> Result<(), StoreError> {
    work.execute(ADMITTED, args![inquiry, row, work.now()])
        .await
        .map(drop)
}

/// Ends a part. Whether the shelter answered by it decides if the time of the answer is noted.
pub(in super::super) async fn set_over(
    work: &Work,
    inquiry: Id,
    state: InquiryState,
    because: Option<HoldEnd>,
    is_answer: bool,
) -> Result<(), StoreError> {
    let because = because.map(HoldEnd::code);
    let args = args![inquiry, state.code(), because, is_answer, work.now()];
    work.execute(SET_STATE, args).await.map(drop)
}

pub(in super::super) async fn set_decline(
    work: &Work,
    inquiry: Id,
    code: Decline,
    body: Option<Id>,
    review_due: Option<Moment>,
) -> Result<(), StoreError> {
    let args = args![inquiry, code.code(), body, work.now(), review_due];
    work.execute(SET_DECLINE, args).await.map(drop)
}

/// Notes what a review found; tells whether nobody had reviewed it before.
pub(in super::super) async fn set_reviewed(
    work: &Work,
    inquiry: Id,
    code: Decline,
    body: Option<Id>,
) -> Result<bool, StoreError> {
    let args = args![inquiry, code.code(), body, work.now()];
    Ok(work.execute(REVIEWED, args).await? == 1)
}

pub(in super::super) async fn to_review(
    at: &impl Rows,
    request: Id,
) -> Result<Vec<ToReview>, StoreError> {
    let rows = at.rows(TO_REVIEW, args![request]).await?;
    rows.iter()
        .map(|row| {
            Ok(ToReview {
                inquiry: row.id("id")?,
                shelter_code: row.text("code")?,
                org: row.id("org")?,
                governorate: row.text("governorate")?,
                answered: row.moment("answered")?,
                due: row.moment("review_due")?,
            })
        })
        .collect()
}

/// A decline that waits for a supervisor, as their Today shows it.
pub(in super::super) struct Review {
    pub(in super::super) request: Id,
    pub(in super::super) code: String,
    pub(in super::super) governorate: String,
    pub(in super::super) answered: Moment,
    pub(in super::super) due: Moment,
}

/// The declines for another reason that nobody reviewed, as far as a list reaches.
pub(in super::super) async fn reviews(
    work: &Work,
    mut reach: Vec<Value>,
    limit: i64,
) -> Result<Vec<Review>, StoreError> {
    reach.extend(args![limit]);
    let rows = work.rows(REVIEWS, reach).await?;
    rows.iter()
        .map(|row| {
            Ok(Review {
                request: row.id("request")?,
                code: row.text("code")?,
                governorate: row.text("governorate")?,
                answered: row.moment("answered")?,
                due: row.moment("review_due")?,
            })
        })
        .collect()
}

/// The organisations that have a live part in a request.
pub(in super::super) async fn orgs(at: &impl Rows, request: Id) -> Result<Vec<Id>, StoreError> {
    let rows = at.rows(ORGS, args![request]).await?;
    rows.iter().map(|row| row.id("org")).collect()
}

/// The codes of everybody else who lives in a shelter or is on the way to it.
pub(in super::super) async fn others_here(
    at: &impl Rows,
    shelter: Id,
    request: Id,
) -> Result<Vec<String>, StoreError> {
    let rows = at.rows(OTHERS_HERE, args![shelter, request]).await?;
    rows.iter().map(|row| row.text("code")).collect()
}

/// Until when a desk places somebody in a shelter: a stay has no end that is known before.
pub(in super::super) async fn desk_until(
    at: &impl Rows,
    shelter: Id,
    desk: Id,
) -> Result<Option<Option<Moment>>, StoreError> {
    let mut until = None;
    for row in at.rows(DESK_HERE, args![shelter, desk]).await? {
        let this = row.maybe_moment("hold_until")?;
        until = Some(match until {
            None => this,
            Some(other) => this
                .zip(other)
                .map(|(one, other): (Moment, Moment)| one.max(other)),
        });
    }
    Ok(until)
}

/// The requests in which a hold ran out.
pub(in super::super) async fn ran_out(at: &impl Rows, now: Moment) -> Result<Vec<Id>, StoreError> {
    let rows = at.rows(RAN_OUT, args![now]).await?;
    rows.iter().map(|row| row.id("request")).collect()
}

pub(in super::super) async fn insert_stay(
    work: &Work,
    inquiry: &Inquiry,
    emergency_until: Moment,
) -> Result<(), StoreError> {
    let args = args![
        inquiry.shown.id,
        inquiry.shown.request,
        inquiry.shown.shelter,
        work.now(),
        emergency_until
    ];
    work.execute(STAY, args).await.map(drop)
}

pub(in super::super) async fn end_stay(
    work: &Work,
    inquiry: Id,
    exit: &str,
    address_known: bool,
) -> Result<(), StoreError> {
    let args = args![inquiry, work.now(), exit, address_known];
    work.execute(END_STAY, args).await.map(drop)
}

fn inquiry(row: &Row) -> Result<Inquiry, StoreError> {
    Ok(Inquiry {
        shown: ShelterInquiry {
            id: row.id("id")?,
            request: row.id("request")?,
            shelter: row.id("shelter")?,
            shelter_code: row.text("house_code")?,
            governorate: row.text("governorate")?,
            asked: row.moment("asked")?,
            due: row.moment("due")?,
            state: row.code("state")?,
            hold_until: row.maybe_moment("hold_until")?,
            for_judge: row.yes("for_judge")?,
            decline: row.maybe_code("decline")?,
            answered: row.maybe_moment("answered")?,
            because: row.maybe_code("because")?,
            review_due: row.maybe_moment("review_due")?,
            emergency_until: row.maybe_moment("emergency_until")?,
        },
        org: row.id("org")?,
        row: row.id("places_row")?,
        body: row.maybe_id("condition_body")?,
    })
}
