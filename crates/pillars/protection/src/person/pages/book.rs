//! The book of a person, and who they are.

use std::collections::HashMap;
use std::sync::Arc;

use access::action::{
    ConfirmSharing, ListLooks, NameChildDecider, PrintPacket, ProposeSharing, ReadCase,
    ReadConsents, ReadIdentity, RecordConsent, TellWithdrawal, WithdrawConsent, WriteAge,
    WriteIdentity,
};
use access::{Action, Actor};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use consent::{Agreed, Book, Decider, Live, Packet, Question, Recipient};
use page::{Allowed, App, Cannot, Form, Frame, PermitRequest, Problem, filters, render, submit};
use people::organisation::{self, Organisation};
use record::{Done, Id, Language, Moment, short_code};
use store::{StoreError, Unit};
use vault::Plain;

use crate::person::actions::{read_consents, read_identity, tell_withdrawal, withdraw_consent};
use crate::person::forms::Pressing;
use crate::person::{Head, Opened, PersonError, Written};
use crate::shelter::language::spoken_words;

/// What the page offers to whoever reads it; the gate decides anew when they do it.
#[expect(clippy::struct_excessive_bools, reason = "each is a button of its own")]
#[derive(Clone, Copy, Default)]
pub(super) struct May {
    pub(super) record: bool,
    pub(super) decider: bool,
    pub(super) withdraw: bool,
    pub(super) tell: bool,
    pub(super) read: bool,
    pub(super) print: bool,
    pub(super) propose: bool,
    pub(super) age: bool,
    pub(super) confirm: bool,
    pub(super) case: bool,
    pub(super) looks: bool,
}

impl May {
    async fn ask(app: &App, actor: &Actor, head: &Head) -> Result<Self, StoreError> {
        let gate = app.store.gate();
        let one = gate.could(actor, head.record).await?;
        Ok(Self {
            record: one.may::<RecordConsent>(),
            decider: one.may::<NameChildDecider>(),
            withdraw: one.may::<WithdrawConsent>(),
            tell: one.may::<TellWithdrawal>(),
            read: one.may::<ReadIdentity>(),
            print: one.may::<PrintPacket>(),
            propose: one.may::<ProposeSharing>(),
            age: one.may::<WriteAge>(),
            confirm: one.may::<ConfirmSharing>(),
            case: gate.could(actor, head.case).await?.may::<ReadCase>(),
            looks: one.may::<ListLooks>(),
        })
    }
}

/// To whom something goes, as a page says it.
pub(super) enum To {
    Body(String),
    Named(Plain<String>),
}

/// The names of bodies in the reader's language.
pub(super) struct Bodies(HashMap<Id, String>);

impl Bodies {
    pub(super) async fn read(app: &App, language: Language) -> Result<Self, StoreError> {
        let all = app
            .store
            .read_clear(|look| async move { organisation::all(&*look).await })
            .await?;
        Ok(Self::new(&all, language))
    }

    pub(super) fn new(all: &[Organisation], language: Language) -> Self {
        let named = all.iter();
        Self(
            named
                .map(|body| (body.id, body.is.names.get(language).to_owned()))
                .collect(),
        )
    }

    pub(super) fn to(&self, recipient: &Recipient) -> To {
        match recipient {
            Recipient::Named(named) => To::Named(named.clone()),
            Recipient::Body(body) => {
                let name = self.0.get(body).cloned();
                To::Body(name.unwrap_or_else(|| short_code(*body)))
            }
        }
    }
}

/// A question with the person's answer.
struct Answer {
    question: &'static str,
    said: &'static str,
    is_own: bool,
}

/// A consent in words.
struct Given {
    number: i64,
    at: Moment,
    until: Moment,
    purpose: &'static str,
    to: To,
    packet: &'static str,
    language: Option<String>,
    manner: &'static str,
    role: String,
    live: Live,
    left: Option<Packet>,
    to_tell: bool,
}

/// What is to leave without a consent, in words.
struct Without {
    basis: &'static str,
    purpose: &'static str,
    to: To,
    reason: Plain<String>,
    at: Moment,
    telling: &'static str,
    state: (&'static str, &'static str, &'static str),
    is_live: bool,
}

/// Who decides for a child.
enum Decides {
    Nobody,
    Conflict,
    Named(Decider),
}

impl Decides {
    /// Of a child; an adult decides alone.
    fn of(book: &Book) -> Option<Self> {
        book.is_child().then(|| match book.decider() {
            Some((_, who)) => Self::Named(who),
            None if book.has_conflict() => Self::Conflict,
            None => Self::Nobody,
        })
    }
}

/// The page.
#[derive(Template)]
#[template(path = "person/templates/book.html")]
pub(super) struct BookPage {
    frame: Frame,
    form: Form,
    head: Head,
    case: String,
    answers: Vec<Answer>,
    decides: Option<Decides>,
    given: Vec<Given>,
    without: Vec<Without>,
    /// Whether a consent could be written down now.
    agrees: bool,
    /// What stands above while the name is shut: its tone, its icon, its words.
    shut: Option<(&'static str, &'static str, &'static str)>,
    may: May,
}

impl BookPage {
    pub(super) fn new(frame: Frame, form: Form, opened: Opened, bodies: &Bodies, may: May) -> Self {
        let (now, language) = (frame.now, frame.language);
        let Opened { head, book } = opened;
        let decides = Decides::of(&book);
        let answers = Question::ALL.iter().map(|question| {
            let said = book.answer(*question);
            let told = book.is_told_by_others(*question);
            Answer {
                question: question.key(),
                said: match said {
                    Some(said) => said.key(),
                    None if told => Agreed::Other.key(),
                    None => "consent-not-asked",
                },
                is_own: said.is_some(),
            }
        });
        let given = book.given(now).into_iter().rev().map(|given| Given {
            number: given.number,
            at: given.at,
            until: given.consent.until,
            purpose: given.consent.purpose.key(),
            to: bodies.to(&given.consent.recipient),
            packet: given.consent.packet.key(),
            language: spoken_words(language, &given.consent.language),
            manner: given.consent.manner.key(),
            role: role_of(&book, given.number),
            live: given.live,
            left: given.left,
            to_tell: given.to_tell,
        });
        let without = book.without().into_iter().rev().map(|one| Without {
            basis: one.exception.basis.key(),
            purpose: one.exception.purpose.key(),
            to: bodies.to(&one.exception.recipient),
            reason: one.exception.reason.clone(),
            at: one.at,
            telling: one.exception.telling.key(),
            state: match (one.is_live(now), one.waits()) {
                (true, _) => ("danger", "triangle-alert", "consent-without-live"),
                (false, true) => ("due", "clock", "consent-without-waits"),
                (false, false) => ("safe", "check", "consent-without-over"),
            },
            is_live: one.is_live(now),
        });
        Self {
            answers: answers.collect(),
            given: given.collect(),
            without: without.collect(),
            agrees: book.answer(Question::Share) == Some(Agreed::Yes)
                && !matches!(decides, Some(Decides::Nobody | Decides::Conflict)),
            shut: shut(&book, decides.as_ref()),
            decides,
            case: short_code(head.case),
            may: May {
                confirm: may.confirm && book.waits().is_some(),
                ..may
            },
            head,
            form,
            frame,
        }
    }

    /// Whether anything could be printed now.
    fn prints(&self) -> bool {
        let live = self.given.iter().any(|given| given.live == Live::Yes);
        self.may.print && (live || self.without.iter().any(|one| one.is_live))
    }
}

/// Why the name is shut, if it is.
fn shut(
    book: &Book,
    decides: Option<&Decides>,
) -> Option<(&'static str, &'static str, &'static str)> {
    let no = |question| book.answer(question) == Some(Agreed::No);
    let asked = [Question::Talk, Question::Write, Question::Share];
    let asked = asked
        .iter()
        .all(|question| book.answer(*question).is_some());
    let words = match decides {
        _ if book.is_open() => return None,
        _ if no(Question::Write) => ("due", "ban", "person-no-writing"),
        _ if no(Question::Talk) => ("due", "ban", "person-no-talking"),
        Some(Decides::Nobody) if asked => ("due", "users", "person-nobody-decides"),
        Some(Decides::Conflict) if asked => ("danger", "ban", "consent-conflict"),
        _ => ("due", "lock", "person-shut"),
    };
    Some(words)
}

/// As what whoever wrote an entry worked then.
fn role_of(book: &Book, number: i64) -> String {
    let mut entries = book.entries().iter();
    let found = entries.find(|entry| entry.number == number);
    found.map_or_else(String::new, |entry| format!("role-{}", entry.role.code()))
}

/// What the person said and agreed to.
pub(super) async fn show(
    State(app): State<App>,
    allowed: Allowed<ReadConsents>,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let actor = permit.actor().clone();
    let read = app
        .store
        .read(permit, |unit| async move { read_consents(&unit).await });
    let opened = read.await.map_err(Cannot::problem)?;
    let may = May::ask(&app, &actor, &opened.head).await?;
    let bodies = Bodies::read(&app, visit.language).await?;
    let form = Form::fresh(app.world.id(), 0);
    let page = BookPage::new(visit.frame("person-title"), form, opened, &bodies, may);
    Ok(render(visit.language, &page))
}

/// Who the person is.
#[derive(Template)]
#[template(path = "person/templates/name.html")]
pub(super) struct NamePage {
    pub(super) frame: Frame,
    pub(super) head: Head,
    pub(super) parts: Vec<Written>,
    pub(super) writes: bool,
}

/// Who the person is, for their team.
pub(super) async fn name(
    State(app): State<App>,
    allowed: Allowed<ReadIdentity>,
) -> Result<Response, Problem> {
    let (visit, permit) = (allowed.visit, allowed.permit);
    let actor = permit.actor().clone();
    let read = app
        .store
        .read(permit, |unit| async move { read_identity(&unit).await });
    let (head, parts) = read.await.map_err(Cannot::problem)?;
    let gate = app.store.gate();
    let could = gate.could(&actor, head.record).await?;
    let page = NamePage {
        frame: visit.frame("person-who-title"),
        writes: could.may::<WriteIdentity>(),
        head,
        parts,
    };
    Ok(render(visit.language, &page))
}

/// One press about one consent, and the page again.
async fn press<A: Action, F, Fut>(
    app: &App,
    attempt: &PermitRequest<A>,
    form: Form,
    act: F,
) -> Result<Response, Problem>
where
    F: Fn(Unit<A>, Arc<Pressing>) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<Done, PersonError>> + Send + 'static,
{
    let sent = submit(app, attempt, &[], form, act).await?;
    let onward = attempt.visit.redirect_to("person", &attempt.record);
    sent.pressed(onward, "error-choose")
}

/// A consent ends, in one step.
pub(super) async fn withdraw(
    State(app): State<App>,
    attempt: PermitRequest<WithdrawConsent>,
    form: Form,
) -> Result<Response, Problem> {
    press(&app, &attempt, form, |unit, input| async move {
        withdraw_consent(&unit, input.consent, &input.form_key).await
    })
    .await
}

/// Whoever has something of it knows that it ended.
pub(super) async fn told(
    State(app): State<App>,
    attempt: PermitRequest<TellWithdrawal>,
    form: Form,
) -> Result<Response, Problem> {
    press(&app, &attempt, form, |unit, input| async move {
        tell_withdrawal(&unit, input.consent, &input.form_key).await
    })
    .await
}
