"""``forms new-pack``, ``forms pack`` and ``--pack``: what a country adds."""

from pathlib import Path

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import say
from spf_assess.i18n import Words
from spf_assess.model import N_, Problem, Questionnaire


def commands(words: Words) -> tuple[click.Command, ...]:
    """Return the commands, which belong to ``forms``."""
    return _new_pack(words), _pack(words)


def with_questions_of(pack: Path | None) -> Questionnaire:
    """Return the official questionnaire, with the questions of *pack* if given.

    Raises:
        Problem: the pack cannot be read, or its first fault by its own code.
    """
    from spf_assess.questionnaire import load_questionnaire

    official = load_questionnaire()
    if pack is None:
        return official
    from spf_assess.questionnaire.packs import read_pack, with_pack

    return with_pack(official, read_pack(pack))


def _new_pack(words: Words) -> click.Command:
    @click.command(
        name="new-pack",
        help=words(
            "Begin a national pack: a folder with questions to change, explained line"
            " by line."
        ),
    )
    @click.argument("folder", type=arguments.FILE)
    def begin(folder: Path) -> None:
        from spf_assess.questionnaire.packs import new_pack

        for place in new_pack(folder, words.language):
            say(str(folder / place))
        say(
            words(
                "Change these files, then: spf-assess forms check {folder}",
                folder=folder,
            )
        )

    return begin


def _pack(words: Words) -> click.Command:
    @click.command(
        name="pack",
        help=words("Write a national pack without faults as one document (.spfq)."),
    )
    @click.argument("folder", type=arguments.FILE)
    @arguments.out
    def pack(folder: Path, out: Path) -> None:
        from spf_assess.files import write_atomically
        from spf_assess.questionnaire.packs import SUFFIX, pack_document, read_pack

        if out.suffix.lower() != SUFFIX:
            raise Problem(
                "L-170",
                N_("A packed national pack is called like {name}. Choose such a name."),
                name=f"{out.stem}{SUFFIX}",
            )
        found = read_pack(folder)
        write_atomically(out, pack_document(found))
        say(
            words(
                "The pack “{title}”, version {version}, is in {file}.",
                title=words.text(found.info.title),
                version=found.info.version,
                file=out,
            )
        )

    return pack
