"""Every flipped bit that changes a row is caught, and no changed row is ever shown.

SQLite's integrity_check passes most of these; the hash of each row does not (R-105).
"""

import random
import sqlite3

import pytest
from support.offices import Offices, rated

from spf_assess.model import Problem
from spf_assess.store import read_file
from spf_assess.store.damage import readable_rows
from spf_assess.store.schema import TABLES


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    folder = tmp_path_factory.mktemp("flips")
    offices = Offices(folder)
    with offices.found() as facilitator:
        with offices.respondent(facilitator, "ana") as ana:
            for number in range(12):
                comment = f"Réponse {number} " * 20
                ana.answer(ana.me().id, rated("3a.1", 1 + number % 4, comment=comment))
            ana.answer(ana.me().id, rated("3b.1", 2))
            ana.hand_in(ana.me().id, folder / "ana.spfr")
        facilitator.import_packet(folder / "ana.spfr")
    return ana.path.read_bytes()


def rows_of(path):
    """Every row as it can be read, by whatever way; None where nothing can."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return {
            (table.name, values, told)
            for table in TABLES.values()
            for values, told in readable_rows(connection, table)
        }
    except (sqlite3.Error, UnicodeDecodeError):
        return None
    finally:
        connection.close()


def sweep(original, path, bits):
    """Flip each bit alone; return how many changed rows, and how many went unseen."""
    path.write_bytes(original)
    sound = rows_of(path)
    values = {(name, row) for name, row, _ in sound}
    changed = unseen = 0
    told = []
    for bit in bits:
        data = bytearray(original)
        data[bit // 8] ^= 1 << bit % 8
        path.write_bytes(data)
        different = rows_of(path) != sound
        changed += different
        try:
            with read_file(path) as opened:
                if different and opened.read_only_because is None:
                    unseen += 1
                for name, table in TABLES.items():
                    if opened.damaged:
                        for row in opened.rows(table):
                            assert (name, row) in values, (bit, name, row)
        except Problem as problem:
            told.append(str(problem))
    assert all(told)
    return changed, unseen


def test_a_thousand_flips_leave_no_changed_row_unseen(original, tmp_path):
    choice = random.Random(202)  # noqa: S311 - not for secrets
    bits = choice.sample(range(len(original) * 8), 1000)
    changed, unseen = sweep(original, tmp_path / "flipped.spfa", bits)
    assert changed > 120  # tables that are still empty take a part of the pages
    assert unseen == 0


def test_flips_in_the_first_page_are_told_or_harmless(original, tmp_path):
    changed, unseen = sweep(original, tmp_path / "flipped.spfa", range(100 * 8))
    assert changed
    assert unseen == 0


@pytest.mark.long
def test_every_fourth_bit_of_a_file_flipped_leaves_no_changed_row_unseen(
    original, tmp_path
):
    bits = range(1, len(original) * 8, 4)
    changed, unseen = sweep(original, tmp_path / "flipped.spfa", bits)
    assert changed > 10_000
    assert unseen == 0


def test_without_row_hashes_most_flips_would_pass(original, tmp_path):
    """The control: SQLite's own check over the same flips misses most of them."""
    choice = random.Random(202)  # noqa: S311 - not for secrets
    path = tmp_path / "flipped.spfa"
    path.write_bytes(original)
    sound = rows_of(path)
    changed = missed = 0
    for bit in choice.sample(range(len(original) * 8), 300):
        data = bytearray(original)
        data[bit // 8] ^= 1 << bit % 8
        path.write_bytes(data)
        if rows_of(path) == sound:
            continue
        changed += 1
        connection = sqlite3.connect(path)
        try:
            lines = list(connection.execute("PRAGMA integrity_check"))
            missed += lines == [("ok",)]
        except (sqlite3.Error, UnicodeDecodeError):
            pass
        finally:
            connection.close()
    assert missed > changed / 2
