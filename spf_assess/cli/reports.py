"""``report`` and ``record``: the PDFs of a consultation, with progress.

Progress is for a person, or for the window.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import say, shown_progress
from spf_assess.cli.rescuing import tell_of_damage
from spf_assess.i18n import Words


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [_report(words), _record(words)]


def _language(help_text: str) -> Callable[[Any], Any]:
    return click.option(
        "--lang",
        "language",
        type=click.Choice(("en", "fr")),
        required=True,
        help=help_text,
    )


def _progress(words: Words) -> Callable[[Any], Any]:
    return click.option(
        "--progress",
        type=click.Choice(("bar", "json", "none")),
        default="bar",
        help=words("How progress is shown."),
    )


def _report(words: Words) -> click.Command:
    @click.command(
        name="report", help=words("Render the consolidated report of a consultation.")
    )
    @click.argument("file", type=arguments.FILE)
    @_language(words("Language of the report."))
    @arguments.out
    @_progress(words)
    def report(file: Path, language: str, out: Path, progress: str) -> int:
        from spf_assess.consultation import Consultation
        from spf_assess.consultation.reporting import report_input
        from spf_assess.report import render_report

        with Consultation.open(file, read_only=True) as consultation:
            attention = tell_of_damage(words, consultation)
            given = report_input(consultation)
        with shown_progress(words, progress) as tell:
            done = render_report(given, language, out, progress=tell)
        if progress != "json":
            say(
                words.plural(
                    "The report is in {file}: {number} page.",
                    "The report is in {file}: {number} pages.",
                    done.pages,
                    file=done.path,
                )
            )
            return attention
        return 0  # the window, which told of the damage when it opened the file

    return report


def _record(words: Words) -> click.Command:
    @click.command(
        name="record",
        help=words(
            "Render the record of the meeting: who, when, what was shown, agreed and"
            " signed, with the sheets to sign."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @_language(words("Language of the record."))
    @arguments.out
    @_progress(words)
    def record(file: Path, language: str, out: Path, progress: str) -> int:
        from spf_assess.consultation import Consultation
        from spf_assess.consultation.recording import record_input
        from spf_assess.report.record import render_record

        with Consultation.open(file, read_only=True) as consultation:
            attention = tell_of_damage(words, consultation)
            given = record_input(consultation)
        with shown_progress(words, progress) as tell:
            done = render_record(given, language, out, progress=tell)
        if progress != "json":
            say(
                words.plural(
                    "The record is in {file}: {number} page.",
                    "The record is in {file}: {number} pages.",
                    done.pages,
                    file=done.path,
                )
            )
            return attention
        return 0  # the window, which told of the damage when it opened the file

    return record
