"""``report``: the consolidated PDF, with progress for a person or for the window."""

from pathlib import Path

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import say, shown_progress
from spf_assess.cli.rescuing import tell_of_damage
from spf_assess.i18n import Words


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [_report(words)]


def _report(words: Words) -> click.Command:
    @click.command(
        name="report", help=words("Render the consolidated report of a consultation.")
    )
    @click.argument("file", type=arguments.FILE)
    @click.option(
        "--lang",
        "language",
        type=click.Choice(("en", "fr")),
        required=True,
        help=words("Language of the report."),
    )
    @arguments.out
    @click.option(
        "--progress",
        type=click.Choice(("bar", "json", "none")),
        default="bar",
        help=words("How progress is shown."),
    )
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
