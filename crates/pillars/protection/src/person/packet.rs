//! A packet on paper: what leaves by hand, under a consent or one of the three grounds.

use access::action::PrintPacket;
use consent::{Leaving, Packet, Purpose, Recipient, Wanted};
use people::organisation::{self, Names};
use record::{Id, Moment, short_code};
use store::{StoreError, Unit};
use vault::Plain;

use super::actions::{head_of, must_still_suit, parts_of};
use super::{Part, PersonError, Written};

/// What whoever prints writes for it.
#[derive(Clone)]
pub struct Words {
    /// What is needed.
    pub need: Plain<String>,
    /// What is dangerous; left out of packet A.
    pub risk: Option<Plain<String>>,
    /// A summary; left out of packets A and B.
    pub summary: Option<Plain<String>>,
}

/// The paper.
pub struct Paper {
    /// When it was printed.
    pub at: Moment,
    /// The desk that answers; never whoever works there (`docs/domain/practice.md` 12).
    pub desk: Names,
    /// The code to answer to.
    pub code: String,
    /// For what.
    pub purpose: Purpose,
    /// To whom, if it is a body.
    pub body: Option<Names>,
    /// To whom, if it is none.
    pub named: Option<Plain<String>>,
    /// How much.
    pub packet: Packet,
    /// What is needed.
    pub need: Plain<String>,
    /// Who the person is, as far as the packet tells.
    pub who: Vec<Written>,
    /// The language they speak, as a code.
    pub language: Option<String>,
    /// What is dangerous.
    pub risk: Option<Plain<String>>,
    /// A summary.
    pub summary: Option<Plain<String>>,
}

/// What is known beside what leaves.
struct Known {
    desk: Names,
    body: Option<Names>,
    case: Id,
    who: Vec<Written>,
    language: Option<String>,
}

impl Paper {
    /// Nothing stands on it that its packet does not have; without a [`Leaving`] there is none.
    fn new(leaving: Leaving, known: Known, words: Words) -> Self {
        let packet = leaving.packet();
        let tells = |part: Part| match packet {
            Packet::A => false,
            Packet::B => part == Part::Given,
            Packet::C => true,
        };
        let who = known.who.into_iter().filter(|(part, _)| tells(*part));
        Self {
            at: leaving.at(),
            purpose: leaving.purpose(),
            named: match leaving.into_recipient() {
                Recipient::Named(named) => Some(named),
                Recipient::Body(_) => None,
            },
            packet,
            desk: known.desk,
            body: known.body,
            code: short_code(known.case),
            who: who.collect(),
            language: known.language.filter(|_| packet > Packet::A),
            need: words.need,
            risk: words.risk.filter(|_| packet > Packet::A),
            summary: words.summary.filter(|_| packet > Packet::B),
        }
    }
}

/// `PrintPacket`: asks whether it may leave, notes that it does, and makes the paper. What leaves is
/// named by the number of the consent, or of what goes without one.
pub async fn print_packet(
    unit: &Unit<PrintPacket>,
    under: i64,
    packet: Packet,
    words: &Words,
    form_key: &str,
) -> Result<Paper, PersonError> {
    if unit.answered(form_key).await?.is_some() {
        return Err(PersonError::Printed);
    }
    let person = unit.record();
    let book = consent::read(unit, person).await?;
    let now = unit.now();
    let given = book.given(now);
    let given = given.iter().find(|given| given.number == under);
    let without = book.without();
    let without = without.iter().find(|one| one.number == under);
    let wanted = match (given, without) {
        (Some(given), _) => (given.consent.purpose, given.consent.recipient.clone()),
        (None, Some(one)) => (one.exception.purpose, one.exception.recipient.clone()),
        (None, None) => return Err(consent::ConsentError::NoConsent.into()),
    };
    let wanted = Wanted {
        purpose: wanted.0,
        recipient: wanted.1,
        packet,
        under: Some(under),
    };
    let language = given.map(|given| given.consent.language.clone());
    let leaving = consent::ask(unit, person, wanted).await?;
    must_still_suit(unit, &leaving).await?;
    let head = head_of(unit, person).await?;
    let body = match leaving.recipient() {
        Recipient::Body(body) => organisation::find(&**unit, *body).await?,
        Recipient::Named(_) => None,
    };
    let (guard, _) = unit.guard_of(person).await?;
    let desk = organisation::find(&**unit, guard.org.unwrap_or(Id::NONE)).await?;
    let known = Known {
        desk: desk.ok_or(StoreError::Absent)?.is.names,
        body: body.map(|body| body.is.names),
        case: head.case,
        who: parts_of(unit, &head).await?,
        language,
    };
    unit.reason(packet.code()).await;
    unit.answer(form_key, "printed").await?;
    Ok(Paper::new(leaving, known, words.clone()))
}
