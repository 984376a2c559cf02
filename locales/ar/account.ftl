# حساب الشخص نفسه: الدخول، التسجيل، الأجهزة، الاستمارات المحفوظة. المراجعة: انظر locales/README.md.

# @reviewed-by: draft
## The door

account-sign-in-title = الدخول
account-sign-in = ادخل
account-sign-in-name = اسم الدخول
account-password = كلمة السر
account-code = ستة أرقام من تطبيقك
account-code-hint = من التطبيق في هاتفك. بأي أرقام، مع فراغات أو بدونها.
account-code-or-recovery = من التطبيق في هاتفك، أو واحد من رموز الاسترجاع.
account-recovery-code = رمز الاسترجاع
account-recovery-hint = ستة عشر رقمًا. كل رمز يعمل مرة واحدة.
account-use-recovery = استخدم رمز استرجاع
account-use-digits = استخدم أرقام التطبيق
account-have-one-time = لدي رمز لمرة واحدة
account-have-account = لدي حساب
account-lost-all = فقدت كل شيء؟ اسأل المشرف في مؤسستك.
account-name-missing = اكتب اسم الدخول
account-password-missing = اكتب كلمة السر
account-code-missing = اكتب الأرقام
account-code-wrong = هذه الأرقام لا تطابق. انتظر الأرقام التالية وحاول من جديد.
account-refused = الاسم أو كلمة السر أو الأرقام لا تطابق. حاول الثلاثة من جديد.
account-form-kept = ما كتبته محفوظ. ادخل وأرسله من جديد.
account-again-title = لحظة
account-again-open = افتح الصفحة
account-demo-title = أشخاص من الخيال
account-demo-text = اختر من تريد أن تكون. كلهم من الخيال.
account-demo-enter = ادخل بصفة
account-demo-rest = بقية الأشخاص، بحسب الدور ثم المكان
account-step-up-title = أكد مرة أخرى أنك أنت
account-step-up-text = هذا يحتاج الأرقام مرة أخرى. تبقى صالحة خمس دقائق.
account-step-up-completes = بعد الأرقام يتمّ ما أرسلته فورًا.
account-step-up = تابع

## Enrolling

account-enrol-title = ابدأ حسابك
account-enrol-text = أعطاك أحد من مؤسستك اسم دخول ورمزًا من ستة عشر رقمًا.
account-one-time = الرمز لمرة واحدة
account-one-time-missing = اكتب الرمز
account-one-time-wrong = الاسم والرمز لا يتطابقان، أو أن الرمز قديم. اطلب رمزًا جديدًا.
account-enrol-over = استغرق هذا وقتًا طويلًا. افتح صفحة الرمز وابدأ من جديد.
account-go-on = تابع
account-set-up-title = كلمة سرك وتطبيقك
account-new-password = كلمة سر جديدة
account-password-hint = اثنا عشر حرفًا على الأقل. بضع كلمات لا يخمنها أحد تكفي.
account-password-twice = الكلمة نفسها مرة أخرى
account-password-again = اكتب كلمة السر مرة أخرى
account-password-differs = هذه ليست مثل التي فوقها
account-password-short = اجعلها أطول: اثنا عشر حرفًا على الأقل
account-password-long = اجعلها أقصر: مئتا حرف على الأكثر
account-password-common = هذه من الكلمات التي تُجرَّب أولًا. اختر غيرها.
account-password-simple = هذه تكرر نفسها أو تتبع ترتيب المفاتيح. اختر غيرها.
account-password-own = هذه تشبه اسمك كثيرًا. اختر غيرها.
account-factor-title = تطبيقك
account-factor-text = ثبّت في هاتفك تطبيقًا لرموز الأرقام الستة وأره هذه الصورة.
account-factor-picture = صورة للتطبيق
account-factor-typed = أو اكتب هذا في التطبيق:
account-factor-link = أو افتح التطبيق على هذا الجهاز
account-digits-hint = التي يعرضها التطبيق الآن.
account-digits-wrong = هذه الأرقام لا تطابق. تأكد من ساعة هاتفك واكتب ما يعرضه الآن.
account-enrolled-title = رموز الاسترجاع
account-codes-text = كل رمز منها يدخلك مرة واحدة بدون التطبيق. اكتبها واحفظها حيث لا يجدها أحد.
account-codes-once = لا تظهر إلا الآن.
account-sign-in-now = كتبتها: ادخل

## One's own account

account-title = حسابي
account-name = الاسم
account-sign-out = اخرج
account-roles = أدواري
account-role-now = الآن
account-role-change = اعمل بهذا الدور
account-signing-in = طريقة دخولي
account-password-title = غيّر كلمة السر
account-password-ends = كل من دخل باسمك من مكان آخر يخرج.
account-authenticator-title = تطبيق أو هاتف آخر
account-factor-set = أُعدّت أرقامك الستة
account-factor-not-you = إن لم تكن أنت من أعدّها، فأخبر مشرفك فورًا.
account-codes-title = رموز الاسترجاع
account-codes-left = { $count ->
    [0] لم يبق شيء
    [zero] لم يبق شيء
    [one] بقي رمز واحد
    [two] بقي رمزان
    [few] بقيت { $count } رموز
    [many] بقي { $count } رمزًا
   *[other] بقي { $count } رمز
}
account-codes-renew-text = الرموز الجديدة تنهي القديمة.
account-codes-renew = اعرض عشرة رموز جديدة
account-change = غيّر
account-back = العودة إلى حسابي
account-devices = أجهزتي
account-devices-text = دخلت من هذه الأجهزة. أنهِ ما لا تعرفه أو ما ضاع منك.
account-device = الجهاز
account-device-first = أول مرة
account-device-last = آخر مرة
account-device-act = الإنهاء
account-device-this = هذا الجهاز
account-device-signed-in = داخل الآن
account-device-end = أنهِ
account-device-android = هاتف أندرويد
account-device-ios = آيفون أو آيباد
account-device-windows = ويندوز
account-device-mac = ماك
account-device-linux = لينكس
account-device-other = جهاز آخر
account-end-others = اخرج من كل مكان آخر

## Forms that were kept

account-drafts = محفوظ لك
account-draft-of = استمارة من
account-draft-title = ما كتبته ما زال هنا
account-draft-text = لم يُرسل هذا: كانت جلستك قد انتهت، أو لزمت أرقامك الستة من جديد. كُتب:
account-draft-sent = إذا غيّر أحد الشيء نفسه بعدك فسترى النصين جنبًا إلى جنب.
account-draft-send = أرسله الآن
account-draft-later = ليس الآن (يبقى محفوظًا يومًا)
