//! Notes of a desk: read there and nowhere else, apart from what the sender sees, and gone with the
//! report.

use access::Actor;
use access::action::{ReadReport, WriteNote};
use protection::reader::Accused;
use protection::report::note::{notes, write_note};
use protection::report::{Done, ReportError};
use record::{Id, OrgKind, Role};
use store::StoreError;

use crate::installation::{BASRA, Basra, Installation, free_text, plain};

const ROWS: &str = "SELECT id FROM report_note WHERE record = $1";

impl Installation {
    async fn note(
        &self,
        actor: &Actor,
        report: Id,
        free_text: &'static str,
        key: &str,
    ) -> Result<Done, ReportError> {
        let key = key.to_owned();
        self.on::<WriteNote, _, _, _, _>(actor, report, &[], move |unit| {
            let key = key.clone();
            async move { write_note(&unit, &plain(free_text), &key).await }
        })
        .await
    }

    /// What this actor's own desk noted.
    async fn notes(&self, actor: &Actor, report: Id) -> Vec<(Role, String)> {
        let gate = self.store.gate();
        let permit = gate.permit::<ReadReport>(actor, report).await.unwrap();
        let desk = actor.member().unwrap().org;
        let read = self.store.read(permit, move |unit| async move {
            notes(&unit, unit.record(), desk).await
        });
        let read: Result<_, StoreError> = read.await;
        let one =
            |note: protection::report::note::Note| (note.role, note.free_text.expose().clone());
        read.unwrap().into_iter().map(one).collect()
    }
}

#[tokio::test]
async fn a_desk_reads_its_own_notes_and_a_sender_none() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let letter = site.letter(&[], false).await.unwrap();
        let (report, _) = site.sent(letter).await;
        let (responder, supervisor) = (basra.responder.actor(), basra.supervisor.actor());
        let seen = site.read(&responder, report).await.unwrap().head.revision;

        let key = site.key();
        let called = "called twice, nobody answers";
        let done = site.note(&responder, report, called, &key).await;
        assert_eq!(done.unwrap(), Done::Now);
        let again = site.note(&responder, report, called, &key).await;
        assert_eq!(
            again.unwrap(),
            Done::Before,
            "a form sent twice counts once"
        );
        site.clock.advance(60);
        let key = site.key();
        let done = site.note(&supervisor, report, "try the aunt", &key).await;
        assert_eq!(done.unwrap(), Done::Now);

        let expected = [
            (Role::Responder, called.to_owned()),
            (Role::Supervisor, "try the aunt".to_owned()),
        ];
        assert_eq!(site.notes(&supervisor, report).await, expected);
        assert_eq!(site.notes(&responder, report).await, expected);
        assert_eq!(free_text(&site.own(report).await.unwrap()), [""; 0]);
        assert_eq!(
            free_text(&site.read(&responder, report).await.unwrap()),
            [""; 0]
        );

        // An answer that was being written meanwhile is not stale by it.
        let key = site.key();
        let answered = site.answer(&responder, report, "we come", seen, &key).await;
        assert_eq!(answered.unwrap(), Done::Now);

        for stranger in [basra.investigator.actor(), basra.caseworker.actor()] {
            let key = site.key();
            let refused = site.note(&stranger, report, "I was here", &key).await;
            assert!(matches!(
                refused,
                Err(ReportError::Store(StoreError::Absent))
            ));
        }
        assert_eq!(site.count(ROWS, report).await, 2);
    })
    .await;
}

#[tokio::test]
async fn the_next_desk_reads_nothing_of_what_the_desk_before_noted() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let camp = site.org(OrgKind::Camp, None, &[BASRA]).await;
        let accused = [Accused::Named(camp)];
        let letter = site.letter(&accused, false).await.unwrap();
        let (report, _) = site.sent(letter).await;
        let (desk, key) = (basra.responder.actor(), site.key());
        let done = site.note(&desk, report, "tell the camp", &key).await;
        done.unwrap();
        let national = site
            .worker(basra.national, OrgKind::Aid, Role::Responder)
            .await
            .actor();

        // The desk that reads is set below the camp that the report accuses.
        basra.desk_falls_under(&site, camp).await;
        assert!(site.read(&desk, report).await.is_err());
        assert_eq!(site.notes(&national, report).await, []);
        let key = site.key();
        let done = site.note(&national, report, "call her", &key).await;
        done.unwrap();
        let own = [(Role::Responder, "call her".to_owned())];
        assert_eq!(site.notes(&national, report).await, own);
    })
    .await;
}

#[tokio::test]
async fn notes_go_with_the_report() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let letter = site.letter(&[], false).await.unwrap();
        let (report, _) = site.sent(letter).await;
        let (other, _) = site.sent(site.letter(&[], false).await.unwrap()).await;
        let desk = basra.responder.actor();
        for about in [report, other] {
            let key = site.key();
            site.note(&desk, about, "call her", &key).await.unwrap();
        }
        site.delete(report).await.unwrap();
        assert_eq!(site.count(ROWS, report).await, 0);
        assert_eq!(site.count(ROWS, other).await, 1);
        let key = site.key();
        let refused = site.note(&desk, report, "call her", &key).await;
        assert!(matches!(refused, Err(ReportError::Withdrawn)));
        assert_eq!(site.count(ROWS, report).await, 0);
    })
    .await;
}
