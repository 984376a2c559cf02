//! The directory, for whoever works here: which body does what, in which roles, and the number of
//! its desk.

use std::collections::HashMap;

use access::action::ReadDirectory;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use page::{
    Allowed, App, Choice, Folded, Form, Frame, FrameKind, Message, Problem, Route, Sampled,
};
use page::{filters, render, sampled};
use people::member::{self, Post};
use people::organisation::{self, Line, Organisation};
use record::{Id, Language, governorates};
use store::StoreError;

use super::rules;
use crate::administration::parts;

/// The route of the directory.
pub(super) fn routes() -> Vec<Route> {
    vec![
        Route::get::<ReadDirectory, _>("/directory", "directory", FrameKind::Staff, samples, read)
            .in_nav("directory-title", "phone"),
    ]
}

/// A body in the directory.
struct Row {
    name: String,
    kind: &'static str,
    places: Vec<String>,
    roles: Vec<String>,
    number: Option<(String, String)>,
}

/// How many bodies of a place are seen at once.
const SEEN: usize = 12;

/// The bodies of one place.
struct Group {
    /// Its name; none, for those of the whole country.
    place: Option<String>,
    count: usize,
    rows: Folded<Row>,
    open: bool,
}

impl Group {
    fn new(place: Option<String>, mut rows: Vec<Row>, open: bool) -> Option<Self> {
        rows.sort_by(|a, b| a.name.cmp(&b.name));
        (!rows.is_empty()).then(|| Self {
            place,
            count: rows.len(),
            rows: Folded::new(rows, SEEN),
            open,
        })
    }
}

#[derive(Template)]
#[template(path = "directory/templates/directory.html")]
struct DirectoryPage {
    frame: Frame,
    form: Form,
    places: Vec<Choice>,
    groups: Vec<Group>,
    shelters: Vec<String>,
}

impl DirectoryPage {
    fn new(
        frame: Frame,
        place: Option<&str>,
        bodies: &[Organisation],
        posts: &[Post],
        lines: &[(Id, Line)],
    ) -> Self {
        let language = frame.language;
        let row = |body: &Organisation| Row {
            name: body.is.names.get(language).to_owned(),
            kind: parts::kind_key(body.is.kind),
            places: body
                .is
                .governorates
                .iter()
                .map(|code| parts::place_name(code, language))
                .collect(),
            roles: posts
                .iter()
                .filter(|post| post.org == body.id)
                .map(|post| parts::role_name(post.role, language))
                .collect(),
            number: lines
                .iter()
                .find(|(org, _)| *org == body.id)
                .map(|(_, line)| (line.number.clone(), line.hours.clone())),
        };
        let there = |code: Option<&str>| -> Vec<Row> {
            rules::named(bodies)
                .filter(|body| rules::works_in(body, code))
                .map(row)
                // Where nobody works yet, there is nobody to reach.
                .filter(|row| !row.roles.is_empty() || row.number.is_some())
                .collect()
        };
        // One place is open at once; all of them are folded, so that each is found by its name.
        let wanted = governorates()
            .iter()
            .filter(|one| place.is_none_or(|code| one.code == code));
        let mut groups: Vec<Group> = wanted
            .filter_map(|one| {
                let name = one.name(language).to_owned();
                Group::new(Some(name), there(Some(&one.code)), place.is_some())
            })
            .collect();
        groups.sort_by(|a, b| a.place.cmp(&b.place));
        groups.extend(Group::new(None, there(None), false));
        let shelters = rules::with_shelter(bodies);
        Self {
            form: Form::fresh(Id::NONE, 0).put("place", place.unwrap_or_default()),
            places: parts::place_choices(language),
            groups,
            shelters: shelters
                .iter()
                .map(|code| parts::place_name(code, language))
                .collect(),
            frame,
        }
    }
}

async fn read(
    State(app): State<App>,
    allowed: Allowed<ReadDirectory>,
    Query(asked): Query<HashMap<String, String>>,
) -> Result<Response, Problem> {
    let (bodies, posts, lines) = app
        .store
        .read_clear(async |look| -> Result<_, StoreError> {
            let bodies = organisation::all(&*look).await?;
            let posts = member::posts(&*look).await?;
            Ok((bodies, posts, organisation::lines(&*look, None).await?))
        })
        .await?;
    let place = asked
        .get("place")
        .filter(|code| record::governorate(code).is_some());
    let page = DirectoryPage::new(
        allowed.frame("directory-title"),
        place.map(String::as_str),
        &bodies,
        &posts,
        &lines,
    );
    Ok(render(allowed.visit.language, &page))
}

fn samples(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "directory-title");
    let row = |name: &str, number: Option<&str>| Row {
        name: name.to_owned(),
        kind: "admin-kind-aid",
        places: vec![parts::place_name("IQG02", language)],
        roles: vec![
            Message::new(language, "role-responder").to_string(),
            Message::new(language, "role-supervisor").to_string(),
        ],
        number: number.map(|number| (number.to_owned(), "24/7".to_owned())),
    };
    let mut full = DirectoryPage::new(frame(), Some("IQG02"), &[], &[], &[]);
    let long = "مديرية شرطة محافظة البصرة لشؤون حماية الأسرة والطفل من العنف الأسري";
    let two = || {
        let hope = row("Bridge of Hope, Basra (made up)", Some("+999 700 0100"));
        vec![hope, row(long, None)]
    };
    let basra = Some(parts::place_name("IQG02", language));
    let many = (0..9).flat_map(|_| two()).collect();
    full.groups.extend(Group::new(basra, two(), true));
    full.groups.extend(Group::new(None, many, false));
    full.shelters = vec![parts::place_name("IQG02", language)];
    let empty = DirectoryPage::new(frame(), None, &[], &[], &[]);
    vec![
        sampled("full", language, &full),
        sampled("empty", language, &empty),
    ]
}
