//! Accounts, sign-in, sessions, organisations and their members.
