//! Rows 0:00, 1:00, 3:00 and 9:30 of the acceptance path in one run: reported, found, a place asked
//! for, refused against the law, given by another shelter, its way told by voice, a child seen, a right
//! met; and what the ledger says of somebody who changes it.

use record::{Language, Role};
use testkit::{Browser, Viewport};

use super::night::{ADDRESS, Night, shelters};
use super::tonight_asked::{Asked, TEXT, asked, reported};
use crate::town::Town;

/// The ministry that is named as the one that wants a letter.
const MINISTRY: &str = "labour-federal";
/// The entry that somebody changes past the program.
const CHANGED: i64 = 40;

/// The police see nothing: by no address, on no list, and not by search.
async fn police(desk: &Night<'_>, is: &Asked, step: &str) {
    let report = is.report.trim_start_matches("/reports/");
    desk.turn(Role::Investigator, "police-IQG02").await;
    let (judge, looks) = (format!("{}/judge", is.bed), format!("/looks/{report}"));
    let paths = [is.report.as_str(), &is.bed, &judge, &looks];
    desk.finds_nothing(&paths, &[&is.code, TEXT]).await;
    for about in ["boys in a workshop, Basra", &is.code] {
        desk.person.open("/search").await;
        desk.browser().fill("about", about).await;
        desk.person.press("search-ask").await;
        desk.person.sees("search-recorded").await;
        assert!(
            !desk.browser().shows(&is.code).await,
            "a search tells nothing"
        );
    }
    desk.look(step).await;
}

/// 3:00: only shelters for boys were asked; one wants a letter of a judge, and its ministry is charged.
async fn refused(town: &Town, desk: &Night<'_>, is: &Asked) {
    let (who, browser) = (&desk.person, desk.browser());
    desk.turn(Role::PlacementDesk, "care-IQG02").await;
    desk.until_said(&is.bed, "bed-shelter-state-asked").await;
    for boys in shelters(town, "male", "from_13").await {
        browser.see(&boys.code).await;
    }
    let women = shelters(town, "female", "adult").await;
    let girls = shelters(town, "female", "from_13").await;
    assert!(!women.is_empty() && !girls.is_empty());
    for other in women.iter().chain(&girls) {
        assert!(!browser.shows(&other.code).await, "never asked");
    }
    desk.look("3a-desk").await;
    desk.turn(Role::ShelterManager, "haven-IQG02").await;
    desk.finds_nothing(&[&is.bed, &is.report], &[&is.code])
        .await;
    desk.look("3b-women").await;

    desk.turn(Role::ShelterManager, "home-IQG02").await;
    desk.look("3c-home").await;
    browser.click(&is.code).await;
    who.sees("bed-hold-send").await;
    assert!(!browser.shows(TEXT).await, "nothing of the story");
    who.press("bed-decline-title").await;
    who.sees("bed-decline-unlawful").await;
    browser.choose("code", "court_order").await;
    let ministry = desk.body(MINISTRY).await;
    browser.fill("body", &ministry).await;
    desk.look("3d-decline").await;
    who.press("bed-decline-send").await;
    who.sees("bed-list-title").await;

    desk.turn(Role::Responder, "care-IQG02").await;
    desk.until_said("/rights", "right-kind-court_order").await;
    let row = desk.row(&is.code).await;
    for part in [ministry.as_str(), &who.say("right-kind-court_order")] {
        assert!(row.contains(part), "{row} lacks {part}");
    }
    assert!(row.contains(&who.say("right-state-open")), "{row}");
    desk.look("3e-rights").await;
    desk.until_said(&is.bed, "bed-now-judge").await;
    desk.look("3f-request").await;
    who.press("bed-judge-open").await;
    for court in [Language::Ar, Language::Ckb] {
        who.open(&format!("{}/judge?in={court}", is.bed)).await;
        browser.see(&super::say(court, "judge-paper-subject")).await;
        let paper = desk.text("article.paper").await;
        assert!(paper.contains(&is.code), "{paper}");
        assert_eq!(desk.count("article.paper[dir=rtl]").await, 1);
        desk.look(&format!("3g-judge-{court}")).await;
        desk.look_at_print(&format!("3g-print-{court}")).await;
    }
}

/// Another shelter holds a place; the desk reads one address and tells it; the boy stands there.
async fn admitted(town: &Town, desk: &Night<'_>, is: &Asked) {
    let (who, browser) = (&desk.person, desk.browser());
    let boys = shelters(town, "male", "from_13").await;
    let of = |body: &str| {
        let org = town.country.bodies[body].0;
        boys.iter().find(|shelter| shelter.org == org).unwrap()
    };
    let (home, youth) = (of("home-IQG02"), of("youth-IQG02"));
    desk.turn(Role::ShelterManager, "youth-IQG02").await;
    desk.look("3h-youth").await;
    browser.click(&is.code).await;
    who.sees("bed-who-male-from-13").await;
    browser.see(&youth.code).await;
    assert_eq!(
        desk.count("section[aria-labelledby^='ask-']").await,
        1,
        "the same manager's shelter for girls was not asked"
    );
    desk.look("3i-asked").await;
    who.press("bed-hold-send").await;
    who.sees("bed-shelter-held").await;
    desk.look("3j-held").await;

    desk.turn(Role::PlacementDesk, "care-IQG02").await;
    who.open(&is.bed).await;
    who.sees("bed-shelter-state-for-judge").await;
    desk.look("3k-desk").await;
    // A place that waits for the judge leads nowhere: there is one way, to the place that is held.
    who.sees("bed-judge-wait").await;
    assert_eq!(desk.count("main a[href$='/address']").await, 1);
    who.press("bed-address-open").await;
    who.sees("account-step-up-text").await;
    desk.look("3l-step-up").await;
    desk.step_up().await;
    who.sees("shelter-way-tell").await;
    browser.see(&youth.code).await;
    desk.look_at_the_way("3m-way").await;

    desk.turn(Role::ShelterManager, "youth-IQG02").await;
    who.open(&is.bed).await;
    who.press("bed-admit-send").await;
    who.sees("bed-shelter-no-end").await;
    desk.look("3n-admitted").await;
    // The shelter may say so as soon as the rule has told the clock of the stay.
    let see = desk.address("a[href^='/clocks/']").await;
    desk.until_said(&see, "clock-seen-shelter-lead").await;
    browser.choose("place", "shelter").await;
    browser.choose("myself", "yes").await;
    desk.look("3o-seen").await;
    who.press("clock-seen-send").await;
    who.sees("bed-list-title").await;

    // The other shelter's place is free again, and where it is is nobody's business any more.
    desk.turn(Role::PlacementDesk, "care-IQG02").await;
    desk.until_said(&is.bed, "bed-shelter-state-released").await;
    desk.look("3p-released").await;
    who.open(&format!("/shelters/{}/address", home.record))
        .await;
    desk.step_up().await;
    who.sees("problem-not-there-title").await;

    desk.turn(Role::Responder, "care-IQG02").await;
    who.open(&is.clock).await;
    who.sees("clock-state-stopped").await;
    desk.look("3q-stopped").await;
    desk.turn(Role::Supervisor, "care-IQG02").await;
    desk.until_said("/rights", "right-state-met").await;
    let row = desk.row(&is.code).await;
    assert!(row.contains(&who.say("right-state-met")), "{row}");
    desk.look("3r-met").await;
}

/// 9:30: nothing was changed; then one entry is, past the program, and the check names it.
async fn checked(town: &Town, desk: &Night<'_>, is: &Asked) {
    let (who, browser) = (&desk.person, desk.browser());
    desk.turn(Role::DataProtection, "house").await;
    who.open("/ledger").await;
    assert!(
        !browser.shows(&is.code).await,
        "the ledger holds no content"
    );
    desk.look("9a-ledger").await;
    who.press("ledger-filter").await;
    let opened = who.say("did-read-shelter-address");
    browser.fill("action", &opened).await;
    who.press("ledger-find").await;
    who.sees("ledger-all").await;
    let first = desk.text("table.rows tbody tr").await;
    assert!(first.contains(&opened), "{first}");
    desk.look("9b-opened").await;
    who.press("check-title").await;
    who.press("check-send").await;
    desk.until_said("/ledger/verify", "check-holds").await;
    desk.look("9c-holds").await;
    let changed: Result<u64, store::StoreError> = town
        .store()
        .upkeep(|upkeep| async move {
            const CHANGE: &str = "UPDATE ledger_leaf SET body = $1 WHERE seq = $2";
            let body = vec![1_u8, 2, 3];
            upkeep.execute(CHANGE, store::args![body, CHANGED]).await
        })
        .await;
    assert_eq!(changed.unwrap(), 1);
    who.press("check-send").await;
    desk.until_said("/ledger/verify", "check-wrong").await;
    let index = [("index", CHANGED.into())];
    let first = page::words(who.language, "fault-leaf", &index);
    let named = desk.text("main ul li").await;
    assert_eq!(named, first, "the first bad entry is named");
    desk.look("9d-wrong").await;
    for kept in std::fs::read_dir(town.database_folder().unwrap()).unwrap() {
        let bytes = std::fs::read(kept.unwrap().path()).unwrap();
        let clear = ADDRESS.as_bytes();
        assert!(
            !bytes.windows(clear.len()).any(|part| part == clear),
            "an address in clear"
        );
    }
}

async fn whole_night(language: Language, look: Viewport, name: &str) {
    let town = Town::small().await;
    let look = look.in_language(language.code());
    let Some(browser) = Browser::start(look).await else {
        return;
    };
    let neighbours = Viewport {
        width: 360,
        height: 740,
        ..look
    };
    let Some(other) = Browser::start(neighbours).await else {
        return;
    };
    let phone = Night::new(&town, &other, language, (name, neighbours));
    let desk = Night::new(&town, &browser, language, (name, look));
    let report = reported(&town, &phone).await;
    town.clock.advance(300);
    let is = asked(&town, &desk, report).await;
    police(&desk, &is, "1f-police").await;
    refused(&town, &desk, &is).await;
    admitted(&town, &desk, &is).await;
    desk.shown_nowhere(&is.bed).await;
    police(&desk, &is, "8-police").await;
    checked(&town, &desk, &is).await;
    town.running.stop().await;
}

#[tokio::test]
async fn in_arabic_on_a_phone() {
    whole_night(Language::Ar, Viewport::PHONE, "phone").await;
}

#[tokio::test]
async fn in_english_at_a_desk() {
    whole_night(Language::En, Viewport::DESK, "desk").await;
}

#[tokio::test]
async fn in_kurdish_on_a_phone_without_script() {
    whole_night(Language::Ckb, Viewport::PHONE.without_script(), "bare").await;
}

#[tokio::test]
async fn in_every_other_way() {
    if testkit::place::is_long() {
        whole_night(Language::Ar, Viewport::DESK, "desk").await;
        whole_night(Language::En, Viewport::PHONE, "phone").await;
        whole_night(Language::Ckb, Viewport::DESK, "desk").await;
        whole_night(Language::Ar, Viewport::PHONE.without_script(), "bare").await;
        whole_night(Language::En, Viewport::DESK.without_script(), "bare").await;
    }
}
