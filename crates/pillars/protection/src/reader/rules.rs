//! Who is shut out, and who reads: pure functions over the readers and the bodies on record.

use std::collections::BTreeSet;

use people::organisation::{Family, Organisation};
use record::{Id, Jurisdiction, OrgKind};

use super::{Reader, Staff};

/// Whom a sender accuses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Accused {
    /// A body they named.
    Named(Id),
    /// A body of this kind; they do not know which.
    SomeOf(OrgKind),
}

/// The bodies that are accused: those named, and every one that might be meant.
pub fn accused_bodies(
    bodies: &[Organisation],
    accused: &[Accused],
    governorate: Option<&str>,
) -> BTreeSet<Id> {
    let mut found = BTreeSet::new();
    for accused in accused {
        match accused {
            Accused::Named(id) => {
                found.insert(*id);
            }
            Accused::SomeOf(kind) => {
                let meant = bodies.iter().filter(|body| body.is.kind == *kind);
                found.extend(
                    meant
                        .filter(|body| works_in(body, governorate))
                        .map(|body| body.id),
                );
            }
        }
    }
    found
}

/// A body works where it reads, whatever is said of its places: who accuses "one of them here" means
/// it too, and finds its name to choose.
pub fn work_where_they_read(bodies: &mut [Organisation], readers: &[Reader]) {
    for reader in readers {
        let Some(body) = bodies.iter_mut().find(|body| body.id == reader.org) else {
            continue;
        };
        let places = &mut body.is.governorates;
        match &reader.governorate {
            // It reads for the whole country: no place named means all of them.
            None => places.clear(),
            Some(place) if !places.is_empty() && !places.contains(place) => {
                places.push(place.clone());
            }
            Some(_) => {}
        }
    }
}

/// Whether a body works in a governorate; where no place is known, it might.
pub fn works_in(body: &Organisation, governorate: Option<&str>) -> bool {
    let places = &body.is.governorates;
    governorate.is_none_or(|here| places.is_empty() || places.iter().any(|place| place == here))
}

/// Who stands above whom.
pub fn family(bodies: &[Organisation]) -> Family {
    bodies
        .iter()
        .map(|body| (body.id, body.is.parent))
        .collect()
}

/// Everybody who is shut out of a report: whoever is accused, with those above and below.
pub fn shut_out(
    bodies: &[Organisation],
    accused: &[Accused],
    governorate: Option<&str>,
) -> BTreeSet<Id> {
    let family = family(bodies);
    let accused = accused_bodies(bodies, accused, governorate);
    accused.into_iter().flat_map(|id| family.line(id)).collect()
}

/// The readers at whose desk there is somebody who is not shut out. A desk where nobody can read is
/// named to no sender.
pub fn manned(readers: &[Reader], staff: &[Staff], shut_out: &BTreeSet<Id>) -> Vec<Reader> {
    let reads = |one: &Staff| {
        !shut_out.contains(&one.account) && !one.works.iter().any(|org| shut_out.contains(org))
    };
    let desks: BTreeSet<Id> = staff
        .iter()
        .filter(|one| reads(one))
        .map(|one| one.org)
        .collect();
    let open = readers.iter().filter(|reader| desks.contains(&reader.org));
    open.cloned().collect()
}

/// Who reads: the first of the governorate's order that is not shut out, else an independent
/// reader for the whole country, one of the same jurisdiction before the others.
pub fn first_reader<'r>(
    readers: &'r [Reader],
    shut_out: &BTreeSet<Id>,
    governorate: Option<&str>,
    jurisdiction: Option<Jurisdiction>,
) -> Option<&'r Reader> {
    let open = || {
        readers
            .iter()
            .filter(|reader| may_read(reader) && !shut_out.contains(&reader.org))
    };
    let here =
        |reader: &&Reader| governorate.is_some() && reader.governorate.as_deref() == governorate;
    let order = |reader: &&Reader| (reader.position, reader.org);
    open().filter(here).min_by_key(order).or_else(|| {
        let national = |reader: &&Reader| reader.governorate.is_none() && reader.independent;
        let away =
            |reader: &&Reader| jurisdiction.is_some_and(|there| there != reader.jurisdiction);
        open()
            .filter(national)
            .min_by_key(|reader| (away(reader), reader.position, reader.org))
    })
}

/// Police, armed groups and courts read nothing that was sent for help.
fn may_read(reader: &Reader) -> bool {
    !reader.org_kind.is_force()
}

/// The police body to which a copy may be released: the nearest of that governorate that is not
/// shut out. Whoever accuses any police releases nothing to any.
pub fn police_for(
    bodies: &[Organisation],
    accused: &[Accused],
    shut_out: &BTreeSet<Id>,
    governorate: Option<&str>,
) -> Option<Id> {
    governorate?;
    let is_police = |id: Id| {
        bodies
            .iter()
            .any(|body| body.id == id && body.is.kind == OrgKind::Police)
    };
    let accuses_police = accused.iter().any(|accused| match accused {
        Accused::Named(id) => is_police(*id),
        Accused::SomeOf(kind) => *kind == OrgKind::Police,
    });
    if accuses_police {
        return None;
    }
    bodies
        .iter()
        .filter(|body| !body.ended)
        .filter(|body| body.is.kind == OrgKind::Police && works_in(body, governorate))
        .filter(|body| !shut_out.contains(&body.id))
        .min_by_key(|body| {
            (
                body.is.governorates.is_empty(),
                body.is.governorates.len(),
                body.id,
            )
        })
        .map(|body| body.id)
}

/// How long a duty number counts as checked, in seconds.
pub const CHECKED_FOR: i64 = 90 * 24 * 3600;
