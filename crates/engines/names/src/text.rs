//! Written text made plain: small letters, no marks on them, one form for letters that only look different.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Latin letters whose mark changes how they sound; every other mark is taken off.
const SOUNDED: &[char] = &['ç', 'ş', 'ğ'];

/// Signs that stand inside a word and are not read.
fn is_passed_over(sign: char) -> bool {
    matches!(
        sign,
        'ـ' | '\u{200c}' | '\u{200d}' | '\'' | '’' | '‘' | 'ʿ' | 'ʾ' | '`'
    )
}

/// The words of a name with everything taken off that no reading depends on; any other sign parts words.
pub(crate) fn plain(written: &str) -> String {
    let composed = written.nfkc().flat_map(char::to_lowercase).nfc();
    let mut out = String::with_capacity(written.len());
    for sign in composed {
        if SOUNDED.contains(&sign) {
            out.push(sign);
        } else if sign == 'ı' {
            out.push('i');
        } else if matches!(sign, 'ئ' | 'ؤ') {
            // A seat of a hamza is a vowel: Sorani begins every word so that begins with one.
            out.push('ا');
        } else if is_passed_over(sign) {
        } else if sign.is_alphabetic() {
            out.extend(
                std::iter::once(sign)
                    .nfd()
                    .filter(|one| !is_combining_mark(*one)),
            );
        } else if !is_combining_mark(sign) {
            out.push(' ');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn marks_go_and_sounds_stay() {
        assert_eq!(plain("Bisê Şivan AL-Ka'bi"), "bise şivan al kabi");
        assert_eq!(plain("مُحَمَّد أحمد"), "محمد احمد");
        assert_eq!(plain("عـــلي\u{200c}"), "علي");
        assert_eq!(plain("İsmail"), "ismail");
        assert_eq!(plain("ئەحمەد مؤيد"), "اەحمەد مايد");
    }
}
