//! A sender without script, over HTTP: the form in its steps, the receipt, the way back.

use reqwest::{Client, StatusCode};

/// What is sent.
pub struct Words<'w> {
    pub entry: u8,
    pub language: &'w str,
    pub governorate: &'w str,
    pub with_police: bool,
    /// Kinds of body that are accused; each "I do not know which".
    pub accused: &'w [&'w str],
    pub text: &'w str,
    pub minor: &'w str,
    pub danger: &'w str,
}

impl Default for Words<'_> {
    fn default() -> Self {
        Self {
            entry: 2,
            language: "en",
            governorate: "IQG02",
            with_police: false,
            accused: &[],
            text: "Boys in a workshop behind the market",
            minor: "yes",
            danger: "unknown",
        }
    }
}

/// The value of an attribute in a tag.
fn attribute<'h>(tag: &'h str, name: &str) -> Option<&'h str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

/// A text of a page as it was before it was written into it.
pub fn unescaped(text: &str) -> String {
    text.replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .replace("&#38;", "&")
}

/// The hidden fields of a page's form that is sent to `action` (of every form, if it is empty).
pub fn hidden_of(html: &str, action: &str) -> Vec<(String, String)> {
    html.split("<form")
        .skip(1)
        .filter(|form| action.is_empty() || form.contains(&format!("action=\"{action}\"")))
        .flat_map(|form| {
            form.split("</form>")
                .next()
                .unwrap_or_default()
                .split("<input")
                .skip(1)
        })
        .filter(|tag| tag.contains("type=\"hidden\""))
        .filter_map(|tag| {
            let tag = tag.split('>').next()?;
            Some((
                attribute(tag, "name")?.to_owned(),
                unescaped(attribute(tag, "value").unwrap_or("")),
            ))
        })
        .collect()
}

/// Twenty digits on a page, in Western form.
pub fn receipt_of(html: &str) -> Option<String> {
    let after = html.split("class=\"receipt\"").nth(1)?;
    let inside = after.split("</p>").next()?;
    let mut digits = String::new();
    let mut in_tag = false;
    for sign in inside.split_once('>')?.1.chars() {
        match sign {
            '<' => in_tag = true,
            '>' => in_tag = false,
            sign if !in_tag => digits.push(sign),
            _ => {}
        }
    }
    record::digits::code(&digits).filter(|digits| digits.len() == 20)
}

/// The page to which an answer leads, for clients that go nowhere by themselves.
async fn landed(client: &Client, base: &str, mut answer: reqwest::Response) -> String {
    while answer.status() == StatusCode::SEE_OTHER {
        let to = answer.headers()["location"].to_str().unwrap();
        let url = format!("{base}{to}");
        answer = client.get(url).send().await.unwrap();
    }
    assert_eq!(answer.status(), StatusCode::OK);
    answer.text().await.unwrap()
}

/// Fills in the steps up to the last form; answers its hidden fields.
pub async fn up_to_the_words(
    client: &Client,
    base: &str,
    words: &Words<'_>,
) -> Vec<(String, String)> {
    let path = format!("{base}/{}/{}", words.language, words.entry);
    let first = client.get(&path).send().await.unwrap();
    let mut fields = hidden_of(&landed(client, base, first).await, "");
    fields.push(("governorate".into(), words.governorate.into()));
    fields.push((
        "reads".into(),
        if words.with_police {
            "police"
        } else {
            "helpers"
        }
        .into(),
    ));
    if words.accused.is_empty() {
        fields.push(("accused".into(), "no".into()));
    }
    for kind in words.accused {
        fields.push(("accused".into(), (*kind).into()));
    }
    let page = client.post(&path).form(&fields).send().await.unwrap();
    let mut html = landed(client, base, page).await;
    if !words.accused.is_empty() && !html.contains("name=\"text\"") {
        let mut fields = hidden_of(&html, "");
        for kind in words.accused {
            fields.push((format!("which_{kind}"), "unknown".into()));
        }
        let page = client.post(&path).form(&fields).send().await.unwrap();
        html = landed(client, base, page).await;
    }
    hidden_of(&html, "")
}

/// Sends the last form; answers the page.
pub async fn send_words(
    client: &Client,
    base: &str,
    words: &Words<'_>,
    mut fields: Vec<(String, String)>,
) -> Result<String, reqwest::Error> {
    let path = format!("{base}/{}/{}", words.language, words.entry);
    fields.push(("text".into(), words.text.into()));
    fields.push(("minor".into(), words.minor.into()));
    fields.push(("danger".into(), words.danger.into()));
    client.post(&path).form(&fields).send().await?.text().await
}

/// Sends a report; answers its receipt.
pub async fn send(client: &Client, base: &str, words: &Words<'_>) -> String {
    let fields = up_to_the_words(client, base, words).await;
    let page = send_words(client, base, words, fields).await.unwrap();
    receipt_of(&page).unwrap_or_else(|| panic!("no receipt in {page}"))
}

/// Comes back with a receipt; answers the page.
pub async fn come_back(
    client: &Client,
    base: &str,
    language: &str,
    receipt: &str,
) -> (StatusCode, String) {
    let path = format!("{base}/{language}/4");
    let page = client
        .post(&path)
        .form(&[("receipt", receipt)])
        .send()
        .await
        .unwrap();
    (page.status(), page.text().await.unwrap())
}
