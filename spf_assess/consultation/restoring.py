"""Backups of a consultation's file, and going back to one (R-107)."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from spf_assess.consultation.contents import RESERVED
from spf_assess.files import FileFault, spoken_name, write_atomically
from spf_assess.model import N_, Problem
from spf_assess.store import (
    CONSULTATION,
    PACKET_BYTES,
    PACKETS,
    Database,
    backups,
    open_file,
    read_file,
)
from spf_assess.store.backups import Backup
from spf_assess.store.hashes import Row

_DIGEST, _STATE = 1, 4

other_file = FileFault(
    "C-260",
    N_(
        "{backup} is no backup of {file}: it belongs to another consultation or to"
        " somebody else. Choose one from the list of its backups; nothing was changed."
    ),
)

not_restored = FileFault(
    "C-261",
    N_(
        "The backup could not take the place of {file} ({reason}). What was there is"
        " kept among the backups; copy a backup to another folder and open it there."
    ),
)


def restore(path: Path, backup: Path) -> Path | None:
    """Put a backup in the place of the file at *path*, which is kept as it is.

    Packet numbers that were given out since stay given out: a respondent never hands
    in two different packets under one number.

    Returns:
        The copy of what was there, sound or not; None where nothing was.

    Raises:
        Problem: S-106 the file is open, S-132 the backup is not sound, C-260 it is of
            another file, C-261, F-11x or S-1xx it cannot be written; nothing was
            changed then.
    """
    from spf_assess.store.opening import hold_in
    from spf_assess.store.place import let_go

    lock = hold_in(path)
    try:
        if not backups.is_sound(backup):
            raise backups.no_backup(path)
        _check_same(path, backup)
        data = _with_given_out(path, backup)
        kept = _keep_present(path)
        # It is kept, and would undo what is written now.
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
        write_atomically(path, data)
        backups.pause(path)
    except OSError as error:
        raise not_restored(path, reason=error.strerror or str(error)) from error
    finally:
        let_go(path, lock)
    return kept


def newest_sound(path: Path) -> Backup | None:
    """Return the newest backup that is sound and differs from what there is now."""
    present = path.read_bytes() if path.is_file() else b""
    for one in backups.list_backups(path):
        with suppress(OSError):
            differs = not backups.same(one.path.read_bytes(), present)
            if differs and backups.is_sound(one.path):
                return one
    return None


def _check_same(path: Path, backup: Path) -> None:
    ours, theirs = _whose(path), _whose(backup)
    if ours and theirs and ours != theirs:
        raise other_file(path, backup=spoken_name(backup))


def _whose(path: Path) -> Row:
    """Return which consultation's file it is, and whose; nothing where unreadable."""
    try:
        with read_file(path) as opened:
            row = next(opened.rows(CONSULTATION), None)
    except Problem:
        return ()
    if row is None:
        return ()
    from spf_assess.store.records import header_of

    header, role, me = header_of(row)
    return (header.id, role.value, me)


def _keep_present(path: Path) -> Path | None:
    """Keep what stands at *path*, as far as it can be read, before it is replaced."""
    if not path.exists():
        return None
    try:
        data = backups.copied(path)
    except Problem:
        data = path.read_bytes()
        journal = path.with_name(path.name + "-journal")
        if journal.exists():
            beside = backups.keep_as_it_is(path, data)
            target = beside.with_name(beside.name + "-journal")
            write_atomically(target, journal.read_bytes())
            return beside
    return backups.keep_as_it_is(path, data)


def _given_out(path: Path, backup: Path) -> list[tuple[Row, Row | None]]:
    """Return packets that the present file or later backups have, with their bytes.

    Only of a respondent's file: a facilitator brings packets in again.
    """
    if _whose(backup)[1:2] != ("respondent",):
        return []
    found: dict[str, tuple[Row, Row | None]] = {}
    later = [one.path for one in backups.list_backups(path) if one.path != backup]
    with read_file(backup) as old:
        known = {str(row[_DIGEST]) for row in old.rows(PACKETS)}
    for one in (path, *later):
        with suppress(Problem), read_file(one) as opened:
            held = {row[0]: row for row in opened.rows(PACKET_BYTES)}
            for row in opened.rows(PACKETS):
                if str(row[_DIGEST]) not in known:
                    found.setdefault(str(row[_DIGEST]), (row, held.get(row[0])))
    return list(found.values())


def _with_given_out(path: Path, backup: Path) -> bytes:
    """Return a backup's bytes, with the packet numbers that were given out since."""
    data = backup.read_bytes()
    packets = _given_out(path, backup)
    if not packets:
        return data
    with TemporaryDirectory(prefix=".", dir=backup.parent) as folder:
        aside = Path(folder) / backup.name
        write_atomically(aside, data)
        with open_file(aside) as opened:
            _give_out(opened, packets)
        return aside.read_bytes()


def _give_out(opened: Database, packets: list[tuple[Row, Row | None]]) -> None:
    last = max((int(row[0]) for row in opened.rows(PACKETS)), default=0)

    def work() -> None:
        for number, (row, data) in enumerate(packets, start=last + 1):
            values = list(row)
            values[0], values[_STATE] = number, RESERVED
            opened.put(PACKETS, *values)
            if data is not None:
                opened.put(PACKET_BYTES, number, data[1])

    opened.write(work)
