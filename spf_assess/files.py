"""Whole files or none: every output is written aside, re-read, then put in place."""

import errno
import hashlib
import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from spf_assess.model.problem import N_, Problem

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_FOLDER = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO})
_NOT_ALLOWED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_UNSUPPORTED = frozenset({errno.EINVAL, errno.ENOTSUP, errno.ENOSYS})
_PREFIX_LETTERS = 30  # a name may be long already; the temporary one is longer


def read_limited(path: Path, most: int) -> bytes:
    """Return a file's bytes, refusing one that is larger than *most* before reading it.

    Raises:
        Problem: F-101 missing, F-102 unreadable, F-103 too large, F-104 no ordinary
            file (a folder, a device), F-105 not allowed.
    """
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            raise _not_a_file(path)
        if found.st_size > most:
            raise _too_large(path, most)
        with path.open("rb") as stream:
            data = stream.read(most + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise Problem(
            "F-101",
            N_("{file} is not there any more. Choose the file again."),
            file=spoken_name(path),
        ) from None
    except OSError as error:
        raise _unreadable(error, path) from error
    if len(data) > most:  # it grew since it was measured
        raise _too_large(path, most)
    return data


def write_atomically(path: Path, data: bytes) -> str:
    """Write *data* to *path* whole or not at all, and return its SHA-256 in hex.

    The bytes go to a temporary file beside the target, are synced, read back from the
    disk and compared, then moved over the target; the folder is synced before and after
    the move. On any failure but F-115 the old file stays as it was; the temporary file
    is removed always.

    Raises:
        Problem: F-110 no space, F-111 the folder is gone, F-112 not allowed, F-113 any
            other failure, F-114 the medium returned other bytes than were written,
            F-115 the new file is in place and whole, but the disk did not confirm it,
            F-116 the name is too long.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(
            prefix=f".{path.name[:_PREFIX_LETTERS]}.", dir=path.parent
        )
        temporary = Path(name)
        _fill(handle, data)
        if temporary.read_bytes() != data:
            raise _read_back_differently(path)
        with suppress(OSError):  # a stick without permissions cannot set them
            temporary.chmod(0o666 & ~_umask())
        _sync_folder(path.parent)
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise _told(error, path) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()
    try:
        _sync_folder(path.parent)
    except OSError as error:
        raise _unconfirmed(error, path) from error
    return hashlib.sha256(data).hexdigest()


def make_folder(path: Path) -> None:
    """Make a folder where there is none yet.

    Raises:
        Problem: F-110 to F-113, F-116 it cannot be made.
    """
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise _told(error, path) from error


def spoken_name(path: Path) -> str:
    """Return a file's name as it can be shown: undecodable bytes become �."""
    return os.fsencode(path.name).decode("utf-8", "replace")


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


def _unreadable(error: OSError, path: Path) -> Problem:
    if error.errno in _NOT_ALLOWED:
        return Problem(
            "F-105",
            N_(
                "You are not allowed to read {file}. Ask its owner for a copy that you"
                " may read."
            ),
            file=spoken_name(path),
        )
    return Problem(
        "F-102",
        N_("{file} cannot be read ({reason}). Copy it to this computer and try again."),
        file=spoken_name(path),
        reason=_reason(error),
    )


def _not_a_file(path: Path) -> Problem:
    return Problem(
        "F-104",
        N_("{file} is not an ordinary file. Choose a file."),
        file=spoken_name(path),
    )


def _too_large(path: Path, most: int) -> Problem:
    return Problem(
        "F-103",
        N_(
            "{file} is larger than {most} kilobytes, which no such file can be."
            " Check that it is the right file."
        ),
        file=spoken_name(path),
        most=most // 1024,
    )


def _read_back_differently(path: Path) -> Problem:
    return Problem(
        "F-114",
        N_(
            "{file} was written, but reads back differently: the disk or stick is"
            " failing. Nothing was replaced; save to another place."
        ),
        file=spoken_name(path),
    )


def _unconfirmed(error: OSError, path: Path) -> Problem:
    return Problem(
        "F-115",
        N_(
            "{file} is written and whole, but the disk did not confirm it ({reason})."
            " Save another copy elsewhere before you switch off or pull the stick."
        ),
        file=spoken_name(path),
        reason=_reason(error),
    )


def _told(error: OSError, path: Path) -> Problem:
    file = spoken_name(path)
    if error.errno in _NO_SPACE:
        return Problem(
            "F-110",
            N_(
                "There is no space left to write {file}. Free some space or choose"
                " another place; nothing was changed."
            ),
            file=file,
        )
    if error.errno in _NO_FOLDER:
        return Problem(
            "F-111",
            N_(
                "The folder for {file} is not there any more (was a stick removed?)."
                " Choose another folder; nothing was changed."
            ),
            file=file,
        )
    if error.errno in _NOT_ALLOWED:
        return Problem(
            "F-112",
            N_(
                "You are not allowed to write {file} there. Choose another folder;"
                " nothing was changed."
            ),
            file=file,
        )
    if error.errno == errno.ENAMETOOLONG:
        return Problem(
            "F-116",
            N_("The name {file} is too long. Choose a shorter one."),
            file=file,
        )
    return Problem(
        "F-113",
        N_(
            "{file} could not be written ({reason}). Choose another place; nothing"
            " was changed."
        ),
        file=file,
        reason=_reason(error),
    )


def _reason(error: OSError) -> str:
    """Return the system's own short name (EIO), which is the same in every language."""
    return errno.errorcode.get(error.errno or 0, error.__class__.__name__)
