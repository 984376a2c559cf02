//! Sending: twice, with other readers than the page said, and the receipts that are shown after.

use std::time::Duration;

use protection::report::list::Wanted;
use protection::report::rules::RECEIPT_DIGITS;
use protection::report::sending::Sent;
use protection::report::thread::show;
use protection::report::{Accused, Done, ReportError, YesNoUnknown};
use record::OrgKind;

use crate::installation::{BASRA, Basra, Installation, plain};

#[tokio::test]
async fn a_form_sent_twice_makes_one_report_and_shows_one_receipt() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let letter = site.letter(&[], false).await.unwrap();
        // Twice at the same moment, and once more later.
        let (one, two) = tokio::join!(site.send(letter.clone()), site.send(letter.clone()));
        let three = site.send(letter).await;
        let mut receipts = Vec::new();
        let mut now = 0;
        for sent in [one, two, three] {
            let Sent::Receipt {
                report,
                digits,
                done,
            } = sent.unwrap()
            else {
                panic!("it is sent")
            };
            let digits = digits.expect("a receipt");
            assert_eq!(digits.expose().len(), RECEIPT_DIGITS);
            now += usize::from(done == Done::Now);
            receipts.push((report, digits.expose().clone()));
        }
        receipts.dedup();
        assert_eq!((receipts.len(), now), (1, 1));
        assert_eq!(
            site.list(&basra.responder.actor(), Wanted::default())
                .await
                .len(),
            1
        );
    })
    .await;
}

#[tokio::test]
async fn a_form_without_a_key_of_ours_is_not_taken() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        Basra::new(&site).await;
        for key in ["", "1", "../../etc"] {
            let mut letter = site.letter(&[], false).await.unwrap();
            letter.form_key = key.to_owned();
            assert!(matches!(site.send(letter).await, Err(ReportError::NoKey)));
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_else_reads_than_the_page_said() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let letter = site.letter(&[], false).await.unwrap();
        assert_eq!(letter.told, basra.desk);
        site.readers(Some(BASRA), &[basra.national]).await;
        let sent = site.send(letter.clone()).await.unwrap();
        assert!(matches!(sent, Sent::OtherReader));
        // Nor do the police get a copy of which the page said nothing, or the other way round.
        let mut letter = site.letter(&[], true).await.unwrap();
        assert!(letter.told_police.is_some());
        for told in [None, Some(basra.national)] {
            letter.told_police = told;
            let sent = site.send(letter.clone()).await.unwrap();
            assert!(matches!(sent, Sent::OtherReader));
        }
        site.readers(Some(BASRA), &[]).await;
        site.readers(None, &[]).await;
        let mut letter = letter_to(&site, basra.desk).await;
        letter.told = basra.desk;
        assert!(matches!(site.send(letter).await.unwrap(), Sent::NoReader));
    })
    .await;
}

async fn letter_to(site: &Installation, desk: record::Id) -> protection::report::sending::Sending {
    site.readers(Some(BASRA), &[desk]).await;
    let letter = site.letter(&[], false).await.unwrap();
    site.readers(Some(BASRA), &[]).await;
    letter
}

#[tokio::test]
async fn age_decides_the_clock_and_the_care() {
    const CLOCKS: &str = "SELECT age_band FROM clock WHERE subject = $1";
    const HIGH: &str = "SELECT record FROM guard WHERE record = $1 AND sensitivity = 'high'";
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        Basra::new(&site).await;
        for (minor, clocks) in [
            (YesNoUnknown::Yes, 1),
            (YesNoUnknown::Unknown, 1),
            (YesNoUnknown::No, 0),
        ] {
            let mut letter = site.letter(&[], false).await.unwrap();
            letter.minor = minor;
            let (report, _) = site.sent(letter).await;
            assert_eq!(site.count(CLOCKS, report).await, clocks, "{minor:?}");
            assert_eq!(site.count(HIGH, report).await, clocks, "{minor:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn receipts_are_hard_to_guess_and_told_nothing_of() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        Basra::new(&site).await;
        let (report, receipt) = site.sent(site.letter(&[], false).await.unwrap()).await;
        let right = receipt.expose().clone();
        let last = if right.ends_with('0') { '1' } else { '0' };
        let wrong = plain(&format!("{}{last}", &right[..19]));
        let never = plain(&"7".repeat(RECEIPT_DIGITS));
        for receipt in [&wrong, &never, &plain(""), &plain("123")] {
            assert_eq!(site.opened_by(receipt).await, None);
        }
        // A stranger's guesses at it wait ever longer, and keep its owner neither out nor waiting.
        let wait = async |place: &str| {
            let shown = show(&site.store, &wrong, place).await.unwrap();
            shown.unwrap().delay()
        };
        for _ in 0..40 {
            wait("192.0.2.66").await;
        }
        assert_eq!(wait("192.0.2.66").await, Duration::from_secs(8));
        assert_eq!(wait("192.0.2.7").await, Duration::ZERO);
        assert_eq!(site.opened_by(&receipt).await, Some(report));
    })
    .await;
}

#[tokio::test]
async fn who_accuses_the_police_releases_nothing_to_them() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        for accused in [
            Accused::SomeOf(OrgKind::Police),
            Accused::Named(basra.police),
        ] {
            let letter = site.letter(&[accused], true).await.unwrap();
            assert!(letter.told_police.is_none());
            site.sent(letter).await;
        }
        assert!(site.releases(&basra.investigator.actor()).await.is_empty());
    })
    .await;
}
