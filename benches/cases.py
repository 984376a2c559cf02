#!/usr/bin/env python3
"""Makes the cases of a kept town many: cases.py FOLDER COUNT.

FOLDER is a town that `pages.sh --keep` made and that nobody serves now. One case of it is repeated COUNT
times in the tables that lists, filters and Today walk: its guard, its grants, its row, a report of its own,
and for each third a stay. Nothing of a repeated case opens: its keys are not repeated. They are due after
the real ones, a minute apart, in four governorates, a third of them children, a tenth closed. Each has a
person who is found by three parts of a name: one in 33 by the given name of the real one, one in 50 by the
family's, the others by 400 given names, 400 fathers' and 126 families' that nobody has. They and all that its
caseworker holds go to whichever caseworker signed in last: the one whom `pages.py` measured.
"""

import random, sqlite3, sys, uuid
from pathlib import Path

PLACES = ["IQG02", "IQG15", "IQG18", "IQG11"]
AGES = ["adult", "adult", "child"]
MINUTE = 60_000_000


def repeat(db, table, row, **changed):
    names = list(row)
    values = [changed.get(name, row[name]) for name in names]
    marks = ",".join("?" * len(names))
    db.execute(f"INSERT INTO {table} ({','.join(names)}) VALUES ({marks})", values)


def main():
    folder, count = Path(sys.argv[1]), int(sys.argv[2])
    found = sorted(folder.rglob("*.db")) or sorted(folder.rglob("*.sqlite*"))
    db = sqlite3.connect(found[0])
    db.row_factory = sqlite3.Row
    one = dict(db.execute(
        "SELECT c.* FROM case_file c JOIN guard g ON g.record = c.record WHERE g.state = 'open' "
        "AND EXISTS (SELECT 1 FROM person_key k WHERE k.record = c.person AND k.place = 1) "
        "ORDER BY c.due LIMIT 1").fetchone())
    guard = dict(db.execute("SELECT * FROM guard WHERE record = ?", [one["record"]]).fetchone())
    root = dict(db.execute("SELECT * FROM guard WHERE record = ?", [guard["root"]]).fetchone())
    grants = [dict(row) for row in db.execute("SELECT * FROM access_grant WHERE record = ?", [one["record"]])]
    person = dict(db.execute("SELECT * FROM person WHERE record = ?", [one["person"]]).fetchone())
    of_person = dict(db.execute("SELECT * FROM guard WHERE record = ?", [one["person"]]).fetchone())
    holds = [dict(row) for row in db.execute("SELECT * FROM access_grant WHERE record = ?", [one["person"]])]
    keys = [[row[0] for row in db.execute(
        "SELECT key FROM person_key WHERE record = ? AND place = ?", [one["person"], place])] for place in (0, 1)]
    lot = random.Random(7)
    given, fathers, families = ([[lot.randbytes(32)] for _ in range(count)] for count in (400, 400, 126))
    latest = db.execute("SELECT MAX(due) FROM case_file").fetchone()[0]
    for turn in range(count):
        case, report, bed = (str(uuid.uuid4()) for _ in range(3))
        due = latest + (turn + 1) * MINUTE
        state = "closed" if turn % 10 == 9 else "open"
        repeat(db, "guard", root, record=report, root=report, kind="report", state="closed")
        repeat(db, "guard", guard, record=case, root=report, state=state, listed=due, waits=None)
        for grant in grants:
            repeat(db, "access_grant", grant, record=case, state=state, listed=due, waits=None)
        who = str(uuid.uuid4())
        repeat(db, "guard", of_person, record=who, root=report)
        for grant in holds:
            repeat(db, "access_grant", grant, record=who)
        repeat(db, "person", person, record=who, file=case)
        named = [keys[0] if turn % 33 == 0 else lot.choice(given), lot.choice(fathers),
                 keys[1] if turn % 50 == 0 else lot.choice(families)]
        for place, found_by in enumerate(named):
            db.executemany("INSERT INTO person_key (record, place, key, version) VALUES (?, ?, ?, 1)",
                           [(who, place, key) for key in found_by])
        repeat(db, "case_file", one, record=case, code=case[:6], person=who, screening=None,
               governorate=PLACES[turn // 3 % 4], age=AGES[turn % 3], next_contact=due, due=due)
        if turn % 3 == 0:
            repeat(db, "guard", root, record=bed, root=report, kind="bed_request", state="admitted")
        if turn % 10_000 == 9_999:
            db.commit()
            print(f"{turn + 1} cases", file=sys.stderr)
    db.commit()
    enters = db.execute(
        "SELECT s.account FROM session s JOIN membership m ON m.account = s.account "
        "WHERE m.role = 'caseworker' ORDER BY s.began DESC LIMIT 1").fetchone()
    worker = next(grant["holder"] for grant in grants if grant["relation"] == "team")
    if enters:
        db.execute("UPDATE OR IGNORE access_grant SET holder = ? WHERE holder = ?", [enters[0], worker])
    db.execute("ANALYZE")
    db.commit()


main()
