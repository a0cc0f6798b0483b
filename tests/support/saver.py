"""A program to be killed: it saves, imports, merges …, and says what is done.

    python saver.py answers FILE ATTEMPTS
    python saver.py import FILE PACKET...
    python saver.py hand-in FILE FOLDER ATTEMPTS
    python saver.py merge FILE OTHER
    python saver.py export FILE OUT ATTEMPTS
    python saver.py open FILE
    python saver.py backup FILE
    python saver.py restore FILE BACKUP
    python saver.py write FILE BYTES ATTEMPTS

A line on stdout is an acknowledgement: what it names was told to the person as saved.
SAVER_PLAIN=1 writes files in place (the control of ``write``).
With SAVER_JOURNAL=OFF the rollback journal is off (the control: then kills do harm).
With SAVER_ROOM=BYTES the process is killed by the first write beyond that many bytes.
"""

import json
import os
import resource
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from support.miniature import miniature
from support.offices import rated

from spf_assess.consultation import Consultation
from spf_assess.consultation.restoring import restore
from spf_assess.files import write_atomically
from spf_assess.model import Problem
from spf_assess.store import backups
from spf_assess.store.opening import PRAGMAS

ITEMS = ("3a.1", "3b.1", "5a.1")


def comment(number: int) -> str:
    """Return the comment saved at a turn; its length goes up and down."""
    return f"{number} " + "é" * (number * 397 % 3000)


def acknowledge(word: object) -> None:
    """Tell the parent at once that something is saved."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def save_answers(mine: Consultation, attempts: int) -> None:
    """Save one answer after another, an undo now and then."""
    me = mine.me().id
    for number in range(attempts):
        item = ITEMS[number % len(ITEMS)]
        answer = rated(item, 1 + number % 4, comment=comment(number))
        try:
            mine.answer(me, answer)
        except Problem as problem:  # told to the person, who tries again
            acknowledge(f"told:{problem.code}")
            mine.answer(me, answer)
        acknowledge(number)


def import_packets(file: Consultation, packets: list[str]) -> None:
    """Import packets one by one."""
    for packet in packets:
        acknowledge(file.import_packet(Path(packet)).digest)


def hand_in(mine: Consultation, folder: Path, attempts: int) -> None:
    """Answer and hand in, again and again."""
    me = mine.me().id
    for number in range(attempts):
        mine.answer(me, rated("3a.1", 1 + number % 4, comment=comment(number)))
        done = mine.hand_in(me, folder / f"{os.getpid()}-{number}.spfr")
        acknowledge(done.seq)


def export(file: Consultation, out: Path, attempts: int) -> None:
    """Write the export over and over; each one is longer than the one before."""
    data = json.dumps(file.export_json(), ensure_ascii=False).encode()
    for number in range(attempts):
        acknowledge(write_atomically(out, data + b" " * (number * 5000)))


def contents(number: int, size: int) -> bytes:
    """Return what a file holds after the n-th writing: another byte each time."""
    return bytes([number]) * size


def write(path: Path, size: int, attempts: int) -> None:
    """Write a file over itself, each time with other contents."""
    for number in range(1, attempts + 1):
        data = contents(number, size)
        if os.environ.get("SAVER_PLAIN"):
            path.write_bytes(data)
        else:
            write_atomically(path, data)
        acknowledge(number)


def limit(size: int) -> None:
    """Let the first write beyond *size* and the room that is given kill the process."""
    if room := os.environ.get("SAVER_ROOM"):
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        most = size + int(room)
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def of_files(what: str, file: Path, *rest: str) -> bool:
    """Do what opens no consultation; return whether it was that."""
    if what not in ("write", "backup", "restore"):
        return False
    limit(0)
    acknowledge("ready")
    if what == "write":
        write(file, *map(int, rest))
    elif what == "backup":
        backups.make(file, backups.REGULAR)
        acknowledge("backup")
    else:
        restore(file, Path(rest[0]))
        acknowledge("restored")
    acknowledge("closed")
    return True


def main(what: str, file: str, *rest: str) -> None:
    """Do one of these until done or killed; ``open`` does no more than that."""
    if os.environ.get("SAVER_JOURNAL") == "OFF":
        PRAGMAS["journal_mode"] = ("OFF", "off")
    if of_files(what, Path(file), *rest):
        return
    opened = Consultation.open(Path(file), questionnaire=miniature())
    limit(Path(file).stat().st_size)
    acknowledge("ready")
    if what == "answers":
        save_answers(opened, int(rest[0]))
    elif what == "import":
        import_packets(opened, list(rest))
    elif what == "merge":
        opened.merge(Path(rest[0]))
        acknowledge("merged")
    elif what == "export":
        export(opened, Path(rest[0]), int(rest[1]))
    elif what == "hand-in":
        hand_in(opened, Path(rest[0]), int(rest[1]))
    opened.close()
    acknowledge("closed")


if __name__ == "__main__":
    main(*sys.argv[1:])
