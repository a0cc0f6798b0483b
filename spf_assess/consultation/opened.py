"""The open consultation and what can be done with it; every command tells changes."""

import dataclasses
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from spf_assess.consultation import faults
from spf_assess.consultation.contents import RESERVED, Contents, Sheet
from spf_assess.model import (
    Answer,
    Changes,
    Constituency,
    Header,
    PacketRecord,
    Plain,
    Problem,
    Questionnaire,
    Respondent,
    RespondentKind,
    Response,
    Results,
    Role,
    Round,
    Selection,
    Text,
)
from spf_assess.store import JOURNAL, PACKET_BYTES, Database, open_file, read_file

if TYPE_CHECKING:
    from spf_assess.analysis import Progress
    from spf_assess.consultation.board import BoardRow
    from spf_assess.consultation.handing_in import HandIn

SELF_ASSESSMENT = Text.of(en="Self-assessment", fr="Auto-évaluation")
UNNAMED = Text.of(en="Country not named", fr="Pays non nommé")


class Consultation:
    """One open file: a facilitator's consultation or a respondent's own response.

    Every command is written to the file before it returns, or raises a Problem and has
    changed nothing.

    Attributes:
        path: the file.
        questionnaire: the one installed here, with the national pack in the file.
        read_only_because: why nothing can be changed (S-110 newer file, S-111 damaged,
            C-111 other questionnaire); None where it was opened so on purpose.
        damaged: a sentence for each thing found wrong with the file.
    """

    def __init__(self, database: Database, questionnaire: Questionnaire) -> None:
        from spf_assess.consultation.answering import Answering
        from spf_assess.consultation.importing import Importing

        self._database = database
        self._contents = Contents(database)
        self.path = database.path
        self.questionnaire = questionnaire
        self.read_only_because: Problem | None = database.read_only_because
        self.damaged: tuple[Problem, ...] = database.damaged
        self._answering = Answering(self._contents, questionnaire)
        self._importing = Importing(self._contents, questionnaire)

    # Beginning, opening, closing

    @classmethod
    def create(  # noqa: PLR0913 - each says one thing about the consultation
        cls,
        path: Path,
        *,
        title: Text,
        country: Text,
        questionnaire: Questionnaire | None = None,
        selection: Selection = Selection(),  # noqa: B008 - frozen
        place: str = "",
        fictitious: bool = False,
    ) -> "Consultation":
        """Make a facilitator's file with an id, a key and an open first round.

        Raises:
            Problem: S-120 *path* exists, S-1xx or F-111 it cannot be made, C-117 and
                C-118 title, country or place is too long or blank.
        """
        from spf_assess.consultation.beginning import begin_consultation

        asked = questionnaire or _installed()
        header = dataclasses.replace(
            _blank_header(title, country),
            selection=selection,
            place=place,
            fictitious=fictitious,
        )
        return cls(begin_consultation(path, header, asked), asked)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        read_only: bool = False,
        questionnaire: Questionnaire | None = None,
    ) -> "Consultation":
        """Open a file; a damaged, newer or unfitting one for reading only.

        *read_only* takes no lock: another process may have the file open.

        Raises:
            Problem: S-101 to S-109, S-111, S-127 it cannot be opened.
        """
        asked = questionnaire or _installed()
        opened = cls._over(read_file(path) if read_only else open_file(path), asked)
        if opened.header.questionnaire_digest == opened.questionnaire.digest:
            return opened
        if not opened.read_only:
            opened.close()
            opened = cls._over(read_file(path), asked)
        opened.read_only_because = opened.read_only_because or faults.other_forms(path)
        return opened

    @classmethod
    def _over(cls, database: Database, questionnaire: Questionnaire) -> "Consultation":
        """Return the consultation in an open file, which is closed if there is none."""
        from spf_assess.consultation.adapting import with_kept_pack

        try:
            return cls(database, with_kept_pack(database, questionnaire))
        except (LookupError, TypeError, ValueError) as error:
            # Rows whose hashes hold are as written; only a newer file can say what
            # this program does not understand.
            database.close()
            if database.read_only_because is None:
                raise
            raise database.read_only_because.told() from error
        except BaseException:
            database.close()
            raise

    @classmethod
    def accept(
        cls,
        path: Path,
        invitation: bytes,
        *,
        questionnaire: Questionnaire | None = None,
    ) -> "Consultation":
        """Make a respondent's own file from the bytes of an invitation.

        Raises:
            Problem: X-1xx the invitation cannot be read, C-112 it is for another
                questionnaire, C-119 its national pack cannot be used, S-120 *path*
                exists, S-1xx the file cannot be made.
        """
        from spf_assess.consultation.beginning import begin_response

        asked = questionnaire or _installed()
        return cls(*begin_response(path, invitation, asked))

    @classmethod
    def alone(  # noqa: PLR0913 - each says one thing about the respondent
        cls,
        path: Path,
        *,
        constituency: Constituency,
        kind: RespondentKind = RespondentKind.PERSON,
        organization: str = "",
        name: str = "",
        language: str = "en",
        members: int = 1,
        women: int = 0,
        men: int = 0,
        title: Text = SELF_ASSESSMENT,
        country: Text = UNNAMED,
        selection: Selection = Selection(),  # noqa: B008 - frozen
        questionnaire: Questionnaire | None = None,
    ) -> "Consultation":
        """Make the file of a self-assessment that nobody invited to.

        Raises:
            Problem: S-120 *path* exists, S-1xx it cannot be made, C-106.
        """
        from spf_assess.consultation.beginning import begin_alone

        asked = questionnaire or _installed()
        header = dataclasses.replace(_blank_header(title, country), selection=selection)
        respondent = Respondent(
            id="",
            constituency=constituency,
            kind=kind,
            name=name,
            organization=organization,
            language=language,
            members=members,
            women=women,
            men=men,
        )
        return cls(begin_alone(path, header, respondent, asked), asked)

    def close(self) -> None:
        """Close the file; a second time does nothing."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # What it holds

    @property
    def role(self) -> Role:
        """Whose file it is."""
        return self._contents.role

    @property
    def header(self) -> Header:
        """What every file of the consultation has in common."""
        return self._contents.header

    @property
    def selection(self) -> Selection:
        """Which part of the questionnaire is asked."""
        return self._contents.header.selection

    @property
    def rounds(self) -> tuple[Round, ...]:
        """All rounds, oldest first."""
        return self._contents.rounds

    @property
    def current_round(self) -> int:
        """The number of the latest round."""
        return self._contents.rounds[-1].number

    @property
    def read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._database.read_only

    @property
    def space_low(self) -> bool:
        """Whether the disk is all but full: what is saved now may be the last."""
        return self._database.space_low

    @property
    def alone_file(self) -> bool:
        """Whether this is a self-assessment without an invitation."""
        from spf_assess.consultation.beginning import was_invited

        return self.role is Role.RESPONDENT and not was_invited(self._database)

    def respondents(self) -> tuple[Respondent, ...]:
        """Return everyone who answers, in the order of registering."""
        return tuple(self._contents.respondent(one) for one in self._contents.seats)

    def me(self) -> Respondent:
        """Return the respondent whose own file this is.

        Raises:
            Problem: C-102 it is the facilitator's file.
        """
        if self.role is not Role.RESPONDENT:
            raise faults.respondent_only(self.path)
        return self._contents.respondent(self._contents.me)

    def response(self, respondent_id: str, round_number: int | None = None) -> Response:
        """Return a response; one without answers where none came in.

        Raises:
            Problem: C-103 nobody has this id, C-115 there is no such round.
        """
        number = self._round(round_number)
        respondent = self._contents.respondent(respondent_id)
        sheet = self._contents.sheets.get(
            (respondent_id, number), Sheet(0, "", "", None)
        )
        facilitated = self.role is Role.FACILITATOR and sheet.told is not None
        return Response(
            respondent=sheet.told if facilitated and sheet.told else respondent,
            round=number,
            answers=dict(self._contents.answers(respondent_id, number)),
            seq=sheet.seq,
            handed_in_at=sheet.handed_in_at,
        )

    def responses(self, round_number: int | None = None) -> tuple[Response, ...]:
        """Return the responses that count in a round, in the order of registering.

        In the facilitator's file those that came as packets; in a respondent's own
        file that respondent's answers as they stand.

        Raises:
            Problem: C-115 there is no such round.
        """
        number = self._round(round_number)
        return tuple(
            self.response(one, number)
            for one in self._contents.seats
            if (one, number) in self._contents.sheets
        )

    # A respondent's commands

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

    def progress(self, respondent_id: str) -> "Progress":
        """Return how far a respondent has come in the current round.

        Raises:
            Problem: C-103 nobody has this id.
        """
        return self._contents.progress(
            self.questionnaire, respondent_id, self.current_round
        )

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

    # Commands about respondents

    def update_respondent(self, respondent: Respondent) -> Changes:
        """Change name, organization, language, members or consents.

        Raises:
            Problem: C-103, C-106, C-107, C-113, C-114 it cannot be changed like this;
                X-130; S-1xx it could not be saved.
        """
        from spf_assess.consultation.seats import update

        return update(self._contents, respondent)

    def invite(  # noqa: PLR0913 - each says one thing about the seat
        self,
        *,
        constituency: Constituency,
        kind: RespondentKind,
        organization: str = "",
        name: str = "",
        language: str = "en",
        members: int = 1,
        women: int = 0,
        men: int = 0,
    ) -> tuple[Respondent, bytes]:
        """Register a seat and return it with the bytes of its invitation.

        Raises:
            Problem: C-101 a respondent's file, C-106, X-1xx it cannot be written like
                this, S-1xx it could not be saved.
        """
        from spf_assess.consultation.seats import register

        self._check_facilitator()
        wanted = Respondent(
            id="",
            constituency=constituency,
            kind=kind,
            name=name,
            organization=organization,
            language=language,
            members=members,
            women=women,
            men=men,
        )
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

    # The facilitator's commands

    def import_packet(self, path: Path) -> PacketRecord:
        """Bring in one packet file; what is wrong with it is told in the record.

        Raises:
            Problem: C-101 a respondent's file, S-1xx this file could not be written.
        """
        self._check_facilitator()
        self._check_writable()
        return self._importing.bring_in(path)

    def trust_packet(self, digest: str) -> Changes:
        """Choose this packet's key where packets with several keys came for a seat.

        Raises:
            Problem: C-101, C-116 no such packet, S-1xx.
        """
        self._check_facilitator()
        return self._importing.trust(digest)

    def packets(self) -> tuple[PacketRecord, ...]:
        """Return every packet that came in, or was handed in, in order."""
        stored = sorted(self._contents.packets.values(), key=lambda one: one.number)
        return tuple(one.record for one in stored if one.state != RESERVED)

    def packet_bytes(self, digest: str) -> bytes:
        """Return a packet as it came in or was handed in, to verify or pass on.

        Raises:
            Problem: C-116 there is no such packet, or it could not be read when it
                came, so that only its digest was kept.
        """
        stored = self._contents.packets.get(digest)
        row = (
            None if stored is None else self._database.row(PACKET_BYTES, stored.number)
        )
        if row is None or not isinstance(row[1], bytes):
            raise faults.no_such_packet(digest)
        return row[1]

    def board(self, round_number: int | None = None) -> tuple["BoardRow", ...]:
        """Return who has handed in and how complete, one row for each seat.

        Raises:
            Problem: C-115 there is no such round.
        """
        from spf_assess.consultation.board import board

        number = self._round(round_number)
        return board(self._contents, self.questionnaire, number)

    def results(self, round_number: int | None = None) -> Results:
        """Return the positions and their comparison in one round.

        Raises:
            Problem: C-115 there is no such round.
        """
        from spf_assess.analysis import compute

        number = self._round(round_number)
        return compute(
            self.questionnaire, self.selection, self.responses(number), number
        )

    def export_json(self) -> Plain:
        """Return everything public as JSON values."""
        from spf_assess.consultation.export import Exported, export

        numbers = [one.number for one in self.rounds]
        return export(
            Exported(
                header=self.header,
                questionnaire=self.questionnaire,
                rounds=self.rounds,
                respondents=self.respondents(),
                responses=[one for number in numbers for one in self.responses(number)],
                results=[self.results(number) for number in numbers],
                packets=self.packets(),
            )
        )

    # The file

    def save_copy(self, path: Path) -> None:
        """Save the whole file under another name, for instance on another disk.

        Raises:
            Problem: S-120 *path* exists, F-11x it cannot be written.
        """
        self._database.copy_to(path)

    def salvage(self, path: Path) -> tuple[int, int]:
        """Save what is readable of a damaged file into a new one.

        Returns:
            How many rows were saved, and how many answers came back from the journal.

        Raises:
            Problem: S-120 *path* exists, S-128 too much is lost, S-1xx.
        """
        from spf_assess.store import salvage

        return salvage(self._database, path)

    def _round(self, number: int | None) -> int:
        wanted = self.current_round if number is None else number
        if wanted not in {one.number for one in self.rounds}:
            raise faults.unknown_round(wanted)
        return wanted

    def _check_mine(self, respondent_id: str) -> None:
        if self.role is not Role.RESPONDENT:
            raise faults.respondent_only(self.path)
        if respondent_id != self._contents.me:
            raise faults.somebody_else(self.path)

    def _check_facilitator(self) -> None:
        if self.role is not Role.FACILITATOR:
            raise faults.facilitator_only(self.path)

    def _check_writable(self) -> None:
        if self.read_only:
            from spf_assess.store.faults import reading_only

            why = self.read_only_because
            raise why.told() if why else reading_only(self.path)


def _installed() -> Questionnaire:
    from spf_assess.questionnaire import load_questionnaire

    return load_questionnaire()


def _blank_header(title: Text, country: Text) -> Header:
    return Header(
        id="",
        title=title,
        country=country,
        questionnaire_id="",
        questionnaire_version="",
        questionnaire_digest="",
        selection=Selection(),
        created_at="",
        public_key="",
    )
