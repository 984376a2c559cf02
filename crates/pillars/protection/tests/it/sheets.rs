//! Sheets of paper: printed in each language, filled in by hand, and typed in by their numbers.

use access::Actor;
use http::StatusCode;
use record::Language;
use vault::Plain;

use crate::basra::Basra;
use crate::beds::Country;
use crate::installation::{BASRA, Installation};
use crate::web::{Answer, Fields, Web, field};

const EN: Language = Language::En;

/// A printed sheet, as whoever holds it reads it.
struct Printed {
    language: Language,
    number: String,
    html: String,
}

impl Printed {
    async fn new(web: &Web, language: Language, sheet: u8) -> Self {
        web.act(Actor::Public);
        Self::at(web, language, &format!("/{language}/10/{sheet}")).await
    }

    async fn at(web: &Web, language: Language, path: &str) -> Self {
        let page = web.get(path).await;
        assert_eq!(page.status, StatusCode::OK);
        let number = page.html.split("<p class=\"number\">").nth(1).unwrap();
        let number = number.split("<bdo dir=\"ltr\">").nth(1).unwrap();
        Self {
            language,
            number: number.split('<').next().unwrap().to_owned(),
            html: page.html,
        }
    }

    /// What is typed for the answer in these words to the question in these words.
    fn ticked(&self, question: &str, answers: &[&str]) -> String {
        self.ticked_of(&page::words(self.language, question, &[]), answers)
    }

    /// The same for a question that is asked in these words themselves.
    fn ticked_of(&self, asked: &str, answers: &[&str]) -> String {
        let mut blocks = self.html.split("<div class=\"question\">");
        let block = blocks.find(|block| block.contains(&format!("</b> {asked}</p>")));
        let block = block.unwrap_or_else(|| panic!("{asked} is asked"));
        let number = |text: &str| {
            let text = text.split("<b>").nth(1).unwrap();
            text.split("</b>").next().unwrap().to_owned()
        };
        let mut typed = number(block);
        for answer in answers {
            let mut items = block.split("<li>");
            let item = items.find(|item| item.contains(&format!(">{answer}<")));
            let item = item.unwrap_or_else(|| panic!("{answer} is offered: {block}"));
            typed.push('.');
            typed.push_str(&number(item));
        }
        typed
    }

    fn say(&self, key: &str) -> String {
        page::words(self.language, key, &[])
    }
}

/// The fields of a page's form with what was typed from a sheet.
fn typed(page: &Answer, action: &str, number: &str, ticked: &str) -> Fields {
    let mut fields = page.hidden(action);
    fields.extend([field("sheet", number), field("ticked", ticked)]);
    fields
}

/// Everything that the page of a form would send now: hidden fields, and what is chosen on it.
fn shown(page: &Answer, action: &str) -> Fields {
    let mut fields = page.hidden(action);
    for tag in page.html.split("<input").skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let attribute = |name: &str| {
            let rest = tag.split(&format!(" {name}=\"")).nth(1)?;
            Some(rest.split('"').next()?.to_owned())
        };
        let is_typed = !tag.contains("type=\"hidden\"")
            && (tag.contains(" checked") || tag.contains("type=\"text\""));
        if is_typed && let (Some(name), Some(value)) = (attribute("name"), attribute("value")) {
            fields.push((name, value));
        }
    }
    for select in page.html.split("<select").skip(1) {
        let name = select.split(" name=\"").nth(1).unwrap();
        let name = name.split('"').next().unwrap().to_owned();
        let select = select.split("</select>").next().unwrap_or_default();
        let chosen = select.split("<option value=\"").skip(1);
        let chosen = chosen.filter(|option| option.contains("\" selected>"));
        fields.extend(chosen.map(|option| {
            let value = option.split('"').next().unwrap_or_default();
            (name.clone(), value.to_owned())
        }));
    }
    fields
}

/// The code of the report that was taken down.
fn code_on(page: &Answer) -> String {
    let code = page.html.split("<bdi dir=\"ltr\">").nth(1).unwrap();
    code.split('<').next().unwrap().to_owned()
}

fn has(fields: &Fields, name: &str, value: &str) -> bool {
    fields.contains(&field(name, value))
}

#[tokio::test]
async fn a_report_on_paper_is_typed_in_by_its_numbers_in_every_language() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let web = Web::open(&site);
    for language in Language::ALL {
        let sheet = Printed::new(&web, *language, 1).await;
        let place = record::governorate(BASRA).unwrap().name(*language);
        let ticked = [
            sheet.ticked("report-minor", &[&sheet.say("yes")]),
            sheet.ticked("report-danger", &[&sheet.say("unknown")]),
            sheet.ticked("report-where", &[place]),
            sheet.ticked(
                "report-from",
                &[
                    &sheet.say("report-kind-police"),
                    &sheet.say("report-kind-camp"),
                ],
            ),
            sheet.ticked("report-contact", &[&sheet.say("sheet-contact-no")]),
        ];
        web.act(basra.responder.actor());
        let empty = web.get("/intake").await;
        let fields = typed(&empty, "/intake", &sheet.number, &ticked.join("، "));
        let filled = web.post("/intake", &fields).await;
        assert_eq!(filled.status, StatusCode::OK, "{}", filled.html);
        assert!(
            filled.says(EN, "sheet-filled"),
            "nothing is done before it is seen"
        );
        let mut fields = shown(&filled, "/intake");
        for (name, value) in [
            ("how_told", "paper"),
            ("minor", "yes"),
            ("danger", "unknown"),
            ("governorate", BASRA),
            ("accused", "police"),
            ("accused", "camp"),
            ("contact", "no"),
        ] {
            assert!(
                has(&fields, name, value),
                "{language} {name} {value}: {fields:?}"
            );
        }
        fields.push(field("text", "She asked for a doctor."));
        fields.extend(["which_police", "which_camp"].map(|which| field(which, "unknown")));
        // The button was pressed twice: it is the same report.
        let taken = web.post("/intake", &fields).await;
        assert!(taken.says(EN, "intake-done-title"), "{}", taken.html);
        assert_eq!(
            code_on(&web.post("/intake", &fields).await),
            code_on(&taken)
        );

        // Whoever typed it in is told when they do so once more; nobody else is told anything.
        let again = async |actor: Actor| {
            web.act(actor);
            let empty = web.get("/intake").await;
            let mut fields = empty.hidden("/intake");
            fields.extend([
                field("sheet", &sheet.number),
                field("how_told", "paper"),
                field("text", "She asked for a doctor!"),
            ]);
            web.post("/intake", &fields).await
        };
        let other = again(basra.caseworker.actor()).await;
        assert!(other.says(EN, "intake-done-title"), "{}", other.html);
        let again = again(basra.responder.actor()).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.says(EN, "sheet-taken") && again.html.contains("for a doctor!"));
    }
}

#[tokio::test]
async fn somebody_held_is_what_that_sheet_says_by_itself() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let web = Web::open(&site);
    let sheet = Printed::new(&web, Language::Ar, 2).await;
    let court = sheet.say("report-held-by-court");
    let ticked = sheet.ticked("report-held-by", &[&court]);
    web.act(basra.responder.actor());
    let empty = web.get("/intake").await;
    let filled = web
        .post("/intake", &typed(&empty, "/intake", &sheet.number, &ticked))
        .await;
    let fields = shown(&filled, "/intake");
    assert!(
        has(&fields, "about", "held") && has(&fields, "held_by", "court"),
        "{fields:?}"
    );
}

#[tokio::test]
async fn a_request_on_paper_fills_its_form_and_is_good_once() {
    let site = Installation::on_sqlite().await;
    let country = Country::new(&site).await;
    let web = Web::open(&site);
    let sheet = Printed::new(&web, Language::Ckb, 3).await;
    let place = record::governorate(BASRA).unwrap().name(Language::Ckb);
    let ticked = [
        sheet.ticked("bed-sex", &[&sheet.say("bed-sex-female")]),
        sheet.ticked("bed-age", &[&sheet.say("bed-age-adult")]),
        sheet.ticked("bed-family", &[&sheet.say("bed-family-together")]),
        format!("{}.٣", sheet.ticked("bed-heads", &[])),
        sheet.ticked("bed-where", &[place]),
        // A square without a second number is ticked.
        sheet.ticked("bed-danger", &[]),
    ];
    let ask = async || {
        web.act(country.asker());
        let empty = web.get("/beds/new").await;
        let fields = typed(&empty, "/beds/new", &sheet.number, &ticked.join(" "));
        let filled = web.post("/beds/new", &fields).await;
        assert_eq!(filled.status, StatusCode::OK, "{}", filled.html);
        let fields = shown(&filled, "/beds/new");
        for (name, value) in [("family", "together"), ("heads", "3"), ("danger", "yes")] {
            assert!(has(&fields, name, value), "{name}: {fields:?}");
        }
        assert!(!has(&fields, "disability", "yes"));
        web.post("/beds/new", &fields).await
    };
    assert_eq!(ask().await.status, StatusCode::SEE_OTHER);
    let again = ask().await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.says(EN, "sheet-taken"));
}

#[tokio::test]
async fn what_stands_on_no_sheet_is_said_and_nothing_typed_is_lost() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let web = Web::open(&site);
    let sheet = Printed::new(&web, EN, 1).await;
    let bed = Printed::new(&web, EN, 3).await;
    let minor = sheet.ticked("report-minor", &[&sheet.say("yes")]);
    let twice = format!("{minor} {minor}");
    let danger = sheet.ticked("report-danger", &[]);
    let no_answer = format!("{danger}.9");
    let words = sheet.ticked("report-text", &[]);
    let text = format!("{words}.1");
    let from = sheet.ticked("report-from", &[]);
    let range = format!("{from}.2-4");
    // the number of the sheet, what was ticked, what is said
    let rows = [
        (sheet.number.as_str(), "99.1", "sheet-wrong-ticked"),
        (&sheet.number, no_answer.as_str(), "sheet-wrong-ticked"),
        (&sheet.number, &danger, "sheet-wrong-ticked"),
        (&sheet.number, &twice, "sheet-wrong-ticked"),
        (&sheet.number, &text, "sheet-wrong-ticked"),
        // It could be meant for all that lie between.
        (&sheet.number, &range, "sheet-wrong-ticked"),
        (&sheet.number, "she is fifteen", "sheet-wrong-words"),
        ("", &minor, "sheet-needs-number"),
        ("1234 5678 9012", &minor, "sheet-wrong-number"),
        ("1234", "", "sheet-wrong-number"),
        (&bed.number, &minor, "sheet-other-edition"),
    ];
    web.act(basra.responder.actor());
    for (number, ticked, key) in rows {
        let empty = web.get("/intake").await;
        let mut fields = typed(&empty, "/intake", number, ticked);
        fields.extend([field("how_told", "paper"), field("text", "nobody knows")]);
        let answer = web.post("/intake", &fields).await;
        assert_eq!(
            answer.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{number} {ticked}"
        );
        let part = ticked.split(' ').next_back().unwrap_or_default().to_owned();
        let said = page::words(EN, key, &[("part", part.into())]);
        assert!(answer.html.contains(&said), "{key}: {number} {ticked}");
        assert!(answer.html.contains("nobody knows"));
        assert!(
            answer.html.contains(&format!("value=\"{ticked}\"")),
            "{ticked}"
        );
    }
}

#[tokio::test]
async fn each_sheet_printed_has_a_number_of_its_own() {
    let site = Installation::on_sqlite().await;
    let web = Web::open(&site);
    for (asked, printed) in [
        ("", 1),
        ("?copies=5", 5),
        ("?copies=0", 1),
        ("?copies=9999", 50),
    ] {
        for sheet in 1..=4 {
            let page = web.get(&format!("/en/10/{sheet}{asked}")).await;
            let numbers: std::collections::BTreeSet<_> = page
                .html
                .split("<p class=\"number\">")
                .skip(1)
                .map(|rest| rest.split("</p>").next().unwrap())
                .collect();
            assert_eq!(numbers.len(), printed, "{sheet} {asked}");
        }
    }
}

#[tokio::test]
async fn all_that_is_wrong_is_said_at_once() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let web = Web::open(&site);
    web.act(basra.responder.actor());
    let empty = web.get("/intake").await;
    let mut fields = typed(&empty, "/intake", "1234", "");
    fields.extend([
        field("how_told", "paper"),
        field("governorate", BASRA),
        field("accused", "police"),
    ]);
    let answer = web.post("/intake", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for key in [
        "sheet-wrong-number",
        "report-wrong-text",
        "report-wrong-which",
    ] {
        assert!(answer.says(EN, key), "{key}: {}", answer.html);
    }
}

#[tokio::test]
async fn the_desk_finds_the_paper_by_its_number() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let web = Web::open(&site);
    let sheet = Printed::new(&web, EN, 1).await;
    web.act(basra.responder.actor());
    let empty = web.get("/intake").await;
    let mut fields = empty.hidden("/intake");
    fields.extend([
        field("sheet", &sheet.number),
        field("how_told", "paper"),
        field("text", "She asked for a doctor."),
        field("governorate", BASRA),
    ]);
    let taken = web.post("/intake", &fields).await;
    let report = taken
        .html
        .split("href=\"/reports/")
        .nth(1)
        .expect("its page");
    let report = report.split('"').next().unwrap();
    let page = web.get(&format!("/reports/{report}")).await;
    let number = Plain::new(sheet.number.clone());
    assert!(page.html.contains(number.expose()), "{}", page.html);
}

#[tokio::test]
async fn a_card_fills_a_screening_in_and_counts_once() {
    const NEW: &str = "/screenings/new";
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let web = Web::open(&site);
    web.act(basra.responder.actor());
    let card = Printed::at(&web, EN, "/screenings/card/child").await;
    let asked = |id: &str| {
        let mut all = protection::screening::rule::questions().iter();
        let question = all.find(|question| question.id == id).unwrap();
        question.ask(EN).unwrap().to_owned()
    };
    // A child is asked few of them, and what is only noted stands there to be noted.
    assert!(card.html.contains(&asked("A02")) && !card.html.contains(&asked("G10")));
    let noted = protection::screening::rule::indicator("C01").unwrap();
    assert!(card.html.contains(noted.text(EN)));
    let yes = card.say("screening-answer-yes");
    let themself = card.say("consent-agreed-yes");
    let ticked = [
        card.ticked("screening-to-talk", &[&themself]),
        card.ticked("screening-to-write", &[&themself]),
        card.ticked("screening-alone", &[&card.say("yes")]),
        card.ticked("screening-contact", &[&card.say("screening-contact-week")]),
        card.ticked_of(&asked("A02"), &[&yes]),
        card.ticked_of(noted.text(EN), &[&yes]),
    ];
    let empty = web.get(NEW).await;
    let fields = typed(&empty, NEW, &card.number, &ticked.join(" "));
    let filled = web.post(NEW, &fields).await;
    assert_eq!(filled.status, StatusCode::OK, "{}", filled.html);
    assert!(
        filled.says(EN, "sheet-filled"),
        "it is seen before it is kept"
    );
    let mut fields = shown(&filled, NEW);
    for (name, value) in [
        ("age", "child"),
        ("then", "not_asked"),
        ("to_write", "yes"),
        ("alone", "yes"),
        ("contact", "week"),
        ("A02", "yes"),
        ("C01", "yes"),
    ] {
        assert!(has(&fields, name, value), "{name} {value}: {fields:?}");
    }
    // Where it is was forgotten: nothing that was typed is lost.
    let wrong = web.post(NEW, &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(has(&shown(&wrong, NEW), "C01", "yes"));
    fields.push(field("governorate", BASRA));
    let begun = web.post(NEW, &fields).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.html);
    let list = web.get("/screenings").await;
    let path = list
        .html
        .split("href=\"/screenings/")
        .find(|part| part.contains("/answers\""));
    let id = path.unwrap().split('/').next().unwrap();
    let answers = web.get(&format!("/screenings/{id}/answers")).await;
    assert!(answers.says(EN, "screening-recent") && answers.says(EN, "screening-shows"));
    assert!(has(
        &shown(&answers, &format!("/screenings/{id}/answers")),
        "A02",
        "yes"
    ));

    let empty = web.get(NEW).await;
    let mut again = typed(&empty, NEW, &card.number, "");
    again.retain(|(name, _)| name != "ticked");
    for (name, value) in [("to_talk", "yes"), ("to_write", "yes"), ("age", "child")] {
        again.push(field(name, value));
    }
    again.push(field("governorate", BASRA));
    let taken = web.post(NEW, &again).await;
    assert!(taken.says(EN, "sheet-taken"), "{}", taken.html);
}
