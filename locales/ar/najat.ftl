# The pages that belong to no pillar: start, rights, traces, about, search, demo.
# @reviewed-by: draft

## Start

start-title = معلومات
start-compressing = متصفّحك يمرّر الصفحات عبر أجهزة شركة أخرى ليصغّرها، ويمكنها قراءة ما تكتب. اتصل بالرقم من فضلك، أو افتح هذه الصفحة بمتصفّح آخر.
start-no-number = لم يُتحقَّق من أي رقم خلال آخر ٩٠ يومًا، لذلك لا يظهر رقم هنا. ما زال بإمكانك الكتابة أدناه.
start-line-sample = خط المساعدة (متخيَّل)
start-entries = ماذا تحتاج؟
entry-1 = أحتاج مساعدة
entry-2 = أخاف على شخص
entry-3 = شخص محتجز أو على وشك الترحيل
start-more = المزيد
start-come-back = عُد برمزك
start-who-reads = من يقرأ هذا
start-services = خدمات قريبة منك
start-traces-short = هذه الصفحة تُغلق بسرعة. قد يُظهر هاتفك مع ذلك أنك زرتها.
start-traces-more = كيف تمسح ذلك

## Rights

rights-title = حقوقك
rights-safe-place = يمكنك طلب مكان آمن هذه الليلة: نساءً ورجالًا وبنات وأولادًا، الجميع.
rights-no-papers = لا تحتاج أوراقًا ولا اسمًا ولا كتابًا من قاضٍ ولا شكوى.
rights-no-punishment = لا يجوز أن تُعاقَب على ما أجبرك عليه غيرك.
rights-your-choice = أنت تقرّر إن كنت تريد الحديث مع الشرطة. المساعدة لا تتوقف على ذلك.
rights-child = كل من هو دون الثامنة عشرة طفل، ويُساعَد أولًا.
rights-lawyer = لك حق بمحامٍ، ومن دون أجر.
rights-interpreter = يمكنك التكلّم بلغتك. يترجم لك شخص ليس من جهة من آذاك.

## Traces

traces-title = ما يبقى من أثر
traces-leaves-quickly = «غادر هذه الصفحة» يضع مكانها صفحة عادية فورًا.
traces-phone-shows = قد يُظهر هاتفك مع ذلك أنك كنت هنا: في قائمة الصفحات التي زرتها وفي اقتراحات لوحة المفاتيح.
traces-company-knows = قد تعرف شركة الهاتف أنك فتحت هذا العنوان. لا تعرف ماذا كتبت.
traces-clear-title = كيف تمسحه
traces-clear-history = افتح قائمة المتصفّح، اختر السجلّ، وامسح الساعة الأخيرة.
traces-clear-private = في المرة القادمة افتح نافذة خاصة أولًا.
traces-clear-screenshots = امسح صور الشاشة، وأفرغ سلة محذوفات الصور.
traces-clear-receipt = احفظ رمزك حيث لا ينظر أحد، لا في ملاحظات هاتفك.
traces-watched = إن كان أحد يراقب هاتفك فاستعمل هاتف شخص آخر، أو اتصل.

## About

about-title = عن هذا البرنامج
about-what = نجاة هو نظام العمل المشترك لبلدٍ يكافح الاتجار بالبشر.
about-version = الإصدار
about-licence = الرخصة
about-licence-text = رخصة غنو أفيرو العمومية، الإصدار ٣ أو ما بعده. يحق لك استعماله ودراسته وتغييره ومشاركته.
about-source = المصدر
about-source-ask = اطلبه ممن يشغّل هذا البرنامج: عليه أن يعطيك إياه.
about-others = ما فيه من عمل الآخرين
about-font = خط، رخصة SIL للخطوط المفتوحة ١.١
about-icons = أيقونات، رخصة ISC
about-htmx = برنامج صفحات العاملين، رخصة BSD بلا شروط
about-places = الرموز الإدارية وأسماء الأماكن، CC BY 4.0
about-lines = صُنع بـ Natural Earth. الأسماء والخطوط لا تعبّر عن رأي في وضع أي مكان.
about-sign-in = لمن يعملون هنا: الدخول

## Search, for justice

search-title = السؤال عن شخص
search-what = اسأل إن كان أحد يعرف شخصًا. يُسجَّل طلبك. الجواب هنا واحد دائمًا، سواء أكان أحد يعرفه أم لا.
search-about = عمّن تسأل؟
search-about-hint = أسماء وأعمار وأماكن، بقدر ما تعرف.
search-ask = سجّل الطلب
search-recorded = سُجِّل طلبك.
