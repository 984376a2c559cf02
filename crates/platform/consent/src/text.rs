//! An entry as the text that is sealed: a line for each thing, and free words after an empty line.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use record::{Id, Moment, UnknownCode};
use vault::Plain;

use super::{Consent, Exception, Recipient, What};

const NOT_A_BOOK: UnknownCode = UnknownCode { list: "consent" };

/// As the text that is sealed.
pub(crate) fn text(what: &What) -> Plain<String> {
    let mut text = String::new();
    let mut line = |name: &str, what: &str| {
        // Writing to a text cannot fail.
        let _written = writeln!(text, "{name} {what}");
    };
    let said = |yes: bool| if yes { "yes" } else { "no" };
    let mut free = None;
    match what {
        What::Child(is) => line("child", said(*is)),
        What::Answered(question, answer) => {
            line("question", question.code());
            line("answer", answer.code());
        }
        What::Decides(who, is_free) => {
            line("decides", who.code());
            line("free", said(*is_free));
        }
        What::Consented(consent) => {
            line("consent", consent.purpose.code());
            line("packet", consent.packet.code());
            line("until", &consent.until.micros().to_string());
            line("language", &consent.language);
            line("manner", consent.manner.code());
            line("asylum", said(consent.asylum_explained));
            line("both", said(consent.both_agree));
            free = to(&consent.recipient, &mut line);
        }
        What::Withdrawn(of) => line("withdrawn", &of.to_string()),
        What::Told(of) => line("told", &of.to_string()),
        What::Proposed(exception) => {
            line("without", exception.basis.code());
            line("purpose", exception.purpose.code());
            line("telling", exception.telling.code());
            let named = to(&exception.recipient, &mut line);
            if let Some(named) = named {
                line("named", &named.expose().replace('\n', " "));
            }
            free = Some(&exception.reason);
        }
        What::Confirmed(of) => line("confirmed", &of.to_string()),
        What::Refused(of) => line("refused", &of.to_string()),
        What::Left(of, packet) => {
            line("left", &of.to_string());
            line("packet", packet.code());
        }
    }
    if let Some(free) = free {
        text.push('\n');
        text.push_str(free.expose());
    }
    Plain::new(text)
}

/// Writes the body; the name of whoever is none is handed back.
fn to<'a>(
    recipient: &'a Recipient,
    line: &mut impl FnMut(&str, &str),
) -> Option<&'a Plain<String>> {
    match recipient {
        Recipient::Body(body) => {
            line("body", &body.to_string());
            None
        }
        Recipient::Named(name) => Some(name),
    }
}

/// Read from the text that was sealed.
pub(crate) fn read(sealed: &Plain<String>) -> Result<What, UnknownCode> {
    let text = sealed.expose();
    let (lines, free) = text.split_once("\n\n").unwrap_or((text, ""));
    let free = || Plain::new(free.to_owned());
    let lines: BTreeMap<&str, &str> = lines
        .lines()
        .filter_map(|line| line.split_once(' '))
        .collect();
    let get = |name: &str| lines.get(name).copied().ok_or(NOT_A_BOOK);
    let yes = |name: &str| get(name).map(|said| said == "yes");
    let number = |name: &str| get(name)?.parse::<i64>().map_err(|_| NOT_A_BOOK);
    let recipient = |named: Plain<String>| match lines.get("body") {
        Some(body) => body
            .parse::<Id>()
            .map(Recipient::Body)
            .map_err(|_| NOT_A_BOOK),
        None => Ok(Recipient::Named(named)),
    };
    let kind = lines.keys().find(|name| KINDS.contains(name));
    Ok(match kind.copied().ok_or(NOT_A_BOOK)? {
        "child" => What::Child(yes("child")?),
        "question" => What::Answered(get("question")?.parse()?, get("answer")?.parse()?),
        "decides" => What::Decides(get("decides")?.parse()?, yes("free")?),
        "consent" => What::Consented(Consent {
            purpose: get("consent")?.parse()?,
            recipient: recipient(free())?,
            packet: get("packet")?.parse()?,
            until: Moment::from_micros(number("until")?),
            language: get("language")?.to_owned(),
            manner: get("manner")?.parse()?,
            asylum_explained: yes("asylum")?,
            both_agree: yes("both")?,
        }),
        "withdrawn" => What::Withdrawn(number("withdrawn")?),
        "told" => What::Told(number("told")?),
        "without" => What::Proposed(Exception {
            basis: get("without")?.parse()?,
            purpose: get("purpose")?.parse()?,
            recipient: recipient(Plain::new(
                lines.get("named").copied().unwrap_or_default().to_owned(),
            ))?,
            telling: get("telling")?.parse()?,
            reason: free(),
        }),
        "confirmed" => What::Confirmed(number("confirmed")?),
        "refused" => What::Refused(number("refused")?),
        _ => What::Left(number("left")?, get("packet")?.parse()?),
    })
}

/// The first words by which kinds of entries are told apart.
const KINDS: [&str; 10] = [
    "child",
    "question",
    "decides",
    "consent",
    "withdrawn",
    "told",
    "without",
    "confirmed",
    "refused",
    "left",
];
