//! How a day is put in order, and where a day leads on which nothing waits.

use std::collections::{BTreeMap, HashSet};

use access::action::{
    AskForBed, AskWhetherKnown, ConfirmMember, ListClocks, ListHeld, ListReleases, ListReports,
    ListShelters, RegisterShelter, SetOrganisation, VerifyLedger,
};
use access::{Action, Actor};
use record::{Moment, Section, TASKS_SHOWN, Task};
use store::Gate;

/// How many lines of danger the page shows; the lists are asked for one more than these.
pub(super) const MOST: usize = TASKS_SHOWN;

/// How many lines any other part shows, so that a phone shows the whole day in a few screens.
pub(super) const FIRST: usize = 3;

/// How many lines one part of the page shows; the list behind it has them all.
const fn most(section: Section) -> usize {
    match section {
        Section::Danger => MOST,
        _ => FIRST,
    }
}

/// One part of the page.
pub(super) struct Part {
    pub(super) section: Section,
    pub(super) tasks: Vec<Task>,
    /// The lists that have the rest, where there is more.
    pub(super) more: Vec<More>,
    /// How many are overdue, of those too that are not shown.
    pub(super) overdue: usize,
}

/// What a part does not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct More {
    /// The route of the list in which it stands.
    pub(super) list: &'static str,
    /// How many lines there are beyond those shown.
    pub(super) count: usize,
    /// Whether there may be still more, as no more were asked for.
    pub(super) open_ended: bool,
}

/// Whether a task should have been done by now.
pub(super) fn is_overdue(task: &Task, now: Moment) -> bool {
    task.due.is_some_and(|due| due <= now)
}

/// The parts in their order; in each the overdue first, then what is due soonest, then the oldest.
/// A record stands once in each part.
pub(super) fn parts(tasks: Vec<Task>, now: Moment) -> Vec<Part> {
    let mut by_section: Vec<Part> = Section::ALL
        .iter()
        .map(|section| Part {
            section: *section,
            tasks: Vec::new(),
            more: Vec::new(),
            overdue: 0,
        })
        .collect();
    for task in tasks {
        if let Some(part) = by_section
            .iter_mut()
            .find(|part| part.section == task.section)
        {
            part.tasks.push(task);
        }
    }
    for part in &mut by_section {
        part.tasks.sort_by_key(|task| {
            let due = task.due.map_or(i64::MAX, Moment::micros);
            (!is_overdue(task, now), due, task.since, task.record)
        });
        let mut seen = HashSet::new();
        part.tasks
            .retain(|task| seen.insert((task.record, task.route, task.what)));
        part.overdue = part
            .tasks
            .iter()
            .filter(|task| is_overdue(task, now))
            .count();
        part.more = cut(part);
    }
    by_section.retain(|part| !part.tasks.is_empty());
    by_section
}

/// Leaves the first lines of each list that stands behind a part, and tells what of which list is
/// not shown. A line behind which there is no list stays.
fn cut(part: &mut Part) -> Vec<More> {
    let section = part.section;
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for list in part.tasks.iter().filter_map(|task| list_of(section, task)) {
        *counts.entry(list).or_default() += 1;
    }
    let mut shown: BTreeMap<&'static str, usize> = BTreeMap::new();
    part.tasks.retain(|task| {
        let Some(list) = list_of(section, task) else {
            return true;
        };
        let so_far = shown.entry(list).or_default();
        let room = room(section, counts.get(list).copied().unwrap_or_default());
        let stays = *so_far < room;
        *so_far += usize::from(stays);
        stays
    });
    counts
        .into_iter()
        .map(|(list, all)| (list, all, all.saturating_sub(room(section, all))))
        .filter(|(_, _, count)| *count > 0)
        .map(|(list, all, count)| More {
            list,
            count,
            open_ended: all > MOST,
        })
        .collect()
}

/// How many of so many lines of one list a part shows: one line takes no more room than the way to
/// it.
const fn room(section: Section, all: usize) -> usize {
    let most = most(section);
    if all == most + 1 && all <= MOST {
        all
    } else {
        most
    }
}

/// The route of the list in which a line stands, if it stands in one.
fn list_of(section: Section, task: &Task) -> Option<&'static str> {
    match (section, task.route) {
        (Section::Bed, _) => Some("beds"),
        (Section::Held, _) => Some("held"),
        (Section::Right, _) => Some("rights"),
        (Section::Clock, _) => Some("clocks"),
        (_, "report" | "report-hand") => Some("reports"),
        (_, "waiting") => Some("waiting"),
        _ => None,
    }
}

/// What a day says on which nothing waits: a sentence, the route it leads to, the button's words.
pub(super) type Calm = (&'static str, &'static str, &'static str);

/// Whether somebody could do something at all.
type May = fn(&Gate<'_>, &Actor) -> bool;

fn ever<A: Action>(gate: &Gate<'_>, actor: &Actor) -> bool {
    gate.ever::<A>(actor)
}

/// What such a day says, by what somebody could do: the first that they can. At a body of force a
/// responder asks for a place and reads no report, and a supervisor confirms members.
const CALM: &[(May, Calm)] = &[
    (
        ever::<VerifyLedger>,
        ("today-empty-ledger", "ledger", "today-to-ledger"),
    ),
    (
        ever::<SetOrganisation>,
        ("today-empty-house", "administration", "today-to-house"),
    ),
    (
        ever::<ListReports>,
        ("today-empty-reports", "reports", "today-to-reports"),
    ),
    (
        ever::<RegisterShelter>,
        ("today-empty-houses", "shelters", "today-to-houses"),
    ),
    (
        ever::<ListShelters>,
        ("today-empty-requests", "shelters", "today-to-houses"),
    ),
    (
        ever::<ListReleases>,
        ("today-empty-released", "releases", "today-to-released"),
    ),
    (
        ever::<AskWhetherKnown>,
        ("today-empty-search", "search", "today-to-search"),
    ),
    (
        ever::<ListHeld>,
        ("today-empty-held", "held", "today-to-held"),
    ),
    (
        ever::<ListClocks>,
        ("today-empty-clocks", "clocks", "today-to-clocks"),
    ),
    (
        ever::<AskForBed>,
        ("today-empty-asking", "bed-new", "today-to-asking"),
    ),
    (
        ever::<ConfirmMember>,
        ("today-empty-members", "members", "today-member-step"),
    ),
];

/// What it says to whoever can do none of these.
const DIRECTORY: Calm = ("today-empty-directory", "directory", "today-to-directory");

/// What a day without lines says to this actor.
pub(super) fn calm(gate: &Gate<'_>, actor: &Actor) -> Calm {
    let found = CALM.iter().find(|(may, _)| may(gate, actor));
    found.map_or(DIRECTORY, |(_, calm)| *calm)
}

/// All of them, for samples.
pub(super) fn calms() -> impl Iterator<Item = Calm> {
    CALM.iter().map(|(_, calm)| *calm)
}

/// Where a day leads whose page is not built yet.
pub(super) const ACCOUNT: Calm = ("today-empty-account", "own-account", "today-to-account");

#[cfg(test)]
mod tests {
    use record::Id;

    use super::*;

    const NOW: Moment = Moment::from_micros(1_795_431_909_000_000);

    fn task(n: u8, section: Section, due: Option<i64>) -> Task {
        Task {
            section,
            record: Id::from_bytes([n; 16]),
            code: format!("C{n}"),
            what: "today-report-new",
            since: NOW.plus_seconds(-i64::from(n)),
            due: due.map(|seconds| NOW.plus_seconds(seconds)),
            governorate: None,
            age: None,
            route: "report",
            step: "today-report-read",
        }
    }

    fn codes(part: &Part) -> Vec<&str> {
        part.tasks.iter().map(|task| task.code.as_str()).collect()
    }

    #[test]
    fn danger_comes_first_and_in_each_part_the_overdue() {
        let parts = parts(
            vec![
                task(1, Section::Desk, None),
                task(2, Section::Clock, Some(60)),
                task(3, Section::Clock, Some(-60)),
                task(4, Section::Danger, None),
                task(5, Section::Clock, Some(-120)),
                task(6, Section::Clock, None),
                task(7, Section::Danger, None),
            ],
            NOW,
        );
        let sections: Vec<Section> = parts.iter().map(|part| part.section).collect();
        assert_eq!(sections, [Section::Danger, Section::Clock, Section::Desk]);
        assert_eq!(codes(&parts[0]), ["C7", "C4"]);
        assert_eq!(parts[1].overdue, 2);
        assert_eq!(codes(&parts[1]), ["C5", "C3", "C2", "C6"]);
    }

    #[test]
    fn a_part_is_no_longer_than_it_may_be_and_leads_to_the_rest() {
        let lines = |count: u8, section| (1..=count).map(move |n| task(n, section, Some(-1)));
        let mut many: Vec<Task> = lines(7, Section::Desk).collect();
        many.extend(lines(7, Section::Desk));
        many.extend(lines(21, Section::Clock));
        many.extend(lines(20, Section::Danger));
        many.extend((1..=4).map(|n| task(n, Section::Held, None)));
        let parts = parts(many, NOW);
        let more = |list, count, open_ended| {
            vec![More {
                list,
                count,
                open_ended,
            }]
        };
        let shown = |part: &Part| (part.tasks.len(), part.more.clone());
        assert_eq!(parts[0].section, Section::Danger);
        assert_eq!(shown(&parts[0]), (20, vec![]));
        assert_eq!(
            shown(&parts[1]),
            (FIRST + 1, vec![]),
            "one more is shown, not led to"
        );
        assert_eq!(shown(&parts[2]), (FIRST, more("clocks", 21 - FIRST, true)));
        assert_eq!(shown(&parts[3]), (FIRST, more("reports", 7 - FIRST, false)));
        assert_eq!((parts[2].overdue, parts[3].overdue), (21, 7));
    }

    #[test]
    fn each_list_has_its_own_first_lines_and_what_stands_in_none_stays() {
        let led = |n, route| Task {
            route,
            ..task(n, Section::Desk, (route != "report").then_some(60))
        };
        let mut many: Vec<Task> = (1..=10).map(|n| led(n, "report")).collect();
        many.extend((11..=15).map(|n| led(n, "waiting")));
        many.extend((21..=25).map(|n| led(n, "colleague")));
        let parts = parts(many, NOW);
        let of = |route| {
            let tasks = parts[0].tasks.iter();
            tasks.filter(|task| task.route == route).count()
        };
        assert_eq!((of("report"), of("waiting"), of("colleague")), (3, 3, 5));
        let more: Vec<(&str, usize)> = parts[0].more.iter().map(|m| (m.list, m.count)).collect();
        assert_eq!(more, [("reports", 7), ("waiting", 2)]);
    }

    #[test]
    fn a_record_stands_once_in_a_part() {
        let twice = vec![task(1, Section::Desk, None), task(1, Section::Desk, None)];
        let parts = parts(twice, NOW);
        assert_eq!(parts[0].tasks.len(), 1);
        assert_eq!(parts[0].more, []);
    }
}
