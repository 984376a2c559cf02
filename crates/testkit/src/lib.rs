//! Clock, throw-away databases, a running server, a browser. Tests only.
