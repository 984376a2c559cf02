//! An installation that its first administrator fills by the pages alone: bodies, people who are
//! invited, confirmed by others, and enrol.

use najat::Running;

use crate::installed::{Enrolled, Installed, between, code_of, enrol};
use crate::walker::{Walker, say};

/// The body that runs it; `words` of the command names it.
pub const COMMITTEE: &str = "Committee (made up)";
pub const DESK: &str = "House of reeds";
pub const SHELTER: &str = "House of palms";
pub const LAWYERS: &str = "Lawyers by the bridge";
pub const WATCHERS: &str = "Watchers by the gate";
pub const MINISTRY: &str = "Office of labour";

/// What each body is: name, kind, jurisdiction, whether it is independent.
const BODIES: [(&str, &str, &str, bool); 5] = [
    (DESK, "aid", "none", true),
    (SHELTER, "shelter", "federal", false),
    (LAWYERS, "aid", "none", false),
    (WATCHERS, "committee", "none", true),
    (MINISTRY, "office", "none", false),
];
/// Who is invited: the body, the role, the sign-in name. A desk's supervisor comes first.
const PEOPLE: [(&str, &str, &str); 10] = [
    (COMMITTEE, "administrator", "third"),
    (COMMITTEE, "data_protection", "fourth"),
    (COMMITTEE, "focal_point", "focal"),
    (DESK, "supervisor", "hawraa"),
    (DESK, "responder", "rusul"),
    (DESK, "placement_desk", "kanar"),
    (SHELTER, "shelter_manager", "shirin"),
    (LAWYERS, "legal_aid", "dlovan"),
    (WATCHERS, "oversight_officer", "samal"),
    (MINISTRY, "state_duty", "layth"),
];

/// An installation that is served, and who works in it.
pub struct Peopled<'h> {
    pub site: &'h Installed,
    pub running: Running,
    /// All who have enrolled.
    people: Vec<Enrolled>,
}

impl<'h> Peopled<'h> {
    /// Serves what the command began; its first two people enrol.
    pub async fn begin(site: &'h Installed) -> Self {
        let mut begun = Self {
            site,
            running: site.serve().await,
            people: Vec::new(),
        };
        for name in ["first", "second"] {
            begun.enrol(name, &code_of(&site.said, name)).await;
        }
        begun
    }

    pub fn url(&self) -> String {
        self.running.url()
    }

    /// Somebody who has enrolled sits down and signs in.
    pub async fn at(&self, name: &str) -> Walker<'h> {
        let who = self.people.iter().find(|one| one.name == name).unwrap();
        Walker::signed_in(self.site, &self.url(), who).await
    }

    /// Somebody enrols, or enrols anew, with a one-time code.
    pub async fn enrol(&mut self, name: &str, code: &str) {
        self.people.retain(|one| one.name != name);
        let enrolled = enrol(self.site, &self.url(), name, code).await;
        self.people.push(enrolled);
    }

    /// The bodies, from the list of what is missing.
    pub async fn enter(&self, boss: &mut Walker<'_>) {
        boss.go("admin-title").await;
        bodies(boss).await;
    }

    /// The bodies and their people, from the list of what is missing.
    pub async fn fill(&mut self, boss: &mut Walker<'_>) {
        self.enter(boss).await;
        let codes = invited(boss).await;
        self.confirmed(&codes).await;
    }

    /// As long as an organisation has no supervisor data protection confirms its people, then its
    /// supervisor does; everybody enrols with the code.
    async fn confirmed(&mut self, codes: &[(&'static str, String)]) {
        let mut guard = self.at("second").await;
        guard.sees_said("today-member");
        guard.go("admin-waiting-title").await;
        let by_supervisor = |body: &str, role: &str| body == DESK && role != "supervisor";
        for (body, role, _) in PEOPLE {
            if !by_supervisor(body, role) {
                let role = say(&format!("role-{role}"));
                guard.send_in_line(&[body, &role], "admin-confirm").await;
            }
        }
        let code = |name: &str| codes.iter().find(|one| one.0 == name).unwrap().1.clone();
        self.enrol("hawraa", &code("hawraa")).await;
        // Nobody comes in whom nobody confirmed.
        let mut early = Walker::anybody(self.site, &self.url()).await;
        early.open("/enrol?language=en").await;
        let fields = [("name", "rusul"), ("code", &code("rusul"))];
        early.try_to_send("account-go-on", &fields).await;
        assert_eq!(early.status, 422, "{}", early.seen());
        guard.open("/waiting").await;
        guard.sees_said("admin-waiting-none");
        let mut chief = self.at("hawraa").await;
        chief.sees_said("role-day-supervisor-1");
        chief.sees_said("today-member");
        chief.go("admin-waiting-title").await;
        for (body, role, name) in PEOPLE {
            if by_supervisor(body, role) {
                chief
                    .send_in_line(&[&say(&format!("role-{role}"))], "admin-confirm")
                    .await;
            }
            if name != "hawraa" {
                self.enrol(name, &code(name)).await;
            }
        }
    }
}

/// Organisations, begun where the list of what is missing leads.
async fn bodies(boss: &mut Walker<'_>) {
    boss.follow(&format!(
        "{} {}",
        say("admin-open"),
        say("admin-need-shelter")
    ))
    .await;
    for (name, kind, jurisdiction, independent) in BODIES {
        boss.go("admin-org-new-title").await;
        let mut fields = vec![
            ("name_en", name),
            ("name_ar", name),
            ("name_ckb", name),
            ("kind", kind),
            ("jurisdiction", jurisdiction),
            ("parent", "Nobody"),
        ];
        if kind == "shelter" {
            fields.extend([("place", "IQG02"), ("number", "0770 123 4567")]);
        }
        if name == DESK {
            fields.extend([("number", "0770 765 4321"), ("hours", "24/7")]);
        }
        if independent {
            fields.push(("independent", "yes"));
        }
        boss.send("admin-save", &fields).await;
        boss.sees(name);
    }
}

/// Invites everybody; answers sign-in names and codes.
async fn invited(boss: &mut Walker<'_>) -> Vec<(&'static str, String)> {
    let mut codes = Vec::new();
    for (body, role, name) in PEOPLE {
        boss.go("admin-members-title").await;
        boss.follow(body).await;
        boss.go("admin-invite-title").await;
        let called = format!("{name} of the reeds");
        let fields = [
            ("role", role),
            ("name", called.as_str()),
            ("sign_in_name", name),
            ("language", "en"),
        ];
        boss.send("admin-invite-send", &fields).await;
        boss.sees_said("admin-code-once");
        let code = between(&boss.html, "<ul class=\"codes\">", "</ul>");
        codes.push((
            name,
            between(code, "<bdo dir=\"ltr\">", "</bdo>").to_owned(),
        ));
        boss.go("admin-code-noted").await;
        boss.sees_said("admin-member-waits");
        assert!(!boss.seen().contains(&called), "no name for administrators");
    }
    codes
}

/// A number for the whole country, rung up today.
pub async fn number(boss: &mut Walker<'_>) {
    boss.go("admin-title").await;
    boss.go("admin-numbers-title").await;
    boss.go("admin-number-new").await;
    let fields = [
        ("number", "+964 770 000 1111"),
        ("name_en", "Line of reeds"),
        ("name_ar", "خط القصب"),
        ("name_ckb", "هێڵی قامیش"),
        ("help_en", "A place tonight"),
        ("help_ar", "مكان الليلة"),
        ("help_ckb", "شوێنێک بۆ ئەمشەو"),
        ("languages", "ar"),
        ("languages", "ckb"),
        ("records_calls", "no"),
        ("duty_to_report", "unknown"),
        ("checked_by", "secretariat"),
    ];
    boss.send("admin-number-save", &fields).await;
}
