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
screening-because-not_safe = لم يكن الحديث آمنًا: لا جواب هنا يعني أن كل شيء بخير.
screening-because-nothing = لم يُجَب عن شيء بنعم، وسُئل ما يكفي.

## The elements

screening-act = الفعل
screening-means = الوسيلة
screening-purpose = الغرض
screening-shown = ظهر
screening-not-shown = لم يظهر بعد
screening-not-needed = لا حاجة إليه دون الثامنة عشرة
screening-act-found = وجده من تحدث مع الشخص
screening-urgent = خطر الآن. الأمان أولًا، والأسئلة تنتظر.
screening-line = { $name }: { $state }
screening-line-rows = { $name }: { $state } ({ $rows })
