//! Protection: reports, releases to the police.
