//! SQLite and PostgreSQL behind one type, units of work, the gate, the outbox.
