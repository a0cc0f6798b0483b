"""``report`` and ``record``: the PDFs of a consultation, with progress.

Progress is for a person, or for the window.
"""

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import say, shown_progress
from spf_assess.cli.rescuing import SOUND, tell_of_damage
from spf_assess.i18n import Words
from spf_assess.model import (
    BENCHES,
    BOTH,
    LANGUAGES,
    Constituency,
    Edition,
    PaperSize,
    ReportOptions,
)

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation


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


def progress_option(words: Words) -> Callable[[Any], Any]:
    """Return the option that says how progress is shown."""
    return click.option(
        "--progress",
        type=click.Choice(("bar", "json", "none")),
        default="bar",
        help=words("How progress is shown."),
    )


def _report(words: Words) -> click.Command:
    @click.command(
        name="report",
        help=words(
            "Render a report of a consultation: whole, of some sections, or another"
            " edition of it."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @editions(words)
    @arguments.out
    @progress_option(words)
    @_uncollected()
    def report(file: Path, out: Path, progress: str, **chosen: Any) -> int:
        from spf_assess.consultation.printing import print_edition

        attention = SOUND

        def tell(consultation: "Consultation") -> None:
            nonlocal attention
            attention = tell_of_damage(words, consultation)

        shown = partial(shown_progress, words, progress)
        done = print_edition(file, options_of(chosen), out, tell, shown)
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


@contextmanager
def _uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile: a report leaves next to none, and ends soon."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def editions(words: Words) -> Callable[[Any], Any]:
    """Return the options that choose an edition; see ``ReportOptions``."""
    options = (
        click.option(
            "--lang",
            "language",
            type=click.Choice((*LANGUAGES, BOTH)),
            required=True,
            help=words("Language of the report."),
        ),
        click.option(
            "--edition",
            type=click.Choice([one.value for one in Edition]),
            default=Edition.FULL.value,
            help=words("Which edition."),
        ),
        click.option(
            "--group",
            type=click.Choice([one.value for one in BENCHES]),
            help=words("Whose edition it is, with --edition constituency."),
        ),
        click.option(
            "--respondent",
            default="",
            help=words("Whose answers they are, with --edition participant."),
        ),
        click.option(
            "--section",
            "sections",
            multiple=True,
            help=words("Only this section; may be given several times."),
        ),
        click.option(
            "--paper",
            type=click.Choice([one.value for one in PaperSize]),
            default=PaperSize.A4.value,
            help=words("Size of the paper."),
        ),
        click.option(
            "--draft",
            is_flag=True,
            help=words("Put the word for a draft behind every page."),
        ),
        arguments.early(words),
    )

    def add(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return add


def options_of(chosen: Mapping[str, Any]) -> ReportOptions:
    """Return what the options of ``editions`` say."""
    return ReportOptions(
        language=chosen["language"],
        edition=Edition(chosen["edition"]),
        sections=chosen["sections"],
        paper=PaperSize(chosen["paper"]),
        draft=chosen["draft"],
        group=Constituency(chosen["group"]) if chosen["group"] else None,
        respondent=chosen["respondent"],
        early=chosen["early"],
    )


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
    @progress_option(words)
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
