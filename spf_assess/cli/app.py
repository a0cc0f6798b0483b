"""Builds the commands in the person's language and tells every problem as a sentence.

Exit codes (``docs/cli.md``): 0 done; 1 done, and something needs attention (form
faults, quarantined packets); 2 the command was not understood; 3 it could not be done;
130 stopped by the person.
"""

import gettext
import os
from collections.abc import Callable, Sequence

import click

from spf_assess import __version__
from spf_assess.cli import (
    answering,
    backups,
    collecting,
    consultations,
    deciding,
    discussing,
    export,
    forms,
    merging,
    packets,
    preparing,
    reading,
    remarking,
    renewing,
    reports,
    rounds,
    samples,
    signing,
    verifying,
    waiting,
)
from spf_assess.cli.console import complain
from spf_assess.cli.told import explain
from spf_assess.cli.usage import told
from spf_assess.i18n import Words
from spf_assess.model import LANGUAGES, N_, Problem
from spf_assess.paths import data_folder

ATTENTION, NOT_UNDERSTOOD, NOT_DONE, STOPPED = 1, 2, 3, 130

_GROUPS: tuple[Callable[[Words], list[click.Command]], ...] = (
    consultations.commands,
    preparing.commands,
    answering.commands,
    packets.commands,
    collecting.commands,
    merging.commands,
    rounds.commands,
    discussing.commands,
    remarking.commands,
    deciding.commands,
    signing.commands,
    renewing.commands,
    reports.commands,
    verifying.commands,
    export.commands,
    backups.commands,
    forms.commands,
    reading.commands,
    samples.commands,
    waiting.commands,
)


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code."""
    words = Words(interface_language(arguments))
    _teach_click(words.language)
    try:
        result = build(words).main(
            args=list(arguments), prog_name="spf-assess", standalone_mode=False
        )
    except Problem as problem:
        complain(words, problem)
        return NOT_DONE
    except click.ClickException as error:
        complain(words, told(error))
        return NOT_UNDERSTOOD
    except (click.Abort, KeyboardInterrupt):
        complain(words, Problem("L-130", N_("Stopped. Nothing half-written is left.")))
        return STOPPED
    return result if isinstance(result, int) else 0


def build(words: Words) -> click.Group:
    """Return the command line in the language of *words*."""
    group = click.Group(
        name="spf-assess",
        help=words(
            "Tripartite self-assessment of a national social protection floor against"
            " the Social Protection Floors Recommendation, 2012 (No. 202). Without a"
            " command the window opens."
        ),
        params=[
            click.Option(
                ["--lang", "interface"],
                type=click.Choice(LANGUAGES),
                help=words("Language of the messages; without it, that of the system."),
            ),
        ],
        context_settings={"help_option_names": ["-h", "--help"]},
        callback=lambda interface: None,  # noqa: ARG005 - read by interface_language
    )
    click.version_option(__version__, message="spf-assess %(version)s")(group)
    for commands in _GROUPS:
        for command in commands(words):
            group.add_command(command)
    explain(group, words)
    return group


def interface_language(arguments: Sequence[str]) -> str:
    """Return the language of ``--lang`` before the command, else of the system."""
    for index, word in enumerate(arguments):
        if word == "--lang" and index + 1 < len(arguments):
            asked = arguments[index + 1]
            return asked if asked in LANGUAGES else LANGUAGES[0]
        if word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
            return asked if asked in LANGUAGES else LANGUAGES[0]
        if not word.startswith("-"):
            break
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if found := os.environ.get(name, ""):
            return "fr" if found.lower().startswith("fr") else LANGUAGES[0]
    return LANGUAGES[0]


def no_window() -> int:
    """Say that the window's library is not installed; return the exit code."""
    words = Words(interface_language(()))
    complain(
        words,
        Problem(
            "L-120",
            N_(
                "The window needs PySide6, which is not installed here. Install"
                " spf-assess[desktop], or use the commands: spf-assess --help."
            ),
        ),
    )
    return NOT_DONE


def _teach_click(language: str) -> None:
    """Let click's own few words come from our catalogue (``cli/usage.py``)."""
    os.environ["LANGUAGE"] = language
    gettext.bindtextdomain("spf_assess", str(data_folder("translations")))
    gettext.textdomain("spf_assess")
