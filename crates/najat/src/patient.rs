//! A connection that waits for its reader, but not for ever: who takes nothing, or next to nothing,
//! of an answer is cut off.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep};

/// How long a reader may take over [`LEAST`] bytes: slower than the slowest telephone network.
const PATIENCE: Duration = Duration::from_secs(30);
/// How many bytes must be taken in that time.
const LEAST: usize = 16 * 1024;

/// The connection.
pub(crate) struct Patient {
    stream: TcpStream,
    patience: Duration,
    /// Runs out when the reader was too slow; set while something waits to be taken.
    deadline: Pin<Box<Sleep>>,
    waiting: bool,
    taken: usize,
}

impl Patient {
    /// Takes over a connection.
    pub(crate) fn new(stream: TcpStream) -> Self {
        Self::with(stream, PATIENCE)
    }

    fn with(stream: TcpStream, patience: Duration) -> Self {
        Self {
            stream,
            patience,
            deadline: Box::pin(sleep(patience)),
            waiting: false,
            taken: 0,
        }
    }

    /// Nothing could be written: the reader has some time from here on.
    fn wait(&mut self, context: &mut Context<'_>) -> Poll<io::Result<usize>> {
        if !self.waiting {
            self.waiting = true;
            self.taken = 0;
            let until = Instant::now() + self.patience;
            self.deadline.as_mut().reset(until);
        }
        ready!(self.deadline.as_mut().poll(context));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }

    fn took(&mut self, bytes: usize) {
        self.taken = self.taken.saturating_add(bytes);
        if self.taken >= LEAST {
            self.waiting = false;
        }
    }
}

impl AsyncRead for Patient {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for Patient {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        match Pin::new(&mut self.stream).poll_write(context, bytes) {
            Poll::Ready(Ok(written)) => {
                self.took(written);
                Poll::Ready(Ok(written))
            }
            Poll::Ready(error) => Poll::Ready(error),
            Poll::Pending => self.wait(context),
        }
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        slices: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        match Pin::new(&mut self.stream).poll_write_vectored(context, slices) {
            Poll::Ready(Ok(written)) => {
                self.took(written);
                Poll::Ready(Ok(written))
            }
            Poll::Ready(error) => Poll::Ready(error),
            Poll::Pending => self.wait(context),
        }
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::net::TcpListener;

    const SHORT: Duration = Duration::from_millis(300);

    async fn pair() -> (Patient, TcpStream) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let client = TcpStream::connect(listener.local_addr().unwrap());
        let (client, taken) = tokio::join!(client, listener.accept());
        (Patient::with(taken.unwrap().0, SHORT), client.unwrap())
    }

    #[tokio::test]
    async fn who_takes_nothing_is_cut_off() {
        let (mut server, client) = pair().await;
        let answer = vec![7; 64 * 1024 * 1024];
        let begun = Instant::now();
        let error = server.write_all(&answer).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        assert!(begun.elapsed() >= SHORT);
        drop(client);
    }

    #[tokio::test]
    async fn who_takes_next_to_nothing_is_cut_off_too() {
        let (mut server, mut client) = pair().await;
        let drips = tokio::spawn(async move {
            let mut byte = [0; 512];
            while client.read(&mut byte).await.is_ok_and(|read| read > 0) {
                sleep(Duration::from_millis(100)).await;
            }
        });
        let answer = vec![7; 64 * 1024 * 1024];
        let error = server.write_all(&answer).await.unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::TimedOut);
        drop(server);
        drips.abort();
    }

    #[tokio::test]
    async fn who_is_slow_gets_the_whole_answer() {
        let (mut server, mut client) = pair().await;
        let reads = tokio::spawn(async move {
            let (mut all, mut part) = (0, vec![0; 256 * 1024]);
            loop {
                let read = client.read(&mut part).await.unwrap();
                if read == 0 {
                    return all;
                }
                all += read;
                sleep(Duration::from_millis(10)).await;
            }
        });
        let answer = vec![7; 16 * 1024 * 1024];
        server.write_all(&answer).await.unwrap();
        server.shutdown().await.unwrap();
        assert_eq!(reads.await.unwrap(), answer.len());
    }
}
