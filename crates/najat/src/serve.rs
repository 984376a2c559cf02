//! Listening and answering: both loopback addresses, slow clients cut off, a quiet end.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use anyhow::{Context as _, Result};
use axum::Router;
use axum::extract::ConnectInfo;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use page::{App, Route, Seat, Settings};
use people::session::IDLE_SECONDS;
use record::World;
use store::{Keyring, Store};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::{Semaphore, watch};
use tower::ServiceExt as _;

use crate::patient::Patient;
use crate::{layers, maintenance};

/// How long a client may take over the head of a request. How fast it must take the answer,
/// [`Patient`] says; how fast a body must come, the configuration.
const HEAD: Duration = Duration::from_secs(10);
/// How long the program waits at its end for those who are still being answered.
const END: Duration = Duration::from_secs(30);

/// How many connections may come at one moment before they are taken; the system may allow fewer.
const COMING: u32 = 4096;
/// How many connections are held at once; further ones wait for their turn.
const CONNECTIONS: usize = 2048;
/// How many of them may come from one address that is no proxy of ours.
const OF_ONE: u32 = 512;

/// How to serve.
pub struct Config {
    /// `sqlite:PATH` or `postgres://…`.
    pub database: String,
    /// The log of checkpoints outside the database.
    pub checkpoints: std::path::PathBuf,
    /// The roots.
    pub keys: Keyring,
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// What the pages must know.
    pub settings: Settings,
}

/// A server that runs until told to stop.
pub struct Running {
    address: SocketAddr,
    app: App,
    stop: watch::Sender<bool>,
    tasks: Vec<tokio::task::JoinHandle<()>>,
}

impl Running {
    /// Where it listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The address to type into a browser.
    pub fn url(&self) -> String {
        format!("http://localhost:{}", self.address.port())
    }

    /// The shared state of its pages.
    pub fn app(&self) -> &App {
        &self.app
    }

    /// Lets what is under way finish, then ends.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        for task in self.tasks {
            if let Err(error) = task.await {
                tracing::warn!(%error, "a task did not end well");
            }
        }
        // What forms do goes on without their connections.
        self.app.acts.settle().await;
        self.app.store.close().await;
    }
}

/// Opens the store and serves it by these routes.
pub async fn serve(table: Vec<Route>, config: Config, world: World) -> Result<Running> {
    let Config {
        database,
        checkpoints,
        keys,
        listen,
        settings,
    } = config;
    let opened = Store::open(store::Settings {
        url: database,
        checkpoints,
        keys,
        world: world.clone(),
    });
    let store = opened.await.context("the store cannot be opened")?;
    serve_store(table, store, world, listen, settings).await
}

/// Serves a store that is open already by these routes, all of which stand in one table.
pub async fn serve_store(
    table: Vec<Route>,
    store: Store,
    world: World,
    listen: SocketAddr,
    settings: Settings,
) -> Result<Running> {
    // A page is covered when the session behind it is over.
    let app = App::new(store, world, settings)
        .with_panels(protection::PANELS)
        .with_idle(IDLE_SECONDS);
    let (router, app) =
        page::router(table, app, layers::session).context("the route table is not right")?;
    let router = router.layer(layers::compression()).layer(layers::log());
    let first = listen_at(listen).with_context(|| {
        format!("nothing can listen on {listen}: another program may, choose another port")
    })?;
    let address = first.local_addr()?;
    let mut listeners = vec![first];
    if address.ip() == IpAddr::from([127, 0, 0, 1]) {
        // `localhost` may mean either; a machine without IPv6 has only the first.
        let second = SocketAddr::new(Ipv6Addr::LOCALHOST.into(), address.port());
        listeners.extend(listen_at(second).ok());
    }
    let (stop, told) = watch::channel(false);
    let hall = Hall {
        seats: Arc::new(Semaphore::new(CONNECTIONS)),
        held: Arc::default(),
        proxies: app.settings.trusted_proxies.clone(),
    };
    let mut tasks: Vec<_> = listeners
        .into_iter()
        .map(|listener| tokio::spawn(accept(listener, router.clone(), hall.clone(), told.clone())))
        .collect();
    tasks.push(tokio::spawn(maintenance::run(app.clone(), told)));
    Ok(Running {
        address,
        app,
        stop,
        tasks,
    })
}

/// Listens, with room for a crowd that comes at one moment: a connection for which there is none is
/// tried again by its client a second later.
fn listen_at(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = match address {
        SocketAddr::V4(_) => TcpSocket::new_v4()?,
        SocketAddr::V6(_) => TcpSocket::new_v6()?,
    };
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(COMING)
}

/// The connections that are held, in all and by the address they come from.
#[derive(Clone)]
struct Hall {
    seats: Arc<Semaphore>,
    held: Counts,
    proxies: Vec<IpAddr>,
}

impl Hall {
    /// Counts a connection; not, where this address holds too many already.
    fn enter(&self, peer: IpAddr) -> Option<Held> {
        let peer = peer.to_canonical();
        if self.proxies.contains(&peer) {
            return Some(Held(None));
        }
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let of_this = held.entry(peer).or_default();
        if *of_this >= OF_ONE {
            return None;
        }
        *of_this += 1;
        Some(Held(Some((self.held.clone(), peer))))
    }
}

/// One connection, as long as it is held.
struct Held(Option<(Counts, IpAddr)>);

/// Connections by the address they come from.
type Counts = Arc<Mutex<HashMap<IpAddr, u32>>>;

impl Drop for Held {
    fn drop(&mut self) {
        let Some((held, peer)) = &self.0 else { return };
        let mut held = held.lock().unwrap_or_else(PoisonError::into_inner);
        match held.get_mut(peer) {
            Some(count) if *count > 1 => *count -= 1,
            _ => drop(held.remove(peer)),
        }
    }
}

async fn accept(
    listener: TcpListener,
    router: Router,
    hall: Hall,
    mut stopped: watch::Receiver<bool>,
) {
    let graceful = GracefulShutdown::new();
    loop {
        let Ok(seat) = hall.seats.clone().acquire_owned().await else {
            break;
        };
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = stopped.wait_for(|stop| *stop) => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                let Some(held) = hall.enter(peer.ip()) else {
                    continue;
                };
                let connection = connection(stream, peer, Seat::new(seat), &router, &graceful);
                tokio::spawn(async move {
                    connection.await;
                    drop(held);
                });
            }
            Err(error) => {
                // Too many open files, mostly: wait until some are closed.
                tracing::warn!(kind = %error.kind(), "a connection could not be taken");
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
        }
    }
    drop(listener);
    tokio::select! {
        () = graceful.shutdown() => {}
        () = tokio::time::sleep(END) => {}
    }
}

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    seat: Seat,
    router: &Router,
    graceful: &GracefulShutdown,
) -> impl Future<Output = ()> + Send + 'static {
    let asked = seat.clone();
    let service = router
        .clone()
        .map_request(move |mut request: http::Request<hyper::body::Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            request.extensions_mut().insert(asked.clone());
            request.map(axum::body::Body::new)
        })
        .map_response(move |mut response: axum::response::Response| {
            if seat.is_left() {
                let close = http::HeaderValue::from_static("close");
                response
                    .headers_mut()
                    .insert(http::header::CONNECTION, close);
            }
            response
        });
    let served = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .max_buf_size(64 * 1024)
        // Whoever sends a form and closes their half has sent it all the same.
        .half_close(true)
        .serve_connection(
            TokioIo::new(Patient::new(stream)),
            TowerToHyperService::new(service),
        );
    let watched = graceful.watch(served);
    async move {
        // A client that goes away, or sends what is no HTTP, is its own affair.
        let _gone = watched.await;
    }
}
