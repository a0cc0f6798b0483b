"""``forms``: every fault of a questionnaire at once, and the questionnaire on paper."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from spf_assess.cli import arguments, national, translating
from spf_assess.cli.console import say, say_json, shown_progress
from spf_assess.i18n import Words
from spf_assess.model import (
    LANGUAGES,
    N_,
    Constituency,
    Problem,
    Questionnaire,
    Selection,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spf_assess.questionnaire.fault import FormFault
    from spf_assess.report.wording import WordingFault

BOTH = "both"


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    group = click.Group(
        name="forms", help=words("Check questionnaire files, and print them.")
    )
    for command in (
        _check(words),
        _paper(words, "booklet", words("Print the questionnaire to fill in by hand.")),
        _paper(words, "cards", words("Print a card for each question, two a page.")),
    ):
        group.add_command(command)
    for command in national.commands(words):
        group.add_command(command)
    group.add_command(translating.group(words))
    return [group]


def _check(words: Words) -> click.Command:
    @click.command(
        name="check",
        help=words(
            "List every fault of a questionnaire folder, a national pack or a folder of"
            " the report's sentences, with place and remedy."
        ),
    )
    @click.argument("folder", type=arguments.FILE, required=False)
    @arguments.as_json(words)
    def check(folder: Path | None, *, as_json: bool) -> int:
        from spf_assess.paths import forms_folder
        from spf_assess.questionnaire.packs import check_pack, is_pack
        from spf_assess.reading import check_folder
        from spf_assess.report.wording import check_words, is_words

        faults: Sequence[FormFault | WordingFault]
        national_pack = folder is not None and is_pack(folder)
        wording = folder is not None and is_words(folder)
        if folder is None:
            faults = (*check_folder(forms_folder()), *check_words())
        elif wording:
            faults = check_words(folder)
        else:
            faults = (check_pack if national_pack else check_folder)(folder)
        if as_json:
            say_json(
                [
                    {
                        "code": fault.code,
                        "file": str(fault.file),
                        "line": fault.line,
                        "says": words(fault.says, **fault.facts),
                        "remedy": words(fault.remedy, **fault.facts),
                    }
                    for fault in faults
                ]
            )
        else:
            for fault in faults:
                sentence = words.tell(Problem(fault.code, fault.says, **fault.facts))
                remedy = words(fault.remedy, **fault.facts)
                line = f":{fault.line}" if fault.line else ""
                say(f"{fault.file}{line}: {fault.code} {sentence} {remedy}")
            say(
                words.plural(
                    "{number} fault found.", "{number} faults found.", len(faults)
                )
                if faults
                else words("The pack has no fault.")
                if national_pack
                else words("The sentences have no fault.")
                if wording
                else words("The questionnaire has no fault.")
            )
        return 1 if faults else 0

    return check


def _paper(words: Words, kind: str, told: str) -> click.Command:
    @click.command(name=kind, help=told)
    @click.option(
        "--for",
        "who",
        type=click.Choice([one.value for one in Constituency]),
        required=True,
        help=words("Whose copy it is; it holds what they are asked."),
    )
    @click.option(
        "--lang",
        "language",
        required=True,
        metavar=f"[{'|'.join((*LANGUAGES, BOTH))}|…]",
        help=words(
            "Language of the paper; both stand side by side. Also the code of a"
            " language of the national pack: the questions are in it, the instructions"
            " in the language of the messages."
        ),
    )
    @click.option(
        "--form",
        type=click.Choice(("core", "full")),
        default="full",
        help=words("The core questions or all of them."),
    )
    @click.option(
        "--section", "sections", multiple=True, help=words("Only this section.")
    )
    @click.option(
        "--consultation",
        type=arguments.FILE,
        help=words("The questionnaire of this file, as far as it is asked there."),
    )
    @arguments.pack(words)
    @click.option(
        "--progress",
        type=click.Choice(("bar", "json", "none")),
        default="bar",
        help=words("How progress is shown."),
    )
    @arguments.out
    def paper(who: str, language: str, out: Path, progress: str, **chosen: Any) -> None:
        from spf_assess.i18n import now_iso
        from spf_assess.questionnaire import load_recommendation
        from spf_assess.report.booklet import Paper, print_booklet, print_cards

        questionnaire, selection = _asked(**chosen)
        wanted = Paper(
            questionnaire=questionnaire,
            recommendation=load_recommendation(),
            selection=selection,
            constituency=Constituency(who),
            made_at=now_iso(),
            **_tongues(words, questionnaire, language),
        )
        make = print_booklet if kind == "booklet" else print_cards
        with shown_progress(words, progress) as tell:
            done = make(wanted, out, tell)
        if progress == "json":
            return
        say(
            words.plural(
                "The questionnaire is in {file}: {number} page.",
                "The questionnaire is in {file}: {number} pages.",
                done.pages,
                file=done.path,
            )
        )

    return paper


def _tongues(
    words: Words, questionnaire: Questionnaire, language: str
) -> dict[str, Any]:
    """Return in which languages a paper is printed: instructions and questions.

    Raises:
        Problem: L-171 the questionnaire does not exist in that language.
    """
    if language == BOTH:
        return {"languages": LANGUAGES}
    if language in LANGUAGES:
        return {"languages": (language,)}
    pack = questionnaire.pack
    known = () if pack is None else tuple(pack.languages)
    if language not in known:
        raise Problem(
            "L-171",
            N_(
                "The questionnaire does not exist in the language “{language}”, only"
                " in: {known}. Choose one of these; a national pack can add languages."
            ),
            language=language,
            known=", ".join((*LANGUAGES, BOTH, *known)),
        )
    return {"languages": (words.language,), "questions_in": language}


def _asked(
    form: str,
    sections: tuple[str, ...],
    consultation: Path | None,
    pack: Path | None,
) -> tuple[Questionnaire, Selection]:
    """Return the questionnaire to be printed, and which part of it."""
    from spf_assess.consultation import Consultation

    if consultation is not None and pack is not None:
        raise Problem(
            "L-172",
            N_(
                "The questions of {file} are fixed. Give the consultation or the"
                " national pack, not both."
            ),
            file=consultation,
        )
    if consultation is not None:
        with Consultation.open(consultation, read_only=True) as opened:
            questionnaire, selection = opened.questionnaire, opened.selection
    else:
        questionnaire = national.with_questions_of(pack)
        selection = Selection(form)
    arguments.check_sections(questionnaire, sections)
    if sections:
        selection = Selection(selection.form, sections)
    return questionnaire, selection
