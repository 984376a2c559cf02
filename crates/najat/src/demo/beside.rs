//! What a demo shows at the door: a button for each made-up person, and the digits of those who
//! have no telephone.

use std::net::SocketAddr;

use access::action::ReadOwnAccount;
use askama::Template;
use page::{App, Message, Problem, filters, html};
use record::{Id, Language, Role};
use vault::Plain;

use super::enter::{PATH, digits, made_up};
use super::shown::ordered;
use super::store::MadeUp;
use crate::account::{Beside, Mine, Panel};

/// One button.
struct Button {
    membership: Id,
    role: String,
    organisation: String,
}

/// The buttons of a role, by place.
struct OfRole {
    role: String,
    count: usize,
    places: Vec<(Option<String>, Vec<Button>)>,
}

#[derive(Template)]
#[template(path = "demo/templates/buttons.html")]
struct ButtonsPanel {
    /// Whom a newcomer should be first.
    first: Vec<Button>,
    /// Everybody else.
    rest: Vec<OfRole>,
}

impl ButtonsPanel {
    fn new(people: Vec<MadeUp>, language: Language) -> Self {
        let (first, rest) = ordered(people);
        let buttons = |people: Vec<MadeUp>| {
            let each = people.into_iter().map(|person| button(person, language));
            each.collect::<Vec<_>>()
        };
        let place = |code: Option<String>| page::place_name(code.as_deref(), language);
        let rest = rest.into_iter().map(|of| OfRole {
            role: role_name(of.role, language),
            count: of.count(),
            places: of
                .places
                .into_iter()
                .map(|(code, people)| (place(code), buttons(people)))
                .collect(),
        });
        Self {
            first: buttons(first),
            rest: rest.collect(),
        }
    }
}

#[derive(Template)]
#[template(path = "demo/templates/digits.html")]
struct DigitsPanel {
    digits: Plain<String>,
}

/// A demo's door.
pub(super) struct Buttons;

impl Beside for Buttons {
    async fn sign_in(app: &App, language: Language) -> Result<Panel, Problem> {
        let people = made_up(app).await?;
        if people.is_empty() {
            return Ok(Panel::new());
        }
        shown(language, &ButtonsPanel::new(people, language))
    }

    async fn step_up(app: &App, mine: &Mine, peer: SocketAddr) -> Result<Panel, Problem> {
        if !app.settings.demo {
            return Ok(Panel::new());
        }
        let permit = mine.permit::<ReadOwnAccount>(app).await?;
        let found = digits(app, peer, permit).await?;
        found.map_or(Ok(Panel::new()), |digits| {
            shown(mine.visit.language, &DigitsPanel { digits })
        })
    }

    fn samples(language: Language) -> Option<[Panel; 2]> {
        let button = |id: u8, role: &'static str| Button {
            membership: Id::from_bytes([id; 16]),
            role: Message::new(language, role).to_string(),
            organisation: "Bridge of Hope, Basra (made up)".to_owned(),
        };
        let basra = page::place_name(Some("IQG02"), language);
        let buttons = ButtonsPanel {
            first: vec![button(1, "role-responder"), button(2, "role-supervisor")],
            rest: vec![OfRole {
                role: role_name(Role::Responder, language),
                count: 2,
                places: vec![
                    (None, vec![button(3, "role-responder")]),
                    (basra, vec![button(4, "role-responder")]),
                ],
            }],
        };
        let digits = DigitsPanel {
            digits: Plain::new("123456".to_owned()),
        };
        Some([
            shown(language, &buttons).ok()?,
            shown(language, &digits).ok()?,
        ])
    }
}

fn role_name(role: Role, language: Language) -> String {
    Message::new(language, format!("role-{}", role.code())).to_string()
}

fn button(person: MadeUp, language: Language) -> Button {
    let [en, ar, ckb] = person.organisation;
    Button {
        membership: person.membership,
        role: role_name(person.role, language),
        organisation: match language {
            Language::En => en,
            Language::Ar => ar,
            Language::Ckb => ckb,
        },
    }
}

fn shown(language: Language, panel: &impl Template) -> Result<Panel, Problem> {
    html(language, panel).map_err(|error| {
        tracing::error!(%error, "a panel could not be rendered");
        Problem::Fault
    })
}
