//! The page of long work with made-up jobs, in every state.

use page::{Form, Frame, FrameKind, Sampled, sampled};
use record::{Id, Language, Moment};
use store::Next;
use store::jobs::{Fault, Job, JobKind, JobState, LEASE};

use super::view::{JobsPage, Line};

const ME: &str = "11111111-1111-4111-8111-111111111111";
const OTHER: &str = "22222222-2222-4222-8222-222222222222";

fn job(number: u8, kind: JobKind, state: JobState, now: Moment) -> Job {
    let ended = !matches!(state, JobState::Waiting | JobState::Running);
    Job {
        id: Id::from_bytes([number; 16]),
        kind,
        asked_by: OTHER.to_owned(),
        asked_at: now.plus_seconds(-3600 * i64::from(number)),
        state,
        next_at: now.plus_seconds(LEASE),
        attempt: 1,
        tries: 1,
        done: 0,
        total: None,
        cursor: None,
        fault: None,
        began: None,
        cancel_at: None,
        ended: ended.then(|| now.plus_seconds(-3500 * i64::from(number))),
    }
}

/// A job in every state, and one for every fault.
fn every(now: Moment) -> Vec<Job> {
    use JobKind::{BackUp, RebuildIndex};
    let me = |job: Job| Job {
        asked_by: ME.to_owned(),
        ..job
    };
    let mut jobs = vec![
        me(job(1, BackUp, JobState::Waiting, now)),
        Job {
            fault: Some(Fault::File),
            ..job(2, BackUp, JobState::Waiting, now)
        },
        Job {
            asked_by: "rule:RunJobs".to_owned(),
            done: 120,
            total: Some(300),
            ..job(3, RebuildIndex, JobState::Running, now)
        },
        Job {
            asked_by: format!("console:{OTHER}"),
            ..job(4, BackUp, JobState::Running, now)
        },
        Job {
            cancel_at: Some(now),
            done: 20,
            total: Some(300),
            ..job(5, RebuildIndex, JobState::Running, now)
        },
        Job {
            next_at: now.plus_seconds(-60),
            ..job(6, BackUp, JobState::Running, now)
        },
        me(job(7, BackUp, JobState::Done, now)),
        job(8, RebuildIndex, JobState::Cancelled, now),
    ];
    jobs.extend((9..).zip(Fault::ALL).map(|(number, fault)| Job {
        fault: Some(*fault),
        ..job(number, BackUp, JobState::Failed, now)
    }));
    jobs
}

pub(super) fn jobs(language: Language) -> Vec<Sampled> {
    let frame = || Frame::sample(language, FrameKind::Staff, "jobs-title");
    let now = frame().now;
    let page = |jobs: &[Job], next| JobsPage {
        frame: frame(),
        form: Form::fresh(Id::NONE, 0),
        lines: jobs
            .iter()
            .map(|job| Line::new(job, ME, now, true))
            .collect(),
        next,
        copies: true,
        rebuilds: true,
    };
    let last = Next {
        after: (now, Id::from_bytes([9; 16])),
        looks_on: false,
    };
    vec![
        sampled("empty", language, &page(&[], None)),
        sampled("full", language, &page(&every(now), Some(last))),
    ]
}
