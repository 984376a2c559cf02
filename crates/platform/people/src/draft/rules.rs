//! A form as one text, to be sealed, and back.

use store::StoreError;
use vault::Plain;

use super::Content;

pub(super) fn encode(content: &Content) -> Plain<String> {
    let fields: Vec<(&str, &str)> = content
        .fields
        .iter()
        .map(|(name, text)| (name.as_str(), text.expose().as_str()))
        .collect();
    // Text made of text: there is nothing in it that JSON cannot say.
    Plain::new(serde_json::to_string(&(content.path.expose(), fields)).unwrap_or_default())
}

pub(super) fn decode(text: &Plain<String>) -> Result<Content, StoreError> {
    let (path, fields): (String, Vec<(String, String)>) =
        serde_json::from_str(text.expose()).map_err(|_| StoreError::Column("content"))?;
    Ok(Content {
        path: Plain::new(path),
        fields: fields
            .into_iter()
            .map(|(name, text)| (name, Plain::new(text)))
            .collect(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_form_comes_back_as_it_was(
            path: String,
            fields in proptest::collection::vec((any::<String>(), any::<String>()), 0..6),
        ) {
            let given = Content {
                path: Plain::new(path.clone()),
                fields: fields.iter().map(|(name, text)| (name.clone(), Plain::new(text.clone()))).collect(),
            };
            let back = decode(&encode(&given)).unwrap();
            let back_fields: Vec<(String, String)> =
                back.fields.iter().map(|(name, text)| (name.clone(), text.expose().clone())).collect();
            prop_assert_eq!(back.path.expose(), &path);
            prop_assert_eq!(back_fields, fields);
        }
    }
}
