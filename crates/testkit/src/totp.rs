//! The second factor, as a person's telephone would show it.

use record::Moment;

/// The six digits that an authenticator with this base32 secret shows at a moment.
pub fn totp_code(secret: &str, at: Moment) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).expect("the page prints base32");
    let seconds = u64::try_from(at.micros() / 1_000_000).expect("tests live after 1970");
    totp_rs::Builder::new()
        .with_secret(secret)
        .build_noncompliant()
        .generate(seconds)
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_that_of_the_standard() {
        // RFC 6238, appendix B, its first row's last six digits.
        let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
        assert_eq!(totp_code(secret, Moment::from_micros(59_000_000)), "287082");
        assert_eq!(
            totp_code(secret, Moment::from_micros(1_111_111_109_000_000)),
            "081804"
        );
    }
}
