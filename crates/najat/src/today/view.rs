//! What Today shows.

use askama::Template;
use page::{Frame, filters};
use record::{Language, Moment, Section, Task};

use super::rules;
use crate::first_day::FirstDay;

/// One line.
pub(super) struct Line {
    code: String,
    what: &'static str,
    since: Moment,
    due: Option<Moment>,
    overdue: bool,
    place: Option<String>,
    age: Option<&'static str>,
    href: String,
    step: &'static str,
}

/// One part of the page.
pub(super) struct Part {
    key: &'static str,
    icon: &'static str,
    lines: Vec<Line>,
    more: Vec<More>,
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
    parts: Vec<Part>,
    overdue: usize,
    calm: Calm,
}

impl TodayPage {
    pub(super) fn new(
        frame: Frame,
        first_day: Option<FirstDay>,
        tasks: Vec<Task>,
        (text, route, act): rules::Calm,
    ) -> Self {
        let now = frame.now;
        let parts = rules::parts(tasks, now);
        let overdue = parts.iter().map(|part| part.overdue).sum();
        Self {
            parts: parts.into_iter().map(|part| shown(part, &frame)).collect(),
            overdue,
            calm: Calm {
                text,
                href: frame.href(route),
                act,
            },
            first_day,
            frame,
        }
    }
}

fn shown(part: rules::Part, frame: &Frame) -> Part {
    let (key, icon) = words(part.section);
    let more = part.more.into_iter().map(|more| More {
        href: frame.href(more.list),
        words: if more.open_ended {
            "today-more-many"
        } else {
            "today-more"
        },
        count: more.count,
    });
    Part {
        key,
        icon,
        more: more.collect(),
        lines: part
            .tasks
            .into_iter()
            .map(|task| line(task, frame))
            .collect(),
    }
}

fn line(task: Task, frame: &Frame) -> Line {
    Line {
        overdue: rules::is_overdue(&task, frame.now),
        place: place(task.governorate.as_deref(), frame.language),
        href: frame.href_to(task.route, &task.record),
        code: task.code,
        what: task.what,
        since: task.since,
        due: task.due,
        age: task.age,
        step: task.step,
    }
}

fn place(code: Option<&str>, language: Language) -> Option<String> {
    let place = code.and_then(record::governorate)?;
    Some(place.name(language).to_owned())
}

const fn words(section: Section) -> (&'static str, &'static str) {
    match section {
        Section::Danger => ("today-caption-danger", "siren"),
        Section::Bed => ("today-caption-bed", "bed"),
        Section::Held => ("today-caption-held", "lock"),
        Section::Right => ("today-caption-right", "scale"),
        Section::Clock => ("today-caption-clock", "clock"),
        Section::Promise => ("today-caption-promise", "message-square"),
        Section::Desk => ("today-caption-desk", "inbox"),
    }
}
