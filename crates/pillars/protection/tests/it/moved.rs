//! A body that is set above or below an accused one is shut out from then on, and whoever was shut
//! out stays so.

use protection::reader::Accused;
use record::{OrgKind, Role};

use crate::installation::{BASRA, Basra, Installation};

#[tokio::test]
async fn exclusions_follow_the_parents_and_only_grow() {
    const OUT: &str = "SELECT record FROM access_grant WHERE holder = $1 AND relation = 'excluded'";
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let camp = site.org(OrgKind::Camp, None, &[BASRA]).await;
        let ministry = site.org(OrgKind::Office, None, &[]).await;
        let accused = [Accused::Named(camp)];
        let (report, _) = site.sent(site.letter(&accused, false).await.unwrap()).await;
        let (other, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
        let reader = basra.responder.actor();
        let works_there = basra.responder.also(&[ministry]);
        assert!(site.read(&works_there, report).await.is_ok());

        // The ministry is set above the camp.
        site.set_org(Some(camp), OrgKind::Camp, Some(ministry), &[BASRA])
            .await;
        let clerk = site
            .worker(ministry, OrgKind::Office, Role::Responder)
            .await;
        site.react().await;
        assert!(site.read(&works_there, report).await.is_err());
        assert!(
            site.read(&works_there, other).await.is_ok(),
            "other reports are none of it"
        );
        assert!(site.read(&reader, report).await.is_ok());
        assert_eq!(
            site.count(OUT, clerk.account).await,
            1,
            "its people are shut out by name"
        );

        // A new body below the camp, and one below the ministry: the first is shut out, the
        // second has nothing to do with the camp.
        let below = site.org(OrgKind::Office, Some(camp), &[BASRA]).await;
        let beside = site.org(OrgKind::Office, Some(ministry), &[BASRA]).await;
        assert_eq!(site.count(OUT, below).await, 1);
        assert_eq!(site.count(OUT, beside).await, 0);

        // The camp is set below nobody again: the ministry stays shut out.
        site.set_org(Some(camp), OrgKind::Camp, None, &[BASRA])
            .await;
        site.react().await;
        assert_eq!(site.count(OUT, ministry).await, 1);
        assert!(site.read(&works_there, report).await.is_err());

        // A second delivery changes nothing.
        site.react().await;
        assert_eq!(site.count(OUT, ministry).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_reader_who_is_shut_out_later_hands_over_to_the_next() {
    const DESK: &str = "SELECT record FROM guard WHERE root = $1 AND kind = 'clock' AND org = \
        (SELECT org FROM guard WHERE record = $1)";
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let camp = site.org(OrgKind::Camp, None, &[BASRA]).await;
        let accused = [Accused::Named(camp)];
        let (report, _) = site.sent(site.letter(&accused, false).await.unwrap()).await;
        let (desk, national) = (
            basra.responder.actor(),
            site.worker(basra.national, OrgKind::Aid, Role::Responder)
                .await
                .actor(),
        );
        let seen = site.read(&desk, report).await.unwrap().head.revision;
        let key = site.key();
        let done = site.answer(&desk, report, "we come", seen, &key).await;
        done.unwrap();

        // The desk that reads is set below the camp that the report accuses.
        basra.desk_falls_under(&site, camp).await;
        assert!(site.read(&desk, report).await.is_err());
        assert!(!site.lists(&desk, report).await);
        assert!(site.read(&basra.supervisor.actor(), report).await.is_err());
        let opened = site.read(&national, report).await.unwrap();
        assert_eq!(
            crate::installation::free_text(&opened),
            ["we come"],
            "nothing is lost"
        );
        assert!(site.lists(&national, report).await);
        assert!(site.own(report).await.is_ok(), "the receipt still opens");
        assert_eq!(site.count(DESK, report).await, 1, "its clock went with it");

        // A second delivery changes nothing.
        site.react().await;
        assert!(site.read(&national, report).await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn a_report_that_nobody_may_read_is_read_once_there_is_a_reader() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        site.readers(None, &[]).await;
        let camp = site.org(OrgKind::Camp, None, &[BASRA]).await;
        let accused = [Accused::Named(camp)];
        let (report, _) = site.sent(site.letter(&accused, false).await.unwrap()).await;
        basra.desk_falls_under(&site, camp).await;
        assert!(site.read(&basra.responder.actor(), report).await.is_err());
        let late = site.org(OrgKind::Aid, None, &[]).await;
        let reader = site.worker(late, OrgKind::Aid, Role::Responder).await;
        site.readers(None, &[late]).await;
        site.react().await;
        assert!(site.read(&reader.actor(), report).await.is_ok());
        assert!(site.lists(&reader.actor(), report).await);
    })
    .await;
}

#[tokio::test]
async fn a_report_that_nobody_may_read_is_read_once_somebody_works_at_a_desk() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        site.readers(None, &[]).await;
        let camp = site.org(OrgKind::Camp, None, &[BASRA]).await;
        let accused = [Accused::Named(camp)];
        let (report, _) = site.sent(site.letter(&accused, false).await.unwrap()).await;
        let late = site.org(OrgKind::Aid, None, &[]).await;
        let analyst = site.worker(late, OrgKind::Aid, Role::Analyst).await;
        site.readers(None, &[late]).await;
        basra.desk_falls_under(&site, camp).await;
        let offer = async || protection::unattended::sweep(&site.store).await.unwrap();
        assert_eq!(offer().await, 0, "nobody reads there");
        let reader = site.worker(late, OrgKind::Aid, Role::Responder).await;
        assert!(site.read(&reader.actor(), report).await.is_err());
        assert_eq!(offer().await, 1);
        assert!(site.read(&reader.actor(), report).await.is_ok());
        assert!(site.read(&analyst.actor(), report).await.is_err());
        assert_eq!(offer().await, 0, "once");
    })
    .await;
}
