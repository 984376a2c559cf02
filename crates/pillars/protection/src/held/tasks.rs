//! What Today shows of people held.

use ::store::{Store, StoreError};
use access::Actor;
use access::action::ListHeld;
use record::{Role, Section, Task};

use super::{Line, list_held};

/// Everybody held whom this actor sees and whose record is open, those due first in front.
pub async fn tasks(store: &Store, actor: &Actor) -> Result<Vec<Task>, StoreError> {
    let Ok(scope) = store.gate().scope::<ListHeld>(actor) else {
        return Ok(Vec::new());
    };
    let role = actor.member().map(|member| member.role);
    let page = store.read(scope.permit().clone(), move |unit| {
        let scope = scope.clone();
        async move { list_held(&unit, &scope, None).await }
    });
    let lines = page.await?.lines;
    Ok(lines
        .iter()
        .filter(|line| line.is_open)
        .map(|line| task(line, reads_report(role, line)))
        .collect())
}

/// Whether somebody on whose list a line stands reads the report behind it: a lawyer sees the line
/// alone until the person says yes, and a responder reads what is open.
pub(super) fn reads_report(role: Option<Role>, line: &Line) -> bool {
    match role {
        Some(Role::Responder) => line.report_is_open,
        Some(Role::Caseworker | Role::ChildOfficer | Role::Supervisor) => true,
        _ => false,
    }
}

fn task(line: &Line, reads: bool) -> Task {
    let (record, route, step) = if reads {
        (line.root, "report", "held-step-report")
    } else {
        (line.record, "held", "held-step-see")
    };
    Task {
        section: Section::Held,
        record,
        code: line.code.clone(),
        what: "held-task",
        since: line.opened,
        due: Some(line.due),
        governorate: line.governorate.clone(),
        age: None,
        route,
        step,
    }
}
