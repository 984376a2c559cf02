# ئەوەی هەموو پەڕەیەک دەیڵێت: چوارچێوە، فۆڕم، کێشە، کات. پێداچوونەوە: بڕوانە locales/README.md.

# @reviewed-by: draft
## The program

brand = نەجات
neutral-title = زانیاری
skip-to-content = بڕۆ بۆ ناوەڕۆک
demo-banner = هەموو کەسەکانی ئێرە خەیاڵین.
language-choice = زمان
change-language = زمان بگۆڕە
main-navigation = پێڕست
back-to-start = گەڕانەوە بۆ سەرەتا
back-to-today = گەڕانەوە بۆ پەڕەی ئەمڕۆ
bar-more = زیاتر

## Way out and hiding

way-out = لەم پەڕەیە دەرچۆ
way-out-how = یان دوو جار Esc دابگرە
hide-screen = شاشەکە بشارەوە
hide-screen-how = دوو جار Esc
show-again = دووبارە پیشانی بدە
hidden-title = تێبینی
hidden-text = هیچ شتێک لێرە نییە.
hidden-signed-out = ماوەیەک لێرە نەبوویت و دەرکرایت. ئەوەی نووسیوتە هێشتا لێرەیە: لە پەنجەرە نوێیەکە بچۆ ژوورەوە، پاشان دوگمەی خوارەوە دابگرە.

## Who is signed in

signed-in-as = { $role }، { $organisation }
role-responder = وەڵامدەرەوەی ئێشکگر
role-caseworker = بەرپرسی کەیس
role-child_officer = بەرپرسی پاراستنی منداڵ
role-supervisor = سەرپەرشتیار
role-shelter_manager = بەڕێوەبەری پەناگە
role-placement_desk = نووسینگەی شوێندانان
role-investigator = لێکۆڵەر
role-prosecutor = داواکاری گشتی
role-legal_aid = پارێزەری یارمەتیی یاسایی
role-secretariat = سکرتاریەت
role-analyst = شیکەرەوە
role-data_protection = بەرپرسی پاراستنی داتا
role-evidence_officer = بەرپرسی بەڵگە
role-specialist_unit = یەکەی تایبەتمەند
role-oversight_officer = بەرپرسی چاودێری
role-state_duty = ئێشکگری دەوڵەت
role-focal_point = خاڵی پەیوەندی
role-administrator = بەڕێوەبەری سیستەم

## Times and numbers

month = { $month ->
    [1] کانوونی دووەمی
    [2] شوباتی
    [3] ئازاری
    [4] نیسانی
    [5] ئایاری
    [6] حوزەیرانی
    [7] تەمووزی
    [8] ئابی
    [9] ئەیلوولی
    [10] تشرینی یەکەمی
    [11] تشرینی دووەمی
   *[12] کانوونی یەکەمی
}
date = { $day }ی { $month } { $year }
date-and-hour = { $date }، { $hour }
count-minutes = { $count } خولەک
count-hours = { $count } کاتژمێر
count-days = { $count ->
    [one] { $count } ڕۆژ
   *[other] { $count } ڕۆژ
}
hours-and-minutes = { $hours } کاتژمێر و { $minutes } خولەک
just-now = ئێستا
ago = { $span } لەمەوبەر
ahead = دوای { $span }
late = { $span } دواکەوتووە
left = { $span } ماوە

## Forms

yes = بەڵێ
no = نەخێر
unknown = نازانم
not-needed = پێویست نییە
choose-one = یەکێک هەڵبژێرە
why-asked = بۆچی دەپرسین؟
digits-hint = بە هەر ژمارەیەک، بە بۆشایی یان بێ بۆشایی.
errors-title = { $count ->
    [one] یەک شت ماوە
   *[other] { $count } شت ماون
}
error-mark = پێویستە:
error-choose = وەڵامێک هەڵبژێرە
done-now = کرا:
list-choose = تەنها هەندێک پیشان بدە
list-show = پیشان بدە
list-place = لە
list-place-any = هەموو پارێزگاکان
list-older = لەمەوپێش
list-older-any = هەر کاتێک
list-older-day = ڕۆژێک یان زیاتر
list-older-three_days = سێ ڕۆژ یان زیاتر
list-older-week = هەفتەیەک یان زیاتر
error-write = شتێک لێرە بنووسە
area-most = زۆرترین { $most } پیت
error-too-long = کورتی بکەرەوە: زۆرترین { $most } پیت
error-digits = تەنها { $count ->
    [one] یەک ژمارە
   *[other] { $count } ژمارە
} بنووسە
error-number = ژمارەیەک بنووسە
error-date = بەروارێک بنووسە وەک { $example }
error-hour = کاتژمێرەکە بنووسە وەک { $example }
error-phone = ژمارەی تەلەفۆن تەنها بە ژمارە بنووسە، وەک { $example }
error-unkept = شتێک لێرەدا هەیە کە ناپارێزرێت، لابرا: جارێکی تر بیخوێنەوە و بینێرە
error-turned = نیشانەیەک لەم ناوەدایە کە پیتەکانی هەڵدەگێڕێتەوە. ناوەکە سەرلەنوێ بنووسە
error-not-on-list = یەکێک لە وەڵامە پیشاندراوەکان هەڵبژێرە
send-again = ئەمە بنێرە
conflict-title = کەسێکی تر لێرە نووسیویەتی کاتێک تۆ دەتنووسی
conflict-text = هیچ شتێک ون نەبووە. ئەمە ئەوەیە کە ئێستا هەیە و ئەوەیە کە تۆ نووسیوتە. وەک پێویستە کۆیان بکەرەوە، پاشان بینێرە.
conflict-theirs = ئەوەی ئێستا هەیە
conflict-mine = ئەوەی تۆ نووسیوتە
conflict-nothing = (بەتاڵ)

## Lists

list-empty = هێشتا هیچ شتێک لێرە نییە.
next-page = پەڕەی دواتر
list-looked-through = تا ئێستا تەنیا لە بەشێکی لیستەکەدا گەڕان کراوە.
list-kept = ئەوەی هێشتووتەتەوە
list-keep = ئەم هەڵبژاردنە بهێڵەرەوە
list-forget = چیتر مەیهێڵەرەوە
list-kept-full = شوێن بۆ هەڵبژاردنێکی تر نییە. سەرەتا یەکێک لەوانەی هێشتووتنەتەوە لابەرە.
list-look-on = گەڕان بەردەوام بێت
show-rest = { $count }ی تر پیشان بدە
previous-page = گەڕانەوە بۆ سەرەتای لیست

## Problems: what happened, and what to do

problem-not-there-title = هیچ شتێک لێرە نییە
problem-not-there = هیچ پەڕەیەک بەم ناونیشانە نییە، یان بۆ تۆ نییە. ناونیشانەکە بپشکنە یان بگەڕێوە بۆ سەرەتا.
problem-not-there-staff = هیچ پەڕەیەک بەم ناونیشانە نییە، یان بۆ تۆ نییە. ناونیشانەکە بپشکنە یان بگەڕێوە بۆ پەڕەی ئەمڕۆ.
problem-wrong-way-title = ئەم پەڕەیە بە شێوەیەکی تر کار دەکات
problem-wrong-way = ئەم ناونیشانە ئەوە وەرناگرێت کە بۆی نێردرا. بگەڕێوە و دوگمەکانی پەڕەکە بەکاربهێنە.
problem-too-large-title = ئەمە زۆرە بۆ یەک جار
problem-too-large = ئەوەی ناردووتە زۆر درێژە. کورتی بکەرەوە و دووبارە بینێرە، دواتر دەتوانیت زیاتر بنووسیت. ئەگەر لێرە دیار نییە، بگەڕێوە: هێشتا لەوێیە.
problem-too-many-title = تکایە کەمێک چاوەڕێ بکە
problem-too-many = لە ماوەیەکی کورتدا هەوڵی زۆر درا. { $span } چاوەڕێ بکە، پاشان دووبارە هەوڵ بدە. ئەگەر کەسێک لە مەترسیدایە، ئێستا تەلەفۆن بکە.
problem-busy-title = تکایە کەمێکی تر هەوڵ بدە
problem-busy = بەرنامەکە ئێستا ناتوانێت هیچ پاشەکەوت بکات. هیچ شتێک نەنێردرا. دوای چەند خولەکێک هەوڵ بدە. ئەگەر کەسێک لە مەترسیدایە، ئێستا تەلەفۆن بکە.
problem-refused-title = ئەمە ڕاگیرا
problem-refused = ئەمە لە ماڵپەڕێکی ترەوە هات، بۆیە ڕاگیرا تا پارێزراو بیت. پەڕەکە لێرە بکەرەوە و دووبارە هەوڵ بدە.
problem-expired-title = دانیشتنەکەت کۆتایی هات
problem-expired = ماوەیەک ئەم دانیشتنە بەکارنەهات، بۆیە داخرا. دووبارە بچۆ ژوورەوە.
problem-sign-in = چوونە ژوورەوە
problem-slow-title = هێڵەکە زۆر هێواشە
problem-slow = دڵنیا نین هەمووی گەیشتبێت. دووبارە بینێرە، یەک جار دەژمێردرێت.
problem-typed = ئەوەی نووسیوتە ({ $number })
problem-send-again = دووبارە بینێرە
step-back = گەڕانەوە
problem-sign-in-beside = چوونەژوورەوە لە پەنجەرەیەکی نوێ دەکرێتەوە. لەوێ بچۆ ژوورەوە، بگەڕێوە بۆ ئەم پەڕەیە و دووبارە بینێرە.
problem-words-title = ئەمە ناکرێت
problem-fault-title = هەڵەیەک لای ئێمە ڕوویدا
problem-fault = هەڵەکە هی ئێمەیە، نەک هی تۆ. هیچ شتێک نەگۆڕا. دووبارە هەوڵ بدە؛ ئەگەر دووبارە بووەوە، بە بەرپرسی بەرنامەکە بڵێ.

## The gallery: pieces shown with made-up data, for tests only

gallery-title = هەموو پارچەکانی پەڕەیەک
gallery-lead = داتای خەیاڵی، تا هەموو پارچەیەک ببینرێت.
gallery-first = پێویستم بە یارمەتییە
gallery-second = نیگەرانی کەسێکم
gallery-note-text = لەوانەیە تەلەفۆنەکەت هێشتا پیشانی بدات کە لێرە بوویت.
gallery-text = چی ڕوویدا
gallery-hint = بە قسەی خۆت، چەندت دەوێت.
gallery-answer = کەس هەیە تەمەنی لە ١٨ کەمتر بێت؟
gallery-why = وەڵامەکە دیاری دەکات کێ یەکەم جار یارمەتی دەدرێت.
gallery-kind = کام لەمانە؟
gallery-kinds = هەموو ئەوانەی دەگونجێن
gallery-place = شوێن
gallery-phone = ژمارەی تەلەفۆن
gallery-code = کۆدەکەت
gallery-password = وشەی نهێنی
gallery-note = تێبینی
gallery-day = ڕۆژ
gallery-sure = ئەمەم خوێندەوە

## Forms on paper

sheet-title = کاغەز بۆ چاپکردن
sheet-lead = بۆ ئەو کاتژمێرانەی کارەبا یان ئینتەرنێت نییە، و بۆ ئەو شوێنانەی هیچیان لێ نییە. ئێستا هەندێکیان چاپ بکە و لەبەردەستدا بیانهێڵەوە.
sheet-back-in = هەر کاغەزێک ژمارەی خۆی هەیە، هەروەها هەر پرسیار و وەڵامێک. کە کارەبا گەڕایەوە، ژمارەکان لە «لە کاغەزێکەوە» لە پەڕەی ئەو فۆرمەدا بنووسە: ئەوسا بۆت پڕ دەکرێتەوە تا پێیدا بچیتەوە.
sheet-how = ئەم پەڕەیە چاپ بکە. هەر کاغەزێک ژمارەی خۆی هەیە، بۆیە یەکێکی نوێ چاپ بکە و کۆپی مەکە.
sheet-copies = ژمارەی کاغەزەکانی ئەم پەڕەیە:
sheet-others = کاغەزی تر
sheet-number = ژمارەی کاغەز
sheet-number-hint = دوازدە ژمارە، لە سەرەوەی کاغەزەکە.
sheet-ticked = ئەوەی نیشانە کراوە
sheet-ticked-hint = ژمارەی هەر پرسیارێک، خاڵێک، ژمارەی وەڵامەکە: ⁦‭٢.١ ٣.٣ ٨.١.٤‬⁩ · ژمارەی کەسانیش دوای خاڵەکە دێت: ⁦‭٤.٣‬⁩
sheet-type-in = لە کاغەزێکەوە
sheet-type-in-how = ژمارەکان بنووسە، دوگمەکەی خوارەوە دابگرە، و فۆرمەکە پڕ دەکرێتەوە. هیچ نانێردرێت پێش ئەوەی بیبینیت.
sheet-print = کاغەزی بەتاڵ چاپ بکە
sheet-filled = ئەمە ئەوەیە کە لەسەر کاغەزەکە نیشانە کراوە. پێیدا بچۆرەوە، ئەوەی نووسراوە بینووسە، و بینێرە.
sheet-taken = پێشتر ئەم کاغەزەت تۆمار کردووە. لە لیستەکەتدا بۆی بگەڕێ. ئەگەر کاغەزێکی ترە، ژمارەکە بە بەتاڵی بهێڵەوە.
sheet-wrong-number = ئەمە ژمارەی کاغەز نییە. دوازدە ژمارەیە؛ دووبارە سەیری بکە.
sheet-needs-number = ژمارەی کاغەزەکەش بنووسە: ئەو دەڵێت ئەمانە کام پرسیارن.
sheet-other-edition = ئەم کاغەزە هی فۆرمێکی ترە، یان پێش گۆڕینی ئەم فۆرمە چاپ کراوە. وەڵامەکان لە خوارەوە خۆت هەڵبژێرە.
sheet-wrong-ticked = ‏{ $part } لەسەر ئەم کاغەزە نییە، یان دوو جار نووسراوە. دووبارە سەیری بکە.
sheet-wrong-words = لێرە تەنها ژمارە دەنووسرێت، وەک ⁦‭٢.١ ٣.٣‬⁩. ئەوەی بە وشە نووسراوە لە خانەکانی خوارەوە دەنووسرێت.
sheet-row = ژمارە
sheet-written-by = نووسیویەتی
sheet-written-on = ڕۆژ و کاتژمێری گوتن
sheet-entered-by = تۆماری کردووە
sheet-entered-on = ڕۆژ و کاتژمێری تۆمارکردن
sheet-keep = ئەم کاغەزە لە شوێنێکی قوفڵدراودا هەڵبگرە، و هەرگیز لای کەسەکەی جێمەهێڵە. کە تۆمار کرا، لەناوی ببە.
