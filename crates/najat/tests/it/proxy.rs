//! Behind Debian's nginx and Caddy, and a current Caddy, with the shipped examples, word for word but for ports and paths.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use najat::config::Configuration;
use najat::{Running, serving};
use people::throttle::{self, Kind};
use testkit::{Proxy as Program, free_ports, place};

use crate::curl::{Answer, curl, cut_curl};
use crate::installed::{Enrolled, HOST, Installed, enrol};
use crate::town::Town;

/// Which proxy stands in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Which {
    Nginx,
    Caddy,
    CurrentCaddy,
}

/// The ports of one: by TLS, in the open, and of what it asks.
#[derive(Clone, Copy)]
struct Ports {
    tls: u16,
    plain: u16,
    back: u16,
}

/// The shipped server, brought to this machine's free ports and a throw-away certificate.
struct Proxy {
    folder: tempfile::TempDir,
    which: Which,
    ports: Ports,
    _running: Program,
}

fn packaging(name: &str) -> PathBuf {
    place::repository().join("packaging").join(name)
}

fn certificate(folder: &Path) {
    let made = Command::new("openssl")
        .args([
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:P-256",
            "-nodes",
        ])
        .args(["-days", "2", "-subj", "/CN=help.example"])
        .args(["-addext", "subjectAltName=DNS:help.example"])
        .arg("-keyout")
        .arg(folder.join("key.pem"))
        .arg("-out")
        .arg(folder.join("cert.pem"))
        .output()
        .unwrap();
    assert!(made.status.success(), "{made:?}");
}

/// A shipped file with changes, each of which must find its place.
fn changed(shipped: &str, changes: &[(&str, String)]) -> String {
    changes.iter().fold(shipped.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from} stands in the example");
        text.replace(from, to)
    })
}

/// The example as it is shipped, with the ports and paths of a test.
fn nginx(folder: &Path, Ports { tls, plain, back }: Ports) -> String {
    let shipped = fs::read_to_string(packaging("nginx/najat.conf")).unwrap();
    let live = |name: &str| format!("/etc/letsencrypt/live/help.example/{name}");
    let path = |name: &str| folder.join(name).display().to_string();
    let here = shipped
        .lines()
        .filter(|line| !line.contains("listen [::]"))
        .collect::<Vec<_>>()
        .join("\n");
    let location = packaging("nginx/najat-location.conf");
    changed(
        &here,
        &[
            ("listen 443", format!("listen 127.0.0.1:{tls}")),
            ("listen 80", format!("listen 127.0.0.1:{plain}")),
            ("127.0.0.1:8440", format!("127.0.0.1:{back}")),
            (&live("fullchain.pem"), path("cert.pem")),
            (&live("privkey.pem"), path("key.pem")),
            (
                "/etc/nginx/najat-location.conf",
                location.display().to_string(),
            ),
        ],
    )
}

/// The example as it is shipped, with a certificate of its own: it asks nobody for one.
fn caddy(folder: &Path, Ports { tls, plain, back }: Ports) -> String {
    let shipped = fs::read_to_string(packaging("caddy/Caddyfile")).unwrap();
    let path = |name: &str| folder.join(name).display().to_string();
    let (cert, key) = (path("cert.pem"), path("key.pem"));
    changed(
        &shipped,
        &[
            (
                "\tadmin off\n",
                format!(
                    "\tadmin off\n\thttps_port {tls}\n\thttp_port {plain}\n\
                     \tdefault_bind 127.0.0.1\n\tskip_install_trust\n"
                ),
            ),
            (
                "help.example {\n",
                format!("help.example {{\n\ttls {cert} {key}\n"),
            ),
            ("127.0.0.1:8440", format!("127.0.0.1:{back}")),
        ],
    )
}

impl Which {
    const ALL: [Self; 3] = [Self::Nginx, Self::Caddy, Self::CurrentCaddy];

    /// What the program is called by itself, without a version; Caddy says nothing of itself.
    const fn names_itself(self) -> &'static [&'static str] {
        match self {
            Self::Nginx => &["nginx"],
            Self::Caddy | Self::CurrentCaddy => &[],
        }
    }

    /// How whoever asks in the open is led to TLS for good.
    const fn moved(self) -> u16 {
        match self {
            Self::Nginx => 301,
            Self::Caddy | Self::CurrentCaddy => 308,
        }
    }

    fn before(self, ports: Ports) -> Option<Proxy> {
        let folder = tempfile::tempdir().unwrap();
        certificate(folder.path());
        let running = match self {
            Self::Nginx => Program::nginx(folder.path(), &nginx(folder.path(), ports), ports.tls),
            Self::Caddy => Program::caddy(folder.path(), &caddy(folder.path(), ports), ports.tls),
            Self::CurrentCaddy => {
                Program::current_caddy(folder.path(), &caddy(folder.path(), ports), ports.tls)
            }
        };
        Some(Proxy {
            folder,
            which: self,
            ports,
            _running: running?,
        })
    }
}

impl Proxy {
    /// Asks the proxy by TLS, from an address of this machine.
    fn ask(&self, from: &str, path: &str, more: &[&str]) -> Answer {
        let (url, words) = self.words(path, more);
        curl(from, &url, &words)
    }

    /// Asks on a line that is cut for a while.
    fn ask_cut(&self, from: &str, path: &str, more: &[&str]) -> Answer {
        let (url, words) = self.words(path, more);
        cut_curl(from, &url, &words)
    }

    fn words(&self, path: &str, more: &[&str]) -> (String, Vec<String>) {
        let host = format!("{HOST}:{}", self.ports.tls);
        let mut words = vec!["--cacert".to_owned()];
        words.push(self.folder.path().join("cert.pem").display().to_string());
        words.extend(["--resolve".to_owned(), format!("{host}:127.0.0.1")]);
        words.extend(["--header".to_owned(), format!("Origin: https://{host}")]);
        words.extend(more.iter().map(|word| (*word).to_owned()));
        (format!("https://{host}{path}"), words)
    }
}

/// Asks the program itself, past the proxy.
fn past(running: &Running, from: &str, headers: &[&str]) -> u16 {
    let words: Vec<String> = headers
        .iter()
        .flat_map(|header| ["--header".to_owned(), (*header).to_owned()])
        .collect();
    let url = format!("http://127.0.0.1:{}/en", running.address().port());
    curl(from, &url, &words).status
}

#[tokio::test(flavor = "multi_thread")]
async fn behind_the_shipped_examples() {
    for which in Which::ALL {
        let (shelter, person) = peopled().await;
        behind(&shelter, which, async |running, proxy| {
            pages_come_whole(proxy);
            everybody_gets_the_form(proxy);
            the_door_works(&shelter, proxy, &person);
            floods_are_slowed_where_they_come_from(running, proxy).await;
            nobody_comes_past(running, proxy);
        })
        .await;
    }
}

async fn a_slow_line_behind(which: Which) {
    let (shelter, _) = peopled().await;
    behind(&shelter, which, async |_, proxy| {
        slow_lines_are_waited_for(proxy);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_line_is_waited_for_behind_nginx() {
    a_slow_line_behind(Which::Nginx).await;
}

// The current Caddy reads the same file.
#[tokio::test(flavor = "multi_thread")]
async fn a_slow_line_is_waited_for_behind_caddy() {
    a_slow_line_behind(Which::Caddy).await;
}

/// An installation in which somebody can sign in.
async fn peopled() -> (Installed, Enrolled) {
    let shelter = Installed::new().await;
    let running = shelter.serve().await;
    let code = shelter.code("first");
    let person = enrol(&shelter, &running.url(), "first", &code).await;
    running.stop().await;
    (shelter, person)
}

/// Serves an installation behind a proxy, if the machine has it.
async fn behind(shelter: &Installed, which: Which, tries: impl AsyncFnOnce(&Running, &Proxy)) {
    let [tls, plain] = free_ports();
    let set = Configuration {
        public_origin: Some(format!("https://{HOST}:{tls}")),
        ..shelter.launched()
    };
    let running = serving::begin(&set, shelter.world.clone()).await.unwrap();
    let back = running.address().port();
    if let Some(proxy) = which.before(Ports { tls, plain, back }) {
        tries(&running, &proxy).await;
    }
    running.stop().await;
}

fn pages_come_whole(proxy: &Proxy) {
    let page = proxy.ask("127.0.0.5", "/en", &[]);
    assert_eq!(page.status, 200, "{}", page.headers);
    assert_eq!(page.all("strict-transport-security"), ["max-age=31536000"]);
    assert_eq!(page.all("cache-control"), ["no-store"]);
    assert_eq!(page.all("content-security-policy").len(), 1);
    assert!(page.all("content-encoding").is_empty() && page.all("set-cookie").is_empty());
    assert_eq!(page.all("server"), proxy.which.names_itself(), "no version");
    assert!(page.all("via").is_empty() && page.all("alt-svc").is_empty());
    assert!(page.body.contains("</html>"));
    let leave = proxy.ask("127.0.0.5", "/leave", &[]);
    assert_eq!(leave.status, 303);
    let cleared = leave.all("clear-site-data");
    assert_eq!(cleared, ["\"cache\", \"cookies\", \"storage\""]);
    // In the open, nothing but the way to TLS.
    let open = format!("http://127.0.0.1:{}/en/1", proxy.ports.plain);
    let words = ["--header".to_owned(), format!("Host: {HOST}")];
    let led = curl("127.0.0.5", &open, &words);
    assert_eq!(
        (led.status, led.all("location")),
        (proxy.which.moved(), vec!["https://help.example/en/1"])
    );
    // Another name is answered by nothing.
    let other = format!("other.example:{}", proxy.ports.tls);
    let words = ["--insecure", "--resolve", &format!("{other}:127.0.0.1")].map(str::to_owned);
    let refused = curl("127.0.0.5", &format!("https://{other}/en"), &words);
    assert_ne!(refused.exit, Some(0), "{}", refused.headers);
}

/// Whoever saves data, and whoever comes through somebody's proxy, gets the form; whose browser is
/// read along by its maker does not.
fn everybody_gets_the_form(proxy: &Proxy) {
    let (saves, by) = ("Save-Data: on", "Via: 1.1 somebody");
    let opera = "User-Agent: Opera/9.80 (Android; Opera Mini/36.2; U; ar)";
    let rows: [(&[&str], bool); 5] = [
        (&[], true),
        (&[saves], true),
        (&[by], true),
        (&[saves, by], true),
        (&[opera], false),
    ];
    for (headers, has_form) in rows {
        let words: Vec<&str> = headers
            .iter()
            .flat_map(|said| ["--header", *said])
            .collect();
        for path in ["/ar/1", "/ar/2", "/ar/3", "/ar/4"] {
            let mut page = proxy.ask("127.0.0.5", path, &words);
            // A form in steps is led to an address of its own.
            if page.status == 303 {
                let step = page.all("location").concat();
                page = proxy.ask("127.0.0.5", &step, &words);
            }
            assert_eq!(page.status, 200, "{headers:?} {path} by {:?}", proxy.which);
            let form = page.body.contains("name=\"form_key\"");
            assert_eq!(form, has_form, "{headers:?} {path} by {:?}", proxy.which);
        }
    }
}

fn the_door_works(shelter: &Installed, proxy: &Proxy, person: &Enrolled) {
    let jar = proxy.folder.path().join("jar").display().to_string();
    let digits = shelter.digits(person);
    let form = [
        "--data-urlencode",
        &format!("name={}", person.name),
        "--data-urlencode",
        &format!("password={}", person.password),
        "--data-urlencode",
        &format!("code={digits}"),
        "--cookie-jar",
        &jar,
    ];
    let door = proxy.ask("127.0.0.5", "/sign-in", &form);
    assert_eq!(door.status, 303, "{}", door.headers);
    let cookies = door.all("set-cookie");
    assert_eq!(cookies.len(), 2);
    for cookie in cookies {
        assert!(cookie.starts_with("__Host-"), "{cookie}");
        for word in ["; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict"] {
            assert!(cookie.contains(word), "{word} is missing");
        }
    }
    let own = proxy.ask("127.0.0.5", "/account", &["--cookie", &jar]);
    assert_eq!(own.status, 200);
    // The administrator sees what the proxy says of them.
    let doctor = proxy.ask("127.0.0.5", "/doctor", &["--cookie", &jar]);
    assert_eq!(doctor.status, 200);
    for seen in ["https://help.example", "<bdo dir=\"ltr\">127.0.0.5</bdo>"] {
        assert!(doctor.body.contains(seen), "{seen} in {}", doctor.body);
    }
    for lacking in ["doctor-direct", "doctor-unnamed", "doctor-unsaid"] {
        let said = page::words(record::Language::En, lacking, &[]);
        assert!(
            !doctor.body.contains(&said),
            "{lacking} by {:?}",
            proxy.which
        );
    }
    // A form of another site is refused here too.
    let other = [
        "--cookie",
        &jar,
        "--header",
        "Sec-Fetch-Site: cross-site",
        "--data",
        "a=b",
    ];
    assert_eq!(proxy.ask("127.0.0.5", "/sign-out", &other).status, 403);
}

async fn floods_are_slowed_where_they_come_from(running: &Running, proxy: &Proxy) {
    let store = &running.app().store;
    for _ in 0..34 {
        throttle::ask(store, Kind::SignInPlace, "127.0.0.5")
            .await
            .unwrap();
    }
    let form = |name: &str| format!("name={name}&password=wrong&code=000000");
    let guess = |from: &str, name: &str, more: &[&str]| {
        let form = form(name);
        let words = [&["--data", form.as_str()], more].concat();
        let answer = proxy.ask(from, "/sign-in", &words);
        assert_eq!(answer.status, 422);
        answer.took
    };
    let slowed = Duration::from_secs(4);
    assert!(guess("127.0.0.5", "one", &[]) >= slowed);
    // Whoever says that they come from elsewhere comes from where they come.
    let lie = [
        "--header",
        "X-Forwarded-For: 203.0.113.9",
        "--header",
        "Forwarded: for=203.0.113.9",
    ];
    assert!(guess("127.0.0.5", "two", &lie) >= slowed);
    assert!(
        guess("127.0.0.6", "three", &[]) < slowed,
        "others are not slowed"
    );
}

/// A line so slow that a form takes longer than proxies wait by themselves, and that is cut for a
/// while in the middle.
fn slow_lines_are_waited_for(proxy: &Proxy) {
    // Caddy counts the whole time of a body, nginx the time between two parts of it.
    let (letters, least) = match proxy.which {
        Which::Caddy | Which::CurrentCaddy => (16_000, 30),
        Which::Nginx => (6_000, 10),
    };
    let form = format!("step=3&text={}+end", "a".repeat(letters));
    let slow = ["--limit-rate", "500", "--data", form.as_str()];
    let answer = proxy.ask_cut("127.0.0.7", "/en/1", &slow);
    assert_eq!(answer.status, 422, "{}", answer.headers);
    assert!(answer.body.contains("aaa end"));
    assert!(
        answer.took > Duration::from_secs(least),
        "{:?}",
        answer.took
    );
}

/// The program itself answers its own host only, and believes the proxy's address only.
fn nobody_comes_past(running: &Running, proxy: &Proxy) {
    let host = format!("Host: {HOST}:{}", proxy.ports.tls);
    let (named, tls) = ("X-Forwarded-For: 198.51.100.7", "X-Forwarded-Proto: https");
    assert_eq!(
        past(running, "127.0.0.1", &[&host, named, tls]),
        200,
        "as the proxy asks"
    );
    assert_eq!(
        past(running, "127.0.0.1", &[named, tls]),
        403,
        "another host"
    );
    assert_eq!(past(running, "127.0.0.1", &["Host: localhost"]), 403);
    assert_eq!(
        past(running, "127.0.0.9", &[&host, named, tls]),
        403,
        "not the proxy"
    );
    assert_eq!(
        past(
            running,
            "127.0.0.9",
            &[&host, "Forwarded: for=198.51.100.7"]
        ),
        403
    );
    let open = [host.as_str(), named, "X-Forwarded-Proto: http"];
    assert_eq!(past(running, "127.0.0.1", &open), 403, "asked without TLS");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_demo_cannot_be_published() {
    let town = Town::small().await;
    let back = town.running.address().port();
    for which in Which::ALL {
        let [tls, plain] = free_ports();
        if let Some(proxy) = which.before(Ports { tls, plain, back }) {
            for path in ["/en", "/sign-in", "/static/najat.css"] {
                let answer = proxy.ask("127.0.0.5", path, &[]);
                assert_eq!(answer.status, 403, "{path} by {which:?}");
            }
        }
    }
    // Nor by somebody who makes every request look as if it came from this machine.
    let [bare] = free_ports();
    let url = format!("http://127.0.0.1:{bare}/en");
    let folder = tempfile::tempdir().unwrap();
    let server = format!(
        "server {{ listen 127.0.0.1:{bare}; location / {{ \
         proxy_set_header Host localhost:{back}; proxy_pass http://127.0.0.1:{back}; }} }}"
    );
    if let Some(_running) = Program::nginx(folder.path(), &server, bare) {
        assert_eq!(curl("127.0.0.5", &url, &[]).status, 403);
    }
    town.running.stop().await;
}
