"""Whole files or none: every output is written aside, re-read, then put in place."""

import errno
import hashlib
import os
import re
import stat
import tempfile
import unicodedata
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from spf_assess.model.problem import N_, Problem

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_FOLDER = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})
_KILO = 1024
_PREFIX_LETTERS = 30  # a name may be long already; the temporary one is longer
_DATABASE = b"SQLite format 3\0"  # how a consultation's file begins


class FileFault(NamedTuple):
    """What is told when something cannot be done with a file: a code and a sentence.

    Called with the file, and with the other facts of the sentence, it is the Problem.
    """

    code: str
    says: str

    def __call__(self, path: Path, **facts: object) -> Problem:
        """Return the Problem; the sentence names the file as ``{file}``."""
        return Problem(self.code, self.says, file=spoken_name(path), **facts)


def read_limited(path: Path, most: int) -> bytes:
    """Return a file's bytes, refusing one that is larger than *most* before reading it.

    Raises:
        Problem: F-101 missing, F-102 unreadable, F-103 too large, F-104 no ordinary
            file (a folder, a device), F-105 not allowed.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise _NOT_A_FILE(path)
        if found.st_size > most:
            raise _TOO_LARGE(path, most=most // _KILO)
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise _MISSING(path) from None
    except OSError as error:
        raise _unreadable(error, path) from error
    if len(data) > most:  # it grew since it was measured
        raise _TOO_LARGE(path, most=most // _KILO)
    return data


def write_atomically(path: Path, data: bytes) -> str:
    """Write *data* to *path* whole or not at all, and return its SHA-256 in hex.

    The bytes go to a temporary file beside the target, are synced, read back from the
    disk and compared, then moved over the target; the folder is synced before and after
    the move. On any failure but F-115 the old file stays as it was; the temporary file
    is removed always. A consultation's file is replaced only by one of its kind: a
    report called by mistake like the consultation would be all that is left of it.

    Raises:
        Problem: F-110 no space, F-111 the folder is gone, F-112 not allowed, F-113 any
            other failure, F-114 the medium returned other bytes than were written,
            F-115 the new file is in place and whole, but the disk did not confirm it,
            F-116 the name is too long, F-117 it is a folder, F-118 it is a
            consultation.
    """
    _check_target(path, data)
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(
            prefix=f".{path.name[:_PREFIX_LETTERS]}.", dir=path.parent
        )
        temporary = Path(name)
        _fill(handle, data)
        if temporary.read_bytes() != data:
            raise _READ_BACK_DIFFERENTLY(path)
        with suppress(OSError):  # a stick without permissions cannot set them
            temporary.chmod(0o666 & ~_umask())
        _sync_folder(path.parent)
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise _unwritten(error, path) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()
    try:
        _sync_folder(path.parent)
    except OSError as error:
        raise _UNCONFIRMED(path, reason=_reason(error)) from error
    return hashlib.sha256(data).hexdigest()


def make_folder(path: Path) -> None:
    """Make a folder where there is none yet.

    Raises:
        Problem: F-110 to F-113, F-116 it cannot be made.
    """
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise _unwritten(error, path) from error


def file_stem(title: str) -> str:
    """Return a file's name that any system takes: ``consultation-nationale-2026``."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.lower())
    return "-".join(words)[:60].rstrip("-") or "consultation"


def spoken_name(path: Path) -> str:
    """Return a file's name as it can be shown: undecodable bytes become �."""
    return os.fsencode(path.name).decode("utf-8", "replace")


def _check_target(path: Path, data: bytes) -> None:
    """Refuse what must not be replaced."""
    if os.path.isdir(path):  # noqa: PTH112 - a name too long for the disk is none
        raise _IS_A_FOLDER(path.absolute())
    if data.startswith(_DATABASE):
        return
    with suppress(OSError), path.open("rb") as there:
        if there.read(len(_DATABASE)) == _DATABASE:
            raise _IS_A_CONSULTATION(path)


def _fill(handle: int, data: bytes) -> None:
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
        if hasattr(os, "posix_fadvise"):
            # So that reading back asks the medium, not the memory.
            with suppress(OSError):
                os.posix_fadvise(stream.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # a folder cannot be opened for syncing there
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _UNSUPPORTED:  # network shares cannot sync folders
            raise
    finally:
        os.close(handle)


_MISSING = FileFault(
    "F-101", N_("{file} is not there any more. Choose the file again.")
)
_UNREADABLE = FileFault(
    "F-102",
    N_("{file} cannot be read ({reason}). Copy it to this computer and try again."),
)
_TOO_LARGE = FileFault(
    "F-103",
    N_(
        "{file} is larger than {most} kilobytes, which no such file can be. Check that"
        " it is the right file."
    ),
)
_NOT_A_FILE = FileFault("F-104", N_("{file} is not an ordinary file. Choose a file."))
_NOT_TO_BE_READ = FileFault(
    "F-105",
    N_(
        "You are not allowed to read {file}. Ask its owner for a copy that you may"
        " read."
    ),
)
_FULL = FileFault(
    "F-110",
    N_(
        "There is no space left to write {file}. Free some space or choose another"
        " place; nothing was changed."
    ),
)
FOLDER_GONE = FileFault(
    "F-111",
    N_(
        "The folder for {file} is not there any more (was a USB stick removed?)."
        " Choose another folder; nothing was changed."
    ),
)
_NOT_TO_BE_WRITTEN = FileFault(
    "F-112",
    N_(
        "You are not allowed to write {file} there. Choose another folder; nothing was"
        " changed."
    ),
)
_NOT_WRITTEN = FileFault(
    "F-113",
    N_(
        "{file} could not be written ({reason}). Choose another place; nothing was"
        " changed."
    ),
)
_READ_BACK_DIFFERENTLY = FileFault(
    "F-114",
    N_(
        "{file} was written, but reads back differently: the disk or USB stick is"
        " failing. Nothing was replaced; save to another place."
    ),
)
_UNCONFIRMED = FileFault(
    "F-115",
    N_(
        "{file} is written and whole, but the disk did not confirm it ({reason})."
        " Save another copy elsewhere before you switch off or remove the USB stick."
    ),
)
_NAME_TOO_LONG = FileFault(
    "F-116", N_("The name {file} is too long. Choose a shorter one.")
)
_IS_A_FOLDER = FileFault(
    "F-117",
    N_("{file} is a folder. Name a file to write in it; nothing was changed."),
)
_IS_A_CONSULTATION = FileFault(
    "F-118",
    N_(
        "{file} is a consultation, and no other kind of file takes its place. Choose"
        " another name; nothing was changed."
    ),
)


def _unreadable(error: OSError, path: Path) -> Problem:
    if error.errno in _NOT_ALLOWED:
        return _NOT_TO_BE_READ(path)
    return _UNREADABLE(path, reason=_reason(error))


def _unwritten(error: OSError, path: Path) -> Problem:
    if error.errno in _NO_SPACE:
        return _FULL(path)
    if error.errno in _NO_FOLDER:
        return FOLDER_GONE(path)
    if error.errno in _NOT_ALLOWED:
        return _NOT_TO_BE_WRITTEN(path)
    if error.errno == errno.ENAMETOOLONG:
        return _NAME_TOO_LONG(path)
    return _NOT_WRITTEN(path, reason=_reason(error))


def _reason(error: OSError) -> str:
    """Return the system's own short name (EIO), which is the same in every language."""
    return errno.errorcode.get(error.errno or 0, error.__class__.__name__)
