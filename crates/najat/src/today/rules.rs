//! How a day is put in order, and where a day leads on which nothing waits.

use std::collections::{BTreeMap, HashMap, HashSet};

use access::action::{
    AskForBed, AskWhetherKnown, ConfirmMember, ListClocks, ListHeld, ListReleases, ListReports,
    ListShelters, RegisterShelter, SetOrganisation, VerifyLedger,
};
use access::{Action, Actor};
use record::{Id, Moment, Section, TASKS_SHOWN, Task};
use store::Gate;

/// How many lines of one sort a list is asked for at most, but for the one that tells of more.
pub(super) const MOST: usize = TASKS_SHOWN;

/// How many matters the page shows, so that a phone shows the whole day in a few screens; danger is
/// shown beyond them.
pub(super) const FIRST: usize = 10;

/// How many seconds before it is late something comes before what is late already: it can still be
/// done in time.
const SOON: i64 = 2 * 3600;

/// The day in its order.
pub(super) struct Day {
    pub(super) matters: Vec<Matter>,
    /// The lists that have the rest, where there is more.
    pub(super) more: Vec<More>,
    /// How many matters are overdue, of those too that are not shown.
    pub(super) overdue: usize,
}

/// All that waits about one person, or one thing: the most urgent first.
pub(super) struct Matter {
    pub(super) sorts: Vec<Sort>,
}

/// What waits alike: of one sort, the most urgent and how many there are.
pub(super) struct Sort {
    pub(super) task: Task,
    pub(super) count: usize,
    pub(super) late: usize,
}

/// What the page does not show.
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

/// How urgent something is, the lowest first: danger; what can still be done in time, the soonest
/// first; what is late, the longest first; what is due later; and then what waits longest.
type Urgency = (u8, i64, Section, Id);

fn urgency(task: &Task, now: Moment) -> Urgency {
    let (rank, at) = match task.due {
        _ if task.section == Section::Danger => (0, task.due.unwrap_or(task.since).micros()),
        Some(due) if due <= now => (2, due.micros()),
        Some(due) if due.seconds_since(now) <= SOON => (1, due.micros()),
        Some(due) => (3, due.micros()),
        None => (4, task.since.micros()),
    };
    (rank, at, task.section, task.record)
}

impl Matter {
    fn urgency(&self, now: Moment) -> Option<Urgency> {
        self.sorts.first().map(|sort| urgency(&sort.task, now))
    }

    fn is_overdue(&self) -> bool {
        self.sorts.iter().any(|sort| sort.late > 0)
    }

    fn is_danger(&self) -> bool {
        let mut sorts = self.sorts.iter();
        sorts.any(|sort| sort.task.section == Section::Danger)
    }

    /// Whether a list behind the page has all of it.
    fn is_listed(&self) -> bool {
        self.sorts.iter().all(|sort| list_of(&sort.task).is_some())
    }
}

/// One matter for each code that people speak of, and for whatever has none; in it what waits alike
/// is one.
pub(super) fn day(tasks: Vec<Task>, now: Moment) -> Day {
    let (mut matters, all) = whole_day(tasks, now);
    let overdue = matters.iter().filter(|matter| matter.is_overdue()).count();
    let more = cut(&mut matters, &all);
    Day {
        matters,
        more,
        overdue,
    }
}

/// The same with every matter, and how many lines stand in which list.
pub(super) fn whole_day(
    mut tasks: Vec<Task>,
    now: Moment,
) -> (Vec<Matter>, BTreeMap<&'static str, usize>) {
    let mut seen = HashSet::new();
    tasks.retain(|task| seen.insert((task.section, task.record, task.route, task.what)));
    tasks.sort_by_key(|task| urgency(task, now));
    let mut all: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut matters: Vec<Matter> = Vec::new();
    let mut by_code: HashMap<String, usize> = HashMap::new();
    for task in tasks {
        if let Some(list) = list_of(&task) {
            *all.entry(list).or_default() += 1;
        }
        let at = if let Some(at) = by_code.get(&task.code) {
            *at
        } else {
            if !task.code.is_empty() {
                by_code.insert(task.code.clone(), matters.len());
            }
            matters.push(Matter { sorts: Vec::new() });
            matters.len() - 1
        };
        if let Some(matter) = matters.get_mut(at) {
            matter.add(task, now);
        }
    }
    matters.sort_by_key(|matter| matter.urgency(now));
    (matters, all)
}

impl Matter {
    fn add(&mut self, task: Task, now: Moment) {
        let late = usize::from(is_overdue(&task, now));
        let alike = |sort: &&mut Sort| sort.task.what == task.what && sort.task.route == task.route;
        if let Some(sort) = self.sorts.iter_mut().find(alike) {
            sort.count += 1;
            sort.late += late;
        } else {
            let count = 1;
            self.sorts.push(Sort { task, count, late });
        }
    }
}

/// Leaves the first matters, those in danger and those that stand in no list, and tells what of
/// which list is not shown. One more takes no more room than the way to it.
fn cut(matters: &mut Vec<Matter>, all: &BTreeMap<&'static str, usize>) -> Vec<More> {
    let room = if matters.len() == FIRST + 1 {
        FIRST + 1
    } else {
        FIRST
    };
    let mut hidden: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut at = 0;
    matters.retain(|matter| {
        at += 1;
        let stays = at <= room || matter.is_danger() || !matter.is_listed();
        if !stays {
            for sort in &matter.sorts {
                if let Some(list) = list_of(&sort.task) {
                    *hidden.entry(list).or_default() += sort.count;
                }
            }
        }
        stays
    });
    let more = hidden.into_iter().map(|(list, count)| More {
        list,
        count,
        open_ended: all.get(list).is_some_and(|all| *all > MOST),
    });
    more.collect()
}

/// The route of the list in which a line stands, if it stands in one.
fn list_of(task: &Task) -> Option<&'static str> {
    match (task.section, task.route) {
        (Section::Bed, _) => Some("beds"),
        (Section::Held, _) => Some("held"),
        (Section::Right, _) => Some("rights"),
        (Section::Clock, _) => Some("clocks"),
        (_, "screening" | "screening-answers") => Some("screenings"),
        (_, "case" | "case-contact" | "case-hand" | "person") => Some("cases"),
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
        (
            "today-empty-installation",
            "administration",
            "today-to-installation",
        ),
    ),
    (
        ever::<ListReports>,
        ("today-empty-reports", "reports", "today-to-reports"),
    ),
    (
        ever::<RegisterShelter>,
        ("today-empty-shelters", "shelters", "today-to-shelters"),
    ),
    (
        ever::<ListShelters>,
        ("today-empty-requests", "shelters", "today-to-shelters"),
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
pub(super) const DIRECTORY: Calm = ("today-empty-directory", "directory", "today-to-directory");

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

    fn codes(day: &Day) -> Vec<&str> {
        let first = day.matters.iter().map(|matter| &matter.sorts[0].task);
        first.map(|task| task.code.as_str()).collect()
    }

    #[test]
    fn danger_comes_first_then_what_can_still_be_done_then_what_is_late() {
        let day = day(
            vec![
                task(1, Section::Desk, None),
                task(2, Section::Clock, Some(60)),
                task(3, Section::Clock, Some(-60)),
                task(4, Section::Danger, None),
                task(5, Section::Clock, Some(-120)),
                task(6, Section::Clock, None),
                task(7, Section::Danger, None),
                task(8, Section::Bed, Some(SOON + 60)),
                task(9, Section::Promise, Some(30)),
            ],
            NOW,
        );
        let expected = ["C7", "C4", "C9", "C2", "C5", "C3", "C8", "C6", "C1"];
        assert_eq!(codes(&day), expected);
        assert_eq!(day.overdue, 2);
    }

    #[test]
    fn what_waits_about_one_person_is_one_matter_and_alike_is_one_line() {
        let about = |n, section, due, what| Task {
            code: "K7M4QX".to_owned(),
            what,
            route: if section == Section::Clock {
                "clock"
            } else {
                "report"
            },
            ..task(n, section, due)
        };
        let mut many: Vec<Task> = (1..=11)
            .map(|n| {
                about(
                    n,
                    Section::Clock,
                    Some(if n == 1 { 600 } else { -600 }),
                    "clock-q",
                )
            })
            .collect();
        many.push(about(20, Section::Danger, None, "today-report-danger"));
        many.push(task(21, Section::Desk, Some(60)));
        let day = day(many, NOW);
        assert_eq!(codes(&day), ["K7M4QX", "C21"]);
        let sorts: Vec<_> = day.matters[0]
            .sorts
            .iter()
            .map(|sort| (sort.task.what, sort.count, sort.late))
            .collect();
        let expected = [("today-report-danger", 1, 0), ("clock-q", 11, 10)];
        assert_eq!(sorts, expected);
        assert_eq!(day.overdue, 1, "one person is late, and not eleven things");
        // What can still be answered stands for the others.
        assert_eq!(
            day.matters[0].sorts[1].task.due,
            Some(NOW.plus_seconds(600))
        );
    }

    #[test]
    fn a_day_is_no_longer_than_it_may_be_and_leads_to_the_rest() {
        let lines = |from: u8, count: u8, section| {
            (from..from + count).map(move |n| task(n, section, Some(-1)))
        };
        let mut many: Vec<Task> = lines(1, 7, Section::Desk).collect();
        many.extend(lines(1, 7, Section::Desk));
        many.extend(lines(30, 21, Section::Clock));
        many.extend(lines(60, 12, Section::Danger));
        let long = day(many, NOW);
        assert_eq!(long.matters.len(), 12, "everybody in danger is shown");
        let more = |list, count, open_ended| More {
            list,
            count,
            open_ended,
        };
        assert_eq!(
            long.more,
            [more("clocks", 21, true), more("reports", 7, false)]
        );
        assert_eq!(long.overdue, 40);
        let shown = |count| {
            let day = day(lines(1, count, Section::Desk).collect(), NOW);
            (day.matters.len(), day.more)
        };
        assert_eq!(shown(11), (11, vec![]), "one more is shown, not led to");
        assert_eq!(shown(12), (FIRST, vec![more("reports", 2, false)]));
    }

    #[test]
    fn what_stands_in_no_list_stays() {
        let led = |n, route| Task {
            route,
            code: String::new(),
            ..task(n, Section::Desk, (route != "report").then_some(7300))
        };
        let mut many: Vec<Task> = (1..=12).map(|n| led(n, "report")).collect();
        many.extend((21..=25).map(|n| led(n, "waiting")));
        many.extend((31..=45).map(|n| led(n, "colleague")));
        let day = day(many, NOW);
        let of = |route| {
            let first = day.matters.iter().map(|matter| &matter.sorts[0].task);
            first.filter(|task| task.route == route).count()
        };
        assert_eq!((of("waiting"), of("colleague"), of("report")), (5, 15, 0));
        let more: Vec<(&str, usize)> = day.more.iter().map(|m| (m.list, m.count)).collect();
        assert_eq!(more, [("reports", 12)]);
    }

    #[test]
    fn a_line_stands_once() {
        let twice = vec![task(1, Section::Desk, None), task(1, Section::Desk, None)];
        let day = day(twice, NOW);
        assert_eq!(day.matters.len(), 1);
        assert_eq!(day.matters[0].sorts[0].count, 1);
        assert_eq!(day.more, []);
    }
}
