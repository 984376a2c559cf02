//! What became of a form that may be sent twice.

/// What became of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// It was done now.
    Now,
    /// It was done before, by the same form.
    Before,
}
