# المُهل: متى يجب أن يكون الشخص بأمان، وماذا فُعل، ومن هو محتجز.
# @reviewed-by: draft

## What is to happen

clock-what-T1 = أوصلوا الطفل إلى الأمان، بعيدًا عمّن يستغله
clock-what-T2 = اعرضوا الطفل المحتجز على القاضي أو أطلقوه
clock-what-T3 = سمّوا عامل حالة وشخصًا داعمًا
clock-what-T4 = جِدوا وصيًا لطفل وُجد وحده
clock-what-T5 = أجروا أول فحص صحي
clock-what-T6 = سجّلوا طفلًا وُجد وحده
clock-what-T7 = قيّموا مصالح الطفل الفضلى وضعوا خطة لها
clock-what-T8 = ابدؤوا تتبع الأسرة
clock-what-T9 = لتقرر اللجنة، ولتراجعوا المكان المؤقت
clock-what-T10 = جِدوا مكانًا للتعلم، وأوراقًا
clock-what-T11 = أجروا المقابلة الأولى
clock-what-T12 = أنهوا المحاكمة
clock-what-T13 = زوروه بعد العودة
clock-what-ANSWER = على الدار أن تجيب عن الطلب
clock-what-HOLD = أوصلوا الشخص إلى المكان المحجوز
clock-what-STAY = حدّدوا ما يلي الإقامة الطارئة
clock-what-RIGHT = أوفوا حقًا لم يُستوفَ بعد

## How old

clock-age-child = طفل
clock-age-unknown = العمر غير معروف: يُعامل كطفل
clock-age-adult = بالغ

## How a clock stands

clock-state-running = جارية
clock-state-missed = فاتت
clock-state-stopped = انتهت
clock-proposed = بالغ؟ ينتظر المشرف
clock-outside = خارج المعيار

## The list

clock-list-title = المُهل
clock-list-lead = كل مُهلة هنا تجري حتى يحدث ما تنتظره. لا شيء يعيدها إلى الوراء.
clock-list-caption = المُهل، الأقرب في الأعلى
clock-list-empty = لا مُهلة تجري هنا الآن.
clock-none-found = لا مُهلة كهذه الآن.
clock-list-all = كل المُهل
clock-filter-state = الحال
clock-filter-what = ما يجب أن يحدث
clock-filter-any = أي حال
clock-filter-what-any = أي شيء
clock-code = الرمز
clock-what = ماذا
clock-age = العمر
clock-place = المكان
clock-place-unknown = المكان غير معروف
clock-since = منذ
clock-due = تنتهي المُهلة
clock-state = الحال

## One clock

clock-title = مُهلة
clock-stale = تغيّر شيء منذ فُتحت هذه الصفحة. انظر مرة أخرى قبل أن تقرر.
clock-report = إلى البلاغ
clock-see-clock = انظر المُهلة
clock-has-stopped = انتهت المُهلة في هذه الأثناء. لم يبقَ شيء يُفعل هنا.
clock-place-not-listed = هذا المكان لا ينهي المُهلة.
clock-safety-note = إغلاق البلاغ لا ينهي هذه المُهلة، ولا الرد على التنبيه.

## Seen in a safe place

clock-seen-title = شوهد الطفل في مكان آمن
clock-seen-lead = يجب أن يكون أحد قد رأى الطفل هناك بنفسه. ما يُنقل فقط لا يُحسب.
clock-seen-shelter-lead = الطفل في بيتكم، وقد رأيته هناك بنفسك.
clock-seen-go = قل أين
clock-seen-place = أي مكان هو؟
clock-seen-hint = لا مكان آخر ينهي المُهلة: لا مركز شرطة، ولا قاعة أو دار إصلاح، ولا بيت صاحب عمل، ولا بالغ ليس من الأقارب.
clock-seen-myself = رأيت الطفل هناك بنفسي
clock-seen-send = الطفل بأمان هناك
clock-place-kin = عند أقارب، وتأكدنا من القرابة
clock-place-foster = عند أسرة حاضنة
clock-place-shelter = في دار إيواء
clock-place-hospital = في مستشفى، ومعه من يرعاه
clock-place-interim = في مكان آمن مؤقت (خارج المعيار)
clock-wrong-place = اختر المكان. إن لم يكن واحدًا من هذه تستمر المُهلة.
clock-wrong-myself = أشّر هنا فقط إن رأيت الطفل هناك بنفسك

## Answering the alarm

clock-alarm-title = فاتت المُهلة
clock-alarm-why = لماذا تأخر؟
clock-alarm-hint = الرد لا يُسكت شيئًا: من يجب إبلاغه بعد ذلك يُبلَّغ في كل حال.
clock-alarm-send = الرد على التنبيه
clock-alarm-taken = أنا أتولى هذا
clock-alarm-looking = نبحث عن الشخص
clock-alarm-on_the_way = أحدنا في الطريق
clock-alarm-no_place_yet = طلبنا مكانًا ولا مكان بعد
clock-alarm-not_reached = لا يمكن الوصول إلى أحد بأمان
clock-alarm-held = الشخص محتجز
clock-alarm-unsafe = الذهاب الآن يعرّض الشخص للخطر
clock-alarm-told_on = أبلغت الجهة التالية بالهاتف

## An adult

clock-adult-title = بالغ، أو عُدّ بالخطأ
clock-adult-lead = الكلمة الأخيرة للمشرف. حتى ذلك الحين تستمر المُهلة.
clock-adult-basis = كيف تعرف؟
clock-adult-hint = لا أشعة ولا فحص للجسد، أبدًا.
clock-adult-send = عرضه على المشرف
clock-adult-proposed = اقترحه أحد:
clock-adult-waits = ينتظر المشرف.
clock-adult-confirm-lead = إن وافقت انتهت المُهلة. عند الشك هو طفل.
clock-adult-confirm-send = أوافق: ليس طفلًا
clock-adult-refuse-send = لا أوافق: هو طفل
clock-basis-paper = شوهدت ورقة
clock-basis-said = الشخص يقول ذلك
clock-basis-family = الأسرة تقول ذلك
clock-basis-assessed = نظر مختصون مدرَّبون في حال الشخص كله
clock-found-adult = الشخص بالغ

## What was done

clock-acts-title = ما فُعل
clock-acts-empty = لا شيء بعد.
clock-act-answered = رُدَّ على التنبيه
clock-act-prolonged = مُدِّد
clock-act-reached = أُنجزت مرحلة
clock-act-missed = فاتت المُهلة
clock-act-told = أُبلغ
clock-act-proposed = اقتُرح: بالغ
clock-act-refused = لم يُوافَق: هو طفل
clock-act-stopped = انتهى
clock-act-restarted = تستمر
clock-act-restarted-why = تبيّن أن الشخص طفل
clock-was-due = كانت تنتهي قبل ذلك
clock-told-supervisor = المشرف
clock-told-oversight = الجهة المستقلة
clock-told-state-duty = مناوبو الوزارة
clock-told-focal-point = ضابط الارتباط في اللجنة

## The next step, on Today

clock-step-proposed = بالغ؟ قرّر
clock-step-answer = الرد على التنبيه
clock-step-seen = قل أين الطفل بأمان
clock-step-look = انظر المُهلة

## People who are held

detention-list-title = محتجزون
detention-list-lead = شخص محتجز أو سيُرحَّل. ما هنا هو كل ما يُعرف قبل أن يقبل الشخص محاميًا.
detention-list-caption = المحتجزون، الأكثر استعجالًا في الأعلى
detention-list-empty = لا أحد محتجز، بحسب ما يُعرف هنا.
detention-code = الرمز
detention-place = المكان
detention-place-unknown = المكان غير معروف
detention-by = من يحتجزه
detention-since = منذ
detention-due = تنتهي المُهلة
detention-state = الحال
detention-open = مفتوح
detention-closed = مغلق
detention-report = إلى البلاغ
detention-task = شخص محتجز
detention-step-report = قراءة البلاغ
detention-step-see = انظر من هو محتجز
detention-one-title = محتجز
detention-no-judge = مديرية الإقامة تحتجزه: قد لا يُسأل قاضٍ قبل السفر. كونوا هناك قبل الساعة.
detention-answer = ما يقوله المحامي
detention-answer-hint = اختره فور أن تتولى الأمر، كي لا ينتظر غيرك. ويمكنك تغييره كلما تغيّر الأمر.
detention-answer-taken = أنا أتولى هذا
detention-answer-there = محامٍ عنده
detention-answer-not_found = ليس هناك، أو لم يعد هناك
detention-answer-unwanted = لا يريد محاميًا منا
detention-answer-released = أُطلق سراحه
detention-answer-removed = أُخرج من البلد
detention-answer-send = حفظ
detention-not-answered = لم يتولَّه أحد بعد
detention-step-take = تولَّ هذا

# What the ledger says that somebody did.
did-start-clock = بدء مُهلة
did-escalate-clock = إبلاغ التالي بمُهلة فائتة
did-list-clocks = عرض المُهل
did-answer-alarm = الجواب على تنبيه
did-answer-held = بيان حال محتجز
did-mark-child-seen = رؤية طفل في مكان آمن
did-tell-house = إبلاغ الدار بأن طفلًا رُئي
did-propose-found-adult = اقتراح أن الشخص بالغ
did-confirm-found-adult = تأكيد أن الشخص بالغ
did-refuse-found-adult = عدم الموافقة على أن الشخص بالغ
clock-begun = لماذا؟
clock-begun-applies = يخص هذا الطفل من الآن
clock-begun-asked = طلبته محكمة أو لجنة أو وصي
clock-begun-again = حان موعده مرة أخرى
clock-ended = ماذا جرى له؟
clock-ended-hint = إن كانت له مراحل عدة تبدأ التالية من الآن.
clock-ended-done = تم
clock-ended-not_for_them = لا يخص هذا الطفل
clock-ended-elsewhere = تقوم به جهة أخرى وأكدت ذلك
clock-ended-title = ماذا جرى لهذه المُهلة
clock-ended-send = تسجيل ذلك
clock-fit = استراح الطفل وهو قادر على ذلك
clock-not-fit = ليس قبل أن يستريح الطفل ويكون قادرًا. ضع العلامة إن كان الأمر كذلك.
clock-known = ماذا يُعرف أيضًا؟
clock-known-hint = يغيّر الموعد الذي يجب أن يتم فيه هذا.
clock-known-under_five = دون الخامسة من العمر
clock-known-urgent = عاجل
clock-known-sexual_violence = عنف جنسي
clock-known-interim_place = يعيش في مكان مؤقت
clock-begin-title = بدء مُهلة
clock-begin-lead = ما يجب أن يتم للطفل قبل يوم معين. تُحسب مما حدث لا من وقت كتابته. يراها كل من يعمل على الحالة، وإن فاتت أُبلغ آخرون.
clock-begin-day = من أي يوم تُحسب؟
clock-begin-day-hint = اليوم الذي حدث فيه ذلك.
clock-begin-hour = في أي ساعة؟
clock-begin-act = في أي يوم وقع العنف؟
clock-begin-act-hint = للفحص الصحي بعد عنف جنسي فقط.
clock-begin-send = بدؤها
clock-child-title = مُهل هذا الطفل
clock-child-none = لا تجري مُهلة أخرى.
clock-no-child = هذه المُهلة للطفل وحده.
clock-runs = هذه المُهلة جارية.
clock-act-begun = بدأت
clock-released = حر أو أمام القاضي
clock-named = عُيّن مسؤول حالة وشخص إلى جانبه
clock-case-closed = أُغلقت الحالة
did-begin-clock = بدء مُهلة لطفل
did-stop-clock = تسجيل ما جرى لمُهلة
clock-basis-miscounted = لا أحد هناك: عُدّ فرد من المجموعة مرتين أو بالخطأ
clock-miscounted = عُدّ بالخطأ: لا أحد هناك
clock-only-child = لا مُهلة لطفل آخر من هذا البلاغ. عُدّ المقصود أولًا.
