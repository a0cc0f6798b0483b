"""The seats of a consultation as rows: who sits there and how far they have come."""

from collections.abc import Sequence

from spf_assess.consultation import BoardRow
from spf_assess.desktop.models.board_table import Telling
from spf_assess.desktop.models.participants_words import (
    LANGUAGE_NAMES,
    kind_text,
    members_text,
    packet_text,
    progress_text,
    seat_name,
    state_text,
)
from spf_assess.desktop.parts.state import State
from spf_assess.i18n import constituency_name
from spf_assess.model import Constituency, Respondent


def arranged(
    rows: Sequence[BoardRow], order: Sequence[Constituency]
) -> tuple[BoardRow, ...]:
    """Return the rows by group in the order of the room, else as registered."""
    places = list(order)
    return tuple(
        sorted(rows, key=lambda row: places.index(row.respondent.constituency))
    )


def row_state(row: BoardRow) -> State:
    """Return the sign of a seat: in, to look at, awaited."""
    if row.handed_in:
        return State.DONE
    return State.MEND if row.quarantined else State.TODO


def _group(row: BoardRow) -> Constituency:
    return row.respondent.constituency


def _respondent(row: BoardRow) -> Respondent:
    return row.respondent


COLUMNS: tuple[Telling, ...] = (
    Telling(
        head=lambda words: words("Group"),
        text=lambda words, row: constituency_name(words, _group(row)),
        mark=_group,
    ),
    Telling(
        head=lambda words: words("Organization, name"),
        text=lambda words, row: seat_name(words, _respondent(row)),
        role="small_strong",
        wraps=True,
        title=True,
    ),
    Telling(
        head=lambda words: words("Who answers"),
        text=lambda words, row: kind_text(words, _respondent(row)),
    ),
    Telling(
        head=lambda words: words("Language"),
        text=lambda _words, row: LANGUAGE_NAMES[_respondent(row).language],
    ),
    Telling(
        head=lambda words: words("Members"),
        text=lambda words, row: members_text(words, _respondent(row)),
        wraps=True,
    ),
    Telling(
        head=lambda words: words("State"), text=state_text, state=row_state, wraps=True
    ),
    Telling(head=lambda words: words("Answered"), text=progress_text),
    Telling(
        head=lambda words: words("Last packet"),
        text=packet_text,
        role="small",
        wraps=True,
    ),
)
