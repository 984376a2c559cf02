//! Forms whose values come back: whatever was typed returns with every field's error at once.

use std::borrow::Cow;
use std::collections::BTreeMap;

use axum::extract::{FromRequest, Request};
use axum::http::{HeaderValue, Method, header};
use bytes::Bytes;
use fluent_bundle::FluentValue;
use record::{Id, Language};
use vault::Plain;

use crate::field::Field;
use crate::language::Message;
use crate::number;
use crate::{App, Problem};

/// The field that holds the one-time key.
pub const KEY: &str = "form_key";
/// The field that holds the version of the record the form was made from.
pub const VERSION: &str = "version";

/// What is wrong with a field: a message's key and its arguments.
#[derive(Clone)]
pub struct Wrong {
    key: &'static str,
    args: Vec<(&'static str, FluentValue<'static>)>,
}

impl Wrong {
    /// By the message's key.
    pub fn new(key: &'static str) -> Self {
        Self {
            key,
            args: Vec::new(),
        }
    }

    /// With an argument for the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<FluentValue<'static>>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The key of the message.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// In words.
    pub fn message(&self, language: Language) -> Message {
        let message = Message::new(language, self.key);
        self.args.iter().fold(message, |said, (name, value)| {
            let value = match value {
                // Examples are shown in the digits the reader is used to.
                FluentValue::String(text) => number::digits(language, text).into(),
                other => other.clone(),
            };
            said.with(name, value)
        })
    }
}

/// A form: values by field, errors by field, the record's version, a key that counts once.
///
/// Values are read by functions such as [`Form::needed_text`], which note what is wrong; a page that
/// is shown again prints them from the same form.
#[derive(Clone, Default)]
pub struct Form {
    values: BTreeMap<String, Vec<Plain<String>>>,
    errors: Vec<(Cow<'static, str>, Wrong)>,
    /// The lists by which it was read.
    lists: Vec<&'static [Field]>,
    key: String,
    version: i64,
}

impl Form {
    /// An empty form with a fresh key, for this version of the record (0 if there is none yet).
    pub fn fresh(key: Id, version: i64) -> Self {
        Self {
            key: key.to_string(),
            version,
            ..Self::default()
        }
    }

    /// Reads a body of the type `application/x-www-form-urlencoded`; fields may repeat.
    ///
    /// No database keeps a NUL, and no keyboard writes one: it is taken out, the rest of what was
    /// typed stays, and the field is wrong, so that whoever sent it looks at it once more.
    pub fn parse(body: &[u8]) -> Result<Self, Problem> {
        let pairs: Vec<(String, String)> =
            serde_urlencoded::from_bytes(body).map_err(|_| Problem::MethodNotAllowed)?;
        let mut form = Self::default();
        for (name, value) in pairs {
            match name.as_str() {
                KEY => form.key = value,
                VERSION => form.version = value.parse().unwrap_or(0),
                _ => {
                    if value.contains('\0') {
                        form.note(Cow::Owned(name.clone()), Wrong::new("error-unkept"));
                    }
                    let value = value.replace("\r\n", "\n").replace('\0', "");
                    let values = form.values.entry(name).or_default();
                    values.push(Plain::new(value));
                }
            }
        }
        Ok(form)
    }

    /// Fills a field, for a form made from a record.
    #[must_use]
    pub fn put(mut self, name: &str, value: impl Into<String>) -> Self {
        self.fill(name, Plain::new(value.into()));
        self
    }

    /// With a field of opened text.
    #[must_use]
    pub fn with(mut self, name: &str, value: Plain<String>) -> Self {
        self.fill(name, value);
        self
    }

    /// Fills a field with opened text.
    pub fn fill(&mut self, name: &str, value: Plain<String>) {
        self.values.insert(name.to_owned(), vec![value]);
    }

    /// Fills a field that takes several codes.
    #[must_use]
    pub fn choose(mut self, name: &str, codes: impl IntoIterator<Item = String>) -> Self {
        let codes = codes.into_iter().map(Plain::new).collect();
        self.values.insert(name.to_owned(), codes);
        self
    }

    /// The one-time key; the same form sent twice counts once.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// The version of the record that the person saw.
    pub fn version(&self) -> i64 {
        self.version
    }

    /// The form again, for the record as it is now (after a conflict) and with a key of its own.
    #[must_use]
    pub fn renewed(mut self, key: Id, version: i64) -> Self {
        self.key = key.to_string();
        self.version = version;
        self.errors.clear();
        self
    }

    /// The form with a key of its own, and all that is said of it.
    #[must_use]
    pub fn with_key(mut self, key: Id) -> Self {
        self.key = key.to_string();
        self
    }

    /// The form without what was found wrong in it.
    #[must_use]
    pub(crate) fn settled(mut self) -> Self {
        self.errors.clear();
        self
    }

    /// How many bytes its answers take.
    pub(crate) fn size(&self) -> usize {
        let all = self.others(&[]).into_iter();
        all.map(|(name, value)| name.len() + value.expose().len() + 64)
            .sum()
    }

    /// The form with these fields alone.
    #[must_use]
    pub fn only(mut self, fields: &[&str]) -> Self {
        self.values
            .retain(|name, _| fields.contains(&name.as_str()));
        self
    }

    /// The fields of one row (`row-3`) as a form of their own.
    #[must_use]
    pub fn row(&self, row: &str) -> Self {
        let within = |name: &str| Some(name.strip_prefix(row)?.strip_prefix('-')?.to_owned());
        let values = self.values.iter();
        Self {
            values: values
                .filter_map(|(name, values)| Some((within(name)?, values.clone())))
                .collect(),
            ..Self::default()
        }
    }

    /// The first value of a field, as typed.
    pub fn value(&self, name: &str) -> Option<&Plain<String>> {
        self.values.get(name).and_then(|values| values.first())
    }

    /// What was chosen or typed where nothing personal is asked for: an id, a code, hours, the name
    /// of a body; empty, if nothing was.
    pub fn open(&self, name: &str) -> &str {
        self.value(name).map_or("", |value| value.expose().trim())
    }

    /// Every value of a field, as typed.
    pub fn values(&self, name: &str) -> &[Plain<String>] {
        self.values.get(name).map_or(&[], Vec::as_slice)
    }

    /// Whether something was typed or chosen in a field.
    pub fn is_filled(&self, name: &str) -> bool {
        self.values(name).iter().any(|typed| !typed.is_blank())
    }

    /// Whether this code was chosen in this field.
    pub fn has(&self, name: &str, code: impl AsRef<str>) -> bool {
        self.values(name)
            .iter()
            .any(|value| value.expose() == code.as_ref())
    }

    /// Takes a field out: what may not be shown again (passwords, codes, shelter addresses).
    pub fn take(&mut self, name: &str) -> Option<Plain<String>> {
        self.values.remove(name)?.into_iter().next()
    }

    /// Notes that a field is wrong. The first thing said of a field stays.
    pub fn wrong(&mut self, field: &'static str, what: Wrong) {
        self.note(Cow::Borrowed(field), what);
    }

    pub(crate) fn note(&mut self, field: Cow<'static, str>, what: Wrong) {
        if !self.is_wrong(&field) {
            self.errors.push((field, what));
        }
    }

    /// Whether something is wrong with the field.
    pub fn is_wrong(&self, field: &str) -> bool {
        self.error(field).is_some()
    }

    /// What is wrong with the field.
    pub fn error(&self, field: &str) -> Option<&Wrong> {
        self.errors
            .iter()
            .find(|(name, _)| name == field)
            .map(|(_, wrong)| wrong)
    }

    /// All that is wrong, in the order it was found.
    pub fn errors(&self) -> &[(Cow<'static, str>, Wrong)] {
        &self.errors
    }

    /// Is read by this list.
    pub fn read_by(&mut self, list: &'static [Field]) {
        self.lists.push(list);
    }

    /// The message that names the question, where what is said of a field would fit any: a summary
    /// of all that is wrong says it in front.
    pub fn question(&self, field: &str, what: &Wrong) -> Option<&'static str> {
        let mut fields = self.lists.iter().copied().flatten();
        let found = fields.find_map(|list| list.find(field))?;
        let names_itself = !what.key.starts_with("error-") || found.label.is_empty();
        (!names_itself).then_some(found.label)
    }

    /// Whether nothing is wrong.
    pub fn is_right(&self) -> bool {
        self.errors.is_empty()
    }

    /// Every field but these, to be carried along unseen.
    pub fn others(&self, shown: &[&str]) -> Vec<(&str, &Plain<String>)> {
        self.values
            .iter()
            .filter(|(name, _)| !shown.contains(&name.as_str()))
            .flat_map(|(name, values)| values.iter().map(move |value| (name.as_str(), value)))
            .collect()
    }
}

/// Whether a field was written by somebody rather than chosen: pages send words of one piece.
pub(crate) fn is_written(value: &Plain<String>) -> bool {
    let text = value.expose();
    !text.is_ascii() || text.trim().contains(char::is_whitespace)
}

/// Whether a body of this type is a form.
pub(crate) fn is_form(kind: Option<&HeaderValue>) -> bool {
    let kind = kind.and_then(|kind| kind.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("application/x-www-form-urlencoded"))
}

impl FromRequest<App> for Form {
    type Rejection = Problem;

    async fn from_request(request: Request, app: &App) -> Result<Self, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE);
        if request.method() == Method::GET || !is_form(kind) {
            return Err(Problem::MethodNotAllowed);
        }
        // The only way a body fails here is that it is longer than the limit or broken off.
        let body = Bytes::from_request(request, app)
            .await
            .map_err(|_| Problem::TooLarge)?;
        Self::parse(&body)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_comes_back_with_everything_typed() {
        let body = b"text=one%0D%0Atwo&who=a&who=b&form_key=k&version=7";
        let mut form = Form::parse(body).unwrap();
        assert_eq!(form.key(), "k");
        assert_eq!(form.version(), 7);
        assert_eq!(form.value("text").unwrap().expose(), "one\ntwo");
        assert!(form.has("who", "a") && form.has("who", "b") && !form.has("who", "c"));
        form.wrong("text", Wrong::new("error-write"));
        form.wrong("text", Wrong::new("error-choose"));
        assert_eq!(form.error("text").unwrap().key(), "error-write");
        assert!(!form.is_right());
        assert_eq!(form.others(&["text"]).len(), 2);
    }

    crate::fields! {
        /// A form with one sort of everything.
        struct Asking {
            /// What is said.
            pub said: Plain<String> = area("gallery-text", "", "error-write", 100, 5),
            /// Which place.
            pub place: String = select("gallery-place", "", "gallery-hint"),
            /// How often.
            pub count: Option<u8> = may count("gallery-count", ""),
        }
    }

    #[test]
    fn a_summary_names_the_question_of_whatever_fits_any() {
        use crate::field::Fields as _;
        let mut form = Form::parse(b"count=many&x=1").unwrap();
        assert!(Asking::read(&mut form).is_none());
        form.wrong("x", Wrong::new("error-write"));
        let named = |field| form.question(field, form.error(field).unwrap());
        // field, the message that names its question
        for (field, question) in [
            ("said", Some("gallery-text")),
            ("count", Some("gallery-count")),
            // What is said of it names it already.
            ("place", None),
            // It is in no list.
            ("x", None),
        ] {
            assert_eq!(named(field), question, "{field}");
        }
        let mut right = Form::parse(b"said=Yes&place=here&count=2&form_key=k").unwrap();
        let read = Asking::read(&mut right).unwrap();
        assert_eq!(
            (read.said.expose().as_str(), read.place.as_str()),
            ("Yes", "here")
        );
        assert_eq!((read.count, read.form_key.as_str()), (Some(2), "k"));
    }

    #[test]
    fn what_was_taken_out_is_not_shown_again() {
        let mut form = Form::parse(b"password=secret").unwrap();
        assert_eq!(form.take("password").unwrap().expose(), "secret");
        assert!(form.value("password").is_none());
    }

    #[test]
    fn a_nul_is_asked_about_and_the_rest_stays() {
        let mut form = Form::parse(b"text=a%00b&name=x&secret=%00y&digits=1%002").unwrap();
        assert!(form.needed_text("text", "error-write", 100).is_none());
        assert!(form.secret("secret", "error-write").is_none());
        assert!(form.secret_digits("digits", 2).is_none());
        assert_eq!(form.value("text").unwrap().expose(), "ab");
        for field in ["text", "secret", "digits"] {
            assert_eq!(form.error(field).unwrap().key(), "error-unkept", "{field}");
        }
        assert!(form.needed_text("name", "error-write", 100).is_some());
        assert!(!form.is_right());
    }

    #[test]
    fn no_bytes_break_it() {
        let form = Form::parse(b"a=%ff&=&&x").unwrap();
        assert_eq!(form.value("a").unwrap().expose(), "\u{fffd}");
        assert!(Form::parse(b"").is_ok());
    }
}
