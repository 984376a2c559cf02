# ڕاپۆرتەکان و ئەوانەی دەیانخوێننەوە، ژمارەی تەلەفۆن، و ئەوەی دەدرێتە پۆلیس.
# @reviewed-by: draft

## The three entries

report-entry-help = پێویستم بە یارمەتییە
report-entry-worry = بۆ کەسێک نیگەرانم
report-entry-held = کەسێک دەستبەسەرە یان خەریکە دەربکرێت
report-entry-desk = خۆی هات

## The first step: where, and who may read

report-ask-lead = سەرەتا سێ پرسیار، تا ئەو کەسانە قسەکەت بخوێننەوە کە دەبێت. پێویست بە ناو نییە.
report-where = لە کوێیە؟
report-reads = کێ بۆی هەیە ئەوەی دەینووسیت بیخوێنێتەوە؟
report-reads-hint = یارمەتیدەران کارەکەیان یارمەتیدانە. پۆلیس نین.
report-reads-helpers = تەنها یارمەتیدەران. پۆلیس نایبینێت و پێی نازانێت.
report-reads-police = یارمەتیدەران، و پۆلیسیش وێنەیەک لەوەی دەینووسم وەردەگرێت
report-from = ئەو کەسەی ئازاری کەسێک دەدات، لە یەکێک لەمانەیە؟
report-from-hint = ئەوەی لێرە نیشانی دەکەیت هیچ شتێک لە نووسینەکەت نابینێت. هەموو ئەوانەی دەگونجێن نیشان بکە.
report-from-nobody = نەخێر، لە هیچیان نییە
report-from-why = تا قسەکەت هەرگیز نەگاتە ئەوانەی باسیان دەکەیت. لایەنێکی تر دەیخوێنێتەوە کە پەیوەندیی بەوانەوە نییە.
report-kind-police = پۆلیس
report-kind-armed-group = گرووپێکی چەکدار
report-kind-camp = کەمپ
report-kind-office = فەرمانگەیەکی حکومەت
report-kind-shelter = پەناگە
report-kind-aid = ڕێکخراوێکی فریاکەوتن
report-kind-court = دادگا
report-kind-committee = لیژنە
report-wrong-where = هەڵبژێرە لە کوێیە، یان «نازانم» هەڵبژێرە
report-wrong-from = نیشانی بکە لە کام لایەنە، یان «لە هیچیان نییە»
report-wrong-which = نیشان بکە کامیانە، یان «نازانم»
report-wrong-text = بنووسە چی ڕوویداوە، بە چەند وشەیەک
report-go-on = بەردەوام بە
report-traces = ئەم پەڕەیە بە خێرایی دادەخرێت. لەوانەیە مۆبایلەکەت هێشتا پیشان بدات کە سەردانت کردووە، و کۆمپانیای تەلەفۆنیش بزانێت.
report-traces-clear = چۆن شوێنەوارەکان بسڕیتەوە
report-other-ways = ڕێگەی تر
report-call-instead = ژمارەگەلێک کە دەتوانیت پەیوەندییان پێوە بکەیت

## The second step: which one

report-which-lead = کامیانە؟ ئەوەی نیشانی دەکەیت هیچ نابینێت، نە ئەوانەی سەرووی و نە ئەوانەی خوارووی.
report-which-hint = ئەگەر نازانیت، هیچیان لەوێ نایبینن.

## The last step: the words

report-who-reads = کێ ئەمە دەخوێنێتەوە
report-reader-is = { $reader } ئەوەی دەینێریت دەیخوێنێتەوە.
report-police-get = { $police } وێنەیەک لەوەی ڕوویداوە بە قسەی خۆت وەردەگرێت. هیچ ڕێگەیەکی گەیشتن بە تۆی نادرێتێ.
report-police-get-none = هیچ وێنەیەک ناچێتە پۆلیس: لەوێ کەس نییە بۆی هەبێت وەریبگرێت.
report-police-never = پۆلیس نایبینێت.
report-law = لەوانەیە یاسا خوێنەرەکە ناچار بکات تاوانێک بە دادوەر بڵێت، بەتایبەتی ئەگەر منداڵێک لە مەترسیدا بێت. سەرەتا بە تۆ دەڵێن، ئەگەر سەلامەت بێت.
report-reader-changed = ئێستا لایەنێکی تر ئەمە دەخوێنێتەوە، نەک ئەوەی پێشتر پەڕەکە ناوی هێنا. هێشتا هیچ نەنێردراوە. سەیر بکە کێ دەیخوێنێتەوە، پاشان بینێرە.
report-text = چی ڕوویداوە؟
report-text-hint = بە قسەی خۆت، بە هەر زمانێک. بە وردی لە کوێ، کێ پێویستی بە یارمەتییە، لە چی دەترسیت.
report-no-photos = وێنەی جەستەی مرۆڤ مەنێرە. پێمان بڵێ کە هەتە، پسپۆڕێک بە شێوەیەکی سەلامەت لێت دەپرسێت.
report-district = لە کام قەزا؟
report-minor = کەس لەوێ تەمەنی لە خوار ١٨ ساڵە؟
report-danger = ئێستا کەسێک لە مەترسیدایە؟
report-danger-hint = ئەگەر باسی خولەکە، تەلەفۆنیش بکە.
report-if-known = ئەگەر دەزانیت. دەتوانیت بەتاڵی بهێڵیتەوە.
report-held-title = شوێنی دەستبەسەرکردن
report-held-where = لە کوێ دەستبەسەرە؟
report-held-by = کێ دەستبەسەری کردووە؟
report-held-by-judge = پۆلیس یان دادوەر
report-held-by-residence = بەڕێوەبەرایەتیی نیشتەجێبوون
report-held-by-court = دادگا
report-held-by-unknown = نازانم
report-held-since = لە کەیەوە؟
report-held-next = بڕیاری داهاتوو یان ناردنەوەکە کەیە؟
report-held-next-hint = ڕۆژی دادگا، گەشتی فڕۆکە، پاس. ئەگەر دەزانیت.
report-contact-title = گەیشتن پێت بە سەلامەتی
report-reach-title = گەیشتن پێی بە سەلامەتی
report-contact = دەتوانین پەیوەندیت پێوە بکەین؟
report-contact-hint = لە هەموو حاڵێکدا کۆدێک وەردەگریت و لێرە وەڵامەکەی پێ دەخوێنیتەوە.
report-contact-yes = بەڵێ، بەو شێوەیەی لە خوارەوە دەینووسم
report-contact-no = نەخێر. بە کۆدەکە دەگەڕێمەوە.
report-how = چ شێوەیەک سەلامەتە؟
report-how-hint = ژمارەی تەلەفۆن، کەسێک، شوێنێک.
report-when = کەی سەلامەتە؟
report-words = کام وشانە بەکاربهێنین؟
report-words-hint = بۆ نموونە: «دەربارەی قوتابخانەکەیە».
report-who = کێ دەتوانێت وەڵام بداتەوە؟
report-otherwise = ئەگەر کەسێکی تر وەڵامی دایەوە؟
report-otherwise-hint = بۆ نموونە: دایبخەن، یان بڵێن «ژمارەکە هەڵەیە».
report-send = ئەمە بنێرە

## The receipt

report-sent-title = نێردرا
report-sent-lead = ئەمە کۆدەکەتە. پێی دەگەڕێیتەوە، وەڵام دەخوێنیتەوە، زیاتر دەنووسیت، یان هەمووی دەسڕیتەوە.
report-receipt-keep = لە شوێنێک بینووسە کە کەس سەیری ناکات. تەنها ئێستا پیشان دەدرێت.
report-written-down = نووسیمەوە
report-next-danger = ئەگەر پرسی چەند خولەکێکە، چاوەڕێ مەکە.
report-next-answer = وەڵامەکە لێرە بە کۆدەکەت دەدۆزیتەوە. ئەگەر گوتت چۆن پێت بگەین، لەوانەیە وەک گوتت پەیوەندیت پێوە بکەن، و بە هیچ شێوەیەکی تر نا.
report-next-read = { $reader } دەیخوێنێتەوە، لانی درەنگ:
report-next-title = دواتر چی ڕوودەدات
report-receipt-use = لە هەر مۆبایلێکەوە بێت پێی بگەڕێوە.
report-receipt-only = هەرکەس کۆدەکەی هەبێت، نووسینەکەت دەخوێنێتەوە. ئەگەر ون بێت کەس ناتوانێت بۆت بدۆزێتەوە.
report-forgotten = ئەوەی پێشتر لێرە وەڵامت دابووەوە چیتر هەڵنەگیراوە، و هیچ نەنێردراوە. تکایە لە سەرەتاوە دەست پێ بکەرەوە.
report-kept = ئەوەی دەینووسیت نیو کاتژمێر لە بیرگەی ئەم خزمەتگوزارییەدا دەمێنێتەوە، تا ئەگەر گەڕایتەوە هیچ ون نەبێت. کەس نایخوێنێتەوە پێش ئەوەی بینێریت، و «لەم پەڕەیە دەرچۆ» لەبیری دەباتەوە.
report-full-title = ئێستا ڕاپۆرت وەرناگیرێت
report-full-text = زۆر شت بە یەکجار هاتووە. هیچ نەنێردرا. پەیوەندی بە یەکێک لەم ژمارانەوە بکە. ئەوەی نووسیوتە لە خوارەوەیە و دواتر دەتوانیت دووبارە بینێریت.

## Nobody left who may read

report-closed-title = ئێستا ناتوانین ئەمە وەربگرین
report-closed-text = لەم ساتەدا شتێک لای ئێمە ڕاست نییە، و لەوانەیە ڕاپۆرتەکە درەنگ بخوێنرێتەوە. هەڵەی تۆ نییە. پەیوەندی بە یەکێک لەم ژمارانەوە بکە، یان دوای ماوەیەکی کەم هەوڵ بدەرەوە. ئەوەی نووسیوتە هێشتا لێرەیە.
report-nobody-title = کەس نەماوە بۆی هەبێت ئەمە بخوێنێتەوە
report-nobody-text = هەموو ئەو لایەنانەی دەیانتوانی بیخوێننەوە پەیوەندییان بەوانەوە هەیە کە ناوت هێنان. هیچ نەنێردرا. تکایە پەیوەندی بە یەکێک لەم ژمارانەوە بکە.
report-nobody-words = ئەوەی نووسیوتە
report-compressed-title = باشترە تەلەفۆن بکەیت
report-compressed-text = وێبگەڕەکەت پەڕەکان بە کۆمپیوتەری کۆمپانیایەکی تردا دەبات بۆ بچووککردنەوەیان، و دەتوانن ئەوەی دەینووسیت بیخوێننەوە. پەیوەندی بە یەکێک لەم ژمارانەوە بکە، یان وێبگەڕێکی تر بەکاربهێنە.

## Coming back

report-come-title = بە کۆدەکەت بگەڕێوە
report-come-lead = ئەو ٢٠ ژمارەیە بنووسە کە پێت درا.
report-receipt = کۆدەکەت
report-receipt-hint = ٢٠ ژمارە، بە هەر جۆرە ژمارەیەک، بە بۆشایی یان بێ بۆشایی.
report-receipt-opens-nothing = ئەم کۆدە هیچ ناکاتەوە. سەیری یەک بە یەکی ژمارەکان بکە و دووبارە هەوڵ بدە.
report-come-open = بیکەرەوە
report-ticket-over = چارەکە کاتژمێرێک تێپەڕی. جارێکی تر کۆدەکەت بنووسە، ئەوەی نووسیوتە هێشتا لێرەیە.
report-thread-title = ئەوەی نووسیوتە و وەڵامەکان
report-read-by = دەیخوێنێتەوە
report-read-by-nobody = لەم ساتەدا کەس ناتوانێت ئەمە بخوێنێتەوە. بەدوای کەسێکدا دەگەڕێین کە بتوانێت. ئەگەر ئێستا یارمەتیت دەوێت، پەیوەندی بە یەکێک لەم ژمارانەوە بکە.
report-was-answered = وەڵام دراوەتەوە
report-not-read-yet = هێشتا نەخوێنراوەتەوە. کەسێک دەیخوێنێتەوە، لانی درەنگ:
report-was-read = خوێنراوەتەوە، دوایین جار:
report-you = تۆ
report-team = تیمەکە
report-no-answer-yet = هێشتا وەڵام نییە. دواتر بە کۆدەکەت بگەڕێوە.
report-more = زیاتر بنووسە
report-more-hint = ئەوەی زیادی دەکەیت هەمان کەسان دەیخوێننەوە.
report-more-send = ئەمەش بنێرە
report-was-closed = تیمەکە ئەمەی داخستووە. ئەگەر زیاتر بنووسیت دووبارە دەکرێتەوە.
report-your-choice = بڕیار لای تۆیە
report-stop = بوەستن، پەیوەندیم پێوە مەکەن
report-stop-text = چیتر کەس پەیوەندیت پێوە ناکات. ئەوەی نووسیوتە دەمێنێتەوە، و پۆلیس وێنەکەی لێ وەردەگیرێتەوە ئەگەر هەیبووبێت.
report-delete = ڕاپۆرتەکەم بسڕەوە
report-delete-text = هەموو ئەوەی نووسیوتە لەناو دەبرێت. جارێکی تر لێت دەپرسین.
report-told-added = زیاد کرا.
report-told-stopped = کەس پەیوەندیت پێوە ناکات.
report-sure-title = هەمووی بسڕدرێتەوە؟
report-sure-lead = ناگەڕێتەوە.
report-sure-goes = ئەوەی نووسیوتە و ڕێگەی گەیشتن پێت و وەڵامەکان لەناو دەبرێن. کۆدەکەت چیتر هیچ ناکاتەوە.
report-sure-stays = ئەوەی دەمێنێتەوە: کۆدی ڕاپۆرتەکەت، ڕۆژ، پارێزگا، ئایا کەسێک خوار ١٨ ساڵە یان لە مەترسیدایە، کێ نابێت بیبینێت، و ئەوەی کە تۆ سڕیتەوە.
report-sure-place = ئەو شوێنی حەوانەوەیەی داوا کراوە دەمێنێتەوە تا تەواو دەبێت.
report-sure-check = ئەگەر منداڵێک لە مەترسیدا بێت، تیمەکە بەدواداچوونی بۆ دەکات.
report-sure-delete = بەڵێ، هەمووی بسڕەوە
report-sure-keep = نەخێر، بیهێڵەوە
report-gone-title = سڕایەوە
report-gone-text = هیچ شتێک لەوەی نووسیوتە چیتر ناکرێتەوە. هەرکات ویستت دەتوانیت دووبارە بنووسیت.

## The desk: the list

report-list-title = ڕاپۆرتەکان
report-list-empty = هیچ ڕاپۆرتێک چاوەڕێت ناکات. کاتێک کەسێک بۆ مێزەکەتان بنووسێت لێرە دەردەکەوێت.
report-list-all = هەموو ڕاپۆرتەکان پیشان بدە
report-see-public = ببینە خەڵک چی دەبینن
report-find = بدۆزەرەوە
report-find-code = بە کۆد بدۆزەرەوە
report-find-hint = شەش پیت و ژمارە.
report-none-found = هیچ ڕاپۆرتێکت بەم کۆدە نییە.
report-none-such = هیچ ڕاپۆرتێک وا نییە.
report-held-section = دەستبەسەر، یان خەریکە دەردەکرێن
report-held-caption = دەستبەسەرەکان، نوێترین سەرەتا
report-held-more = دەستبەسەری زیاتر
report-others-section = هەموو ئەوانی تر
report-others-caption = ڕاپۆرتەکان، نوێترین سەرەتا
report-code = کۆد
report-since = نێردراوە
report-place = پارێزگا
report-place-unknown = نازانرێت
report-what = بابەت
report-safe-by = منداڵ سەلامەت بێت تا
report-safe-done = سەلامەتیی منداڵ
report-held-due = وادە
report-due = وادەکان
report-state = دۆخ
report-state-new = بێ وەڵام
report-state-answered = وەڵام دراوەتەوە
report-state-closed = داخراوە
report-withdrawn = نێرەر کشاندییەوە: سەلامەتی بپشکنن
report-danger-now = مەترسی ئێستا
report-child = خوار ١٨ ساڵ
report-maybe-child = لەوانەیە خوار ١٨ ساڵ

## The desk: one report

report-title = ڕاپۆرت
report-entry = چۆن هات
report-filter-state = ڕاپۆرتەکانی
report-filter-any = کراوە و داخراو
report-filter-open = کراوە
report-filter-closed = داخراو
report-filter-entry = کە دەڵێن
report-filter-entry-any = هەر شتێک
report-filter-whose = بەرپرسی
report-filter-desk = هەر کەسێکی مێزەکە
report-filter-mine = تەنها من
report-withdrawn-text = نێرەر ئەم ڕاپۆرتەی سڕییەوە و هیچی لێ ناکرێتەوە. ئەوەندەی دەکرێت سەلامەتیی بپشکنن، بێ ئەوەی پەیوەندیی پێوە بکەن.
report-stale = لە کاتی کارەکەتدا شتێک لێرە نووسرا یان گۆڕا. بیخوێنەرەوە، پاشان دووبارە بینێرە.
report-yours = لای تۆیە
report-may-contact = دەکرێت پەیوەندیی پێوە بکرێت، تەنها بەم شێوەیە
report-no-contact = نایەوێت پەیوەندیی پێوە بکرێت. لێرە وەڵام بدەنەوە، خۆی بە کۆدەکەی دەگەڕێتەوە.
report-contact-stopped = گوتی بوەستن: پەیوەندیی پێوە مەکەن
report-contact-unsaid = نەیگوت ئایا دەکرێت پەیوەندیی پێوە بکرێت. لێرە وەڵام بدەنەوە، خۆی بە کۆدەکەی دەگەڕێتەوە.
report-accused = تۆمەتبار
report-accused-police = پۆلیس لەم ڕاپۆرتەدا تۆمەتبارە: پەیوەندیی پێوە مەکەن و مەهێڵن بزانێت.
report-accused-other = لایەنێک لەم ڕاپۆرتەدا تۆمەتبارە: پەیوەندیی پێوە مەکەن و مەهێڵن بزانێت.
report-police-copy = پۆلیس
report-police-copy-text = کۆپییەکی ئەوەی نووسرا هەیە، چونکە نێرەر ویستی
report-ways = چۆن بە سەلامەتی پێی بگەین
report-thread = گفتوگۆ
report-thread-empty = هێشتا جگە لە ڕاپۆرتەکە خۆی هیچ نییە.
report-not-fetched = نەهاتووە دوایین وەڵامت بخوێنێتەوە. لێرەیە لە
report-thread-open = { $count ->
    [one] یەک ڕاپۆرت بکەرەوە
   *[other] { $count } ڕاپۆرت بکەرەوە
}
report-sender = نێرەر
report-answer-said = وەڵامەکەت
report-answer-hint = بە کۆدەکەی دەیخوێنێتەوە. شتێک مەنووسە کە ئاشکرای بکات ئەگەر کەسێک سەیری شاشەکەی بکات.
report-answer-send = وەڵامەکە بنێرە
report-close-title = داخستن
report-close-because = بۆچی؟
report-close-hint = هەر کە نێرەر بنووسێت دووبارە دەکرێتەوە. کاتژمێری منداڵ بەردەوامە.
report-close-send = ئەم ڕاپۆرتە دابخە
report-because-helped = ئەوەی داوای کرد هەیەتی
report-because-handed_on = لایەنێکی تر گرتییە دەست و خۆی دەزانێت
report-because-wish = خۆی داوای کرد
report-because-twice = هەمان ڕاپۆرتێکی ترە
report-because-unreachable = دوای چەند هەوڵێک نەتوانرا بە کەس بگەین
report-because-other = بابەتەکە شتێکی ترە
report-step-back = کشانەوە لەم ڕاپۆرتە
report-step-back-text = چیتر نایبینیت، نە ئەوەش کە لێی پەیدا بووە. هاوکارێک وەریدەگرێت، یان ئەو نووسینگەیەی دواتر دەیخوێنێتەوە؛ سەرپەرشتیارەکەت ئاگادار دەکرێتەوە. هۆکارەکە دابگرە؛ ناگەڕێتەوە.
report-step-back-knows = کەسێکی تێدا دەناسم
report-step-back-near = کەسێکی تۆمەتبار لێم نزیکە
report-step-back-threatened = هەڕەشەم لێ دەکرێت
report-step-back-too_much = ئێستا بۆ من زۆر گرانە
report-step-back-other = هۆکارێکی تر، کە بە سەرپەرشتیارەکەم دەیڵێم
report-stepped-back = کەسێک کشایەوە
report-step-back-choose = یەکێک لە هۆکارەکان دابگرە.
report-was-withdrawn = نێرەر ئەم ڕاپۆرتەی سڕیوەتەوە. کەس نییە وەڵامی بدەیتەوە.
report-member-not-fit = ئەم کەسە ناتوانێت ڕاپۆرتەکە وەربگرێت. کەسێکی تری مێزەکە هەڵبژێرە.
report-hand-title = دانە دەست هاوکارێک
report-hand-lead = ئەوەی وەریدەگرێت لە ئێستاوە لێی بەرپرسە.
report-hand-to = کێ وەریدەگرێت؟
report-hand-now = ئێستا لای ئەوە
report-hand-nobody = کەسی تر لەم مێزە ناتوانێت ڕاپۆرت وەربگرێت.
report-hand-send = بیدە دەستی
report-back-to = گەڕانەوە بۆ ڕاپۆرتەکە

## مێزەکە: تێبینییەکانی نێوان خۆیان

note-title = تێبینییەک بنووسە
note-lead = تەنها بۆ مێزەکەی خۆت. نێرەر هەرگیز نایبینێت، هیچ نووسینگەیەکی تریش نایبینێت.
note-said = تێبینی
note-hint = چیت کرد، پەیوەندیت بە کێوە کرد، دواتر دەبێت چی بکرێت. ئەوەی سوودی هەیە بینووسە، زیاتر نا.
note-send = تێبینییەکە پاشەکەوت بکە
note-list-title = تێبینییەکانی ئەم مێزە
note-open = { $count ->
    [one] یەک تێبینی بکەرەوە
   *[other] { $count } تێبینی بکەرەوە
}

## مێزەکە: ئەوەی بەڵێنی درا

promise-title = بەڵێنی پەیوەندییەک، یان سەیرکردنەوە
promise-lead = «ئەمڕۆ» پێش کاتەکەی بیری مێزەکەت دەخاتەوە، هەتا کەسێک دەڵێت کرا. ئەگەر پێشتر یەکێک هەبێت، ئەمە جێی دەگرێتەوە.
promise-what = چی؟
promise-what-hint = تەنها بەو شێوەیەی گوتی بەڵێنی پەیوەندی بدە، لە کاتێکدا کە بۆ ئەو سەلامەتە.
promise-call = پەیوەندیی پێوە بکە
promise-look = دووبارە سەیری ئەمە بکە
promise-day = کام ڕۆژ؟
promise-today = ئەمڕۆ
promise-tomorrow = سبەی
promise-hour = لە چ کاتێکدا؟
promise-hour-hint = بە کاتی بەغدا.
promise-send = پاشەکەوتی بکە
promise-keep = کرا
promise-stopped = گوتی بوەستن: کەس پەیوەندیی پێوە ناکات.
promise-past = ئەم کاتە تێپەڕیوە. کاتێکی دواتر هەڵبژێرە.

## Desk: taking a report down for somebody

intake-title = نووسینەوەی ڕاپۆرتێک
intake-lead = بۆ کەسێک کە پێت دەڵێت. یەک دێڕ بەسە بۆ پاشەکەوتکردنی، ئەوەی نایپرسیت بە کراوەیی دەمێنێتەوە. پرسیارەکان وەک لێرە هەن بیخوێنەوە.
intake-how = چۆن دەیڵێت؟
intake-how-telephone = بە تەلەفۆن
intake-how-paper = لەسەر کاغەز
intake-how-in_person = خۆی هاتووە
intake-talk = ئێستا دەتوانیت قسە بکەیت؟
intake-talk-hint = سەرەتا ئەمە بپرسە. ئەگەر نەیتوانی، بپرسە کەی و چۆن پەیوەندیی پێوە بکەیت، پاشەکەوتی بکە و لێیگەڕێ با بڕوات.
intake-talk-now = بەڵێ
intake-talk-later = نەخێر، دواتر پەیوەندیی پێوە دەکەین
intake-routing = کێ دەیخوێنێتەوە
intake-routing-text = ئەگەر هیچی لەمە نەگوت، تەنها یارمەتیدەران دەیخوێننەوە. ئەوەی لێی دەترسێت هەرگیز نایبینێت: ئەگەر نووسینگەی خۆت بێت، یەکێکی تر دەیخوێنێتەوە.
intake-about = دەربارەی کێیە؟
intake-more = زیاتر، ئەگەر کات هەیە
intake-last = کۆدەکە، و کەی گوترا
intake-receipt = کۆدێکی دەوێت؟
intake-receipt-hint = پێی دەتوانێت وەڵامەکان بخوێنێتەوە، زیاتر بنووسێت یان هەمووی بسڕێتەوە. ئەگەر هیچ هەڵنەبژێریت، کۆدێک پیشان دەدرێت کە بۆی بخوێنیتەوە.
intake-receipt-read = بەڵێ، بۆی دەخوێنمەوە
intake-receipt-declined = نەخێر
intake-day = کەی گوتی؟
intake-day-hint = تەنها ئەگەر ئێستا نەبوو، وەک لەسەر کاغەز. ماوەکان لەو کاتەوە دەژمێردرێن.
intake-yesterday = دوێنێ
intake-future = ئەم ڕۆژ و کاتژمێرە هێشتا نەهاتووە. ئەو کاتە هەڵبژێرە کە گوتی.
intake-send = ئەم ڕاپۆرتە پاشەکەوت بکە
intake-nobody = کەس نەماوە کە بۆی هەبێت ئەمە بخوێنێتەوە: هەموو نووسینگەکان پەیوەندییان بەوانەوە هەیە کە ناویان برد. هیچ پاشەکەوت نەکرا. ژمارەکانی پێ بدە کە پەیوەندییان پێوە بکات، یان دووبارە بپرسە مەبەستی کێیە.
intake-done-title = پاشەکەوت کرا
intake-no-receipt = کۆدی نەویست: کەس ناتوانێت بە کۆدێک بگەڕێتەوە بۆ ئەم ڕاپۆرتە.
intake-no-receipt-here = لێرە بیست ژمارەکە ناخوێنرێنەوە: ئەوەی بیانزانێت دەتوانێت وەڵامەکان بخوێنێتەوە. کۆدەکەی سەرەوەی پێ بدە، لەگەڵ ئەو ژمارەیەی پەیوەندیی پێوە دەکات.
intake-read-out = ئەم کۆدەی بۆ بخوێنەوە
intake-read-out-how = هەر جارە چوار ژمارە، دوو جار. تەنها ئێستا پیشان دەدرێت. داوای لێ بکە لە شوێنێک بینووسێت کە کەس سەیری ناکات، یان پێت بڵێت کە ناتوانێت بە سەلامەتی هەڵیبگرێت.
intake-theirs = نووسینگەیەکی تر ئەمە دەخوێنێتەوە. تۆ ناتوانیت بیکەیتەوە، و لە هیچ لیستێکی تۆدا نییە.
report-taken = نووسراوەتەوە
report-on-it = کێ لەسەریەتی
report-on-it-nobody = هێشتا کەس
report-claim = من لەسەریم
report-claimed = هاوکارێک پێشتر لەسەریەتی. داوا لە سەرپەرشتیارەکەت بکە بیگوازێتەوە.
report-no-receipt = کەس کۆدی ئەم ڕاپۆرتەی نییە: کەس وەڵامەکە ناخوێنێتەوە. تێبینییەک بنووسە، یان ئەگەر بۆت هەیە پەیوەندیی پێوە بکە.
report-state-taken-up = کەسێک لەسەریەتی
report-no-contact-no-receipt = نایەوێت پەیوەندیی پێوە بکرێت، و کۆدی گەڕانەوەی نییە.
report-unsaid-no-receipt = نەیگوت ئایا دەکرێت پەیوەندیی پێوە بکرێت، و کۆدی گەڕانەوەی نییە.

## Released to the police

release-list-title = ئەوەی پێمان دراوە
release-lead = ئەوەی نێرەران خۆیان هەڵیانبژارد بیدەنە پۆلیس: قسەی خۆیان، بێ هیچ ڕێگەیەکی گەیشتن پێیان.
release-list-empty = هیچتان پێ نەدراوە.
release-caption = ئەوەی دراوە، نوێترین سەرەتا
release-title = ئەوەی دراوە
release-note = ئەمە قسەی نێرەر خۆیەتی و بە ویستی خۆی داویەتی. بەدوایدا مەگەڕێن. هەرکات بیەوێت دەتوانێت وەریبگرێتەوە.
release-said = چی ڕوویداوە
release-back = گەڕانەوە بۆ لیستەکە

## Who reads, by governorate

readers-title = کێ ئەمە دەخوێنێتەوە
readers-lead = ئەوەی دەینێریت یەک لایەن دەیخوێنێتەوە، یەکەمی ڕیزی پارێزگاکەت.
readers-first = پێش ئەوەی بنووسیت، پەڕەکە ناوی خوێنەر دەهێنێت.
readers-accused = ئەوەی دەڵێیت ئازاری کەسێک دەدات لادەبرێت، لەگەڵ هەموو ئەوانەی سەرووی و خوارووی. ئینجا لایەنی دواتر دەیخوێنێتەوە.
readers-police = پۆلیس تەنها کاتێک وێنەیەک وەردەگرێت کە تۆ هەڵیبژێریت.
readers-whole-country = هەموو وڵات
readers-independent = سەربەخۆ
readers-none = هێشتا کەس لێرە نییە: لایەنی هەموو وڵات دەیخوێنێتەوە.

## Numbers one can call

duty-title = ژمارەگەلێک کە دەتوانیت پەیوەندییان پێوە بکەیت
duty-call-title = پەیوەندی بە کێوە بکەیت
duty-call-say = کۆدی { $code } بڵێ و چیت دەوێت. ناو و چیرۆک بە تەلەفۆن ناگوترێن.
duty-lead = هەر ژمارەیەک لە ٩٠ ڕۆژی ڕابردوودا پشکنراوە.
duty-none = لە ٩٠ ڕۆژی ڕابردوودا هیچ ژمارەیەک نەپشکنراوە، بۆیە هیچ ژمارەیەک لێرە پیشان نادرێت.
duty-whole-country = هەموو وڵات
duty-always = شەو و ڕۆژ
duty-hours = کاتەکان: { $hours }
duty-languages = زمانەکان: { $languages }
duty-records-calls-yes = پەیوەندییەکان تۆمار دەکرێن.
duty-records-calls-no = پەیوەندییەکان تۆمار ناکرێن.
duty-records-calls-unknown = نازانین پەیوەندییەکان تۆمار دەکرێن یان نا.
duty-reports-yes = ئەوەی وەڵام دەداتەوە ناچارە تاوان بە پۆلیس بڵێت.
duty-reports-no = ئەوەی وەڵام دەداتەوە ناچار نییە بە پۆلیس بڵێت.
duty-reports-unknown = نازانین ئەوەی وەڵام دەداتەوە ناچارە بە پۆلیس بڵێت یان نا.
duty-checked = دواین پشکنین:

# What the ledger says that somebody did.
did-send-report = ناردنی ڕاپۆرتێک
did-read-own-report = گەڕانەوە بۆ ڕاپۆرتی خۆی
did-add-to-report = زیادکردن بۆ ڕاپۆرتێک
did-stop-contact = وەستاندنی پەیوەندی
did-delete-report = سڕینەوەی ڕاپۆرتی خۆی
did-list-reports = سەیرکردنی لیستی ڕاپۆرتەکان
did-read-report = کردنەوەی ڕاپۆرتێک
did-answer-report = وەڵامدانەوەی ڕاپۆرتێک
did-close-report = داخستنی ڕاپۆرتێک
did-reassign-report = دانی ڕاپۆرتێک بە هاوکارێک
did-step-back = کشانەوە لە ڕاپۆرتێک
did-write-note = نووسینی تێبینییەک لەسەر ڕاپۆرتێک
did-make-promise = بەڵێنی پەیوەندییەک یان سەیرکردنەوە
did-keep-promise = گوتنی ئەوەی بەڵێنی درا کرا
did-intake-report = ڕاپۆرتێکی بۆ کەسێک نووسییەوە
did-claim-report = گرتنە ئەستۆی ڕاپۆرتێک
did-move-report = گواستنەوەی ڕاپۆرتێک بۆ خوێنەرێکی تر
did-list-releases = سەیرکردنی لیستی ئەوەی دراوە
did-read-release = کردنەوەی ئەوەی دراوە
did-record-held = تۆمارکردنی ئەوەی کەسێک دەستبەسەرە
did-tell-legal-aid = ئاگادارکردنەوەی یارمەتیی یاسایی
did-list-held = سەیرکردنی دەستبەسەرکراوان

## Forms on paper

sheet-report = ڕاپۆرتێک
sheet-report-lead = پرسیارەکان وەک لێرە هەن بیخوێنەوە. یەک دێڕ بەسە، ئەوەی نایپرسیت بە کراوەیی دەمێنێتەوە.
sheet-held = کەسێک دەستبەسەرە، یان خەریکە دەردەکرێت
sheet-held-lead = بۆ کەسێک کە لە دەستبەسەریدایە، لە زینداندایە یان لەبەردەم دادوەرە، یان خەریکە دەردەکرێت. سەرەتا دەپرسرێت لە کوێیە و لای کێیە.
sheet-bed = داواکردنی شوێنێک
sheet-bed-lead = بۆ کەسێک کە ئەمشەو پێویستی بە شوێنێکی پارێزراوە. نە ناو، نە بەڵگەنامە، نە چیرۆک. سەرەتا تەلەفۆن بۆ نووسینگەی شوێندانان بکە؛ ئەمە کاتێک دەتوانیت تۆمار بکە.
sheet-handover = ڕادەستکردنی مێزێک
sheet-handover-lead = ئەوەی کراوەیە و ئەوەی بەڵێنی پێ دراوە. تەنها کۆد، بێ ناو. ئەوەی دێت لەگەڵ ئەوەی دەڕوات دەیخوێنێتەوە.
sheet-handover-open = کراوە لەم مێزەدا
sheet-told = ئەوەی گوترا
sheet-which = کامیان؟ ناوی و شوێنی
sheet-contact-yes = بەڵێ، بەو شێوەیەی لە خوارەوە نووسراوە
sheet-contact-no = نەخێر
sheet-when = کەی گوترا
sheet-needs = ئەوەی پێویستە
sheet-report-code = کۆدی ڕاپۆرت، ئەگەر هەبێت
sheet-code = کۆد
sheet-open = ئەوەی کراوەیە
sheet-takes = کێ بەردەوام دەبێت
sheet-promised = ئەوەی بەڵێنی پێ درا
sheet-handed-by = ڕادەستی کرد
sheet-handed-on = ڕۆژ و کاتژمێر
sheet-taken-by = وەریگرت
sheet-taken-on = ڕۆژ و کاتژمێر
sheet-handover-keep = ئەم کاغەزە لە شوێنێکی قوفڵدراودا هەڵبگرە. کە هەمووی تەواو بوو، لەناوی ببە.
intake-held = ئەگەر کەسێک دەستبەسەر بێت
