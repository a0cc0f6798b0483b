"""What a clock that goes wrong leads to: nothing but a remark.

Which packet counts follows from its number, never from a time. But times are printed,
so it is told where two computers cannot both be right.
"""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from spf_assess.i18n import Words, local_moment
from spf_assess.model import LANGUAGES, N_, Fault, Problem, Text

if TYPE_CHECKING:
    from spf_assess.consultation.board import BoardRow
    from spf_assess.consultation.held import Held
    from spf_assess.model import Header

_TOLERATED = timedelta(hours=1)

ahead = Fault(
    "C-231",
    N_(
        "By the clock of the computer it comes from this packet was handed in on"
        " {claimed}, later than it came in here ({received}). One of the two clocks is"
        " wrong: check both. The packet counts all the same; packets follow each other"
        " by their number, not by the clock."
    ),
)

behind = Fault(
    "C-232",
    N_(
        "By the clock of the computer it comes from this packet was handed in on"
        " {claimed}, before this consultation was begun ({created}). That clock is"
        " wrong: set it right. The packet counts all the same; packets follow each"
        " other by their number, not by the clock."
    ),
)

own_behind = Fault(
    "C-230",
    N_(
        "The clock of this computer is behind: it says {now}, and the consultation of"
        " this invitation was begun on {created}. Set it right; otherwise your answers"
        " carry a wrong date. Nothing is lost by going on."
    ),
)


set_back = Fault(
    "C-233",
    N_(
        "The clock of this computer says {now}, earlier than what was last recorded in"
        " this file ({last}). It is wrong now, or was wrong then: set it right before"
        " you go on, since days are printed. Nothing is lost, and what counts follows"
        " from no clock."
    ),
)


def packet_clock(header: "Header", row: "BoardRow") -> Problem | None:
    """Return what is wrong with the clock that dated the packet of a seat, or None."""
    last = row.last_packet
    if not row.handed_in or last is None or last.seq != row.seq:
        return None
    claimed, received = row.handed_in_at, last.received_at
    if _later(claimed, received):
        return ahead(claimed=_told(claimed), received=_told(received))
    if _later(header.created_at, claimed):
        return behind(claimed=_told(claimed), created=_told(header.created_at))
    return None


def own_clock(header: "Header", now: str) -> Problem | None:
    """Return what is wrong with this computer's clock as an invitation is accepted."""
    if _later(header.created_at, now):
        return own_behind(now=_told(now), created=_told(header.created_at))
    return None


def file_clock(consultation: "Held", now: str) -> Problem | None:
    """Return what is wrong where a file was last written after *now*, or None."""
    last = consultation.recorded_at
    if not consultation.header.fictitious and _later(last, now):
        return set_back(now=_told(now), last=_told(last))
    return None


def _later(one: str, other: str) -> bool:
    """Whether a moment is later than another by more than clocks usually differ."""
    try:
        return _moment(one) - _moment(other) > _TOLERATED
    except ValueError:
        return False


def _told(moment: str) -> Text:
    """Return a moment as this computer's date and time, in both languages."""
    return Text.of(**{one: local_moment(Words(one), moment) for one in LANGUAGES})


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
