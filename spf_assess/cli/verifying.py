"""``verify``: whether a published report holds what it says."""

from pathlib import Path

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import say, say_json
from spf_assess.i18n import Words
from spf_assess.model import N_, Problem

_ATTENTION, _NOT_READ = 1, 3
_MARKS = {"holds": N_("OK"), "fails": N_("NOT OK"), "told": ""}


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    return [_verify(words)]


def _verify(words: Words) -> click.Command:
    @click.command(
        name="verify",
        help=words(
            "Check a published report: its signatures, its numbers, the eight words,"
            " and whether your packet was counted."
        ),
    )
    @click.argument("report", type=arguments.FILE, required=False)
    @click.argument("mine", type=arguments.FILE, nargs=-1)
    @click.option(
        "--save-verifier",
        type=arguments.FILE,
        default=None,
        help=words("Save the one-file verifier, which needs nothing of this program."),
    )
    @arguments.as_json(words)
    def verify(
        report: Path | None,
        mine: tuple[Path, ...],
        save_verifier: Path | None,
        *,
        as_json: bool,
    ) -> int:
        if save_verifier is not None:
            _save(save_verifier)
            say(str(save_verifier))
        if report is None:
            if save_verifier is None:
                raise click.UsageError(words("Name the report that is to be checked."))
            return 0
        return _told(words, report, mine, as_json=as_json)

    return verify


def _told(words: Words, report: Path, mine: tuple[Path, ...], *, as_json: bool) -> int:
    from spf_assess.consultation.verifying import (
        finding_text,
        readable,
        verdict_text,
        verify,
    )

    found = verify(report, mine)
    if as_json:
        say_json(
            [
                {"code": one.code, "state": one.state, "says": finding_text(words, one)}
                for one in found
            ]
        )
    else:
        marks = {state: words(mark) if mark else "" for state, mark in _MARKS.items()}
        width = max(map(len, marks.values()))
        for one in found:
            say(f"{marks[one.state]:{width}}  {finding_text(words, one)}")
        say(verdict_text(words, found))
    if not readable(found):
        return _NOT_READ
    return _ATTENTION if any(one.state == "fails" for one in found) else 0


def _save(path: Path) -> None:
    from spf_assess.exchange import verify_report
    from spf_assess.files import write_atomically

    if path.exists():
        raise Problem(
            "L-195",
            N_("{file} exists already; nothing was written. Choose another name."),
            file=path.name,
        )
    write_atomically(path, Path(verify_report.__file__).read_bytes())
