//! The one place where opened or typed text is printed.

use std::fmt::{self, Write as _};

use askama::filters::HtmlSafe;
use vault::Plain;

/// Personal text on a page: escaped, lines kept, its direction its own.
pub struct Shown<'a>(&'a str);

impl<'a> Shown<'a> {
    pub(crate) fn new(text: &'a Plain<String>) -> Self {
        Self(text.expose())
    }
}

/// A code or a receipt in the reader's digits.
pub fn in_digits(language: record::Language, code: &Plain<String>) -> Plain<String> {
    Plain::new(crate::number::digits(language, code.expose()))
}

impl HtmlSafe for Shown<'_> {}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<bdi dir=\"auto\" class=\"said\">")?;
        escape(f, self.0)?;
        f.write_str("</bdi>")
    }
}

/// Personal text inside a field of a form: escaped, nothing around it.
pub struct Typed<'a>(&'a str);

impl<'a> Typed<'a> {
    pub(crate) fn new(text: Option<&'a Plain<String>>) -> Self {
        Self(text.map_or("", |text| text.expose().as_str()))
    }
}

impl HtmlSafe for Typed<'_> {}

impl fmt::Display for Typed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        escape(f, self.0)
    }
}

/// Writes text so that nothing in it is markup, and no mark in it turns what stands around it.
fn escape(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    for c in text.chars() {
        match c {
            '&' => f.write_str("&amp;")?,
            '<' => f.write_str("&lt;")?,
            '>' => f.write_str("&gt;")?,
            '"' => f.write_str("&quot;")?,
            '\'' => f.write_str("&#39;")?,
            // Controls are no characters in HTML; overrides could make a text lie.
            '\u{202d}' | '\u{202e}' => {}
            c if c.is_control() && !matches!(c, '\n' | '\t') => {}
            c => f.write_char(c)?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup() {
        let text = Plain::new("<b onclick='x'>\"&\u{0}\u{202e}\nعلي".to_owned());
        assert_eq!(
            Shown::new(&text).to_string(),
            "<bdi dir=\"auto\" class=\"said\">&lt;b onclick=&#39;x&#39;&gt;&quot;&amp;\nعلي</bdi>"
        );
        assert_eq!(Typed::new(None).to_string(), "");
    }
}
