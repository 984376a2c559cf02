//! What this pillar adds to a made-up country: who reads, whom one can call, shelters, reports and
//! requests at every stage. Each is made by the actions people use, by whose step it is.

mod answers;
mod cases;
mod interpreters;
mod numbers;
mod readers;
mod reports;
mod requests;
mod screenings;
mod shelters;
mod thread;
mod words;

use ::demo::Part;

/// The order in which reports are read.
pub const READERS: Part = Part {
    name: "orders of readers",
    make: |scene| Box::pin(readers::set_all(scene)),
};

/// Numbers to call.
pub const NUMBERS: Part = Part {
    name: "numbers to call",
    make: |scene| Box::pin(numbers::set_all(scene)),
};

/// Shelters with places, one for each that a manager keeps.
pub const SHELTERS: Part = Part {
    name: "houses",
    make: |scene| Box::pin(shelters::register_all(scene)),
};

/// Reports; they need readers.
pub const REPORTS: Part = Part {
    name: "reports",
    make: |scene| Box::pin(reports::send_all(scene)),
};

/// Requests for a place, one for two reports; shelters are asked, where there are any.
pub const REQUESTS: Part = Part {
    name: "requests for a place",
    make: |scene| Box::pin(requests::ask_all(scene)),
};

/// Screenings, one for three reports, each of somebody who stands at a desk.
pub const SCREENINGS: Part = Part {
    name: "screenings",
    make: |scene| Box::pin(screenings::ask_all(scene)),
};

/// Cases of people who were screened.
pub const CASES: Part = Part {
    name: "cases",
    make: |scene| Box::pin(cases::open_all(scene)),
};

/// Interpreters, and what was said of some in cases.
pub const INTERPRETERS: Part = Part {
    name: "interpreters",
    make: |scene| Box::pin(interpreters::enter_all(scene)),
};

/// Every part, each after what it needs.
pub const PARTS: &[Part] = &[
    READERS,
    NUMBERS,
    SHELTERS,
    REPORTS,
    REQUESTS,
    SCREENINGS,
    CASES,
    INTERPRETERS,
];
