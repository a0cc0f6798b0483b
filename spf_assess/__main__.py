"""Start the program: without a command the window, with one the command line."""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

_AT_ONCE = frozenset({"wait", "report"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the window or the command line and return the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if _wants_window(given):
        return _open_window(given)
    from spf_assess.cli import main as command_line

    return command_line(given)


def _wants_window(given: list[str]) -> bool:
    """Nothing but files to open and window options means the window."""
    return all(
        word.endswith((".spfa", ".spfi", ".spfr")) or word.startswith("--window-")
        for word in given
    )


def _open_window(given: list[str]) -> int:
    try:
        from spf_assess.desktop import run
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in ("PySide6", "shiboken6"):
            raise
        from spf_assess.cli import no_window

        return no_window()
    return run(given)


def run() -> NoReturn:
    """Run the program and end the process.

    At once after a report: taking apart all that was loaded for thousands of
    respondents, or by ``wait``, takes longer than the page it made.
    """
    code = main()
    if _AT_ONCE.intersection(sys.argv[1:4]):
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    sys.exit(code)


if __name__ == "__main__":
    run()
