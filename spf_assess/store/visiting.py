"""Working on a file of a stick or a share: in a copy on this computer (R-110).

A stick can be pulled out between two writes, and a share has no reliable locks. So the
file is copied to a folder of this computer, verified, worked on there, and brought back
at save points and on closing: written aside, read back, then put in place. The copy is
removed once everything is back. Until then it stays, and the next opening goes on with
it, whether the stick is there or not.
"""

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.files import FileFault, make_folder, write_atomically
from spf_assess.model import N_, Problem
from spf_assess.store import backups, faults
from spf_assess.store.place import hold, let_go, look_at
from spf_assess.store.whereabouts import Whereabouts, whereabouts

if TYPE_CHECKING:
    from filelock import BaseFileLock

_NOTE, _GUARD = "note.json", "visit"
_NO_LOCKS = "S-109"
_HEADER_BYTES = 100

nowhere = FileFault(
    "S-133",
    N_(
        "{file} lies on a USB stick or a network share, and no folder of this"
        " computer's own disk can be found to work in. Copy it to this computer and"
        " open the copy."
    ),
)
not_brought_back = FileFault(
    "S-134",
    N_(
        "{file} could not be brought back to its USB stick or network share. Everything"
        " that was saved is kept on this computer: plug the stick in again and open"
        " the file here."
    ),
)
away = FileFault(
    "S-135",
    N_(
        "The USB stick or network share with {file} is not there. You go on in the copy"
        " on this computer, which holds everything that was saved here; plug the stick"
        " in again before you close."
    ),
)
gone_on = FileFault(
    "S-136",
    N_(
        "{file} was not brought back to its USB stick or network share the last time."
        " The copy on this computer, with everything that was saved, is open; it is"
        " brought back now. Check the last answers."
    ),
)
both_changed = FileFault(
    "S-137",
    N_(
        "{file} was changed both on its USB stick or network share and on this"
        " computer. Nothing was mixed up: the file there stays as it is, and what was"
        " saved here is kept among its backups as {kept}. Open that one to compare."
    ),
)
visited = FileFault(
    "S-138",
    N_(
        "{file} lies on a USB stick or a network share. You work in a copy on this"
        " computer; it is brought back every few minutes and on closing. Close the"
        " file here before you take the stick out."
    ),
)


@dataclass(slots=True)
class Visit:
    """One file of elsewhere, open here.

    Attributes:
        home: where it belongs.
        working: the copy on this computer.
        news: what the person is to be told.
    """

    home: Path
    working: Path
    locks: "list[tuple[Path, BaseFileLock]]"
    news: Problem | None = None

    def bring_back(self) -> None:
        """Bring what is saved so far back to where it belongs.

        Raises:
            Problem: S-134 that is not there or cannot be written, S-137 it was changed
                there meanwhile; the copy here stays in the first case.
        """
        bring_back(self.home)

    def end(self) -> None:
        """Bring everything back and leave nothing here; the file is closed already.

        Raises:
            Problem: as ``bring_back``.
        """
        try:
            bring_back(self.home)
        except Problem as problem:
            if problem.code == both_changed.code:
                _clear(self.working)
            raise
        else:
            _clear(self.working)
        finally:
            self.let_go()

    def forget(self) -> None:
        """Remove the copy here, which holds nothing that is not there."""
        _clear(self.working)

    def let_go(self) -> None:
        """Let others work on it."""
        while self.locks:
            let_go(*self.locks.pop())
        with suppress(OSError):  # an open answer sheet may lie there
            self.working.parent.rmdir()


def is_away(path: Path) -> bool:
    """Whether *path* is on a stick or a share, so that nobody works on it in place.

    So is one that is not there, if its copy was left here: the stick was pulled out.
    """
    if whereabouts(path) is not Whereabouts.HERE:
        return True
    return not path.exists() and _left(path) is not None


def latest(path: Path) -> Path:
    """Return the file that holds the latest state of *path*: the copy here, if any."""
    if not is_away(path):
        return path
    left = _left(path)
    if left is not None and (not path.exists() or _hash(path) == _base(left)):
        return left
    return path


def begin(path: Path) -> Visit:
    """Have a file of elsewhere ready to be worked on here.

    Raises:
        Problem: S-101 to S-105 it is no file of ours, S-106 open already, S-108 it
            cannot be written there, S-133 there is no place here, F-11x no room.
    """
    working = _working(path)
    visit = Visit(path, working, [])
    guard = working.with_name(_GUARD)
    visit.locks.append((guard, _guarded(guard, path)))
    try:
        if path.parent.is_dir():
            _hold_home(visit)
        _fetch(visit)
    except BaseException:
        visit.let_go()
        raise
    return visit


def begin_new(path: Path) -> Visit:
    """Have a place here for a file that is to be made elsewhere.

    Raises:
        Problem: S-106, S-120 there is one, S-133.
    """
    working = _working(path)
    if path.exists() or working.exists():
        raise faults.exists(path)
    guard = working.with_name(_GUARD)
    return Visit(path, working, [(guard, _guarded(guard, path))], visited(path))


def bring_back(path: Path) -> None:
    """Write the state of the copy here to *path*, verified, unless it changed there.

    Raises:
        Problem: S-134, S-137.
    """
    working = _left(path)
    if working is None:
        return
    data = backups.copied(working)
    try:
        there = path.read_bytes() if path.exists() else b""
        base = _base(working)
        if base and not there:  # the stick is gone, or its file: none is made anew
            raise not_brought_back(path)
        if backups.same(there, data):
            _note(working, path, _digest(there))
            return
        if there and _digest(there) != base:
            raise both_changed(path, kept=_kept(path, data))
        write_atomically(path, data)
        _note(working, path, _digest(data))
    except (OSError, Problem) as error:
        if isinstance(error, Problem) and error.code == both_changed.code:
            raise
        raise not_brought_back(path) from error


def _fetch(visit: Visit) -> None:
    """Copy the file here, unless what was saved here is newer."""
    home, working = visit.home, visit.working
    left = working.exists() and _is_ours(working)
    if not home.exists() and left:
        visit.news = away(home)
        return
    look_at(home)
    if not os.access(home, os.W_OK):
        raise faults.not_writable(home)
    there = _hash(home)
    changed = left and not backups.same(working.read_bytes(), home.read_bytes())
    if changed and there == _base(working):
        visit.news = gone_on(home)
        return
    if changed and _hash(working) != _base(working):
        kept = _kept(home, backups.copied(working))
        visit.news = both_changed(home, kept=kept)
    else:
        visit.news = visited(home)
    _clear(working)
    # An interrupted save of long ago is finished in the copy, not on the stick.
    journal = home.with_name(home.name + "-journal")
    data = backups.copied(home) if journal.exists() else home.read_bytes()
    write_atomically(working, data)
    _note(working, home, there)


def _kept(home: Path, data: bytes) -> str:
    """Keep what was saved here among the backups, once; return its name."""
    for one in backups.list_backups(home)[:1]:
        if backups.same(one.path.read_bytes(), data):
            return one.path.name
    return backups.keep_as_it_is(home, data, backups.STICK).name


def _is_ours(working: Path) -> bool:
    with suppress(Problem):
        look_at(working)
        return True
    return False


def _hold_home(visit: Visit) -> None:
    """Keep other computers away from a share; a stick is only in this one."""
    if whereabouts(visit.home) is Whereabouts.SHARE:
        try:
            visit.locks.append((visit.home, hold(visit.home)))
        except Problem as problem:
            if problem.code != _NO_LOCKS:
                raise


def _guarded(guard: Path, path: Path) -> "BaseFileLock":
    make_folder(guard.parent)
    try:
        return hold(guard)
    except Problem as problem:
        if problem.code == faults.in_use.code:
            raise faults.in_use(path) from None
        raise


def _working(path: Path) -> Path:
    """Return where the copy of *path* lies, or is to lie, on this computer."""
    return _left(path) or _room(path) / _name(path)


def _left(path: Path) -> Path | None:
    """Return the copy of *path* on this computer, if there is one."""
    for folder in _rooms():
        with suppress(OSError):
            if (folder / _name(path)).exists() and _is_mine(folder):
                return folder / _name(path)
    return None


def _name(path: Path) -> Path:
    folder = hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:16]
    return Path(folder, path.name)


def _rooms() -> list[Path]:
    """Return folders where copies may lie that outlast switching off."""
    from platformdirs import user_data_path

    wanted = [user_data_path("spf-assess", appauthor=False) / "working"]
    if os.name == "posix":
        wanted.append(Path(f"/var/tmp/spf-assess-{os.getuid()}"))  # noqa: S108
    else:
        wanted.append(Path(tempfile.gettempdir()) / "spf-assess")
    return wanted


def _room(path: Path) -> Path:
    """Return a folder on a disk of this computer in which to work.

    Raises:
        Problem: S-133 there is none.
    """
    for folder in _rooms():
        if whereabouts(folder) is not Whereabouts.HERE:
            continue
        with suppress(OSError):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if os.access(folder, os.W_OK) and _is_mine(folder):
                return folder
    raise nowhere(path)


def _is_mine(folder: Path) -> bool:
    """Whether nobody else made the folder, to look into it."""
    return os.name != "posix" or folder.stat().st_uid == os.getuid()


def _base(working: Path) -> str:
    """Return the hash of the file elsewhere as it was last read or written."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        return str(json.loads(working.with_name(_NOTE).read_bytes())["base"])
    return ""


def _note(working: Path, home: Path, base: str) -> None:
    plain = {"home": os.fsencode(home).decode("utf-8", "replace"), "base": base}
    write_atomically(working.with_name(_NOTE), json.dumps(plain).encode())


def _clear(working: Path) -> None:
    """Remove the copy here; what else is in its folder stays."""
    for name in (working.name, f"{working.name}-journal", _NOTE):
        with suppress(OSError):
            working.with_name(name).unlink()
    with suppress(OSError):
        working.parent.rmdir()


def _hash(path: Path) -> str:
    try:
        return _digest(path.read_bytes())
    except OSError:
        return ""


def _digest(data: bytes) -> str:
    """Return a hash of what a file holds; copying changes counters in its header."""
    return hashlib.sha256(data[_HEADER_BYTES:]).hexdigest()
