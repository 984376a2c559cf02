//! A body that is set above or below an accused one is shut out from then on, and whoever was shut
//! out stays so.

use protection::reader::Accused;
use record::{OrgKind, Role};

use crate::house::{BASRA, Basra, House};

#[tokio::test]
async fn exclusions_follow_the_parents_and_only_grow() {
    const OUT: &str = "SELECT record FROM holding WHERE holder = $1 AND relation = 'excluded'";
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let basra = Basra::new(&house).await;
        let camp = house.org(OrgKind::Camp, None, &[BASRA]).await;
        let ministry = house.org(OrgKind::Office, None, &[]).await;
        let accused = [Accused::Named(camp)];
        let (report, _) = house
            .sent(house.letter(&accused, false).await.unwrap())
            .await;
        let (other, _) = house.sent(house.letter(&[], false).await.unwrap()).await;
        let reader = basra.responder.actor();
        let works_there = basra.responder.also(&[ministry]);
        assert!(house.read(&works_there, report).await.is_ok());

        // The ministry is set above the camp.
        house
            .set_org(Some(camp), OrgKind::Camp, Some(ministry), &[BASRA])
            .await;
        let clerk = house
            .worker(ministry, OrgKind::Office, Role::Responder)
            .await;
        house.react().await;
        assert!(house.read(&works_there, report).await.is_err());
        assert!(
            house.read(&works_there, other).await.is_ok(),
            "other reports are none of it"
        );
        assert!(house.read(&reader, report).await.is_ok());
        assert_eq!(
            house.count(OUT, clerk.account).await,
            1,
            "its people are shut out by name"
        );

        // A new body below the camp, and one below the ministry: the first is shut out, the
        // second has nothing to do with the camp.
        let below = house.org(OrgKind::Office, Some(camp), &[BASRA]).await;
        let beside = house.org(OrgKind::Office, Some(ministry), &[BASRA]).await;
        assert_eq!(house.count(OUT, below).await, 1);
        assert_eq!(house.count(OUT, beside).await, 0);

        // The camp is set below nobody again: the ministry stays shut out.
        house
            .set_org(Some(camp), OrgKind::Camp, None, &[BASRA])
            .await;
        house.react().await;
        assert_eq!(house.count(OUT, ministry).await, 1);
        assert!(house.read(&works_there, report).await.is_err());

        // A second delivery changes nothing.
        house.react().await;
        assert_eq!(house.count(OUT, ministry).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_reader_who_is_shut_out_later_hands_over_to_the_next() {
    const DESK: &str = "SELECT record FROM guard WHERE root = $1 AND kind = 'clock' AND org = \
        (SELECT org FROM guard WHERE record = $1)";
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let basra = Basra::new(&house).await;
        let camp = house.org(OrgKind::Camp, None, &[BASRA]).await;
        let accused = [Accused::Named(camp)];
        let (report, _) = house
            .sent(house.letter(&accused, false).await.unwrap())
            .await;
        let (desk, national) = (
            basra.responder.actor(),
            house
                .worker(basra.national, OrgKind::Aid, Role::Responder)
                .await
                .actor(),
        );
        let seen = house.read(&desk, report).await.unwrap().head.revision;
        let key = house.key();
        let done = house.answer(&desk, report, "we come", seen, &key).await;
        done.unwrap();

        // The desk that reads is set below the camp that the report accuses.
        basra.desk_falls_under(&house, camp).await;
        assert!(house.read(&desk, report).await.is_err());
        assert!(!house.lists(&desk, report).await);
        assert!(house.read(&basra.supervisor.actor(), report).await.is_err());
        let opened = house.read(&national, report).await.unwrap();
        assert_eq!(crate::house::said(&opened), ["we come"], "nothing is lost");
        assert!(house.lists(&national, report).await);
        assert!(house.own(report).await.is_ok(), "the receipt still opens");
        assert_eq!(house.count(DESK, report).await, 1, "its clock went with it");

        // A second delivery changes nothing.
        house.react().await;
        assert!(house.read(&national, report).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_report_that_nobody_may_read_is_read_once_there_is_a_reader() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let basra = Basra::new(&house).await;
        house.readers(None, &[]).await;
        let camp = house.org(OrgKind::Camp, None, &[BASRA]).await;
        let accused = [Accused::Named(camp)];
        let (report, _) = house
            .sent(house.letter(&accused, false).await.unwrap())
            .await;
        basra.desk_falls_under(&house, camp).await;
        assert!(house.read(&basra.responder.actor(), report).await.is_err());
        let late = house.org(OrgKind::Aid, None, &[]).await;
        let reader = house.worker(late, OrgKind::Aid, Role::Responder).await;
        house.readers(None, &[late]).await;
        house.react().await;
        assert!(house.read(&reader.actor(), report).await.is_ok());
        assert!(house.lists(&reader.actor(), report).await);
    })
    .await;
}

#[tokio::test]
async fn a_report_that_nobody_may_read_is_read_once_somebody_works_at_a_desk() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let basra = Basra::new(&house).await;
        house.readers(None, &[]).await;
        let camp = house.org(OrgKind::Camp, None, &[BASRA]).await;
        let accused = [Accused::Named(camp)];
        let (report, _) = house
            .sent(house.letter(&accused, false).await.unwrap())
            .await;
        let late = house.org(OrgKind::Aid, None, &[]).await;
        let analyst = house.worker(late, OrgKind::Aid, Role::Analyst).await;
        house.readers(None, &[late]).await;
        basra.desk_falls_under(&house, camp).await;
        let offer = async || protection::unattended::sweep(&house.store).await.unwrap();
        assert_eq!(offer().await, 0, "nobody reads there");
        let reader = house.worker(late, OrgKind::Aid, Role::Responder).await;
        assert!(house.read(&reader.actor(), report).await.is_err());
        assert_eq!(offer().await, 1);
        assert!(house.read(&reader.actor(), report).await.is_ok());
        assert!(house.read(&analyst.actor(), report).await.is_err());
        assert_eq!(offer().await, 0, "once");
    })
    .await;
}
