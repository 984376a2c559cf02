//! What Today shows.

use askama::Template;
use page::{Frame, filters};
use record::{Language, Moment, Section, Task};

use super::rules;
use crate::first_day::FirstDay;

/// What waits of one sort.
pub(super) struct Line {
    pub(super) icon: &'static str,
    pub(super) what: &'static str,
    pub(super) since: Moment,
    pub(super) due: Option<Moment>,
    pub(super) overdue: bool,
    pub(super) age: Option<&'static str>,
    pub(super) href: String,
    pub(super) step: &'static str,
    /// How many there are alike, and how many of them are late.
    pub(super) count: usize,
    pub(super) late: usize,
}

/// All that waits about one person, or one thing.
pub(super) struct Matter {
    pub(super) code: String,
    pub(super) place: Option<String>,
    pub(super) first: Line,
    pub(super) also: Vec<Line>,
}

/// The way to the lines that are not shown.
struct More {
    href: String,
    words: &'static str,
    count: usize,
}

/// What a day says on which nothing waits.
pub(super) struct Calm {
    text: &'static str,
    href: String,
    act: &'static str,
}

/// Today.
#[derive(Template)]
#[template(path = "today/templates/today.html")]
pub(super) struct TodayPage {
    pub(super) frame: Frame,
    first_day: Option<FirstDay>,
    matters: Vec<Matter>,
    more: Vec<More>,
    overdue: usize,
    calm: Calm,
    /// What of the reader's work is not built yet.
    unbuilt: Option<&'static str>,
    /// Whether the reader takes a shift over.
    hands_over: bool,
}

impl TodayPage {
    pub(super) fn new(
        frame: Frame,
        first_day: Option<FirstDay>,
        tasks: Vec<Task>,
        (text, route, act): rules::Calm,
    ) -> Self {
        let day = rules::day(tasks, frame.now);
        let more = day.more.into_iter().map(|more| More {
            href: frame.href(more.list),
            words: if more.open_ended {
                "today-more-many"
            } else {
                "today-more"
            },
            count: more.count,
        });
        Self {
            more: more.collect(),
            matters: all_matters(day.matters, &frame),
            overdue: day.overdue,
            calm: Calm {
                text,
                href: frame.href(route),
                act,
            },
            unbuilt: None,
            hands_over: false,
            first_day,
            frame,
        }
    }

    /// With what is said of work that is not built yet.
    pub(super) fn saying(self, unbuilt: Option<&'static str>) -> Self {
        Self { unbuilt, ..self }
    }

    /// With the way to the page on which a shift is handed over.
    pub(super) fn handing_over(self, hands_over: bool) -> Self {
        Self { hands_over, ..self }
    }
}

/// Every matter as a page shows it.
pub(super) fn all_matters(matters: Vec<rules::Matter>, frame: &Frame) -> Vec<Matter> {
    let matters = matters.into_iter();
    matters.filter_map(|one| matter(one, frame)).collect()
}

fn matter(matter: rules::Matter, frame: &Frame) -> Option<Matter> {
    let mut sorts = matter.sorts.into_iter();
    let first = sorts.next()?;
    Some(Matter {
        code: first.task.code.clone(),
        place: place(first.task.governorate.as_deref(), frame.language),
        first: line(&first, frame),
        also: sorts.map(|sort| line(&sort, frame)).collect(),
    })
}

fn line(sort: &rules::Sort, frame: &Frame) -> Line {
    let task = &sort.task;
    Line {
        icon: icon(task.section),
        overdue: rules::is_overdue(task, frame.now),
        href: frame.href_to(task.route, &task.record),
        what: task.what,
        since: task.since,
        due: task.due,
        age: task.age,
        step: task.step,
        count: sort.count,
        late: sort.late,
    }
}

fn place(code: Option<&str>, language: Language) -> Option<String> {
    let place = code.and_then(record::governorate)?;
    Some(place.name(language).to_owned())
}

const fn icon(section: Section) -> &'static str {
    match section {
        Section::Danger => "siren",
        Section::Bed => "bed",
        Section::Held => "lock",
        Section::Right => "scale",
        Section::Clock => "clock",
        Section::Promise => "message-square",
        Section::Desk => "inbox",
    }
}
