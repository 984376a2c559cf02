//! From nothing to a bed: what the command prints, then the pages alone, walked as the pages of
//! `docs/` say. Nobody here looks into the database.

use std::path::Path;

use najat::doctor::{Depth, look};
use testkit::on_both_engines;

use crate::installed::{Installed, between};
use crate::peopled::{COMMITTEE, DESK, LAWYERS, MINISTRY, Peopled, WATCHERS, number};
use crate::walker::{Walker, say};

/// Where it stands, which is nobody's business.
const ADDRESS: &str = "No such street 7";
const TEXT: &str = "Two women in a workshop behind the market";
const ANSWER: &str = "We read it and we come tomorrow";
const LISTS: [&str; 6] = [
    "/today",
    "/reports",
    "/beds",
    "/shelters",
    "/rights",
    "/clocks",
];
/// Who answers for what everywhere.
const DUTIES: [(&str, &str); 5] = [
    ("placement", DESK),
    ("legal-aid", LAWYERS),
    ("oversight", WATCHERS),
    ("state-duty", MINISTRY),
    ("focal-point", COMMITTEE),
];

#[tokio::test]
async fn from_nothing_a_report_is_answered_and_a_bed_given() {
    on_both_engines(async |url| {
        let url = Some(url).filter(|url| url.starts_with("postgres"));
        whole(&Installed::on(url.as_deref()).await).await;
    })
    .await;
}

async fn whole(site: &Installed) {
    let mut served = Peopled::begin(site).await;
    let mut boss = served.at("first").await;
    boss.sees_said("role-day-administrator-1");
    boss.go("admin-title").await;
    boss.sees_said("admin-need-readers");
    boss.sees("11 things are missing");
    served.fill(&mut boss).await;
    order(&mut boss).await;
    boss.go("admin-title").await;
    boss.sees_said("admin-nothing-missing");

    let report = reported(&served).await;
    let (shelter, bed) = given(&served, &report).await;
    let paths = [report.as_str(), &shelter, &bed];
    for name in ["first", "third"] {
        kept_from(&served.at(name).await, &paths).await;
    }
    for name in ["second", "hawraa", "rusul", "shirin", "samal"] {
        let other = served.at(name).await;
        for path in paths.iter().chain(&LISTS) {
            let (_, page) = other.knocks(path).await;
            assert!(!page.contains(ADDRESS), "{name}: {path}");
        }
    }
    let room = |_: &Path| Some(1 << 40);
    let found = look(&site.set, &site.world, Depth::Whole, room).await;
    assert_eq!(found.len(), 1, "{found:?}");
    served.running.stop().await;
}

/// Who reads, whom one can call, who answers for what.
async fn order(boss: &mut Walker<'_>) {
    let places = record::governorates()
        .iter()
        .map(|place| place.name(record::Language::En));
    let national = ["admin-readers-federal", "admin-readers-kurdistan"].map(say);
    let places = national.into_iter().chain(places.map(str::to_owned));
    boss.go("admin-title").await;
    boss.go("admin-readers-title").await;
    for place in places {
        boss.follow(&format!("{} {place}", say("admin-change")))
            .await;
        boss.send("admin-save", &[("first", DESK)]).await;
    }
    boss.go("admin-back").await;
    number(boss).await;
    boss.sees("Line of reeds");
    boss.go("admin-back").await;
    boss.go("admin-desks-title").await;
    for (duty, body) in DUTIES {
        let name = say(&format!("admin-duty-{duty}"));
        boss.follow(&format!("{} {name}", say("admin-desk-new")))
            .await;
        let everywhere = say("admin-both");
        boss.send("admin-save", &[("place", &everywhere), ("first", body)])
            .await;
        boss.sees(body);
    }
}

/// A stranger reports, a responder reads and answers, the stranger reads the answer.
async fn reported(served: &Peopled<'_>) -> String {
    let mut stranger = Walker::anybody(served.site, &served.url()).await;
    stranger.sees("Line of reeds");
    stranger.go("entry-2").await;
    let fields = [
        ("governorate", "Basra"),
        ("reads", "helpers"),
        ("accused", "no"),
    ];
    stranger.send("report-go-on", &fields).await;
    stranger.sees(DESK);
    let fields = [("text", TEXT), ("minor", "no"), ("danger", "no")];
    stranger.send("report-send", &fields).await;
    let receipt = crate::sender::receipt_of(&stranger.html).unwrap();

    let mut reader = served.at("rusul").await;
    reader.until("/today", &say("today-report-answer")).await;
    reader.go("today-report-answer").await;
    let report = reader.path.clone();
    reader.sees(TEXT);
    reader
        .send("report-answer-send", &[("free_text", ANSWER)])
        .await;
    reader.sees(ANSWER);

    stranger.open("/en").await;
    stranger.go("start-come-back").await;
    stranger
        .send("report-come-open", &[("receipt", &receipt)])
        .await;
    stranger.sees(ANSWER);
    report
}

/// A shelter is declared; a place asked for, held, given; its way told by the desk alone.
async fn given(served: &Peopled<'_>, report: &str) -> (String, String) {
    let mut manager = served.at("shirin").await;
    manager.go("shelter-list").await;
    manager.go("shelter-new-open").await;
    let fields = [
        ("governorate", "Basra"),
        ("row-1-places", "4"),
        ("row-1-sex", "female"),
        ("row-1-age", "adult"),
        ("languages", "ar"),
    ];
    manager.send("shelter-new-send", &fields).await;
    let shelter = manager.path.clone();
    manager.sees_said("shelter-address-missing");
    manager
        .send("shelter-address-send", &[("address", ADDRESS)])
        .await;
    manager.sees_said("shelter-address-known");
    assert!(!manager.html.contains(ADDRESS), "never read back");

    let mut reader = served.at("rusul").await;
    reader.open(report).await;
    reader.go("bed-ask-open").await;
    let fields = [("sex", "female"), ("age", "adult"), ("family", "alone")];
    reader.send("bed-ask-send", &fields).await;
    let bed = reader.path.split('?').next().unwrap().to_owned();
    let code = between(
        &reader.html,
        "<p class=\"receipt\"><bdi dir=\"ltr\">",
        "</bdi>",
    )
    .to_owned();
    reader.sees("07707654321");

    manager.until("/today", &code).await;
    manager.follow(&code).await;
    manager.send("bed-hold-send", &[]).await;
    let mut desk = served.at("kanar").await;
    desk.go("bed-list-title").await;
    desk.follow(&code).await;
    assert!(!desk.html.contains(ADDRESS));
    desk.go("bed-address-open").await;
    desk.sees(ADDRESS);
    manager.send("bed-admit-send", &[]).await;
    manager.sees_said("bed-shelter-no-end");
    reader.until(&bed, &say("bed-state-admitted")).await;
    desk.open(&bed).await;
    desk.sees_said("bed-state-admitted");
    (shelter, bed)
}

/// An administrator is answered as if nothing were there.
async fn kept_from(boss: &Walker<'_>, paths: &[&str]) {
    for path in paths {
        let (folder, id) = path.rsplit_once('/').unwrap();
        let other = "11111111-1111-4111-8111-111111111111";
        let there = boss.knocks(path).await;
        let nowhere = boss.knocks(&format!("{folder}/{other}")).await;
        assert_eq!(there.0, 404, "{path}");
        assert_eq!(there.1.replace(id, other), nowhere.1, "{path}");
    }
    for list in LISTS {
        let (_, page) = boss.knocks(list).await;
        for word in paths.iter().chain(&[TEXT, ADDRESS]) {
            assert!(!page.contains(word), "{list} shows {word}");
        }
    }
}
