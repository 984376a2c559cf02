# Who did what: the ledger's pages, who has looked, the check, and Today.
# @reviewed-by: draft

## The ledger

ledger-title = سجل الأعمال
ledger-text = ما جرى، ومن فعله، ولماذا: الأحدث أولًا. لا أسماء هنا ولا محتوى.
ledger-mine-title = ما فعلته أنا
ledger-mine-text = كل ما في السجل عنك. لا أحد يستطيع تغييره، ولا أنت.
ledger-mine-see = انظر ما فعلته
looks-title = من اطّلع
looks-text = من فتح هذا الملف أو فعل به شيئًا: الأحدث أولًا. القوائم التي ظهر فيها رمزه فقط لا تُحسب هنا.
looks-none = لم يفتح أحد هذا الملف بعد.
looks-back = العودة إلى اليوم
looks-see = من اطّلع
ledger-caption = القيود
ledger-number = القيد
ledger-time = متى
ledger-who = من
ledger-what = ماذا ولماذا
ledger-how = كيف انتهى
ledger-shown = الملفات
ledger-same = ما جرى أيضًا بالملف نفسه
ledger-same-short = الملف نفسه
ledger-none = لا شيء يطابق هذا.
ledger-nothing-yet = لا شيء هنا بعد.
ledger-all = أظهر الكل
ledger-unreadable = لا يمكن قراءة هذا القيد: تحقّق من السجل.
ledger-find = أظهر هذه
ledger-filter = اختر القيود
ledger-filter-who = رقم الشخص
ledger-filter-who-hint = الرموز الثمانية كما هي في القائمة.
ledger-filter-action = ماذا جرى
ledger-filter-outcome = كيف انتهى
ledger-filter-day = اليوم
ledger-filter-day-hint = مثلًا ٢٣/١١/٢٠٢٦.
ledger-filter-same = فقط ما جرى بملف واحد.
ledger-you = أنت
ledger-by-public = شخص بلا حساب
ledger-by-reporter = من أرسل البلاغ
ledger-by-rule = قاعدة في البرنامج
ledger-by-console = شخص على الخادم نفسه
ledger-at-console = على الخادم نفسه
outcome-done = تم
outcome-looked = اطّلاع فقط: لم يُفعل شيء
outcome-absent = مرفوض أو غير موجود
outcome-other = انتهى بغير ذلك
ledger-because = السبب

## Purposes

purpose-intake = لاستقبال البلاغات
purpose-placement = لإيجاد مكان آمن
purpose-care = للمساعدة
purpose-child_protection = لحماية الأطفال
purpose-legal_defence = للدفاع القانوني
purpose-prosecution = للملاحقة القضائية
purpose-oversight = للرقابة
purpose-statistics = للإحصاء
purpose-administration = لإدارة العمل
purpose-other = لغرض آخر

## Acts

did-read-public-page = قراءة صفحة عامة
did-read-duty-numbers = قراءة أرقام المناوبة
did-read-readers = الاطلاع على من يقرأ البلاغات
did-hand-over-all = تسليم كل عمل زميل
did-extend-exclusion = استبعاد جهة أخرى
did-sign-in = تسجيل الدخول
did-enrol-account = تهيئة حساب
did-step-up = إدخال الرمز مرة أخرى
did-read-own-account = فتح حسابه
did-choose-language = اختيار اللغة
did-save-list = تغيير القوائم المحفوظة
did-end-own-session = إنهاء جلسة له
did-change-sign-in = تغيير طريقة الدخول
did-renew-recovery-codes = إنشاء رموز استعادة جديدة
did-propose-factor-reset = طلب إعادة ضبط العامل الثاني
did-confirm-factor-reset = تأكيد إعادة ضبط العامل الثاني
did-keep-draft = حفظ استمارة
did-read-own-draft = فتح استمارة محفوظة
did-drop-draft = حذف استمارة محفوظة
did-invite-member = دعوة عضو
did-confirm-member = تأكيد عضو
did-end-member = إنهاء عضوية
did-end-sessions = إنهاء جلسات شخص
did-list-members = عرض قائمة الأعضاء
did-init-installation = بدء هذا النظام
did-set-organisation = تغيير منظمة
did-end-organisation = إنهاء منظمة
did-set-reader-order = تغيير من يقرأ
did-set-duty-number = تغيير رقم مناوبة
did-ask-whether-known = السؤال هل شخص معروف
did-read-services = قراءة الخدمات القريبة
did-recover-administrator = استعادة حساب مدير النظام
did-keep-oversight = تحديث جهة الرقابة بعد تغيير
did-follow-membership = إخبار الجهة بمن يعمل فيها بدور إضافي
did-open-staff-name = كشف الاسم وراء اسم مستعار
did-list-organisations = عرض المنظمات
did-set-desk = تغيير من يتولى ماذا
did-read-directory = قراءة الدليل
did-read-today = فتح صفحة اليوم
did-list-unattended = النظر في عمل بلا أحد
did-read-ledger = قراءة السجل
did-list-looks = الاطلاع على من اطّلع
did-verify-ledger = التحقق من السجل
did-export-ledger = إخراج نسخة من السجل
did-back-up = أخذ نسخة احتياطية
did-restore-backup = استعادة نسخة احتياطية
did-examine-installation = النظر في حال النظام
did-list-jobs = النظر في الأعمال الطويلة
did-cancel-job = إلغاء عمل طويل
did-rebuild-index = طلب بناء الفهرس من جديد
did-index-account = فهرسة اسم دخول من جديد
did-other = عمل لا اسم له في هذه النسخة

## The check

check-title = تحقّق من السجل
check-text = يقرأ كل قيد وكل توقيع، في قاعدة البيانات وفي الملف الذي خارجها، وكل ما تجد به هذه الصفحات القيود. ولا ينتظر أحد في هذه الأثناء.
check-send = تحقّق الآن
check-never = لم يُتحقَّق منه منذ تشغيل البرنامج.
check-running = قُرئ { $read } من { $of } من القيود.
check-running-text = يمكنك مغادرة هذه الصفحة والعودة إليها.
check-again = انظر إلى أين وصل
check-failed = تعذّر التحقق: لا يمكن قراءة الملف الذي خارج قاعدة البيانات. أبلغ من يدير الخادم.
check-when = وقت التحقق
check-holds = لم يتغيّر شيء.
check-wrong = هناك خلل.
check-wrong-what = ما الخلل
check-unknown-what = ما لا يعرفه هذا التحقق
check-next = لا تُصلح شيئًا. احفظ نسخة من قاعدة البيانات ومن الملف، وأبلغ جهة الرقابة.
check-leaves = قيود قُرئت
check-checkpoints = تواقيع قُرئت
check-lines = أسطر قُرئت من الملف
check-recovered = منها كُتب عند تشغيل بعد توقف مفاجئ
check-offline = يمكن لأي شخص التحقق من نسخة دون مساعدة هذا البرنامج: najat ledger verify.
check-key = المفتاح العلني لذلك
fault-leaf = غُيّر القيد { $index }.
fault-sequence = القيد { $expected } مفقود أو منقول: مكانه { $found }.
fault-range = تغيّر شيء بين القيد { $from } والقيد { $to }.
fault-unsigned = أُضيفت القيود من { $from } إلى { $to } بلا توقيع.
fault-truncated = قُطعت قيود: بقي { $leaves } من { $signed }.
fault-fork = الملف الخارجي يروي غير ما في قاعدة البيانات، بين القيد { $from } والقيد { $to }.
fault-checkpoint = التوقيع { $position } في قاعدة البيانات ليس كما وقّعه هذا السجل.
fault-checkpoint-order = التوقيع { $position } في قاعدة البيانات قديم أُعيد.
fault-checkpoint-missing = التوقيع على { $size } من القيود موجود في الملف وليس في قاعدة البيانات: أُعيدت إلى الوراء أو قُطعت.
fault-log-line = السطر { $line } من الملف لم يوقّعه هذا السجل.
fault-log-order = السطر { $line } من الملف يعود إلى الوراء: أُعيدت نسخة أقدم من قاعدة البيانات واستُعملت.
fault-fact-changed = القيد { $index } يُعثر عليه بغير ما يقوله: ضُلّلت الصفحات وعمليات البحث.
fault-fact-missing = القيد { $index } سليم، لكن لا تجده صفحة ولا بحث: أخفاه أحدهم.
fault-fact-added = الصفحات تقود إلى القيد { $index } وهو غير موجود.
fault-head = نهاية السجل ليست مدوّنة كما هي: غيّر أحدهم ما دُوّن.
fault-tombstone = التدوين بأن الملف { $position } أُتلف ليس كما وقّعه هذا السجل.
unknown-truncation = هل قُطعت قيود في النهاية.
unknown-rollback = هل الكل نسخة أقدم أُعيدت.
unknown-fork = هل كتب صاحب مفتاح التوقيع تاريخًا آخر.
unknown-together = هل أُعيدت كتابة قاعدة البيانات والملف معًا: لا يُعرف ذلك إلا من نسخة يحفظها شخص آخر.
unknown-ahead = من شهد القيود من { $from } إلى { $to }: الملف ينتهي قبلها، كما بعد توقف مفاجئ.
unknown-torn = ما كان في السطر { $line } من الملف: قطعه توقف مفاجئ.
unknown-gap = ما قاله الملف عن { $count } من التواقيع بدءًا من { $first } من القيود: ليست فيه. الأسطر التالية تغطي قيودها.
unknown-rewritten = ما قاله الملف بدءًا من { $first } من القيود: فُقد { $count } من أسطره، وكُتبت من جديد من قاعدة البيانات عند التشغيل.
unknown-facts = هل تُظهر الصفحات وعمليات البحث كل قيد: ما تجد به القيود ليس في هذا الملف. يُعرف ذلك من فحص قاعدة البيانات.

## Taking it out

export-title = إخراج نسخة من السجل
export-text = ملف واحد فيه كل قيد وكل توقيع. لا يسمّي أحدًا. من يملكه يتحقق بالمفتاح العلني من أن قيدًا لم يتغيّر؛ أما هل تُظهرها الصفحات هنا كلها فلا يُعرف إلا من فحص قاعدة البيانات. احفظه بعيدًا عن هذا الخادم.
export-send = أخرج النسخة
export-check = للتحقق منه
export-back = العودة إلى السجل

## Today

today-title = اليوم
today-what = ماذا
today-place = المكان
today-due = الوقت
today-step = الخطوة التالية
today-alike = { $late ->
    [0] العدد { $count }
   *[other] العدد { $count }، منها متأخر { $late }
}
today-more = باقٍ في القائمة: { $count }
today-more-many = باقٍ في القائمة: أكثر من { $count }
today-calm = لا شيء ينتظرك الآن.
today-overdue = { $count ->
    [zero] لا شيء متأخر.
    [one] أمر واحد متأخر.
    [two] أمران متأخران.
    [few] { $count } أمور متأخرة.
    [many] { $count } أمرًا متأخرًا.
   *[other] { $count } أمر متأخر.
}
today-empty-reports = تصل البلاغات الجديدة إلى مكتبك حالما يرسلها أحد.
today-to-reports = عرض كل البلاغات
today-empty-asking = لا شيء ينتظر. إن كان أمامك من يحتاج إلى مكان آمن فاطلبه.
today-empty-members = يظهر هنا الأعضاء الذين ينتظرون التأكيد.
today-to-asking = طلب مكان
today-empty-shelters = تصل الطلبات إلى هنا حالما يحتاج أحد إلى مكان. تأكد أن أماكنك الشاغرة محدّثة.
today-to-shelters = عرض الدور
today-empty-requests = تصل الطلبات إلى هنا حالما يحتاج أحد إلى مكان. انظر ما الأماكن الشاغرة.
today-empty-clocks = تظهر هنا كل مُهلة فائتة من نفسها. لا مُهلة فائتة الآن.
today-to-clocks = عرض المُهل
today-empty-released = يظهر هنا ما يعطيك إياه المرسلون.
today-to-released = عرض ما أُعطي
today-empty-search = لا شيء ينتظر. يمكنك أن تسأل هل شخص معروف.
today-to-search = اسأل
today-empty-held = يظهر هنا كل محتجز يحتاج إلى محامٍ.
today-to-held = عرض المحتجزين
today-empty-account = عملك هنا يأتي في نسخة لاحقة. حسابك جاهز.
today-to-account = عرض حسابي
today-empty-directory = لا شيء ينتظر. انظر من يفعل ماذا وأين.
today-to-directory = عرض الدليل
today-unbuilt = ما ستعمل عليه هنا لم يُبنَ بعد. يمكنك الآن أن ترى من يفعل ماذا وأين.
today-unbuilt-justice = التحقيقات والأدلة والدعاوى لم تُبنَ بعد. ما تجده في قائمتك يعمل.
today-unbuilt-care = الإحالات وبقية حماية الطفل لم تُبنَ بعد. ما تجده في قائمتك يعمل.
today-empty-installation = لا شيء ينتظر. انظر ما الذي ينقص هذا النظام بعد.
today-to-installation = عرض قائمة التحقق
today-empty-ledger = لا شيء ينتظر. السجل يخبر بما جرى.
today-to-ledger = عرض السجل
today-check-never = لم يُتحقَّق من السجل منذ التشغيل
today-check-old = آخر تحقق من السجل كان قبل أكثر من يوم
today-check-wrong = هناك خلل في السجل
today-check-step = تحقّق الآن
today-check-see = انظر ما الخلل
today-member = عضو بانتظار التأكيد
today-member-step = عرض الأعضاء
today-reset = هاتف ضائع: أنت الشخص الثاني
today-reset-step = ساعد زميلك
today-installation = انظر ما الذي ينقص هذا النظام بعد
today-installation-step = افتح قائمة التحقق
today-report-danger = بلاغ: خطر الآن
today-report-held = بلاغ: شخص محتجز
today-report-new = بلاغ بلا جواب
today-report-wrote = كتب المرسل من جديد
today-report-nobodys = لم يعد أحد مسؤولًا عن هذا البلاغ
today-promise-call = وُعد باتصال
today-promise-look = يُنظر فيه مرة أخرى
today-unattended = هناك عمل مفتوح لا أحد يستطيع متابعته
today-unattended-step = انظر ما هو وأين
today-job-failed = تعذّر عمل طويل ولن تُعاد محاولته
today-job-step = انظر ما هو ولماذا
today-report-answer = اقرأ وأجب
today-report-read = اقرأ
today-report-hand = سلّم إلى زميل
today-age-child = دون ١٨ سنة
today-age-unknown = ربما دون ١٨ سنة

## Kept forms

draft-field = حقل آخر

## The demo

step-up-made-up = الأشخاص الخياليون لا هاتف لهم. رمزهم الآن:

## Figures

figures-title = الأرقام
figures-lead = ما يعدّه البرنامج بنفسه في هذه اللحظة. وفيه أعداد صغيرة أيضًا، فلا تنقل شيئًا منها.
figures-none = لا شيء بعد.
figures-by = من أو ماذا
figures-count = العدد
figures-half = انتظر نصفهم هذه المدة أو أقل
figures-sum = المجموع
figure-placed = من آوتهم دار في آخر ٢٤ ساعة
figure-refused = ما رفضته الدور، حسب السبب
figure-safe = أطفال شوهدوا في مكان آمن
figure-unmet = حقوق لم تتحقق بعد
figure-sex-female = نساء وفتيات
figure-sex-male = رجال وفتيان
figure-sex-not_said = الجنس غير مذكور
figure-age-under_13 = حتى ١٢ سنة
figure-age-from_13 = من ١٣ إلى ١٧ سنة
figure-age-adult = بالغون
figure-age-unknown = العمر غير معروف
did-read-figures = قرأ الأرقام

## Handing a shift over

handover-title = تسليم النوبة
handover-lead = كل ما هو مفتوح في مكتبك، وما وُعد به في الساعات القادمة. يمرّ عليه من يغادر مع من يأتي.
handover-more = المزيد منها: انظر القائمة
handover-last = من استلم
handover-nobody = لم يستلم أحد هنا بعد.
handover-send = قرأت هذا، وأستلم
did-take-over-shift = استلام نوبة
