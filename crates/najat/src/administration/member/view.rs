//! What the pages of members show.

use askama::Template;
use page::{Choice, Field, Fields as _, Form, Frame, filters};
use people::account::{Second, WaitingReset};
use people::member::{Listed, Misfit};
use people::organisation::Organisation;
use record::{Id, Language, Moment};
use vault::Plain;

use super::super::parts;
use super::forms::{Colleague, FurtherRole, HandingOver, Inviting, OpeningName};

/// A body whose members can be looked at.
pub(super) struct Body {
    pub id: Id,
    pub name: String,
    pub people: i64,
}

/// A membership on a list.
pub(super) struct Line {
    pub account: Id,
    pub number: String,
    pub name: Option<Plain<String>>,
    pub role: String,
    pub organisation: String,
    pub state: State,
    pub since: Moment,
}

/// How a membership stands, in words and with a mark.
#[derive(Clone, Copy)]
pub(super) struct State {
    pub tone: &'static str,
    pub icon: &'static str,
    pub key: &'static str,
}

fn state(listed: &Listed) -> State {
    let said = |tone, icon, key| State { tone, icon, key };
    match (listed.membership.confirmed, listed.state.as_str()) {
        (None, _) => said("due", "circle-help", "admin-member-waits"),
        (Some(_), "invited") => said("due", "clock", "admin-member-invited"),
        (Some(_), _) => said("safe", "check", "admin-member-works"),
    }
}

impl Line {
    pub(super) fn new(listed: Listed, bodies: &[Organisation], language: Language) -> Self {
        Self {
            state: state(&listed),
            account: listed.membership.account,
            number: parts::number_of(listed.pseudonym),
            role: parts::role_name(listed.membership.role, language),
            organisation: parts::name_of(bodies, listed.membership.org, language),
            since: listed.membership.began,
            name: listed.name,
        }
    }
}

#[derive(Template)]
#[template(path = "administration/member/templates/list.html")]
pub(super) struct ListPage {
    pub frame: Frame,
    /// The bodies to choose from, for an administrator.
    pub bodies: Vec<Body>,
    /// The body whose members these are.
    pub org: Option<(Id, String)>,
    pub lines: Vec<Line>,
    pub may_invite: bool,
}

#[derive(Template)]
#[template(path = "administration/member/templates/invite.html")]
pub(super) struct InvitePage {
    pub frame: Frame,
    pub form: Form,
    pub bodies: Vec<Choice>,
}

impl InvitePage {
    const FIELDS: &'static [Field] = Inviting::FIELDS;

    fn options(&self, field: &Field) -> Vec<Choice> {
        match field.name {
            "org" => self.bodies.clone(),
            "language" => parts::language_choices(),
            _ => field.options(&self.frame.language),
        }
    }
}

/// A one-time code, shown once.
#[derive(Template)]
#[template(path = "administration/member/templates/code.html")]
pub(super) struct CodePage {
    pub frame: Frame,
    /// What it is for.
    pub text: &'static str,
    pub code: Plain<String>,
    /// Where to go on.
    pub back: String,
}

/// What of a member's page can be done by whoever looks.
#[derive(Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a button of its own")]
pub(super) struct Acts {
    pub end: bool,
    pub sessions: bool,
    pub hand_over: bool,
    pub propose: bool,
    pub reset: bool,
    pub code: bool,
    pub further: bool,
}

#[derive(Template)]
#[template(path = "administration/member/templates/one.html")]
pub(super) struct OnePage {
    pub frame: Frame,
    pub form: Form,
    pub account: Id,
    pub number: String,
    pub name: Option<Plain<String>>,
    pub lines: Vec<Line>,
    /// What of it waits for a yes of whoever looks.
    pub waiting: Vec<Waits>,
    /// Which of its roles whoever looks can end.
    pub ends: Vec<Choice>,
    pub acts: Acts,
    /// Until when a proposal to reset their factors stands.
    pub proposed: Option<Moment>,
    pub colleagues: Vec<Choice>,
    pub bodies: Vec<Choice>,
}

impl OnePage {
    const FURTHER: &'static [Field] = FurtherRole::FIELDS;
    const HAND_OVER: &'static [Field] = HandingOver::FIELDS;

    fn options(&self, field: &Field) -> Vec<Choice> {
        match field.name {
            "org" => self.bodies.clone(),
            "to" => self.colleagues.clone(),
            _ => field.options(&self.frame.language),
        }
    }
}

#[derive(Template)]
#[template(path = "administration/member/templates/colleague.html")]
pub(super) struct ColleaguePage {
    pub frame: Frame,
    pub form: Form,
    /// Whether something was proposed a moment ago.
    pub proposed: bool,
    /// What this person may confirm.
    pub waiting: Vec<ResetWaits>,
}

impl ColleaguePage {
    const FIELDS: &'static [Field] = Colleague::FIELDS;
}

#[derive(Template)]
#[template(path = "administration/member/templates/own.html")]
pub(super) struct OwnPage {
    pub frame: Frame,
    pub form: Form,
    /// How many records changed hands, and how many stay with nobody, a moment ago.
    pub done: Option<(usize, usize)>,
}

impl OwnPage {
    const FIELDS: &'static [Field] = Colleague::FIELDS;
}

/// A membership that waits for the one who looks.
pub(super) struct Waits {
    pub account: Id,
    pub membership: Id,
    pub number: String,
    pub role: String,
    pub organisation: String,
    /// The body to which the account belongs, if that is another one.
    pub home: Option<String>,
    pub since: Moment,
}

/// A reset that waits for a second person.
pub(crate) struct ResetWaits {
    pub account: Id,
    pub number: String,
    pub organisation: String,
    /// The message that says who is the second.
    pub second: &'static str,
    pub until: Moment,
}

impl ResetWaits {
    pub(crate) fn new(one: &WaitingReset, bodies: &[Organisation], language: Language) -> Self {
        Self {
            account: one.proposal.account,
            number: parts::number_of(one.pseudonym),
            organisation: parts::name_of(bodies, one.home.unwrap_or(Id::NONE), language),
            second: match one.second() {
                Second::Colleague => "admin-reset-by-colleague",
                Second::Administrator => "admin-reset-by-administrator",
                Second::DataProtection => "admin-reset-by-data-protection",
            },
            until: one.proposal.until,
        }
    }
}

#[derive(Template)]
#[template(path = "administration/member/templates/waiting.html")]
pub(super) struct WaitingPage {
    pub frame: Frame,
    pub form: Form,
    /// Whether whoever looks can open a member's page.
    pub opens: bool,
    pub members: Vec<Waits>,
    pub resets: Vec<ResetWaits>,
}

#[derive(Template)]
#[template(path = "administration/member/templates/staff-name.html")]
pub(super) struct NamePage {
    pub frame: Frame,
    pub form: Form,
    pub name: Option<Plain<String>>,
}

impl NamePage {
    const FIELDS: &'static [Field] = OpeningName::FIELDS;
}

/// The message that says why a role does not fit.
pub(super) const fn misfit_key(misfit: Misfit) -> &'static str {
    match misfit {
        Misfit::Force => "admin-misfit-force",
        Misfit::Justice => "admin-misfit-justice",
        Misfit::Administrator => "admin-misfit-administrator",
        Misfit::Held => "admin-misfit-held",
        Misfit::BothSides => "admin-misfit-both-sides",
    }
}
