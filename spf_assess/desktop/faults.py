"""What happens when the program itself is at fault: it is told, noted, and goes on.

Two files in the person's configuration folder, on this computer only (R-111): one for
faults of the program, one for a crash of the libraries below it. They name the kind of
fault and lines of code, never what an exception says nor what a variable holds: that
might be a part of an answer.
"""

import faulthandler
import sys
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from spf_assess import __version__
from spf_assess.desktop.hub import Hub
from spf_assess.i18n.formats import now_iso
from spf_assess.model.problem import N_, Problem

LOG_NAME = "faults.log"
CRASH_NAME = "crash.log"
_MOST_BYTES = 200_000


def watch(hub: Hub, folder: Path) -> None:
    """From now on tell and note every exception that nobody handled.

    The note names the kind of fault and the lines of code, never what an exception
    says: that might be a part of an answer. It stays on this computer.
    """

    def notice(
        kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        sys.__excepthook__(kind, fault, trace)
        if not issubclass(kind, Exception):
            return
        _note(folder / LOG_NAME, kind, trace)
        hub.problem.emit(
            Problem(
                "D-190",
                N_(
                    "The program made a mistake ({fault}). What was saved is safe."
                    " If something looks wrong, close the window and open it again."
                    " What went wrong is noted, without any answer, in {file}."
                ),
                fault=kind.__name__,
                file=folder / LOG_NAME,
            )
        )

    sys.excepthook = notice


def watch_crashes(folder: Path) -> None:
    """Have a crash of the program noted: which lines of code ran, and no values.

    It stays on for as long as the program runs.
    """
    path = folder / CRASH_NAME
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        _shorten(path)
        faulthandler.enable(path.open("a", encoding="utf-8"))


def _shorten(path: Path) -> None:
    if path.exists() and path.stat().st_size > _MOST_BYTES:
        path.unlink()


def _note(path: Path, kind: type[BaseException], trace: TracebackType | None) -> None:
    frames = traceback.extract_tb(trace)
    lines = [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in frames]
    head = f"{now_iso()} {__version__} {kind.__name__}"
    note = "\n".join([head, *(f"  {line}" for line in lines), ""])
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        _shorten(path)
        with path.open("a", encoding="utf-8") as stream:
            stream.write(note)
