//! What order means.
