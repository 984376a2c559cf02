"""A peer for page times, served as in production: gunicorn with two workers, Flask renders a list of the
same size from a template.

It signs nobody in, decides nothing, opens nothing sealed, reads no database and writes no ledger: what
it needs is the least that any page costs there.
"""

from flask import Flask, render_template_string

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
