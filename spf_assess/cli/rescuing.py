"""``salvage``, and what is told of a file that is not as it should be."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import complain, say, tell
from spf_assess.i18n import Words
from spf_assess.store.backups import list_backups

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation

SOUND, ATTENTION = 0, 1


def tell_of_damage(words: Words, consultation: "Consultation") -> int:
    """Tell why a file is for reading only and what of it is left out.

    Returns:
        The exit code: 1 where something is missing from what is shown or written.
    """
    why = consultation.read_only_because
    for problem in (*([why] if why else []), *consultation.damaged):
        complain(words, problem)
    if consultation.damaged and list_backups(consultation.path):
        tell(words("Its backups: spf-assess backups {file}", file=consultation.path))
    return ATTENTION if consultation.damaged else SOUND


def salvage(words: Words) -> click.Command:
    """Return the command that saves what is readable of a damaged file."""

    @click.command(
        name="salvage",
        help=words("Save what is readable of a damaged file into a new one."),
    )
    @click.argument("file", type=arguments.FILE)
    @arguments.out
    def salvage_(file: Path, out: Path) -> int:
        from spf_assess.consultation import Consultation

        with Consultation.open(file, read_only=True) as consultation:
            code = tell_of_damage(words, consultation)
            rows, answers = consultation.salvage(out)
        say(words("What is readable is in {file}.", file=out))
        say(
            words.plural("{number} row saved", "{number} rows saved", rows)
            + ", "
            + words.plural(
                "{number} answer brought back from the journal",
                "{number} answers brought back from the journal",
                answers,
            )
        )
        return code

    return salvage_
