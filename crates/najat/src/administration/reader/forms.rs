//! The form of the readers' order.

use page::{Field, Fields as _, Form};
use record::Id;

use super::super::parts;
use super::pages::Place;

page::fields! {
    /// A form that says who reads in a place, in their order.
    pub(super) struct Ordering judged by parts::each_once::<Ordering> {
        /// The place.
        pub place: Place = unseen(),
        /// Who reads.
        pub first: Option<Id> = may select("admin-readers-first", ""),
        /// Who reads where the first is accused.
        pub second: Option<Id> = may select("admin-readers-second", ""),
        /// Where both are.
        pub third: Option<Id> = may select("admin-readers-third", ""),
        /// And so on.
        pub fourth: Option<Id> = may select("admin-readers-fourth", ""),
        /// The last.
        pub fifth: Option<Id> = may select("admin-readers-fifth", ""),
    }
}

impl Ordering {
    /// The fields of the readers, without that of the place.
    pub(super) fn readers() -> impl Iterator<Item = &'static Field> {
        Self::FIELDS.iter().skip(1)
    }

    /// Who is chosen, in their order.
    pub(super) fn orgs(&self) -> Vec<Id> {
        let all = [self.first, self.second, self.third, self.fourth, self.fifth];
        all.into_iter().flatten().collect()
    }
}

/// The order as it stands, in a form.
pub(super) fn filled(form: Form, orgs: impl Iterator<Item = Id>) -> Form {
    let both = Ordering::readers().zip(orgs);
    both.fold(form, |form, (field, org)| {
        form.put(field.name, org.to_string())
    })
}
