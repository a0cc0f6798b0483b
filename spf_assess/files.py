"""Whole files or none: every output is written aside, re-read, then put in place."""

import hashlib
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from spf_assess.model.problem import N_, Problem


def read_limited(path: Path, most: int) -> bytes:
    """Return a file's bytes, refusing one that is larger than *most* before reading it.

    Raises:
        Problem: F-101 missing, F-102 unreadable, F-103 too large.
    """
    try:
        size = path.stat().st_size
        if size > most:
            raise Problem(
                "F-103",
                N_(
                    "{file} is larger than {most} kilobytes, which no such file can be."
                    " Check that it is the right file."
                ),
                file=path.name,
                most=most // 1024,
            )
        with path.open("rb") as stream:
            return stream.read(most + 1)[: most + 1]
    except FileNotFoundError:
        raise Problem(
            "F-101",
            N_("{file} is not there any more. Choose the file again."),
            file=path.name,
        ) from None
    except OSError as error:
        raise Problem(
            "F-102",
            N_(
                "{file} cannot be read ({reason}). Copy it to this computer and try"
                " again."
            ),
            file=path.name,
            reason=error.strerror or error.__class__.__name__,
        ) from error


def write_atomically(path: Path, data: bytes) -> str:
    """Write *data* to *path* whole or not at all, and return its SHA-256 in hex.

    The bytes go to a temporary file beside the target, are synced, read back and
    compared, then moved over the target; the folder is synced last. On any failure the
    old file stays as it was and the temporary file is removed.

    Raises:
        Problem: F-110 no space, F-111 the folder is gone, F-112 not allowed, F-113 any
            other failure, F-114 the medium returned other bytes than were written.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        _compare(temporary, path, data)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
        temporary = None
        _sync_folder(path.parent)
    except OSError as error:
        raise _told(error, path) from error
    finally:
        if temporary is not None:
            with suppress(OSError):
                temporary.unlink()
    return hashlib.sha256(data).hexdigest()


def _compare(written: Path, path: Path, data: bytes) -> None:
    if written.read_bytes() != data:
        raise Problem(
            "F-114",
            N_(
                "{file} was written, but reads back differently: the disk or stick is"
                " failing. Nothing was replaced; save to another place."
            ),
            file=path.name,
        )


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
    finally:
        os.close(handle)


def _told(error: OSError, path: Path) -> Problem:
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return Problem(
            "F-110",
            N_(
                "There is no space left to write {file}. Free some space or choose"
                " another place; nothing was changed."
            ),
            file=path.name,
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return Problem(
            "F-111",
            N_(
                "The folder for {file} is not there any more (was a stick removed?)."
                " Choose another folder; nothing was changed."
            ),
            file=path.name,
        )
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Problem(
            "F-112",
            N_(
                "You are not allowed to write {file} there. Choose another folder;"
                " nothing was changed."
            ),
            file=path.name,
        )
    return Problem(
        "F-113",
        N_(
            "{file} could not be written ({reason}). Choose another place; nothing"
            " was changed."
        ),
        file=path.name,
        reason=error.strerror or error.__class__.__name__,
    )
