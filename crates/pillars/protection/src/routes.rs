//! The pages of this pillar.

mod safe;

use access::action::{
    AddToReport, AnswerAlarm, AnswerReport, CloseReport, ConfirmFoundAdult, DeleteReport,
    ListClocks, ListHeld, ListReleases, ListReports, MarkChildSeen, ProposeFoundAdult,
    ReadDutyNumbers, ReadOwnReport, ReadReaders, ReadRelease, ReadReport, ReassignReport,
    SendReport, StepBack, StopContact,
};
use page::{FrameKind, Route, no_sample};

use crate::report::{ask, back, desk, forms};
use crate::{child, held, reader, release};

/// Every route of this pillar.
pub fn routes() -> Vec<Route> {
    [public(), staff(), clocks(), safe::routes()].concat()
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
        Route::post::<SendReport, _>(
            "/{language}/1",
            "send-1",
            public,
            next,
            ask::pages::go_on::<1>,
        ),
        Route::post::<SendReport, _>(
            "/{language}/2",
            "send-2",
            public,
            next,
            ask::pages::go_on::<2>,
        ),
        Route::post::<SendReport, _>(
            "/{language}/3",
            "send-3",
            public,
            next,
            ask::pages::go_on::<3>,
        ),
        Route::get::<SendReport, _>(
            "/{language}/1/{step}/{ticket}",
            "step-1",
            public,
            first,
            ask::pages::step::<1>,
        ),
        Route::post::<SendReport, _>(
            "/{language}/1/{step}/{ticket}",
            "step-1-send",
            public,
            no_sample,
            ask::pages::go_on::<1>,
        ),
        Route::get::<SendReport, _>(
            "/{language}/2/{step}/{ticket}",
            "step-2",
            public,
            first,
            ask::pages::step::<2>,
        ),
        Route::post::<SendReport, _>(
            "/{language}/2/{step}/{ticket}",
            "step-2-send",
            public,
            no_sample,
            ask::pages::go_on::<2>,
        ),
        Route::get::<SendReport, _>(
            "/{language}/3/{step}/{ticket}",
            "step-3",
            public,
            first,
            ask::pages::step::<3>,
        ),
        Route::post::<SendReport, _>(
            "/{language}/3/{step}/{ticket}",
            "step-3-send",
            public,
            no_sample,
            ask::pages::go_on::<3>,
        ),
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
        ),
        Route::post::<AddToReport, _>(
            "/{language}/4/1",
            "report-add",
            public,
            no_sample,
            back::pages::add,
        ),
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
        ),
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
        .in_bar("report-list-title", "inbox"),
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
        .in_bar("release-list-title", "inbox"),
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
        .in_bar("clock-list-title", "clock"),
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
        Route::get::<ListHeld, _>(
            "/held",
            "held",
            staff,
            held::pages::list_samples,
            held::pages::list,
        )
        .in_bar("held-list-title", "lock"),
    ]
}
