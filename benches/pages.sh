#!/usr/bin/env bash
# Page times beside a peer in the same run: bash benches/pages.sh [words for pages.py]
# The peer (Flask behind gunicorn, from PyPI) is installed into a folder outside the repository.
set -euo pipefail
cd "$(dirname "$0")/.."
venv="${XDG_CACHE_HOME:-$HOME/.cache}/najat/bench"
[ -x "$venv/bin/python" ] || python3 -m venv "$venv"
"$venv/bin/python" -c 'import flask, gunicorn' 2>/dev/null \
    || "$venv/bin/pip" install --quiet flask==3.1.2 gunicorn==23.0.0
command -v wrk >/dev/null || { echo "wrk is not here: apt-get install wrk" >&2; exit 1; }
cargo build --release --package najat --example town
exec "$venv/bin/python" benches/pages.py target/release/examples/town "$@"
