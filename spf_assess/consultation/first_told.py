"""When positions of a round could be told first, and which answers came after (R-404).

What came first is told by the packets' numbers, not by a clock, which may have been set
in between.
"""

from collections.abc import Collection, Iterable, Sequence

from spf_assess.consultation.contents import RESERVED, Contents
from spf_assess.model import Constituency, PacketState, Respondent
from spf_assess.store import SETTINGS, Database

FIRST_TOLD = "first told "  # the setting, with the number of a round
LAST_PACKET = " packet"  # after it: the last packet that had come by then
WAITING = " waiting"  # after it: the packets that had come and did not count


class FirstTold:
    """What an open file notes of the moment in which each round could be told."""

    def __init__(self, database: Database, contents: Contents) -> None:
        self._database, self._contents = database, contents

    def noted(self, number: int) -> bool:
        """Return whether it is noted that something of a round was told."""
        return self._setting(number) is not None

    def note(self, number: int, at: str) -> None:
        """Note that a round can be told, once; only within a transaction."""
        if self.noted(number):
            return
        packets = self._contents.packets.values()
        last = max((one.number for one in packets), default=0)
        waiting = (
            str(one.number) for one in packets if one.state == PacketState.QUARANTINED
        )
        key = f"{FIRST_TOLD}{number}"
        self._database.put(SETTINGS, key, at)
        self._database.put(SETTINGS, f"{key}{LAST_PACKET}", str(last))
        self._database.put(SETTINGS, f"{key}{WAITING}", " ".join(waiting))

    def late(
        self, rounds: Iterable[int], seats: Collection[Respondent]
    ) -> set[Constituency]:
        """Return the groups of which answers came after others may have been told.

        *seats* are all that are expected.
        """
        found = set()
        stored = self._contents.packets.values()
        packets = sorted(
            (one for one in stored if one.state != RESERVED), key=lambda one: one.number
        )
        for number in rounds:
            of_round = [
                (one.number, one.record.respondent, one.state)
                for one in packets
                if one.record.round == number and one.record.respondent is not None
            ]
            last = self._told_from(number, of_round, seats)
            waited = self._waited(number)
            found |= {
                who.constituency
                for place, who, state in of_round
                if state == PacketState.ACCEPTED
                and last is not None
                and (place > last or place in waited)
            }
        return found

    def _told_from(
        self,
        number: int,
        packets: Sequence[tuple[int, Respondent, str]],
        seats: Collection[Respondent],
    ) -> int | None:
        """Return the last packet before positions of a round may have been told.

        That is when it was first closed, when everybody who rates had handed in for the
        first time, or when somebody asked early on purpose; None: never.
        """
        moments = []
        moment = self._setting(number)
        if moment is not None:
            moments.append(self._last_before(number, moment))
        came: dict[str, int] = {}
        for place, who, _state in packets:
            if who.constituency.rates:
                came.setdefault(who.id, place)
        awaited = {one.id for one in seats if one.constituency.rates}
        if came and set(came) >= awaited:
            moments.append(max(came.values()))
        return min(moments, default=None)

    def _waited(self, number: int) -> set[int]:
        """Return the packets that waited when a round was first told.

        One of them that counts now came to count after that.
        """
        return {int(one) for one in (self._setting(number, WAITING) or "").split()}

    def _last_before(self, number: int, moment: str) -> int:
        """Return the last packet before a round was first told."""
        told = self._setting(number, LAST_PACKET)
        if told is not None:
            return int(told)
        before = (  # noted before the packet was noted beside the time
            one.number
            for one in self._contents.packets.values()
            if one.record.received_at <= moment
        )
        return max(before, default=0)

    def _setting(self, number: int, what: str = "") -> str | None:
        row = self._database.row(SETTINGS, f"{FIRST_TOLD}{number}{what}")
        return None if row is None else str(row[1])
