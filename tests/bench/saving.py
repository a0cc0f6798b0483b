"""Saving one answer, against the same transaction in raw sqlite3, same pragmas."""

import itertools
import sqlite3
import statistics
import tempfile
from pathlib import Path

from measure import Figure, Ratio, in_turns, seconds

from spf_assess.consultation import Consultation
from spf_assess.model import Answer, Constituency, PartAnswer

ROUNDS = 200


def raw_file(path: Path) -> sqlite3.Connection:
    """Return a bare database with a table of answers and one of journal lines."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("PRAGMA foreign_keys=ON")
    connection.executescript(
        "CREATE TABLE answers(response TEXT, item TEXT, body TEXT, revision INTEGER,"
        " changed_at TEXT, row_hash TEXT, PRIMARY KEY(response, item)) STRICT;"
        "CREATE TABLE journal(id INTEGER PRIMARY KEY, response TEXT, item TEXT,"
        " before TEXT, after TEXT, at TEXT, row_hash TEXT) STRICT;"
    )
    return connection


def measure() -> list[Ratio | Figure]:
    """Return the ratio of medians, and the slowest of our saves in milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        raw = raw_file(place / "raw.db")
        turn = itertools.count()
        with Consultation.alone(
            place / "ours.spfa", constituency=Constituency.WORKERS
        ) as consultation:
            me = consultation.me().id

            def ours() -> None:
                level = next(turn) % 4 + 1
                parts = {
                    "law": PartAnswer(value=level),
                    "practice": PartAnswer(value=level),
                }
                consultation.answer(
                    me, Answer("3e.1", parts=parts, comment="Un commentaire." * 10)
                )

            def peer() -> None:
                body = '{"item":"3e.1","comment":"' + "Un commentaire." * 10 + '"}'
                raw.execute("BEGIN IMMEDIATE")
                raw.execute(
                    "INSERT INTO answers VALUES(?,?,?,?,?,?) ON CONFLICT DO UPDATE SET"
                    " body=excluded.body, revision=revision+1",
                    ("r", "3e.1", body, next(turn), "2026", "0" * 64),
                )
                raw.execute(
                    "INSERT INTO journal(response,item,before,after,at,row_hash)"
                    " VALUES(?,?,?,?,?,?)",
                    ("r", "3e.1", body, body, "2026", "0" * 64),
                )
                raw.execute("COMMIT")

            mine, bare = in_turns(ours, peer, ROUNDS)
            slowest = statistics.quantiles([seconds(ours) for _ in range(100)], n=20)
        raw.close()
    return [
        Ratio("saving an answer / raw sqlite3", mine, bare, 1.5),
        Figure("saving an answer, 95th percentile", slowest[-1] * 1000, 50, "ms"),
    ]


if __name__ == "__main__":
    for one in measure():
        print(one, getattr(one, "ratio", ""))  # noqa: T201
