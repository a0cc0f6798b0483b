"""Turns finished pages into a PDF, in a child process with limits."""

import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, Protocol

from spf_assess.files import write_atomically
from spf_assess.model import N_, Problem
from spf_assess.report import child
from spf_assess.report.given import RenderedReport
from spf_assess.report.html import base_style
from spf_assess.report.proof import Attached
from spf_assess.resources import fonts_configuration

Progress = Callable[[str, int, int], None]
Cancelled = Callable[[], bool]
WHOLE = 100
_WORDED, _LAID, _DRAWN = 5, 70, 97
_POLL_SECONDS = 0.1
_COMPLAINTS = "complaints"


class Meanwhile(Protocol):
    """Work that goes on beside typesetting, without which nothing is written."""

    def start(self) -> None:
        """Begin."""

    def ended(self, seconds: float) -> bool:
        """Wait so long at most; return whether it ended well, or raise why not."""

    def leave_off(self) -> None:
        """Stop, begun or not: nothing is written."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is to be typeset.

    Attributes:
        html: the page, well-formed XML.
        pictures: SVG by name, as the page names them.
        css: the style sheet.
        moment: ISO 8601, UTC; the date of making that the file tells.
        identifier: the same for the same contents, so that equal sheets have equal
            bytes.
        expected: about how many pages it will have, for telling progress.
        attached: files that go into the PDF.
    """

    html: str
    pictures: Mapping[str, str]
    css: str
    moment: str
    identifier: str
    expected: int
    attached: Sequence[Attached] = ()


def typeset(
    make: Callable[[], Sheets],
    out: Path,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    meanwhile: Meanwhile | None = None,
) -> RenderedReport:
    """Turn what *make* returns into a PDF at *out*.

    The file appears whole or not at all. *progress* is told a stage (``words``,
    ``pages``, ``drawing``, ``written``), how much is done and of how much; when
    *cancelled* returns true the child is killed within a fraction of a second.
    *meanwhile* is done while the child works, and waited for.

    Raises:
        whatever *meanwhile* raises.
        Problem: R-101 the renderer failed, R-102 the page asked for something outside,
            R-103 too much memory or time, R-104 stopped, R-105 no room for temporary
            files, F-1xx the file cannot be written.
    """
    tell = progress or (lambda _stage, _done, _of: None)
    if not out.parent.is_dir():
        write_atomically(
            out, b""
        )  # tells what is wrong with the folder, writes nothing
    tell("words", 0, WHOLE)
    stopped = cancelled or (lambda: False)
    with _renderer() as (place, process), _beside(meanwhile, stopped) as begin:
        sheets = make()  # while the child begins
        begin()
        tell("words", _WORDED, WHOLE)
        job = {
            "html": sheets.html,
            "pictures": dict(sheets.pictures),
            "base": base_style(),
            "css": sheets.css,
            "out": str(place / "report.pdf"),
            "moment": sheets.moment,
            "identifier": sheets.identifier,
            "attached": [asdict(one) for one in sheets.attached],
        }
        watch = _Watch(tell, stopped, sheets.expected)
        pages = _render(process, job, place, watch)
        data = (place / "report.pdf").read_bytes()
    digest = write_atomically(out, data)
    tell("written", WHOLE, WHOLE)
    return RenderedReport(out, pages, digest)


@contextmanager
def _beside(
    meanwhile: Meanwhile | None, cancelled: Cancelled
) -> Iterator[Callable[[], None]]:
    """Yield what begins the work beside; at the end wait for it, or stop it."""
    if meanwhile is None:
        yield lambda: None
        return
    try:
        yield meanwhile.start
        while not meanwhile.ended(_POLL_SECONDS):
            _go_on(cancelled)
    except BaseException:
        meanwhile.leave_off()
        raise


def make_ready() -> None:
    """Start a renderer now, for the next sheets that are typeset in this process.

    It loads what it needs and waits; ``dismiss`` sends it away when none come.

    Raises:
        Problem: R-105 no room for temporary files.
    """
    dismiss()
    with ExitStack() as held:
        place = held.enter_context(_folder())
        process = held.enter_context(_child(place))
        _WAITING.append((held.pop_all(), place, process))


def dismiss() -> None:
    """Send away the renderer that waits, if one does."""
    while _WAITING:
        _WAITING.pop()[0].close()


@contextmanager
def _renderer() -> "Iterator[tuple[Path, subprocess.Popen[str]]]":
    """Yield the renderer that waits, or a new one, and its folder."""
    while _WAITING:
        held, place, process = _WAITING.pop()
        with held:
            if process.poll() is None:
                yield place, process
                return
    with _folder() as place, _child(place) as process:
        yield place, process


@contextmanager
def _folder() -> Iterator[Path]:
    try:
        folder = tempfile.TemporaryDirectory(
            prefix="spf-assess-", ignore_cleanup_errors=True
        )
        place = Path(folder.name)
        (place / "fonts.conf").write_text(
            fonts_configuration(place / "fonts"), encoding="utf-8"
        )
    except OSError as error:
        raise _no_room(error.strerror or "") from error
    with folder:
        yield place


@dataclass(frozen=True, slots=True)
class _Watch:
    """Who is told of progress, and who may stop the work."""

    tell: Progress
    cancelled: Cancelled
    expected: int

    def hear(self, said: dict[str, Any]) -> None:
        """Turn what the child says into progress; later layouts do not go back."""
        if "laying" in said:
            share = min(said["laying"] / self.expected, 1.0)
            done = _WORDED + round(share * (_LAID - _WORDED))
            self.tell("pages", done, WHOLE)
        elif "laid" in said:
            self.tell("drawing", _LAID, WHOLE)
        elif "pages" in said:
            self.tell("drawing", _DRAWN, WHOLE)


@contextmanager
def _child(place: Path) -> "Iterator[subprocess.Popen[str]]":
    """Start the child, which makes itself ready until it is given its job."""
    with (place / _COMPLAINTS).open("w", encoding="utf-8") as noise:
        process = subprocess.Popen(  # noqa: S603 - our own module, nothing of the data
            [sys.executable, "-P", "-m", child.__name__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=noise,
            env=_environment(place),
            text=True,
            encoding="utf-8",
        )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


_WAITING: "list[tuple[ExitStack, Path, subprocess.Popen[str]]]" = []


def _render(
    process: "subprocess.Popen[str]", job: dict[str, Any], place: Path, watch: _Watch
) -> int:
    """Let the child do *job* and return the number of pages."""
    said = _converse(process, job, watch)
    noise = (place / _COMPLAINTS).read_text(encoding="utf-8", errors="replace")
    _check(process.returncode, said, noise)
    return int(said["pages"])


def _converse(
    process: "subprocess.Popen[str]", job: dict[str, Any], watch: _Watch
) -> dict[str, Any]:
    """Give the child its job and listen until it ends; return all that it said.

    The child's standard input stays open: its end would tell the child that we died.
    """
    lines: queue.Queue[str | None] = queue.Queue()
    for work in (_hand_over, _listen):
        threading.Thread(target=work, args=(process, job, lines), daemon=True).start()
    said: dict[str, Any] = {}
    ends = time.monotonic() + child.SECONDS_LIMIT
    while True:
        _go_on(watch.cancelled)
        if time.monotonic() > ends:
            raise _too_much()
        try:
            line = lines.get(timeout=_POLL_SECONDS)
        except queue.Empty:
            continue
        if line is None:
            process.wait()
            return said
        news = json.loads(line)
        said |= news
        watch.hear(news)


def _hand_over(
    process: "subprocess.Popen[str]", job: dict[str, Any], _lines: object
) -> None:
    with suppress(OSError):  # a child that died already is told by its exit code
        pipe = _open(process.stdin)
        pipe.write(json.dumps(job) + "\n")
        pipe.flush()


def _listen(
    process: "subprocess.Popen[str]", _job: object, lines: "queue.Queue[str | None]"
) -> None:
    with suppress(ValueError):  # closed under our hands when we stop
        for line in _open(process.stdout):
            lines.put(line)
    lines.put(None)


def _open(pipe: IO[str] | None) -> IO[str]:
    if pipe is None:
        raise ValueError("no pipe")
    return pipe


def _check(code: int, said: dict[str, Any], noise: str) -> None:
    if code == child.DONE and "pages" in said:
        return
    if code == child.REFUSED:
        raise Problem(
            "R-102",
            N_(
                "The report asked for something outside this program ({address}), which"
                " is never allowed. No file was written; this is a fault of the"
                " program, please report it."
            ),
            address=", ".join(said["refused"])[:200],
        )
    if code == child.NO_SPACE:
        raise _no_room(str(said.get("failed", "")))
    if code == child.NO_MEMORY or -code == _signal("SIGXCPU"):
        raise _too_much()
    last = noise.strip().splitlines()[-1:] or [str(code)]
    raise Problem(
        "R-101",
        N_(
            "The report could not be rendered ({detail}). No file was written; try"
            " again, and if it fails again close other programs to free memory."
        ),
        detail=last[0][:200],
    )


def _signal(name: str) -> int:
    import signal

    return int(getattr(signal, name, 0)) or sys.maxsize


def _go_on(cancelled: Cancelled) -> None:
    if cancelled():
        raise Problem("R-104", N_("Rendering was stopped; no file was written."))


def _too_much() -> Problem:
    return Problem(
        "R-103",
        N_(
            "The report needs more memory or time than is allowed. No file was"
            " written; close other programs, or report fewer sections at once."
        ),
    )


def _no_room(reason: str) -> Problem:
    return Problem(
        "R-105",
        N_(
            "There is no room for temporary files ({reason}). Free some space on this"
            " computer's disk and render again; no file was written."
        ),
        reason=reason,
    )


def _environment(place: Path) -> dict[str, str]:
    """Return the child's environment: bundled fonts only, the same pages everywhere."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in _KEPT or name.startswith(("PYTHON", "COVERAGE"))
    }
    package = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join(filter(None, [package, os.environ.get("PYTHONPATH", "")]))
    return {
        **kept,
        "FONTCONFIG_FILE": str(place / "fonts.conf"),
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": path,
        "PYTHONIOENCODING": "utf-8",
    }


_KEPT = (
    "PATH",
    "HOME",
    "LANG",
    "LC_ALL",
    "SYSTEMROOT",
    "TEMP",
    "TMP",
    "TMPDIR",
    "WEASYPRINT_DLL_DIRECTORIES",
    "LD_LIBRARY_PATH",
)
