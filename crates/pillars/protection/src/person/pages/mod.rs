//! The pages of a person: what they said and agreed to, who they are, a packet on paper.

mod book;
mod packet;
mod samples;
mod search;

use access::action::{
    PrintPacket, ReadConsents, ReadIdentity, SearchPeople, TellWithdrawal, WithdrawConsent,
};
use consent::ConsentError;
use page::{Cannot, FrameKind, Problem, Route, no_sample};

use super::PersonError;
use super::forms::{
    Aging, Asking, Confirming, Consenting, Deciding, Naming, Pressing, Printing, Proposing,
};
use super::search::Finding;

impl Cannot for PersonError {
    fn cannot(self) -> Result<&'static str, Problem> {
        Ok(match self {
            Self::Store(error) | Self::Consent(ConsentError::Store(error)) => {
                return Err(error.into());
            }
            Self::Unreadable(error) | Self::Consent(ConsentError::Unreadable(error)) => {
                tracing::error!(%error, "a person's book cannot be read");
                return Err(Problem::Fault);
            }
            Self::Stale => "person-stale",
            Self::Nothing => "person-nothing",
            Self::NoRecipient => "consent-which-recipient",
            Self::NotThem => "consent-not-them",
            Self::TwoPeople => "person-age-two",
            Self::Printed => "packet-printed",
            Self::Consent(error) => match error {
                ConsentError::NotShared => "consent-not-shared",
                ConsentError::NoConsent => "consent-none",
                ConsentError::Withdrawn => "consent-is-withdrawn",
                ConsentError::RanOut => "consent-has-run-out",
                ConsentError::TooMuch => "consent-too-much",
                ConsentError::Nameless => "consent-nameless",
                ConsentError::NotWritten => "consent-not-written",
                ConsentError::NoDecider => "consent-nobody-decides",
                ConsentError::NotBoth => "consent-not-both",
                ConsentError::NotAChild => "consent-not-a-child",
                ConsentError::Embassy => "consent-embassy",
                ConsentError::SamePerson => "consent-same-person",
                _ => "consent-nothing-waits",
            },
        })
    }
}

/// Every route of a person.
pub(crate) fn routes() -> Vec<Route> {
    const STAFF: FrameKind = FrameKind::Staff;
    let own = vec![
        Route::get::<SearchPeople, _>("/people", "people", STAFF, search::samples, search::begin)
            .in_nav("people-title", "search"),
        Route::post::<SearchPeople, _>("/people", "people-find", STAFF, no_sample, search::send)
            .takes::<Finding>(),
        Route::get::<ReadConsents, _>(
            "/people/{id}",
            "person",
            STAFF,
            samples::book_pages,
            book::show,
        ),
        Route::post::<WithdrawConsent, _>(
            "/people/{id}/withdraw",
            "person-withdraw",
            STAFF,
            no_sample,
            book::withdraw,
        )
        .takes::<Pressing>(),
        Route::post::<TellWithdrawal, _>(
            "/people/{id}/told",
            "person-told",
            STAFF,
            no_sample,
            book::told,
        )
        .takes::<Pressing>(),
        Route::get::<ReadIdentity, _>(
            "/people/{id}/name",
            "person-name",
            STAFF,
            samples::name,
            book::name,
        ),
        Route::get::<PrintPacket, _>(
            "/people/{id}/packet",
            "packet",
            STAFF,
            samples::packet,
            packet::begin,
        ),
        Route::post::<PrintPacket, _>(
            "/people/{id}/packet",
            "packet-print",
            STAFF,
            samples::paper,
            packet::send,
        )
        .takes::<Printing>(),
    ];
    [
        own,
        Route::form::<Asking>("/people/{id}/answers", "person-ask").to_vec(),
        Route::form::<Consenting>("/people/{id}/consent", "person-consent").to_vec(),
        Route::form::<Deciding>("/people/{id}/decider", "person-decider").to_vec(),
        Route::form::<Naming>("/people/{id}/name/write", "person-name-write").to_vec(),
        Route::form::<Aging>("/people/{id}/age", "person-age").to_vec(),
        Route::form::<Proposing>("/people/{id}/without", "person-without").to_vec(),
        Route::form::<Confirming>("/people/{id}/without/confirm", "person-confirm").to_vec(),
    ]
    .concat()
}
