//! A body that reads for a place where it does not say it works is meant all the same when somebody
//! accuses one of its kind there.

use protection::reader::Accused;
use record::OrgKind;

use crate::installation::{BASRA, Installation};

#[tokio::test]
async fn a_reader_from_elsewhere_is_among_those_meant() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let away = site.org(OrgKind::Aid, None, &["IQG08"]).await;
        let nation = site.org(OrgKind::Aid, None, &["IQG08"]).await;
        let office = site.org(OrgKind::Office, None, &[BASRA]).await;
        site.readers(Some(BASRA), &[away, office]).await;
        site.readers(None, &[nation]).await;
        let unknown = [Accused::SomeOf(OrgKind::Aid)];
        let reading = site.reading(&unknown, false).await;
        assert_eq!(reading.reader, Some(office));
        assert!(reading.shut_out.contains(&away) && reading.shut_out.contains(&nation));
        // Without an accusation it reads as before.
        assert_eq!(site.reading(&[], false).await.reader, Some(away));
    })
    .await;
}
