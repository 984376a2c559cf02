#!/usr/bin/env python3
"""Page times beside a peer in the same run: pages.py TOWN [--reports 100,3000] [--clients 1,8,32]
[--seconds 4] [--senders 10] [--database URL] [--keep DIR].

TOWN is the program that makes a town and serves it (`--example town`). For each size: a town, then every
list and the Today of every role by wrk, the intake and the way back of senders by `load.py`, and the
peer's page, all against loopback. Prints one table a size, in Markdown. With --keep the towns stay in DIR
and are used again, which saves the making; --database names an empty PostgreSQL database for one size.
"""

import argparse, html, json, os, re, signal, subprocess, sys, tempfile, time, urllib.request
from urllib.parse import quote

HERE = os.path.dirname(os.path.abspath(__file__))
LOAD = [sys.executable, os.path.join(HERE, "load.py")]
# The governorate of the town.
PLACE = "IQG02"
PEER = "http://127.0.0.1:8449/"
# What each role does all day, besides Today.
LISTS = {
    "Duty responder": ["/reports", "/beds"],
    "Caseworker": ["/interpreters", "/people typed=" + quote("نور المتخيل"), "/people typed=" + quote("نور"), "/cases", "/cases?state=open&age=child", "/cases?governorate=IQG15&age=child&missing=no_place",
                   "/cases?governorate=IQG03&age=child&missing=no_place"],
    "Supervisor": ["/beds", "/rights", "/clocks", "/cases", "/cases?governorate=IQG15&age=child&missing=no_place",
                   "/cases?governorate=IQG03&age=child&missing=no_place"],
    "Placement desk": ["/beds", "/shelters", "/rights"],
    "Shelter manager": ["/beds"],
    "Oversight officer": ["/rights", "/clocks", "/figures"],
}


def load(*words):
    said = subprocess.run([*LOAD, *map(str, words)], capture_output=True, text=True)
    if said.returncode:
        raise SystemExit(f"load.py {words[0]}: {said.stderr or said.stdout}")
    return said.stdout.strip()


def roles(url):
    """One label of a button for each role, in the order of the page."""
    with urllib.request.urlopen(f"{url}/sign-in?language=en") as page:
        text = page.read().decode()
    found = {}
    for said in re.findall(r'name="person" value="[^"]*">Enter as <span>(.*?)</span>', text):
        said = html.unescape(said).replace("\u2068", "").replace("\u2069", "")
        role, _, where = said.partition(", ")
        found.setdefault(role, where)
    return found


# Whose first record of a list is opened as well: the list, and what one of it is called.
FIRST = {"Duty responder": ("reports", "one report"), "Caseworker": ("cases", "one case")}


def first_of(url, cookie, role):
    if role not in FIRST:
        return None
    name = FIRST[role][0]
    asked = urllib.request.Request(f"{url}/{name}", headers={"Cookie": cookie, "Sec-Fetch-Site": "same-origin"})
    with urllib.request.urlopen(asked) as page:
        found = re.search(rf'href="(/{name}/[0-9a-f-]{{36}})"', page.read().decode())
    return found.group(1) if found else None


def peak(pid):
    with open(f"/proc/{pid}/status") as status:
        return int(re.search(r"VmHWM:\s+(\d+)", status.read()).group(1)) // 1024


def rows(name, path, said):
    for line in said.splitlines():
        one = json.loads(line)
        yield [name, path, one["clients"], one["per_s"], one["p50_ms"], one["p99_ms"],
               one.get("server_cpu_ms_each", ""), one["wrong"]]


def of_senders(what, one):
    whole = one["whole_ms"] or {}
    return ["a sender", what, 8, one["per_s"], whole.get("p50", ""), whole.get("p99", ""),
            one.get("server_cpu_ms_each", ""), len(one["wrong"])]


def started(command, ready, **more):
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **more)
    for line in process.stdout:
        print(f"  {line.strip()}", file=sys.stderr)
        if ready in line:
            return process, line.strip()
    raise SystemExit(f"{command[0]} ended before it was ready")


def measure(args, size, folder):
    data = os.path.join(folder, f"town-{size}")
    command = [args.town, "--data", data, "--reports", str(size)]
    command += ["--database", args.database] if args.database else []
    town, url = started(command, "http://")
    # By the address: what else listens on the name is not asked.
    url = url.replace("localhost", "127.0.0.1")
    table, how = [], ["--clients", args.clients, "--seconds", args.seconds]
    try:
        table += rows("peer: Flask, gunicorn", "a list of 50",
                      load("pages", PEER, "--page", "/", *how, "--pid", args.peer))
        for role, where in roles(url).items():
            cookie = load("enter", url, "--who", role, "--at", where)
            pages = ["/today", *LISTS.get(role, [])]
            first = first_of(url, cookie, role)
            for page in pages + ([first] if first else []):
                said = load("pages", url, "--cookie", cookie, "--page", page, *how, "--pid", town.pid)
                table += rows(role, FIRST[role][1] if page == first else page, said)
        with tempfile.NamedTemporaryFile() as receipts:
            one = json.loads(load("tips", url, "--seconds", args.senders, "--place", PLACE, "--pid", town.pid, "--keep", receipts.name))
            table.append(of_senders("a report sent", one))
            # A town with more unanswered reports than its ceiling takes none: nobody has a way back.
            if os.path.getsize(receipts.name):
                one = json.loads(load("back", url, "--receipts", receipts.name, "--seconds", args.senders, "--pid", town.pid))
                table.append(of_senders("the way back", one))
        memory = peak(town.pid)
    finally:
        town.send_signal(signal.SIGINT)
        town.wait(60)
    print(f"\n### {size} reports, {'PostgreSQL' if args.database else 'SQLite'}; {memory} MB at the peak\n")
    print("| who | page | clients | a second | p50 ms | p99 ms | CPU ms each | wrong |")
    print("|---|---|---|---|---|---|---|---|")
    for row in table:
        print("| " + " | ".join(str(cell) for cell in row) + " |", flush=True)


def main():
    words = argparse.ArgumentParser()
    words.add_argument("town")
    words.add_argument("--reports", default="100,3000")
    words.add_argument("--clients", default="1,8,32")
    words.add_argument("--seconds", default="4")
    words.add_argument("--senders", default="10")
    words.add_argument("--database")
    words.add_argument("--keep")
    args = words.parse_args()
    folder = args.keep or tempfile.mkdtemp(prefix="najat-bench-")
    peer = subprocess.Popen([sys.executable, "-m", "gunicorn", "--workers", "2", "--bind", "127.0.0.1:8449",
                             "--chdir", HERE, "--log-level", "error", "peer_flask:app"])
    args.peer = peer.pid
    try:
        time.sleep(2)
        for size in args.reports.split(","):
            measure(args, int(size), folder)
    finally:
        peer.terminate()


if __name__ == "__main__":
    main()
