//! The SQL of houses.

store::statements! {
    ADDRESS = "SELECT address FROM shelter_address WHERE record = $1";
}
