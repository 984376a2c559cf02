//! What the page of a report reads beside the report: the clock of its child's safety, also when it
//! has ended.

use record::{Id, Moment, OrgKind, Role};
use store::{StoreError, Work, args};

use crate::detention::Answer;
use crate::report::step_back::StepsBack;

store::statements! {
    SAFE = "SELECT record, ended, because FROM clock WHERE root = $1 AND code = 'T1' \
        AND state = 'stopped' AND NOT EXISTS (SELECT 1 FROM clock o WHERE o.root = $1 \
        AND o.code = 'T1' AND o.state <> 'stopped') ORDER BY ended DESC, record LIMIT 1";
    ACCUSED = "SELECT DISTINCT o.kind FROM accused a JOIN organisation o ON o.id = a.org \
        WHERE a.record = $1 ORDER BY o.kind";
    RELEASED = "SELECT record FROM guard WHERE root = $1 AND kind = 'release' AND state = 'live'";
    ON_IT = "SELECT DISTINCT m.role FROM access_grant o JOIN guard g ON g.record = o.record \
        JOIN membership m ON m.account = o.holder AND m.org = g.org \
        WHERE o.record = $1 AND o.relation = 'owner' AND m.ended IS NULL ORDER BY m.role";
    LEGAL_AID = "SELECT l.answer, l.answered FROM guard g JOIN detention l ON l.record = g.record \
        WHERE g.root = $1 AND g.kind = 'held' AND l.answer IS NOT NULL ORDER BY l.answered DESC LIMIT 1";
    STEPPED = "SELECT why, at FROM step_back WHERE record = $1 ORDER BY at, account";
}

/// Who stepped back is nobody's business on this page: why and when is.
pub(super) async fn stepped(
    work: &Work,
    report: Id,
) -> Result<Vec<(StepsBack, Moment)>, StoreError> {
    let rows = work.rows(STEPPED, args![report]).await?;
    rows.iter()
        .map(|row| Ok((row.code("why")?, row.moment("at")?)))
        .collect()
}

/// As what those work at the desk who are on a report.
pub(super) async fn on_it(work: &Work, report: Id) -> Result<Vec<Role>, StoreError> {
    let rows = work.rows(ON_IT, args![report]).await?;
    rows.iter().map(|row| row.code("role")).collect()
}

/// What a lawyer said of whoever is held, and when.
pub(super) async fn legal_aid(
    work: &Work,
    report: Id,
) -> Result<Option<(Answer, Moment)>, StoreError> {
    let row = work.maybe_row(LEGAL_AID, args![report]).await?;
    row.map(|row| Ok((row.code("answer")?, row.moment("answered")?)))
        .transpose()
}

/// What kinds of bodies a report accuses.
pub(super) async fn accused(work: &Work, report: Id) -> Result<Vec<OrgKind>, StoreError> {
    let rows = work.rows(ACCUSED, args![report]).await?;
    rows.iter().map(|row| row.code("kind")).collect()
}

/// Whether a copy of the sender's words was released, and not taken back.
pub(super) async fn police_have_a_copy(work: &Work, report: Id) -> Result<bool, StoreError> {
    Ok(!work.rows(RELEASED, args![report]).await?.is_empty())
}

/// How the clock of a child's safety ended.
#[derive(Clone, Debug)]
pub(crate) struct Safe {
    /// The clock.
    pub(crate) clock: Id,
    /// When it ended.
    pub(crate) ended: Option<Moment>,
    /// How, as a code.
    pub(crate) because: String,
}

/// The end of the clock of safety that ran on a report or people of it, if none runs any more.
pub(super) async fn safe(work: &Work, report: Id) -> Result<Option<Safe>, StoreError> {
    let row = work.maybe_row(SAFE, args![report]).await?;
    row.map(|row| {
        Ok(Safe {
            clock: row.id("record")?,
            ended: row.maybe_moment("ended")?,
            because: row.maybe_text("because")?.unwrap_or_default(),
        })
    })
    .transpose()
}
