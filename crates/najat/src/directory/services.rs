//! Services near you, for anybody: numbers, who reads a message, legal aid, by governorate.

use access::action::ReadServices;
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use page::{Allowed, App, Frame, FrameKind, Problem, Route, Sampled, filters, number};
use page::{render, sampled};
use people::desk::{self, Desk};
use people::organisation::Organisation;
use protection::reader::DutyNumber;
use protection::reader::actions::{Country, country, duty_numbers};
use record::{Language, governorates};
use store::StoreError;

use super::rules;

/// A number that is answered day and night.
const ALWAYS: &str = "24/7";

/// The route of services.
pub(super) fn routes() -> Vec<Route> {
    vec![Route::get::<ReadServices, _>(
        "/{language}/9",
        "services",
        FrameKind::Public,
        samples,
        read,
    )]
}

/// A number that can be called.
struct Line {
    number: String,
    name: String,
    help: String,
    hours: Option<String>,
}

impl Line {
    fn new(said: &DutyNumber, language: Language) -> Self {
        Self {
            number: said.number.clone(),
            name: said.names.get(language).to_owned(),
            help: said.help.get(language).to_owned(),
            hours: (said.hours != ALWAYS).then(|| number::digits(language, &said.hours)),
        }
    }
}

/// What there is in a governorate, or in the whole country.
struct There {
    place: Option<String>,
    numbers: Vec<Line>,
    readers: Vec<String>,
    legal_aid: Vec<String>,
    has_shelter: bool,
}

impl There {
    fn is_empty(&self) -> bool {
        self.numbers.is_empty()
            && self.readers.is_empty()
            && self.legal_aid.is_empty()
            && !self.has_shelter
    }
}

#[derive(Template)]
#[template(path = "directory/templates/services.html")]
struct ServicesPage {
    frame: Frame,
    country: There,
    places: Vec<There>,
}

impl ServicesPage {
    fn new(frame: Frame, numbers: &[DutyNumber], country: &Country, desks: &[Desk]) -> Self {
        let language = frame.language;
        let names = |orgs: Vec<record::Id>| {
            let mut names: Vec<String> = rules::named(&country.bodies)
                .filter(|body: &&Organisation| orgs.contains(&body.id))
                .map(|body| body.is.names.get(language).to_owned())
                .collect();
            names.sort();
            names
        };
        let legal_aid = rules::legal_aid(desks);
        let shelters = rules::with_shelter(&country.bodies);
        let readers = country.manned(&std::collections::BTreeSet::new());
        let there = |code: Option<&str>, name: Option<&str>| There {
            place: name.map(str::to_owned),
            numbers: numbers
                .iter()
                .filter(|number| number.governorate.as_deref() == code)
                .map(|number| Line::new(number, language))
                .collect(),
            readers: names(
                readers
                    .iter()
                    .filter(|reader| reader.governorate.as_deref() == code)
                    .map(|reader| reader.org)
                    .collect(),
            ),
            legal_aid: names(
                legal_aid
                    .get(&code.map(str::to_owned))
                    .cloned()
                    .unwrap_or_default(),
            ),
            has_shelter: code.is_some_and(|code| shelters.iter().any(|shelter| shelter == code)),
        };
        let mut places: Vec<There> = governorates()
            .iter()
            .map(|place| there(Some(&place.code), Some(place.name(language))))
            .filter(|there| !there.is_empty())
            .collect();
        places.sort_by(|a, b| a.place.cmp(&b.place));
        Self {
            country: there(None, None),
            places,
            frame,
        }
    }
}

async fn read(State(app): State<App>, allowed: Allowed<ReadServices>) -> Result<Response, Problem> {
    let now = allowed.visit.now;
    let (numbers, country, desks) = app
        .store
        .read_clear(async |look| -> Result<_, StoreError> {
            let numbers = duty_numbers(&*look, now).await?;
            Ok((numbers, country(&*look).await?, desk::all(&*look).await?))
        })
        .await?;
    let frame = allowed.frame("services-title");
    let page = ServicesPage::new(frame, &numbers, &country, &desks);
    Ok(render(allowed.visit.language, &page))
}

fn samples(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Public, "services-title");
    let nowhere = || Country {
        bodies: Vec::new(),
        readers: Vec::new(),
        staff: Vec::new(),
    };
    let line = |name: &str, hours: Option<&str>| Line {
        number: "+999 700 0100".to_owned(),
        name: name.to_owned(),
        help: page::words(language, "start-line-sample", &[]),
        hours: hours.map(str::to_owned),
    };
    let mut full = ServicesPage::new(frame(), &[], &nowhere(), &[]);
    full.country.numbers = vec![line("Help line (made up)", None)];
    let basra = record::governorate("IQG02").map(|place| place.name(language).to_owned());
    full.places = vec![There {
        place: basra,
        numbers: vec![line(
            "خط المساعدة في البصرة (من الخيال)",
            Some("08:00–14:00"),
        )],
        readers: vec!["Bridge of Hope, Basra (made up)".to_owned()],
        legal_aid: vec!["پارێزەرانی بەسرە بۆ یارمەتیی یاسایی بێ بەرامبەر (خەیاڵی)".to_owned()],
        has_shelter: true,
    }];
    let empty = ServicesPage::new(frame(), &[], &nowhere(), &[]);
    vec![
        sampled("full", language, &full),
        sampled("empty", language, &empty),
    ]
}
