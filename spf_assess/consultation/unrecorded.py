"""Words that were typed and not recorded yet: kept in the file, counted nowhere.

They belong to this very file: no packet, report, export, copy for a region or merge
takes them along.
"""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from spf_assess.consultation.held import Held
from spf_assess.model import Plain
from spf_assess.store import SETTINGS

if TYPE_CHECKING:
    from spf_assess.store import Database

PREFIX = "unrecorded/"


class Unrecorded(Held):
    """What stands in the boxes of the facilitator's window and was not recorded."""

    def unrecorded(self) -> Mapping[str, Plain]:
        """Return everything that was typed and not recorded, by the name of its box."""
        return {
            str(name).removeprefix(PREFIX): json.loads(str(value))
            for name, value in self._database.rows(SETTINGS)
            if str(name).startswith(PREFIX)
        }

    def keep_unrecorded(self, typed: Mapping[str, Plain | None]) -> None:
        """Keep what stands in boxes by name, None for a box that is done with.

        Words are kept as they were typed, however long: what is wrong with them is told
        when they are recorded.

        Raises:
            Problem: C-101; S-1xx they could not be saved, nothing was changed then.
        """
        self._check_facilitator()
        self._check_writable()
        rows = {f"{PREFIX}{name}": value for name, value in typed.items()}

        def work() -> None:
            for name, value in rows.items():
                if value is None:
                    self._database.remove(SETTINGS, name)
                else:  # half a character is kept too, so nothing but ASCII is written
                    self._database.put(SETTINGS, name, json.dumps(value))

        self._contents.write(work)


def drop_unrecorded(database: "Database") -> None:
    """Leave a copy without what was typed here; only within ``write``."""
    names = [str(name) for name, _value in database.rows(SETTINGS)]
    for name in names:
        if name.startswith(PREFIX):
            database.remove(SETTINGS, name)
