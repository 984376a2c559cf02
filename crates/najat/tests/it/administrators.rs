//! Two administrators of one installation: neither writes over the other unseen, and both see whose
//! lost factors wait for a second person; whoever is the second finds it, and nobody else.

use crate::installed::{Installed, between};
use crate::peopled::{COMMITTEE, DESK, LAWYERS, Peopled, SHELTER, number};
use crate::walker::{Walker, say};

/// Where an organisation is changed.
async fn changing(walker: &mut Walker<'_>, body: &str) {
    walker.open("/organisations").await;
    walker.follow(body).await;
}

#[tokio::test]
async fn two_administrators_do_not_write_over_each_other() {
    let shelter = Installed::new().await;
    let mut served = Peopled::begin(&shelter).await;
    let mut boss = served.at("first").await;
    served.fill(&mut boss).await;
    let mut other = served.at("third").await;
    changing(&mut boss, DESK).await;
    changing(&mut other, DESK).await;
    let before = boss.html.clone();
    let fields = [("name_en", "House of rushes"), ("kind", "office")];
    boss.send("admin-save", &fields).await;
    boss.sees("House of rushes");
    // The same form once more counts once.
    boss.html.clone_from(&before);
    boss.send("admin-save", &fields).await;

    let typed = [("name_ckb", "ماڵی زەل"), ("hours", "08:00–14:00")];
    other.try_to_send("admin-save", &typed).await;
    assert_eq!(other.status, 409, "{}", other.seen());
    other.sees_said("conflict-title");
    let theirs = format!("{} House of rushes", say("admin-org-name-en"));
    other.sees(&theirs);
    other.sees(&format!("{} Government office", say("admin-org-kind")));
    assert!(other.html.contains("ماڵی زەل"), "what was typed is kept");
    changing(&mut boss, "House of rushes").await;
    assert!(!boss.html.contains("ماڵی زەل"), "nothing was written");

    other.send("admin-save", &fields).await;
    changing(&mut boss, "House of rushes").await;
    assert!(boss.html.contains("ماڵی زەل") && boss.html.contains("08:00–14:00"));
    served.running.stop().await;
}

/// Both open a page and see a form; one sends it, then the other, who is told what stands there.
async fn both(
    (one, other): (&mut Walker<'_>, &mut Walker<'_>),
    page: &str,
    button: &str,
    fields: [&[(&str, &str)]; 2],
    told: &str,
) {
    one.open(page).await;
    other.open(page).await;
    one.send(button, fields[0]).await;
    other.try_to_send(button, fields[1]).await;
    assert_eq!(other.status, 409, "{page}: {}", other.seen());
    other.sees_said("conflict-title");
    other.sees(told);
    other.send(button, &[]).await;
}

#[tokio::test]
async fn neither_do_they_over_readers_desks_and_numbers() {
    let shelter = Installed::new().await;
    let served = Peopled::begin(&shelter).await;
    let mut boss = served.at("first").await;
    let mut other = served.at("first").await;
    served.enter(&mut boss).await;
    let first = |key| format!("{} {DESK}", say(key));
    both(
        (&mut boss, &mut other),
        "/readers/change?place=IQG02",
        "admin-save",
        [&[("first", DESK)], &[("first", LAWYERS)]],
        &first("admin-readers-first"),
    )
    .await;
    // Nobody answered there yet, so neither saw anybody.
    both(
        (&mut boss, &mut other),
        "/desks/change?duty=placement",
        "admin-save",
        [
            &[("place", "Basra"), ("first", DESK)],
            &[("place", "Basra"), ("first", LAWYERS)],
        ],
        &first("admin-desk-first"),
    )
    .await;
    boss.sees(DESK);
    boss.open("/desks").await;
    boss.sees(LAWYERS);

    number(&mut boss).await;
    let page = boss.first_link("/numbers/change?number=");
    both(
        (&mut boss, &mut other),
        &page,
        "admin-number-save",
        [&[("hours", "08:00–14:00")], &[("checked_by", "Duty desk")]],
        &format!("{} 08:00–14:00", say("admin-org-hours")),
    )
    .await;
    boss.open("/numbers").await;
    boss.sees("Duty desk");
    // A number that is kept off the page stays so when it is changed.
    boss.send("admin-number-hide", &[]).await;
    boss.open(&page).await;
    boss.send("admin-number-save", &[("hours", "24/7")]).await;
    boss.sees_said("admin-number-hidden");
    served.running.stop().await;
}

/// The line of the administration page about a reset in this body.
async fn told(walker: &mut Walker<'_>, body: &str, second: &str) {
    walker.open("/administration").await;
    walker.sees_said("admin-resets-title");
    walker.sees(&format!("{body} {}", say(second)));
}

/// The code on the page that shows one.
fn code_on(walker: &Walker<'_>) -> String {
    walker.sees_said("admin-code-once");
    let codes = between(&walker.html, "<ul class=\"codes\">", "</ul>");
    between(codes, "<bdo dir=\"ltr\">", "</bdo>").to_owned()
}

#[tokio::test]
async fn a_lost_factor_finds_its_second_person() {
    let shelter = Installed::new().await;
    let mut served = Peopled::begin(&shelter).await;
    let mut boss = served.at("first").await;
    served.fill(&mut boss).await;
    boss.open("/administration").await;
    assert!(!boss.seen().contains(&say("admin-resets-title")));

    // Several work there: any other colleague, who finds it on Today.
    boss.open("/account").await;
    boss.go("admin-colleague-title").await;
    boss.send("admin-reset-propose", &[("name", "third")]).await;
    told(&mut boss, COMMITTEE, "admin-reset-by-colleague").await;
    boss.open("/today").await;
    assert!(
        !boss.seen().contains(&say("today-reset")),
        "not for the first of two"
    );
    let outside = served.at("hawraa").await;
    assert!(!outside.seen().contains(&say("today-reset")));
    let mut focal = served.at("focal").await;
    focal.sees_said("today-reset");
    focal.go("today-reset-step").await;
    focal.sees_said("admin-colleague-waits");
    focal
        .send("admin-reset-confirm", &[("name", "third")])
        .await;
    served.enrol("third", &code_on(&focal)).await;
    let mut third = served.at("third").await;
    third.open("/administration").await;
    assert!(!third.seen().contains(&say("admin-resets-title")));

    // Nobody else works there: an administrator proposes, data protection confirms.
    boss.open("/members").await;
    boss.follow(SHELTER).await;
    boss.follow_in_line(&[&say("role-shelter_manager")]).await;
    boss.send("admin-reset-propose", &[]).await;
    told(&mut third, SHELTER, "admin-reset-by-data-protection").await;
    let mut officer = served.at("second").await;
    officer.sees_said("today-reset");
    officer.go("today-reset-step").await;
    officer
        .send_in_line(&[SHELTER], "admin-reset-confirm")
        .await;
    served.enrol("shirin", &code_on(&officer)).await;

    // One other works there, who proposed it: an administrator confirms.
    let mut chief = served.at("hawraa").await;
    chief.open("/members").await;
    chief.follow("kanar of the reeds").await;
    chief.send("admin-end", &[("sure", "yes")]).await;
    chief.follow("rusul of the reeds").await;
    chief.send("admin-reset-propose", &[]).await;
    boss.open("/today").await;
    boss.sees_said("today-reset");
    boss.go("today-reset-step").await;
    told(&mut boss, DESK, "admin-reset-by-administrator").await;
    boss.follow_in_line(&[DESK, &say("admin-reset-by-administrator")])
        .await;
    boss.send("admin-reset-confirm", &[]).await;
    served.enrol("rusul", &code_on(&boss)).await;
    served.at("rusul").await.sees_said("today-calm");
    served.running.stop().await;
}

#[tokio::test]
async fn what_was_done_at_the_console_is_told_to_every_administrator() {
    let shelter = Installed::new().await;
    let mut served = Peopled::begin(&shelter).await;
    let store = &served.running.app().store;
    let recovered = people::account::recover(store).await.unwrap();
    served.enrol("first", recovered.code.expose()).await;
    let mut boss = served.at("first").await;
    boss.go("admin-title").await;
    boss.sees_said("admin-recovered");
    served.running.stop().await;
}
