"""What is told when a consultation's file cannot be opened, read or written."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.files import spoken_name
from spf_assess.model import N_, Problem

if TYPE_CHECKING:
    import sqlite3

# SQLite's primary result codes; here so that importing this module loads no SQLite.
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT = 5, 6, 8, 10, 11
_FULL, _CANTOPEN, _NOT_A_DATABASE = 13, 14, 26
_PRIMARY = 0xFF
_NO_ROOM = 256 * 1024


def missing(path: Path) -> Problem:
    """S-101."""
    return Problem(
        "S-101",
        N_(
            "{file} is not there. It may have been moved, renamed or deleted, or be on"
            " a stick that is not plugged in. Choose the file again."
        ),
        file=spoken_name(path),
    )


def folder(path: Path) -> Problem:
    """S-102."""
    return Problem(
        "S-102",
        N_("{file} is a folder. Choose the file of a consultation (.spfa)."),
        file=spoken_name(path),
    )


def empty(path: Path) -> Problem:
    """S-103."""
    return Problem(
        "S-103",
        N_(
            "{file} is empty: it was not copied to the end, or the disk failed. Copy it"
            " again from where it came from."
        ),
        file=spoken_name(path),
    )


def not_a_database(path: Path) -> Problem:
    """S-104."""
    return Problem(
        "S-104",
        N_(
            "{file} is not the file of a consultation, or its beginning is destroyed."
            " Choose a file that ends in .spfa, or an earlier copy of it."
        ),
        file=spoken_name(path),
    )


def foreign(path: Path) -> Problem:
    """S-105."""
    return Problem(
        "S-105",
        N_(
            "{file} was made by another program: it is a database, but not of a"
            " consultation. Nothing was changed in it; choose a file that ends in"
            " .spfa."
        ),
        file=spoken_name(path),
    )


def in_use(path: Path) -> Problem:
    """S-106."""
    return Problem(
        "S-106",
        N_(
            "{file} is already open in another window or by another person. Close it"
            " there, then open it here."
        ),
        file=spoken_name(path),
    )


def busy(path: Path) -> Problem:
    """S-107."""
    return Problem(
        "S-107",
        N_(
            "Another program (a backup, a virus scanner, a database browser) keeps"
            " {file} locked. Wait a moment or close that program, then try again."
        ),
        file=spoken_name(path),
    )


def not_writable(path: Path) -> Problem:
    """S-108."""
    return Problem(
        "S-108",
        N_(
            "{file} cannot be written where it is: the disk, stick or folder is"
            " read-only. Copy it to a folder of your own and open the copy, or open it"
            " for reading only."
        ),
        file=spoken_name(path),
    )


def unreadable(path: Path, reason: str) -> Problem:
    """S-109."""
    return Problem(
        "S-109",
        N_(
            "{file} cannot be opened ({reason}). Copy it to a folder of your own and"
            " try again."
        ),
        file=spoken_name(path),
        reason=reason,
    )


def newer(path: Path) -> Problem:
    """S-110: why the file was opened for reading only."""
    return Problem(
        "S-110",
        N_(
            "{file} was made by a newer version of this program. It is shown for"
            " reading only and nothing in it can be changed; install the newer version"
            " to work on it."
        ),
        file=spoken_name(path),
    )


def damaged(path: Path) -> Problem:
    """S-111: why the file was opened for reading only."""
    return Problem(
        "S-111",
        N_(
            "{file} is damaged. What can still be read is shown, for reading only."
            " Open an earlier copy, or save what is readable into a new file."
        ),
        file=spoken_name(path),
    )


def exists(path: Path) -> Problem:
    """S-120."""
    return Problem(
        "S-120",
        N_(
            "There is already a file {file} in that folder, and it is never"
            " overwritten. Choose another name, or open that file."
        ),
        file=spoken_name(path),
    )


def full(path: Path) -> Problem:
    """S-121."""
    return Problem(
        "S-121",
        N_(
            "There is no space left on the disk for {file}. What you entered last is"
            " not saved yet; everything before is. Free some space and try again, or"
            " save a copy to another disk."
        ),
        file=spoken_name(path),
    )


def write_failed(path: Path, reason: str) -> Problem:
    """S-122."""
    return Problem(
        "S-122",
        N_(
            "{file} could not be written ({reason}). What you entered last is not saved"
            " yet; everything before is. Try again, or save a copy to another disk."
        ),
        file=spoken_name(path),
        reason=reason,
    )


def vanished(path: Path) -> Problem:
    """S-123."""
    return Problem(
        "S-123",
        N_(
            "{file} is no longer in its folder: it was moved, deleted or replaced, or a"
            " stick was pulled out. What you entered last is not saved yet. Put it"
            " back and try again, or save a copy elsewhere."
        ),
        file=spoken_name(path),
    )


def changed_outside(path: Path) -> Problem:
    """S-124."""
    return Problem(
        "S-124",
        N_(
            "Another program changed {file} while it was open here. Nothing more is"
            " written, so that nothing is mixed up: close it and open it again."
        ),
        file=spoken_name(path),
    )


def reading_only(path: Path) -> Problem:
    """S-125."""
    return Problem(
        "S-125",
        N_("{file} is open for reading only; nothing was changed."),
        file=spoken_name(path),
    )


def closed(path: Path) -> Problem:
    """S-126."""
    return Problem(
        "S-126",
        N_("{file} was closed in the meantime. Open it again; nothing was changed."),
        file=spoken_name(path),
    )


def unsafe(path: Path, setting: str) -> Problem:
    """S-127."""
    return Problem(
        "S-127",
        N_(
            "{file} cannot be written safely here: the database does not accept the"
            " setting {setting}. Copy it to a folder on this computer's own disk."
        ),
        file=spoken_name(path),
        setting=setting,
    )


def is_full(error: "sqlite3.Error", path: Path) -> bool:
    """Whether *error* means that the disk is full.

    Some media tell it only when data is flushed, as a plain input/output error; then
    the free space decides.
    """
    code = _code(error)
    if code == _FULL:
        return True
    if code != _IOERR:
        return False
    try:
        return shutil.disk_usage(path.parent).free < _NO_ROOM
    except OSError:
        return False


def reading() -> tuple[type[Exception], ...]:
    """Return what reading a damaged file can raise.

    Python decodes SQLite's own messages, and those quote a broken file.
    """
    import sqlite3

    return sqlite3.Error, UnicodeDecodeError


def opening(error: Exception, path: Path) -> Problem:
    """Return the problem for an error of SQLite while opening or reading."""
    code = _CORRUPT if isinstance(error, UnicodeDecodeError) else _code(error)
    if code in (_BUSY, _LOCKED):
        return busy(path)
    if code == _NOT_A_DATABASE:
        return not_a_database(path)
    if code == _READONLY:
        return not_writable(path)
    if code == _CORRUPT:
        return damaged(path)
    return unreadable(path, str(error))


def writing(error: "sqlite3.Error", path: Path) -> Problem:
    """Return the problem for an error of SQLite while saving."""
    code = _code(error)
    if is_full(error, path):
        return full(path)
    if code in (_BUSY, _LOCKED):
        return busy(path)
    if not path.parent.is_dir():
        return vanished(path)
    if code == _READONLY:
        return not_writable(path)
    return write_failed(path, str(error))


def _code(error: Exception) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & _PRIMARY
