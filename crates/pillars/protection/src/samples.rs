//! Made-up moments, ids and words for the samples of every page.

use page::{Frame, FrameKind, NEUTRAL_TITLE};
use record::{Id, Language, Moment};

/// When samples are looked at: the moment of `page`'s sample frames.
pub(crate) const NOW: Moment = Moment::from_micros(1_795_431_909_000_000);

/// Long, in both directions, with lines.
pub(crate) const LONG: &str = "عبد الرحمن بن عبد العزيز بن محمد الحسيني (Abd al-Rahman ibn Abd \
                               al-Aziz al-Husayni)\n+999 770 123 4567 · ژێرزەمینەکە";

pub(crate) fn id(number: u8) -> Id {
    Id::from_bytes([number; 16])
}

/// A public frame.
pub(crate) fn public_frame(language: Language) -> Frame {
    Frame::sample(language, FrameKind::Public, NEUTRAL_TITLE)
}

/// Words of a made-up sender.
pub(crate) fn words(language: Language) -> String {
    match language {
        Language::En => "Three boys work in a workshop behind the market. One has a burnt hand.",
        Language::Ar => "ثلاثة أولاد يعملون في ورشة خلف السوق. يد أحدهم محروقة.",
        Language::Ckb => "سێ کوڕ لە کارگەیەک لە پشت بازاڕ کار دەکەن. دەستی یەکێکیان سووتاوە.",
    }
    .to_owned()
}
