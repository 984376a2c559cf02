//! Who reads in each governorate, and the numbers one can call.

use std::collections::BTreeSet;

use access::Actor;
use access::action::{ReadDutyNumbers, ReadReaders};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use page::{
    Allowed, App, Frame, NEUTRAL_TITLE, Problem, Sampled, Visit, filters, language, place_name,
    render, sampled,
};
use record::{Governorate, Language, Moment};
use store::StoreError;

use super::actions::{Country, country, duty_numbers};
use super::samples;
use super::{DutyNumber, YesNoUnknown};
use crate::samples::public_frame;

/// A duty number as a page shows it.
pub(crate) struct Number {
    pub(crate) line: String,
    pub(crate) place: Option<String>,
    pub(crate) name: String,
    pub(crate) help: String,
    pub(crate) hours: Option<String>,
    pub(crate) languages: String,
    pub(crate) records_calls: &'static str,
    pub(crate) duty_to_report: &'static str,
    pub(crate) checked_on: Moment,
}

impl Number {
    fn new(number: &DutyNumber, language: Language) -> Self {
        let spoken = number
            .languages
            .split_whitespace()
            .map(|code| match code.parse() {
                Ok(ours) => language::own_name(ours).to_owned(),
                Err(_) => code.to_owned(),
            });
        Self {
            line: number.number.clone(),
            place: place_name(number.governorate.as_deref(), language),
            name: number.names.get(language).to_owned(),
            help: number.help.get(language).to_owned(),
            hours: (number.hours != ALWAYS).then(|| page::number::digits(language, &number.hours)),
            languages: spoken.collect::<Vec<_>>().join(" · "),
            records_calls: match number.records_calls {
                YesNoUnknown::Yes => "duty-records-calls-yes",
                YesNoUnknown::No => "duty-records-calls-no",
                YesNoUnknown::Unknown => "duty-records-calls-unknown",
            },
            duty_to_report: match number.duty_to_report {
                YesNoUnknown::Yes => "duty-reports-yes",
                YesNoUnknown::No => "duty-reports-no",
                YesNoUnknown::Unknown => "duty-reports-unknown",
            },
            checked_on: number.checked_on,
        }
    }

    /// The numbers as a page shows them.
    pub(crate) fn all(numbers: &[DutyNumber], language: Language) -> Vec<Self> {
        numbers
            .iter()
            .map(|number| Self::new(number, language))
            .collect()
    }
}

/// The state in which anybody may read a number.
const CHECKED: &[&str] = &["checked_within_90_days"];

/// A number that is answered day and night.
const ALWAYS: &str = "24/7";

/// The numbers for a governorate, those for the whole country last; all, if none is named, and then
/// those for the whole country first: whoever calls them need not know where they are.
pub(crate) async fn numbers_for(
    app: &App,
    visit: &Visit,
    governorate: Option<&str>,
) -> Result<Vec<Number>, StoreError> {
    let now = visit.now;
    // Numbers are read in this one state only: the statement keeps to it.
    let checked = app
        .store
        .gate()
        .permit_new::<ReadDutyNumbers>(&Actor::Public, CHECKED);
    checked.map_err(StoreError::from)?;
    let mut found = app
        .store
        .read_clear(|look| async move { duty_numbers(&*look, now).await })
        .await?;
    found.retain(|number| {
        let there = number.governorate.as_deref();
        governorate.is_none() || there.is_none() || there == governorate
    });
    found.sort_by_key(|number| number.governorate.is_none() == governorate.is_some());
    Ok(Number::all(&found, visit.language))
}

/// The duty numbers by governorate.
#[derive(Template)]
#[template(path = "reader/templates/numbers-page.html")]
struct NumbersPage {
    frame: Frame,
    groups: Vec<(Option<String>, Vec<Number>)>,
}

impl NumbersPage {
    fn new(frame: Frame, numbers: Vec<Number>) -> Self {
        let mut groups: Vec<(Option<String>, Vec<Number>)> = Vec::new();
        for number in numbers {
            match groups.iter_mut().find(|(place, _)| *place == number.place) {
                Some((_, there)) => there.push(number),
                None => groups.push((number.place.clone(), vec![number])),
            }
        }
        // The whole country first: it is for everybody.
        groups.sort_by(|(a, _), (b, _)| a.cmp(b));
        Self { frame, groups }
    }
}

/// Whom one can call.
pub(crate) async fn numbers(State(app): State<App>, visit: Visit) -> Result<Response, Problem> {
    let numbers = numbers_for(&app, &visit, None).await?;
    Ok(render(
        visit.language,
        &NumbersPage::new(visit.frame(NEUTRAL_TITLE), numbers),
    ))
}

/// The readers of one place, in order, and whether they are independent.
struct There {
    place: Option<String>,
    readers: Vec<(String, bool)>,
}

/// Who reads, by governorate.
#[derive(Template)]
#[template(path = "reader/templates/readers-page.html")]
struct ReadersPage {
    frame: Frame,
    places: Vec<There>,
}

impl ReadersPage {
    fn new(frame: Frame, country: &Country) -> Self {
        let language = frame.language;
        // A desk where nobody can read is named to no sender.
        let manned = country.manned(&BTreeSet::new());
        let there = |governorate: Option<&Governorate>| {
            let code = governorate.map(|place| place.code.as_str());
            let here = manned.iter().filter(|r| r.governorate.as_deref() == code);
            let named = here.filter_map(|reader| {
                let body = country.bodies.iter().find(|body| body.id == reader.org)?;
                Some((body.is.names.get(language).to_owned(), reader.independent))
            });
            There {
                place: governorate.map(|place| place.name(language).to_owned()),
                readers: named.collect(),
            }
        };
        let mut places: Vec<There> = record::governorates()
            .iter()
            .map(|place| there(Some(place)))
            .collect();
        places.sort_by(|a, b| a.place.cmp(&b.place));
        places.push(there(None));
        Self { frame, places }
    }
}

/// Who reads what is sent.
pub(crate) async fn readers(
    State(app): State<App>,
    allowed: Allowed<ReadReaders>,
) -> Result<Response, Problem> {
    let visit = allowed.visit;
    let country = app
        .store
        .read_clear(|look| async move { country(&*look).await })
        .await?;
    let page = ReadersPage::new(visit.frame(NEUTRAL_TITLE), &country);
    Ok(render(visit.language, &page))
}

/// The page of numbers with made-up data.
pub(crate) fn numbers_samples(language: Language) -> Vec<Sampled> {
    let page = |numbers| NumbersPage::new(public_frame(language), numbers);
    let numbers = Number::all(&samples::numbers(), language);
    vec![
        sampled("full", language, &page(numbers)),
        sampled("empty", language, &page(Vec::new())),
    ]
}

/// The page of readers with made-up data.
pub(crate) fn readers_samples(language: Language) -> Vec<Sampled> {
    let page = |country: &Country| ReadersPage::new(public_frame(language), country);
    let empty = Country {
        bodies: Vec::new(),
        readers: Vec::new(),
        staff: Vec::new(),
    };
    vec![
        sampled("full", language, &page(&samples::country())),
        sampled("empty", language, &page(&empty)),
    ]
}
