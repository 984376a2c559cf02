//! What people must see to, so that whoever asks for help finds somebody.

use people::{account, unattended};
use protection::reader::{actions, rules};
use record::World;
use store::jobs::Job;
use store::{Examined, StoreError, Stuck};

use super::{Finding, Weight};

pub(super) async fn look(examined: &Examined, world: &World) -> Vec<Finding> {
    if !examined.is_of_this_program() {
        // Its tables may be others than those asked here.
        return Vec::new();
    }
    let looked = async {
        let numbers = numbers(examined, world).await?;
        let readers = readers(examined).await?;
        let lies = unattended(examined, world).await?;
        let stuck = examined.stuck().await?;
        let names = names(examined).await?;
        let failed = examined.failed_jobs().await?;
        let found = numbers.into_iter().chain(readers).chain(lies).chain(names);
        let found = found.chain(stuck.iter().map(is_stuck));
        Ok::<_, StoreError>(found.chain(failed.iter().map(has_failed)).collect())
    };
    looked.await.unwrap_or_else(|error| {
        vec![Finding::new(
            Weight::Broken,
            format!("readers and numbers cannot be read ({error})"),
            "nobody knows whether reports find a reader",
            "see the lines above",
        )]
    })
}

async fn numbers(examined: &Examined, world: &World) -> Result<Option<Finding>, StoreError> {
    let since = world.now().plus_seconds(-rules::CHECKED_FOR);
    let all = actions::all_numbers(examined, None).await?;
    let shown: Vec<_> = all.iter().filter(|number| !number.hidden).collect();
    let old: Vec<&str> = shown
        .iter()
        .filter(|number| number.checked_on <= since)
        .map(|number| number.number.as_str())
        .collect();
    let what = match (shown.len(), old.len()) {
        (0, _) => "no number of anybody to call is on record".to_owned(),
        (_, 0) => return Ok(None),
        _ => format!("not checked for 90 days: {}", old.join(", ")),
    };
    Ok(Some(Finding::new(
        Weight::ToDo,
        what,
        "such numbers are kept off the public page: whoever needs a voice finds none",
        "call them, and enter what was found on the page Duty numbers",
    )))
}

/// Open work that nobody can act on.
async fn unattended(examined: &Examined, world: &World) -> Result<Option<Finding>, StoreError> {
    let lying = unattended::find(examined, world.now()).await?;
    let Some(oldest) = lying.iter().map(|one| one.since).min() else {
        return Ok(None);
    };
    let what = format!(
        "nobody can act on {} open records, the oldest since {}",
        lying.len(),
        oldest.local().strftime("%F %H:%M")
    );
    Ok(Some(Finding::new(
        Weight::Broken,
        what,
        "whoever wrote or waits there finds nobody",
        "let an administrator open the page Work without anybody, and name people, readers or desks there",
    )))
}

/// Accounts that are found by an index of another version.
async fn names(examined: &Examined) -> Result<Option<Finding>, StoreError> {
    let accounts = account::otherwise_indexed(examined).await?;
    Ok((accounts > 0).then(|| {
        Finding::new(
            Weight::Broken,
            format!("{accounts} accounts are found by an index that this program makes otherwise"),
            "nobody can sign in to them",
            "najat index rebuild; where it was done and some are left, their sign-in names have become              alike: invite those people anew",
        )
    }))
}

/// Long work that failed for good.
fn has_failed(job: &Job) -> Finding {
    let fault = job.fault.map_or("not told", |fault| fault.code());
    let ended = job.ended.unwrap_or(job.asked_at);
    Finding::new(
        Weight::Broken,
        format!(
            "the job {} failed for good on {}: {fault}",
            job.kind,
            ended.local().strftime("%F %H:%M")
        ),
        "what somebody asked for was not done",
        "open the page Long work, which says what to do, and ask for it anew",
    )
}

/// A rule that cannot do its work.
fn is_stuck(stuck: &Stuck) -> Finding {
    let Stuck {
        rule,
        since,
        tries,
        subjects,
    } = stuck;
    Finding::new(
        Weight::Broken,
        format!(
            "{rule} is stuck on {subjects} since {}, tried {tries} times",
            since.local().strftime("%F %H:%M")
        ),
        "what should follow from an event does not",
        "look for the rule's name in the log of that time; it is tried again by itself",
    )
}

async fn readers(examined: &Examined) -> Result<Option<Finding>, StoreError> {
    let country = actions::country(examined).await?;
    let manned = country.manned(&std::collections::BTreeSet::new());
    let without: Vec<&str> = record::governorates()
        .iter()
        .filter(|place| {
            let nobody = std::collections::BTreeSet::new();
            rules::first_reader(&manned, &nobody, Some(&place.code), None).is_none()
        })
        .map(|place| place.code.as_str())
        .collect();
    let what = match without.len() {
        0 => return Ok(None),
        all if all == record::governorates().len() => "no governorate has a reader".to_owned(),
        _ => format!("no reader for {}", without.join(", ")),
    };
    Ok(Some(Finding::new(
        Weight::ToDo,
        what,
        "a report from there would find nobody, so that its page takes none",
        "on the page Who reads, name readers whose desks have people, and an independent one for the whole country",
    )))
}
