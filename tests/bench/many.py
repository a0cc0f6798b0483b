"""Ten thousand respondents in one consultation: importing, positions, the board.

The packets are made beforehand. The raw file gets the same rows, hashes included, by
``executemany`` in one transaction, with the pragmas of a consultation's file. What
nobody can leave out (R-301 to R-304) is measured too, by libraries alone: each packet
is read as JSON and written again to see that it is canonical, its signature is
verified, each row hashed, and then the raw file filled.
"""

import hashlib
import json
import random
import sqlite3
import statistics
import sys
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from measure import Figure, seconds, tell

from spf_assess.consultation import Consultation
from spf_assess.consultation.beginning import seated
from spf_assess.exchange import build_packet, new_key, read_packet
from spf_assess.model import (
    BENCHES,
    Answer,
    Evidence,
    EvidenceKind,
    Grade,
    Item,
    ItemKind,
    PartAnswer,
    Respondent,
    RespondentKind,
    Response,
    Text,
)
from spf_assess.store import RESPONDENTS
from spf_assess.store.opening import PRAGMAS
from spf_assess.store.records import respondent_row
from spf_assess.store.schema import TABLES

RESPONDENTS_ASKED = 10_000
ITEMS = 125
_NAMED = Text.of(en="Coresia", fr="Corésie")
_FEW, _LATER = 300, 15
_TALKING = 0.3


def main(number: int = RESPONDENTS_ASKED) -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        tell(measure(Path(name), number))


def measure(folder: Path, number: int) -> list[Figure]:
    """Return the figures for *number* respondents."""
    path = folder / "many.spfa"
    packets, later = make(path, folder, number)
    with Consultation.open(path) as file:
        few = seconds(lambda: file.import_packets(packets[:_FEW]))
        whole = few + seconds(lambda: file.import_packets(packets[_FEW:]))
        if len(file.responses()) != number:
            raise RuntimeError("not every packet came in")
        file.board(), file.results()
        board, results = [], []
        for packet in later:  # after each, both are shown anew
            file.import_packet(packet)
            board.append(seconds(file.board))
            results.append(seconds(file.results))
    raw = seconds(lambda: fill(folder / "raw.spfa", path))
    least = raw + _verifying(packets, path)
    name = f"{number} respondents"
    return [
        Figure("300 packets of 125 items imported", few, 60, "s"),
        Figure("import against raw executemany", whole, 2, "s", raw, name),
        Figure("import against what none can leave out", whole, 3, "s", least, name),
        Figure(
            "board after a packet",
            statistics.median(board) * 1000,
            50,
            "ms",
            None,
            name,
        ),
        Figure(
            "positions after a packet",
            statistics.median(results) * 1000,
            50,
            "ms",
            None,
            name,
        ),
    ]


def make(
    path: Path, folder: Path, number: int, most: int = ITEMS
) -> tuple[list[Path], list[Path]]:
    """Make a consultation and the packets of its respondents, some a second time.

    Each answers *most* questions, or those that there are.
    """
    chance = random.Random(7)  # noqa: S311 - the same packets in every run
    with Consultation.create(path, title=_NAMED, country=_NAMED) as file:
        header = file.header
        items = [
            item
            for item in file.questionnaire.items()
            if item.kind.rated or item.kind is ItemKind.SELECT_ONE
        ]
        seats = [_seat(place) for place in range(number)]

        def register() -> None:
            for place, seat in enumerate(seats):
                file._database.put(RESPONDENTS, *respondent_row(seat, place + 1, ""))

        file._contents.write(register)
    packets, later = [], []
    for place, seat in enumerate(seats):
        asked = [item for item in items if seat.constituency in item.asked_of][:most]
        seed, prev = new_key(), ""
        for seq, into in ((1, packets), (2, later)):
            if seq == 1 or place < _LATER:
                answers = {item.id: _answer(item, chance) for item in asked}
                response = Response(seat, 1, answers, seq, "2026-11-20T10:00:00Z")
                made = folder / f"{place:05}-{seq}.spfr"
                data = build_packet(header, response, prev=prev, seed=seed)
                prev = read_packet(data).digest if place < _LATER else ""
                made.write_bytes(data)
                into.append(made)
    return packets, later


def _verifying(packets: list[Path], path: Path) -> float:
    """Return how long it takes to verify packets and to hash the rows of a file."""
    key = Ed25519PrivateKey.generate()
    public = key.public_key()
    signed = [(key.sign(data), data) for data in (one.read_bytes() for one in packets)]
    with sqlite3.connect(path) as origin:
        rows = [
            b"\0".join(str(value).encode() for value in row)
            for table in TABLES.values()
            for row in origin.execute(table.select)
        ]
    origin.close()

    def verify() -> None:
        for signature, data in signed:
            plain = json.loads(data)
            told = json.dumps(
                plain, sort_keys=True, ensure_ascii=False, separators=(",", ":")
            )
            if told.encode() != data:
                raise RuntimeError("a packet is not canonical")
            public.verify(signature, data)
        for row in rows:
            hashlib.sha256(row).digest()

    return seconds(verify)


def fill(path: Path, source: Path) -> None:
    """Write every row of *source* into an empty file with the same tables."""
    origin = sqlite3.connect(source)
    schema = [
        row[0] for row in origin.execute("SELECT sql FROM sqlite_master") if row[0]
    ]
    raw = sqlite3.connect(path, isolation_level=None)
    for name, (wanted, _held) in PRAGMAS.items():
        raw.execute(f"PRAGMA {name} = {wanted}")
    for statement in schema:
        if "sqlite_sequence" not in statement:
            raw.execute(statement)
    raw.execute("BEGIN")
    for table in TABLES.values():
        marks = ", ".join("?" * (len(table.columns) + 1))
        raw.executemany(
            f"INSERT INTO {table.name} VALUES ({marks})",  # noqa: S608 - our own names
            origin.execute(table.select),
        )
    raw.execute("COMMIT")
    raw.close()
    origin.close()


def _seat(place: int) -> Respondent:
    return seated(
        Respondent(
            id="",
            constituency=BENCHES[place % len(BENCHES)],
            kind=RespondentKind.PERSON,
            organization=f"Organization {place}",
            women=place % 2,
        )
    )


def _answer(item: Item, chance: random.Random) -> Answer:
    parts = {}
    for part in item.parts:
        if item.kind.rated:
            parts[part.name] = PartAnswer(chance.randint(1, 4))
        else:
            parts[part.name] = PartAnswer(chance.choice(item.choices).name)
    source = Evidence(EvidenceKind.LAW, Grade.B, title="Social Protection Act, 2021")
    talks = chance.random() < _TALKING
    return Answer(
        item.id,
        parts=parts,
        comment="A short comment on this question." if talks else "",
        evidence=(source,) if talks else (),
    )


if __name__ == "__main__":
    main(*(int(word) for word in sys.argv[1:]))
