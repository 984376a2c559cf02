# الفحص الأولي: الأسئلة، وما يُقترح ولماذا.
# @reviewed-by: draft

## What is found

screening-outcome-NO_INDICATION_NOW = لا علامة على الاتجار بالبشر الآن. يمكن للشخص أن يعود في أي وقت.
screening-outcome-MORE_INFORMATION = تحدثوا مرة أخرى: ما قيل لا يكفي للحكم.
screening-outcome-REASONABLE_GROUNDS = أسباب معقولة: لهذا الشخص حق الحماية الآن.

## Why

screening-because-elements = ظهر الفعل والوسيلة والغرض.
screening-because-child_elements = ظهر الفعل والغرض. دون الثامنة عشرة لا حاجة إلى وسيلة.
screening-because-child_exploitation = طفل يُستغَل: تكفي علامة قوية واحدة دون الثامنة عشرة.
screening-because-exploitation_and_force = علامة قوية على الاستغلال، ومعها إكراه.
screening-because-all_in_one = علامة قوية واحدة فيها الفعل والوسيلة والغرض.
screening-because-act_and_force = فعل واستغلال وإكراه.
screening-because-only_seen = كل هذا رُئي فقط ولم يُقَل. تحدثوا مع الشخص.
screening-because-something_said = هناك ما يقلق، ولا يكفي بعد ليكون أسبابًا معقولة.
screening-because-child_labour = عمل طويل وحده: ينظر فيه عامل حماية الطفل كعمل أطفال.
screening-because-too_few = أُجيب عن أقل من ثمانية أسئلة.
screening-because-not_safe = لم يكن الحديث آمنًا: لا يمكن لأي جواب هنا أن يعني أن كل شيء بخير.
screening-because-nothing = لم يُجَب عن شيء بنعم، وسُئل ما يكفي.

## The elements

screening-act = الفعل
screening-means = الوسيلة
screening-purpose = الغرض
screening-shown = تبيّن
screening-not-shown = لم يتبيّن بعد
screening-not-needed = لا حاجة دون الثامنة عشرة
screening-act-found = بحسب من تحدث مع الشخص
screening-urgent = خطر الآن. الأمان أولًا، والأسئلة تنتظر.
screening-line = { $name }: { $state }
screening-line-rows = { $name }: { $state } ({ $rows })

## How it stands

screening-state = الحال
screening-state-open = الأسئلة جارية
screening-state-handed_in = سُلّم وينتظر قرارًا
screening-state-lower_proposed = نتيجة أدنى تنتظر المشرف
screening-state-decided = صدر القرار
screening-step-decided = قرار
screening-step-lower_proposed = اقتراح نتيجة أدنى
screening-step-lower_confirmed = تأكيد نتيجة أدنى
screening-step-reopened = فُتح من جديد

## Before the first question

screening-start-title = تحدث واسأل
screening-of-report = هذا عن البلاغ { $code }.
screening-back-report = عودة إلى البلاغ
screening-duty-title = قل هذا أولًا
screening-duty-care = «لن أخبر الشرطة بما تقوله إلا إذا أردت. إذا كانت حياة أحد في خطر، أو كان طفل يُؤذى، فعليّ أن أطلب المساعدة. يمكنك التوقف في أي وقت.»
screening-duty-front = «أعمل في جهة رسمية وقد يكون عليّ الإبلاغ عن وقوع جريمة. يمكنك التوقف في أي وقت، وستحصل على المساعدة مهما قلت لي.»
screening-first = ثم اسأل
screening-to-talk = هل يوافق الشخص نفسه على الحديث؟
screening-to-talk-hint = الطفل أيضًا يقول نعم أو لا.
screening-to-write = هل يوافق الشخص نفسه على أن يُكتب ما يقوله؟
screening-to-write-hint = إن لم يوافق فلا يُحفظ شيء، وتستمر المساعدة.
screening-age = كم عمر الشخص الآن؟
screening-age-hint = يكفي ما يقوله. من لا يُعرف عمره يُعدّ طفلًا.
screening-where = في أي محافظة؟
screening-which-place = اختر المحافظة
screening-start = ابدأ
screening-not-agreed-title = لم يُحفظ شيء
screening-not-agreed-lead = لم يوافق الشخص، أو أجاب غيره عنه. لا يُسأل عن شيء، ولا يُسجَّل شيء من هذا.
screening-not-agreed-goes-on = المساعدة تستمر على كل حال: مكان آمن باسم رمزي، وطبيب، ومحامٍ. يمكنه أن يعود ويوافق في أي وقت. لا شيء مما يحصل عليه يتوقف على ذلك.
screening-handed-title = وصل إلى جهة الرعاية
screening-handed-lead = جهة الرعاية في تلك المحافظة تتابع بهذا الرمز. لا يبقى عندك شيء مما قيل، ولن تجده بعد الآن.
screening-not-agreed = يجب أن يوافق الشخص نفسه على الأمرين.

## The card

screening-card = عشرة أسئلة للبالغ
screening-card-child = أسئلة قليلة للطفل
screening-card-lead = اسأل على انفراد وبلغة الشخص وفي مكان آمن. قل أولًا ما عليك إبلاغه. لا تكتب أي اسم.
screening-card-print = اطبع البطاقة للبالغ
screening-card-child-print = اطبع البطاقة للطفل

## How the talk is

screening-setting = كيف يجري الحديث
screening-setting-hint = أشّر على ما هو صحيح. ما لم تصح الأربعة كلها فلا نتيجة تقول إن كل شيء بخير.
screening-alone = وحده: لا يسمعه أحد غيرك
screening-own-language = بلغة الشخص نفسه
screening-no-link = لا صلة للمترجم بمن يُخاف منهم
screening-no-link-hint = أشّر أيضًا إذا لم يترجم أحد.
screening-safe-place = في مكان آمن
screening-then = هل كان الشخص دون الثامنة عشرة في أي وقت مما حدث؟
screening-then-hint = اسأل كل من هو دون الثلاثين، وكل من بدأت قصته قبل سنوات. للطفل اختر «لم يُسأل».
screening-then-yes = نعم
screening-then-no = لا
screening-then-unknown = غير معروف
screening-then-not_asked = لم يُسأل
screening-contact = متى كانت آخر صلة له بمن يفعل به هذا؟
screening-contact-hint = خلال أسبوع: الأمان قبل أي صفحة أخرى.
screening-contact-now = ما زال معه
screening-contact-day = اليوم أو أمس
screening-contact-week = خلال أسبوع
screening-contact-month = خلال شهر
screening-contact-longer = قبل ذلك
screening-contact-unknown = غير معروف
screening-contact-nobody = لا يوجد أحد كهذا
screening-dangers = هل شيء من هذا قائم الآن؟
screening-dangers-hint = كل واحد منها يوقف الأسئلة: الأمان أولًا.
screening-danger-injury = جرح أو مرض أو مشكلة في الحمل أو جرعة زائدة أو كلام عن الانتحار
screening-danger-near = من يفعل هذا موجود هنا أو قريب أو يتصل أو يعرف المكان
screening-danger-held = محتجز رغمًا عنه
screening-danger-threat = تهديد بالقتل، ولو من الأسرة أو العشيرة
screening-danger-child_alone = طفل وحده، أو مع من لا تُعرف صلته به، أو رضيع يُستعمل في التسول
screening-danger-sexual_violence = عنف جنسي خلال خمسة أيام: الطبيب أولًا
screening-danger-images = صور لإيذاء طفل على الإنترنت: لا تنسخ شيئًا
screening-danger-organ = عضو سيُنزع أو نُزع
screening-danger-moved = على وشك الترحيل أو التسليم أو التزويج أو النقل أو البيع
screening-danger-custody = في التوقيف
screening-danger-armed_group = في يد جماعة مسلحة
screening-act-by-you = وجدتَ أن أحدًا استدرج الشخص أو نقله أو سلّمه أو آواه أو استلمه
screening-act-by-you-hint = مما رواه، مهما قالت الأجوبة منفردة.

## The questions

screening-title = الفحص الأولي
screening-groups = أسئلة أخرى بحسب ما حدث
screening-level-one = الأسئلة الأولى
screening-with-bangla = أظهر البنغالية بجانب الأسئلة
screening-without-bangla = بلا البنغالية
screening-ask-hint = قل كل سؤال كما هو. «نعم» تعني دائمًا أن هناك ما يقلق. ما لم يُسأل ليس «لا».
screening-only-if-told = فقط إذا تكلم الطفل عنه بنفسه
screening-told-more = الطفل يروي أكثر
screening-noted = دوّنه ولا تسأل
screening-offer-health = اعرض ولا تسأل: «هل هناك ما تريد أن يعرفه عامل صحي؟»
screening-when = إن كان نعم: متى
screening-when-now = الآن، أو ما زال التهديد قائمًا
screening-when-last_5_days = خلال الأيام الخمسة الماضية
screening-when-before = قبل ذلك
screening-basis = المصدر
screening-basis-said = الشخص نفسه
screening-basis-seen = ما رأيته
screening-basis-document = ورقة
screening-basis-third_party = شخص آخر
screening-why = ماذا تعني «نعم»
screening-answer-yes = نعم
screening-answer-no = لا
screening-answer-unknown = لا يعرف
screening-answer-not_asked = لم يُسأل
screening-answer-declined = لم يُرد أن يقول
screening-save = احفظ وانظر ما يتبيّن
screening-theirs = حفظه شخص آخر في أثناء ذلك:
screening-stale = حفظ أحدٌ هذا في أثناء ذلك. ما كتبته موجود أدناه: راجعه وأرسله مرة أخرى.
screening-nothing-asked = لم يُسأل عن شيء بعد.
screening-recent = خلال أسبوع كان من يفعل هذا موجودًا. الأمان أولًا.
screening-shows = ما يتبيّن حتى الآن
screening-rests-on = يستند ذلك إلى:
screening-machine = البرنامج يقترح فقط. يقرر شخص مدرَّب ويذكر الأسباب.
screening-asks-then = اسأل بعد ذلك: هل كان الشخص دون الثامنة عشرة في أي وقت مما حدث؟
screening-whole = احفظ وانظر الكل وقرر
screening-hand-in = احفظ وسلّم
screening-hand-in-hint = يتابع مسؤول حالة. ولن تراه بعد ذلك.

## Groups of questions

screening-group-general = عام
screening-group-children = الأطفال
screening-group-domestic_servitude = العمل في المنازل
screening-group-labour_exploitation = عمل آخر
screening-group-sexual_exploitation = الاستغلال الجنسي
screening-group-begging_petty_crime = التسول والجرائم الصغيرة
screening-group-online_recruitment = عبر الإنترنت
screening-group-iraq_context = ما يحدث هنا
screening-group-ilo_deceptive_recruitment = خداع في البداية
screening-group-ilo_coercive_recruitment = إكراه في البداية
screening-group-ilo_vulnerability_recruitment = حاجة استُغلت في البداية
screening-group-ilo_exploitation = ظروف العمل
screening-group-ilo_coercion_destination = إكراه فيما بعد
screening-group-ilo_vulnerability_destination = حاجة استُغلت فيما بعد

## What is found

screening-answers-open = ما أُجيب عنه ({ $count })
screening-decisions = ما تقرر
screening-decide-title = قرر ما يتبيّن
screening-decide-lead = أنت تقرر وتذكر الأسباب. يمكن أن يكون أعلى مما يقترحه البرنامج؛ وللأدنى يلزم شخص ثانٍ.
screening-decide = قرر
screening-found = ماذا تجد؟
screening-found-hint = لا شيء من هذا ينهي إقامة أو يوقف مساعدة.
screening-reasons = لماذا؟
screening-reasons-hint = ما قيل وما رُئي. بلا كلمة عن تصديق الشخص أو عدمه.
screening-back-to = عودة إلى الفحص الأولي
screening-lower-title = اقترح نتيجة أدنى
screening-lower-lead = يقرأ المشرف أسبابك ويؤكد، أو تُطرح الأسئلة من جديد.
screening-lower-send = اقترحها
screening-confirm-title = أكّد النتيجة الأدنى
screening-confirm-lead = اقرأ الأجوبة والأسباب أولًا. لستَ من اقترحها.
screening-confirm-send = أكّد
screening-reopen-title = اسأل من جديد
screening-reopen-lead = ما تقرر يبقى مسجلًا، مع أسبابك للسؤال من جديد.
screening-reopen-send = افتحه من جديد
screening-is-lower = هذا أدنى مما يقترحه البرنامج أو اقترحه من قبل. استعمل «اقترح نتيجة أدنى».
screening-is-not-lower = هذا ليس أدنى مما يقترحه البرنامج أو اقترحه من قبل. قرره بنفسك.

## Lists

screening-list-title = الفحوص الأولية
screening-list-empty = لا فحص أولي جارٍ هنا الآن.
screening-list-none-such = لا فحص كهذا.
screening-list-all = كل الفحوص
screening-list-caption = الفحوص الأولية، الأحدث أولًا
screening-filter-state = التي حالها
screening-filter-any = أي حال
screening-code = الرمز
screening-report = البلاغ
screening-begun = البداية
screening-place = المكان
screening-panel-title = الفحص الأولي
screening-panel-open = انظر الفحص
screening-panel-begin = تحدث واسأل
screening-panel-again = تحدث مع شخص آخر من هذا البلاغ
screening-task-open = بدأ فحص أولي
screening-task-handed = فحص أولي ينتظر قرارًا
screening-task-untaken = فحص أولي ينتظر مسؤول حالة
screening-task-lower = نتيجة أدنى تنتظرك
screening-step-ask = تابع الأسئلة
screening-step-decide = اقرأ وقرر
screening-step-confirm = اقرأ وأكّد

## What was done

did-start-screening = بدء فحص أولي
did-answer-screening = حفظ أجوبة فحص أولي
did-list-screenings = النظر في الفحوص الأولية
did-read-screening = فتح فحص أولي
did-decide-screening = القرار فيما يتبيّن من فحص أولي
did-propose-lower-result = اقتراح نتيجة أدنى
did-confirm-lower-result = تأكيد نتيجة أدنى
did-reopen-screening = إعادة فتح فحص أولي
did-bring-screening = نقل فحص أولي إلى من لديه بلاغه
