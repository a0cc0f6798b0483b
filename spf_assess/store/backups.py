"""Verified copies of a consultation's file, kept beside it and thinned (R-107).

They lie in the folder ``NAME.backups`` beside ``NAME.spfa``: where the file is, its
copies are, and whoever takes it away or deletes it finds them. None is kept elsewhere
on a computer that others use too. Each is a whole consultation's file of its own.
"""

import os
import re
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from spf_assess.files import FileFault, make_folder, write_atomically
from spf_assess.model import N_, Problem

if TYPE_CHECKING:
    from spf_assess.store.database import Database

ENDING = ".backups"
OPENED, REGULAR, IMPORT, MERGE, UNDO, RESTORE, STICK = (
    "opened",
    "regular",
    "import",
    "merge",
    "undo",
    "restore",
    "stick",
)
REASONS = (OPENED, REGULAR, IMPORT, MERGE, UNDO, RESTORE, STICK)
EVERY = timedelta(minutes=30)
PAUSE = timedelta(hours=24)

_STAMP = "%Y-%m-%dT%H%M%SZ"
_NAMED = re.compile(r"(?P<stem>.*) (?P<at>\d{4}-\d\d-\d\dT\d{6}Z) (?P<why>[a-z]+)\Z")
_PAUSED = "paused"
_PENDING = ".pending"
_ROOM_LEFT = 8 * 1024 * 1024
_STEP_PAGES = 2000
_HEADER_BYTES = 100
_LATEST_KEPT, _LEAST_KEPT = 6, 3
_BEFORE_KEPT = timedelta(days=7)
_MOST_BYTES = 512 * 1024 * 1024
# Of each hour (day, week) within so long a time the last copy is kept.
_THINNED = (
    (timedelta(days=1), "%Y-%m-%d %H"),
    (timedelta(days=14), "%Y-%m-%d"),
    (timedelta(days=60), "%G-%V"),
)

no_room = FileFault(
    "S-130",
    N_(
        "There is too little space beside {file} for a backup of it. Work goes on and"
        " is saved; free some space so that backups are made again."
    ),
)
unsound = FileFault(
    "S-131",
    N_(
        "A backup of {file} did not read back as it was written and was removed. Save"
        " a copy to another disk now: this one may be failing."
    ),
)
no_backup = FileFault(
    "S-132",
    N_(
        "There is no backup of {file} that can be relied upon. Open a copy from"
        " another disk, or save what is readable (salvage)."
    ),
)


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: its file, when it was made (ISO 8601, UTC), and why."""

    path: Path
    made_at: str
    why: str

    @property
    def moment(self) -> datetime:
        """When it was made."""
        return datetime.fromisoformat(self.made_at)


def folder_of(path: Path) -> Path:
    """Return the folder with the backups of *path*."""
    return path.with_name(path.stem + ENDING)


def list_backups(path: Path) -> tuple[Backup, ...]:
    """Return the backups of *path*, newest first; unchecked ones are not among them."""
    found = []
    with suppress(OSError):
        for one in folder_of(path).iterdir():
            named = _NAMED.match(one.stem)
            if named is None or one.suffix != path.suffix:
                continue
            with suppress(ValueError):
                at = datetime.strptime(named["at"], _STAMP).replace(tzinfo=UTC)
                found.append(Backup(one, _iso(at), named["why"]))
    return tuple(sorted(found, key=lambda one: one.path.name, reverse=True))


def may_have(path: Path) -> bool:
    """Whether *path* is a file of which backups are made: not one of them itself."""
    return path.parent.suffix != ENDING


def is_due(path: Path, begun_at: str, now: datetime | None = None) -> bool:
    """Whether it is time for a backup: changed, and half an hour since the last one.

    A file that was begun less than half an hour ago has none yet and needs none; after
    a restore there is a pause, so that no copy from before it makes way meanwhile.
    """
    at = now or _now()
    if not may_have(path) or is_paused(path, at):
        return False
    there = list_backups(path)
    with suppress(OSError, ValueError):
        last = there[0].moment if there else datetime.fromisoformat(begun_at)
        return abs(at - last) >= EVERY and _changed_since(_latest(path), there)
    return False


def _changed_since(path: Path, there: Sequence[Backup]) -> bool:
    """Whether *path* was written after its newest backup was taken.

    A backup carries the time of the file it was taken from.
    """
    if not there:
        return True
    return path.stat().st_mtime_ns != there[0].path.stat().st_mtime_ns


def is_paused(path: Path, now: datetime | None = None) -> bool:
    """Whether backups are paused after a restore; those before a change are made."""
    with suppress(OSError, ValueError):
        text = (folder_of(path) / _PAUSED).read_text("ascii").strip()
        since = (now or _now()) - datetime.fromisoformat(text)
        return timedelta() <= since < PAUSE
    return False


def pause(path: Path) -> None:
    """Let backups rest for a day, so that a restore can be taken back in peace."""
    with suppress(OSError):
        text = _iso(_now())
        (folder_of(path) / _PAUSED).write_text(text, "ascii")


def set_aside(database: "Database", why: str) -> bool:
    """Keep the open file as it stands, unchecked; ``finish`` makes a backup of it.

    It takes about a thousandth of a second a megabyte, and waits for no disk.

    Returns:
        Whether there is anything to finish: nothing, if nothing changed since the last.

    Raises:
        Problem: S-130 there is no room, F-11x it cannot be written; nothing is kept.
    """
    path = database.home
    there = list_backups(path)
    with suppress(OSError):
        if not may_have(path) or (there and not _changed_since(database.path, there)):
            return False
    written = _written(database.path)
    data = database.connection.serialize()
    _check_room(path, len(data))
    make_folder(folder_of(path))
    aside = folder_of(path) / f"{_name(path, why, _now())}{_PENDING}"
    try:
        aside.write_bytes(data)
        os.utime(aside, ns=(written, written))
    except OSError as error:
        with suppress(OSError):
            aside.unlink()
        raise no_room(path) from error
    return True


def finish(path: Path) -> None:
    """Make backups of what was set aside.

    Raises:
        Problem: as ``make``.
    """
    for aside in sorted(folder_of(path).glob(f"*{_PENDING}")):
        named = _NAMED.match(aside.stem)
        try:
            if named is not None:
                at = datetime.strptime(named["at"], _STAMP).replace(tzinfo=UTC)
                _keep(path, named["why"], at, aside.read_bytes(), _written(aside))
        except FileNotFoundError:  # another one was quicker
            continue
        finally:
            with suppress(OSError):
                aside.unlink()
    if not is_paused(path):
        thin(path)


def make(path: Path, why: str) -> Backup | None:
    """Make a backup of *path* and verify it: opened, structure, every row's hash.

    The file may be open and written to meanwhile; a save then waits for no more than
    some thousandths of a second.

    Returns:
        The backup, or the last one where nothing changed since; None for a backup's own
        file.

    Raises:
        Problem: S-101 to S-109 the file cannot be read, S-130 no room, S-131 it is not
            sound, F-11x it cannot be written. Nothing is left of it then.
    """
    if not may_have(path):
        return None
    working = _latest(path)
    written, data = _written(working), copied(working)
    there = list_backups(path)
    if there and _same(there[0].path, data):
        return there[0]
    made = _keep(path, why, _now(), data, written)
    if not is_paused(path):
        thin(path)
    return made


def copied(path: Path) -> bytes:
    """Return a file's bytes as of one moment, through SQLite's own way of copying."""
    from spf_assess.store.place import look_at
    from spf_assess.store.snapshot import snapshot

    look_at(path)
    connection = snapshot(path, pages=_STEP_PAGES)
    try:
        return connection.serialize()
    finally:
        connection.close()


def is_sound(path: Path) -> bool:
    """Whether a file opens, its structure holds and every row is as it was written."""
    from spf_assess.store import faults
    from spf_assess.store.damage import examine
    from spf_assess.store.place import look_at
    from spf_assess.store.schema import VERSION
    from spf_assess.store.snapshot import snapshot

    try:
        version = look_at(path)
        connection = snapshot(path)
    except Problem:
        return False
    try:
        return version <= VERSION and not examine(connection, version).problems
    except faults.reading():
        return False
    finally:
        connection.close()


def thin(path: Path, now: datetime | None = None) -> None:
    """Remove backups that later ones make superfluous."""
    at = now or _now()
    there = list_backups(path)
    kept = set(there[:_LATEST_KEPT])
    for within, hour in _THINNED:
        last: dict[str, Backup] = {}
        for one in there:
            if at - one.moment <= within:
                last.setdefault(one.moment.strftime(hour), one)
        kept.update(last.values())
    kept.update(
        one
        for one in there
        if one.why not in (OPENED, REGULAR) and at - one.moment <= _BEFORE_KEPT
    )
    total = 0
    for number, one in enumerate(there):
        with suppress(OSError):
            total += one.path.stat().st_size
            if one not in kept or (total > _MOST_BYTES and number >= _LEAST_KEPT):
                one.path.unlink()


def keep_as_it_is(path: Path, data: bytes, why: str = RESTORE) -> Path:
    """Keep bytes that are replaced, sound or not.

    Raises:
        Problem: F-11x they cannot be kept.
    """
    make_folder(folder_of(path))
    target = _free_name(path, why, _now())
    write_atomically(target, data)
    return target


def _keep(path: Path, why: str, at: datetime, data: bytes, written: int) -> Backup:
    _check_room(path, len(data))
    make_folder(folder_of(path))
    target = _free_name(path, why, at)
    write_atomically(target, data)
    with suppress(OSError):  # as open to others as the file itself, no more
        shutil.copymode(path, target)
        os.utime(target, ns=(written, written))
    if not is_sound(target):
        with suppress(OSError):
            target.unlink()
        raise unsound(path)
    return Backup(target, _iso(at), why)


def _free_name(path: Path, why: str, at: datetime) -> Path:
    """Return a name that is not taken: one of the seconds to come, if need be."""
    while True:
        target = folder_of(path) / f"{_name(path, why, at)}{path.suffix}"
        if not target.exists():
            return target
        at += timedelta(seconds=1)


def _name(path: Path, why: str, at: datetime) -> str:
    return f"{path.stem} {at.strftime(_STAMP)} {why}"


def _latest(path: Path) -> Path:
    """Return where the latest state of a file of elsewhere is."""
    from spf_assess.store.visiting import latest

    return latest(path)


def _written(path: Path) -> int:
    """Return when a file was written, in nanoseconds; 0 where that is not known."""
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0


def _now() -> datetime:
    return datetime.now(UTC)


def _check_room(path: Path, size: int) -> None:
    with suppress(OSError):
        if shutil.disk_usage(path.parent).free < 2 * size + _ROOM_LEFT:
            raise no_room(path)


def _same(path: Path, data: bytes) -> bool:
    with suppress(OSError):
        return path.stat().st_size == len(data) and same(path.read_bytes(), data)
    return False


def same(one: bytes, other: bytes) -> bool:
    """Whether two files hold the same; copying changes counters in the header."""
    return one[_HEADER_BYTES:] == other[_HEADER_BYTES:]


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
