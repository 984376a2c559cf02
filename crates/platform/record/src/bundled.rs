//! Tables that are part of the program: CSV with a head.

/// The rows of a table that is part of the program. Columns are found by name, so that a new edition may
/// reorder them; a column that is not there is empty.
///
/// ```
/// let rows = record::bundled("code,name\na,Alpha\n");
/// assert_eq!(rows[0]("name"), "Alpha");
/// ```
pub fn bundled(text: &'static str) -> Vec<impl Fn(&str) -> String> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    reader
        .records()
        .filter_map(Result::ok)
        .map(|row| {
            let header = header.clone();
            move |column: &str| {
                let at = header.iter().position(|name| name == column);
                at.and_then(|at| row.get(at)).unwrap_or_default().to_owned()
            }
        })
        .collect()
}
