//! A server that runs inside the test, on a port of its own.

use std::net::SocketAddr;

use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// A running server: its address, and the handle that stops it.
pub struct Running {
    address: SocketAddr,
    stop: Option<oneshot::Sender<()>>,
    task: Option<JoinHandle<()>>,
}

impl Running {
    /// Takes over a server that listens on `address` and ends its `task` when told to `stop`.
    pub fn new(address: SocketAddr, stop: oneshot::Sender<()>, task: JoinHandle<()>) -> Self {
        Self {
            address,
            stop: Some(stop),
            task: Some(task),
        }
    }

    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The full address of a path. The host is `localhost`, for which browsers and [`client`]
    /// send cookies marked `Secure` without TLS.
    pub fn url(&self, path: &str) -> String {
        format!("http://localhost:{}{path}", self.address.port())
    }

    /// Stops it and waits until its work is done.
    pub async fn stop(mut self) {
        self.signal();
        if let Some(task) = self.task.take() {
            task.await.expect("the server's task ends without a panic");
        }
    }

    fn signal(&mut self) {
        if let Some(stop) = self.stop.take() {
            // Nobody listens any more where the server has already ended.
            stop.send(()).unwrap_or_default();
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.signal();
    }
}

/// An HTTP client with a cookie jar of its own that follows no redirect by itself.
pub fn client() -> reqwest::Client {
    reqwest::Client::builder()
        .cookie_store(true)
        .redirect(reqwest::redirect::Policy::none())
        .build()
        .expect("a client without TLS needs nothing from the system")
}
