"""``sample``: the fictitious consultation of Coresia."""

from pathlib import Path

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import progress_bar, say
from spf_assess.i18n import Words


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [_sample(words)]


def _sample(words: Words) -> click.Command:
    @click.command(
        name="sample",
        help=words(
            "Build the sample consultation of Coresia, a fictitious country, through"
            " the same packets and imports that people use."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @click.option(
        "--packets",
        type=arguments.FILE,
        help=words("Keep invitations and packets in this folder."),
    )
    @click.option(
        "--regional",
        type=arguments.FILE,
        help=words(
            "Put three regional copies with the packets into this folder, to be merged"
            " into the file, which holds none yet."
        ),
    )
    def sample(file: Path, packets: Path | None, regional: Path | None) -> None:
        from spf_assess.consultation.sample import build_sample

        with progress_bar() as bar:
            task = bar.add_task(words("Building"), total=None)
            build_sample(
                file,
                packets,
                progress=lambda done, of: bar.update(task, completed=done, total=of),
                regions_folder=regional,
            )
        say(words("The sample consultation is in {file}.", file=file))

    return sample
