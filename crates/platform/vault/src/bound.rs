//! One spelling for "this label and these parts", so that no two different lists of parts ever
//! give the same bytes.

/// The label and the parts, each behind its length.
pub(crate) fn bound(label: &str, parts: &[&[u8]]) -> Vec<u8> {
    let length = parts.iter().map(|part| part.len() + 8).sum::<usize>() + label.len() + 8;
    let mut bytes = Vec::with_capacity(length);
    for part in std::iter::once(label.as_bytes()).chain(parts.iter().copied()) {
        bytes.extend_from_slice(&(part.len() as u64).to_be_bytes());
        bytes.extend_from_slice(part);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::bound;

    #[test]
    fn moving_a_letter_between_parts_changes_the_bytes() {
        assert_ne!(bound("a", &[b"bc", b"d"]), bound("a", &[b"b", b"cd"]));
        assert_ne!(bound("a", &[b"b"]), bound("a", &[b"b", b""]));
        assert_ne!(bound("ab", &[]), bound("a", &[b"b"]));
    }
}
