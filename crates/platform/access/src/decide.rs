//! The decision: Cedar carries out what `authority.csv` says.

use std::collections::{HashMap, HashSet};
use std::str::FromStr;

use cedar_policy::{
    ActionConstraint, Authorizer, Context, Effect, Entities, Entity, EntityUid, PolicySet, Request,
    RestrictedExpression,
};
use record::{Id, Kind, Moment, Relation, Role};

use crate::entitled::own_ways;
use crate::remembered::Remembered;
use crate::{
    ACTIONS, Absent, Action, ActionRow, Actor, Clause, Decision, Facts, Grant, Permit, Scope, Shows,
};

const POLICIES: &[&str] = &[
    include_str!("../../../../policies/permits.cedar"),
    include_str!("../../../../policies/forbid.cedar"),
];

/// The relations that a grant may give and that policies name as sets on the resource.
const HELD: &[Relation] = &[
    Relation::Excluded,
    Relation::Team,
    Relation::Owner,
    Relation::Supervising,
    Relation::ReferredTo,
    Relation::ConsentedOrg,
    Relation::Placing,
    Relation::LegalAidOf,
    Relation::Oversight,
    Relation::ReleasedTo,
    Relation::Proposer,
];

/// The states in which a list may be bounded, by kind; any other kind lists in any state.
const LISTED_STATES: &[(Kind, &[&str])] = &[
    (Kind::Report, &["open"]),
    (Kind::BedRequest, &["asked", "held", "admitted"]),
    (Kind::Clock, &["missed"]),
    (Kind::Held, &["open"]),
    (Kind::Screening, &["open"]),
    (Kind::Case, &["open"]),
    (Kind::Release, &["live"]),
    (Kind::Interpreter, &["offered"]),
    (Kind::Organisation, &["checked_within_90_days"]),
    (Kind::Account, &["invited", "invited_first_of_organisation"]),
];

/// The policies do not parse: the build is broken.
#[derive(Debug, thiserror::Error)]
#[error("the policies do not parse: {0}")]
pub struct BrokenPolicies(String);

/// The policies, read once, cut by action so that a decision looks at no row of another.
pub struct Authority {
    by_action: HashMap<&'static str, PolicySet>,
    authorizer: Authorizer,
    remembered: Remembered,
}

impl Authority {
    /// Reads the policies that are part of the program.
    pub fn built_in() -> Result<Self, BrokenPolicies> {
        let broken = |error: &dyn std::fmt::Display| BrokenPolicies(error.to_string());
        let mut by_action: HashMap<&'static str, PolicySet> = HashMap::new();
        for (file, text) in POLICIES.iter().enumerate() {
            let parsed = PolicySet::from_str(text).map_err(|error| broken(&error))?;
            for policy in parsed.policies() {
                let named = policy.annotation("id").unwrap_or_default();
                let id = cedar_policy::PolicyId::new(format!("{file}/{named}/{}", policy.id()));
                let policy = policy.new_id(id);
                for row in ACTIONS {
                    let uid = uid("Action", row.name).map_err(|error| broken(&error))?;
                    let fits = match policy.action_constraint() {
                        ActionConstraint::Any => policy.effect() == Effect::Forbid,
                        ActionConstraint::In(list) => list.contains(&uid),
                        ActionConstraint::Eq(one) => one == uid,
                    };
                    if fits {
                        let set = by_action.entry(row.name).or_default();
                        set.add(policy.clone()).map_err(|error| broken(&error))?;
                    }
                }
            }
        }
        Ok(Self {
            by_action,
            authorizer: Authorizer::new(),
            remembered: Remembered::default(),
        })
    }

    /// Decides whether `actor` may do `A` on the record these facts are about.
    pub fn decide<A: Action>(
        &self,
        actor: &Actor,
        facts: &Facts,
        now: Moment,
    ) -> Result<Permit<A>, Absent> {
        self.decide_on(ActionRow::of::<A>(), actor, facts, now)?
            .try_into()
    }

    /// The same for an action as data.
    pub fn decide_on(
        &self,
        action: ActionRow,
        actor: &Actor,
        facts: &Facts,
        now: Moment,
    ) -> Result<Decision, Absent> {
        let shows = self.shows(action.name, actor, facts, now).ok_or(Absent)?;
        if facts.guard.kind != action.kind {
            return Err(Absent);
        }
        Ok(Decision {
            action,
            actor: actor.clone(),
            record: facts.guard.record,
            root: facts.guard.root,
            version: facts.guard.version,
            states: facts.states.clone(),
            shows,
            at: now,
        })
    }

    /// How far a list of `A` reaches for this actor: each relation and state in which the
    /// decision would permit a record that the actor holds so and in no other way.
    pub fn scope<A: Action>(&self, actor: &Actor, now: Moment) -> Result<Scope<A>, Absent> {
        let row = ActionRow::of::<A>();
        let found = self
            .remembered
            .reach(actor, row.name, || self.reach_of(row, actor, now));
        let (decision, clauses) = found.ok_or(Absent)?;
        let decision = Decision {
            at: now,
            ..decision
        };
        Ok(Scope {
            permit: decision.try_into()?,
            clauses,
        })
    }

    fn reach_of(
        &self,
        action: ActionRow,
        actor: &Actor,
        now: Moment,
    ) -> Option<(Decision, Vec<Clause>)> {
        let states = LISTED_STATES
            .iter()
            .find(|(kind, _)| *kind == action.kind)
            .map_or(&[][..], |(_, s)| s);
        let relations = [Relation::None, Relation::SameOrg].iter().chain(HELD);
        let mut clauses = Vec::new();
        let mut best: Option<Decision> = None;
        for relation in relations.filter(|r| !matches!(r, Relation::Excluded | Relation::Proposer))
        {
            let try_state = |state: Option<&'static str>| {
                let facts = supposed(action.kind, actor, *relation, state);
                self.decide_on(action, actor, &facts, now)
                    .ok()
                    .map(|decision| (state, decision))
            };
            let found = try_state(None).into_iter().collect::<Vec<_>>();
            let found = if found.is_empty() {
                states
                    .iter()
                    .filter_map(|state| try_state(Some(state)))
                    .collect()
            } else {
                found
            };
            for (state, decision) in found {
                // Whoever reaches all in a state reaches those that they hold in no further way.
                let of_all =
                    |clause: &Clause| clause.relation == Relation::None && clause.state == state;
                if clauses.iter().any(of_all) {
                    continue;
                }
                if best.as_ref().is_none_or(|best| best.shows < decision.shows) {
                    best = Some(decision);
                }
                clauses.push(Clause {
                    relation: *relation,
                    state,
                });
            }
            // What asks for neither relation nor state holds every record: no further clause adds anything.
            if *relation == Relation::None && clauses.iter().any(|clause| clause.state.is_none()) {
                break;
            }
        }
        let of_all = Decision {
            record: Id::NONE,
            root: Id::NONE,
            version: 0,
            ..best?
        };
        Some((of_all, clauses))
    }

    /// Whether this actor may do the action to any record at all, in some relation and in this
    /// state, or in any if none is named, once a second factor is given: whether a page offers it
    /// where no one record is asked about.
    pub fn ever(&self, action: ActionRow, actor: &Actor, state: Option<&str>, now: Moment) -> bool {
        self.remembered.ever(actor, action.name, state, || {
            self.find_ever(action, actor, state, now)
        })
    }

    fn find_ever(
        &self,
        action: ActionRow,
        actor: &Actor,
        state: Option<&str>,
        now: Moment,
    ) -> bool {
        let Some(member) = actor.member() else {
            return false;
        };
        let strong = actor.stepped_up();
        own_ways(action.name, member.role).into_iter().any(|way| {
            let mut facts = supposed(action.kind, &strong, way.relation, state);
            let wanted = way.state.split("_or_").next().filter(|one| *one != "any");
            let wanted = wanted.filter(|_| state.is_none());
            let wanted = wanted.into_iter().flat_map(|wanted| {
                let one = wanted.strip_suffix("_by_another").unwrap_or(wanted);
                one.split("_and_").map(str::to_owned)
            });
            facts.states = wanted.collect();
            self.decide_on(action, &strong, &facts, now).is_ok()
        })
    }

    fn shows(&self, action: &str, actor: &Actor, facts: &Facts, now: Moment) -> Option<Shows> {
        let policies = self.by_action.get(action)?;
        let request = request(action, actor, facts)?;
        let entities = entities(actor, facts, now)?;
        let response = self.authorizer.is_authorized(&request, policies, &entities);
        // A policy that failed to evaluate might have been a forbid: refuse.
        if response.decision() != cedar_policy::Decision::Allow
            || response.diagnostics().errors().next().is_some()
        {
            return None;
        }
        response
            .diagnostics()
            .reason()
            .filter_map(|id| policies.annotation(id, "shows"))
            .filter_map(Shows::from_code)
            .max()
    }
}

/// Facts in which the actor is to a record what `relation` says, and nothing else.
fn supposed(kind: Kind, actor: &Actor, relation: Relation, state: Option<&str>) -> Facts {
    let mut facts = Facts::nothing(kind);
    state.unwrap_or_default().clone_into(&mut facts.guard.state);
    if kind == Kind::Release {
        facts.guard.world = record::Root::Justice;
    }
    match relation {
        Relation::None => {}
        Relation::SameOrg => facts.guard.org = actor.member().map(|member| member.org),
        held => facts
            .grants
            .extend(actor.holders().into_iter().map(|holder| Grant {
                record: Id::NONE,
                holder,
                relation: held,
                purpose: None,
                until: None,
            })),
    }
    facts
}

fn uid(kind: &str, id: &str) -> Result<EntityUid, Box<cedar_policy::ParseErrors>> {
    let kind = cedar_policy::EntityTypeName::from_str(kind)?;
    Ok(EntityUid::from_type_name_and_id(
        kind,
        cedar_policy::EntityId::new(id),
    ))
}

fn principal_uid(actor: &Actor) -> Option<EntityUid> {
    match actor {
        Actor::Public => uid("Public", "anybody"),
        Actor::Person(member) => uid("Person", &member.account.to_string()),
        Actor::Console(pseudonym) => uid("Console", &pseudonym.to_string()),
        Actor::Rule(name) => uid("Rule", name),
        Actor::Reporter(report) => uid("Reporter", &report.to_string()),
    }
    .ok()
}

fn record_uid(facts: &Facts) -> Option<EntityUid> {
    uid("Record", &facts.guard.record.to_string()).ok()
}

fn request(action: &str, actor: &Actor, facts: &Facts) -> Option<Request> {
    let states = std::iter::once(&facts.guard.state).chain(&facts.states);
    let context = Context::from_pairs([
        (
            "session".to_owned(),
            RestrictedExpression::new_string(actor.session().code().to_owned()),
        ),
        (
            "states".to_owned(),
            texts(states.filter(|state| !state.is_empty()).cloned()),
        ),
    ])
    .ok()?;
    Request::new(
        principal_uid(actor)?,
        uid("Action", action).ok()?,
        record_uid(facts)?,
        context,
        None,
    )
    .ok()
}

fn entities(actor: &Actor, facts: &Facts, now: Moment) -> Option<Entities> {
    let text = |id: Id| id.to_string();
    let flag = RestrictedExpression::new_bool;
    let member = actor.member();
    let mut parents = HashSet::new();
    let mut roles = Vec::new();
    if let Some(member) = member {
        let role = uid("Role", member.role.code()).ok()?;
        // A child-protection officer holds every row of a caseworker.
        let above = match member.role {
            Role::ChildOfficer => HashSet::from([uid("Role", Role::Caseworker.code()).ok()?]),
            _ => HashSet::new(),
        };
        roles.push(Entity::new_no_attrs(role.clone(), above));
        parents.insert(role);
    }
    let role_is = |test: fn(Role) -> bool| flag(member.is_some_and(|member| test(member.role)));
    let principal = Entity::new(
        principal_uid(actor)?,
        HashMap::from([
            (
                "holders".to_owned(),
                texts(actor.holders().into_iter().map(text)),
            ),
            (
                "memberships".to_owned(),
                texts(actor.excludable().into_iter().map(text)),
            ),
            // No record belongs to the desk "-": who has no organisation has none in common.
            (
                "org".to_owned(),
                RestrictedExpression::new_string(
                    member.map_or("-".to_owned(), |m| m.org.to_string()),
                ),
            ),
            ("justice".to_owned(), role_is(Role::is_justice)),
            (
                "watcher".to_owned(),
                role_is(|role| matches!(role, Role::OversightOfficer | Role::DataProtection)),
            ),
            (
                "manages".to_owned(),
                texts(
                    member
                        .into_iter()
                        .flat_map(|member| &member.manages)
                        .map(Id::to_string),
                ),
            ),
            (
                "force".to_owned(),
                flag(member.is_some_and(|member| member.org_kind.is_force())),
            ),
        ]),
        parents,
    )
    .ok()?;
    let guard = &facts.guard;
    let mut attributes = HashMap::from([
        (
            "org".to_owned(),
            RestrictedExpression::new_string(
                guard.org.map_or(String::new(), |org| org.to_string()),
            ),
        ),
        (
            "world".to_owned(),
            RestrictedExpression::new_string(guard.world.code().to_owned()),
        ),
        ("content".to_owned(), flag(holds_content(guard.kind))),
        ("care".to_owned(), flag(is_care(guard.kind))),
    ]);
    for relation in HELD {
        let holders = facts
            .grants
            .iter()
            .filter(|grant| grant.relation == *relation)
            .filter(|grant| grant.until.is_none_or(|until| now < until))
            .map(|grant| grant.holder.to_string());
        attributes.insert(relation.code().to_owned(), texts(holders));
    }
    let resource = Entity::new(record_uid(facts)?, attributes, HashSet::new()).ok()?;
    Entities::from_entities([principal, resource].into_iter().chain(roles), None).ok()
}

/// Kinds that grow from a report, or are one: behind the wall, all of them.
const fn is_care(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::None | Kind::Account | Kind::Organisation | Kind::Ledger | Kind::Release
    )
}

/// Kinds in which somebody wrote about a person. Whoever watches sees a clock, a right or that
/// somebody is held, by code and hours, and none of these.
const fn holds_content(kind: Kind) -> bool {
    is_care(kind) && !matches!(kind, Kind::Clock | Kind::Right | Kind::Held)
}

fn texts(texts: impl Iterator<Item = String>) -> RestrictedExpression {
    RestrictedExpression::new_set(texts.map(RestrictedExpression::new_string))
}
