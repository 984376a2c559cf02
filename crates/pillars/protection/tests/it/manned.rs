//! A desk where nobody can read is named to no sender.

use protection::reader::Accused;
use record::{OrgKind, Role};

use crate::house::{BASRA, Basra, House};

#[tokio::test]
async fn a_reader_without_anybody_who_can_read_is_passed_by() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let basra = Basra::new(&house).await;
        let first = house.org(OrgKind::Aid, None, &[BASRA]).await;
        let reads = async || house.reading(&[], false).await.reader;
        // Somebody works there, but none who reads reports.
        let analyst = house.worker(first, OrgKind::Aid, Role::Analyst).await;
        house.readers(Some(BASRA), &[first, basra.desk]).await;
        assert_eq!(reads().await, Some(basra.desk));
        house.join(analyst.account, first, Role::Supervisor).await;
        assert_eq!(reads().await, Some(first));
        // The account is lost: until it is begun anew, nobody reads there.
        house.state(analyst.account, "invited").await;
        assert_eq!(reads().await, Some(basra.desk));
    })
    .await;
}

#[tokio::test]
async fn a_reader_whose_only_worker_is_shut_out_is_passed_by() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let basra = Basra::new(&house).await;
        let camp = house.org(OrgKind::Camp, None, &[BASRA]).await;
        let first = house.org(OrgKind::Aid, None, &[BASRA]).await;
        let only = house.worker(first, OrgKind::Aid, Role::Responder).await;
        house.join(only.account, camp, Role::Responder).await;
        house.readers(Some(BASRA), &[first, basra.desk]).await;
        assert_eq!(house.reading(&[], false).await.reader, Some(first));
        let accused = [Accused::Named(camp)];
        assert_eq!(
            house.reading(&accused, false).await.reader,
            Some(basra.desk)
        );
    })
    .await;
}
