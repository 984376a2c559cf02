//! A case: first whether the person is safe, has a place, is held, what they agreed to, and when somebody
//! talks with them next.

use std::sync::Arc;

use access::Actor;
use access::action::{
    AskForBed, BeginClock, ChangeTeam, CloseCase, ConfirmShredding, ListLooks, ProposeShredding,
    ReadCase, ReadConsents, ReadReport, ReadScreening, ReassignCase, ReopenCase, WriteCase,
};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use clock::{AgeBand, Code, Running};
use consent::{Agreed, Live, Question};
use page::{
    Allowed, App, Cannot, Filled, Form, Frame, PermitRequest, Problem, filters, place_name, render,
    submit,
};
use record::{Id, Kind, Moment};
use store::StoreError;
use vault::Plain;

use crate::case::actions::{Beside, Writing, beside, read_case, write_case};
use crate::case::forms::Finishing;
use crate::case::plan::Plan;
use crate::case::{Because, CaseError, Entry, Head, Need, Opened, State as Standing, What, rules};
use crate::interpreter::said::{self, Said};
use crate::person::actions::opened as person_of;

/// What the page offers to whoever reads it; the gate decides anew when they do it.
#[expect(clippy::struct_excessive_bools, reason = "each is a button of its own")]
#[derive(Clone, Copy, Default)]
pub(super) struct May {
    pub(super) write: bool,
    pub(super) team: bool,
    pub(super) hand: bool,
    pub(super) close: bool,
    pub(super) reopen: bool,
    pub(super) shred: bool,
    pub(super) begin: bool,
    pub(super) agree: bool,
    pub(super) bed: bool,
    pub(super) report: bool,
    pub(super) screening: bool,
    pub(super) looks: bool,
}

impl May {
    async fn ask(app: &App, actor: &Actor, head: &Head) -> Result<Self, StoreError> {
        let gate = app.store.gate();
        let one = gate.could(actor, head.record).await?;
        let screening = match head.screening {
            Some(screening) => gate.could(actor, screening).await?.may::<ReadScreening>(),
            None => false,
        };
        Ok(Self {
            write: one.may::<WriteCase>(),
            team: one.may::<ChangeTeam>(),
            hand: one.may::<ReassignCase>(),
            close: one.may::<CloseCase>(),
            reopen: one.may::<ReopenCase>(),
            begin: head.age != AgeBand::Adult && one.may::<BeginClock>(),
            shred: one.may::<ProposeShredding>(),
            agree: one.may::<ConfirmShredding>(),
            bed: gate.ever::<AskForBed>(actor),
            report: gate.could(actor, head.root).await?.may::<ReadReport>(),
            screening,
            looks: one.may::<ListLooks>(),
        })
    }
}

/// What the person agreed to, in a word for the head of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Agreement {
    pub(super) words: &'static str,
    pub(super) tone: &'static str,
    /// How many consents hold now.
    pub(super) live: usize,
}

/// All that is read for the page.
pub(super) struct Read {
    pub(super) opened: Opened,
    pub(super) beside: Beside,
    pub(super) agreement: Agreement,
    /// The clocks that run on this person, the one due first in front.
    pub(super) running: Vec<Running>,
    /// The clock of safety, where somebody has seen the child.
    pub(super) seen: Option<Id>,
    pub(super) panels: Vec<Filled>,
    pub(super) said: Vec<Said>,
}

/// Something on the time line, in words.
struct Line {
    number: i64,
    what: What,
    /// Why it was closed.
    because: Option<&'static str>,
    at: Moment,
    happened: Moment,
    role: String,
    due: Option<Moment>,
    done: Option<Moment>,
    told: Option<Plain<String>>,
}

impl Line {
    fn new(entry: Entry) -> Self {
        let (because, told) = match (entry.what, &entry.told) {
            (What::Closed, Some(told)) => {
                let (because, told) = rules::closing(told);
                (because.map(Because::key), told)
            }
            _ => (None, entry.told),
        };
        Self {
            number: entry.number,
            what: entry.what,
            because,
            at: entry.at,
            happened: entry.happened,
            role: format!("role-{}", entry.role.code()),
            due: entry.due,
            done: entry.done,
            told,
        }
    }

    /// Whether it was entered on another day than the one on which it happened.
    fn is_entered_later(&self) -> bool {
        self.at.start_of_local_day() != self.happened.start_of_local_day()
    }
}

/// The page.
#[derive(Template)]
#[template(path = "case/templates/case.html")]
pub(super) struct CasePage {
    frame: Frame,
    form: Form,
    head: Head,
    place: Option<String>,
    needs: Vec<Need>,
    how: Option<Plain<String>>,
    tasks: Vec<Line>,
    entries: Vec<Line>,
    team: Vec<String>,
    beside: Beside,
    agreement: Agreement,
    safety: Option<Running>,
    clocks: Vec<Running>,
    seen: Option<Id>,
    panels: Vec<Filled>,
    said: Vec<Said>,
    /// How many duties of the State nobody met yet.
    gaps: usize,
    may: May,
}

impl CasePage {
    pub(super) fn new(frame: Frame, form: Form, read: Read, may: May) -> Self {
        let Read {
            opened,
            beside,
            agreement,
            running,
            seen,
            panels,
            said,
        } = read;
        // The clock of safety stands in the head of the page.
        let (safety, clocks): (Vec<Running>, Vec<Running>) = running
            .into_iter()
            .partition(|clock| clock.code == Code::T1);
        let Opened {
            head,
            needs,
            how,
            entries,
            team,
        } = opened;
        let gaps = Plan::of(&entries, head.age != AgeBand::Adult).gaps();
        // What the plan shows is read there.
        let entries = entries.into_iter().filter(|entry| !entry.what.is_of_plan());
        let (tasks, entries): (Vec<_>, Vec<_>) = entries.partition(Entry::is_open);
        let mut tasks: Vec<Line> = tasks.into_iter().map(Line::new).collect();
        tasks.sort_by_key(|task| task.due);
        let team = team.iter().map(|role| format!("role-{}", role.code()));
        Self {
            place: place_name(head.governorate.as_deref(), frame.language),
            needs,
            how,
            tasks,
            entries: entries.into_iter().map(Line::new).collect(),
            team: team.collect(),
            beside,
            agreement,
            safety: safety.into_iter().next(),
            clocks,
            seen,
            panels,
            said,
            gaps,
            may,
            head,
            form,
            frame,
        }
    }

    fn is_open(&self) -> bool {
        self.head.state == Standing::Open
    }

    /// The route by which the reader says how it was with an interpreter; none, for whoever only reads.
    fn says(&self) -> &'static str {
        if self.may.write {
            "case-interpreter"
        } else {
            ""
        }
    }

    /// Whether this person has a place now; of several it is not known whose it is.
    fn has_place(&self) -> bool {
        self.beside.bed == Some(crate::bed::State::Admitted) && !self.beside.are_several
    }
}

/// What is read of the case, and of the person beside it, in one unit.
async fn read(app: &App, allowed: Allowed<ReadCase>) -> Result<Read, Problem> {
    let actor = allowed.permit.actor().clone();
    let panels = app.panels.clone();
    let store = app.store.clone();
    let asks = actor.clone();
    let read = app.store.read(allowed.permit, move |unit| {
        let (panels, store, actor) = (panels.clone(), store.clone(), asks.clone());
        async move {
            let opened = read_case(&unit).await?;
            let head = &opened.head;
            let gate = store.gate();
            let book = gate.permit::<ReadConsents>(&actor, head.person).await?;
            unit.join(book).await?;
            let person = person_of(&unit, head.person).await?;
            let running = clock::running_on(&unit, head.person).await?;
            let mut panels = Filled::read(&panels, Kind::Report, &unit, head.root).await?;
            panels.retain(|filled| filled.panel.page != "case");
            Ok::<_, CaseError>(Read {
                beside: beside(&unit, head).await?,
                agreement: agreement(&person.book, unit.now()),
                seen: clock::seen_on(&unit, head.person).await?,
                running,
                panels,
                said: said::of(&unit, head.record).await?,
                opened,
            })
        }
    });
    let mut read = read.await.map_err(Cannot::problem)?;
    for panel in &mut read.panels {
        panel.ask(app, &actor).await?;
    }
    Ok(read)
}

/// How it stands with what the person agreed to.
fn agreement(book: &consent::Book, now: Moment) -> Agreement {
    let given = book.given(now);
    let live = given.iter().filter(|given| given.live == Live::Yes).count();
    let no = |question| book.answer(question) == Some(Agreed::No);
    let asked = [Question::Talk, Question::Write, Question::Share];
    let asked = asked
        .iter()
        .all(|question| book.answer(*question).is_some());
    let (words, tone) = match () {
        () if no(Question::Write) => ("case-consent-no", "due"),
        () if no(Question::Talk) => ("case-consent-no-talk", "due"),
        () if book.is_open() => ("case-consent-open", "safe"),
        () if asked && book.is_child() => ("case-consent-decider", "due"),
        () => ("case-consent-asked", "due"),
    };
    Agreement { words, tone, live }
}

/// A case, opened.
pub(super) async fn show(
    State(app): State<App>,
    allowed: Allowed<ReadCase>,
) -> Result<Response, Problem> {
    let actor = allowed.permit.actor().clone();
    let (frame, language) = (allowed.frame("case-title"), allowed.visit.language);
    let mut read = read(&app, allowed).await?;
    let may = May::ask(&app, &actor, &read.opened.head).await?;
    if !may.report {
        // What grew for other people of the report is not this team's to see.
        for panel in &mut read.panels {
            panel.lines.retain(|(_, sees)| sees.is_some());
        }
    }
    let form = Form::fresh(app.world.id(), 0);
    Ok(render(language, &CasePage::new(frame, form, read, may)))
}

/// Says that a task is done.
pub(super) async fn finish(
    State(app): State<App>,
    attempt: PermitRequest<WriteCase>,
    form: Form,
) -> Result<Response, Problem> {
    let act = |unit, input: Arc<Finishing>| async move {
        write_case(&unit, &Writing::Done(input.task), &input.form_key).await
    };
    let sent = submit(&app, &attempt, &[], form, act).await?;
    let onward = attempt.visit.redirect_to("case", &attempt.record);
    sent.pressed(onward, "error-choose")
}
