"""``forms translate``: a workbook for translators, and taking it back."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import say, tell
from spf_assess.i18n import COLON, Words
from spf_assess.model import N_, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spf_assess.model import Questionnaire
    from spf_assess.questionnaire import FormFault
    from spf_assess.questionnaire.packs import Pack
    from spf_assess.questionnaire.translating import Returned, Tongue


def group(words: Words) -> click.Group:
    """Return ``translate`` with its two commands."""
    made = click.Group(
        name="translate", help=words("Translate a questionnaire in a workbook.")
    )
    made.add_command(_export(words))
    made.add_command(_import(words))
    return made


def _export(words: Words) -> click.Command:
    @click.command(
        name="export",
        help=words(
            "Write a workbook with every text, what is translated, and its status."
        ),
    )
    @click.argument("pack", type=arguments.FILE)
    @click.option(
        "--language", required=True, help=words("Code of a language of the pack.")
    )
    @arguments.out
    def export(pack: Path, language: str, out: Path) -> None:
        from spf_assess.files import write_atomically
        from spf_assess.questionnaire.translating import Work, workbook

        read, form = _laid_over(pack)
        tongue = _tongue(read, language)
        work = Work(
            read.texts.get(language, {}), read.drafts.get(language, frozenset())
        )
        write_atomically(out, workbook(form, tongue, work, words))
        say(words("The workbook is in {file}.", file=out))

    return export


def _import(words: Words) -> click.Command:
    @click.command(
        name="import",
        help=words(
            "Take a workbook over into the pack, or list every problem and write"
            " nothing."
        ),
    )
    @click.argument("pack", type=arguments.FILE)
    @click.argument("workbook", type=arguments.FILE)
    @click.option(
        "--language", required=True, help=words("Code of a language of the pack.")
    )
    @click.option(
        "--later",
        "choice",
        type=click.Choice(("keep", "replace")),
        help=words(
            "Where the pack was translated further since the export: keep that, or"
            " replace it by the workbook's."
        ),
    )
    def import_(pack: Path, workbook: Path, language: str, choice: str | None) -> int:
        from spf_assess.files import read_limited
        from spf_assess.questionnaire.translating import kept, later, read_workbook
        from spf_assess.questionnaire.translating.sheets import LARGEST

        if pack.is_file():
            raise Problem(
                "L-160",
                N_(
                    "{file} is one document; a workbook is taken over into a pack's"
                    " folder. Give the folder, then pack it again."
                ),
                file=pack.name,
            )
        read, form = _laid_over(pack)
        tongue = _tongue(read, language)
        returned = read_workbook(read_limited(workbook, LARGEST), form, tongue)
        if returned.faults:
            return _refuse(words, returned.faults)
        path = pack / "texts" / f"{language}.yaml"
        unknown = later(returned.work, returned.rows, kept(path))
        if unknown and choice is None:
            return _refuse(words, tuple(unknown.values()))
        _take(words, path, tongue, returned, unknown, choice == "keep")
        return 0

    return import_


def _refuse(words: Words, faults: "tuple[FormFault, ...]") -> int:
    for fault in faults:
        cause = words(fault.says, **fault.facts)
        remedy = words(fault.remedy, **fault.facts)
        place = _place(words, str(fault.file), fault.line)
        say(f"{place}{COLON[words.language]}{fault.code} {cause} {remedy}")
    tell(
        words.plural(
            "{number} problem; nothing was taken over.",
            "{number} problems; nothing was taken over.",
            len(faults),
        )
    )
    return 1


def _take(
    words: Words,
    path: Path,
    tongue: "Tongue",
    returned: "Returned",
    unknown: "Mapping[str, FormFault]",
    keeping: bool,  # noqa: FBT001 - private
) -> None:
    """Write the translation, and tell of every text of the pack that goes for it."""
    from spf_assess.questionnaire.translating import (
        keep,
        keep_before,
        kept,
        kept_later,
        taken_away,
    )

    before = kept(path)
    work = kept_later(returned.work, before, unknown) if keeping else returned.work
    gone = [place for place in taken_away(work, before) if place in before.said]
    copy = keep_before(path) if gone else None
    keep(path, work)
    for place, fault in unknown.items() if keeping else ():
        at = _place(words, fault.file, fault.line)
        say(words("{place}: {id} stays as the pack has it.", place=at, id=place))
    for place in gone:
        row = returned.rows[place]
        at = _place(words, row.sheet, row.number)
        old = before.said[place]
        told = (
            words(
                "{place}: {id} was replaced; it read: {old}",
                place=at,
                id=place,
                old=old,
            )
            if place in work.said
            else words(
                "{place}: {id} was emptied; it read: {old}", place=at, id=place, old=old
            )
        )
        say(told)
    say(
        words.plural(
            "{number} text in {language} was taken over.",
            "{number} texts in {language} were taken over.",
            len(work.said),
            language=tongue.name,
        )
    )
    if copy is not None:
        say(words("The translation as it was before is kept in {file}.", file=copy))


def _place(words: Words, sheet: str, row: int) -> str:
    if not row:  # something is missing from the sheet, or all of it
        return words("sheet {sheet}", sheet=sheet)
    return words("sheet {sheet}, row {row}", sheet=sheet, row=row)


def _laid_over(path: Path) -> "tuple[Pack, Questionnaire]":
    from spf_assess.questionnaire import load_questionnaire
    from spf_assess.questionnaire.packs import read_pack, with_pack

    pack = read_pack(path)
    return pack, with_pack(load_questionnaire(), pack)


def _tongue(pack: "Pack", language: str) -> "Tongue":
    from spf_assess.questionnaire.translating import Tongue

    named = pack.info.languages
    if language not in named:
        raise Problem(
            "L-161",
            N_(
                "The pack has no language “{language}”, only: {known}. Add it under"
                " “languages” in pack.yaml."
            ),
            language=language,
            known=", ".join(named) or "–",
        )
    return Tongue(language, named[language])
