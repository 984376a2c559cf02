//! A packet on paper: what may leave is chosen from what the person agreed to.

use access::Actor;
use access::action::{PrintPacket, ReadConsents};
use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use consent::{Live, Packet};
use page::{
    Allowed, App, Cannot, Choice, Field, Fields as _, Form, Frame, Message, PermitRequest, Problem,
    Sent, Visit, filters, render, render_as, submit,
};
use record::{Id, Language, short_code};

use super::book::{Bodies, To};
use crate::person::actions::read_consents;
use crate::person::forms::Printing;
use crate::person::packet::{Paper, Words, print_packet};
use crate::shelter::language::spoken_words;

/// The form.
#[derive(Template)]
#[template(path = "person/templates/print.html")]
pub(super) struct PrintPage {
    pub(super) frame: Frame,
    pub(super) person: Id,
    pub(super) form: Form,
    /// Under what something may leave now.
    pub(super) under: Vec<Choice>,
    pub(super) refused: Option<&'static str>,
}

impl PrintPage {
    const FIELDS: &'static [Field] = Printing::FIELDS;

    fn options(&self, field: &Field) -> Vec<Choice> {
        match field.name {
            "under" => self.under.clone(),
            _ => field.options(&self.frame.language),
        }
    }

    fn code(&self) -> String {
        short_code(self.person)
    }
}

/// The paper.
#[derive(Template)]
#[template(path = "person/templates/packet.html")]
pub(super) struct PaperPage {
    pub(super) frame: Frame,
    pub(super) person: Id,
    pub(super) paper: Paper,
    pub(super) desk: String,
    pub(super) language: Option<String>,
    pub(super) to: To,
}

impl PaperPage {
    pub(super) fn new(frame: Frame, person: Id, paper: Paper) -> Self {
        let language = frame.language;
        let to = match (&paper.named, &paper.body) {
            (Some(named), _) => To::Named(named.clone()),
            (None, body) => {
                let name = body.as_ref().map(|body| body.get(language).to_owned());
                To::Body(name.unwrap_or_default())
            }
        };
        Self {
            desk: paper.desk.get(language).to_owned(),
            language: paper
                .language
                .as_deref()
                .and_then(|code| spoken_words(language, code)),
            to,
            person,
            paper,
            frame,
        }
    }
}

/// Under what something may leave now, in words.
async fn under(
    app: &App,
    actor: &Actor,
    person: Id,
    language: Language,
) -> Result<Vec<Choice>, Problem> {
    let gate = app.store.gate();
    let permit = gate.permit::<ReadConsents>(actor, person).await?;
    let read = app
        .store
        .read(permit, |unit| async move { read_consents(&unit).await });
    let opened = read.await.map_err(Cannot::problem)?;
    let bodies = Bodies::read(app, language).await?;
    let now = app.world.now();
    let say = |key: &'static str| Message::new(language, key).to_string();
    let label = |purpose: &'static str, packet: &'static str, to: To| {
        let to = match to {
            To::Body(name) => name,
            // Whoever is named so is read on the page of the person, not in a list of choices.
            To::Named(_) => say("packet-to-named"),
        };
        format!("{} · {to} · {}", say(purpose), say(packet))
    };
    let given = opened.book.given(now);
    let given = given
        .iter()
        .filter(|given| given.live == Live::Yes)
        .map(|given| {
            let is = given.consent;
            let words = label(is.purpose.key(), is.packet.key(), bodies.to(&is.recipient));
            Choice::named(
                given.number.to_string(),
                format!("{} · {words}", given.number),
            )
        });
    let without = opened.book.without();
    let without = without.iter().filter(|one| one.is_live(now)).map(|one| {
        let is = one.exception;
        let words = label(is.basis.key(), Packet::A.key(), bodies.to(&is.recipient));
        Choice::named(one.number.to_string(), format!("{} · {words}", one.number))
    });
    Ok(given.chain(without).collect())
}

/// The form of a packet.
pub(super) async fn begin(
    State(app): State<App>,
    allowed: Allowed<PrintPacket>,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let form = Form::fresh(app.world.id(), 0);
    let page = PrintPage {
        frame: visit.frame("packet-title"),
        person: permit.record(),
        form,
        under: under(&app, permit.actor(), permit.record(), visit.language).await?,
        refused: None,
    };
    Ok(render(visit.language, &page))
}

/// Prints it, once.
pub(super) async fn send(
    State(app): State<App>,
    attempt: PermitRequest<PrintPacket>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: std::sync::Arc<Printing>| async move {
        let words = Words {
            need: input.need.clone(),
            risk: input.risk.clone(),
            summary: input.summary.clone(),
        };
        print_packet(&unit, input.under, input.packet, &words, &input.form_key).await
    };
    let sent_form = form.clone();
    let sent = submit(&app, &attempt, &[], form, act).await?;
    let (visit, person) = (&attempt.visit, attempt.record);
    match sent {
        Sent::Done(Some(paper)) => {
            let page = PaperPage::new(visit.frame("packet-paper-title"), person, paper);
            Ok(render(visit.language, &page))
        }
        Sent::Done(None) => {
            let words = Some("packet-printed");
            again(&app, visit, &attempt.actor, person, sent_form, words).await
        }
        Sent::Wrong(form) => again(&app, visit, &attempt.actor, person, form, None).await,
        Sent::Refused(form, error) => {
            let words = error.cannot()?;
            again(&app, visit, &attempt.actor, person, form, Some(words)).await
        }
    }
}

async fn again(
    app: &App,
    visit: &Visit,
    actor: &Actor,
    person: Id,
    form: Form,
    refused: Option<&'static str>,
) -> Result<Response, Problem> {
    // A paper that was printed is printed anew by a form of its own.
    let form = if refused == Some("packet-printed") {
        form.renewed(app.world.id(), 0)
    } else {
        form
    };
    let page = PrintPage {
        frame: visit.frame("packet-title"),
        person,
        form,
        under: under(app, actor, person, visit.language).await?,
        refused,
    };
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    Ok(render_as(status, visit.language, &page))
}
