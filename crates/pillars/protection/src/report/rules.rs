//! What follows from what in a report: pure functions.

use record::{District, Language, Moment, Sensitivity};
use vault::Plain;

use super::{Holder, Message, Part, YesNoUnknown};

/// Within how many hours somebody reads a report, by what it is about: a promise to its sender, and
/// data that a country sets.
const READING: &str = include_str!("data/reading.csv");

/// A report of somebody held is due this many seconds after it was sent.
const HELD_WITHIN: i64 = 2 * 3600;

/// How many digits a receipt has.
pub const RECEIPT_DIGITS: usize = 20;
/// The hours that are promised where the list says nothing.
const LONGEST_WAIT: i64 = 24;

/// What makes a report urgent.
pub struct Urgent {
    /// Somebody is in danger.
    pub danger: bool,
    /// Somebody is held.
    pub held: bool,
    /// Somebody is under 18, or may be.
    pub child: bool,
}

/// The most letters of what happened, of a message and of an answer: with all else they fit into the
/// largest body that is taken.
pub const LONGEST: usize = 6000;
/// How many of them find the report; the rest prove that the receipt is right.
const SELECTOR_DIGITS: usize = 8;
/// How many digits stand together on the page.
const GROUP: usize = 4;

/// When a report of somebody held is due.
pub fn held_due(sent: Moment) -> Moment {
    sent.plus_seconds(HELD_WITHIN)
}

/// Within how many hours somebody reads a report: by the most urgent of what it is about.
fn read_within(head: &Urgent) -> i64 {
    let is = |what: &str| match what {
        "danger" => head.danger,
        "held" => head.held,
        "child" => head.child,
        _ => true,
    };
    let rows = READING
        .lines()
        .skip(1)
        .filter_map(|row| row.split_once(','));
    let hours = rows
        .filter(|(what, _)| is(what))
        .filter_map(|(_, hours)| hours.parse().ok());
    hours.min().unwrap_or(LONGEST_WAIT)
}

/// By when somebody reads a report that was sent at this moment.
pub fn read_by(since: Moment, head: &Urgent) -> Moment {
    since.plus_seconds(read_within(head) * 3600)
}

/// A report in which a child may be meant is handled more carefully.
pub fn sensitivity(minor: YesNoUnknown) -> Sensitivity {
    if minor.may_be() {
        Sensitivity::High
    } else {
        Sensitivity::Ordinary
    }
}

/// The district of a sealed P-code, if there is such a district.
pub fn district(code: &Plain<String>) -> Option<&'static District> {
    record::district(code.expose())
}

/// Who holds somebody, as the sender answered.
pub fn holder(code: &Plain<String>) -> Option<Holder> {
    code.expose().parse().ok()
}

/// All that was written after a revision, for somebody who wrote while others did.
pub fn since(thread: &[Message], seen: i64) -> Plain<String> {
    let later = thread.iter().filter(|message| message.revision > seen);
    let texts: Vec<&str> = later
        .map(|message| message.free_text.expose().as_str())
        .collect();
    Plain::new(texts.join("\n\n"))
}

/// What stands for all that somebody answered, in clear and in words: nobody finds it without the
/// installation's key.
pub(super) fn digest(
    store: &::store::Store,
    answers: &[String],
    parts: &[(Part, Plain<String>)],
) -> String {
    let mut parts: Vec<_> = parts.iter().collect();
    parts.sort_by_key(|(part, _)| part.code());
    let words = parts
        .into_iter()
        .flat_map(|(part, words)| [part.code(), words.expose().trim()]);
    let all: Vec<&str> = answers.iter().map(String::as_str).chain(words).collect();
    let all = Plain::new(all.join("\u{0}"));
    hex::encode(store.blind_index("sending", all.expose()))
}

/// The digits that find a report, and those that prove the receipt.
pub struct Halves {
    /// The first eight.
    pub selector: String,
    /// The last twelve.
    pub verifier: String,
}

/// Takes a receipt apart; none, if it has not twenty digits.
pub fn halves(receipt: &Plain<String>) -> Option<Halves> {
    let digits = receipt.expose();
    if digits.len() != RECEIPT_DIGITS || !digits.bytes().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let (selector, verifier) = digits.split_at_checked(SELECTOR_DIGITS)?;
    Some(Halves {
        selector: selector.to_owned(),
        verifier: verifier.to_owned(),
    })
}

/// A receipt as it is written down: five times four digits, as the reader's language has them.
pub fn groups(receipt: &Plain<String>, language: Language) -> Vec<Plain<String>> {
    let digits: Vec<char> = receipt.expose().chars().collect();
    let group = |digits: &[char]| page::number::digits(language, &String::from_iter(digits));
    digits
        .chunks(GROUP)
        .map(|digits| Plain::new(group(digits)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_urgent_says_by_when_somebody_reads() {
        let within = |danger, held, child| {
            read_within(&Urgent {
                danger,
                held,
                child,
            })
        };
        assert_eq!(within(false, false, false), 24);
        assert_eq!(within(false, true, false), 2);
        assert_eq!(within(false, false, true), 2);
        assert_eq!(within(true, true, true), 1);
        let rows: Vec<_> = READING.lines().skip(1).collect();
        assert_eq!(rows.len(), 4);
        for row in rows {
            let (_, hours) = row.split_once(',').unwrap();
            assert!(
                (1..=LONGEST_WAIT).contains(&hours.parse().unwrap()),
                "{row}"
            );
        }
    }

    #[test]
    fn a_receipt_is_five_times_four() {
        let receipt = Plain::new("12345678901234567890".to_owned());
        let halves = halves(&receipt).unwrap();
        assert_eq!(halves.selector, "12345678");
        assert_eq!(halves.verifier, "901234567890");
        let groups = groups(&receipt, Language::En);
        let groups: Vec<&str> = groups.iter().map(|group| group.expose().as_str()).collect();
        assert_eq!(groups, ["1234", "5678", "9012", "3456", "7890"]);
        for wrong in [
            "",
            "1234567890123456789",
            "1234567890123456789x",
            "١٢٣٤٥٦٧٨٩٠",
        ] {
            assert!(
                super::halves(&Plain::new(wrong.to_owned())).is_none(),
                "{wrong}"
            );
        }
    }
}
