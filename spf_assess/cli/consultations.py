"""``new``, ``invite``, ``status``: the facilitator's beginning and overview."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import say, say_json, table
from spf_assess.cli.national import with_questions_of
from spf_assess.cli.rescuing import salvage, tell_of_damage
from spf_assess.i18n import (
    Words,
    constituency_name,
    date_text,
    level_text,
    missing_bench_text,
    no_level_mark,
    observers_awaited_text,
    outcome_name,
    pattern_name,
)
from spf_assess.model import (
    BENCHES,
    Comparison,
    Constituency,
    ParagraphsResult,
    Plain,
    Position,
    Questionnaire,
    RespondentKind,
    Selection,
    Text,
)

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [_new(words), _invite(words), _status(words), salvage(words)]


def _new(words: Words) -> click.Command:
    @click.command(name="new", help=words("Start a consultation in a new file."))
    @click.argument("file", type=arguments.FILE)
    @click.option("--title-en", required=True, help=words("Title in English."))
    @click.option("--title-fr", required=True, help=words("Title in French."))
    @click.option("--country-en", required=True, help=words("Country in English."))
    @click.option("--country-fr", required=True, help=words("Country in French."))
    @click.option("--place", default="", help=words("Place of the workshop."))
    @click.option("--core", is_flag=True, help=words("Ask the core form only."))
    @click.option(
        "--section", "sections", multiple=True, help=words("Ask this section only.")
    )
    @arguments.pack(words)
    def new(
        file: Path,
        *,
        core: bool,
        sections: tuple[str, ...],
        pack: Path | None,
        **given: str,
    ) -> None:
        from spf_assess.consultation import Consultation

        asked = with_questions_of(pack)
        arguments.check_sections(asked, sections)
        selection = Selection("core" if core else "full", sections)
        with Consultation.create(
            file,
            title=Text.of(en=given["title_en"], fr=given["title_fr"]),
            country=Text.of(en=given["country_en"], fr=given["country_fr"]),
            questionnaire=asked,
            selection=selection,
            place=given["place"],
        ):
            say(words("The consultation is in {file}.", file=file))

    return new


def _invite(words: Words) -> click.Command:
    @click.command(
        name="invite", help=words("Invite one person or one group: write a .spfi file.")
    )
    @click.argument("file", type=arguments.FILE)
    @arguments.constituency(words)
    @click.option(
        "--group",
        is_flag=True,
        help=words("The group answers together; otherwise one person answers."),
    )
    @click.option("--organization", default="", help=words("Organization."))
    @click.option("--name", default="", help=words("Name of the person or group."))
    @click.option("--language", type=click.Choice(("en", "fr")), default="en")
    @click.option("--members", type=click.IntRange(1, 999), default=1)
    @click.option("--women", type=click.IntRange(0, 999), default=0)
    @click.option("--men", type=click.IntRange(0, 999), default=0)
    @arguments.out
    def invite(
        file: Path, constituency: str, *, group: bool, out: Path, **given: str
    ) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            seat, _invitation = consultation.invite(
                constituency=Constituency(constituency),
                kind=RespondentKind.BENCH if group else RespondentKind.PERSON,
                organization=given["organization"],
                name=given["name"],
                language=given["language"],
                members=int(given["members"]),
                women=int(given["women"]),
                men=int(given["men"]),
            )
            consultation.write_invitation(seat.id, out)
        say(words("The invitation is in {file}.", file=out))

    return invite


def _status(words: Words) -> click.Command:
    @click.command(
        name="status",
        help=words("Say who has handed in and where the groups stand."),
    )
    @click.argument("file", type=arguments.FILE)
    @arguments.early(words)
    @arguments.as_json(words)
    def status(file: Path, *, early: bool, as_json: bool) -> int:
        from spf_assess.consultation import Consultation

        with Consultation.open(file, read_only=True) as consultation:
            attention = tell_of_damage(words, consultation)
            number = consultation.current_round if early else consultation.shown_round
            if as_json:
                say_json(_public(consultation, number))
                return attention
            say(words.text(consultation.header.title))
            say("")
            say(_board(words, consultation.board()))
            say("")
            if not number:
                say(
                    words(
                        "Positions are shown once everybody has handed in, or the"
                        " round is closed; --early shows them before."
                    )
                )
                return attention
            results = consultation.results(number)
            for line in missing_lines(words, consultation):
                say(line)
            say(
                _positions(
                    words,
                    {
                        consultation.questionnaire.section(one.section).short: (
                            one.law,
                            one.practice,
                        )
                        for one in results.sections
                    },
                )
            )
            if results.paragraphs:
                say("")
                say(_paragraphs(words, consultation.questionnaire, results.paragraphs))
        return attention

    return status


def missing_lines(words: Words, consultation: "Consultation") -> list[str]:
    """Name the groups that handed in nothing, and count the observers who did not."""
    lines = [
        missing_bench_text(words, bench, spoke=spoke)
        for bench, spoke in consultation.absent().items()
    ]
    observers = consultation.observers_awaited()
    return [*lines, observers_awaited_text(words, observers)] if observers else lines


def _public(consultation: "Consultation", number: int) -> Plain:
    """Return an export without answers, and without what is not shown yet.

    *number* is the latest round of which positions are told. Whatever follows from
    those of a later one is left out wherever it stands.
    """
    from spf_assess.consultation.export_decisions import priorities

    plain = consultation.export_json()
    shown = {key: plain[key] for key in plain if key != "responses"}
    if number >= consultation.current_round:
        return shown
    signed, decided, said = (
        dict(plain[key]) for key in ("sign_off", "decisions", "outcome")
    )
    signed["results"] = _until(signed["results"], number)
    signed["pages"] = _until(signed["pages"], number)
    decided["priorities"] = priorities(consultation.priorities_seen())
    said["movements"] = _until(said["movements"], number)
    return {
        **shown,
        "results": _until(plain["results"], number),
        "sign_off": signed,
        "decisions": decided,
        "outcome": said,
        "since": None,
    }


def _until(found: Sequence[Any], number: int) -> list[Any]:
    return [one for one in found if one["round"] <= number]


def _board(words: Words, rows: object) -> str:
    lines = [
        [
            constituency_name(words, row.respondent.constituency),
            row.respondent.organization or row.respondent.name or "–",
            words("handed in") if row.handed_in else words("awaited"),
            f"{row.answered}/{row.asked}",
            date_text(row.handed_in_at, words.language) if row.handed_in else "",
        ]
        for row in rows  # type: ignore[attr-defined]
    ]
    headings = [
        words("Group"),
        words("Organization"),
        words("State"),
        words("Answered"),
        words("Handed in on"),
    ]
    return table(headings, lines)


def _paragraphs(
    words: Words, questionnaire: Questionnaire, found: Sequence[ParagraphsResult]
) -> str:
    """Return the sections without a headline question, and how many diverge."""
    lines = [
        [
            questionnaire.section(one.section).label(words.language),
            words.text(questionnaire.section(one.section).short),
            str(one.compared),
            str(one.diverging),
        ]
        for one in found
    ]
    headings = [
        words("Paragraphs"),
        words("Section"),
        words("Questions compared"),
        words("Of these, diverging"),
    ]
    return table(headings, lines)


def _positions(words: Words, found: dict[Text, tuple[Comparison, Comparison]]) -> str:
    lines = []
    for short, pair in found.items():
        for name, comparison in zip(
            (words("law"), words("practice")), pair, strict=True
        ):
            lines.append(
                [
                    words.text(short),
                    name,
                    *(cell(words, comparison.position(bench)) for bench in BENCHES),
                    level_text(comparison.range)
                    if comparison.range is not None
                    else words.context("sign in a table", "n/c"),
                    outcome_name(words, comparison.outcome),
                    pattern_name(words, comparison),
                ]
            )
    headings = [
        words("Section"),
        "",
        *(constituency_name(words, bench) for bench in BENCHES),
        "R",
        words("Result"),
        words("Pattern"),
    ]
    return table(headings, lines)


def cell(words: Words, position: Position) -> str:
    """Return a position for a table's cell: its level, or the sign of a no-answer."""
    if position.level is None:
        return no_level_mark(words, position)
    star = "*" if position.unsupported else ""
    return level_text(position.level) + star
