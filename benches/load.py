#!/usr/bin/env python3
"""How to run (Python 3.9 or later, nothing to install; `pages` wants wrk on PATH):
  load.py tips   URL [--peer najat|hushline] [--clients 8] [--seconds 20] [--pid PID] [--keep FILE]
  load.py back   URL --receipts FILE [--clients 8] [--seconds 20] [--pid PID]
  load.py enter  URL --who 'Duty responder' [--at Basra]
  load.py pages  URL --cookie COOKIE --page /today --page /reports [--clients 1,8,32] [--seconds 5]
  load.py weight URL --page /en [--cookie COOKIE]

A bounded load client for Najat's pages, and for a peer that takes tips (Hush Line).

tips    Whole reports as a browser sends them: Najat GET /en/2, POST where, POST words, each with
        the page it leads to (five requests); Hush Line GET the form, POST it, GET the page after (three requests). Each sender
        comes once, by a connection of its own, from an address of its own in 127.0.0.0/8: Najat slows
        the sixth report of an hour from one address (0.25 s, then doubling to 8 s), so that many
        people must not look like one. --one-address shows that slowing. --keep FILE appends the
        receipts (Najat) or reply paths (Hush Line).
back    A sender comes back: Najat GET /en/4 and POST the twenty digits; Hush Line GET the reply page.
enter   Signs in by a demo's button (Najat) and prints the cookies.
pages   Signed-in pages by wrk with keep-alive: requests a second, p50, p99, answers that are not 200.
weight  What a first visit loads: the page, its style, scripts, icons and every font and picture that its
        style names, in bytes on the wire (gzip where the server gives it) and as decoded.

A demo's session ends after half an hour unused: `wrong` then counts every answer (a redirect).
--pid PID counts the CPU of that process and its children, as cores. Targets are loopback only; every
run ends by itself after --seconds (or --count). One line of JSON per run on standard output.
"""

import argparse, asyncio, gzip, html, json, os, re, resource, shutil, socket, subprocess, tempfile, time
from urllib.parse import quote_plus, urljoin, urlsplit

TICK = os.sysconf("SC_CLK_TCK")
TEXT = ("They took my passport when I came to the house. I work from five in the morning until midnight "
        "and I was not paid since Ramadan. The door is locked from outside when they go away. There is "
        "another girl here, she is younger than me and she does not eat. ") * 3


def tree(pid):
    """The process and everything below it."""
    found, todo = [], [pid]
    while todo:
        one = todo.pop()
        found.append(one)
        for task in glob_tasks(one):
            try:
                with open(f"/proc/{one}/task/{task}/children") as file:
                    todo += [int(child) for child in file.read().split()]
            except OSError:
                pass
    return found


def glob_tasks(pid):
    try:
        return os.listdir(f"/proc/{pid}/task")
    except OSError:
        return []


def cpu_of(pids):
    """CPU seconds used so far by these processes, their children and those that ended."""
    total = 0
    for root in pids:
        for pid in tree(root):
            try:
                with open(f"/proc/{pid}/stat") as file:
                    fields = file.read().rsplit(")", 1)[1].split()
                total += sum(int(fields[n]) for n in (11, 12, 13, 14))
            except OSError:
                pass
    return total / TICK


def machine():
    """Busy and all CPU seconds of the machine so far."""
    with open("/proc/stat") as file:
        fields = [int(n) for n in file.readline().split()[1:9]]
    return (sum(fields) - fields[3] - fields[4]) / TICK, sum(fields) / TICK


def at(sorted_values, share):
    if not sorted_values:
        return None
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * share))]


def ms(values):
    values = sorted(values)
    told = {"n": len(values)}
    for name, share in (("p50", 0.5), ("p90", 0.9), ("p99", 0.99)):
        told[name] = round(at(values, share) * 1e3, 1) if values else None
    told["max"] = round(values[-1] * 1e3, 1) if values else None
    return told


class Gone(Exception):
    """The other side closed or answered something that is no HTTP."""


class Connection:
    """One keep-alive connection that asks one thing after the other."""

    def __init__(self, target, address=None):
        self.host, self.port, self.address = target.hostname, target.port, address
        self.named = f"{target.hostname}:{target.port}"
        self.reader = self.writer = None
        self.cookies = {}

    async def ask(self, method, path, fields=None):
        for fresh in (False, True):
            if self.writer is None or fresh:
                await self.close()
                local = (self.address, 0) if self.address else None
                self.reader, self.writer = await asyncio.open_connection(
                    self.host, self.port, local_addr=local, limit=1 << 20)
                new = True
            else:
                new = False
            try:
                return await self._ask(method, path, fields)
            except (Gone, ConnectionError, asyncio.IncompleteReadError):
                # A kept connection may have been closed meanwhile: once more by a new one.
                if new or fresh:
                    raise
        raise Gone

    async def _ask(self, method, path, fields):
        lines = [f"{method} {path} HTTP/1.1", f"Host: {self.named}", "Sec-Fetch-Site: same-origin",
                 "User-Agent: load", "Accept: text/html"]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{k}={v}" for k, v in self.cookies.items()))
        body = b""
        if fields is not None:
            body = "&".join(f"{quote_plus(k)}={quote_plus(v)}" for k, v in fields).encode()
            lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        self.writer.write("\r\n".join(lines).encode() + b"\r\n\r\n" + body)
        head = await self.reader.readuntil(b"\r\n\r\n")
        status = int(head[9:12])
        length, chunked, close, place = 0, False, False, None
        for line in head.decode("latin-1").split("\r\n")[1:]:
            name, _, value = line.partition(":")
            name, value = name.lower(), value.strip()
            if name == "content-length":
                length = int(value)
            elif name == "transfer-encoding":
                chunked = "chunked" in value
            elif name == "connection":
                close = value.lower() == "close"
            elif name == "location":
                place = value
            elif name == "set-cookie":
                key, _, rest = value.partition("=")
                self.cookies[key] = rest.partition(";")[0]
        if chunked:
            parts = []
            while True:
                size = int((await self.reader.readline()).split(b";")[0], 16)
                parts.append(await self.reader.readexactly(size))
                await self.reader.readexactly(2)
                if size == 0:
                    break
            answer = b"".join(parts)
        else:
            answer = await self.reader.readexactly(length)
        if close:
            await self.close()
        return status, answer.decode("utf-8", "replace"), place

    async def close(self):
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None


INPUT = re.compile(r'<input[^>]*type="hidden"[^>]*>')
ATTRIBUTE = re.compile(r'(name|value)="([^"]*)"')


def hidden(page):
    """The hidden fields of a page's forms, in their order."""
    fields = []
    for one in INPUT.findall(page):
        found = dict(ATTRIBUTE.findall(one))
        if "name" in found:
            fields.append((found["name"], html.unescape(found.get("value", ""))))
    return fields


PLACES = ["IQG%02d" % n for n in range(1, 19)] + ["X-HALABJA"]


class Wrong(Exception):
    """An answer that is not what a person would have got."""


async def asked(link, method, path, fields=None):
    """Asks as a browser does, which goes where it is sent; answers the page and where its form goes."""
    status, page, place = await link.ask(method, path, fields)
    while status == 303 and place:
        path = urlsplit(place).path
        status, page, place = await link.ask("GET", path)
    form = re.search(r'<form[^>]*method="post"[^>]*action="([^"]*)"', page)
    return status, page, form.group(1) if form else path


async def najat_tip(link, number, place, marks):
    begun = time.perf_counter()
    status, page, path = await asked(link, "GET", "/en/2")
    marks.append(("form", time.perf_counter() - begun, status))
    if status != 200:
        raise Wrong(status)
    where = place or PLACES[number % len(PLACES)]
    fields = [(k, v) for k, v in hidden(page)] + [
        ("governorate", where), ("reads", "helpers"), ("accused", "no")]
    step = time.perf_counter()
    status, page, path = await asked(link, "POST", path, fields)
    marks.append(("where", time.perf_counter() - step, status))
    if status != 200 or 'name="text"' not in page:
        raise Wrong(status)
    fields = hidden(page) + [
        ("text", f"{number}. {TEXT}"), ("district", ""),
        ("minor", ("no", "yes", "no", "unknown")[number % 4]),
        ("danger", "yes" if number % 10 == 0 else "no"), ("contact", "no"),
        ("how", ""), ("when", ""), ("words", ""), ("who", ""), ("otherwise", "")]
    step = time.perf_counter()
    status, page, _ = await asked(link, "POST", path, fields)
    marks.append(("words", time.perf_counter() - step, status))
    receipt = "".join(re.findall(r'<bdi dir="ltr">(\d{4})</bdi>', page))
    if status != 200 or len(receipt) != 20:
        raise Wrong(status)
    return receipt


async def hushline_tip(link, number, _place, marks):
    begun = time.perf_counter()
    status, page, _ = await link.ask("GET", "/to/desk")
    marks.append(("form", time.perf_counter() - begun, status))
    if status != 200:
        raise Wrong(status)
    left, right = re.search(r'for="captcha_answer">(\d+) \+ (\d+)', page).groups()
    fields = [pair for pair in hidden(page) if pair[0] not in ("owner_guard_nonce", "owner_guard_signature")]
    for name in ("owner_guard_nonce", "owner_guard_signature"):
        value = re.search(rf'name="{name}" type="hidden" value="([^"]*)"', page).group(1)
        fields.append((name, value))
    fields += [("captcha_answer", str(int(left) + int(right))), ("field_0", ""),
               ("field_1", f"{number}. {TEXT}")]
    step = time.perf_counter()
    status, page, place = await link.ask("POST", "/to/desk", fields)
    marks.append(("words", time.perf_counter() - step, status))
    if status != 302 or not place:
        raise Wrong(status)
    step = time.perf_counter()
    status, page, _ = await link.ask("GET", urlsplit(place).path)
    marks.append(("after", time.perf_counter() - step, status))
    found = re.search(r'/reply/([a-z0-9-]+)', page)
    if status != 200 or not found:
        raise Wrong(status)
    return "/reply/" + found.group(1)


async def najat_back(link, receipt, marks):
    begun = time.perf_counter()
    status, page, path = await asked(link, "GET", "/en/4")
    marks.append(("form", time.perf_counter() - begun, status))
    if status != 200:
        raise Wrong(status)
    step = time.perf_counter()
    status, page, _ = await asked(link, "POST", path, hidden(page) + [("receipt", receipt)])
    marks.append(("digits", time.perf_counter() - step, status))
    if status != 200 or 'name="ticket"' not in page:
        raise Wrong(status)


async def hushline_back(link, path, marks):
    begun = time.perf_counter()
    status, _, _ = await link.ask("GET", path)
    marks.append(("reply", time.perf_counter() - begun, status))
    if status != 200:
        raise Wrong(status)


async def crowd(args, visit, count=None):
    """So many clients at once, each visit by a new connection; answers what was measured."""
    target = urlsplit(args.url)
    turn = iter(range(args.start, 1 << 40))
    made, whole, steps, kinds = [], [], {}, {}
    ending = time.perf_counter() + args.seconds
    left = [count if count is not None else 1 << 60]

    async def client():
        while time.perf_counter() < ending and left[0] > 0:
            left[0] -= 1
            number = next(turn)
            seat = number % (250 * 250 * 200)
            address = f"127.{10 + seat // 62500}.{1 + seat // 250 % 250}.{1 + seat % 250}"
            link = Connection(target, None if args.one_address else address)
            marks, begun = [], time.perf_counter()
            try:
                made.append(await asyncio.wait_for(visit(link, number, marks), 60))
                whole.append(time.perf_counter() - begun)
            except Wrong as wrong:
                kinds[str(wrong)] = kinds.get(str(wrong), 0) + 1
            except (Gone, OSError, asyncio.TimeoutError, asyncio.IncompleteReadError, ValueError,
                    AttributeError) as error:
                name = type(error).__name__
                kinds[name] = kinds.get(name, 0) + 1
            finally:
                await link.close()
            for name, took, _ in marks:
                steps.setdefault(name, []).append(took)

    used, own, box = cpu_of(args.pid), resource.getrusage(resource.RUSAGE_SELF), machine()
    begun = time.perf_counter()
    await asyncio.gather(*(client() for _ in range(args.clients)))
    wall = time.perf_counter() - begun
    ours = resource.getrusage(resource.RUSAGE_SELF)
    after = machine()
    told = {
        "clients": args.clients, "seconds": round(wall, 1), "done": len(whole),
        "per_s": round(len(whole) / wall, 1), "wrong": kinds, "whole_ms": ms(whole),
        "steps_ms": {name: ms(values) for name, values in steps.items()},
        "client_cores": round((ours.ru_utime + ours.ru_stime - own.ru_utime - own.ru_stime) / wall, 2),
        "machine_busy_cores": round((after[0] - box[0]) / wall, 2), "load": os.getloadavg()[0],
    }
    if args.pid:
        told["server_cores"] = round((cpu_of(args.pid) - used) / wall, 2)
        if whole:
            told["server_cpu_ms_each"] = round((cpu_of(args.pid) - used) / len(whole) * 1e3, 2)
    return told, made


def tips(args):
    tip = {"najat": najat_tip, "hushline": hushline_tip}[args.peer]

    async def visit(link, number, marks):
        place = args.place if args.place and (number % 100) < args.share * 100 else None
        return await tip(link, number, place, marks)

    told, made = asyncio.run(crowd(args, visit, args.count))
    if args.keep:
        with open(args.keep, "a") as file:
            file.writelines(one + "\n" for one in made)
    print(json.dumps(told))


def back(args):
    with open(args.receipts) as file:
        receipts = file.read().split()
    way = {"najat": najat_back, "hushline": hushline_back}[args.peer]

    async def visit(link, number, marks):
        return await way(link, receipts[(number * 7) % len(receipts)], marks)

    print(json.dumps(asyncio.run(crowd(args, visit, args.count))[0]))


async def entered(args):
    link = Connection(urlsplit(args.url))
    _, page, _ = await link.ask("GET", "/sign-in?language=en")
    for person, said in re.findall(r'name="person" value="([^"]*)">Enter as <span>(.*?)</span>', page):
        said = html.unescape(said).replace("\u2068", "").replace("\u2069", "")
        role, _, where = said.partition(", ")
        if role == args.who and args.at in where:
            link.cookies.clear()
            status, _, _ = await link.ask("POST", "/demo/enter", [("person", person)])
            if status >= 400:
                raise SystemExit(f"{said}: {status}")
            await link.close()
            return "; ".join(f"{k}={v}" for k, v in link.cookies.items())
    raise SystemExit("nobody like that has a button")


def enter(args):
    print(asyncio.run(entered(args)))


FORM = """
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.body = "form_key=k&version=0&%s"
"""

SCRIPT = """local threads = {}
function setup(thread) table.insert(threads, thread) end
function init(args) wrong = 0 end
function response(status, headers, body) if status ~= 200 then wrong = wrong + 1 end end
function done(summary, latency, requests)
  local others = 0
  for _, thread in ipairs(threads) do others = others + thread:get("wrong") end
  local lost = summary.errors.connect + summary.errors.read + summary.errors.timeout
  io.write(string.format("RESULT %.3f %.3f %.3f %.3f %d %d %d\\n", summary.requests * 1e6 / summary.duration,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, latency.max / 1e3, summary.requests,
    summary.bytes, others + lost))
end
"""


def pages(args):
    if shutil.which("wrk") is None:
        raise SystemExit("wrk is not on PATH")
    script = os.path.join(tempfile.gettempdir(), f"load-{os.getpid()}.lua")
    try:
        for page in args.page:
            # What stands behind a space is a form that is sent there.
            path, _, form = page.partition(" ")
            with open(script, "w") as file:
                file.write(SCRIPT + (FORM % form if form else ""))
            for clients in [int(n) for n in args.clients_list.split(",")]:
                command = ["wrk", "-t1", f"-c{clients}", f"-d{args.seconds:g}s", "--timeout", "30s", "-s", script,
                           "-H", "Sec-Fetch-Site: same-origin"]
                if args.cookie:
                    command += ["-H", f"Cookie: {args.cookie}"]
                used, box, begun = cpu_of(args.pid), machine(), time.perf_counter()
                said = subprocess.run(command + [urljoin(args.url, path)], capture_output=True, text=True)
                wall, after = time.perf_counter() - begun, machine()
                found = re.search(r"RESULT (.*)", said.stdout)
                if not found:
                    raise SystemExit(said.stdout + said.stderr)
                rate, p50, p99, most, count, size, errors = [float(n) for n in found.group(1).split()]
                told = {"page": page, "clients": clients, "per_s": round(rate, 1), "p50_ms": p50, "p99_ms": p99,
                        "max_ms": most, "n": int(count), "bytes_each": round(size / max(count, 1)),
                        "wrong": int(errors), "machine_busy_cores": round((after[0] - box[0]) / wall, 2),
                        "load": os.getloadavg()[0]}
                if args.pid:
                    cpu = cpu_of(args.pid) - used
                    told["server_cores"] = round(cpu / wall, 2)
                    told["server_cpu_ms_each"] = round(cpu / max(count, 1) * 1e3, 3)
                print(json.dumps(told), flush=True)
    finally:
        os.remove(script)


def weight(args):
    target = urlsplit(args.url)
    for first in args.page:
        rows, todo, seen = [], [first], set()
        while todo:
            path = todo.pop(0)
            if path in seen:
                continue
            seen.add(path)
            with socket.create_connection((target.hostname, target.port)) as link:
                cookie = f"Cookie: {args.cookie}\r\n" if args.cookie else ""
                link.sendall((f"GET {path} HTTP/1.1\r\nHost: {target.hostname}:{target.port}\r\n{cookie}"
                              "Sec-Fetch-Site: same-origin\r\nAccept-Encoding: gzip\r\n"
                              "Connection: close\r\n\r\n").encode())
                answer = b""
                while part := link.recv(1 << 16):
                    answer += part
            head, _, body = answer.partition(b"\r\n\r\n")
            if b"transfer-encoding: chunked" in head.lower():
                whole, rest = b"", body
                while rest:
                    size, _, rest = rest.partition(b"\r\n")
                    size = int(size.split(b";")[0], 16)
                    if size == 0:
                        break
                    whole, rest = whole + rest[:size], rest[size + 2:]
                body = whole
            zipped = b"content-encoding: gzip" in head.lower()
            text = gzip.decompress(body) if zipped else body
            kind = re.search(rb"(?i)content-type: ([^;\r\n]*)", head)
            rows.append({"path": path, "status": int(head[9:12]), "wire": len(answer), "body": len(body),
                         "decoded": len(text), "gzip": zipped, "type": kind.group(1).decode() if kind else ""})
            said = text.decode("utf-8", "replace")
            found = []
            if path == first:
                links = [dict(re.findall(r'(\w+)="([^"]*)"', link)) for link in re.findall(r"<link([^>]+)>", said)]
                found = [link["href"] for link in links if "href" in link
                         and set(link.get("rel", "").split()) & {"stylesheet", "icon", "preload", "modulepreload"}]
                found += re.findall(r'<(?:script|img)[^>]+src="([^"]+)"', said)
                found += [use.partition("#")[0] for use in re.findall(r'<use[^>]+href="([^"]+)"', said)]
                found = [html.unescape(one) for one in found]
            elif path.partition("?")[0].endswith(".css"):
                found = [urljoin(path, one.strip("'\"")) for one in re.findall(r"url\(([^)]+)\)", said)]
            for one in found:
                if one.startswith("http"):
                    one = urlsplit(one).path
                if one.startswith("/") and not one.startswith("//"):
                    todo.append(one)
        print(json.dumps({"page": first, "requests": len(rows), "wire": sum(row["wire"] for row in rows),
                          "decoded": sum(row["decoded"] for row in rows), "parts": rows}))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["tips", "back", "enter", "pages", "weight"])
    parser.add_argument("url", help="as in http://127.0.0.1:8440/")
    parser.add_argument("--peer", choices=["najat", "hushline"], default="najat")
    parser.add_argument("--clients", default="8", help="so many at once; a list such as 1,8,32 for pages")
    parser.add_argument("--seconds", type=float, default=20, help="at most 600")
    parser.add_argument("--count", type=int, help="so many visits and no more")
    parser.add_argument("--start", type=int, default=0, help="the number of the first sender: other addresses")
    parser.add_argument("--pid", type=int, action="append", default=[], help="may be given more than once")
    parser.add_argument("--keep", help="appends receipts to this file")
    parser.add_argument("--receipts")
    parser.add_argument("--place", help="a governorate's P-code for --share of the reports")
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--one-address", action="store_true")
    parser.add_argument("--who", default="Duty responder")
    parser.add_argument("--at", default="")
    parser.add_argument("--cookie", default="")
    parser.add_argument("--page", action="append", default=[])
    args = parser.parse_args()
    if urlsplit(args.url).hostname not in ("127.0.0.1", "localhost"):
        parser.error("only this machine is ever asked")
    args.seconds = min(args.seconds, 600)
    args.clients_list = args.clients
    if args.what in ("tips", "back"):
        args.clients = int(args.clients)
    {"tips": tips, "back": back, "enter": enter, "pages": pages, "weight": weight}[args.what](args)


if __name__ == "__main__":
    main()
