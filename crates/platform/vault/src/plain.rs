use zeroize::Zeroize;

/// A value in hand that tells who somebody is: typed, or opened a moment ago.
///
/// Its memory is wiped when it is dropped. It has no `Debug`, no `Display` and no `Serialize`, so
/// that no log, error or answer shows it by accident; a page prints it by the one filter made for
/// it. Looking inside is a word of its own, which a reader of the code can search for:
///
/// ```
/// let name = vault::Plain::new(String::from("Zahra"));
/// println!("{}", name.expose());
/// ```
///
/// Printing it as it is does not compile:
///
/// ```compile_fail,E0277
/// let name = vault::Plain::new(String::from("Zahra"));
/// println!("{}", name);
/// ```
///
/// Nor does showing it to a developer:
///
/// ```
/// let name = vault::Plain::new(String::from("Zahra"));
/// println!("{:?}", name.expose());
/// ```
///
/// ```compile_fail,E0277
/// let name = vault::Plain::new(String::from("Zahra"));
/// println!("{:?}", name);
/// ```
///
/// Nor writing it into an answer:
///
/// ```
/// # use serde::Serialize;
/// # fn answer(_: &impl Serialize) {}
/// let name = vault::Plain::new(String::from("Zahra"));
/// answer(name.expose());
/// ```
///
/// ```compile_fail,E0277
/// # use serde::Serialize;
/// # fn answer(_: &impl Serialize) {}
/// let name = vault::Plain::new(String::from("Zahra"));
/// answer(&name);
/// ```
pub struct Plain<T: Zeroize>(T);

impl<T: Zeroize> Plain<T> {
    /// Takes a value in hand; the caller's own copy is moved in, not left behind.
    pub const fn new(value: T) -> Self {
        Self(value)
    }

    /// The value itself, for the moment it is used.
    pub const fn expose(&self) -> &T {
        &self.0
    }
}

impl Plain<String> {
    /// Whether nothing that can be seen was typed.
    pub fn is_blank(&self) -> bool {
        record::text::is_blank(&self.0)
    }

    /// Whether a mark in it turns its letters round, so that it reads as another.
    pub fn is_turned_round(&self) -> bool {
        record::text::overrides(&self.0)
    }

    /// How many characters it has.
    pub fn chars(&self) -> usize {
        self.0.chars().count()
    }
}

impl<T: Zeroize> Drop for Plain<T> {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

/// A unit of work that is tried again needs its input again; the copy is wiped like the first.
impl<T: Zeroize + Clone> Clone for Plain<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

/// What can be sealed: it is bytes, and can be made of bytes again.
pub trait Sealable: Zeroize + Sized {
    /// The bytes that are sealed.
    fn bytes(&self) -> &[u8];

    /// The value again, if the bytes are one; whatever is refused is wiped.
    fn from_bytes(bytes: Vec<u8>) -> Option<Self>;
}

impl Sealable for String {
    fn bytes(&self) -> &[u8] {
        self.as_bytes()
    }

    fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        Self::from_utf8(bytes)
            .map_err(|refused| refused.into_bytes().zeroize())
            .ok()
    }
}

impl Sealable for Vec<u8> {
    fn bytes(&self) -> &[u8] {
        self
    }

    fn from_bytes(bytes: Vec<u8>) -> Option<Self> {
        Some(bytes)
    }
}
