"""What the pack has that a workbook does not know: nobody's later work is taken away.

Every row carries, in a hidden column, a sign of what was handed out with it. A row
whose words in the pack bear another sign was translated further since; a workbook
without signs, from an earlier version or pasted together anew, knows nothing of what
is there.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from spf_assess.model import N_
from spf_assess.questionnaire.fault import FormFault, Rule
from spf_assess.questionnaire.translating.sheets import DONE, DRAFT, Work

LATER = Rule(
    "Q-914",
    N_("The pack has a translation that this workbook does not know: “{kept}”."),
    N_(
        "Export the workbook again and enter yours there; or import with --later keep"
        " (the pack's stays) or --later replace (the workbook's takes its place)."
    ),
)
KEEP, REPLACE = "keep", "replace"
_SHOWN = 60
_SIGN = 12


@dataclass(frozen=True, slots=True)
class Row:
    """Where a text stands in the workbook, and the sign it was handed out with."""

    sheet: str
    number: int
    sign: str


def sign(work: Work, place: str) -> str:
    """Return the sign of one text with its status, short enough for a hidden cell."""
    said = work.said.get(place, "").strip()
    status = "" if not said else DRAFT if place in work.drafts else DONE
    return hashlib.sha256(f"{status}\n{said}".encode()).hexdigest()[:_SIGN]


def later(
    returned: Work, rows: Mapping[str, Row], pack: Work
) -> Mapping[str, FormFault]:
    """Return, by place, what would take a translation of the pack away unseen."""
    return MappingProxyType(dict(_later(returned, rows, pack)))


def _later(
    returned: Work, rows: Mapping[str, Row], pack: Work
) -> Iterator[tuple[str, FormFault]]:
    for place, row in rows.items():
        said = pack.said.get(place, "").strip()
        now = sign(pack, place)
        if said and now not in (row.sign, sign(returned, place)):
            shown = said if len(said) <= _SHOWN else f"{said[:_SHOWN].rstrip()}…"
            yield place, LATER.broken(row.sheet, row.number, kept=shown)


def kept_later(returned: Work, pack: Work, places: Mapping[str, object]) -> Work:
    """Return what the workbook says, and at *places* what the pack says."""
    said = dict(returned.said)
    drafts = set(returned.drafts)
    for place in places:
        said[place] = pack.said[place]
        drafts.discard(place)
        if place in pack.drafts:
            drafts.add(place)
    return replace(returned, said=MappingProxyType(said), drafts=frozenset(drafts))


def taken_away(new: Work, pack: Work) -> tuple[str, ...]:
    """Return the places whose words in the pack *new* no longer has as they are."""
    return tuple(
        place
        for place, said in pack.said.items()
        if new.said.get(place, "").strip() != said.strip()
    )
