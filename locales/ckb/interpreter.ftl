# Interpreters: whom one can call, and what a person says of one.
# @reviewed-by: draft

interpreter-title = وەرگێڕ
interpreter-list-title = وەرگێڕەکان
interpreter-list-lead = کەسانێک کە وەردەگێڕن، بەبێ ناویان. با کەسەکە بڵێت ژن یان پیاو، و لە کوێوە. هەر ژمارەیەک بە تەنها دەکرێتەوە و ئەوە دەنووسرێت.
interpreter-for = بۆ
interpreter-list-of = ئەوەی ئەم کەسە ڕەتی کردووەتەوە، یان ئەوانەی سوودیان لێ وەرگرتووە بەکاریان هێناوە، لێرە نییە.
interpreter-list-caption = وەرگێڕەکان، ئەوەی لە هەمووان زووتر لێرە بووە لە پێشەوە
interpreter-list-empty = هێشتا هیچ وەرگێڕێک تۆمار نەکراوە. سەرپەرشتیاری مەکتەبێک یەکەم تۆمار دەکات.
interpreter-list-none-such = کەس لێرە وا نییە. بەبێ شوێن تاقی بکەرەوە: زۆر کەس بە تەلەفۆن وەردەگێڕن.
interpreter-find = وەرگێڕێک بدۆزەرەوە
interpreter-all = هەموو وەرگێڕەکان
interpreter-back-to = گەڕانەوە بۆ وەرگێڕەکە
interpreter-code = کۆد
interpreter-place = شوێن
interpreter-filter-language = وەرگێڕانی
interpreter-filter-any = هەر زمانێک
interpreter-filter-sex = کە
interpreter-filter-anybody = ژن یان پیاون
interpreter-filter-state = و
interpreter-filter-all = لە ڕێبەرەکەدان

interpreter-languages = زمانەکان
interpreter-languages-hint = هەموو ئەوانە نیشان بکە کە باش وەریدەگێڕن.
interpreter-sex = ژن یان پیاو
interpreter-sex-hint = زۆر کەس تەنها بۆ ژنێک، یان تەنها بۆ پیاوێک دەتوانن بیگێڕنەوە.
interpreter-sex-female = ژن
interpreter-sex-male = پیاو
interpreter-where = لە کام پارێزگا دێنە لای کەسێک؟
interpreter-number = ژمارە
interpreter-number-hint = شەو و ڕۆژ، ئەگەر ڕازی بن. بە مۆرکراوی دەپارێزرێت.
interpreter-number-missing = ژمارەکە بنووسە چۆن لێدەدرێت
interpreter-oath = سوێندی چییان خواردووە؟
interpreter-oath-hint = کەس لێرە وەرناگێڕێت بەبێ ئەوەی بزانێت هیچ شتێک لە ژوورەکە ناچێتە دەرەوە.
interpreter-oath-court = سوێند لەبەردەم دادگا
interpreter-oath-signed = بەڵێنێکی واژۆکراو بە بێدەنگی
interpreter-oath-nothing = هێشتا هیچ
interpreter-links = پەیوەندییان بە کێوە هەیە؟
interpreter-links-hint = کۆمەڵ، خێزان، خاوەنکار و نووسینگەکان کە کاریان بۆ کردوون: بۆ ئەوەی کەس لایەنی ئەوانە نەبینێت کە لێیان دەترسێت. ئەگەر نییە، بنووسە «پەیوەندی نەزانراوە».
interpreter-links-missing = بنووسە پەیوەندییان بە کێوە هەیە، یان کە نەزانراوە

interpreter-add-title = وەرگێڕێک تۆمار بکە
interpreter-add-lead = بەبێ ناو. مەکتەبەکەت زامنی دەبێت: پێش تۆمارکردن لە سوێند و پەیوەندییەکانی بپرسە. دواتر هەر مەکتەبێک کە یارمەتی دەدات دەیدۆزێتەوە.
interpreter-add = تۆماری بکە
interpreter-known = ئەم ژمارەیە پێشتر لە ڕێبەرەکەدایە، یان نابێت جارێکی تر پەیوەندی بە خاوەنەکەیەوە بکرێت. لە مەکتەبەکانی تر بپرسە.
interpreter-change-title = ئەوەی نووسراوە بیگۆڕە
interpreter-change-lead = لە ئێستاوە لە هەموو مەکتەبێک ئەمە دەڵێت.
interpreter-change = بیگۆڕە
interpreter-stale = لەو کاتەدا کەسێک ئەمەی گۆڕی. ئەوەی نووسیت لە خوارەوەیە: وەرگێڕەکە دووبارە بکەرەوە و بەراوردی بکە.
interpreter-clear-title = هیچی تێدا نییە
interpreter-clear-lead = کەسێک دەڵێت ئەوانەی سوود لە خەڵک وەردەگرن ئەم وەرگێڕەیان بەکار هێناوە. پێش بڕیاردان لەگەڵ ئەوەی زامنی بووە قسە بکە. هەرگیز پێشکەشی ئەوانە ناکرێتەوە کە وایان گوتووە.
interpreter-clear-sure = لێم کۆڵییەوە و هیچی تێدا نییە
interpreter-clear-missing = تەنها دوای لێکۆڵینەوە نیشانی بکە
interpreter-clear = دووبارە پێشکەشی بکە
interpreter-not-doubted = کەس چیتر گومانی لەم وەرگێڕە نییە.
interpreter-end-title = لە ڕێبەرەکە دەریبکە
interpreter-end-lead = ژمارە و پەیوەندییەکان لەناو دەبرێن. ناگەڕێتەوە.
interpreter-end = دەریبکە
interpreter-because = بۆچی؟
interpreter-because-hint = ئەوەی کاری بۆ ئەوانە کردبێت کە سوود لە خەڵک وەردەگرن بە ژمارەکەی دەناسرێتەوە و ناتوانرێت دووبارە تۆمار بکرێت.
interpreter-because-stopped = چیتر ئەم کارە ناکات
interpreter-because-asked = خۆی داوای دەکات
interpreter-because-linked = کاری بۆ ئەوانە کردووە کە سوود لە خەڵک وەردەگرن

interpreter-state-offered = پێشکەشکراون
interpreter-state-doubted = جێی گومانن
interpreter-state-ended = دەرکراون
interpreter-state-barred = بۆ هەمیشە دەرکراون
interpreter-is-doubted = کەسێک دەڵێت ئەوانەی سوود لە خەڵک وەردەگرن ئەم وەرگێڕەیان بەکار هێناوە. هیچ مەکتەبێکی تر نایبینێت تا مەکتەبەکەت سەیری دەکات.
interpreter-is-over = دەرکراوە. ژمارەکەی لەناو براوە.
interpreter-not-offered = بۆ ئەم کەسە نا: ئەم وەرگێڕەی ڕەت کردووەتەوە، یان ئەوانەی سوودیان لێ وەرگرتووە بەکاریان هێناوە.
interpreter-before = پێش قسەکردن: بە تەلەفۆن ناو و شوێن مەڵێ. لە کەسەکە بپرسە ئایا ئەم وەرگێڕە دەناسێت و ئایا دەیەوێت. هەرگیز خزم، هاوڕێ یان منداڵ نا.

interpreter-say-title = چۆن بوو؟
interpreter-say-hint = ئەوەی کەسەکە ڕەتی بکاتەوە جارێکی تر پێشکەشی ناکرێت. ئەوەی خاوەنکارەکەی بەکاری هێناوە پێشکەشی کەس ناکرێت تا مەکتەبی زامن سەیری دەکات.
interpreter-word = چۆن بوو؟
interpreter-word-helped = وەریگێڕا
interpreter-word-declined = کەسەکە یەکێکی تری دەوێت
interpreter-word-employer = ئەوانەی سوودیان لێ وەرگرتووە ئەم وەرگێڕەیان بەکار هێناوە
interpreter-task = وەرگێڕێک جێی گومانە
interpreter-step = سەیری بکە

did-add-interpreter = تۆمارکردنی وەرگێڕێک
did-write-interpreter = گۆڕین یان دەرکردنی وەرگێڕێک
did-list-interpreters = گەڕان بەدوای وەرگێڕێکدا
did-follow-interpreter = ڕێکخستنی ڕێبەری وەرگێڕەکان
