# کاتەکان: کەی دەبێت کەسەکە سەلامەت بێت، چی کراوە، و کێ گیراوە.
# @reviewed-by: draft

## What is to happen

clock-what-T1 = منداڵەکە بگەیەننە سەلامەتی، دوور لەوەی دەیچەوسێنێتەوە
clock-what-T2 = منداڵی گیراو ببەنە لای دادوەر یان ئازادی بکەن
clock-what-T3 = کارمەندی دۆسیە و کەسی پشتیوان دیاری بکەن
clock-what-T4 = سەرپەرشتیار بۆ منداڵێکی تەنیا بدۆزنەوە
clock-what-T5 = یەکەم پشکنینی تەندروستی بکەن
clock-what-T6 = منداڵێکی تەنیا تۆمار بکەن
clock-what-T7 = بەرژەوەندی باڵای منداڵ هەڵبسەنگێنن و پلانی بۆ دابنێن
clock-what-T8 = بەدواداچوونی خێزان دەست پێ بکەن
clock-what-T9 = با لیژنە بڕیار بدات؛ شوێنی کاتی دووبارە سەیر بکەن
clock-what-T10 = شوێنی خوێندن و کاغەز بدۆزنەوە
clock-what-T11 = یەکەم چاوپێکەوتن بکەن
clock-what-T12 = دادگاییەکە تەواو بکەن
clock-what-T13 = دوای گەڕانەوە سەردانی بکەن
clock-what-ANSWER = ماڵەکە دەبێت وەڵامی داواکە بداتەوە
clock-what-HOLD = کەسەکە بگەیەننە ئەو شوێنەی گیراوە
clock-what-STAY = دیاری بکەن چی دوای مانەوەی فریاگوزاری دێت
clock-what-RIGHT = مافێکی جێبەجێنەکراو جێبەجێ بکەن

## How old

clock-age-child = منداڵ
clock-age-unknown = تەمەن نازانرێت: وەک منداڵ
clock-age-adult = گەورە

## How a clock stands

clock-state-running = بەردەوامە
clock-state-missed = کاتی بەسەرچووە
clock-state-stopped = تەواو بووە
clock-proposed = گەورەیە؟ چاوەڕێی سەرپەرشتیارە
clock-outside = دەرەوەی پێوەر

## The list

clock-list-title = کاتەکان
clock-list-lead = هەر کاتێک لێرە بەردەوامە تا ئەوەی چاوەڕێی دەکات ڕوودەدات. هیچ شتێک نایگەڕێنێتەوە.
clock-list-caption = کاتەکان، نزیکترینیان لە سەرەوە
clock-list-empty = ئێستا هیچ کاتێک لێرە بەردەوام نییە.
clock-none-found = ئێستا کاتێکی وا نییە.
clock-list-all = هەموو کاتەکان
clock-filter-state = دۆخ
clock-filter-what = چی دەبێت ڕوو بدات
clock-filter-any = هەر دۆخێک
clock-filter-what-any = هەر شتێک
clock-code = کۆد
clock-what = چی
clock-age = تەمەن
clock-place = شوێن
clock-place-unknown = شوێن نازانرێت
clock-since = لەوەتەی
clock-due = کاتی دیاریکراو
clock-state = دۆخ

## One clock

clock-title = کات
clock-stale = لەوەتەی ئەم لاپەڕەیە کراوەتەوە شتێک گۆڕاوە. پێش بڕیاردان دووبارە سەیری بکە.
clock-report = بۆ ڕاپۆرتەکە
clock-see-clock = کاتەکە ببینە
clock-has-stopped = کاتەکە لەم ماوەیەدا تەواو بووە. هیچ نەماوە لێرە بکرێت.
clock-place-not-listed = ئەم شوێنە کاتەکە تەواو ناکات.
clock-safety-note = داخستنی ڕاپۆرتەکە ئەم کاتە تەواو ناکات، وەڵامی ئاگادارییەکەش نا.

## Seen in a safe place

clock-seen-title = منداڵەکە لە شوێنێکی سەلامەت بینراوە
clock-seen-lead = دەبێت کەسێک خۆی منداڵەکەی لەوێ بینیبێت. ئەوەی تەنها گوترابێت ناژمێردرێت.
clock-seen-shelter-lead = منداڵەکە لە ماڵەکەتانە، و خۆت لەوێ بینیوتە.
clock-seen-go = بڵێ لە کوێ
clock-seen-place = چ شوێنێکە؟
clock-seen-hint = هیچ شوێنێکی تر کاتەکە تەواو ناکات: نە بنکەی پۆلیس، نە هۆڵ یان ماڵی چاکسازی، نە ماڵی خاوەنکار، نە گەورەیەک کە خزم نییە.
clock-seen-myself = خۆم منداڵەکەم لەوێ بینیوە
clock-seen-send = منداڵەکە لەوێ سەلامەتە
clock-place-kin = لای خزم، و دڵنیا بووین کە خزمە
clock-place-foster = لای خێزانێکی پەروەردەکار
clock-place-shelter = لە شوێنی پەنا
clock-place-hospital = لە نەخۆشخانە، لەگەڵ کەسێک کە ئاگای لێیەتی
clock-place-interim = لە شوێنێکی سەلامەتی کاتی (دەرەوەی پێوەر)
clock-wrong-place = شوێنەکە هەڵبژێرە. ئەگەر هیچ لەمانە نییە، کاتەکە بەردەوامە.
clock-wrong-myself = تەنها کاتێک نیشانەی بکە کە خۆت منداڵەکەت لەوێ بینیوە

## Answering the alarm

clock-alarm-title = کاتەکە بەسەرچووە
clock-alarm-why = بۆچی دواکەوت؟
clock-alarm-hint = وەڵامەکە هیچ بێدەنگ ناکات: ئەوەی دواتر دەبێت ئاگادار بکرێتەوە هەر ئاگادار دەکرێتەوە.
clock-alarm-send = وەڵامی ئاگادارییەکە بدەرەوە
clock-alarm-taken = من ئەمەم گرتووەتە ئەستۆ
clock-alarm-looking = بەدوای کەسەکەدا دەگەڕێین
clock-alarm-on_the_way = کەسێک لە ڕێگایە
clock-alarm-no_place_yet = داوای شوێن کرا؛ هێشتا نییە
clock-alarm-not_reached = ناتوانرێت بە سەلامەتی پەیوەندی بە کەس بکرێت
clock-alarm-held = کەسەکە گیراوە
clock-alarm-unsafe = چوونە ئەوێ ئێستا کەسەکە دەخاتە مەترسییەوە
clock-alarm-told_on = بە تەلەفۆن بە دواترم گوت

## An adult

clock-adult-title = گەورەیە، یان بە هەڵە ژمێردراوە
clock-adult-lead = دوا قسە هی سەرپەرشتیارە. تا ئەو کاتە کاتەکە بەردەوامە.
clock-adult-basis = چۆن دەزانیت؟
clock-adult-hint = هەرگیز نە تیشک و نە پشکنینی لەش.
clock-adult-send = پێشنیاری بکە بۆ سەرپەرشتیار
clock-adult-proposed = کەسێک پێشنیاری کردووە:
clock-adult-waits = چاوەڕێی سەرپەرشتیارە.
clock-adult-confirm-lead = ئەگەر ڕازی بیت، کاتەکە تەواو دەبێت. لە گوماندا کەسەکە منداڵە.
clock-adult-confirm-send = ڕازیم: منداڵ نییە
clock-adult-refuse-send = ڕازی نیم: منداڵە
clock-basis-paper = کاغەزێک بینراوە
clock-basis-said = کەسەکە خۆی وا دەڵێت
clock-basis-family = خێزانەکەی وا دەڵێن
clock-basis-assessed = کەسانی ڕاهێنراو سەیری هەموو دۆخی کەسەکەیان کردووە
clock-found-adult = کەسەکە گەورەیە

## What was done

clock-acts-title = چی کراوە
clock-acts-empty = هێشتا هیچ.
clock-act-answered = وەڵامی ئاگادارییەکە درایەوە
clock-act-prolonged = درێژکرایەوە
clock-act-reached = قۆناغێک تەواو بوو
clock-act-missed = کاتی بەسەرچوو
clock-act-told = ئاگادار کرایەوە
clock-act-proposed = پێشنیار کرا: گەورەیە
clock-act-refused = ڕازی نەبوون: منداڵە
clock-act-stopped = تەواو بوو
clock-act-restarted = بەردەوامە
clock-act-restarted-why = دەرکەوت کەسەکە منداڵە
clock-was-due = پێشتر کاتی ئەمە بوو:
clock-told-supervisor = سەرپەرشتیار
clock-told-oversight = لایەنی سەربەخۆ
clock-told-state-duty = ئێشکگرانی وەزارەت
clock-told-focal-point = خاڵی پەیوەندیی لیژنە

## The next step, on Today

clock-step-proposed = گەورەیە؟ بڕیار بدە
clock-step-answer = وەڵامی ئاگادارییەکە بدەرەوە
clock-step-seen = بڵێ منداڵەکە لە کوێ سەلامەتە
clock-step-look = کاتەکە ببینە

## People who are held

detention-list-title = گیراوان
detention-list-lead = کەسێک گیراوە یان دەنێردرێتەوە. ئەوەی لێرەیە هەموو ئەوەیە کە دەزانرێت پێش ئەوەی کەسەکە بە پارێزەر ڕازی بێت.
detention-list-caption = گیراوان، بەپەلەترینیان لە سەرەوە
detention-list-empty = کەس نەگیراوە، بەپێی ئەوەی لێرە دەزانرێت.
detention-code = کۆد
detention-place = شوێن
detention-place-unknown = شوێن نازانرێت
detention-by = کێ گرتوویەتی
detention-since = لەوەتەی
detention-due = کاتی دیاریکراو
detention-state = دۆخ
detention-open = کراوە
detention-closed = داخراو
detention-report = بۆ ڕاپۆرتەکە
detention-task = کەسێک گیراوە
detention-step-report = ڕاپۆرتەکە بخوێنەوە
detention-step-see = ببینە کێ گیراوە
detention-one-title = دەستبەسەر
detention-no-judge = بەڕێوەبەرایەتی نیشتەجێبوون دەستبەسەری کردووە: لەوانەیە پێش ڕۆیشتن هیچ دادوەرێک پرسی پێ نەکرێت. پێش کاتژمێرەکە لەوێ بن.
detention-answer = پارێزەرەکە چی دەڵێت
detention-answer-hint = هەر کە گرتتە ئەستۆ هەڵیبژێرە، با کەسی تر چاوەڕێ نەکات. هەرکات گۆڕا دەتوانیت بیگۆڕیت.
detention-answer-taken = من ئەمەم گرتووەتە ئەستۆ
detention-answer-there = پارێزەرێک لەلایەتی
detention-answer-not_found = لەوێ نییە، یان ئیتر لەوێ نەماوە
detention-answer-unwanted = پارێزەری ئێمەی ناوێت
detention-answer-released = ئازاد کرا
detention-answer-removed = لە وڵات دەرکرا
detention-answer-send = پاشەکەوتی بکە
detention-not-answered = هێشتا کەس نەیگرتووەتە ئەستۆ
detention-step-take = بیگرە ئەستۆ

# What the ledger says that somebody did.
did-start-clock = دەستپێکردنی کاتژمێرێک
did-escalate-clock = ئاگادارکردنەوەی دواتر لە کاتژمێرێکی تێپەڕیو
did-list-clocks = سەیرکردنی کاتژمێرەکان
did-answer-alarm = وەڵامدانەوەی ئاگادارییەک
did-answer-held = گوتنی دۆخی دەستبەسەرێک
did-mark-child-seen = بینینی منداڵێک لە شوێنێکی سەلامەت
did-tell-house = ئاگادارکردنەوەی ماڵەکە کە منداڵێک بینراوە
did-propose-found-adult = پێشنیارکردن کە کەسەکە پێگەیشتووە
did-confirm-found-adult = پشتڕاستکردنەوە کە کەسەکە پێگەیشتووە
did-refuse-found-adult = ڕازی نەبوون کە کەسەکە پێگەیشتووە
clock-begun = بۆچی؟
clock-begun-applies = لە ئێستاوە بۆ ئەم منداڵەیە
clock-begun-asked = دادگایەک یان لیژنەیەک یان سەرپەرشتێک داوای کرد
clock-begun-again = جارێکی تر کاتی هاتووە
clock-ended = چی لێ هات؟
clock-ended-hint = ئەگەر چەند خاڵێکی هەبێت، دواتر لە ئێستاوە دەست پێ دەکات.
clock-ended-done = کرا
clock-ended-not_for_them = بۆ ئەم منداڵە نییە
clock-ended-elsewhere = لایەنێکی تر دەیکات و وتوویەتی
clock-ended-title = بڵێ چی لێ هات
clock-ended-send = بیڵێ
clock-fit = منداڵەکە پشووی داوە و ئامادەیە
clock-not-fit = پێش ئەوەی منداڵەکە پشوو بدات و ئامادە بێت نابێت. ئەگەر وایە نیشانەی بکە.
clock-known = چی تر زانراوە؟
clock-known-hint = کاتی کۆتایی ئەمە دەگۆڕێت.
clock-known-under_five = خوار تەمەنی پێنج ساڵ
clock-known-urgent = بەپەلەیە
clock-known-sexual_violence = توندوتیژی سێکسی
clock-known-interim_place = لە شوێنێکی کاتیدا دەژی
clock-begin-title = کاتژمێرێک دەست پێ بکە
clock-begin-lead = ئەوەی دەبێت بۆ منداڵێک تا ڕۆژێک بکرێت. لەوەی ڕوویدا دەژمێردرێت، نەک لە کاتی نووسینی. هەرکەسێک لەسەر کەیسەکە بێت دەیبینێت؛ کە لەدەست چوو بە کەسانی تر دەوترێت.
clock-begin-day = لە کام ڕۆژەوە دەژمێردرێت؟
clock-begin-day-hint = ئەو ڕۆژەی ئەوە ڕوویدا.
clock-begin-hour = لە چ کاتژمێرێکدا؟
clock-begin-act = توندوتیژییەکە لە کام ڕۆژدا بوو؟
clock-begin-act-hint = تەنها بۆ پشکنینی تەندروستی دوای توندوتیژی سێکسی.
clock-begin-send = دەستی پێ بکە
clock-child-title = کاتژمێرەکانی ئەم منداڵە
clock-child-none = هیچی تر ناڕوات.
clock-no-child = تەنها منداڵ کاتژمێری وای هەیە.
clock-runs = ئەو کاتژمێرە دەڕوات.
clock-act-begun = دەستی پێ کرد
clock-released = ئازاد، یان لەبەردەم دادوەر
clock-named = بەرپرسی کەیس و کەسێک لەگەڵیدا دیاری کران
clock-case-closed = کەیسەکە داخرا
did-begin-clock = دەستپێکردنی کاتژمێری منداڵێک
did-stop-clock = وتنی ئەوەی چی لە کاتژمێرێک هات
clock-basis-miscounted = کەس نییە: کەسێکی گرووپەکە دوو جار یان بە هەڵە ژمێردراوە
clock-miscounted = بە هەڵە ژمێردراوە: کەس نییە
clock-only-child = هیچ منداڵێکی تری ئەم ڕاپۆرتە کاتژمێری نییە. سەرەتا ئەوەی مەبەستە بیژمێرە.
