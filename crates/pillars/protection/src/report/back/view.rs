//! What the pages of a sender who comes back show.

use askama::Template;
use page::{App, Field, Fields as _, Form, Frame, filters};
use record::{Id, Moment};
use vault::Plain;

use super::pages::Told;
use crate::reader::pages::Number;
use crate::report::forms::Adding;
use crate::report::thread::ticket;
use crate::report::{Because, Contact, Message, Opened, Part, Side};

/// Asks for the twenty digits.
#[derive(Template)]
#[template(path = "report/templates/come.html")]
pub(crate) struct ComePage {
    pub(super) frame: Frame,
    form: Form,
    over: bool,
}

impl ComePage {
    pub(super) fn new(frame: Frame, form: Form, over: bool) -> Self {
        Self { frame, form, over }
    }

    fn carried(&self) -> Vec<(&str, &Plain<String>)> {
        self.form.others(&["receipt"])
    }
}

/// The form with which a sender writes more.
pub(crate) struct More {
    /// The form.
    pub(crate) form: Form,
    /// The ticket it carries.
    pub(crate) ticket: String,
}

impl More {
    /// A form for a report, with words that were typed before.
    pub(crate) fn new(app: &App, report: Id, free_text: Option<Plain<String>>) -> Self {
        let mut form = Form::fresh(app.world.id(), 0);
        if let Some(free_text) = free_text {
            form.fill("free_text", free_text);
        }
        Self {
            form,
            ticket: ticket(&app.store, report),
        }
    }
}

/// Who reads a report now.
pub(crate) enum Reads {
    /// An organisation, by its name.
    Somebody(String),
    /// Nobody yet, or nobody any more; whom one can call meanwhile.
    Nobody(Vec<Number>),
}

/// The thread and what the sender can do.
#[derive(Template)]
#[template(path = "report/templates/thread.html")]
pub(crate) struct ThreadPage {
    pub(super) frame: Frame,
    sent: Moment,
    first: Option<Plain<String>>,
    thread: Vec<Message>,
    is_open: bool,
    /// Why the team closed it.
    because: Option<Because>,
    /// When somebody of the team last opened it.
    read: Option<Moment>,
    /// By when somebody reads it.
    read_by: Moment,
    stopped: bool,
    told: Option<&'static str>,
    reader: Reads,
    more: More,
    stop_key: Form,
    delete_key: Form,
}

impl ThreadPage {
    const MORE: &'static [Field] = Adding::FIELDS;

    pub(super) fn new(
        app: &App,
        frame: Frame,
        (opened, reader): (Opened, Reads),
        told: Told,
        free_text: Option<Plain<String>>,
    ) -> Self {
        let report = opened.head.record;
        let keys = [app.world.id(), app.world.id()];
        let more = More::new(app, report, free_text);
        Self::new_with(frame, (opened, reader), told, more, keys)
    }

    pub(super) fn with_form(
        app: &App,
        frame: Frame,
        (opened, reader): (Opened, Reads),
        form: Form,
    ) -> Self {
        let more = More {
            form,
            ticket: ticket(&app.store, opened.head.record),
        };
        Self::new_with(
            frame,
            (opened, reader),
            Told::Nothing,
            more,
            [app.world.id(), app.world.id()],
        )
    }

    pub(super) fn new_with(
        frame: Frame,
        (opened, reader): (Opened, Reads),
        told: Told,
        more: More,
        keys: [Id; 2],
    ) -> Self {
        let Opened {
            head,
            parts,
            thread,
            seen,
        } = opened;
        let first = parts.into_iter().find(|(part, _)| *part == Part::Text);
        let [stop, delete] = keys.map(|key| Form::fresh(key, 0));
        Self {
            frame,
            sent: head.sent,
            first: first.map(|(_, free_text)| free_text),
            is_open: head.is_open(),
            because: head.because,
            read: seen,
            read_by: head.read_by(),
            stopped: head.contact == Contact::Stopped,
            told: match told {
                Told::Nothing => None,
                Told::Added => Some("report-told-added"),
                Told::Stopped => Some("report-told-stopped"),
            },
            thread,
            reader,
            more,
            stop_key: stop,
            delete_key: delete,
        }
    }

    fn because_key(&self) -> Option<&'static str> {
        self.because.map(Because::key)
    }

    fn is_answered(&self) -> bool {
        self.thread.iter().any(Message::is_ours)
    }
}

impl Message {
    /// Whether the team wrote it.
    pub fn is_ours(&self) -> bool {
        self.side == Side::Team
    }
}

/// Whether the sender is sure.
#[derive(Template)]
#[template(path = "report/templates/sure.html")]
pub(crate) struct SurePage {
    pub(super) frame: Frame,
    form: Form,
    ticket: String,
}

impl SurePage {
    pub(super) fn new(app: &App, frame: Frame, report: Id) -> Self {
        Self::shown(
            frame,
            Form::fresh(app.world.id(), 0),
            ticket(&app.store, report),
        )
    }

    pub(super) fn shown(frame: Frame, form: Form, ticket: String) -> Self {
        Self {
            frame,
            form,
            ticket,
        }
    }
}

/// It is gone.
#[derive(Template)]
#[template(path = "report/templates/gone.html")]
pub(crate) struct GonePage {
    pub(super) frame: Frame,
}
