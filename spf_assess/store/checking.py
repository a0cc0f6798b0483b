"""Checking a file that is read already while something is made of it.

To check each of a million rows takes some seconds, and the pages of a report take as
long in another process. Whoever prints waits for both, and nothing is put in place
before the file is known to be sound.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

LARGE = 8 * 1024 * 1024  # bytes; a smaller file is checked in no time


class UnsoundError(Exception):
    """The file is damaged: read it anew, without what is."""


class _LeftOffError(Exception):
    """Nobody waits any more."""


class Checking:
    """The check of one file's copy in memory, in a thread of its own once it begins.

    Args:
        connection: of the copy; other threads may use it.
    """

    def __init__(self, connection: "sqlite3.Connection") -> None:
        self._connection = connection
        self._left = threading.Event()
        self._raised: list[BaseException] = []
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def ended(self, seconds: float) -> bool:
        """Wait so long at most, and return whether the file is known to be sound.

        Raises:
            UnsoundError: it is not.
        """
        self._thread.join(seconds)
        if self._thread.is_alive():
            return False
        if self._raised:
            raise self._raised[0]
        return True

    def leave_off(self) -> None:
        """Stop, and let go of the connection."""
        self._left.set()
        if self._thread.is_alive():
            self._connection.interrupt()
            self._thread.join()

    def decide(self) -> None:
        """Check the file here and now, after something went wrong with it.

        Raises:
            UnsoundError: it is damaged.
        """
        for error in self._raised:
            if isinstance(error, UnsoundError):  # known already
                raise error
        self.leave_off()
        self._left.clear()
        self._check()

    def _run(self) -> None:
        try:
            self._check()
        except BaseException as error:  # noqa: BLE001 - raised again where it is asked
            if not self._left.is_set():  # what is broken off looks broken
                self._raised.append(error)

    def _check(self) -> None:
        from spf_assess.store import faults
        from spf_assess.store.damage import examine

        try:
            problems = examine(self._connection, watch=self._watch).problems
        except faults.reading() as error:
            raise UnsoundError from error
        if problems:
            raise UnsoundError

    def _watch(self, _done: int, _of: int) -> None:
        if self._left.is_set():
            raise _LeftOffError


@contextmanager
def deciding(checking: Checking | None) -> Iterator[None]:
    """Where anything goes wrong with a file not checked yet, tell first if that is why.

    Raises:
        UnsoundError: the file is damaged; else what went wrong is raised as it was.
    """
    try:
        yield
    except Exception:
        if checking is not None:
            checking.decide()
        raise
