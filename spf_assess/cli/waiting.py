"""``wait``: everything made ready for one command that is told later.

The window starts it while a person still looks at positions, and tells it the command
when a preview is asked for: nothing needs to be loaded then.
"""

import json
import sys
from pathlib import Path

import click

from spf_assess.cli import arguments
from spf_assess.i18n import Words
from spf_assess.model import BOTH, N_, Problem, ReportOptions

_MOST = 64 * 1024  # bytes; a command has a few hundred


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [_wait(words)]


def _wait(words: Words) -> click.Command:
    @click.command(
        name="wait",
        help=words(
            "Make ready for reports of a consultation and wait for one line on standard"
            " input: a command as a JSON list of words, which is then run. The window"
            " uses it, so that a preview stands sooner."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    def wait(file: Path) -> int:
        from spf_assess.cli.app import main
        from spf_assess.consultation.printing import rehearse
        from spf_assess.report import render

        render.make_ready()
        try:
            rehearse(file, ReportOptions(BOTH))
            line = sys.stdin.readline(_MOST)
            return main(_told(line)) if line else 0
        finally:
            render.dismiss()

    return wait


def _told(line: str) -> list[str]:
    """Return the command that a line tells.

    Raises:
        Problem: L-132 it is no list of words.
    """
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        told = None
    if not isinstance(told, list) or not all(isinstance(one, str) for one in told):
        raise Problem(
            "L-132",
            N_(
                "What was told on standard input is no command. Write the command as a"
                ' JSON list of words in one line, for example ["--version"].'
            ),
        )
    return told
