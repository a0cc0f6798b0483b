"""Renders a report: context and HTML here, the PDF in a child process with limits."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from spf_assess.files import write_atomically
from spf_assess.model import N_, Problem
from spf_assess.report.context import build
from spf_assess.report.given import RenderedReport, ReportInput
from spf_assess.report.html import page, style
from spf_assess.resources import FONTS

Progress = Callable[[str, int, int], None]
STEPS = 9
_REFUSED = 4


def render_report(
    given: ReportInput,
    language: str,
    out: Path,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> RenderedReport:
    """Render the consolidated report of *given* in *language* to *out*.

    The file appears whole or not at all. *progress* is told a stage, a step and the
    number of steps; when *cancelled* returns true the child is killed.

    Raises:
        Problem: R-101 to R-104, or F-1xx when the file cannot be written.
    """
    tell = progress or (lambda _stage, _done, _of: None)
    if not out.parent.is_dir():
        write_atomically(out, b"")  # tells what is wrong with the folder
    tell("context", 0, STEPS)
    html = page("report.html.j2", build(given, language))
    tell("context", 1, STEPS)
    with tempfile.TemporaryDirectory(prefix="spf-assess-") as folder:
        place = Path(folder)
        pages = _run(
            {
                "html": html,
                "css": style(),
                "out": str(place / "report.pdf"),
                "moment": given.generated_at,
                "identifier": f"{given.header.id}-{language}",
            },
            place,
            tell,
            cancelled or (lambda: False),
        )
        data = (place / "report.pdf").read_bytes()
    digest = write_atomically(out, data)
    tell("written", STEPS, STEPS)
    return RenderedReport(out, pages, digest)


def _run(
    job: dict[str, str],
    place: Path,
    tell: Progress,
    cancelled: Callable[[], bool],
) -> int:
    process = subprocess.Popen(
        [sys.executable, "-m", "spf_assess.report.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(place),
        text=True,
        encoding="utf-8",
    )
    if process.stdin is None or process.stdout is None or process.stderr is None:
        raise Problem("R-101", _BROKEN, detail="pipe")
    with process:
        json.dump(job, process.stdin)
        process.stdin.close()
        pages = 0
        refused: list[str] = []
        for line in process.stdout:
            if cancelled():
                process.kill()
                raise Problem(
                    "R-104", N_("Rendering was stopped; no file was written.")
                )
            said = json.loads(line)
            if "stage" in said:
                tell(said["stage"], min(1 + said["done"], STEPS - 1), STEPS)
            pages = said.get("pages", pages)
            refused = said.get("refused", refused)
        errors = process.stderr.read()
        code = process.wait()
    if code == _REFUSED:
        raise Problem("R-102", _ASKED, address=", ".join(refused)[:200])
    if code != 0:
        last = errors.strip().splitlines()[-1:] or [str(code)]
        raise Problem("R-101", _BROKEN, detail=last[0][:200])
    return pages


def _environment(place: Path) -> dict[str, str]:
    """Return the child's environment: bundled fonts only, the same pages everywhere."""
    config = place / "fonts.conf"
    cache = place / "fontcache"
    config.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">'
        f"<fontconfig><dir>{FONTS}</dir><cachedir>{cache}</cachedir>"
        "<config></config></fontconfig>",
        encoding="utf-8",
    )
    kept = {
        name: value
        for name, value in os.environ.items()
        if name in _KEPT or name.startswith(("PYTHON", "COVERAGE"))
    }
    return {**kept, "FONTCONFIG_FILE": str(config), "PYTHONHASHSEED": "0"}


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
_BROKEN = N_(
    "The report could not be rendered ({detail}). No file was written; try again, and"
    " if it fails again close other programs to free memory."
)
_ASKED = N_(
    "The report asked for something outside this program ({address}), which is never"
    " allowed. No file was written; this is a fault of the program, please report it."
)
