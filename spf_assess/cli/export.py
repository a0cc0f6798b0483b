"""``export json``: everything public of a consultation, for machines."""

import json
from pathlib import Path

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import say
from spf_assess.cli.rescuing import tell_of_damage
from spf_assess.i18n import Words


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    group = click.Group(name="export", help=words("Write results for other programs."))
    group.add_command(_json(words))
    return [group]


def _json(words: Words) -> click.Command:
    @click.command(
        name="json", help=words("Write positions and results as one JSON document.")
    )
    @click.argument("file", type=arguments.FILE)
    @arguments.out
    def export_json(file: Path, out: Path) -> int:
        from spf_assess.consultation import Consultation
        from spf_assess.files import write_atomically

        with Consultation.open(file, read_only=True) as consultation:
            attention = tell_of_damage(words, consultation)
            plain = consultation.export_json()
        text = json.dumps(plain, ensure_ascii=False, indent=1, sort_keys=True)
        write_atomically(out, text.encode() + b"\n")
        say(words("The export is in {file}.", file=out))
        return attention

    return export_json
