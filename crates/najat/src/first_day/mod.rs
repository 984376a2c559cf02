//! What a role's day is, told in three lines when somebody acts in it for the first time.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use page::{App, Message};
use people::session::Standing;
use record::{Language, Role};

/// The three lines.
#[derive(Clone)]
pub struct FirstDay {
    /// In words.
    pub lines: Vec<Message>,
}

/// What a role's day is.
pub fn first_day(role: Role, language: Language) -> FirstDay {
    let line = |number: u8| Message::new(language, format!("role-day-{}-{number}", role.code()));
    FirstDay {
        lines: (1..=3).map(line).collect(),
    }
}

/// The three lines for whoever acts in their role for the first time, for a page that greets them:
/// `{% include "first_day/templates/first-day.html" %}` shows a page's `first_day`.
pub struct Welcome(pub Option<FirstDay>);

impl FromRequestParts<App> for Welcome {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Infallible> {
        let standing = parts.extensions.get::<Standing>();
        let day = standing
            .filter(|standing| standing.first)
            .and_then(|standing| {
                let member = standing.actor.member()?;
                Some(first_day(member.role, standing.language))
            });
        Ok(Self(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_has_a_day_in_every_language() {
        for language in Language::ALL {
            for role in Role::ALL {
                let day = first_day(*role, *language);
                assert_eq!(day.lines.len(), 3);
                for line in day.lines {
                    let line = line.to_string();
                    assert!(!line.contains('\u{27e6}'), "{line}");
                }
            }
        }
    }
}
