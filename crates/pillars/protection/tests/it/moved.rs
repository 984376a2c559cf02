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
