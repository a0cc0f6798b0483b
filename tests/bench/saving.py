"""Saving one answer, against the same transaction in raw sqlite3, same pragmas.

The raw file is a copy of ours. Both write the answer, its journal line and two tallies;
ours also checks the answer, hashes the rows and tells what changed.
"""

import itertools
import shutil
import sqlite3
import statistics
import sys
import tempfile
from pathlib import Path

from measure import Figure, in_turns, seconds, tell

from spf_assess.consultation import Consultation
from spf_assess.model import Answer, Constituency, PartAnswer
from spf_assess.store.opening import PRAGMAS
from spf_assess.store.schema import ANSWERS, JOURNAL

ROUNDS = 300
_COMMENT = "Une réponse de longueur ordinaire. " * 6
_STALL_MS = 50


def raw_file(path: Path) -> sqlite3.Connection:
    """Return a bare connection with the pragmas of a consultation's file."""
    connection = sqlite3.connect(path, isolation_level=None)
    for name, (wanted, _held) in PRAGMAS.items():
        connection.execute(f"PRAGMA {name} = {wanted}")
    return connection


def raw_save(raw: sqlite3.Connection, me: str, body: str, number: int) -> None:
    """Write what one save of ours writes."""
    line = (number, "2026", "answer", me, 1, "3a.1", body, body, 0, bytes(32))
    raw.execute("BEGIN")
    raw.execute(JOURNAL.upsert, line)
    raw.execute(ANSWERS.upsert, (me, 1, "3a.1", body, number, "2026", bytes(32)))
    for name in ("answers", "journal"):
        raw.execute(
            "UPDATE tallies SET rows = ?, digest = ? WHERE name = ?",
            (number, number.to_bytes(32, "big"), name),
        )
    raw.execute("COMMIT")


def measure(rounds: int = ROUNDS) -> list[Figure]:
    """Return the ratio of medians, and how long the slow ones of our saves take."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "ours.spfa"
        with Consultation.alone(path, constituency=Constituency.WORKERS) as made:
            me = made.me().id
            made.answer(me, _answer(1))
        shutil.copy(path, path.with_name("raw.spfa"))
        raw, turn = raw_file(path.with_name("raw.spfa")), itertools.count(1000)
        with Consultation.open(path) as opened:

            def ours() -> None:
                opened.answer(me, _answer(next(turn)))

            def peer() -> None:
                number = next(turn)
                body = f'{{"item":"3a.1","comment":"{number} {_COMMENT}"}}'
                raw_save(raw, me, body, number)

            mine, bare = in_turns(ours, peer, rounds)
            slow = statistics.quantiles([seconds(ours) for _ in range(rounds)], n=20)[
                -1
            ]
        raw.close()
    return [
        Figure("saving an answer / raw sqlite3", mine * 1000, 1.5, "ms", bare * 1000),
        Figure("saving an answer, 95th percentile", slow * 1000, _STALL_MS, "ms"),
    ]


def _answer(number: int) -> Answer:
    level = PartAnswer(value=number % 4 + 1)
    parts = {"law": level, "practice": level}
    return Answer("3a.1", parts=parts, comment=f"{number} {_COMMENT}")


if __name__ == "__main__":
    tell(measure(*map(int, sys.argv[1:2])))
