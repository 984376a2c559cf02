//! Words: Fluent messages in three languages, one file per pillar, embedded in the binary.

use std::borrow::Cow;
use std::sync::LazyLock;

pub use fluent_bundle::FluentValue;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use record::Language;

use crate::number;

/// One file of messages in every language.
pub struct Messages {
    /// The name of the file without its ending, as in `locales/en/NAME.ftl`.
    pub file: &'static str,
    /// The texts, in the order of [`Language::ALL`].
    pub texts: [&'static str; 3],
}

macro_rules! messages {
    ($($file:literal),+ $(,)?) => {
        /// Every file of messages. A pillar adds its own by adding its name here.
        pub const MESSAGES: &[Messages] = &[$(Messages {
            file: $file,
            texts: [
                include_str!(concat!("../../../../locales/en/", $file, ".ftl")),
                include_str!(concat!("../../../../locales/ar/", $file, ".ftl")),
                include_str!(concat!("../../../../locales/ckb/", $file, ".ftl")),
            ],
        }),+];
    };
}

messages![
    "page",
    "najat",
    "account",
    "protection",
    "shelter",
    "screening",
    "case",
    "interpreter",
    "clock",
    "administration",
    "watch",
    "backup",
    "doctor"
];

type Bundle = FluentBundle<FluentResource>;

static EN: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::En));
static AR: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Ar));
static CKB: LazyLock<Bundle> = LazyLock::new(|| bundle(Language::Ckb));

fn loaded(language: Language) -> &'static Bundle {
    match language {
        Language::En => &EN,
        Language::Ar => &AR,
        Language::Ckb => &CKB,
    }
}

fn place(language: Language) -> usize {
    match language {
        Language::En => 0,
        Language::Ar => 1,
        Language::Ckb => 2,
    }
}

fn bundle(language: Language) -> Bundle {
    let tag = language.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    bundle.set_formatter(Some(match language {
        Language::En => |value, _| in_digits(value, Language::En),
        Language::Ar => |value, _| in_digits(value, Language::Ar),
        Language::Ckb => |value, _| in_digits(value, Language::Ckb),
    }));
    for messages in MESSAGES {
        // A file that does not parse whole still gives the messages that do; a test refuses it.
        let text = messages.texts.get(place(language)).copied().unwrap_or("");
        let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(part, _)| part);
        if bundle.add_resource(resource).is_err() {
            tracing::error!(file = messages.file, "two messages have one key");
        }
    }
    bundle
}

/// Fluent prints Western digits; numbers in messages follow the reader's language instead.
fn in_digits(value: &FluentValue, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(n) => Some(number::decimal(language, &n.as_string())),
        _ => None,
    }
}

/// Something said to a reader: a message's key and its arguments, put into words when printed.
#[derive(Clone)]
pub struct Message {
    language: Language,
    key: Cow<'static, str>,
    args: Vec<(&'static str, FluentValue<'static>)>,
}

impl Message {
    /// A message by its key.
    pub fn new(language: Language, key: impl Into<Cow<'static, str>>) -> Self {
        Self {
            language,
            key: key.into(),
            args: Vec::new(),
        }
    }

    /// Gives the message an argument: a number (printed in the reader's digits) or a text.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<FluentValue<'static>>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&words(self.language, &self.key, &self.args))
    }
}

/// The words of a message. A key that is missing shows as `⟦key⟧` and is logged as an error.
pub fn words(
    language: Language,
    key: &str,
    args: &[(&'static str, FluentValue<'static>)],
) -> String {
    let bundle = loaded(language);
    let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
        tracing::error!(key, language = language.code(), "a message is missing");
        return format!("\u{27e6}{key}\u{27e7}");
    };
    let args: FluentArgs = args.iter().map(|(k, v)| (*k, v.clone())).collect();
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
    if !errors.is_empty() {
        tracing::error!(
            key,
            language = language.code(),
            "a message lacks an argument"
        );
    }
    text.into_owned()
}

/// Whether there is a message with this key.
pub fn is_known(key: &str) -> bool {
    loaded(Language::En).has_message(key)
}

/// The words of a message without the marks that isolate its arguments: for names of files,
/// titles of windows and dates, where nothing foreign stands inside.
pub fn bare_words(
    language: Language,
    key: &str,
    args: &[(&'static str, FluentValue<'static>)],
) -> String {
    words(language, key, args).replace(['\u{2068}', '\u{2069}'], "")
}

/// What the language calls itself.
pub const fn own_name(language: Language) -> &'static str {
    match language {
        Language::En => "English",
        Language::Ar => "\u{627}\u{644}\u{639}\u{631}\u{628}\u{64a}\u{629}",
        Language::Ckb => "\u{6a9}\u{648}\u{631}\u{62f}\u{6cc}",
    }
}

/// `rtl` or `ltr`.
pub const fn direction(language: Language) -> &'static str {
    if language.is_rtl() { "rtl" } else { "ltr" }
}

/// The language a browser asks for first, of those we have.
pub fn asked_for(accept_language: &str) -> Option<Language> {
    let mut wanted: Vec<(u16, Language)> = accept_language
        .split(',')
        .filter_map(|part| {
            let mut pieces = part.trim().split(';');
            let tag = pieces.next()?.trim().to_ascii_lowercase();
            let weight = pieces
                .find_map(|piece| piece.trim().strip_prefix("q=").map(thousandths))
                .unwrap_or(1000);
            let main = tag.split('-').next().unwrap_or("");
            let language = match main {
                // Browsers say `ku` for either Kurdish; Sorani is the one we have.
                "ku" => Language::Ckb,
                _ => Language::from_code(main).ok()?,
            };
            (weight > 0).then_some((weight, language))
        })
        .collect();
    // Stable: of equal weights the first named wins.
    wanted.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    wanted.first().map(|(_, language)| *language)
}

fn thousandths(weight: &str) -> u16 {
    let weight: f32 = weight.trim().parse().unwrap_or(0.0);
    // A quality is between 0 and 1; anything else counts as its nearer end.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped"
    )]
    let weight = (weight.clamp(0.0, 1.0) * 1000.0) as u16;
    weight
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_gets_the_language_it_prefers_of_ours() {
        assert_eq!(asked_for("ar-IQ,ar;q=0.9,en;q=0.8"), Some(Language::Ar));
        assert_eq!(asked_for("fr, en;q=0.5, ckb;q=0.7"), Some(Language::Ckb));
        assert_eq!(asked_for("ku-IQ"), Some(Language::Ckb));
        assert_eq!(asked_for("en;q=0, fr"), None);
        assert_eq!(asked_for("\u{0}; q=,,,"), None);
    }

    #[test]
    fn a_missing_key_is_visible() {
        assert_eq!(words(Language::En, "no-such-key", &[]), "⟦no-such-key⟧");
    }

    #[test]
    fn arabic_counts_in_six_ways_and_in_its_digits() {
        let say = |n: i64| {
            Message::new(Language::Ar, "count-hours")
                .with("count", n)
                .to_string()
                .replace(['\u{2068}', '\u{2069}'], "")
        };
        assert_eq!(say(1), "ساعة واحدة");
        assert_eq!(say(2), "ساعتين");
        assert_eq!(say(3), "٣ ساعات");
        assert_eq!(say(11), "١١ ساعة");
        assert_eq!(say(100), "١٠٠ ساعة");
    }
}
