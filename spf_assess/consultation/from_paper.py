"""Answers keyed from paper by two people, compared, and taken in as a packet."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from spf_assess.consultation import collecting_faults, keying_faults
from spf_assess.consultation.collecting import Collecting
from spf_assess.exchange import build_packet, new_key, public_key
from spf_assess.i18n import now_iso
from spf_assess.model import (
    Answer,
    Changes,
    Channel,
    PacketRecord,
    PacketState,
    Response,
    answer_from_plain,
    answer_to_plain,
)
from spf_assess.store import KEYED, KEYS
from spf_assess.store.records import json_text

if TYPE_CHECKING:
    from spf_assess.consultation.contents import StoredPacket
    from spf_assess.consultation.keying import Cell, Difference

_ITEM, _BODY = 3, 4  # columns of table keyed


class FromPaper(Collecting):
    """Two passes over one paper; where they agree, a packet.

    The packet is signed with a key that this file keeps for the seat: it says that the
    answers were keyed here, not that the respondent signed them.
    """

    def paper_cells(self, respondent_id: str) -> "tuple[Cell, ...]":
        """Return every box of a seat's paper.

        Raises:
            Problem: C-103.
        """
        from spf_assess.consultation.keying import cells

        seat = self._contents.seat(respondent_id)
        return cells(self.questionnaire, self.selection, seat.respondent)

    def keyed_answers(
        self, respondent_id: str, pass_number: int
    ) -> Mapping[str, Answer]:
        """Return what was keyed from a seat's paper by the first or second person."""
        rows = self._database.rows(
            KEYED, respondent_id, self.current_round, pass_number
        )
        return {
            str(row[_ITEM]): answer_from_plain(json.loads(str(row[_BODY])))
            for row in rows
        }

    def key_in(
        self,
        respondent_id: str,
        pass_number: int,
        typed: Mapping[tuple[str, str], str],
    ) -> Changes:
        """Save what was typed into cells, by question and name; all of it or nothing.

        Args:
            respondent_id: whose paper it is.
            pass_number: 1 for the first person who keys it, 2 for the second.
            typed: empty text empties a cell.

        Raises:
            Problem: C-101, C-103, C-145 the seat answered another way, C-153 to C-158
                or C-290 something does not fit, X-130, S-1xx.
        """
        return self._write_keyed(respondent_id, (pass_number,), typed)

    def settle_keyed(
        self, respondent_id: str, item: str, name: str, typed: str
    ) -> Changes:
        """Say what stands on the paper where the two passes differ.

        Raises:
            Problem: as ``key_in``.
        """
        return self._write_keyed(respondent_id, (1, 2), {(item, name): typed})

    def compare_keyed(self, respondent_id: str) -> "tuple[Difference, ...]":
        """Return where the two passes differ, in the order of the paper.

        Raises:
            Problem: C-103.
        """
        from spf_assess.consultation.keying import differences

        return differences(
            self.paper_cells(respondent_id),
            self.keyed_answers(respondent_id, 1),
            self.keyed_answers(respondent_id, 2),
        )

    def take_in_keyed(self, respondent_id: str) -> PacketRecord:
        """Make a packet of what both passes agree on, and take it in.

        Where nothing was changed since the last one, that one comes back as KNOWN.

        Raises:
            Problem: C-101, C-103, C-145, C-151 they still differ, C-152 nothing was
                keyed, X-1xx, S-1xx.
        """
        self._check_paper(respondent_id)
        answers = self.keyed_answers(respondent_id, 1)
        if not (answers or self.keyed_answers(respondent_id, 2)):
            raise keying_faults.nothing_keyed()
        if left := self.compare_keyed(respondent_id):
            raise keying_faults.still_differ(number=len(left))
        self._contents.refresh()
        seed = self._paper_key(respondent_id)
        mine = public_key(seed)
        last = max(
            (one for one in self._contents.packets.values() if one.public_key == mine),
            key=lambda one: one.record.seq,
            default=None,
        )
        here = self._contents.answers(respondent_id, self.current_round)
        if last is not None and _counts(last) and dict(here) == answers:
            return replace(last.record, state=PacketState.KNOWN)
        response = Response(
            respondent=self._contents.seat(respondent_id).respondent,
            round=self.current_round,
            answers=answers,
            seq=1 if last is None else last.record.seq + 1,
            handed_in_at=now_iso(),
        )
        prev = "" if last is None else last.record.digest
        data = build_packet(self.header, response, prev=prev, seed=seed)
        name = f"{Channel.PAPER}-{respondent_id[:8]}-{response.seq}.spfr"
        return self._importing.take_in(data, name, Channel.PAPER)

    def _write_keyed(
        self,
        respondent_id: str,
        passes: tuple[int, ...],
        typed: Mapping[tuple[str, str], str],
    ) -> Changes:
        from spf_assess.consultation.keying import cell_of, keyed

        self._check_paper(respondent_id)
        found, at = self.paper_cells(respondent_id), now_iso()
        changed: list[tuple[int, Answer, Answer | None]] = []
        for number in passes:
            before = self.keyed_answers(respondent_id, number)
            now: dict[str, Answer] = {}
            for (item, name), said in typed.items():
                answer = now.get(item) or before.get(item) or Answer(item)
                now[item] = keyed(answer, cell_of(found, item, name), said)
            changed += [
                (number, answer, before.get(item))
                for item, answer in now.items()
                if answer != before.get(item, Answer(item))
            ]

        def work() -> None:
            for number, answer, old in changed:
                self._put_keyed((respondent_id, number), answer, old, at)

        if changed:
            self._contents.write(work)
        return Changes(respondents=frozenset({respondent_id} if changed else ()))

    def _put_keyed(
        self, of: tuple[str, int], answer: Answer, old: Answer | None, at: str
    ) -> None:
        respondent, number = of
        key = (respondent, self.current_round, number, answer.item)
        body = json_text(answer_to_plain(answer))
        if answer.empty:
            self._database.remove(KEYED, *key)
        else:
            self._database.put(KEYED, *key, body, at)
        self._database.note(
            at,
            f"keyed_{number}",
            respondent=respondent,
            round_number=self.current_round,
            item=answer.item,
            before="" if old is None else json_text(answer_to_plain(old)),
            after="" if answer.empty else body,
        )

    def _paper_key(self, respondent_id: str) -> str:
        """Return the key that stands for a seat's paper, made when first needed."""
        name = f"paper/{respondent_id}"
        seed = self._contents.key(name)
        if not seed:
            seed = new_key()
            self._contents.write(lambda: self._database.put(KEYS, name, seed))
        return seed

    def _check_paper(self, respondent_id: str) -> None:
        self._check_collecting()
        self._contents.seat(respondent_id)
        self._check_way_in(respondent_id, Channel.PAPER)
        if self._sheets.find(respondent_id, self.current_round) is not None:
            raise collecting_faults.answered_elsewhere()


def _counts(packet: "StoredPacket") -> bool:
    return packet.record.state is PacketState.ACCEPTED
