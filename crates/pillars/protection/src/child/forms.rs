//! The forms about one clock.

use clock::{Alarm, Basis, Ended, Seen};

page::fields! {
    /// A form that says why a clock is missed.
    pub struct AnsweringAlarm {
        /// Why.
        pub why: Alarm = choice("clock-alarm-why", "clock-alarm-hint", "error-choose"),
    }
}

page::fields! {
    /// A form that says where a child was seen.
    pub struct Seeing {
        /// Where: of the list, a shelter itself alone.
        pub place: Seen = pick("clock-seen-place", "clock-seen-hint", "clock-wrong-place"),
        /// That whoever says it saw the child with their own eyes.
        pub myself: bool = sure("clock-seen-myself", "", "clock-wrong-myself"),
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

page::fields! {
    /// A form that says what became of a clock that people stop by name.
    pub struct Ending {
        /// What.
        pub ended: Ended = choice("clock-ended", "clock-ended-hint", "error-choose"),
        /// That the child has rested and is fit, where that must be so.
        pub fit: bool = tick("clock-fit", ""),
    }
}
