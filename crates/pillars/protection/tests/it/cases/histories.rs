//! Random histories through the actions: answers, consents, withdrawals and prints. Whatever is printed,
//! a model that knows only what was said last would have let out; and every paper has its entry.

use std::collections::BTreeMap;

use clock::AgeBand;
use consent::{Agreed, Consent, Manner, Packet, Purpose, Question, Recipient, What};
use fixtures::plain;
use record::Id;

use crate::installation::{Basra, Installation};

/// Numbers that look drawn, and are the same in every run.
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// What somebody else would remember of it.
#[derive(Default)]
struct Memory {
    said: BTreeMap<Question, Agreed>,
    /// Consents that hold: number, how much, until when.
    live: BTreeMap<i64, (Packet, i64)>,
    printed: usize,
}

impl Memory {
    fn has_yes(&self, question: Question) -> bool {
        self.said.get(&question) == Some(&Agreed::Yes)
    }

    fn lets(&self, number: i64, packet: Packet, now: i64) -> bool {
        let writes = self.has_yes(Question::Talk)
            && self.has_yes(Question::Write)
            && self.said.contains_key(&Question::Share);
        let held = self.live.get(&number);
        held.is_some_and(|(most, until)| packet <= *most && now < *until)
            && (packet == Packet::A || writes)
    }
}

const DAYS: [i64; 3] = [1, 3, 30];

async fn history(site: &Installation, basra: &Basra, seed: u64) -> usize {
    let mut drawn = Drawn(seed);
    let worker = basra.caseworker.actor();
    let case = site.open_case(&worker, None, AgeBand::Adult).await.unwrap();
    let person = site.person_of(&worker, case).await;
    let mut memory = Memory::default();
    let mut numbers = Vec::new();
    site.says_yes(&worker, person).await;
    for question in [Question::Talk, Question::Write, Question::Share] {
        memory.said.insert(question, Agreed::Yes);
    }
    for _ in 0..24 {
        site.clock
            .advance(i64::try_from(drawn.below(40)).unwrap() * 3600);
        let now = site.store.world().now();
        match drawn.below(10) {
            0..3 => {
                let question = [Question::Talk, Question::Write, Question::Share]
                    [usize::try_from(drawn.below(3)).unwrap()];
                let said = if drawn.below(6) > 0 {
                    Agreed::Yes
                } else {
                    Agreed::No
                };
                site.says(&worker, person, &[(question, said)])
                    .await
                    .unwrap();
                memory.said.insert(question, said);
                if (question, said) == (Question::Share, Agreed::No) {
                    memory.live.clear();
                }
            }
            3..6 => {
                let packet = Packet::ALL[usize::try_from(drawn.below(3)).unwrap()];
                let days = DAYS[usize::try_from(drawn.below(3)).unwrap()];
                // Of two recipients, so that one consent could be taken for another.
                let consent = Consent {
                    purpose: Purpose::Help,
                    recipient: Recipient::Named(plain(&format!("clinic {}", numbers.len() % 2))),
                    packet,
                    until: now.plus_seconds(days * 24 * 3600),
                    language: "bn".to_owned(),
                    manner: Manner::Spoken,
                    asylum_explained: false,
                    both_agree: false,
                };
                let until = consent.until.micros();
                let taken = site.consents(&worker, person, consent).await.is_ok();
                if taken {
                    let book = site.book(&worker, person).await.unwrap().book;
                    let number = book.entries().last().unwrap().number;
                    assert!(memory.has_yes(Question::Share));
                    memory.live.insert(number, (packet, until));
                    numbers.push(number);
                }
            }
            6 => {
                if let Some(number) = one_of(&numbers, &mut drawn) {
                    let taken = site.withdraws(&worker, person, number).await.is_ok();
                    assert_eq!(taken, memory.live.remove(&number).is_some());
                }
            }
            _ => {
                let packet = Packet::ALL[usize::try_from(drawn.below(3)).unwrap()];
                let Some(number) = one_of(&numbers, &mut drawn) else {
                    continue;
                };
                let paper = site.prints(&worker, person, number, packet).await;
                let expected = memory.lets(number, packet, now.micros());
                assert_eq!(
                    paper.is_ok(),
                    expected,
                    "seed {seed}, consent {number}, {packet}"
                );
                memory.printed += usize::from(expected);
            }
        }
    }
    assert_eq!(left(site, &worker, person).await, memory.printed);
    memory.printed
}

fn one_of(numbers: &[i64], drawn: &mut Drawn) -> Option<i64> {
    let most = u64::try_from(numbers.len()).unwrap();
    let at = (most > 0).then(|| usize::try_from(drawn.below(most)).unwrap());
    at.map(|at| numbers[at])
}

/// How much left, by the person's own book.
async fn left(site: &Installation, worker: &access::Actor, person: Id) -> usize {
    let book = site.book(worker, person).await.unwrap().book;
    let left = book.entries().iter();
    left.filter(|entry| matches!(entry.what, What::Left(..)))
        .count()
}

#[tokio::test]
async fn nothing_is_printed_that_nobody_agreed_to() {
    let site = Installation::on_sqlite().await;
    let basra = Basra::new(&site).await;
    let mut printed = 0;
    for seed in 1..=12 {
        printed += history(&site, &basra, seed).await;
    }
    assert!(printed > 10, "{printed} papers");
}
