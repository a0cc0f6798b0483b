"""``export json``: everything public of a consultation, for machines."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import say, shown_progress
from spf_assess.cli.reports import editions, options_of, progress_option
from spf_assess.cli.rescuing import tell_of_damage
from spf_assess.i18n import Words, now_iso
from spf_assess.model import Header, Plain, Questionnaire


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    group = click.Group(name="export", help=words("Write results for other programs."))
    for command in (_json, _workbook, _csv, _sav, _docx):
        group.add_command(command(words))
    return [group]


def _json(words: Words) -> click.Command:
    @click.command(
        name="json", help=words("Write positions and results as one JSON document.")
    )
    @click.argument("file", type=arguments.FILE)
    @arguments.early(words)
    @arguments.out
    def export_json(file: Path, out: Path, *, early: bool) -> int:
        from spf_assess.consultation import Consultation
        from spf_assess.files import write_atomically

        with Consultation.open(file, read_only=True) as consultation:
            attention = tell_of_damage(words, consultation)
            consultation.check_shown(early=early)
            plain = consultation.export_json()
        text = json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True)
        write_atomically(out, text.encode() + b"\n")
        say(words("The export is in {file}.", file=out))
        return attention

    return export_json


def _workbook(words: Words) -> click.Command:
    @click.command(
        name="workbook",
        help=words(
            "Write answers, positions, actions and codebook as a workbook (.xlsx)."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @arguments.early(words)
    @arguments.out
    def export_workbook(file: Path, out: Path, *, early: bool) -> int:
        from spf_assess.files import write_atomically
        from spf_assess.report.data import tables, workbook

        given = _given(words, file, early=early)
        found = tables(given.plain, given.questionnaire)
        made = workbook(found, given.header.title, now_iso())
        write_atomically(out, made)
        say(words("The export is in {file}.", file=out))
        return given.attention

    return export_workbook


def _csv(words: Words) -> click.Command:
    @click.command(
        name="csv",
        help=words(
            "Write every table as CSV into a folder, with datapackage.json beside them."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @click.option(
        "-o",
        "--folder",
        required=True,
        type=click.Path(path_type=Path),
        help=words("The folder to write into; it is made if it is not there."),
    )
    @click.option(
        "--excel",
        is_flag=True,
        help=words("For Excel in French: semicolons and decimal commas."),
    )
    @arguments.early(words)
    def export_csv(file: Path, folder: Path, *, excel: bool, early: bool) -> int:
        from spf_assess.files import make_folder
        from spf_assess.report.data import Flavour, tables, write_package

        given = _given(words, file, early=early)
        flavour = Flavour.EXCEL if excel else Flavour.MACHINES
        found = tables(given.plain, given.questionnaire)
        make_folder(folder)
        written = write_package(folder, found, given.header, flavour)
        say(
            words.plural(
                "{number} file is in {folder}.",
                "{number} files are in {folder}.",
                len(written),
                folder=folder,
            )
        )
        return given.attention

    return export_csv


def _sav(words: Words) -> click.Command:
    @click.command(
        name="sav",
        help=words("Write the positions of the groups as an SPSS file (.sav)."),
    )
    @click.argument("file", type=arguments.FILE)
    @arguments.early(words)
    @arguments.out
    def export_sav(file: Path, out: Path, *, early: bool) -> int:
        from spf_assess.files import write_atomically
        from spf_assess.report.data import spss_file

        given = _given(words, file, early=early)
        made = spss_file(given.plain, given.questionnaire, words.language)
        write_atomically(out, made)
        say(words("The export is in {file}.", file=out))
        return given.attention

    return export_sav


def _docx(words: Words) -> click.Command:
    @click.command(
        name="docx",
        help=words("Write an edition of the report as a Word document, to be edited."),
    )
    @click.argument("file", type=arguments.FILE)
    @editions(words)
    @arguments.out
    @progress_option(words)
    def export_docx(file: Path, out: Path, progress: str, **chosen: Any) -> int:
        from spf_assess.consultation import Consultation
        from spf_assess.consultation.printing import document_printer

        options = options_of(chosen)
        with Consultation.open(file, read_only=True) as consultation:
            attention = tell_of_damage(words, consultation)
            written = document_printer(consultation, options)
        with shown_progress(words, progress) as tell:
            done = written(out, progress=tell)
        if progress != "json":
            say(words("The document is in {file}.", file=done.path))
            return attention
        return 0  # the window, which told of the damage when it opened the file

    return export_docx


@dataclass(frozen=True, slots=True)
class _Given:
    """What a consultation publishes; *attention* is 1 where it is damaged."""

    plain: Plain
    questionnaire: Questionnaire
    header: Header
    attention: int


def _given(words: Words, file: Path, *, early: bool) -> _Given:
    from spf_assess.consultation import Consultation

    with Consultation.open(file, read_only=True) as consultation:
        attention = tell_of_damage(words, consultation)
        consultation.check_shown(early=early)
        return _Given(
            consultation.export_json(),
            consultation.questionnaire,
            consultation.header,
            attention,
        )
