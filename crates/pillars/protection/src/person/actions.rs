//! What a person says and agrees to, and who they are.

use access::action::{
    ConfirmSharing, NameChildDecider, ProposeSharing, ReadConsents, ReadIdentity, RecordConsent,
    TellWithdrawal, WithdrawConsent, WriteAge, WriteIdentity,
};
use clock::AgeBand;
use consent::{
    Agreed, Book, Consent, Decider, Exception, Leaving, Purpose, Question, Recipient, What,
};
use people::organisation;
use record::{EventName, Id, Jurisdiction, Kind, OrgKind, Relation, Root, Sensitivity};
use store::{NewRecord, StoreError, Unit, Work};
use vault::Plain;

use super::{Done, Head, NewPerson, Opened, Part, PersonError, Written, store as table};
use crate::report::begun;

/// Begins a person in the unit that opens their case: nothing is known of them but how old they are.
pub async fn begin(work: &Work, new: &NewPerson<'_>) -> Result<Id, PersonError> {
    let person = work.id();
    work.create(NewRecord {
        record: person,
        kind: Kind::Person,
        org: Some(new.org),
        jurisdiction: new.jurisdiction,
        sensitivity: Sensitivity::High,
        state: consent::SHUT,
        root: Some(new.report),
        world: Root::Care,
        keys_for: vec![new.org],
    })
    .await?;
    for (holder, relation) in new.holders {
        work.grant(person, *holder, *relation, None, None).await?;
    }
    table::insert(work, person, new).await?;
    consent::begin(work, person, new.age != AgeBand::Adult).await?;
    Ok(person)
}

/// `ReadConsents`: what the person said and agreed to.
pub async fn read_consents(unit: &Unit<ReadConsents>) -> Result<Opened, PersonError> {
    opened(unit, unit.record()).await
}

/// The same in a unit that holds the person by another permit.
pub(crate) async fn opened(work: &Work, person: Id) -> Result<Opened, PersonError> {
    Ok(Opened {
        head: table::head_of(work, person).await?,
        book: consent::read(work, person).await?,
    })
}

/// What stands in clear of a person of this unit.
pub(crate) async fn head_of(work: &Work, person: Id) -> Result<Head, StoreError> {
    table::head_of(work, person).await
}

/// Writes into the person's book once for each form, and sees to what follows from it. A no to talking or
/// to writing takes away what stood there until now.
async fn write(
    work: &Work,
    person: Id,
    what: Vec<What>,
    form_key: &str,
) -> Result<Done, PersonError> {
    if work.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let says_no = |what: &What| {
        matches!(
            what,
            What::Answered(Question::Write | Question::Talk, Agreed::No)
        )
    };
    if what.iter().any(says_no) {
        let head = table::head_of(work, person).await?;
        table::forget(work, &head).await?;
    }
    let mut book = None;
    for what in what {
        book = Some(consent::record(work, person, what).await?);
    }
    let book = book.ok_or(PersonError::Nothing)?;
    settle(work, person, &book).await?;
    work.answer(form_key, "written").await?;
    Ok(Done::Now)
}

/// Whoever has something of a consent that ended is to be told, and a second person is waited for: the
/// case shows both.
async fn settle(work: &Work, person: Id, book: &Book) -> Result<(), PersonError> {
    let head = table::head_of(work, person).await?;
    let (to_tell, waits) = (book.must_tell(work.now()), book.waits());
    if table::set_waits(work, person, to_tell, waits.is_some()).await? {
        work.emit(EventName::CaseFollows, head.case, head.root, None)
            .await?;
    }
    Ok(())
}

/// Whether this recipient may have something for this purpose. Never a body that the report shuts out, a
/// shelter, or one that ended; a force only what is for it; a body of the other jurisdiction only by the
/// purpose that says so (`docs/domain/practice.md` 1, 9, 13).
async fn must_suit(
    work: &Work,
    person: Id,
    purpose: Purpose,
    recipient: &Recipient,
) -> Result<(), PersonError> {
    let Recipient::Body(body) = recipient else {
        return Ok(());
    };
    let (guard, grants) = work.guard_of(person).await?;
    let found = organisation::find(work, *body).await?;
    let found = found.filter(|body| !body.ended && body.is.kind != OrgKind::Shelter);
    let found = found.ok_or(PersonError::NotThem)?;
    let line = organisation::family(work).await?.line(*body);
    let is_shut_out = grants.iter().any(|one| {
        let is_it = one.holder == *body || line.contains(&one.holder);
        one.relation == Relation::Excluded && is_it
    });
    let across = |other: Jurisdiction| guard.jurisdiction.is_some_and(|own| own != other);
    let is_across = found.is.jurisdiction.is_some_and(across);
    let suits = match found.is.kind {
        OrgKind::ArmedGroup => false,
        kind if kind.is_force() && is_across => false,
        OrgKind::Police => purpose == Purpose::Police,
        OrgKind::Court => matches!(purpose, Purpose::Judge | Purpose::Prosecutor),
        _ if is_across => purpose == Purpose::Across,
        _ => !matches!(
            purpose,
            Purpose::Police | Purpose::Judge | Purpose::Prosecutor
        ),
    };
    if is_shut_out || !suits {
        return Err(PersonError::NotThem);
    }
    Ok(())
}

/// The same for what leaves now: somebody may be shut out since.
pub(super) async fn must_still_suit(work: &Work, leaving: &Leaving) -> Result<(), PersonError> {
    must_suit(
        work,
        leaving.person(),
        leaving.purpose(),
        leaving.recipient(),
    )
    .await
}

/// `RecordConsent`: the answers that the person gave to some of the questions.
pub async fn record_answers(
    unit: &Unit<RecordConsent>,
    answers: &[(Question, Agreed)],
    form_key: &str,
) -> Result<Done, PersonError> {
    let answers = answers.iter();
    let answers = answers.map(|(question, said)| What::Answered(*question, *said));
    write(unit, unit.record(), answers.collect(), form_key).await
}

/// `RecordConsent`: a consent, of which everything was explained first.
pub async fn record_consent(
    unit: &Unit<RecordConsent>,
    consent: &Consent,
    form_key: &str,
) -> Result<Done, PersonError> {
    must_suit(unit, unit.record(), consent.purpose, &consent.recipient).await?;
    let what = What::Consented(consent.clone());
    write(unit, unit.record(), vec![what], form_key).await
}

/// `NameChildDecider`: who decides for the child beside the child, and whether the conflict check found
/// nothing. Where it found something nobody decides until another is named.
pub async fn name_child_decider(
    unit: &Unit<NameChildDecider>,
    who: Decider,
    is_free: bool,
    form_key: &str,
) -> Result<Done, PersonError> {
    let what = What::Decides(who, is_free);
    write(unit, unit.record(), vec![what], form_key).await
}

/// `WithdrawConsent`: in one step, at once.
pub async fn withdraw_consent(
    unit: &Unit<WithdrawConsent>,
    consent: i64,
    form_key: &str,
) -> Result<Done, PersonError> {
    let what = What::Withdrawn(consent);
    write(unit, unit.record(), vec![what], form_key).await
}

/// `TellWithdrawal`: whoever has something of it knows that it ended.
pub async fn tell_withdrawal(
    unit: &Unit<TellWithdrawal>,
    consent: i64,
    form_key: &str,
) -> Result<Done, PersonError> {
    let what = What::Told(consent);
    write(unit, unit.record(), vec![what], form_key).await
}

/// `ProposeSharing`: the smallest part is to leave without a consent, on one of three grounds. It waits
/// for a second person.
pub async fn propose_sharing(
    unit: &Unit<ProposeSharing>,
    exception: &Exception,
    form_key: &str,
) -> Result<Done, PersonError> {
    let person = unit.record();
    must_suit(unit, person, exception.purpose, &exception.recipient).await?;
    let what = What::Proposed(exception.clone());
    let done = write(unit, person, vec![what], form_key).await?;
    if let (Done::Now, Some(member)) = (done, unit.actor().member()) {
        unit.end_grant(person, Relation::Proposer, None).await?;
        unit.grant(person, member.account, Relation::Proposer, None, None)
            .await?;
        unit.reason(exception.basis.code()).await;
    }
    Ok(done)
}

/// `ConfirmSharing`: another person, who supervises, agrees or does not.
pub async fn confirm_sharing(
    unit: &Unit<ConfirmSharing>,
    proposal: i64,
    agrees: bool,
    form_key: &str,
) -> Result<Done, PersonError> {
    let what = if agrees {
        What::Confirmed(proposal)
    } else {
        What::Refused(proposal)
    };
    write(unit, unit.record(), vec![what], form_key).await
}

/// `WriteAge`: the person is younger than it was thought, or nobody knows. What was agreed to alone by
/// somebody who is a child does not hold, and a child's clock runs. That somebody is grown up after all
/// is said by two people, on the clock.
pub async fn write_age(
    unit: &Unit<WriteAge>,
    age: AgeBand,
    form_key: &str,
) -> Result<Done, PersonError> {
    let person = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    let head = table::head_of(unit, person).await?;
    if age == AgeBand::Adult && head.age != AgeBand::Adult {
        return Err(PersonError::TwoPeople);
    }
    is_now(unit, &head, age).await?;
    unit.reason(age.code()).await;
    unit.answer(form_key, "written").await?;
    Ok(Done::Now)
}

/// Somebody is as old as that, from now on.
pub(super) async fn is_now(work: &Work, head: &Head, age: AgeBand) -> Result<(), PersonError> {
    table::set_age(work, head, age).await?;
    let is_child = age != AgeBand::Adult;
    let book = consent::record(work, head.record, What::Child(is_child)).await?;
    settle(work, head.record, &book).await?;
    let (guard, _) = work.guard_of(head.record).await?;
    let governorate = table::governorate_of(work, head.case).await?;
    if let Some(desk) = guard.org {
        let of = (head.root, head.record);
        let place = (desk, governorate.as_deref().unwrap_or_default());
        begun::own_must_be_safe(work, of, place, age).await?;
    }
    Ok(())
}

/// `WriteIdentity`: who the person is, in the place of what stood there.
pub async fn write_identity(
    unit: &Unit<WriteIdentity>,
    parts: &[Written],
    seen: i64,
    form_key: &str,
) -> Result<Done, PersonError> {
    let person = unit.record();
    if unit.answered(form_key).await?.is_some() {
        return Ok(Done::Before);
    }
    if !table::move_on(unit, person, seen).await? {
        return Err(PersonError::Stale);
    }
    table::put_parts(unit, person, parts).await?;
    unit.answer(form_key, "written").await?;
    Ok(Done::Now)
}

/// `ReadIdentity`: who the person is.
pub async fn read_identity(unit: &Unit<ReadIdentity>) -> Result<(Head, Vec<Written>), PersonError> {
    let person = unit.record();
    let head = table::head_of(unit, person).await?;
    Ok((head, table::parts(unit, person).await?))
}

/// Who the person is, for what leaves; nothing, while the name is shut.
pub(super) async fn parts_of(work: &Work, head: &Head) -> Result<Vec<Written>, PersonError> {
    if !head.is_open {
        return Ok(Vec::new());
    }
    let parts = table::parts(work, head.record).await?;
    let told = |(part, _): &(Part, Plain<String>)| !part.is_contact();
    Ok(parts.into_iter().filter(told).collect())
}

/// Forgets a person and their book, whose key the same unit destroys.
pub(crate) async fn forget(work: &Work, person: Id) -> Result<(), StoreError> {
    consent::forget(work, person).await?;
    table::drop_person(work, person).await
}
