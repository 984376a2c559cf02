# Who did what: the ledger's pages, who has looked, the check, and Today.
# @reviewed-by: draft

## The ledger

ledger-title = تۆماری کارەکان
ledger-text = چی کراوە، کێ کردوویەتی و بۆچی: نوێترین لە سەرەوە. لێرە نە ناو هەیە و نە ناوەڕۆک.
ledger-mine-title = ئەوەی من کردوومە
ledger-mine-text = هەموو ئەوەی لە تۆمارەکەدا لەسەر تۆیە. کەس ناتوانێت بیگۆڕێت، تۆش نا.
ledger-mine-see = ئەوەی کردوومە ببینە
looks-title = کێ سەیری کردووە
looks-text = کێ ئەم دۆسیەیەی کردووەتەوە یان شتێکی پێ کردووە: نوێترین لە سەرەوە. ئەو لیستانەی تەنها کۆدەکەی تێدا بوو لێرە ناژمێردرێن.
looks-none = هێشتا کەس ئەم دۆسیەیەی نەکردووەتەوە.
looks-back = گەڕانەوە بۆ ئەمڕۆ
looks-see = کێ سەیری کردووە
ledger-caption = تۆمارەکان
ledger-number = تۆمار
ledger-time = کەی
ledger-who = کێ
ledger-what = چی و بۆچی
ledger-how = چۆن کۆتایی هات
ledger-shown = دۆسیەکان
ledger-same = چی تر بە هەمان دۆسیە کراوە
ledger-same-short = هەمان دۆسیە
ledger-none = هیچ شتێک لەگەڵ ئەمە ناگونجێت.
ledger-nothing-yet = هێشتا هیچ لێرە نییە.
ledger-all = هەمووی پیشان بدە
ledger-unreadable = ئەم تۆمارە ناخوێنرێتەوە: تۆمارەکە بپشکنە.
ledger-find = ئەمانە پیشان بدە
ledger-filter = تۆمارەکان هەڵبژێرە
ledger-filter-who = ژمارەی کەسەکە
ledger-filter-who-hint = هەشت نیشانەکە وەک لە لیستەکەدایە.
ledger-filter-action = چی کراوە
ledger-filter-outcome = چۆن کۆتایی هات
ledger-filter-day = ڕۆژ
ledger-filter-day-hint = بۆ نموونە ٢٣/١١/٢٠٢٦.
ledger-filter-same = تەنها ئەوەی بە یەک دۆسیە کراوە.
ledger-you = تۆ
ledger-by-public = کەسێکی بێ هەژمار
ledger-by-reporter = ئەوەی ڕاپۆرتەکەی ناردووە
ledger-by-rule = یاسایەکی بەرنامەکە
ledger-by-console = کەسێک لەسەر خودی ڕاژەکە
ledger-at-console = لەسەر خودی ڕاژەکە
outcome-done = کرا
outcome-looked = تەنها سەیرکرا: هیچ نەکرا
outcome-absent = ڕەتکرایەوە یان نەبوو
outcome-other = بە شێوەیەکی تر کۆتایی هات
ledger-because = هۆکار

## Purposes

purpose-intake = بۆ وەرگرتنی ڕاپۆرتەکان
purpose-placement = بۆ دۆزینەوەی شوێنی سەلامەت
purpose-care = بۆ یارمەتی
purpose-child_protection = بۆ پاراستنی منداڵان
purpose-legal_defence = بۆ بەرگریی یاسایی
purpose-prosecution = بۆ سزادانی تاوانباران
purpose-oversight = بۆ چاودێری
purpose-statistics = بۆ ئامار
purpose-administration = بۆ بەڕێوەبردن
purpose-other = بۆ مەبەستێکی تر

## Acts

did-read-public-page = خوێندنەوەی پەڕەیەکی گشتی
did-read-duty-numbers = خوێندنەوەی ژمارەکانی ئێشکگری
did-read-readers = بینینی ئەوەی کێ ڕاپۆرتەکان دەخوێنێتەوە
did-hand-over-all = ڕادەستکردنی هەموو کاری هاوکارێک
did-extend-exclusion = دوورخستنەوەی لایەنێکی تر
did-sign-in = چوونەژوورەوە
did-enrol-account = ئامادەکردنی هەژمارێک
did-step-up = دانی کۆد جارێکی تر
did-read-own-account = کردنەوەی هەژماری خۆی
did-choose-language = هەڵبژاردنی زمان
did-save-list = گۆڕینی لیستە هێڵراوەکان
did-end-own-session = کۆتاییهێنان بە دانیشتنێکی خۆی
did-change-sign-in = گۆڕینی شێوەی چوونەژوورەوە
did-renew-recovery-codes = دروستکردنی کۆدی گەڕاندنەوەی نوێ
did-propose-factor-reset = داوای ڕێکخستنەوەی هۆکاری دووەم
did-confirm-factor-reset = پشتڕاستکردنەوەی ڕێکخستنەوەی هۆکاری دووەم
did-keep-draft = هەڵگرتنی فۆڕمێک
did-read-own-draft = کردنەوەی فۆڕمێکی هەڵگیراو
did-drop-draft = لابردنی فۆڕمێکی هەڵگیراو
did-invite-member = بانگهێشتکردنی ئەندامێک
did-confirm-member = پشتڕاستکردنەوەی ئەندامێک
did-end-member = کۆتاییهێنان بە ئەندامێتییەک
did-end-sessions = کۆتاییهێنان بە دانیشتنەکانی کەسێک
did-list-members = سەیرکردنی لیستی ئەندامان
did-init-installation = دەستپێکردنی ئەم سیستەمە
did-set-organisation = گۆڕینی ڕێکخراوێک
did-end-organisation = کۆتاییهێنان بە ڕێکخراوێک
did-set-reader-order = گۆڕینی ئەوەی کێ دەخوێنێتەوە
did-set-duty-number = گۆڕینی ژمارەیەکی ئێشکگری
did-ask-whether-known = پرسیارکردن ئایا کەسێک ناسراوە
did-read-services = خوێندنەوەی خزمەتگوزارییە نزیکەکان
did-recover-administrator = گەڕاندنەوەی هەژماری بەڕێوەبەر
did-keep-oversight = نوێکردنەوەی لایەنی چاودێری دوای گۆڕانێک
did-follow-membership = ئاگادارکردنەوەی لایەنەکە لەوەی کێ بە ڕۆڵێکی تر لەوێ کار دەکات
did-open-staff-name = کردنەوەی ناوی پشت ناوێکی خوازراو
did-list-organisations = سەیرکردنی ڕێکخراوەکان
did-set-desk = گۆڕینی ئەوەی کێ بەرپرسی چییە
did-read-directory = خوێندنەوەی ڕێبەر
did-read-today = کردنەوەی پەڕەی ئەمڕۆ
did-list-unattended = سەیرکردنی کاری بێ کەس
did-read-ledger = خوێندنەوەی تۆمارەکە
did-list-looks = سەیرکردنی ئەوەی کێ سەیری کردووە
did-verify-ledger = پشکنینی تۆمارەکە
did-export-ledger = دەرهێنانی وێنەیەکی تۆمارەکە
did-back-up = دروستکردنی کۆپییەکی پاشەکەوت
did-restore-backup = گەڕاندنەوەی کۆپییەکی پاشەکەوت
did-examine-installation = سەیرکردنی دۆخی سیستەم
did-list-jobs = سەیرکردنی کارە درێژەکان
did-cancel-job = هەڵوەشاندنەوەی کارێکی درێژ
did-rebuild-index = داوای دروستکردنەوەی پێڕست
did-index-account = دووبارە پێڕستکردنی ناوی چوونە ژوورەوە
did-other = کارێک کە ئەم وەشانە ناوی بۆی نییە

## The check

check-title = پشکنینی تۆمارەکە
check-text = هەموو تۆمارێک و هەموو واژۆیەک دەخوێنێتەوە، لە بنکەدراوە و لە فایلەکەی دەرەوەی، و هەموو ئەوەی ئەم پەڕانە تۆماری پێ دەدۆزنەوە. لەو کاتەدا کەس چاوەڕێ ناکات.
check-send = ئێستا بیپشکنە
check-never = لەوەتەی بەرنامەکە کارپێکراوە نەپشکنراوە.
check-running = { $read } لە { $of } تۆمار خوێنراوەتەوە.
check-running-text = دەتوانیت ئەم پەڕەیە بەجێبهێڵیت و بگەڕێیتەوە.
check-again = ببینە گەیشتووەتە کوێ
check-failed = نەتوانرا بپشکنرێت: فایلەکەی دەرەوەی بنکەدراوە ناخوێنرێتەوە. بەو کەسە بڵێ کە ڕاژەکە بەڕێوەدەبات.
check-when = کاتی پشکنین
check-holds = هیچ نەگۆڕاوە.
check-wrong = شتێک هەڵەیە.
check-wrong-what = چی هەڵەیە
check-unknown-what = ئەوەی ئەم پشکنینە نایزانێت
check-next = هیچ چاک مەکە. کۆپییەکی بنکەدراوە و فایلەکە هەڵبگرە و بە لایەنی چاودێری بڵێ.
check-leaves = تۆمارە خوێنراوەکان
check-checkpoints = واژۆ خوێنراوەکان
check-lines = دێڕە خوێنراوەکانی فایلەکە
check-recovered = لەوانە لە کارپێکردنێک دوای وەستانێکی لەناکاو نووسراوە
check-offline = هەرکەسێک دەتوانێت کۆپییەک بپشکنێت بێ یارمەتیی ئەم بەرنامەیە: najat ledger verify.
check-key = کلیلی گشتی بۆ ئەوە
fault-leaf = تۆماری { $index } گۆڕاوە.
fault-sequence = تۆماری { $expected } نییە یان گوازراوەتەوە: { $found } لە شوێنیدایە.
fault-range = لە نێوان تۆماری { $from } و تۆماری { $to } شتێک گۆڕاوە.
fault-unsigned = تۆمارەکانی { $from } تا { $to } بێ واژۆ زیادکراون.
fault-truncated = تۆمار بڕاون: { $leaves } ماوە لە { $signed }.
fault-fork = فایلەکەی دەرەوە شتێکی تر دەڵێت لە بنکەدراوە، لە نێوان تۆماری { $from } و تۆماری { $to }.
fault-checkpoint = واژۆی { $position } لە بنکەدراوە وەک ئەوە نییە کە ئەم تۆمارە واژۆی کردووە.
fault-checkpoint-order = واژۆی { $position } لە بنکەدراوە کۆنێکی گەڕێندراوەیە.
fault-checkpoint-missing = واژۆ لەسەر { $size } تۆمار لە فایلەکەدایە و لە بنکەدراوە نییە: گەڕێندراوەتەوە دواوە یان بڕاوە.
fault-log-line = دێڕی { $line }ی فایلەکە لەلایەن ئەم تۆمارەوە واژۆ نەکراوە.
fault-log-order = دێڕی { $line }ی فایلەکە دەگەڕێتەوە دواوە: کۆپییەکی کۆنتری بنکەدراوە گەڕێندراوەتەوە و بەکارهاتووە.
fault-fact-changed = تۆماری { $index } بە شتێکی تر دەدۆزرێتەوە لەوەی کە دەیڵێت: پەڕە و گەڕانەکان بە هەڵەدا براون.
fault-fact-missing = تۆماری { $index } ساغە، بەڵام هیچ پەڕە و گەڕانێک نایدۆزێتەوە: کەسێک شاردوویەتییەوە.
fault-fact-added = پەڕەکان دەبرێن بۆ تۆماری { $index } کە لەوێ نییە.
fault-head = کۆتایی تۆمارەکە وەک خۆی نەنووسراوە: کەسێک ئەوەی نووسرابوو گۆڕیویەتی.
fault-tombstone = نووسینی ئەوەی کە دۆسیەی { $position } لەناوبراوە وەک ئەوە نییە کە ئەم تۆمارە واژۆی کردووە.
unknown-truncation = ئایا لە کۆتاییدا تۆمار بڕاون.
unknown-rollback = ئایا هەمووی کۆپییەکی کۆنتری گەڕێندراوەیە.
unknown-fork = ئایا خاوەنی کلیلی واژۆ مێژوویەکی تری نووسیوە.
unknown-together = ئایا بنکەدراوە و فایلەکە پێکەوە نووسراونەتەوە: تەنها کۆپییەک کە کەسێکی تر هەڵیگرتووە دەیڵێت.
unknown-ahead = کێ تۆمارەکانی { $from } تا { $to }ی بینیوە: فایلەکە پێش ئەوان کۆتایی دێت، وەک دوای وەستانێکی لەناکاو.
unknown-torn = دێڕی { $line }ی فایلەکە چی دەگوت: وەستانێکی لەناکاو بڕیویەتی.
unknown-gap = فایلەکە چی لەسەر { $count } واژۆ دەگوت لە { $first } تۆمارەوە: تێیدا نین. دێڕەکانی دواتر تۆمارەکانیان دەگرنەوە.
unknown-rewritten = فایلەکە چی دەگوت لە { $first } تۆمارەوە: { $count } دێڕی نەمابوو، و لە دەستپێکردندا لە بنکەدراوەوە نووسرانەوە.
unknown-facts = ئایا پەڕە و گەڕانەکان هەموو تۆمارێک پیشان دەدەن: ئەوەی تۆماری پێ دەدۆزنەوە لەم فایلەدا نییە. پشکنینی بنکەدراوە دەیڵێت.

## Taking it out

export-title = دەرهێنانی وێنەیەک لە تۆمارەکە
export-text = یەک فایل کە هەموو تۆمارێک و هەموو واژۆیەکی تێدایە. ناوی کەسی تێدا نییە. هەرکەسێک هەیبێت بە کلیلی گشتی دەپشکنێت کە هیچ تۆمارێک نەگۆڕاوە؛ ئەوەی ئایا پەڕەکانی ئێرە هەموویان پیشان دەدەن تەنها پشکنینی بنکەدراوە دەیڵێت. لەم ڕاژەیە دوور هەڵیبگرە.
export-send = دەریبهێنە
export-check = بۆ پشکنینی
export-back = گەڕانەوە بۆ تۆمارەکە

## Today

today-title = ئەمڕۆ
today-what = چی
today-place = شوێن
today-due = کات
today-step = هەنگاوی دواتر
today-alike = { $late ->
    [0] بە گشتی { $count }
   *[other] بە گشتی { $count }، { $late } دواکەوتوو
}
today-more = { $count }ی تر لە لیستەکەدان
today-more-many = زیاتر لە { $count }ی تر لە لیستەکەدان
today-calm = ئێستا هیچ چاوەڕێت ناکات.
today-overdue = { $count ->
    [one] شتێک دواکەوتووە.
   *[other] { $count } شت دواکەوتوون.
}
today-empty-reports = ڕاپۆرتی نوێ دەگاتە نووسینگەکەت هەر کە کەسێک بینێرێت.
today-to-reports = هەموو ڕاپۆرتەکان ببینە
today-empty-asking = هیچ چاوەڕێ نییە. ئەگەر کەسێکی بەردەمت پێویستی بە شوێنی سەلامەتە، داوای بکە.
today-empty-members = ئەو ئەندامانەی چاوەڕێی پشتڕاستکردنەوەن لێرە دەردەکەون.
today-to-asking = داوای شوێن
today-empty-shelters = داواکاری دێتە ئێرە هەر کە کەسێک شوێنی بوێت. دڵنیابە شوێنە بەتاڵەکانت نوێکراونەتەوە.
today-to-shelters = ماڵەکان ببینە
today-empty-requests = داواکاری دێتە ئێرە هەر کە کەسێک شوێنی بوێت. ببینە کام شوێن بەتاڵن.
today-empty-clocks = هەر کاتژمێرێک تێپەڕێت خۆی لێرە دەردەکەوێت. ئێستا هیچیان تێنەپەڕیون.
today-to-clocks = کاتژمێرەکان ببینە
today-empty-released = ئەوەی نێرەرەکان پێت دەدەن لێرە دەردەکەوێت.
today-to-released = ئەوەی دراوە ببینە
today-empty-search = هیچ چاوەڕێ نییە. دەتوانیت بپرسیت ئایا کەسێک ناسراوە.
today-to-search = بپرسە
today-empty-held = هەر دەستبەسەرکراوێک پێویستی بە پارێزەر بێت لێرە دەردەکەوێت.
today-to-held = دەستبەسەرکراوان ببینە
today-empty-account = کارەکەت لێرە لە وەشانێکی دواتردا دێت. هەژمارەکەت ئامادەیە.
today-to-account = هەژمارەکەم ببینە
today-empty-directory = هیچ چاوەڕێ نییە. ببینە کێ چی دەکات و لە کوێ.
today-to-directory = ڕێبەرەکە ببینە
today-unbuilt = ئەوەی کاری لەسەر دەکەیت هێشتا دروست نەکراوە. ئێستا دەتوانیت ببینیت کێ چی دەکات و لە کوێ.
today-unbuilt-justice = لێکۆڵینەوە و بەڵگە و دادبینی هێشتا دروست نەکراون. ئەوەی لە لیستەکەتدایە کار دەکات.
today-unbuilt-care = ڕەوانەکردن و پاشماوەی پاراستنی منداڵ هێشتا دروست نەکراون. ئەوەی لە لیستەکەتدایە کار دەکات.
today-empty-installation = هیچ چاوەڕێ نییە. ببینە ئەم سیستەمە هێشتا چی کەمە.
today-to-installation = لیستی پشکنین ببینە
today-empty-ledger = هیچ چاوەڕێ نییە. تۆمارەکە دەڵێت چی کراوە.
today-to-ledger = تۆمارەکە ببینە
today-check-never = تۆمارەکە لەوەتەی کارپێکردنەوە نەپشکنراوە
today-check-old = دوایین پشکنینی تۆمارەکە زیاتر لە ڕۆژێک لەمەوبەر بوو
today-check-wrong = شتێک لە تۆمارەکەدا هەڵەیە
today-check-step = ئێستا بیپشکنە
today-check-see = ببینە چی هەڵەیە
today-member = ئەندامێک چاوەڕێی پشتڕاستکردنەوەیە
today-member-step = ئەندامان ببینە
today-reset = تەلەفۆنێک ونبووە: تۆ کەسی دووەمیت
today-reset-step = یارمەتی هاوکارێک بدە
today-installation = ببینە ئەم سیستەمە هێشتا چی کەمە
today-installation-step = لیستی پشکنین بکەرەوە
today-report-danger = ڕاپۆرت: مەترسی ئێستا
today-report-held = ڕاپۆرت: کەسێک دەستبەسەرە
today-report-new = ڕاپۆرتی بێ وەڵام
today-report-wrote = نێرەر دووبارە نووسیویەتی
today-report-nobodys = چیتر کەس بەرپرسی ئەم ڕاپۆرتە نییە
today-promise-call = بەڵێنی پەیوەندییەک درا
today-promise-look = دەبێت دووبارە سەیر بکرێتەوە
today-unattended = کاری کراوە هەیە کە کەس ناتوانێت لێی بکۆڵێتەوە
today-unattended-step = ببینە چییە و لە کوێیە
today-job-failed = کارێکی درێژ سەری نەگرت و وازی لێ هێنرا
today-job-step = ببینە چییە و بۆچی
today-report-answer = بیخوێنەوە و وەڵام بدەرەوە
today-report-read = بیخوێنەوە
today-report-hand = بیدە بە هاوکارێک
today-age-child = خوار ١٨ ساڵ
today-age-unknown = لەوانەیە خوار ١٨ ساڵ

## Kept forms

draft-field = خانەیەکی تر

## The demo

step-up-made-up = کەسە خەیاڵییەکان تەلەفۆنیان نییە. کۆدەکەیان ئێستا:

## Figures

figures-title = ژمارەکان
figures-lead = ئەوەی پرۆگرامەکە خۆی لەم ساتەدا دەیژمێرێت. ژمارەی بچووکیشی تێدایە، هیچیان مەدە بە کەس.
figures-none = هێشتا هیچ نییە.
figures-by = کێ یان چی
figures-count = چەند
figures-half = نیوەیان ئەوەندە یان کەمتر چاوەڕێ بوون
figures-sum = هەمووی پێکەوە
figure-placed = ئەوانەی لە ٢٤ کاتژمێری ڕابردوودا لە ماڵێکدا جێگیر کران
figure-refused = ڕەتکردنەوەکانی ماڵەکان، بەپێی هۆکار
figure-safe = منداڵان کە لە شوێنێکی سەلامەت بینراون
figure-unmet = مافەکان کە هێشتا نەدراون
figure-sex-female = ژن و کچ
figure-sex-male = پیاو و کوڕ
figure-sex-not_said = ڕەگەز نەوتراوە
figure-age-under_13 = تا ١٢ ساڵ
figure-age-from_13 = لە ١٣ تا ١٧ ساڵ
figure-age-adult = گەورەساڵ
figure-age-unknown = تەمەن نەزانراوە
did-read-figures = ژمارەکانی خوێندەوە

## Handing a shift over

handover-title = ڕادەستکردنی نۆرە
handover-lead = هەموو ئەوەی لە مێزەکەتدا کراوەیە، و ئەوەی بۆ کاتژمێرەکانی داهاتوو بەڵێن دراوە. ئەوەی دەڕوات لەگەڵ ئەوەی دێت پێیدا دەچێتەوە.
handover-more = زیاتر لەمانە: سەیری لیستەکە بکە
handover-last = کێ وەریگرتووە
handover-nobody = هێشتا کەس لێرە وەرینەگرتووە.
handover-send = ئەمەم خوێندەوە و وەری دەگرم
did-take-over-shift = وەرگرتنی نۆرەیەک
