//! What somebody is told who finds nothing of their work here, or only a part of it: that the rest is
//! not built yet.

use access::Actor;
use access::action::AskWhetherKnown;
use store::Gate;

use super::rules;

/// What to say to this actor, as the table of authority stands; nothing, where their work is here.
pub(super) fn unbuilt(gate: &Gate<'_>, actor: &Actor) -> Option<&'static str> {
    let role = actor.member()?.role;
    if gate.ever::<AskWhetherKnown>(actor) {
        Some("today-unbuilt-justice")
    } else if rules::calm(gate, actor) == rules::DIRECTORY {
        Some("today-unbuilt")
    } else {
        access::is_mostly_unbuilt(role).then_some("today-unbuilt-care")
    }
}
