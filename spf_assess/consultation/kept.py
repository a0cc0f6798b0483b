"""One open file and what it holds."""

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from spf_assess.consultation import faults
from spf_assess.consultation.beginning import REGION
from spf_assess.consultation.contents import RESERVED, Contents, Sheet
from spf_assess.consultation.proceedings import Proceedings
from spf_assess.consultation.tallies import Tallies
from spf_assess.model import (
    Header,
    PacketRecord,
    Problem,
    Questionnaire,
    Respondent,
    RespondentKind,
    Response,
    Role,
    Round,
    Selection,
)
from spf_assess.store import PACKET_BYTES, SETTINGS, Database

if TYPE_CHECKING:
    from spf_assess.analysis import Progress
    from spf_assess.analysis.counts import Counts
    from spf_assess.consultation.board import Board, BoardRow


class Kept:
    """An open file and what it holds, as it came in.

    Attributes:
        path: the file; one of a stick or a share is worked on in a copy.
        questionnaire: the one installed here, with the national pack in the file.
        read_only_because: why nothing can be changed (S-110 newer file, S-111 damaged,
            C-111 other questionnaire); None where it was opened so on purpose.
        damaged: a sentence for each thing found wrong with the file.
        news: what is to be told of a file of a stick or a share, or None.
        proceedings: what the meeting said, agreed and decided.
        checking: checks a large file that was read and not checked; None elsewhere.
    """

    def __init__(self, database: Database, questionnaire: Questionnaire) -> None:
        self._database, visit = database, database.visit
        self._contents = Contents(database)
        self.proceedings = Proceedings(self._contents)
        self._tallies = Tallies(self._contents, questionnaire)
        self._board: Board | None = None
        self.path = database.home
        self.news: Problem | None = None if visit is None else visit.news
        self.checking = database.checking
        self.questionnaire = questionnaire
        self.read_only_because: Problem | None = database.read_only_because
        self.damaged: tuple[Problem, ...] = database.damaged
        if self.role is Role.FACILITATOR and self._tallies.whole:
            self._tallies.standings()  # with everything else, while the file is opened

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

    @property
    def held(self) -> bool:
        """Whether this is an answer sheet kept behind a PIN."""
        from spf_assess.consultation.beginning import is_held

        return is_held(self._database)

    @property
    def region(self) -> str:
        """What this file is called among several of one consultation; may be empty."""
        row = self._database.row(SETTINGS, REGION)
        return "" if row is None else str(row[1])

    @property
    def as_of(self) -> tuple[int, int, int]:
        """Numbers of which one is another whenever the file holds something else."""
        return self._contents.version, self._contents.turns, self.proceedings.turns

    @property
    def recorded_at(self) -> str:
        """When something was last written into the file, by the clock of then."""
        return self._database.last_noted

    def respondents(self) -> tuple[Respondent, ...]:
        """Return everyone who answers, in the order of registering."""
        return tuple(self._contents.respondent(one) for one in self._contents.seats)

    @property
    def seat_count(self) -> int:
        """How many there are who answer."""
        return len(self._contents.seats)

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

    def told_responses(self, round_number: int | None = None) -> tuple[Response, ...]:
        """Return ``responses``, with answers only where their words may be told.

        Of members who do not let themselves be quoted nothing but numbers is told, and
        those are kept (``counts``): thousands of answers need not be read for them.

        Raises:
            Problem: C-115 there is no such round.
        """
        number = self._round(round_number)
        return tuple(
            self.response(one, number)
            if told is None or told.kind is RespondentKind.BENCH or told.consent_quoted
            else Response(told, number, {}, sheet.seq, sheet.handed_in_at)
            for one in self._contents.seats
            if (sheet := self._contents.sheets.get((one, number))) is not None
            for told in (sheet.told if self.role is Role.FACILITATOR else None,)
        )

    def counts(self) -> "Counts | None":
        """Return how many said what, as it is kept in the file; None where it is not.

        It is kept of what came in; what is said in a later round, and what stays from
        the one before, follows from the answers alone.
        """
        if self.role is not Role.FACILITATOR or self.current_round > 1:
            return None
        return self._tallies.counts(1) if self._tallies.full else None

    def progress(self, respondent_id: str) -> "Progress":
        """Return how far a respondent has come in the current round.

        Raises:
            Problem: C-103 nobody has this id.
        """
        return self._contents.progress(
            self.questionnaire, respondent_id, self.current_round
        )

    def packets(self) -> tuple[PacketRecord, ...]:
        """Return every packet that came in, or was handed in, in order."""
        stored = sorted(self._contents.packets.values(), key=lambda one: one.number)
        return tuple(one.record for one in stored if one.state != RESERVED)

    @property
    def salted(self) -> dict[str, str]:
        """The salted digests that are known already, by digest (``salting``)."""
        return self._contents.salted

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
            raise faults.no_such_packet(digest=digest[: faults.ID_SHOWN])
        return row[1]

    def board(self, round_number: int | None = None) -> tuple["BoardRow", ...]:
        """Return who has handed in and how complete, one row for each seat.

        Raises:
            Problem: C-115 there is no such round.
        """
        return self._seats_board.rows(self._round(round_number))

    def handed_in(self, round_number: int | None = None) -> int:
        """Return how many seats have handed in.

        Raises:
            Problem: C-115 there is no such round.
        """
        return self._seats_board.handed_in(self._round(round_number))

    @property
    def _seats_board(self) -> "Board":
        from spf_assess.consultation.board import Board

        if self._board is None:
            self._board = Board(self._contents, self.questionnaire, self._tallies)
        return self._board

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
            raise faults.unknown_round(number=wanted)
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
