"""The file in its folder: what it is, who holds it, and space kept in reserve."""

import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.store import faults
from spf_assess.store.schema import APPLICATION_ID

if TYPE_CHECKING:
    from filelock import BaseFileLock

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_VERSION_AT, _APPLICATION_AT = 60, 68
RESERVE_BYTES = 1024 * 1024
_ROOM_WANTED = 4 * RESERVE_BYTES


def look_at(path: Path) -> int:
    """Return the version of the consultation's file at *path*, from its first bytes.

    Raises:
        Problem: S-101 missing, S-102 a folder, S-103 empty, S-104 no database, S-105 of
            another program, S-109 unreadable.
    """
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEADER_BYTES)
    except FileNotFoundError:
        raise faults.missing(path) from None
    except NotADirectoryError:
        raise faults.missing(path) from None
    except OSError as error:
        if path.is_dir():
            raise faults.folder(path) from None
        reason = error.strerror or type(error).__name__
        raise faults.unreadable(path, reason=reason) from error
    if not head:
        raise faults.empty(path)
    if len(head) < _HEADER_BYTES or not head.startswith(_MAGIC):
        raise faults.not_a_database(path)
    if _number(head, _APPLICATION_AT) != APPLICATION_ID:
        raise faults.foreign(path)
    return _number(head, _VERSION_AT)


def _number(head: bytes, place: int) -> int:
    return int.from_bytes(head[place : place + 4], "big")


def hold(path: Path) -> "BaseFileLock":
    """Take the lock file beside *path*: one program writes at a time.

    Raises:
        Problem: S-106 another program holds it, S-108 the folder cannot be written,
            S-109 the medium knows no locks.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(path.name + ".lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        raise faults.in_use(path) from None
    except PermissionError:
        raise faults.not_writable(path) from None
    except OSError as error:
        import errno

        if error.errno == errno.EROFS:
            raise faults.not_writable(path) from None
        if error.errno == errno.ENOSPC:
            raise faults.full(path) from None
        reason = error.strerror or type(error).__name__
        raise faults.unreadable(path, reason=reason) from error
    except NotImplementedError as error:
        raise faults.unreadable(path, reason="locks") from error
    return lock


def let_go(path: Path, lock: "BaseFileLock") -> None:
    """Remove the lock file of *path* and let it go: a closed consultation is one file.

    It is removed while still held: whoever opened it before finds it without a name
    once it gets the lock, and takes a new one.
    """
    with suppress(OSError):
        path.with_name(path.name + ".lock").unlink()
    with suppress(OSError):
        lock.release()


class Reserve:
    """One megabyte beside an open file, given up when the disk is full (R-106).

    The first save that finds the disk full deletes the reserve and succeeds; the person
    is told that space is short and can go on working, save elsewhere or make room.
    """

    def __init__(self, path: Path) -> None:
        self._file = path.with_name(f".{path.name}.reserve")
        self.held = False
        self.take()

    def take(self) -> None:
        """Write the reserve if it is not there; without space it stays away."""
        try:
            if self.held or shutil.disk_usage(self._file.parent).free < _ROOM_WANTED:
                return
            # Random bytes: a compressing file system would give nothing back.
            self._file.write_bytes(os.urandom(RESERVE_BYTES))
            self.held = True
        except OSError:
            self._remove()

    def give_up(self) -> bool:
        """Free the space; return whether there was any to free."""
        held, self.held = self.held, False
        self._remove()
        return held

    def close(self) -> None:
        """Remove the reserve: a closed consultation is one file."""
        self.held = False
        self._remove()

    def _remove(self) -> None:
        with suppress(OSError):
            self._file.unlink()


def put_in_place(aside: Path, path: Path) -> None:
    """Give the finished file *aside* its name, never over another file.

    Raises:
        Problem: S-120 a file of that name appeared meanwhile, S-122 it failed.
    """
    mask = os.umask(0)
    os.umask(mask)
    try:
        aside.chmod(0o666 & ~mask)
        try:
            os.link(aside, path)  # refuses an existing name, in one step
        except FileExistsError:
            raise faults.exists(path) from None
        except OSError:  # FAT and some shares know no links
            if path.exists():
                raise faults.exists(path) from None
            aside.rename(path)
        sync_folder(path.parent)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise faults.write_failed(path, reason=reason) from error


def sync_folder(folder: Path) -> None:
    """Make a new name in *folder* outlast a power cut, where folders can be synced."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
