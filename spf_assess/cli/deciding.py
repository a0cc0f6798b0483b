"""``rank``, ``priorities``, ``action`` and ``actions``: what is decided."""

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import say, say_json
from spf_assess.i18n import COLON, Words, constituency_name
from spf_assess.i18n.actions import action_status_name
from spf_assess.model import (
    BENCHES,
    LANGUAGES,
    Action,
    ActionStatus,
    Constituency,
    Text,
)

if TYPE_CHECKING:
    from spf_assess.analysis.priorities import Priorities

_GROUP = click.Choice([one.value for one in BENCHES])


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [_rank(words), _priorities(words), _action(words), _actions(words)]


def _rank(words: Words) -> click.Command:
    @click.command(
        name="rank",
        help=words(
            "Record a group's priorities: sections, the most urgent first. Without any"
            " section they are taken back."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @click.argument("sections", nargs=-1)
    @click.option("--group", type=_GROUP, required=True, help=words("Whose they are."))
    def rank(file: Path, sections: tuple[str, ...], group: str) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            consultation.rank(Constituency(group), sections)
        name = constituency_name(words, Constituency(group))
        say(words("{group}: recorded.", group=name))

    return rank


def _priorities(words: Words) -> click.Command:
    @click.command(name="priorities", help=words("Show the groups' priorities."))
    @click.argument("file", type=arguments.FILE)
    @arguments.as_json(words)
    def priorities(file: Path, *, as_json: bool) -> None:
        from spf_assess.consultation import Consultation
        from spf_assess.consultation.export_decisions import priorities as plain

        with Consultation.open(file, read_only=True) as consultation:
            found = consultation.priorities_seen()
            levels = consultation.shown_round > 0
            titles = {one.id: one.title for one in consultation.questionnaire.sections}
        if as_json:
            say_json(plain(found))
            return
        for row in found.rows:
            ranks = ", ".join(
                f"{constituency_name(words, one)} {row.ranks[one]}"
                for one in BENCHES
                if one in row.ranks
            )
            say(f"{row.section}  {words.text(titles[row.section])} – {ranks}")
        for one in found.missing:
            name = constituency_name(words, one)
            say(words("{group}: no priorities given.", group=name))
        if found.rows and not found.missing:
            say("")
            say(words("Low level, high priority for all") + words.text(COLON).rstrip())
            for line in _low(words, found, titles, levels=levels):
                say(f"  {line}")

    return priorities


def _low(
    words: Words, found: "Priorities", titles: Mapping[str, Text], *, levels: bool
) -> list[str]:
    if not levels:
        return [words("Levels are told once the first round is closed.")]
    if not found.low_and_high:
        return [words("Nothing is both at present.")]
    return [f"{one}  {words.text(titles[one])}" for one in found.low_and_high]


def _action(words: Words) -> click.Command:
    @click.command(
        name="action",
        help=words(
            "Record an action (Paragraph 14), change the one with --id, or take it out"
            " with --drop."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @click.option("--id", "action_id", default="", help=words("Which action."))
    @click.option("--drop", is_flag=True, help=words("Take it out of the plan."))
    @click.option(
        "--words-in",
        "language",
        type=click.Choice(LANGUAGES),
        help=words(
            "The language of its words. In another one than before they are kept beside"
            " the first, for reports in that language."
        ),
    )
    @arguments.as_json(words)
    def action(
        file: Path, action_id: str, *, drop: bool, as_json: bool, **told: Any
    ) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            present = {one.id: one for one in consultation.actions()}
            if drop:
                consultation.drop_action(action_id)
                say(words("Taken out of the plan."))
                return
            if action_id and action_id not in present:
                from spf_assess.consultation.deciding_faults import no_such_action

                raise no_such_action(action=action_id)
            old = present.get(action_id) or Action("", objective="", what="")
            consultation.decide(_changed(old, told))
            kept = next(
                one
                for one in consultation.actions()
                if one.id == action_id or (not action_id and one.id not in present)
            )
        if as_json:
            say_json({"id": kept.id})
        else:
            number = kept.sequence
            say(words("Action {number} is recorded ({id}).", number=number, id=kept.id))

    for name, takes in _OPTIONS:
        action = takes(name)(action)
    return action


def _text(name: str) -> Callable[..., Any]:
    return click.option(f"--{name}", default=None)


def _day(name: str) -> Callable[..., Any]:
    return click.option(f"--{name}-on", f"--{name}", f"{name}_on", default=None)


def _several(name: str) -> Callable[..., Any]:
    return click.option(f"--{name}", multiple=True)


_WORDS = (
    "objective",
    "barrier",
    "what",
    "responsible",
    "support",
    "resources",
    "financing",
    "indicator",
    "baseline",
    "target",
    "became",
)
_OPTIONS: tuple[tuple[str, Callable[[str], Callable[..., Any]]], ...] = (
    *((name, _text) for name in _WORDS),
    *((name, _day) for name in ("begins", "ends")),
    ("sequence", lambda name: click.option(f"--{name}", type=int, default=None)),
    ("section", _several),
    ("paragraph", _several),
    (
        "agreed-by",
        lambda name: click.option(f"--{name}", multiple=True, type=_GROUP),
    ),
    (
        "status",
        lambda name: click.option(
            f"--{name}",
            default=None,
            type=click.Choice([one.value for one in ActionStatus]),
        ),
    ),
)


def _changed(old: Action, told: dict[str, Any]) -> Action:
    """Return the action with what was told; words in its other language go beside."""
    given = {name: value for name, value in told.items() if value not in (None, ())}
    language = given.pop("language", old.language)
    if old.language and language != old.language:
        other = {name: given.pop(name) for name in _WORDS if name in given}
        old = dataclasses.replace(old, translated={**old.translated, **other})
    else:
        old = dataclasses.replace(old, language=language)
    if "status" in given:
        given["status"] = ActionStatus(given["status"])
    if "agreed_by" in given:
        given["agreed_by"] = tuple(Constituency(one) for one in given["agreed_by"])
    for one, many in (("section", "sections"), ("paragraph", "paragraphs")):
        if one in given:
            given[many] = given.pop(one)
    return dataclasses.replace(old, **given)


def _actions(words: Words) -> click.Command:
    @click.command(
        name="actions",
        help=words(
            "List the actions, or write them as a workbook (.xlsx) or a calendar"
            " (.ics)."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @click.option(
        "-o",
        "--out",
        "--output",
        "output",
        type=arguments.FILE,
        default=None,
        help=words("The file."),
    )
    @arguments.as_json(words)
    def actions(file: Path, output: Path | None, *, as_json: bool) -> None:
        from spf_assess.consultation import Consultation
        from spf_assess.consultation.proceedings import to_plain

        with Consultation.open(file, read_only=True) as consultation:
            if output is not None:
                consultation.write_actions(output, words)
                say(words("Written: {file}", file=output))
                return
            found = consultation.actions()
        if as_json:
            say_json([to_plain(one) for one in found])
            return
        if not found:
            say(words("No action yet."))
        for one in found:
            status = action_status_name(words, one.status)
            ends = one.ends_on or "–"
            what, who = (
                one.told(name, words.language)[0] for name in ("what", "responsible")
            )
            told = " – ".join((what, who or "–", ends, status))
            say(f"{one.sequence}. {told} ({one.id})")

    return actions
