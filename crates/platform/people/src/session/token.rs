//! Random tokens: 256 bits in a cookie or a form, their SHA-256 in the database.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use vault::Plain;

/// A token and what is stored of it.
#[derive(Clone)]
pub struct Token {
    text: Plain<String>,
    hash: [u8; 32],
}

impl Token {
    /// A new one, from the system's random source.
    pub fn new() -> Self {
        let token = vault::guess::token();
        Self {
            text: Plain::new(URL_SAFE_NO_PAD.encode(token)),
            hash: vault::guess::token_hash(&token),
        }
    }

    /// The token of a text, if the text is one at all.
    pub fn from_text(text: &str) -> Option<Self> {
        let token: [u8; 32] = URL_SAFE_NO_PAD.decode(text).ok()?.try_into().ok()?;
        let hash = vault::guess::token_hash(&token);
        Some(Self {
            text: Plain::new(text.to_owned()),
            hash,
        })
    }

    /// What the cookie holds.
    pub fn text(&self) -> Plain<String> {
        self.text.clone()
    }

    /// What the database holds.
    pub fn hash(&self) -> &[u8] {
        &self.hash
    }
}

impl Default for Token {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::Token;

    #[test]
    fn a_token_comes_back_from_its_text_and_nothing_else_is_one() {
        let token = Token::new();
        let again = Token::from_text(token.text().expose()).expect("its own text");
        assert_eq!(token.hash(), again.hash());
        assert_ne!(token.hash(), Token::new().hash());
        for text in ["", "abc", "not base64!", &"A".repeat(44), &"A".repeat(4000)] {
            assert!(Token::from_text(text).is_none(), "{text}");
        }
    }
}
