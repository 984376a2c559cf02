//! What Today shows of people held.

use ::store::{Gate, StoreError, Unit};
use access::Actor;
use access::action::{ListHeld, ReadReport, ReadToday};
use record::{Section, TASKS_READ, Task};

use super::{Line, first_held};
use crate::reader::{CLOSED, OPEN};

/// Everybody held whom this actor sees and whose record is open, those due first in front.
pub async fn tasks(day: &Unit<ReadToday>) -> Result<Vec<Task>, StoreError> {
    let (gate, actor) = (day.store().gate(), day.actor());
    let Ok(scope) = gate.scope::<ListHeld>(actor) else {
        return Ok(Vec::new());
    };
    let reads = Reads::ask(&gate, actor);
    let unit = day.also(&scope).await?;
    let lines = first_held(&unit, &scope, TASKS_READ).await?;
    Ok(lines
        .iter()
        .filter(|line| line.is_open)
        .map(|line| task(line, reads.the_report_of(line)))
        .collect())
}

/// Whether somebody on whose list a line stands reads the report behind it: a lawyer sees the line
/// alone until the person says yes, and a responder reads what is open.
#[derive(Clone, Copy)]
pub(super) struct Reads {
    pub(super) open: bool,
    pub(super) closed: bool,
}

impl Reads {
    pub(super) fn ask(gate: &Gate<'_>, actor: &Actor) -> Self {
        Self {
            open: gate.ever_in::<ReadReport>(actor, OPEN),
            closed: gate.ever_in::<ReadReport>(actor, CLOSED),
        }
    }

    pub(super) fn the_report_of(self, line: &Line) -> bool {
        if line.report_is_open {
            self.open
        } else {
            self.closed
        }
    }
}

fn task(line: &Line, reads: bool) -> Task {
    let (record, route, step) = if reads {
        (line.root, "report", "detention-step-report")
    } else if line.answer.is_some() {
        (line.record, "held-one", "detention-step-see")
    } else {
        (line.record, "held-one", "detention-step-take")
    };
    Task {
        section: Section::Held,
        record,
        code: line.code.clone(),
        what: "detention-task",
        since: line.opened,
        due: Some(line.due),
        governorate: line.governorate.clone(),
        age: None,
        route,
        step,
    }
}
