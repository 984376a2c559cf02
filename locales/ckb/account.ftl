# هەژماری کەسەکە خۆی: چوونە ژوورەوە، تۆمارکردن، ئامێرەکان، فۆڕمە هەڵگیراوەکان. پێداچوونەوە: بڕوانە locales/README.md.

# @reviewed-by: draft
## The door

account-sign-in-title = چوونە ژوورەوە
account-sign-in = بچۆ ژوورەوە
account-sign-in-name = ناوی چوونە ژوورەوە
account-password = وشەی نهێنی
account-code = شەش ژمارە لە ئەپەکەت
account-code-hint = لە ئەپی ناو تەلەفۆنەکەت. بە هەر ژمارەیەک، بە بۆشایی یان بێ بۆشایی.
account-code-or-recovery = لە ئەپی ناو تەلەفۆنەکەت، یان یەکێک لە کۆدەکانی گەڕاندنەوە.
account-recovery-code = کۆدی گەڕاندنەوە
account-recovery-hint = شازدە ژمارە. هەر کۆدێک یەک جار کار دەکات.
account-use-recovery = کۆدێکی گەڕاندنەوە بەکاربهێنە
account-use-digits = ژمارەکانی ئەپەکە بەکاربهێنە
account-have-one-time = کۆدێکی یەکجارەم هەیە
account-have-account = هەژمارم هەیە
account-lost-all = هەموو شتێکت ون کردووە؟ لە سەرپەرشتیاری دامەزراوەکەت بپرسە.
account-name-missing = ناوی چوونە ژوورەوە بنووسە
account-password-missing = وشەی نهێنی بنووسە
account-code-missing = ژمارەکان بنووسە
account-code-wrong = ئەم ژمارانە ناگونجێن. چاوەڕێی ژمارەکانی دواتر بکە و دووبارە هەوڵ بدە.
account-refused = ناوەکە، وشەی نهێنی یان ژمارەکان ناگونجێن. هەرسێکیان دووبارە بنووسە.
account-form-kept = ئەوەی نووسیت هەڵگیراوە. بچۆ ژوورەوە و دووبارە بینێرە.
account-again-title = ساتێک
account-again-open = پەڕەکە بکەرەوە
account-demo-title = کەسانی خەیاڵی
account-demo-text = هەڵبژێرە دەتەوێت کێ بیت. هەموویان خەیاڵین.
account-demo-enter = بچۆ ژوورەوە وەک
account-demo-rest = هەموو ئەوانی تر، بەپێی ڕۆڵ و شوێن
account-step-up-title = جارێکی تر پیشانی بدە کە تۆیت
account-step-up-text = ئەمە جارێکی تر ژمارەکانی دەوێت. پێنج خولەک کار دەکەن.
account-step-up-completes = دوای ژمارەکان، ئەوەی ناردت دەستبەجێ دەکرێت.
account-step-up = بەردەوام بە

## Enrolling

account-enrol-title = هەژمارەکەت دەست پێ بکە
account-enrol-text = کەسێک لە دامەزراوەکەت ناوێکی چوونە ژوورەوە و کۆدێکی شازدە ژمارەیی پێ داویت.
account-one-time = کۆدی یەکجارە
account-one-time-missing = کۆدەکە بنووسە
account-one-time-wrong = ناو و کۆدەکە ناگونجێن، یان کۆدەکە کۆنە. داوای کۆدێکی نوێ بکە.
account-enrol-over = ئەمە زۆری خایاند. پەڕەی کۆدی یەکجارە بکەرەوە و لە سەرەتاوە دەست پێ بکە.
account-go-on = بەردەوام بە
account-set-up-title = وشەی نهێنی و ئەپەکەت
account-new-password = وشەی نهێنیی نوێ
account-password-hint = لانیکەم دوازدە پیت. چەند وشەیەک کە کەس نەیزانێت باشە.
account-password-twice = هەمان وشە جارێکی تر
account-password-again = وشەی نهێنی جارێکی تر بنووسە
account-password-differs = ئەمە وەک ئەوەی سەرەوە نییە
account-password-short = درێژتری بکە: لانیکەم دوازدە پیت
account-password-long = کورتتری بکە: زۆرترین ٢٠٠ پیت
account-password-common = ئەمە لەو وشانەیە کە یەکەم جار تاقی دەکرێنەوە. یەکێکی تر هەڵبژێرە.
account-password-simple = ئەمە خۆی دووبارە دەکاتەوە یان بە ڕیزی دوگمەکانە. یەکێکی تر هەڵبژێرە.
account-password-own = ئەمە زۆر لە ناوەکەت دەچێت. یەکێکی تر هەڵبژێرە.
account-factor-title = ئەپەکەت
account-factor-text = ئەپێک بۆ کۆدی شەش ژمارەیی لە تەلەفۆنەکەت دابمەزرێنە و ئەم وێنەیەی پیشان بدە.
account-factor-picture = وێنە بۆ ئەپەکە
account-factor-typed = یان ئەمە لە ئەپەکە بنووسە:
account-factor-link = یان ئەپەکە لەم ئامێرە بکەرەوە
account-digits-hint = ئەوەی ئەپەکە ئێستا پیشانی دەدات.
account-digits-wrong = ئەم ژمارانە ناگونجێن. کاتژمێری تەلەفۆنەکەت بپشکنە و ئەوە بنووسە کە ئێستا پیشانی دەدات.
account-enrolled-title = کۆدەکانی گەڕاندنەوە
account-codes-text = هەر یەکێک لەم کۆدانە یەک جار بێ ئەپ دەتباتە ژوورەوە. بیاننووسە و لە شوێنێک هەڵیانبگرە کە کەس نەیاندۆزێتەوە.
account-codes-once = تەنها ئێستا پیشان دەدرێن.
account-sign-in-now = نووسیومن: بچۆ ژوورەوە

## One's own account

account-title = هەژماری من
account-name = ناو
account-sign-out = دەرچوون
account-roles = ڕۆڵەکانم
account-role-now = ئێستا
account-role-change = بەم ڕۆڵە کار بکە
account-signing-in = چۆن دەچمە ژوورەوە
account-password-title = وشەی نهێنی بگۆڕە
account-password-ends = هەرکەسێک لە شوێنێکی تر بە ناوی تۆوە لە ژوورەوە بێت، دەردەکرێت.
account-authenticator-title = ئەپ یان تەلەفۆنێکی تر
account-factor-set = شەش ژمارەکەت ڕێکخران
account-factor-not-you = ئەگەر خۆت نەبوویت، یەکسەر بە سەرپەرشتیارەکەت بڵێ.
account-codes-title = کۆدەکانی گەڕاندنەوە
account-codes-left = { $count ->
    [0] هیچ نەماوە
    [one] یەک کۆد ماوە
   *[other] { $count } کۆد ماون
}
account-codes-renew-text = کۆدە نوێیەکان کۆتایی بە کۆنەکان دەهێنن.
account-codes-renew = دە کۆدی نوێ پیشان بدە
account-change = بگۆڕە
account-back = گەڕانەوە بۆ هەژمارەکەم
account-devices = ئامێرەکانم
account-devices-text = لەم ئامێرانەوە چوویتەتە ژوورەوە. ئەوەی نایناسیت یان ونت کردووە کۆتایی پێ بهێنە.
account-device = ئامێر
account-device-first = یەکەم جار
account-device-last = دوا جار
account-device-act = کۆتایی
account-device-this = ئەم ئامێرە
account-device-signed-in = لە ژوورەوەیە
account-device-end = کۆتایی پێ بهێنە
account-device-android = تەلەفۆنی ئەندرۆید
account-device-ios = ئایفۆن یان ئایپاد
account-device-windows = ویندۆز
account-device-mac = ماک
account-device-linux = لینوکس
account-device-other = ئامێرێکی تر
account-end-others = لە هەموو شوێنێکی تر دەربچۆ

## Forms that were kept

account-drafts = بۆ تۆ هەڵگیراوە
account-draft-of = فۆڕمێک لە
account-draft-title = ئەوەی نووسیت هێشتا لێرەیە
account-draft-text = ئەمە نەنێردرا: دانیشتنەکەت کۆتایی هاتبوو، یان دووبارە شەش ژمارەکەت پێویست بوو. نووسرا لە:
account-draft-sent = ئەگەر کەسێک دوای تۆ هەمان شتی گۆڕیبێت، هەردوو دەقەکە لە تەنیشت یەک دەبینیت.
account-draft-send = ئێستا بینێرە
account-draft-later = ئێستا نا (ڕۆژێک هەڵدەگیرێت)
