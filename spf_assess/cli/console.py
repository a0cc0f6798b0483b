"""What the command line says: results on stdout, everything else on stderr."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from spf_assess.i18n import Words
from spf_assess.model import Problem

if TYPE_CHECKING:
    from rich.progress import Progress


def say(text: str) -> None:
    """Print a result, as it is, on standard output."""
    sys.stdout.write(text + "\n")


def say_json(plain: Any) -> None:
    """Print JSON on standard output."""
    say(json.dumps(plain, ensure_ascii=False, indent=2, sort_keys=True))


def tell(text: str) -> None:
    """Print a remark on standard error."""
    sys.stderr.write(text + "\n")


def complain(words: Words, problem: Problem) -> None:
    """Print a problem's sentence with its code on standard error."""
    tell(f"spf-assess: {words.tell(problem)} [{problem.code}]")


def progress_bar() -> "Progress":
    """Return rich's progress bar on standard error."""
    from rich.console import Console
    from rich.progress import Progress

    return Progress(console=Console(stderr=True), transient=True)


@contextmanager
def shown_progress(words: Words, how: str) -> Iterator[Callable[[str, int, int], None]]:
    """Yield what is told of progress: for a person ``bar``, the window ``json``.

    With ``none`` nothing is shown.
    """
    if how == "bar":
        with progress_bar() as bar:
            task = bar.add_task(words("Rendering"), total=None)
            yield lambda _stage, step, of: bar.update(task, completed=step, total=of)
    elif how == "json":
        yield _json_line
    else:
        yield lambda _stage, _step, _of: None


def _json_line(stage: str, step: int, of: int) -> None:
    say(json.dumps({"stage": stage, "done": step, "of": of}))
    sys.stdout.flush()


def table(headings: list[str], rows: list[list[str]]) -> str:
    """Return rows as a table of plain text, columns aligned, no colour codes."""
    widths = [
        max(len(row[column]) for row in [headings, *rows])
        for column in range(len(headings))
    ]
    lines = [headings, ["-" * width for width in widths], *rows]
    return "\n".join(
        "  ".join(
            cell.ljust(width) for cell, width in zip(line, widths, strict=True)
        ).rstrip()
        for line in lines
    )
