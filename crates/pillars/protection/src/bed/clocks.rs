//! The clocks of requests.
