//! The SQL of requests.

store::statements! {
    HEAD = "SELECT record FROM bed_request WHERE record = $1";
}
