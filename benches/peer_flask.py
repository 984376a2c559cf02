"""A peer for page times: Flask renders a page of the same size from a template, and looks nothing up.

It signs nobody in, decides nothing, opens nothing sealed and writes no ledger: what it needs is the
least that any page costs there.
"""

import sys

from flask import Flask, render_template_string
from werkzeug.serving import make_server

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Information</title></head><body><main>
<h1>{{ title }}</h1><ul>{% for row in rows %}<li><a href="/reports/{{ row.id }}">{{ row.code }}</a>
<span>{{ row.place }}</span> <span>{{ row.what }}</span> <span>{{ row.state }}</span></li>{% endfor %}</ul>
</main></body></html>"""

ROWS = [
    {"id": f"{n:08x}-0000-4000-8000-000000000000", "code": f"C{n:05d}", "place": "Basra",
     "what": "I worry about someone, under 18, child safe by 2 h left", "state": "not answered"}
    for n in range(50)
]

app = Flask(__name__)


@app.get("/")
def page():
    return render_template_string(PAGE, title="Reports", rows=ROWS)


if __name__ == "__main__":
    make_server("127.0.0.1", int(sys.argv[1]), app, threaded=True).serve_forever()
