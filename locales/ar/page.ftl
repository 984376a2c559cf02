# ما تقوله كل صفحة: الإطار والنماذج والمشكلات والأوقات. المراجعة: انظر locales/README.md.

# @reviewed-by: draft
## The program

brand = نجاة
neutral-title = معلومات
skip-to-content = انتقل إلى المحتوى
demo-banner = كل الأشخاص هنا من الخيال.
language-choice = اللغة
change-language = غيّر اللغة
main-navigation = القائمة
back-to-start = عودة إلى البداية
back-to-today = عودة إلى صفحة اليوم
bar-more = المزيد

## Way out and hiding

way-out = اخرج من الصفحة
way-out-how = أو اضغط Esc مرتين
hide-screen = أخفِ الشاشة
hide-screen-how = Esc مرتين
show-again = أظهر من جديد
hidden-title = ملاحظات
hidden-text = لا شيء هنا.
hidden-signed-out = غبت مدة فأُغلقت جلستك. ما كتبته ما زال هنا: ادخل في النافذة الجديدة، ثم اضغط الزر أدناه.

## Who is signed in

signed-in-as = { $role }، { $organisation }
role-responder = الموظف المناوب
role-caseworker = مسؤول حالة
role-child_officer = مسؤول حماية الطفل
role-supervisor = مشرف
role-shelter_manager = مدير دار إيواء
role-placement_desk = مكتب الإيواء
role-investigator = محقق
role-prosecutor = عضو الادعاء العام
role-legal_aid = محامي المساعدة القانونية
role-secretariat = الأمانة
role-analyst = محلل
role-data_protection = مسؤول حماية البيانات
role-evidence_officer = مسؤول الأدلة
role-specialist_unit = الوحدة المختصة
role-oversight_officer = مسؤول الرقابة
role-state_duty = مناوب الوزارة
role-focal_point = ضابط الارتباط
role-administrator = مدير النظام

## Times and numbers

month = { $month ->
    [1] كانون الثاني
    [2] شباط
    [3] آذار
    [4] نيسان
    [5] أيار
    [6] حزيران
    [7] تموز
    [8] آب
    [9] أيلول
    [10] تشرين الأول
    [11] تشرين الثاني
   *[12] كانون الأول
}
date = { $day } { $month } { $year }
date-and-hour = { $date }، { $hour }
count-minutes = { $count ->
    [zero] أقل من دقيقة
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $count } دقائق
    [many] { $count } دقيقة
   *[other] { $count } دقيقة
}
count-hours = { $count ->
    [zero] أقل من ساعة
    [one] ساعة واحدة
    [two] ساعتين
    [few] { $count } ساعات
    [many] { $count } ساعة
   *[other] { $count } ساعة
}
count-days = { $count ->
    [zero] أقل من يوم
    [one] يوم واحد
    [two] يومين
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
}
hours-and-minutes = { $hours } س { $minutes } د
just-now = الآن
ago = قبل { $span }
ahead = بعد { $span }
late = متأخر { $span }
left = باقٍ { $span }

## Forms

yes = نعم
no = لا
unknown = لا أعرف
not-needed = غير ضروري
choose-one = اختر واحدًا
why-asked = لماذا نسأل؟
digits-hint = بأي أرقام، بمسافات أو من دونها.
errors-title = { $count ->
    [zero] لم يبقَ شيء
    [one] بقي شيء واحد
    [two] بقي شيئان
    [few] بقيت { $count } أشياء
    [many] بقي { $count } شيئًا
   *[other] بقي { $count } شيء
}
error-mark = المطلوب:
error-choose = اختر جوابًا
done-now = تمّ:
list-choose = إظهار بعضها فقط
list-show = أظهر
list-place = في
list-place-any = كل المحافظات
list-older = منذ
list-older-any = أي وقت
list-older-day = يوم أو أكثر
list-older-three_days = ثلاثة أيام أو أكثر
list-older-week = أسبوع أو أكثر
error-write = اكتب شيئًا هنا
area-most = { $most } حرف على الأكثر
error-too-long = اختصر النص: لا أكثر من { $most } حرف
error-digits = { $count ->
    [zero] لا تكتب أرقامًا
    [one] اكتب رقمًا واحدًا فقط
    [two] اكتب رقمين فقط
    [few] اكتب { $count } أرقام فقط
    [many] اكتب { $count } رقمًا فقط
   *[other] اكتب { $count } رقم فقط
}
error-number = اكتب عددًا بالأرقام
error-date = اكتب تاريخًا مثل { $example }
error-hour = اكتب الساعة مثل { $example }
error-phone = اكتب رقم الهاتف بالأرقام فقط، مثل { $example }
error-unkept = في هذا شيء لا يمكن حفظه، وقد حُذف: اقرأه مرة أخرى ثم أرسله
error-turned = في هذا الاسم علامة تقلب ترتيب حروفه. اكتب الاسم من جديد
error-not-on-list = اختر جوابًا من الأجوبة المعروضة
send-again = أرسل هذا
conflict-title = كتب شخص آخر هنا بينما كنت تكتب
conflict-text = لم يضِع شيء. هنا الموجود الآن وهنا ما كتبته. اجمعهما كما يجب ثم أرسل.
conflict-theirs = الموجود الآن
conflict-mine = ما كتبته
conflict-nothing = (فارغ)

## Lists

list-empty = لا شيء هنا بعد.
next-page = الصفحة التالية
list-looked-through = لم يجرِ البحث حتى الآن إلا في جزء من القائمة.
list-kept = ما احتفظت به
list-keep = الاحتفاظ بهذا الاختيار
list-forget = عدم الاحتفاظ به بعد الآن
list-kept-full = لا مكان لاختيار آخر. احذف أولًا واحدًا مما احتفظت به.
list-look-on = مواصلة البحث
show-rest = عرض الباقي ({ $count })
previous-page = عودة إلى أول القائمة

## Problems: what happened, and what to do

problem-not-there-title = لا شيء هنا
problem-not-there = لا توجد صفحة بهذا العنوان، أو أنها ليست لك. تأكد من العنوان أو عُد إلى البداية.
problem-not-there-staff = لا توجد صفحة بهذا العنوان، أو أنها ليست لك. تأكد من العنوان أو عُد إلى صفحة اليوم.
problem-wrong-way-title = هذه الصفحة تعمل بطريقة أخرى
problem-wrong-way = هذا العنوان لا يقبل ما أُرسل إليه. عُد واستخدم أزرار الصفحة.
problem-too-large-title = هذا كثير دفعة واحدة
problem-too-large = ما أرسلته طويل جدًا. اجعله أقصر وأرسله من جديد، وتستطيع أن تكتب المزيد بعد ذلك. إن لم يظهر هنا فارجع، فهو ما زال هناك.
problem-too-many-title = انتظر قليلًا من فضلك
problem-too-many = كانت هناك محاولات كثيرة في وقت قصير. انتظر { $span } ثم حاول من جديد. إذا كان أحد في خطر فاتصل الآن.
problem-busy-title = حاول بعد قليل من فضلك
problem-busy = لا يستطيع البرنامج الحفظ الآن. لم يُرسل شيء. حاول بعد دقائق. إذا كان أحد في خطر فاتصل الآن.
problem-refused-title = أوقفنا هذا الطلب
problem-refused = جاء هذا الطلب من موقع آخر، فأوقفناه حفاظًا عليك. افتح الصفحة هنا وحاول من جديد.
problem-expired-title = انتهت جلستك
problem-expired = لم تُستخدم هذه الجلسة منذ مدة فأُغلقت. ادخل من جديد.
problem-sign-in = ادخل
problem-slow-title = الخط بطيء جدًا
problem-slow = ليس مؤكدًا أن كل شيء وصل. أرسله من جديد، ويُحسب مرة واحدة.
problem-typed = ما كتبته ({ $number })
problem-send-again = أرسله من جديد
step-back = رجوع
problem-sign-in-beside = تُفتح صفحة الدخول في نافذة جديدة. ادخل هناك، ثم ارجع إلى هذه الصفحة وأرسله من جديد.
problem-words-title = لا يمكن فعل هذا
problem-fault-title = حدث خطأ عندنا
problem-fault = الخطأ منا لا منك. لم يتغير شيء. حاول من جديد، وإذا تكرر فأخبر المسؤول عن البرنامج.

## The gallery: pieces shown with made-up data, for tests only

gallery-title = كل أجزاء الصفحة
gallery-lead = بيانات من الخيال كي يُرى كل جزء.
gallery-first = أحتاج إلى مساعدة
gallery-second = أنا قلق على شخص
gallery-note-text = قد يظهر في هاتفك أنك كنت هنا.
gallery-text = ماذا حدث
gallery-hint = بكلماتك، وبقدر ما تريد.
gallery-answer = هل هناك أحد دون الثامنة عشرة؟
gallery-why = الجواب يحدد من نساعده أولًا.
gallery-kind = أي من هذه؟
gallery-kinds = كل ما ينطبق
gallery-place = المكان
gallery-phone = رقم الهاتف
gallery-code = رمزك
gallery-password = كلمة السر
gallery-note = ملاحظة
gallery-day = اليوم
gallery-sure = قرأت هذا

## Forms on paper

sheet-title = أوراق للطباعة
sheet-lead = لساعات بلا كهرباء أو إنترنت، وللأماكن التي ليس فيها أيّ منهما. اطبع بعضها الآن وأبقها في متناول اليد.
sheet-back-in = لكل ورقة رقم خاص بها، ولكل سؤال وجواب رقم. حين تعود الكهرباء اكتب الأرقام في «من ورقة» في صفحة الاستمارة، فتُملأ أمامك لتراجعها.
sheet-how = اطبع هذه الصفحة. لكل ورقة رقم خاص بها، فاطبع ورقة جديدة ولا تصوّرها.
sheet-copies = عدد الأوراق في هذه الصفحة:
sheet-others = أوراق أخرى
sheet-number = رقم الورقة
sheet-number-hint = اثنا عشر رقمًا في أعلى الورقة.
sheet-ticked = ما أُشِّر عليه
sheet-ticked-hint = رقم كل سؤال ثم نقطة ثم رقم الجواب: ⁦‭٢.١ ٣.٣ ٨.١.٤‬⁩ · ويأتي العدد بعد النقطة أيضًا: ⁦‭٤.٣‬⁩
sheet-type-in = من ورقة
sheet-type-in-how = اكتب الأرقام واضغط الزر في الأسفل، فتُملأ الاستمارة. لا يُرسل شيء قبل أن تراه.
sheet-print = طباعة أوراق فارغة
sheet-filled = هذا ما أُشِّر عليه في الورقة. راجعه، واكتب ما كُتب فيها، ثم أرسله.
sheet-taken = أدخلتَ هذه الورقة من قبل. ابحث عنها في قائمتك. وإن كانت ورقة أخرى فاترك الرقم فارغًا.
sheet-wrong-number = ليس هذا رقم ورقة. فيه اثنا عشر رقمًا؛ انظر إليها مرة أخرى.
sheet-needs-number = اكتب رقم الورقة أيضًا: به يُعرف أيّ الأسئلة هذه.
sheet-other-edition = هذه الورقة لاستمارة أخرى، أو طُبعت قبل أن تتغير الاستمارة. اختر الأجوبة في الأسفل بنفسك.
sheet-wrong-ticked = ‏{ $part } ليس في هذه الورقة، أو كُتب مرتين. انظر إليه مرة أخرى.
sheet-wrong-words = تُكتب هنا الأرقام وحدها، مثل ⁦‭٢.١ ٣.٣‬⁩. وما كُتب بالكلمات يُكتب في الحقول أدناه.
sheet-row = الرقم
sheet-written-by = كتبها
sheet-written-on = يوم وساعة الإخبار
sheet-entered-by = أدخلها
sheet-entered-on = يوم وساعة الإدخال
sheet-keep = احفظ هذه الورقة في مكان مقفل، ولا تتركها أبدًا مع الشخص. وبعد إدخالها أتلفها.
