//! What the fields of a kept form are called: as on the page from which they came.

use page::Field;

/// Fields by the room of the form they stand in, as the beginning of its address. What stands in
/// several rooms under several names comes first by the longer address.
const LABELS: &[(&str, &str, &str)] = &[
    ("/search", "about", "search-about"),
    ("/beds", "governorate", "bed-where"),
    ("/beds", "danger", "bed-danger"),
    ("/beds", "sex", "bed-sex"),
    ("/beds", "age", "bed-age"),
    ("/beds", "family", "bed-family"),
    ("/beds", "heads", "bed-heads"),
    ("/beds", "disability", "bed-disability"),
    ("/beds", "languages", "bed-languages"),
    ("/beds", "said", "bed-said"),
    ("/shelters", "governorate", "shelter-where"),
    ("/shelters", "hours", "shelter-hours"),
    ("/shelters", "languages", "shelter-languages-spoken"),
    ("/shelters", "closed", "shelter-closed-tick"),
    ("/members", "name", "admin-invite-name"),
    ("/members", "sign_in_name", "admin-invite-sign-in"),
    ("/members", "role", "admin-role"),
    ("/members", "reason", "admin-reason"),
    ("/members", "language", "admin-invite-language"),
    ("/members", "org", "admin-organisation"),
    ("/organisations", "name_en", "admin-org-name-en"),
    ("/organisations", "name_ar", "admin-org-name-ar"),
    ("/organisations", "name_ckb", "admin-org-name-ckb"),
    ("/organisations", "kind", "admin-org-kind"),
    ("/organisations", "parent", "admin-org-parent"),
    ("/organisations", "place", "admin-org-places"),
    ("/organisations", "hours", "admin-org-hours"),
    ("/organisations", "number", "admin-org-number"),
    ("/numbers", "number", "admin-number-line"),
    ("/numbers", "name_en", "admin-number-name-en"),
    ("/numbers", "name_ar", "admin-number-name-ar"),
    ("/numbers", "name_ckb", "admin-number-name-ckb"),
    ("/numbers", "help_en", "admin-number-help-en"),
    ("/numbers", "help_ar", "admin-number-help-ar"),
    ("/numbers", "help_ckb", "admin-number-help-ckb"),
    ("/numbers", "hours", "admin-org-hours"),
    ("/numbers", "languages", "admin-number-languages"),
];

/// The message that names a field of the form sent to this address: of the form's own list, where
/// it has one.
pub(super) fn label(field: Option<&Field>, path: &str, name: &str) -> &'static str {
    if let Some(field) = field.filter(|field| !field.label.is_empty()) {
        return field.label;
    }
    LABELS
        .iter()
        .find(|(room, field, _)| path.starts_with(room) && *field == name)
        .map_or("draft-field", |(_, _, key)| *key)
}

#[cfg(test)]
mod tests {
    use page::Message;
    use record::Language;

    use super::*;

    #[test]
    fn fields_are_called_as_on_their_page() {
        let label = |path, name| label(None, path, name);
        assert_eq!(label("/beds/new", "sex"), "bed-sex");
        assert_eq!(label("/reports/1/answer", "nothing"), "draft-field");
        for language in Language::ALL {
            for (_, _, key) in LABELS {
                let words = Message::new(*language, *key).to_string();
                assert!(!words.contains('\u{27e6}'), "{key} in {language}");
            }
        }
    }
}
