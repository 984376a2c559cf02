//! The forms about one clock.

use clock::{Alarm, Basis, Seen};
use page::{Form, Wrong};

page::fields! {
    /// A form that says why a clock is missed.
    pub struct AnsweringAlarm {
        /// Why.
        pub why: Alarm = choice("clock-alarm-why", "clock-alarm-hint", "error-choose"),
    }
}

page::fields! {
    /// A form that says where a child was seen.
    pub struct Seeing judged by with_own_eyes {
        /// Where: of the list, a house itself alone.
        pub place: Seen = pick("clock-seen-place", "clock-seen-hint", "clock-wrong-place"),
        /// Whether whoever says it saw the child.
        pub myself: bool = tick("clock-seen-myself", ""),
    }
}

page::fields! {
    /// A form that says that somebody is an adult.
    pub struct FindingAdult {
        /// How one knows.
        pub basis: Basis = choice("clock-adult-basis", "clock-adult-hint", "error-choose"),
    }
}

page::fields! {
    /// A form that agrees that somebody is an adult, as it stood on the page.
    pub struct Agreeing {}
}

fn with_own_eyes(read: Seeing, form: &mut Form) -> Option<Seeing> {
    if !read.myself {
        form.wrong("myself", Wrong::new("clock-wrong-myself"));
    }
    read.myself.then_some(read)
}
