"""Arguments and options that several commands take, the same in each."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from spf_assess.i18n import Words
from spf_assess.model import N_, Constituency, Problem, Questionnaire

FILE = click.Path(path_type=Path)

out = click.option("-o", "--out", type=FILE, required=True)


def as_json(words: Words) -> Callable[[Any], Any]:
    """Return ``--json``: for programs, not for people."""
    return click.option(
        "--json", "as_json", is_flag=True, help=words("Answer as JSON.")
    )


def constituency(words: Words) -> Callable[[Any], Any]:
    """Return ``--constituency``, without which nobody answers."""
    return click.option(
        "--constituency",
        type=click.Choice([one.value for one in Constituency]),
        required=True,
        help=words("For whom the answers are given."),
    )


def early(words: Words) -> Callable[[Any], Any]:
    """Return ``--early``: what was answered, although answers are still awaited."""
    return click.option(
        "--early",
        is_flag=True,
        help=words("Show positions although answers are still awaited."),
    )


def pack(words: Words) -> Callable[[Any], Any]:
    """Return ``--pack``: what a country adds to the questions asked."""
    return click.option(
        "--pack",
        type=FILE,
        help=words("Also ask the questions of this national pack."),
    )


def searched_pack(words: Words) -> Callable[[Any], Any]:
    """Return ``--pack`` where questions are not asked but read and found."""
    return click.option(
        "--pack",
        type=FILE,
        help=words("Also the questions of this national pack."),
    )


def check_sections(questionnaire: Questionnaire, sections: tuple[str, ...]) -> None:
    """Refuse a section that is not asked.

    Raises:
        Problem: L-140 there is no such section.
    """
    known = [section.id for section in questionnaire.sections]
    for name in sections:
        if name not in known:
            raise Problem(
                "L-140",
                N_("There is no section “{section}”. Use one of: {known}."),
                section=name,
                known=", ".join(known),
            )
