# Copies of the installation, on the page of the administrator.
# @reviewed-by: draft

backup-title = النسخ الاحتياطية
backup-what = تحوي النسخة جميع البيانات والسجل كما هي الآن، بينما يواصل الجميع عملهم. لا يوجد فيها أي مفتاح: من دون ملفات المفاتيح المحفوظة في مكان آخر لا يمكن قراءة شيء منها. انقل كل نسخة إلى مكان آخر.
backup-make = اصنع نسخة الآن
backup-under-way = يجري صنع نسخة. تظهر هنا عندما تكتمل.
backup-there = النسخ الموجودة في المجلد
backup-none = لا توجد نسخة بعد.
backup-at = صُنعت
backup-entries = قيود السجل
backup-folder = المجلد
backup-no-folder = لم يُحدَّد مجلد للنسخ. من يدير الخادم يسمّيه بكلمة backup في ملف najat.toml.
backup-failed = تعذّر صنع النسخة. لم يُفقد شيء. اسأل من يدير الخادم هل يمكن الكتابة في المجلد وهل فيه متسع.
