"""``backups`` and ``restore``: earlier states of a consultation's file."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import complain, say, say_json, table, tell
from spf_assess.i18n import Words, local_moment
from spf_assess.i18n.backups import backup_reason
from spf_assess.model import N_, Problem

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation
    from spf_assess.store.backups import Backup

_KILO = 1024
_NOTHING = 1


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [_backups(words), _restore(words)]


def back_up(words: Words, consultation: "Consultation", why: str) -> None:
    """Make a backup before something that changes much; tell if it cannot be made."""
    consultation.back_up(why)
    if consultation.backup_problem is not None:
        complain(words, consultation.backup_problem)


def _backups(words: Words) -> click.Command:
    @click.command(
        name="backups",
        help=words(
            "List the backups of a file, which lie in the folder NAME.backups beside"
            " it. Exit code 1 if there is none."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @click.option("--make", is_flag=True, help=words("Make and verify one now."))
    @click.option("--why", default="regular", hidden=True)
    @click.option("--bring-back", is_flag=True, hidden=True)
    @arguments.as_json(words)
    def backups_(
        file: Path, why: str, *, make: bool, bring_back: bool, as_json: bool
    ) -> int:
        from spf_assess.store import backups, visiting

        if bring_back:
            visiting.bring_back(file)
            return 0
        backups.finish(file)
        if make:
            backups.make(file, why if why in backups.REASONS else backups.REGULAR)
        found = backups.list_backups(file)
        if as_json:
            say_json([_plain(number, one) for number, one in enumerate(found, 1)])
        elif found:
            say(_table(words, found))
        else:
            tell(words("There is no backup of {file} yet.", file=file.name))
        return 0 if found else _NOTHING

    return backups_


def _table(words: Words, found: "tuple[Backup, ...]") -> str:
    lines = [
        [
            str(number),
            local_moment(words, one.made_at),
            backup_reason(words, one.why),
            one.path.name,
        ]
        for number, one in enumerate(found, start=1)
    ]
    heads = [words("No."), words("Made on"), words("Why"), words("File")]
    return table(heads, lines)


def _plain(number: int, one: "Backup") -> dict[str, object]:
    return {
        "number": number,
        "made_at": one.made_at,
        "why": one.why,
        "file": one.path.name,
        "kilobytes": one.path.stat().st_size // _KILO,
    }


def _restore(words: Words) -> click.Command:
    @click.command(
        name="restore",
        help=words(
            "Go back to a backup: it takes the place of the file, which is kept among"
            " the backups. Without a choice it is the newest sound one."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    @click.option(
        "--backup", "chosen", help=words("Its number in the list, or its file.")
    )
    def restore(file: Path, chosen: str | None) -> None:
        from spf_assess.consultation.restoring import restore as put_back

        backup = _chosen(file, chosen)
        kept = put_back(file, backup)
        say(words("{file} is now as it was in {backup}.", file=file, backup=backup))
        if kept is not None:
            say(words("What was there before is kept in {file}.", file=kept))
        say(words("Packets that came in since can be imported again."))

    return restore


def _chosen(file: Path, chosen: str | None) -> Path:
    from spf_assess.consultation.restoring import newest_sound
    from spf_assess.store import backups

    if chosen is None:
        newest = newest_sound(file)
        if newest is None:
            raise backups.no_backup(file)
        return newest.path
    found = backups.list_backups(file)
    if chosen.isascii() and chosen.isdigit() and len(chosen) <= len(str(len(found))):
        if 0 < int(chosen) <= len(found):
            return found[int(chosen) - 1].path
    elif Path(chosen).exists():
        return Path(chosen)
    raise Problem(
        "L-190",
        N_(
            "There is no backup “{backup}” of {file}. Give its number in the list that"
            " the command backups shows, or the name of its file."
        ),
        backup=chosen[:60],
        file=file.name,
    )
