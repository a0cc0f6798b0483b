"""Regional copies of a file, and taking a whole import back."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.consultation import merging_faults as faults
from spf_assess.consultation.beginning import FILE_ID, REGION, new_id
from spf_assess.consultation.contents import Contents
from spf_assess.consultation.unrecorded import drop_unrecorded
from spf_assess.exchange import clean_line
from spf_assess.i18n import now_iso
from spf_assess.model import NAME_LIMIT
from spf_assess.store import (
    BATCHES,
    PROCEEDINGS,
    RESPONDENTS,
    SETTINGS,
    Database,
    open_file,
)
from spf_assess.store.records import json_text, respondent_to_json

if TYPE_CHECKING:
    from spf_assess.consultation.importing import Importing
    from spf_assess.consultation.merging_plan import Batch


def save_branch(database: Database, path: Path, name: str) -> None:
    """Save a copy of an open file that records under an id and a name of its own.

    Raises:
        Problem: C-224 the name is blank or too long, S-120 *path* exists, F-11x the
            copy cannot be written, S-1xx.
    """
    called = clean_line(name).strip()
    if not called or len(called) > NAME_LIMIT:
        raise faults.name_missing(most=NAME_LIMIT)
    database.copy_to(path)
    try:
        with open_file(path) as copy:
            at = now_iso()

            def work() -> None:
                copy.put(SETTINGS, FILE_ID, new_id())
                copy.put(SETTINGS, REGION, called)
                drop_unrecorded(copy)
                copy.note(at, "branched", after=called)

            copy.write(work)
    except BaseException:
        path.unlink(missing_ok=True)  # a copy with our own id would pass for this file
        raise


def take_back(contents: Contents, importing: "Importing", batch: "Batch") -> None:
    """Take an import back in one transaction.

    Raises:
        Problem: S-1xx; nothing was changed then.
    """
    database, at = contents.database, now_iso()
    rows = [row for row in database.rows(PROCEEDINGS) if row[5] == batch.number]
    earlier = _replaced(database, batch.number)
    packets = [digest for digest in batch.told["packets"] if digest in contents.packets]

    def work() -> None:
        told = json_text(dict(batch.told))
        database.put(BATCHES, batch.number, batch.at, batch.what, told, at)
        for kind, origin, identity, body, changed_at, _ in rows:
            key = (str(kind), str(origin), str(identity))
            before = earlier.get(key)
            if before is None:
                database.remove(PROCEEDINGS, *key)
            else:
                database.put(PROCEEDINGS, *key, *before, 0)
            database.note(at, "taken back", before=json_text([*key, body, changed_at]))
        importing.set_aside(packets, faults.taken_back(number=batch.number))
        for seat in batch.told.get("seats", ()):
            if importing.unused(seat, packets):
                found = contents.seats[seat].respondent
                database.remove(RESPONDENTS, seat)
                told_seat = respondent_to_json(found)
                database.note(at, "taken back", respondent=seat, before=told_seat)

    try:
        contents.write(work)
    finally:
        contents.reload()
        contents.forget_all()


def _replaced(
    database: Database, batch: int
) -> dict[tuple[str, str, str], tuple[str, str]]:
    """Return what stood before a merge in the places that it took."""
    from spf_assess.store import JOURNAL

    found = {}
    for _, _, what, _, _, _, before, _, entry in database.rows(JOURNAL):
        if what == "merged" and entry == batch and before:
            kind, origin, identity, body, at = json.loads(str(before))
            found[kind, origin, identity] = (body, at)
    return found
