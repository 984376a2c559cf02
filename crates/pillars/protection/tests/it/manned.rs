//! A desk where nobody can read is named to no sender.

use protection::reader::Accused;
use record::{OrgKind, Role};

use crate::installation::{BASRA, Basra, Installation};

#[tokio::test]
async fn a_reader_without_anybody_who_can_read_is_passed_by() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let first = site.org(OrgKind::Aid, None, &[BASRA]).await;
        let reads = async || site.reading(&[], false).await.reader;
        // Somebody works there, but none who reads reports.
        let analyst = site.worker(first, OrgKind::Aid, Role::Analyst).await;
        site.readers(Some(BASRA), &[first, basra.desk]).await;
        assert_eq!(reads().await, Some(basra.desk));
        site.join(analyst.account, first, Role::Supervisor).await;
        assert_eq!(reads().await, Some(first));
        // The account is lost: until it is begun anew, nobody reads there.
        site.state(analyst.account, "invited").await;
        assert_eq!(reads().await, Some(basra.desk));
    })
    .await;
}

#[tokio::test]
async fn a_reader_whose_only_worker_is_shut_out_is_passed_by() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let camp = site.org(OrgKind::Camp, None, &[BASRA]).await;
        let first = site.org(OrgKind::Aid, None, &[BASRA]).await;
        let only = site.worker(first, OrgKind::Aid, Role::Responder).await;
        site.join(only.account, camp, Role::Responder).await;
        site.readers(Some(BASRA), &[first, basra.desk]).await;
        assert_eq!(site.reading(&[], false).await.reader, Some(first));
        let accused = [Accused::Named(camp)];
        assert_eq!(site.reading(&accused, false).await.reader, Some(basra.desk));
    })
    .await;
}
