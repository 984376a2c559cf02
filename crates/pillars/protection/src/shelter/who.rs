//! Whom a place is for, as it was said; nobody proves it.

record::codes! {
    /// Somebody's sex, as it was said; nobody proves it.
    Sex labelled "bed-sex" {
        /// A woman or a girl.
        Female = "female",
        /// A man or a boy.
        Male = "male",
        /// Not said.
        NotSaid = "not_said",
    }
}

record::codes! {
    /// Somebody's age, as it was said; nobody proves it.
    Age labelled "bed-age" {
        /// Up to twelve.
        Under13 = "under_13",
        /// From 13 to 17.
        From13 = "from_13",
        /// Grown up.
        Adult = "adult",
        /// Nobody knows: treated as a child.
        Unknown = "unknown",
    }
}

impl Age {
    /// A child, or somebody who may be one.
    pub const fn may_be_child(self) -> bool {
        !matches!(self, Self::Adult)
    }
}

/// Who a request is for, in one word.
pub(crate) const fn who_key(sex: Sex, age: Age) -> &'static str {
    match (sex, age) {
        (Sex::Female, Age::Under13) => "bed-who-female-under-13",
        (Sex::Female, Age::From13) => "bed-who-female-from-13",
        (Sex::Female, Age::Adult) => "bed-who-female-adult",
        (Sex::Female, Age::Unknown) => "bed-who-female-unknown",
        (Sex::Male, Age::Under13) => "bed-who-male-under-13",
        (Sex::Male, Age::From13) => "bed-who-male-from-13",
        (Sex::Male, Age::Adult) => "bed-who-male-adult",
        (Sex::Male, Age::Unknown) => "bed-who-male-unknown",
        (Sex::NotSaid, Age::Under13) => "bed-who-not-said-under-13",
        (Sex::NotSaid, Age::From13) => "bed-who-not-said-from-13",
        (Sex::NotSaid, Age::Adult) => "bed-who-not-said-adult",
        (Sex::NotSaid, Age::Unknown) => "bed-who-not-said-unknown",
    }
}
