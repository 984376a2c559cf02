//! Secrets that somebody could guess (passwords, the twelve digits of a receipt, recovery codes)
//! and secrets that nobody can (tokens).
//!
//! The first are stored slow: Argon2id with a salt of their own, then an HMAC with a pepper that
//! is not in the database. Whoever steals the tables alone has nothing to try guesses on; whoever
//! steals the pepper too pays 19 MiB for each guess. This work belongs on a thread for blocking
//! work, never inside a unit.

use std::sync::{Mutex, PoisonError};

use argon2::{Algorithm, Argon2, Block, Params, Version};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use zeroize::Zeroizing;

use crate::domain::DomainKey;
use crate::plain::Plain;
use crate::secret::fill;

/// The spelling of a stored secret and its cost; another cost gets another mark.
const MARK: &str = "najat1";
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;
const SALT: usize = 16;

/// What is stored of a secret.
///
/// ```
/// # use vault::{Domain, RootKey, secret_hash};
/// let pepper = RootKey::generate().domain(Domain::Account, 1);
/// let stored = secret_hash::store("a long sentence nobody else knows", &pepper);
/// assert!(secret_hash::verify("a long sentence nobody else knows", &stored, &pepper));
/// assert!(!secret_hash::verify("password", &stored, &pepper));
/// ```
pub fn store(secret: &str, pepper: &DomainKey) -> String {
    let mut salt = [0; SALT];
    fill(&mut salt);
    let check = slow(secret, &salt, pepper);
    format!("{MARK}${}${}", hex::encode(salt), hex::encode(check))
}

/// Whether this is the stored secret; takes the same time for every wrong one.
pub fn verify(secret: &str, stored: &str, pepper: &DomainKey) -> bool {
    match parts(stored) {
        Some((salt, check)) => same(&slow(secret, &salt, pepper), &check),
        None => dummy(secret, pepper),
    }
}

/// The work of [`verify`] for an account or a receipt that does not exist: always false.
pub fn dummy(secret: &str, pepper: &DomainKey) -> bool {
    let check = slow(secret, &[0; SALT], pepper);
    // The comparison is done and kept by the optimiser, but its result does not count.
    std::hint::black_box(same(&check, &[0; 32])) & false
}

/// Whether two texts of bytes are the same, without telling by time where they differ.
pub fn same(a: &[u8], b: &[u8]) -> bool {
    a.ct_eq(b).into()
}

/// A new token for a session, a device or a form.
pub fn token() -> [u8; 32] {
    let mut token = [0; 32];
    fill(&mut token);
    token
}

/// What is stored of a token: nobody can guess one, so a plain SHA-256 is enough.
pub fn token_hash(token: &[u8]) -> [u8; 32] {
    Sha256::digest(token).into()
}

/// So many random decimal digits, each as likely as the next: receipts and recovery codes.
pub fn digits(count: usize) -> Plain<String> {
    let mut digits = String::with_capacity(count);
    let mut byte = Zeroizing::new([0; 1]);
    while digits.len() < count {
        fill(&mut *byte);
        // 250 is the last multiple of ten in a byte; above it the first digits would come more often.
        let [value] = *byte;
        if value < 250 {
            digits.push(char::from(b'0' + value % 10));
        }
    }
    Plain::new(digits)
}

fn slow(secret: &str, salt: &[u8; SALT], pepper: &DomainKey) -> [u8; 32] {
    let params = Params::new(MEMORY_KIB, PASSES, 1, Some(32))
        .expect("the cost is a constant within the limits");
    let mut hash = Zeroizing::new([0; 32]);
    let mut blocks = taken_blocks(params.block_count());
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into_with_memory(secret.as_bytes(), salt, &mut *hash, &mut blocks)
        .expect("forms are cut far below 4 GiB, and the blocks are as many as the cost asks for");
    give_back(blocks);
    pepper.purpose("pepper").mac("pepper", &[&*hash])
}

/// Buffers that were used and wiped. Without them each thread that ever hashed would keep 19 MiB.
static BLOCKS: Mutex<Vec<Vec<Block>>> = Mutex::new(Vec::new());

fn taken_blocks(count: usize) -> Vec<Block> {
    let kept = BLOCKS.lock().unwrap_or_else(PoisonError::into_inner).pop();
    kept.filter(|blocks| blocks.len() == count)
        .unwrap_or_else(|| vec![Block::default(); count])
}

fn give_back(mut blocks: Vec<Block>) {
    blocks.fill(Block::default());
    let mut kept = BLOCKS.lock().unwrap_or_else(PoisonError::into_inner);
    kept.push(blocks);
}

fn parts(stored: &str) -> Option<([u8; SALT], [u8; 32])> {
    let (salt, check) = stored
        .strip_prefix(MARK)?
        .strip_prefix('$')?
        .split_once('$')?;
    let mut parts = ([0; SALT], [0; 32]);
    hex::decode_to_slice(salt, &mut parts.0).ok()?;
    hex::decode_to_slice(check, &mut parts.1).ok()?;
    Some(parts)
}
