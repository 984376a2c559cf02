//! Sending: the receipt is made and hashed before the unit, everything else happens in it.

use std::collections::BTreeSet;
use std::sync::Arc;

use access::{Action, Permit};
use clock::{AgeBand, Code, NewClock};
use record::{EventName, Id, Kind, Moment, Relation, Root};
use store::{NewRecord, Store, StoreError, Work};
use vault::Plain;

use super::intake::{self, TakenDown};
use super::{
    Accused, Contact, Done, Entry, Holder, OPEN, Part, ReportError, YesNoUnknown, rules,
    store as table,
};
use crate::reader::actions::{Country, country};
use crate::reader::{first_reader, rules as choice, shut_out, store as readers};
use crate::release;

/// What a sender sends.
#[derive(Clone)]
pub struct Sending {
    /// The entry by which they came.
    pub entry: Entry,
    /// The governorate's P-code, where they know it.
    pub governorate: Option<String>,
    /// Whether the police may have a copy of their words.
    pub with_police: bool,
    /// Whom they accuse.
    pub accused: Vec<Accused>,
    /// Whether anybody is under 18.
    pub minor: YesNoUnknown,
    /// Whether somebody is in danger now.
    pub danger: YesNoUnknown,
    /// Whether they may be contacted.
    pub contact: Contact,
    /// What they wrote, by part. [`Part::Text`] is what happened; the district is a P-code.
    pub parts: Vec<(Part, Plain<String>)>,
    /// The reader that the page named to them.
    pub told: Id,
    /// The police body that the page told them would get a copy, if it told them of one.
    pub told_police: Option<Id>,
    /// How somebody took it down, where the sender did not send it themselves.
    pub taken: Option<TakenDown>,
    /// The form's one-time key.
    pub form_key: String,
}

impl Sending {
    /// By when somebody reads it, if it is sent now.
    pub(super) fn read_by(&self, now: Moment) -> Moment {
        let urgent = rules::Urgent {
            danger: self.danger == YesNoUnknown::Yes,
            held: self.entry == Entry::Held,
            child: self.minor.may_be(),
        };
        rules::read_by(now, &urgent)
    }

    /// Whether the sender wants digits with which to come back.
    fn wants_receipt(&self) -> bool {
        self.taken.as_ref().is_none_or(|taken| taken.receipt)
    }

    /// One part, if the sender filled it in.
    pub fn part(&self, part: Part) -> Option<&Plain<String>> {
        self.parts
            .iter()
            .find(|(found, _)| *found == part)
            .map(|(_, free_text)| free_text)
    }
}

impl Sending {
    /// What makes two sendings the same: the form's key and every answer. Whoever knows the key
    /// alone has another sending, and gets another receipt. What the page said of who reads is no
    /// answer of the sender's.
    pub(super) fn sameness(&self, store: &Store) -> String {
        let mut free_text = vec![
            self.entry.code().to_owned(),
            self.governorate.clone().unwrap_or_default(),
            self.with_police.to_string(),
            self.minor.code().to_owned(),
            self.danger.code().to_owned(),
            self.contact.code().to_owned(),
        ];
        free_text.extend(self.taken.iter().map(TakenDown::sameness));
        free_text.extend(self.accused.iter().map(|body| match body {
            Accused::Named(id) => id.to_string(),
            Accused::SomeOf(kind) => kind.code().to_owned(),
        }));
        let digest = rules::digest(store, &free_text, &self.parts);
        format!("{}/{}", self.form_key, digest)
    }
}

/// What comes of sending.
pub enum Sent {
    /// It was sent.
    Receipt {
        /// The report.
        report: Id,
        /// The digits with which the sender comes back; none, where they want none.
        digits: Option<Plain<String>>,
        /// Whether it was sent now, or by the same form before.
        done: Done,
    },
    /// Another body would read it than the one the page named: the sender must know first.
    OtherReader,
    /// Nobody is left who may read it.
    NoReader,
}

/// Who would read a report, and which police body would get a copy.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Everybody who is shut out.
    pub shut_out: BTreeSet<Id>,
    /// Who reads, if anybody is left.
    pub reader: Option<Id>,
    /// The police body that gets a copy, if the sender wants it and one may.
    pub police: Option<Id>,
}

/// Decides who would read.
pub fn reading(
    country: &Country,
    accused: &[Accused],
    governorate: Option<&str>,
    with_police: bool,
) -> Reading {
    let shut_out = shut_out(&country.bodies, accused, governorate);
    let jurisdiction = governorate
        .and_then(record::governorate)
        .map(|governorate| governorate.jurisdiction);
    let readers = country.manned(&shut_out);
    let reader = first_reader(&readers, &shut_out, governorate, jurisdiction);
    let police = with_police
        .then(|| choice::police_for(&country.bodies, accused, &shut_out, governorate))
        .flatten();
    Reading {
        reader: reader.map(|reader| reader.org),
        police,
        shut_out,
    }
}

/// A receipt that was made, and hashed, before the unit that uses it.
#[derive(Clone)]
pub struct Receipt {
    attempt: u32,
    selector: String,
    proof: String,
}

/// What is kept of a sending in place of its receipt, where it has none.
const NO_RECEIPT: &str = "-";

/// How many receipts are tried for one form before its sender is told to come back.
const ATTEMPTS: u32 = 64;

/// The digits of a sending's receipt. The same form with the same words gives the same digits.
fn digits(store: &Store, sameness: &str, attempt: u32) -> Plain<String> {
    store
        .slow()
        .digits_of(&format!("{sameness}/{attempt}"), rules::RECEIPT_DIGITS)
}

/// Makes a receipt whose first digits no other report has.
async fn receipt(store: &Store, sameness: &str, from: u32) -> Result<Receipt, ReportError> {
    let mut attempt = from;
    loop {
        let halves = rules::halves(&digits(store, sameness, attempt));
        let halves = halves.ok_or(ReportError::DigitsTaken)?;
        let selector = halves.selector.clone();
        let taken = store
            .read_clear(|look| async move { table::by_selector(&*look, &selector).await })
            .await?
            .is_some();
        if !taken {
            let proof = store.slow().store(halves.verifier).await?;
            return Ok(Receipt {
                attempt,
                selector: halves.selector,
                proof,
            });
        }
        attempt += 1;
    }
}

/// Sends a report: the receipt, then the unit; again with other digits where two met.
pub async fn send<A: Action>(
    store: &Store,
    permit: &Permit<A>,
    sending: Sending,
) -> Result<Sent, ReportError> {
    // Whoever could choose the key could ask for somebody else's receipt.
    if sending.form_key.parse::<Id>().is_err() {
        return Err(ReportError::NoKey);
    }
    let sameness = sending.sameness(store);
    let sending = Arc::new(sending);
    let mut from = 0;
    loop {
        let made = receipt(store, &sameness, from).await?;
        from = made.attempt + 1;
        let input = sending.clone();
        let sent = store
            .unit(permit.clone(), move |unit| {
                let (input, made) = (input.clone(), made.clone());
                async move { send_report(&unit, &input, &made).await }
            })
            .await;
        match sent {
            // Digits that another report has now, or the same form sent twice at one moment: its
            // twin is kept by now, and this one gets the same answer.
            Err(ReportError::DigitsTaken | ReportError::Store(StoreError::Taken))
                if from < ATTEMPTS => {}
            other => return other,
        }
    }
}

/// `SendReport`, and `IntakeReport` for somebody: writes the report and everything that follows from
/// it, or answers as this form was answered before.
async fn send_report(
    unit: &Work,
    sending: &Sending,
    receipt: &Receipt,
) -> Result<Sent, ReportError> {
    let sameness = sending.sameness(unit.store());
    if let Some(answer) = unit.answered(&sameness).await? {
        return before(unit.store(), &sameness, &answer);
    }
    let country = country(unit).await?;
    let governorate = sending.governorate.as_deref();
    let who = reading(&country, &sending.accused, governorate, sending.with_police);
    let Some(reader) = who.reader else {
        return Ok(Sent::NoReader);
    };
    if reader != sending.told || who.police != sending.told_police {
        return Ok(Sent::OtherReader);
    }
    if table::by_selector(unit, &receipt.selector).await?.is_some() {
        return Err(ReportError::DigitsTaken);
    }
    let sheet = sending.taken.as_ref().and_then(|taken| taken.sheet);
    if let Some(sheet) = sheet
        && !unit.is_first_use("sheet", &sheet.digits()).await?
    {
        return Err(ReportError::SheetTaken);
    }
    let report = unit.id();
    let kept_out = kept_out(unit, &who.shut_out).await?;
    let has_receipt = sending.wants_receipt()
        && (sending.taken.is_none() || intake::reads_it_too(unit, reader, &kept_out));
    let receipt = has_receipt.then_some(receipt);
    begin(unit, report, sending, receipt, reader).await?;
    exclude(unit, report, sending, &country, &kept_out).await?;
    start_clock(unit, report, sending, reader).await?;
    if let Some(taken) = &sending.taken {
        intake::follow(unit, report, reader, taken).await?;
    }
    if let (Some(police), Some(text)) = (who.police, sending.part(Part::Text)) {
        release::actions::release(unit, report, police, governorate, text).await?;
    }
    unit.emit(
        EventName::ReportSent,
        report,
        report,
        sending.governorate.as_deref(),
    )
    .await?;
    if sending.entry == Entry::Held {
        let free_text = sending.part(Part::HeldBy).and_then(rules::holder);
        let free_text = free_text.unwrap_or(Holder::Unknown).code();
        unit.emit(EventName::HeldReported, report, report, Some(free_text))
            .await?;
    }
    let attempt = receipt.map(|receipt| receipt.attempt);
    let kept = attempt.map_or_else(|| NO_RECEIPT.to_owned(), |attempt| attempt.to_string());
    unit.answer(&sameness, &format!("{report}/{kept}")).await?;
    Ok(Sent::Receipt {
        report,
        digits: attempt.map(|attempt| digits(unit.store(), &sameness, attempt)),
        done: Done::Now,
    })
}

/// What the same form got before: the receipt is kept nowhere, and follows from the form again.
fn before(store: &Store, sameness: &str, answer: &str) -> Result<Sent, ReportError> {
    let parts = answer.split_once('/');
    let found = parts.and_then(|(id, attempt)| {
        let attempt: Option<u32> = match attempt {
            NO_RECEIPT => None,
            attempt => Some(attempt.parse().ok()?),
        };
        Some((id.parse().ok()?, attempt))
    });
    // The key was used for another kind of form: no page of ours does that.
    let (report, attempt) = found.ok_or(ReportError::NoKey)?;
    Ok(Sent::Receipt {
        report,
        digits: attempt.map(|attempt| digits(store, sameness, attempt)),
        done: Done::Before,
    })
}

/// Since when somebody knows of it: what is due is counted from then.
fn since(unit: &Work, sending: &Sending) -> Moment {
    let taken = sending.taken.as_ref().map(|taken| taken.at);
    taken.unwrap_or_else(|| unit.now())
}

/// The report itself: its guard, its holders, what stands in clear, what is sealed.
async fn begin(
    unit: &Work,
    report: Id,
    sending: &Sending,
    receipt: Option<&Receipt>,
    reader: Id,
) -> Result<(), ReportError> {
    let governorate = sending.governorate.as_deref();
    unit.create(NewRecord {
        record: report,
        kind: Kind::Report,
        org: Some(reader),
        jurisdiction: governorate
            .and_then(record::governorate)
            .map(|place| place.jurisdiction),
        sensitivity: rules::sensitivity(sending.minor),
        state: OPEN,
        root: None,
        world: Root::Care,
        keys_for: vec![reader],
    })
    .await?;
    unit.grant(report, reader, Relation::Supervising, None, None)
        .await?;
    // Whoever holds the receipt owns the report until they delete it.
    if receipt.is_some() {
        unit.grant(report, report, Relation::Owner, None, None)
            .await?;
    }
    let held = sending.entry == Entry::Held;
    let begun = table::Begun {
        record: report,
        code: &record::short_code(report),
        governorate,
        entry: sending.entry,
        minor: sending.minor,
        danger: sending.danger,
        contact: sending.contact,
        held_due: held.then(|| rules::held_due(since(unit, sending))),
        receipt: receipt.map(|made| (made.selector.as_str(), made.proof.as_str())),
        taken: sending.taken.as_ref(),
        answered: None,
    };
    table::insert(unit, &begun).await?;
    table::settle(unit, report).await?;
    for (part, free_text) in &sending.parts {
        if !free_text.is_blank() {
            table::insert_part(unit, report, *part, free_text).await?;
        }
    }
    if let Some(sheet) = sending.taken.as_ref().and_then(|taken| taken.sheet) {
        table::insert_part(unit, report, Part::Sheet, &Plain::new(sheet.to_string())).await?;
    }
    Ok(())
}

/// Shuts out the bodies accused, those above and below, and everybody who works there now.
async fn exclude(
    unit: &Work,
    report: Id,
    sending: &Sending,
    country: &Country,
    kept_out: &BTreeSet<Id>,
) -> Result<(), ReportError> {
    let governorate = sending.governorate.as_deref();
    for body in choice::accused_bodies(&country.bodies, &sending.accused, governorate) {
        readers::accuse(unit, report, body).await?;
    }
    for holder in kept_out {
        unit.grant(report, *holder, Relation::Excluded, None, None)
            .await?;
    }
    Ok(())
}

/// The bodies that are shut out, and everybody who works there or ever did.
async fn kept_out(unit: &Work, shut_out: &BTreeSet<Id>) -> Result<BTreeSet<Id>, ReportError> {
    let mut kept_out = shut_out.clone();
    for body in shut_out {
        kept_out.extend(readers::members(unit, *body).await?);
    }
    Ok(kept_out)
}

/// A child, or somebody who may be one, must be safe soon: the clock starts with the sending.
async fn start_clock(
    unit: &Work,
    report: Id,
    sending: &Sending,
    reader: Id,
) -> Result<(), ReportError> {
    let age_band = sending.minor.of_a_child();
    if age_band == AgeBand::Adult {
        return Ok(());
    }
    clock::start(
        unit,
        &NewClock {
            code: Code::T1,
            subject: report,
            follows: report,
            root: report,
            org: Some(reader),
            started: since(unit, sending),
            act: None,
            facts: &[],
            district: sending.part(Part::District).and_then(rules::district),
            governorate: sending.governorate.as_deref().and_then(record::governorate),
            age_band,
        },
    )
    .await?;
    Ok(())
}
