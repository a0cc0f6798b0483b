"""Saving an answer costs at most 1.5 times the same transaction in bare sqlite3.

Both do the same to the disk with the same settings: upsert the answer, add the journal
line, update two tallies. They take turns, so that the disk's moods hit both.
"""

import shutil
import sqlite3
import statistics
import sys
import time

import pytest
from support.offices import Offices, rated

from spf_assess.store.opening import PRAGMAS
from spf_assess.store.schema import ANSWERS, JOURNAL

pytestmark = pytest.mark.long
TURNS = 400
MOST = 1.5


def raw_connection(path):
    connection = sqlite3.connect(path, isolation_level=None)
    for name, (wanted, _held) in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {wanted}")
    return connection


def raw_save(connection, key, body, number):
    execute = connection.execute
    line = (number, "2026", "answer", key[0], 1, key[2], body, body, 0, bytes(32))
    execute("BEGIN")
    execute(JOURNAL.upsert, line)
    execute(ANSWERS.upsert, (*key, body, number, "2026", bytes(32)))
    for name in ("answers", "journal"):
        execute(
            "UPDATE tallies SET rows = ?, digest = ? WHERE name = ?",
            (number, number.to_bytes(32, "big"), name),
        )
    execute("COMMIT")


@pytest.mark.parametrize("earlier", [0, 3000])
def test_saving_costs_at_most_half_as_much_again_as_bare_sqlite(tmp_path, earlier):
    offices = Offices(tmp_path)
    with offices.alone() as mine:
        me = mine.me().id
        comment = "Une réponse de longueur ordinaire. " * 6
        for number in range(earlier):
            mine.answer(me, rated("5a.1", 1 + number % 4, comment=comment))
    shutil.copy(mine.path, tmp_path / "raw.spfa")
    raw = raw_connection(tmp_path / "raw.spfa")
    body = raw.execute("SELECT coalesce(max(after), ?) FROM journal", ("",)).fetchone()
    ours, bare = [], []
    with offices.open(mine.path) as opened:
        opened.answer(me, rated("3a.1", 1, comment=comment))
        for number in range(TURNS):
            answer = rated("3a.1", 1 + number % 4, comment=f"{number} {comment}")
            began = time.perf_counter()
            opened.answer(me, answer)
            ours.append(time.perf_counter() - began)
            text = f"{number} {body[0] or comment}"
            began = time.perf_counter()
            raw_save(raw, (me, 1, "3a.1"), text, earlier + 1000 + number)
            bare.append(time.perf_counter() - began)
    raw.close()
    ratio = statistics.median(ours) / statistics.median(bare)
    told = {
        "ours_p50_ms": statistics.median(ours) * 1000,
        "ours_p95_ms": statistics.quantiles(ours, n=20)[-1] * 1000,
        "bare_p50_ms": statistics.median(bare) * 1000,
        "bare_p95_ms": statistics.quantiles(bare, n=20)[-1] * 1000,
        "ratio": ratio,
    }
    lines = (f"{name} = {value:.3f}" for name, value in told.items())
    sys.stdout.write(f"after {earlier} saves: {', '.join(lines)}\n")  # shown by -rP
    assert ratio <= MOST, told
