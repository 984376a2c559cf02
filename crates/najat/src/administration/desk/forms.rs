//! The form of a desk.

use page::{Field, Fields as _, Form, Wrong};
use record::{Duty, Id};

use super::super::parts;
use super::pages::{Place, is_local};

page::fields! {
    /// A form that says who answers for something in a place.
    pub(super) struct Naming judged by fits {
        /// What is answered for.
        pub duty: Duty = unseen(),
        /// Where.
        pub place: Place = select("admin-place", "", "error-choose"),
        /// Who answers.
        pub first: Option<Id> = may select("admin-desk-first", "admin-desk-first-hint"),
        /// Who answers where the first may not.
        pub second: Option<Id> = may select("admin-desk-second", ""),
        /// The last.
        pub third: Option<Id> = may select("admin-desk-third", ""),
    }
}

/// Each body once, and a governorate only for what is answered there.
fn fits(form: &mut Form) {
    let duty: Option<Duty> = form.open("duty").parse().ok();
    let place: Option<Place> = form.code("place");
    if place.is_some_and(|place| place.0.is_some()) && !duty.is_some_and(is_local) {
        form.wrong("place", Wrong::new("error-choose"));
    }
    parts::each_once::<Naming>(form);
}

impl Naming {
    /// The fields of the bodies.
    pub(super) fn bodies() -> impl Iterator<Item = &'static Field> {
        Self::FIELDS.iter().skip(2)
    }

    /// Who is chosen, in their order.
    pub(super) fn orgs(&self) -> Vec<Id> {
        let all = [self.first, self.second, self.third];
        all.into_iter().flatten().collect()
    }
}
