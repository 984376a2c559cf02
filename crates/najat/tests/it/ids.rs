//! Nobody reads the id of a record: people speak of short codes, and of colleagues by role, desk and
//! number. In addresses and in what a form carries unseen, ids may stand.

use crate::pages::samples;

/// How long the groups of an id are.
const GROUPS: [usize; 5] = [8, 4, 4, 4, 12];

/// The ids in a text.
fn ids_in(text: &str) -> Vec<String> {
    let is_part = |sign: char| sign.is_ascii_hexdigit() || sign == '-';
    let words = text.split(|sign: char| !is_part(sign));
    let is_id = |word: &&str| {
        let groups: Vec<usize> = word.split('-').map(str::len).collect();
        groups.windows(GROUPS.len()).any(|some| some == GROUPS)
    };
    words.filter(is_id).map(str::to_owned).collect()
}

/// The ids that a page shows as text, or in a field that is seen.
pub fn ids_to_read(html: &str) -> Vec<String> {
    let body = html.split("<body").nth(1).unwrap_or_default();
    let mut found = Vec::new();
    for part in body.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        found.extend(ids_in(text));
        let is_field = tag.starts_with("input") && !tag.contains("type=\"hidden\"");
        let is_picked = tag.contains("type=\"radio\"") || tag.contains("type=\"checkbox\"");
        let said = ["aria-label=\"", "title=\"", "value=\""].map(|name| {
            let value = tag.split(name).nth(1);
            value.and_then(|value| value.split('"').next())
        });
        let [label, title, value] = said.map(Option::unwrap_or_default);
        found.extend([label, title].into_iter().flat_map(ids_in));
        if is_field && !is_picked {
            found.extend(ids_in(value));
        }
    }
    found
}

#[test]
fn no_page_shows_an_id() {
    let wrong: Vec<String> = samples()
        .iter()
        .flat_map(|sample| {
            let ids = ids_to_read(&sample.html).into_iter();
            ids.map(|id| format!("{}: {id}", sample.name))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} ids:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn an_id_is_found_where_it_can_be_read() {
    let id = "0f3a91b2-7c1d-4e5f-8a6b-0123456789ab";
    for (html, count) in [
        (format!("<body><p>{id}</p>"), 1),
        (format!("<body><p>console:{id}.</p>"), 1),
        (
            format!("<body><input name=\"who\" type=\"text\" value=\"{id}\">"),
            1,
        ),
        (
            format!("<body><a href=\"/reports/{id}\" title=\"{id}\">K7Q2M4</a>"),
            1,
        ),
        (
            format!("<body><input type=\"hidden\" value=\"{id}\"><a href=\"/{id}\">0f3a91b2</a>"),
            0,
        ),
        (format!("<head><title>{id}</title></head>"), 0),
    ] {
        assert_eq!(ids_to_read(&html).len(), count, "{html}");
    }
}
