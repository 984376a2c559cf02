//! The one place where opened or typed text is printed.

use std::fmt::{self, Write as _};

use askama::filters::HtmlSafe;
use vault::Plain;

use crate::ordered;

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

/// A number as it is dialled.
pub(crate) fn dialled(number: &Plain<String>) -> String {
    record::digits::dialled(number.expose())
}

impl HtmlSafe for Shown<'_> {}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<bdi dir=\"auto\" class=\"said\">")?;
        in_order(f, self.0)?;
        f.write_str("</bdi>")
    }
}

/// Somebody's name on a page, in a line with other words.
pub struct Named<'a>(&'a str);

impl<'a> Named<'a> {
    pub(crate) fn new(name: &'a str) -> Self {
        Self(name)
    }

    pub(crate) fn secret(name: &'a Plain<String>) -> Self {
        Self(name.expose())
    }
}

impl HtmlSafe for Named<'_> {}

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("<bdi>")?;
        in_order(f, self.0)?;
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

/// Writes text whose numbers stand in the order in which they were typed.
fn in_order(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    let mut done = 0;
    for run in ordered::runs(text) {
        escape(f, text.get(done..run.start).unwrap_or_default())?;
        f.write_str("<bdo dir=\"ltr\">")?;
        escape(f, text.get(run.clone()).unwrap_or_default())?;
        f.write_str("</bdo>")?;
        done = run.end;
    }
    escape(f, text.get(done..).unwrap_or_default())
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

    #[test]
    fn numbers_stand_as_they_were_typed() {
        let text = Plain::new("رقمي +964 770 & <1-2>".to_owned());
        let shown = "<bdi dir=\"auto\" class=\"said\">رقمي <bdo dir=\"ltr\">+964 770</bdo> &amp; \
                     &lt;<bdo dir=\"ltr\">1-2</bdo>&gt;</bdi>";
        assert_eq!(Shown::new(&text).to_string(), shown);
        let name = Named::new("شرطة 15/3 <b>").to_string();
        assert_eq!(
            name,
            "<bdi>شرطة <bdo dir=\"ltr\">15/3</bdo> &lt;b&gt;</bdi>"
        );
    }
}
