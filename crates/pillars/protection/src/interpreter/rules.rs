//! Numbers told apart, and which bodies find interpreters.

use people::organisation::Organisation;
use record::{Root, digits};
use store::Store;
use vault::Plain;

/// What a column keeps of a number, by which it is known again: however its digits are written, and with
/// or without the country's own.
pub(super) fn number_index(store: &Store, number: &Plain<String>) -> Vec<u8> {
    store.blind_index("interpreter_number", &bare(number.expose()))
}

/// The number without what can be left out or written otherwise.
fn bare(typed: &str) -> String {
    let digits = digits::phone(typed).unwrap_or_else(|| typed.to_owned());
    let bare = digits.trim_start_matches(['+', '0']);
    let bare = bare.strip_prefix("964").unwrap_or(bare);
    bare.trim_start_matches('0').to_owned()
}

/// Whether the people of a body may ever look for an interpreter.
pub(super) fn opens(body: &Organisation) -> bool {
    !body.ended && !body.is.kind.is_force() && body.is.kind.root() == Root::Care
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_number_is_written_in_many_ways() {
        let ways = [
            "0770 123 4567",
            "+964 770 123 4567",
            "00964-770-1234567",
            "٠٧٧٠١٢٣٤٥٦٧",
            "(+964) 0770 123 4567",
        ];
        for way in ways {
            assert_eq!(bare(way), "7701234567", "{way}");
        }
        assert_ne!(bare("0770 123 4568"), bare("0770 123 4567"));
        assert_eq!(bare("+98 912 345 6789"), "989123456789");
    }
}
