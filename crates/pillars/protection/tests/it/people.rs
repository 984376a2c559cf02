//! People are found again by whoever holds them: by a name in any order and script, a number in any spelling,
//! a code; by nobody else, and by nothing of what a person did not let stand.

use access::Actor;
use access::action::{IndexPerson, SearchPeople};
use clock::AgeBand;
use consent::{Agreed, Question};
use http::StatusCode;
use protection::person::Part;
use protection::person::search::{People, index_person, otherwise_indexed, search_people};
use record::{Id, Language, OrgKind, Role, short_code};
use store::{StoreError, args};

use crate::installation::{Basra, Installation, plain};
use crate::web::{Web, field};

const EN: Language = Language::En;
const KEYS: &str = "SELECT record FROM person_key WHERE record = $1";

impl Installation {
    /// Whom somebody finds.
    async fn finds(&self, actor: &Actor, typed: &str) -> People {
        let Ok(scope) = self.store.gate().scope::<SearchPeople>(actor) else {
            return People::default();
        };
        let typed = plain(typed);
        let read = self.store.read(scope.permit().clone(), move |unit| {
            let (scope, typed) = (scope.clone(), typed.clone());
            async move { search_people(&unit, &scope, &typed).await }
        });
        read.await.unwrap()
    }

    async fn finds_people(&self, actor: &Actor, typed: &str) -> Vec<Id> {
        let found = self.finds(actor, typed).await.lines;
        found.into_iter().map(|line| line.person).collect()
    }

    /// A case of somebody who let their name be written: the case and the person.
    async fn named(&self, basra: &Basra, name: [&str; 3], phone: &str) -> (Id, Id) {
        let worker = basra.caseworker.actor();
        let report = self.entrusted(basra).await;
        let case = self.open_case(&worker, Some(report), AgeBand::Adult);
        let case = case.await.unwrap();
        let person = self.person_of(&worker, case).await;
        self.says_yes(&worker, person).await;
        let [given, father, family] = name.map(plain);
        let parts = vec![
            (Part::Given, given),
            (Part::Father, father),
            (Part::Family, family),
            (Part::Phone, plain(phone)),
        ];
        self.names(&worker, person, parts, 0).await.unwrap();
        (case, person)
    }
}

#[tokio::test]
async fn whoever_holds_them_finds_them_in_any_script() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let worker = basra.caseworker.actor();
        let boss = basra.supervisor.actor();
        let (case, osman) = site
            .named(&basra, ["عثمان", "عبد الرحمن", "العبيدي"], "0770 123 4567")
            .await;
        let (_, other) = site
            .named(&basra, ["عثمان", "علي", "الدليمي"], "0780 999 8877")
            .await;
        for typed in [
            "عثمان عبدالرحمن",
            "Osman Abdurrahman Al-Obaidi",
            "Al-Obaidi Othman",
            "عوسمان عەبدولڕەحمان",
            "+964 770 1234567",
            "٠٧٧٠ ١٢٣ ٤٥٦٧",
        ] {
            for actor in [&worker, &boss] {
                assert_eq!(site.finds_people(actor, typed).await, [osman], "{typed}");
            }
        }
        // One part finds both; what agrees in more parts stands first.
        let both = site.finds_people(&worker, "Uthman").await;
        assert_eq!(both.len(), 2);
        let found = site.finds(&worker, "Osman Ali Dulaimi Obaidi").await;
        let alike: Vec<_> = found
            .lines
            .iter()
            .map(|line| (line.person, line.alike))
            .collect();
        assert_eq!((alike, found.parts), (vec![(other, 3), (osman, 2)], 4));
        assert_eq!(site.finds_people(&worker, &short_code(case)).await, [osman]);
        for nobody in [
            "Zaynab Hassan",
            "Osman Hassan",
            "0771 123 4567",
            "ABCDEF",
            "…",
            "1",
        ] {
            assert_eq!(site.finds_people(&worker, nobody).await, [], "{nobody}");
        }

        // One part of a name counts once, however often it is typed.
        assert_eq!(site.finds_people(&worker, "Uthman Osman Hassan").await, []);

        // Nobody else: not a colleague who is not on it, not another desk, not behind the wall.
        let elsewhere = [
            site.worker(basra.desk, OrgKind::Aid, Role::Caseworker)
                .await,
            site.worker(basra.national, OrgKind::Aid, Role::Supervisor)
                .await,
            basra.responder,
            basra.investigator,
            site.worker(basra.national, OrgKind::Aid, Role::Administrator)
                .await,
        ];
        for stranger in elsewhere {
            for typed in ["عثمان عبد الرحمن", "0770 123 4567", &short_code(case)] {
                assert_eq!(site.finds_people(&stranger.actor(), typed).await, []);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn what_does_not_stand_finds_nobody() {
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let worker = basra.caseworker.actor();
        let (case, person) = site
            .named(&basra, ["زينب", "حسين", "المالكي"], "0770 222 3344")
            .await;
        assert_eq!(site.finds_people(&worker, "Zainab Maleki").await, [person]);
        // Written otherwise, she is found by that alone.
        let parts = vec![
            (Part::Given, plain("رنا")),
            (Part::Family, plain("الجبوري")),
        ];
        site.names(&worker, person, parts, 1).await.unwrap();
        assert_eq!(site.finds_people(&worker, "Zainab Maleki").await, []);
        assert_eq!(site.finds_people(&worker, "0770 222 3344").await, []);
        assert_eq!(site.finds_people(&worker, "Rana Jubouri").await, [person]);
        // Whose name is shut is found by the code alone.
        site.is_of_age(&worker, person, AgeBand::Child)
            .await
            .unwrap();
        assert_eq!(site.finds_people(&worker, "Rana Jubouri").await, []);
        assert_eq!(
            site.finds_people(&worker, &short_code(case)).await,
            [person]
        );
        // A no takes it away.
        let answers = [(Question::Write, Agreed::No)];
        site.says(&worker, person, &answers).await.unwrap();
        assert_eq!(site.finds_people(&worker, "Rana Jubouri").await, []);
        assert_eq!(site.count(KEYS, person).await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_was_folded_otherwise_is_made_anew() {
    const SPOIL: &str =
        "UPDATE person_key SET version = 0, key = $2 WHERE record = $1 AND place = 0";
    testkit::on_both_engines(async |url: String| {
        let site = Installation::open(&url).await;
        let basra = Basra::new(&site).await;
        let worker = basra.caseworker.actor();
        let (_, person) = site
            .named(&basra, ["لينا", "سعد", "الربيعي"], "0770 1")
            .await;
        let stale = async || {
            let counted = site
                .store
                .read_clear(async |look| otherwise_indexed(&*look).await);
            counted.await.unwrap()
        };
        assert_eq!(stale().await, 0);
        let spoilt: Result<u64, StoreError> = site
            .store
            .upkeep(
                move |upkeep| async move { upkeep.execute(SPOIL, args![person, vec![1_u8]]).await },
            )
            .await;
        assert!(spoilt.unwrap() > 0);
        assert_eq!(stale().await, 1);
        assert_eq!(site.finds_people(&worker, "Lina Saad").await, []);
        let rule = Actor::Rule("RunJobs");
        site.by::<IndexPerson, _, _, _, _>(&rule, person, move |unit, _| async move {
            index_person(&unit, person).await
        })
        .await
        .unwrap();
        assert_eq!(stale().await, 0);
        assert_eq!(site.finds_people(&worker, "Lina Saad").await, [person]);
    })
    .await;
}

#[tokio::test]
async fn a_worker_looks_before_they_enter_somebody() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let (case, _) = site
        .named(&basra, ["أحمد", "جبار", "السامرائي"], "0770 555 6677")
        .await;
    let web = Web::open(&site);
    web.act(basra.caseworker.actor());
    let page = web.get("/cases/new").await;
    assert!(page.html.contains("href=\"/people\""), "{}", page.html);
    let page = web.get("/people").await;
    let mut fields = page.hidden("/people");
    let empty = web.post("/people", &fields).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.says(EN, "people-typed-missing"));
    fields.push(field("typed", "Samarrai Ahmed"));
    let found = web.post("/people", &fields).await;
    assert_eq!(found.status, StatusCode::OK);
    assert!(
        found.html.contains(&format!("href=\"/cases/{case}\"")),
        "{}",
        found.html
    );
    assert!(
        found.html.contains("Samarrai Ahmed"),
        "nothing typed is lost"
    );
    assert!(!found.html.contains("السامرائي"), "no name is shown");
    fields.pop();
    fields.push(field("typed", "Nobody Whatsoever"));
    let none = web.post("/people", &fields).await;
    assert!(none.says(EN, "people-none") && none.html.contains("/cases/new"));
    web.act(basra.responder.actor());
    assert_eq!(web.get("/people").await.status, StatusCode::NOT_FOUND);
}
