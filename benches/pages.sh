#!/usr/bin/env bash
# Page times beside a peer in the same run: bash benches/pages.sh
# The peer (Flask, from PyPI) is installed into a folder outside the repository.
set -euo pipefail
cd "$(dirname "$0")/.."
venv="${XDG_CACHE_HOME:-$HOME/.cache}/najat/bench"
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import flask' 2>/dev/null || "$venv/bin/pip" install --quiet flask==3.1.2
cargo build --release --package najat --example pages
"$venv/bin/python" benches/peer_flask.py 8449 2>/dev/null &
peer=$!
trap 'kill $peer' EXIT
target/release/examples/pages http://127.0.0.1:8449/
echo "peer's peak memory: $(awk '/VmHWM/ {print $2, $3}' /proc/$peer/status)"
