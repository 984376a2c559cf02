//! What the pages of this room show.

use askama::Template;
use page::{Form, Frame, filters};
use people::password::Weak;
use people::session::System;
use record::{Id, Moment};
use vault::Plain;

use super::Panel;
use super::rules::Picture;
use crate::first_day::FirstDay;

#[derive(Template)]
#[template(path = "account/templates/sign-in.html")]
pub(super) struct SignInPage {
    pub frame: Frame,
    pub form: Form,
    /// Where to go afterwards, ready for an address; empty, if nowhere in particular.
    pub to: String,
    /// Whether a recovery code is asked for in the place of six digits.
    pub recovery: bool,
    /// Whether a form was kept a moment ago.
    pub kept: bool,
    /// What stands beside the form.
    pub beside: Panel,
}

impl SignInPage {
    /// What an address carries besides the language.
    fn rest(&self) -> String {
        let with = if self.recovery { "&with=recovery" } else { "" };
        let kept = if self.kept { "&kept=1" } else { "" };
        let to = if self.to.is_empty() {
            String::new()
        } else {
            format!("&to={}", self.to)
        };
        format!("{with}{kept}{to}")
    }
}

#[derive(Template)]
#[template(path = "account/templates/step-up.html")]
pub(super) struct StepUpPage {
    pub frame: Frame,
    pub form: Form,
    /// The form that was kept and is done by the digits, and where it goes.
    pub completes: Option<(Id, Plain<String>)>,
    /// What stands beside the form.
    pub beside: Panel,
}

#[derive(Template)]
#[template(path = "account/templates/enrol.html")]
pub(super) struct EnrolPage {
    pub frame: Frame,
    pub form: Form,
}

#[derive(Template)]
#[template(path = "account/templates/set-up.html")]
pub(super) struct SetUpPage {
    pub frame: Frame,
    pub form: Form,
    pub ticket: Plain<String>,
    pub factor: Factor,
}

/// An authenticator's secret, in every way it can be taken.
pub(super) struct Factor {
    pub secret: Plain<String>,
    pub address: Plain<String>,
    pub picture: Option<Picture>,
}

impl Factor {
    fn picture_size(&self) -> i32 {
        self.picture.as_ref().map_or(0, |picture| picture.size)
    }

    fn squares(&self) -> Option<&Plain<String>> {
        self.picture.as_ref().map(|picture| &picture.path)
    }
}

#[derive(Template)]
#[template(path = "account/templates/enrolled.html")]
pub(super) struct EnrolledPage {
    pub frame: Frame,
    /// What their day is.
    pub first_day: Option<FirstDay>,
    pub codes: Vec<Plain<String>>,
}

#[derive(Template)]
#[template(path = "account/templates/codes.html")]
pub(super) struct CodesPage {
    pub frame: Frame,
    /// New ones; none before the button was pressed.
    pub codes: Vec<Plain<String>>,
    pub left: usize,
}

/// A device on the list.
pub(super) struct DeviceLine {
    pub id: Id,
    pub system: &'static str,
    pub first_seen: Moment,
    pub last_seen: Moment,
    pub signed_in: bool,
    pub this: bool,
}

/// A membership on the list.
pub(super) struct RoleLine {
    pub id: Id,
    pub role: String,
    pub organisation: String,
    pub this: bool,
}

/// A form that was kept.
pub(super) struct DraftLine {
    pub id: Id,
    pub at: Moment,
}

/// When the authenticator was set up, and on what.
pub(super) struct FactorLine {
    pub at: Moment,
    pub system: Option<&'static str>,
}

#[derive(Template)]
#[template(path = "account/templates/account.html")]
pub(super) struct AccountPage {
    pub frame: Frame,
    pub name: Plain<String>,
    pub sign_in_name: Plain<String>,
    pub recovery_left: usize,
    pub factor: Option<FactorLine>,
    pub roles: Vec<RoleLine>,
    pub devices: Vec<DeviceLine>,
    pub drafts: Vec<DraftLine>,
}

#[derive(Template)]
#[template(path = "account/templates/password.html")]
pub(super) struct PasswordPage {
    pub frame: Frame,
    pub form: Form,
}

#[derive(Template)]
#[template(path = "account/templates/authenticator.html")]
pub(super) struct AuthenticatorPage {
    pub frame: Frame,
    pub form: Form,
    pub factor: Factor,
}

/// One field of a kept form.
pub(super) struct Kept {
    pub name: String,
    /// What it is called on the page from which it came.
    pub label: &'static str,
    /// What was chosen, in words.
    pub chosen: Option<String>,
    pub text: Plain<String>,
    pub is_shown: bool,
}

#[derive(Template)]
#[template(path = "account/templates/draft.html")]
pub(super) struct DraftPage {
    pub frame: Frame,
    pub at: Moment,
    pub path: String,
    pub fields: Vec<Kept>,
}

/// The message that names what a device runs.
pub(super) const fn system_key(system: System) -> &'static str {
    match system {
        System::Android => "account-device-android",
        System::Ios => "account-device-ios",
        System::Windows => "account-device-windows",
        System::Mac => "account-device-mac",
        System::Linux => "account-device-linux",
        System::Other => "account-device-other",
    }
}

/// The message that says why a password will not do.
pub(super) const fn weak_key(weak: Weak) -> &'static str {
    match weak {
        Weak::Short => "account-password-short",
        Weak::Long => "account-password-long",
        Weak::Common => "account-password-common",
        Weak::Simple => "account-password-simple",
        Weak::Own => "account-password-own",
    }
}
