# إدارة النظام: الجهات والأعضاء والقراء والأرقام والمكاتب، والدليل، وما هو اليوم. المراجعة: انظر locales/README.md.

# @reviewed-by: draft
## What every page of this room says

admin-act = ما العمل
admin-back = العودة إلى الإدارة
admin-both = الولايتان معًا
admin-federal = العراق الاتحادي
admin-kurdistan = إقليم كردستان
admin-whole-country = كل البلد
admin-change = غيّر
admin-save = احفظ
admin-open = افتح
admin-place = المكان
admin-state = الحال
admin-since = منذ
admin-until = حتى
admin-role = الدور
admin-roles = الأدوار
admin-organisation = الجهة
admin-done = تم
admin-not-done = ما زال ناقصًا
admin-choose-place = اختر المكان أولًا
admin-choose-both = اختر الجهة والدور
admin-not-oneself = لا أحد يفعل هذا لنفسه. اطلب من زميل.
admin-not-possible = لا يمكن هذا. ارجع وانظر ما هو مكتوب الآن.

## The first page

admin-title = الإدارة
admin-pages = كل ما يمكنك ضبطه
admin-missing = { $count ->
    [zero] لا ينقص شيء.
    [one] ينقص أمر واحد حتى يُقرأ كل بلاغ ويجد كل شخص مكانًا.
    [two] ينقص أمران حتى يُقرأ كل بلاغ ويجد كل شخص مكانًا.
    [few] تنقص { $count } أمور حتى يُقرأ كل بلاغ ويجد كل شخص مكانًا.
    [many] ينقص { $count } أمرًا حتى يُقرأ كل بلاغ ويجد كل شخص مكانًا.
   *[other] ينقص { $count } أمر حتى يُقرأ كل بلاغ ويجد كل شخص مكانًا.
}
admin-nothing-missing = لا ينقص شيء: كل بلاغ يجد من يقرؤه، وهناك من يجيب عن المكان.
admin-waiting = { $count ->
    [zero] لا أحد ينتظر التأكيد.
    [one] عضو مدعو واحد ينتظر أن يؤكده أحد من جهته.
    [two] عضوان مدعوان ينتظران أن يؤكدهما أحد من جهتهما.
    [few] { $count } أعضاء مدعوين ينتظرون أن يؤكدهم أحد من جهتهم.
    [many] { $count } عضوًا مدعوًا ينتظرون أن يؤكدهم أحد من جهتهم.
   *[other] { $count } عضو مدعو ينتظرون أن يؤكدهم أحد من جهتهم.
}
admin-where = { $count ->
    [zero] لا مكان
    [one] في مكان واحد
    [two] في مكانين
    [few] في { $count } أماكن
    [many] في { $count } مكانًا
   *[other] في { $count } مكان
}
admin-clock-wrong = ساعة الجهاز غير صحيحة، ولذلك لا يُستلم أي بلاغ. اطلب الآن ممن يتولى الجهاز أن يضبطها
admin-recovered = أُعيد إدخال مدير النظام الوحيد من الخادم يوم
admin-recovered-act = إن لم تعرف السبب فأخبر مسؤول حماية البيانات ومن يشغّل الخادم اليوم.
admin-room-near = قريبًا لن يُستلم أي بلاغ جديد: إما أن كثيرًا منها ينتظر بلا جواب، أو أن القرص يكاد يمتلئ. تأكد أن المكاتب تجيب، واطلب ممن يعتني بالجهاز أن يشغّل «najat doctor».
admin-room-full = لا يُستلم أي بلاغ في هذه اللحظة: كثير منها ينتظر بلا جواب، أو أن القرص ممتلئ. أخبر المكاتب ومن يعتني بالجهاز الآن.
admin-need = ما يلزم
admin-need-administrators = مديران للنظام، حتى لا يُقفل الباب بضياع هاتف
admin-need-data-protection = مسؤولان لحماية البيانات يؤكدان أول عضو في كل جهة
admin-need-national = قارئ مستقل لكل البلد في كل ولاية
admin-need-readers = قارئ في كل محافظة
admin-need-staff = مستجيب ومشرف عند كل قارئ
admin-need-number = رقم لكل البلد جرّبه أحد
admin-need-checked = كل رقم جُرّب خلال ٩٠ يومًا
admin-need-placement = مكتب إيواء يجيب عن كل محافظة
admin-need-desk-number = رقم لكل مكتب إيواء، فهو يدلّ على الطريق صوتًا
admin-need-shelter = جهة تدير دارًا
admin-need-manager = مدير في كل دار
admin-need-legal-aid = مساعدة قانونية في كل ولاية
admin-need-oversight = جهة رقابة مستقلة في كل ولاية
admin-need-state-duty = الموظفون المناوبون في الوزارة في كل ولاية
admin-need-focal-point = جهة اتصال اللجنة في كل ولاية

## Organisations

admin-organisations-title = الجهات
admin-org-new-title = أدخل جهة
admin-org-change-title = غيّر جهة
admin-org-none = لم تُدخل أي جهة بعد.
admin-org-name = الاسم
admin-org-name-en = الاسم بالإنكليزية
admin-org-name-ar = الاسم بالعربية
admin-org-name-ckb = الاسم بالكردية
admin-org-twice = هناك جهة بهذا الاسم من قبل. إن كانت هذه جهة أخرى فقل ذلك تحت الأسماء
admin-org-another = هذه جهة أخرى بالاسم نفسه
admin-org-name-missing = اكتب الاسم باللغات الثلاث
admin-org-name-long = اجعل الاسم أقصر: ٢٠٠ حرف على الأكثر
admin-org-kind = ما هي
admin-org-kind-hint = يتحدد بهذا من يقرأ البلاغ ومن يُبعد عنه.
admin-org-kind-fixed = الشرطة والجماعات المسلحة والمحاكم تبقى خلف جدارها: أدخلها جهة جديدة
admin-kind-police = شرطة
admin-kind-armed-group = جماعة مسلحة
admin-kind-camp = مخيم
admin-kind-office = دائرة حكومية
admin-kind-shelter = دار إيواء
admin-kind-aid = منظمة إغاثة
admin-kind-court = محكمة
admin-kind-committee = لجنة
admin-org-jurisdiction = الولاية
admin-org-parent = الجهة الأعلى
admin-org-parent-hint = إذا اتهم بلاغ إحداها أُبعد عنه كل من فوقها وتحتها.
admin-org-parent-none = لا أحد
admin-org-parent-below = هذه تحتها أصلًا
admin-org-places = أين تعمل
admin-org-places-hint = إن لم تختر شيئًا فهي لكل البلد.
admin-org-independent = لا تأخذ أوامر من جهة قد يتهمها بلاغ
admin-org-independent-hint = جهة كهذه فقط تقرأ لكل البلد أو تراقب العمل.
admin-org-is-independent = مستقلة
admin-org-number = رقم مكتبها
admin-org-number-hint = لمن يعمل هنا، وليس رقم شخص أبدًا.
admin-org-hours = متى يُجاب
admin-org-hours-hint = مثل 24/7 أو ⁦‭08:00–14:00‬⁩.
admin-org-people = الأشخاص

## Ending an organisation

end-org-title = إنهاء هذه الجهة
end-org-lead = هذا ما هو موجود الآن. لم يُنهَ شيء بعد.
end-org-people = عدد العاملين فيها
end-org-reads = تقرأ بلاغات
end-org-desks = عدد مرّات وجودها بين المكاتب
end-org-below = جهات تحتها
end-org-nowhere = لا مكان
end-org-open = عمل مفتوح لا يستطيعه إلّا العاملون فيها
end-org-then = ما الذي يصير إليه
end-org-then-people = يُسجَّل خروج العاملين فيها ولا يعملون فيها بعد الآن. ومن كان دوره موجودًا في الجهة الخَلَف يُقترَح هناك: يقول مشرف تلك الجهة نعم أو لا.
end-org-then-work = تذهب البلاغات المفتوحة والمهل والطلبات إلى القارئ التالي غير الممنوع خلال دقيقة. وما لا يستطيع أحد أخذه يظهر في «عمل بلا أحد».
end-org-then-shelters = لا تستقبل بيوتها أحدًا بعد الآن. وما دام فيها أحد أو مكان محجوز فلا يمكن إنهاؤها.
end-org-then-order = تأخذ الجهة الخَلَف مكانها في ترتيب القرّاء وبين المكاتب، حيث يناسب.
end-org-then-excluded = كلّ بلاغ يتّهمها يمنع الجهة الخَلَف أيضًا، ومن فوقها ومن تحتها.
end-org-then-keys = يبقى مفتاحها. لا يضيع شيء ممّا كُتب.
end-org-successor = أيّ جهة تأتي بعدها؟
end-org-successor-hint = جهة من الجانب نفسه: من يساعد بعد من يساعد.
end-org-nobody = لا جهة
end-org-successor-unfit = لا يمكن أن تأتي هذه الجهة بعدها. اختر غيرها.
end-org-sure = أخبرتُ العاملين فيها
end-org-sure-missing = قل إنّ العاملين فيها يعلمون.
end-org-send = أنهِها الآن
end-org-occupied = { $count ->
    [zero] لا مكان مشغول أو محجوز في بيوتها.
    [one] مكان واحد مشغول أو محجوز في بيوتها. يحتاج صاحبه إلى مكان آخر أوّلًا.
    [two] مكانان مشغولان أو محجوزان في بيوتها. يحتاج صاحباهما إلى مكان آخر أوّلًا.
    [few] { $count } أماكن مشغولة أو محجوزة في بيوتها. يحتاج أصحابها إلى مكان آخر أوّلًا.
    [many] { $count } مكانًا مشغولًا أو محجوزًا في بيوتها. يحتاج أصحابها إلى مكان آخر أوّلًا.
   *[other] { $count } مكان مشغول أو محجوز في بيوتها. يحتاج أصحابها إلى مكان آخر أوّلًا.
}
end-org-own = أنت تعمل فيها: ينهيها مدير آخر.
end-org-ended = انتهت

## Members

admin-members-title = الأعضاء
admin-members-of = أعضاء
admin-members-none = لا أحد يعمل هنا بعد.
admin-member = العضو
admin-member-title = العضو
admin-member-waits = ينتظر التأكيد
admin-member-invited = لم يبدأ بعد
admin-member-works = يعمل هنا
admin-number = الرقم
admin-colleague-is = { $name } · { $role }
admin-invite-title = ادعُ شخصًا
admin-invite-text = تحصل على رمز من ستة عشر رقمًا يظهر مرة واحدة. يؤكد الشخصَ أحدٌ من تلك الجهة، والأول يؤكده مسؤول حماية البيانات.
admin-invite-name = بماذا يناديه زملاؤه
admin-invite-name-hint = يُحفظ مختومًا. لا يراه إلا مشرف تلك الجهة.
admin-invite-name-missing = اكتب الاسم، ١٢٠ حرفًا على الأكثر
admin-invite-sign-in = اسم الدخول
admin-invite-sign-in-hint = ما يكتبه للدخول. لا يتشابه اثنان.
admin-invite-sign-in-missing = اكتب اسم دخول
admin-invite-sign-in-taken = هذا الاسم لغيره. اختر اسمًا آخر.
admin-invite-language = لغة صفحاته
admin-invite-send = ادعُ وأظهر الرمز
admin-role-hint = في الشرطة والجماعات المسلحة والمحاكم لا أحد يقرأ بلاغًا أو يحجز سريرًا.
admin-misfit-force = لا يوجد هذا الدور في الشرطة والجماعات المسلحة والمحاكم
admin-misfit-justice = هذا الدور للشرطة أو لجماعة مسلحة أو لمحكمة
admin-misfit-administrator = مدير النظام لا دور آخر له
admin-misfit-held = له هذا الدور هناك أصلًا
admin-misfit-both-sides = لا أحد يعمل على جانبي الجدار
admin-code-title = رمز لمرة واحدة
admin-code-new = أعطِ الشخص هذا الرمز واسم الدخول، بالكلام أو على ورق. يصلح أسبوعًا بعد أن يؤكده أحد.
admin-code-reset = أعطِ زميلك هذا الرمز، بالكلام أو على ورق. به يختار كلمة سر وتطبيقًا جديدين. كل من دخل باسمه خرج.
admin-code-once = لا يظهر إلا الآن.
admin-code-noted = كتبته
admin-code-shown-once = أُرسل هذا من قبل ورمزه يظهر مرة واحدة. افتح العضو واصنع رمزًا جديدًا.
admin-code-again-title = الرمز ضاع أو قديم
admin-code-again-text = لم يبدأ بعد، فيمكن أن يحل رمز آخر محله.
admin-code-again = اصنع رمزًا جديدًا
admin-confirm-title = أكّد أنه يعمل هنا
admin-confirm-text = لا تؤكد إلا من كلّمته. مدير النظام وحده لا يجعل أحدًا عضوًا.
admin-confirm = أكّد
admin-confirm-not = إن كان يجب ألا يعمل هنا، فأنهِ الدور أدناه.
admin-comes-from = ينتمي إلى
admin-unconfirmed = لم يؤكد أحد هذا الشخص بعد. بعد تأكيده يمكن إعطاؤه دورًا آخر.
admin-further-title = دور آخر
admin-further-text = يُحسب بعد تأكيده.
admin-further-send = أعطِ الدور
admin-sessions-title = ضاع جهاز
admin-sessions-text = يخرج من كل مكان ولا يبقى جهاز معروف. ما يعمل عليه يبقى له.
admin-sessions-end = أخرجه من كل مكان
admin-end-title = يغادر
admin-end-text = لا يستطيع الدخول بعد الآن. ما بقي عنده يذهب إلى مشرف. يبقى اسمه مختومًا ويحفظ السجل رقمه.
admin-end-which = أي دور ينتهي
admin-end-all = كلها
admin-end-sure-tick = أنا متأكد
admin-end-sure = ضع علامة أنك متأكد
admin-end = أنهِه الآن
admin-last-administrator = يجب أن يبقى من يدير هذا. ادعُ مديرًا آخر أولًا.

## What waits for a second person

admin-waiting-title = ينتظرك
admin-waiting-text = يلزم لهذا شخصان. أنت الثاني.
admin-waiting-none = لا شيء ينتظرك.

## Lost factors

admin-reset-title = ضاع الهاتف أو كلمة السر
admin-reset-text = شخص يقترح وآخر يؤكد خلال يوم، ثم يظهر رمز لمرة واحدة. تكلّم مع زميلك أولًا.
admin-reset-propose = اقترح
admin-reset-confirm = أكّد وأظهر الرمز
admin-reset-proposed = اقترح أحد أن يبدأ هذا الحساب من جديد. ينتهي الاقتراح
admin-reset-not-you = على زملاء ذلك الشخص أن يفعلوا هذا، أو انتهى الاقتراح. انظر مرة أخرى.
admin-resets-title = هواتف ضائعة: بانتظار الشخص الثاني
admin-resets-text = اقترح أحدهم بدء هذه الحسابات من جديد. إن كنت الشخص الثاني فافتح صفحة العضو وأكّد بعد أن تتكلّم معه.
admin-resets-second = من يؤكّد
admin-reset-by-colleague = زميل آخر هناك
admin-reset-by-administrator = مدير النظام
admin-reset-by-data-protection = حماية البيانات
admin-colleague-title = زميل ضاع هاتفه
admin-colleague-text = يساعد زميلان معًا: واحد يقترح وآخر يؤكد خلال يوم. وليس أحدهما من ضاع هاتفه. إن كنتما اثنين فقط فمدير النظام هو الثاني.
admin-colleague-name = اسم دخول زميلك
admin-colleague-name-hint = هو يقوله لك.
admin-colleague-missing = اكتب اسم دخول زميلك
admin-colleague-unknown = لا زميل لك يدخل بهذا الاسم، أو على غيرك أن يقترح
admin-colleague-nothing = لم يقترح غيرك هذا أو انتهى. اقترحه وليؤكد آخر.
admin-colleague-proposed = الاقتراح قائم يومًا. الآن يفتح زميل آخر هذه الصفحة ويؤكد.
admin-colleague-waits = اقتراح من زميل ينتظر تأكيدك. تكلّم مع من ضاع هاتفه، واكتب اسم دخوله ثم أكّد:
admin-colleagues = أنت وزملاؤك

## Handing over

admin-hand-over-title = سلّم كل شيء
admin-hand-over-text = كل ما في هذا المكتب يذهب إلى زميل واحد بخطوة واحدة. ما أُبعد عنه ذلك الزميل يذهب إلى من يحق له أن يراه بعده.
admin-hand-over-to = إلى من
admin-hand-over-send = سلّم
admin-hand-over-choose = اختر إلى من
admin-hand-over-nobody = لا أحد غيره يعمل هنا ويستطيع أن يتسلم.
admin-hand-over-done = { $count ->
    [zero] لم يكن هناك ما يُسلَّم.
    [one] سُلّم سجل واحد.
    [two] سُلّم سجلان.
    [few] سُلّمت { $count } سجلات.
    [many] سُلّم { $count } سجلًا.
   *[other] سُلّم { $count } سجل.
}
admin-hand-over-left = { $count ->
    [zero] لم يبق شيء بلا أحد.
    [one] بقي سجل واحد في المكتب بلا أحد: كل من يستطيع أخذه مُبعد عنه. أخبر مشرفك.
    [two] بقي سجلان في المكتب بلا أحد: كل من يستطيع أخذهما مُبعد عنهما. أخبر مشرفك.
    [few] بقيت { $count } سجلات في المكتب بلا أحد: كل من يستطيع أخذها مُبعد عنها. أخبر مشرفك.
    [many] بقي { $count } سجلًا في المكتب بلا أحد: كل من يستطيع أخذها مُبعد عنها. أخبر مشرفك.
   *[other] بقي { $count } سجل في المكتب بلا أحد: كل من يستطيع أخذها مُبعد عنها. أخبر مشرفك.
}
admin-successor = لا زميل بهذا الاسم يعمل هنا بدور مناسب. المشرف مناسب دائمًا.

## Readers

admin-readers-title = من يقرأ
admin-readers-text = أول من لم يُتهم وفي مكتبه ناس يقرأ البلاغ. وخلفهم جميعًا القراء المستقلون لكل البلد.
admin-readers-in-order = القراء بالترتيب
admin-readers-none = لا أحد يقرأ هنا
admin-readers-no-staff = ينقصه مستجيب أو مشرف
admin-readers-change = القراء
admin-readers-federal = كل البلد: الاتحادي
admin-readers-kurdistan = كل البلد: إقليم كردستان
admin-readers-local-text = الشرطة والجماعات المسلحة والمحاكم لا تقرأ شيئًا.
admin-readers-national-text = الجهات المستقلة فقط تقرأ لكل البلد.
admin-readers-first = الأول
admin-readers-second = الثاني
admin-readers-third = الثالث
admin-readers-fourth = الرابع
admin-readers-fifth = الخامس
admin-readers-twice = هذه اختيرت من قبل
admin-readers-unfit = هذه الجهة لا تستطيع أن تقرأ
admin-readers-independent = لكل البلد اختر جهة مستقلة

## Numbers

admin-numbers-title = أرقام المناوبة
admin-numbers-text = يرى هذه الأرقام أي شخص. الرقم الذي لم يجرّبه أحد ٩٠ يومًا لا يظهر.
admin-numbers-none = لا يوجد رقم بعد. من يخاف الكتابة لا يجد من يتصل به.
admin-number-new = أضف رقمًا
admin-number-title = رقم مناوبة
admin-number-text = اتصل به قبل الحفظ: يُكتب اليوم على أنه يوم التجربة.
admin-number-line = الرقم
admin-number-missing = اكتب الرقم كما يُطلب
admin-number-for = لمن
admin-number-checked = جُرّب
admin-number-hidden = مخفي عن الصفحة
admin-number-stale = لم يُجرّب ٩٠ يومًا: لا يظهر
admin-number-shown = يظهر للجميع
admin-number-check = اتصلت به اليوم
admin-number-hide = أخفِه
admin-number-show = أظهره من جديد
admin-number-choose = اختر رقمًا من القائمة
admin-number-name-en = من يجيب، بالإنكليزية
admin-number-name-ar = من يجيب، بالعربية
admin-number-name-ckb = من يجيب، بالكردية
admin-number-name-hint = الخط لا الشخص.
admin-number-name-missing = اكتب من يجيب باللغات الثلاث
admin-number-help-en = لماذا، بالإنكليزية
admin-number-help-ar = لماذا، بالعربية
admin-number-help-ckb = لماذا، بالكردية
admin-number-help-hint = مثل: مكان الليلة، محامٍ، أحد يسمع.
admin-number-help-missing = اكتب لماذا باللغات الثلاث
admin-number-languages = اللغات
admin-number-records = هل تُسجّل المكالمات؟
admin-number-reports = هل على من يجيب أن يبلغ الشرطة؟
admin-number-desk = أي مكتب جرّبه
admin-number-desk-hint = مكتب لا اسم.
admin-number-desk-missing = اكتب أي مكتب اتصل به
admin-number-keep-off = أخفه عن الصفحة الآن
admin-number-save = اتصلت به: احفظ

## Desks

admin-desks-title = من يجيب عن ماذا
admin-desks-text = يُسأل الأول أولًا. ومن يتهمه بلاغ يُتجاوز.
admin-desk-title = من يجيب
admin-desk-new = سمِّ من يجيب في مكان آخر
admin-desk-none = لا أحد يجيب عن هذا
admin-desk-who = من يجيب بالترتيب
admin-desk-first = الأول
admin-desk-first-hint = إن تركت الثلاثة فارغة فلا أحد يجيب هناك.
admin-desk-second = الثاني
admin-desk-third = الثالث
admin-desk-unfit = الشرطة والجماعات المسلحة والمحاكم لا تجيب عن رعاية، والرقابة يجب أن تكون مستقلة
admin-duty-placement = مكاتب الإيواء
admin-duty-placement-hint = تسأل الدور عن مكان وتخبر المرافق بالكلام أين هو.
admin-duty-legal-aid = المساعدة القانونية
admin-duty-legal-aid-hint = يُخبرون عندما يُحتجز أحد أو يوشك أن يُرحَّل.
admin-duty-oversight = الرقابة
admin-duty-oversight-hint = ترى ما فات ومن نظر، ولا ترى ما كتبه أحد. لها أن تفتح اسم عامل بسبب، وليس اسم أحد منها أبدًا.
admin-duty-state-duty = مناوبو الدولة
admin-duty-state-duty-hint = يُخبرون عندما لا يُرى طفل في الوقت.
admin-duty-focal-point = جهة اتصال اللجنة
admin-duty-focal-point-hint = يُخبرون بعد المناوبين.

## The name behind a number

admin-staff-name-title = اسم عامل
admin-staff-name-text = يُكتب فتح الاسم في السجل مع سببك.
admin-staff-name = الاسم
admin-staff-name-open = افتح الاسم
admin-pseudonym = الرقم في السجل
admin-pseudonym-hint = تكفي أول ثماني علامات.
admin-pseudonym-missing = اكتب الرقم كما يظهره السجل
admin-pseudonym-unknown = لا رقم كهذا يحق لك فتحه
admin-reason = لماذا
admin-reason-hint = يحفظه السجل دائمًا.
admin-reason-complaint = اشتكى أحد
admin-reason-looks = يُظهر السجل اطلاعًا لا يفسره شيء
admin-reason-threat = عامل مهدَّد
admin-reason-court = تطلبه محكمة

## The directory

directory-title = الدليل
directory-text = أي جهة تفعل ماذا ورقم مكتبها. لا يُذكر اسم عامل.
directory-place = في أي محافظة
directory-show = أظهر
directory-roles = من يعمل هناك
directory-number = رقم المكتب
directory-no-number = لم يُدخل رقم
directory-none = لم يُدخل أحد لهذا المكان بعد.
directory-shelters = أين توجد دار
directory-shelters-text = لا تُذكر إلا المحافظة. اطلب مكانًا ومكتب الإيواء يجده.

## Services, for anybody

services-title = مساعدة قريبة منك
services-text = بمن تتصل، ومن يقرأ ما تكتب، ومن يعطي محاميًا.
services-no-number = لا يوجد الآن رقم لكل البلد. انظر تحت محافظتك.
services-by-place = حسب المحافظة
services-none = لم يُدخل شيء للمحافظات بعد.
services-always = ليلًا ونهارًا
services-numbers = المزيد عن كل رقم: من عليه أن يبلغ الشرطة، ومن يسجل المكالمات
services-readers = من يقرأ ما تكتبه هنا:
services-legal-aid = محامٍ بلا أجر:
services-shelter = يوجد هنا مكان آمن. اتصل أو اكتب واطلبه.
services-shelter-never-where = لا يُقال أين المكان الآمن إلا لمن يذهب إليه.

## What nobody can act on

unattended-title = عمل بلا أحد
unattended-lead = عمل مفتوح لا أحد يستطيع متابعته: غادر من كان على مكتبه، أو مُنع عنه كلّ من هناك. ما يستطيع غيرهم أخذه يُحوَّل خلال دقيقة؛ والباقي ينتظر هنا.
unattended-none = يوجد من يتابع كلّ ما هو مفتوح.
unattended-some = لا أحد يتابع هذا.
unattended-what = ما هو
unattended-count = العدد
unattended-report = بلاغات لا يقرؤها أحد
unattended-request = طلبات مكان لا أحد على مكتبها
unattended-placing = طلبات مكان لا مكتب يبحث لها
unattended-stay = أشخاص في بيت لا يديره أحد
unattended-clock = مهل لا أحد مسؤول عنها
unattended-right = حقوق لم تُستوفَ بعد لا أحد مسؤول عنها
unattended-held = محتجزون لا أحد مسؤول عنهم
unattended-screening = فحوص أولية لا أحد يستطيع متابعتها
unattended-case = حالات لا أحد يستطيع متابعتها
unattended-mend = ادعُ أحدًا إلى المكتب، أو سمِّ قارئًا أو مكتبًا آخر:
stuck-title = قواعد متعثّرة
stuck-text = لم تستطع هذه القواعد أداء عملها. تُعاد المحاولة تلقائيًّا على فترات أطول. أخبر من يعتني بالجهاز بالاسم والوقت.
stuck-none = كلّ قاعدة تؤدّي عملها.
stuck-rule = القاعدة
stuck-subjects = على كم
stuck-tries = المحاولات
leaving-title = قبل أن تنهي هذا
leaving-lead = من دون هذا الشخص لن يستطيع أحد متابعة:
leaving-another-title = سمِّ شخصًا آخر أوّلًا
leaving-another-text = ادعُ أحدًا إلى العمل نفسه، وعُد بعد أن يسجّل دخوله. لم يُنهَ شيء.
leaving-another = ادعُ أحدًا
leaving-on-title = أو أنهِه الآن وحوِّل العمل
leaving-on-text = تذهب البلاغات إلى القارئ التالي غير الممنوع، والطلبات إلى المكتب التالي الذي يبحث عن مكان، والحقوق إلى من يراقبها هناك غيره. وما لا يستطيع أحد أخذه يبقى في صفحة «عمل بلا أحد» عند المديرين وجهة الرقابة، ويقرأ مرسلوه أنّ لا أحد يقرؤه.
leaving-on = أنهِ الآن وحوِّل العمل
leaving-back = عودة دون إنهاء شيء

## What a role’s day is

role-day-title = يومك في هذا الدور
role-day-responder-1 = تُظهر صفحة اليوم ما وصل: من هو في خطر الآن يأتي أولًا.
role-day-responder-2 = المكان الآمن قبل أي سؤال: اطلبه فورًا.
role-day-responder-3 = اكتب متى وعدت بالاتصال وكيف يكون آمنًا.
role-day-caseworker-1 = تُظهر صفحة اليوم من وعدته بشيء وما يوشك وقته أن ينتهي.
role-day-caseworker-2 = شخص بعد شخص: آمن وشبعان ومستريح، ثم الأسئلة.
role-day-caseworker-3 = ما لا تستطيعه اليوم سلّمه لزميل بخطوة واحدة.
role-day-child_officer-1 = الأطفال أولًا: يُرى الطفل ولا يكفي الاتصال.
role-day-child_officer-2 = من قد يكون طفلًا فهو طفل حتى يثبت غير ذلك.
role-day-child_officer-3 = لا يوضع طفل مع كبار ولا يُسأل عن أوراق.
role-day-supervisor-1 = تُظهر صفحة اليوم ما تأخر في مكتبك قبل أن يسأل أحد.
role-day-supervisor-2 = تؤكد الأعضاء الجدد وتُنهي من يغادر فورًا.
role-day-supervisor-3 = يأتيك كل مكان رُفض بغير حق.
role-day-shelter_manager-1 = قل أي الأماكن فارغة حتى لا يُسأل أحد عبثًا.
role-day-shelter_manager-2 = يُظهر الطلب ما يحتاجه الشخص لا من هو.
role-day-shelter_manager-3 = أجب بنعم أو لا بسرعة: من ينتظر واقف في الشارع.
role-day-placement_desk-1 = تُظهر صفحة اليوم من ليس له مكان الليلة.
role-day-placement_desk-2 = أول دار تقول نعم تحجز السرير ويُخبر الباقون.
role-day-placement_desk-3 = ترى عنوانًا واحدًا ما دام الحجز قائمًا وتقوله بالكلام.
role-day-investigator-1 = تجد ما اختار أحد أن يعطيه لك ولا شيء غيره.
role-day-investigator-2 = السؤال هل الشخص معروف يُجاب دائمًا بالجواب نفسه ويُسجَّل.
role-day-investigator-3 = من يحتاج سريرًا عند نقطة تفتيش يتصل برقم المناوبة.
role-day-prosecutor-1 = تجد ما أُعطي لك مع رقمه.
role-day-prosecutor-2 = لا يُتهم الضحية بما أُجبر عليه.
role-day-prosecutor-3 = تُسجَّل الطلبات عن الأشخاص وتُجاب بالجواب نفسه.
role-day-legal_aid-1 = الساعات تُحسب: من احتُجز أو يوشك أن يُرحَّل يأتي أولًا.
role-day-legal_aid-2 = ترى رمزًا ومكانًا حتى يقول الشخص نعم.
role-day-legal_aid-3 = بعد نعم ترى الملف، وتُحترم لا.
role-day-secretariat-1 = تحفظ الدليل والأرقام صحيحة.
role-day-secretariat-2 = ترى أرقامًا لا أشخاصًا.
role-day-secretariat-3 = ما ينقص في مكان تحمله إلى اللجنة.
role-day-analyst-1 = ترى أرقامًا لا أشخاصًا.
role-day-analyst-2 = الأعداد الصغيرة مخفية حتى لا يُعرف بها أحد.
role-day-analyst-3 = قل كم الرقم أكيد وما لا يقوله.
role-day-data_protection-1 = ترى من نظر إلى ماذا وتستطيع أن تثبت أن شيئًا لم يُغيَّر.
role-day-data_protection-2 = تؤكد أول عضو في كل جهة.
role-day-data_protection-3 = لا تقرأ شيئًا مما كتبه أحد.
role-day-evidence_officer-1 = تحفظ ما أُعطي من يد إلى يد بلا انقطاع.
role-day-evidence_officer-2 = لا تجد بلاغًا ولا حالة عند من يساعدون.
role-day-evidence_officer-3 = تُسجَّل الطلبات عن الأشخاص وتُجاب بالجواب نفسه.
role-day-specialist_unit-1 = تجد ما أُعطي لك ولا شيء غيره.
role-day-specialist_unit-2 = من يساعدون يحفظون ملفاتهم: اطلب عبر الادعاء العام.
role-day-specialist_unit-3 = تُسجَّل الطلبات عن الأشخاص وتُجاب بالجواب نفسه.
role-day-oversight_officer-1 = ترى حقوقًا لم تُستوفَ بعد ومُهلًا فاتت، بالرمز والوقت.
role-day-oversight_officer-2 = لك أن تفتح اسم عامل بسبب يُكتب.
role-day-oversight_officer-3 = لا تقرأ شيئًا مما قاله شخص.
role-day-state_duty-1 = يأتيك طفل لم يُرَ في الوقت، بالرمز والمكان.
role-day-state_duty-2 = اتصل بالمكتب واكتب أنك أجبت.
role-day-state_duty-3 = ترى أوقاتًا وأماكن لا أسماء.
role-day-focal_point-1 = يأتيك أخيرًا ما لم يجب عنه أحد.
role-day-focal_point-2 = تستطيع أن تجمع جهات لا يتصل بعضها ببعض.
role-day-focal_point-3 = ترى أوقاتًا وأماكن لا أسماء.
role-day-administrator-1 = تُظهر الإدارة ما ينقص مع الصفحة التي تصلحه.
role-day-administrator-2 = أنت تدعو، وأحد من تلك الجهة يؤكد.
role-day-administrator-3 = لا ترى بلاغًا ولا طلبًا ولا دارًا.
