//! The field's words: ids, code lists, places, ages, languages, events. No I/O.
