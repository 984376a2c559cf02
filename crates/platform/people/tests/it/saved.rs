//! What somebody chose in a list and keeps: theirs alone, once, and not without end.

use access::action::SaveList;
use people::saved::{self, MOST, SavedError};
use people::session::Standing;

use crate::installation::Installation;

const CHILDREN: &str = "age=child&state=open";

async fn save(
    site: &Installation,
    standing: &Standing,
    asked: String,
    keeps: bool,
) -> Result<(), SavedError> {
    let account = standing.actor.member().unwrap().account;
    let gate = site.store.gate();
    let permit = gate.permit::<SaveList>(&standing.actor, account).await?;
    let unit = site.store.unit(permit, move |unit| {
        let asked = asked.clone();
        async move { saved::save(&unit, "cases", &asked, keeps).await }
    });
    unit.await
}

#[tokio::test]
async fn what_is_kept_of_a_list_is_its_readers_alone() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::new(&url).await;
        let signed = site.sign_in(&site.administrator, None).await.unwrap();
        let standing = site.standing(&signed).await;
        let kept = async |list| saved::of(&site.store, &standing.actor, list).await.unwrap();
        let own = |asked: &str, keeps| save(&site, &standing, asked.to_owned(), keeps);
        for _ in 0..2 {
            own(CHILDREN, true).await.unwrap();
        }
        assert_eq!(kept("cases").await, [CHILDREN]);
        assert!(kept("reports").await.is_empty(), "of another list");
        // Nobody keeps or sees anything for somebody else.
        let mut other = standing.actor.member().unwrap().clone();
        other.account = site.store.world().id();
        let other = access::Actor::Person(other);
        assert!(
            saved::of(&site.store, &other, "cases")
                .await
                .unwrap()
                .is_empty()
        );
        let mine = standing.actor.member().unwrap().account;
        let gate = site.store.gate();
        assert!(gate.permit::<SaveList>(&other, mine).await.is_err());

        let wrong = own("named=<b>", true).await;
        assert!(matches!(wrong, Err(SavedError::NoChoice)));
        for number in 1..MOST {
            own(&format!("number={number}"), true).await.unwrap();
        }
        let full = own("state=closed", true).await;
        assert!(matches!(full, Err(SavedError::Full)));
        own(CHILDREN, false).await.unwrap();
        own("state=closed", true).await.unwrap();
        let kept = kept("cases").await;
        assert!(kept.len() == MOST && !kept.iter().any(|one| one == CHILDREN));
    })
    .await;
}
