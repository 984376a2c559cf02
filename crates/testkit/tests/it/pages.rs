//! A few pages on a real port, enough to try the browser on.

use testkit::Running;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

/// The strictest headers that the program sends: no inline script or style, trusted types.
const HEADERS: &str = "content-type: text/html; charset=utf-8\r\nconnection: close\r\n\
    content-security-policy: default-src 'none'; form-action 'self'; \
    require-trusted-types-for 'script'; trusted-types 'none'\r\n";

const FORM: &str = r#"<!DOCTYPE html>
<html lang="en"><head><title>Form</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>Form</h1>
<form method="get" action="/sent">
<p><label for="what">What happened?</label> <textarea id="what" name="what">old</textarea></p>
<p><label for="where">Where?</label>
<select id="where" name="where"><option value="1">Al-Mada'in</option><option value="2">Basra</option></select></p>
<fieldset><legend>Under 18?</legend>
<label><input type="radio" name="child" value="yes"> Yes</label>
<label><input type="radio" name="child" value="no"> No</label></fieldset>
<button type="submit">Send it to helpers</button></form>
<p><a href="/bad">To the bad page</a></p></main></body></html>
"#;

const BAD: &str = r#"<!DOCTYPE html>
<html><head><title></title></head><body><img src="data:,"><p>Bad</body></html>
"#;

/// The HTML of the two pages, by name.
pub const PAGES: [(&str, &str); 2] = [("form", FORM), ("bad", BAD)];

/// Serves them until stopped.
pub async fn serve() -> Running {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("it is bound");
    let (stop, mut stopped) = oneshot::channel();
    let task = tokio::spawn(async move {
        loop {
            tokio::select! {
                _ = &mut stopped => return,
                accepted = listener.accept() => {
                    let (stream, _) = accepted.expect("a connection");
                    tokio::spawn(answer(stream));
                }
            }
        }
    });
    Running::new(address, stop, task)
}

async fn answer(mut stream: TcpStream) {
    let mut request = vec![0; 8192];
    let read = stream.read(&mut request).await.unwrap_or_default();
    let request = String::from_utf8_lossy(&request[..read]).into_owned();
    let target = request.split(' ').nth(1).unwrap_or_default();
    let body = match target {
        "/bad" => BAD.to_owned(),
        "/script" => "<!DOCTYPE html><script>document.title = 'ran'</script><p>script".to_owned(),
        sent if sent.starts_with("/sent?") => {
            format!("<!DOCTYPE html><html lang=en><title>Sent</title><p>Sent: <b>{sent}</b>")
        }
        _ => FORM.to_owned(),
    };
    let headers = if target == "/script" {
        "content-type: text/html\r\n"
    } else {
        HEADERS
    };
    let answer = format!(
        "HTTP/1.1 200 OK\r\n{headers}content-length: {}\r\n\r\n{body}",
        body.len()
    );
    stream
        .write_all(answer.as_bytes())
        .await
        .unwrap_or_default();
}
