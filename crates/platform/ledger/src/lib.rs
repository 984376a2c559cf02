//! Append-only Merkle log, signed checkpoints, proofs. No I/O.
