"""``round``: opening, closing and concluding rounds of answers."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from spf_assess.cli import arguments
from spf_assess.cli.console import complain, say
from spf_assess.cli.consultations import missing_lines
from spf_assess.i18n import Words, now_iso
from spf_assess.i18n.channels import left_sheet_text

if TYPE_CHECKING:
    from spf_assess.consultation import Consultation


def commands(words: Words) -> list[click.Command]:
    """Return the commands of this module."""
    rounds = click.Group(name="round", help=words("Open and close rounds of answers."))
    rounds.add_command(_open(words))
    rounds.add_command(_close(words))
    rounds.add_command(_conclude(words))
    return [rounds]


def _open(words: Words) -> click.Command:
    @click.command(
        name="open",
        help=words("Open the next round, or the latest again while nothing was shown."),
    )
    @click.argument("file", type=arguments.FILE)
    @click.option("--again", is_flag=True, help=words("Open the latest round again."))
    def open_round(file: Path, *, again: bool) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            _tell_clock(words, consultation)
            consultation.open_round(consultation.current_round if again else None)
            number = consultation.current_round
        say(words("Round {number} is open.", number=number))

    return open_round


def _close(words: Words) -> click.Command:
    @click.command(
        name="close",
        help=words("Close the latest round; packets that come for it later wait."),
    )
    @click.argument("file", type=arguments.FILE)
    @click.option(
        "--anyway",
        is_flag=True,
        help=words("Close it even if answer sheets on this computer are not finished."),
    )
    def close_round(file: Path, *, anyway: bool) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            _tell_clock(words, consultation)
            for left in consultation.left_open():
                say(left_sheet_text(words, left))
            if not anyway:
                consultation.check_nothing_left_open()
            consultation.close_round()
            say(words("Round {number} is closed.", number=consultation.current_round))
            for line in missing_lines(words, consultation):
                say(line)

    return close_round


def _conclude(words: Words) -> click.Command:
    @click.command(
        name="conclude",
        help=words(
            "Record that no further round comes, though another one was planned. This"
            " is final: from then on members may be told in numbers."
        ),
    )
    @click.argument("file", type=arguments.FILE)
    def conclude(file: Path) -> None:
        from spf_assess.consultation import Consultation

        with Consultation.open(file) as consultation:
            consultation.conclude()
            number = consultation.current_round
        say(words("Round {number} was the last; no further one comes.", number=number))

    return conclude


def _tell_clock(words: Words, consultation: "Consultation") -> None:
    from spf_assess.consultation.clocks import file_clock

    wrong = file_clock(consultation, now_iso())
    if wrong is not None:
        complain(words, wrong)
