//! The shared working system of a country's fight against trafficking in persons.
