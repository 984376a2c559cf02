//! What somebody takes down for whoever tells it: read by the same desk, from which the same bodies
//! are shut out, the taker's own among them; and no report waits for an answer that nobody could read.

use access::Actor;
use access::action::{ClaimReport, IntakeReport, ReadReport};
use protection::reader::Accused;
use protection::report::actions::claim_report;
use protection::report::intake::{Channel, TakenDown, intake_report};
use protection::report::sending::{Sending, Sent};
use protection::report::{Done, ReportError, YesNoUnknown};
use record::{Id, Moment, OrgKind, Role};
use store::args;
use vault::Plain;

use crate::beds::{Country, woman};
use crate::installation::{Basra, Installation, administrator};

const HOUR: i64 = 3600;

impl Installation {
    /// What this actor takes down, told some seconds ago.
    async fn take_down(
        &self,
        actor: &Actor,
        how: Channel,
        receipt: bool,
        change: impl Fn(&mut Sending),
    ) -> Result<Sent, ReportError> {
        let at = self.store.world().now();
        let mut sending = self.letter(&[], false).await.expect("somebody reads");
        sending.taken = Some(TakenDown {
            how,
            at,
            receipt,
            sheet: None,
        });
        change(&mut sending);
        let who = self.reading(&sending.accused, sending.with_police).await;
        sending.told = who.reader.unwrap_or(Id::NONE);
        let permit = self
            .store
            .gate()
            .permit_new::<IntakeReport>(actor, &[])
            .map_err(store::StoreError::from)?;
        intake_report(&self.store, &permit, sending).await
    }

    async fn claim(&self, actor: &Actor, report: Id) -> Result<Done, ReportError> {
        let key = self.key();
        self.on::<ClaimReport, _, _, _, _>(actor, report, &[], move |unit| {
            let key = key.clone();
            async move { claim_report(&unit, &key).await }
        })
        .await
    }

    /// For what it waits, and since when its clock of safety runs.
    async fn waits(&self, report: Id) -> (Option<String>, Option<Moment>) {
        const WAITS: &str = "SELECT g.waits, c.started FROM guard g LEFT JOIN clock c \
            ON c.subject = g.record AND c.code = 'T1' WHERE g.record = $1";
        let rows = self
            .store
            .read_clear(async |look| look.rows(WAITS, args![report]).await);
        let rows = rows.await.unwrap();
        (
            rows[0].maybe_text("waits").unwrap(),
            rows[0].maybe_moment("started").unwrap(),
        )
    }

    async fn may_read(&self, actor: &Actor, report: Id) -> bool {
        let permit = self.store.gate().permit::<ReadReport>(actor, report).await;
        permit.is_ok()
    }
}

fn told(sent: Result<Sent, ReportError>) -> (Id, Option<Plain<String>>) {
    match sent.expect("it is taken down") {
        Sent::Receipt { report, digits, .. } => (report, digits),
        Sent::OtherReader => panic!("another reader"),
        Sent::NoReader => panic!("no reader"),
    }
}

const UNREAD: &str = "SELECT record FROM report WHERE answered IS NULL AND record = $1";

#[tokio::test]
async fn whoever_takes_a_call_is_on_it_and_reads_the_receipt_out() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let desk = basra.responder.actor();
        let taken = site
            .take_down(&desk, Channel::Telephone, true, |_| {})
            .await;
        let (report, receipt) = told(taken);

        assert_eq!(site.opened_by(&receipt.unwrap()).await, Some(report));
        assert!(site.may_read(&desk, report).await);
        assert_eq!(
            site.waits(report).await.0,
            None,
            "they were spoken to: nothing waits for a first answer"
        );
        assert_eq!(site.count(UNREAD, report).await, 0);
        assert!(matches!(
            site.claim(&desk, report).await,
            Err(ReportError::Claimed)
        ));
        site.answer(&desk, report, "We call at five.", 1, &site.key())
            .await
            .unwrap();

        // On paper nobody was spoken to; what is due is counted from when it was told.
        let now = site.store.world().now();
        let yesterday = now.plus_seconds(-20 * HOUR);
        let (sheet, _) = told(
            site.take_down(&desk, Channel::Paper, true, |sending| {
                sending.taken.as_mut().unwrap().at = yesterday;
            })
            .await,
        );
        let (waits, since) = site.waits(sheet).await;
        assert_eq!((waits.as_deref(), since), (Some("first"), Some(yesterday)));
    })
    .await;
}

#[tokio::test]
async fn the_takers_own_body_is_shut_out_where_it_is_accused() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let (desk, supervisor) = (basra.responder.actor(), basra.supervisor.actor());
        let national = site
            .worker(basra.national, OrgKind::Aid, Role::Responder)
            .await
            .actor();
        let (report, receipt) = told(
            site.take_down(&desk, Channel::InPerson, true, |sending| {
                sending.accused = vec![Accused::Named(basra.desk)];
            })
            .await,
        );
        for of_the_desk in [&desk, &supervisor, &basra.caseworker.actor()] {
            assert!(!site.may_read(of_the_desk, report).await);
            assert!(!site.lists(of_the_desk, report).await);
        }
        assert!(site.may_read(&national, report).await);
        assert_eq!(site.waits(report).await.0.as_deref(), Some("first"));
        assert!(
            receipt.is_none(),
            "whoever reads a receipt out knows it, and could come back with it"
        );
    })
    .await;
}

#[tokio::test]
async fn a_policeman_takes_it_down_and_keeps_nothing() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let at_the_checkpoint = site
        .worker(basra.police, OrgKind::Police, Role::Responder)
        .await
        .actor();
    let (report, receipt) = told(
        site.take_down(&at_the_checkpoint, Channel::InPerson, true, |_| {})
            .await,
    );
    assert!(receipt.is_none(), "he could come back with it");
    assert!(!site.may_read(&at_the_checkpoint, report).await);
    assert!(site.may_read(&basra.responder.actor(), report).await);
    for nobody in [basra.investigator.actor(), administrator()] {
        let refused = site
            .take_down(&nobody, Channel::InPerson, true, |_| {})
            .await;
        assert!(matches!(refused, Err(ReportError::Store(_))));
    }
}

#[tokio::test]
async fn a_report_without_a_receipt_waits_until_somebody_is_on_it() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let desk = basra.responder.actor();
        let elsewhere = site
            .worker(basra.national, OrgKind::Aid, Role::Responder)
            .await
            .actor();
        let (report, receipt) = told(
            site.take_down(&elsewhere, Channel::Telephone, false, |sending| {
                sending.danger = YesNoUnknown::Yes;
            })
            .await,
        );
        assert!(receipt.is_none());
        assert_eq!(site.waits(report).await.0.as_deref(), Some("danger"));
        let unread = site.answer(&desk, report, "Hello", 1, &site.key()).await;
        assert!(matches!(unread, Err(ReportError::NoReceipt)));

        site.claim(&desk, report).await.unwrap();
        assert_eq!(site.waits(report).await.0.as_deref(), Some("risk"));
        assert_eq!(site.count(UNREAD, report).await, 0);
        let again = site.claim(&basra.caseworker.actor(), report).await;
        assert!(
            again.is_err(),
            "one is on it, and whoever is in no team cannot be"
        );
    })
    .await;
}

#[tokio::test]
async fn the_same_form_sent_again_is_the_same_report() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let (desk, key) = (basra.responder.actor(), site.key());
    let mut sent = Vec::new();
    for minutes in [0, 1] {
        site.clock.advance(minutes * 60);
        let taken = site
            .take_down(&desk, Channel::Telephone, true, |sending| {
                sending.form_key.clone_from(&key);
            })
            .await;
        let (report, digits) = told(taken);
        sent.push((report, digits.unwrap().expose().clone()));
    }
    sent.dedup();
    assert_eq!(sent.len(), 1);
}

#[tokio::test]
async fn whoever_stands_before_the_desk_waits_for_no_answer() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let country = Country::new(&site).await;
        let asked = site.ask(&country.asker(), None, woman()).await.unwrap();
        let report = asked.report;
        assert_eq!(site.waits(report).await.0, None);
        assert_eq!(site.count(UNREAD, report).await, 0);
    })
    .await;
}

#[tokio::test]
async fn nobody_is_missing_where_a_sender_deletes_what_nobody_read() {
    const VACANT: &str = "SELECT record FROM guard WHERE record = $1 AND vacant = TRUE";
    let site = Installation::on_sqlite().await;
    Basra::new(&site).await;
    let (report, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
    site.delete(report).await.unwrap();
    assert_eq!(site.count(VACANT, report).await, 0);
}
