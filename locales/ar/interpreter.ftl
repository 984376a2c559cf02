# Interpreters: whom one can call, and what a person says of one.
# @reviewed-by: draft

interpreter-title = مترجم
interpreter-list-title = المترجمون
interpreter-list-lead = أشخاص يترجمون، من غير أسمائهم. دع الشخص يقول: امرأة أم رجل، ومن أين. كل رقم يُفتح وحده، ويُسجَّل ذلك.
interpreter-for = لأجل
interpreter-list-of = من رفضه هذا الشخص، أو استعمله من استغلّه، لا يظهر هنا.
interpreter-list-caption = المترجمون، الأقدم هنا أولًا
interpreter-list-empty = لم يُدخل أي مترجم بعد. مشرف أحد المكاتب يُدخل الأول.
interpreter-list-none-such = لا أحد هنا كما طلبت. جرّب من غير المكان: كثيرون يترجمون بالهاتف.
interpreter-find = ابحث عن مترجم
interpreter-all = كل المترجمين
interpreter-back-to = عودة إلى المترجم
interpreter-code = الرمز
interpreter-place = المكان
interpreter-filter-language = مترجمون من
interpreter-filter-any = أي لغة
interpreter-filter-sex = وهم
interpreter-filter-anybody = نساء أو رجال
interpreter-filter-state = وهم
interpreter-filter-all = في الدليل

interpreter-languages = اللغات
interpreter-languages-hint = أشّر على كل ما يترجمونه جيدًا.
interpreter-sex = امرأة أم رجل
interpreter-sex-hint = كثيرون لا يستطيعون الكلام إلا أمام امرأة، أو إلا أمام رجل.
interpreter-sex-female = امرأة
interpreter-sex-male = رجل
interpreter-where = في أي محافظة يحضرون؟
interpreter-number = الرقم
interpreter-number-hint = ليلًا ونهارًا إن وافقوا. يُحفظ مختومًا.
interpreter-number-missing = اكتب الرقم كما يُطلب
interpreter-oath = على ماذا أقسموا؟
interpreter-oath-hint = لا يترجم أحد هنا من غير أن يعرف أن شيئًا لا يخرج من الغرفة.
interpreter-oath-court = يمين أمام محكمة
interpreter-oath-signed = تعهّد موقّع بالكتمان
interpreter-oath-nothing = لا شيء بعد
interpreter-links = بمن لهم صلة؟
interpreter-links-hint = الجماعة والعائلة وأرباب العمل والمكاتب التي عملوا لها: كي لا يلتقي أحد بجهة من يخافهم. اكتب «لا صلة معروفة» إن كان كذلك.
interpreter-links-missing = اكتب بمن لهم صلة، أو أنه لا صلة معروفة

interpreter-add-title = أدخل مترجمًا
interpreter-add-lead = من غير اسم. مكتبك يضمنه: اسأل عن يمينه وصلاته قبل أن تُدخله. بعدها يجده كل مكتب يساعد.
interpreter-add = أدخله
interpreter-known = هذا الرقم موجود في الدليل، أو لا يجوز الاتصال بصاحبه بعد الآن. اسأل المكاتب الأخرى.
interpreter-change-title = غيّر ما هو مكتوب
interpreter-change-lead = هذا ما يظهر من الآن في كل مكتب.
interpreter-change = غيّره
interpreter-stale = غيّر أحدٌ هذا في أثناء ذلك. ما كتبته موجود أدناه: افتح المترجم من جديد وقارن.
interpreter-clear-title = لا شيء في الأمر
interpreter-clear-lead = قال أحدهم إن من يستغلون الناس استعملوا هذا المترجم. تحدث مع من ضمنه قبل أن تقرر. لن يُعرض أبدًا على من قالوا ذلك.
interpreter-clear-sure = تحققت من الأمر ولا شيء فيه
interpreter-clear-missing = أشّر عليه بعد أن تتحقق فقط
interpreter-clear = اعرضه من جديد
interpreter-not-doubted = لم يعد أحد يشك في هذا المترجم.
interpreter-end-title = أخرجه من الدليل
interpreter-end-lead = يُتلف الرقم والصلات. لا رجعة في ذلك.
interpreter-end = أخرجه من الدليل
interpreter-because = لماذا؟
interpreter-because-hint = من عمل لمن يستغلون الناس يُعرف برقمه ولا يمكن إدخاله من جديد.
interpreter-because-stopped = لم يعد يترجم
interpreter-because-asked = طلب ذلك
interpreter-because-linked = عمل لمن يستغلون الناس

interpreter-state-offered = معروض
interpreter-state-doubted = موضع شك
interpreter-state-ended = أُخرج
interpreter-state-barred = أُخرج نهائيًا
interpreter-is-doubted = قال أحدهم إن من يستغلون الناس استعملوا هذا المترجم. لا يراه أي مكتب آخر حتى ينظر مكتبك.
interpreter-is-over = أُخرج من الدليل. أُتلف رقمه.
interpreter-not-offered = ليس لهذا الشخص: رفض هذا المترجم، أو استعمله من استغلّه.
interpreter-before = قبل الحديث: لا تذكر اسمًا ولا مكانًا على الهاتف. اسأل الشخص هل يعرف هذا المترجم وهل يريده. لا قريب ولا مرافق ولا طفل أبدًا.

interpreter-say-title = كيف كان؟
interpreter-say-hint = من يرفضه الشخص لا يُعرض عليه ثانية. ومن استعمله صاحب عمله لا يُعرض على أحد حتى ينظر المكتب الذي ضمنه.
interpreter-word = كيف كان؟
interpreter-word-helped = ترجم
interpreter-word-declined = الشخص يريد غيره
interpreter-word-employer = استعمله من استغلّ الشخص
interpreter-task = مترجم موضع شك
interpreter-step = انظر في الأمر

did-add-interpreter = إدخال مترجم
did-write-interpreter = تغيير مترجم أو إخراجه
did-list-interpreters = البحث عن مترجم
did-follow-interpreter = ترتيب دليل المترجمين
