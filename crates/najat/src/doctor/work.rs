//! What people must see to, so that whoever asks for help finds somebody.

use people::{account, unattended};
use protection::reader::{actions, rules};
use record::{Moment, World};
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
        let found = Finding::new(
            Weight::Broken,
            "doctor-unread",
            "doctor-unread-why",
            "doctor-see-others",
        );
        vec![found.with("error", error.to_string())]
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
        (0, _) => "doctor-no-number",
        (_, 0) => return Ok(None),
        _ => "doctor-old-numbers",
    };
    let found = Finding::new(
        Weight::ToDo,
        what,
        "doctor-numbers-why",
        "doctor-numbers-do",
    );
    Ok(Some(found.with("numbers", old.join(", "))))
}

/// Open work that nobody can act on.
async fn unattended(examined: &Examined, world: &World) -> Result<Option<Finding>, StoreError> {
    let lying = unattended::find(examined, world.now()).await?;
    let Some(oldest) = lying.iter().map(|one| one.since).min() else {
        return Ok(None);
    };
    let found = Finding::new(
        Weight::Broken,
        "doctor-unattended",
        "doctor-unattended-why",
        "doctor-unattended-do",
    );
    Ok(Some(
        found.with("count", lying.len()).with("since", at(oldest)),
    ))
}

/// A moment as it is told.
fn at(moment: Moment) -> String {
    moment.local().strftime("%F %H:%M").to_string()
}

/// Accounts that are found by an index of another version.
async fn names(examined: &Examined) -> Result<Option<Finding>, StoreError> {
    let accounts = account::otherwise_indexed(examined).await?;
    Ok((accounts > 0).then(|| {
        Finding::new(
            Weight::Broken,
            "doctor-names",
            "doctor-names-why",
            "doctor-names-do",
        )
        .with("count", accounts)
    }))
}

/// Long work that failed for good.
fn has_failed(job: &Job) -> Finding {
    let fault = job.fault.map_or("not told", |fault| fault.code());
    let ended = job.ended.unwrap_or(job.asked_at);
    Finding::new(
        Weight::Broken,
        "doctor-job",
        "doctor-job-why",
        "doctor-job-do",
    )
    .with("kind", job.kind.to_string())
    .with("at", at(ended))
    .with("fault", fault)
}

/// A rule that cannot do its work.
fn is_stuck(stuck: &Stuck) -> Finding {
    Finding::new(
        Weight::Broken,
        "doctor-stuck",
        "doctor-stuck-why",
        "doctor-stuck-do",
    )
    .with("rule", stuck.rule.clone())
    .with("subjects", stuck.subjects)
    .with("since", at(stuck.since))
    .with("tries", stuck.tries)
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
        all if all == record::governorates().len() => "doctor-no-readers",
        _ => "doctor-some-readers",
    };
    let found = Finding::new(
        Weight::ToDo,
        what,
        "doctor-readers-why",
        "doctor-readers-do",
    );
    Ok(Some(found.with("places", without.join(", "))))
}
