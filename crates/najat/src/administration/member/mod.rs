//! Members: the list, an invitation, one member and what can be done, lost factors, handing over,
//! what waits to be confirmed, and the name behind a pseudonym.

mod acts;
mod forms;
mod invite;
mod list;
mod one;
mod own;
mod reset;
mod staff_name;
mod view;
mod waiting;

use page::Problem;
use people::account::AccountError;
use people::member::MemberError;

/// The routes of members.
pub(super) fn routes() -> Vec<page::Route> {
    [
        list::routes(),
        invite::routes(),
        one::routes(),
        acts::routes(),
        reset::routes(),
        waiting::routes(),
        staff_name::routes(),
        own::routes(),
    ]
    .concat()
}

pub(super) use view::ResetWaits;

/// What could not be done with a member, as a page.
fn problem(error: MemberError) -> Problem {
    match error {
        MemberError::Store(error) => error.into(),
        MemberError::Oneself => Problem::Explained("admin-not-oneself"),
        MemberError::LastAdministrator => Problem::Explained("admin-last-administrator"),
        MemberError::Unconfirmed => Problem::Explained("admin-unconfirmed"),
        MemberError::Successor => Problem::Explained("admin-successor"),
        MemberError::Misfit(misfit) => Problem::Explained(view::misfit_key(misfit)),
        _ => Problem::Explained("admin-not-possible"),
    }
}

/// What could not be done with lost factors, as a page.
fn lost(error: AccountError) -> Problem {
    match error {
        AccountError::Store(error) => error.into(),
        AccountError::Oneself => Problem::Explained("admin-not-oneself"),
        AccountError::NotByYou => Problem::Explained("admin-reset-not-you"),
        _ => Problem::Explained("admin-not-possible"),
    }
}
