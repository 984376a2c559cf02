//! What was typed, given back by whatever page must say that it could not be taken: nothing that
//! somebody wrote is lost by a page that says "try again".

use axum::http::header;
use axum::http::request::Parts;
use bytes::Bytes;
use vault::Plain;

use crate::form::{Form, KEY, VERSION, is_form, is_written};
use crate::table::Table;

/// A form as it was sent.
#[derive(Clone)]
pub(crate) struct Typed {
    path: String,
    body: Bytes,
}

/// The fields of a form, to be sent once more.
pub(crate) struct Given {
    /// What somebody wrote, to be read and changed.
    pub(crate) texts: Vec<(String, Plain<String>)>,
    /// What was chosen, and what the page itself put there.
    pub(crate) unseen: Vec<(String, Plain<String>)>,
    /// Whether all is there that was sent: a secret is not shown again, and without it the form
    /// cannot be sent.
    pub(crate) is_whole: bool,
}

impl Typed {
    /// What a request carries, if that is a form.
    pub(crate) fn of(parts: &Parts, body: Bytes) -> Option<Self> {
        let kind = parts.headers.get(header::CONTENT_TYPE);
        (is_form(kind) && !body.is_empty()).then(|| Self {
            path: parts.uri.path().to_owned(),
            body,
        })
    }

    /// The fields.
    pub(crate) fn given(&self, table: &Table) -> Option<Given> {
        let form = Form::parse(&self.body).ok()?;
        let mut given = Given {
            texts: Vec::new(),
            unseen: Vec::new(),
            is_whole: true,
        };
        let kept = [
            (KEY, form.key().to_owned()),
            (VERSION, form.version().to_string()),
        ];
        let kept_count = kept.len();
        for (name, value) in kept {
            given.unseen.push((name.to_owned(), Plain::new(value)));
        }
        for (name, value) in form.others(&[]) {
            if value.is_blank() {
                continue;
            }
            let field = (name.to_owned(), value.clone());
            match () {
                () if !comes_back(table, &self.path, name) => given.is_whole = false,
                () if is_written(value) => given.texts.push(field),
                () => given.unseen.push(field),
            }
        }
        // A form of which nothing but its key comes back is pressed anew on its own page.
        (given.unseen.len() > kept_count || !given.texts.is_empty()).then_some(given)
    }
}

/// Gives back another form than the one that was sent, should anything go wrong from here on: the one that
/// is done in its place.
pub fn typed_instead(parts: &mut Parts, body: Bytes) {
    if let Some(typed) = Typed::of(parts, body) {
        parts.extensions.insert(typed);
    }
}

/// Whether a field of a form sent to a path may be shown again: no password, code or address ever
/// is. No list of fields holds a secret (the table refuses it): a code that stands in one is a
/// reason, or the code name of somebody. A sender's ticket stands in their page anyway.
pub fn comes_back(table: &Table, path: &str, name: &str) -> bool {
    if table.field(path, name).is_some() {
        return true;
    }
    let is_public = path
        .split('/')
        .nth(1)
        .is_some_and(|first| record::Language::from_code(first).is_ok());
    if name == "ticket" && is_public {
        return true;
    }
    !is_secret(name) && !name.contains("code") && !name.contains("ticket")
}

/// Whether a name is that of a field whose value is never shown again; no list of fields has one.
pub(crate) fn is_secret(name: &str) -> bool {
    ["password", "secret", "digits", "address"]
        .iter()
        .any(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use record::{Kind, Purpose};

    use super::*;
    use crate::field::Field;
    use crate::frame::FrameKind;
    use crate::route::{Verb, no_sample};
    use crate::table::Row;

    fn given(path: &str, body: &'static str) -> Given {
        let typed = Typed {
            path: path.to_owned(),
            body: Bytes::from_static(body.as_bytes()),
        };
        typed.given(&Table::default()).unwrap()
    }

    fn names(fields: &[(String, Plain<String>)]) -> Vec<&str> {
        fields.iter().map(|(name, _)| name.as_str()).collect()
    }

    /// A table with the form of an installation that says no, whose reason is a code.
    fn reasons() -> Table {
        const CODE: &[Field] = &[Field::line::<String>("code", "code", "", "")];
        let row = Row {
            verb: Verb::Post,
            path: "/beds/{id}/decline",
            name: "decline",
            frame: FrameKind::Staff,
            action: "DeclineBed",
            kind: Kind::BedRequest,
            purpose: Purpose::Placement,
            sample: no_sample,
            way: None,
            forms: vec![CODE],
        };
        Table::new(vec![row]).unwrap()
    }

    #[test]
    fn what_was_typed_comes_back_to_be_sent_again() {
        let given = given(
            "/en/1",
            "text=They+are+here&form_key=k&version=2&accused=camp&accused=police&how=%D9%86&who=",
        );
        assert_eq!(names(&given.texts), ["how", "text"]);
        assert_eq!(
            names(&given.unseen),
            ["form_key", "version", "accused", "accused"]
        );
        assert!(given.is_whole);
    }

    #[test]
    fn secrets_are_not_shown_again() {
        let table = reasons();
        for name in ["text", "form_key", "version", "reason"] {
            assert!(comes_back(&table, "/reports/1/answer", name), "{name}");
        }
        for name in ["password", "code", "totp_code", "digits", "ticket"] {
            assert!(!comes_back(&table, "/members/1/confirm", name), "{name}");
        }
        assert!(comes_back(&table, "/beds/1/decline", "code"), "a reason");
        for name in ["totp_code", "password", "digits", "address"] {
            assert!(!comes_back(&table, "/beds/1/decline", name), "{name}");
        }
        assert!(!comes_back(&table, "/shelters/1/address", "address"));
        assert!(comes_back(&table, "/ckb/4/1", "ticket"), "a sender's own");
        let given = given("/sign-in", "name=zainab&password=hush&code=1");
        assert!(!given.is_whole && names(&given.unseen).contains(&"name"));
    }
}
