//! Keys, sealed values, blind indexes. No I/O.
