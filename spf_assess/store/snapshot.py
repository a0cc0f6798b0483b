"""A copy of a file in memory, taken in one step: what a reader works on."""

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.store import faults

if TYPE_CHECKING:
    import sqlite3

_BUSY_SECONDS = 10.0
_BREATH_SECONDS = 0.01
_PAGE_SIZE_AT, _PAGES_AT = 16, 28
_LARGEST_PAGE = 65536
_MOST_PAD = 64 * 1024 * 1024


def snapshot(
    path: Path, *, pages: int = -1, threads: bool = False
) -> "sqlite3.Connection":
    """Return a connection to a copy of *path* in memory.

    With *threads* another one may use it, one at a time.

    With *pages* it is read so many pages at a time, and a writer gets its turn between
    them; what it changes is read again.

    A writer that is saving at this moment is waited for; a save that a power cut left
    half-done is rolled back in the copy, never in the file itself. A file whose end is
    missing is filled with zeros, so that what is there can be read.

    Raises:
        Problem: S-104, S-107, S-108, S-109 it cannot be read at all.
    """
    import sqlite3

    journal = path.with_name(path.name + "-journal")
    try:
        return _loaded(path, pages, threads=threads)
    except sqlite3.OperationalError as error:
        problem = faults.opening(error, path)
        if problem.code == "S-107" or not journal.exists():
            raise problem from error
        return _rolled_back(path, journal, threads=threads)
    except faults.reading():
        return _mended(path, threads=threads)


def _loaded(
    path: Path, pages: int = -1, *, threads: bool = False
) -> "sqlite3.Connection":
    import sqlite3

    source = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_SECONDS
    )
    memory = sqlite3.connect(":memory:", check_same_thread=not threads)
    try:
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(memory, pages=pages, sleep=_BREATH_SECONDS)
    except BaseException:
        memory.close()
        raise
    finally:
        source.close()
    return memory


def _rolled_back(
    path: Path, journal: Path, *, threads: bool = False
) -> "sqlite3.Connection":
    """Finish an interrupted save in a copy: its journal travels along."""
    import sqlite3

    try:
        with tempfile.TemporaryDirectory(prefix="spf-assess-") as folder:
            copy = Path(folder) / path.name
            shutil.copyfile(path, copy)
            shutil.copyfile(journal, copy.with_name(journal.name))
            writer = sqlite3.connect(copy)
            try:
                writer.execute("SELECT count(*) FROM sqlite_master").fetchone()
            finally:
                writer.close()
            return _loaded(copy, threads=threads)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise faults.unreadable(path, reason=reason) from error
    except faults.reading() as error:
        raise faults.opening(error, path) from error


def _mended(path: Path, *, threads: bool = False) -> "sqlite3.Connection":
    """Read the bytes as they are, padded to the length that the header names."""
    import sqlite3

    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise faults.unreadable(path, reason=reason) from error
    memory = sqlite3.connect(":memory:", check_same_thread=not threads)
    try:
        memory.deserialize(_padded(data))
        memory.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except faults.reading() as error:
        memory.close()
        raise faults.opening(error, path) from error
    return memory


def _padded(data: bytes) -> bytes:
    page = int.from_bytes(data[_PAGE_SIZE_AT : _PAGE_SIZE_AT + 2], "big")
    pages = int.from_bytes(data[_PAGES_AT : _PAGES_AT + 4], "big")
    lacking = (_LARGEST_PAGE if page == 1 else page) * pages - len(data)
    return data + bytes(lacking) if 0 < lacking <= _MOST_PAD else data
