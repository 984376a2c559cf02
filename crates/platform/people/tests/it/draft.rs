//! Drafts: nothing typed is lost to an expired session, and nothing stays for long.

use access::Actor;
use access::action::{KeepDraft, ReadOwnDraft};
use people::draft::{self, Content, Draft, MOST};
use people::session::Found;
use record::Id;
use store::StoreError;

use crate::installation::{Installation, plain};

fn content(text: &str) -> Content {
    Content {
        path: plain("/reports/1/answer"),
        fields: vec![
            ("text".to_owned(), plain(text)),
            ("version".to_owned(), plain("3")),
        ],
    }
}

async fn drafts(site: &Installation, actor: &Actor, account: Id) -> Result<Vec<Draft>, StoreError> {
    let permit = site
        .store
        .gate()
        .permit::<ReadOwnDraft>(actor, account)
        .await?;
    site.store
        .read(
            permit,
            |unit| async move { draft::read_own_drafts(&unit).await },
        )
        .await
}

#[tokio::test]
async fn a_form_sent_too_late_is_offered_after_signing_in() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let person = &site.administrator;
        let signed = site.sign_in(person, None).await.unwrap();
        assert_eq!(signed.draft, None);
        let live = site.standing(&signed).await.actor;
        let early = site
            .store
            .gate()
            .permit::<KeepDraft>(&live, person.account)
            .await;
        assert!(
            early.is_err(),
            "only where a form cannot be taken as it came"
        );
        site.clock.advance(3600);
        let Found::Expired(standing) = site.find(&signed).await else {
            panic!("it is over")
        };
        let kept = draft::keep(
            &site.store,
            &standing.actor,
            draft::Why::Over,
            content("سطر\nline"),
        )
        .await
        .unwrap();
        let signed = site.sign_in(person, None).await.unwrap();
        assert_eq!(signed.draft, Some(kept));
        let actor = site.standing(&signed).await.actor;
        let permit = site
            .store
            .gate()
            .permit::<ReadOwnDraft>(&actor, person.account)
            .await
            .unwrap();
        let read = site.store.unit(permit, move |unit| async move {
            draft::read_own_draft(&unit, kept).await
        });
        let read: Result<Draft, StoreError> = read.await;
        let read = read.unwrap();
        assert_eq!(read.content.path.expose(), "/reports/1/answer");
        assert_eq!(read.content.fields[0].1.expose(), "سطر\nline");
        let again = site.sign_in(person, None).await.unwrap();
        assert_eq!(again.draft, None, "it is not offered by itself again");
        assert_eq!(
            drafts(&site, &actor, person.account).await.unwrap().len(),
            1,
            "but is still there"
        );
        let stranger = site.enter(&site.data_protection).await.actor;
        assert!(
            drafts(&site, &stranger, person.account).await.is_err(),
            "another's draft is absent"
        );
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_kept_for_a_day_and_ten_at_most() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let person = &site.administrator;
        let actor = site.enter(person).await.actor;
        for n in 0..MOST + 3 {
            site.clock.advance(1);
            draft::keep(
                &site.store,
                &actor,
                draft::Why::TooWeak,
                content(&format!("text {n}")),
            )
            .await
            .unwrap();
        }
        let kept = drafts(&site, &actor, person.account).await.unwrap();
        assert_eq!(kept.len(), MOST);
        assert_eq!(
            kept[0].content.fields[0].1.expose(),
            "text 12",
            "the newest first"
        );
        site.clock.advance(24 * 3600 - 5);
        assert_eq!(draft::drop_old(&site.store).await.unwrap(), 5);
        site.clock.advance(5);
        assert!(
            drafts(&site, &actor, person.account)
                .await
                .unwrap()
                .is_empty()
        );
        people::sweep(&site.store).await.unwrap();
        assert_eq!(draft::drop_old(&site.store).await.unwrap(), 0);
    })
    .await;
}
