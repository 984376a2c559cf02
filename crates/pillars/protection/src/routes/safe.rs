//! The pages of a safe place: requests, shelters, rights not yet met.

use access::action::{
    AdmitToBed, AnswerUnmetRight, AskForBed, AskHouses, CancelBedRequest, CloseUnmetRight,
    DeclarePlaces, DeclineBed, HoldBed, ListBedRequests, ListShelters, ListUnmetRights,
    PrintJudgeApplication, ReadBedRequest, ReadShelterAddress, RegisterShelter, ReleaseHold,
    RenewHold, ReviewDecline, WriteKeepApart, WriteShelterAddress,
};
use page::{FrameKind, FromPaper, Route, no_sample};

use crate::bed::pages::{act, apart, ask, below_samples, decline, judge, list, samples, show};
use crate::bed::{AskingNext, Cancelling, Declining, Ending, KeepingApart, Needing, Renewing};
use crate::right::forms::{Answering, Closing};
use crate::right::pages as rights;
use crate::shelter::forms::{NewShelter, ShelterNow};
use crate::shelter::pages as shelters;

const STAFF: FrameKind = FrameKind::Staff;

/// Every route of a safe place.
pub(super) fn routes() -> Vec<Route> {
    let forms = Route::form::<Ending>("/beds/{id}/end", "bed-end").to_vec();
    [requests(), one(), forms, shelters(), unmet()].concat()
}

fn requests() -> Vec<Route> {
    vec![
        Route::get::<ListBedRequests, _>("/beds", "beds", STAFF, samples::list, list::list)
            .in_nav("bed-list-title", "bed"),
        Route::get::<AskForBed, _>("/beds/new", "bed-new", STAFF, samples::ask, ask::begin),
        Route::post::<AskForBed, _>("/beds/new", "bed-send", STAFF, no_sample, ask::send)
            .takes::<Needing>()
            .takes::<FromPaper>(),
        Route::get::<ReadBedRequest, _>("/beds/{id}", "bed", STAFF, samples::request, show::show),
        Route::post::<CancelBedRequest, _>(
            "/beds/{id}/cancel",
            "bed-cancel",
            STAFF,
            no_sample,
            act::cancel,
        )
        .takes::<Cancelling>(),
        Route::get::<WriteKeepApart, _>(
            "/beds/{id}/apart",
            "bed-apart",
            STAFF,
            below_samples::apart,
            apart::show,
        ),
        Route::post::<WriteKeepApart, _>(
            "/beds/{id}/apart",
            "bed-apart-send",
            STAFF,
            no_sample,
            apart::send,
        )
        .takes::<KeepingApart>(),
        Route::get::<PrintJudgeApplication, _>(
            "/beds/{id}/judge",
            "bed-judge",
            STAFF,
            below_samples::judge,
            judge::show,
        ),
        Route::get::<ReviewDecline, _>(
            "/beds/{id}/review",
            "bed-review",
            STAFF,
            below_samples::review,
            decline::review,
        ),
        Route::post::<ReviewDecline, _>(
            "/beds/{id}/review",
            "bed-review-send",
            STAFF,
            no_sample,
            decline::reviewed,
        )
        .takes::<Declining>(),
    ]
}

fn one() -> Vec<Route> {
    vec![
        Route::post::<HoldBed, _>("/beds/{id}/hold", "bed-hold", STAFF, no_sample, act::keep),
        Route::post::<AdmitToBed, _>(
            "/beds/{id}/admit",
            "bed-admit",
            STAFF,
            no_sample,
            act::arrived,
        ),
        Route::get::<DeclineBed, _>(
            "/beds/{id}/decline",
            "bed-decline",
            STAFF,
            below_samples::decline,
            decline::begin,
        ),
        Route::post::<DeclineBed, _>(
            "/beds/{id}/decline",
            "bed-decline-send",
            STAFF,
            no_sample,
            decline::send,
        )
        .takes::<Declining>(),
        Route::post::<RenewHold, _>(
            "/beds/{id}/renew",
            "bed-renew",
            STAFF,
            no_sample,
            act::renew,
        )
        .takes::<Renewing>(),
        Route::post::<ReleaseHold, _>(
            "/beds/{id}/release",
            "bed-release",
            STAFF,
            no_sample,
            act::release,
        ),
        Route::post::<AskHouses, _>("/beds/{id}/ask", "bed-next", STAFF, no_sample, act::next)
            .takes::<AskingNext>(),
    ]
}

fn shelters() -> Vec<Route> {
    vec![
        Route::get::<ListShelters, _>(
            "/shelters",
            "shelters",
            STAFF,
            shelters::samples::board,
            shelters::board::list,
        )
        .in_nav("shelter-list", "house"),
        Route::get::<RegisterShelter, _>(
            "/shelters/new",
            "shelter-new",
            STAFF,
            shelters::samples::begin,
            shelters::shelter::begin,
        ),
        Route::post::<RegisterShelter, _>(
            "/shelters/new",
            "shelter-register",
            STAFF,
            no_sample,
            shelters::shelter::register,
        )
        .takes::<NewShelter>(),
        Route::get::<DeclarePlaces, _>(
            "/shelters/{id}",
            "shelter",
            STAFF,
            shelters::samples::one,
            shelters::shelter::show,
        ),
        Route::post::<DeclarePlaces, _>(
            "/shelters/{id}",
            "shelter-declare",
            STAFF,
            no_sample,
            shelters::shelter::declare,
        )
        .takes::<ShelterNow>(),
        Route::get::<ReadShelterAddress, _>(
            "/shelters/{id}/address",
            "shelter-way",
            STAFF,
            shelters::samples::way,
            shelters::address::show,
        ),
        Route::post::<WriteShelterAddress, _>(
            "/shelters/{id}/address",
            "shelter-address",
            STAFF,
            no_sample,
            shelters::address::write,
        ),
    ]
}

fn unmet() -> Vec<Route> {
    vec![
        Route::get::<ListUnmetRights, _>(
            "/rights",
            "rights",
            STAFF,
            rights::samples::list,
            rights::list::list,
        )
        .in_nav("right-list-title", "scale"),
        Route::get::<AnswerUnmetRight, _>(
            "/rights/{id}/answer",
            "right-answer",
            STAFF,
            rights::samples::answer,
            rights::step::begin_answer,
        ),
        Route::post::<AnswerUnmetRight, _>(
            "/rights/{id}/answer",
            "right-answer-send",
            STAFF,
            no_sample,
            rights::step::answer,
        )
        .takes::<Answering>(),
        Route::get::<CloseUnmetRight, _>(
            "/rights/{id}/close",
            "right-close",
            STAFF,
            rights::samples::close,
            rights::step::begin_close,
        ),
        Route::post::<CloseUnmetRight, _>(
            "/rights/{id}/close",
            "right-close-send",
            STAFF,
            no_sample,
            rights::step::close,
        )
        .takes::<Closing>(),
    ]
}
