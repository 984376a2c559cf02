//! What made-up people write. Nothing of it happened to anybody.

use record::Language;

use crate::report::{Entry, YesNoUnknown};

/// A made-up story.
pub(super) struct Told {
    pub entry: Entry,
    pub minor: YesNoUnknown,
    words: [&'static str; 3],
}

impl Told {
    pub fn in_language(&self, language: Language) -> &'static str {
        demo::in_language(self.words, language)
    }
}

/// The story of a turn.
pub(super) fn told(turn: usize) -> &'static Told {
    &STORIES[turn % STORIES.len()]
}

const STORIES: [Told; 6] = [
    Told {
        entry: Entry::Worry,
        minor: YesNoUnknown::Yes,
        words: [
            "Three boys work in a workshop behind the market and sleep there. The owner locks the door at night.",
            "ثلاثة أولاد يعملون في ورشة خلف السوق وينامون فيها. صاحبها يقفل الباب ليلًا.",
            "سێ کوڕ لە وەرشەیەک لە پشت بازاڕەکە کار دەکەن و لەوێ دەخەون. خاوەنەکەی شەوانە دەرگا دادەخات.",
        ],
    },
    Told {
        entry: Entry::Help,
        minor: YesNoUnknown::No,
        words: [
            "They took my passport when I came to work in the house. I have not been paid for five months.",
            "أخذوا جوازي عندما جئت للعمل في البيت. لم يدفعوا لي منذ خمسة أشهر.",
            "کاتێک هاتم بۆ کارکردن لە ماڵەکە پاسپۆرتەکەمیان لێ سەند. پێنج مانگە پارەم پێ نادەن.",
        ],
    },
    Told {
        entry: Entry::Held,
        minor: YesNoUnknown::Unknown,
        words: [
            "A girl from our building was taken to the residence office. They say she leaves on Sunday. She was made to work there.",
            "بنت من بنايتنا أُخذت إلى دائرة الإقامة. يقولون إنها تسافر يوم الأحد. كانت تُجبر على العمل.",
            "کچێک لە باڵەخانەکەمان بردیان بۆ فەرمانگەی نیشتەجێبوون. دەڵێن یەکشەممە دەڕوات. ناچار کرابوو کار بکات.",
        ],
    },
    Told {
        entry: Entry::Worry,
        minor: YesNoUnknown::Unknown,
        words: [
            "Every morning a car brings children to the traffic lights to beg, and collects them in the evening.",
            "كل صباح تأتي سيارة بأطفال إلى الإشارة ليتسوّلوا وتأخذهم مساءً.",
            "هەموو بەیانییەک ئۆتۆمبێلێک منداڵ دەهێنێت بۆ ترافیکەکە بۆ سواڵکردن، ئێواران دەیانباتەوە.",
        ],
    },
    Told {
        entry: Entry::Help,
        minor: YesNoUnknown::No,
        words: [
            "I came for a job in a restaurant. Now they say I owe them for the journey and must do other work.",
            "جئت لعمل في مطعم. الآن يقولون إن عليّ دين السفر ويجب أن أعمل شيئًا آخر.",
            "بۆ کار لە چێشتخانەیەک هاتم. ئێستا دەڵێن قەرزی ڕێگاتان لەسەرە و دەبێت کارێکی تر بکەیت.",
        ],
    },
    Told {
        entry: Entry::Worry,
        minor: YesNoUnknown::No,
        words: [
            "Men at the brick kiln may not leave. The guard keeps their papers and their telephones.",
            "الرجال في معمل الطابوق لا يُسمح لهم بالخروج. الحارس يحتفظ بأوراقهم وهواتفهم.",
            "پیاوەکانی کارگەی خشت ڕێیان پێ نادرێت بچنە دەرەوە. پاسەوانەکە بەڵگەنامە و مۆبایلەکانیان هەڵدەگرێت.",
        ],
    },
];

pub(super) const ANSWER: [&str; 3] = [
    "Thank you. We read this now. You can have a safe place tonight. When is it safe to call you?",
    "شكرًا لك. نقرأ هذا الآن. يمكنك الحصول على مكان آمن الليلة. متى يكون الاتصال بك آمنًا؟",
    "سوپاس. ئێستا ئەمە دەخوێنینەوە. دەتوانیت ئەمشەو شوێنێکی پارێزراوت هەبێت. کەی پەیوەندیکردن پێتەوە پارێزراوە؟",
];

pub(super) const MORE: [&str; 3] = [
    "After nine in the evening. Please say you call about the sewing machine.",
    "بعد التاسعة مساءً. قل من فضلك إنك تتصل بشأن ماكينة الخياطة.",
    "دوای نۆی ئێوارە. تکایە بڵێ دەربارەی مەکینەی دوورمان پەیوەندی دەکەیت.",
];

pub(super) const NEEDS: [&str; 3] = [
    "Has not eaten since yesterday. A quiet room, please.",
    "لم يأكل أحد منذ أمس. غرفة هادئة من فضلكم.",
    "لە دوێنێوە نانی نەخواردووە. تکایە ژوورێکی هێمن.",
];

/// Why somebody decided what a screening shows.
pub(super) const REASONS: [&str; 3] = [
    "Told twice, the same way, without anybody near. The paper of the employer says the same.",
    "قيل مرتين بالطريقة نفسها ولا أحد قريب. وورقة صاحب العمل تقول الشيء نفسه.",
    "دوو جار وەک یەک گوترا و کەس نزیک نەبوو. کاغەزی خاوەنکاریش هەمان شت دەڵێت.",
];

/// Why somebody proposes less than the answers show.
pub(super) const LESS: [&str; 3] = [
    "She said afterwards that she keeps her papers herself and misunderstood the question.",
    "قالت بعد ذلك إنها تحتفظ بأوراقها بنفسها وإنها أساءت فهم السؤال.",
    "دواتر گوتی کاغەزەکانی لای خۆیەتی و لە پرسیارەکە هەڵە تێگەیشتبوو.",
];

/// What a made-up case is about.
pub(super) const CASE_NOTE: [&str; 3] = [
    "Slept well for the first time. Asks for a telephone call with the lawyer.",
    "نام جيدًا لأول مرة. يطلب مكالمة مع المحامي.",
    "بۆ یەکەم شەو باش نوست. داوای پەیوەندییەک دەکات لەگەڵ پارێزەر.",
];

/// To whom a made-up interpreter is linked.
pub(super) const NO_LINK: [&str; 3] = [
    "None known. Taught at a school until last year.",
    "لا صلة معروفة. كان يعمل في مدرسة حتى العام الماضي.",
    "پەیوەندی نەزانراوە. تا پار لە قوتابخانەیەک مامۆستا بوو.",
];

pub(super) const CASE_TASK: [&str; 3] = [
    "A doctor who speaks the language, this week.",
    "طبيب يتكلم لغته هذا الأسبوع.",
    "پزیشکێک کە زمانەکەی دەزانێت، ئەم هەفتەیە.",
];

pub(super) const CASE_HOW: [&str; 3] = [
    "By the number of the house, after nine. Say it is about the sewing course.",
    "على رقم الدار بعد التاسعة. قل إنه بشأن دورة الخياطة.",
    "بە ژمارەی ماڵەکە، دوای نۆ. بڵێ دەربارەی خولی دوورمانە.",
];

pub(super) const CASE_LAST: [&str; 3] = [
    "Was calm, and wants to go on.",
    "كان هادئًا ويريد أن يتابع.",
    "ئارام بوو، و دەیەوێت بەردەوام بێت.",
];

pub(super) const CASE_GIVEN: [&str; 3] = ["Noor", "نور", "نوور"];
pub(super) const CASE_FAMILY: [&str; 3] = ["Al-Made-Up", "المتخيَّل", "خەیاڵی"];

pub(super) const CASE_WHEN: [&str; 3] = ["After nine", "بعد التاسعة", "دوای نۆ"];

pub(super) const CASE_CLINIC: [&str; 3] = [
    "The clinic at the corner",
    "العيادة عند الزاوية",
    "کلینیکەکەی گۆشەکە",
];

pub(super) const CASE_CLOSED: [&str; 3] = [
    "Works in a bakery and lives with a friend.",
    "يعمل في مخبز ويسكن مع صديق.",
    "لە نانەواخانەیەک کار دەکات و لەگەڵ هاوڕێیەک دەژی.",
];
