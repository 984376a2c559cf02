//! The sender's way back and the desk's work, as pages.

use http::StatusCode;
use protection::report::list::Wanted;
use record::{Id, Language, OrgKind, Role};

use crate::installation::{Basra, Installation, free_text};
use crate::web::{Answer, Web, field};

const EN: Language = Language::En;

struct Visit {
    site: Installation,
    basra: Basra,
    web: Web,
    report: Id,
    receipt: String,
}

async fn visit() -> Visit {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let web = Web::open(&site);
    let (report, receipt) = site.sent(site.letter(&[], true).await.unwrap()).await;
    let receipt = receipt.expose().clone();
    Visit {
        site,
        basra,
        web,
        report,
        receipt,
    }
}

async fn come_back(web: &Web, digits: &str) -> Answer {
    let page = web.get("/ar/4").await;
    let mut fields = page.hidden("/ar/4");
    fields.push(field("receipt", digits));
    web.post("/ar/4", &fields).await
}

#[tokio::test]
async fn a_sender_comes_back_in_any_digits_writes_more_stops_and_deletes() {
    let Visit {
        site,
        basra,
        web,
        report,
        receipt,
    } = visit().await;
    let wrong = come_back(&web, "12345678901234567890").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says(Language::Ar, "report-receipt-opens-nothing"));
    assert!(
        !wrong.html.contains("12345678901234567890"),
        "digits are not shown again"
    );
    let short = come_back(&web, "123").await;
    assert_eq!(short.status, StatusCode::UNPROCESSABLE_ENTITY);

    let arabic: String = receipt
        .chars()
        .map(|c| char::from_u32(c as u32 + 0x630).unwrap())
        .collect();
    let thread = come_back(
        &web,
        &format!("\u{200f}{}  {}", &arabic[..20], &arabic[20..]),
    )
    .await;
    assert_eq!(thread.status, StatusCode::OK);
    assert!(thread.html.contains("boys in a workshop") && !thread.html.contains(&receipt));

    let mut add = thread.hidden("/ar/4/1");
    let empty = web.post("/ar/4/1", &add).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    add.push(field("free_text", "one more boy"));
    for _ in 0..2 {
        let added = web.post("/ar/4/1", &add).await;
        assert!(added.says(Language::Ar, "report-told-added"));
    }
    let opened = site.read(&basra.responder.actor(), report).await.unwrap();
    assert_eq!(
        free_text(&opened),
        ["one more boy"],
        "sent twice, kept once"
    );

    let stopped = web.post("/ar/4/2", &thread.hidden("/ar/4/2")).await;
    assert!(stopped.says(Language::Ar, "report-told-stopped"));
    assert!(site.releases(&basra.investigator.actor()).await.is_empty());

    // A ticket that is too old asks for the digits, and keeps what was typed.
    site.clock.advance(901);
    let over = web.post("/ar/4/1", &add).await;
    assert_eq!(over.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(over.says(Language::Ar, "report-ticket-over"));
    let mut fields = over.hidden("/ar/4");
    assert!(fields.contains(&field("free_text", "one more boy")));
    assert!(fields.iter().all(|(name, _)| name != "ticket"));
    fields.push(field("receipt", &receipt));
    let thread = web.post("/ar/4", &fields).await;
    assert!(thread.html.contains("one more boy</textarea>"));

    let sure = web.post("/ar/4/3", &thread.hidden("/ar/4/3")).await;
    assert!(sure.says(Language::Ar, "report-sure-title"));
    assert!(site.own(report).await.is_ok(), "asked first, not deleted");
    let fields = sure.hidden("/ar/4/3");
    for _ in 0..2 {
        let gone = web.post("/ar/4/3", &fields).await;
        assert!(gone.says(Language::Ar, "report-gone-title"));
    }
    assert_eq!(
        come_back(&web, &receipt).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(
        web.post("/ar/4/1", &add).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
}

#[tokio::test]
async fn the_desk_reads_answers_and_closes() {
    let Visit {
        site,
        basra,
        web,
        report,
        ..
    } = visit().await;
    assert_eq!(
        web.get("/reports").await.status,
        StatusCode::SEE_OTHER,
        "without a session"
    );
    web.act(basra.responder.actor());
    let list = web.get("/reports").await;
    let at = format!("/reports/{report}");
    assert!(list.html.contains(&format!("href=\"{at}\"")) && list.says(EN, "report-child"));
    let code = site.list(&basra.responder.actor(), Wanted::default()).await[0]
        .code
        .clone();
    let found = web
        .get(&format!("/reports?code={}", code.to_lowercase()))
        .await;
    assert!(found.html.contains(&at));
    let none = web.get("/reports?code=ZZZZZZ").await;
    assert!(none.says(EN, "report-none-found"));
    assert!(
        web.get("/reports?code=&after=x").await.html.contains(&at),
        "an empty field is none"
    );

    let page = web.get(&at).await;
    assert!(page.html.contains("boys in a workshop") && page.html.contains("<details"));
    let answer = format!("{at}/answer");
    let mut fields = page.hidden(&answer);
    assert_eq!(
        web.post(&answer, &fields).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    fields.push(field("free_text", "we are coming"));

    // The sender writes while the answer is written: both texts stand side by side.
    site.add(report, "they have moved", &site.key())
        .await
        .unwrap();
    let both = web.post(&answer, &fields).await;
    assert_eq!(both.status, StatusCode::CONFLICT);
    assert!(both.html.contains("they have moved") && both.html.contains("we are coming"));
    let mut fields = both.hidden(&answer);
    fields.push(field("free_text", "we are coming there"));
    for _ in 0..2 {
        let sent = web.post(&answer, &fields).await;
        assert_eq!(
            (sent.status, sent.to.as_deref()),
            (StatusCode::SEE_OTHER, Some(&*at))
        );
    }
    let opened = site.read(&basra.responder.actor(), report).await.unwrap();
    assert_eq!(
        free_text(&opened),
        ["they have moved", "we are coming there"]
    );

    // Closing from an older page comes back with the choice kept; then it is closed.
    let close = format!("{at}/close");
    let mut fields = page.hidden(&close);
    assert_eq!(
        web.post(&close, &fields).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    fields.push(field("because", "helped"));
    let stale = web.post(&close, &fields).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.says(EN, "report-stale") && stale.html.contains("value=\"helped\" checked"));
    let mut fields = stale.hidden(&close);
    fields.push(field("because", "helped"));
    let closed = web.post(&close, &fields).await;
    assert_eq!(
        (closed.status, closed.to.as_deref()),
        (StatusCode::SEE_OTHER, Some("/reports"))
    );
    assert_eq!(
        web.get(&at).await.status,
        StatusCode::NOT_FOUND,
        "closed is absent to a responder"
    );
}

#[tokio::test]
async fn police_find_a_release_and_nothing_else() {
    let Visit {
        site,
        basra,
        web,
        report,
        ..
    } = visit().await;
    web.act(basra.investigator.actor());
    assert_eq!(web.get("/reports").await.status, StatusCode::NOT_FOUND);
    assert_eq!(
        web.get(&format!("/reports/{report}")).await.status,
        StatusCode::NOT_FOUND
    );
    let [release] = site.releases(&basra.investigator.actor()).await[..] else {
        panic!("one release")
    };
    let at = format!("/releases/{release}");
    assert!(web.get("/releases").await.html.contains(&at));
    let page = web.get(&at).await;
    assert!(page.html.contains("boys in a workshop") && !page.html.contains("+999"));
    let elsewhere = site.org(OrgKind::Police, None, &["IQG08"]).await;
    let other = site
        .worker(elsewhere, OrgKind::Police, Role::Investigator)
        .await;
    web.act(other.actor());
    assert_eq!(web.get(&at).await.status, StatusCode::NOT_FOUND);
    assert!(web.get("/releases").await.says(EN, "release-list-empty"));
}

#[tokio::test]
async fn pages_of_numbers_and_readers_stand_open() {
    let Visit { web, .. } = visit().await;
    let numbers = web.get("/en/6").await;
    assert!(numbers.status == StatusCode::OK && numbers.says(EN, "duty-none"));
    let readers = web.get("/en/5").await;
    assert!(readers.says(EN, "readers-independent") && readers.says(EN, "readers-none"));
}
