//! Random histories: answers, consents, withdrawals, deciders, exceptions and what is asked to leave,
//! against a second model that keeps what is true now and never looks back.

use proptest::prelude::*;
use record::{Id, Moment, Role};
use vault::Plain;

use super::rules::Book;
use super::text::{read, text};
use super::{
    Agreed, Basis, Consent, Decider, Entry, Exception, Manner, Packet, Purpose, Question,
    Recipient, Telling, Wanted, What,
};

/// What happens next, with the seconds that pass before it.
#[derive(Clone, Debug)]
enum Act {
    Child(bool),
    Answer(Question, Agreed),
    Decides(bool),
    Consent(Purpose, usize, Packet, i64, bool, bool),
    Withdraw(usize),
    Tell(usize),
    Propose(u8, Basis, Purpose, usize),
    Confirm(u8),
    Refuse(u8),
    Ask(Purpose, usize, Packet),
}

const PURPOSES: [Purpose; 3] = [Purpose::Help, Purpose::Embassy, Purpose::Statistics];
const DAY: i64 = 24 * 3600;

/// Three to whom something could go: two bodies, and somebody who is none.
fn recipient(which: usize) -> Recipient {
    match which % 3 {
        2 => Recipient::Named(Plain::new("a cousin\nin Basra".to_owned())),
        body => Recipient::Body(Id::from_bytes([u8::try_from(body).unwrap_or(0) + 1; 16])),
    }
}

fn wanted(purpose: Purpose, to: usize, packet: Packet) -> Wanted {
    Wanted {
        purpose,
        recipient: recipient(to),
        packet,
        under: None,
    }
}

fn act() -> impl Strategy<Value = Act> {
    let purpose = || prop::sample::select(PURPOSES.to_vec());
    let packet = || prop::sample::select(Packet::ALL.to_vec());
    let said = || {
        // The rules are about a yes; a history in which nobody says one shows nothing.
        prop_oneof![7 => Just(Agreed::Yes), 2 => Just(Agreed::No), 1 => Just(Agreed::Other)]
    };
    prop_oneof![
        1 => any::<bool>().prop_map(Act::Child),
        6 => (prop::sample::select(Question::ALL.to_vec()), said()).prop_map(|(q, a)| Act::Answer(q, a)),
        2 => prop::bool::weighted(0.7).prop_map(Act::Decides),
        5 => (purpose(), 0_usize..3, packet(), 1_i64..60, prop::bool::weighted(0.8), prop::bool::weighted(0.8))
            .prop_map(|(p, r, k, days, asylum, both)| Act::Consent(p, r, k, days, asylum, both)),
        2 => (0_usize..8).prop_map(Act::Withdraw),
        1 => (0_usize..8).prop_map(Act::Tell),
        1 => (0_u8..2, prop::sample::select(Basis::ALL.to_vec()), purpose(), 0_usize..3)
            .prop_map(|(by, b, p, r)| Act::Propose(by, b, p, r)),
        2 => (0_u8..2).prop_map(Act::Confirm),
        1 => (0_u8..2).prop_map(Act::Refuse),
        9 => (purpose(), 0_usize..3, packet()).prop_map(|(p, r, k)| Act::Ask(p, r, k)),
    ]
}

/// What is true now, kept as it happens.
#[derive(Default)]
struct Now {
    child: bool,
    answers: [Option<bool>; 4],
    /// Whether somebody decides for the child, and how often one was named.
    decides: bool,
    named: usize,
    consents: Vec<Held>,
    exceptions: Vec<Outside>,
}

#[expect(clippy::struct_excessive_bools, reason = "each happens by itself")]
struct Held {
    number: i64,
    purpose: Purpose,
    to: usize,
    packet: Packet,
    until: i64,
    both: bool,
    named: usize,
    ended: bool,
    feared: bool,
    sent: bool,
    told: bool,
}

struct Outside {
    number: i64,
    by: u8,
    purpose: Purpose,
    to: usize,
    until: Option<i64>,
    refused: bool,
    sent: bool,
}

impl Now {
    fn says(&self, question: Question) -> Option<bool> {
        self.answers[question as usize]
    }

    fn open(&self) -> bool {
        self.says(Question::Talk) == Some(true)
            && self.says(Question::Write) == Some(true)
            && self.says(Question::Share).is_some()
            && (self.decides || !self.child)
    }

    /// Whether what was agreed to is still agreed to, whatever its time.
    fn stands(&self, held: &Held) -> bool {
        let decided = !self.child || (held.both && self.decides);
        let same = held.named == self.named;
        !held.ended && !held.feared && !held.told && decided && same
    }

    /// Under which number this may leave.
    fn may(&self, purpose: Purpose, to: usize, packet: Packet, at: i64) -> Option<i64> {
        let small = packet == Packet::A;
        let held = self.consents.iter().rev().find(|held| {
            let same = held.purpose == purpose && held.to == to;
            same && packet <= held.packet && at < held.until && self.stands(held)
        });
        let named = self.open() && purpose != Purpose::Statistics;
        let held = held.filter(|_| small || named).map(|held| held.number);
        let outside = self.exceptions.iter().find(|one| {
            let same = one.purpose == purpose && one.to == to && small;
            same && !one.sent && one.until.is_some_and(|until| at < until)
        });
        held.or(outside.map(|one| one.number))
    }

    /// Whether the last proposal waits for somebody else than this one.
    fn waits(&self, by: u8) -> bool {
        let last = self.exceptions.last();
        last.is_some_and(|last| last.until.is_none() && !last.refused && last.by != by)
    }

    fn must_tell(&self) -> bool {
        let all = self.consents.iter();
        all.filter(|held| held.sent && !held.told)
            .any(|held| !self.stands(held))
    }
}

/// One step of both; what the book took, and whether the model expected it.
fn step(now: &mut Now, entries: &mut Vec<Entry>, act: &Act, at: i64) -> Result<(), TestCaseError> {
    let number = i64::try_from(entries.len()).unwrap_or(0) + 1;
    let moment = Moment::from_micros(at * 1_000_000);
    let book = Book::new(entries.clone());
    let account = |by: u8| Id::from_bytes([100 + by; 16]);
    let (what, by, expected) = match act {
        Act::Child(is) => (What::Child(*is), 0, true),
        Act::Answer(question, said) => (What::Answered(*question, *said), 0, true),
        Act::Decides(free) => (What::Decides(Decider::Advocate, *free), 0, now.child),
        Act::Consent(purpose, to, packet, days, asylum, both) => {
            let consent = Consent {
                purpose: *purpose,
                recipient: recipient(*to),
                packet: *packet,
                until: Moment::from_micros((at + days * DAY) * 1_000_000),
                language: "ar".to_owned(),
                manner: Manner::Spoken,
                asylum_explained: *asylum,
                both_agree: *both,
            };
            let embassy = *purpose != Purpose::Embassy
                || (*asylum && now.says(Question::Fear) == Some(false));
            let child = !now.child || (now.decides && *both);
            let named = now.open() && *purpose != Purpose::Statistics;
            let written = *packet == Packet::A || named;
            let shares = now.says(Question::Share) == Some(true);
            (
                What::Consented(consent),
                0,
                shares && embassy && child && written,
            )
        }
        Act::Withdraw(which) => {
            let held = now.consents.get(*which);
            let of = held.map_or(1, |held| held.number);
            (
                What::Withdrawn(of),
                0,
                held.is_some_and(|held| !held.ended && !held.told),
            )
        }
        Act::Tell(which) => {
            let held = now.consents.get(*which);
            let waits = held.is_some_and(|held| held.sent && !held.told && !now.stands(held));
            (What::Told(held.map_or(1, |held| held.number)), 0, waits)
        }
        Act::Propose(by, basis, purpose, to) => {
            let exception = Exception {
                basis: *basis,
                purpose: *purpose,
                recipient: recipient(*to),
                telling: Telling::Told,
                reason: Plain::new("her life\n\nis in danger".to_owned()),
            };
            let fits = *basis != Basis::Child || now.child;
            (
                What::Proposed(exception),
                *by,
                fits && *purpose != Purpose::Embassy,
            )
        }
        Act::Confirm(by) | Act::Refuse(by) => {
            let last = now.exceptions.last().map_or(1, |last| last.number);
            let what = match act {
                Act::Confirm(_) => What::Confirmed(last),
                _ => What::Refused(last),
            };
            (what, *by, now.waits(*by))
        }
        Act::Ask(purpose, to, packet) => {
            let allowed = book.allows(&wanted(*purpose, *to, *packet), moment).ok();
            prop_assert_eq!(allowed, now.may(*purpose, *to, *packet, at), "{:?}", act);
            let Some(under) = allowed else { return Ok(()) };
            for held in now.consents.iter_mut().filter(|held| held.number == under) {
                held.sent = true;
            }
            for one in now.exceptions.iter_mut().filter(|one| one.number == under) {
                one.sent = true;
            }
            entries.push(Entry {
                number,
                at: moment,
                by: account(0),
                role: Role::Caseworker,
                what: What::Left(under, *packet),
            });
            return Ok(());
        }
    };
    let taken = book.takes(&what, account(by), moment).is_ok();
    prop_assert_eq!(taken, expected, "{:?}", act);
    if !taken {
        return Ok(());
    }
    match act {
        Act::Child(is) => now.child = *is,
        Act::Answer(_, Agreed::Other) | Act::Ask(..) => {}
        Act::Answer(question, said) => {
            now.answers[*question as usize] = Some(*said == Agreed::Yes);
            if (*question, *said) == (Question::Share, Agreed::No) {
                now.consents.iter_mut().for_each(|held| held.ended = true);
            }
            if (*question, *said) == (Question::Fear, Agreed::Yes) {
                let embassies = now.consents.iter_mut();
                let embassies = embassies.filter(|held| held.purpose == Purpose::Embassy);
                embassies.for_each(|held| held.feared = true);
            }
        }
        Act::Decides(free) => (now.decides, now.named) = (*free, now.named + 1),
        Act::Consent(purpose, to, packet, days, _, both) => now.consents.push(Held {
            number,
            purpose: *purpose,
            to: *to,
            packet: *packet,
            until: at + days * DAY,
            both: *both,
            named: now.named,
            ended: false,
            feared: false,
            sent: false,
            told: false,
        }),
        Act::Withdraw(which) => now.consents[*which].ended = true,
        Act::Tell(which) => now.consents[*which].told = true,
        Act::Propose(by, _, purpose, to) => now.exceptions.push(Outside {
            number,
            by: *by,
            purpose: *purpose,
            to: *to,
            until: None,
            refused: false,
            sent: false,
        }),
        Act::Confirm(_) => {
            if let Some(last) = now.exceptions.last_mut() {
                last.until = Some(at + DAY);
            }
        }
        Act::Refuse(_) => {
            if let Some(last) = now.exceptions.last_mut() {
                last.refused = true;
            }
        }
    }
    let sealed = text(&what);
    let opened = read(&sealed).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let again = text(&opened);
    prop_assert!(
        again.expose() == sealed.expose(),
        "what is sealed is read as it was: {:?}",
        act
    );
    entries.push(Entry {
        number,
        at: moment,
        by: account(by),
        role: Role::Caseworker,
        what: opened,
    });
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4_000))]

    #[test]
    fn nothing_leaves_without_a_consent(acts in prop::collection::vec((act(), 0_i64..6 * 3600), 1..60)) {
        let (mut now, mut entries, mut at) = (Now::default(), Vec::new(), 0);
        entries.push(Entry {
            number: 1,
            at: Moment::from_micros(0),
            by: Id::NONE,
            role: Role::Caseworker,
            what: What::Child(false),
        });
        for (act, passes) in &acts {
            at += passes;
            step(&mut now, &mut entries, act, at)?;
            let moment = Moment::from_micros(at * 1_000_000);
            let book = Book::new(entries.clone());
            prop_assert_eq!(book.is_open(), now.open());
            prop_assert_eq!(book.must_tell(moment), now.must_tell());
            for purpose in PURPOSES {
                for to in 0..3 {
                    for packet in Packet::ALL {
                        let allowed = book.allows(&wanted(purpose, to, *packet), moment).ok();
                        prop_assert_eq!(allowed, now.may(purpose, to, *packet, at));
                    }
                }
            }
        }
    }
}

/// Histories of these acts reach what they are about: something leaves under a consent, under an
/// exception, and a recipient has to be told.
#[test]
fn histories_reach_what_they_are_about() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;

    let mut runner = TestRunner::deterministic();
    let (mut sent, mut outside, mut told, mut children) = (0, 0, 0, 0);
    for _ in 0..1_500 {
        let acts = prop::collection::vec((act(), 0_i64..6 * 3600), 40..60);
        let acts = acts.new_tree(&mut runner).unwrap().current();
        let (mut now, mut at) = (Now::default(), 0);
        let mut entries = vec![Entry {
            number: 1,
            at: Moment::from_micros(0),
            by: Id::NONE,
            role: Role::Caseworker,
            what: What::Child(false),
        }];
        for (act, passes) in &acts {
            at += passes;
            step(&mut now, &mut entries, act, at).unwrap();
            told += usize::from(now.must_tell());
        }
        sent += now.consents.iter().filter(|held| held.sent).count();
        children += now
            .consents
            .iter()
            .filter(|held| held.sent && held.named > 0)
            .count();
        outside += now.exceptions.iter().filter(|one| one.sent).count();
    }
    assert!(
        sent > 100 && outside > 10 && told > 100 && children > 20,
        "{sent} {outside} {told} {children}"
    );
}
