//! Numbers inside a text keep the order in which they were typed.
//!
//! In a text from right to left a browser draws `0770 123 4567` as `4567 123 0770`: each group of
//! digits stays, but the groups stand in the order of the script. Whoever rings up what they see
//! rings up a stranger. So every run of digits with signs between is drawn by itself, from left to
//! right.

use std::ops::Range;

use record::digits::value_of;
use record::text::is_unseen;

/// How many signs may stand between two groups of digits of one run: ` - `, and marks around it.
const BETWEEN: usize = 6;

/// What a browser takes the direction of digits from: the last letter before them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    /// No letter in this paragraph yet.
    Nothing,
    /// A letter from left to right.
    Left,
    /// A letter from right to left.
    Right,
    /// The text steers its direction by marks of its own.
    Steered,
}

/// The runs of a text that would not stand as they were typed, by their bytes.
pub(crate) fn runs(text: &str) -> Vec<Range<usize>> {
    let signs: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    let mut before = Before::Nothing;
    let mut at = 0;
    while let Some((start, c)) = signs.get(at).copied() {
        let here = signs.get(at..).unwrap_or_default();
        let Some(run) = Run::at(here) else {
            before = after(before, c);
            at += 1;
            continue;
        };
        at += run.signs;
        // Beside letters from left to right, digits stand as they were typed.
        if run.can_turn && (run.arabic || before != Before::Left) {
            let end = signs.get(at).map_or(text.len(), |(end, _)| *end);
            found.push(start..end);
        }
    }
    found
}

/// The text with each run held in its order by marks, for where no markup can stand.
pub(crate) fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for run in runs(text) {
        out.push_str(text.get(done..run.start).unwrap_or_default());
        out.push_str("\u{2066}\u{202d}");
        out.push_str(text.get(run.clone()).unwrap_or_default());
        out.push_str("\u{202c}\u{2069}");
        done = run.end;
    }
    out.push_str(text.get(done..).unwrap_or_default());
    out
}

const fn after(before: Before, c: char) -> Before {
    match c {
        '\n' => Before::Nothing,
        '\u{202a}'..='\u{202c}' | '\u{2066}'..='\u{2069}' => Before::Steered,
        _ if matches!(before, Before::Steered) => before,
        '\u{200e}' => Before::Left,
        '\u{200f}' | '\u{61c}' => Before::Right,
        _ if is_from_right(c) => Before::Right,
        _ if is_letter(c) => Before::Left,
        _ => before,
    }
}

/// Letters of the scripts that run from right to left.
const fn is_from_right(c: char) -> bool {
    matches!(
        c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
    )
}

/// Letters of which it is sure that they run from left to right: Latin, Greek, Cyrillic.
const fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2af}' | '\u{370}'..='\u{52f}')
}

/// A run of digits and what stands between them.
struct Run {
    /// How many signs it has.
    signs: usize,
    /// Whether it has digits whose groups turn round even among Latin letters.
    arabic: bool,
    /// Whether it has more than one group, or a sign before the first.
    can_turn: bool,
}

impl Run {
    /// The run that begins here, if one does.
    fn at(signs: &[(usize, char)]) -> Option<Self> {
        let sign = |at: usize| signs.get(at).map(|(_, c)| *c);
        let is_digit = |at: usize| sign(at).is_some_and(|c| value_of(c).is_some());
        let leads = signs
            .iter()
            .take(2)
            .take_while(|(_, c)| matches!(c, '+' | '\u{ff0b}' | '*' | '#' | '('))
            .count();
        if !is_digit(leads) {
            return None;
        }
        let mut open = (0..leads).find(|at| sign(*at) == Some('('));
        let (mut end, mut arabic, mut groups) = (leads, false, 0);
        loop {
            while let Some(c) = sign(end).filter(|c| value_of(*c).is_some()) {
                arabic |= matches!(c, '\u{660}'..='\u{669}');
                end += 1;
            }
            groups += 1;
            let mut next = end;
            let mut brackets = open;
            while next - end <= BETWEEN && sign(next).is_some_and(is_between) {
                match sign(next) {
                    Some('(') => brackets = Some(next),
                    Some(')') if brackets.is_none() => break,
                    Some(')') => brackets = None,
                    // A stop or a comma belongs to the number only between two of its digits.
                    Some('.' | ',') if !(next == end && is_digit(next + 1)) => break,
                    _ => {}
                }
                next += 1;
            }
            if next == end || !is_digit(next) {
                break;
            }
            (end, open) = (next, brackets);
        }
        // `*123#` is dialled to its last sign.
        if matches!(sign(0), Some('*' | '#')) && matches!(sign(end), Some('*' | '#')) {
            end += 1;
        }
        match open {
            // A bracket that nothing closes belongs to the sentence.
            Some(0) => None,
            Some(bracket) => Self::at(signs.get(..bracket)?),
            None => Some(Self {
                signs: end,
                arabic,
                can_turn: groups > 1 || leads > 0,
            }),
        }
    }
}

/// What may stand between two groups of digits of one number, hour or date.
fn is_between(c: char) -> bool {
    match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => false,
        '+'
        | '-'
        | ':'
        | '/'
        | '.'
        | ','
        | '('
        | ')'
        | '_'
        | '\\'
        | '*'
        | '\u{2010}'..='\u{2015}'
        | '\u{2212}'
        | '\u{ff0b}'
        | '\u{ff0d}'
        | '\u{ff1a}'
        | '\u{60d}'
        | '\u{66b}'
        | '\u{66c}'
        | '\u{640}' => true,
        c => c.is_whitespace() || is_unseen(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        runs(text).into_iter().map(|run| &text[run]).collect()
    }

    #[test]
    fn numbers_beside_letters_from_the_right_are_runs() {
        let rows: [(&str, &[&str]); 22] = [
            ("رقمي 0770 123 4567 اتصل", &["0770 123 4567"]),
            ("رقمي ٠٧٧٠ ١٢٣ ٤٥٦٧.", &["٠٧٧٠ ١٢٣ ٤٥٦٧"]),
            ("رقمي 0770-123-4567", &["0770-123-4567"]),
            ("رقمي +964 770 123 4567", &["+964 770 123 4567"]),
            ("رقمي +964", &["+964"]),
            ("(+964) 770 123", &["(+964) 770 123"]),
            ("من 8:00 - 16:30", &["8:00 - 16:30"]),
            ("يوم 2026-11-23", &["2026-11-23"]),
            ("يوم ٢٣/١١/٢٠٢٦", &["٢٣/١١/٢٠٢٦"]),
            ("اطلب *123#", &["*123#"]),
            ("عمري 15 سنة", &[]),
            ("كنا 3، ثم 5", &[]),
            ("كنا 3. 5 منهم أطفال", &[]),
            ("اتصل (0770 123 4567) الآن", &["0770 123 4567"]),
            ("نحن 5 (3 أولاد)", &[]),
            ("0770 123\n5 أولاد", &["0770 123"]),
            ("0770 123", &["0770 123"]),
            ("call 0770 123 4567", &[]),
            ("call ٠٧٧٠ ١٢٣", &["٠٧٧٠ ١٢٣"]),
            ("أمي Zahra 0770 123", &[]),
            ("أمي Zahra\n0770 123", &["0770 123"]),
            ("1,000 200", &["1,000 200"]),
        ];
        for (text, expected) in rows {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn what_holds_a_run_says_nothing_else() {
        let held = marked("٨:٠٠-١٦:٠٠ كل يوم");
        assert_eq!(held, "\u{2066}\u{202d}٨:٠٠-١٦:٠٠\u{202c}\u{2069} كل يوم");
        assert_eq!(marked("every day"), "every day");
    }

    proptest::proptest! {
        #[test]
        fn runs_follow_each_other_and_begin_and_end_at_signs(
            text in "[ 0-9٠-٩a-cا-ت+():./,*#\n\u{202a}\u{2067}-]{0,60}",
        ) {
            let mut done = 0;
            for run in runs(&text) {
                proptest::prop_assert!(run.start >= done && run.end > run.start);
                proptest::prop_assert!(text.get(run.clone()).is_some());
                done = run.end;
            }
        }
    }
}
