"""What a respondent and a facilitator can do with their file, each by its commands."""

import dataclasses
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from spf_assess.consultation.held import Held
from spf_assess.model import (
    About,
    Answer,
    Changes,
    Constituency,
    PacketRecord,
    Questionnaire,
    Respondent,
    RespondentKind,
)
from spf_assess.store import JOURNAL, Database

if TYPE_CHECKING:
    from spf_assess.consultation.handing_in import HandIn


class Responding(Held):
    """A respondent's commands, and those on what is said of respondents."""

    def __init__(self, database: Database, questionnaire: Questionnaire) -> None:
        from spf_assess.consultation.answering import Answering

        super().__init__(database, questionnaire)
        self._answering = Answering(self._contents, questionnaire)

    def answer(self, respondent_id: str, answer: Answer) -> Changes:
        """Save one answer in one transaction; an empty one clears what was there.

        Raises:
            Problem: X-130, X-15x, C-105 it does not fit the question; C-102, C-104 not
                in this file; S-1xx it could not be saved. Nothing was changed then.
        """
        self._check_mine(respondent_id)
        return self._answering.answer(respondent_id, self.current_round, answer)

    def undo(self, respondent_id: str) -> Changes | None:
        """Take back the latest answer; None when there is nothing to take back.

        Raises:
            Problem: C-102, C-104, S-1xx.
        """
        self._check_mine(respondent_id)
        return self._answering.undo(respondent_id, self.current_round)

    def redo(self, respondent_id: str) -> Changes | None:
        """Give again what was undone last; None when there is nothing.

        Raises:
            Problem: C-102, C-104, S-1xx.
        """
        self._check_mine(respondent_id)
        return self._answering.redo(respondent_id, self.current_round)

    def can_undo(self, respondent_id: str) -> bool:
        """Whether ``undo`` would take something back."""
        return self._answering.can(respondent_id, self.current_round, "undo")

    def can_redo(self, respondent_id: str) -> bool:
        """Whether ``redo`` would give something again."""
        return self._answering.can(respondent_id, self.current_round, "redo")

    def hand_in(self, respondent_id: str, path: Path) -> "HandIn":
        """Write the packet to *path*, re-read it from there, and record it.

        Raises:
            Problem: C-108 nothing is answered, C-109 *path* is another file, C-110 the
                medium fails, C-102, C-104, F-11x, X-1xx, S-1xx. Then nothing counts as
                handed in, and trying again is safe.
        """
        from spf_assess.consultation.handing_in import hand_in

        self._check_mine(respondent_id)
        self._check_writable()
        return hand_in(self._contents, self.me(), path)

    def changed_since_hand_in(self) -> bool:
        """Whether answers or the respondent's own details changed after handing in."""
        from spf_assess.consultation.handing_in import changed_since

        return changed_since(row for row in self._database.rows(JOURNAL))

    def update_respondent(self, respondent: Respondent) -> Changes:
        """Change name, organization, language, members or consents.

        Raises:
            Problem: C-103, C-106, C-107, C-113, C-114 it cannot be changed like this;
                X-130; S-1xx it could not be saved.
        """
        from spf_assess.consultation.seats import update

        return update(self._contents, respondent)


class Facilitating(Held):
    """The facilitator's commands: invitations out, packets in."""

    def __init__(self, database: Database, questionnaire: Questionnaire) -> None:
        from spf_assess.consultation.importing import Importing

        super().__init__(database, questionnaire)
        self._importing = Importing(self._contents, questionnaire, self._tallies)

    def invite(
        self,
        *,
        constituency: Constituency,
        kind: RespondentKind,
        **about: Unpack[About],
    ) -> tuple[Respondent, bytes]:
        """Register a seat and return it with the bytes of its invitation.

        Raises:
            Problem: C-101 a respondent's file, C-106, X-1xx it cannot be written like
                this, S-1xx it could not be saved.
        """
        return self.register(Respondent("", constituency, kind, **about))

    def register(self, wanted: Respondent) -> tuple[Respondent, bytes]:
        """Register the seat of a respondent to be, who has an id and consents later.

        Raises:
            Problem: as ``invite``.
        """
        from spf_assess.consultation.seats import register

        self._check_facilitator()
        wanted = dataclasses.replace(wanted, consent_named=False, consent_quoted=False)
        return register(self._contents, wanted)

    def invitation_of(self, respondent_id: str) -> bytes:
        """Return the bytes of a seat's invitation, the same each time.

        Raises:
            Problem: C-101, C-103.
        """
        from spf_assess.consultation.seats import invitation

        self._check_facilitator()
        seat = self._contents.seat(respondent_id)
        return invitation(self._contents, seat.respondent)

    def import_packet(self, path: Path) -> PacketRecord:
        """Bring in one packet file; what is wrong with it is told in the record.

        Raises:
            Problem: C-101 a respondent's file, S-1xx this file could not be written.
        """
        self._check_facilitator()
        self._check_writable()
        return self._importing.bring_in(path)

    def import_packets(
        self,
        paths: Sequence[Path],
        progress: Callable[[int, int], None] = lambda _done, _all: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> tuple[PacketRecord, ...]:
        """Bring in many packet files as one import that can be taken back.

        *progress* is told how many of how many are done; when *cancelled* says so, what
        was brought in stays and the rest is left out.

        Raises:
            Problem: C-101 a respondent's file, S-1xx this file could not be written.
        """
        self._check_facilitator()
        self._check_writable()
        return self._importing.take_all(paths, progress, cancelled)

    def import_some(
        self, paths: Sequence[Path], batch: int = 0
    ) -> tuple[list[PacketRecord], int]:
        """Bring in a few of many packet files; all of one *batch* go back together.

        Returns:
            what became of each, and the number of the batch for the next few. 0 begins
            a batch, and comes back while nothing new has come in.

        Raises:
            Problem: C-101 a respondent's file, S-1xx this file could not be written.
        """
        self._check_facilitator()
        self._check_writable()
        return self._importing.take_some(paths, batch)

    def trust_packet(self, digest: str) -> Changes:
        """Choose this packet's key where packets with several keys came for a seat.

        Raises:
            Problem: C-101, C-116 no such packet, S-1xx.
        """
        self._check_facilitator()
        return self._importing.trust(digest)
