//! Who asks for the pages in the benchmarks: signs in by the demo's door, asks, and reads medians.

use anyhow::Result;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

/// Signs in by the demo's door; answers the cookies.
pub async fn enter(host: &str, membership: &str) -> Result<String> {
    let body = format!("person={membership}");
    let entered = ask(host, &format!(
        "POST /demo/enter HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )).await?;
    let cookies: Vec<&str> = entered
        .lines()
        .filter_map(|line| line.strip_prefix("set-cookie: "))
        .filter_map(|cookie| cookie.split(';').next())
        .collect();
    Ok(cookies.join("; "))
}

/// The middle one.
pub fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Asks for a page.
pub async fn get(host: &str, path: &str, cookie: &str) -> Result<String> {
    ask(host, &format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nSec-Fetch-Site: same-origin\r\nConnection: close\r\n\r\n")).await
}

async fn ask(host: &str, request: &str) -> Result<String> {
    let mut stream = TcpStream::connect(host.replace("localhost", "127.0.0.1")).await?;
    stream.write_all(request.as_bytes()).await?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await?;
    Ok(String::from_utf8_lossy(&answer).into_owned())
}

/// How much memory this process held at most.
pub fn peak() -> Result<String> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    Ok(peak.unwrap_or_default().trim().to_owned())
}
