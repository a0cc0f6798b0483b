"""``remark`` and ``words``: what the facilitator adds, and how the report speaks."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import say, say_json
from spf_assess.i18n import COLON, Words, section_place
from spf_assess.model import LANGUAGES

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    group = click.Group(
        name="words", help=words("Write sentences of the report in one's own words.")
    )
    for command in (_copy(words), _take(words), _official(words)):
        group.add_command(command)
    return [_remark(words), group]


def _remark(words: Words) -> click.Command:
    @click.command(
        name="remark",
        help=words(
            "Say something in the report beside the numbers, marked as the"
            " facilitator's. Without a text list all remarks."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("text", required=False)
    @click.option(
        "--section",
        default="",
        help=words("The section beside which it stands; else the summary."),
    )
    @click.option(
        "--words-in",
        "language",
        type=click.Choice(LANGUAGES),
        help=words("The language of its words."),
    )
    @click.option("--undo", is_flag=True, help=words("Write again what stood before."))
    @arguments.as_json(words)
    def remark(
        file: Path,
        text: str | None,
        section: str,
        language: str | None,
        *,
        undo: bool,
        as_json: bool,
    ) -> None:
        from spf_assess.consultation import Consultation

        asking = text is None and not undo
        with Consultation.open(file, read_only=asking) as consultation:
            if undo:
                consultation.undo_remark(section)
            elif text is not None:
                spoken = language or words.language
                consultation.write_remark(section, spoken, text)
            if as_json:
                say_json(
                    [
                        {"section": one.section, "text": dict(one.text.by_language)}
                        for one in consultation.remarks()
                    ]
                )
                return
            _say_remarks(words, consultation)

    return remark


def _say_remarks(words: Words, consultation: "Consultation") -> None:
    sections = {one.id: one for one in consultation.questionnaire.sections}
    found = consultation.remarks()
    if not found:
        say(words("The facilitator made no remark."))
    for one in found:
        section = sections.get(one.section)
        say(section_place(words, section) if section else words("Summary"))
        for language, text in one.text.by_language.items():
            if text:
                say(f"  {language}{words.text(COLON)}{text}")


def _copy(words: Words) -> click.Command:
    @click.command(
        name="copy",
        help=words("Write the sentences of the report into a folder, to be changed."),
    )
    @click.argument("folder", type=arguments.FILE)
    @click.option(
        "--consultation",
        "file",
        type=arguments.FILE,
        help=words("With the sentences that this file has of its own."),
    )
    def copy(folder: Path, file: Path | None) -> None:
        from spf_assess.consultation import Consultation
        from spf_assess.report.wording import write_words

        own = {}
        if file is not None:
            with Consultation.open(file, read_only=True) as consultation:
                own = dict(consultation.phrases())
        for path in write_words(folder, own):
            say(words("Written: {file}", file=path))

    return copy


def _take(words: Words) -> click.Command:
    @click.command(
        name="take",
        help=words(
            "Lay the changed sentences of a folder over the official ones, in every"
            " report of this consultation."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("folder", type=arguments.FILE)
    def take(file: Path, folder: Path) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            consultation.lay_words(folder)
            _say_own(words, consultation)

    return take


def _official(words: Words) -> click.Command:
    @click.command(
        name="official", help=words("Take the official sentences of the report again.")
    )
    @click.argument("file", type=arguments.FILE)
    def official(file: Path) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            consultation.official_words()
            _say_own(words, consultation)

    return official


def _say_own(words: Words, consultation: "Consultation") -> None:
    names = sorted({one for named in consultation.phrases().values() for one in named})
    if not names:
        say(words("All sentences of the report are the official ones."))
        return
    told = words.plural(
        "{number} sentence is in this country's own words:",
        "{number} sentences are in this country's own words:",
        len(names),
    )
    say(f"{told} {', '.join(names)}")
