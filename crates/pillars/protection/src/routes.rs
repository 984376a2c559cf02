//! The pages of this pillar.

mod safe;

use access::action::{
    AddToReport, AnswerAlarm, AnswerHeld, AnswerReport, ClaimReport, CloseReport,
    ConfirmFoundAdult, DeleteReport, IntakeReport, KeepPromise, ListClocks, ListHeld, ListReleases,
    ListReports, MarkChildSeen, ProposeFoundAdult, ReadDutyNumbers, ReadOwnReport, ReadReaders,
    ReadRelease, ReadReport, ReassignReport, RefuseFoundAdult, SendReport, StepBack, StopClock,
    StopContact,
};
use page::{FrameKind, FromPaper, Route, Sampled, no_sample};
use record::Language;

use crate::report::heads::{Counting, Dropping};
use crate::report::intake::{self, TakingDown};
use crate::report::note::Noting;
use crate::report::promise::{self, Keeping, Promising};
use crate::report::{ask, back, desk, forms};
use crate::{case, child, detention, interpreter, person, printing, reader, release, screening};

/// Every route of this pillar.
pub fn routes() -> Vec<Route> {
    let heads = [
        Route::form::<Counting>("/reports/{id}/heads", "head"),
        Route::form::<Dropping>("/reports/{id}/heads/drop", "head-drop"),
    ]
    .concat();
    let notes = Route::form::<Noting>("/reports/{id}/note", "note").to_vec();
    let promises = Route::form::<Promising>("/reports/{id}/promise", "promise").to_vec();
    // A phone's bar shows the first ways alone: a safe place is among them.
    let papers = printing::routes();
    [
        public(),
        staff(),
        heads,
        notes,
        promises,
        safe::routes(),
        screening::pages::routes(),
        case::pages::routes(),
        person::pages::routes(),
        clocks(),
        interpreter::pages::routes(),
        papers,
    ]
    .concat()
}

/// What takes whichever step of a report was filled in.
fn steps<const ENTRY: u8>(
    path: &'static str,
    name: &'static str,
    samples: fn(Language) -> Vec<Sampled>,
) -> Route {
    let go_on = ask::pages::go_on::<ENTRY>;
    Route::post::<SendReport, _>(path, name, FrameKind::Public, samples, go_on)
        .takes::<ask::forms::WhereForm>()
        .takes::<ask::forms::WhichForm>()
        .takes::<ask::forms::WordsForm>()
}

fn public() -> Vec<Route> {
    let public = FrameKind::Public;
    let (first, next) = (ask::samples::first, ask::samples::next);
    vec![
        Route::get::<SendReport, _>(
            "/{language}/1",
            "report-1",
            public,
            first,
            ask::pages::begin::<1>,
        ),
        Route::get::<SendReport, _>(
            "/{language}/2",
            "report-2",
            public,
            first,
            ask::pages::begin::<2>,
        ),
        Route::get::<SendReport, _>(
            "/{language}/3",
            "report-3",
            public,
            first,
            ask::pages::begin::<3>,
        ),
        steps::<1>("/{language}/1", "send-1", next),
        steps::<2>("/{language}/2", "send-2", next),
        steps::<3>("/{language}/3", "send-3", next),
        Route::get::<SendReport, _>(
            "/{language}/1/{step}/{ticket}",
            "step-1",
            public,
            first,
            ask::pages::step::<1>,
        ),
        steps::<1>("/{language}/1/{step}/{ticket}", "step-1-send", no_sample),
        Route::get::<SendReport, _>(
            "/{language}/2/{step}/{ticket}",
            "step-2",
            public,
            first,
            ask::pages::step::<2>,
        ),
        steps::<2>("/{language}/2/{step}/{ticket}", "step-2-send", no_sample),
        Route::get::<SendReport, _>(
            "/{language}/3/{step}/{ticket}",
            "step-3",
            public,
            first,
            ask::pages::step::<3>,
        ),
        steps::<3>("/{language}/3/{step}/{ticket}", "step-3-send", no_sample),
        Route::get::<ReadOwnReport, _>(
            "/{language}/4",
            "come-back",
            public,
            back::samples::come,
            back::pages::come,
        ),
        Route::post::<ReadOwnReport, _>(
            "/{language}/4",
            "thread",
            public,
            back::samples::thread,
            back::pages::back,
        )
        .takes::<forms::Waiting>(),
        Route::post::<AddToReport, _>(
            "/{language}/4/1",
            "report-add",
            public,
            no_sample,
            back::pages::add,
        )
        .takes::<forms::Adding>(),
        Route::post::<StopContact, _>(
            "/{language}/4/2",
            "report-stop",
            public,
            no_sample,
            back::pages::stop,
        ),
        Route::post::<DeleteReport, _>(
            "/{language}/4/3",
            "report-delete",
            public,
            back::samples::delete,
            back::pages::delete,
        )
        .takes::<forms::Deleting>(),
        Route::get::<ReadReaders, _>(
            "/{language}/5",
            "readers",
            public,
            reader::pages::readers_samples,
            reader::pages::readers,
        ),
        Route::get::<ReadDutyNumbers, _>(
            "/{language}/6",
            "numbers",
            public,
            reader::pages::numbers_samples,
            reader::pages::numbers,
        ),
    ]
}

fn staff() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<ListReports, _>(
            "/reports",
            "reports",
            staff,
            desk::samples::list,
            desk::pages::list,
        )
        .in_nav("report-list-title", "inbox"),
        Route::get::<IntakeReport, _>(
            "/intake",
            "intake",
            staff,
            intake::samples::begin,
            intake::pages::begin,
        )
        .in_nav("intake-title", "pencil"),
        Route::post::<IntakeReport, _>(
            "/intake",
            "intake-send",
            staff,
            intake::samples::taken,
            intake::pages::send,
        )
        .takes::<TakingDown>()
        .takes::<FromPaper>()
        .takes::<ask::forms::WhereForm>()
        .takes::<ask::forms::WhichForm>()
        .takes::<ask::forms::WordsForm>(),
        Route::get::<ReadReport, _>(
            "/reports/{id}",
            "report",
            staff,
            desk::samples::report,
            desk::pages::show,
        ),
        Route::post::<AnswerReport, _>(
            "/reports/{id}/answer",
            "report-answer",
            staff,
            no_sample,
            desk::pages::answer,
        )
        .takes::<forms::Answering>(),
        Route::post::<ClaimReport, _>(
            "/reports/{id}/claim",
            "report-claim",
            staff,
            no_sample,
            desk::claim::claim,
        )
        .takes::<forms::Claiming>(),
        Route::post::<CloseReport, _>(
            "/reports/{id}/close",
            "report-close",
            staff,
            no_sample,
            desk::pages::close,
        )
        .takes::<forms::Closing>(),
        Route::post::<StepBack, _>(
            "/reports/{id}/step-back",
            "report-step-back",
            staff,
            no_sample,
            desk::step::back,
        )
        .takes::<forms::SteppingBack>(),
        Route::post::<KeepPromise, _>(
            "/reports/{id}/promise/kept",
            "promise-keep",
            staff,
            no_sample,
            promise::keep,
        )
        .takes::<Keeping>(),
        Route::get::<ReassignReport, _>(
            "/reports/{id}/reassign",
            "report-hand",
            staff,
            desk::samples::hand,
            desk::pages::hand,
        ),
        Route::post::<ReassignReport, _>(
            "/reports/{id}/reassign",
            "report-reassign",
            staff,
            no_sample,
            desk::pages::reassign,
        )
        .takes::<forms::HandingOn>(),
        Route::get::<ListReleases, _>(
            "/releases",
            "releases",
            staff,
            release::pages::list_samples,
            release::pages::list,
        )
        .in_nav("release-list-title", "inbox"),
        Route::get::<ReadRelease, _>(
            "/releases/{id}",
            "release",
            staff,
            release::pages::show_samples,
            release::pages::show,
        ),
    ]
}

fn clocks() -> Vec<Route> {
    let staff = FrameKind::Staff;
    vec![
        Route::get::<ListClocks, _>(
            "/clocks",
            "clocks",
            staff,
            child::samples::list,
            child::pages::list,
        )
        .in_nav("clock-list-title", "clock"),
        Route::get::<ListClocks, _>(
            "/clocks/{id}",
            "clock",
            staff,
            child::samples::clock,
            child::pages::show,
        ),
        Route::post::<AnswerAlarm, _>(
            "/clocks/{id}/answer",
            "clock-answer",
            staff,
            no_sample,
            child::pages::answer,
        )
        .takes::<child::forms::AnsweringAlarm>(),
        Route::post::<StopClock, _>(
            "/clocks/{id}/end",
            "clock-end",
            staff,
            no_sample,
            child::pages::end,
        )
        .takes::<child::forms::Ending>(),
        Route::get::<MarkChildSeen, _>(
            "/clocks/{id}/seen",
            "clock-see",
            staff,
            child::samples::seen,
            child::pages::see,
        ),
        Route::post::<MarkChildSeen, _>(
            "/clocks/{id}/seen",
            "clock-seen",
            staff,
            no_sample,
            child::pages::seen,
        )
        .takes::<child::forms::Seeing>(),
        Route::post::<ProposeFoundAdult, _>(
            "/clocks/{id}/adult",
            "clock-adult",
            staff,
            no_sample,
            child::pages::adult,
        )
        .takes::<child::forms::FindingAdult>(),
        Route::post::<ConfirmFoundAdult, _>(
            "/clocks/{id}/adult/confirm",
            "clock-adult-confirm",
            staff,
            no_sample,
            child::pages::confirm,
        ),
        Route::post::<RefuseFoundAdult, _>(
            "/clocks/{id}/adult/refuse",
            "clock-adult-refuse",
            staff,
            no_sample,
            child::pages::refuse,
        ),
        Route::get::<ListHeld, _>(
            "/held",
            "held",
            staff,
            detention::pages::list_samples,
            detention::pages::list,
        )
        .in_nav("detention-list-title", "lock"),
        Route::get::<ListHeld, _>(
            "/held/{id}",
            "held-one",
            staff,
            detention::answer::samples,
            detention::answer::show,
        ),
        Route::post::<AnswerHeld, _>(
            "/held/{id}/answer",
            "detention-answer",
            staff,
            no_sample,
            detention::answer::send,
        )
        .takes::<detention::answer::Answering>(),
    ]
}
