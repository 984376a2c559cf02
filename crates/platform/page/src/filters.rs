//! The filters of the templates. A module that derives a template says `use page::filters;`.
//!
//! The reader's language comes from askama's runtime values, which [`crate::render`] gives.

#![expect(
    missing_docs,
    clippy::inline_always,
    reason = "askama's attribute makes items of its own beside each filter"
)]

use std::borrow::Borrow;
use std::fmt;

use askama::Values;
use askama::filters::HtmlSafe;
use fluent_bundle::FluentValue;
use record::{Language, Moment};
use vault::Plain;

use crate::asset::{POINTING, is_icon, path};
use crate::form::Wrong;
use crate::language::Message;
use crate::plain::{self as secret, Named, Shown, Typed};
use crate::{number, ordered, time};

/// The runtime value under which the reader's language stands.
pub const LANGUAGE: &str = "language";

fn language(values: &dyn Values) -> askama::Result<Language> {
    askama::get_value::<Language>(values, LANGUAGE).copied()
}

/// The words of a message: `{{ "yes"|t }}`, `{{ "errors-title"|t|with("count", 3) }}`.
#[askama::filter_fn]
pub fn t(key: impl AsRef<str>, values: &dyn Values) -> askama::Result<Message> {
    Ok(Message::new(language(values)?, key.as_ref().to_owned()))
}

/// Gives a message an argument: a number or a text.
#[askama::filter_fn]
pub fn with<V: Argument>(
    message: Message,
    _: &dyn Values,
    name: &'static str,
    value: V,
) -> askama::Result<Message> {
    Ok(message.with(name, value.argument()))
}

/// What is wrong with a field, in words.
#[askama::filter_fn]
pub fn wrong(what: &Wrong, values: &dyn Values) -> askama::Result<Message> {
    Ok(what.message(language(values)?))
}

/// A number in the reader's digits, thousands apart: `{{ count|num }}`.
#[askama::filter_fn]
pub fn num(number: impl fmt::Display, values: &dyn Values) -> askama::Result<String> {
    Ok(number::decimal(language(values)?, &number.to_string()))
}

/// A code, phone number or receipt in the reader's digits, always read from left to right.
#[askama::filter_fn]
pub fn code(text: impl fmt::Display, values: &dyn Values) -> askama::Result<Markup> {
    let text = number::digits(language(values)?, &text.to_string());
    // Groups of Arabic-Indic digits would stand in the order of the script, not of the number.
    let text = escaped(&text);
    Ok(Markup(format!("<bdo dir=\"ltr\">{text}</bdo>")))
}

/// A number as it is dialled: `href="tel:{{ line.number|dial }}"`.
#[askama::filter_fn]
pub fn dial(number: impl fmt::Display, _: &dyn Values) -> askama::Result<String> {
    Ok(record::digits::dialled(&number.to_string()))
}

/// The same of a number that is a secret.
#[askama::filter_fn]
pub fn dial_secret(number: &Plain<String>, _: &dyn Values) -> askama::Result<String> {
    Ok(secret::dialled(number))
}

/// A date: `{{ report.sent|date }}`.
#[askama::filter_fn]
pub fn date(moment: &Moment, values: &dyn Values) -> askama::Result<Markup> {
    Ok(stamped(*moment, &time::date(language(values)?, *moment)))
}

/// A date with its hour.
#[askama::filter_fn]
pub fn when(moment: &Moment, values: &dyn Values) -> askama::Result<Markup> {
    let words = time::date_and_hour(language(values)?, *moment);
    Ok(stamped(*moment, &words))
}

/// The hour alone.
#[askama::filter_fn]
pub fn hour(moment: &Moment, values: &dyn Values) -> askama::Result<Markup> {
    Ok(stamped(*moment, &time::hour(language(values)?, *moment)))
}

/// How long ago or how far ahead: `{{ report.sent|ago(frame.now) }}`.
#[askama::filter_fn]
pub fn ago<M: Borrow<Moment>>(
    moment: &Moment,
    values: &dyn Values,
    now: M,
) -> askama::Result<Markup> {
    let words = time::apart(language(values)?, *moment, *now.borrow());
    Ok(stamped(*moment, &words))
}

/// What is left until something is due, or by how much it is late.
#[askama::filter_fn]
pub fn due<M: Borrow<Moment>>(
    moment: &Moment,
    values: &dyn Values,
    now: M,
) -> askama::Result<Markup> {
    let words = time::due(language(values)?, *moment, *now.borrow());
    Ok(stamped(*moment, &words))
}

/// A span of seconds: `3 h 20 min`.
#[askama::filter_fn]
pub fn span(seconds: &i64, values: &dyn Values) -> askama::Result<String> {
    Ok(time::span(language(values)?, *seconds))
}

/// Typed or opened text, with its lines, in its own direction. Nothing else prints a `Plain`.
#[askama::filter_fn]
pub fn plain<'a>(text: &'a Plain<String>, _: &dyn Values) -> askama::Result<Shown<'a>> {
    Ok(Shown::new(text))
}

/// Somebody's name that is a secret, among other words, in its own direction.
#[askama::filter_fn]
pub fn called<'a>(name: &'a Plain<String>, _: &dyn Values) -> askama::Result<Named<'a>> {
    Ok(Named::secret(name))
}

/// Typed text inside the field it was typed into.
#[askama::filter_fn]
pub fn typed<'a>(text: Option<&'a Plain<String>>, _: &dyn Values) -> askama::Result<Typed<'a>> {
    Ok(Typed::new(text))
}

/// Somebody's or something's name that is no secret (an organisation), in its own direction.
#[askama::filter_fn]
pub fn own(text: impl fmt::Display, _: &dyn Values) -> askama::Result<Markup> {
    Ok(Markup(Named::new(&text.to_string()).to_string()))
}

/// The address of a static file: `{{ "najat.css"|asset }}`.
#[askama::filter_fn]
pub fn asset(name: impl AsRef<str>, _: &dyn Values) -> askama::Result<&'static str> {
    path(name.as_ref()).ok_or(askama::Error::ValueMissing)
}

/// An icon of the sprite, for the eye only: `{{ "house"|icon }}`.
#[askama::filter_fn]
pub fn icon(name: impl AsRef<str>, _: &dyn Values) -> askama::Result<Markup> {
    let name = name.as_ref();
    let sprite = path("icons.svg").ok_or(askama::Error::ValueMissing)?;
    if !is_icon(name) {
        tracing::error!(name, "an icon is not in the sprite");
    }
    let turns = if POINTING.contains(&name) {
        " points"
    } else {
        ""
    };
    Ok(Markup(format!(
        "<svg class=\"icon{turns}\" aria-hidden=\"true\" focusable=\"false\">\
         <use href=\"{sprite}#{}\"></use></svg>",
        escaped(name)
    )))
}

/// What a message takes as an argument.
pub trait Argument {
    /// As Fluent takes it.
    fn argument(&self) -> FluentValue<'static>;
}

impl<T: Argument + ?Sized> Argument for &T {
    fn argument(&self) -> FluentValue<'static> {
        (*self).argument()
    }
}

impl Argument for str {
    fn argument(&self) -> FluentValue<'static> {
        ordered::marked(self).into()
    }
}

macro_rules! arguments {
    ($($kind:ty: $value:ident => $to:expr;)+) => {
        $(impl Argument for $kind {
            fn argument(&self) -> FluentValue<'static> {
                let $value = self;
                $to.into()
            }
        })+
    };
}

arguments! {
    String: text => ordered::marked(text);
    Message: message => message.to_string();
    i32: number => *number;
    i64: number => *number;
    u32: number => *number;
    u64: number => *number;
    usize: number => *number;
}

/// Markup made here, of which every part was escaped.
pub struct Markup(String);

impl HtmlSafe for Markup {}

impl fmt::Display for Markup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn stamped(moment: Moment, words: &str) -> Markup {
    let machine = time::machine(moment);
    let words = escaped(words);
    Markup(format!(
        "<time datetime=\"{machine}\" dir=\"auto\">{words}</time>"
    ))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
