"""Checking a large file with somebody looking on, who may say that it is enough.

The rows are checked a few at a time. SQLite checks the structure of a file in one go,
which takes a second for a third of a gigabyte; that runs beside, and whoever looks on
is told meanwhile all the same.
"""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

# Told how many rows of how many are checked; what it raises ends the checking.
Watch = Callable[[int, int], None]
ROWS, _SECONDS = 500, 0.01  # how many rows, or how long, between two looks


class Watching:
    """Tells a watch how far the checking of one file is."""

    def __init__(self, watch: Watch, of: int) -> None:
        self._watch, self._of = watch, of
        self._done = 0

    def row(self) -> None:
        """Count a row; see ``rows``."""
        self.rows(1)

    def rows(self, number: int) -> None:
        """Count so many rows, at most ``ROWS``.

        Raises:
            whatever the watch raises to leave off.
        """
        before, self._done = self._done, self._done + number
        if before // ROWS != self._done // ROWS:
            self._watch(min(self._done, self._of), self._of)


def beside(
    work: Callable[[], None], connection: "sqlite3.Connection | None", watch: Watch
) -> None:
    """Do *work* in a thread of its own, which alone uses the *connection* meanwhile.

    Left off, what goes on in the connection is broken off; without one it is waited
    for.

    Raises:
        whatever *work* raises, or the watch to leave off; *work* is broken off then.
    """
    raised: list[BaseException] = []

    def run() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001 - raised again below
            raised.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(_SECONDS)
            watch(0, 0)
    finally:
        if thread.is_alive():
            if connection is not None:
                connection.interrupt()
            thread.join()
    if raised:
        raise raised.pop()
