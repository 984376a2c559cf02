//! Every page of the route table with its samples, in three languages: valid HTML, no rule of axe
//! broken, no word missing, light enough, right in both directions.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::OnceLock;

use axum::extract::Path;
use axum::response::Html;
use page::{FrameKind, Route, Settings};
use record::Language;

/// One page to look at.
pub struct Sample {
    /// The route it is a sample of.
    pub page: String,
    pub name: String,
    pub frame: FrameKind,
    pub language: Language,
    pub html: String,
}

/// Every sample of every route, and of the design system itself.
pub fn samples() -> &'static [Sample] {
    static SAMPLES: OnceLock<Vec<Sample>> = OnceLock::new();
    SAMPLES.get_or_init(|| {
        let mut all = Vec::new();
        for language in Language::ALL {
            let mut add = |route: &str, frame, sampled: page::Sampled| {
                all.push(Sample {
                    page: route.to_owned(),
                    name: format!("{route}-{}-{language}", sampled.name),
                    frame,
                    language: *language,
                    html: sampled.html,
                });
            };
            for route in najat::demo::routes() {
                let row = route.row();
                for sampled in (row.sample)(*language) {
                    add(row.name, row.frame, sampled);
                }
            }
            for sampled in page::samples(*language) {
                let frame = if sampled.html.contains("<body class=\"staff\"") {
                    FrameKind::Staff
                } else if sampled.html.contains("<body class=\"public\"") {
                    FrameKind::Public
                } else {
                    FrameKind::Bare
                };
                add("gallery", frame, sampled);
            }
        }
        all
    })
}

#[test]
fn every_page_that_is_read_has_a_sample_in_every_language() {
    let mut by_route: BTreeMap<&str, usize> = BTreeMap::new();
    let routes = najat::demo::routes();
    for route in &routes {
        let row = route.row();
        let count = Language::ALL
            .iter()
            .map(|language| (row.sample)(*language).len())
            .sum();
        by_route.insert(row.name, count);
        // What answers with a redirect has nothing to show.
        let redirects = ["root", "about-short"].contains(&row.name);
        if row.verb == page::Verb::Get && !redirects {
            assert!(count >= Language::ALL.len(), "{} has no sample", row.name);
        }
    }
    assert!(by_route.len() >= 20, "{} routes", by_route.len());
    for sample in samples() {
        assert!(sample.html.len() > 500, "{} does not render", sample.name);
    }
}

#[test]
fn every_page_says_its_language_and_its_direction() {
    for sample in samples() {
        let dir = if sample.language.is_rtl() {
            "rtl"
        } else {
            "ltr"
        };
        let tag = format!("<html lang=\"{}\" dir=\"{dir}\">", sample.language);
        assert!(sample.html.contains(&tag), "{}", sample.name);
    }
}

#[test]
fn no_page_shows_a_key_instead_of_a_word() {
    // A missing message shows as its key in marks that no language uses.
    for sample in samples() {
        assert!(
            !sample.html.contains('\u{27e6}'),
            "{} lacks a word",
            sample.name
        );
    }
}

/// The messages of a field, and of its rows.
fn words_of(field: &page::Field) -> Vec<&'static str> {
    let mut words = vec![field.label, field.hint, field.missing];
    if let page::Shape::Rows(_, fields) = field.shape {
        words.extend(fields.iter().flat_map(words_of));
    }
    words
}

#[test]
fn every_field_of_a_form_has_its_words() {
    let routes = najat::demo::routes();
    let forms = routes.iter().flat_map(|route| &route.row().forms);
    let fields: Vec<_> = forms.flat_map(|form| form.iter()).collect();
    assert!(fields.len() > 100, "{} fields", fields.len());
    for key in fields.into_iter().flat_map(words_of) {
        for language in Language::ALL {
            let words = page::words(*language, key, &[]);
            assert!(
                key.is_empty() || !words.contains('\u{27e6}'),
                "{key} in {language}"
            );
        }
    }
}

/// Questions whose answers only the store knows, so that a sample has none: people and bodies.
const ASKED_OF_THE_STORE: &[(&str, &str)] = &[
    ("case-hand", "To whom?"),
    ("case-team", "Who?"),
    ("head-drop", "head"),
    ("person-consent", "body"),
    ("person-without", "body"),
];

/// The names of the questions of a page for which there is nothing to choose.
fn without_choices(html: &str) -> Vec<&str> {
    let select = html.split("<select ").skip(1).filter_map(|rest| {
        let (select, _) = rest.split_once("</select>")?;
        let choices = select.matches("<option value=\"").count()
            - select.matches("<option value=\"\"").count();
        let name = select.split("name=\"").nth(1)?.split('"').next()?;
        (choices == 0).then_some(name)
    });
    let picks = html.split("<fieldset ").skip(1).filter_map(|rest| {
        let (fieldset, _) = rest.split_once("</fieldset>")?;
        let legend = fieldset.split("<legend>").nth(1)?.split('<').next()?;
        (!fieldset.contains("<input")).then_some(legend)
    });
    select.chain(picks).collect()
}

#[test]
fn there_is_something_to_choose_for_every_question() {
    let mut empty = BTreeMap::new();
    for sample in samples()
        .iter()
        .filter(|sample| sample.language == Language::En)
    {
        for name in without_choices(&sample.html) {
            if !ASKED_OF_THE_STORE.contains(&(&sample.page, name)) {
                empty.insert((sample.page.clone(), name.to_owned()), sample.name.clone());
            }
        }
    }
    assert!(empty.is_empty(), "{empty:#?}");
    let none = "<fieldset class=\"field\"><legend>What?</legend></fieldset><select name=\"who\">\
        <option value=\"\">Choose</option></select>";
    assert_eq!(without_choices(none), ["who", "What?"]);
}

#[test]
fn public_pages_have_a_neutral_title_and_a_way_out() {
    for sample in samples()
        .iter()
        .filter(|sample| sample.frame == FrameKind::Public)
    {
        let title = page::words(sample.language, "neutral-title", &[]);
        assert!(
            sample.html.contains(&format!("<title>{title}</title>")),
            "{}",
            sample.name
        );
        assert!(
            sample.html.contains("href=\"/leave\""),
            "{} has no way out",
            sample.name
        );
        assert!(
            !sample.html.contains("/static/htmx"),
            "{} loads what is for staff",
            sample.name
        );
    }
}

#[test]
fn every_page_is_valid_html() {
    let pages: Vec<(&str, &str)> = samples()
        .iter()
        .map(|sample| (sample.name.as_str(), sample.html.as_str()))
        .collect();
    let violations = testkit::html_validate(pages);
    assert!(
        violations.is_empty(),
        "{} violations: {violations:#?}",
        violations.len()
    );
}

fn compressed(bytes: &[u8]) -> usize {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap().len()
}

/// The files a page asks for at first, by the addresses in it: the font is counted apart.
fn files_of(html: &str) -> Vec<String> {
    html.split("/static/")
        .skip(1)
        .filter_map(|rest| rest.split(['"', '#', '\'', ')']).next())
        .map(|name| format!("/static/{name}"))
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .collect()
}

#[tokio::test]
async fn no_page_is_heavy() {
    let gallery = Gallery::serve().await;
    let client = reqwest::Client::builder().build().unwrap();
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    for (at, sample) in samples().iter().enumerate() {
        // Pages go as they are; files are compressed.
        let mut weight = sample.html.len();
        for file in files_of(&sample.html) {
            if !sizes.contains_key(&file) {
                let url = format!("{}{file}", gallery.running.url());
                let bytes = client.get(url).send().await.unwrap().bytes().await.unwrap();
                sizes.insert(file.clone(), compressed(&bytes));
            }
            weight += sizes[&file];
        }
        assert!(
            weight <= 60 * 1024,
            "{} weighs {weight} bytes (page {at})",
            sample.name
        );
    }
    assert!(
        sizes.len() >= 4,
        "style, script and icons were weighed: {sizes:?}"
    );
}

/// The samples, served with the files and the headers they have in the program.
pub struct Gallery {
    pub running: najat::Running,
    _folder: tempfile::TempDir,
}

fn sample_route(path: &'static str, name: &'static str, frame: FrameKind) -> Route {
    let show = |Path((_, at)): Path<(String, usize)>| async move {
        Html(
            samples()
                .get(at)
                .map_or_else(String::new, |sample| sample.html.clone()),
        )
    };
    Route::get::<access::action::ReadPublicPage, _>(path, name, frame, page::no_sample, show)
}

impl Gallery {
    pub async fn serve() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let (world, _) = testkit::world(5);
        let url = format!("sqlite:{}", folder.path().join("gallery.db").display());
        let checkpoints = folder.path().join("checkpoints.log");
        let keys = store::Keyring::generate();
        let store = store::Store::open(store::Settings {
            url,
            checkpoints,
            keys,
            world: world.clone(),
        });
        let store = store.await.unwrap();
        let mut routes = najat::demo::routes();
        routes.push(sample_route(
            "/{language}/sample/{at}",
            "sample-public",
            FrameKind::Public,
        ));
        routes.push(sample_route(
            "/{language}/sample-staff/{at}",
            "sample-staff",
            FrameKind::Staff,
        ));
        routes.push(sample_route(
            "/{language}/sample-bare/{at}",
            "sample-bare",
            FrameKind::Bare,
        ));
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        let running = najat::serve_store(routes, store, world, listen, Settings::default())
            .await
            .unwrap();
        Self {
            running,
            _folder: folder,
        }
    }

    /// The address of a sample.
    pub fn url(&self, at: usize) -> String {
        let sample = &samples()[at];
        let room = match sample.frame {
            FrameKind::Public => "sample",
            FrameKind::Staff => "sample-staff",
            FrameKind::Bare => "sample-bare",
        };
        format!("{}/{}/{room}/{at}", self.running.url(), sample.language)
    }
}
