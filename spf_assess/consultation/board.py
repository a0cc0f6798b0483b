"""Who has handed in, and how complete: the facilitator's overview."""

from collections.abc import Mapping
from dataclasses import dataclass

from spf_assess.consultation.contents import Contents, Place, Sheet
from spf_assess.consultation.tallies import Tallies
from spf_assess.model import (
    Constituency,
    PacketRecord,
    PacketState,
    Questionnaire,
    Respondent,
    Role,
)


@dataclass(frozen=True, slots=True)
class BoardRow:
    """One seat.

    Attributes:
        handed_in: a packet of this seat counts in the round; one of an earlier round
            does, until another comes in.
        handed_in_at: the time its sender's computer claimed, ISO 8601, UTC.
        answered: items answered, of *asked*.
        last_packet: the last one that came in, whatever became of it.
        quarantined: how many packets of this seat are kept aside.
        waiting: these packets; each tells why it waits.
        round: the round in which the latest packet that counts was handed in; 0 where
            none counts.
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
    round: int = 0


class Board:
    """The rows of one round, each made once and again when its seat changed."""

    def __init__(
        self, contents: Contents, questionnaire: Questionnaire, tallies: Tallies
    ) -> None:
        self._contents = contents
        self._questionnaire = questionnaire
        self._tallies = tallies
        self._rows: dict[Place, tuple[object, BoardRow]] = {}
        self._asked: dict[Constituency, int] = {}

    def rows(self, round_number: int) -> tuple[BoardRow, ...]:
        """Return one row for each seat in the order of registering."""
        whole = self._tallies.whole
        return tuple(
            self._row((seat, round_number), whole=whole)
            for seat in self._contents.seats
        )

    def _row(self, asked: Place, *, whole: bool) -> BoardRow:
        contents = self._contents
        place = self._latest(asked)
        sheet, seat = contents.sheets.get(place), contents.seats[place[0]]
        packets = contents.packets_of(place[0])
        seen = (place, sheet, seat, tuple(packets.values()), self._turn(sheet))
        kept = self._rows.get(asked)
        if kept is None or kept[0] != seen:
            kept = self._rows[asked] = (seen, self._made(place, sheet, whole=whole))
        return kept[1]

    def _latest(self, asked: Place) -> Place:
        """Return where the latest response up to a round stands, if there is one."""
        if asked in self._sheets:  # nearly always
            return asked
        seat, number = asked
        found = (one for one in range(number, 0, -1) if (seat, one) in self._sheets)
        return seat, next(found, number)

    @property
    def _sheets(self) -> Mapping[Place, Sheet]:
        return self._contents.sheets

    def _turn(self, sheet: Sheet | None) -> int:
        """Return another number whenever answers changed that no packet brought."""
        brought = sheet is not None and self._contents.role is Role.FACILITATOR
        return 0 if brought or sheet is None else self._contents.turns

    def _made(self, place: Place, sheet: Sheet | None, *, whole: bool) -> BoardRow:
        stored = list(self._contents.packets_of(place[0]).values())
        if len(stored) > 1:
            stored.sort(key=lambda one: one.number)
        packets = [one.record for one in stored]
        waiting = tuple(one for one in packets if one.state is PacketState.QUARANTINED)
        answered, asked = self._standing(place, sheet, whole=whole)
        handed_in = sheet is not None and bool(sheet.packet)
        return BoardRow(
            respondent=self._contents.respondent(place[0]),
            handed_in=handed_in,
            seq=0 if sheet is None else sheet.seq,
            handed_in_at="" if sheet is None else sheet.handed_in_at,
            answered=answered,
            asked=asked,
            last_packet=packets[-1] if packets else None,
            quarantined=len(waiting),
            waiting=waiting,
            round=place[1] if handed_in else 0,
        )

    def _standing(
        self, place: Place, sheet: Sheet | None, *, whole: bool
    ) -> tuple[int, int]:
        """Return how many questions are answered, and how many are asked."""
        if sheet is not None and whole:
            kept = self._tallies.standing(place)
            if kept is not None:
                return kept
        if sheet is None and self._contents.role is Role.FACILITATOR:
            return 0, self._asked_of(self._contents.respondent(place[0]).constituency)
        found = self._contents.progress(self._questionnaire, *place)
        return found.answered, found.asked

    def _asked_of(self, constituency: Constituency) -> int:
        """Return how many questions somebody is asked who has answered none."""
        from spf_assess.analysis import asked_items

        if constituency not in self._asked:
            selection = self._contents.header.selection
            asked = asked_items(self._questionnaire, selection, constituency, {})
            self._asked[constituency] = len(asked)
        return self._asked[constituency]
