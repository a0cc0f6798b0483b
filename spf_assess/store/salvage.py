"""Saving what is readable of a damaged file into a new one."""

from pathlib import Path

from spf_assess.files import spoken_name
from spf_assess.model import N_, Problem
from spf_assess.store.database import Database
from spf_assess.store.hashes import Row
from spf_assess.store.schema import (
    ANSWERS,
    ARRIVALS,
    CONSULTATION,
    COUNTS,
    HELD_SHEETS,
    JOURNAL,
    KEYED,
    PACKET_BYTES,
    PACKETS,
    RESPONDENTS,
    RESPONSES,
    ROUNDS,
    SETTINGS,
    STANDINGS,
    TABLES,
)

_BODY = 3


def salvage(damaged: Database, path: Path) -> tuple[int, int]:
    """Copy every row that can be relied upon into a new file.

    A lost answer is taken from its last line in the journal where that is readable.

    Returns:
        How many rows were copied, and how many answers came back from the journal.

    Raises:
        Problem: S-128 the consultation's own row is lost, so that no file can be made;
            otherwise as ``create``.
    """
    from spf_assess.store.opening import create

    rows = {name: list(damaged.rows(table)) for name, table in TABLES.items()}
    if not rows[CONSULTATION.name] or not rows[ROUNDS.name]:
        raise Problem(
            "S-128",
            N_(
                "The part of {file} that says which consultation it is cannot be read,"
                " so no new file can be made from it. Open an earlier copy; the packets"
                " of the respondents can be imported again."
            ),
            file=spoken_name(damaged.path),
        )
    # Made from the answers, of which some may be lost: they are counted again.
    rows[COUNTS.name], rows[STANDINGS.name] = [], []
    rows[SETTINGS.name] = [row for row in rows[SETTINGS.name] if row[0] != "counted"]
    returned = _from_journal(rows[ANSWERS.name], rows[JOURNAL.name])
    rows[ANSWERS.name] += returned
    _keep_related(rows)

    def fill(fresh: Database) -> None:
        for name, table in TABLES.items():
            for row in rows[name]:
                fresh.put(table, *row)

    create(path, fill).close()
    return sum(len(found) for found in rows.values()), len(returned)


def _from_journal(answers: list[Row], journal: list[Row]) -> list[Row]:
    """Return answers that are only in the journal any more, as it last saw them."""
    last: dict[Row, Row] = {}
    for number, at, _what, respondent, round_number, item, _before, after, _ in journal:
        if item:
            key = (respondent, round_number, item)
            last[key] = (*key, after, number, at)
    present = {row[:3] for row in answers}
    return [row for key, row in last.items() if key not in present and row[_BODY]]


def _keep_related(rows: dict[str, list[Row]]) -> None:
    """Leave out what belongs to a respondent, round or packet that is lost."""
    people = {row[0] for row in rows[RESPONDENTS.name]}
    rounds = {row[0] for row in rows[ROUNDS.name]}
    sheets = {
        row[:2]: row
        for row in rows[RESPONSES.name]
        if row[0] in people and row[1] in rounds
    }
    for row in rows[ANSWERS.name]:
        key = row[:2]
        if key not in sheets and row[0] in people and row[1] in rounds:
            sheets[key] = (*key, 0, "", "", "")  # the sheet was lost, its answers not
    packets = {row[0] for row in rows[PACKETS.name]}
    for table in (PACKET_BYTES, ARRIVALS):
        rows[table.name] = [row for row in rows[table.name] if row[0] in packets]
    for table in (HELD_SHEETS, KEYED):
        rows[table.name] = [
            row for row in rows[table.name] if row[0] in people and row[1] in rounds
        ]
    rows[RESPONSES.name] = list(sheets.values())
    rows[ANSWERS.name] = [row for row in rows[ANSWERS.name] if row[:2] in sheets]
