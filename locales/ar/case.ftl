# Cases, the people they are about, and what each agreed to.
# @reviewed-by: draft

## What the person says

consent-question-talk = هل تقبل أو تقبلين أن نتحدث معك؟
consent-question-talk-hint = لا يُحسب إلا ما يقوله الشخص نفسه.
consent-question-write = هل تقبل أو تقبلين أن نكتب الاسم وما يُقال؟
consent-question-write-hint = الرفض لا يكلف شيئًا: تستمر المساعدة برمز، ويُمحى ما كُتب من الاسم.
consent-question-share = هل تقبل أو تقبلين أن نخبر غيرنا، وكل جهة بموافقة وحدها؟
consent-question-share-hint = الرفض ينهي كل موافقة أُعطيت من قبل.
consent-question-fear = هل تخاف أو تخافين من دولتك أو سفارتها؟
consent-question-fear-hint = ما لم يقل الشخص لا بنفسه، لا يذهب شيء إلى سفارة.
consent-agreed-yes = نعم، قالها الشخص بنفسه
consent-agreed-no = لا
consent-agreed-other = قالها شخص آخر عنه
consent-not-asked = لم يُسأل بعد

## A consent

consent-purpose = لماذا؟
consent-purpose-hint = موافقة واحدة لغرض واحد. اشرحه أولًا بلغة الشخص.
consent-purpose-help = مساعدة من جهة أخرى
consent-purpose-police = إخبار الشرطة
consent-purpose-prosecutor = عضو الادعاء العام
consent-purpose-judge = قاضٍ: الاعتراف بالوضع
consent-purpose-embassy = سفارة دولته
consent-purpose-family = الاتصال بالأسرة أو البحث عنها
consent-purpose-across = جهة على الجانب الآخر بين العراق الاتحادي وإقليم كردستان
consent-purpose-photo = صورة
consent-purpose-statistics = بحوث وإحصاء بلا اسم
consent-purpose-htcds = معيار البيانات الدولي بلا اسم
consent-body = لأي جهة؟
consent-body-hint = اتركه فارغًا إن لم تكن الجهة في القائمة.
consent-named = أو لمن غيرها؟
consent-named-hint = مستشفى أو مدرسة أو أحد من الأسرة. للسفارة اختر ذلك الغرض.
consent-which-recipient = قل لمن: اختر جهة أو اكتب لمن غيرها. واحدًا من الاثنين.
consent-packet = كم؟
consent-packet-hint = الأقل يكفي غالبًا.
consent-packet-a = أ: ما يلزم، ورمز للرد عليه
consent-packet-b = ب: ومعه الاسم الأول واللغة وما هو خطر
consent-packet-c = ج: ملخص كامل
consent-period = لأي مدة؟
consent-period-hint = بعدها تنتهي من تلقاء نفسها. ويمكن سحبها في أي وقت.
consent-period-month = شهر
consent-period-quarter = ثلاثة أشهر
consent-period-half_year = ستة أشهر
consent-period-year = سنة
consent-language = بأي لغة شُرح؟
consent-manner = كيف أُعطيت؟
consent-manner-spoken = قولًا
consent-manner-signed = توقيعًا
consent-manner-thumb = بصمة
consent-asylum = للسفارة: شُرح اللجوء أولًا
consent-asylum-hint = من قد يحتاج حماية من دولته يجب أن يعرف ذلك قبلها.
consent-both = للطفل: يوافق الطفل ويوافق من يقرر معه
consent-both-hint = يُسأل كل منهما وحده. رفض واحد رفض.
consent-number = الرقم
consent-until = سارية حتى
consent-explained = الشرح
consent-left = ما خرج بموجبها
consent-left-nothing = لا شيء
consent-live = سارية
consent-withdrawn = مسحوبة
consent-ran-out = انتهت مدتها
consent-no-decider = لم تعد سارية: لا يقرر مع الطفل الآن من كان حينها
consent-feared = لم تعد سارية: خاف الشخص من تلك الدولة بعدها
consent-withdraw-send = اسحبها الآن
consent-to-tell = من لديه شيء منها يجب أن يُبلَّغ بأنها انتهت.
consent-told-send = أُبلغوا وأقرّوا بذلك

## Who decides for a child

consent-decider = من يقرر مع الطفل؟
consent-decider-hint = ليس أبدًا من له يد فيما حدث.
consent-decider-parent = أحد الوالدين
consent-decider-guardian = وصي عيّنته محكمة
consent-decider-advocate = المدافع الوصي عن الطفل
consent-decider-court = المحكمة
consent-decider-nobody = لا أحد بعد
consent-conflict = من سُمّي آخرًا لا يجوز له: وُجد تعارض
consent-no-part = لا يد له في الأمر: ليس مستقطِبًا ولا صاحب عمل ولا مشتريًا ولا قريبًا لهم
consent-no-part-hint = اسأل الطفل وحده. عند الشك اتركه فارغًا.
consent-no-gain = لا يكسب شيئًا: لا دين ولا مال ولا عودة إلى العمل
consent-no-gain-hint = إن لم يُؤشَّر أحدهما فلا يقرر هذا الشخص.

## Without a consent

consent-basis = على أي أساس؟
consent-basis-hint = هذه الثلاثة ولا غيرها.
consent-basis-danger_to_life = خطر على الحياة الآن
consent-basis-best_interests = مصالح الطفل الفضلى
consent-basis-court_order = أمر محكمة
consent-reason = لماذا؟
consent-reason-hint = ما الخطر، أو رقم الأمر. ويُخبَر الشخص ما لم يكن في ذلك خطر.
consent-verdict = ماذا تقول؟
consent-verdict-hint = مع نعم يجوز أن يخرج مرة واحدة خلال يوم: الحزمة أ لا أكثر.
consent-verdict-agrees = أوافق
consent-verdict-refuses = لا أوافق
consent-telling = هل يُخبَر الشخص؟
consent-telling-hint = يُخبَر الشخص ما لم يكن في ذلك خطر عليه.
consent-telling-told = أُخبر
consent-telling-later = يخبره من طلب ذلك
consent-telling-dangerous = في ذلك خطر عليه
consent-without-live = يجوز أن يخرج الآن مرة واحدة
consent-without-waits = ينتظر شخصًا ثانيًا
consent-without-over = انتهى

## Why it cannot be

consent-not-shared = لم يقل الشخص نعم للمشاركة بنفسه. اطرح هذا السؤال أولًا.
consent-none = لا موافقة على ذلك. اطلب موافقة الشخص أولًا.
consent-is-withdrawn = تلك الموافقة سُحبت.
consent-has-run-out = انتهت مدة تلك الموافقة. اسأل الشخص من جديد.
consent-nameless = لهذا الغرض لا يُسمّى أحد: اختر الحزمة أ.
consent-not-them = لا يجوز لهذه الجهة أن تأخذه لهذا الغرض. لا تأخذه أبدًا جهة يتهمها البلاغ ولا دار؛ والشرطة والمحاكم والجهات على الجانب الآخر بالغرض المسمّى لها فقط.
consent-too-much = وافق الشخص على أقل. اختر حزمة أصغر أو اسأله من جديد.
consent-not-written = الحزمتان ب وج تحتاجان نعم للكتابة. الحزمة أ لا تحتاجها.
consent-nobody-decides = لا أحد يقرر مع الطفل بعد. يسمّيه مسؤول حماية الطفل.
consent-not-both = للطفل يجب أن يوافق الاثنان: الطفل ومن يقرر معه. أشّر عليه حين يوافقان.
consent-not-a-child = الشخص بالغ ويقرر وحده.
consent-embassy = لا شيء يذهب إلى سفارة قبل شرح اللجوء وقبل أن يقول الشخص بنفسه إنه لا يخاف من تلك الدولة.
consent-same-person = يؤكدها شخص آخر.
consent-nothing-waits = تم ذلك من قبل. انظر إلى الصفحة من جديد.

## The person

person-title = ما وافق عليه الشخص
person-of-case = من الحالة
person-back-to = عودة إلى ما تمت الموافقة عليه
person-shut = لا اسم مكتوب بعد. يُفتح حين يجيب الشخص بنفسه عن الأسئلة الثلاثة الأولى.
person-no-writing = لا يريد الشخص أن يُكتب اسمه. كل شيء يستمر بالرمز: المكان والمحامي والمساعدة.
person-no-talking = لا يريد الشخص أن يتحدث. لا يُسأل عن شيء؛ والمكان والمساعدة مستمران بالرمز.
person-nobody-decides = أجاب الطفل. يسمّي مسؤول حماية الطفل من يقرر معه.
person-to-confirm = شيء سيخرج بلا موافقة وينتظر شخصًا ثانيًا.
person-age-title = غيّر العمر
person-age-lead = أصغر مما كان يُظن، أو لا أحد يعرف: يقرر الطفل ومعه شخص، وتجري مُهلته.
person-age-hint = أن يكون الشخص بالغًا يقوله شخصان على المُهلة.
person-age-send = احفظ العمر
person-age-two = هذا يحتاج شخصين: افتح مُهلة الطفل وقل هناك إن الشخص بالغ.
person-to-tell = انتهت موافقة وعند أحد شيء منها. أبلغه اليوم.
person-answers = ما قاله الشخص بنفسه
person-ask-title = اسأل الشخص
person-ask-lead = اطرح كل سؤال وحده بلغة الشخص. اترك فارغًا ما لم يُسأل. يُسجَّل الرفض ولا يغيّر شيئًا من المساعدة.
person-ask-send = سجّل الأجوبة
person-nothing = اختر ما قاله الشخص.
person-stale = كتب أحدهم هنا في هذه الأثناء. افتح الصفحة في نافذة أخرى ثم أرسل ما كتبت.
person-consents = الموافقات
person-consents-none = لا موافقة بعد: لا يخرج شيء.
person-shares-first = قبل الموافقة يقول الشخص بنفسه نعم للمشاركة.
person-consent-title = سجّل موافقة
person-consent-lead = يُشرح أولًا: لماذا ولمن وكم وحتى متى، وأن الرفض لا يكلف شيئًا، وأنها تُسحب بخطوة واحدة.
person-consent-send = وافق الشخص على هذا
person-decider-title = سمِّ من يقرر مع الطفل
person-decider-lead = يُسمع الطفل في كل حال. من يُسمّى الآن يحل محل من قبله، وتنتهي الموافقات التي أُعطيت معه.
person-decider-send = سجّل ذلك
person-without-head = بلا موافقة
person-without-title = اطلب أن يخرج بلا موافقة
person-without-lead = على ثلاثة أسس فقط، وبأقل قدر، ويقرر شخص ثانٍ.
person-without-send = اطلب من شخص ثانٍ
person-confirm-title = قرر هل يخرج بلا موافقة
person-confirm-lead = اقرأ الأساس والسبب في الصفحة السابقة. لستَ من طلب ذلك.
person-confirm-send = قل ذلك
person-who-title = من هو الشخص
person-who-nothing = لا شيء مكتوب بعد.
person-name-title = اكتب من هو الشخص
person-name-lead = كما يكتبه هو، بأي خط. لا شيء هنا إلزامي.
person-name-send = احفظه
person-given = اسمه
person-given-hint = كما يحب أن يُنادى.
person-father = اسم الأب
person-grandfather = اسم الجد
person-family = اسم العائلة
person-called = أسماء أخرى يُعرف بها
person-called-hint = كنية أو اسم في جواز أو اسم أعطاه له أحد.
person-born = متى وُلد
person-born-hint = بقدر ما يعرف: يوم أو سنة أو موسم.
person-phone = رقم آمن
person-phone-hint = رقم لا يطّلع عليه غيره.
person-when = متى يكون آمنًا
person-words = ما يقال أولًا
person-words-hint = كلمة لا تضر إن رد شخص آخر.
person-others = من غيره قد يرد
person-others-hint = ما العمل إن كان شخصًا آخر.

## A packet on paper

packet-title = اطبع لجهة
packet-lead = لا يُطبع إلا ما وافق عليه الشخص، ويُسجَّل في دفتره.
packet-nothing = لا شيء يجوز أن يخرج الآن: لا موافقة سارية.
packet-under = بموجب أي موافقة؟
packet-under-hint = رقمها في الصفحة السابقة.
packet-to-named = من ليس في الدليل
packet-how-much-hint = ليس أكثر مما تمت الموافقة عليه.
packet-language = يتكلم
packet-need = ما يلزم
packet-need-hint = بلا اسم هنا.
packet-risk = ما هو خطر
packet-risk-hint = يُطبع مع الحزمتين ب وج فقط.
packet-summary = ملخص
packet-summary-hint = يُطبع مع الحزمة ج فقط.
packet-send = اطبع
packet-printed = طُبع هذا من قبل. أرسله مرة أخرى لنسخة أخرى.
packet-paper-title = ورقة للتسليم
packet-how = اطبعها وسلّمها بنفسك ولا تحتفظ بنسخة.
packet-to = إلى
packet-code = الرد على هذا الرمز
packet-only-for = لهذا الغرض وحده ولا لغيركم. لا يجوز استعمالها ضد الشخص.

## Cases

case-title = الحالة
case-list-title = الحالات
case-list-caption = الحالات، الأقرب استحقاقًا أولًا
case-list-empty = لا حالة هنا الآن.
case-list-none-such = لا حالة كهذه.
case-list-all = كل الحالات
case-filter-state = الحالات التي هي
case-filter-any = مفتوحة أو مغلقة
case-filter-age = لمن عمره
case-filter-any-age = أي عمر
case-filter-whose = المسؤول:
case-filter-all = أي شخص
case-filter-mine = أنا
case-filter-missing = و
case-filter-nothing = لها مكان أو ليس لها
case-filter-no_place = ليس لها مكان بعد
case-code = الرمز
case-due = التالي
case-age = العمر
case-age-hint = ما يقوله يكفي. وإن لم يعرف أحد يُعدّ طفلًا.
case-place = المكان
case-where = في أي محافظة؟
case-which-place = اختر المحافظة.
case-begun = فُتحت
case-report = البلاغ
case-state = كيف هي
case-state-open = مفتوحة
case-state-closed = مغلقة
case-unplanned = لا اتصال مخطط
case-open-title = افتح حالة
case-open-lead = رمز ومكان وعمر واحتياجات. بلا اسم: يجيب الشخص أولًا عن ثلاثة أسئلة.
case-open = افتح الحالة
case-from-report = من البلاغ
case-from-screening = من الفحص الأولي
case-needs = ماذا يلزم؟
case-needs-hint = بقدر ما هو معروف الآن.
case-needs-none = لم يُذكر شيء بعد
case-needs-title = غيّر الاحتياجات
case-needs-lead = أشّر ما يلزم الآن.
case-needs-send = احفظ الاحتياجات
case-need-place = مكان آمن
case-need-health = رعاية صحية
case-need-talk = من يتحدث معه
case-need-law = محامٍ
case-need-papers = أوراق
case-need-money = مال
case-need-work = عمل
case-need-school = مدرسة
case-need-family = أسرة
case-need-interpreter = مترجم
case-need-child = رعاية أطفاله
case-need-return = عودة آمنة
case-back-to = عودة إلى الحالة
case-is-closed = هذه الحالة مغلقة. يمكن فتحها من جديد في أي وقت.
case-safe = آمن؟
case-safe-place = يقيم في دار
case-safe-unknown = اسأل الشخص
case-bed = مكان؟
case-bed-none = لم يطلبه أحد بعد
case-bed-somebody = شخص من هذا البلاغ:
case-held = محتجز؟
case-held-not = لا يُعرف شيء عن ذلك
case-consent = موافق؟
case-consent-no = لا للكتابة: المساعدة مستمرة بالرمز
case-consent-open = يجوز كتابة الاسم
case-consent-no-talk = لا يريد التحدث: المساعدة مستمرة بالرمز
case-consent-decider = لا أحد يقرر مع الطفل بعد
case-consent-asked = لم يُسأل بعد
case-consents-live = { $count ->
    [zero] لا موافقة سارية
    [one] موافقة واحدة سارية
    [two] موافقتان ساريتان
    [few] { $count } موافقات سارية
    [many] { $count } موافقة سارية
   *[other] { $count } موافقة سارية
}
case-next = الاتصال القادم
case-contact-title = خطط للاتصال القادم
case-contact-lead = يُتحدث من جديد مع كل شخص له حالة. قل متى وكيف يكون ذلك آمنًا.
case-contact-last = كيف كان الاتصال الأخير؟
case-contact-last-hint = اتركه فارغًا إن لم يكن. بلا اسم ما دامت الكتابة لم تُقبل.
case-contact-day = في أي يوم؟
case-contact-hour = في أي ساعة؟
case-contact-how = كيف يكون آمنًا؟
case-contact-how-hint = أي رقم، أي كلام أولًا، من غيره قد يرد. بلا اسم ما دامت الكتابة لم تُقبل.
case-contact-send = خططه
case-past = مضى ذلك الوقت. اختر وقتًا لاحقًا.
case-ahead = لم يحن ذلك بعد. اختر متى حدث.
case-tasks = للعمل
case-tasks-none = لا شيء للعمل.
case-task-title = أضف ما يجب عمله
case-task-lead = يظهر في «اليوم» للفريق قبل استحقاقه.
case-task-text = ماذا؟
case-task-day = حتى أي يوم؟
case-task-send = أضفه
case-task-done = تم
case-no-name = بلا اسم ولا ما يدل على الشخص ما دام لم يقبل الكتابة.
case-line = ما حدث
case-line-open = { $count ->
    [zero] لا قيود
    [one] افتح قيدًا واحدًا
    [two] افتح قيدين
    [few] افتح { $count } قيود
    [many] افتح { $count } قيدًا
   *[other] افتح { $count } قيد
}
case-entered = سُجّل
case-note-title = اكتب ما حدث
case-note-lead = متى حدث يظهر بجانب متى كُتب.
case-happened = في أي يوم حدث؟
case-happened-hint = ليس يوم الكتابة.
case-note-text = ماذا حدث؟
case-note-send = سجّله
case-what-opened = فُتحت
case-what-note = ملاحظة
case-what-contact = اتصال
case-what-task = للعمل
case-what-team = آخرون عليها
case-what-closed = أُغلقت
case-what-reopened = فُتحت من جديد
case-team = من عليها
case-team-title = غيّر الفريق
case-team-lead = من هذا المكتب فقط. من ينضم يرى كل الحالة، ومن يغادر لا يجد منها شيئًا.
case-team-who = من؟
case-team-send = غيّره
case-change = ينضم أم يغادر؟
case-change-comes = ينضم إلى الفريق
case-change-leaves = يغادر الفريق
case-not-fit = اختر شخصًا من هذا المكتب يعمل مع الناس وليس مستبعدًا من هذا البلاغ.
case-owner-stays = المسؤول عن الحالة يبقى. سلّمها أولًا.
case-hand-title = سلّم الحالة إلى زميل
case-hand-lead = من تختاره مسؤول عنها من الآن، ويغادر الفريقَ من كان قبله.
case-hand-who = لمن؟
case-hand-send = سلّمها
case-close-title = أغلق الحالة
case-close-lead = الإغلاق لا ينهي إقامة ولا حقًا. ولا يمكن ما دامت مهلة جارية أو شخص محتجز أو جهة لم تُبلَّغ بعد.
case-close-text = ما الذي ينبغي معرفته أيضًا؟
case-close-send = أغلقها
case-because = لماذا؟
case-because-hint = لا سبب يقول شيئًا ضد الشخص.
case-because-goals_met = تحققت أهدافه
case-because-own_wish = برغبته
case-because-moved = يعيش في مكان آخر الآن
case-because-elsewhere = تتابعه جهة أخرى
case-because-lost = لا أحد يستطيع الوصول إليه
case-because-died = توفي
case-clock-runs = ما زالت مهلة جارية لهذا الشخص. عالجها أولًا.
case-held-open = ما زال شخص من هذا البلاغ محتجزًا. عالج ذلك أولًا.
case-to-tell = انتهت موافقة ولم يُبلَّغ من لديه شيء منها. أبلغه أولًا.
case-reopen-title = افتح الحالة من جديد
case-reopen-lead = ممكن دائمًا. ويستمر خط أحداثها.
case-reopen-text = لماذا؟
case-reopen-send = افتحها من جديد
case-see-screening = انظر الفحص الأولي
case-panel-title = الحالات
case-panel-open = انظر الحالة
case-panel-again = افتح حالة لشخص آخر من هذا البلاغ
case-task-plan = لا اتصال مخطط
case-task-contact = تحدث مع الشخص
case-task-due = هناك ما يجب عمله
case-task-told = يجب إبلاغ أحد بأن موافقة انتهت
case-task-confirm = شيء سيخرج بلا موافقة
case-step-confirm = اقرأ وقرر
case-task-nobodys = حالة لا أحد عليها
case-step-plan = خططه
case-step-open = افتح الحالة
case-step-told = انظر من

## The plan

plan-title = الخطة والخدمات
plan-back-to = عودة إلى الخطة
plan-goals = أهداف الشخص نفسه
plan-goals-none = اسأل الشخص ماذا يريد.
plan-goal-title = سجّل هدفًا
plan-goal-lead = بكلمات الشخص لا بكلماتنا.
plan-goal = ماذا يريد الشخص؟
plan-goal-hint = بلا اسم ولا ما يدل على الشخص ما دام لم يقبل الكتابة.
plan-goal-send = احفظه
plan-duties = ما على الدولة
plan-duties-lead = واجبات المادة الحادية عشرة. ما لا يتوفر يُنسب إلى الجهة التي عليها، وليس أبدًا إلى الشخص.
plan-not-offered = لم يُعرض بعد
plan-owed-by = على
plan-served = أين وصل؟
plan-served-hint = ما لا يريده الشخص ليس نقصًا.
plan-served-offered = عُرض
plan-served-accepted = يريده الشخص
plan-served-refused = لا يريده الشخص
plan-served-not_available = غير متوفر
plan-served-attended = ذهب إليه الشخص
plan-served-done = تم
plan-served-text = ممن، وكيف كان؟
plan-duty = أي واحد؟
plan-serve-title = قل أين وصلت خدمة
plan-serve-lead = كل خطوة مع يومها.
plan-serve-send = احفظه
plan-recognition = الاعتراف من قاضٍ
plan-recognition-lead = لا يُطلب إلا بموافقة الشخص. وعدم الاعتراف لا ينهي أي خدمة.
plan-recognition-hint = لا يتعلق به مكان ولا مساعدة ولا حق.
plan-recognition-asked = طُلب
plan-recognition-recognised = اعتُرف به
plan-recognition-not_recognised = لم يُعترف به
plan-recognition-appealed = طُعن فيه
plan-recognise-title = سجّل خطوة من الاعتراف
plan-recognise-lead = المحكمة واليوم ورقم القرار.
plan-recognise-send = احفظه
plan-court = أي محكمة؟
plan-number = رقم القرار
plan-number-hint = اتركه فارغًا حتى يوجد.
plan-no-judge = لم يوافق الشخص على تقديم طلب إلى قاضٍ. اطلب تلك الموافقة أولًا.
plan-gaps = { $count ->
    [zero] لا واجب على الدولة لم يُؤدَّ.
    [one] واجب واحد على الدولة لم يُؤدَّ بعد.
    [two] واجبان على الدولة لم يُؤدَّيا بعد.
    [few] { $count } واجبات على الدولة لم تُؤدَّ بعد.
    [many] { $count } واجبًا على الدولة لم يُؤدَّ بعد.
   *[other] { $count } واجب على الدولة لم يُؤدَّ بعد.
}
case-what-goal = هدف
case-what-service = خدمة
case-what-recognition = اعتراف

## A group

head-title = عدّ مجموعة
head-lead = العدّ أولًا والأسماء لاحقًا. نوعًا بعد نوع: ثلاثة أولاد ثم رجل. لكل طفل مُهلة خاصة به من الآن.
head-count = كم عددهم؟
head-count-hint = بقدر ما رأى أحدهم.
head-how-many = قل كم: واحدًا على الأقل وأقل من مئة في المرة الواحدة.
head-sex = نساء أم رجال، بنات أم أولاد؟
head-sex-hint = كما يبدو. لا أحد يثبته.
head-age = كم يبدو عمرهم؟
head-age-hint = إن لم تكن متأكدًا يُعدّون أطفالًا.
head-language = أي لغة يتكلمون؟
head-send = عدّهم
head-list = من عُدّوا
head-talked-with = تحدث معه أحد
head-not-yet = لم يتحدث معه أحد بعد
case-head = من هو من المجموعة؟
case-head-hint = كل من عُدّ شخص واحد، كي لا يُعدّ طفل مرتين ولا يُنسى.
case-head-none = شخص لم يُعدّ
case-seen = هو طفل هذا البلاغ الذي شوهد في مكان آمن
case-seen-hint = اتركه فارغًا إن كان طفلًا آخر: لكل طفل مُهلته.
case-screened = فُتحت حالة من هذا الفحص من قبل. افتحها من البلاغ.
case-counted = فتح أحدهم حالة لهذا الشخص في هذه الأثناء أو عُدّ في بلاغ آخر. انظر إلى البلاغ من جديد.

## What was done

did-count-heads = عدّ مجموعة
did-open-case = فتح حالة
did-write-case = الكتابة في حالة
did-list-cases = النظر في الحالات
did-read-case = قراءة حالة
did-change-team = تغيير من على حالة
did-reassign-case = تسليم حالة إلى زميل
did-close-case = إغلاق حالة
did-reopen-case = إعادة فتح حالة
did-bring-case = نقل حالة إلى من لديه بلاغها
did-read-consents = النظر فيما وافق عليه شخص
did-record-consent = تسجيل ما قاله شخص
did-name-child-decider = تسمية من يقرر مع طفل
did-withdraw-consent = سحب موافقة
did-tell-withdrawal = إبلاغ أحد بانتهاء موافقة
did-write-identity = كتابة من هو شخص
did-read-identity = النظر فيمن هو شخص
did-propose-sharing = طلب إخراج شيء بلا موافقة
did-confirm-sharing = القرار في إخراج شيء بلا موافقة
did-print-packet = طباعة حزمة لجهة
did-write-age = تغيير عمر شخص
did-share-team = تغيير من على حالة شخص
did-find-grown-up = ترك شخص تبيّن أنه بالغ يقرر وحده
did-bring-person = نقل شخص إلى من لديه حالته

case-state-shred_proposed = مغلقة، بانتظار الإتلاف
case-what-shred_proposed = بانتظار الإتلاف
case-task-shred = حالة بانتظار الإتلاف
case-shred-title = إتلاف هذه الحالة
case-shred-lead = ما كُتب عن هذه الحالة وعن الشخص وعن الفحص الأولي الذي جاءت منه لن يُفتح أبدًا بعد ذلك، ولا من نسخة. يوافق المشرف أولًا. البلاغ والمكان والمُهلة تبقى كما هي.
case-shred-why = لماذا؟
case-shred-why-asked = الشخص يطلب ذلك
case-shred-why-kept = انتهت مدة الاحتفاظ بها
case-shred-why-mistake = لا تخص أحدًا: فُتحت بالخطأ
case-shred-sure = أعلم أن شيئًا منها لن يعود
case-shred-send = اقتراح ذلك
case-shred-confirm-title = إتلاف الحالة الآن
case-shred-confirm-lead = المسؤول عنها يطلب إتلافها. إن لم توافق، فافتح الحالة من جديد.
case-shred-confirm-send = إتلافها الآن
did-propose-shredding = طلب إتلاف حالة
did-confirm-shredding = إتلاف حالة
did-shred-person = إتلاف هوية شخص
did-shred-screening = إتلاف فحص أولي
case-seen-safe = شوهد في مكان آمن
head-drop-title = عُدّ شخص بالخطأ
head-drop-lead = بالغ لم يتحدث معه أحد بعد. أما الطفل فقل ذلك في مُهلته: يوافق المشرف.
head-drop-send = إخراجه من العدّ
head-which = من؟
head-which-hint = البالغون الذين لم يتحدث معهم أحد بعد فقط.
head-gone = تحدث معه شخص في هذه الأثناء، أو أُخرج من العدّ.

## Finding somebody

people-title = ابحث عن شخص
people-lead = بين حالاتك وحدها. اسم بأي ترتيب وأي خط، أو رقم هاتف، أو رمز. ما تكتبه لا يُسجَّل في أي مكان.
people-typed = عمّن تبحث؟
people-typed-hint = جزآن من الاسم أو أكثر: الاسم، الأب، العائلة.
people-typed-missing = اكتب اسمًا أو رقمًا أو رمزًا
people-find = ابحث
people-first = ابحث أولًا هل له حالة من قبل
people-found = قد يكون أحد هؤلاء. لا يعرف أنه هو نفسه إلا إنسان.
people-none = لا أحد بين حالاتك. قد يعرفه مكتب آخر: لا يُكشف أحد بين المكاتب.
people-alike = يتفق
people-parts = { $alike } من { $parts }
people-more = هناك غيرهم. اكتب جزءًا آخر من الاسم.
did-search-people = البحث عن شخص
did-index-person = طيّ الأسماء من جديد
