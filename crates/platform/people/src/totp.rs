//! The second factor: six digits of an authenticator (RFC 6238: SHA-1, 30 seconds).

use record::Moment;
use vault::Plain;

/// Seconds of one step.
const STEP: i64 = 30;

/// Bytes of a secret: as many as SHA-1 gives.
const SECRET: usize = 20;

/// A new secret, from the system's random source.
pub fn new_secret() -> Plain<Vec<u8>> {
    Plain::new(
        vault::secret_hash::token()
            .into_iter()
            .take(SECRET)
            .collect(),
    )
}

/// The secret as an authenticator takes it (base32).
pub fn base32(secret: &Plain<Vec<u8>>) -> Plain<String> {
    Plain::new(totp_rs::Secret::from(secret.expose().as_slice()).to_base32())
}

/// The secret of a text in base32, in groups or not; nothing, where it is none.
pub fn from_base32(text: &str) -> Option<Plain<Vec<u8>>> {
    let joined: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let secret = totp_rs::Secret::try_from_base32(joined.to_ascii_uppercase()).ok()?;
    Some(Plain::new(secret.as_bytes().to_vec()))
}

/// The address that an authenticator reads from a picture or a link.
pub fn otpauth(secret: &Plain<Vec<u8>>, name: &Plain<String>) -> Plain<String> {
    let name = percent(name.expose());
    let secret = base32(secret);
    Plain::new(format!(
        "otpauth://totp/Najat:{name}?secret={}&issuer=Najat",
        secret.expose()
    ))
}

/// The digits of a moment, as an authenticator with this secret shows them.
pub fn code(secret: &Plain<Vec<u8>>, at: Moment) -> Plain<String> {
    Plain::new(of_step(secret, step(at)))
}

/// The step whose digits these are, if it is the present one or its neighbour and later than the
/// last one used: digits count once. Every neighbour is compared, whichever fits.
pub fn step_of(secret: &Plain<Vec<u8>>, digits: &str, now: Moment, last: i64) -> Option<i64> {
    let now = step(now);
    (now - 1..=now + 1).fold(None, |found, step| {
        let same = vault::secret_hash::same(of_step(secret, step).as_bytes(), digits.as_bytes());
        if same && step > last {
            Some(step)
        } else {
            found
        }
    })
}

fn step(at: Moment) -> i64 {
    at.seconds_since(Moment::from_micros(0)).div_euclid(STEP)
}

fn of_step(secret: &Plain<Vec<u8>>, step: i64) -> String {
    let seconds = u64::try_from(step.saturating_mul(STEP)).unwrap_or_default();
    let totp = totp_rs::Builder::new()
        .with_secret(secret.expose().as_slice())
        .build_noncompliant();
    totp.generate(seconds).to_string()
}

fn percent(text: &str) -> String {
    use std::fmt::Write as _;
    text.bytes().fold(String::new(), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").unwrap_or_default();
        }
        encoded
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 6238, appendix B.
    fn of_the_standard() -> Plain<Vec<u8>> {
        Plain::new(b"12345678901234567890".to_vec())
    }

    fn at(seconds: i64) -> Moment {
        Moment::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn the_digits_are_those_of_the_standard() {
        let rows = [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (2_000_000_000, "279037"),
        ];
        for (seconds, digits) in rows {
            assert_eq!(code(&of_the_standard(), at(seconds)).expose(), digits);
        }
    }

    #[test]
    fn digits_of_a_neighbour_count_and_each_step_counts_once() {
        let secret = of_the_standard();
        let now = at(1_111_111_109);
        let present = step(now);
        let digits = |away: i64| of_step(&secret, present + away);
        // steps away, last used step away, whether it counts
        let rows = [
            (0, -10, true),
            (-1, -10, true),
            (1, -10, true),
            (2, -10, false),
            (-2, -10, false),
            (0, 0, false),
            (-1, 0, false),
            (1, 0, true),
            (1, 1, false),
        ];
        for (away, last, counts) in rows {
            let step = step_of(&secret, &digits(away), now, present + last);
            assert_eq!(
                step,
                counts.then_some(present + away),
                "{away} after {last}"
            );
        }
        assert_eq!(step_of(&secret, "", now, 0), None);
    }

    #[test]
    fn an_authenticator_can_read_the_address() {
        let address = otpauth(&of_the_standard(), &Plain::new("زينب 1".to_owned()));
        assert_eq!(
            address.expose(),
            "otpauth://totp/Najat:%D8%B2%D9%8A%D9%86%D8%A8%201\
             ?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Najat"
        );
    }
}
