# الرسائل ومن يقرؤها، وأرقام يمكن الاتصال بها، وما يُعطى للشرطة.
# @reviewed-by: draft

## The three entries

report-entry-help = أحتاج مساعدة
report-entry-worry = أخاف على شخص
report-entry-held = شخص محتجز أو على وشك الترحيل
report-entry-desk = حضر بنفسه

## The first step: where, and who may read

report-ask-lead = ثلاثة أسئلة أولًا، كي يقرأ كلامك من يجب أن يقرأه. لا حاجة إلى اسم.
report-where = أين يحدث ذلك؟
report-reads = من يُسمح له أن يقرأ ما تكتب؟
report-reads-hint = المساعدون أناس عملهم المساعدة. ليسوا من الشرطة.
report-reads-helpers = المساعدون فقط. لا تراه الشرطة ولا تعلم به.
report-reads-police = المساعدون، وتحصل الشرطة على نسخة مما أكتب
report-from = هل الشخص الذي يؤذي أحدًا من إحدى هذه الجهات؟
report-from-hint = من تؤشّر عليه هنا لا يرى شيئًا مما تكتب. أشّر على كل ما ينطبق.
report-from-nobody = لا، ليس من أيٍّ منها
report-from-why = كي لا يصل كلامك أبدًا إلى من هو عنهم. تقرؤه جهة أخرى لا علاقة لها بمن تؤشّر عليهم.
report-kind-police = الشرطة
report-kind-armed-group = جماعة مسلحة
report-kind-camp = مخيم
report-kind-office = دائرة حكومية
report-kind-shelter = دار إيواء
report-kind-aid = منظمة إغاثة
report-kind-court = محكمة
report-kind-committee = لجنة
report-wrong-where = اختر أين يحدث ذلك، أو اختر «لا أعرف»
report-wrong-from = أشّر على الجهة، أو على «ليس من أيٍّ منها»
report-wrong-which = أشّر على أيّها هي، أو على «لا أعرف»
report-wrong-text = اكتب ماذا حدث ولو بكلمات قليلة
report-go-on = تابع
report-traces = هذه الصفحة تُغلق بسرعة. قد يُظهر هاتفك مع ذلك أنك زرتها، وقد تعلم شركة الاتصالات.
report-traces-clear = كيف تمسح الآثار
report-other-ways = طرق أخرى
report-call-instead = أرقام يمكنك الاتصال بها

## The second step: which one

report-which-lead = أيّها هي؟ الجهة التي تؤشّر عليها لا ترى شيئًا، ولا من فوقها ولا من تحتها.
report-which-hint = إن كنت لا تعرف فلن تراه أيٌّ منها هناك.

## The last step: the words

report-who-reads = من يقرأ هذا
report-reader-is = { $reader } تقرأ ما ترسله.
report-police-get = { $police } تحصل على نسخة مما حدث بكلماتك، ولا تحصل على طريقة للوصول إليك.
report-police-get-none = لا تذهب نسخة إلى الشرطة: لا أحد هناك يجوز أن يأخذها.
report-police-never = الشرطة لا تراه.
report-law = قد يُلزم القانون من يقرأ هذا بأن يخبر قاضيًا عن جريمة، خصوصًا إن كان طفل في خطر. يخبرونك أولًا إن كان ذلك آمنًا.
report-reader-changed = صار من يقرأ هذا غير الذي ذكرته الصفحة من قبل. لم يُرسل شيء بعد. انظر من يقرؤه ثم أرسله.
report-text = ماذا حدث؟
report-text-hint = بكلماتك وبأي لغة. أين بالضبط، ومن يحتاج المساعدة، ومِمَّ تخاف.
report-no-photos = لا ترسل صورًا لجسد إنسان. قل لنا إنها عندك، وسيسأل عنها مختص بطريقة آمنة.
report-district = في أي قضاء؟
report-minor = هل هناك من هو دون ١٨ سنة؟
report-danger = هل أحد في خطر الآن؟
report-danger-hint = إن كان الأمر دقائق فاتصل أيضًا.
report-if-known = إن كنت تعرف. يمكنك تركه فارغًا.
report-held-title = مكان الاحتجاز
report-held-where = أين هو محتجز؟
report-held-by = من يحتجزه؟
report-held-by-judge = الشرطة أو قاضٍ
report-held-by-residence = مديرية الإقامة
report-held-by-court = محكمة
report-held-by-unknown = لا أعرف
report-held-since = منذ متى؟
report-held-next = متى القرار القادم أو السفر؟
report-held-next-hint = موعد محكمة، رحلة طيران، حافلة. إن كنت تعرف.
report-contact-title = كيف نصل إليك بأمان
report-reach-title = كيف نصل إليه بأمان
report-contact = هل يمكننا الاتصال بك؟
report-contact-hint = تحصل على رمز في كل الأحوال، وتقرأ به الجواب هنا.
report-contact-yes = نعم، بالطريقة التي أكتبها أدناه
report-contact-no = لا. سأعود بالرمز.
report-how = ما الطريقة الآمنة؟
report-how-hint = رقم هاتف، شخص، مكان.
report-when = متى يكون ذلك آمنًا؟
report-words = أي كلمات نستعمل؟
report-words-hint = مثلًا: «الموضوع عن المدرسة».
report-who = من يمكن أن يرد؟
report-otherwise = وإن ردّ شخص آخر؟
report-otherwise-hint = مثلًا: أغلقوا الخط، أو قولوا «الرقم خطأ».
report-send = أرسل هذا

## The receipt

report-sent-title = وصل ما أرسلت
report-sent-lead = هذا رمزك. به تعود وتقرأ الجواب وتكتب المزيد أو تحذف كل شيء.
report-receipt-keep = اكتبه حيث لا ينظر أحد. لا يظهر إلا الآن.
report-written-down = كتبته عندي
report-next-danger = إن كان الأمر أمر دقائق فلا تنتظر.
report-next-answer = تجد الجواب هنا برمزك. وإن قلت كيف نصل إليك فقد يتصلون بك كما قلت، وليس بأي طريقة أخرى.
report-next-read = { $reader } يقرؤها، في أقصى وقت:
report-next-title = ماذا يحدث بعد ذلك
report-receipt-use = عُد به من أي هاتف.
report-receipt-only = من يملك الرمز يقرأ ما كتبت. وإن ضاع فلا أحد يستطيع أن يجده لك.
report-forgotten = ما أجبت عنه هنا من قبل لم يعد محفوظًا، ولم يُرسل شيء. ابدأ من جديد من فضلك.
report-kept = ما تكتبه يبقى نصف ساعة في ذاكرة هذه الخدمة، فلا يضيع شيء إن رجعت. لا يقرؤه أحد قبل أن ترسله، و«اخرج من الصفحة» يمحوه.
report-full-title = لا يمكن استلام بلاغ الآن
report-full-text = وصل الكثير دفعة واحدة. لم يُرسل شيء. اتصل بأحد هذه الأرقام. ما كتبته موجود أدناه، وتستطيع أن ترسله لاحقًا.

## Nobody left who may read

report-closed-title = لا نستطيع استلام هذا الآن
report-closed-text = هناك خلل عندنا في هذه اللحظة، وقد يُقرأ البلاغ متأخرًا. الذنب ليس ذنبك. اتصل بأحد هذه الأرقام، أو حاول مرة أخرى بعد قليل. ما كتبته ما زال هنا.
report-nobody-title = لم يبقَ من يجوز له أن يقرأ هذا
report-nobody-text = كل جهة يمكنها أن تقرأ هذا لها علاقة بمن ذكرتهم. لم يُرسل شيء. اتصل من فضلك بأحد هذه الأرقام.
report-nobody-words = ما كتبته
report-compressed-title = الأفضل أن تتصل
report-compressed-text = متصفّحك يمرّر الصفحات عبر أجهزة شركة أخرى ليصغّرها، ويمكنها قراءة ما تكتب. اتصل بأحد هذه الأرقام أو استعمل متصفّحًا آخر.

## Coming back

report-come-title = عُد برمزك
report-come-lead = اكتب الأرقام العشرين التي أُعطيت لك.
report-receipt = رمزك
report-receipt-hint = ٢٠ رقمًا، بأي نوع من الأرقام، مع فراغات أو من دونها.
report-receipt-opens-nothing = هذا الرمز لا يفتح شيئًا. انظر إلى كل رقم وحاول مرة أخرى.
report-come-open = افتح
report-ticket-over = مرّ ربع ساعة. اكتب رمزك مرة أخرى، وما كتبته ما زال هنا.
report-thread-title = ما كتبته والأجوبة
report-read-by = يقرؤه
report-read-by-nobody = لا أحد يستطيع قراءة هذا في هذه اللحظة. نبحث عمّن يستطيع. إن احتجت إلى مساعدة الآن فاتصل بأحد هذه الأرقام.
report-was-answered = أُجيب عنها
report-not-read-yet = لم تُقرأ بعد. يقرؤها أحد في أقصى وقت:
report-was-read = قُرئت، وآخر مرة:
report-you = أنت
report-team = الفريق
report-no-answer-yet = لا جواب بعد. عد لاحقًا برمزك.
report-more = اكتب المزيد
report-more-hint = ما تضيفه يقرؤه الأشخاص أنفسهم.
report-more-send = أرسل هذا أيضًا
report-was-closed = أغلق الفريق هذا. إن كتبت المزيد يُفتح من جديد.
report-your-choice = القرار لك
report-stop = توقفوا، لا تتصلوا بي
report-stop-text = لن يتصل بك أحد بعد الآن. يبقى ما كتبته، وتفقد الشرطة نسختها إن كانت عندها.
report-delete = احذف رسالتي
report-delete-text = يُتلف كل ما كتبته. نسألك مرة أخرى قبل ذلك.
report-told-added = أُضيف.
report-told-stopped = لن يتصل بك أحد.
report-sure-title = هل تحذف كل شيء؟
report-sure-lead = لا يمكن الرجوع عن هذا.
report-sure-goes = يُتلف ما كتبته وطريقة الوصول إليك والأجوبة. ولا يفتح رمزك شيئًا بعد ذلك.
report-sure-stays = ما يبقى: رمز رسالتك، واليوم، والمحافظة، وهل هناك من هو دون ١٨ أو في خطر، ومن لا يجوز أن يراها، وأنك حذفتها.
report-sure-place = مكان المبيت الذي طُلب يبقى إلى أن ينتهي أمره.
report-sure-check = إن كان طفل في خطر فإن الفريق يواصل السؤال عنه.
report-sure-delete = نعم، احذف كل شيء
report-sure-keep = لا، أبقِه
report-gone-title = حُذف
report-gone-text = لا يمكن فتح شيء مما كتبته بعد الآن. يمكنك الكتابة من جديد متى شئت.

## The desk: the list

report-list-title = البلاغات الواردة
report-list-empty = لا بلاغ ينتظرك. حين يكتب أحد إلى مكتبكم يظهر هنا.
report-list-all = أظهر كل البلاغات
report-see-public = انظر ما يراه الناس
report-find = ابحث
report-find-code = ابحث بالرمز
report-find-hint = ستة حروف وأرقام.
report-none-found = لا بلاغ لديك بهذا الرمز.
report-none-such = لا بلاغ كهذا.
report-held-section = محتجزون أو على وشك الترحيل
report-held-caption = المحتجزون، الأحدث أولًا
report-held-more = المزيد من المحتجزين
report-others-section = سائر البلاغات
report-others-caption = البلاغات، الأحدث أولًا
report-code = الرمز
report-since = أُرسل
report-place = المحافظة
report-place-unknown = غير معروفة
report-what = الموضوع
report-safe-by = الطفل في أمان قبل
report-safe-done = أمان الطفل
report-held-due = تنتهي المُهلة
report-due = تنتهي المُهلة
report-state = الحالة
report-state-new = بلا جواب
report-state-answered = أُجيب عنه
report-state-closed = مغلق
report-withdrawn = سحبها المرسل: تحققوا من السلامة
report-danger-now = خطر الآن
report-child = دون ١٨ سنة
report-maybe-child = ربما دون ١٨ سنة

## The desk: one report

report-title = البلاغ
report-entry = كيف وصل
report-filter-state = البلاغات
report-filter-any = المفتوحة والمغلقة
report-filter-open = المفتوحة
report-filter-closed = المغلقة
report-filter-entry = التي تقول
report-filter-entry-any = أي شيء
report-filter-whose = المسؤول عنها
report-filter-desk = أي من المكتب
report-filter-mine = أنا وحدي
report-withdrawn-text = حذف المرسل هذا البلاغ، ولا يمكن فتح شيء منه. تحققوا من سلامته قدر الإمكان من دون الاتصال به.
report-stale = كُتب أو تغيّر شيء هنا أثناء عملك. اقرأه ثم أرسل من جديد.
report-yours = لديك
report-may-contact = يمكن الاتصال به، بهذه الطريقة فقط
report-no-contact = لا يريد أن يُتصل به. أجيبوا هنا، وهو يعود برمزه.
report-contact-stopped = قال توقفوا: لا تتصلوا به
report-contact-unsaid = لم يقل إن كان يمكن الاتصال به. أجيبوا هنا، وهو يعود برمزه.
report-accused = المتّهم
report-accused-police = الشرطة متّهمة في هذا البلاغ: لا تتصلوا بها، ولا تدعوها تعلم.
report-accused-other = جهة متّهمة في هذا البلاغ: لا تتصلوا بها، ولا تدعوها تعلم.
report-police-copy = الشرطة
report-police-copy-text = لديها نسخة مما كُتب، لأن المرسل أراد ذلك
report-ways = كيف نصل إليه بأمان
report-thread = المراسلات
report-thread-empty = لا شيء بعد سوى البلاغ نفسه.
report-not-fetched = لم يأتِ ليقرأ جوابك الأخير. وهو هنا منذ
report-thread-open = { $count ->
    [zero] لا مراسلات
    [one] افتح مراسلة واحدة
    [two] افتح مراسلتين
    [few] افتح { $count } مراسلات
    [many] افتح { $count } مراسلة
   *[other] افتح { $count } مراسلة
}
report-sender = المرسل
report-answer-said = جوابك
report-answer-hint = يقرؤه برمزه. لا تكتب شيئًا يفضحه إن نظر أحد إلى شاشته.
report-answer-send = أرسل الجواب
report-close-title = إغلاق
report-close-because = لماذا؟
report-close-hint = يُفتح من جديد حالما يكتب المرسل. مُهلة الطفل تستمر.
report-close-send = أغلق هذا البلاغ
report-because-helped = حصل على ما طلبه
report-because-handed_on = تولّتها جهة أخرى وهو يعلم بذلك
report-because-wish = هو طلب ذلك
report-because-twice = هو نفسه بلاغ آخر
report-because-unreachable = تعذّر الوصول إلى أحد بعد عدة محاولات
report-because-other = الموضوع شيء آخر
report-step-back = التنحّي عن هذا البلاغ
report-step-back-text = لن تراه بعد الآن، ولا ما نشأ عنه. يأخذه زميل، أو المكتب التالي الذي يقرأ؛ ويُبلَّغ المشرف عليك. اضغط على السبب؛ لا يمكن التراجع عن ذلك.
report-step-back-knows = أعرف شخصًا فيه
report-step-back-near = شخص متّهم قريب منّي
report-step-back-threatened = أتعرّض للتهديد
report-step-back-too_much = هذا فوق طاقتي الآن
report-step-back-other = سبب آخر أقوله للمشرف عليّ
report-stepped-back = تنحّى أحدهم
report-step-back-choose = اضغط على أحد الأسباب.
report-was-withdrawn = حذف المرسل هذا البلاغ. لا أحد تجيبه.
report-member-not-fit = لا يمكن لهذا الشخص أن يتولى البلاغ. اختر غيره من المكتب.
report-hand-title = تسليم إلى زميل
report-hand-lead = من يستلمها يكون مسؤولًا عنها من الآن.
report-hand-to = من يستلمها؟
report-hand-now = لديه الآن
report-hand-nobody = لا أحد غيرك في هذا المكتب يمكنه أن يتولى بلاغًا.
report-hand-send = سلّمها
report-back-to = عودة إلى البلاغ

## المكتب: ملاحظات فيما بينه

note-title = كتابة ملاحظة
note-lead = لمكتبك وحده. لا يراها المرسل أبدًا، ولا يراها أي مكتب آخر.
note-said = الملاحظة
note-hint = ما فعلتَه، وبمن اتصلت، وما يجب فعله بعد ذلك. اكتب ما ينفع، ولا أكثر.
note-send = حفظ الملاحظة
note-list-title = ملاحظات هذا المكتب
note-open = { $count ->
    [one] فتح ملاحظة واحدة
    [two] فتح ملاحظتين
    [few] فتح { $count } ملاحظات
   *[other] فتح { $count } ملاحظة
}

## المكتب: ما وُعد به

promise-title = وعد باتصال أو نظرة أخرى
promise-lead = تذكّر صفحة «اليوم» مكتبك قبل الموعد، إلى أن يقول أحد إنه تم. إن كان هناك وعد من قبل، حلّ هذا محلّه.
promise-what = ماذا؟
promise-what-hint = عِد باتصال بالطريقة التي قالها فقط، وفي وقت آمن له.
promise-call = الاتصال به
promise-look = النظر في هذا مرة أخرى
promise-day = في أي يوم؟
promise-today = اليوم
promise-tomorrow = غدًا
promise-hour = في أي ساعة؟
promise-hour-hint = بتوقيت بغداد.
promise-send = حفظ
promise-keep = تم
promise-stopped = قال توقفوا: لا يتصل به أحد.
promise-past = مضى هذا الوقت. اختر وقتًا لاحقًا.

## Desk: taking a report down for somebody

intake-title = تدوين بلاغ
intake-lead = لمن يخبرك به شفاهًا أو على ورقة. يكفي سطر واحد لحفظه، وما لا تسأل عنه يبقى مفتوحًا. اقرأ الأسئلة كما هي هنا.
intake-how = كيف يخبرك به؟
intake-how-telephone = بالهاتف
intake-how-paper = على ورقة
intake-how-in_person = بنفسه
intake-talk = هل تستطيع الكلام الآن؟
intake-talk-hint = اسأل هذا أولًا. إن لم يستطع فاسأله متى وكيف تتصل به، ثم احفظ ودعه يذهب.
intake-talk-now = نعم
intake-talk-later = لا، نتصل به لاحقًا
intake-routing = من يقرؤه
intake-routing-text = إن لم يقل شيئًا عن هذا قرأه المساعدون وحدهم. ومن يخاف منه لا يراه أبدًا: إن كان ذلك مكتبك أنت قرأه مكتب آخر.
intake-about = عمّن هو؟
intake-more = المزيد إن كان هناك وقت
intake-last = الرمز، ومتى أخبرك
intake-receipt = هل يريد رمزًا؟
intake-receipt-hint = به يقرأ الأجوبة ويكتب المزيد أو يحذف كل شيء. إن لم تختر شيئًا ظهر لك رمز تقرؤه له.
intake-receipt-read = نعم، أقرؤه له
intake-receipt-declined = لا
intake-day = متى أخبرك؟
intake-day-hint = فقط إن لم يكن ذلك الآن، كما على ورقة. تُحسب المُهل من ذلك الحين.
intake-yesterday = أمس
intake-future = لم يحن هذا اليوم وهذه الساعة بعد. اختر متى أخبرك.
intake-send = حفظ هذا البلاغ
intake-nobody = لم يبقَ من يُسمح له أن يقرأ هذا: لكل المكاتب صلة بمن ذكرهم. لم يُحفظ شيء. أعطه الأرقام التي يتصل بها، أو اسأله مرة أخرى عمّن يقصد.
intake-done-title = تم الحفظ
intake-no-receipt = لم يُرد رمزًا: لا أحد يستطيع أن يعود إلى هذا البلاغ برمز.
intake-no-receipt-here = لا يُقرأ هنا رمز العشرين رقمًا: من يعرفه يستطيع أن يقرأ الأجوبة. أعطه الرمز أعلاه، والرقم الذي يتصل به.
intake-read-out = اقرأ له هذا الرمز
intake-read-out-how = أربعة أرقام في كل مرة، ومرتين. لا يظهر إلا الآن. اطلب منه أن يكتبه حيث لا ينظر أحد، أو أن يقول لك إنه لا يستطيع حفظه بأمان.
intake-theirs = يقرأ هذا مكتب آخر. لا تستطيع فتحه، وليس في أي قائمة لك.
report-taken = دُوِّن
report-on-it = من يتولاه
report-on-it-nobody = لا أحد بعد
report-claim = أنا أتولاه
report-claimed = يتولاه زميل منذ قبل. اطلب من مشرفك أن يسلّمه.
report-no-receipt = لا أحد لديه رمز لهذا البلاغ: لن يقرأ الجواب أحد. اكتب ملاحظة، أو اتصل به إن كان مسموحًا.
report-state-taken-up = يتولاه أحد
report-no-contact-no-receipt = لا يريد أن يُتصل به، وليس لديه رمز يعود به.
report-unsaid-no-receipt = لم يقل إن كان يمكن الاتصال به، وليس لديه رمز يعود به.

## Released to the police

release-list-title = ما أُعطي لنا
release-lead = ما اختار المرسلون أن يعطوه للشرطة: كلماتهم هم، ومن دون طريقة للوصول إليهم.
release-list-empty = لم يُعطَ لكم شيء.
release-caption = ما أُعطي، الأحدث أولًا
release-title = ما أُعطي
release-note = هذه كلمات المرسل، أعطاها بإرادته. لا تبحثوا عنه. ويمكنه أن يستعيدها في أي وقت.
release-said = ماذا حدث
release-back = عودة إلى القائمة

## Who reads, by governorate

readers-title = من يقرأ هذا
readers-lead = تقرأ ما ترسله جهة واحدة، هي الأولى في ترتيب محافظتك.
readers-first = قبل أن تكتب تذكر الصفحة من سيقرأ.
readers-accused = من تقول إنه يؤذي أحدًا يُستبعد مع كل من فوقه ومن تحته، وتقرأ الجهة التالية.
readers-police = لا تحصل الشرطة على نسخة إلا إن اخترت ذلك.
readers-whole-country = كل البلد
readers-independent = مستقلة
readers-none = لا أحد هنا بعد: تقرأ الجهة التي لكل البلد.

## Numbers one can call

duty-title = أرقام يمكنك الاتصال بها
duty-call-title = بمن تتصل
duty-call-say = قل الرمز { $code } وما تطلبه. الأسماء والقصص لا تُقال بالهاتف.
duty-lead = جرى التحقق من كل رقم خلال آخر ٩٠ يومًا.
duty-none = لم يُتحقَّق من أي رقم خلال آخر ٩٠ يومًا، لذلك لا يظهر رقم هنا.
duty-whole-country = كل البلد
duty-always = ليلًا ونهارًا
duty-hours = الساعات: { $hours }
duty-languages = اللغات: { $languages }
duty-records-calls-yes = تُسجَّل المكالمات.
duty-records-calls-no = لا تُسجَّل المكالمات.
duty-records-calls-unknown = لا نعرف إن كانت المكالمات تُسجَّل.
duty-reports-yes = من يرد مُلزم بأن يخبر الشرطة بالجرائم.
duty-reports-no = من يرد ليس مُلزمًا بأن يخبر الشرطة.
duty-reports-unknown = لا نعرف إن كان من يرد مُلزمًا بأن يخبر الشرطة.
duty-checked = آخر تحقق:

# What the ledger says that somebody did.
did-send-report = إرسال بلاغ
did-read-own-report = العودة إلى ما أرسل
did-add-to-report = إضافة إلى بلاغ
did-stop-contact = وقف الاتصال
did-delete-report = حذف ما أرسل
did-list-reports = عرض قائمة البلاغات
did-read-report = فتح بلاغ
did-answer-report = الجواب على بلاغ
did-close-report = إغلاق بلاغ
did-reassign-report = تسليم بلاغ إلى زميل
did-step-back = التنحّي عن بلاغ
did-write-note = كتابة ملاحظة عن بلاغ
did-make-promise = وعد باتصال أو نظرة أخرى
did-keep-promise = القول إن ما وُعد به قد تم
did-intake-report = دوّن بلاغًا عن غيره
did-claim-report = تولّي بلاغ
did-move-report = نقل بلاغ إلى قارئ آخر
did-list-releases = عرض قائمة ما أُعطي
did-read-release = فتح ما أُعطي
did-record-held = تسجيل أن شخصًا محتجز
did-tell-legal-aid = إبلاغ المساعدة القانونية
did-list-held = عرض المحتجزين

## Forms on paper

sheet-report = بلاغ
sheet-report-lead = اقرأ الأسئلة كما هي هنا. يكفي سطر واحد، وما لا تسأل عنه يبقى مفتوحًا.
sheet-held = شخص محتجز أو على وشك الترحيل
sheet-held-lead = لشخص في التوقيف أو السجن أو أمام قاضٍ أو على وشك الترحيل. يُسأل أولًا أين هو ولدى من.
sheet-bed = طلب مكان
sheet-bed-lead = لشخص يحتاج إلى مكان آمن هذه الليلة. لا اسم ولا أوراق ولا قصة. اتصل أولًا بمكتب الإيواء، وأدخل هذه الورقة حين تستطيع.
sheet-handover = تسليم مكتب
sheet-handover-lead = ما هو مفتوح وما وُعد به. رموز فقط بلا أسماء. يقرؤها من يأتي مع من يغادر.
sheet-handover-open = المفتوح في هذا المكتب
sheet-told = ما قيل
sheet-which = أيّها؟ اسمها ومكانها
sheet-contact-yes = نعم، بالطريقة المكتوبة أدناه
sheet-contact-no = لا
sheet-when = متى قيل
sheet-needs = ما يُحتاج إليه
sheet-report-code = رمز البلاغ إن وُجد
sheet-code = الرمز
sheet-open = ما هو مفتوح
sheet-takes = من يتابعه
sheet-promised = ما وُعد به
sheet-handed-by = سلّمها
sheet-handed-on = اليوم والساعة
sheet-taken-by = استلمها
sheet-taken-on = اليوم والساعة
sheet-handover-keep = احفظ هذه الورقة في مكان مقفل. وبعد إنجاز كل ما فيها أتلفها.
intake-held = إن كان شخص محتجزًا
