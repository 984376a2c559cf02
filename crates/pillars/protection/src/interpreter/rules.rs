//! Numbers told apart, and which bodies find interpreters.

use people::organisation::Organisation;
use record::{Root, digits};
use store::Store;
use vault::Plain;

/// What a column keeps of a number, by which it is known again: however its digits are written, and with
/// or without the country's own.
pub(super) fn number_index(store: &Store, number: &Plain<String>) -> Vec<u8> {
    store.blind_index("interpreter_number", &digits::bare(number.expose()))
}

/// Whether the people of a body may ever look for an interpreter.
pub(super) fn opens(body: &Organisation) -> bool {
    !body.ended && !body.is.kind.is_force() && body.is.kind.root() == Root::Care
}
