use record::Id;
use store::{StoreError, Work, args};

store::statements! {
    TOLD_AND_SHUT_OUT = "SELECT DISTINCT c.record, c.root FROM accused a \
        JOIN clock c ON c.root = a.record AND c.state = 'missed' \
        JOIN holding h ON h.record = c.record AND h.relation = 'oversight' \
        JOIN holding x ON x.record = c.root AND x.relation = 'excluded' AND x.holder = h.holder \
        WHERE a.org = $1 ORDER BY c.record";
}

/// The clocks of reports that accuse a body of which somebody was told who is shut out by now, each
/// with its report.
pub(super) async fn told_and_shut_out(
    work: &Work,
    accused: Id,
) -> Result<Vec<(Id, Id)>, StoreError> {
    let rows = work.rows(TOLD_AND_SHUT_OUT, args![accused]).await?;
    rows.iter()
        .map(|row| Ok((row.id("record")?, row.id("root")?)))
        .collect()
}
