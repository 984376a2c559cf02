//! A no to writing: who somebody is was written, printed and taken away again, and afterwards stands
//! in no page, file or log.

use record::Role;
use reqwest::Client;

use crate::canary::hits;
use crate::sender::hidden_of;
use crate::town::Town;

/// A name, a birth date, a telephone and a safe hour that nobody else has.
const PLANTED: [(&str, &str); 4] = [
    ("given", "Qanarija-Zaynab"),
    ("born", "1 May 2001 qanarija"),
    ("phone", "+9995550199771"),
    ("when", "Qanarija after the market"),
];
const NEED: &str = "a doctor";

struct Desk<'t> {
    town: &'t Town,
    client: Client,
}

impl Desk<'_> {
    async fn page(&self, path: &str) -> String {
        let answer = self.client.get(self.town.url(path)).send().await.unwrap();
        answer.text().await.unwrap()
    }

    /// Fills in the form at a path and sends it there; gives back where it leads, or the page that came.
    async fn send(&self, path: &str, typed: &[(&str, &str)]) -> String {
        let mut fields = hidden_of(&self.page(path).await, path);
        let typed = typed.iter();
        fields.extend(typed.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let sent = self.client.post(self.town.url(path)).form(&fields);
        let answer = sent.send().await.unwrap();
        match answer.headers().get("location") {
            Some(to) => to.to_str().unwrap().to_owned(),
            None => answer.text().await.unwrap(),
        }
    }
}

#[tokio::test]
async fn after_a_no_nobody_finds_who_it_is() {
    let log = crate::log::capture();
    let town = Town::small().await;
    let client = town.enter(Role::Caseworker, "care-IQG02").await;
    let desk = Desk {
        town: &town,
        client,
    };
    let case = desk
        .send("/cases/new", &[("age", "adult"), ("governorate", "IQG02")])
        .await;
    let page = desk.page(&case).await;
    let at = page.find("/people/").expect("the case leads to its person");
    let book: String = page[at..].chars().take_while(|one| *one != '"').collect();
    let at = |path: &str| format!("{book}/{path}");
    let says = async |write: &str| {
        let said = [("talk", "yes"), ("write", write), ("share", "yes")];
        assert_eq!(desk.send(&at("answers"), &said).await, book);
    };
    says("yes").await;
    desk.send(&at("name/write"), &PLANTED).await;
    let name = desk.page(&at("name")).await;
    let consent = [
        ("purpose", "help"),
        ("named", "the clinic"),
        ("packet", "b"),
        ("period", "month"),
        ("language", "ar"),
        ("manner", "spoken"),
    ];
    assert_eq!(desk.send(&at("consent"), &consent).await, book);
    let form = desk.page(&at("packet")).await;
    let under = form.split("<option value=\"").nth(2).unwrap_or_default();
    let under: String = under.chars().take_while(char::is_ascii_digit).collect();
    let printing = [("under", under.as_str()), ("packet", "b"), ("need", NEED)];
    let paper = desk.send(&at("packet"), &printing).await;
    assert!(
        paper.contains(PLANTED[0].1) && paper.contains(NEED),
        "{paper}"
    );
    for (field, word) in PLANTED {
        assert!(name.contains(word), "{field} was written");
    }

    says("no").await;
    for path in [
        "/",
        "/cases",
        "/today",
        &case,
        &book,
        &at("name"),
        &at("packet"),
    ] {
        let page = desk.page(path).await;
        for (_, word) in PLANTED {
            assert!(!page.contains(word), "{word} on {path}");
        }
    }
    let planted = PLANTED.map(|(_, word)| word);
    let planted = [&planted[..], &["Qanarija", "qanarija"]].concat();
    assert_eq!(hits(town.folder.path(), &planted), Vec::<String>::new());
    let database = town.database_folder().expect("a database file");
    assert_eq!(hits(database, &planted), Vec::<String>::new());
    let said = log.text();
    assert!(said.contains("route="), "requests are logged: {said}");
    for word in planted {
        assert!(!said.contains(word), "{word} in the log");
    }
    let (_, person) = book.rsplit_once('/').unwrap();
    assert!(!said.contains(person), "an id of a record in the log");
}
