//! The SQL of rights.

store::statements! {
    FIND = "SELECT record FROM unmet_right WHERE record = $1";
}
