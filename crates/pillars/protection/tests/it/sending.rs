//! Sending: twice, with other readers than the page said, and the receipts that are shown after.

use std::time::Duration;

use protection::report::list::Wanted;
use protection::report::rules::RECEIPT_DIGITS;
use protection::report::sending::Sent;
use protection::report::thread::show;
use protection::report::{Accused, Done, ReportError, Said};
use record::OrgKind;

use crate::house::{BASRA, Basra, House, plain};

#[tokio::test]
async fn a_form_sent_twice_makes_one_report_and_shows_one_receipt() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let basra = Basra::new(&house).await;
        let letter = house.letter(&[], false).await.unwrap();
        // Twice at the same moment, and once more later.
        let (one, two) = tokio::join!(house.send(letter.clone()), house.send(letter.clone()));
        let three = house.send(letter).await;
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
            house
                .list(&basra.responder.actor(), Wanted::default())
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
        let house = House::open(&url).await;
        Basra::new(&house).await;
        for key in ["", "1", "../../etc"] {
            let mut letter = house.letter(&[], false).await.unwrap();
            letter.form_key = key.to_owned();
            assert!(matches!(house.send(letter).await, Err(ReportError::NoKey)));
        }
    })
    .await;
}

#[tokio::test]
async fn nobody_else_reads_than_the_page_said() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let basra = Basra::new(&house).await;
        let letter = house.letter(&[], false).await.unwrap();
        assert_eq!(letter.told, basra.desk);
        house.readers(Some(BASRA), &[basra.national]).await;
        let sent = house.send(letter.clone()).await.unwrap();
        assert!(matches!(sent, Sent::OtherReader));
        // Nor do the police get a copy of which the page said nothing, or the other way round.
        let mut letter = house.letter(&[], true).await.unwrap();
        assert!(letter.told_police.is_some());
        for told in [None, Some(basra.national)] {
            letter.told_police = told;
            let sent = house.send(letter.clone()).await.unwrap();
            assert!(matches!(sent, Sent::OtherReader));
        }
        house.readers(Some(BASRA), &[]).await;
        house.readers(None, &[]).await;
        let mut letter = letter_to(&house, basra.desk).await;
        letter.told = basra.desk;
        assert!(matches!(house.send(letter).await.unwrap(), Sent::NoReader));
    })
    .await;
}

async fn letter_to(house: &House, desk: record::Id) -> protection::report::sending::Sending {
    house.readers(Some(BASRA), &[desk]).await;
    let letter = house.letter(&[], false).await.unwrap();
    house.readers(Some(BASRA), &[]).await;
    letter
}

#[tokio::test]
async fn age_decides_the_clock_and_the_care() {
    const CLOCKS: &str = "SELECT age_band FROM clock WHERE subject = $1";
    const HIGH: &str = "SELECT record FROM guard WHERE record = $1 AND sensitivity = 'high'";
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        Basra::new(&house).await;
        for (minor, clocks) in [(Said::Yes, 1), (Said::Unknown, 1), (Said::No, 0)] {
            let mut letter = house.letter(&[], false).await.unwrap();
            letter.minor = minor;
            let (report, _) = house.sent(letter).await;
            assert_eq!(house.count(CLOCKS, report).await, clocks, "{minor:?}");
            assert_eq!(house.count(HIGH, report).await, clocks, "{minor:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn receipts_are_hard_to_guess_and_told_nothing_of() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        Basra::new(&house).await;
        let (report, receipt) = house.sent(house.letter(&[], false).await.unwrap()).await;
        let right = receipt.expose().clone();
        let last = if right.ends_with('0') { '1' } else { '0' };
        let wrong = plain(&format!("{}{last}", &right[..19]));
        let never = plain(&"7".repeat(RECEIPT_DIGITS));
        for receipt in [&wrong, &never, &plain(""), &plain("123")] {
            assert_eq!(house.opened_by(receipt).await, None);
        }
        // A stranger's guesses at it wait ever longer, and keep its owner neither out nor waiting.
        let wait = async |place: &str| {
            let shown = show(&house.store, &wrong, place).await.unwrap();
            shown.unwrap().delay()
        };
        for _ in 0..40 {
            wait("192.0.2.66").await;
        }
        assert_eq!(wait("192.0.2.66").await, Duration::from_secs(8));
        assert_eq!(wait("192.0.2.7").await, Duration::ZERO);
        assert_eq!(house.opened_by(&receipt).await, Some(report));
    })
    .await;
}

#[tokio::test]
async fn who_accuses_the_police_releases_nothing_to_them() {
    testkit::on_both_engines(async |url: String| {
        let house = House::open(&url).await;
        let basra = Basra::new(&house).await;
        for accused in [
            Accused::SomeOf(OrgKind::Police),
            Accused::Named(basra.police),
        ] {
            let letter = house.letter(&[accused], true).await.unwrap();
            assert!(letter.told_police.is_none());
            house.sent(letter).await;
        }
        assert!(house.releases(&basra.investigator.actor()).await.is_empty());
    })
    .await;
}
