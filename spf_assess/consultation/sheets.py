"""Answer sheets on the facilitator's own computer, each behind a PIN of its own.

While a sheet is answered it is a respondent's file like any other, in a folder beside
the consultation, so that every answer is on the disk at once. When it is closed, the
whole file is sealed into the consultation and removed. What each step leaves behind
after a power cut is told in ``docs/data-safety.md``; nothing of it is ever lost, and
nothing goes on without the PIN.
"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from spf_assess.consultation import collecting_faults as faults
from spf_assess.consultation.contents import Contents
from spf_assess.exchange.sealing import (
    WORDS_TO_RECOVER,
    Lock,
    key_by_pin,
    key_by_words,
    new_lock,
    seal,
    unseal,
    with_pin,
)
from spf_assess.files import make_folder, write_atomically
from spf_assess.i18n import now_iso
from spf_assess.model import Channel
from spf_assess.store import HELD_SHEETS, Row
from spf_assess.store.records import json_text

FREE_TRIES, _FIRST_WAIT, _LONGEST_WAIT = 3, 30, 900  # seconds
_BESIDE = ("", "-journal", ".lock")


class SheetState(StrEnum):
    """How it stands with an answer sheet."""

    OPEN = "open"
    CLOSED = "closed"
    HANDED_IN = "handed_in"


@dataclass(frozen=True, slots=True)
class HeldSheet:
    """An answer sheet of one seat in one round.

    Attributes:
        sealed: the whole file as of the last closing; empty before the first.
        digest: SHA-256 of that file in hex.
        tries: how often the PIN was wrong since it was last right.
        tried_at: when it was last tried.
        answered: questions answered at the last closing, of *asked*; both 0 before.
        finished: what stood in it at the last closing was handed in.
    """

    respondent: str
    round: int
    state: SheetState
    channel: Channel
    lock: Lock
    sealed: bytes = b""
    digest: str = ""
    tries: int = 0
    tried_at: str = ""
    changed_at: str = ""
    answered: int = 0
    asked: int = 0
    finished: bool = False

    @property
    def about(self) -> str:
        """What its lock and its seal belong to."""
        return f"spf-assess/sheet/{self.respondent}"

    def row(self) -> Row:
        """Return it as it is kept."""
        lock: dict[str, Any] = {
            "lock": self.lock.plain,
            "digest": self.digest,
            "tries": self.tries,
            "tried_at": self.tried_at,
            "far": [self.answered, self.asked, self.finished],
        }
        return (
            *(self.respondent, self.round, self.state.value, self.channel.value),
            *(json_text(lock), self.sealed, self.changed_at),
        )


def sheet_of(row: Row) -> HeldSheet:
    """Read what ``HeldSheet.row`` made."""
    respondent, number, state, channel, told, sealed, at = row
    lock = json.loads(str(told))
    answered, asked, finished = lock.get("far", (0, 0, False))
    return HeldSheet(
        respondent=str(respondent),
        round=int(number),
        state=SheetState(str(state)),
        channel=Channel(str(channel)),
        lock=Lock(lock["lock"]),
        sealed=bytes(sealed) if isinstance(sealed, bytes) else b"",
        digest=lock["digest"],
        tries=lock["tries"],
        tried_at=lock["tried_at"],
        changed_at=str(at),
        answered=answered,
        asked=asked,
        finished=finished,
    )


class Sheets:
    """The sheets of one facilitator's file: rows in it, working files beside it."""

    def __init__(self, contents: Contents) -> None:
        self._contents = contents
        self._database = contents.database

    @property
    def folder(self) -> Path:
        """Where working files are while their sheets are open."""
        path = self._database.path
        return path.with_name(f"{path.stem}.sheets")

    def path(self, sheet: HeldSheet) -> Path:
        """Return the working file of a sheet."""
        return self.folder / f"{sheet.respondent}-{sheet.round}.spfa"

    def all(self) -> tuple[HeldSheet, ...]:
        """Return every sheet of every round."""
        return tuple(sheet_of(row) for row in self._database.rows(HELD_SHEETS))

    def find(self, respondent: str, round_number: int) -> HeldSheet | None:
        """Return the sheet of a seat in a round, if one was begun."""
        row = self._database.row(HELD_SHEETS, respondent, round_number)
        return None if row is None else sheet_of(row)

    def begin(
        self, respondent: str, round_number: int, channel: Channel, pin: str
    ) -> tuple[HeldSheet, bytes, Mapping[str, tuple[str, ...]]]:
        """Record a new sheet; return it, its key, and its recovery words by language.

        In a later round PIN, key and words of the round before stay; no words then.

        Raises:
            Problem: C-140 the PIN is too short, C-142 or C-143 it is not that of the
                round before, S-1xx it could not be saved.
        """
        before = self.before(respondent, round_number)
        if before is not None:
            key, words = self.unlock(before, pin), dict[str, tuple[str, ...]]()
            before = self.find(respondent, before.round) or before
            lock = before.lock
        else:
            blank = HeldSheet(
                respondent, round_number, SheetState.OPEN, channel, Lock({})
            )
            lock, key, words = new_lock(pin, blank.about)
        sheet = HeldSheet(respondent, round_number, SheetState.OPEN, channel, lock)
        return self.put(sheet, "sheet_begun"), key, words

    def before(self, respondent: str, round_number: int) -> HeldSheet | None:
        """Return the seat's sheet of the latest earlier round."""
        earlier = [
            one
            for one in self.all()
            if one.respondent == respondent and one.round < round_number
        ]
        return max(earlier, key=lambda one: one.round, default=None)

    def unlock(self, sheet: HeldSheet, pin: str) -> bytes:
        """Return the key of a sheet by its PIN; each wrong try is counted first.

        Raises:
            Problem: C-142 too many wrong tries, C-143 wrong, S-1xx the try could not be
                counted.
        """
        now = now_iso()
        if sheet.tried_at > now:  # the clock was set back: wait from now on
            sheet = self.put(replace(sheet, tried_at=now))
        wait = waiting(sheet, now)
        if wait:
            raise faults.too_early(seconds=wait)
        tried = self.put(replace(sheet, tries=sheet.tries + 1, tried_at=now))
        key = key_by_pin(sheet.lock, pin, sheet.about)
        if key is None:
            wait = waiting(tried, now)
            raise faults.too_early(seconds=wait) if wait else faults.wrong_pin()
        self.put(replace(tried, tries=0))
        return key

    def recover(self, sheet: HeldSheet, words: str, pin: str) -> bytes:
        """Return the key of a sheet by its words and give it another PIN.

        Raises:
            Problem: C-148 these are not the words, C-140 the PIN is too short.
        """
        key = key_by_words(sheet.lock, words, sheet.about)
        if key is None:
            raise faults.wrong_words(number=WORDS_TO_RECOVER)
        lock = with_pin(sheet.lock, key, pin, sheet.about)
        self.put(replace(sheet, lock=lock, tries=0), "sheet_pin")
        return key

    def unsealed(self, sheet: HeldSheet, key: bytes) -> bytes:
        """Return the file as of the last closing.

        Raises:
            Problem: C-141 it was changed.
        """
        return unseal(sheet.sealed, key, sheet.about)

    def bring_out(self, sheet: HeldSheet, key: bytes) -> Path | None:
        """Put the working file of a sheet where it can be answered, and say it is open.

        One that is there from before a power cut is left as it is: it is newer than
        what was sealed.

        Returns:
            The file; None where nothing was ever sealed and none is there.

        Raises:
            Problem: C-141 what was sealed was changed, F-11x it cannot be written,
                S-1xx.
        """
        self.tidy()
        path = self.path(sheet)
        if not path.exists():
            if not sheet.sealed:
                return None
            self.make_room()
            write_atomically(path, self.unsealed(sheet, key))
        if sheet.state is not SheetState.OPEN:
            self.put(replace(sheet, state=SheetState.OPEN), "sheet_opened")
        return path

    def put_away(self, sheet: HeldSheet, key: bytes, state: SheetState) -> None:
        """Seal the working file, which is closed, into the consultation; remove it.

        Raises:
            Problem: F-10x it cannot be read, S-1xx it could not be saved; then it stays
                where it is.
        """
        path = self.path(sheet)
        data = path.read_bytes()
        closed = replace(
            sheet,
            state=state,
            sealed=seal(data, key, sheet.about),
            digest=hashlib.sha256(data).hexdigest(),
        )
        self.put(closed, "sheet_closed")
        self._remove(path)

    def make_room(self) -> None:
        """Make the folder of working files, for nobody else on this computer.

        Raises:
            Problem: F-11x it cannot be made.
        """
        make_folder(self.folder)
        with suppress(OSError):  # a stick without permissions
            self.folder.chmod(0o700)

    def tidy(self) -> None:
        """Remove working files that a power cut left behind after they were sealed.

        Only what is byte for byte what was sealed is removed.
        """
        for sheet in self.all():
            path = self.path(sheet)
            if sheet.state is SheetState.OPEN or not path.exists():
                continue
            with suppress(OSError):
                found = hashlib.sha256(path.read_bytes()).hexdigest()
                if found == sheet.digest:
                    self._remove(path)

    def put(self, sheet: HeldSheet, what: str = "sheet_tried") -> HeldSheet:
        """Save how a sheet stands, with a line in the journal."""
        at = now_iso()
        changed = sheet if what == "sheet_tried" else replace(sheet, changed_at=at)

        def work() -> None:
            self._database.put(HELD_SHEETS, *changed.row())
            self._database.note(
                at,
                what,
                respondent=sheet.respondent,
                round_number=sheet.round,
                after=changed.state.value,
            )

        self._contents.write(work)
        return changed

    def _remove(self, path: Path) -> None:
        for ending in _BESIDE:
            with suppress(OSError):
                path.with_name(path.name + ending).unlink()
        with suppress(OSError):
            path.with_name(f".{path.name}.reserve").unlink()
        with suppress(OSError):  # others may be open
            self.folder.rmdir()


def waiting(sheet: HeldSheet, now: str) -> int:
    """Return how many seconds are left before the PIN may be tried again."""
    over = sheet.tries - FREE_TRIES
    if over < 0:
        return 0
    wait = min(_FIRST_WAIT * 2**over, _LONGEST_WAIT)
    passed = (_moment(now) - _moment(sheet.tried_at)).total_seconds()
    return max(0, int(wait - max(0, passed)))


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
