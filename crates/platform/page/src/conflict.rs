//! A form that was made from an older version of its record: both texts side by side.

use vault::Plain;

use crate::filters;
use crate::form::Form;
use crate::frame::Frame;

/// One field of which two versions exist.
pub struct Both {
    /// The field.
    pub field: &'static str,
    /// The message that names it.
    pub label: &'static str,
    /// What stands there now.
    pub theirs: Plain<String>,
}

/// The page that shows what stands there now beside what was typed, to be put together and sent.
///
/// The form must be [`Form::renewed`]: it carries the version as it is now and a key of its own.
/// The page is answered with status 409.
#[derive(askama::Template)]
#[template(path = "conflict.html")]
pub struct Conflict {
    /// What stands around it.
    pub frame: Frame,
    /// Where the form is sent.
    pub action: String,
    /// What was typed.
    pub form: Form,
    /// The fields of which two versions exist.
    pub both: Vec<Both>,
}

impl Conflict {
    /// The fields that are carried along unseen.
    fn others(&self) -> Vec<(&str, &Plain<String>)> {
        let shown: Vec<&str> = self.both.iter().map(|both| both.field).collect();
        self.form.others(&shown)
    }
}
