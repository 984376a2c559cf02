//! What Today shows of requests.

use access::Actor;
use access::action::{
    AskHouses, DeclarePlaces, ListBedRequests, ReadBedRequest, ReadToday, ReviewDecline,
};
use record::{Section, TASKS_READ, Task};
use store::{Gate, StoreError, Unit, Window};

use super::list::Line;
use super::{Age, State, inquiry, store as table};

/// Requests that wait for this actor: a shelter that is asked, a desk that places, a team, and
/// declines that wait for a supervisor.
pub async fn tasks(day: &Unit<ReadToday>) -> Result<Vec<Task>, StoreError> {
    let (gate, actor) = (day.store().gate(), day.actor());
    let Ok(scope) = gate.scope::<ListBedRequests>(actor) else {
        return Ok(Vec::new());
    };
    let Some(member) = actor.member() else {
        return Ok(Vec::new());
    };
    let may = May::ask(&gate, actor);
    let shelter = may.admits.then_some(member.org);
    let unit = day.also(&scope).await?;
    let mut lines = Vec::new();
    for state in [State::Asked, State::Held] {
        let window = Window::oldest(None, TASKS_READ).in_state(Some(state.code()));
        lines.extend(table::list(&unit, &scope, &window, shelter).await?);
    }
    let reviews = if may.reviews {
        inquiry::store::reviews(&unit, gate.reach(&scope), TASKS_READ).await?
    } else {
        Vec::new()
    };
    unit.show(&lines, |line| line.head.record).await;
    unit.show(&reviews, |review| review.request).await;
    let reviews = reviews.into_iter().map(|review| Task {
        section: Section::Bed,
        record: review.request,
        code: review.code,
        what: "bed-task-review",
        since: review.answered,
        due: Some(review.due),
        governorate: Some(review.governorate),
        age: None,
        route: "bed-review",
        step: "bed-step-review",
    });
    let lines = lines.into_iter().filter_map(|line| task(line, may));
    Ok(reviews.chain(lines).collect())
}

/// What somebody can do with requests.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each leads to a step of its own"
)]
#[derive(Clone, Copy)]
struct May {
    admits: bool,
    places: bool,
    reviews: bool,
    opens: bool,
}

impl May {
    fn ask(gate: &Gate<'_>, actor: &Actor) -> Self {
        Self {
            admits: gate.ever::<DeclarePlaces>(actor),
            places: gate.ever::<AskHouses>(actor),
            reviews: gate.ever::<ReviewDecline>(actor),
            opens: gate.ever::<ReadBedRequest>(actor),
        }
    }
}

/// One line, if it waits for somebody who can do this.
fn task(line: Line, may: May) -> Option<Task> {
    let has_place = line.head.state == State::Held;
    let (what, route, step, due) = if may.admits && line.answer_due.is_some() {
        ("bed-task-asked", "bed", "bed-step-answer", line.answer_due)
    } else if may.admits && line.hold_until.is_some() {
        ("bed-task-coming", "bed", "bed-step-admit", line.hold_until)
    } else if may.places && has_place {
        ("bed-task-held", "bed", "bed-step-look", None)
    } else if may.places {
        ("bed-task-wanted", "bed", "bed-step-place", None)
    } else if has_place {
        // Somebody has a place: the team has nothing to do.
        return None;
    } else if may.opens && !may.admits {
        ("bed-task-wanted", "bed", "bed-step-look", None)
    } else {
        ("bed-task-wanted", "beds", "bed-step-list", None)
    };
    let head = line.head;
    Some(Task {
        section: Section::Bed,
        record: head.record,
        code: head.code,
        what,
        since: head.asked,
        due,
        governorate: Some(head.governorate),
        age: match head.age {
            Age::Under13 | Age::From13 => Some("today-age-child"),
            Age::Unknown => Some("today-age-unknown"),
            Age::Adult => None,
        },
        route,
        step,
    })
}
