//! Today with made-up lines: a full day, a calm one for each role, a first one.

use page::{Frame, FrameKind, Sampled, sampled};
use record::{Id, Language, Role, Section, Task};

use super::rules;
use super::view::TodayPage;
use crate::first_day::first_day;

fn line(frame: &Frame, n: u8, section: Section, due: Option<i64>) -> Task {
    Task {
        section,
        record: Id::from_bytes([n; 16]),
        code: format!("K7Q2M{n}"),
        what: match section {
            Section::Danger => "today-report-danger",
            Section::Promise => "today-report-wrote",
            _ => "today-report-new",
        },
        since: frame.now.plus_seconds(-3600 * i64::from(n)),
        due: due.map(|seconds| frame.now.plus_seconds(seconds)),
        governorate: n.is_multiple_of(2).then(|| "IQG02".to_owned()),
        age: n.is_multiple_of(3).then_some("today-age-child"),
        route: "report",
        step: "today-report-answer",
    }
}

/// A full day.
pub(super) fn tasks(frame: &Frame) -> Vec<Task> {
    let mut tasks = Vec::new();
    for (n, section) in (1..).zip(Section::ALL) {
        tasks.push(line(frame, n, *section, Some(-7200)));
        tasks.push(line(frame, n + 10, *section, Some(5400)));
        tasks.push(line(frame, n + 20, *section, None));
    }
    let many = (1..=25).map(|n| line(frame, n, Section::Desk, None));
    tasks.extend(many);
    tasks
}

pub(super) fn today(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "today-title");
    let tasks = tasks(&frame());
    let calm = |said| rules::calms().find(|calm| calm.0 == said);
    let page = |first, tasks, said| {
        let calm = calm(said).unwrap_or(rules::ACCOUNT);
        TodayPage::new(frame(), first, tasks, calm)
    };
    let desk = "today-empty-reports";
    vec![
        sampled("full", language, &page(None, tasks, desk)),
        sampled(
            "first",
            language,
            &page(Some(first_day(Role::Responder, language)), Vec::new(), desk),
        ),
        sampled(
            "empty",
            language,
            &page(None, Vec::new(), "today-empty-clocks"),
        ),
        sampled(
            "unbuilt",
            language,
            &page(None, Vec::new(), "today-empty-search").saying(Some("today-unbuilt-justice")),
        ),
        sampled(
            "empty-shelter",
            language,
            &page(None, Vec::new(), "today-empty-shelters"),
        ),
    ]
}
