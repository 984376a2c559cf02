//! The blind index of sign-in names, made anew where the way names are folded has changed. The names
//! are opened for it and shown to nobody.

use record::Id;
use store::{StoreError, Work};

use super::{rules, store as table};
use crate::Rows;

/// `IndexAccount`: folds the sign-in name of an account anew, in a unit that holds a permit for it.
/// False, where another account has a name that is folded alike: whose it is, people must decide, and
/// this one is found by nothing until it has another.
pub async fn index_account(work: &Work, account: Id) -> Result<bool, StoreError> {
    let name = table::open_sign_in_name(work, account).await?;
    let index = rules::name_index(work.store(), &name);
    table::set_index(work, account, &index).await
}

/// The accounts after this one, in an order that stays: at most `limit`.
pub async fn next(at: &impl Rows, after: Option<&str>, limit: i64) -> Result<Vec<Id>, StoreError> {
    table::next(at, after, limit).await
}

/// How many accounts there are.
pub async fn count(at: &impl Rows) -> Result<i64, StoreError> {
    table::count(at).await
}

/// How many accounts are found by an index that was made in another way than this program makes it:
/// nobody can sign in to them until it is made anew.
pub async fn otherwise_indexed(at: &impl Rows) -> Result<i64, StoreError> {
    table::otherwise_indexed(at).await
}
