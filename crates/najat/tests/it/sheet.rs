//! What stands on a page: its forms as they are offered, its links, its words.

use crate::sender::unescaped;

/// A form as it stands on a page.
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
    choices: Vec<Choice>,
}

/// What can be chosen in a field.
#[derive(Debug)]
struct Choice {
    field: String,
    code: String,
    words: String,
    /// One of several that can be ticked together.
    tick: bool,
}

impl Form {
    /// The first form whose button begins with these words.
    pub fn with_button(html: &str, words: &str) -> Self {
        for rest in html.split("<form").skip(1) {
            let form = rest.split("</form>").next().unwrap_or_default();
            let button = tags(form, "button").find(|(_, said)| said.starts_with(words));
            if let Some((button, _)) = button {
                let mut read = Self::read(form);
                if let Some(action) = attribute(&button, "formaction") {
                    read.action = action;
                }
                return read;
            }
        }
        panic!("no form with {words:?} on {}", text_of(html));
    }

    fn read(form: &str) -> Self {
        let mut read = Self {
            action: attribute(form, "action").unwrap_or_default(),
            fields: Vec::new(),
            choices: Vec::new(),
        };
        for part in form.split("<input").skip(1) {
            let Some(name) = attribute(part, "name") else {
                continue;
            };
            let value = attribute(part, "value").unwrap_or_default();
            let kind = attribute(part, "type").unwrap_or_default();
            let is_choice = kind == "checkbox" || kind == "radio";
            let tag = part.split('>').next().unwrap_or_default();
            if is_choice {
                read.choices.push(Choice {
                    field: name.clone(),
                    code: value.clone(),
                    words: tags(part, "label").next().unwrap_or_default().1,
                    tick: kind == "checkbox",
                });
            }
            if !is_choice || tag.contains(" checked") {
                read.fields.push((name, value));
            }
        }
        for (tag, said) in tags(form, "textarea") {
            read.fields
                .push((attribute(&tag, "name").unwrap_or_default(), said));
        }
        for part in form.split("<select").skip(1) {
            let name = attribute(part, "name").unwrap_or_default();
            let part = part.split("</select>").next().unwrap_or_default();
            let options: Vec<(String, String)> = tags(part, "option").collect();
            let chosen = options.iter().find(|(tag, _)| tag.contains(" selected"));
            if let Some((tag, _)) = chosen.or(options.first()) {
                let value = attribute(tag, "value").unwrap_or_default();
                read.fields.push((name.clone(), value));
            }
            for (tag, words) in options {
                read.choices.push(Choice {
                    field: name.clone(),
                    code: attribute(&tag, "value").unwrap_or_default(),
                    words,
                    tick: false,
                });
            }
        }
        read
    }

    /// The field that takes the digits of a step-up: on a page that leads on, or on one that completes what
    /// was sent.
    pub fn digits_field(&self) -> &'static str {
        let completes = self.fields.iter().any(|(name, _)| name == "step_up_digits");
        if completes { "step_up_digits" } else { "code" }
    }

    /// Types into a field, or chooses what is offered, by its words or its code.
    pub fn fill(&mut self, name: &str, said: &str) {
        let offered: Vec<_> = self
            .choices
            .iter()
            .filter(|one| one.field == name)
            .collect();
        if offered.is_empty() {
            let field = self.fields.iter_mut().find(|field| field.0 == name);
            let field = field.unwrap_or_else(|| panic!("no field {name}"));
            said.clone_into(&mut field.1);
            return;
        }
        let found = offered
            .iter()
            .find(|one| one.code == said || one.words == said);
        let Some(chosen) = found else {
            panic!("{said} is not offered in {name}: {offered:?}");
        };
        let field = (name.to_owned(), chosen.code.clone());
        // A further tick stands beside those before it; all else takes their place.
        let tick = chosen.tick;
        self.fields
            .retain(|known| known != &field && (tick || known.0 != name));
        self.fields.push(field);
    }
}

/// Every element of a name: its opening tag and what is read in it.
pub fn tags<'h>(html: &'h str, name: &str) -> impl Iterator<Item = (String, String)> + use<'h> {
    let (open, close) = (format!("<{name}"), format!("</{name}>"));
    let parts: Vec<&str> = html.split(open.as_str()).skip(1).collect();
    parts.into_iter().filter_map(move |part| {
        let (tag, rest) = part.split_once('>')?;
        let is_it = tag.is_empty() || tag.starts_with(|sign: char| sign.is_whitespace());
        let inside = rest.split(close.as_str()).next().unwrap_or_default();
        is_it.then(|| (tag.to_owned(), text_of(inside)))
    })
}

/// The value of an attribute in the first tag of a text.
pub fn attribute(text: &str, name: &str) -> Option<String> {
    let tag = text.split('>').next()?;
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    Some(unescaped(rest.split('"').next()?))
}

/// What can be read: no tags, nothing unseen between the words.
pub fn text_of(html: &str) -> String {
    let mut text = String::new();
    let mut in_tag = false;
    for sign in html.chars() {
        match sign {
            '<' => in_tag = true,
            '>' if in_tag => {
                in_tag = false;
                text.push(' ');
            }
            '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => {}
            sign if !in_tag => text.push(sign),
            _ => {}
        }
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    unescaped(&words.join(" "))
}
