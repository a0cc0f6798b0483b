"""``reveal``, ``discussion``, ``note``, ``stance`` and ``agree``."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import say, say_json, table
from spf_assess.cli.consultations import cell, missing_lines
from spf_assess.i18n import (
    COLON,
    Words,
    constituency_letter,
    constituency_name,
    course_text,
    decision_name,
    level_text,
    note_kind_name,
    outcome_name,
    talk_reason_name,
)
from spf_assess.model import (
    BENCHES,
    HIGHEST_LEVEL,
    LOWEST_LEVEL,
    Agreement,
    Comparison,
    Constituency,
    Course,
    Decision,
    Item,
    Note,
    NoteKind,
    Plain,
    Questionnaire,
    Stance,
    Text,
)

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

_LEVELS = [str(one) for one in range(LOWEST_LEVEL, HIGHEST_LEVEL + 1)]
_BENCH = click.Choice([one.value for one in BENCHES])


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [
        _discussion(words),
        _reveal(words),
        _note(words),
        _stance(words),
        _agree(words),
    ]


def _say_missing(words: Words, consultation: "Consultation") -> None:
    for line in missing_lines(words, consultation):
        say(line)


def _discussion(words: Words) -> click.Command:
    @click.command(
        name="discussion",
        help=words(
            "List the questions that need talk, in order, and what was made of them."
            " Levels are told only of those that were shown."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @arguments.as_json(words)
    def discussion(file: Path, *, as_json: bool) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file, read_only=True) as consultation:
            if as_json:
                say_json(_plain(consultation))
                return
            listed = _topics(words, consultation)
            _say_missing(words, consultation)
            say(listed)
            for line in _said(words, consultation):
                say(line)

    return discussion


def _plain(consultation: "Consultation") -> Plain:
    from spf_assess.consultation.export import plain_of

    shown = consultation.revealed()
    return {
        "round": consultation.discussed_round,
        "missing": plain_of(consultation.missing()),
        "topics": [
            {**plain_of(one), "revealed": one.item in shown}
            for one in consultation.topics()
        ],
        "shown": {item: plain_of(consultation.shown(item)) for item in sorted(shown)},
        "notes": plain_of(consultation.notes()),
        "stances": plain_of(consultation.stances()),
        "agreements": [
            {**plain_of(one), "statement": dict(one.statement.by_language)}
            for one in consultation.agreements()
        ],
    }


def _topics(words: Words, consultation: "Consultation") -> str:
    found, shown = consultation.topics(), consultation.revealed()
    if not found:
        return words("No question needs talk.")
    items = {one.id: one for one in consultation.questionnaire.items()}
    rows = [
        [
            str(number),
            one.item,
            words.text(items[one.item].short),
            ", ".join(talk_reason_name(words, reason) for reason in one.reasons),
            "" if one.range is None else level_text(one.range),
            " ".join(constituency_letter(words, bench) for bench in one.speaking),
            words("yes") if one.item in shown else words("no"),
        ]
        for number, one in enumerate(found, start=1)
    ]
    headings = [
        "",
        words("No."),
        words("Question"),
        words("Why"),
        "R",
        words("Speaking"),
        words("Shown"),
    ]
    return table(headings, rows)


def _said(words: Words, consultation: "Consultation") -> Iterable[str]:
    """Yield what groups stated and agreed, and the notes."""
    from spf_assess.i18n import agreed_text, statement_text

    colon = words.text(COLON)
    for stance in consultation.stances():
        name = constituency_name(words, stance.constituency)
        yield ""
        yield f"{stance.item}, {name}{colon}{decision_name(words, stance.decision)}"
        levels = [f"{part} {level}" for part, level in sorted(stance.levels.items())]
        for text in (", ".join(levels), stance.reason, stance.reservation):
            if text:
                yield f"  {text}"
    for agreement in consultation.agreements():
        yield ""
        yield f"{agreement.item}{colon}{agreed_text(words, agreement.agreed_by)}"
        levels = [f"{part} {level}" for part, level in sorted(agreement.levels.items())]
        statement, _language = statement_text(agreement.statement, words.language)
        for text in (", ".join(levels), statement, agreement.why):
            if text:
                yield f"  {text}"
    for note in consultation.notes():
        place = f" {note.item}" if note.item else ""
        yield ""
        yield f"{note_kind_name(words, note.kind)}{place} [{note.id[:8]}]"
        yield f"  {note.text}"


def _reveal(words: Words) -> click.Command:
    @click.command(
        name="reveal",
        help=words("Show the positions on questions to everybody. This is final."),
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("items", nargs=-1, required=True)
    def reveal(file: Path, items: tuple[str, ...]) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            consultation.reveal(*items)
            _say_missing(words, consultation)
            for item in items:
                say(_positions(words, consultation, item))

    return reveal


def _positions(words: Words, consultation: "Consultation", item_id: str) -> str:
    item = _item(consultation.questionnaire, item_id)
    rows = [
        [item_id, part, *_row(words, item, comparison)]
        for part, comparison in consultation.shown(item_id).items()
    ]
    groups = [constituency_name(words, bench) for bench in BENCHES]
    return table([words("No."), words("Part"), *groups, "R", words("Result")], rows)


def _row(words: Words, item: Item, comparison: Comparison) -> list[str]:
    return [
        *(
            cell(words, comparison.position(bench)) if bench in item.asked_of else "–"
            for bench in BENCHES
        ),
        "" if comparison.range is None else level_text(comparison.range),
        outcome_name(words, comparison.outcome),
    ]


def _item(questionnaire: Questionnaire, item_id: str) -> Item:
    return next(one for one in questionnaire.items() if one.id == item_id)


def _note(words: Words) -> click.Command:
    @click.command(
        name="note", help=words("Note something, new evidence or a point to park.")
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("text", required=False)
    @click.option(
        "--kind",
        type=click.Choice([one.value for one in NoteKind]),
        default=NoteKind.NOTE.value,
        help=words("What it is."),
    )
    @click.option("--item", default="", help=words("The question it is about."))
    @click.option(
        "--group",
        type=click.Choice([one.value for one in Constituency]),
        help=words("Who said it."),
    )
    @click.option(
        "--words-in",
        "language",
        type=click.Choice(("en", "fr")),
        help=words("The language of its words."),
    )
    @click.option("--settle", help=words("Take up a parked point again: its sign."))
    @click.option("--withdraw", help=words("Take a note back: its sign."))
    def note(  # noqa: PLR0913 - one option each
        file: Path,
        text: str | None,
        *,
        kind: str,
        item: str,
        group: str | None,
        language: str | None,
        settle: str | None,
        withdraw: str | None,
    ) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            if settle:
                consultation.settle(_note_id(consultation, settle))
            elif withdraw:
                consultation.withdraw_note(_note_id(consultation, withdraw))
            else:
                by = None if group is None else Constituency(group)
                wanted = Note(
                    "",
                    0,
                    NoteKind(kind),
                    text or "",
                    "",
                    item,
                    by,
                    language=language or "",
                )
                consultation.note(wanted)
        say(words("Recorded."))

    return note


def _note_id(consultation: "Consultation", sign: str) -> str:
    """Return the id of the one note that begins with *sign*, else *sign* itself."""
    found = [one.id for one in consultation.notes() if one.id.startswith(sign)]
    return found[0] if len(found) == 1 else sign


def _stance(words: Words) -> click.Command:
    @click.command(
        name="stance",
        help=words("Record what a group makes of its position after the discussion."),
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("item")
    @click.option("--group", type=_BENCH, required=True, help=words("The group."))
    @click.option(
        "--level",
        "levels",
        multiple=True,
        metavar="PART=LEVEL",
        help=words("It moves: the part of the question and the level."),
    )
    @click.option("--reason", default="", help=words("Why it moves."))
    @click.option(
        "--reservation", default="", help=words("A reservation in its own words.")
    )
    @click.option(
        "--words-in",
        "language",
        type=click.Choice(("en", "fr")),
        help=words("The language of its words."),
    )
    @click.option(
        "--correct", is_flag=True, help=words("In place of what was recorded before.")
    )
    @click.option("--withdraw", is_flag=True, help=words("Take it back."))
    def stance(  # noqa: PLR0913 - one option each
        file: Path,
        item: str,
        *,
        group: str,
        levels: tuple[str, ...],
        reason: str,
        reservation: str,
        language: str | None,
        correct: bool,
        withdraw: bool,
    ) -> None:
        from spf_assess.consultation import Consultation

        bench = Constituency(group)
        with Consultation.open(file) as consultation:
            if withdraw:
                consultation.withdraw_stance(item, bench)
            else:
                wanted = Stance(
                    round=0,
                    item=item,
                    constituency=bench,
                    decision=Decision.MOVE if levels else Decision.KEEP,
                    levels=_levels(levels),
                    reason=reason,
                    reservation=reservation,
                    language=language or "",
                )
                consultation.state(wanted, correcting=correct)
            for line in _courses(words, consultation, item, bench):
                say(line)
        say(words("Recorded."))

    return stance


def _levels(given: Iterable[str]) -> Mapping[str, int]:
    """Return levels by part; what is no number is left to the command to refuse."""
    found = {}
    for one in given:
        part, _, level = one.partition("=")
        found[part.strip()] = int(level) if level in _LEVELS else 0
    return found


def _courses(
    words: Words, consultation: "Consultation", item: str, bench: Constituency
) -> Iterable[str]:
    for shift in consultation.shifts():
        for one in shift.movements:
            told = one.course is not Course.NONE and one.constituency is bench
            if told and shift.item == item:
                yield f"{item} {shift.part}{words.text(COLON)}{course_text(words, one)}"


def _agree(words: Words) -> click.Command:
    @click.command(
        name="agree",
        help=words("Record an agreed level or statement beside the positions."),
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("item")
    @click.option(
        "--group",
        "groups",
        type=_BENCH,
        multiple=True,
        help=words("A group that agrees; once for each."),
    )
    @click.option(
        "--level",
        "levels",
        multiple=True,
        metavar="PART=LEVEL",
        help=words("The level agreed for a part of the question."),
    )
    @click.option("--statement-en", default="", help=words("The statement in English."))
    @click.option("--statement-fr", default="", help=words("The statement in French."))
    @click.option("--why", default="", help=words("How it came about."))
    @click.option(
        "--correct", is_flag=True, help=words("In place of what was recorded before.")
    )
    @click.option("--withdraw", is_flag=True, help=words("Take it back."))
    def agree(  # noqa: PLR0913 - one option each
        file: Path,
        item: str,
        *,
        groups: tuple[str, ...],
        levels: tuple[str, ...],
        statement_en: str,
        statement_fr: str,
        why: str,
        correct: bool,
        withdraw: bool,
    ) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            if withdraw:
                consultation.withdraw_agreement(item)
            else:
                wanted = Agreement(
                    round=0,
                    item=item,
                    levels=_levels(levels),
                    statement=Text.of(en=statement_en, fr=statement_fr),
                    agreed_by=tuple(Constituency(one) for one in groups),
                    why=why,
                )
                consultation.agree(wanted, correcting=correct)
        say(words("Recorded."))

    return agree
