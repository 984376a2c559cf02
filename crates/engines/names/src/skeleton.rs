//! The skeleton of a part: its consonants, by how they sound.
//!
//! Arabic script leaves short vowels out, so that only consonants are told apart; long vowels go with them,
//! since `و` and `ي` are both. A part that begins with a vowel keeps an `A`. Doubled letters are one.

use std::collections::BTreeSet;

use crate::parts::Words;

/// How many skeletons a part has at most.
pub const MOST: usize = 12;
/// How many readings are tried.
const READINGS: usize = 32;

/// The consonants of the scripts that are read, each with the ways it may sound; the first is the likeliest.
const CONSONANTS: &[(&str, &[&str])] = &[
    ("بپbp", &["B"]),
    ("تطt", &["T"]),
    ("سصs", &["S"]),
    ("ث", &["S", "T"]),
    ("جjğ", &["J"]),
    ("چç", &["J", "C"]),
    ("ح", &["H"]),
    ("خx", &["X"]),
    ("دضd", &["D"]),
    ("ذظ", &["D", "Z"]),
    ("زz", &["Z"]),
    ("ژ", &["Z", "J"]),
    ("رڕr", &["R"]),
    ("شş", &["C"]),
    ("غ", &["G"]),
    ("گg", &["G", "K"]),
    ("قكکkq", &["K"]),
    ("فf", &["F"]),
    // Between vowels it is written as a و, which is no consonant there.
    ("ڤv", &["F", ""]),
    ("لڵl", &["L"]),
    ("مm", &["M"]),
    ("نn", &["N"]),
    ("c", &["K", "J"]),
];

/// Pairs of Latin letters that are one sound, or two where a part falls between them.
const PAIRS: &[(&str, &[&str])] = &[
    ("sh", &["C", "SH"]),
    ("ch", &["J", "C", "X"]),
    ("kh", &["X", "KH"]),
    ("gh", &["G", "GH"]),
    ("th", &["S", "T", "TH"]),
    ("dh", &["D", "Z", "DH"]),
    ("zh", &["Z", "J", "ZH"]),
    ("ph", &["F"]),
    ("ck", &["K"]),
];

const VOWELS: &str = "اعءۆوىيیێەةaeiouyw";
/// Before these a Latin `g` may sound as a `j`.
const SOFTENS: &[char] = &['e', 'i'];

type Ways = &'static [&'static str];

/// The sounds of a word, each with its ways.
fn sounds(word: &str) -> Vec<Ways> {
    let letters: Vec<char> = word.chars().collect();
    let mut sounds: Vec<Ways> = Vec::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        let next = letters.get(at + 1).copied();
        let is_last = next.is_none();
        let pair: String = [Some(letter), next].into_iter().flatten().collect();
        if let Some((_, ways)) = PAIRS.iter().find(|(two, _)| *two == pair) {
            sounds.push(ways);
            at += 2;
            continue;
        }
        match letter {
            // At the end it is heard of some names and not of others.
            'h' if is_last => sounds.push(&["", "H"]),
            'ه' | 'ھ' if is_last => {}
            'h' | 'ه' | 'ھ' => sounds.push(&["H"]),
            'g' if next.is_some_and(|next| SOFTENS.contains(&next)) => {
                sounds.push(&["G", "K", "J"]);
            }
            'و' | 'w' if at == 0 => sounds.push(&["W"]),
            'ي' | 'ی' | 'y' if at == 0 => sounds.push(&["Y"]),
            _ if VOWELS.contains(letter) => {
                if at == 0 {
                    sounds.push(&["A"]);
                }
            }
            _ => {
                let mut known = CONSONANTS.iter();
                if let Some((_, ways)) = known.find(|(letters, _)| letters.contains(letter)) {
                    sounds.push(ways);
                }
            }
        }
        at += 1;
    }
    sounds
}

/// Every way in which these sounds are read, as far as they are tried.
fn readings(sounds: &[Ways]) -> Vec<String> {
    let mut all = vec![String::new()];
    for ways in sounds {
        let mut longer = Vec::with_capacity(all.len() * ways.len());
        // The likeliest way of each first, so that what is cut off is the least likely.
        for way in *ways {
            longer.extend(all.iter().map(|before| format!("{before}{way}")));
        }
        longer.truncate(READINGS);
        all = longer;
    }
    all
}

/// Doubled letters are one; an article inside a name that is written as one word goes.
fn settled(reading: &str) -> String {
    let mut out = String::with_capacity(reading.len());
    for letter in reading.chars() {
        if !out.ends_with(letter) {
            out.push(letter);
        }
    }
    // Abdulrahman, Nooruddin, Zainulabideen.
    if let Some(rest) = out.strip_prefix("ABDL").filter(|rest| !rest.is_empty()) {
        return format!("ABD{rest}");
    }
    for (written, spoken) in [("LBDN", "BDN"), ("LDN", "DN")] {
        if let Some(first) = out.strip_suffix(written).filter(|first| !first.is_empty()) {
            return format!("{first}{spoken}");
        }
    }
    out
}

fn is_glued(word: &str) -> bool {
    let mut letters = word.chars().skip(2);
    let next = letters.next();
    word.starts_with("al") && next.is_some_and(|next| !VOWELS.contains(next)) && letters.count() > 2
}

/// The skeletons of a part.
pub(crate) fn of(part: &Words) -> BTreeSet<String> {
    const SERVANT: [Ways; 3] = [&["A"], &["B"], &["D"]];
    let mut all: Vec<Ways> = Vec::new();
    if part.is_servant {
        all.extend(SERVANT);
    }
    for word in &part.words {
        let mut sounds = sounds(word).into_iter().peekable();
        // Inside a name a vowel at the beginning of a word is one like any other.
        if !all.is_empty() {
            sounds.next_if(|ways| **ways == ["A"]);
        }
        all.extend(sounds);
    }
    let mut found: Vec<String> = readings(&all).iter().map(|one| settled(one)).collect();
    let whole = part.words.first().filter(|_| part.words.len() == 1);
    if !part.is_servant && whole.is_some_and(|word| is_glued(word)) {
        // An article written with its name, if it is one.
        let without = readings(all.get(2..).unwrap_or_default());
        found.extend(without.iter().map(|one| settled(one)));
    }
    found.retain(|one| !one.is_empty());
    let mut seen = BTreeSet::new();
    for one in found {
        if seen.len() < MOST {
            seen.insert(one);
        }
    }
    seen
}

#[cfg(test)]
mod tests {
    use crate::Name;

    /// The skeletons of a name of one part.
    fn of(written: &str) -> Vec<String> {
        let name = Name::new(written);
        let [part] = name.parts() else {
            panic!("{written} is one part: {name:?}")
        };
        part.skeletons().to_vec()
    }

    #[test]
    fn one_name_has_one_skeleton_in_every_script() {
        for ways in [
            &["عثمان", "Othman", "Osman", "Uthman"][..],
            &["صالح", "Saleh", "ساڵح", "Salih"],
            &[
                "عبد الرحمن",
                "عبدالرحمن",
                "Abd al-Rahman",
                "Abdurrahman",
                "عەبدولڕەحمان",
            ],
            &["عبد الله", "عبدالله", "Abdullah", "Abdallah"],
            &["نور الدين", "نورالدين", "Nooruddin", "Nur al-Din"],
            &["زين العابدين", "Zain al-Abidin", "Zainulabideen"],
            &["شوان", "Shwan", "Şivan", "Shuan"],
            &["جرجيس", "Jirjis", "Georgis"],
            &["خديجة", "Khadija", "خەدیجە", "Khadijah"],
            &["إسحاق", "Ishaq", "Eshaq", "ئیسحاق"],
            &["المالكي", "Al-Maliki", "Almaleki", "مالیکی"],
            &["قاسم", "Qasim", "Gasim", "Kasem"],
        ] {
            let first = of(ways[0]);
            for way in &ways[1..] {
                let other = of(way);
                assert!(
                    first.iter().any(|one| other.contains(one)),
                    "{}: {first:?}, {way}: {other:?}",
                    ways[0]
                );
            }
        }
    }

    #[test]
    fn other_names_have_others() {
        for (one, other) in [("علي", "Omar"), ("Saad", "Zaid"), ("Rana", "Lina")] {
            let alike = crate::likeness(&Name::new(one), &Name::new(other));
            assert!(alike == 0, "{one} and {other}");
        }
    }
}
