"""One open file and what it holds; every question that is put to it."""

from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from spf_assess.consultation import discussing_faults, faults
from spf_assess.consultation.beginning import REGION
from spf_assess.consultation.contents import RESERVED, Contents, Sheet
from spf_assess.consultation.first_told import FirstTold
from spf_assess.consultation.proceedings import Proceedings, preparation
from spf_assess.consultation.tallies import Tallies
from spf_assess.model import (
    Agreement,
    Blind,
    Header,
    PacketRecord,
    Plain,
    Problem,
    Questionnaire,
    Remark,
    Respondent,
    RespondentKind,
    Response,
    Results,
    Role,
    Round,
    Selection,
    Stance,
)
from spf_assess.store import PACKET_BYTES, SETTINGS, Database

if TYPE_CHECKING:
    from spf_assess.analysis import Progress
    from spf_assess.analysis.counts import Counts
    from spf_assess.analysis.disclosure import Final
    from spf_assess.analysis.rounds import Discussed
    from spf_assess.consultation.board import Board, BoardRow


class Held:
    """An open file that is read.

    Attributes:
        path: the file; one of a stick or a share is worked on in a copy.
        questionnaire: the one installed here, with the national pack in the file.
        read_only_because: why nothing can be changed (S-110 newer file, S-111 damaged,
            C-111 other questionnaire); None where it was opened so on purpose.
        damaged: a sentence for each thing found wrong with the file.
        news: what is to be told of a file of a stick or a share, or None.
        proceedings: what the meeting said, agreed and decided.
    """

    def __init__(self, database: Database, questionnaire: Questionnaire) -> None:
        self._database, visit = database, database.visit
        self._contents = Contents(database)
        self._first_told = FirstTold(database, self._contents)
        self.proceedings = Proceedings(self._contents)
        self._tallies = Tallies(self._contents, questionnaire)
        self._board: Board | None = None
        self._known: tuple[int, int, int] | None = None
        self._results: dict[int, Results] = {}
        self._final: tuple[tuple[object, ...], Final] | None = None
        self.path = database.home
        self.news: Problem | None = None if visit is None else visit.news
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

    # What may be seen of it

    def is_open(self, number: int) -> bool:
        """Whether answers for a round still count when they come in."""
        return any(one.number == number and not one.closed_at for one in self.rounds)

    @property
    def shown_round(self) -> int:
        """The latest round whose positions may be seen; 0 while there is none.

        A round is blind until it is closed or everybody who rates has handed in:
        observers have no position, so that nobody's waits for them.
        """
        if self.role is not Role.FACILITATOR:
            return self.current_round
        found = self._seats_board.came(self.current_round)
        complete = 0 < found.seats == found.handed_in
        if complete or not self.is_open(self.current_round):
            return self.current_round
        return self.current_round - 1

    @property
    def blind(self) -> Blind | None:
        """How far the round is whose positions may not be seen yet; None where all may.

        While nothing has come in there is nothing to be seen.
        """
        if self.shown_round == self.current_round:
            return None
        if not self.handed_in():
            return None
        found = self._seats_board.came(self.current_round)
        return Blind(self.current_round, found.handed_in, found.seats)

    def check_shown(self, *, early: bool = False) -> None:
        """Refuse to tell what was answered in a round that is blind.

        Every way out asks this: what one group answered would be known to others before
        they answer. *early*: somebody wants to see it on purpose, which is noted in the
        file.

        Raises:
            Problem: C-129 the round is open and answers are awaited; S-1xx it cannot be
                noted that they are told.
        """
        found = self.blind
        if found is not None and not early:
            raise discussing_faults.round_blind(
                number=found.round, in_=found.handed_in, of=found.seats
            )
        if found is not None:
            self._tell_early()

    def printable(self) -> "tuple[Respondent, ...]":
        """Return whose own answers this file may print, of those who handed in."""
        from spf_assess.analysis.disclosure import printable

        if self.role is not Role.FACILITATOR:
            return (self.me(),)
        open_record = preparation(self.proceedings).open_record
        return tuple(
            row.respondent
            for row in self.board()
            if row.handed_in and printable(row.respondent, open_record=open_record)
        )

    def _tell_early(self) -> None:
        """Note that something is told while answers are awaited (``rounds``)."""

    # What may be told in numbers

    @property
    def final(self) -> "Final":
        """Whose members may be told in numbers beside their group's position (R-404).

        Nobody's before the last round is closed, the last that was planned or after
        which it was recorded that no further one comes. Where the parties
        chose an open record all answers are public, and so is what follows from them.
        """
        known = self.as_of
        if self._final is None or self._final[0] != known:
            self._final = known, self._find_final()
        return self._final[1]

    def _find_final(self) -> "Final":
        from spf_assess.analysis.disclosure import EVERYTHING, OPEN, final

        prepared, number = preparation(self.proceedings), self.current_round
        if prepared.open_record:
            return EVERYTHING
        last = prepared.last(number)
        if self.role is not Role.FACILITATOR or not last or self.is_open(number):
            return OPEN
        first, *later = (one.number for one in self.rounds)
        return final(
            {seat for seat, of in self._contents.sheets if of == first},
            [one for of in later for one in self.responses(of)],
            [self.results(one.number) for one in self.rounds],
            self._first_told.late(
                (one.number for one in self.rounds), self.respondents()
            ),
        )

    def results(self, round_number: int | None = None) -> Results:
        """Return the positions and their comparison in one round.

        Raises:
            Problem: C-115 there is no such round.
        """
        number = self._round(round_number)
        known = self.as_of
        if self._known != known:
            self._known, self._results = known, {}
        if number not in self._results:
            self._results[number] = self._compute(number)
        return self._results[number]

    def _compute(self, number: int) -> Results:
        if number == 1 and self.role is Role.FACILITATOR and self._tallies.whole:
            from spf_assess.analysis.results import compute_counted

            counts = self._tallies.counts(number)
            return compute_counted(self.questionnaire, self.selection, counts)
        from spf_assess.analysis.rounds import counted_results, results_of

        if self._answered_once(number):
            counts = self._tallies.counts(1)
            return counted_results(self._discussed_until(0), counts, number)
        return results_of(self._discussed_until(number), number)

    def _results_of_answers(self, number: int) -> Results:
        """Return a later round's results without what was stated in it."""
        from spf_assess.analysis.rounds import (
            answered_results,
            counted_results,
            unstated,
        )

        if self._answered_once(number):
            silent = unstated(self._discussed_until(0), number)
            return counted_results(silent, self._tallies.counts(1), number)
        return answered_results(self._discussed_until(number), number)

    def _answered_once(self, number: int) -> bool:
        """Whether counts are kept, and nobody answered anew after the first round."""
        return (
            number > 1
            and self.role is Role.FACILITATOR
            and self._tallies.whole
            and not any(1 < place[1] <= number for place in self._contents.sheets)
        )

    def latest_words(self, round_number: int | None = None) -> tuple[Response, ...]:
        """Return everybody's latest words up to a round, as the results count them.

        Raises:
            Problem: C-115 there is no such round.
        """
        from spf_assess.analysis.rounds import latest_words

        number = self._round(round_number)
        return latest_words(self._discussed_until(number).responses, number)

    def _discussed_until(self, number: int) -> "Discussed":
        from spf_assess.analysis.rounds import Discussed

        numbers = [one.number for one in self.rounds if one.number <= number]
        return Discussed(
            questionnaire=self.questionnaire,
            selection=self.selection,
            responses=[one for number in numbers for one in self.responses(number)],
            stances=self.proceedings.standing(Stance),
            agreements=self.proceedings.standing(Agreement),
        )

    def export_json(self) -> Plain:
        """Return everything public as JSON values."""
        from spf_assess.consultation.export import Exported, export
        from spf_assess.consultation.export_decisions import damage

        numbers = [one.number for one in self.rounds]
        prepared = preparation(self.proceedings)
        return export(
            Exported(
                header=self.header,
                questionnaire=self.questionnaire,
                rounds=self.rounds,
                respondents=self.respondents(),
                responses=[
                    one for number in numbers for one in self.told_responses(number)
                ],
                results=[self.results(number) for number in numbers],
                packets=self.packets(),
                outcome=self._outcome(),
                sign_off=self._sign_off(),
                meeting=self._meeting(),
                decisions=self._decisions(),
                since=self._since(),
                damage=damage(self.damaged),
                remarks=self.remarks(),
                final=self.final,
                counted_from=prepared.counted_from,
                spread_from=prepared.spread_from,
            )
        )

    def remarks(self) -> tuple[Remark, ...]:
        """Return what the facilitator says beside the numbers (``remarking``)."""
        return ()

    def _outcome(self) -> Plain:
        """Return what the meeting made of the positions (``discussing``)."""
        return {}

    def _sign_off(self) -> Plain:
        """Return what is signed and who signed it (``signing``)."""
        return {}

    def _meeting(self) -> Plain:
        """Return when it was and who was in the room (``preparing``)."""
        return {}

    def _decisions(self) -> Plain:
        """Return priorities and actions (``deciding``)."""
        return {}

    def _since(self) -> Plain | None:
        """Return what became of the consultation before (``renewing``)."""
        return None

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
