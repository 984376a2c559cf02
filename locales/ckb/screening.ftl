# پشکنینی سەرەتایی: پرسیارەکان، و چی پێشنیار دەکرێت و بۆچی.
# @reviewed-by: draft

## What is found

screening-outcome-NO_INDICATION_NOW = ئێستا هیچ نیشانەیەکی بازرگانیکردن بە مرۆڤ نییە. کەسەکە هەر کاتێک دەتوانێت بگەڕێتەوە.
screening-outcome-MORE_INFORMATION = دووبارە قسە بکەن: ئەوەی گوتراوە بەس نییە.
screening-outcome-REASONABLE_GROUNDS = هۆکاری ماقووڵ هەیە: ئەم کەسە ئێستا مافی پاراستنی هەیە.

## Why

screening-because-elements = کردە و ئامراز و مەبەست دەرکەوتوون.
screening-because-child_elements = کردە و مەبەست دەرکەوتوون. لە خوار ١٨ ساڵەوە ئامراز پێویست نییە.
screening-because-child_exploitation = منداڵێک دەقۆسترێتەوە: لە خوار ١٨ ساڵەوە یەک نیشانەی بەهێز بەسە.
screening-because-exploitation_and_force = نیشانەیەکی بەهێزی قۆستنەوە، لەگەڵ زۆرەملێ.
screening-because-all_in_one = یەک نیشانەی بەهێز کە کردە و ئامراز و مەبەستی تێدایە.
screening-because-act_and_force = کردە و قۆستنەوە و زۆرەملێ.
screening-because-only_seen = هەمووی تەنها بینراوە و نەگوتراوە. لەگەڵ کەسەکە قسە بکەن.
screening-because-something_said = شتێک باش نییە، بەڵام هێشتا بەس نییە بۆ هۆکاری ماقووڵ.
screening-because-child_labour = تەنها کاری درێژ: کارمەندی پاراستنی منداڵ وەک کاری منداڵان سەیری دەکات.
screening-because-too_few = کەمتر لە هەشت پرسیار وەڵام دراونەتەوە.
screening-because-not_safe = قسەکردنەکە پارێزراو نەبوو: هیچ وەڵامێک لێرە واتای ئەوە نییە کە هەموو شت باشە.
screening-because-nothing = بۆ هیچ شتێک بەڵێ نەگوترا، و بەس پرسیار کرا.

## The elements

screening-act = کردە
screening-means = ئامراز
screening-purpose = مەبەست
screening-shown = دەرکەوتووە
screening-not-shown = هێشتا دەرنەکەوتووە
screening-not-needed = لە خوار ١٨ ساڵەوە پێویست نییە
screening-act-found = ئەوەی قسەی لەگەڵ کردووە دۆزیویەتەوە
screening-urgent = ئێستا مەترسی هەیە. یەکەم جار سەلامەتی؛ پرسیارەکان چاوەڕێ دەکەن.
screening-line = { $name }: { $state }
screening-line-rows = { $name }: { $state } ({ $rows })
