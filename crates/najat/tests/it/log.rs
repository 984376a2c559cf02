//! What the program logs, kept for a test to read.

use std::io::Write;
use std::sync::{Arc, Mutex};

#[derive(Clone, Default)]
pub struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().unwrap()).into_owned()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Takes down everything that this process logs from now on, at every level that ours uses.
pub fn capture() -> Log {
    let log = Log::default();
    let writer = log.clone();
    let levels = "debug,najat=trace,store=trace,people=trace,protection=trace,page=trace,sqlx=trace,hyper=info,h2=info,reqwest=info,hyper_util=info";
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::new(levels))
        .with_ansi(false)
        .with_writer(move || writer.clone())
        .init();
    log
}
