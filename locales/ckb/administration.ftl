# بەڕێوەبردن: لایەنەکان، ئەندامان، خوێنەران، ژمارەکان، نووسینگەکان، ڕێنما، و ڕۆژ چییە. پێداچوونەوە: بڕوانە locales/README.md.

# @reviewed-by: draft
## What every page of this room says

admin-act = چی بکرێت
admin-back = گەڕانەوە بۆ بەڕێوەبردن
admin-both = هەردوو دەسەڵات
admin-federal = عێراقی فیدراڵ
admin-kurdistan = هەرێمی کوردستان
admin-whole-country = هەموو وڵات
admin-change = بگۆڕە
admin-save = هەڵبگرە
admin-open = بکەرەوە
admin-place = شوێن
admin-state = دۆخ
admin-since = لەوەتەی
admin-until = تا
admin-role = ڕۆڵ
admin-roles = ڕۆڵەکان
admin-organisation = لایەن
admin-done = تەواوە
admin-not-done = هێشتا کەمە
admin-choose-place = سەرەتا شوێن هەڵبژێرە
admin-choose-both = لایەن و ڕۆڵ هەڵبژێرە
admin-not-oneself = کەس ئەمە بۆ خۆی ناکات. داوا لە هاوکارێک بکە.
admin-not-possible = ئەمە ناکرێت. بگەڕێوە و سەیر بکە ئێستا چی نووسراوە.

## The first page

admin-title = بەڕێوەبردن
admin-pages = هەموو ئەوەی دەتوانیت ڕێکیبخەیت
admin-missing = { $count ->
    [one] یەک شت کەمە تا هەموو ڕاپۆرتێک بخوێنرێتەوە و هەموو کەسێک شوێن بدۆزێتەوە.
   *[other] { $count } شت کەمە تا هەموو ڕاپۆرتێک بخوێنرێتەوە و هەموو کەسێک شوێن بدۆزێتەوە.
}
admin-nothing-missing = هیچ کەم نییە: هەموو ڕاپۆرتێک خوێنەر دەدۆزێتەوە، و کەسێک وەڵامی شوێن دەداتەوە.
admin-waiting = { $count ->
    [one] یەک ئەندامی بانگهێشتکراو چاوەڕێیە کەسێک لە لایەنەکەی پشتڕاستی بکاتەوە.
   *[other] { $count } ئەندامی بانگهێشتکراو چاوەڕێن کەسێک لە لایەنەکەیان پشتڕاستیان بکاتەوە.
}
admin-where = { $count ->
    [one] لە یەک شوێن
   *[other] لە { $count } شوێن
}
admin-clock-wrong = کاتژمێری ئامێرەکە هەڵەیە، بۆیە هیچ ڕاپۆرتێک وەرناگیرێت. ئێستا داوا لەو کەسە بکە کە ئامێرەکەی لایە ڕاستی بکاتەوە
admin-recovered = تاکە بەڕێوەبەری سیستەم لە سێرڤەرەوە دووبارە ڕێگەی پێدرا لە
admin-recovered-act = ئەگەر نازانیت بۆچی، ئەمڕۆ بە بەرپرسی پاراستنی داتا و ئەوەی سێرڤەر بەڕێوە دەبات بڵێ.
admin-room-near = بەم زووانە هیچ ڕاپۆرتێکی نوێ وەرناگیرێت: یان زۆریان بێ وەڵام چاوەڕێن، یان دیسکەکە خەریکە پڕ دەبێت. دڵنیا بە نووسینگەکان وەڵام دەدەنەوە، و داوا لە بەرپرسی ئامێرەکە بکە «najat doctor» بەکار بهێنێت.
admin-room-full = لەم ساتەدا هیچ ڕاپۆرتێک وەرناگیرێت: زۆریان بێ وەڵام چاوەڕێن، یان دیسکەکە پڕە. ئێستا بە نووسینگەکان و بەرپرسی ئامێرەکە بڵێ.
admin-need = چی پێویستە
admin-need-administrators = دوو بەڕێوەبەری سیستەم، تا ونبوونی تەلەفۆنێک دەرگا لە کەس دانەخات
admin-need-data-protection = دوو بەرپرسی پاراستنی داتا، کە یەکەم ئەندامی هەر لایەنێک پشتڕاست دەکەنەوە
admin-need-national = خوێنەرێکی سەربەخۆ بۆ هەموو وڵات، لە هەر دەسەڵاتێک
admin-need-readers = خوێنەرێک لە هەموو پارێزگایەک
admin-need-staff = وەڵامدەرەوەیەک و سەرپەرشتیارێک لای هەر خوێنەرێک
admin-need-number = ژمارەیەک بۆ هەموو وڵات کە کەسێک تاقی کردبێتەوە
admin-need-checked = هەموو ژمارەیەک لە ٩٠ ڕۆژدا تاقی کرابێتەوە
admin-need-placement = نووسینگەیەکی شوێندانان کە بۆ هەموو پارێزگایەک وەڵام بداتەوە
admin-need-desk-number = ژمارەیەک بۆ هەر نووسینگەیەکی شوێندانان، چونکە ڕێگاکە بە دەنگ دەڵێت
admin-need-shelter = لایەنێک کە پەناگەیەک بەڕێوە ببات
admin-need-manager = بەڕێوەبەرێک لە هەموو پەناگەیەک
admin-need-legal-aid = یارمەتیی یاسایی لە هەر دەسەڵاتێک
admin-need-oversight = لایەنێکی سەربەخۆی چاودێری لە هەر دەسەڵاتێک
admin-need-state-duty = ئێشکگرانی وەزارەت لە هەر دەسەڵاتێک
admin-need-focal-point = خاڵی پەیوەندیی لیژنە لە هەر دەسەڵاتێک

## Organisations

admin-organisations-title = لایەنەکان
admin-org-new-title = لایەنێک تۆمار بکە
admin-org-change-title = لایەنێک بگۆڕە
admin-org-none = هێشتا هیچ لایەنێک تۆمار نەکراوە.
admin-org-name = ناو
admin-org-name-en = ناو بە ئینگلیزی
admin-org-name-ar = ناو بە عەرەبی
admin-org-name-ckb = ناو بە کوردی
admin-org-twice = لایەنێک بەم ناوە لێرە هەیە. ئەگەر ئەمە یەکێکی ترە، لەژێر ناوەکاندا بیڵێ
admin-org-another = ئەمە لایەنێکی ترە بە هەمان ناو
admin-org-name-missing = ناوەکە بە هەر سێ زمان بنووسە
admin-org-name-long = ناوەکە کورتتر بکە: ئەوپەڕی ٢٠٠ پیت
admin-org-kind = چییە
admin-org-kind-hint = بەمە دیاری دەکرێت کێ ڕاپۆرت دەخوێنێتەوە و کێ لێی دوور دەخرێتەوە.
admin-org-kind-fixed = پۆلیس و گرووپە چەکدارەکان و دادگا لە پشت دیواری خۆیان دەمێننەوە: وەک لایەنێکی نوێ تۆماری بکە
admin-kind-police = پۆلیس
admin-kind-armed-group = گرووپی چەکدار
admin-kind-camp = کەمپ
admin-kind-office = فەرمانگەی حکومی
admin-kind-shelter = پەناگە
admin-kind-aid = ڕێکخراوی یارمەتی
admin-kind-court = دادگا
admin-kind-committee = لیژنە
admin-org-jurisdiction = دەسەڵات
admin-org-parent = لایەنی سەرووتر
admin-org-parent-hint = ئەگەر ڕاپۆرتێک یەکێکیان تۆمەتبار بکات، لە هەموو سەروو و خوارووی دوور دەخرێتەوە.
admin-org-parent-none = کەس
admin-org-parent-below = ئەمە خۆی لە ژێریەتی
admin-org-places = لە کوێ کار دەکات
admin-org-places-hint = هیچ هەڵنەبژاردن واتە هەموو وڵات.
admin-org-independent = فەرمان لە هیچ لایەنێک وەرناگرێت کە ڕاپۆرتێک بتوانێت تۆمەتباری بکات
admin-org-independent-hint = تەنها لایەنێکی وا بۆ هەموو وڵات دەخوێنێتەوە یان چاودێریی کار دەکات.
admin-org-is-independent = سەربەخۆ
admin-org-number = ژمارەی نووسینگەکەی
admin-org-number-hint = بۆ ئەوانەی لێرە کار دەکەن، هەرگیز ژمارەی کەسێک نا.
admin-org-hours = کەی وەڵام دەدرێتەوە
admin-org-hours-hint = وەک 24/7 یان ⁦‭08:00–14:00‬⁩.
admin-org-people = کەسەکان

## Ending an organisation

end-org-title = کۆتاییهێنان بەم لایەنە
end-org-lead = ئەوەی ئێستا هەیە. هێشتا هیچ کۆتایی پێ نەهێنراوە.
end-org-people = ئەوانەی لەوێ کار دەکەن
end-org-reads = ڕاپۆرتی ئەم شوێنانە دەخوێنێتەوە
end-org-desks = چەند جار لەناو مێزەکاندایە
end-org-below = ئەو لایەنانەی لەژێریدان
end-org-nowhere = هیچ شوێنێک
end-org-open = کاری کراوە کە تەنها خەڵکی خۆی دەتوانن بیکەن
end-org-then = چی لێ دێت
end-org-then-people = خەڵکەکەی دەردەچن و چیتر لەوێ کار ناکەن. ئەوانەی ڕۆڵەکەیان لە لایەنی دواتریشدا هەیە لەوێ پێشنیار دەکرێن: سەرپەرشتیارێکی ئەو لایەنە دەڵێت بەڵێ یان نا.
end-org-then-work = ڕاپۆرتە کراوەکان و کاتژمێر و داواکان لە ماوەی خولەکێکدا دەچنە لای خوێنەری دواتر کە دوورنەخراوەتەوە. ئەوەی کەس نەتوانێت وەریبگرێت لە «کاری بێ کەس»دا دەبینرێت.
end-org-then-shelters = ماڵەکانی چیتر کەس وەرناگرن. هەتا کەسێک لەوێ بێت یان شوێنێک گیرابێت، کۆتایی پێ ناهێنرێت.
end-org-then-order = لایەنی دواتر شوێنی ئەو لە ڕیزبەندی خوێنەران و لەناو مێزەکاندا دەگرێتەوە، لەو شوێنەی گونجاوە.
end-org-then-excluded = هەر ڕاپۆرتێک ئەمە تۆمەتبار بکات، لایەنی دواتریش دووردەخاتەوە، لەگەڵ هەموو سەروو و خوارووی.
end-org-then-keys = کلیلەکەی دەمێنێتەوە. هیچ شتێکی نووسراو ون نابێت.
end-org-successor = کام لایەن دوای ئەو دێت؟
end-org-successor-hint = لایەنێکی هەمان لا: یارمەتیدەر دوای یارمەتیدەر.
end-org-nobody = هیچ لایەنێک
end-org-successor-unfit = ئەم لایەنە ناتوانێت دوای ئەو بێت. یەکێکی تر هەڵبژێرە.
end-org-sure = بە خەڵکەکەیم وتووە
end-org-sure-missing = بڵێ کە خەڵکەکەی دەزانن.
end-org-send = ئێستا کۆتایی پێ بهێنە
end-org-occupied = { $count ->
    [one] یەک شوێن لە ماڵەکانی گیراوە. ئەو کەسە سەرەتا شوێنێکی تری دەوێت.
   *[other] { $count } شوێن لە ماڵەکانی گیراون. ئەو کەسانە سەرەتا شوێنێکی تریان دەوێت.
}
end-org-own = تۆ لەوێ کار دەکەیت: بەڕێوەبەرێکی تر کۆتایی پێ دەهێنێت.
end-org-ended = کۆتایی هات

## Members

admin-members-title = ئەندامان
admin-members-of = ئەندامانی
admin-members-none = هێشتا کەس لێرە کار ناکات.
admin-member = ئەندام
admin-member-title = ئەندام
admin-member-waits = چاوەڕێی پشتڕاستکردنەوەیە
admin-member-invited = هێشتا دەستی پێ نەکردووە
admin-member-works = لێرە کار دەکات
admin-number = ژمارە
admin-colleague-is = { $name } · { $role }
admin-invite-title = کەسێک بانگهێشت بکە
admin-invite-text = کۆدێکی شازدە ژمارەیی وەردەگریت کە یەک جار پیشان دەدرێت. کەسێک لەو لایەنە پشتڕاستی دەکاتەوە؛ یەکەم کەس بەرپرسی پاراستنی داتا پشتڕاستی دەکاتەوە.
admin-invite-name = هاوکاران چۆن بانگی دەکەن
admin-invite-name-hint = مۆرکراو هەڵدەگیرێت. تەنها سەرپەرشتیاری ئەو لایەنە دەیبینێت.
admin-invite-name-missing = ناوەکە بنووسە، ئەوپەڕی ١٢٠ پیت
admin-invite-sign-in = ناوی چوونە ژوورەوە
admin-invite-sign-in-hint = ئەوەی بۆ چوونە ژوورەوە دەینووسێت. دوو ناو وەک یەک نین.
admin-invite-sign-in-missing = ناوێکی چوونە ژوورەوە بنووسە
admin-invite-sign-in-taken = کەسێک ئەم ناوەی هەیە. یەکێکی تر هەڵبژێرە.
admin-invite-language = زمانی لاپەڕەکانی
admin-invite-send = بانگهێشتی بکە و کۆدەکە پیشان بدە
admin-role-hint = لە پۆلیس و گرووپە چەکدارەکان و دادگادا کەس ڕاپۆرت ناخوێنێتەوە و جێگا ناگرێت.
admin-misfit-force = ئەم ڕۆڵە لە پۆلیس و گرووپە چەکدارەکان و دادگادا نییە
admin-misfit-justice = ئەم ڕۆڵە هی پۆلیس یان گرووپی چەکدار یان دادگایە
admin-misfit-administrator = بەڕێوەبەری سیستەم ڕۆڵی دووەمی نییە
admin-misfit-held = ئەم ڕۆڵەی لەوێ هەیە
admin-misfit-both-sides = کەس لە هەردوو لای دیوارەکە کار ناکات
admin-code-title = کۆدی یەکجارە
admin-code-new = ئەم کۆدە و ناوی چوونە ژوورەوە بە قسە یان لەسەر کاغەز بدە بە کەسەکە. دوای ئەوەی کەسێک پشتڕاستی کردەوە، هەفتەیەک کار دەکات.
admin-code-reset = ئەم کۆدە بە قسە یان لەسەر کاغەز بدە بە هاوکارەکەت. بەوە وشەی نهێنی و ئەپێکی نوێ هەڵدەبژێرێت. هەرکەس بە ناوی ئەوەوە لە ژوورەوە بوو، دەرکرا.
admin-code-once = تەنها ئێستا پیشان دەدرێت.
admin-code-noted = نووسیومە
admin-code-shown-once = ئەمە پێشتر نێردراوە و کۆدەکەی یەک جار پیشان دەدرێت. ئەندامەکە بکەرەوە و کۆدێکی نوێ دروست بکە.
admin-code-again-title = کۆدەکە ونبووە یان کۆنە
admin-code-again-text = هێشتا دەستی پێ نەکردووە، بۆیە کۆدێکی تر دەتوانێت جێگەی بگرێتەوە.
admin-code-again = کۆدێکی نوێ دروست بکە
admin-confirm-title = پشتڕاستی بکەرەوە کە لێرە کار دەکات
admin-confirm-text = تەنها کەسێک پشتڕاست بکەرەوە کە قسەت لەگەڵی کردووە. بەڕێوەبەری سیستەم بە تەنها کەس ناکات بە ئەندام.
admin-confirm = پشتڕاستی بکەرەوە
admin-confirm-not = ئەگەر نابێت لێرە کار بکات، ڕۆڵەکە لە خوارەوە کۆتایی پێ بهێنە.
admin-comes-from = سەر بە
admin-unconfirmed = هێشتا کەس ئەم کەسەی پشتڕاست نەکردووەتەوە. دوای پشتڕاستکردنەوە دەتوانرێت ڕۆڵێکی تری پێ بدرێت.
admin-further-title = ڕۆڵێکی تر
admin-further-text = دوای پشتڕاستکردنەوە دەژمێردرێت.
admin-further-send = ڕۆڵەکە بدە
admin-sessions-title = ئامێرێک ونبووە
admin-sessions-text = لە هەموو شوێنێک دەردەکرێت و هیچ ئامێرێک ناسراو نامێنێت. ئەوەی کاری لەسەر دەکات هی خۆی دەمێنێت.
admin-sessions-end = لە هەموو شوێنێک دەریبکە
admin-end-title = دەڕوات
admin-end-text = یەکسەر ناتوانێت بێتە ژوورەوە. ئەوەی هێشتا لایەتی دەچێت بۆ سەرپەرشتیارێک. ناوی مۆرکراو دەمێنێتەوە؛ تۆمار ژمارەکەی هەڵدەگرێت.
admin-end-which = کام ڕۆڵ کۆتایی دێت
admin-end-all = هەموویان
admin-end-sure-tick = دڵنیام
admin-end-sure = نیشانەی دڵنیایی دابنێ
admin-end = ئێستا کۆتایی پێ بهێنە
admin-last-administrator = دەبێت کەسێک بمێنێت کە ئەمە بەڕێوە ببات. سەرەتا بەڕێوەبەرێکی تر بانگهێشت بکە.

## What waits for a second person

admin-waiting-title = چاوەڕێتە
admin-waiting-text = ئەمە دوو کەسی پێویستە. تۆ دووەمیت.
admin-waiting-none = هیچ چاوەڕێت نییە.

## Lost factors

admin-reset-title = تەلەفۆن یان وشەی نهێنی ونبووە
admin-reset-text = کەسێک پێشنیار دەکات، یەکێکی تر لە ڕۆژێکدا پشتڕاستی دەکاتەوە؛ پاشان کۆدێکی یەکجارە هەیە. سەرەتا قسە لەگەڵ هاوکارەکەت بکە.
admin-reset-propose = پێشنیار بکە
admin-reset-confirm = پشتڕاستی بکەرەوە و کۆدەکە پیشان بدە
admin-reset-proposed = کەسێک پێشنیاری کرد ئەم هەژمارە سەرلەنوێ دەست پێ بکات. کۆتایی دێت
admin-reset-not-you = دەبێت هاوکارانی ئەو کەسە ئەمە بکەن، یان کاتی بەسەرچووە. دووبارە سەیر بکە.
admin-resets-title = تەلەفۆنی ونبوو: چاوەڕێی کەسی دووەم
admin-resets-text = کەسێک پێشنیاری کردووە ئەم هەژمارانە لە نوێوە دەست پێبکەن. ئەگەر تۆ کەسی دووەمیت، پەڕەی ئەندامەکە بکەرەوە و دوای قسەکردن لەگەڵی پشتڕاستی بکەرەوە.
admin-resets-second = کێ پشتڕاستی دەکاتەوە
admin-reset-by-colleague = هاوکارێکی تر لەوێ
admin-reset-by-administrator = بەڕێوەبەرێکی سیستەم
admin-reset-by-data-protection = پاراستنی داتا
admin-colleague-title = هاوکارێک تەلەفۆنەکەی ونکردووە
admin-colleague-text = دوو هاوکار پێکەوە یارمەتی دەدەن: یەکێک پێشنیار دەکات و یەکێکی تر لە ڕۆژێکدا پشتڕاستی دەکاتەوە. هیچیان ئەوە نین کە ونی کردووە. ئەگەر تەنها دووان لەوێ کار بکەن، بەڕێوەبەری سیستەم دووەمە.
admin-colleague-name = ناوی چوونە ژوورەوەی هاوکارەکەت
admin-colleague-name-hint = خۆی پێت دەڵێت.
admin-colleague-missing = ناوی چوونە ژوورەوەی هاوکارەکەت بنووسە
admin-colleague-unknown = هیچ هاوکارێکت بەم ناوە ناچێتە ژوورەوە، یان دەبێت کەسێکی تر پێشنیار بکات
admin-colleague-nothing = کەسی تر ئەمەی پێشنیار نەکردووە، یان کاتی بەسەرچووە. پێشنیاری بکە با یەکێکی تر پشتڕاستی بکاتەوە.
admin-colleague-proposed = بۆ ڕۆژێک پێشنیار کراوە. ئێستا هاوکارێکی تر ئەم لاپەڕەیە دەکاتەوە و پشتڕاستی دەکاتەوە.
admin-colleague-waits = پێشنیاری هاوکارێک چاوەڕێی تۆیە. لەگەڵ ئەو کەسە قسە بکە کە تەلەفۆنەکەی ون کردووە، ناوی چوونەژوورەوەی بنووسە و پشتڕاستی بکەرەوە:
admin-colleagues = تۆ و هاوکارانت

## Handing over

admin-hand-over-title = هەموو شتێک ڕادەست بکە
admin-hand-over-text = هەموو ئەوەی لەم نووسینگەیەدایە بە یەک هەنگاو دەچێت بۆ هاوکارێک. ئەوەی ئەو هاوکارە لێی دوورخراوەتەوە دەچێت بۆ کەسی دواتر کە بۆی هەیە بیبینێت.
admin-hand-over-to = بۆ کێ
admin-hand-over-send = ڕادەستی بکە
admin-hand-over-choose = هەڵبژێرە بۆ کێ
admin-hand-over-nobody = کەسی تر لێرە کار ناکات کە بتوانێت وەریبگرێت.
admin-hand-over-done = { $count ->
    [0] هیچ نەبوو بۆ ڕادەستکردن.
    [one] یەک تۆمار ڕادەست کرا.
   *[other] { $count } تۆمار ڕادەست کران.
}
admin-hand-over-left = { $count ->
    [one] یەک تۆمار بێ کەس لە نووسینگە دەمێنێتەوە: هەموو ئەوانەی دەتوانن وەریبگرن لێی دوورخراونەتەوە. بە سەرپەرشتیارەکەت بڵێ.
   *[other] { $count } تۆمار بێ کەس لە نووسینگە دەمێننەوە: هەموو ئەوانەی دەتوانن وەریانبگرن لێیان دوورخراونەتەوە. بە سەرپەرشتیارەکەت بڵێ.
}
admin-successor = هیچ هاوکارێک بەم ناوە لێرە بە ڕۆڵێکی گونجاو کار ناکات. سەرپەرشتیار هەمیشە گونجاوە.

## Readers

admin-readers-title = کێ دەخوێنێتەوە
admin-readers-text = یەکەم کەسێک کە تۆمەتبار نەبێت و لە نووسینگەکەی خەڵک هەبێت ڕاپۆرت دەخوێنێتەوە. لە پشت هەموویانەوە خوێنەرە سەربەخۆکانی هەموو وڵات هەن.
admin-readers-in-order = خوێنەران، بە ڕیز
admin-readers-none = کەس لێرە ناخوێنێتەوە
admin-readers-no-staff = وەڵامدەرەوە یان سەرپەرشتیاری کەمە
admin-readers-change = خوێنەران
admin-readers-federal = هەموو وڵات: فیدراڵ
admin-readers-kurdistan = هەموو وڵات: هەرێمی کوردستان
admin-readers-local-text = پۆلیس و گرووپە چەکدارەکان و دادگا هیچ ناخوێننەوە.
admin-readers-national-text = تەنها لایەنە سەربەخۆکان بۆ هەموو وڵات دەخوێننەوە.
admin-readers-first = یەکەم
admin-readers-second = دووەم
admin-readers-third = سێیەم
admin-readers-fourth = چوارەم
admin-readers-fifth = پێنجەم
admin-readers-twice = ئەمە پێشتر هەڵبژێردراوە
admin-readers-unfit = ئەم لایەنە ناتوانێت بخوێنێتەوە
admin-readers-independent = بۆ هەموو وڵات لایەنێکی سەربەخۆ هەڵبژێرە

## Numbers

admin-numbers-title = ژمارەکانی ئێشک
admin-numbers-text = هەموو کەسێک ئەم ژمارانە دەبینێت. ژمارەیەک کە ٩٠ ڕۆژ کەس تاقی نەکردبێتەوە پیشان نادرێت.
admin-numbers-none = هێشتا هیچ ژمارەیەک نییە. ئەوەی لە نووسین دەترسێت کەسی نییە پەیوەندیی پێوە بکات.
admin-number-new = ژمارەیەک زیاد بکە
admin-number-title = ژمارەیەکی ئێشک
admin-number-text = پێش هەڵگرتن پەیوەندیی پێوە بکە: ئەمڕۆ وەک ڕۆژی تاقیکردنەوە دەنووسرێت.
admin-number-line = ژمارە
admin-number-missing = ژمارەکە بنووسە چۆن لێدەدرێت
admin-number-for = بۆ کوێ
admin-number-checked = تاقیکراوەتەوە
admin-number-hidden = لە لاپەڕە شاردراوەتەوە
admin-number-stale = ٩٠ ڕۆژە تاقی نەکراوەتەوە: پیشان نادرێت
admin-number-shown = بۆ هەموو کەس پیشان دەدرێت
admin-number-check = ئەمڕۆ پەیوەندیم پێوە کرد
admin-number-hide = بیشارەوە
admin-number-show = دووبارە پیشانی بدە
admin-number-choose = ژمارەیەک لە لیستەکە هەڵبژێرە
admin-number-name-en = کێ وەڵام دەداتەوە، بە ئینگلیزی
admin-number-name-ar = کێ وەڵام دەداتەوە، بە عەرەبی
admin-number-name-ckb = کێ وەڵام دەداتەوە، بە کوردی
admin-number-name-hint = هێڵەکە، نەک کەس.
admin-number-name-missing = بنووسە کێ وەڵام دەداتەوە، بە هەر سێ زمان
admin-number-help-en = بۆ چی، بە ئینگلیزی
admin-number-help-ar = بۆ چی، بە عەرەبی
admin-number-help-ckb = بۆ چی، بە کوردی
admin-number-help-hint = وەک: شوێنێک بۆ ئەمشەو، پارێزەر، کەسێک گوێ بگرێت.
admin-number-help-missing = بنووسە بۆ چییە، بە هەر سێ زمان
admin-number-languages = زمانەکان
admin-number-records = پەیوەندییەکان تۆمار دەکرێن؟
admin-number-reports = ئەوەی وەڵام دەداتەوە دەبێت پۆلیس ئاگادار بکاتەوە؟
admin-number-desk = کام نووسینگە تاقی کردەوە
admin-number-desk-hint = نووسینگە، نەک ناو.
admin-number-desk-missing = بنووسە کام نووسینگە پەیوەندیی پێوە کرد
admin-number-keep-off = ئێستا لە لاپەڕە بیشارەوە
admin-number-save = پەیوەندیم پێوە کرد: هەڵیبگرە

## Desks

admin-desks-title = کێ بۆ چی وەڵامدەرە
admin-desks-text = یەکەم جار لە یەکەم دەپرسرێت. ئەوەی ڕاپۆرتێک تۆمەتباری بکات تێدەپەڕێنرێت.
admin-desk-title = کێ وەڵامدەرە
admin-desk-new = بڵێ کێ لە شوێنێکی تر وەڵامدەرە
admin-desk-none = کەس بۆ ئەمە وەڵامدەر نییە
admin-desk-who = کێ وەڵامدەرە، بە ڕیز
admin-desk-first = یەکەم
admin-desk-first-hint = ئەگەر هەرسێکیان بەتاڵ بهێڵیتەوە، کەس لەوێ وەڵامدەر نییە.
admin-desk-second = دووەم
admin-desk-third = سێیەم
admin-desk-unfit = پۆلیس و گرووپە چەکدارەکان و دادگا بۆ هیچ چاودێرییەک وەڵامدەر نین، و چاودێریکەر دەبێت سەربەخۆ بێت
admin-duty-placement = نووسینگەکانی شوێندانان
admin-duty-placement-hint = لە پەناگەکان داوای شوێن دەکەن و بە قسە بە هاوڕێی ڕێگا دەڵێن لە کوێیە.
admin-duty-legal-aid = یارمەتیی یاسایی
admin-duty-legal-aid-hint = ئاگادار دەکرێنەوە کاتێک کەسێک دەگیرێت یان خەریکە دیپۆرت بکرێت.
admin-duty-oversight = چاودێری
admin-duty-oversight-hint = دەبینن چی لەدەستچووە و کێ سەیری کردووە، هەرگیز ئەوە نا کە کەسێک نووسیویەتی. دەتوانن بە هۆکار ناوی کارمەندێک بکەنەوە، هەرگیز نا ناوی خۆیان.
admin-duty-state-duty = ئێشکگرانی دەوڵەت
admin-duty-state-duty-hint = ئاگادار دەکرێنەوە کاتێک منداڵێک لە کاتی خۆیدا نەبینراوە.
admin-duty-focal-point = خاڵی پەیوەندیی لیژنە
admin-duty-focal-point-hint = دوای ئێشکگران ئاگادار دەکرێنەوە.

## The name behind a number

admin-staff-name-title = ناوی کارمەندێک
admin-staff-name-text = کردنەوەی ناو لەگەڵ هۆکارەکەت لە تۆماردا دەنووسرێت.
admin-staff-name = ناو
admin-staff-name-open = ناوەکە بکەرەوە
admin-pseudonym = ژمارە لە تۆماردا
admin-pseudonym-hint = یەکەم هەشت نیشانە بەسە.
admin-pseudonym-missing = ژمارەکە بنووسە وەک تۆمار پیشانی دەدات
admin-pseudonym-unknown = ژمارەیەکی وا نییە کە بۆت هەبێت بیکەیتەوە
admin-reason = بۆچی
admin-reason-hint = تۆمار بۆ هەمیشە هەڵیدەگرێت.
admin-reason-complaint = کەسێک سکاڵای کردووە
admin-reason-looks = تۆمار بینینێک پیشان دەدات کە هیچ ڕوونی ناکاتەوە
admin-reason-threat = کارمەندێک هەڕەشەی لێ دەکرێت
admin-reason-court = دادگایەک داوای دەکات

## The directory

directory-title = ڕێنما
directory-text = کام لایەن چی دەکات و ژمارەی نووسینگەکەی. ناوی هیچ کارمەندێک ناوترێت.
directory-place = لە کام پارێزگا
directory-show = پیشانی بدە
directory-roles = کێ لەوێ کار دەکات
directory-number = ژمارەی نووسینگە
directory-no-number = ژمارە تۆمار نەکراوە
directory-none = هێشتا کەس بۆ ئەم شوێنە تۆمار نەکراوە.
directory-shelters = لە کوێ پەناگە هەیە
directory-shelters-text = تەنها پارێزگا دەوترێت. داوای شوێن بکە، نووسینگەی شوێندانان یەکێک دەدۆزێتەوە.

## Services, for anybody

services-title = یارمەتی لە نزیکت
services-text = پەیوەندی بە کێوە دەکەیت، کێ ئەوە دەخوێنێتەوە کە دەینووسیت، و کێ پارێزەر دەدات.
services-no-number = ئێستا ژمارەیەک بۆ هەموو وڵات نییە. لە ژێر پارێزگاکەت سەیر بکە.
services-by-place = بەپێی پارێزگا
services-none = هێشتا هیچ بۆ پارێزگاکان تۆمار نەکراوە.
services-always = شەو و ڕۆژ
services-numbers = زیاتر دەربارەی هەر ژمارەیەک: کێ دەبێت پۆلیس ئاگادار بکاتەوە، کێ پەیوەندی تۆمار دەکات
services-readers = کێ ئەوە دەخوێنێتەوە کە لێرە دەینووسیت:
services-legal-aid = پارێزەرێک بێ بەرامبەر:
services-shelter = لێرە شوێنێکی سەلامەت هەیە. پەیوەندی بکە یان بنووسە و داوای بکە.
services-shelter-never-where = شوێنی سەلامەت بە کەس ناوترێت جگە لەوەی دەچێت بۆی.

## What nobody can act on

unattended-title = کاری بێ کەس
unattended-lead = کاری کراوە کە کەس ناتوانێت لێی بکۆڵێتەوە: خەڵکی مێزەکەی ڕۆیشتوون، یان هەموو ئەوانەی لەوێن لێی دوورخراونەتەوە. ئەوەی کەسێکی تر بتوانێت وەریبگرێت لە ماوەی خولەکێکدا دەدرێتە دەستی؛ ئەوی تر لێرە چاوەڕێیە.
unattended-none = بۆ هەموو کارە کراوەکان کەسێک هەیە.
unattended-some = بۆ ئەمە کەس نییە.
unattended-what = چی
unattended-count = چەند
unattended-report = ڕاپۆرت کە کەس نایخوێنێتەوە
unattended-request = داوای شوێن کە کەس لە مێزەکەی نییە
unattended-placing = داوای شوێن کە هیچ مێزێک شوێنی بۆ نادۆزێتەوە
unattended-stay = خەڵک لە ماڵێکدا کە کەس بەڕێوەی نابات
unattended-clock = کاتژمێر کە کەس بەرپرسی نییە
unattended-right = مافە جێبەجێنەکراوەکان کە کەس بەرپرسیان نییە
unattended-held = دەستبەسەرکراو کە کەس بەرپرسیان نییە
unattended-screening = پشکنینی سەرەتایی کە کەس ناتوانێت بەردەوامیی پێ بدات
unattended-case = کەیس کە کەس ناتوانێت بەردەوامیی پێ بدات
unattended-mend = کەسێک بۆ مێزەکە بانگهێشت بکە، یان خوێنەر یان مێزێکی تر دیاری بکە:
stuck-title = ڕێسای گیرخواردوو
stuck-text = ئەمانە نەیانتوانی کاری خۆیان بکەن. خۆیان دووبارە هەوڵ دەدەنەوە، هەر جارە درەنگتر. ناو و کاتەکەی بە ئەو کەسە بڵێ کە ئاگای لە ئامێرەکەیە.
stuck-none = هەموو ڕێسایەک کاری خۆی دەکات.
stuck-rule = ڕێسا
stuck-subjects = لەسەر چەند
stuck-tries = هەوڵ
leaving-title = پێش ئەوەی کۆتایی پێ بهێنیت
leaving-lead = بەبێ ئەم کەسە کەس ناتوانێت لەمانە بکۆڵێتەوە:
leaving-another-title = سەرەتا کەسێکی تر دیاری بکە
leaving-another-text = کەسێک بۆ هەمان کار بانگهێشت بکە، و کە چووە ژوورەوە بگەڕێوە. هیچ کۆتایی پێ نەهێنراوە.
leaving-another = کەسێک بانگهێشت بکە
leaving-on-title = یان ئێستا کۆتایی پێ بهێنە و کارەکە بدە بە کەسێکی تر
leaving-on-text = ڕاپۆرتەکان دەچنە لای خوێنەری دواتر کە دوورنەخراوەتەوە، داواکان دەچنە لای مێزی دواتری شوێن، و مافەکان لای ئەوەی تر کە لەوێ چاودێری دەکات. ئەوەی کەس نەتوانێت وەریبگرێت لە پەڕەی «کاری بێ کەس»ی بەڕێوەبەران و چاودێریدا دەمێنێتەوە، و نێرەرەکانی دەخوێننەوە کە کەس نایخوێنێتەوە.
leaving-on = ئێستا کۆتایی پێ بهێنە و بیدە بە کەسێکی تر
leaving-back = گەڕانەوە، بێ کۆتاییهێنان

## What a role’s day is

role-day-title = ڕۆژت لەم ڕۆڵەدا
role-day-responder-1 = ئەمڕۆ پیشانی دەدات چی هاتووە: ئەوەی ئێستا لە مەترسیدایە یەکەمە.
role-day-responder-2 = شوێنی سەلامەت پێش هەر پرسیارێکە: یەکسەر داوای بکە.
role-day-responder-3 = بنووسە کەی بەڵێنت دا پەیوەندی بکەیت و چۆن سەلامەتە.
role-day-caseworker-1 = ئەمڕۆ پیشانی دەدات بەڵێنت بە کێ داوە و چی کاتی بەسەردەچێت.
role-day-caseworker-2 = یەک کەس لە یەک کاتدا: سەلامەت، تێر، پشووداو؛ پاشان پرسیارەکان.
role-day-caseworker-3 = ئەوەی ئەمڕۆ ناتوانیت، بە یەک هەنگاو ڕادەستی هاوکارێکی بکە.
role-day-child_officer-1 = پێش هەمووان منداڵان: منداڵ دەبینرێت، نەک تەنها پەیوەندی.
role-day-child_officer-2 = ئەوەی لەوانەیە منداڵ بێت منداڵە تا پێچەوانەکەی دەربکەوێت.
role-day-child_officer-3 = هیچ منداڵێک لەگەڵ گەورەکان دانانرێت و داوای کاغەزی لێ ناکرێت.
role-day-supervisor-1 = ئەمڕۆ پیشانی دەدات چی لە نووسینگەکەت دواکەوتووە، پێش ئەوەی کەس بپرسێت.
role-day-supervisor-2 = ئەندامە نوێیەکان پشتڕاست دەکەیتەوە و ئەوەی دەڕوات یەکسەر کۆتایی پێ دەهێنیت.
role-day-supervisor-3 = شوێنێک کە بێ ماف ڕەت کرابێتەوە دێتە لای تۆ.
role-day-shelter_manager-1 = بڵێ کام شوێن بەتاڵە، تا بە بێهوودە لە کەس نەپرسرێت.
role-day-shelter_manager-2 = داواکاری پیشانی دەدات کەسەکە چی پێویستە، هەرگیز نا کێیە.
role-day-shelter_manager-3 = زوو بە بەڵێ یان نەخێر وەڵام بدەرەوە: ئەوەی چاوەڕێیە لە شەقام وەستاوە.
role-day-placement_desk-1 = ئەمڕۆ پیشانی دەدات کێ ئەمشەو هێشتا شوێنی نییە.
role-day-placement_desk-2 = یەکەم پەناگە کە بڵێت بەڵێ جێگاکە دەگرێت؛ ئەوانی تر ئاگادار دەکرێنەوە.
role-day-placement_desk-3 = یەک ناونیشان دەبینیت تا گرتنەکە ماوە، و بە قسە دەیڵێیت.
role-day-investigator-1 = ئەوە دەدۆزیتەوە کە کەسێک هەڵیبژاردووە پێت بدات، هیچی تر نا.
role-day-investigator-2 = پرسیاری ئایا کەسێک ناسراوە هەمیشە وەک یەک وەڵام دەدرێتەوە و تۆمار دەکرێت.
role-day-investigator-3 = ئەوەی لە بازگەیەک جێگای پێویستە پەیوەندی بە ژمارەی ئێشکەوە دەکات.
role-day-prosecutor-1 = ئەوە دەدۆزیتەوە کە پێت دراوە، لەگەڵ ژمارەکەی.
role-day-prosecutor-2 = قوربانی بۆ ئەوەی ناچار کراوە بیکات تۆمەتبار ناکرێت.
role-day-prosecutor-3 = داواکاری دەربارەی کەسان تۆمار دەکرێت و وەک یەک وەڵام دەدرێتەوە.
role-day-legal_aid-1 = کاتژمێرەکان گرنگن: ئەوەی گیراوە یان خەریکە دیپۆرت بکرێت یەکەمە.
role-day-legal_aid-2 = کۆدێک و شوێنێک دەبینیت تا کەسەکە دەڵێت بەڵێ.
role-day-legal_aid-3 = دوای بەڵێ فایلەکە دەبینیت؛ نەخێر ڕێزی لێ دەگیرێت.
role-day-secretariat-1 = ڕێنما و ژمارەکان ڕاست دەهێڵیتەوە.
role-day-secretariat-2 = ژمارە دەبینیت، هەرگیز کەس نا.
role-day-secretariat-3 = ئەوەی لە شوێنێک کەمە دەیبەیت بۆ لیژنە.
role-day-analyst-1 = ژمارە دەبینیت، هەرگیز کەس نا.
role-day-analyst-2 = ژمارە بچووکەکان شاردراونەتەوە تا کەس پێیان نەناسرێتەوە.
role-day-analyst-3 = بڵێ ژمارەیەک چەند دڵنیایە و چی ناتوانێت بڵێت.
role-day-data_protection-1 = دەبینیت کێ سەیری چی کردووە و دەتوانیت بیسەلمێنیت هیچ نەگۆڕدراوە.
role-day-data_protection-2 = یەکەم ئەندامی هەر لایەنێک پشتڕاست دەکەیتەوە.
role-day-data_protection-3 = هیچ ناخوێنیتەوە کە کەسێک نووسیویەتی.
role-day-evidence_officer-1 = ئەوەی دراوە دەست بە دەست و بێ پچڕان هەڵدەگریت.
role-day-evidence_officer-2 = هیچ ڕاپۆرت و کەیسێکی یارمەتیدەران نادۆزیتەوە.
role-day-evidence_officer-3 = داواکاری دەربارەی کەسان تۆمار دەکرێت و وەک یەک وەڵام دەدرێتەوە.
role-day-specialist_unit-1 = ئەوە دەدۆزیتەوە کە پێت دراوە، هیچی تر نا.
role-day-specialist_unit-2 = یارمەتیدەران فایلەکانیان لای خۆیانە: لە ڕێگەی داواکاری گشتییەوە داوا بکە.
role-day-specialist_unit-3 = داواکاری دەربارەی کەسان تۆمار دەکرێت و وەک یەک وەڵام دەدرێتەوە.
role-day-oversight_officer-1 = مافە جێبەجێنەکراوەکان و کاتژمێرە لەدەستچووەکان دەبینیت، بە کۆد و کات.
role-day-oversight_officer-2 = دەتوانیت ناوی کارمەندێک بکەیتەوە، بە هۆکارێک کە دەنووسرێت.
role-day-oversight_officer-3 = هیچ ناخوێنیتەوە کە کەسێک گوتوویەتی.
role-day-state_duty-1 = منداڵێک کە لە کاتی خۆیدا نەبینرابێت دێتە لای تۆ، بە کۆد و شوێن.
role-day-state_duty-2 = پەیوەندی بە نووسینگەوە بکە و بنووسە کە وەڵامت دایەوە.
role-day-state_duty-3 = کات و شوێن دەبینیت، هەرگیز ناو نا.
role-day-focal_point-1 = ئەوەی کەس وەڵامی نەداوەتەوە لە کۆتاییدا دێتە لای تۆ.
role-day-focal_point-2 = دەتوانیت لایەنێک کۆبکەیتەوە کە پەیوەندی بە یەکترەوە ناکەن.
role-day-focal_point-3 = کات و شوێن دەبینیت، هەرگیز ناو نا.
role-day-administrator-1 = بەڕێوەبردن پیشانی دەدات چی کەمە، لەگەڵ ئەو لاپەڕەیەی چاکی دەکات.
role-day-administrator-2 = تۆ بانگهێشت دەکەیت؛ کەسێک لەو لایەنە پشتڕاستی دەکاتەوە.
role-day-administrator-3 = هیچ ڕاپۆرت و داواکاری و پەناگەیەک نابینیت.
