# پشکنینی سەرەتایی: پرسیارەکان، و چی پێشنیار دەکرێت و بۆچی.
# @reviewed-by: draft

## What is found

screening-outcome-NO_INDICATION_NOW = ئێستا هیچ نیشانەیەکی بازرگانیکردن بە مرۆڤ نییە. کەسەکە هەر کاتێک دەتوانێت بگەڕێتەوە.
screening-outcome-MORE_INFORMATION = دووبارە قسە بکەن: ئەوەی گوتراوە بەس نییە.
screening-outcome-REASONABLE_GROUNDS = هۆکاری ماقووڵ هەیە: ئەم کەسە ئێستا مافی پاراستنی هەیە.

## Why

screening-because-elements = کردە و ئامراز و مەبەست دەرکەوتوون.
screening-because-child_elements = کردە و مەبەست دەرکەوتوون. لە خوار ١٨ ساڵەوە ئامراز پێویست نییە.
screening-because-child_exploitation = منداڵێک دەقۆسترێتەوە: لە خوار ١٨ ساڵەوە یەک نیشانەی بەهێز بەسە.
screening-because-exploitation_and_force = نیشانەیەکی بەهێزی قۆستنەوە، لەگەڵ زۆرەملێ.
screening-because-all_in_one = یەک نیشانەی بەهێز کە کردە و ئامراز و مەبەستی تێدایە.
screening-because-act_and_force = کردە و قۆستنەوە و زۆرەملێ.
screening-because-only_seen = هەمووی تەنها بینراوە و نەگوتراوە. لەگەڵ کەسەکە قسە بکەن.
screening-because-something_said = شتێک باش نییە، بەڵام هێشتا بەس نییە بۆ هۆکاری ماقووڵ.
screening-because-child_labour = تەنها کاری درێژ: کارمەندی پاراستنی منداڵ وەک کاری منداڵان سەیری دەکات.
screening-because-too_few = کەمتر لە هەشت پرسیار وەڵام دراونەتەوە.
screening-because-not_safe = قسەکردنەکە پارێزراو نەبوو: هیچ وەڵامێک لێرە واتای ئەوە نییە کە هەموو شت باشە.
screening-because-nothing = بۆ هیچ شتێک بەڵێ نەگوترا، و بەس پرسیار کرا.

## The elements

screening-act = کردە
screening-means = ئامراز
screening-purpose = مەبەست
screening-shown = دەرکەوتووە
screening-not-shown = هێشتا دەرنەکەوتووە
screening-not-needed = لە خوار ١٨ ساڵەوە پێویست نییە
screening-act-found = ئەوەی قسەی لەگەڵ کردووە دۆزیویەتەوە
screening-urgent = ئێستا مەترسی هەیە. پێش هەموو شتێک سەلامەتی؛ پرسیارەکان چاوەڕێ دەکەن.
screening-line = { $name }: { $state }
screening-line-rows = { $name }: { $state } ({ $rows })

## How it stands

screening-state = دۆخ
screening-state-open = پرسیارەکان دەکرێن
screening-state-handed_in = ڕادەست کراوە و چاوەڕێی بڕیارە
screening-state-lower_proposed = ئەنجامێکی نزمتر چاوەڕێی سەرپەرشتیارە
screening-state-decided = بڕیار دراوە
screening-step-decided = بڕیار
screening-step-lower_proposed = پێشنیاری ئەنجامێکی نزمتر
screening-step-lower_confirmed = پشتڕاستکردنەوەی ئەنجامێکی نزمتر
screening-step-reopened = دووبارە کرایەوە

## Before the first question

screening-start-title = قسە بکە و بپرسە
screening-of-report = ئەمە دەربارەی ڕاپۆرتی { $code }ە.
screening-back-report = گەڕانەوە بۆ ڕاپۆرتەکە
screening-duty-title = پێش هەموو شتێک ئەمە بڵێ
screening-duty-care = «ئەوەی دەیڵێیت بە پۆلیس ناڵێم مەگەر خۆت بتەوێت. ئەگەر ژیانی کەسێک لە مەترسیدا بێت، یان منداڵێک ئازار بدرێت، دەبێت داوای یارمەتی بکەم. هەر کاتێک دەتوانیت بوەستیت.»
screening-duty-front = «من لە دامودەزگایەکی فەرمی کار دەکەم و لەوانەیە ناچار بم ڕووداوی تاوانێک بگەیەنم. هەر کاتێک دەتوانیت بوەستیت، و هەرچی بڵێیت یارمەتی وەردەگریت.»
screening-first = پاشان بپرسە
screening-to-talk = کەسەکە خۆی ڕازییە قسە بکات؟
screening-to-talk-hint = منداڵیش بەڵێ یان نەخێر دەڵێت.
screening-to-write = کەسەکە خۆی ڕازییە ئەوەی دەیڵێت بنووسرێت؟
screening-to-write-hint = ئەگەر نا، هیچ شتێک هەڵناگیرێت و یارمەتی بەردەوام دەبێت.
screening-age = کەسەکە ئێستا تەمەنی چەندە؟
screening-age-hint = ئەوەی خۆی دەیڵێت بەسە. ئەگەر کەس نەزانێت، بە منداڵ دادەنرێت.
screening-where = لە کام پارێزگا؟
screening-which-place = پارێزگا هەڵبژێرە
screening-start = دەست پێ بکە
screening-not-agreed-title = هیچ شتێک هەڵنەگیرا
screening-not-agreed-lead = کەسەکە ڕازی نەبوو، یان کەسێکی تر لە جیاتی ئەو وەڵامی دایەوە. هیچ پرسیارێک ناکرێت و هیچ شتێکی ئەمە تۆمار ناکرێت.
screening-not-agreed-goes-on = یارمەتی هەر بەردەوام دەبێت: شوێنێکی پارێزراو بە ناوی نهێنی، پزیشک، پارێزەر. هەر کاتێک دەتوانێت بگەڕێتەوە و بڵێت بەڵێ. هیچ شتێک کە وەریدەگرێت بەندی ئەوە نییە.
screening-handed-title = گەیشتە لای چاودێری
screening-handed-lead = لایەنی چاودێری ئەو پارێزگایە بەم کۆدە بەردەوام دەبێت. هیچ شتێک لەوەی گوترا لای تۆ نامێنێتەوە و چیتر نایدۆزیتەوە.
screening-not-agreed = کەسەکە دەبێت خۆی بە هەردووکیان ڕازی بێت.

## The card

screening-card = دە پرسیار، بۆ گەورە
screening-card-child = چەند پرسیارێک، بۆ منداڵ
screening-card-lead = بە تەنها، بە زمانی کەسەکە و لە شوێنێکی پارێزراو بپرسە. سەرەتا بڵێ چی دەبێت بگەیەنیت. هیچ ناوێک مەنووسە.
screening-card-print = کارتەکە بۆ گەورە چاپ بکە
screening-card-child-print = کارتەکە بۆ منداڵ چاپ بکە

## How the talk is

screening-setting = قسەکردنەکە چۆنە
screening-setting-hint = ئەوەی وایە نیشانەی بکە. ئەگەر هەر چواریان وا نەبن، هیچ ئەنجامێک ناڵێت کە هەموو شت باشە.
screening-alone = بە تەنها: کەسی تر گوێی لێ نییە
screening-own-language = بە زمانی کەسەکە خۆی
screening-no-link = وەرگێڕ هیچ پەیوەندییەکی بەوانەوە نییە کە لێیان دەترسێت
screening-no-link-hint = ئەگەر کەس وەرنەگێڕێت، ئەویش نیشانە بکە.
screening-safe-place = لە شوێنێکی پارێزراو
screening-then = ئایا کەسەکە لە هەر کاتێکی ڕووداوەکەدا لە خوار ١٨ ساڵەوە بوو؟
screening-then-hint = لە هەموو کەسێکی خوار ٣٠ ساڵ بپرسە، و لەوەی چیرۆکەکەی ساڵانێک لەمەوبەر دەستی پێ کردووە. بۆ منداڵ «نەپرسراوە» هەڵبژێرە.
screening-then-yes = بەڵێ
screening-then-no = نەخێر
screening-then-unknown = نازانرێت
screening-then-not_asked = نەپرسراوە
screening-contact = دوایین جار کەی کاری بەوەوە بوو کە ئەمەی پێ دەکات؟
screening-contact-hint = لە ماوەی هەفتەیەکدا: سەلامەتی پێش هەر لاپەڕەیەکی تر.
screening-contact-now = هێشتا لەگەڵیدایە
screening-contact-day = ئەمڕۆ یان دوێنێ
screening-contact-week = لە ماوەی هەفتەیەکدا
screening-contact-month = لە ماوەی مانگێکدا
screening-contact-longer = پێش ئەوە
screening-contact-unknown = نازانرێت
screening-contact-nobody = کەسێکی وا نییە
screening-dangers = ئایا یەکێک لەمانە ئێستا وایە؟
screening-dangers-hint = هەر یەکێکیان پرسیارەکان دەوەستێنێت: پێش هەموو شتێک سەلامەتی.
screening-danger-injury = برینداری، نەخۆشی، کێشەی دووگیانی، ژەمی زیاد، باسی خۆکوشتن
screening-danger-near = ئەوەی ئەمە دەکات لێرەیە، نزیکە، تەلەفۆن دەکات، یان شوێنەکە دەزانێت
screening-danger-held = بە زۆر ڕاگیراوە
screening-danger-threat = هەڕەشەی کوشتن، لە لایەن خێزان یان هۆزیشەوە
screening-danger-child_alone = منداڵێکی تەنها، یان لەگەڵ کەسێک کە پەیوەندییەکەی دیار نییە، یان کۆرپەیەک کە بۆ سواڵ بەکاردێت
screening-danger-sexual_violence = توندوتیژی سێکسی لە ماوەی پێنج ڕۆژدا: پێش هەموو شتێک پزیشک
screening-danger-images = وێنەی ئازاردانی منداڵ لە ئینتەرنێت: هیچ شتێک کۆپی مەکە
screening-danger-organ = ئەندامێک دەردەهێنرێت یان دەرهێنراوە
screening-danger-moved = خەریکە دەربکرێت، ڕادەست بکرێت، بە شوو بدرێت، بگوازرێتەوە یان بفرۆشرێت
screening-danger-custody = دەستبەسەرە
screening-danger-armed_group = لە دەستی گروپێکی چەکدارە
screening-act-by-you = تۆ دۆزیتەوە کە کەسێک کەسەکەی ڕاکێشاوە، بردوویەتی، ڕادەستی کردووە، جێی داوەتێ یان وەریگرتووە
screening-act-by-you-hint = لەوەی گێڕایەوە، هەرچی وەڵامەکان بە تەنها بڵێن.

## The questions

screening-title = پشکنینی سەرەتایی
screening-groups = پرسیاری تر، بەپێی ئەوەی ڕووی داوە
screening-level-one = پرسیارە یەکەمەکان
screening-with-bangla = بەنگالی لە تەنیشت پرسیارەکان پیشان بدە
screening-without-bangla = بەبێ بەنگالی
screening-ask-hint = هەر پرسیارێک وەک خۆی بڵێ. «بەڵێ» هەمیشە واتای ئەوەیە کە شتێک باش نییە. ئەوەی نەپرسراوە «نەخێر» نییە.
screening-only-if-told = تەنها ئەگەر منداڵەکە خۆی باسی بکات
screening-told-more = منداڵەکە زیاتر دەگێڕێتەوە
screening-noted = بینووسە و مەپرسە
screening-offer-health = پێشکەشی بکە و مەپرسە: «ئایا شتێک هەیە کە دەتەوێت کارمەندێکی تەندروستی بیزانێت؟»
screening-when = ئەگەر بەڵێ: کەی
screening-when-now = ئێستا، یان هەڕەشەکە هێشتا ماوە
screening-when-last_5_days = لە پێنج ڕۆژی ڕابردوودا
screening-when-before = پێش ئەوە
screening-basis = لە کوێوە زانراوە
screening-basis-said = کەسەکە خۆی
screening-basis-seen = ئەوەی بینیم
screening-basis-document = کاغەزێک
screening-basis-third_party = کەسێکی تر
screening-why = «بەڵێ» واتای چییە
screening-answer-yes = بەڵێ
screening-answer-no = نەخێر
screening-answer-unknown = نازانێت
screening-answer-not_asked = نەپرسراوە
screening-answer-declined = نەیویست بیڵێت
screening-save = هەڵیبگرە و ببینە چی دەردەکەوێت
screening-theirs = کەسێکی تر لەو کاتەدا هەڵیگرت:
screening-stale = لەو کاتەدا کەسێک ئەمەی هەڵگرت. ئەوەی نووسیت لە خوارەوەیە: سەیری بکەرەوە و دووبارە بینێرە.
screening-nothing-asked = هێشتا هیچ نەپرسراوە.
screening-recent = لە ماوەی هەفتەیەکدا ئەوەی ئەمە دەکات لەوێ بوو. پێش هەموو شتێک سەلامەتی.
screening-shows = ئەوەی تا ئێستا دەردەکەوێت
screening-rests-on = ئەمە پشت دەبەستێت بە:
screening-machine = بەرنامەکە تەنها پێشنیار دەکات. کەسێکی ڕاهێنراو بڕیار دەدات و هۆکارەکان دەڵێت.
screening-asks-then = دوای ئەوە بپرسە: ئایا کەسەکە لە هەر کاتێکی ڕووداوەکەدا لە خوار ١٨ ساڵەوە بوو؟
screening-whole = هەڵیبگرە، هەمووی ببینە و بڕیار بدە
screening-hand-in = هەڵیبگرە و ڕادەستی بکە
screening-hand-in-hint = بەرپرسی کەیس بەردەوام دەبێت. تۆ چیتر نایبینیت.

## Groups of questions

screening-group-general = گشتی
screening-group-children = منداڵان
screening-group-domestic_servitude = کاری ناو ماڵ
screening-group-labour_exploitation = کاری تر
screening-group-sexual_exploitation = قۆستنەوەی سێکسی
screening-group-begging_petty_crime = سواڵ و تاوانی بچووک
screening-group-online_recruitment = لە ئینتەرنێت
screening-group-iraq_context = ئەوەی لێرە ڕوو دەدات
screening-group-ilo_deceptive_recruitment = فریودان لە سەرەتادا
screening-group-ilo_coercive_recruitment = زۆرەملێ لە سەرەتادا
screening-group-ilo_vulnerability_recruitment = پێویستییەک کە لە سەرەتادا قۆسترایەوە
screening-group-ilo_exploitation = مەرجەکانی کار
screening-group-ilo_coercion_destination = زۆرەملێ لە دواییدا
screening-group-ilo_vulnerability_destination = پێویستییەک کە لە دواییدا قۆسترایەوە

## What is found

screening-answers-open = ئەوەی وەڵام درایەوە ({ $count })
screening-decisions = ئەوەی بڕیاری لەسەر درا
screening-decide-title = بڕیار بدە چی دەردەکەوێت
screening-decide-lead = تۆ بڕیار دەدەیت و هۆکارەکان دەڵێیت. دەکرێت بەرزتر بێت لەوەی بەرنامەکە پێشنیاری دەکات؛ بۆ نزمتر کەسێکی دووەم پێویستە.
screening-decide = بڕیار بدە
screening-found = چی دەدۆزیتەوە؟
screening-found-hint = هیچ کام لەمانە مانەوەیەک کۆتایی پێ ناهێنێت و یارمەتی ناوەستێنێت.
screening-reasons = بۆچی؟
screening-reasons-hint = ئەوەی گوترا و بینرا. بەبێ هیچ وشەیەک لەسەر باوەڕکردن بە کەسەکە.
screening-back-to = گەڕانەوە بۆ پشکنینەکە
screening-lower-title = ئەنجامێکی نزمتر پێشنیار بکە
screening-lower-lead = سەرپەرشتیار هۆکارەکانت دەخوێنێتەوە و پشتڕاستی دەکاتەوە، یان پرسیارەکان دووبارە دەکرێنەوە.
screening-lower-send = پێشنیاری بکە
screening-confirm-title = ئەنجامە نزمترەکە پشتڕاست بکەرەوە
screening-confirm-lead = سەرەتا وەڵام و هۆکارەکان بخوێنەرەوە. تۆ ئەوە نیت کە پێشنیاری کرد.
screening-confirm-send = پشتڕاستی بکەرەوە
screening-reopen-title = دووبارە بپرسە
screening-reopen-lead = ئەوەی بڕیاری لەسەر درا تۆمارکراو دەمێنێتەوە، لەگەڵ هۆکارەکانت بۆ دووبارە پرسین.
screening-reopen-send = دووبارە بیکەرەوە
screening-is-lower = ئەمە نزمترە لەوەی بەرنامەکە پێشنیاری دەکات یان پێشتر کردووە. «ئەنجامێکی نزمتر پێشنیار بکە» بەکاربهێنە.
screening-is-not-lower = ئەمە نزمتر نییە لەوەی بەرنامەکە پێشنیاری دەکات یان پێشتر کردووە. خۆت بڕیاری بدە.

## Lists

screening-list-title = پشکنینە سەرەتاییەکان
screening-list-empty = ئێستا هیچ پشکنینێکی سەرەتایی لێرە بەڕێوە نییە.
screening-list-none-such = هیچ پشکنینێکی وا نییە.
screening-list-all = هەموو پشکنینەکان
screening-list-caption = پشکنینە سەرەتاییەکان، نوێترین لە پێشەوە
screening-filter-state = کە
screening-filter-any = لە هەر دۆخێکدان
screening-code = کۆد
screening-report = ڕاپۆرت
screening-begun = دەستپێک
screening-place = شوێن
screening-panel-title = پشکنینی سەرەتایی
screening-panel-open = پشکنینەکە ببینە
screening-panel-begin = قسە بکە و بپرسە
screening-panel-again = لەگەڵ کەسێکی تری ئەم ڕاپۆرتە قسە بکە
screening-task-open = پشکنینێک دەستی پێ کردووە
screening-task-handed = پشکنینێک چاوەڕێی بڕیارە
screening-task-untaken = پشکنینێک چاوەڕێی بەرپرسی کەیسە
screening-task-lower = ئەنجامێکی نزمتر چاوەڕێی تۆیە
screening-step-ask = بەردەوام بە لە پرسین
screening-step-decide = بیخوێنەرەوە و بڕیار بدە
screening-step-confirm = بیخوێنەرەوە و پشتڕاستی بکەرەوە

## What was done

did-start-screening = دەستپێکردنی پشکنینێک
did-answer-screening = هەڵگرتنی وەڵامی پشکنینێک
did-list-screenings = سەیرکردنی پشکنینەکان
did-read-screening = کردنەوەی پشکنینێک
did-decide-screening = بڕیاردان لەسەر ئەوەی پشکنینێک پیشانی دەدات
did-propose-lower-result = پێشنیاری ئەنجامێکی نزمتر
did-confirm-lower-result = پشتڕاستکردنەوەی ئەنجامێکی نزمتر
did-reopen-screening = دووبارە کردنەوەی پشکنینێک
did-bring-screening = هێنانی پشکنینێک بۆ ئەوەی ڕاپۆرتەکەی لایە
