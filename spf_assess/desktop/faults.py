"""What happens when the program itself is at fault: it is told, noted, and goes on."""

import sys
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from spf_assess.desktop.hub import Hub
from spf_assess.model.problem import N_, Problem

LOG_NAME = "faults.log"
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
                ),
                fault=kind.__name__,
            )
        )

    sys.excepthook = notice


def _note(path: Path, kind: type[BaseException], trace: TracebackType | None) -> None:
    frames = traceback.extract_tb(trace)
    lines = [f"{Path(one.filename).name}:{one.lineno} {one.name}" for one in frames]
    note = "\n".join([kind.__name__, *(f"  {line}" for line in lines), ""])
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and path.stat().st_size > _MOST_BYTES:
            path.unlink()
        with path.open("a", encoding="utf-8") as stream:
            stream.write(note)
