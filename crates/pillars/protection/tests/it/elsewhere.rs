//! A body that reads for a place where it does not say it works is meant all the same when somebody
//! accuses one of its kind there.

use protection::reader::Accused;
use record::OrgKind;

use crate::house::{BASRA, House};

#[tokio::test]
async fn a_reader_from_elsewhere_is_among_those_meant() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let away = house.org(OrgKind::Aid, None, &["IQG08"]).await;
        let nation = house.org(OrgKind::Aid, None, &["IQG08"]).await;
        let office = house.org(OrgKind::Office, None, &[BASRA]).await;
        house.readers(Some(BASRA), &[away, office]).await;
        house.readers(None, &[nation]).await;
        let unknown = [Accused::SomeOf(OrgKind::Aid)];
        let reading = house.reading(&unknown, false).await;
        assert_eq!(reading.reader, Some(office));
        assert!(reading.shut_out.contains(&away) && reading.shut_out.contains(&nation));
        // Without an accusation it reads as before.
        assert_eq!(house.reading(&[], false).await.reader, Some(away));
    })
    .await;
}
