"""Who has handed in, and how complete: the facilitator's overview."""

from dataclasses import dataclass

from spf_assess.consultation.contents import Contents, Place
from spf_assess.model import PacketRecord, PacketState, Questionnaire, Respondent


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One seat.

    Attributes:
        handed_in: a packet of this seat counts in the round.
        handed_in_at: the time its sender's computer claimed, ISO 8601, UTC.
        answered: items answered, of *asked*.
        last_packet: the last one that came in, whatever became of it.
        quarantined: how many packets of this seat are kept aside.
        waiting: these packets; each tells why it waits.
    """

    respondent: Respondent
    handed_in: bool
    seq: int
    handed_in_at: str
    answered: int
    asked: int
    last_packet: PacketRecord | None
    quarantined: int
    waiting: tuple[PacketRecord, ...] = ()


def board(
    contents: Contents, questionnaire: Questionnaire, round_number: int
) -> tuple[BoardRow, ...]:
    """Return one row for each seat in the order of registering."""
    packets: dict[str, list[PacketRecord]] = {}
    for one in sorted(contents.packets.values(), key=lambda one: one.number):
        if one.record.respondent is not None:
            packets.setdefault(one.record.respondent.id, []).append(one.record)
    return tuple(
        _row(contents, questionnaire, (seat, round_number), packets.get(seat, []))
        for seat in contents.seats
    )


def _row(
    contents: Contents,
    questionnaire: Questionnaire,
    place: Place,
    packets: list[PacketRecord],
) -> BoardRow:
    sheet = contents.sheets.get(place)
    found = contents.progress(questionnaire, *place)
    waiting = tuple(one for one in packets if one.state is PacketState.QUARANTINED)
    return BoardRow(
        respondent=contents.respondent(place[0]),
        handed_in=sheet is not None and bool(sheet.packet),
        seq=0 if sheet is None else sheet.seq,
        handed_in_at="" if sheet is None else sheet.handed_in_at,
        answered=found.answered,
        asked=found.asked,
        last_packet=packets[-1] if packets else None,
        quarantined=len(waiting),
        waiting=waiting,
    )
