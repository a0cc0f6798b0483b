"""What is told when a consultation's file cannot be opened, read or written."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.files import FileFault
from spf_assess.model import N_, Problem

if TYPE_CHECKING:
    import sqlite3

# SQLite's primary result codes; here so that importing this module loads no SQLite.
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT = 5, 6, 8, 10, 11
_FULL, _CANTOPEN, _NOT_A_DATABASE = 13, 14, 26
_PRIMARY = 0xFF
_NO_ROOM = 256 * 1024


missing = FileFault(
    "S-101",
    N_(
        "{file} is not there. It may have been moved, renamed or deleted, or be on a"
        " USB stick that is not plugged in. Choose the file again."
    ),
)

folder = FileFault(
    "S-102", N_("{file} is a folder. Choose the file of a consultation (.spfa).")
)

empty = FileFault(
    "S-103",
    N_(
        "{file} is empty: it was not copied to the end, or the disk failed. Copy it"
        " again from where it came from, or go back to a backup."
    ),
)

not_a_database = FileFault(
    "S-104",
    N_(
        "{file} is not the file of a consultation, or its beginning is destroyed."
        " Choose a file that ends in .spfa, or go back to a backup of it."
    ),
)

foreign = FileFault(
    "S-105",
    N_(
        "{file} was made by another program: it is a database, but not of a"
        " consultation. Nothing was changed in it; choose a file that ends in"
        " .spfa."
    ),
)

in_use = FileFault(
    "S-106",
    N_(
        "{file} is already open in another window or by another person. Close it"
        " there, then open it here."
    ),
)

busy = FileFault(
    "S-107",
    N_(
        "Another program (a backup, a virus scanner, a database browser) keeps"
        " {file} locked. Wait a moment or close that program, then try again."
    ),
)

not_writable = FileFault(
    "S-108",
    N_(
        "{file} cannot be written where it is: the disk, USB stick or folder is"
        " read-only. Copy it to a folder of your own and open the copy, or open it"
        " for reading only."
    ),
)

unreadable = FileFault(
    "S-109",
    N_(
        "{file} cannot be opened ({reason}). Copy it to a folder of your own and"
        " try again."
    ),
)

# why the file was opened for reading only
newer = FileFault(
    "S-110",
    N_(
        "{file} was made by a newer version of this program. It is shown for"
        " reading only and nothing in it can be changed; install the newer version"
        " to work on it."
    ),
)

# why the file was opened for reading only
damaged = FileFault(
    "S-111",
    N_(
        "{file} is damaged. What can still be read is shown, for reading only."
        " Go back to a backup, or save what is readable into a new file."
    ),
)

# why the file cannot even be shown
ruined = FileFault(
    "S-129",
    N_(
        "{file} is so badly damaged that it cannot be shown. Nothing was changed in it."
        " Go back to a backup; packets that came in since can be imported there again."
    ),
)

exists = FileFault(
    "S-120",
    N_(
        "There is already a file {file} in that folder, and it is never"
        " overwritten. Choose another name, or open that file."
    ),
)

full = FileFault(
    "S-121",
    N_(
        "There is no space left on the disk for {file}. What you entered last is"
        " not saved yet; everything before is. Free some space and try again, or"
        " save a copy to another disk."
    ),
)

write_failed = FileFault(
    "S-122",
    N_(
        "{file} could not be written ({reason}). What you entered last is not saved"
        " yet; everything before is. Try again, or save a copy to another disk."
    ),
)

vanished = FileFault(
    "S-123",
    N_(
        "{file} is no longer in its folder: it was moved, deleted or replaced, or a"
        " USB stick was removed. What you entered last is not saved yet. Put it back"
        " and try again, or save a copy elsewhere."
    ),
)

changed_outside = FileFault(
    "S-124",
    N_(
        "Another program changed {file} while it was open here. Nothing more is"
        " written, so that nothing is mixed up: close it and open it again."
    ),
)

reading_only = FileFault(
    "S-125",
    N_(
        "{file} is open for reading only; nothing was changed. Close it and open it"
        " again to change it, or work in a copy."
    ),
)

closed = FileFault(
    "S-126",
    N_("{file} was closed in the meantime. Open it again; nothing was changed."),
)

unsafe = FileFault(
    "S-127",
    N_(
        "{file} cannot be written safely here: the database does not accept the"
        " setting {setting}. Copy it to a folder on this computer's own disk."
    ),
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
        return ruined(path)
    return unreadable(path, reason=str(error))


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
    return write_failed(path, reason=str(error))


def _code(error: Exception) -> int:
    code: int = getattr(error, "sqlite_errorcode", 0)
    return code & _PRIMARY
