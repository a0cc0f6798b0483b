"""Collecting on the facilitator's own computer: sheets behind a PIN, in turn."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from spf_assess.consultation import collecting_faults as faults
from spf_assess.consultation.held import Held
from spf_assess.consultation.importing import Importing
from spf_assess.consultation.sheets import HeldSheet, Sheets, SheetState, waiting
from spf_assess.i18n import now_iso
from spf_assess.model import (
    Channel,
    PacketRecord,
    PacketState,
    Problem,
    RespondentKind,
    Role,
)

if TYPE_CHECKING:
    from pathlib import Path

    from spf_assess.consultation.handing_in import HandIn
    from spf_assess.consultation.opened import Consultation


@dataclass(frozen=True, slots=True)
class SheetStatus:
    """An answer sheet of the current round, without its contents.

    Attributes:
        found: its working file is there: it is open now, or a power cut left it.
        wait: seconds before the PIN may be tried again.
    """

    respondent: str
    state: SheetState
    channel: Channel
    changed_at: str
    found: bool
    wait: int


@dataclass
class OpenSheet:
    """An answer sheet that is open: a respondent's own file, and what closes it.

    Attributes:
        words: the recovery words by language, once, where it was just begun.
        last: once closed it is not opened again.
    """

    consultation: "Consultation"
    respondent: str
    channel: Channel
    key: bytes = field(repr=False)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict, repr=False)
    last: bool = False


class Collecting(Held):
    """Sheets that are begun, opened, closed and handed in on this computer."""

    _importing: Importing

    @property
    def _sheets(self) -> Sheets:
        return Sheets(self._contents)

    def sheets(self) -> tuple[SheetStatus, ...]:
        """Return how each answer sheet of the current round stands."""
        return tuple(
            self._status(one)
            for one in self._sheets.all()
            if one.round == self.current_round
        )

    def sheet_of(self, respondent_id: str) -> SheetStatus | None:
        """Return how the answer sheet of a seat stands in the current round."""
        one = self._sheets.find(respondent_id, self.current_round)
        return None if one is None else self._status(one)

    def _status(self, sheet: HeldSheet) -> SheetStatus:
        return SheetStatus(
            respondent=sheet.respondent,
            state=sheet.state,
            channel=sheet.channel,
            changed_at=sheet.changed_at,
            found=self._sheets.path(sheet).exists(),
            wait=waiting(sheet, now_iso()),
        )

    def begin_sheet(self, respondent_id: str, pin: str) -> OpenSheet:
        """Begin the answer sheet of a seat on this computer, behind a PIN.

        A group comes back to it until it is handed in for the last time; persons
        follow each other, and what one has handed in is closed for good.

        Raises:
            Problem: C-101, C-103, C-140 the PIN is too short, C-142, C-143 it is not
                that of the round before, C-145 the seat answered another way, C-146 it
                was begun before, F-11x, S-1xx.
        """
        self._check_collecting()
        seat = self._contents.seat(respondent_id)
        kept = self._sheets
        if kept.find(respondent_id, self.current_round) is not None:
            raise faults.sheet_exists()
        self._check_way_in(respondent_id, Channel.HERE, Channel.IN_TURN)
        bench = seat.respondent.kind is RespondentKind.BENCH
        channel = Channel.HERE if bench else Channel.IN_TURN
        sheet, key, words = kept.begin(respondent_id, self.current_round, channel, pin)
        return OpenSheet(self._fresh(sheet, key), respondent_id, channel, key, words)

    def open_sheet(self, respondent_id: str, pin: str) -> OpenSheet:
        """Open a sheet again with its PIN, also after a power cut.

        Raises:
            Problem: C-101, C-103, C-142 to C-144, C-147, C-141 what was sealed was
                changed, F-11x, S-1xx.
        """
        sheet = self._begun(respondent_id)
        return self._opened(sheet, self._sheets.unlock(sheet, pin))

    def recover_sheet(self, respondent_id: str, words: str, pin: str) -> OpenSheet:
        """Open a sheet by its recovery words and give it another PIN.

        Raises:
            Problem: C-140, C-148 these are not the words; as ``open_sheet``.
        """
        sheet = self._begun(respondent_id)
        return self._opened(sheet, self._sheets.recover(sheet, words, pin))

    def close_sheet(self, sheet: OpenSheet) -> None:
        """Close a sheet: seal it into this file and remove it from its folder.

        The sheet of a person that is handed in as it stands is closed for good.

        Raises:
            Problem: C-150 it is damaged, S-1xx this file could not be written; then it
                stays in its folder, and only the PIN opens it.
        """
        self._check_collecting()
        kept, working = self._sheets, sheet.consultation
        found = kept.find(sheet.respondent, working.current_round)
        if found is None:
            raise faults.no_sheet()
        in_turn = sheet.channel is Channel.IN_TURN
        sheet.last = sheet.last or (in_turn and _handed_in(working))
        damaged = bool(working.damaged)
        if not damaged:
            far = working.progress(sheet.respondent)
            finished = sheet.last or _handed_in(working)
            found = replace(
                found, answered=far.answered, asked=far.asked, finished=finished
            )
        working.close()
        if damaged:
            raise faults.sheet_damaged()
        state = SheetState.HANDED_IN if sheet.last else SheetState.CLOSED
        kept.put_away(found, sheet.key, state)

    def hand_in_sheet(self, sheet: OpenSheet) -> "tuple[HandIn, PacketRecord]":
        """Hand in an open sheet: its packet comes in here at once.

        Raises:
            Problem: C-108 nothing is answered, F-11x, X-1xx, S-1xx; trying again is
                safe.
        """
        self._check_collecting()
        working = sheet.consultation
        path = self._sheets.folder / f"{sheet.respondent}.spfr"
        done = working.hand_in(sheet.respondent, path)
        return done, self._take_in(path, sheet.channel)

    def tidy_sheets(self) -> None:
        """Put right what a power cut left: sealed sheets, packets not yet taken in.

        Raises:
            Problem: S-1xx this file could not be written.
        """
        if self.role is not Role.FACILITATOR or self.read_only:
            return
        kept = self._sheets
        kept.tidy()
        channels = {one.respondent: one.channel for one in kept.all()}
        for path in sorted(kept.folder.glob("*.spfr")):
            if path.stem in channels:
                self._take_in(path, channels[path.stem])

    def _take_in(self, path: "Path", channel: Channel) -> PacketRecord:
        name = f"{channel}-{path.stem[:8]}{path.suffix}"
        record = self._importing.take_in(path.read_bytes(), name, channel)
        with suppress(OSError):
            path.unlink()
        return record

    def _begun(self, respondent_id: str) -> HeldSheet:
        self._check_collecting()
        self._contents.seat(respondent_id)
        sheet = self._sheets.find(respondent_id, self.current_round)
        if sheet is None:
            raise faults.no_sheet()
        if sheet.state is SheetState.HANDED_IN:
            raise faults.sheet_handed_in()
        return sheet

    def _opened(self, tried: HeldSheet, key: bytes) -> OpenSheet:
        """Return the sheet as it was left; begin it where it never came to that."""
        from spf_assess.consultation.opened import Consultation

        kept = self._sheets
        sheet = kept.find(tried.respondent, tried.round) or tried
        path = kept.bring_out(sheet, key)
        if path is None:
            working = self._fresh(sheet, key)
        else:
            working = Consultation.open(
                path, questionnaire=self.questionnaire, held=True
            )
        return OpenSheet(working, sheet.respondent, sheet.channel, key)

    def _fresh(self, sheet: HeldSheet, key: bytes) -> "Consultation":
        """Make the working file of a sheet, with the seat's key of an earlier round."""
        from spf_assess.consultation.beginning import begin_response
        from spf_assess.consultation.opened import Consultation
        from spf_assess.consultation.seats import invitation

        kept = self._sheets
        kept.make_room()
        data = invitation(
            self._contents, self._contents.seat(sheet.respondent).respondent
        )
        seed = self._earlier_seed(sheet, key)
        made = begin_response(
            kept.path(sheet), data, self.questionnaire, seed=seed, held=True
        )
        return Consultation(*made)

    def _earlier_seed(self, sheet: HeldSheet, key: bytes) -> str:
        """Return the key with which the seat signed in the round before, if any."""
        from spf_assess.consultation.handing_in import OWN_KEY
        from spf_assess.files import write_atomically
        from spf_assess.store import KEYS, read_file

        kept = self._sheets
        before = kept.before(sheet.respondent, sheet.round)
        if before is None or not (before.sealed or kept.path(before).exists()):
            return ""
        path = kept.path(before)
        there = path.exists()
        if not there:
            write_atomically(path, kept.unsealed(before, key))
        try:
            with read_file(path) as database:
                row = database.row(KEYS, OWN_KEY)
                return "" if row is None else str(row[1])
        finally:
            if not there:
                path.unlink()

    def _check_collecting(self) -> None:
        self._check_facilitator()
        self._check_writable()

    def _check_way_in(self, respondent_id: str, *channels: Channel) -> None:
        """Refuse a second way for a seat: it would sign with a second key."""
        if any(
            one.record.respondent is not None
            and one.record.respondent.id == respondent_id
            and one.record.channel not in channels
            and one.record.state is not PacketState.QUARANTINED
            for one in self._contents.packets.values()
        ):
            raise faults.answered_elsewhere()


def _handed_in(working: "Consultation") -> bool:
    try:
        return bool(working.response(working.me().id).seq) and (
            not working.changed_since_hand_in()
        )
    except Problem:
        return False
