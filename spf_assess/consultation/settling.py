"""Which packets of one respondent count: a function of the set, never of the order.

Every packet of a seat is judged anew whenever one comes in, so that the outcome is the
same whatever the order of arrival (R-303). Nothing is ever chosen silently between two
packets that contradict each other.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from spf_assess.consultation import discussing_faults, faults
from spf_assess.model import PacketState, Problem


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a sound packet of one seat is judged by.

    *late* tells that its round was closed when it came in.
    """

    digest: str
    round: int
    seq: int
    public_key: str
    file_name: str
    late: bool = False


@dataclass(frozen=True, slots=True)
class Ruling:
    """What becomes of a packet, and why if it is kept aside."""

    state: PacketState
    why: Problem | None = None


def settle(
    candidates: Iterable[Candidate], rounds: Collection[int], trusted_key: str = ""
) -> Mapping[str, Ruling]:
    """Return a ruling by digest for all packets of one seat.

    Packets for a round that was not opened yet, or was closed before they came, wait.
    Of the rest, per round, so that a later round never undoes an earlier one: two keys
    for one seat, none counts, unless one of them was chosen (*trusted_key*); packets
    that share a number are all kept aside; the highest number left is accepted, the
    others are superseded. Another round may have another key: whoever is invited again
    answers in a new file.
    """
    rulings: dict[str, Ruling] = {}
    found = sorted(candidates, key=lambda one: (one.round, one.seq, one.digest))
    for one in found:
        if one.round not in rounds:
            rulings[one.digest] = _aside(faults.round_not_open(number=one.round))
        elif one.late:
            why = discussing_faults.round_closed(number=one.round)
            rulings[one.digest] = _aside(why)
    due = [one for one in found if one.digest not in rulings]
    for _number, group in groupby(due, key=lambda one: one.round):
        _settle_round(_of_one_key(list(group), trusted_key, rulings), rulings)
    return rulings


def _of_one_key(
    found: Sequence[Candidate], trusted_key: str, rulings: dict[str, Ruling]
) -> Sequence[Candidate]:
    if any(one.public_key == trusted_key for one in found):
        strangers = [one for one in found if one.public_key != trusted_key]
        rulings.update((one.digest, _aside(faults.other_key())) for one in strangers)
        return [one for one in found if one.public_key == trusted_key]
    if len({one.public_key for one in found}) > 1:
        why = faults.two_keys(files=_files(found))
        rulings.update((one.digest, _aside(why)) for one in found)
        return ()
    return found


def _settle_round(group: Sequence[Candidate], rulings: dict[str, Ruling]) -> None:
    counted = []
    for seq, same in groupby(group, key=lambda one: one.seq):
        rivals = list(same)
        if len(rivals) == 1:
            counted += rivals
            continue
        why = faults.same_number(seq=seq, files=_files(rivals))
        rulings.update((one.digest, _aside(why)) for one in rivals)
    for one in counted:
        latest = one is counted[-1]
        state = PacketState.ACCEPTED if latest else PacketState.SUPERSEDED
        rulings[one.digest] = Ruling(state)


def _aside(why: Problem) -> Ruling:
    return Ruling(PacketState.QUARANTINED, why)


def _files(rivals: Sequence[Candidate]) -> str:
    return ", ".join(sorted({one.file_name for one in rivals}))
