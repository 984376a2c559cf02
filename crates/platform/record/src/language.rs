//! The languages of the pages; their files and their own names stand in `page`, their words in
//! `locales`.

crate::codes! {
    /// The languages of the pages.
    Language {
        En = "en",
        Ar = "ar",
        Ckb = "ckb",
    }
}

impl Language {
    /// Whether the script runs from right to left.
    pub const fn is_rtl(self) -> bool {
        !matches!(self, Self::En)
    }
}
