//! How a day is put in order, and where a day leads on which nothing waits.

use std::collections::HashSet;

use record::{Moment, Role, Section, Task};

/// How many lines of danger the page shows; the lists are asked for one more than these.
pub(super) const MOST: usize = 20;

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
    /// The list that has the rest, where there is more.
    pub(super) more: Option<More>,
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
    pub(super) or_more: bool,
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
            more: None,
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
        let all = part.tasks.len();
        // One line takes no more room than the way to it.
        let shown = most(part.section);
        let shown = if all == shown + 1 && all <= MOST {
            all
        } else {
            shown
        };
        part.tasks.truncate(shown);
        part.more = part.tasks.first().filter(|_| all > shown).map(|task| More {
            list: list_of(part.section, task),
            count: all - shown,
            or_more: all > MOST,
        });
    }
    by_section.retain(|part| !part.tasks.is_empty());
    by_section
}

/// The route of the list in which everything of a part stands.
fn list_of(section: Section, task: &Task) -> &'static str {
    match (section, task.route) {
        (Section::Bed, _) => "beds",
        (Section::Held, _) => "held",
        (Section::Right, _) => "rights",
        (Section::Clock, _) => "clocks",
        (_, "waiting") => "waiting",
        _ => "reports",
    }
}

/// What a day says on which nothing waits: a sentence, the route it leads to, the button's words.
pub(super) type Calm = (&'static str, &'static str, &'static str);

/// What such a day says to this role. At a body of force a responder asks for a place and reads no
/// report, and a supervisor confirms members.
pub(super) const fn calm(role: Role, force: bool) -> Calm {
    match role {
        Role::Responder if force => ("today-empty-asking", "bed-new", "today-to-asking"),
        Role::Supervisor if force => ("today-empty-members", "members", "today-member-step"),
        Role::Responder | Role::Caseworker | Role::ChildOfficer | Role::Supervisor => {
            ("today-empty-reports", "reports", "today-to-reports")
        }
        Role::ShelterManager => ("today-empty-houses", "shelters", "today-to-houses"),
        Role::PlacementDesk => ("today-empty-requests", "shelters", "today-to-houses"),
        Role::Investigator => ("today-empty-released", "releases", "today-to-released"),
        Role::Prosecutor | Role::EvidenceOfficer | Role::SpecialistUnit => {
            ("today-empty-search", "search", "today-to-search")
        }
        Role::LegalAid => ("today-empty-held", "held", "today-to-held"),
        Role::OversightOfficer | Role::StateDuty | Role::FocalPoint => {
            ("today-empty-clocks", "clocks", "today-to-clocks")
        }
        Role::DataProtection => ("today-empty-ledger", "ledger", "today-to-ledger"),
        Role::Administrator => ("today-empty-house", "administration", "today-to-house"),
        Role::Secretariat | Role::Analyst => {
            ("today-empty-directory", "directory", "today-to-directory")
        }
    }
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
        let more = |list, count, or_more| {
            Some(More {
                list,
                count,
                or_more,
            })
        };
        assert_eq!(
            (parts[0].section, parts[0].tasks.len(), parts[0].more),
            (Section::Danger, 20, None)
        );
        assert_eq!(
            (parts[1].tasks.len(), parts[1].more),
            (FIRST + 1, None),
            "one more is shown, not led to"
        );
        assert_eq!(
            (parts[2].tasks.len(), parts[2].more, parts[2].overdue),
            (FIRST, more("clocks", 21 - FIRST, true), 21)
        );
        assert_eq!(
            (parts[3].tasks.len(), parts[3].more, parts[3].overdue),
            (FIRST, more("reports", 7 - FIRST, false), 7)
        );
    }

    #[test]
    fn a_record_stands_once_in_a_part() {
        let twice = vec![task(1, Section::Desk, None), task(1, Section::Desk, None)];
        let parts = parts(twice, NOW);
        assert_eq!(parts[0].tasks.len(), 1);
        assert_eq!(parts[0].more, None);
    }
}
